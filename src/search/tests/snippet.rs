use super::super::{AnswerKind, HitRow, Place, SearchComment, SearchDoc};
use super::{answer, ask, comment, doc, index};

fn first(docs: Vec<SearchDoc>, words: &str) -> HitRow {
    let (_folder, search) = index(docs);
    ask(&search, words).ids.into_iter().next().unwrap()
}

fn marked(row: &HitRow) -> Vec<&str> {
    row.snippet.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect()
}

#[test]
fn the_whole_word_in_a_later_text_is_shown_rather_than_a_part_of_it_in_an_earlier_one() {
    let idea = SearchDoc {
        answers: vec![answer(AnswerKind::Decision, "Vi bygger en lekplats på en plats nära skolan.")],
        ..doc(1, "Något för barn", "Det finns en plats vid ån.")
    };

    let row = first(vec![idea], "lekplats");

    assert_eq!(row.place, Place::Decision);
    assert_eq!(marked(&row), ["lekplats"]);
}

#[test]
fn parts_are_marked_where_they_make_up_the_word() {
    let row = first(vec![doc(1, "Mer ordning", "Parkering för cyklar vid torget.")], "cykelparkering");

    assert_eq!(marked(&row), ["Parkering", "cyklar"]);
}

#[test]
fn a_word_late_in_a_long_discussion_is_shown_with_its_place() {
    let long = "Det här har vi talat om länge och det är bra. ".repeat(40);
    let mut comments: Vec<SearchComment> = (1..=100).map(|id| comment(id, &long)).collect();
    comments.push(comment(101, "Glöm inte fontänen."));
    let idea = SearchDoc { comments, ..doc(1, "Nytt torg", "Vi behöver ett torg.") };

    let row = first(vec![idea], "fontän");

    assert_eq!(row.place, Place::Comment { id: 101, before: 100, in_answer: false });
    assert_eq!(marked(&row), ["fontänen"]);
}

#[test]
fn a_phrase_is_marked_only_where_its_words_stand_beside_each_other() {
    let late = vec![comment(7, "Vi har inget mötes rum, bara en lokal."), comment(8, "Vi saknar en egen lokal.")];
    let idea = SearchDoc { comments: late, ..doc(1, "Något eget", "En lokal vore bra, en egen.") };

    let row = first(vec![idea], "\"egen lokal\"");

    assert_eq!(row.place, Place::Comment { id: 8, before: 1, in_answer: false });
    assert_eq!(marked(&row), ["egen", "lokal"]);
}

#[test]
fn each_text_is_read_in_its_own_language() {
    let idea = SearchDoc {
        language: "ar".to_owned(),
        comments: vec![comment(5, "Biblioteket har datorer att låna.")],
        answers: vec![answer(AnswerKind::Step, "Vi tar upp den eftersom platserna är få.")],
        ..doc(1, "نريد مكتبة أكبر", "نريد مكتبة أكبر للأطفال")
    };

    for (words, place, shown) in [
        ("dator", Place::Comment { id: 5, before: 0, in_answer: false }, "datorer"),
        ("plats", Place::Step, "platserna"),
    ] {
        let row = first(vec![idea.clone()], words);
        assert_eq!((row.place, row.language.as_str()), (place, "sv"), "{words}");
        assert_eq!(marked(&row), [shown], "{words}");
    }
    assert_eq!(first(vec![idea], "مكتبة").language, "ar");
}

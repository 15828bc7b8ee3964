use super::super::{Draft, SearchDoc};
use super::{doc, index};

fn town() -> Vec<SearchDoc> {
    vec![
        doc(1, "Fler bänkar längs gångvägen vid Svarte Mosse", "Äldre orkar inte hela vägen utan att sitta och vila."),
        doc(2, "Belysning i gångtunneln", "Tunneln vid Vårväderstorget är mörk och många är rädda om kvällen."),
        doc(3, "Läxhjälp på biblioteket", "Barn som inte har lugn hemma behöver hjälp med läxor."),
        doc(4, "Odlingslådor på gården", "Vi vill odla grönsaker tillsammans mellan husen."),
        doc(5, "Fotbollsturnering i sommar", "En turnering för alla ungdomar i stadsdelen."),
        doc(6, "Simskola för vuxna kvinnor", "Många kvinnor har aldrig lärt sig simma."),
    ]
}

fn draft<'d>(title: &'d str, body: &'d str) -> Draft<'d> {
    Draft { title, body, language: "sv", exclude: None }
}

#[test]
fn a_paraphrase_is_found_with_the_shared_words() {
    let (_folder, search) = index(town());

    let lamps =
        search.similar(&draft("Mörk tunnel", "Jag är rädd i tunneln på kvällarna. Sätt upp lampor!"), 3).unwrap();
    let seats = search.similar(&draft("Sittplatser vid Svarte mosse", "En bänk där man kan vila"), 3).unwrap();

    assert_eq!(lamps.first().map(|hit| hit.id), Some(2));
    assert!(
        lamps[0].shared.contains(&"mörk".to_owned()) && lamps[0].shared.contains(&"tunnel".to_owned()),
        "{lamps:?}"
    );
    assert_eq!(seats.iter().map(|hit| hit.id).collect::<Vec<_>>(), [1]);
    assert!(seats[0].shared.starts_with(&["mosse".to_owned(), "svarte".to_owned()]), "{seats:?}");
    assert!(seats[0].shared.contains(&"bänk".to_owned()), "the draft's own form of the word: {seats:?}");
    assert!(seats[0].score > 0.0 && seats[0].score <= 1.0);
}

#[test]
fn an_idea_about_something_else_is_like_none() {
    let (_folder, search) = index(town());

    assert!(
        search
            .similar(&draft("Vi vill ha en bättre busshållplats", "Många står i regnet och väntar."), 5)
            .unwrap()
            .is_empty()
    );
    assert!(search.similar(&draft("Fler och bättre och mer", "Vi behöver det"), 5).unwrap().is_empty());
    assert!(search.similar(&draft("", ""), 5).unwrap().is_empty());
    assert!(search.similar(&draft("\"AND ( title:x 😀", "\0 -"), 5).unwrap().is_empty());
}

#[test]
fn one_telling_word_in_both_titles_is_enough() {
    let (_folder, search) = index(town());

    let hits = search.similar(&draft("Läxhjälp", ""), 5).unwrap();

    assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [3]);
}

#[test]
fn an_idea_is_not_like_itself() {
    let (_folder, search) = index(town());
    let itself = &town()[1];

    let hits = search.similar(&Draft { exclude: Some(2), ..draft(&itself.title, &itself.body) }, 5).unwrap();

    assert!(hits.iter().all(|hit| hit.id != 2), "{hits:?}");
    assert_eq!(search.similar(&draft(&itself.title, &itself.body), 5).unwrap().first().map(|hit| hit.id), Some(2));
    assert!(search.similar(&draft(&itself.title, &itself.body), 0).unwrap().is_empty());
}

#[test]
fn a_few_words_of_an_unknown_language_find_their_like_in_any_likely_one() {
    let chess = SearchDoc { language: "en".to_owned(), ..doc(1, "Start a chess club", "We would play on Sundays.") };
    let sauna = SearchDoc { language: "fi".to_owned(), ..doc(2, "Uusi sauna rannalle", "Sauna olisi mukava.") };
    let (_folder, search) = index(vec![chess, sauna, doc(3, "Fler bänkar", "Vi vill sitta.")]);
    let like = |title| -> Vec<i64> {
        let draft = Draft { title, body: "", language: "", exclude: None };
        search.similar(&draft, 5).unwrap().iter().map(|hit| hit.id).collect()
    };

    assert_eq!(like("A chess club for children"), [1]);
    assert_eq!(like("Saunat rannalle"), [2]);
    assert_eq!(like("En ny bänk"), [3]);
}

#[test]
fn words_that_any_text_may_use_make_no_likeness_in_any_language() {
    let english = |id, title: &str, body: &str| SearchDoc { language: "en".to_owned(), ..doc(id, title, body) };
    let (_folder, search) = index(vec![
        english(1, "One place where people say what they think", "It takes time, every day."),
        english(2, "A chess club", "People say it is nice."),
        doc(3, "Sedan går vi vidare", "Efteråt kommer andra."),
    ]);
    let like = |title, language| -> Vec<(i64, Vec<String>)> {
        let similar = search.similar(&Draft { title, body: "", language, exclude: None }, 5).unwrap();
        similar.into_iter().map(|like| (like.id, like.shared)).collect()
    };

    assert_eq!(like("People say one thing every day", "en"), []);
    assert_eq!(like("Many people play chess", "en"), [(2, vec!["chess".to_owned()])]);
    assert_eq!(like("Gå vidare efteråt", "sv"), []);
}

#[test]
fn the_same_part_of_town_is_no_likeness() {
    let placed =
        |id, title: &str, body: &str| SearchDoc { place: "Länsmansgården".to_owned(), ..doc(id, title, body) };
    let (_folder, search) = index(vec![
        placed(1, "En verktygspool i Länsmansgården", "Låna en borr."),
        placed(2, "Lampor vid gångvägen", "Det är mörkt där."),
    ]);

    let draft = Draft { title: "Fler lampor i Länsmansgården", body: "", language: "sv", exclude: None };
    let similar: Vec<i64> = search.similar(&draft, 5).unwrap().into_iter().map(|like| like.id).collect();

    assert_eq!(similar, [2]);
}

#[test]
fn a_draft_without_marks_is_like_the_idea_that_has_them() {
    let (_folder, search) = index(vec![
        doc(1, "Hundrastgård vid ån", "En inhägnad där hundarna får springa lösa."),
        doc(2, "Återvinningsstation vid affären", "Glas och papper."),
        doc(3, "Fler bänkar", "Vi vill sitta."),
    ]);
    let like = |title, body, language| -> Vec<i64> {
        let similar = search.similar(&Draft { title, body, language, exclude: None }, 5).unwrap();
        similar.into_iter().map(|like| like.id).collect()
    };

    assert_eq!(like("Hundrastgard vid an", "En inhagnad dar hundarna far springa losa.", "sv"), [1]);
    assert_eq!(like("Atervinningsstation vid affaren", "", ""), [2]);
}

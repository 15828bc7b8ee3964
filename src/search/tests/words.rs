use std::collections::HashSet;

use super::super::{AnswerKind, Change, Filters, Matched, Query, Sort, Start};
use super::{ask, doc, found, ids, index, text};

#[test]
fn a_compound_in_parts_is_meant_where_they_stand_together_and_not_where_the_idea_lies() {
    let placed = |id, title: &str, body: &str| super::SearchDoc {
        place: "Södra Biskopsgården".to_owned(),
        ..doc(id, title, body)
    };
    let (_folder, search) = index(vec![
        placed(1, "Fritids behöver nya spel", "De gamla är slut."),
        placed(2, "En gård för alla", "Där kan man vara på sin fritid."),
        doc(3, "En gård för ungas fritid", "Den ska vara öppen."),
        doc(4, "Öppet på lovet", "Fritidsgården ska vara öppen."),
    ]);

    let hits = ask(&search, "fritidsgård");
    assert_eq!(hits.exact, 2, "{:?}", ids(&hits));
    assert_eq!(ids(&hits)[..2].iter().copied().collect::<HashSet<i64>>(), HashSet::from([3, 4]));
    let there = ask(&search, "biskopsgården");
    assert_eq!((there.exact, ids(&there)[..2].iter().copied().collect()), (2, HashSet::from([1, 2])));
}

#[test]
fn a_word_that_stands_as_typed_is_not_taken_for_another_without_its_marks() {
    let (_folder, search) =
        index(vec![doc(1, "Fira staden", "Den fyller hundra år."), doc(2, "Vad är det", "Här är det tomt.")]);

    assert_eq!(found(&search, "rymdraket år"), [1]);
    assert_eq!(found(&search, "ar").len(), 2, "without marks both may be meant");
}

#[test]
fn inflections_find_each_other() {
    let (_folder, search) = index(vec![
        doc(1, "Fler bänkar vid torget", "Äldre behöver vila."),
        doc(2, "Bättre belysning", "Det är mörkt längs gångvägen."),
        super::SearchDoc { language: "fi".to_owned(), ..doc(3, "Lisää valoja puistoihin", "Pimeää.") },
        super::SearchDoc { language: "en-GB".to_owned(), ..doc(4, "More parks", "Children are playing.") },
    ]);

    assert_eq!(found(&search, "bänk"), [1]);
    assert_eq!(found(&search, "bänkarna"), [1]);
    assert_eq!(found(&search, "belysningen"), [2]);
    assert_eq!(found(&search, "gångvägar mörk"), [2]);
    assert_eq!(found(&search, "torgen"), [1]);
    assert_eq!(found(&search, "puisto"), [3]);
    assert_eq!(found(&search, "park played"), [4]);
}

#[test]
fn the_article_of_swedish_words_on_a_is_taken_off() {
    let (_folder, search) = index(vec![
        doc(1, "Skolan", "x"),
        doc(2, "En skola", "x"),
        doc(3, "Skolorna", "x"),
        doc(4, "Fotbollsplan", "x"),
        doc(5, "Fotbollsplanerna", "x"),
    ]);
    let sorted = |words: &str| {
        let hits = ask(&search, words);
        assert_eq!(hits.matched, Matched::All, "{words}");
        let mut ids = ids(&hits);
        ids.sort_unstable();
        ids
    };

    assert_eq!(sorted("skola"), [1, 2, 3]);
    assert_eq!(sorted("skolans"), [1, 2, 3]);
    assert_eq!(sorted("fotbollsplanen"), [4, 5]);
}

#[test]
fn the_form_as_typed_ranks_above_another_form() {
    let (_folder, search) = index(vec![doc(1, "Bänken", "x"), doc(2, "Bänkar", "x"), doc(3, "Bänk", "x")]);

    for (word, first) in [("bänken", 1), ("bänkar", 2), ("bänk", 3)] {
        let hits = found(&search, word);

        assert_eq!(hits.first(), Some(&first), "{word}: {hits:?}");
        assert_eq!(hits.len(), 3);
    }
}

#[test]
fn marks_on_letters_tell_words_apart_but_may_be_left_out() {
    let (_folder, search) = index(vec![
        doc(1, "Banken på torget", "Pengar."),
        doc(2, "Bänken på torget", "Sitta."),
        doc(3, "Översta våningen", "Utsikt."),
    ]);

    assert_eq!(found(&search, "oversta"), [3]);
    assert_eq!(found(&search, "bänken"), [2], "who types the mark means it");
    assert_eq!(found(&search, "banken"), [1, 2], "the word as typed comes first");
    assert_eq!(found(&search, "bank"), [1, 2]);
    assert_eq!(found(&search, "övérsta"), [3], "a wrong mark is forgiven when nothing else is found");
    assert_eq!(found(&search, "o\u{308}versta"), [3], "a decomposed ö is an ö");
}

#[test]
fn a_title_counts_more_than_a_text_and_a_text_more_than_a_comment() {
    let comment = super::SearchDoc {
        comments: vec![super::comment(7, "Skatepark vore kul")],
        ..doc(1, "Torget", "Något annat")
    };
    let (_folder, search) =
        index(vec![comment, doc(2, "Parken", "Skatepark vore kul"), doc(3, "Skatepark", "Något annat kul")]);

    assert_eq!(found(&search, "skatepark"), [3, 2, 1]);
}

#[test]
fn a_word_that_any_text_may_use_counts_less_than_the_subject() {
    let (_folder, search) = index(vec![
        doc(1, "Vuxna och kvällar", "Vuxna ute om kvällarna."),
        doc(2, "Nattvandring", "Vuxna som nattvandrar om kvällarna gör det tryggt."),
        doc(3, "Tryggt vid skolan", "Det ska vara tryggt."),
    ]);

    assert_eq!(found(&search, "tryggt vuxna kvällar")[..2], [2, 3], "the subject before what any text may say");
}

#[test]
fn answers_and_numbers_are_found() {
    let decided = super::SearchDoc {
        number: "2026-0412".to_owned(),
        answers: vec![super::answer(AnswerKind::Decision, "Fritidsförvaltningen bygger i mars")],
        ..doc(1, "Utegym", "Träna ute")
    };
    let (_folder, search) = index(vec![decided, doc(2, "Gungor", "Lek 2026")]);

    assert_eq!(found(&search, "fritidsförvaltning"), [1]);
    let number = ask(&search, "2026-0412");
    assert_eq!((ids(&number).first(), number.exact), (Some(&1), 1));
    assert_eq!(found(&search, "2026"), [1, 2]);
}

#[test]
fn a_phrase_must_stand_as_written_and_a_minus_takes_away() {
    let (_folder, search) = index(vec![
        doc(1, "Röda stora huset", "Måla om."),
        doc(2, "Stora röda huset", "Måla om."),
        doc(3, "Röda bilar", "Lek."),
    ]);

    assert_eq!(found(&search, "\"stora röda\""), [2]);
    assert_eq!(found(&search, "”röda bilar”"), [3]);
    assert!(found(&search, "\"huset stora\"").is_empty());
    assert_eq!(found(&search, "röda -hus"), [3], "a minus takes every inflection away");
    assert_eq!(found(&search, "röda -\"röda bilar\" -\"röda stora\""), [2]);
    assert_eq!(found(&search, "-röda").len(), 0);
    assert_eq!(found(&search, "-bilar").len(), 2);
}

#[test]
fn all_words_are_wanted_until_nothing_is_found() {
    let (_folder, search) = index(vec![
        doc(1, "Lekplats vid skolan", "Gungor"),
        doc(2, "Lekplats vid torget", "Rutschkana"),
        doc(3, "Skolan", "Matsal"),
    ]);

    let all = ask(&search, "lekplats skola");
    let question = ask(&search, "hur får vi en lekplats vid torget?");
    let some = ask(&search, "lekplats simhall");

    assert_eq!((all.exact, all.matched), (1, Matched::All));
    assert_eq!(ids(&all).first(), Some(&1), "what has some of the words follows");
    assert_eq!(ids(&question).first(), Some(&2));
    assert_eq!((some.total, some.matched), (2, Matched::Some));
    assert!(found(&search, "simhall").is_empty());
}

#[test]
fn misspellings_are_forgiven_only_when_nothing_is_found() {
    let (_folder, search) = index(vec![
        doc(1, "Belysning i parken", "Mörkt"),
        doc(2, "Fotbollsplan", "Mål"),
        doc(3, "Kanot", "Sjö"),
        doc(4, "Kanon", "Berg"),
    ]);

    let near = ask(&search, "belysnig");

    assert_eq!((ids(&near), near.matched), (vec![1], Matched::Nearly));
    assert_eq!(found(&search, "fotbolsplann"), [2], "two letters in a long word");
    assert!(found(&search, "kanxx").is_empty(), "one letter in a short word");
    assert_eq!(found(&search, "kanot"), [3], "a word that is there is not corrected");
    assert!(found(&search, "mlk").is_empty());
}

#[test]
fn no_text_makes_a_question_fail() {
    let (_folder, search) = index(vec![doc(1, "Bänk", "Sitta"), doc(2, "שלום עולם", "مرحبا بالعالم")]);
    let hostile = [
        "ord ".repeat(2_500),
        "x".repeat(10_000),
        "\"".repeat(500),
        "\"a".repeat(500),
        "-".repeat(500),
        "-\"".repeat(250),
        "\0\u{1}\u{7f}\u{85}\u{1b}[31m".to_owned(),
        "title:x AND (".to_owned(),
        "* ? ~2 ^3 [a TO b] {x} +a && || ! \\".to_owned(),
        "(a+)+$ .* [[:alpha:]] \\p{L}".to_owned(),
        "'; DROP TABLE ideas; --".to_owned(),
        "😀👨‍👩‍👧‍👦🇸🇪 ❤️".to_owned(),
        "\u{202e}bänk\u{2066} שלום".to_owned(),
        "\u{0}\"\u{0}\" -\u{0}".to_owned(),
        "z\u{300}\u{301}\u{302}".repeat(60),
        "ﷺ ŉ ǰ ΐ İ ß ﬃ".to_owned(),
        "- \" -\" \"-\" \"\" -\"\"".to_owned(),
        "日本語 한국어 ไทย हिन्दी".to_owned(),
    ];

    for query in hostile {
        for sort in [Sort::Relevance, Sort::LastEvent, Sort::EndsSoon, Sort::MostSupport] {
            let answer = search.find(&Query { sort, ..text(&query) });

            assert!(answer.is_ok(), "{query:?}: {answer:?}");
        }
    }
    assert_eq!(found(&search, "\u{202e}bänk\u{202c}"), [1]);
    assert_eq!(found(&search, "שלום"), [2]);
    assert_eq!(ask(&search, "😀").total, 0);
    assert_eq!(ask(&search, " \u{a0} ").total, 2, "white space is no question");
}

#[test]
fn filters_hold_between_lists_and_let_any_word_of_a_list_through() {
    let with = |id, theme: &str, state: &str, group: &str| super::SearchDoc {
        theme: theme.to_owned(),
        state: state.to_owned(),
        group: group.to_owned(),
        area: "norra".to_owned(),
        ..doc(id, "Idé", "Text")
    };
    let (_folder, search) = index(vec![
        with(1, "lek", "open", "a"),
        with(2, "lek", "done", "b"),
        with(3, "ljus", "open", ""),
        with(4, "ljus", "done", "a"),
    ]);
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let ask = |filters: Filters, words: Option<&str>| {
        let mut hits = ids(&search
            .find(&Query { filters, text: words.map(str::to_owned), limit: 10, ..Query::default() })
            .unwrap());
        hits.sort_unstable();
        hits
    };

    assert_eq!(ask(Filters { themes: list(&["lek"]), ..Filters::default() }, None), [1, 2]);
    assert_eq!(
        ask(Filters { themes: list(&["lek", "ljus"]), states: list(&["open"]), ..Filters::default() }, Some("idéer")),
        [1, 3]
    );
    assert_eq!(ask(Filters { groups: list(&["a"]), states: list(&["done"]), ..Filters::default() }, None), [4]);
    assert_eq!(
        ask(Filters { areas: list(&["norra"]), languages: list(&["sv"]), ..Filters::default() }, None),
        [1, 2, 3, 4]
    );
    assert!(ask(Filters { themes: list(&["LEK", ""]), ..Filters::default() }, None).is_empty());
}

#[test]
fn what_comes_and_goes_between_two_pages_doubles_nothing_and_leaves_nothing_out() {
    let supported = |id| super::SearchDoc { support_count: 10 * id, ..doc(id, "Idé", "Text") };
    let (_folder, search) = index((1..=6).map(supported).collect());
    let page = |start| {
        let hits = search.find(&Query { sort: Sort::MostSupport, limit: 2, start, ..text("idé") }).unwrap();
        (hits.first, ids(&hits))
    };
    let second = Start { row: 2, after: Some(5) };
    assert_eq!(page(Start::default()), (0, vec![6, 5]));
    assert_eq!(page(second), (2, vec![4, 3]));

    search.apply(&[Change::Put(Box::new(supported(9))), Change::Put(Box::new(supported(8)))], 2).unwrap();
    assert_eq!(page(second), (4, vec![4, 3]), "two came before");

    let gone = [9, 8, 6].map(Change::Remove);
    search.apply(&gone, 3).unwrap();
    assert_eq!(page(second), (1, vec![4, 3]), "one of the first page is gone");

    search.apply(&[Change::Remove(5), Change::Put(Box::new(supported(6)))], 4).unwrap();
    assert_eq!(page(Start { row: 1, after: Some(5) }), (1, vec![4, 3]), "the last of the page before is gone");
    assert_eq!(page(Start { row: 10_000, after: Some(5) }), (5, vec![]));
}

#[test]
fn each_order_is_whole_and_pages_do_not_overlap() {
    let with = |id, support_count, last_event_at, closes_on| super::SearchDoc {
        support_count,
        last_event_at,
        closes_on,
        ..doc(id, "Idé", "Text")
    };
    let (_folder, search) = index(vec![
        with(1, 5, 100, Some(20_500)),
        with(2, 50, 50, None),
        with(3, 7, 400, Some(20_400)),
        with(4, 7, 70, Some(20_600)),
    ]);
    let page = |sort, limit, row| {
        let start = Start { row, after: None };
        ids(&search.find(&Query { sort, limit, start, ..text("idé") }).unwrap())
    };

    assert_eq!(page(Sort::LastEvent, 10, 0), [3, 1, 4, 2]);
    assert_eq!(page(Sort::EndsSoon, 10, 0), [3, 1, 4, 2]);
    assert_eq!(page(Sort::MostSupport, 10, 0), [2, 4, 3, 1]);
    assert_eq!(page(Sort::MostSupport, 2, 0), [2, 4]);
    assert_eq!(page(Sort::MostSupport, 2, 2), [3, 1]);
    assert!(page(Sort::MostSupport, 2, 4).is_empty());
    let shuffled = |day| page(Sort::Shuffled { day }, 10, 0);
    let orders: HashSet<Vec<i64>> = (20_000..20_020).map(shuffled).collect();
    assert!(orders.len() > 5, "each day another: {orders:?}");
    let [mut whole, mut halves] = [shuffled(20_000), page(Sort::Shuffled { day: 20_000 }, 2, 0)];
    halves.extend(page(Sort::Shuffled { day: 20_000 }, 2, 2));
    assert_eq!(whole, halves);
    whole.sort_unstable();
    assert_eq!(whole, [1, 2, 3, 4]);
    assert!(page(Sort::MostSupport, usize::MAX, usize::MAX).is_empty());
    assert_eq!(search.find(&Query { limit: 0, ..text("idé") }).unwrap().total, 4);
    let silent = search.find(&Query { limit: 10, ..Query::default() }).unwrap();
    assert_eq!(ids(&silent), [3, 1, 4, 2], "without words the newest event comes first");
}

#[test]
fn a_snippet_shows_the_place_and_marks_inflected_words() {
    let long = "Här står något helt annat. ".repeat(40);
    let commented = super::SearchDoc {
        comments: vec![super::comment(8, "Jag vill ha\nbänkar   här")],
        ..doc(2, "Torget", "Grönt")
    };
    let (_folder, search) = index(vec![doc(1, "Torget", &format!("{long}Sätt bänkarna i solen. {long}")), commented]);

    let hits = ask(&search, "bänk");

    let shown: Vec<String> =
        hits.ids.iter().map(|row| row.snippet.iter().map(|piece| piece.text.as_str()).collect()).collect();
    let marked: Vec<Vec<&str>> = hits
        .ids
        .iter()
        .map(|row| row.snippet.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect())
        .collect();
    assert_eq!(ids(&hits), [1, 2]);
    assert_eq!(marked, [["bänkarna"], ["bänkar"]]);
    assert!(shown[0].starts_with("… ") && shown[0].ends_with(" …") && shown[0].len() < 300, "{:?}", shown[0]);
    assert_eq!(shown[1], "Jag vill ha bänkar här");
}

#[test]
fn a_snippet_is_short_whatever_the_text_is_made_of() {
    let junk = "😀".repeat(3_000);
    let (_folder, search) =
        index(vec![doc(1, "Ljus", &format!("{junk} ljus {junk}")), doc(2, "Ljus", &"å".repeat(20_000))]);

    let hits = ask(&search, "ljus");

    for row in &hits.ids {
        assert!(row.snippet.iter().map(|piece| piece.text.chars().count()).sum::<usize>() < 300, "{:?}", row.snippet);
    }
    assert_eq!(hits.total, 2);
}

#[test]
fn the_last_word_is_completed_from_what_is_shown() {
    let (_folder, search) = index(vec![
        doc(1, "Belysning vid torget", "Belysningen är trasig. Bel bela"),
        doc(2, "Mer belysning", "Belöning åt alla"),
        doc(3, "Hemligt", "Belamrad"),
    ]);
    let completed = |typed: &str| search.completions(typed).unwrap();

    assert_eq!(completed("bel").first().map(String::as_str), Some("belysning"), "the commonest first");
    assert_eq!(completed("mer Bely"), ["mer belysning", "mer belysningen"]);
    assert_eq!(completed("belö"), ["belöning"]);
    assert_eq!(completed("belon"), ["belöning"], "the marks may be left out");
    assert!(completed("bel").contains(&"belamrad".to_owned()));
    search.apply(&[Change::Remove(3)], 1).unwrap();
    assert!(!completed("bel").contains(&"belamrad".to_owned()), "what was hidden is not suggested");
    for typed in
        ["", " ", "b", "bel ", "\"", "bel\"", "-", "å", "\u{10FFFF}", "xyzzy", "vi", "belysning vid torget\u{0}"]
    {
        assert!(completed(typed).is_empty(), "{typed:?}");
    }
}

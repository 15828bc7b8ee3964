use super::super::{AnswerKind, Filters, Matched, Percolator, Query, Watched};
use super::{comment, doc, index};

/// Questions as people type them, some of them about nothing in the texts.
const QUESTIONS: [&str; 31] = [
    "belysning",
    "belysningen",
    "gatubelysning",
    "gång väg",
    "gångväg",
    "gångvägar mörka",
    "lampor vid torget",
    "varvaderstorget",
    "Vårväderstorget",
    "bättre belysning på väg",
    "torg -lampor",
    "\"södra torget\"",
    "\"torget södra\"",
    "stad park",
    "stadspark",
    "skateboardpark",
    "cykelparkering",
    "park",
    "parks",
    "playing",
    "valoja",
    "puisto",
    "och",
    "fler",
    "2026-0412",
    "simhall",
    "Länsmansgårdens",
    "lansmansgarden",
    "Länsmansgårdens schack",
    "schack -bord",
    "projektets",
];

fn docs() -> Vec<super::SearchDoc> {
    vec![
        doc(1, "Bättre gatubelysning", "Det är mörkt längs gångvägen vid södra torget."),
        super::SearchDoc {
            number: "2026-0412".to_owned(),
            comments: vec![comment(7, "Fler lampor vid Vårväderstorget!")],
            ..doc(2, "En stadspark", "Cyklar behöver parkeras.")
        },
        super::SearchDoc {
            answers: vec![super::answer(AnswerKind::Decision, "Parken får belysning")],
            ..doc(3, "Skatepark", "För unga och gamla")
        },
        super::SearchDoc { language: "fi".to_owned(), ..doc(4, "Lisää valoja puistoihin", "Pimeää.") },
        super::SearchDoc { language: "en".to_owned(), ..doc(5, "More parks", "Children are playing.") },
        super::SearchDoc { language: "bs".to_owned(), ..doc(6, "Osvijetlite stazu", "Mračno je.") },
        super::SearchDoc { place: "Länsmansgården".to_owned(), ..doc(7, "Schack utomhus", "Ett projekt för alla.") },
    ]
}

fn watched(text: &str) -> Watched {
    Watched { text: Some(text.to_owned()), ..Watched::default() }
}

#[test]
fn a_question_fits_what_the_search_finds_strictly() {
    let (_folder, search) = index(docs());
    let held = Percolator::default().hold(&docs()).unwrap();
    let mut fitting = 0;

    for text in QUESTIONS {
        let hits = search.find(&Query { text: Some(text.to_owned()), limit: 20, ..Query::default() }).unwrap();
        let mut strict: Vec<i64> = hits.ids.iter().take(hits.exact).map(|row| row.id).collect();
        if hits.matched != Matched::All {
            strict.clear();
        }
        strict.sort_unstable();
        let mut found = held.matching(&watched(text)).unwrap();
        found.sort_unstable();
        assert_eq!(found, strict, "{text}");
        fitting += found.len();
    }
    assert!(fitting > 20, "{fitting}");
}

#[test]
fn whatever_fits_holds_a_term_under_which_the_question_is_filed() {
    let percolator = Percolator::default();
    let (_folder, search) = index(docs());

    for text in QUESTIONS {
        let watched = watched(text);
        for doc in docs() {
            let held = percolator.hold(std::slice::from_ref(&doc)).unwrap();
            if held.matching(&watched).unwrap().is_empty() {
                continue;
            }
            for terms in [search.terms(&watched).unwrap(), percolator.terms(&watched).unwrap()] {
                assert!(
                    held.terms().any(|term| terms.iter().any(|own| own == term)),
                    "{text} in {}: {terms:?}",
                    doc.id
                );
            }
        }
    }
}

#[test]
fn a_question_is_filed_under_its_rarest_word_alone() {
    let many = (1..40).map(|id| doc(id, "Lampor vid torget", "Det är mörkt."));
    let (_folder, search) = index(many.chain([doc(40, "Pergola", "Grönt")]).collect());
    let is_about = |terms: &[String], word: &str| terms.contains(&format!("e:{word}"));

    let rare = search.terms(&watched("lampor vid torget pergola")).unwrap();
    assert!(is_about(&rare, "pergola") && !is_about(&rare, "lampor") && !is_about(&rare, "torget"), "{rare:?}");
    let unknown = search.terms(&watched("torget rutschkana")).unwrap();
    assert!(is_about(&unknown, "rutschkana") && !is_about(&unknown, "torget"), "{unknown:?}");
    let without_index = Percolator::default().terms(&watched("torg rutschkana")).unwrap();
    assert!(is_about(&without_index, "rutschkana"), "the longest: {without_index:?}");
    assert!(rare.len() < 20, "{rare:?}");
}

#[test]
fn a_question_without_words_is_filed_under_its_choices() {
    let percolator = Percolator::default();
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let filters = Filters { themes: list(&["a", "b"]), areas: list(&["norra"]), ..Filters::default() };
    let silent = Watched { text: None, filters: filters.clone() };

    assert_eq!(percolator.terms(&silent).unwrap(), ["theme:a", "theme:b"]);
    let only_without = Watched { text: Some("-lampor".to_owned()), filters: filters.clone() };
    assert_eq!(percolator.terms(&only_without).unwrap(), ["theme:a", "theme:b"]);
    for about_nothing in
        [Watched { text: Some("\u{1F600}".to_owned()), filters }, watched("-lampor"), Watched::default()]
    {
        assert!(percolator.terms(&about_nothing).unwrap().is_empty(), "{about_nothing:?}");
    }

    let sorted = super::SearchDoc { theme: "b".to_owned(), area: "norra".to_owned(), ..doc(1, "Lampor", "x") };
    let held = percolator.hold(&[sorted, doc(2, "Lampor", "x")]).unwrap();
    assert_eq!(held.matching(&silent).unwrap(), [1]);
    assert!(held.terms().any(|term| term == "theme:b"));
}

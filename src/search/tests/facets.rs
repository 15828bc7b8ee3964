use super::super::{AnswerKind, Change, Config, Facet, Facets, Filters, Place, Query, Search};
use super::{answer, comment, doc, index};
use crate::search::SearchDoc;

fn dressed(id: i64, title: &str, theme: &str, area: &str, year: i16) -> SearchDoc {
    SearchDoc {
        theme: theme.to_owned(),
        area: area.to_owned(),
        state: "open".to_owned(),
        published_year: Some(year),
        ..doc(id, title, "")
    }
}

fn town() -> Vec<SearchDoc> {
    vec![
        dressed(1, "Bänkar vid skolan", "skola", "norra", 2025),
        dressed(2, "Bänkar vid torget", "trygghet", "norra", 2026),
        dressed(3, "Bänkar i parken", "fritid", "södra", 2026),
        dressed(4, "Lampor i parken", "fritid", "södra", 2026),
    ]
}

fn counted(facets: &Facets, facet: Facet) -> Vec<(String, usize)> {
    let mut all: Vec<_> = facets.values(facet).map(|(value, count)| (value.to_owned(), count)).collect();
    all.sort();
    all
}

fn asking(filters: Filters) -> Query {
    Query { text: Some("bänkar".to_owned()), filters, limit: 20, counts_facets: true, ..Query::default() }
}

#[test]
fn what_is_found_is_counted_by_every_facet() {
    let (_folder, search) = index(town());

    let hits = search.find(&asking(Filters::default())).unwrap();

    let of = |facet| counted(&hits.facets, facet);
    let pairs =
        |list: &[(&str, usize)]| list.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect::<Vec<_>>();
    assert_eq!(of(Facet::Theme), pairs(&[("fritid", 1), ("skola", 1), ("trygghet", 1)]));
    assert_eq!(of(Facet::Area), pairs(&[("norra", 2), ("södra", 1)]));
    assert_eq!(of(Facet::Year), pairs(&[("2025", 1), ("2026", 2)]));
    assert_eq!(of(Facet::State), pairs(&[("open", 3)]));
    assert_eq!(of(Facet::Group), pairs(&[]));
    assert_eq!(hits.facets.count(Facet::Theme, "miljö"), Some(0));
}

#[test]
fn several_values_of_one_choice_add_up_and_others_can_still_be_chosen() {
    let (_folder, search) = index(town());
    let themes = vec!["skola".to_owned(), "trygghet".to_owned()];

    let hits = search.find(&asking(Filters { themes, ..Filters::default() })).unwrap();

    let mut ids = super::ids(&hits);
    ids.sort_unstable();
    assert_eq!(ids, [1, 2]);
    // As if no theme was chosen, but only these areas are left.
    assert_eq!(hits.facets.count(Facet::Theme, "fritid"), Some(1));
    assert_eq!(hits.facets.count(Facet::Area, "södra"), Some(0));

    let years = vec!["2026".to_owned()];
    let areas = vec!["norra".to_owned()];
    let hits = search.find(&asking(Filters { areas, years, ..Filters::default() })).unwrap();
    assert_eq!(super::ids(&hits), [2]);
    assert_eq!(hits.facets.count(Facet::Year, "2025"), Some(1));
    assert_eq!(hits.facets.count(Facet::Area, "södra"), Some(1));
    assert_eq!(hits.facets.count(Facet::Theme, "fritid"), Some(0));
}

#[test]
fn nothing_is_counted_unless_asked() {
    let (_folder, search) = index(town());

    let hits = search.find(&Query { counts_facets: false, ..asking(Filters::default()) }).unwrap();

    assert_eq!(hits.facets.count(Facet::Theme, "skola"), None);
}

#[test]
fn what_was_counted_is_counted_anew_when_something_has_changed() {
    let (_folder, search) = index(town());
    let fritid = Filters { themes: vec!["fritid".to_owned()], ..Filters::default() };
    let count = |filters: &Filters| search.counted(filters).unwrap().unwrap();

    assert_eq!((count(&Filters::default()).total, count(&fritid).total), (4, 2));
    assert!(std::sync::Arc::ptr_eq(&count(&fritid), &count(&fritid)), "it is kept");
    search.apply(&[Change::Remove(3), Change::Remove(1)], 2).unwrap();

    assert_eq!((count(&Filters::default()).total, count(&fritid).total), (2, 1));
    assert_eq!(counted(&count(&Filters::default()).facets, Facet::Year), [("2026".to_owned(), 2)]);
    assert_eq!(count(&fritid).facets.count(Facet::Theme, "trygghet"), Some(1), "as if nothing was chosen there");
}

#[test]
fn while_the_index_is_built_anew_nothing_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let search = Search::open(folder.path(), &Config::default()).unwrap();

    assert_eq!(search.counted(&Filters::default()).unwrap(), None);
}

#[test]
fn a_hit_says_where_its_words_stand() {
    let comments =
        vec![comment(70, "Bra idé!"), comment(71, "En fontän vore fint"), comment(72, "Ja, en fontän med guldfiskar")];
    let answers = vec![
        answer(AnswerKind::Decision, "Nej, grillplatsen ligger för nära husen."),
        answer(AnswerKind::Inquiry, "Vad säger räddningstjänsten?"),
        answer(AnswerKind::Progress, "Grävmaskinen har kommit"),
        answer(AnswerKind::Result, "Invigd av borgmästaren"),
        answer(AnswerKind::ToComment(72), "Karpar går bra"),
    ];
    let (_folder, search) = index(vec![SearchDoc { comments, answers, ..doc(1, "Torget", "Mer grönt på torget") }]);
    let place = |words: &str| super::ask(&search, words).ids.first().map(|row| row.place);

    assert_eq!(place("grönt"), Some(Place::Text));
    assert_eq!(place("grillplats"), Some(Place::Decision));
    assert_eq!(place("räddningstjänst"), Some(Place::Inquiry));
    assert_eq!(place("grävmaskin"), Some(Place::Progress));
    assert_eq!(place("invigd"), Some(Place::Result));
    assert_eq!(place("karp"), Some(Place::Comment { id: 72, before: 2, in_answer: true }));
    assert_eq!(place("fontän"), Some(Place::Comment { id: 71, before: 1, in_answer: false }));
    // Where most of the words stand, not where one of them stands first.
    assert_eq!(place("torget fontän"), Some(Place::Text));
    assert_eq!(place("guldfisk fontän"), Some(Place::Comment { id: 72, before: 2, in_answer: false }));
}

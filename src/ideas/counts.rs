//! What a list without a text can be narrowed by, from the stored counts.

use super::list_query::ListQuery;
use super::views::StoredCount;
use crate::search::{Facet, Facets};

/// The facets that the stored counts know.
const STORED: [Facet; 3] = [Facet::Theme, Facet::Area, Facet::State];

/// How many ideas the query finds, and how many it would find with other values of a facet; nothing
/// when it asks for what is not counted: a group, a language or a year.
#[must_use]
pub fn count(query: &ListQuery, stored: &[StoredCount]) -> Option<(i64, Facets)> {
    if !(query.groups.is_empty() && query.languages.is_empty() && query.years.is_empty()) {
        return None;
    }
    let mut facets = Facets::default();
    for facet in STORED {
        facets.begin(facet);
    }
    let mut total = 0;
    let contradiction = query.contradicts_itself();
    for cell in stored.iter().filter(|_| !contradiction) {
        if STORED.into_iter().all(|facet| fits(query, cell, facet)) {
            total += cell.count;
        }
        for facet in STORED {
            if STORED.into_iter().all(|other| other == facet || fits(query, cell, other)) {
                facets.add(facet, value(cell, facet), usize::try_from(cell.count).unwrap_or_default());
            }
        }
    }
    Some((total, facets))
}

fn value(cell: &StoredCount, facet: Facet) -> &str {
    match facet {
        Facet::Theme => &cell.theme,
        Facet::Area => &cell.area,
        Facet::State | Facet::Group | Facet::Language | Facet::Year => &cell.state,
    }
}

/// Whether what was chosen in a facet lets the cell through.
fn fits(query: &ListQuery, cell: &StoredCount, facet: Facet) -> bool {
    let one_of = |values: &[String], value: &String| values.is_empty() || values.contains(value);
    match facet {
        Facet::Theme => one_of(&query.themes, &cell.theme),
        Facet::Area => one_of(&query.areas, &cell.area),
        Facet::State | Facet::Group | Facet::Language | Facet::Year => {
            let states = query.effective_states();
            states.is_empty() || states.iter().any(|state| state.as_str() == cell.state)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ideas::lifecycle::State;

    fn stored() -> Vec<StoredCount> {
        let cell = |state: State, theme: &str, area: &str, count| StoredCount {
            state: state.as_str().to_owned(),
            theme: theme.to_owned(),
            area: area.to_owned(),
            count,
        };
        vec![
            cell(State::Open, "fritid", "norra", 3),
            cell(State::Open, "skola", "norra", 2),
            cell(State::Done, "fritid", "norra", 5),
            cell(State::Done, "skola", "södra", 7),
        ]
    }

    #[test]
    fn every_facet_is_counted_beside_what_the_others_say() {
        let query = ListQuery { themes: vec!["fritid".to_owned()], states: vec![State::Open], ..ListQuery::default() };

        let (total, facets) = count(&query, &stored()).unwrap();

        assert_eq!(total, 3);
        assert_eq!(facets.count(Facet::Theme, "skola"), Some(2));
        assert_eq!(facets.count(Facet::State, "done"), Some(5));
        assert_eq!(facets.count(Facet::Area, "norra"), Some(3));
        assert_eq!(facets.count(Facet::Area, "södra"), Some(0));
        assert_eq!(facets.count(Facet::Group, "x"), None);
    }

    #[test]
    fn several_values_add_up() {
        let themes = vec!["fritid".to_owned(), "skola".to_owned()];

        assert_eq!(count(&ListQuery { themes, ..ListQuery::default() }, &stored()).unwrap().0, 17);
    }

    #[test]
    fn what_is_not_stored_is_not_counted() {
        for query in [
            ListQuery { groups: vec!["x".to_owned()], ..ListQuery::default() },
            ListQuery { languages: vec!["sv".to_owned()], ..ListQuery::default() },
            ListQuery { years: vec![2026], ..ListQuery::default() },
        ] {
            assert!(count(&query, &stored()).is_none());
        }
    }
}

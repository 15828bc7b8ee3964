//! The question behind a saved search: read from outside, and read back for asking it.

use crate::error::{Code, Error, Result};
use crate::ideas::list_query::{ListQuery, RawListQuery};
use crate::search::{Filters, Watched};
use crate::town::Town;

/// What somebody wants to save, in the one form of the question, with everything in it known.
///
/// # Errors
/// [`Code::MalformedBody`] for what is no query string, what [`ListQuery::parse`] refuses, and
/// [`Code::NothingToWatch`] for a question about nothing.
pub(super) fn parse(query: &str, town: &Town) -> Result<(String, ListQuery)> {
    let raw: RawListQuery =
        serde_html_form::from_str(query).map_err(|_quotes_the_sender| Error::refused(Code::MalformedBody))?;
    let list = ListQuery::parse(&raw, town)?;
    let question = list.question().ok_or_else(|| Error::refused(Code::NothingToWatch))?;
    Ok((question, list))
}

/// A stored question as the index asks it. A theme or group that is no longer there fits nothing;
/// that is no fault.
pub(super) fn watched(question: &str) -> Result<Watched> {
    let raw: RawListQuery = serde_html_form::from_str(question).map_err(Error::corrupt)?;
    Ok(Watched {
        text: Some(raw.q).filter(|text| !text.is_empty()),
        filters: Filters {
            states: raw.state,
            themes: raw.theme,
            areas: raw.area,
            groups: raw.group,
            languages: raw.language,
            years: raw.year,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_question_is_read_back_whole() {
        let watched = watched("q=b%C3%A4nk+%22vid+sj%C3%B6n%22&theme=a&theme=b&state=open&year=2026").unwrap();

        assert_eq!(watched.text.as_deref(), Some("bänk \"vid sjön\""));
        assert_eq!(watched.filters.themes, ["a", "b"]);
        assert_eq!((watched.filters.states, watched.filters.years), (vec!["open".to_owned()], vec!["2026".to_owned()]));
    }
}

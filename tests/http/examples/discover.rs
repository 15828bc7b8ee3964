//! Front page, lists, search, pages that explain, languages, feeds.

use super::{Example, Subject::Nothing};

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/", Nothing),
    Example::get("/ideas", Nothing),
    Example::get("/search", Nothing).at("/search?q=b%C3%A4nkar"),
    Example::get("/api/v1/ideas", Nothing).at("/api/v1/ideas?state=open&sort=support"),
    Example::get("/api/v1/search", Nothing).at("/api/v1/search?q=b%C3%A4nkar"),
    Example::get("/results", Nothing),
    Example::get("/results/{table}.csv", Nothing).at("/results/years.csv"),
    Example::get("/api/v1/results", Nothing),
    Example::get("/api/v1/openapi.json", Nothing),
    Example::get("/api/v1/search/completions", Nothing).at("/api/v1/search/completions?q=b%C3%A4n"),
    Example::get("/completions.json", Nothing).at("/completions.json?q=b%C3%A4n"),
    Example::get("/similar.json", Nothing).at("/similar.json?text=b%C3%A4nkar"),
    Example::get("/about", Nothing),
    Example::get("/privacy", Nothing),
    Example::get("/accessibility", Nothing),
    Example::get("/language/{code}", Nothing).at("/language/en?to=/about"),
    Example::get("/feeds/ideas.atom", Nothing),
    Example::get("/feeds/decisions.atom", Nothing),
];

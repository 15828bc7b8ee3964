//! Pages that explain, languages, feeds.

use super::{Example, Subject::Nothing};

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/about", Nothing),
    Example::get("/privacy", Nothing),
    Example::get("/accessibility", Nothing),
    Example::get("/language/{code}", Nothing).at("/language/en?to=/about"),
    Example::get("/feeds/ideas.atom", Nothing),
    Example::get("/feeds/decisions.atom", Nothing),
];

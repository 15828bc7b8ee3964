//! Secret ballots.

use super::{EVERY_STATE, Example, Subject::Idea};
use crate::support::State;

/// The state in which there is a ballot.
const IN_BALLOT: &[State] = &[State::Ballot];

/// A ballot to be opened.
const NEW: &[(&str, &str)] = &[
    ("question", "Ska bänkarna sättas ut?"),
    ("held_by", "{slug}"),
    ("majority", "simple"),
    ("closes_on", "{soon}"),
    ("version", "{version}"),
    ("form_key", "{key}"),
];

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/ideas/{number}/ballots", Idea(EVERY_STATE)),
    Example::post("/ideas/{number}/ballots", Idea(EVERY_STATE), NEW),
    Example::get("/ballots/{id}", Idea(IN_BALLOT)).at("/ballots/{ballot}"),
    Example::post("/ballots/{id}/votes", Idea(IN_BALLOT), &[("choice", "yes")]).at("/ballots/{ballot}/votes"),
    Example::post("/ballots/{id}/result", Idea(IN_BALLOT), &[("version", "{version}")]).at("/ballots/{ballot}/result"),
    Example::get("/api/v1/ideas/{number}/ballots", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/ballots", Idea(EVERY_STATE), NEW),
    Example::get("/api/v1/ballots/{id}", Idea(IN_BALLOT)).at("/api/v1/ballots/{ballot}"),
    Example::post("/api/v1/ballots/{id}/votes", Idea(IN_BALLOT), &[("choice", "no")])
        .at("/api/v1/ballots/{ballot}/votes"),
    Example::post("/api/v1/ballots/{id}/result", Idea(IN_BALLOT), &[("version", "{version}")])
        .at("/api/v1/ballots/{ballot}/result"),
];

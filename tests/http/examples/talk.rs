//! Support, following, talk and ballots.

use super::{EVERY_STATE, Example, Subject, Subject::Idea};
use crate::support::State;

/// The states in which an idea has shown comments.
const PUBLIC: &[State] = &[State::Open, State::WithGroup, State::Proposal];

const BALLOT: &[State] = &[State::Ballot];

const OPENING: &[(&str, &str)] = &[
    ("question", "Ska bänkarna sättas ut?"),
    ("held_by", "utbildning"),
    ("majority", "simple"),
    ("closes_on", "{soon}"),
    ("version", "{version}"),
    ("form_key", "{key}"),
];

pub(super) const EXAMPLES: &[Example] = &[
    Example::post("/ideas/{number}/support", Idea(EVERY_STATE), &[]),
    Example::post("/ideas/{number}/support/end", Idea(EVERY_STATE), &[]),
    Example::post("/ideas/{number}/support/request", Idea(EVERY_STATE), &[("email", "vera@example.org")]),
    Example::get("/support/{token}", Subject::Nothing),
    Example::post("/support/{token}", Subject::Nothing, &[("follow", "yes")]),
    Example::post("/ideas/{number}/follow", Idea(EVERY_STATE), &[]),
    Example::post("/ideas/{number}/follow/end", Idea(EVERY_STATE), &[]),
    Example::post(
        "/ideas/{number}/comments",
        Idea(EVERY_STATE),
        &[("kind", "question"), ("body", "Vem har nyckeln?"), ("form_key", "{key}")],
    ),
    Example::get("/comments/{id}/answer", Idea(PUBLIC)).at("/comments/{question}/answer"),
    Example::post("/comments/{id}/answer", Idea(PUBLIC), &[("body", "Föreningen har den.")])
        .at("/comments/{question}/answer"),
    Example::get("/api/v1/ideas/{number}/support", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/support", Idea(EVERY_STATE), &[]),
    Example::delete("/api/v1/ideas/{number}/support", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/follow", Idea(EVERY_STATE), &[]),
    Example::delete("/api/v1/ideas/{number}/follow", Idea(EVERY_STATE)),
    Example::get("/api/v1/ideas/{number}/comments", Idea(EVERY_STATE)),
    Example::post(
        "/api/v1/ideas/{number}/comments",
        Idea(EVERY_STATE),
        &[("kind", "for"), ("body", "Bra för alla."), ("form_key", "{key}")],
    ),
    Example::post("/api/v1/comments/{id}/answer", Idea(PUBLIC), &[("body", "Föreningen har den.")])
        .at("/api/v1/comments/{question}/answer"),
    Example::get("/ideas/{number}/ballots", Idea(EVERY_STATE)),
    Example::post("/ideas/{number}/ballots", Idea(EVERY_STATE), OPENING),
    Example::get("/ballots/{id}", Idea(BALLOT)).at("/ballots/{ballot}"),
    Example::post("/ballots/{id}/votes", Idea(BALLOT), &[("choice", "yes")]).at("/ballots/{ballot}/votes"),
    Example::post("/ballots/{id}/result", Idea(BALLOT), &[("version", "{version}")]).at("/ballots/{ballot}/result"),
    Example::get("/api/v1/ideas/{number}/ballots", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/ballots", Idea(EVERY_STATE), OPENING),
    Example::get("/api/v1/ballots/{id}", Idea(BALLOT)).at("/api/v1/ballots/{ballot}"),
    Example::post("/api/v1/ballots/{id}/votes", Idea(BALLOT), &[("choice", "no")])
        .at("/api/v1/ballots/{ballot}/votes"),
    Example::post("/api/v1/ballots/{id}/result", Idea(BALLOT), &[("version", "{version}")])
        .at("/api/v1/ballots/{ballot}/result"),
];

//! Supporting, following, talking.

use super::{EVERY_STATE, Example, PUBLIC, Subject::Idea, Subject::Nothing};

const COMMENT: &[(&str, &str)] =
    &[("kind", "addition"), ("body", "Ställ gärna en bänk vid biblioteket också."), ("form_key", "{key}")];
const ANSWER: &[(&str, &str)] = &[("body", "De kan stå på plats i maj.")];

pub(super) const EXAMPLES: &[Example] = &[
    Example::post("/ideas/{number}/support", Idea(EVERY_STATE), &[]),
    Example::post("/ideas/{number}/support/end", Idea(EVERY_STATE), &[]),
    Example::post("/ideas/{number}/support/request", Idea(EVERY_STATE), &[("email", "rut@example.org")]),
    Example::get("/support/{token}", Nothing),
    Example::post("/support/{token}", Nothing, &[]),
    Example::post("/ideas/{number}/follow", Idea(EVERY_STATE), &[]),
    Example::post("/ideas/{number}/follow/end", Idea(EVERY_STATE), &[]),
    Example::post("/ideas/{number}/comments", Idea(EVERY_STATE), COMMENT),
    Example::get("/comments/{id}/answer", Idea(PUBLIC)).at("/comments/{question}/answer"),
    Example::post("/comments/{id}/answer", Idea(PUBLIC), ANSWER).at("/comments/{question}/answer"),
    Example::get("/api/v1/ideas/{number}/support", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/support", Idea(EVERY_STATE), &[]),
    Example::delete("/api/v1/ideas/{number}/support", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/follow", Idea(EVERY_STATE), &[]),
    Example::delete("/api/v1/ideas/{number}/follow", Idea(EVERY_STATE)),
    Example::get("/api/v1/ideas/{number}/comments", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/comments", Idea(EVERY_STATE), COMMENT),
    Example::post("/api/v1/comments/{id}/answer", Idea(PUBLIC), ANSWER).at("/api/v1/comments/{question}/answer"),
];

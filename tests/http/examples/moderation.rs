//! Moderators, and reports to them.

use super::{EVERY_STATE, Example, Subject};
use crate::support::State;
use Subject::{Idea, Nothing, OfStaff};

/// States in which a comment can wait and a report can come in.
const SHOWN: &[State] = &[State::Open, State::UnderWay];

const RETURN: &[(&str, &str)] = &[
    ("choice", "return"),
    ("ground", "R10"),
    ("words", "Skriv gärna var bänkarna ska stå."),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const HIDE: &[(&str, &str)] = &[
    ("choice", "hide"),
    ("ground", "R5"),
    ("words", "Texten pekar ut en person."),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const SHOW: &[(&str, &str)] = &[("choice", "show"), ("form_key", "{key}")];
const KEEP: &[(&str, &str)] = &[("choice", "keep"), ("words", "Det är ingen reklam."), ("form_key", "{key}")];
const REPORT: &[(&str, &str)] = &[
    ("comment", ""),
    ("kind", "other"),
    ("reason", "Det är reklam för en butik."),
    ("email", ""),
    ("good_faith", "yes"),
    ("form_key", "{key}"),
];

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/moderation", Nothing),
    Example::get("/moderation/ideas/{number}", Idea(EVERY_STATE)),
    Example::post("/moderation/ideas/{number}", Idea(EVERY_STATE), RETURN),
    Example::get("/moderation/ideas/{number}/visibility", Idea(EVERY_STATE)),
    Example::post("/moderation/ideas/{number}/visibility", Idea(EVERY_STATE), HIDE),
    Example::get("/moderation/seat-reports/{id}", Nothing).at("/moderation/seat-reports/{seat_report}"),
    Example::post("/moderation/seat-reports/{id}", Nothing, HIDE).at("/moderation/seat-reports/{seat_report}"),
    Example::get("/moderation/comments/{id}", OfStaff(SHOWN)).at("/moderation/comments/{waiting_comment}"),
    Example::post("/moderation/comments/{id}", OfStaff(SHOWN), SHOW).at("/moderation/comments/{waiting_comment}"),
    Example::get("/moderation/reports/{id}", OfStaff(SHOWN)).at("/moderation/reports/{report}"),
    Example::post("/moderation/reports/{id}", OfStaff(SHOWN), KEEP).at("/moderation/reports/{report}"),
    Example::get("/ideas/{number}/reports", Idea(EVERY_STATE)),
    Example::post("/ideas/{number}/reports", Idea(EVERY_STATE), REPORT),
    Example::get("/api/v1/moderation", Nothing),
    Example::get("/api/v1/moderation/ideas/{number}", Idea(EVERY_STATE)),
    Example::post("/api/v1/moderation/ideas/{number}", Idea(EVERY_STATE), RETURN),
    Example::get("/api/v1/moderation/ideas/{number}/visibility", Idea(EVERY_STATE)),
    Example::post("/api/v1/moderation/ideas/{number}/visibility", Idea(EVERY_STATE), HIDE),
    Example::get("/api/v1/moderation/seat-reports/{id}", Nothing).at("/api/v1/moderation/seat-reports/{seat_report}"),
    Example::post("/api/v1/moderation/seat-reports/{id}", Nothing, HIDE)
        .at("/api/v1/moderation/seat-reports/{seat_report}"),
    Example::get("/api/v1/moderation/comments/{id}", OfStaff(SHOWN))
        .at("/api/v1/moderation/comments/{waiting_comment}"),
    Example::post("/api/v1/moderation/comments/{id}", OfStaff(SHOWN), SHOW)
        .at("/api/v1/moderation/comments/{waiting_comment}"),
    Example::get("/api/v1/moderation/reports/{id}", OfStaff(SHOWN)).at("/api/v1/moderation/reports/{report}"),
    Example::post("/api/v1/moderation/reports/{id}", OfStaff(SHOWN), KEEP).at("/api/v1/moderation/reports/{report}"),
    Example::post("/api/v1/ideas/{number}/reports", Idea(EVERY_STATE), REPORT),
];

//! Writing, reading and opening ideas.

use super::{EVERY_STATE, Example, Subject::Idea, Subject::Nothing};

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/ideas/new", Nothing),
    Example::post("/ideas/new", Nothing, &[("title", "Fler bänkar längs gångvägen"), ("area", "")]),
    Example::get("/ideas/new/similar", Nothing),
    Example::get("/ideas/new/why", Nothing),
    Example::post("/ideas/new/why", Nothing, &[("body", "Många äldre behöver vila på vägen till torget.")]),
    Example::get("/ideas/new/where", Nothing),
    Example::post("/ideas/new/where", Nothing, &[("area", "hela")]),
    Example::get("/ideas/new/contact", Nothing),
    Example::post("/ideas/new/contact", Nothing, &[("author_name", "Rut"), ("email", ""), ("young", "")]),
    Example::get("/ideas/new/check", Nothing),
    Example::post("/ideas/new/send", Nothing, &[("keep_personal_data", "")]),
    Example::get("/ideas/new/thanks", Nothing),
    Example::get("/receipt", Nothing),
    Example::post("/receipt", Nothing, &[("number", "2026-0001"), ("code", "not the code")]),
    Example::get("/ideas/{number}", Idea(EVERY_STATE)),
];

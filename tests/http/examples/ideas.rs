//! Writing, reading and opening ideas.

use super::{EVERY_STATE, Example, Subject::Idea, Subject::Nothing};

type Fields = &'static [(&'static str, &'static str)];

const NEW: Fields = &[
    ("title", "Fler bänkar längs gångvägen"),
    ("body", "Många äldre behöver vila på vägen till torget."),
    ("area", ""),
    ("author_name", "Rut"),
    ("contact", ""),
    ("email", ""),
    ("phone", ""),
    ("address", ""),
    ("young", ""),
    ("keep_personal_data", ""),
    ("form_key", "{key}"),
];
const CONTACT: Fields = &[
    ("author_name", "Rut"),
    ("contact", "phone"),
    ("email", ""),
    ("phone", "070-123 45 67"),
    ("address", ""),
    ("young", ""),
];
const REWRITE: Fields = &[
    ("title", "Fler bänkar längs hela gångvägen"),
    ("body", "Många äldre behöver vila på vägen till torget och hem igen."),
    ("area", ""),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const ADDITION: Fields =
    &[("addition", "En bänk kan stå vid biblioteket."), ("version", "{version}"), ("form_key", "{key}")];
const WITHDRAWAL: Fields = &[("reason", "Jag har ändrat mig."), ("version", "{version}"), ("form_key", "{key}")];
const APPEAL: Fields =
    &[("reason", "Texten handlar om en plats, inte om en person."), ("version", "{version}"), ("form_key", "{key}")];

const GRADE: Fields = &[("result", "partly"), ("clear", "yes"), ("heard", "no"), ("words", "Bänkarna står för glest.")];

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/ideas/new", Nothing),
    Example::post("/ideas/new", Nothing, &[("title", "Fler bänkar längs gångvägen"), ("area", "")]),
    Example::get("/ideas/new/similar", Nothing),
    Example::get("/ideas/new/why", Nothing),
    Example::post("/ideas/new/why", Nothing, &[("body", "Många äldre behöver vila på vägen till torget.")]),
    Example::get("/ideas/new/where", Nothing),
    Example::post("/ideas/new/where", Nothing, &[("area", "hela")]),
    Example::get("/ideas/new/contact", Nothing),
    Example::post("/ideas/new/contact", Nothing, CONTACT),
    Example::get("/ideas/new/check", Nothing),
    Example::post("/ideas/new/send", Nothing, &[("keep_personal_data", "")]),
    Example::get("/ideas/new/thanks", Nothing),
    Example::get("/receipt", Nothing),
    Example::post("/receipt", Nothing, &[("number", "2026-0001"), ("code", "not the code")]),
    Example::get("/ideas/{number}", Idea(EVERY_STATE)),
    Example::get("/ideas/{number}/versions", Idea(EVERY_STATE)),
    Example::get("/ideas/{number}/edit", Idea(EVERY_STATE)),
    Example::post("/ideas/{number}/edit", Idea(EVERY_STATE), REWRITE),
    Example::get("/ideas/{number}/withdrawal", Idea(EVERY_STATE)),
    Example::post("/ideas/{number}/withdrawal", Idea(EVERY_STATE), WITHDRAWAL),
    Example::get("/ideas/{number}/appeal", Idea(EVERY_STATE)),
    Example::post("/ideas/{number}/appeal", Idea(EVERY_STATE), APPEAL),
    Example::get("/ideas/{number}/grade", Idea(EVERY_STATE)),
    Example::post("/ideas/{number}/grade", Idea(EVERY_STATE), GRADE),
    Example::get("/grade/{token}", Nothing).at("/grade/{grade_link}"),
    Example::post("/grade/{token}", Nothing, GRADE).at("/grade/{grade_link}"),
    Example::post("/api/v1/ideas", Nothing, NEW),
    Example::get("/api/v1/ideas/{number}", Idea(EVERY_STATE)),
    Example::put("/api/v1/ideas/{number}", Idea(EVERY_STATE), REWRITE),
    Example::get("/api/v1/ideas/{number}/versions", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/additions", Idea(EVERY_STATE), ADDITION),
    Example::post("/api/v1/ideas/{number}/withdrawal", Idea(EVERY_STATE), WITHDRAWAL),
    Example::post("/api/v1/ideas/{number}/appeal", Idea(EVERY_STATE), APPEAL),
    Example::get("/api/v1/ideas/{number}/grade", Idea(EVERY_STATE)),
    Example::post("/api/v1/ideas/{number}/grade", Idea(EVERY_STATE), GRADE),
];

//! What groups, owners and those who are asked do with an idea. Page and API take the same words.

use super::{EVERY_STATE, Example, Subject::Idea, Subject::Nothing};
use crate::support::State;

type Fields = &'static [(&'static str, &'static str)];

/// The states in which somebody has been asked and has not answered.
const ASKED: &[State] = &[State::AwaitingAnswer, State::Forwarded];

const LIFT: Fields =
    &[("group", ""), ("reason", "Många har redan hört av sig."), ("version", "{version}"), ("form_key", "{key}")];
const TAKE_FORWARD: Fields = &[
    ("reason", "Det passar gruppens plan."),
    ("owner", ""),
    ("owner_email", "gustav@example.org"),
    ("owner_name", "Gustav"),
    ("organisation", "Parkförvaltningen"),
    ("first_step_on", "{soon}"),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const QUESTION: Fields = &[
    ("asked_name", "Hanna"),
    ("asked_email", "hanna@example.org"),
    ("question", "Vem äger marken längs gångvägen?"),
    ("due_on", "{soon}"),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const INQUIRY_ANSWER: Fields = &[("answer", "Kommunen äger marken."), ("version", "{version}"), ("form_key", "{key}")];
const FORWARDING: Fields = &[
    ("receiver", "Trafikkontoret"),
    ("receiver_email", ""),
    ("reason", "Vägen hör till er, och vi tycker att idén är bra."),
    ("diary_number", ""),
    ("due_on", "{soon}"),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const HAND_OVER: Fields =
    &[("group", "arbete"), ("reason", "De har hand om gångvägarna."), ("version", "{version}"), ("form_key", "{key}")];
const HAND_OVER_ANSWER: Fields = &[("answer", "yes"), ("reason", ""), ("version", "{version}"), ("form_key", "{key}")];
const MERGE: Fields = &[
    ("into", "{other_number}"),
    ("reason", "De handlar om samma sak."),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const DECISION: Fields = &[
    ("outcome", "no"),
    ("kind", "own"),
    ("what", ""),
    ("reasons", "Gångvägen ska byggas om och då finns det ingen plats för bänkar."),
    ("conditions", ""),
    ("would_change", "Om gångvägen inte byggs om."),
    ("instead", "Du kan lämna synpunkter på ombyggnaden."),
    ("concerns_children", "no"),
    ("children", ""),
    ("dissent", ""),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const OWNER: Fields = &[
    ("owner", ""),
    ("owner_email", "gustav@example.org"),
    ("owner_name", "Gustav"),
    ("organisation", "Parkförvaltningen"),
    ("first_step_on", "{soon}"),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const OWNERSHIP_ANSWER: Fields =
    &[("answer", "yes"), ("first_step_on", ""), ("reason", ""), ("version", "{version}"), ("form_key", "{key}")];
const START: Fields = &[("note", "Bänkarna är beställda."), ("version", "{version}"), ("form_key", "{key}")];
const COMPLETION: Fields = &[
    ("result", "Tolv bänkar står på plats."),
    ("measure", "12 bänkar"),
    ("not_measured", ""),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const POSTPONEMENT: Fields = &[
    ("due_on", "{later}"),
    ("reason", "Marken ska mätas först, och det är snö."),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const HELP: Fields = &[("need", "Någon som kan gräva."), ("version", "{version}"), ("form_key", "{key}")];
const ACCEPTANCE: Fields = &[
    ("answer", "yes"),
    ("diary_number", "TK 2026/119"),
    ("reason", ""),
    ("version", "{version}"),
    ("form_key", "{key}"),
];
const STOP: Fields = &[("reason", "Pengarna räcker inte."), ("version", "{version}"), ("form_key", "{key}")];
const CORRECTION: Fields =
    &[("group", ""), ("reason", "Beslutet skrevs på fel idé."), ("version", "{version}"), ("form_key", "{key}")];

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/desk", Nothing),
    Example::get("/process", Nothing),
    Example::get("/ideas/{number}/desk", Idea(EVERY_STATE)),
    Example::get("/ideas/{number}/progress", Idea(EVERY_STATE)),
    Example::get("/ideas/{number}/ownership", Idea(EVERY_STATE)),
    Example::post("/ideas/{number}/lift", Idea(EVERY_STATE), LIFT),
    Example::post("/ideas/{number}/proposal", Idea(EVERY_STATE), TAKE_FORWARD),
    Example::post("/ideas/{number}/inquiries", Idea(EVERY_STATE), QUESTION),
    Example::post("/ideas/{number}/inquiries/{id}/answer", Idea(ASKED), INQUIRY_ANSWER)
        .at("/ideas/{number}/inquiries/{inquiry}/answer"),
    Example::post("/ideas/{number}/inquiries/{id}/acceptance", Idea(ASKED), ACCEPTANCE)
        .at("/ideas/{number}/inquiries/{inquiry}/acceptance"),
    Example::post("/ideas/{number}/forwarding", Idea(EVERY_STATE), FORWARDING),
    Example::post("/ideas/{number}/handover", Idea(EVERY_STATE), HAND_OVER),
    Example::post("/ideas/{number}/handover/answer", Idea(EVERY_STATE), HAND_OVER_ANSWER),
    Example::post("/ideas/{number}/merge", Idea(EVERY_STATE), MERGE),
    Example::post("/ideas/{number}/decision", Idea(EVERY_STATE), DECISION),
    Example::post("/ideas/{number}/ownership", Idea(EVERY_STATE), OWNER),
    Example::post("/ideas/{number}/ownership/answer", Idea(EVERY_STATE), OWNERSHIP_ANSWER),
    Example::post("/ideas/{number}/start", Idea(EVERY_STATE), START),
    Example::post("/ideas/{number}/progress", Idea(EVERY_STATE), START),
    Example::post("/ideas/{number}/help", Idea(EVERY_STATE), HELP),
    Example::post("/ideas/{number}/completion", Idea(EVERY_STATE), COMPLETION),
    Example::post("/ideas/{number}/postponement", Idea(EVERY_STATE), POSTPONEMENT),
    Example::post("/ideas/{number}/stop", Idea(EVERY_STATE), STOP),
    Example::post("/ideas/{number}/correction", Idea(EVERY_STATE), CORRECTION),
    Example::get("/api/v1/process", Nothing),
    Example::get("/api/v1/desk", Nothing),
    Example::post("/api/v1/ideas/{number}/lift", Idea(EVERY_STATE), LIFT),
    Example::post("/api/v1/ideas/{number}/proposal", Idea(EVERY_STATE), TAKE_FORWARD),
    Example::post("/api/v1/ideas/{number}/inquiries", Idea(EVERY_STATE), QUESTION),
    Example::post("/api/v1/ideas/{number}/inquiries/{id}/answer", Idea(ASKED), INQUIRY_ANSWER)
        .at("/api/v1/ideas/{number}/inquiries/{inquiry}/answer"),
    Example::post("/api/v1/ideas/{number}/inquiries/{id}/acceptance", Idea(ASKED), ACCEPTANCE)
        .at("/api/v1/ideas/{number}/inquiries/{inquiry}/acceptance"),
    Example::post("/api/v1/ideas/{number}/forwarding", Idea(EVERY_STATE), FORWARDING),
    Example::post("/api/v1/ideas/{number}/handover", Idea(EVERY_STATE), HAND_OVER),
    Example::post("/api/v1/ideas/{number}/handover/answer", Idea(EVERY_STATE), HAND_OVER_ANSWER),
    Example::post("/api/v1/ideas/{number}/merge", Idea(EVERY_STATE), MERGE),
    Example::post("/api/v1/ideas/{number}/decision", Idea(EVERY_STATE), DECISION),
    Example::post("/api/v1/ideas/{number}/ownership", Idea(EVERY_STATE), OWNER),
    Example::post("/api/v1/ideas/{number}/ownership/answer", Idea(EVERY_STATE), OWNERSHIP_ANSWER),
    Example::post("/api/v1/ideas/{number}/start", Idea(EVERY_STATE), START),
    Example::post("/api/v1/ideas/{number}/progress", Idea(EVERY_STATE), START),
    Example::post("/api/v1/ideas/{number}/help", Idea(EVERY_STATE), HELP),
    Example::post("/api/v1/ideas/{number}/completion", Idea(EVERY_STATE), COMPLETION),
    Example::post("/api/v1/ideas/{number}/postponement", Idea(EVERY_STATE), POSTPONEMENT),
    Example::post("/api/v1/ideas/{number}/stop", Idea(EVERY_STATE), STOP),
    Example::post("/api/v1/ideas/{number}/correction", Idea(EVERY_STATE), CORRECTION),
];

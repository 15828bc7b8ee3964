//! Groups, and what they, owners and the asked do about ideas.

use super::{EVERY_STATE, Example, Subject};

const IDEA: Subject = Subject::Idea(EVERY_STATE);

/// The fields of each move, the same for pages and the API.
mod fields {
    pub(super) type Fields = &'static [(&'static str, &'static str)];

    pub(super) const LIFT: Fields = &[("version", "{version}"), ("reason", "Det är bråttom.")];
    pub(super) const PROPOSAL: Fields = &[
        ("version", "{version}"),
        ("reason", "Det går att göra."),
        ("owner_email", "gustav@example.org"),
        ("owner_name", "Gustav"),
        ("organisation", "Parkförvaltningen"),
        ("first_step_on", "{soon}"),
    ];
    pub(super) const OWNERSHIP: Fields = &[
        ("version", "{version}"),
        ("owner_email", "gustav@example.org"),
        ("owner_name", "Gustav"),
        ("organisation", "Parkförvaltningen"),
        ("first_step_on", "{soon}"),
    ];
    pub(super) const OWNERSHIP_ANSWER: Fields = &[("version", "{version}"), ("answer", "yes")];
    pub(super) const INQUIRY: Fields = &[
        ("version", "{version}"),
        ("asked_name", "Rektorn"),
        ("question", "Går det att ordna?"),
        ("due_on", "{soon}"),
    ];
    pub(super) const INQUIRY_ANSWER: Fields = &[("version", "{version}"), ("answer", "Ja, det går.")];
    pub(super) const FORWARDING: Fields = &[
        ("version", "{version}"),
        ("receiver", "Nämnden"),
        ("reason", "Nämnden bestämmer."),
        ("due_on", "{soon}"),
    ];
    pub(super) const HAND_OVER: Fields =
        &[("version", "{version}"), ("group", "arbete"), ("reason", "Det passar er bättre.")];
    pub(super) const HAND_OVER_ANSWER: Fields =
        &[("version", "{version}"), ("answer", "no"), ("reason", "Vi har inga pengar.")];
    pub(super) const MERGE: Fields =
        &[("version", "{version}"), ("into", "2026-9999"), ("reason", "Det är samma sak.")];
    pub(super) const DECISION: Fields = &[
        ("version", "{version}"),
        ("outcome", "no"),
        ("kind", "own"),
        ("reasons", "Det är för dyrt."),
        ("would_change", "Om det blir billigare."),
        ("instead", "Fråga bostadsbolaget."),
        ("concerns_children", "no"),
    ];
    pub(super) const START: Fields = &[("version", "{version}"), ("note", "")];
    pub(super) const PROGRESS: Fields = &[("version", "{version}"), ("note", "Två bänkar står på plats.")];
    pub(super) const COMPLETION: Fields =
        &[("version", "{version}"), ("result", "Bänkarna står där."), ("not_measured", "yes")];
    pub(super) const STOP: Fields = &[("version", "{version}"), ("reason", "Pengarna tog slut.")];
    pub(super) const CORRECTION: Fields =
        &[("version", "{version}"), ("group", "arbete"), ("reason", "Det blev fel grupp.")];
}

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/groups", Subject::Nothing),
    Example::get("/groups/{slug}", Subject::Nothing),
    Example::get("/desk", Subject::Nothing),
    Example::get("/process", Subject::Nothing),
    Example::get("/api/v1/groups", Subject::Nothing),
    Example::get("/api/v1/groups/{slug}", Subject::Nothing),
    Example::get("/api/v1/desk", Subject::Nothing),
    Example::get("/ideas/{number}/desk", IDEA),
    Example::get("/ideas/{number}/ownership", IDEA),
    Example::post("/ideas/{number}/lift", IDEA, fields::LIFT),
    Example::post("/ideas/{number}/proposal", IDEA, fields::PROPOSAL),
    Example::post("/ideas/{number}/inquiries", IDEA, fields::INQUIRY),
    Example::post("/ideas/{number}/inquiries/{id}/answer", IDEA, fields::INQUIRY_ANSWER)
        .at("/ideas/{number}/inquiries/1/answer"),
    Example::post("/ideas/{number}/forwarding", IDEA, fields::FORWARDING),
    Example::post("/ideas/{number}/handover", IDEA, fields::HAND_OVER),
    Example::post("/ideas/{number}/handover/answer", IDEA, fields::HAND_OVER_ANSWER),
    Example::post("/ideas/{number}/merge", IDEA, fields::MERGE),
    Example::post("/ideas/{number}/decision", IDEA, fields::DECISION),
    Example::post("/ideas/{number}/ownership", IDEA, fields::OWNERSHIP),
    Example::post("/ideas/{number}/ownership/answer", IDEA, fields::OWNERSHIP_ANSWER),
    Example::post("/ideas/{number}/start", IDEA, fields::START),
    Example::post("/ideas/{number}/progress", IDEA, fields::PROGRESS),
    Example::post("/ideas/{number}/completion", IDEA, fields::COMPLETION),
    Example::post("/ideas/{number}/stop", IDEA, fields::STOP),
    Example::post("/ideas/{number}/correction", IDEA, fields::CORRECTION),
    Example::post("/api/v1/ideas/{number}/lift", IDEA, fields::LIFT),
    Example::post("/api/v1/ideas/{number}/proposal", IDEA, fields::PROPOSAL),
    Example::post("/api/v1/ideas/{number}/inquiries", IDEA, fields::INQUIRY),
    Example::post("/api/v1/ideas/{number}/inquiries/{id}/answer", IDEA, fields::INQUIRY_ANSWER)
        .at("/api/v1/ideas/{number}/inquiries/1/answer"),
    Example::post("/api/v1/ideas/{number}/forwarding", IDEA, fields::FORWARDING),
    Example::post("/api/v1/ideas/{number}/handover", IDEA, fields::HAND_OVER),
    Example::post("/api/v1/ideas/{number}/handover/answer", IDEA, fields::HAND_OVER_ANSWER),
    Example::post("/api/v1/ideas/{number}/merge", IDEA, fields::MERGE),
    Example::post("/api/v1/ideas/{number}/decision", IDEA, fields::DECISION),
    Example::post("/api/v1/ideas/{number}/ownership", IDEA, fields::OWNERSHIP),
    Example::post("/api/v1/ideas/{number}/ownership/answer", IDEA, fields::OWNERSHIP_ANSWER),
    Example::post("/api/v1/ideas/{number}/start", IDEA, fields::START),
    Example::post("/api/v1/ideas/{number}/progress", IDEA, fields::PROGRESS),
    Example::post("/api/v1/ideas/{number}/completion", IDEA, fields::COMPLETION),
    Example::post("/api/v1/ideas/{number}/stop", IDEA, fields::STOP),
    Example::post("/api/v1/ideas/{number}/correction", IDEA, fields::CORRECTION),
];

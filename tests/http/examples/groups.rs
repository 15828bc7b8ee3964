//! Groups, and what their seats tell those for whom they speak.

use super::{Example, Subject};

type Fields = &'static [(&'static str, &'static str)];

const REPORT: Fields = &[("words", "Det blev ett ja till bänkarna."), ("to", "999999")];
const REPLY: Fields = &[("body", "Fråga om parken också."), ("form_key", "{key}")];

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/groups", Subject::Nothing),
    Example::get("/groups/{slug}", Subject::Nothing),
    Example::get("/groups/{slug}/seats/{id}", Subject::Nothing).at("/groups/{slug}/seats/{seat}"),
    Example::post("/groups/{slug}/seats/{id}/follow", Subject::Nothing, &[]).at("/groups/{slug}/seats/{seat}/follow"),
    Example::post("/groups/{slug}/seats/{id}/follow/end", Subject::Nothing, &[])
        .at("/groups/{slug}/seats/{seat}/follow/end"),
    Example::get("/groups/{slug}/seats/{id}/report", Subject::Group).at("/groups/{slug}/seats/{late_seat}/report"),
    Example::post("/groups/{slug}/seats/{id}/report", Subject::Group, REPORT)
        .at("/groups/{slug}/seats/{late_seat}/report"),
    Example::get("/groups/{slug}/reports/{id}", Subject::Nothing).at("/groups/{slug}/reports/{seat_report}"),
    Example::post("/groups/{slug}/reports/{id}/replies", Subject::Nothing, REPLY)
        .at("/groups/{slug}/reports/{seat_report}/replies"),
    Example::post("/groups/{slug}/reports/{id}/replies/{reply}/delete", Subject::Nothing, &[])
        .at("/groups/{slug}/reports/{seat_report}/replies/{seat_reply}/delete"),
    Example::get("/api/v1/groups", Subject::Nothing),
    Example::get("/api/v1/groups/{slug}", Subject::Nothing),
    Example::get("/api/v1/groups/{slug}/seats/{id}", Subject::Nothing).at("/api/v1/groups/{slug}/seats/{seat}"),
    Example::post("/api/v1/groups/{slug}/seats/{id}/follow", Subject::Nothing, &[])
        .at("/api/v1/groups/{slug}/seats/{seat}/follow"),
    Example::delete("/api/v1/groups/{slug}/seats/{id}/follow", Subject::Nothing)
        .at("/api/v1/groups/{slug}/seats/{seat}/follow"),
    Example::post("/api/v1/groups/{slug}/seats/{id}/report", Subject::Group, REPORT)
        .at("/api/v1/groups/{slug}/seats/{late_seat}/report"),
    Example::get("/api/v1/groups/{slug}/reports/{id}", Subject::Nothing)
        .at("/api/v1/groups/{slug}/reports/{seat_report}"),
    Example::post("/api/v1/groups/{slug}/reports/{id}/replies", Subject::Nothing, REPLY)
        .at("/api/v1/groups/{slug}/reports/{seat_report}/replies"),
    Example::delete("/api/v1/groups/{slug}/reports/{id}/replies/{reply}", Subject::Nothing)
        .at("/api/v1/groups/{slug}/reports/{seat_report}/replies/{seat_reply}"),
];

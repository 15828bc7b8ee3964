//! People and seats.

use super::{Example, Subject::Nothing};

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/admin", Nothing),
    Example::get("/admin/people", Nothing),
    Example::post("/admin/people", Nothing, &[("email", "sven@example.org")]),
    Example::get("/admin/people/{id}", Nothing).at("/admin/people/{person}"),
    Example::post("/admin/people/{id}/role", Nothing, &[("role", "resident"), ("was", "resident")])
        .at("/admin/people/{person}/role"),
    Example::post("/admin/people/{id}/suspension", Nothing, &[("suspended", ""), ("reason", "")])
        .at("/admin/people/{person}/suspension"),
    Example::get("/admin/groups/{slug}", Nothing),
    Example::post(
        "/admin/groups/{slug}/seats",
        Nothing,
        &[
            ("email", "sven@example.org"),
            ("name", "Sven"),
            ("role", "member"),
            ("represents", "Skolan"),
            ("starts_on", ""),
            ("ends_on", ""),
            ("form_key", "{key}"),
        ],
    ),
    Example::post("/admin/groups/{slug}/seats/{id}/end", Nothing, &[]).at("/admin/groups/{slug}/seats/{seat}/end"),
];

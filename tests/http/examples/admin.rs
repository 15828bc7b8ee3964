//! People, groups and seats.

use super::{Example, Subject::Nothing};

const NEW_GROUP: [(&str, &str); 10] = [
    ("name", "Styrgruppen Fritid"),
    ("slug", "grupp-{key}"),
    ("kind", "steering"),
    ("theme", "fritid"),
    ("mandate", "Beslutar om det gruppen har pengar till."),
    ("builds_on", "Föreningsrådet"),
    ("meets", ""),
    ("tie_rule", ""),
    ("quorum_percent", "50"),
    ("form_key", "{key}"),
];

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/admin", Nothing),
    Example::get("/admin/people", Nothing),
    Example::post("/admin/people", Nothing, &[("email", "sven@example.org")]),
    Example::get("/admin/people/{id}", Nothing).at("/admin/people/{person}"),
    Example::post("/admin/people/{id}/role", Nothing, &[("role", "resident"), ("was", "resident")])
        .at("/admin/people/{person}/role"),
    Example::post("/admin/people/{id}/suspension", Nothing, &[("suspended", ""), ("reason", "")])
        .at("/admin/people/{person}/suspension"),
    Example::get("/admin/groups/new", Nothing),
    Example::post("/admin/groups/new", Nothing, &NEW_GROUP),
    Example::post("/api/v1/groups", Nothing, &NEW_GROUP),
    Example::get("/admin/groups/{slug}/edit", Nothing),
    Example::post(
        "/admin/groups/{slug}/edit",
        Nothing,
        &[
            ("name", "Styrgruppen Utbildning"),
            ("theme", "utbildning"),
            ("mandate", "Beslutar om det gruppen har pengar till."),
            ("builds_on", "Stadsdelens plan"),
            ("meets", ""),
            ("tie_rule", "chair"),
            ("quorum_percent", "50"),
            ("version", "{version}"),
        ],
    ),
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

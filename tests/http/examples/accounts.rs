//! Signing in, and one's own pages.

use super::{Example, Subject::Nothing};

const SEARCH: &[(&str, &str)] = &[("query", "q=b%C3%A4nkar&theme=utbildning")];
const SEEN: &[(&str, &str)] = &[("until", "1")];

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/sign-in", Nothing),
    Example::post("/sign-in", Nothing, &[("email", "rut@example.org"), ("to", "")]),
    Example::get("/sign-in/code", Nothing),
    Example::post("/sign-in/code", Nothing, &[("email", "rut@example.org"), ("code", "000000")]),
    Example::get("/sign-in/link/{token}", Nothing),
    Example::post("/sign-in/link/{token}", Nothing, &[]),
    Example::get("/confirm/{token}", Nothing),
    Example::post("/confirm/{token}", Nothing, &[]),
    Example::post("/sign-out", Nothing, &[]),
    Example::get("/account", Nothing),
    Example::post("/account", Nothing, &[("display_name", "Rut"), ("locale", "sv")]),
    Example::post("/account/sessions/end", Nothing, &[]),
    Example::post("/account/sessions/{id}/end", Nothing, &[]).at("/account/sessions/{session}/end"),
    Example::get("/account/tokens", Nothing),
    Example::post("/account/tokens", Nothing, &[("label", "Min app"), ("form_key", "{key}")]),
    Example::get("/account/data", Nothing),
    Example::get("/account/saved-searches", Nothing),
    Example::post("/account/saved-searches", Nothing, SEARCH),
    Example::get("/account/saved-searches/{id}", Nothing).at("/account/saved-searches/{saved_search}"),
    Example::post("/account/saved-searches/{id}/seen", Nothing, SEEN).at("/account/saved-searches/{saved_search}/seen"),
    Example::post("/account/saved-searches/{id}/end", Nothing, &[]).at("/account/saved-searches/{saved_search}/end"),
    Example::get("/account/address", Nothing),
    Example::post("/account/address", Nothing, &[("email", "ny@example.org")]),
    Example::post("/account/address/right", Nothing, &[]),
    Example::post("/api/v1/session/address/right", Nothing, &[]),
    Example::get("/account/leave", Nothing),
    // Not sure: nobody leaves.
    Example::post("/account/leave", Nothing, &[("sure", "")]),
    Example::get("/example/people", Nothing),
    Example::post("/example/people", Nothing, &[("person", "{example_person}")]),
    Example::get("/api/v1/session", Nothing),
    Example::get("/api/v1/saved-searches", Nothing),
    Example::post("/api/v1/saved-searches", Nothing, SEARCH),
    Example::delete("/api/v1/saved-searches/{id}", Nothing).at("/api/v1/saved-searches/{saved_search}"),
    Example::get("/api/v1/saved-searches/{id}/hits", Nothing).at("/api/v1/saved-searches/{saved_search}/hits"),
    Example::post("/api/v1/saved-searches/{id}/seen", Nothing, SEEN).at("/api/v1/saved-searches/{saved_search}/seen"),
];

//! Groups.

use super::{Example, Subject};

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/groups", Subject::Nothing),
    Example::get("/groups/{slug}", Subject::Nothing),
    Example::get("/api/v1/groups", Subject::Nothing),
    Example::get("/api/v1/groups/{slug}", Subject::Nothing),
];

//! Files and machinery.

use super::{Example, Subject};

pub(super) const EXAMPLES: &[Example] = &[
    Example::get("/static/{hash}/{name}", Subject::Nothing).at("{style}"),
    Example::get("/healthz", Subject::Nothing),
    Example::get("/readyz", Subject::Nothing),
    Example::get("/metrics", Subject::Nothing),
];

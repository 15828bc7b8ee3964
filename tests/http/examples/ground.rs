//! Files.

use super::{Example, Subject};

pub(super) const EXAMPLES: &[Example] = &[Example::get("/static/{hash}/{name}", Subject::Nothing).at("{style}")];

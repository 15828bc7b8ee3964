//! Ideas.

use super::{EVERY_STATE, Example, Subject::Idea};

pub(super) const EXAMPLES: &[Example] = &[Example::get("/ideas/{number}", Idea(EVERY_STATE))];

//! Tests of what groups, owners and the asked do, on every database there is.

mod carrying_out;
mod clocks;
mod decision;
mod every_step;
mod merge;
mod owner;
mod play;
mod promises;
mod talk_with_others;
mod time;

use crate::error::{Code, Error, Result};

/// The code of a refusal; the first field's when fields are wrong.
fn code_of<T>(outcome: Result<T>) -> Option<Code> {
    outcome.err().map(|error| match &error {
        Error::Invalid(errors) => errors.all().first().map_or(Code::InvalidInput, |first| first.code),
        _ => error.code(),
    })
}

//! The rules of the house that a compiler does not know: who may import whom, which library is
//! used where, how long a file may be, what a template may hold.

#![expect(clippy::panic, clippy::expect_used, reason = "a test that cannot read the sources has failed")]

mod imports;
mod libraries;
mod sources;
mod templates;
mod words;

//! Ideas as JSON. Each handler calls the action that the page calls; the shapes are written out
//! here, so that a renamed column changes no answer.

pub mod ballots;
pub mod support;
pub mod talk;

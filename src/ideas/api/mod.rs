//! Ideas as JSON. Each handler calls the action that the page calls; the shapes are written out
//! here, so that a renamed column changes no answer.

pub mod ballots;
pub mod idea;
pub mod ideas;
pub mod own;
pub mod support;
pub mod talk;

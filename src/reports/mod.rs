//! What became of the ideas, in figures: how many got how far in a year, how long each step took
//! against what was promised, and what was refused and why.
//!
//! The figures are computed from the milestones at most once an hour ([`refresh`]) and stored, so
//! that the page costs the same however many ideas there are. They count ideas, never people.

pub mod api;
pub mod csv;
pub mod figures;
mod group_tables;
pub mod groups;
pub mod pages;
mod refresh;
pub mod store;
pub mod views;

pub use refresh::{kept_years, refresh};

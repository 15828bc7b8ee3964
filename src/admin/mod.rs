//! Pages for people, roles, groups, seats, jobs and mails.

pub mod figures;
pub mod groups;
pub mod health;
pub mod machinery;
pub mod people;
mod vitals;

pub use figures::Figures;
pub use vitals::{Pulse, Vitals};

//! Pages for people, roles, seats, jobs and mails.

pub mod people;
mod vitals;

pub use vitals::{Pulse, Vitals};

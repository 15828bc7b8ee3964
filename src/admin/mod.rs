//! Pages for people, roles, seats, jobs and mails.

mod vitals;

pub use vitals::{Pulse, Vitals};

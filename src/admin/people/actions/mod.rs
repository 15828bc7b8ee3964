//! One use case per file: load → may? → store → record.

mod role;
mod seat;
mod suspension;

pub use role::{give_role, make_admin};
pub use seat::{end_seat, give_seat};
pub use suspension::{end_suspension, suspend};

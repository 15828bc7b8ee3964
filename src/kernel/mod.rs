//! Types that every module speaks and that touch nothing outside themselves:
//! no database connection, no clock of their own (except [`time::Clock`]), no network.
//!
//! Not here: rules about ideas, people or groups. Anyone may import this module.

pub mod actor;
pub mod email_address;
mod holidays;
pub mod ids;
pub mod page;
pub mod random;
pub mod reach;
pub mod secret;
pub mod text;
pub mod time;
pub mod token;
pub mod word;

pub use actor::Actor;
pub use email_address::EmailAddress;
pub use ids::*;
pub use page::{Cursor, Page};
pub use random::Random;
pub use reach::Reach;
pub use secret::Secret;
pub use time::{Clock, Date, Timestamp};

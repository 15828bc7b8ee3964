//! `/mail/stop/{token}` and, in the example town, the mails themselves.

mod example;
mod stop;

pub use example::{list, show, show_html};
pub use stop::{ask, stop};

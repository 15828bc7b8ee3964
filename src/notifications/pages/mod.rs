//! `/account/mails`, `/themes/{theme}`, `/mail/stop/{token}` and, in the example town, the mails themselves.

pub mod choices;
mod example;
mod stop;
pub mod themes;

pub use example::{list, show, show_html};
pub use stop::{ask, stop};

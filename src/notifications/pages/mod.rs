//! `/mail/stop/{token}`, what mail servers hand over and, in the example town, the mails themselves.

mod example;
mod preview;
mod returned;
mod stop;

pub use example::{list, show, show_html};
pub use preview::{list_previews, preview, preview_html};
pub use returned::take;
pub use stop::{ask, stop};

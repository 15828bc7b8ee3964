//! `/account/mails`, `/moderation/calls`, `/themes/{theme}`, `/mail/stop/{token}`, what mail servers hand over and, in the example
//! town, the mails themselves.

pub mod calls;
pub mod choices;
mod example;
mod preview;
mod returned;
mod stop;
pub mod themes;

pub use example::{list, show, show_html};
pub use preview::{list_previews, preview, preview_html};
pub use returned::take;
pub use stop::{ask, stop};

//! The pages of signing in and of one's own account.

mod account;
mod address;
mod example;
mod keys;
mod leave;
mod reach;
mod sign_in;

pub use account::{data, end_others, end_session, save, show};
pub use address::{ask_address, send_address};
pub use example::{choose, people};
pub use keys::{ask_key, make_key};
pub use leave::{ask_leave, leave};
pub use reach::address_is_right;
pub use sign_in::{ask, ask_code, ask_confirm, ask_link, confirm, request_mail, sign_out, use_code, use_link};

//! One use case per file: load → may? → store → record.

mod address;
mod api_token;
mod confirm_contact;
mod leave;
mod profile;
mod reach;
mod sign_in;
mod sign_out;

pub use address::ask_address;
pub use api_token::{MOST_API_TOKENS, NewApiToken, RawApiToken, make_api_token};
pub use confirm_contact::confirm_contact;
pub use leave::leave;
pub use profile::{NewProfile, RawProfile, save_profile};
pub use reach::{address_is_right, mail_came_back};
pub use sign_in::{Arrival, Outcome, SignIn, request_mail, sign_in_as_example, sign_in_by_code, sign_in_by_link};
pub use sign_out::{end_other_sessions, end_session, sign_out};

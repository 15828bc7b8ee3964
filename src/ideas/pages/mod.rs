//! The pages of ideas: reading one, writing one, changing one's own.

mod ballot_words;
pub mod ballots;
pub mod own;
mod receipt;
mod show;
mod shown;
pub mod support;
pub mod talk;
mod write;

pub use receipt::{ask_receipt, open_receipt};
pub(super) use show::{Buttons, Happening, buttons, status, timeline};
pub use show::{Refilled, show, show_again};
pub use shown::{
    ShownCard, addition_label, area_word, ground_word, group_word, language_word, languages, state_word, tag_class,
    theme_word,
};
pub use write::{
    ask_contact, ask_place, ask_title, ask_why, check, save_contact, save_place, save_title, save_why, send,
    show_similar, thanks,
};

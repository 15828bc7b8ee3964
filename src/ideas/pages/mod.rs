//! The pages of ideas: reading one, writing one, changing one's own.

mod show;
mod shown;

pub use show::{Refilled, show, show_again};
pub use shown::{ShownCard, area_word, ground_word, group_word, state_word, tag_class, theme_word};

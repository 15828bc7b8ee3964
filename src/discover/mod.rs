//! Finding ideas: front page, lists, search, similar ideas, feeds.

pub mod feeds;
pub mod guide;
mod views;

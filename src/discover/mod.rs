//! Finding ideas: front page, lists, search, similar ideas, feeds.

pub mod chosen;
pub mod completions;
pub mod feeds;
pub mod found_groups;
pub mod guide;
pub mod home;
pub mod list;
mod sections;
pub mod similar;
pub mod views;

//! Searches that people have saved, and what has come that fits them.
//!
//! A *question* is stored once, however many have saved it; what is found belongs to the question.
//! When an idea changes, the index is turned round ([`crate::search::Percolator`]): the changed
//! texts say under which terms questions that fit them are filed, and only those are asked.
//! Nothing is told twice and nothing is told that was there when the question was saved.
//!
//! Not here: mails. The rows of `saved_search_hits` are what a mail would tell.

pub mod actions;
pub mod api;
pub mod pages;
mod percolate;
mod progress;
mod question;
pub mod store;
pub mod views;

pub use percolate::{Outcome, Watcher};

//! Ideas, from a resident's draft to what became of it. One record all the way; on the page it is
//! called a proposal once a group works on it (domain 4.1).
//!
//! Not here: reading what comes in ([`crate::moderation`]), seats ([`crate::groups`]), mail
//! ([`crate::notifications`]). The rules are in [`lifecycle`] and [`draft`], one use case per file
//! in [`actions`], what pages show in [`views`].

pub mod actions;
pub mod api;
pub mod clock;
pub mod counts;
pub mod decision;
pub mod desk;
pub mod draft;
pub mod edit;
pub mod find;
pub mod forms;
pub mod grade;
pub mod ladder;
pub mod lifecycle;
pub mod list_query;
pub mod merge;
pub mod number;
pub mod pages;
pub mod past;
pub mod promise;
pub mod receipt;
pub mod search_doc;
pub mod settled;
pub mod similar;
pub mod standing;
pub mod store;
pub mod views;
pub mod word_diff;

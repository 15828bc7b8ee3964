//! The program as people meet it: over HTTP, on a real port, with a real database.
//!
//! One file per feature; what they share is in [`support`].

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../database/mod.rs"]
#[expect(dead_code, reason = "the tests of the migrations use the rest")]
mod database;
#[macro_use]
mod support;

mod accounts;
mod administration;
mod api_ideas;
mod asked_wrongly;
mod ballots;
mod browser;
mod calls;
mod canary;
mod changed_meanwhile;
mod choices;
mod clocks;
mod comments;
mod delivery;
mod examples;
mod followers;
mod forgetting;
mod ground;
mod groups;
mod hostile_questions;
mod idea_page;
mod journey;
mod kept_pages;
mod languages;
mod machinery;
mod mail_bundles;
mod mail_changes;
mod mail_choices;
mod mail_order;
mod mail_places;
mod mail_server;
mod mails;
mod making_groups;
mod moderation;
mod notices;
mod openapi;
mod permissions;
mod promises;
mod report_back;
mod responsible;
mod saved_searches;
mod searching;
mod supporting;
mod text_messages;
mod together;
mod writing_an_idea;

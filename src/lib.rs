//! Medskapa takes a resident's idea to a decision with an owner and a date.
//!
//! Read the modules in this order; a module imports only from modules above it
//! (`tests/architecture.rs` holds them to it).

// Ground.
pub mod db;
pub mod error;
pub mod journal;
pub mod kernel;
pub mod policy;
pub mod queue;
pub mod town;

// Tools that know no feature.
pub mod i18n;
pub mod mail;
pub mod markup;
pub mod search;
pub mod sms;
pub mod web;

// People and groups.
pub mod accounts;
pub mod groups;
pub mod report_back;

// Capabilities that are told about an idea, and never ask.
pub mod ballots;
pub mod comments;
pub mod follows;
pub mod support;

// Subjects.
pub mod ideas;

// Overviews that look across.
pub mod admin;
pub mod discover;
pub mod moderation;
pub mod notifications;
pub mod reports;
pub mod saved_searches;

// Assembly.
pub mod app;
pub mod cli;
pub mod config;
pub mod example;
pub mod openapi;
pub mod routes;
pub mod simulate;
pub mod workers;

//! Medskapa takes a resident's idea to a decision with an owner and a date.
//!
//! Read the modules in this order; a module imports only from modules above it
//! (`tests/architecture.rs` holds them to it).

// Ground.
pub mod kernel;
pub mod error;
pub mod db;
pub mod town;
pub mod policy;
pub mod queue;
pub mod journal;

// Tools that know no feature.
pub mod i18n;
pub mod web;

// People and groups.
pub mod accounts;

// Subjects.
pub mod ideas;

// Assembly.
pub mod config;
pub mod app;
pub mod routes;

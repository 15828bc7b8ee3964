//! Medskapa takes a resident's idea to a decision with an owner and a date.
//!
//! Read the modules in this order; a module imports only from modules above it
//! (`tests/architecture.rs` holds them to it).

// Ground.
pub mod kernel;
pub mod error;
pub mod db;

// Tools that know no feature.
pub mod search;

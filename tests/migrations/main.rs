//! The migrations: both trees make the same tables, the ones of `src/db/schema.rs`, and go up
//! from every earlier step with rows in the tables.

#![expect(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../database/mod.rs"]
#[expect(dead_code, reason = "the tests over HTTP use the rest")]
mod database;
mod rows;
mod shape;
mod steps;
mod trees;

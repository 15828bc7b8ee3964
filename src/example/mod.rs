//! The example town: a small town's worth of ideas, made by the same actions as real ones.
//!
//! What it consists of is written in `config/example-town`; each idea names the source document
//! that its subject is taken from.

mod content;

//! Words from people.

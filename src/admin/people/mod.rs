//! People, their roles and suspensions, and the seats in groups.
//!
//! Addresses are shown masked and searched for as a whole; nobody is found by what he or she has
//! written or supports.

pub mod actions;
pub mod pages;
pub mod seat_pages;
pub mod views;

#[cfg(test)]
mod tests;

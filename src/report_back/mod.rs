//! Rule R-1: whoever sits in a group tells those for whom he or she speaks what was decided, within
//! fourteen days of the first decision not yet told of; that it was done, or was not, is public, and
//! what they answer comes back before the next report.
//!
//! A report is the holder's own words and the decisions that it tells of. Of a decision only the number
//! is kept with it: its words are read from the idea each time, so what is hidden later is hidden here too.
//!
//! Not here: the mails ([`crate::notifications`]).

pub mod actions;
pub mod api;
pub mod form;
pub mod pages;
pub mod rule;
pub mod store;
pub mod views;

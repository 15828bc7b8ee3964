//! SQL that mails need: who reads, and what has happened.

mod clocks;
mod details;
mod drafts;
mod readers;

pub(super) use clocks::queue;
pub(super) use details::facts;
pub(super) use drafts::{confirmation_of, idle_drafts};
pub(super) use readers::{
    chairs, contact_reader, coordinators, electorate, followers, leads, moderators, people, process_group, stop_news,
};

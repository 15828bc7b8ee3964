//! SQL that mails need: who reads, and what has happened.

mod calls;
mod choices;
mod clocks;
mod details;
mod digest;
mod drafts;
mod news;
mod readers;

pub(super) use calls::{
    CallRow, NewCall, call, count_waiting, end_call, insert_call, let_wait, mark_text_sent, prune_calls, text_to_send,
    waiting_calls,
};
pub(super) use choices::{choices, choose, paces};
pub(super) use clocks::queue;
pub(super) use details::facts;
pub(super) use digest::{
    hits_after, hits_told, progress, shown, still_fitting, theme_followers, theme_news, week_told, who_waits_for_hit,
};
pub(super) use drafts::{confirmation_of, idle_drafts};
pub(super) use news::{
    About, Going, Item, NewsRow, decided, drop_news, due_news, insert, is_anything_gone_since, mark_told, news_in,
    people_with_due_news, reader_of, still_waiting, take_turn, taken_places, told_by,
};
pub(super) use readers::{
    chairs, contact_reader, coordinators, electorate, followers, leads, moderators, people, process_group,
    reminded_electors, seat_followers, wording_of,
};

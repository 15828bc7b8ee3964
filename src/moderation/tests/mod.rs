//! Tests of what moderators do, on every database there is.

mod comments;
mod ideas;
mod reports;
mod visibility;

use diesel::prelude::*;

use super::verdict::RawVerdict;
use crate::db::schema::idea_counts;
use crate::error::{Code, Error, Result};
use crate::ideas::actions::{Grounds, SentForm};
use crate::ideas::lifecycle::{Ground, State};
use crate::ideas::store::Idea;
use crate::ideas::store::stage::Stage;
use crate::kernel::Actor;
use crate::kernel::text::Reason;
use crate::policy::Role;

/// The code of a refusal.
fn code_of<T>(outcome: Result<T>) -> Option<Code> {
    outcome.err().map(|error: Error| error.code())
}

fn grounds(ground: Ground) -> Grounds {
    Grounds { ground, words: Reason::parse("Ta bort namnet på grannen, så publicerar vi.").unwrap() }
}

/// A form for the idea as it is, never sent before.
fn form(idea: &Idea) -> SentForm<'static> {
    SentForm { version: idea.version, key: "" }
}

fn moderator(stage: &Stage, name: &str) -> Actor {
    stage.person(name, Role::Moderator)
}

/// How many ideas of a state the stored counts know of.
fn counted(stage: &Stage, of: State) -> i64 {
    let counts: Vec<i64> = stage.read(|conn| {
        let same = idea_counts::table.filter(idea_counts::state.eq(of.as_str()));
        Ok(same.select(idea_counts::count).load(conn)?)
    });
    counts.into_iter().sum()
}

#[test]
fn a_choice_that_does_not_fit_the_thing_is_refused() {
    let raw = RawVerdict { choice: "publish".to_owned(), ..RawVerdict::default() };

    assert!(super::verdict::of_comment(&raw).is_err());
    assert!(super::verdict::of_report(&raw).is_err());
    assert!(super::verdict::of_visibility(&raw).is_err());
}

//! The small things around an idea, of many kinds, in one statement.

use std::collections::HashMap;

use diesel::dsl::AsExprOf;
use diesel::prelude::*;
use diesel::query_builder::{Query, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Integer, Nullable, Text};

use crate::db::schema::{
    appeals, ballot_counts, ballots, handovers, ideas, inquiries, merges, ownerships, people, progress_notes, seats,
    steering_groups,
};
use crate::db::{Conn, UnionAll};
use crate::error::Result;
use crate::ideas::store::Idea;
use crate::kernel::{Date, GroupId, IdeaId, Timestamp};

/// Somebody who was asked, or a body that the idea was handed on to.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Row of the question.
    pub id: i64,
    /// Name of the asked.
    pub name: String,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: Option<String>,
    /// Day by which the answer is due.
    pub due_on: Option<Date>,
    /// When the answer came.
    pub answered_at: Option<Timestamp>,
}

/// Who has promised, or was asked, to see the idea carried out.
#[derive(Debug, Clone)]
pub struct Owner {
    /// Row of the promise.
    pub id: i64,
    /// Organisation.
    pub organisation: String,
    /// Day of the first step.
    pub first_step_on: Option<Date>,
    /// `asked`, `accepted`, `declined` or `replaced`.
    pub state: String,
}

/// Another idea that this one was joined with.
#[derive(Debug, Clone)]
pub struct Joined {
    /// Id, for the events that speak of it.
    pub id: i64,
    /// Public number.
    pub number: String,
    /// Title.
    pub title: String,
}

/// Everything of [`super::Detail`] that comes in rows of its own.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Questions and handings on, oldest first.
    pub asked: Vec<Asked>,
    /// Promises, oldest first.
    pub owners: Vec<Owner>,
    /// Notes about the carrying out, by id.
    pub notes: HashMap<i64, String>,
    /// Ideas that were joined into this one.
    pub joined_here: Vec<Joined>,
    /// The idea that this one lives on in.
    pub joined_into: Option<Joined>,
    /// Votes of closed ballots: ballot, choice, count.
    pub votes: Vec<(i64, String, i64)>,
    /// Name of the coordinator of the lead group.
    pub coordinator: Option<String>,
    /// When the author asked for a second opinion.
    pub appealed_at: Option<Timestamp>,
    /// The group that a hand-over waits for.
    pub offered_to: Option<GroupId>,
    /// Names of groups, by id.
    pub groups: HashMap<i64, String>,
}

impl Parts {
    /// The promise that holds.
    #[must_use]
    pub fn owner(&self) -> Option<&Owner> {
        self.owners.iter().rev().find(|owner| owner.state == "accepted")
    }

    /// The question that waits for an answer.
    #[must_use]
    pub fn waiting_for(&self) -> Option<&Asked> {
        self.asked.iter().rev().find(|asked| asked.answered_at.is_none())
    }

    /// The name of a group; empty for one that is not known.
    #[must_use]
    pub fn group_name(&self, id: GroupId) -> &str {
        self.groups.get(&id.get()).map_or("", String::as_str)
    }
}

/// One row of any kind: what is missing for a kind is empty.
#[derive(Queryable)]
struct Row {
    kind: String,
    id: i64,
    at: Option<Timestamp>,
    day: Option<Date>,
    name: Option<String>,
    words: Option<String>,
    more: Option<String>,
    count: Option<i64>,
}

type Columns = (
    Text,
    BigInt,
    Nullable<BigInt>,
    Nullable<Integer>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<BigInt>,
);

/// A query that gives such rows.
trait Part: Query<SqlType = Columns> + QueryFragment<<Conn as Connection>::Backend> + QueryId {}
impl<T: Query<SqlType = Columns> + QueryFragment<<Conn as Connection>::Backend> + QueryId> Part for T {}

fn no_text() -> AsExprOf<Option<String>, Nullable<Text>> {
    None::<String>.into_sql::<Nullable<Text>>()
}

fn no_number() -> AsExprOf<Option<i64>, Nullable<BigInt>> {
    None::<i64>.into_sql::<Nullable<BigInt>>()
}

fn no_day() -> AsExprOf<Option<i32>, Nullable<Integer>> {
    None::<i32>.into_sql::<Nullable<Integer>>()
}

/// The parts of an idea; `groups` are those whose names the history needs.
pub(super) fn load(conn: &mut Conn, idea: &Idea, groups: &[GroupId], today: Date) -> Result<Parts> {
    let people = UnionAll(UnionAll(questions(idea), promises(idea)), UnionAll(coordinator(idea, today), offers(idea)));
    let ideas = UnionAll(UnionAll(joined_here(idea), joined_into(idea)), UnionAll(votes(idea), appeal(idea)));
    let rows: Vec<Row> = UnionAll(UnionAll(people, ideas), UnionAll(progress(idea), group_names(groups))).load(conn)?;
    let mut parts = Parts::default();
    for row in rows {
        put(&mut parts, row);
    }
    parts.asked.sort_by_key(|asked| asked.id);
    parts.owners.sort_by_key(|owner| owner.id);
    parts.joined_here.sort_by_key(|joined| joined.id);
    Ok(parts)
}

fn put(parts: &mut Parts, row: Row) {
    let (id, name) = (row.id, row.name.unwrap_or_default());
    match row.kind.as_str() {
        "question" => parts.asked.push(Asked {
            id,
            name,
            question: row.words.unwrap_or_default(),
            answer: row.more,
            due_on: row.day,
            answered_at: row.at,
        }),
        "promise" => parts.owners.push(Owner {
            id,
            organisation: name,
            first_step_on: row.day,
            state: row.words.unwrap_or_default(),
        }),
        "coordinator" => parts.coordinator = Some(name),
        "offer" => parts.offered_to = row.count.map(GroupId::new),
        "joined_here" => parts.joined_here.push(Joined { id, number: name, title: row.words.unwrap_or_default() }),
        "joined_into" => {
            parts.joined_into = Some(Joined { id, number: name, title: row.words.unwrap_or_default() });
        }
        "votes" => parts.votes.push((id, name, row.count.unwrap_or_default())),
        "appeal" => parts.appealed_at = row.at,
        "progress" => {
            parts.notes.insert(id, row.words.unwrap_or_default());
        }
        _ => {
            parts.groups.insert(id, name);
        }
    }
}

fn questions(idea: &Idea) -> impl Part + use<> {
    inquiries::table.filter(inquiries::idea_id.eq(idea.id)).select((
        "question".into_sql::<Text>(),
        inquiries::id,
        inquiries::answered_at,
        inquiries::due_on.nullable(),
        inquiries::asked_name.nullable(),
        inquiries::question.nullable(),
        inquiries::answer,
        no_number(),
    ))
}

fn promises(idea: &Idea) -> impl Part + use<> {
    ownerships::table.filter(ownerships::idea_id.eq(idea.id)).select((
        "promise".into_sql::<Text>(),
        ownerships::id,
        ownerships::answered_at,
        ownerships::first_step_on.nullable(),
        ownerships::organisation.nullable(),
        ownerships::state.nullable(),
        no_text(),
        no_number(),
    ))
}

fn coordinator(idea: &Idea, today: Date) -> impl Part + use<> {
    seats::table
        .inner_join(people::table)
        .filter(seats::group_id.eq(idea.group_id.map_or(-1, GroupId::get)))
        .filter(seats::role.eq("coordinator"))
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
        .select((
            "coordinator".into_sql::<Text>(),
            seats::id,
            no_number(),
            no_day(),
            people::display_name.nullable(),
            no_text(),
            no_text(),
            no_number(),
        ))
}

fn offers(idea: &Idea) -> impl Part + use<> {
    handovers::table.filter(handovers::idea_id.eq(idea.id)).filter(handovers::state.eq("offered")).select((
        "offer".into_sql::<Text>(),
        handovers::id,
        no_number(),
        no_day(),
        no_text(),
        no_text(),
        no_text(),
        handovers::to_group.nullable(),
    ))
}

fn joined_here(idea: &Idea) -> impl Part + use<> {
    merges::table
        .inner_join(ideas::table.on(ideas::id.eq(merges::idea_id)))
        .filter(merges::into_id.eq(idea.id))
        .filter(ideas::listed.eq(true))
        .select((
            "joined_here".into_sql::<Text>(),
            ideas::id,
            no_number(),
            no_day(),
            ideas::number,
            ideas::title.nullable(),
            no_text(),
            no_number(),
        ))
}

fn joined_into(idea: &Idea) -> impl Part + use<> {
    ideas::table.filter(ideas::id.eq(idea.merged_into.map_or(-1, IdeaId::get))).filter(ideas::listed.eq(true)).select((
        "joined_into".into_sql::<Text>(),
        ideas::id,
        no_number(),
        no_day(),
        ideas::number,
        ideas::title.nullable(),
        no_text(),
        no_number(),
    ))
}

/// Only closed ballots: while one is open nobody learns how it goes.
fn votes(idea: &Idea) -> impl Part + use<> {
    ballot_counts::table
        .inner_join(ballots::table.on(ballots::id.eq(ballot_counts::ballot_id)))
        .filter(ballots::idea_id.eq(idea.id))
        .filter(ballots::state.eq("closed"))
        .select((
            "votes".into_sql::<Text>(),
            ballots::id,
            no_number(),
            no_day(),
            ballot_counts::choice.nullable(),
            no_text(),
            no_text(),
            ballot_counts::count.nullable(),
        ))
}

fn appeal(idea: &Idea) -> impl Part + use<> {
    appeals::table.filter(appeals::idea_id.eq(idea.id)).select((
        "appeal".into_sql::<Text>(),
        appeals::idea_id,
        appeals::at.nullable(),
        no_day(),
        no_text(),
        no_text(),
        no_text(),
        no_number(),
    ))
}

fn progress(idea: &Idea) -> impl Part + use<> {
    progress_notes::table.filter(progress_notes::idea_id.eq(idea.id)).select((
        "progress".into_sql::<Text>(),
        progress_notes::id,
        progress_notes::at.nullable(),
        no_day(),
        no_text(),
        progress_notes::body.nullable(),
        no_text(),
        no_number(),
    ))
}

fn group_names(groups: &[GroupId]) -> impl Part + use<> {
    let ids: Vec<i64> = groups.iter().map(|group| group.get()).collect();
    steering_groups::table.filter(steering_groups::id.eq_any(ids)).select((
        "group".into_sql::<Text>(),
        steering_groups::id,
        no_number(),
        no_day(),
        steering_groups::name.nullable(),
        no_text(),
        no_text(),
        no_number(),
    ))
}

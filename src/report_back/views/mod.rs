//! SQL that reads reports for pages, programs and mails.

mod replies;

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::rule;
use super::store::{self, Place};
use crate::db::Conn;
use crate::db::schema::{
    decisions, ideas, ownerships, people, seat_follows, seat_report_decisions, seat_reports, seats, steering_groups,
};
use crate::error::Result;
use crate::groups::Group;
use crate::kernel::{Date, GroupId, PersonId, SeatId, SeatReportId, Timestamp};
use crate::town::Clocks;

pub use replies::{Reads, Reply, new_replies, replies};

/// Reports on the page of a seat.
const MOST_REPORTS: i64 = 20;
/// Late seats that are listed at once.
pub const MOST_LATE: usize = 50;
/// Answers that are shown to whoever writes the next report.
const MOST_REPLIES: i64 = 100;

/// A decision as a report tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Told {
    /// The decision.
    pub id: i64,
    /// Public number of the idea.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Language of both.
    pub language: String,
    /// `yes`, `partly` or `no`.
    pub outcome: String,
    /// What was decided; empty for a no.
    pub what: String,
    /// Why.
    pub reasons: String,
    /// The day.
    pub decided_on: Date,
    /// The day of the first step, if there is one.
    pub first_step_on: Option<Date>,
    /// The organisation that does it, and who.
    pub owner: Option<(String, String)>,
}

impl Told {
    /// What a report says of it: what was decided, or why not.
    #[must_use]
    pub fn words(&self) -> &str {
        if self.what.trim().is_empty() { &self.reasons } else { &self.what }
    }

    /// Who does it: the organisation, or the person where there is none.
    #[must_use]
    pub fn owner_name(&self) -> Option<&str> {
        let (organisation, name) = self.owner.as_ref()?;
        Some(if organisation.is_empty() { name } else { organisation })
    }

    /// Where the decision is read.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/ideas/{}", self.number.as_deref().unwrap_or_default())
    }
}

/// The decisions with these numbers, oldest first. What is hidden is left out.
pub fn told(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Told>> {
    Ok(decisions::table
        .inner_join(ideas::table.on(ideas::id.eq(decisions::idea_id)))
        .left_join(ownerships::table.on(ownerships::id.nullable().eq(decisions::ownership_id)))
        .left_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(decisions::id.eq_any(ids.iter().copied()))
        .filter(ideas::listed.eq(true))
        .order(decisions::id)
        .select((
            decisions::id,
            ideas::number,
            ideas::title,
            ideas::language,
            decisions::outcome,
            decisions::what,
            decisions::reasons,
            decisions::decided_on,
            decisions::first_step_on,
            (ownerships::organisation, people::display_name).nullable(),
        ))
        .load(conn)?)
}

/// Where a seat stands with its reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Situation {
    /// The day by which one is owed.
    pub owed_by: Option<Date>,
    /// Whether that has passed.
    pub is_late: bool,
    /// The last one that was sent, and when.
    pub last: Option<(SeatReportId, Timestamp)>,
}

/// Where a seat stands that has not told of a decision of this day, and of none before.
pub(super) fn situation(first: Option<Date>, clocks: &Clocks, today: Date) -> Situation {
    let owed_by = first.map(|day| rule::owed_by(day, clocks));
    Situation { owed_by, is_late: owed_by.is_some_and(|day| day < today), last: None }
}

/// Where the seats of a group stand, by seat; for those that have told or have to. Two statements.
pub fn situations(
    conn: &mut Conn,
    group: GroupId,
    clocks: &Clocks,
    today: Date,
) -> Result<BTreeMap<SeatId, Situation>> {
    let first = store::first_untold(conn, store::Whose::Group(group), today)?;
    let sent: Vec<(SeatId, Option<SeatReportId>, Option<Timestamp>)> = seat_reports::table
        .filter(seat_reports::group_id.eq(group))
        .group_by(seat_reports::seat_id)
        .select((seat_reports::seat_id, diesel::dsl::max(seat_reports::id), diesel::dsl::max(seat_reports::sent_at)))
        .load(conn)?;
    let mut all: BTreeMap<SeatId, Situation> =
        first.into_iter().map(|(seat, (_, day))| (seat, situation(Some(day), clocks, today))).collect();
    for (seat, report, at) in sent {
        all.entry(seat).or_default().last = report.zip(at);
    }
    Ok(all)
}

/// A seat as its page shows it.
#[derive(Debug, Clone)]
pub struct SeatPage {
    /// The group.
    pub group: Group,
    /// The seat.
    pub place: Place,
    /// Where it stands.
    pub situation: Situation,
    /// What was sent, newest first, also by whoever held it before.
    pub reports: Vec<(SeatReportId, Timestamp)>,
    /// Whether the asker follows it.
    pub follows: bool,
}

/// A seat of the group with this slug, for somebody.
///
/// # Errors
/// Not found.
pub fn seat(
    conn: &mut Conn,
    (slug, seat): (&str, SeatId),
    asker: Option<PersonId>,
    clocks: &Clocks,
    today: Date,
) -> Result<SeatPage> {
    let (group, place) = store::place(conn, slug, seat)?;
    let owing = store::first_untold(conn, store::Whose::Seat(place.id), today)?;
    let own: Option<(SeatReportId, Timestamp)> = seat_reports::table
        .filter(seat_reports::seat_id.eq(place.id))
        .order(seat_reports::id.desc())
        .select((seat_reports::id, seat_reports::sent_at))
        .first(conn)
        .optional()?;
    let reports: Vec<(SeatReportId, Timestamp)> = seat_reports::table
        .filter(seat_reports::group_id.eq(group.id))
        .filter(seat_reports::represents.eq(&place.represents))
        .order(seat_reports::id.desc())
        .limit(MOST_REPORTS)
        .select((seat_reports::id, seat_reports::sent_at))
        .load(conn)?;
    let follows = match asker {
        Some(person) => store::follows(conn, &place, person)?,
        None => false,
    };
    let first = owing.get(&place.id).map(|(_, day)| *day);
    let situation = Situation { last: own, ..situation(first, clocks, today) };
    Ok(SeatPage { group, place, situation, reports, follows })
}

/// A seat that has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwingSeat {
    /// Which.
    pub seat: SeatId,
    /// Word of the group in addresses.
    pub group: String,
    /// Name of the group.
    pub group_name: String,
    /// For whom is spoken there.
    pub represents: String,
    /// Who holds the seat, or held it last.
    pub name: String,
    /// By which day it was to tell.
    pub owed_by: Date,
}

/// The seats of all groups that have not told in time, the longest late first, at most [`MOST_LATE`]. Two
/// statements.
pub fn late_seats(conn: &mut Conn, clocks: &Clocks, today: Date) -> Result<Vec<OwingSeat>> {
    let mut owing = owing(conn, store::Whose::All, clocks, today)?;
    owing.retain(|(day, _)| *day < today);
    described(conn, owing)
}

/// The seats of one person that have to tell, the first day first. Two statements, one when there are none.
pub fn own_owing(conn: &mut Conn, person: PersonId, clocks: &Clocks, today: Date) -> Result<Vec<OwingSeat>> {
    let owing = owing(conn, store::Whose::Person(person), clocks, today)?;
    described(conn, owing)
}

/// By which day each seat has to tell, the first day first.
fn owing(conn: &mut Conn, whose: store::Whose, clocks: &Clocks, today: Date) -> Result<Vec<(Date, SeatId)>> {
    let first = store::first_untold(conn, whose, today)?;
    let mut owing: Vec<(Date, SeatId)> =
        first.into_iter().map(|(seat, (_, day))| (rule::owed_by(day, clocks), seat)).collect();
    owing.sort_unstable();
    Ok(owing)
}

fn described(conn: &mut Conn, mut owing: Vec<(Date, SeatId)>) -> Result<Vec<OwingSeat>> {
    owing.truncate(MOST_LATE);
    if owing.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<SeatId> = owing.iter().map(|(_, seat)| *seat).collect();
    let rows: Vec<(SeatId, String, String, String, String)> = seats::table
        .inner_join(people::table)
        .inner_join(steering_groups::table)
        .filter(seats::id.eq_any(&ids))
        .select((seats::id, steering_groups::slug, steering_groups::name, seats::represents, people::display_name))
        .load(conn)?;
    let of = |(owed_by, seat): (Date, SeatId)| {
        let (_, group, group_name, represents, name) = rows.iter().find(|row| row.0 == seat).cloned()?;
        Some(OwingSeat { seat, group, group_name, represents, name, owed_by })
    };
    Ok(owing.into_iter().filter_map(of).collect())
}

/// Somebody whom a person hears from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Word of the group in addresses.
    pub group: String,
    /// Name of the group.
    pub group_name: String,
    /// For whom is spoken there.
    pub represents: String,
    /// The seat that speaks for them now, or did last; none when there is none left.
    pub seat: Option<SeatId>,
}

/// Whom a person hears from, by group. One statement.
pub fn followed(conn: &mut Conn, person: PersonId) -> Result<Vec<Followed>> {
    let same = seats::group_id.eq(seat_follows::group_id).and(seats::represents.eq(seat_follows::represents));
    let mut rows: Vec<(String, String, String, Option<SeatId>)> = seat_follows::table
        .inner_join(steering_groups::table.on(steering_groups::id.eq(seat_follows::group_id)))
        .left_join(seats::table.on(same.and(seats::role.eq_any(store::telling()))))
        .filter(seat_follows::person_id.eq(person))
        .order((steering_groups::name, seat_follows::represents, seats::id.desc()))
        .select((steering_groups::slug, steering_groups::name, seat_follows::represents, seats::id.nullable()))
        .load(conn)?;
    // Whoever held it before stands behind.
    rows.dedup_by(|later, first| (&later.0, &later.2) == (&first.0, &first.2));
    let followed = |(group, group_name, represents, seat)| Followed { group, group_name, represents, seat };
    Ok(rows.into_iter().map(followed).collect())
}

/// A report as everyone reads it.
#[derive(Debug, Clone)]
pub struct ReportPage {
    /// The report.
    pub id: SeatReportId,
    /// Of which seat.
    pub seat: SeatId,
    /// The group.
    pub group: Group,
    /// For whom the sender speaks.
    pub represents: String,
    /// The sender's name.
    pub by: String,
    /// Who holds the seat.
    pub holder: String,
    /// Whether the holder sent it, and nobody in his or her place.
    pub is_by_holder: bool,
    /// The sender's words; none when they are hidden.
    pub words: Option<String>,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// What it tells of.
    pub told: Vec<Told>,
}

impl ReportPage {
    /// Whether nothing of it may be read any more.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_none() && self.told.is_empty()
    }
}

type ReportRow = (SeatReportId, SeatId, GroupId, String, String, String, Timestamp, Option<Timestamp>);

/// A report by its number, with the decisions that may be read.
///
/// # Errors
/// Not found.
pub fn report(conn: &mut Conn, id: SeatReportId) -> Result<ReportPage> {
    let (id, seat, group, represents, by, words, sent_at, hidden_at): ReportRow = seat_reports::table
        .inner_join(people::table.on(people::id.eq(seat_reports::sent_by)))
        .filter(seat_reports::id.eq(id))
        .select((
            seat_reports::id,
            seat_reports::seat_id,
            seat_reports::group_id,
            seat_reports::represents,
            people::display_name,
            seat_reports::words,
            seat_reports::sent_at,
            seat_reports::hidden_at,
        ))
        .first(conn)?;
    let ids: Vec<i64> = seat_report_decisions::table
        .filter(seat_report_decisions::report_id.eq(id))
        .select(seat_report_decisions::decision_id)
        .load(conn)?;
    let words = Some(words).filter(|_| hidden_at.is_none());
    let group = store::group_of(conn, group)?;
    let place = store::place_by_id(conn, seat)?;
    let is_by_holder = place.person == store::report_by_id(conn, id)?.by;
    let told = told(conn, &ids)?;
    Ok(ReportPage { id, seat, group, represents, by, holder: place.name, is_by_holder, words, sent_at, told })
}

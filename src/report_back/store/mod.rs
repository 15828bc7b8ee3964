//! SQL of reports, followers and answers.

mod replies;

use std::collections::BTreeMap;

use diesel::dsl::exists;
use diesel::prelude::*;

use super::rule::{self, AFTER_TERM_DAYS, Step, Term};
use crate::db::schema::{
    decisions, ideas, people, seat_follows, seat_report_decisions, seat_report_steps, seat_reports, seats,
    steering_groups,
};
use crate::db::{Conn, Tx, portable};
use crate::error::Result;
use crate::groups::{Group, SeatRole, store as groups};
use crate::kernel::{Date, GroupId, PersonId, SeatId, SeatReportId, Timestamp};

pub use replies::{delete_reply, insert_reply, remove_reply, replies_since};

/// Most decisions that one report tells of; the others come with the next.
pub const MOST_DECISIONS: i64 = 50;

/// A seat as its reports need to know it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Place {
    /// Which.
    pub id: SeatId,
    /// In which group.
    pub group: GroupId,
    /// Who holds it, or held it last.
    pub person: PersonId,
    /// The holder's name.
    pub name: String,
    /// What the holder does there.
    pub role: SeatRole,
    /// For whom the holder speaks.
    pub represents: String,
    /// First day.
    pub starts_on: Date,
    /// Last day, if there is one.
    pub ends_on: Option<Date>,
    /// The last decision that was there before the seat.
    pub tells_after: i64,
}

impl Place {
    /// The days on which it is held.
    #[must_use]
    pub const fn term(&self) -> Term {
        Term { starts_on: self.starts_on, ends_on: self.ends_on }
    }
}

type PlaceColumns = (
    seats::id,
    seats::group_id,
    seats::person_id,
    people::display_name,
    seats::role,
    seats::represents,
    seats::starts_on,
    seats::ends_on,
    seats::tells_after,
);

const PLACE: PlaceColumns = (
    seats::id,
    seats::group_id,
    seats::person_id,
    people::display_name,
    seats::role,
    seats::represents,
    seats::starts_on,
    seats::ends_on,
    seats::tells_after,
);

/// The roles whose holders tell others.
pub(super) fn telling() -> impl Iterator<Item = SeatRole> {
    SeatRole::ALL.iter().copied().filter(|role| rule::tells(*role))
}

/// A seat of the group with this slug that tells others, and its group.
///
/// # Errors
/// Not found, also for a seat of another group, or one that tells nobody.
pub fn place(conn: &mut Conn, slug: &str, seat: SeatId) -> Result<(Group, Place)> {
    let group = groups::load_by_slug(conn, slug)?;
    let place = seats::table
        .inner_join(people::table)
        .filter(seats::id.eq(seat))
        .filter(seats::group_id.eq(group.id))
        .filter(seats::role.eq_any(telling()))
        .select(PLACE)
        .first(conn)?;
    Ok((group, place))
}

/// A seat by its number.
///
/// # Errors
/// Not found.
pub fn place_by_id(conn: &mut Conn, seat: SeatId) -> Result<Place> {
    Ok(seats::table.inner_join(people::table).filter(seats::id.eq(seat)).select(PLACE).first(conn)?)
}

/// The seats of a group that tell others and are held on a day, or were not long before.
pub fn places(conn: &mut Conn, group: GroupId, today: Date) -> Result<Vec<Place>> {
    let over = today.plus_days(-AFTER_TERM_DAYS);
    Ok(seats::table
        .inner_join(people::table)
        .filter(seats::group_id.eq(group))
        .filter(seats::role.eq_any(telling()))
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(over)))
        .order(seats::id)
        .select(PLACE)
        .load(conn)?)
}

/// Whose reports are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of every seat.
    All,
    /// Of the seats of a group.
    Group(GroupId),
    /// Of the seats that somebody holds.
    Person(PersonId),
    /// Of one seat.
    Seat(SeatId),
}

/// The first decision that each of these seats has not told of, and its day. One statement.
pub fn first_untold(conn: &mut Conn, whose: Whose, today: Date) -> Result<BTreeMap<SeatId, (i64, Date)>> {
    let over = today.plus_days(-AFTER_TERM_DAYS);
    let told = seat_report_decisions::table
        .filter(seat_report_decisions::seat_id.eq(seats::id))
        .filter(seat_report_decisions::decision_id.eq(decisions::id));
    let mut query = seats::table
        .inner_join(decisions::table.on(decisions::group_id.eq(seats::group_id)))
        .inner_join(ideas::table.on(ideas::id.eq(decisions::idea_id)))
        .filter(seats::role.eq_any(telling()))
        .filter(seats::starts_on.le(today))
        .filter(seats::ends_on.is_null().or(seats::ends_on.ge(over)))
        .filter(decisions::id.gt(seats::tells_after))
        .filter(decisions::decided_on.ge(seats::starts_on))
        .filter(seats::ends_on.is_null().or(decisions::decided_on.nullable().le(seats::ends_on)))
        .filter(ideas::listed.eq(true))
        .filter(diesel::dsl::not(exists(told)))
        .group_by(seats::id)
        .select((seats::id, diesel::dsl::min(decisions::id), diesel::dsl::min(decisions::decided_on)))
        .into_boxed();
    query = match whose {
        Whose::All => query,
        Whose::Group(group) => query.filter(seats::group_id.eq(group)),
        Whose::Seat(seat) => query.filter(seats::id.eq(seat)),
        Whose::Person(person) => {
            query.filter(seats::person_id.eq(person)).filter(seats::ends_on.is_null().or(seats::ends_on.ge(today)))
        }
    };
    let rows: Vec<(SeatId, Option<i64>, Option<Date>)> = query.load(conn)?;
    Ok(rows.into_iter().filter_map(|(seat, first, day)| Some((seat, (first?, day?)))).collect())
}

/// The decisions that a seat has not told of, oldest first: number and day. What is hidden is left out.
pub fn untold(conn: &mut Conn, place: &Place, most: i64) -> Result<Vec<(i64, Date)>> {
    let told = seat_report_decisions::table
        .filter(seat_report_decisions::seat_id.eq(place.id))
        .filter(seat_report_decisions::decision_id.eq(decisions::id));
    let mut query = decisions::table
        .inner_join(ideas::table.on(ideas::id.eq(decisions::idea_id)))
        .filter(decisions::group_id.eq(place.group))
        .filter(decisions::id.gt(place.tells_after))
        .filter(decisions::decided_on.ge(place.starts_on))
        .filter(diesel::dsl::not(exists(told)))
        .filter(ideas::listed.eq(true))
        .order(decisions::id)
        .limit(most)
        .select((decisions::id, decisions::decided_on))
        .into_boxed();
    if let Some(last) = place.ends_on {
        query = query.filter(decisions::decided_on.le(last));
    }
    Ok(query.load(conn)?)
}

/// A report to be written down.
#[derive(Debug, Clone)]
pub struct ReportToSend<'a> {
    /// Of which seat.
    pub place: &'a Place,
    /// Who sends it.
    pub by: PersonId,
    /// His or her words.
    pub words: &'a str,
    /// What it tells of, oldest first.
    pub decisions: &'a [i64],
}

/// Writes a report down; none when another has told of the same meanwhile.
pub fn insert(tx: &mut Tx<'_>, new: &ReportToSend<'_>) -> Result<Option<SeatReportId>> {
    let now = tx.now;
    portable::insert_new(tx, |conn| {
        let report: SeatReportId = diesel::insert_into(seat_reports::table)
            .values((
                seat_reports::seat_id.eq(new.place.id),
                seat_reports::group_id.eq(new.place.group),
                seat_reports::represents.eq(&new.place.represents),
                seat_reports::words.eq(new.words),
                seat_reports::sent_at.eq(now),
                seat_reports::sent_by.eq(new.by),
            ))
            .returning(seat_reports::id)
            .get_result(conn)?;
        for decision in new.decisions {
            diesel::insert_into(seat_report_decisions::table)
                .values((
                    seat_report_decisions::seat_id.eq(new.place.id),
                    seat_report_decisions::report_id.eq(report),
                    seat_report_decisions::decision_id.eq(*decision),
                ))
                .execute(conn)?;
        }
        Ok(report)
    })
}

/// The report in which a seat told of a decision, if it did.
pub fn report_of(conn: &mut Conn, seat: SeatId, decision: i64) -> Result<Option<SeatReportId>> {
    let this = seat_report_decisions::table
        .filter(seat_report_decisions::seat_id.eq(seat))
        .filter(seat_report_decisions::decision_id.eq(decision));
    Ok(this.select(seat_report_decisions::report_id).first(conn).optional()?)
}

/// The steps that were taken about what these seats owed: seat, first decision, step.
pub fn steps(conn: &mut Conn, seats: &[SeatId]) -> Result<Vec<(SeatId, i64, Step)>> {
    Ok(seat_report_steps::table
        .filter(seat_report_steps::seat_id.eq_any(seats.iter().copied()))
        .select((seat_report_steps::seat_id, seat_report_steps::first_decision, seat_report_steps::step))
        .load(conn)?)
}

/// Notes a step; false when it was taken before.
pub fn take_step(tx: &mut Tx<'_>, place: &Place, first: i64, step: Step) -> Result<bool> {
    let today = tx.now.date();
    let inserted = portable::insert_new(tx, |conn| {
        diesel::insert_into(seat_report_steps::table)
            .values((
                seat_report_steps::seat_id.eq(place.id),
                seat_report_steps::first_decision.eq(first),
                seat_report_steps::step.eq(step),
                seat_report_steps::taken_on.eq(today),
            ))
            .execute(conn)
    })?;
    Ok(inserted.is_some())
}

/// Lets a person hear from whoever speaks for these; nothing changes when he or she did.
pub fn follow(tx: &mut Tx<'_>, place: &Place, person: PersonId) -> Result<()> {
    let today = tx.now.date();
    portable::insert_new(tx, |conn| {
        diesel::insert_into(seat_follows::table)
            .values((
                seat_follows::group_id.eq(place.group),
                seat_follows::represents.eq(&place.represents),
                seat_follows::person_id.eq(person),
                seat_follows::since_on.eq(today),
            ))
            .execute(conn)
    })?;
    Ok(())
}

/// Ends it.
pub fn end_follow(tx: &mut Tx<'_>, place: &Place, person: PersonId) -> Result<()> {
    let this = seat_follows::table
        .filter(seat_follows::group_id.eq(place.group))
        .filter(seat_follows::represents.eq(&place.represents))
        .filter(seat_follows::person_id.eq(person));
    diesel::delete(this).execute(tx.conn)?;
    Ok(())
}

/// Whether a person hears from whoever speaks for these.
pub fn follows(conn: &mut Conn, place: &Place, person: PersonId) -> Result<bool> {
    let this = seat_follows::table
        .filter(seat_follows::group_id.eq(place.group))
        .filter(seat_follows::represents.eq(&place.represents))
        .filter(seat_follows::person_id.eq(person));
    Ok(diesel::select(exists(this)).get_result(conn)?)
}

/// A report as an answer to it needs to know it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Report {
    /// Which.
    pub id: SeatReportId,
    /// Of which seat.
    pub seat: SeatId,
    /// In which group.
    pub group: GroupId,
    /// Who sent it.
    pub by: PersonId,
}

/// A report of the group with this slug.
///
/// # Errors
/// Not found, also for one of another group.
pub fn report(conn: &mut Conn, slug: &str, report: SeatReportId) -> Result<Report> {
    Ok(seat_reports::table
        .inner_join(steering_groups::table.on(steering_groups::id.eq(seat_reports::group_id)))
        .filter(steering_groups::slug.eq(slug))
        .filter(seat_reports::id.eq(report))
        .select((seat_reports::id, seat_reports::seat_id, seat_reports::group_id, seat_reports::sent_by))
        .first(conn)?)
}

/// A report by its number.
///
/// # Errors
/// Not found.
pub fn report_by_id(conn: &mut Conn, report: SeatReportId) -> Result<Report> {
    Ok(seat_reports::table
        .filter(seat_reports::id.eq(report))
        .select((seat_reports::id, seat_reports::seat_id, seat_reports::group_id, seat_reports::sent_by))
        .first(conn)?)
}

/// When and why the words of a report were hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenWords {
    /// When.
    pub at: Timestamp,
    /// Word for the ground; none for what was hidden before grounds were asked for.
    pub ground: Option<String>,
    /// The moderator's own words.
    pub reason: Option<String>,
}

/// The words of a report, also when they are hidden; for whoever wrote them and for moderators.
///
/// # Errors
/// Not found.
pub fn words(conn: &mut Conn, report: SeatReportId) -> Result<(String, Option<HiddenWords>)> {
    let (words, at, ground, reason): (String, Option<Timestamp>, Option<String>, Option<String>) = seat_reports::table
        .filter(seat_reports::id.eq(report))
        .select((seat_reports::words, seat_reports::hidden_at, seat_reports::hidden_ground, seat_reports::hidden_words))
        .first(conn)?;
    Ok((words, at.map(|at| HiddenWords { at, ground, reason })))
}

/// Hides the words of a report on a ground and with a reason, or shows them again; false when that is so
/// already.
pub fn set_hidden(tx: &mut Tx<'_>, report: SeatReportId, grounds: Option<(&str, &str)>) -> Result<bool> {
    let at = grounds.map(|_| tx.now);
    let this = seat_reports::table.filter(seat_reports::id.eq(report));
    let changing = this.filter(seat_reports::hidden_at.is_null().eq(grounds.is_some()));
    let changed = diesel::update(changing)
        .set((
            seat_reports::hidden_at.eq(at),
            seat_reports::hidden_ground.eq(grounds.map(|(ground, _)| ground)),
            seat_reports::hidden_words.eq(grounds.map(|(_, words)| words)),
        ))
        .execute(tx.conn)?;
    Ok(changed > 0)
}

/// The group of a seat.
///
/// # Errors
/// Not found.
pub fn group_of(conn: &mut Conn, group: GroupId) -> Result<Group> {
    Ok(steering_groups::table.filter(steering_groups::id.eq(group)).select(groups::COLUMNS).first(conn)?)
}

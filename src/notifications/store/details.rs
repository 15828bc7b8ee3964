//! SQL of what an event speaks of. Every row is looked up by the id or the moment that the event
//! names, so that a mail says what was decided and not what was changed afterwards.

#![warn(clippy::wildcard_enum_match_arm)]

use diesel::prelude::*;

use super::super::facts::{
    Ballot, Clock, Comment, Decision, Detail, Facts, Group, HandOver, Inquiry, Other, Ownership,
};
use super::clocks::{clock, closes_soon, help, queue};
use crate::db::Conn;
use crate::db::schema::{
    appeals, ballot_counts, ballots, comments, decisions, handovers, idea_notes, ideas, inquiries, merges, ownerships,
    people, reports, revisions, screenings, steering_groups,
};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ideas::lifecycle::{Ground, Outcome};
use crate::ideas::store as idea_store;
use crate::journal::{Event, EventRow};
use crate::kernel::{
    BallotId, CommentId, Date, EmailAddress, GroupId, IdeaId, InquiryId, OwnershipId, PersonId, Timestamp,
};

/// Everything that a mail about this event can say; none for an event about no idea.
pub(in super::super) fn facts(conn: &mut Conn, row: &EventRow) -> Result<Option<Facts>> {
    let Some(id) = row.event.idea() else { return Ok(None) };
    let idea = idea_store::load(conn, id)?;
    let title = title_at(conn, id, row.at)?.unwrap_or_else(|| idea.title.clone());
    let contact = contact(conn, id)?;
    let group = match row.event.group().or(idea.group_id) {
        Some(group) => Some(load_group(conn, group)?),
        None => None,
    };
    let detail = detail(conn, row, &idea)?;
    Ok(Some(Facts { at: row.at, doer: row.person, idea, title, contact, group, detail, confirm: None }))
}

fn title_at(conn: &mut Conn, idea: IdeaId, at: Timestamp) -> Result<Option<String>> {
    Ok(revisions::table
        .filter(revisions::idea_id.eq(idea))
        .filter(revisions::created_at.le(at))
        .order(revisions::number.desc())
        .select(revisions::title)
        .first(conn)
        .optional()?)
}

fn contact(conn: &mut Conn, idea: IdeaId) -> Result<Option<EmailAddress>> {
    let email: Option<Option<String>> = idea_notes::table
        .filter(idea_notes::idea_id.eq(idea))
        .select(idea_notes::contact_email)
        .first(conn)
        .optional()?;
    Ok(email.flatten().and_then(|email| EmailAddress::parse(&email)))
}

fn load_group(conn: &mut Conn, id: GroupId) -> Result<Group> {
    let name = steering_groups::table.filter(steering_groups::id.eq(id)).select(steering_groups::name).first(conn)?;
    Ok(Group { id, name })
}

#[expect(clippy::too_many_lines, reason = "a table: each event has its own row")]
fn detail(conn: &mut Conn, row: &EventRow, idea: &idea_store::Idea) -> Result<Detail> {
    Ok(match &row.event {
        Event::Submitted { .. } | Event::Resubmitted { .. } => Detail::Queue(queue(conn)?),
        Event::Returned { .. } => judged(conn, idea.id, "returned", row.at)?,
        Event::Refused { .. } => judged(conn, idea.id, "refused", row.at)?,
        Event::Hidden { .. } => judged(conn, idea.id, "hidden", row.at)?,
        Event::Appealed { .. } => appeal(conn, idea.id)?,
        Event::CameToGroup { due_on, .. } => Detail::Due(Date::from_number(*due_on)),
        Event::Asked { inquiry, .. }
        | Event::AnswerCame { inquiry, .. }
        | Event::AnswerMissing { inquiry, .. }
        | Event::Forwarded { inquiry, .. }
        | Event::ForwardingReturned { inquiry, .. }
        | Event::CameBack { inquiry, .. } => Detail::Inquiry(load_inquiry(conn, *inquiry)?),
        Event::HandOverOffered { from, to, .. } | Event::HandOverDeclined { from, to, .. } => {
            Detail::HandOver(hand_over(conn, row, *from, *to, None)?)
        }
        Event::HandOverAccepted { from, to, due_on, .. } => {
            Detail::HandOver(hand_over(conn, row, *from, *to, Some(Date::from_number(*due_on)))?)
        }
        Event::OwnerReminded { ownership, until, .. } => {
            Detail::OwnerReminded { owner: load_ownership(conn, *ownership)?, until: Date::from_number(*until) }
        }
        Event::ForwardingReminded { inquiry, until, .. } => {
            Detail::ForwardingReminded { inquiry: load_inquiry(conn, *inquiry)?, until: Date::from_number(*until) }
        }
        Event::OwnerChanged { ownership, from, to, .. } => {
            let (from, to) = (Date::from_number(*from), Date::from_number(*to));
            Detail::NewOwner { owner: load_ownership(conn, *ownership)?, from, to }
        }
        Event::OwnerAsked { ownership, .. }
        | Event::OwnerReleased { ownership, .. }
        | Event::OwnerAccepted { ownership, .. }
        | Event::OwnerDeclined { ownership, .. }
        | Event::OwnerLapsed { ownership, .. } => Detail::Ownership(load_ownership(conn, *ownership)?),
        Event::Decided { decision, .. } => Detail::Decision(Box::new(load_decision(conn, *decision)?)),
        Event::BallotOpened { ballot, .. }
        | Event::BallotClosing { ballot, .. }
        | Event::BallotClosed { ballot, .. }
        | Event::BackToProposal { ballot, .. } => Detail::Ballot(load_ballot(conn, *ballot)?),
        Event::Started { .. } => standing_owner(conn, idea.id)?,
        Event::HelpAsked { request, .. } => help(conn, idea.id, *request)?,
        Event::ClosesSoon { closes_on, .. } => closes_soon(idea, Date::from_number(*closes_on)),
        Event::Completed { .. } => result(conn, idea.id)?,
        Event::TakenForward { reason, .. } => Detail::Reason(reason.clone()),
        Event::Corrected { reason, left, .. } => {
            let left = left.map(|group| load_group(conn, group)).transpose()?;
            Detail::Corrected { reason: reason.clone(), left }
        }
        Event::Reminded { by, due_on, .. }
        | Event::Late { by, due_on, .. }
        | Event::ClimbedToChair { by, due_on, .. }
        | Event::ClimbedToProcess { by, due_on, .. } => {
            Detail::Clock(clock(conn, idea, by, Date::from_number(*due_on))?)
        }
        Event::LateAgain { by, due_on, with, .. } => {
            let with = Some(with.parse().map_err(Error::corrupt)?);
            Detail::Clock(Clock { with, ..clock(conn, idea, by, Date::from_number(*due_on))? })
        }
        Event::Postponed { from, to, reason, .. } => {
            let (from, to) = (Date::from_number(*from), Date::from_number(*to));
            Detail::Postponed { from, to, reason: reason.clone() }
        }
        Event::Stopped { .. } | Event::Withdrawn { .. } => state_reason(conn, idea.id)?,
        Event::Merged { into, .. } => Detail::Other(other(conn, idea.id, *into, row.at)?),
        Event::CommentShown { comment, .. }
        | Event::CommentHidden { comment, .. }
        | Event::QuestionAnswered { comment, .. } => Detail::Comment(load_comment(conn, *comment)?),
        Event::ReportDecided { report, outcome, .. } => report_of(conn, *report, outcome)?,
        Event::Published { .. }
        | Event::ReturnLapsed { .. }
        | Event::ClosedUnsupported { .. }
        | Event::ShownAgain { .. }
        | Event::Imported { .. }
        | Event::Edited { .. }
        | Event::Added { .. }
        | Event::GoalReached { .. }
        | Event::Lifted { .. }
        | Event::ForwardingAccepted { .. }
        | Event::ProgressReported { .. }
        | Event::MergedHere { .. }
        | Event::Graded { .. }
        | Event::CommentWritten { .. }
        | Event::Reported { .. }
        | Event::RoleGiven { .. }
        | Event::SuspensionChanged { .. }
        | Event::GroupMade { .. }
        | Event::GroupChanged { .. }
        | Event::SeatGiven { .. }
        | Event::SeatEnded { .. }
        | Event::SeatReportSent { .. }
        | Event::SeatReportHidden { .. }
        | Event::SeatReportAnswered { .. }
        | Event::SeatReportDue { .. }
        | Event::SeatReportLate { .. } => Detail::None,
    })
}

fn judged(conn: &mut Conn, idea: IdeaId, outcome: &str, at: Timestamp) -> Result<Detail> {
    let found: Option<(Option<Ground>, Option<String>)> = screenings::table
        .filter(screenings::idea_id.eq(idea))
        .filter(screenings::outcome.eq(outcome))
        .filter(screenings::at.le(at))
        .order(screenings::id.desc())
        .select((screenings::ground.nullable(), screenings::words))
        .first(conn)
        .optional()?;
    let (ground, words) = found.unwrap_or_default();
    let appealed = appeals::table.filter(appeals::idea_id.eq(idea)).filter(appeals::at.le(at));
    let is_final = outcome == "refused" && diesel::select(diesel::dsl::exists(appealed)).get_result(conn)?;
    Ok(Detail::Judged { ground, words, is_final })
}

fn appeal(conn: &mut Conn, idea: IdeaId) -> Result<Detail> {
    let first_moderator =
        appeals::table.filter(appeals::idea_id.eq(idea)).select(appeals::first_moderator).first(conn)?;
    Ok(Detail::Appeal { first_moderator })
}

fn load_inquiry(conn: &mut Conn, id: InquiryId) -> Result<Inquiry> {
    type Row = (String, Option<PersonId>, String, Option<String>, Date, Option<String>);
    let (asked_name, asked_person, question, diary_number, due_on, answer): Row = inquiries::table
        .filter(inquiries::id.eq(id))
        .select((
            inquiries::asked_name,
            inquiries::asked_person,
            inquiries::question,
            inquiries::diary_number,
            inquiries::due_on,
            inquiries::answer,
        ))
        .first(conn)?;
    Ok(Inquiry { asked_name, asked_person, question, diary_number, due_on, answer })
}

fn hand_over(conn: &mut Conn, row: &EventRow, from: GroupId, to: GroupId, due_on: Option<Date>) -> Result<HandOver> {
    let found: Option<(String, Option<String>)> = handovers::table
        .filter(handovers::idea_id.nullable().eq(row.event.idea()))
        .filter(handovers::from_group.eq(from))
        .filter(handovers::to_group.eq(to))
        .filter(handovers::offered_at.le(row.at))
        .order(handovers::id.desc())
        .select((handovers::reason, handovers::answer_reason))
        .first(conn)
        .optional()?;
    let (reason, answer_reason) = found.ok_or(Error::NotFound)?;
    Ok(HandOver { from: load_group(conn, from)?, to: load_group(conn, to)?, reason, answer_reason, due_on })
}

pub(super) type OwnershipColumns = (PersonId, String, String, Date, Option<String>);

pub(super) fn ownership((person, name, organisation, first_step_on, reason): OwnershipColumns) -> Ownership {
    Ownership { person, name, organisation, first_step_on, reason }
}

fn load_ownership(conn: &mut Conn, id: OwnershipId) -> Result<Ownership> {
    let row: OwnershipColumns = ownerships::table
        .inner_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(ownerships::id.eq(id))
        .select((
            ownerships::person_id,
            people::display_name,
            ownerships::organisation,
            ownerships::first_step_on,
            ownerships::reason,
        ))
        .first(conn)?;
    Ok(ownership(row))
}

/// Who carries it out now.
fn standing_owner(conn: &mut Conn, idea: IdeaId) -> Result<Detail> {
    let row: Option<OwnershipColumns> = ownerships::table
        .inner_join(people::table.on(people::id.eq(ownerships::person_id)))
        .filter(ownerships::idea_id.eq(idea))
        .filter(ownerships::state.eq("accepted"))
        .order(ownerships::id.desc())
        .select((
            ownerships::person_id,
            people::display_name,
            ownerships::organisation,
            ownerships::first_step_on,
            ownerships::reason,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map_or(Detail::None, |row| Detail::Ownership(ownership(row))))
}

#[derive(Queryable)]
struct DecisionRow {
    outcome: Outcome,
    kind: String,
    what: String,
    reasons: String,
    would_change: Option<String>,
    instead: Option<String>,
    conditions: Option<String>,
    children: Option<String>,
    dissent: Option<String>,
    ownership_id: Option<OwnershipId>,
    first_step_on: Option<Date>,
    ballot_id: Option<BallotId>,
}

fn load_decision(conn: &mut Conn, id: i64) -> Result<Decision> {
    let row: DecisionRow = decisions::table
        .filter(decisions::id.eq(id))
        .select((
            decisions::outcome,
            decisions::kind,
            decisions::what,
            decisions::reasons,
            decisions::would_change,
            decisions::instead,
            decisions::conditions,
            decisions::children,
            decisions::dissent,
            decisions::ownership_id,
            decisions::first_step_on,
            decisions::ballot_id,
        ))
        .first(conn)?;
    Ok(Decision {
        outcome: row.outcome,
        is_recommendation: row.kind == "recommendation",
        what: row.what,
        reasons: row.reasons,
        would_change: row.would_change,
        instead: row.instead,
        conditions: row.conditions,
        children: row.children,
        dissent: row.dissent,
        owner: row.ownership_id.map(|id| load_ownership(conn, id)).transpose()?,
        first_step_on: row.first_step_on,
        ballot: row.ballot_id.map(|id| load_ballot(conn, id)).transpose()?,
    })
}

fn load_ballot(conn: &mut Conn, id: BallotId) -> Result<Ballot> {
    let (question, closes_at, state, result): (String, Timestamp, String, Option<String>) = ballots::table
        .filter(ballots::id.eq(id))
        .select((ballots::question, ballots::closes_at, ballots::state, ballots::result))
        .first(conn)?;
    let counts = if state == "closed" { Some(count_votes(conn, id)?) } else { None };
    Ok(Ballot { id, question, closes_at, result, counts })
}

fn count_votes(conn: &mut Conn, id: BallotId) -> Result<[i64; 3]> {
    let rows: Vec<(String, i64)> = ballot_counts::table
        .filter(ballot_counts::ballot_id.eq(id))
        .select((ballot_counts::choice, ballot_counts::count))
        .load(conn)?;
    let of = |wanted: &str| rows.iter().find(|(choice, _)| choice == wanted).map_or(0, |(_, count)| *count);
    Ok([of("yes"), of("no"), of("abstain")])
}

fn result(conn: &mut Conn, idea: IdeaId) -> Result<Detail> {
    let (result, measure) = idea_notes::table
        .filter(idea_notes::idea_id.eq(idea))
        .select((idea_notes::result, idea_notes::measure))
        .first(conn)?;
    Ok(Detail::Result { result, measure })
}

fn state_reason(conn: &mut Conn, idea: IdeaId) -> Result<Detail> {
    let reason: Option<String> = ideas::table.filter(ideas::id.eq(idea)).select(ideas::state_reason).first(conn)?;
    Ok(reason.map_or(Detail::None, Detail::Reason))
}

fn other(conn: &mut Conn, from: IdeaId, into: IdeaId, at: Timestamp) -> Result<Other> {
    let idea = idea_store::load(conn, into)?;
    let title = title_at(conn, into, at)?.unwrap_or_else(|| idea.title.clone());
    let reason = merges::table.filter(merges::idea_id.eq(from)).select(merges::reason).first(conn).optional()?;
    Ok(Other {
        id: into,
        author: idea.author_id,
        number: idea.number().to_owned(),
        title: idea.is_listed().then_some(title),
        reason,
    })
}

fn load_comment(conn: &mut Conn, id: CommentId) -> Result<Comment> {
    type Row = (PersonId, String, String, Option<Ground>, Option<String>, Option<String>, Option<String>);
    let (author, body, state, ground, reason, answer, answered_for): Row = comments::table
        .filter(comments::id.eq(id))
        .select((
            comments::author_id,
            comments::body,
            comments::state,
            comments::ground,
            comments::reason,
            comments::answer,
            comments::answered_for,
        ))
        .first(conn)?;
    Ok(Comment { author, body, is_visible: state == "visible", ground, reason, answer, answered_for })
}

fn report_of(conn: &mut Conn, id: i64, outcome: &str) -> Result<Detail> {
    type Row = (Option<PersonId>, Option<String>, Locale, Option<Ground>, Option<String>);
    let (reporter, contact, locale, ground, words): Row = reports::table
        .filter(reports::id.eq(id))
        .select((
            reports::reporter_id,
            reports::reporter_email,
            reports::reporter_locale,
            reports::ground,
            reports::words,
        ))
        .first(conn)?;
    let (hidden, contact) = (outcome == "hidden", contact.as_deref().and_then(EmailAddress::parse));
    // What is hidden is told to its author in words meant for the author alone.
    Ok(Detail::Report { reporter, contact, locale, hidden, ground, words: words.filter(|_| !hidden) })
}

//! Everything that is stored about a person, for the person; other features' tables are only read.

use diesel::prelude::*;

use super::{ProfileRow, SEAT_LINE, SeatLine, SessionRow, live_sessions, profile};
use crate::db::Conn;
use crate::db::schema::{
    ballot_rolls, comments, contacts, emails, follows, grades, help_requests, idea_contacts, ideas, inquiries,
    mail_choices, ownerships, reports, revisions, saved_searches, seat_follows, seat_replies, seat_reports, seats,
    steering_groups, theme_follows, watched_queries,
};
use crate::error::Result;
use crate::kernel::{Date, PersonId, Timestamp};

/// An idea in the file of its author.
#[derive(Debug, Clone, Queryable)]
pub struct OwnIdea {
    /// Public number.
    pub number: Option<String>,
    /// What shall happen.
    pub title: String,
    /// Why.
    pub body: String,
    /// Word for where it is on its way.
    pub state: String,
    /// When it came in; none for a draft.
    pub submitted_at: Option<Timestamp>,
}

/// Number of an idea, question, answer, words, moment.
pub type GradeLine = (Option<String>, String, String, Option<String>, Timestamp);

/// Mails that came back: how many, the last moment, what the server said, why less is mailed since.
pub type ReturnedLine = (i32, Timestamp, String, Option<String>);

/// Everything that is stored about a person, for the person.
#[derive(Debug, Clone)]
pub struct OwnData {
    /// Name, contact and choices.
    pub profile: ProfileRow,
    /// Sign-ins and tokens that still work.
    pub sessions: Vec<SessionRow>,
    /// Seats, also ended ones.
    pub seats: Vec<SeatLine>,
    /// Ideas.
    pub ideas: Vec<OwnIdea>,
    /// Texts of ideas that the person has written or changed: number, title, text, moment.
    pub revisions: Vec<(Option<String>, String, String, Timestamp)>,
    /// Contributions: number of the idea, kind, state, text, moment.
    pub comments: Vec<(Option<String>, String, String, String, Timestamp)>,
    /// Followed ideas: number, day.
    pub follows: Vec<(Option<String>, Date)>,
    /// Followed themes: word, day.
    pub themes: Vec<(String, Date)>,
    /// Followed seats: group, for whom they speak, day.
    pub seats_followed: Vec<(String, String, Date)>,
    /// What the person has told for a seat: group, words, moment.
    pub seat_reports: Vec<(String, String, Timestamp)>,
    /// Answers to reports of seats: group, words, moment.
    pub seat_replies: Vec<(String, String, Timestamp)>,
    /// Chosen paces of mail: channel, pace.
    pub mail_choices: Vec<(String, String)>,
    /// Saved searches: what is asked for, moment.
    pub saved_searches: Vec<(String, Timestamp)>,
    /// Carrying out: number of the idea, organisation, state, first step.
    pub ownerships: Vec<(Option<String>, String, String, Date)>,
    /// Questions asked of the person: number of the idea, question, answer.
    pub inquiries: Vec<(Option<String>, String, Option<String>)>,
    /// Reports: number of the idea, reason, moment.
    pub reports: Vec<(Option<String>, String, Timestamp)>,
    /// Help asked of a group: number of the idea, what was needed, moment.
    pub help_requests: Vec<(Option<String>, String, Timestamp)>,
    /// What the person thinks of answers to his or her ideas: number, question, answer, words, moment.
    pub grades: Vec<GradeLine>,
    /// How the person is reached about ideas without e-mail: number of the idea, way, number or address.
    pub reached: Vec<(Option<String>, String, String)>,
    /// Ballots: number, whether the person has voted. How, nobody knows.
    pub ballots: Vec<(i64, bool)>,
    /// Mails that came back: how many, the last moment, what the server said, why less is mailed since.
    pub returned: Vec<ReturnedLine>,
    /// Mails: kind, subject, moment.
    pub mails: Vec<(String, String, Timestamp)>,
}

/// Everything that is stored about a person and can be tied to him or her.
pub fn own_data(conn: &mut Conn, person: PersonId, now: Timestamp) -> Result<OwnData> {
    Ok(OwnData {
        profile: profile(conn, person)?,
        sessions: live_sessions(conn, person, now)?,
        seats: seats::table
            .inner_join(steering_groups::table)
            .filter(seats::person_id.eq(person))
            .order(seats::id)
            .select(SEAT_LINE)
            .load(conn)?,
        ideas: written_ideas(conn, person)?,
        revisions: revisions::table
            .inner_join(ideas::table.on(ideas::id.eq(revisions::idea_id)))
            .filter(ideas::author_id.eq(person))
            .filter(revisions::edited_by.eq(person.get()))
            .order(revisions::id)
            .select((ideas::number, revisions::title, revisions::body, revisions::created_at))
            .load(conn)?,
        comments: comments::table
            .inner_join(ideas::table.on(ideas::id.eq(comments::idea_id)))
            .filter(comments::author_id.eq(person))
            .order(comments::id)
            .select((ideas::number, comments::kind, comments::state, comments::body, comments::created_at))
            .load(conn)?,
        follows: follows::table
            .inner_join(ideas::table.on(ideas::id.eq(follows::idea_id)))
            .filter(follows::person_id.eq(person))
            .order(follows::idea_id)
            .select((ideas::number, follows::since_on))
            .load(conn)?,
        themes: themes(conn, person)?,
        seats_followed: followed_seats(conn, person)?,
        seat_reports: told(conn, person)?,
        seat_replies: answered_seats(conn, person)?,
        mail_choices: chosen_paces(conn, person)?,
        saved_searches: saved(conn, person)?,
        ownerships: ownerships::table
            .inner_join(ideas::table.on(ideas::id.eq(ownerships::idea_id)))
            .filter(ownerships::person_id.eq(person))
            .order(ownerships::id)
            .select((ideas::number, ownerships::organisation, ownerships::state, ownerships::first_step_on))
            .load(conn)?,
        inquiries: inquiries::table
            .inner_join(ideas::table.on(ideas::id.eq(inquiries::idea_id)))
            .filter(inquiries::asked_person.eq(person))
            .order(inquiries::id)
            .select((ideas::number, inquiries::question, inquiries::answer))
            .load(conn)?,
        reports: reported(conn, person)?,
        help_requests: asked_for_help(conn, person)?,
        grades: graded(conn, person)?,
        reached: reached(conn, person)?,
        ballots: on_rolls(conn, person)?,
        returned: returned(conn, person)?,
        mails: emails::table
            .filter(emails::person_id.eq(person))
            .order(emails::id)
            .select((emails::kind, emails::subject, emails::created_at))
            .load(conn)?,
    })
}

fn returned(conn: &mut Conn, person: PersonId) -> Result<Vec<ReturnedLine>> {
    let columns = (contacts::hard, contacts::last_at, contacts::said, contacts::marked);
    Ok(contacts::table.filter(contacts::person_id.eq(person)).order(contacts::id).select(columns).load(conn)?)
}

fn written_ideas(conn: &mut Conn, person: PersonId) -> Result<Vec<OwnIdea>> {
    Ok(ideas::table
        .filter(ideas::author_id.eq(person))
        .order(ideas::id)
        .select((ideas::number, ideas::title, ideas::body, ideas::state, ideas::submitted_at))
        .load(conn)?)
}

fn themes(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, Date)>> {
    let own = theme_follows::table.filter(theme_follows::person_id.eq(person)).order(theme_follows::theme);
    Ok(own.select((theme_follows::theme, theme_follows::since_on)).load(conn)?)
}

fn chosen_paces(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, String)>> {
    let own = mail_choices::table.filter(mail_choices::person_id.eq(person)).order(mail_choices::channel);
    Ok(own.select((mail_choices::channel, mail_choices::pace)).load(conn)?)
}

fn saved(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, Timestamp)>> {
    Ok(saved_searches::table
        .inner_join(watched_queries::table.on(watched_queries::id.eq(saved_searches::query_id)))
        .filter(saved_searches::person_id.eq(person))
        .order(saved_searches::id)
        .select((watched_queries::query, saved_searches::saved_at))
        .load(conn)?)
}

fn reported(conn: &mut Conn, person: PersonId) -> Result<Vec<(Option<String>, String, Timestamp)>> {
    Ok(reports::table
        .inner_join(ideas::table.on(ideas::id.eq(reports::idea_id)))
        .filter(reports::reporter_id.eq(person))
        .order(reports::id)
        .select((ideas::number, reports::reason, reports::at))
        .load(conn)?)
}

fn asked_for_help(conn: &mut Conn, person: PersonId) -> Result<Vec<(Option<String>, String, Timestamp)>> {
    Ok(help_requests::table
        .inner_join(ideas::table.on(ideas::id.eq(help_requests::idea_id)))
        .filter(help_requests::person_id.eq(person))
        .order(help_requests::id)
        .select((ideas::number, help_requests::need, help_requests::asked_at))
        .load(conn)?)
}

fn graded(conn: &mut Conn, person: PersonId) -> Result<Vec<GradeLine>> {
    Ok(grades::table
        .inner_join(ideas::table.on(ideas::id.eq(grades::idea_id)))
        .filter(ideas::author_id.eq(person))
        .order((grades::idea_id, grades::question))
        .select((ideas::number, grades::question, grades::grade, grades::words, grades::given_at))
        .load(conn)?)
}

fn reached(conn: &mut Conn, person: PersonId) -> Result<Vec<(Option<String>, String, String)>> {
    Ok(idea_contacts::table
        .inner_join(ideas::table.on(ideas::id.eq(idea_contacts::idea_id)))
        .filter(ideas::author_id.eq(person))
        .order(idea_contacts::idea_id)
        .select((ideas::number, idea_contacts::way, idea_contacts::value))
        .load(conn)?)
}

fn on_rolls(conn: &mut Conn, person: PersonId) -> Result<Vec<(i64, bool)>> {
    Ok(ballot_rolls::table
        .filter(ballot_rolls::person_id.eq(person))
        .order(ballot_rolls::ballot_id)
        .select((ballot_rolls::ballot_id, ballot_rolls::has_voted))
        .load(conn)?)
}

fn followed_seats(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, String, Date)>> {
    Ok(seat_follows::table
        .inner_join(steering_groups::table.on(steering_groups::id.eq(seat_follows::group_id)))
        .filter(seat_follows::person_id.eq(person))
        .order((steering_groups::id, seat_follows::represents))
        .select((steering_groups::name, seat_follows::represents, seat_follows::since_on))
        .load(conn)?)
}

fn answered_seats(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, String, Timestamp)>> {
    Ok(seat_replies::table
        .inner_join(seat_reports::table.on(seat_reports::id.eq(seat_replies::report_id)))
        .inner_join(steering_groups::table.on(steering_groups::id.eq(seat_reports::group_id)))
        .filter(seat_replies::person_id.eq(person))
        .order(seat_replies::id)
        .select((steering_groups::name, seat_replies::body, seat_replies::written_at))
        .load(conn)?)
}

fn told(conn: &mut Conn, person: PersonId) -> Result<Vec<(String, String, Timestamp)>> {
    Ok(seat_reports::table
        .inner_join(steering_groups::table.on(steering_groups::id.eq(seat_reports::group_id)))
        .filter(seat_reports::sent_by.eq(person))
        .order(seat_reports::id)
        .select((steering_groups::name, seat_reports::words, seat_reports::sent_at))
        .load(conn)?)
}

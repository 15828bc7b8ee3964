//! What an example needs and has to be made for it.

use diesel::prelude::*;
use medskapa::db::schema::{calls, emails, jobs, seat_replies, seat_reports, seats};
use medskapa::ideas::store::contacts;
use medskapa::kernel::reach::{PhoneNumber, Reach};
use medskapa::kernel::{Actor, CallId, EmailAddress, EmailId, GroupId, JobId, PersonId, SessionId};
use medskapa::mail::{NewEmail, store as outbox};
use medskapa::notifications::pace::Channel;
use medskapa::queue::{self, Job, Lane, Place};
use medskapa::saved_searches::actions::{self as saved_searches, RawSavedSearch};

use crate::support::{State, TestApp};

/// Number of a job that was given up.
pub(super) fn dead_job(app: &TestApp) -> String {
    let id: JobId = app.write(|tx| {
        queue::add(tx, Job::MailToken { token: 4711 }, &Place::alone(Lane::Awaited))?;
        let newest = jobs::table.select(jobs::id).order(jobs::id.desc()).first(tx.conn)?;
        diesel::update(jobs::table.filter(jobs::id.eq(newest))).set(jobs::state.eq("dead")).execute(tx.conn)?;
        Ok(newest)
    });
    id.to_string()
}

/// Number of a mail that was given up.
pub(super) fn dead_mail(app: &TestApp) -> String {
    let id: EmailId = app.write(|tx| {
        let count: i64 = emails::table.count().get_result(tx.conn)?;
        let mail = NewEmail {
            cause: format!("example:{count}"),
            kind: "receipt".to_owned(),
            person: None,
            recipient: EmailAddress::parse("rut@example.org").expect("an address"),
            locale: "sv".to_owned(),
            subject: "Vi har tagit emot din idé".to_owned(),
            text: "Tack.".to_owned(),
            html: "<p>Tack.</p>".to_owned(),
            thread: None,
            unsubscribe: None,
        };
        let id = outbox::insert(tx, &mail)?.expect("a new cause");
        outbox::mark_dead(tx, id, "550 no such reader")?;
        Ok(id)
    });
    id.to_string()
}

/// Number of something to tell by telephone.
pub(super) fn call(app: &TestApp) -> String {
    let idea = app.idea_in(State::Open);
    let id: CallId = app.write(|tx| {
        let number = Reach::Phone(PhoneNumber::parse("070-123 45 67").expect("a number"));
        contacts::set(tx, idea.id, Some(&number))?;
        Ok(diesel::insert_into(calls::table)
            .values((
                calls::idea_id.eq(idea.id),
                calls::cause.eq("example"),
                calls::kind.eq("started"),
                calls::state.eq("waiting"),
                calls::subject.eq("Arbetet har börjat"),
                calls::body.eq("Nu börjar vi."),
                calls::brief.eq("Nu börjar vi."),
                calls::created_at.eq(tx.now),
            ))
            .returning(calls::id)
            .get_result(tx.conn)?)
    });
    id.to_string()
}

/// Number of a search that somebody has saved.
pub(super) fn saved_search(app: &TestApp, person: PersonId) -> String {
    let actor = Actor::Person { id: person, session: SessionId::new(0), receipt: None };
    let raw = RawSavedSearch { query: "q=b%C3%A4nkar".to_owned() };
    // Who is suspended can save nothing, and is refused whatever the number.
    let saved = saved_searches::save(&app.db, &app.search, &app.town, &actor, &raw);
    saved.map_or_else(|_refused| "999999".to_owned(), |id| id.to_string())
}

/// Path of the page that stops somebody's news.
pub(super) fn stop_news(app: &TestApp) -> String {
    let address =
        medskapa::notifications::unsubscribe::address(&app.town, app.resident("Elin").id(), &[Channel::Followed]);
    address.strip_prefix(&app.town.settings.base_url).expect("our address").to_owned()
}

/// Path of the page that says whether the process is ready, which it is from now on.
pub(super) fn readyz(app: &TestApp) -> String {
    app.follow_search();
    "/readyz".to_owned()
}

/// What a seat has told.
pub(super) fn seat_report(app: &TestApp, group: GroupId, seat: &str) -> String {
    let seat: i64 = seat.parse().expect("the number of a seat");
    let of_the_seat = seat_reports::table.filter(seat_reports::seat_id.eq(seat));
    let found: Option<i64> = app.read(|conn| Ok(of_the_seat.select(seat_reports::id).first(conn).optional()?));
    let make = || {
        app.write(|tx| {
            let sender: i64 = seats::table.filter(seats::id.eq(seat)).select(seats::person_id).first(tx.conn)?;
            Ok(diesel::insert_into(seat_reports::table)
                .values((
                    seat_reports::seat_id.eq(seat),
                    seat_reports::group_id.eq(group),
                    seat_reports::represents.eq("Föreningen"),
                    seat_reports::words.eq("Det blev ett ja till bänkarna."),
                    seat_reports::sent_at.eq(tx.now),
                    seat_reports::sent_by.eq(sender),
                ))
                .returning(seat_reports::id)
                .get_result(tx.conn)?)
        })
    };
    found.unwrap_or_else(make).to_string()
}

/// An answer of somebody to what a seat has told.
pub(super) fn seat_reply(app: &TestApp, report: &str, person: PersonId) -> String {
    let report: i64 = report.parse().expect("the number of a report");
    let id: i64 = app.write(|tx| {
        Ok(diesel::insert_into(seat_replies::table)
            .values((
                seat_replies::report_id.eq(report),
                seat_replies::person_id.eq(person),
                seat_replies::body.eq("Fråga om parken."),
                seat_replies::written_at.eq(tx.now),
            ))
            .returning(seat_replies::id)
            .get_result(tx.conn)?)
    });
    id.to_string()
}

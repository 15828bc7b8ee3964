//! One decision to everyone who follows an idea.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use medskapa::accounts::session::{self, Purpose};
use medskapa::accounts::store::{self as people, NewPerson};
use medskapa::app::App;
use medskapa::db::schema::{emails, ideas, jobs, seats};
use medskapa::error::Error;
use medskapa::follows;
use medskapa::i18n::Locale;
use medskapa::ideas::actions::{At, decide};
use medskapa::ideas::decision::RawDecision;
use medskapa::ideas::forms::{Ticket, Version};
use medskapa::ideas::lifecycle::State;
use medskapa::kernel::{Actor, EmailAddress, IdeaId, PersonId, SessionId};
use medskapa::policy::Role;

use crate::house::{House, Kind};
use crate::pages::{self, Times};
use crate::server::{Server, Step};
use crate::{Arguments, Outcome};

/// Time during which the pages are opened while no mail goes out.
const CALM: Duration = Duration::from_secs(5);
/// Longest time for all mails.
const LONGEST: Duration = Duration::from_mins(5);

/// What was measured.
pub(crate) struct FanOut {
    /// Mails that had to go out.
    pub(crate) mails: usize,
    /// Seconds from the decision until the first and the last mail had been taken over.
    pub(crate) first: f64,
    pub(crate) last: f64,
    /// Pages without and with mail going out.
    pub(crate) calm: Times,
    pub(crate) meanwhile: Times,
}

/// The idea to decide, and who leads its group.
struct Subject {
    id: IdeaId,
    number: String,
    chair: PersonId,
}

pub(crate) fn measure(kind: Kind, arguments: &Arguments) -> Outcome<FanOut> {
    let slow = Arc::new(AtomicBool::new(false));
    let taken: Arc<Mutex<Vec<Instant>>> = Arc::default();
    let server = {
        let (slow, taken) = (Arc::clone(&slow), Arc::clone(&taken));
        let pause = Duration::from_millis(arguments.milliseconds);
        Server::start(move |step, _| {
            if step == Step::End && slow.load(Ordering::SeqCst) {
                wait(pause);
                taken.lock().unwrap_or_else(PoisonError::into_inner).push(Instant::now());
            }
            None
        })
    };
    let mut subject = None;
    let house = House::furnish(kind, server.port, |app| {
        subject = Some(prepare(app, arguments.followers)?);
        Ok(())
    })?;
    let subject = subject.ok_or("no idea")?;
    // The mails of the example town go out first.
    let begun = Instant::now();
    while left_to_do(&house.app)? > 0 {
        check_time(begun)?;
        wait(Duration::from_millis(50));
    }
    let paths = [format!("/ideas/{}", subject.number), "/ideas".to_owned(), "/results".to_owned()];
    let calm_until = Instant::now() + CALM;
    let session = sign_in(&house.app, subject.chair)?;
    let calm = pages::open(house.address, &session, &paths, || Instant::now() < calm_until)?;

    slow.store(true, Ordering::SeqCst);
    let begun = Instant::now();
    let before = count_mails(&house.app)?;
    say_no(&house.app, &subject)?;
    let mut looked = Instant::now();
    let mut ended = false;
    let meanwhile = pages::open(house.address, &session, &paths, || {
        // The database is asked seldom, so that asking costs the pages nothing.
        if looked.elapsed() > Duration::from_millis(500) {
            looked = Instant::now();
            ended = left_to_do(&house.app).is_ok_and(|left| left == 0) || begun.elapsed() > LONGEST;
        }
        !ended
    })?;
    check_time(begun)?;
    let mails = usize::try_from(count_mails(&house.app)? - before)?;
    let taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
    let seconds = |moment: Option<&Instant>| moment.map_or(0.0, |moment| (*moment - begun).as_secs_f64());
    if taken.len() != mails {
        return Err(format!("{} mails were taken over, {mails} were written", taken.len()).into());
    }
    Ok(FanOut { mails, first: seconds(taken.first()), last: seconds(taken.last()), calm, meanwhile })
}

/// The cookie of a sign-in.
fn sign_in(app: &App, person: PersonId) -> Outcome<String> {
    let now = app.db.clock().now();
    let until = now.plus_days(session::SESSION_DAYS);
    let row = app.db.write(|tx| people::insert_session(tx, person, "browser", "bench", until))?;
    Ok(session::sign(&app.town, Purpose::Session, row.get(), now, until)?)
}

fn check_time(begun: Instant) -> Outcome<()> {
    if begun.elapsed() > LONGEST { Err("the mails do not come to an end".into()) } else { Ok(()) }
}

/// An idea that waits for its group's answer, with its followers.
fn prepare(app: &App, followers: usize) -> Outcome<Subject> {
    let found: (IdeaId, Option<String>, PersonId) = app.db.read(|conn| {
        Ok(ideas::table
            .inner_join(seats::table.on(seats::group_id.nullable().eq(ideas::group_id)))
            .filter(ideas::state.eq(State::WithGroup))
            .filter(seats::role.eq("chair"))
            .order(ideas::id)
            .select((ideas::id, ideas::number, seats::person_id))
            .first(conn)?)
    })?;
    let (id, number, chair) = found;
    for batch in 0..followers.div_ceil(100) {
        app.db.write(|tx| {
            for place in batch * 100..followers.min((batch + 1) * 100) {
                let email = EmailAddress::parse(&format!("foljare-{place}@example.org"));
                let email = email.ok_or_else(|| Error::internal("not an address"))?;
                let new = NewPerson {
                    email: &email,
                    display_name: "Följare",
                    organisation: None,
                    about: None,
                    locale: Locale::Swedish,
                    role: Role::Resident,
                    example: false,
                    confirmed: true,
                };
                let person = people::insert(tx, &new)?;
                follows::store::follow(tx, id, person)?;
            }
            Ok(())
        })?;
    }
    Ok(Subject { id, number: number.ok_or("an idea without a number")?, chair })
}

fn say_no(app: &App, subject: &Subject) -> Outcome<()> {
    let version = app.db.read(|conn| medskapa::ideas::store::load(conn, subject.id))?.version;
    let raw = RawDecision {
        outcome: "no".to_owned(),
        kind: "own".to_owned(),
        reasons: "Vi har vägt behovet mot vad det kostar.".to_owned(),
        would_change: "Nya pengar i budgeten.".to_owned(),
        instead: "Du kan söka bidrag hos stadsdelen.".to_owned(),
        concerns_children: "no".to_owned(),
        ..RawDecision::default()
    };
    let ticket = Ticket { version: Version(version), form_key: String::new() };
    let chair = Actor::Person { id: subject.chair, session: SessionId::new(0), receipt: None };
    decide(&app.db, &app.town, &chair, &At { number: &subject.number, ticket: &ticket }, &raw)?;
    Ok(())
}

/// Jobs and mails that still wait.
fn left_to_do(app: &App) -> Outcome<i64> {
    Ok(app.db.read(|conn| {
        let waiting: i64 = jobs::table.filter(jobs::state.eq("ready")).count().get_result(conn)?;
        let mails: i64 = emails::table.filter(emails::state.eq("queued")).count().get_result(conn)?;
        Ok(waiting + mails)
    })?)
}

fn count_mails(app: &App) -> Outcome<i64> {
    Ok(app.db.read(|conn| Ok(emails::table.count().get_result(conn)?))?)
}

/// Waits on something that never comes.
fn wait(time: Duration) {
    let (never, changed) = (Mutex::new(()), Condvar::new());
    let held = never.lock().unwrap_or_else(PoisonError::into_inner);
    drop(changed.wait_timeout_while(held, time, |()| true));
}

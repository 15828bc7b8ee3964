//! What happens to an account: a sign-in on a device that was not used before, a key for the API, another
//! role, a suspension. These cannot be turned off: who gets one that he or she did not expect is to act.

use super::facts::Reader;
use super::kind::MailKind;
use super::letter::{Draft, Finished, Why, finish};
use super::{Trouble, outbox, store};
use crate::accounts::store::{self as people, ToldSession};
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::i18n::{Texts, Wording};
use crate::journal::{Event, EventRow};
use crate::kernel::{PersonId, SessionId, Timestamp};
use crate::mail::NewEmail;
use crate::town::Town;

/// Tells somebody of a sign-in on a new device, or of a new key. One that is forgotten by now is not told.
///
/// # Errors
/// [`Trouble`] when the database fails.
pub fn mail_session(db: &Db, town: &Town, id: SessionId) -> std::result::Result<(), Trouble> {
    let Some(session) = db.read(|conn| people::told_session(conn, id))? else { return Ok(()) };
    let kind = if session.kind == "api" { MailKind::KeyMade } else { MailKind::NewSignIn };
    tell(db, town, session.person, &format!("session:{id}"), kind, |t| of_session(kind, t, &session))
}

/// Tells the reader of an old address that the account has another one now, and forgets the old one.
///
/// # Errors
/// [`Trouble`] when the database fails.
pub fn mail_old_address(db: &Db, town: &Town, change: i64) -> std::result::Result<(), Trouble> {
    let found = db.read(|conn| match people::old_address(conn, change)? {
        Some((person, old)) => Ok(reader(conn, person)?.map(|reader| (person, Reader { email: old, ..reader }))),
        None => Ok(None),
    })?;
    let Some((person, reader)) = found else { return Ok(()) };
    let letter =
        finish(&address_changed(Texts::in_wording(reader.wording), town), reader.wording, town, Why::Account, &[])?;
    outbox::write(db, &[email(&format!("address:{change}"), MailKind::AddressChanged, person, reader, letter)])?;
    Ok(db.write(|tx| people::forget_old_address(tx, change))?)
}

/// Tells somebody of another role, a suspension, or its end; says whether the event is of that sort.
///
/// # Errors
/// [`Trouble`] when the database fails.
pub(super) fn person_changed(db: &Db, town: &Town, row: &EventRow) -> std::result::Result<bool, Trouble> {
    let cause = row.id.to_string();
    match &row.event {
        Event::RoleGiven { person, role } => {
            tell(db, town, *person, &cause, MailKind::RoleChanged, |t| role_changed(t, role))?;
        }
        Event::SuspensionChanged { person, suspended: true } => {
            let reason = db.read(|conn| people::suspension_reason(conn, *person))?;
            tell(db, town, *person, &cause, MailKind::Suspended, |t| suspended(t, town, reason.as_deref()))?;
        }
        Event::SuspensionChanged { person, suspended: false } => {
            tell(db, town, *person, &cause, MailKind::Reinstated, reinstated)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn tell(
    db: &Db,
    town: &Town,
    person: PersonId,
    cause: &str,
    kind: MailKind,
    say: impl Fn(Texts) -> Draft,
) -> std::result::Result<(), Trouble> {
    let Some(reader) = db.read(|conn| reader(conn, person))? else { return Ok(()) };
    let letter = finish(&say(Texts::in_wording(reader.wording)), reader.wording, town, Why::Account, &[])?;
    Ok(outbox::write(db, &[email(cause, kind, person, reader, letter)])?)
}

fn email(cause: &str, kind: MailKind, person: PersonId, reader: Reader, letter: Finished) -> NewEmail {
    NewEmail {
        cause: format!("{cause}:{kind}:{person}"),
        kind: kind.as_str().to_owned(),
        person: Some(person),
        recipient: reader.email,
        locale: reader.wording.as_str().to_owned(),
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        thread: None,
        unsubscribe: None,
    }
}

/// Also somebody who is suspended; nobody who has left.
fn reader(conn: &mut Conn, person: PersonId) -> Result<Option<Reader>> {
    Ok(store::people(conn, &[person], true)?.pop())
}

fn of_session(kind: MailKind, t: Texts, session: &ToldSession) -> Draft {
    let day = t.weekday_near(session.created_at.date(), session.created_at.date());
    let moment = t.say2("moment", "date", day, "time", t.time_of_day(session.created_at)).into_owned();
    let what = if session.label.is_empty() { t.say("mail-notice-unnamed").into_owned() } else { session.label.clone() };
    let name = if kind == MailKind::KeyMade { t.say("mail-fact-key") } else { t.say("mail-fact-device") };
    let facts = vec![(name.into_owned(), what), (t.say("mail-fact-when").into_owned(), moment)];
    if kind == MailKind::KeyMade {
        Draft::new(t.say("mail-key_made-subject"), t.say("mail-key_made-first"))
            .facts(facts)
            .say(t.say("mail-key_made-else"))
            .action(t.say("mail-key_made-action"), "/account")
    } else {
        Draft::new(t.say("mail-new_sign_in-subject"), t.say("mail-new_sign_in-first"))
            .facts(facts)
            .say(t.say("mail-new_sign_in-else"))
            .action(t.say("mail-new_sign_in-action"), "/account")
    }
}

fn address_changed(t: Texts, town: &Town) -> Draft {
    Draft::new(t.say("mail-address_changed-subject"), t.say("mail-address_changed-first")).say(t.say1(
        "mail-address_changed-else",
        "contact",
        &town.settings.contact,
    ))
}

fn role_changed(t: Texts, role: &str) -> Draft {
    let name = t.say(&format!("role-{role}")).into_owned();
    Draft::new(t.say("mail-role_changed-subject"), t.say1("mail-role_changed-first", "role", name))
        .say(t.say("mail-role_changed-else"))
        .action(t.say("mail-role_changed-action"), "/account")
}

fn suspended(t: Texts, town: &Town, reason: Option<&str>) -> Draft {
    Draft::new(t.say("mail-suspended-subject"), t.say("mail-suspended-first"))
        .told(t.say("mail-suspended-why"), reason)
        .say(t.say1("mail-suspended-else", "contact", &town.settings.contact))
}

fn reinstated(t: Texts) -> Draft {
    Draft::new(t.say("mail-reinstated-subject"), t.say("mail-reinstated-first"))
        .action(t.say("mail-reinstated-action"), "/sign-in")
}

/// A notice as it would look.
///
/// # Errors
/// Forever for a kind that is no notice.
pub(super) fn sample(
    kind: MailKind,
    wording: Wording,
    town: &Town,
    now: Timestamp,
) -> std::result::Result<Finished, Trouble> {
    let t = Texts::in_wording(wording);
    let session = |label: &str| ToldSession {
        person: PersonId::new(5),
        kind: String::new(),
        label: label.to_owned(),
        created_at: now,
    };
    let draft = match kind {
        MailKind::NewSignIn => of_session(kind, t, &session("Firefox, Android")),
        MailKind::KeyMade => of_session(kind, t, &session("Min app")),
        MailKind::AddressChanged => address_changed(t, town),
        MailKind::RoleChanged => role_changed(t, "moderator"),
        MailKind::Suspended => suspended(t, town, Some("Du har skrivit hotfulla kommentarer om en granne.")),
        MailKind::Reinstated => reinstated(t),
        _ => return Err(Trouble::forever("this kind of mail is no notice")),
    };
    finish(&draft, wording, town, Why::Account, &[])
}

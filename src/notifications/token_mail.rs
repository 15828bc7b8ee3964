//! The mail that carries a code or link: signing in, confirming a contact, confirming support.

use super::facts::Reader;
use super::kind::MailKind;
use super::letter::{Draft, Finished, Why, finish};
use super::{Trouble, outbox, store};
use crate::accounts::tokens::{self, MailedToken, Purpose};
use crate::db::Db;
use crate::error::Result;
use crate::i18n::{Texts, Wording};
use crate::ideas;
use crate::kernel::{Date, IdeaId, Timestamp};
use crate::mail::NewEmail;
use crate::town::Town;

/// Writes the mail of a code or link. One that no longer works is not mailed any more.
///
/// # Errors
/// [`Trouble`]; forever when the row or its idea is gone.
pub fn mail_token(db: &Db, town: &Town, id: i64) -> std::result::Result<(), Trouble> {
    let now = db.clock().now();
    let row = db.read(|conn| tokens::load(conn, id))?;
    if !row.is_live(now) || is_told_with_the_receipt(db, &row)? {
        return Ok(());
    }
    let wording = db.read(|conn| store::wording_of(conn, &row.email, row.locale))?;
    let t = Texts::in_wording(wording);
    let (kind, draft) = match row.purpose {
        Purpose::SignIn => (MailKind::SignIn, sign_in(t, town, &row)),
        Purpose::ConfirmContact => (MailKind::ConfirmContact, confirm_contact(t, town, &row, now)),
        Purpose::Support => (MailKind::ConfirmSupport, confirm_support(db, t, town, &row, now)?),
    };
    let letter = finish(&draft, wording, town, Why::Address, &[])?;
    let mail = NewEmail {
        cause: format!("token:{kind}:{id}"),
        kind: kind.as_str().to_owned(),
        person: None,
        recipient: row.email.clone(),
        locale: wording.as_str().to_owned(),
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        thread: None,
        unsubscribe: None,
    };
    Ok(outbox::write(db, &[mail])?)
}

/// The address that confirms the contact which was left when this idea was sent; none when that
/// was not left, or is confirmed.
pub(super) fn confirm_path(db: &Db, town: &Town, idea: IdeaId) -> Result<Option<String>> {
    let now = db.clock().now();
    let Some(row) = with_receipt(db, idea)? else { return Ok(None) };
    Ok(row.is_live(now).then(|| format!("/confirm/{}", tokens::link_token(town, &row))))
}

/// The link that was made in the transaction which sent the idea.
fn with_receipt(db: &Db, idea: IdeaId) -> Result<Option<MailedToken>> {
    db.read(|conn| match store::confirmation_of(conn, idea)? {
        Some(id) => tokens::load(conn, id).map(Some),
        None => Ok(None),
    })
}

/// The receipt carries this link, so a mail of its own would say the same twice.
fn is_told_with_the_receipt(db: &Db, row: &MailedToken) -> Result<bool> {
    let (Purpose::ConfirmContact, Some(idea)) = (row.purpose, row.idea) else { return Ok(false) };
    Ok(with_receipt(db, idea)?.is_some_and(|told| told.id == row.id))
}

fn sign_in(t: Texts, town: &Town, row: &MailedToken) -> Draft {
    let link = format!("/sign-in/link/{}", tokens::link_token(town, row));
    Draft::new(t.say("mail-sign_in-subject"), t.say1("mail-sign_in-first", "code", tokens::code(town, row)))
        .say(t.say1("mail-sign_in-how", "time", t.time_of_day(row.expires_at)))
        .action(t.say("mail-sign_in-action"), link)
}

fn confirm_contact(t: Texts, town: &Town, row: &MailedToken, now: Timestamp) -> Draft {
    let link = format!("/confirm/{}", tokens::link_token(town, row));
    Draft::new(t.say("mail-confirm_contact-subject"), t.say("mail-confirm_contact-first"))
        .action(t.say("mail-confirm_contact-action"), link)
        .after(until(t, row, now))
}

fn confirm_support(
    db: &Db,
    t: Texts,
    town: &Town,
    row: &MailedToken,
    now: Timestamp,
) -> std::result::Result<Draft, Trouble> {
    let id = row.idea.ok_or_else(|| Trouble::lacks("idea"))?;
    let idea = db.read(|conn| ideas::store::load(conn, id))?;
    if !idea.is_listed() {
        return Err(Trouble::forever("its idea is no longer shown"));
    }
    Ok(support_of(t, town, row, &idea.title, now))
}

fn support_of(t: Texts, town: &Town, row: &MailedToken, title: &str, now: Timestamp) -> Draft {
    let link = format!("/support/{}", tokens::link_token(town, row));
    Draft::new(t.say("mail-confirm_support-subject"), t.say1("mail-confirm_support-first", "title", title))
        .action(t.say("mail-confirm_support-action"), link)
        .after(until(t, row, now))
}

fn until(t: Texts, row: &MailedToken, now: Timestamp) -> String {
    let day = t.weekday_near(row.expires_at.date(), now.date());
    let moment = t.say2("moment", "date", day, "time", t.time_of_day(row.expires_at));
    t.say1("mail-token-until", "moment", moment).into_owned()
}

/// Warns the writer of a draft that it will be removed.
pub(super) fn draft_warning(
    town: &Town,
    reader: &Reader,
    idea: IdeaId,
    last: Date,
) -> std::result::Result<NewEmail, Trouble> {
    let draft = warning(Texts::in_wording(reader.wording), last);
    let letter = finish(&draft, reader.wording, town, Why::Draft, &[])?;
    Ok(NewEmail {
        cause: format!("draft:{idea}:{last}"),
        kind: MailKind::DraftWarning.as_str().to_owned(),
        person: reader.person,
        recipient: reader.email.clone(),
        locale: reader.wording.as_str().to_owned(),
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        thread: None,
        unsubscribe: None,
    })
}

fn warning(t: Texts, last: Date) -> Draft {
    let day = t.short_date(last);
    Draft::new(t.say1("mail-draft_warning-subject", "date", &day), t.say1("mail-draft_warning-first", "date", &day))
        .say(t.say("mail-draft_warning-how"))
        .action(t.say("mail-draft_warning-action"), "/ideas/new")
}

/// A mail that is about no event, as it would look; code and link in it are of no row and open nothing.
///
/// # Errors
/// Forever for a kind that is about an event.
pub(super) fn sample(
    kind: MailKind,
    wording: Wording,
    town: &Town,
    now: Timestamp,
) -> std::result::Result<Finished, Trouble> {
    let t = Texts::in_wording(wording);
    let row = |purpose| tokens::sample(purpose, wording.locale(), now);
    let (draft, why) = match kind {
        MailKind::SignIn => (sign_in(t, town, &row(Purpose::SignIn)), Why::Address),
        MailKind::ConfirmContact => (confirm_contact(t, town, &row(Purpose::ConfirmContact), now), Why::Address),
        MailKind::ConfirmSupport => {
            (support_of(t, town, &row(Purpose::Support), super::sample::TITLE, now), Why::Address)
        }
        MailKind::DraftWarning => (warning(t, now.plus_days(7).date()), Why::Draft),
        _ => return Err(Trouble::forever("this kind of mail is about an event")),
    };
    finish(&draft, wording, town, why, &[])
}

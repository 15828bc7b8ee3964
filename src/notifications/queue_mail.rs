//! On working days moderators hear in the morning what has waited since an earlier day, also when
//! nothing new came in (domain 3.4, D1). It is the mail that the first new thing of a day would
//! cause, under the same cause: nobody gets two a day.

use super::audience::Part;
use super::kind::MailKind;
use super::letter::{Why, finish};
use super::{Trouble, fan_out, outbox, store, texts};
use crate::db::Db;
use crate::i18n::Texts;
use crate::mail::NewEmail;
use crate::town::Town;

/// The hour from which the mail goes out.
const FROM_HOUR: i8 = 8;

/// Writes today's mail, where something has waited since an earlier day; each reader has one.
///
/// # Errors
/// When the database fails.
pub fn remind_moderators(db: &Db, town: &Town) -> Result<(), Trouble> {
    let now = db.clock().now();
    let today = now.date();
    if now < today.at_hour(FROM_HOUR) || !town.settings.clocks.is_working_day(today) {
        return Ok(());
    }
    let queue = db.read(store::queue)?;
    if queue.oldest.is_none_or(|oldest| oldest.date() >= today) {
        return Ok(());
    }
    let mut mails = Vec::new();
    for reader in db.read(store::moderators)? {
        let Some(person) = reader.person else { continue };
        let draft = texts::queue_draft(Texts::in_wording(reader.wording), Some(&queue), today);
        let letter = finish(&draft, reader.wording, town, Why::Part(Part::Moderator), &[])?;
        mails.push(NewEmail {
            cause: fan_out::queue_cause(today, Some(person)),
            kind: MailKind::Queue.as_str().to_owned(),
            person: Some(person),
            recipient: reader.email.clone(),
            locale: reader.wording.as_str().to_owned(),
            subject: letter.subject,
            text: letter.text,
            html: letter.html,
            thread: None,
            unsubscribe: None,
        });
    }
    Ok(outbox::write_new(db, &mails)?)
}

//! A moderator hides the words of what a seat has told, or shows them again. The decisions in it stay.

use crate::db::{Db, Tx, sent_forms};
use crate::error::{Code, Error, Result};
use crate::ideas::actions::Visibility;
use crate::journal::{self, Event};
use crate::kernel::{Actor, SeatReportId};
use crate::moderation::standing;
use crate::policy::{self, Action};
use crate::report_back::store;

/// Hides the words of a report or shows them again. The same form sent again changes nothing more.
///
/// # Errors
/// Not found, not allowed, an own matter; [`Error::Conflict`] when they are hidden, or shown, already.
pub fn change_seat_report(
    db: &Db,
    actor: &Actor,
    id: SeatReportId,
    form_key: &str,
    visibility: &Visibility,
) -> Result<()> {
    if form_key.len() > sent_forms::FORM_KEY_LIMIT {
        return Err(Error::refused(Code::MalformedBody));
    }
    db.write(|tx| {
        let report = store::report_by_id(tx.conn, id)?;
        policy::authorise(&standing::to_seat_report(tx.conn, actor, &report)?, Action::ContentHide)?;
        if was_sent_before(tx, id, form_key)? {
            return Ok(());
        }
        let grounds = match visibility {
            Visibility::Hidden(grounds) => Some((grounds.ground.as_str(), grounds.words.as_str())),
            Visibility::Shown => None,
        };
        if !store::set_hidden(tx, id, grounds)? {
            return Err(Error::Conflict(Code::NotNow));
        }
        let event = Event::SeatReportHidden { group: report.group, report: id, hidden: grounds.is_some() };
        journal::record(tx, actor, &[event])?;
        Ok(())
    })
}

fn was_sent_before(tx: &mut Tx<'_>, id: SeatReportId, form_key: &str) -> Result<bool> {
    Ok(!form_key.is_empty() && !sent_forms::note(tx, &format!("seat report {id} {form_key}"), "changed")?)
}

//! Hiding an idea that is shown, and showing it again. Hiding deletes nothing: the life cycle goes
//! on, an answer is still owed, and only the author and the moderators can read it meanwhile.

use super::SentForm;
use super::screen::{self, Grounds};
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::ideas::standing;
use crate::ideas::store::{self, Idea, ScreeningOutcome};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::policy::{self, Action};

/// What shall be seen of an idea.
#[derive(Debug, Clone)]
pub enum Visibility {
    /// Only its author and the moderators see it.
    Hidden(Grounds),
    /// Everyone sees it.
    Shown,
}

/// Hides the idea with this number or shows it again, inside a transaction of the caller; gives
/// the idea as it was before and its new version.
///
/// # Errors
/// Not found, not allowed, an own matter, changed meanwhile; [`Code::NotNow`] when the idea is not
/// public or already hidden or shown.
pub fn set_visibility(
    tx: &mut Tx<'_>,
    actor: &Actor,
    number: &str,
    sent: &SentForm<'_>,
    visibility: &Visibility,
) -> Result<(Idea, i64)> {
    let idea = store::load_by_number(tx.conn, number)?;
    let standing = standing::of(tx.conn, actor, &idea, tx.now.date())?;
    policy::authorise(&standing, Action::ContentHide)?;
    if let Some(version) = sent.earlier(tx, "visibility", &idea)? {
        return Ok((idea, version));
    }
    sent.check_version(&idea)?;
    let hidden = matches!(visibility, Visibility::Hidden(_));
    if !idea.state.is_public() || idea.hidden == hidden {
        return Err(Error::Conflict(Code::NotNow));
    }
    let version = store::set_hidden(tx, &idea, sent.version, hidden)?;
    let event = match visibility {
        Visibility::Hidden(Grounds { ground, words }) => {
            let why = (Some(ground.as_str()), Some(words.as_str()));
            screen::log(tx, actor, idea.id, ScreeningOutcome::Hidden, why)?;
            Event::Hidden { idea: idea.id, ground: ground.as_str().to_owned() }
        }
        Visibility::Shown => {
            screen::log(tx, actor, idea.id, ScreeningOutcome::Shown, (None, None))?;
            Event::ShownAgain { idea: idea.id }
        }
    };
    sent.note(tx, "visibility", &idea, version)?;
    journal::record(tx, actor, &[event])?;
    Ok((idea, version))
}

//! An idea that is shown or hidden, as the page for changing that needs it.

use crate::db::Conn;
use crate::error::Result;
use crate::i18n::Locale;
use crate::ideas::standing;
use crate::ideas::store::{self, Hiding, Idea};
use crate::kernel::{Actor, Date};
use crate::policy::{self, Action};

/// Everything on the page.
#[derive(Debug, Clone)]
pub struct VisibilityCase {
    /// The idea.
    pub idea: Idea,
    /// Why it is hidden, if it is.
    pub hiding: Option<Hiding>,
    /// Language in which its author reads, if there is one who has left a contact.
    pub locale: Option<Locale>,
}

/// The idea with this number as somebody who may hide it sees it. At most four statements.
///
/// # Errors
/// Not found, not allowed, an own matter.
pub fn visibility(conn: &mut Conn, actor: &Actor, number: &str, today: Date) -> Result<VisibilityCase> {
    let idea = store::load_by_number(conn, number)?;
    policy::authorise(&standing::of(conn, actor, &idea, today)?, Action::ContentHide)?;
    let hiding = if idea.hidden { store::hiding(conn, idea.id)? } else { None };
    let author = idea.author_id.map(|author| crate::accounts::store::load(conn, author)).transpose()?;
    Ok(VisibilityCase { idea, hiding, locale: author.map(|author| author.locale) })
}

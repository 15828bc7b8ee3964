//! A moderator decides about an idea that came in. The three ways are actions of [`crate::ideas`];
//! this finds the group that a moderator named.

use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::groups;
use crate::ideas::actions::{Publication, SentForm, publish, refuse, return_idea};
use crate::kernel::Actor;
use crate::moderation::verdict::IdeaVerdict;
use crate::town::Town;

/// Publishes, returns or refuses the idea with this number; gives its new version.
///
/// # Errors
/// What the action gives; a wrong field when there is no such group or it leads no ideas.
pub fn screen_idea(
    db: &Db,
    town: &Town,
    actor: &Actor,
    number: &str,
    sent: &SentForm<'_>,
    verdict: &IdeaVerdict,
) -> Result<i64> {
    match verdict {
        IdeaVerdict::Publish { theme, group } => {
            let found = db.read(|conn| groups::store::find_by_slug(conn, group))?;
            let found = found.filter(|group| group.kind.leads_ideas());
            let group = found.ok_or_else(|| Error::field("group", Code::FieldUnknownChoice))?.id;
            publish(db, town, actor, number, sent, &Publication { theme: theme.clone(), group })
        }
        IdeaVerdict::Return(grounds) => return_idea(db, town, actor, number, sent, grounds),
        IdeaVerdict::Refuse(grounds) => refuse(db, town, actor, number, sent, grounds),
    }
}

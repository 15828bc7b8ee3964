//! A moderator hides an idea that is shown, or shows it again. What was reported about it is
//! decided with it.

use super::decide_report::close_reports;
use crate::db::Db;
use crate::error::Result;
use crate::ideas::actions::{SentForm, Visibility, set_visibility};
use crate::kernel::Actor;
use crate::moderation::verdict::ReportVerdict;

/// Hides the idea with this number or shows it again; gives its new version.
///
/// # Errors
/// What [`set_visibility`] gives.
pub fn change_visibility(
    db: &Db,
    actor: &Actor,
    number: &str,
    sent: &SentForm<'_>,
    visibility: &Visibility,
) -> Result<i64> {
    db.write(|tx| {
        let (idea, version) = set_visibility(tx, actor, number, sent, visibility)?;
        if let Visibility::Hidden(grounds) = visibility {
            close_reports(tx, actor, (idea.id, None), &ReportVerdict::Hide(grounds.clone()))?;
        }
        Ok(version)
    })
}

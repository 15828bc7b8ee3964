//! What those who sit in the groups have told those for whom they speak: all of them but one in each
//! group, so that both can be seen.

use super::cast::acting;
use super::story::Stage;
use crate::error::Result;
use crate::groups::views as groups;
use crate::i18n::{Locale, Texts};
use crate::report_back::form::RawSeatReport;
use crate::report_back::{actions, store};

/// When they told it, in days before now: after the last decision.
const DAYS_AGO: i64 = 2;

/// Lets them tell.
///
/// # Errors
/// When an action refuses.
pub(super) fn tell(stage: &Stage<'_>) -> Result<()> {
    stage.clock.set(stage.now.plus_days(-DAYS_AGO));
    let today = stage.db.clock().now().date();
    let texts = Texts::in_locale(Locale::Swedish);
    for listed in stage.db.read(|conn| groups::list(conn, today))? {
        let group = listed.group;
        let places = stage.db.read(|conn| store::places(conn, group.id, today))?;
        for place in places.iter().skip(1) {
            let untold = stage.db.read(|conn| store::untold(conn, place, store::MOST_DECISIONS))?;
            let Some((last, _)) = untold.last() else { continue };
            let words = texts.say1("told-draft", "group", &group.name).into_owned();
            let report = RawSeatReport { words, to: last.to_string() }.parse()?;
            actions::send(stage.db, stage.town, &acting(place.person), (&group.slug, place.id), &report)?;
        }
    }
    Ok(())
}

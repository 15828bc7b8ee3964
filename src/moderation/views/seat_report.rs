//! What a seat has told, as the page for hiding its words needs it.

use crate::accounts;
use crate::db::Conn;
use crate::error::Result;
use crate::i18n::Locale;
use crate::kernel::{Actor, SeatReportId};
use crate::moderation::standing;
use crate::policy::{self, Action};
use crate::report_back::store::{self, HiddenWords};
use crate::report_back::views::{self, ReportPage};

/// Everything on the page.
#[derive(Debug, Clone)]
pub struct SeatReportCase {
    /// The report.
    pub report: ReportPage,
    /// The sender's words, also when they are hidden.
    pub words: String,
    /// When and why they were hidden, if they are.
    pub hidden: Option<HiddenWords>,
    /// Language in which the sender reads.
    pub locale: Locale,
}

/// A report as somebody who may hide its words sees it.
///
/// # Errors
/// Not found, not allowed, an own matter.
pub fn seat_report(conn: &mut Conn, actor: &Actor, id: SeatReportId) -> Result<SeatReportCase> {
    let row = store::report_by_id(conn, id)?;
    policy::authorise(&standing::to_seat_report(conn, actor, &row)?, Action::ContentHide)?;
    let (words, hidden) = store::words(conn, id)?;
    let locale = accounts::store::load(conn, row.by)?.locale;
    Ok(SeatReportCase { report: views::report(conn, id)?, words, hidden, locale })
}

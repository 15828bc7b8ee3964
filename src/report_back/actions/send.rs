//! Sending the report of a seat.

use super::demand_writer;
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::journal::{self, Event};
use crate::kernel::{Actor, SeatId, SeatReportId};
use crate::report_back::form::NewSeatReport;
use crate::report_back::store::{self, ReportToSend};
use crate::report_back::views;
use crate::town::Town;

/// Sends what the form showed to everyone who follows the seat, and shows it to all. The same form sent
/// again gives the first report.
///
/// # Errors
/// Not found; forbidden; [`Code::NotNow`] when there is nothing to tell of; a conflict when somebody else
/// has told of it meanwhile.
pub fn send(
    db: &Db,
    town: &Town,
    actor: &Actor,
    (slug, seat): (&str, SeatId),
    new: &NewSeatReport,
) -> Result<SeatReportId> {
    let clocks = &town.settings.clocks;
    db.write(|tx| {
        let today = tx.now.date();
        let place = super::demand(tx.conn, actor, (slug, seat), today)?;
        if let Some(sent) = store::report_of(tx.conn, seat, new.to)? {
            return Ok(sent);
        }
        let untold = store::untold(tx.conn, &place, store::MOST_DECISIONS)?;
        let situation = views::situation(untold.first().map(|(_, day)| *day), clocks, today);
        demand_writer(tx.conn, actor, &place, &situation, today)?;
        let by = actor.person().ok_or(Error::SignInNeeded)?;
        let decisions: Vec<i64> = untold.into_iter().map(|(id, _)| id).filter(|id| *id <= new.to).collect();
        if decisions.is_empty() {
            return Err(Error::refused(Code::NotNow));
        }
        let report = ReportToSend { place: &place, by, words: new.words.as_str(), decisions: &decisions };
        let written = store::insert(tx, &report)?.ok_or(Error::Conflict(Code::ChangedMeanwhile))?;
        let event = Event::SeatReportSent { group: place.group, seat, report: written };
        journal::record(tx, actor, &[event])?;
        Ok(written)
    })
}

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
        let by = actor.person().ok_or(Error::SignInNeeded)?;
        if let Some(sent) = store::report_of(tx.conn, seat, new.to)? {
            // The same form again; or somebody was faster, and these words have been sent to nobody.
            let is_the_same =
                store::report_by_id(tx.conn, sent)?.by == by && store::words(tx.conn, sent)?.0 == new.words.as_str();
            return if is_the_same { Ok(sent) } else { Err(Error::Conflict(Code::ToldMeanwhile)) };
        }
        let untold = store::untold(tx.conn, &place, store::MOST_DECISIONS)?;
        let situation = views::situation(untold.iter().map(|(_, day)| *day).min(), clocks, today);
        demand_writer(tx.conn, actor, &place, &situation, today)?;
        let decisions: Vec<i64> = untold.into_iter().map(|(id, _)| id).filter(|id| *id <= new.to).collect();
        if decisions.is_empty() {
            return Err(Error::refused(Code::NotNow));
        }
        let report = ReportToSend { place: &place, by, words: new.words.as_str(), decisions: &decisions };
        let written = store::insert(tx, &report)?.ok_or(Error::Conflict(Code::ToldMeanwhile))?;
        let event = Event::SeatReportSent { group: place.group, seat, report: written };
        journal::record(tx, actor, &[event])?;
        Ok(written)
    })
}

//! Computing the figures anew, at most once an hour.

use super::views::{self, KeptYear};
use super::{groups, store};
use crate::db::Db;
use crate::error::Result;
use crate::town::Town;

/// Minutes for which figures are good enough.
const KEPT_MINUTES: i64 = 60;

/// The figures of all years, newest first; computed first when there are none.
///
/// # Errors
/// When the database fails.
pub fn kept_years(db: &Db, town: &Town) -> Result<Vec<KeptYear>> {
    let years = db.read(views::years)?;
    if !years.is_empty() {
        return Ok(years);
    }
    refresh(db, town)?;
    db.read(views::years)
}

/// Computes the figures of all years when the last time is an hour or more ago; says whether it
/// did. Called by the worker's timer, and by the page when there are no figures yet.
///
/// # Errors
/// When the database fails; the old figures then stay.
pub fn refresh(db: &Db, town: &Town) -> Result<bool> {
    let now = db.clock().now();
    let last = db.read(store::computed_at)?;
    if last.is_some_and(|at| now < at.plus_minutes(KEPT_MINUTES)) {
        return Ok(false);
    }
    let this_year = now.date().year();
    let years = db.read(|conn| {
        let first = store::first_year(conn)?.unwrap_or(this_year).min(this_year);
        let (promises, names) = (store::promises(conn)?, store::group_names(conn)?);
        let mut years = Vec::new();
        for year in first..=this_year {
            let mut figures = store::count_year(conn, year, now.date(), &town.settings.clocks)?;
            figures.groups = groups::of_year(year, &promises, &store::grades(conn, year)?, &names, now.date());
            years.push((year, figures));
        }
        Ok(years)
    })?;
    db.write(|tx| store::keep(tx, &years))?;
    Ok(true)
}

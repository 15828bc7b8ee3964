//! The example town: a small town's worth of ideas, made by the same actions as real ones, with a
//! clock that is turned back to when each thing happened.
//!
//! What it consists of is written in `config/example-town`; each idea names the source document
//! that its subject is taken from. Only [`crate::cli`] loads it, and only into an empty database.

mod calendar;
mod cast;
mod content;
mod reports;
mod steps;
mod story;

use crate::config::Config;
use crate::db::{Db, keys};
use crate::error::Result;
use crate::kernel::Clock;
use crate::town::Town;

/// Name under which it is noted that the example town is there, whole.
const WHOLE: &str = "example-town";

/// Fills an empty database with the example town; says whether it did.
///
/// # Errors
/// When an action refuses, which is a mistake in the content.
pub fn load_if_empty(config: &Config, db: &Db, town: &Town) -> Result<bool> {
    if db.read(crate::accounts::store::anyone)? {
        let whole = db.write(|tx| keys::find(tx, WHOLE))?.is_some();
        let example = db.read(crate::accounts::store::any_example)?;
        if whole || !example {
            return Ok(false);
        }
        // The process was ended while it loaded, so nobody has seen what is there.
        tracing::info!("an example town that was only half loaded is removed");
        db.migrate_down()?;
        db.migrate()?;
    }
    let now = db.clock().now();
    let clock = Clock::standing_at(now);
    // A connection of its own, whose clock can be turned back without anyone else noticing.
    let past = Db::open(&config.database, clock.clone())?;
    let content = content::read()?;
    let cast = cast::enter(&past, &clock, now, &content)?;
    let stage = story::Stage { db: &past, town, clock: &clock, now, cast: &cast };
    story::tell(&stage, &content)?;
    reports::tell(&stage)?;
    clock.set(now);
    db.write(|tx| keys::remember(tx, WHOLE, "whole"))?;
    Ok(true)
}

//! `medskapa jobs …`: work that waits or was given up.

use super::failure::{Failure, Result};
use crate::admin::machinery;
use crate::config::Config;
use crate::db::Db;
use crate::error::Error;
use crate::kernel::{Clock, JobId};
use crate::queue::{self, JobRow};

/// Most jobs listed of each state.
const MOST: i64 = 1_000;

/// What to do with jobs.
#[derive(Debug, clap::Subcommand)]
pub(super) enum JobsCommand {
    /// List jobs: number, state, kind, failed tries, next try, what went wrong.
    List,
    /// Let a job that was given up be tried again, and the mail with it.
    Revive {
        /// Number of the job, as in the list.
        id: i64,
    },
}

pub(super) fn run(config: &Config, command: &JobsCommand) -> Result<()> {
    let db = Db::open(&config.database, Clock::System)?;
    if !db.is_migrated()? {
        return Err(Failure::Told("the database belongs to another version; start the service once".to_owned()));
    }
    match command {
        JobsCommand::List => list(&db),
        JobsCommand::Revive { id } => revive(&db, JobId::new(*id)),
    }
}

fn list(db: &Db) -> Result<()> {
    let (counts, dead, ready) = db
        .read(|conn| Ok((queue::counts(conn)?, queue::list(conn, "dead", MOST)?, queue::list(conn, "ready", MOST)?)))?;
    for row in dead.iter().chain(&ready) {
        super::say(&line(row));
    }
    super::say(&format!("{} ready, {} dead", counts.ready, counts.dead));
    Ok(())
}

fn line(row: &JobRow) -> String {
    let why = row.last_error.as_deref().unwrap_or("-");
    format!("{}\t{}\t{}\t{}\t{}\t{why}", row.id, row.state, row.kind, row.attempts, row.run_after.rfc3339())
}

fn revive(db: &Db, id: JobId) -> Result<()> {
    db.write(|tx| machinery::revive_job_row(tx, id)).map_err(|error| match error {
        Error::NotFound => Failure::Told(format!("there is no job {id} that was given up")),
        other => other.into(),
    })?;
    super::say(&format!("{id}: will be tried again"));
    Ok(())
}

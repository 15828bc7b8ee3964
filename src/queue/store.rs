//! SQL of the job table.

use diesel::prelude::*;

use super::{Job, LEASE_MINUTES, Lane, MOST_ATTEMPTS, Place, retry_after};
use crate::db::schema::jobs;
use crate::db::{Conn, Db, Tx};
use crate::error::{Error, Result};
use crate::kernel::{JobId, Timestamp};

/// A job that this worker may do until the lease runs out.
#[derive(Debug, Clone, Copy)]
pub struct Claimed {
    /// The row.
    pub id: JobId,
    /// What to do.
    pub job: Job,
    /// How often it has failed.
    pub attempts: i32,
    /// Whether somebody had it before and neither finished it nor gave it back, as when a process dies.
    pub is_taken_over: bool,
    lease: Timestamp,
}

/// A row for the staff page.
#[derive(Debug, Clone, Queryable)]
pub struct JobRow {
    /// Which.
    pub id: JobId,
    /// Word for its kind.
    pub kind: String,
    /// `ready` or `dead`.
    pub state: String,
    /// When it is tried next.
    pub run_after: Timestamp,
    /// How often it has failed.
    pub attempts: i32,
    /// What went wrong last; never holds personal data.
    pub last_error: Option<String>,
    /// When it was added.
    pub created_at: Timestamp,
}

/// How many jobs there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Waiting or running.
    pub ready: i64,
    /// Given up.
    pub dead: i64,
    /// When the oldest waiting one was added.
    pub oldest: Option<Timestamp>,
}

/// Adds work to do as soon as this transaction is committed. Work of one's own that comes behind news in
/// its line takes these along, or it would have to wait for news to others.
pub fn add(tx: &mut Tx<'_>, job: Job, place: &Place) -> Result<()> {
    let payload = serde_json::to_string(&job).map_err(Error::internal)?;
    if let (Lane::Own, Some(line)) = (place.lane, &place.line) {
        let before = jobs::table.filter(jobs::line.eq(line)).filter(jobs::lane.gt(place.lane.number()));
        diesel::update(before).set(jobs::lane.eq(place.lane.number())).execute(tx.conn)?;
    }
    diesel::insert_into(jobs::table)
        .values((
            jobs::kind.eq(job.kind()),
            jobs::payload.eq(payload),
            jobs::state.eq("ready"),
            jobs::run_after.eq(tx.now),
            jobs::attempts.eq(0),
            jobs::created_at.eq(tx.now),
            jobs::lane.eq(place.lane.number()),
            jobs::line.eq(place.line.as_deref()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Takes the first job that is due, not in other hands, and not behind another of its line. A row that
/// cannot be read, as after going back to an older version, is put aside as dead so that it does not
/// stop the others.
pub fn claim(db: &Db) -> Result<Option<Claimed>> {
    claim_but(db, None)
}

/// As [`claim`], but leaves jobs of a kind where they are.
pub fn claim_but(db: &Db, not: Option<&'static str>) -> Result<Option<Claimed>> {
    loop {
        let now = db.clock().now();
        // Looking first costs no write transaction while there is nothing to do.
        let due = db.read(|conn| Ok(due_row(conn, now, not)?.is_some()))?;
        if !due {
            return Ok(None);
        }
        match db.write(|tx| take(tx, not))? {
            Taken::Job(claimed) => return Ok(Some(claimed)),
            Taken::Nothing => return Ok(None),
            Taken::Unreadable => {}
        }
    }
}

enum Taken {
    Job(Claimed),
    Nothing,
    Unreadable,
}

fn take(tx: &mut Tx<'_>, not: Option<&'static str>) -> Result<Taken> {
    let now = tx.now;
    let Some((id, payload, attempts, old_lease)) = due_row(tx.conn, now, not)? else { return Ok(Taken::Nothing) };
    let free = jobs::table.filter(jobs::id.eq(id)).filter(jobs::state.eq("ready"));
    let Ok(job) = serde_json::from_str(&payload) else {
        diesel::update(free)
            .set((jobs::state.eq("dead"), jobs::last_error.eq(Some("the payload cannot be read"))))
            .execute(tx.conn)?;
        return Ok(Taken::Unreadable);
    };
    let lease = now.plus_minutes(LEASE_MINUTES);
    let taken = match old_lease {
        None => diesel::update(free.filter(jobs::lease_until.is_null()))
            .set(jobs::lease_until.eq(lease))
            .execute(tx.conn)?,
        Some(old) => {
            diesel::update(free.filter(jobs::lease_until.eq(old))).set(jobs::lease_until.eq(lease)).execute(tx.conn)?
        }
    };
    Ok(if taken == 0 {
        Taken::Nothing
    } else {
        Taken::Job(Claimed { id, job, attempts, is_taken_over: old_lease.is_some(), lease })
    })
}

diesel::alias!(jobs as earlier: EarlierJobs);

type DueRow = (JobId, String, i32, Option<Timestamp>);

fn due_row(conn: &mut Conn, now: Timestamp, not: Option<&'static str>) -> Result<Option<DueRow>> {
    // One lane after the other, so that what waits in one is not read through on the way to the next.
    for lane in Lane::ALL {
        let found = due_in_lane(conn, lane, now, not)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

fn due_in_lane(conn: &mut Conn, lane: Lane, now: Timestamp, not: Option<&'static str>) -> Result<Option<DueRow>> {
    let mut query = jobs::table
        .filter(jobs::state.eq("ready"))
        .filter(jobs::lane.eq(lane.number()))
        .filter(jobs::run_after.le(now))
        .filter(jobs::lease_until.is_null().or(jobs::lease_until.lt(now)))
        .order((jobs::run_after, jobs::id))
        .select((jobs::id, jobs::payload, jobs::attempts, jobs::lease_until))
        .into_boxed();
    if lane != Lane::Awaited {
        // Whoever stands first in a line is there until it is done or dead, also while it is in work and
        // while it waits for another try: that keeps the order, however many threads there are.
        let in_front = earlier
            .filter(earlier.field(jobs::line).eq(jobs::line))
            .filter(earlier.field(jobs::state).eq("ready"))
            .filter(earlier.field(jobs::id).lt(jobs::id));
        query = query.filter(diesel::dsl::not(diesel::dsl::exists(in_front)));
    }
    if let Some(kind) = not {
        query = query.filter(jobs::kind.ne(kind));
    }
    Ok(query.first(conn).optional()?)
}

/// Removes a job that is done. A lost lease changes nothing: somebody else has it now.
pub fn finish(tx: &mut Tx<'_>, claimed: &Claimed) -> Result<()> {
    let mine = jobs::table.filter(jobs::id.eq(claimed.id)).filter(jobs::lease_until.eq(claimed.lease));
    diesel::delete(mine).execute(tx.conn)?;
    Ok(())
}

/// Notes that a job failed; says whether it is now dead. `forever` gives up at once.
pub fn fail(tx: &mut Tx<'_>, claimed: &Claimed, why: &str, forever: bool) -> Result<bool> {
    let attempts = claimed.attempts + 1;
    let dead = forever || attempts >= MOST_ATTEMPTS;
    let mine = jobs::table.filter(jobs::id.eq(claimed.id)).filter(jobs::lease_until.eq(claimed.lease));
    diesel::update(mine)
        .set((
            jobs::attempts.eq(attempts),
            jobs::state.eq(if dead { "dead" } else { "ready" }),
            jobs::lease_until.eq(None::<Timestamp>),
            jobs::run_after.eq(retry_after(tx.now, attempts)),
            jobs::last_error.eq(Some(why.chars().take(300).collect::<String>())),
        ))
        .execute(tx.conn)?;
    Ok(dead)
}

/// Gives a job back to be tried later, without counting a try: it is not its fault.
pub fn put_off(tx: &mut Tx<'_>, claimed: &Claimed, until: Timestamp, why: &str) -> Result<()> {
    let mine = jobs::table.filter(jobs::id.eq(claimed.id)).filter(jobs::lease_until.eq(claimed.lease));
    diesel::update(mine)
        .set((
            jobs::lease_until.eq(None::<Timestamp>),
            jobs::run_after.eq(until),
            jobs::last_error.eq(Some(why.chars().take(300).collect::<String>())),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Lets a dead job be tried again from the beginning.
pub fn revive(tx: &mut Tx<'_>, id: JobId) -> Result<()> {
    let changed = diesel::update(jobs::table.filter(jobs::id.eq(id)).filter(jobs::state.eq("dead")))
        .set((jobs::state.eq("ready"), jobs::attempts.eq(0), jobs::run_after.eq(tx.now)))
        .execute(tx.conn)?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Lets a dead job of this very work be tried again; `false` when there is none.
pub fn revive_same(tx: &mut Tx<'_>, job: Job) -> Result<bool> {
    let payload = serde_json::to_string(&job).map_err(Error::internal)?;
    let same =
        jobs::table.filter(jobs::state.eq("dead")).filter(jobs::kind.eq(job.kind())).filter(jobs::payload.eq(payload));
    let changed = diesel::update(same)
        .set((jobs::state.eq("ready"), jobs::attempts.eq(0), jobs::run_after.eq(tx.now)))
        .execute(tx.conn)?;
    Ok(changed > 0)
}

/// What a job does.
///
/// # Errors
/// Not found, or corrupt when it cannot be read.
pub fn job(conn: &mut Conn, id: JobId) -> Result<Job> {
    let payload: String = jobs::table.filter(jobs::id.eq(id)).select(jobs::payload).first(conn)?;
    serde_json::from_str(&payload).map_err(Error::corrupt)
}

/// How many jobs there are, for the staff page and the figures.
pub fn counts(conn: &mut Conn) -> Result<Counts> {
    let of = |state: &'static str| jobs::table.filter(jobs::state.eq(state)).count();
    let ready = of("ready").get_result(conn)?;
    let dead = of("dead").get_result(conn)?;
    let oldest =
        jobs::table.filter(jobs::state.eq("ready")).order(jobs::id).select(jobs::created_at).first(conn).optional()?;
    Ok(Counts { ready, dead, oldest })
}

/// The newest jobs in a state, at most `most`.
pub fn list(conn: &mut Conn, state: &str, most: i64) -> Result<Vec<JobRow>> {
    Ok(jobs::table
        .filter(jobs::state.eq(state))
        .order(jobs::id.desc())
        .limit(most)
        .select((
            jobs::id,
            jobs::kind,
            jobs::state,
            jobs::run_after,
            jobs::attempts,
            jobs::last_error,
            jobs::created_at,
        ))
        .load(conn)?)
}

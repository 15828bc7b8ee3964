//! Statements that read jobs for staff.

use diesel::prelude::*;

use super::Job;
use crate::db::Conn;
use crate::db::schema::jobs;
use crate::error::{Error, Result};
use crate::kernel::{EmailId, Timestamp};

/// How the sending of a mail goes.
#[derive(Debug, Clone, Copy)]
pub struct Sending {
    /// The mail.
    pub email: EmailId,
    /// How often it failed.
    pub attempts: i32,
    /// When it is tried next.
    pub next: Timestamp,
}

/// How the sending of these mails goes, for those that still wait.
pub fn sendings(conn: &mut Conn, emails: &[EmailId]) -> Result<Vec<Sending>> {
    let job = |email: &EmailId| serde_json::to_string(&Job::SendMail { email: *email }).map_err(Error::internal);
    let payloads: Vec<String> = emails.iter().map(job).collect::<Result<_>>()?;
    let rows: Vec<(String, i32, Timestamp)> = jobs::table
        .filter(jobs::state.eq("ready"))
        .filter(jobs::payload.eq_any(&payloads))
        .select((jobs::payload, jobs::attempts, jobs::run_after))
        .load(conn)?;
    let of = |(payload, attempts, next): (String, i32, Timestamp)| {
        let at = payloads.iter().position(|known| *known == payload)?;
        Some(Sending { email: *emails.get(at)?, attempts, next })
    };
    Ok(rows.into_iter().filter_map(of).collect())
}

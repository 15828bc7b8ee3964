//! Job → function, and what becomes of a job afterwards.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::Parts;
use crate::db::Tx;
use crate::error::Result;
use crate::notifications::{self, Trouble};
use crate::queue::{self, Claimed, Job};

/// Does every job that is due, in order, and gives how many were done or failed. A failed one is
/// due again later, so this ends.
///
/// # Errors
/// When the database cannot be used; a failing job is no error here.
pub fn run_pending(parts: &Parts) -> Result<usize> {
    let mut count = 0;
    while run_one(parts)? {
        count += 1;
    }
    Ok(count)
}

/// Does the oldest job that is due; says whether there was one.
pub(super) fn run_one(parts: &Parts) -> Result<bool> {
    // While the mail server cannot be reached, mails stay where they are and cost nothing.
    let is_closed = parts.mailer.brake().is_closed(parts.db.clock().now());
    let not = is_closed.then_some(Job::SEND_MAIL);
    let Some(claimed) = queue::claim_but(&parts.db, not)? else { return Ok(false) };
    let kind = claimed.job.kind();
    // A panic fails the job and not the thread: the next job may be a good one.
    let outcome = catch_unwind(AssertUnwindSafe(|| handle(parts, &claimed)))
        .unwrap_or_else(|_| Err(Trouble::later(format!("{kind} panicked"))));
    match outcome {
        Ok(()) => parts.db.write(|tx| queue::finish(tx, &claimed))?,
        Err(Trouble { why, until: Some(until), .. }) => {
            parts.db.write(|tx| queue::put_off(tx, &claimed, until, &why))?;
            tracing::debug!(job = %claimed.id, kind, %why, "job put off");
        }
        Err(trouble) => {
            let dead = parts.db.write(|tx| put_aside(tx, &claimed, &trouble))?;
            tracing::warn!(job = %claimed.id, kind, dead, attempts = claimed.attempts + 1, why = %trouble.why, "job failed");
        }
    }
    metrics::counter!("medskapa_jobs_total", "kind" => kind).increment(1);
    Ok(true)
}

fn handle(parts: &Parts, claimed: &Claimed) -> std::result::Result<(), Trouble> {
    match claimed.job {
        Job::Notify { event } => notifications::notify(&parts.db, &parts.town, &parts.texter, event),
        Job::MailToken { token } => notifications::mail_token(&parts.db, &parts.town, token),
        Job::MailSession { session } => notifications::mail_session(&parts.db, &parts.town, session),
        Job::MailOldAddress { change } => notifications::mail_old_address(&parts.db, &parts.town, change),
        Job::SendSms { call } => {
            notifications::calls::send_text(&parts.db, &parts.texter, parts.mailer.quiet_hours(), call)
        }
        Job::SendMail { email } => {
            notifications::send(&parts.db, &parts.town, &parts.mailer, email, claimed.is_taken_over)
        }
    }
}

/// Notes the failure; a mail whose job is given up is given up with it, and instead of a text message somebody
/// calls.
fn put_aside(tx: &mut Tx<'_>, claimed: &Claimed, trouble: &Trouble) -> Result<bool> {
    let dead = queue::fail(tx, claimed, &trouble.why, trouble.forever)?;
    if let (true, Job::SendMail { email }) = (dead, claimed.job) {
        crate::mail::store::mark_dead(tx, email, &trouble.why)?;
    }
    if let (true, Job::SendSms { call }) = (dead, claimed.job) {
        notifications::calls::give_to_staff(tx, call)?;
    }
    Ok(dead)
}

#[cfg(test)]
mod tests {
    use crate::mail::LONGEST_TIMEOUT_SECONDS;
    use crate::queue::LEASE_MINUTES;

    #[test]
    fn no_conversation_with_a_mail_server_outlasts_the_lease_of_its_job() {
        // Connection, greeting, EHLO, STARTTLS, EHLO, AUTH with two answers, sender, reader, DATA, end.
        let longest = i64::from(LONGEST_TIMEOUT_SECONDS) * 11;

        assert!(longest < LEASE_MINUTES * 60, "{longest} s");
    }
}

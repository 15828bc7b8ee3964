//! What time itself brings, once a minute. It takes no input but the database and the clock, so a
//! restart, a bug or a restored backup heal by themselves.

use super::Parts;
use crate::db::sent_forms;
use crate::error::Result;
use crate::journal;

/// Days for which a form that was sent is remembered.
const FORM_DAYS: i64 = 2;
/// Days for which a change is kept for indexes to follow; older positions build anew.
const CHANGE_DAYS: i64 = 7;

/// Does everything that is due by the clock. Each step stands on its own: one that fails is
/// logged and does not keep the others from their turn.
///
/// # Errors
/// The first failure, after every step has had its turn.
pub fn reconcile(parts: &Parts) -> Result<()> {
    type Step = (&'static str, fn(&Parts) -> Result<()>);
    let steps: [Step; 3] = [("ballots", close_ballots), ("forgetting", forget), ("limits", forget_idle_addresses)];
    let mut first = Ok(());
    for (step, work) in steps {
        if let Err(error) = work(parts) {
            tracing::warn!(step, %error, "a timed step failed");
            if first.is_ok() {
                first = Err(error);
            }
        }
    }
    first
}

fn close_ballots(parts: &Parts) -> Result<()> {
    crate::ideas::actions::close_ballots(&parts.db, &parts.town)?;
    Ok(())
}

fn forget(parts: &Parts) -> Result<()> {
    parts.db.write(|tx| {
        let now = tx.now;
        sent_forms::prune(tx, now.plus_days(-FORM_DAYS))?;
        journal::prune_changes(tx, now.plus_days(-CHANGE_DAYS))
    })
}

fn forget_idle_addresses(parts: &Parts) -> Result<()> {
    parts.limits.forget_idle();
    Ok(())
}

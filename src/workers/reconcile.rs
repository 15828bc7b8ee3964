//! What time itself brings, once a minute. It takes no input but the database and the clock, so a
//! restart, a bug or a restored backup heal by themselves.

use super::Parts;
use crate::accounts::reach::BOUNCE_DAYS;
use crate::accounts::tokens;
use crate::db::sent_forms;
use crate::error::{Error, Result};
use crate::notifications::{self, DRAFT_DAYS};
use crate::{accounts, ideas, journal, mail, report_back, reports, saved_searches};

/// Days for which a form that was sent is remembered.
const FORM_DAYS: i64 = 2;
/// Days for which a change is kept for indexes to follow; older positions build anew.
const CHANGE_DAYS: i64 = 7;
/// Days for which a code or link that ran out is kept, for questions about it.
const TOKEN_DAYS: i64 = 1;
/// Days for which a mail that was sent is kept: it names its reader and what it told.
const MAIL_DAYS: i64 = 30;
/// Days for which a mail that was given up is kept, for somebody to revive it.
const DEAD_MAIL_DAYS: i64 = 180;
/// Days for which an address that is not reached and belongs to nobody is remembered.
const UNREACHED_DAYS: i64 = 365;
/// Days for which an old address is kept that could not be told, and a new one that nobody confirmed.
const ADDRESS_DAYS: i64 = 7;

/// Does everything that is due by the clock. Each step stands on its own: one that fails is
/// logged and does not keep the others from their turn.
///
/// # Errors
/// The first failure, after every step has had its turn.
pub fn reconcile(parts: &Parts) -> Result<()> {
    type Step = (&'static str, fn(&Parts) -> Result<()>);
    let steps: [Step; 16] = [
        ("life cycle", tick),
        ("ballots", close_ballots),
        ("ballots that close", remind_voters),
        ("owners who do not answer", lapse_owners),
        ("those who are asked to take something on", remind_asked),
        ("reports of seats", remind_of_reports),
        // After what ends by itself, so that nobody is told of a day that is settled.
        ("days that are owed", climb),
        ("warning of drafts", warn_of_drafts),
        ("news from searches and themes", |parts| notifications::gather_news(&parts.db)),
        ("bundles", put_bundles_together),
        ("removing drafts", remove_drafts),
        ("mails that came back", |parts| notifications::read_returned(&parts.db, &parts.mailer)),
        ("what waits for moderators", remind_moderators),
        ("forgetting", forget),
        ("figures of the years", count_years),
        ("counting for the database's choices", |parts| parts.db.refresh_statistics()),
    ];
    let mut first = Ok(());
    for (step, work) in steps {
        if let Err(error) = work(parts) {
            tracing::warn!(step, %error, "a timed step failed");
            if first.is_ok() {
                first = Err(error);
            }
        }
    }
    parts.limits.forget_idle();
    first
}

fn tick(parts: &Parts) -> Result<()> {
    ideas::actions::tick(&parts.db, &parts.town)?;
    Ok(())
}

fn lapse_owners(parts: &Parts) -> Result<()> {
    ideas::actions::lapse_owners(&parts.db, &parts.town)?;
    Ok(())
}

fn remind_asked(parts: &Parts) -> Result<()> {
    ideas::actions::remind_asked(&parts.db, &parts.town)?;
    Ok(())
}

fn remind_of_reports(parts: &Parts) -> Result<()> {
    report_back::actions::remind(&parts.db, &parts.town)?;
    Ok(())
}

fn climb(parts: &Parts) -> Result<()> {
    ideas::actions::climb(&parts.db, &parts.town)?;
    Ok(())
}

fn close_ballots(parts: &Parts) -> Result<()> {
    ideas::actions::close_ballots(&parts.db, &parts.town)?;
    Ok(())
}

fn remind_voters(parts: &Parts) -> Result<()> {
    ideas::actions::remind_voters(&parts.db)?;
    Ok(())
}

fn put_bundles_together(parts: &Parts) -> Result<()> {
    let written = notifications::put_bundles_together(&parts.db, &parts.town);
    written.map(drop).map_err(|trouble| Error::internal(trouble.why))
}

fn warn_of_drafts(parts: &Parts) -> Result<()> {
    notifications::warn_of_idle_drafts(&parts.db, &parts.town).map_err(|trouble| Error::internal(trouble.why))
}

fn remind_moderators(parts: &Parts) -> Result<()> {
    notifications::remind_moderators(&parts.db, &parts.town).map_err(|trouble| Error::internal(trouble.why))
}

fn remove_drafts(parts: &Parts) -> Result<()> {
    let before = parts.db.clock().now().plus_days(-DRAFT_DAYS);
    loop {
        let idle = parts.db.read(|conn| ideas::store::idle_drafts(conn, before))?;
        if idle.is_empty() {
            return Ok(());
        }
        parts.db.write(|tx| {
            for idea in &idle {
                ideas::store::remove_idle_draft(tx, *idea, before)?;
            }
            Ok(())
        })?;
    }
}

fn count_years(parts: &Parts) -> Result<()> {
    reports::refresh(&parts.db, &parts.town)?;
    Ok(())
}

fn forget(parts: &Parts) -> Result<()> {
    parts.db.write(|tx| {
        let now = tx.now;
        sent_forms::prune(tx, now.plus_days(-FORM_DAYS))?;
        tokens::prune(tx, now.plus_days(-TOKEN_DAYS))?;
        accounts::store::prune_contacts(tx, now.plus_days(-BOUNCE_DAYS), now.plus_days(-UNREACHED_DAYS))?;
        accounts::store::prune_addresses(tx, now.plus_days(-ADDRESS_DAYS))?;
        mail::store::prune_sent(tx, now.plus_days(-MAIL_DAYS))?;
        notifications::calls::prune(tx, now.plus_days(-MAIL_DAYS))?;
        mail::store::prune_dead(tx, now.plus_days(-DEAD_MAIL_DAYS))?;
        // What saved searches have not been asked of yet is kept for them, however long it takes.
        let looked_at = saved_searches::store::looked_at_until(tx.conn)?;
        journal::prune_changes(tx, now.plus_days(-CHANGE_DAYS), looked_at)
    })
}

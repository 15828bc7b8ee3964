//! Bringing dead jobs and mails back to life. A mail and the job that sends it live and die together.

use crate::accounts::standing;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::kernel::{Actor, EmailId, JobId};
use crate::mail::store as outbox;
use crate::notifications;
use crate::policy::{self, Action};
use crate::queue::{self, Job};

/// Lets a dead job be tried again.
///
/// # Errors
/// Not found when it is not dead.
pub fn revive_job(db: &Db, actor: &Actor, id: JobId) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::MachineryManage)?;
        revive_job_row(tx, id)
    })
}

/// As [`revive_job`], for the command line, where whoever can run it may do everything.
///
/// # Errors
/// Not found when it is not dead.
pub fn revive_job_row(tx: &mut Tx<'_>, id: JobId) -> Result<()> {
    queue::revive(tx, id)?;
    if let Job::SendMail { email } = queue::job(tx.conn, id)? {
        outbox::revive(tx, email)?;
    }
    Ok(())
}

/// Lets a dead mail be sent again.
///
/// # Errors
/// Not found when it is not dead.
pub fn revive_mail(db: &Db, actor: &Actor, id: EmailId) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::MachineryManage)?;
        if !outbox::revive(tx, id)? {
            return Err(Error::NotFound);
        }
        let job = Job::SendMail { email: id };
        if queue::revive_same(tx, job)? { Ok(()) } else { notifications::add_send(tx, id) }
    })
}

//! What an actor is to an idea, loaded in one statement.

use super::store::{Idea, StandingRow, standing_row};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::kernel::{Actor, Date};
use crate::policy::{self, Action, Role, Standing};
use crate::town::Town;

/// What somebody who looks at the page of an idea is to it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Viewer {
    /// What the permission table asks for.
    pub standing: Standing,
    /// Whether he or she supports it.
    pub supports: bool,
    /// Whether he or she follows it.
    pub follows: bool,
}

/// What the actor is to the idea on this day.
pub fn of(conn: &mut Conn, actor: &Actor, idea: &Idea, today: Date) -> Result<Standing> {
    let row = actor.person().map(|person| standing_row(conn, person, None, idea, today)).transpose()?;
    Ok(standing(actor, idea, row.as_ref()))
}

/// As [`of`], with what the page shows beside it; the same single statement.
pub fn viewer(conn: &mut Conn, town: &Town, actor: &Actor, idea: &Idea, today: Date) -> Result<Viewer> {
    let row = match actor.person() {
        Some(person) => {
            let supporter = crate::support::supporter_key(town, idea.id, person);
            Some(standing_row(conn, person, Some(&supporter), idea, today)?)
        }
        None => None,
    };
    Ok(Viewer {
        standing: standing(actor, idea, row.as_ref()),
        supports: row.as_ref().is_some_and(|row| row.supports),
        follows: row.as_ref().is_some_and(|row| row.follows),
    })
}

fn standing(actor: &Actor, idea: &Idea, row: Option<&StandingRow>) -> Standing {
    let by_receipt = actor.receipt() == Some(idea.id);
    let public = idea.is_listed();
    let mut standing = Standing {
        author: by_receipt,
        sees_subject: public || by_receipt,
        system: *actor == Actor::System,
        ..Standing::default()
    };
    if let Some(row) = row {
        standing.role = Some(row.role);
        standing.suspended = row.suspended;
        standing.author = by_receipt || (idea.author_id.is_some() && idea.author_id == actor.person());
        standing.seated = row.seated;
        standing.process_seat = row.process_seat;
        standing.member = row.member;
        standing.lead = row.lead;
        standing.receiver = row.receiver;
        standing.owner = row.owner;
        standing.asked = row.asked;
        standing.voter = row.voter;
        let reads_all = matches!(row.role, Role::Moderator | Role::Admin) && !row.suspended;
        // A draft is its author's alone.
        let staff_sees = reads_all && idea.state != super::lifecycle::State::Draft;
        standing.sees_subject = public || staff_sees || (standing.author && !row.suspended);
    }
    if standing.system {
        standing.sees_subject = true;
    }
    standing
}

/// Demands that somebody who stands so sees the idea and may do this with it. The table alone
/// does not know that an idea is hidden: every resident may support, but not what he or she
/// cannot see.
///
/// # Errors
/// [`Error::NotFound`] when the idea cannot be seen; else as [`policy::authorise`].
pub fn authorise(standing: &Standing, action: Action) -> Result<()> {
    if standing.sees_subject { policy::authorise(standing, action) } else { Err(Error::NotFound) }
}

//! What an actor is to an idea, loaded in one statement.

use super::store::{Idea, standing_row};
use crate::db::Conn;
use crate::error::Result;
use crate::kernel::{Actor, Date};
use crate::policy::{Role, Standing};

/// What the actor is to the idea on this day.
pub fn of(conn: &mut Conn, actor: &Actor, idea: &Idea, today: Date) -> Result<Standing> {
    let by_receipt = actor.receipt() == Some(idea.id);
    let public = idea.is_listed();
    let mut standing = Standing {
        author: by_receipt,
        sees_subject: public || by_receipt,
        system: *actor == Actor::System,
        ..Standing::default()
    };
    if let Some(person) = actor.person() {
        let row = standing_row(conn, person, idea, today)?;
        standing.role = Some(row.role);
        standing.suspended = row.suspended;
        standing.author = by_receipt || idea.author_id == Some(person);
        standing.seated = row.seated;
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
    Ok(standing)
}

//! What has happened. [`record`] writes the event row, the jobs that follow from it and the note
//! for the search index, in the transaction of the change.
//!
//! The events of an idea *are* its public history; there is no second log. Not here: what a
//! mail says about an event ([`crate::notifications`]).

mod event;
mod reason;
mod routing;
mod store;

pub use event::Event;
pub use store::{
    ChangeRow, EventRow, OVERLAP, changes_after, changes_among, event, last_change, of_idea, oldest_change,
    prune_changes, search_changed, withdrawals_near,
};

use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{Actor, EventId};
use crate::queue::{self, Lane, Place};

/// Writes what has happened, and everything that follows from it.
pub fn record(tx: &mut Tx<'_>, actor: &Actor, events: &[Event]) -> Result<Vec<EventId>> {
    let mut ids = Vec::with_capacity(events.len());
    for event in events {
        let id = store::append(tx, actor, event)?;
        // What is told of an idea is told in the order in which it happened.
        let place =
            event.idea().map_or(Place::alone(Lane::Own), |idea| Place::behind(Lane::Own, format!("idea:{idea}")));
        for job in routing::jobs(id, event) {
            queue::add(tx, job, &place)?;
        }
        if let Some(idea) = event.idea() {
            search_changed(tx, idea, routing::withdraws(event))?;
        }
        ids.push(id);
    }
    Ok(ids)
}

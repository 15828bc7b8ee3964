//! The work that follows a commit: jobs are claimed and done, the search index follows the
//! database, saved searches are asked of what changed, and a timer mends what time or a crash has left.
//!
//! Everything here may be stopped at any moment: what was not finished is found in the database
//! again. Not here: what a mail says ([`crate::notifications`]) and what a job is
//! ([`crate::queue`]). Called by the command line, and by tests that want no threads
//! ([`run_pending`], [`follow_search`], [`watch`], [`reconcile`]).

mod follower;
mod handlers;
mod reconcile;
mod threads;
mod watcher;

pub use follower::{Follower, follow_search, rebuild};
pub use handlers::run_pending;
pub use reconcile::reconcile;
pub use threads::{Duties, Workers};
pub use watcher::watch;

use std::sync::Arc;

use crate::admin::Figures;
use crate::db::Db;
use crate::mail::Mailer;
use crate::search::Search;
use crate::sms::Texter;
use crate::town::Town;
use crate::web::limits::Limits;

/// The parts that the work needs. Cheap to clone.
#[derive(Clone)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The town.
    pub town: Arc<Town>,
    /// The search index of this process, if it answers visitors.
    pub search: Option<Search>,
    /// The mailer.
    pub mailer: Mailer,
    /// Sends text messages, if there is a provider.
    pub texter: Texter,
    /// Limits per address, which grow with every new address until idle ones are forgotten.
    pub limits: Arc<Limits>,
    /// Where this process counts.
    pub figures: Figures,
}

//! What pages, feeds and the API show of ideas. Each function scopes by who asks; none is used
//! to decide a change.

mod cards;
mod detail;
mod parts;
mod versions;

pub use cards::{Card, StoredCount, by_ids, groups_of, list, open_of_the_day, stored_counts};
pub use detail::{Ballot, Comment, Decision, Detail, Group, Notes, detail, guarded};
pub use parts::{Asked, Joined, Owner, Parts};
pub use versions::{Version, versions};

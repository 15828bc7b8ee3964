//! What authors do with an idea of their own, each on a page that only they can open.

mod appeal;
mod edit;
mod grade;
mod versions;
mod withdraw;

pub use appeal::{appeal, ask_appeal};
pub use edit::{ask_edit, edit};
pub use grade::{ask_grade, ask_grade_by_link, grade, grade_by_link};
pub use versions::versions;
pub use withdraw::{ask_withdrawal, withdraw};

use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::{CommandKind, offers};
use crate::ideas::standing;
use crate::ideas::store::Idea;
use crate::ideas::views;
use crate::policy::Action;
use crate::web::{self, Visit};

/// The idea, for somebody who may do this with it.
async fn guarded(visit: &Visit, db: &Db, number: &str, action: Action) -> Result<Idea> {
    let (db, town, actor, today) = (db.clone(), visit.town.clone(), visit.actor, visit.today);
    let number = number.to_owned();
    web::run(move || {
        let (idea, viewer) = db.read(|conn| views::guarded(conn, &town, &actor, &number, today))?;
        standing::authorise(&viewer.standing, action)?;
        Ok(idea)
    })
    .await
}

/// Demands that the life cycle knows such a command in the state of the idea.
fn demand(idea: &Idea, command: CommandKind) -> Result<()> {
    if offers(idea.state).contains(&command) { Ok(()) } else { Err(Error::Conflict(Code::NotNow)) }
}

//! Bringing in ideas from another system, a batch at a time. Each row is one idea; one that is
//! there already (by its external id) is left alone.

use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::ideas::lifecycle::{self, Command};
use crate::ideas::store::{self, Idea, Notes, Sending, Update};
use crate::journal::{self, Event};
use crate::kernel::text::{Body, DisplayName, Title};
use crate::kernel::{Actor, Date, GroupId};
use crate::policy::{self, Action, Standing};
use crate::town::Town;

/// An idea from another system, every part checked.
#[derive(Debug, Clone)]
pub struct ImportedIdea {
    /// Its id there, unique among imported ideas.
    pub external_id: String,
    /// What shall happen.
    pub title: Title,
    /// Why.
    pub body: Body,
    /// Language of the text.
    pub language: String,
    /// Part of the area.
    pub area: String,
    /// Name that others see.
    pub author_name: DisplayName,
    /// Where it comes from, in words.
    pub source: String,
    /// Theme and lead group when it is published at once; else a moderator reads it first.
    pub publication: Option<(String, GroupId)>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// It is in.
    New,
    /// It was there.
    Known,
}

/// Brings in a batch in one transaction.
///
/// # Errors
/// When the database fails; then none of the batch is in.
pub fn import_batch(db: &Db, town: &Town, batch: &[ImportedIdea]) -> Result<Vec<Imported>> {
    db.write(|tx| batch.iter().map(|idea| import_one(tx, town, idea)).collect())
}

fn import_one(tx: &mut Tx<'_>, town: &Town, new: &ImportedIdea) -> Result<Imported> {
    let standing = Standing { system: true, sees_subject: true, ..Standing::default() };
    policy::authorise(&standing, Action::IdeaCreate)?;
    if store::is_imported(tx.conn, &new.external_id)? {
        return Ok(Imported::Known);
    }
    let today = tx.now.date();
    let number = store::next_number(tx)?;
    let id = store::insert_submitted(tx, town, &number, None)?;
    let draft = store::load(tx.conn, id)?;
    let idea = with_texts(draft, new);
    store::set_imported_texts(tx, &idea, &new.external_id)?;
    store::insert_notes(tx, id, &Notes { source: Some(&new.source), ..Notes::default() })?;
    store::mark_sent(tx, id, &Sending { number: &number, receipt_hash: "", author: None, today })?;
    store::insert_revision(tx, &idea, 1, "text", None)?;
    let submitted = step(tx, town, &idea, Command::Submit, &Update { area: Some(&new.area), ..Update::default() })?;
    let mut events = Vec::new();
    if let Some((theme, group)) = &new.publication {
        policy::authorise(&standing, Action::IdeaScreen)?;
        let closes_on: Date = today.plus_days(town.settings.clocks.support_days);
        let update =
            Update { theme: Some(theme), group: Some(*group), closes_on: Some(closes_on), ..Update::default() };
        step(tx, town, &submitted, Command::Publish, &update)?;
        events.push(Event::Imported { idea: id });
    } else {
        events.push(Event::Submitted { idea: id });
    }
    journal::record(tx, &Actor::System, &events)?;
    Ok(Imported::New)
}

fn with_texts(draft: Idea, new: &ImportedIdea) -> Idea {
    Idea {
        title: new.title.as_str().to_owned(),
        body: new.body.as_str().to_owned(),
        author_name: new.author_name.as_str().to_owned(),
        language: new.language.clone(),
        ..draft
    }
}

/// One step of the life cycle; gives the idea as it is after it.
fn step(tx: &mut Tx<'_>, town: &Town, idea: &Idea, command: Command, update: &Update<'_>) -> Result<Idea> {
    let today = tx.now.date();
    let facts = store::facts(tx.conn, idea, today)?;
    let change = lifecycle::decide(idea.state, command, &facts, &town.settings.clocks, today).map_err(Error::from)?;
    store::apply(tx, idea, idea.version, &change, update)?;
    store::load(tx.conn, idea.id)
}

//! Writing an idea page by page; every page is saved.

use crate::db::Db;
use crate::error::{Error, Result};
use crate::ideas::store::{self, DraftRow};
use crate::kernel::token::token_hash;
use crate::kernel::{Actor, IdeaId};
use crate::policy::{self, Action, Standing};
use crate::town::Town;

/// Begins a draft that the holder of `token` can open.
pub fn begin_draft(db: &Db, town: &Town, actor: &Actor, token: &str) -> Result<IdeaId> {
    db.write(|tx| {
        let standing = Standing { sees_subject: true, ..Standing::default() };
        policy::authorise(&standing, Action::IdeaCreate)?;
        store::insert_draft(tx, town, &token_hash(token), actor.person())
    })
}

/// Saves a page of a draft. The token is what makes somebody its author.
///
/// # Errors
/// Not found when the draft has been sent or was forgotten.
pub fn save_draft(db: &Db, token: &str, change: impl Fn(&mut DraftRow)) -> Result<()> {
    db.write(|tx| {
        let mut draft = store::draft_by_token(tx.conn, &token_hash(token))?.ok_or(Error::NotFound)?;
        let id = draft.id.ok_or(Error::NotFound)?;
        policy::authorise(&Standing { author: true, sees_subject: true, ..Standing::default() }, Action::IdeaEdit)?;
        change(&mut draft);
        let language = crate::markup::language_of(&format!("{}. {}", draft.title, draft.body));
        store::save_draft(tx, id, &draft, language)
    })
}

//! SQL of how the carrying out goes and what came of it.

use diesel::prelude::*;

use crate::db::Tx;
use crate::db::schema::{idea_notes, progress_notes};
use crate::error::Result;
use crate::ideas::forms::Completion;
use crate::kernel::text::Label;
use crate::kernel::{IdeaId, PersonId};

/// Adds a note about how it goes.
pub fn insert_note(tx: &mut Tx<'_>, idea: IdeaId, person: Option<PersonId>, body: &str) -> Result<i64> {
    Ok(diesel::insert_into(progress_notes::table)
        .values((
            progress_notes::idea_id.eq(idea),
            progress_notes::person_id.eq(person.map(PersonId::get)),
            progress_notes::body.eq(body),
            progress_notes::at.eq(tx.now),
        ))
        .returning(progress_notes::id)
        .get_result(tx.conn)?)
}

/// Writes down what came of an idea.
pub fn set_result(tx: &mut Tx<'_>, idea: IdeaId, completion: &Completion) -> Result<()> {
    diesel::update(idea_notes::table.filter(idea_notes::idea_id.eq(idea)))
        .set((
            idea_notes::result.eq(Some(completion.result.as_str())),
            idea_notes::measure.eq(completion.measure.as_ref().map(Label::as_str)),
        ))
        .execute(tx.conn)?;
    Ok(())
}

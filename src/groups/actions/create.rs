//! Making a group. It can be given ideas at once, and answers when somebody sits in it.

use super::demand;
use crate::db::{Db, sent_forms};
use crate::error::Result;
use crate::groups::Group;
use crate::groups::draft::GroupDraft;
use crate::groups::store::{self, NewGroup};
use crate::journal::{self, Event};
use crate::kernel::Actor;
use crate::kernel::text::Line;

/// Makes a group. The same form sent again, also at the same time, gives the first group.
///
/// # Errors
/// [`Code::FieldTaken`](crate::error::Code::FieldTaken) at `slug` when another group has the word.
pub fn create_group(db: &Db, actor: &Actor, draft: &GroupDraft) -> Result<Group> {
    db.write(|tx| {
        demand(tx.conn, actor)?;
        let form = form_name(actor, &draft.form_key);
        if let Some(form) = &form
            && let Some(slug) = sent_forms::claim(tx, form)?
        {
            return store::load_by_slug(tx.conn, &slug);
        }
        let terms = &draft.terms;
        let new = NewGroup {
            slug: &draft.slug,
            name: terms.name.as_str(),
            kind: draft.kind,
            theme: terms.theme.as_deref(),
            mandate: terms.mandate.as_str(),
            builds_on: terms.builds_on.as_str(),
            meets: terms.meets.as_ref().map_or("", Line::as_str),
            tie_rule: terms.tie_rule,
            quorum_percent: terms.quorum_percent,
        };
        let group = store::insert(tx, &new)?;
        if let Some(form) = &form {
            sent_forms::settle(tx, form, &draft.slug)?;
        }
        journal::record(tx, actor, &[Event::GroupMade { group }])?;
        store::load(tx.conn, group)
    })
}

/// The name under which a sending is remembered: a key counts for the one who sent it.
fn form_name(actor: &Actor, key: &str) -> Option<String> {
    let person = actor.person().map(|person| person.to_string()).unwrap_or_default();
    (!key.is_empty()).then(|| format!("group {person} {key}"))
}

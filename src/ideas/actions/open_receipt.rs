//! Opening an idea by its number and receipt code, without signing in.

use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::ideas::{receipt, store};
use crate::kernel::IdeaId;
use crate::policy::{self, Action, Standing};
use crate::town::Town;

/// The idea that number and code open. The caller limits how often somebody may try.
///
/// # Errors
/// The same refusal of the field `code` for a wrong number and for a wrong code.
pub fn open_receipt(db: &Db, town: &Town, number: &str, code: &str) -> Result<IdeaId> {
    policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, Action::ReceiptOpen)?;
    // Hashed also when there is no such number, so that both answers take the same time.
    let hash = receipt::hash(town, code);
    let found = db.read(|conn| store::find_by_receipt(conn, number.trim(), &hash))?;
    found.ok_or_else(|| Error::field("code", Code::FieldWrongReceipt))
}

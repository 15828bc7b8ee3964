//! `/api/v1/session`: who a token speaks for. Tokens are made on the account page only.

use actix_web::web::Data;
use serde::Serialize;

use super::extract::Caller;
use super::{standing, store};
use crate::db::Db;
use crate::error::Error;
use crate::i18n::Locale;
use crate::kernel::{Actor, PersonId};
use crate::policy::{self, Action, Role};
use crate::web::{self, JsonResult};

/// Who a token speaks for, and until when.
#[derive(Debug, Serialize)]
struct SessionJson {
    person: PersonJson,
    expires_at: String,
}

#[derive(Debug, Serialize)]
struct PersonJson {
    id: PersonId,
    display_name: String,
    role: Role,
    language: Locale,
    /// Whether the person holds a seat in any group.
    seated: bool,
}

/// `GET /api/v1/session`.
pub async fn show(caller: Caller, db: Data<Db>) -> JsonResult {
    let actor = caller.actor;
    let shape = web::run(move || {
        let now = db.clock().now();
        db.read(|conn| {
            policy::authorise(&standing::of(conn, &actor)?, Action::AccountManage)?;
            let Actor::Person { id, session, .. } = actor else { return Err(Error::SignInNeeded) };
            let person = store::signed_in(conn, session, now)?.ok_or(Error::SignInNeeded)?;
            let (_, until) = store::session_times(conn, id, session)?;
            Ok(SessionJson {
                person: PersonJson {
                    id: person.id,
                    display_name: person.display_name,
                    role: person.role,
                    language: person.locale,
                    seated: person.seated,
                },
                expires_at: until.rfc3339(),
            })
        })
    })
    .await?;
    web::json_ok(&shape)
}

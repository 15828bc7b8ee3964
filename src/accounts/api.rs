//! `/api/v1/session`: who a token speaks for. Tokens are made on the account page only.

use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use super::extract::Caller;
use super::reach::Mark;
use super::{standing, store};
use crate::db::Db;
use crate::error::Error;
use crate::kernel::Actor;
use crate::policy::{self, Action};
use crate::web::{self, JsonResult};

/// Who a token speaks for, and until when.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionJson {
    /// The person.
    pub person: PersonJson,
    /// When the token ends, in RFC 3339.
    pub expires_at: String,
}

/// Somebody with an account.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonJson {
    /// Which.
    pub id: i64,
    /// Name that others see.
    pub display_name: String,
    /// `resident`, `moderator`, `process` or `admin`.
    pub role: &'static str,
    /// Language of mails and pages: `sv` or `en`.
    pub language: &'static str,
    /// Whether the person holds a seat in any group.
    pub seated: bool,
    /// Why mails do not reach the person: `bounced` (only codes are mailed) or `complained` (no news).
    pub unreached: Option<&'static str>,
}

/// The address counts as right.
#[derive(Debug, Serialize, ToSchema)]
pub struct AddressRightJson {
    /// Why mails do not reach the person: nothing any more.
    pub unreached: Option<&'static str>,
}

/// `POST /api/v1/session/address/right`: mails go to one's address again.
pub async fn address_is_right(caller: Caller, db: Data<Db>) -> JsonResult {
    let actor = caller.actor;
    web::run(move || super::actions::address_is_right(&db, &actor)).await?;
    web::json_ok(&AddressRightJson { unreached: None })
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
                    id: person.id.get(),
                    display_name: person.display_name,
                    role: person.role.as_str(),
                    language: person.locale.as_str(),
                    seated: person.seated,
                    unreached: person.marked.map(Mark::as_str),
                },
                expires_at: until.rfc3339(),
            })
        })
    })
    .await?;
    web::json_ok(&shape)
}

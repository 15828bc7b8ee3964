//! Saying that one's address is right, when mails have come back from it.

use actix_web::web::Data;

use crate::accounts::actions;
use crate::db::Db;
use crate::web::{self, Form, Nothing, PageResult, Visit};

/// `POST /account/address/right`: the button of the notice that stands on every page until then.
pub async fn address_is_right(visit: Visit, db: Data<Db>, _form: Form<Nothing>) -> PageResult {
    let actor = visit.actor;
    web::run(move || actions::address_is_right(&db, &actor)).await?;
    Ok(web::see_other_with(&visit, "/account", "address-right"))
}

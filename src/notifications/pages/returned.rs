//! `POST /mail/bounces/{token}`: a mail server hands over what came back, as it came.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::super::returned;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::kernel::token::same;
use crate::mail::Mailer;
use crate::policy::{self, Action, Standing};
use crate::web::{self, PageResult, RawBody};

/// Takes no form token, because no browser sends it; the secret of the settings in the address is the
/// proof. Without one in the settings the address does not exist. The answer is the same for every report,
/// so that nobody learns which mails there are.
pub async fn take(db: Data<Db>, mailer: Data<Mailer>, path: Path<String>, body: RawBody) -> PageResult {
    demand(&mailer, &path)?;
    web::run(move || returned::take_report(&db, &mailer, &body.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn demand(mailer: &Mailer, given: &str) -> Result<()> {
    if !mailer.returned_secret().is_some_and(|secret| same(secret, given)) {
        return Err(Error::NotFound);
    }
    policy::authorise(&Standing { sees_subject: true, ..Standing::default() }, Action::MailReturn)
}

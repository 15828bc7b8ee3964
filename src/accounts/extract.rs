//! Request → who asks. A page gets a [`Visit`], the API a [`Caller`].

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};

use super::reach::Mark;
use super::session::{self, Purpose};
use super::store::{self, SignedIn};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::i18n::{Locale, Texts};
use crate::kernel::{Actor, IdeaId, SessionId, Timestamp};
use crate::town::Town;
use crate::web::{Marks, Visit, cookies, form_token, locale};

type Pending<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

/// Whether the example town is loaded and its short cuts may be offered.
#[derive(Debug, Clone, Copy)]
pub struct ExampleTown(pub bool);

impl FromRequest for Visit {
    type Error = Error;
    type Future = Pending<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { visit(&request).await })
    }
}

async fn visit(request: &HttpRequest) -> Result<Visit> {
    let (db, town) = parts(request)?;
    let now = db.clock().now();
    let cookie = |name: &str| request.cookie(name).map(|cookie| cookie.value().to_owned());
    let marks = request.extensions().get::<Marks>().cloned();
    let receipt = cookie(cookies::RECEIPT).and_then(|token| session::read_receipt(&town, &token, now));
    let session =
        cookie(cookies::SESSION).and_then(|token| session::read_session(&town, Purpose::Session, &token, now));
    let person = look_up(&db, session, now).await?;
    let chosen = cookie(cookies::LANGUAGE);
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let own = person.as_ref().map(|(_, person)| person.locale);
    let locale = locale(chosen.as_deref(), own, accepted);
    // When this becomes an error, its page is in the same language.
    request.extensions_mut().insert(locale);
    Ok(Visit {
        actor: actor(person.as_ref(), receipt),
        role: person.as_ref().map(|(_, person)| person.role),
        seated: person.as_ref().is_some_and(|(_, person)| person.seated),
        process_seat: person.as_ref().is_some_and(|(_, person)| person.process_seat),
        marked: person.as_ref().and_then(|(_, person)| person.marked).map(Mark::as_str),
        name: person.map(|(_, person)| person.display_name),
        texts: Texts::in_locale(locale),
        today: now.date(),
        form_token: marks.as_ref().map_or_else(|| form_token(request, &town), |marks| marks.token.clone()),
        marks,
        path: request.path().to_owned(),
        flash: cookie(cookies::FLASH),
        example: request.app_data::<web::Data<ExampleTown>>().is_some_and(|example| example.0),
        town,
    })
}

type Found = Option<(SessionId, SignedIn)>;

async fn look_up(db: &Db, session: Option<SessionId>, now: Timestamp) -> Result<Found> {
    let Some(session) = session else { return Ok(None) };
    let db = db.clone();
    let person = crate::web::run(move || db.read(|conn| store::signed_in(conn, session, now))).await?;
    Ok(person.map(|person| (session, person)))
}

fn actor(person: Option<&(SessionId, SignedIn)>, receipt: Option<IdeaId>) -> Actor {
    match person {
        Some((session, person)) => Actor::Person { id: person.id, session: *session, receipt },
        None => Actor::Visitor { receipt },
    }
}

fn parts(request: &HttpRequest) -> Result<(Db, Arc<Town>)> {
    let db = request.app_data::<web::Data<Db>>().ok_or_else(|| Error::internal("no database"))?;
    let town = request.app_data::<web::Data<Town>>().ok_or_else(|| Error::internal("no town"))?;
    Ok((Db::clone(db), Arc::clone(town)))
}

/// Who calls the API: the person of a bearer token, or a visitor. Cookies count for nothing here,
/// so that no other site can call in a visitor's name.
#[derive(Clone)]
pub struct Caller {
    /// Who calls.
    pub actor: Actor,
    /// Texts in the caller's language.
    pub texts: Texts,
    /// The town.
    pub town: Arc<Town>,
}

impl FromRequest for Caller {
    type Error = Error;
    type Future = Pending<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let (db, town) = parts(&request)?;
            let now = db.clock().now();
            let value = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
            let texts = Texts::in_locale(Locale::negotiate(value(header::ACCEPT_LANGUAGE).unwrap_or("")));
            let Some(token) = value(header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer ")) else {
                return Ok(Self { actor: Actor::VISITOR, texts, town });
            };
            // A token that is no longer good is told as such instead of acting as a visitor.
            let session = session::read_session(&town, Purpose::Api, token, now).ok_or(Error::SignInNeeded)?;
            let person = look_up(&db, Some(session), now).await?.ok_or(Error::SignInNeeded)?;
            Ok(Self { actor: actor(Some(&person), None), texts, town })
        })
    }
}

//! Choosing a person of the example town. Anywhere else these pages do not exist.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use super::sign_in::{arrival, arrived};
use crate::accounts::actions;
use crate::accounts::views::{self, ExamplePerson};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::kernel::PersonId;
use crate::policy::Role;
use crate::web::{self, Form, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "accounts/example_people.html")]
struct ExamplePeoplePage {
    frame: Frame,
    /// Heading and people, by role.
    groups: Vec<(String, Vec<ExamplePerson>)>,
}

/// `GET /example/people`.
pub async fn people(visit: Visit, db: Data<Db>) -> PageResult {
    only_in_the_example(&visit)?;
    let found = web::run(move || db.read(views::example_people)).await?;
    let by_role = |role: Role| {
        let people: Vec<_> = found.iter().filter(|person| person.role == role).cloned().collect();
        (visit.texts.say(&format!("role-{role}")).into_owned(), people)
    };
    let groups = Role::ALL.iter().map(|role| by_role(*role)).filter(|(_, people)| !people.is_empty()).collect();
    let frame = visit.frame(visit.texts.say("example-people-title"));
    web::page(&visit, StatusCode::OK, &ExamplePeoplePage { frame, groups })
}

/// Who was chosen.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    person: String,
}

/// `POST /example/people`: signs in.
pub async fn choose(visit: Visit, db: Data<Db>, request: HttpRequest, form: Form<Chosen>) -> PageResult {
    only_in_the_example(&visit)?;
    let person: PersonId = form.0.person.parse().or(Err(Error::NotFound))?;
    let (town, arrival) = (visit.town.clone(), arrival(&visit, &request));
    let outcome = web::run(move || actions::sign_in_as_example(&db, &town, &arrival, person)).await?;
    arrived(&visit, &request, &outcome.done()?)
}

fn only_in_the_example(visit: &Visit) -> Result<()> {
    if visit.example { Ok(()) } else { Err(Error::NotFound) }
}

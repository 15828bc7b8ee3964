//! Secret ballots: opening one, the page of one, voting.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::ballot_words::{self, Paper, ResultWords};
use crate::ballots::draft::{self, RawBallot, RawVote};
use crate::ballots::views::{self, BallotView};
use crate::ballots::{FEWEST_DAYS, MOST_DAYS, Majority};
use crate::db::Db;
use crate::error::{Code, Error};
use crate::groups::GroupKind;
use crate::ideas::actions::{self, SentForm};
use crate::ideas::forms::{RawOpening, Ticket, Version};
use crate::ideas::lifecycle::{CommandKind, State, offers};
use crate::ideas::standing;
use crate::ideas::store::{self, Idea};
use crate::kernel::BallotId;
use crate::kernel::text::Line;
use crate::policy::{self, Action, Standing};
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};
use crate::{groups, markup};

/// Most characters of the proposal that stand on the page of its ballot.
const SUMMARY_LIMIT: usize = 300;

#[derive(Template)]
#[template(path = "ballots/show.html")]
struct BallotPage {
    frame: Frame,
    errors: FormErrors,
    path: String,
    idea_path: String,
    idea_title: String,
    idea_language: String,
    summary: String,
    question: String,
    paper: Paper,
    rules: Vec<(String, String)>,
    choices: Vec<(String, String)>,
    result: Option<ResultWords>,
    group: String,
    group_path: String,
    /// Version of the idea, for the form that goes back to the proposal; none where it is not offered.
    back_to_proposal: Option<i64>,
    signed_in: bool,
}

/// A ballot, its idea, and what the visitor is to them.
struct Found {
    view: BallotView,
    idea: Idea,
    standing: Standing,
}

/// `GET /ballots/{id}`
pub async fn show(visit: Visit, db: Data<Db>, id: Path<BallotId>) -> PageResult {
    ballot_page(&visit, &db, *id, StatusCode::OK, FormErrors::default()).await
}

/// `POST /ballots/{id}/votes`
pub async fn vote(visit: Visit, db: Data<Db>, id: Path<BallotId>, form: Form<RawVote>) -> PageResult {
    let id = *id;
    let choice = match draft::parse_vote(&form.0) {
        Ok(choice) => choice,
        Err(Error::Invalid(errors)) => {
            let errors = visit.errors(&errors);
            return ballot_page(&visit, &db, id, StatusCode::UNPROCESSABLE_ENTITY, errors).await;
        }
        Err(error) => return Err(error),
    };
    let actor = visit.actor;
    let outcome = web::run(move || actions::cast_vote(&db, &actor, id, choice)).await;
    let path = format!("/ballots/{id}");
    match outcome {
        Ok(()) => Ok(web::see_other(&path)),
        // A button pressed twice, or a change of mind: the page says which vote stands.
        Err(error) if error.code() == Code::AlreadyVoted => Ok(web::see_other_with(&visit, &path, "voted-before")),
        Err(error) => Err(error),
    }
}

async fn ballot_page(visit: &Visit, db: &Data<Db>, id: BallotId, status: StatusCode, errors: FormErrors) -> PageResult {
    let (base, actor, today) = (db.clone(), visit.actor, visit.today);
    let found = web::run(move || {
        base.read(|conn| {
            let view = views::view(conn, id, actor.person())?;
            let idea = store::load(conn, view.ballot.idea)?;
            let standing = standing::of(conn, &actor, &idea, today)?;
            standing::authorise(&standing, Action::PublicRead)?;
            Ok(Found { view, idea, standing })
        })
    })
    .await?;
    let now = db.clock().now();
    let (texts, Found { view, idea, standing }) = (visit.texts, found);
    let may_go_back = policy::allows(&standing, Action::IdeaDecide)
        && offers(idea.state).contains(&CommandKind::EndBallot)
        && view.ballot.result.is_some_and(|result| !result.binds())
        && view.ballot.opened_at >= idea.state_since;
    let page = BallotPage {
        frame: visit.frame(texts.say1("ballot-page-title", "title", &idea.title)),
        errors,
        path: format!("/ballots/{id}"),
        idea_path: idea.path(),
        summary: markup::excerpt(&idea.body, SUMMARY_LIMIT),
        question: view.ballot.question.clone(),
        paper: ballot_words::paper(&view, idea.state == State::Ballot, now),
        rules: ballot_words::rules(texts, &view),
        choices: ballot_words::choices(texts),
        result: ballot_words::result(texts, &view),
        group_path: format!("/groups/{}", view.group_slug),
        group: view.group_name,
        back_to_proposal: may_go_back.then_some(idea.version),
        signed_in: standing.signed_in(),
        idea_title: idea.title,
        idea_language: idea.language,
    };
    web::page(visit, status, &page)
}

/// `POST /ballots/{id}/result`: the ballot gave no answer, and the group works on.
pub async fn end(visit: Visit, db: Data<Db>, id: Path<BallotId>, form: Form<Ticket>) -> PageResult {
    let (town, actor, id, version) = (visit.town.clone(), visit.actor, *id, form.0.version.0);
    let idea = web::run(move || actions::end_ballot(&db, &town, &actor, id, version)).await?;
    Ok(web::see_other_with(&visit, &idea.path(), "back-to-proposal"))
}

#[derive(Template)]
#[template(path = "ballots/new.html")]
struct NewPage {
    frame: Frame,
    errors: FormErrors,
    action: String,
    back: String,
    title: String,
    bodies: Vec<(String, String)>,
    majorities: Vec<(String, String)>,
    first_day: String,
    last_day: String,
    limit: usize,
    form_key: String,
    version: i64,
    raw: RawBallot,
}

/// `GET /ideas/{number}/ballots`: the form that opens a ballot.
pub async fn ask(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    new_page(&visit, &db, path.into_inner(), None).await
}

/// `POST /ideas/{number}/ballots`
pub async fn open(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawOpening>) -> PageResult {
    let (raw, number) = (form.0, path.into_inner());
    let new = match draft::parse(&raw.ballot, visit.today) {
        Ok(new) => new,
        Err(error) => return ask_again(&visit, &db, number, raw, error).await,
    };
    let (base, town, actor, slot) = (db.clone(), visit.town.clone(), visit.actor, number.clone());
    let (version, key) = (raw.ticket.version.0, raw.ticket.form_key.clone());
    let opened = web::run(move || {
        let sent = SentForm { version, key: &key };
        actions::open_ballot(&base, &town, &actor, &slot, &new, &sent)
    });
    match opened.await {
        Ok(id) => Ok(web::see_other_with(&visit, &format!("/ballots/{id}"), "ballot-opened")),
        Err(error) => ask_again(&visit, &db, number, raw, error).await,
    }
}

async fn ask_again(visit: &Visit, db: &Data<Db>, number: String, raw: RawOpening, error: Error) -> PageResult {
    let errors = visit.again(error, &number)?;
    new_page(visit, db, number, Some((raw, errors))).await
}

async fn new_page(visit: &Visit, db: &Data<Db>, number: String, came: Option<(RawOpening, FormErrors)>) -> PageResult {
    let (base, actor, today) = (db.clone(), visit.actor, visit.today);
    let (idea, bodies) = web::run(move || {
        base.read(|conn| {
            let idea = store::load_by_number(conn, &number)?;
            standing::authorise(&standing::of(conn, &actor, &idea, today)?, Action::BallotOpen)?;
            if !offers(idea.state).contains(&CommandKind::OpenBallot) {
                return Err(Error::Conflict(Code::NotNow));
            }
            let bodies = groups::views::list(conn, today)?.into_iter().map(|listed| listed.group);
            let fits = |group: &groups::Group| idea.group_id == Some(group.id) || group.kind == GroupKind::YouthCouncil;
            let bodies: Vec<groups::Group> = bodies.filter(fits).collect();
            Ok((idea, bodies))
        })
    })
    .await?;
    let (status, raw, errors) = match came {
        Some((raw, errors)) => (errors.status(), raw, errors),
        None => (StatusCode::OK, RawOpening::default(), FormErrors::default()),
    };
    let texts = visit.texts;
    let majority =
        |majority: &Majority| (majority.to_string(), texts.say(&format!("ballot-majority-{majority}")).into_owned());
    let page = NewPage {
        frame: visit.frame(texts.say("ballot-new-title")),
        action: format!("{}/ballots", idea.path()),
        back: format!("{}/desk", idea.path()),
        title: idea.title,
        bodies: bodies.into_iter().map(|group| (group.slug, group.name)).collect(),
        majorities: Majority::ALL.iter().map(majority).collect(),
        first_day: today.plus_days(FEWEST_DAYS).to_string(),
        last_day: today.plus_days(MOST_DAYS).to_string(),
        limit: Line::LIMIT,
        form_key: if raw.ticket.form_key.is_empty() { visit.form_key() } else { raw.ticket.form_key },
        version: match raw.ticket.version {
            unset if unset == Version::default() => idea.version,
            Version(sent) => errors.version(sent, idea.version),
        },
        raw: raw.ballot,
        errors,
    };
    web::page(visit, status, &page)
}

//! Secret ballots. How a ballot goes is told to nobody before it is closed.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::extract::Caller;
use crate::ballots::draft::{self, RawVote};
use crate::ballots::views::{self, BallotView};
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::ideas::actions::{self, SentForm};
use crate::ideas::forms::{RawOpening, Ticket};
use crate::ideas::store::Idea;
use crate::ideas::{standing, store, views as ideas};
use crate::kernel::{Actor, BallotId, Date};
use crate::policy::Action;
use crate::web::{JsonBody, JsonResult, created, json_ok, run};

/// A ballot.
#[derive(Debug, Serialize, ToSchema)]
pub struct BallotJson {
    /// Which.
    pub id: i64,
    /// Public number of the idea.
    pub idea: String,
    /// The question, which yes or no answers.
    pub question: String,
    /// Slug of the body that votes.
    pub held_by: String,
    /// Name of the body that votes.
    pub held_by_name: String,
    /// `simple` or `two_thirds`.
    pub majority: &'static str,
    /// What happens with a tie: `chair`, `lot` or `no_decision`.
    pub tie_rule: &'static str,
    /// How many of the roll must vote.
    pub quorum: i32,
    /// How many stand on the roll.
    pub roll_size: i32,
    /// When it closes, or closed, in RFC 3339.
    pub closes_at: String,
    /// `open` or `closed`.
    pub state: &'static str,
    /// `yes`, `no`, `tie`, `no_quorum` or `cancelled`; none while it is open.
    pub result: Option<&'static str>,
    /// How the votes fell; none while it is open, and none of a cancelled one.
    pub votes: Option<VotesJson>,
    /// The seed of the lot, when one was drawn: an even first byte of its SHA-256 is a yes.
    pub lot_seed: Option<String>,
    /// Whether the caller has voted; none for those who are not on the roll.
    pub has_voted: Option<bool>,
}

/// How the votes fell.
#[derive(Debug, Serialize, ToSchema)]
pub struct VotesJson {
    /// For the question.
    pub yes: u32,
    /// Against it.
    pub no: u32,
    /// Neither.
    pub abstain: u32,
}

impl BallotJson {
    fn of(idea: &Idea, view: BallotView) -> Self {
        let ballot = view.ballot;
        Self {
            id: ballot.id.get(),
            idea: idea.number().to_owned(),
            question: ballot.question,
            held_by: view.group_slug,
            held_by_name: view.group_name,
            majority: ballot.majority.as_str(),
            tie_rule: ballot.tie_rule.as_str(),
            quorum: ballot.quorum,
            roll_size: ballot.roll_size,
            closes_at: ballot.closes_at.rfc3339(),
            state: if ballot.result.is_some() { "closed" } else { "open" },
            result: ballot.result.map(crate::ballots::BallotResult::as_str),
            votes: view.closed.as_ref().map(|closed| VotesJson {
                yes: closed.counts.yes,
                no: closed.counts.no,
                abstain: closed.counts.abstain,
            }),
            lot_seed: view.closed.and_then(|closed| closed.lot_seed),
            has_voted: view.has_voted,
        }
    }
}

fn load(conn: &mut Conn, actor: &Actor, id: BallotId, today: Date) -> Result<BallotJson> {
    let view = views::view(conn, id, actor.person())?;
    let idea = store::load(conn, view.ballot.idea)?;
    standing::authorise(&standing::of(conn, actor, &idea, today)?, Action::PublicRead)?;
    Ok(BallotJson::of(&idea, view))
}

/// The ballots of an idea.
#[derive(Debug, Serialize, ToSchema)]
pub struct BallotListJson {
    /// Their ids, the newest first.
    pub ballots: Vec<i64>,
}

/// `GET /api/v1/ideas/{number}/ballots`
pub async fn list(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let today = db.clock().now().date();
    let found = run(move || {
        db.read(|conn| {
            let (idea, _) = ideas::guarded(conn, &caller.town, &caller.actor, &path, today)?;
            views::of_idea(conn, idea.id)
        })
    })
    .await?;
    json_ok(&BallotListJson { ballots: found.into_iter().map(BallotId::get).collect() })
}

/// `GET /api/v1/ballots/{id}`
pub async fn show(caller: Caller, db: Data<Db>, id: Path<BallotId>) -> JsonResult {
    let (today, id) = (db.clock().now().date(), *id);
    let shape = run(move || db.read(|conn| load(conn, &caller.actor, id, today))).await?;
    json_ok(&shape)
}

/// `POST /api/v1/ideas/{number}/ballots`
pub async fn open(caller: Caller, db: Data<Db>, path: Path<String>, body: JsonBody<RawOpening>) -> JsonResult {
    let today = db.clock().now().date();
    let new = draft::parse(&body.0.ballot, today)?;
    let (version, key) = (body.0.ticket.version.0, body.0.ticket.form_key);
    let shape = run(move || {
        let sent = SentForm { version, key: &key };
        let id = actions::open_ballot(&db, &caller.town, &caller.actor, &path, &new, &sent)?;
        db.read(|conn| load(conn, &caller.actor, id, today))
    })
    .await?;
    created(&format!("/api/v1/ballots/{}", shape.id), &shape)
}

/// A vote was given. Which one, nothing tells.
#[derive(Debug, Serialize, ToSchema)]
pub struct VotedJson {
    /// True.
    pub has_voted: bool,
}

/// `POST /api/v1/ballots/{id}/votes`
pub async fn vote(caller: Caller, db: Data<Db>, id: Path<BallotId>, body: JsonBody<RawVote>) -> JsonResult {
    let (choice, id) = (draft::parse_vote(&body.0)?, *id);
    run(move || actions::cast_vote(&db, &caller.actor, id, choice)).await?;
    json_ok(&VotedJson { has_voted: true })
}

/// Where an idea is now.
#[derive(Debug, Serialize, ToSchema)]
pub struct StateJson {
    /// Public number of the idea.
    pub idea: String,
    /// Word for its state.
    pub state: &'static str,
}

/// `POST /api/v1/ballots/{id}/result`: the ballot gave no answer, back to the proposal.
pub async fn end(caller: Caller, db: Data<Db>, id: Path<BallotId>, body: JsonBody<Ticket>) -> JsonResult {
    let (id, version) = (*id, body.0.version.0);
    let after = run(move || {
        let idea = actions::end_ballot(&db, &caller.town, &caller.actor, id, version)?;
        db.read(|conn| store::load(conn, idea.id))
    })
    .await?;
    json_ok(&StateJson { idea: after.number().to_owned(), state: after.state.as_str() })
}

//! The same moves and desks as JSON.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::my_page::{self, Continued};
use super::take::{Move, Mover, Place, carry_out};
use super::views::{self, DeskRow, LateRow, LateTalk};
use crate::accounts;
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::error::Error;
use crate::groups;
use crate::ideas::actions::Moved;
use crate::ideas::clock;
use crate::kernel::Cursor;
use crate::policy::{self, Action, Standing};
use crate::web::{JsonBody, JsonResult, Query, json_ok, run};

/// Where an idea stands after a move.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovedJson {
    /// Public number.
    pub number: String,
    /// State now.
    pub state: &'static str,
    /// Version now; the next move names it.
    pub version: i64,
}

impl MovedJson {
    pub(in crate::ideas) fn new(number: String, moved: Moved) -> Self {
        Self { number, state: moved.state.as_str(), version: moved.version }
    }
}

/// `POST /api/v1/ideas/{number}/…`, for every move.
pub async fn post<M: Move>(caller: Caller, db: Data<Db>, path: Path<Place>, body: JsonBody<M>) -> JsonResult {
    let (place, raw) = (path.into_inner(), body.0);
    let number = place.number.clone();
    let moved = run(move || {
        let mover = Mover { db: &db, town: &caller.town, actor: &caller.actor, place: &place };
        carry_out(&raw, &mover)
    })
    .await?;
    json_ok(&MovedJson::new(number, moved))
}

/// What waits for one person.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskJson {
    /// What the person is asked to own.
    pub asked_to_own: Vec<AskedToOwnJson>,
    /// Secret ballots in which the person has a vote that is not cast.
    pub asked_to_vote: Vec<AskedToVoteJson>,
    /// Questions to the person.
    pub asked: Vec<AskedJson>,
    /// Hand-overs that the person's groups have to answer.
    pub hand_overs: Vec<HandOverJson>,
    /// Seats of the person that have to tell what was decided.
    pub reports: Vec<OwedReportJson>,
    /// What the person's groups have before them, most urgent first.
    pub ideas: Vec<DeskIdeaJson>,
    /// Where the list of ideas goes on: `?after=`.
    pub next: Option<String>,
}

/// An idea that somebody is asked to own.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedToOwnJson {
    /// Public number.
    pub number: String,
    /// What shall happen.
    pub title: String,
    /// Day by which the first step is taken.
    pub first_step_on: String,
}

/// A secret ballot in which somebody has a vote.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedToVoteJson {
    /// Which.
    pub ballot: i64,
    /// What the idea says shall happen.
    pub title: String,
    /// What is asked.
    pub question: String,
    /// Until when, in RFC 3339.
    pub closes_at: String,
}

/// A question to somebody.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedJson {
    /// Public number of the idea.
    pub number: String,
    /// What shall happen.
    pub title: String,
    /// Number of the inquiry, for answering it.
    pub inquiry: i64,
    /// `question` or `forwarding`.
    pub kind: &'static str,
    /// What is asked.
    pub question: String,
    /// Last day for the answer.
    pub due_on: String,
}

/// A hand-over that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandOverJson {
    /// Public number of the idea.
    pub number: String,
    /// What shall happen.
    pub title: String,
    /// Why it is offered.
    pub reason: String,
}

/// A report that somebody owes those for whom he or she speaks.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwedReportJson {
    /// The seat.
    pub seat: i64,
    /// The group's word in addresses.
    pub group: String,
    /// For whom is spoken there.
    pub represents: String,
    /// Day by which it is owed.
    pub owed_by: String,
}

/// An idea on a desk.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskIdeaJson {
    /// Public number.
    pub number: String,
    /// What shall happen.
    pub title: String,
    /// State.
    pub state: &'static str,
    /// Name of its group.
    pub group: Option<String>,
    /// Day by which the next step is owed.
    pub due_on: Option<String>,
    /// People who support it.
    pub supports: i64,
    /// What whoever carries it out has asked the group for.
    pub help: Option<String>,
}

impl From<DeskRow> for DeskIdeaJson {
    fn from(row: DeskRow) -> Self {
        Self {
            number: row.number.unwrap_or_default(),
            title: row.title,
            state: row.state.as_str(),
            group: row.group,
            due_on: row.due_on.map(|day| day.to_string()),
            supports: row.supports,
            help: row.help,
        }
    }
}

/// What is late, whoever owes it, longest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct LateListJson {
    /// The ideas.
    pub late: Vec<LateJson>,
    /// Comments that moderators should have read.
    pub comments: Option<LateTalkJson>,
    /// Reports that moderators should have decided on.
    pub reports: Option<LateTalkJson>,
    /// Where the list goes on: `?after=`.
    pub next: Option<String>,
}

/// What moderators should have looked at.
#[derive(Debug, Serialize, ToSchema)]
pub struct LateTalkJson {
    /// How many.
    pub count: i64,
    /// By which day the oldest of them was to be looked at.
    pub due_on: String,
}

impl From<LateTalk> for LateTalkJson {
    fn from(talk: LateTalk) -> Self {
        Self { count: talk.count, due_on: talk.due_on.to_string() }
    }
}

/// An idea whose next step is late.
#[derive(Debug, Serialize, ToSchema)]
pub struct LateJson {
    /// Public number.
    pub number: String,
    /// What shall happen; none where not everyone may read it.
    pub title: Option<String>,
    /// State.
    pub state: &'static str,
    /// Name of its group.
    pub group: Option<String>,
    /// `moderators`, `group` or `owner`.
    pub owed_by: Option<&'static str>,
    /// The day that has passed.
    pub due_on: Option<String>,
    /// How the author hears of it: `mail`, `call` (or a letter), `unconfirmed` (nobody has confirmed the
    /// address), `returned` (mails came back) or `nowhere`.
    pub author_reached: &'static str,
}

impl From<LateRow> for LateJson {
    fn from(row: LateRow) -> Self {
        let author_reached = row.author_reached().as_str();
        Self {
            number: row.number.unwrap_or_default(),
            title: row.listed.then_some(row.title),
            state: row.state.as_str(),
            group: row.group,
            owed_by: clock::ower(row.state).map(clock::Ower::as_str),
            due_on: row.due_on.map(|day| day.to_string()),
            author_reached,
        }
    }
}

/// `GET /api/v1/process`
pub async fn process(caller: Caller, db: Data<Db>, query: Query<Continued>) -> JsonResult {
    let (today, after) = (db.clock().now().date(), query.0.cursor()?);
    let actor = caller.actor;
    let (late, [comments, reports]) = run(move || {
        db.read(|conn| {
            let process_seat = actor.person().map(|person| groups::store::is_in_process_group(conn, person, today));
            let process_seat = process_seat.transpose()?.unwrap_or(false);
            let standing = Standing { process_seat, ..accounts::standing::of(conn, &actor)? };
            policy::authorise(&standing, Action::ProcessDeskRead)?;
            Ok((views::late(conn, today, after)?, views::late_talk(conn, today)?))
        })
    })
    .await?;
    json_ok(&LateListJson {
        next: late.next.map(Cursor::encode),
        comments: comments.map(LateTalkJson::from),
        reports: reports.map(LateTalkJson::from),
        late: late.items.into_iter().map(LateJson::from).collect(),
    })
}

/// `GET /api/v1/desk`
pub async fn desk(caller: Caller, db: Data<Db>, query: Query<Continued>) -> JsonResult {
    let person = caller.actor.person().ok_or(Error::SignInNeeded)?;
    let (after, now) = (query.0.cursor()?, db.clock().now());
    let load = move || db.read(|conn| my_page::load(conn, &caller.town.settings.clocks, person, now, after));
    let desk = run(load).await?;
    let to_own = desk.to_own.into_iter().map(|asked| AskedToOwnJson {
        number: asked.number.unwrap_or_default(),
        title: asked.title,
        first_step_on: asked.first_step_on.to_string(),
    });
    let to_tell = desk.to_tell.into_iter().map(|asked| AskedJson {
        number: asked.number.unwrap_or_default(),
        title: asked.title,
        inquiry: asked.id.get(),
        kind: asked.kind.as_str(),
        question: asked.question,
        due_on: asked.due_on.to_string(),
    });
    let to_vote = desk.to_vote.into_iter().map(|asked| AskedToVoteJson {
        ballot: asked.ballot.get(),
        title: asked.title,
        question: asked.question,
        closes_at: asked.closes_at.rfc3339(),
    });
    let offers = desk.offers.into_iter().map(|offer| HandOverJson {
        number: offer.number.unwrap_or_default(),
        title: offer.title,
        reason: offer.reason,
    });
    let reports = desk.to_report.into_iter().map(|seat| OwedReportJson {
        seat: seat.seat.get(),
        group: seat.group,
        represents: seat.represents,
        owed_by: seat.owed_by.to_string(),
    });
    json_ok(&DeskJson {
        asked_to_own: to_own.collect(),
        asked_to_vote: to_vote.collect(),
        asked: to_tell.collect(),
        hand_overs: offers.collect(),
        reports: reports.collect(),
        next: desk.ideas.next.map(Cursor::encode),
        ideas: desk.ideas.items.into_iter().map(DeskIdeaJson::from).collect(),
    })
}

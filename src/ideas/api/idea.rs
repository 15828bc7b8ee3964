//! One idea with everything around it, as its page shows it.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::support::SupportJson;
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::i18n::Texts;
use crate::ideas::lifecycle::State;
use crate::ideas::pages::{Buttons, Happening, buttons, status, timeline};
use crate::ideas::views::{self, Asked, Decision, Detail, Group, Joined, Owner};
use crate::kernel::{Date, Timestamp};
use crate::markup;
use crate::town::Town;
use crate::web::{JsonResult, json_ok, run};

/// An idea.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdeaJson {
    /// Public number.
    pub number: String,
    /// Version; a change names the one it was made for.
    pub version: i64,
    /// What shall happen.
    pub title: String,
    /// Why, in Markdown.
    pub body: String,
    /// The same as HTML that can do no harm.
    pub body_html: String,
    /// Language of the text.
    pub language: String,
    /// Number of the newest version of the text, from 1.
    pub revision: i32,
    /// Name of the author.
    pub author: String,
    /// Theme, once a moderator has set it.
    pub theme: Option<String>,
    /// Part of the area.
    pub area: String,
    /// The need that it answers.
    pub need: Option<String>,
    /// Where it comes from, when it was brought in.
    pub source: Option<String>,
    /// Day on which it was sent.
    pub submitted_on: Option<String>,
    /// Day on which it was published.
    pub published_on: Option<String>,
    /// How it stands.
    pub standing: StandingJson,
    /// The lead group.
    pub group: Option<GroupNameJson>,
    /// How many support it.
    pub support: SupportJson,
    /// Whether the caller follows it.
    pub follows: bool,
    /// Shown comments.
    pub comments: i64,
    /// Who was asked, oldest first.
    pub asked: Vec<InquiryJson>,
    /// The newest ballot, by its id.
    pub ballot: Option<i64>,
    /// The newest decision.
    pub decision: Option<DecisionJson>,
    /// Who carries it out.
    pub owner: Option<OwnerJson>,
    /// What came of it, in one sentence.
    pub result: Option<String>,
    /// The number by which the result is measured.
    pub measure: Option<String>,
    /// Ideas that were joined into this one.
    pub joined_here: Vec<JoinedJson>,
    /// The idea that this one lives on in.
    pub joined_into: Option<JoinedJson>,
    /// What has happened, oldest first; at last what is to come.
    pub timeline: Vec<HappeningJson>,
    /// What the caller can do about it now, beside reading: `edit`, `send_again`, `withdraw`,
    /// `appeal`, `desk`, `screen`, `visibility`.
    pub can: Vec<&'static str>,
}

/// How an idea stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingJson {
    /// Word for its state.
    pub state: &'static str,
    /// Whether a moderator has hidden it.
    pub hidden: bool,
    /// What is going on, in words.
    pub now: String,
    /// Word for the ground on which it was returned or refused.
    pub ground: Option<String>,
    /// Why it was returned, refused, withdrawn or stopped, in words.
    pub reason: Option<String>,
    /// The day that comes, or has passed.
    pub next: Option<NextJson>,
    /// The new day that was given for it.
    pub postponed: Option<PostponedJson>,
    /// Whom to ask, in words.
    pub contact: String,
}

/// A new day for what is owed.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostponedJson {
    /// The day that was promised before.
    pub from: String,
    /// The new day.
    pub to: String,
    /// Why.
    pub reason: String,
}

/// The day on which something is owed or closes.
#[derive(Debug, Serialize, ToSchema)]
pub struct NextJson {
    /// The day, as `2026-02-24`.
    pub on: String,
    /// What is due, in words.
    pub what: String,
    /// Who owes it, in words.
    pub who: String,
    /// Whether it should have been done.
    pub is_late: bool,
}

/// A group by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupNameJson {
    /// Its word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
}

/// A question to somebody, or a handing on to a body outside.
#[derive(Debug, Serialize, ToSchema)]
pub struct InquiryJson {
    /// Which.
    pub id: i64,
    /// Who was asked.
    pub name: String,
    /// What was asked.
    pub question: String,
    /// Last day for the answer.
    pub due_on: Option<String>,
    /// What was answered.
    pub answer: Option<String>,
    /// Day of the answer.
    pub answered_on: Option<String>,
}

/// What the lead group decided.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionJson {
    /// `yes`, `partly` or `no`.
    pub outcome: &'static str,
    /// `own`, or `recommendation` to somebody who decides.
    pub kind: String,
    /// What will happen, in Markdown.
    pub what: String,
    /// Why, in Markdown.
    pub reasons: String,
    /// On which conditions.
    pub conditions: Option<String>,
    /// What would change the answer.
    pub would_change: Option<String>,
    /// What can be done instead.
    pub instead: Option<String>,
    /// What children said, and how it was weighed.
    pub children: Option<String>,
    /// Who was of another opinion.
    pub dissent: Option<String>,
    /// Day of the first step.
    pub first_step_on: Option<String>,
    /// The ballot that it rests on, by its id.
    pub ballot: Option<i64>,
    /// Day of the decision.
    pub decided_on: String,
}

/// Who carries an idea out.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnerJson {
    /// Organisation.
    pub organisation: String,
    /// Day of the first step.
    pub first_step_on: Option<String>,
}

/// Another idea that this one was joined with.
#[derive(Debug, Serialize, ToSchema)]
pub struct JoinedJson {
    /// Public number.
    pub number: String,
    /// What shall happen.
    pub title: String,
}

/// Something that happened, or is to come.
#[derive(Debug, Serialize, ToSchema)]
pub struct HappeningJson {
    /// Word for the kind of event; `next` for what is to come.
    pub kind: &'static str,
    /// The day.
    pub on: String,
    /// What happened, in words.
    pub text: String,
    /// What was said with it.
    pub words: Option<String>,
}

/// `GET /api/v1/ideas/{number}`
pub async fn show(caller: Caller, db: Data<Db>, path: Path<String>) -> JsonResult {
    let today = db.clock().now().date();
    let Caller { actor, texts, town } = caller;
    let asker = town.clone();
    let detail = run(move || db.read(|conn| views::detail(conn, &asker, &actor, &path, None, today))).await?;
    json_ok(&shape(texts, &town, detail, today))
}

fn shape(texts: Texts, town: &Town, detail: Detail, today: Date) -> IdeaJson {
    let status = status(texts, town, &detail, today);
    let timeline = timeline(texts, &detail, status.deadline.as_ref(), today);
    let can = can(&buttons(&detail.viewer.standing, &detail, &town.settings, today));
    let owner = detail.parts.owner().map(OwnerJson::from);
    let idea = detail.idea;
    IdeaJson {
        number: idea.number().to_owned(),
        version: idea.version,
        body_html: markup::render(&idea.body).as_str().to_owned(),
        revision: idea.revision,
        submitted_on: detail.more.submitted_at.map(day_of),
        published_on: idea.published_at.map(day_of),
        standing: StandingJson {
            state: idea.state.as_str(),
            hidden: idea.hidden,
            now: status.now,
            ground: detail.more.ground.filter(|_| matches!(idea.state, State::Returned | State::Refused)),
            reason: written(status.reason),
            next: status.next.map(|next| NextJson {
                on: next.on.to_string(),
                what: next.label,
                who: next.who,
                is_late: next.is_late,
            }),
            postponed: status.postponed.map(|postponed| PostponedJson {
                from: postponed.from.to_string(),
                to: postponed.to.to_string(),
                reason: postponed.reason,
            }),
            contact: status.contact,
        },
        group: detail.group.map(GroupNameJson::from),
        support: SupportJson {
            count: idea.support_count,
            goal: idea.support_goal,
            closes_on: idea.closes_on.map(day),
            supports: detail.viewer.supports,
        },
        follows: detail.viewer.follows,
        comments: detail.more.comment_count,
        asked: detail.parts.asked.into_iter().map(InquiryJson::from).collect(),
        ballot: detail.ballot.map(|ballot| ballot.id),
        decision: detail.decision.map(DecisionJson::from),
        owner,
        need: detail.notes.need,
        source: detail.notes.source,
        result: detail.notes.result,
        measure: detail.notes.measure,
        joined_here: detail.parts.joined_here.into_iter().map(JoinedJson::from).collect(),
        joined_into: detail.parts.joined_into.map(JoinedJson::from),
        timeline: timeline.into_iter().map(HappeningJson::from).collect(),
        can,
        title: idea.title,
        body: idea.body,
        language: idea.language,
        author: idea.author_name,
        theme: idea.theme,
        area: idea.area,
    }
}

fn can(buttons: &Buttons) -> Vec<&'static str> {
    let ways = [
        (buttons.edit, "edit"),
        (buttons.send_again, "send_again"),
        (buttons.withdraw, "withdraw"),
        (buttons.appeal, "appeal"),
        (buttons.grade, "grade"),
        (buttons.desk, "desk"),
        (buttons.screen, "screen"),
        (buttons.visibility, "visibility"),
    ];
    ways.into_iter().filter_map(|(may, word)| may.then_some(word)).collect()
}

fn day(day: Date) -> String {
    day.to_string()
}

fn day_of(at: Timestamp) -> String {
    at.date().to_string()
}

fn written(words: String) -> Option<String> {
    Some(words).filter(|words| !words.is_empty())
}

impl From<Group> for GroupNameJson {
    fn from(group: Group) -> Self {
        Self { slug: group.slug, name: group.name }
    }
}

impl From<Asked> for InquiryJson {
    fn from(asked: Asked) -> Self {
        Self {
            id: asked.id,
            name: asked.name,
            question: asked.question,
            due_on: asked.due_on.map(day),
            answer: asked.answer,
            answered_on: asked.answered_at.map(day_of),
        }
    }
}

impl From<Decision> for DecisionJson {
    fn from(decision: Decision) -> Self {
        Self {
            outcome: decision.outcome.as_str(),
            kind: decision.kind,
            what: decision.what,
            reasons: decision.reasons,
            conditions: decision.conditions,
            would_change: decision.would_change,
            instead: decision.instead,
            children: decision.children,
            dissent: decision.dissent,
            first_step_on: decision.first_step_on.map(day),
            ballot: decision.ballot_id,
            decided_on: decision.decided_on.to_string(),
        }
    }
}

impl From<&Owner> for OwnerJson {
    fn from(owner: &Owner) -> Self {
        Self { organisation: owner.organisation.clone(), first_step_on: owner.first_step_on.map(day) }
    }
}

impl From<Joined> for JoinedJson {
    fn from(joined: Joined) -> Self {
        Self { number: joined.number, title: joined.title }
    }
}

impl From<Happening> for HappeningJson {
    fn from(happening: Happening) -> Self {
        Self { kind: happening.kind, on: happening.datetime, text: happening.text, words: written(happening.words) }
    }
}

//! Ideas that wait, and whether an idea is shown.

use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::{ChoiceJson, choice};
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::groups::routing::Reason;
use crate::i18n::Texts;
use crate::ideas::lifecycle::{CommandKind, Ground, offers};
use crate::ideas::similar;
use crate::ideas::store::{self as ideas, Idea};
use crate::kernel::Date;
use crate::moderation::verdict::{self, Choice, RawVerdict};
use crate::moderation::views::{self, IdeaCase, VisibilityCase};
use crate::moderation::{actions, flags};
use crate::search::Search;
use crate::town::Town;
use crate::web::{JsonBody, JsonResult, json_ok, run};

/// An idea as a moderator reads it.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdeaCaseJson {
    /// Public number.
    pub number: String,
    /// Version, for a decision.
    pub version: i64,
    /// State.
    pub state: &'static str,
    /// Title.
    pub title: String,
    /// The text, in Markdown.
    pub body: String,
    /// Language of the text.
    pub language: String,
    /// Part of the area.
    pub area: String,
    /// `own`, `assisted`, `dialogue` or `import`.
    pub origin: String,
    /// Last day for reading it.
    pub due_on: Option<String>,
    /// Signs to look at.
    pub flags: Vec<&'static str>,
    /// Why the author wants a refusal judged again.
    pub appeal: Option<String>,
    /// Public ideas that say something alike.
    pub look_alikes: Vec<LookAlikeJson>,
    /// The groups that should answer, the best first; none when that would be a guess.
    pub suggestions: Vec<SuggestionJson>,
    /// Why no group is suggested, in words.
    pub unsure: Option<String>,
    /// What can be done now, and on which grounds.
    pub choices: Vec<ChoiceJson>,
}

/// A public idea that says something alike.
#[derive(Debug, Serialize, ToSchema)]
pub struct LookAlikeJson {
    /// Public number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Words that both share.
    pub shared: Vec<String>,
    /// The same in a sentence, with the place when both are about the same.
    pub reason: String,
}

/// Who should answer, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestionJson {
    /// Word of the group in addresses.
    pub group: String,
    /// Word of its theme.
    pub theme: Option<String>,
    /// How many times of a hundred a moderator chooses this group when as much speaks for it, at most 95.
    pub percent: u8,
    /// `sure` from 80 per cent, `likely` from 50, or `possible`.
    pub confidence: &'static str,
    /// Why, in words.
    pub reasons: Vec<String>,
}

/// Whether an idea is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct VisibilityJson {
    /// Public number.
    pub number: String,
    /// Version, for a decision.
    pub version: i64,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The ground on which it was hidden.
    pub ground: Option<String>,
    /// The moderator's words.
    pub words: Option<String>,
}

/// An idea after a decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecidedJson {
    /// Public number.
    pub number: String,
    /// Version now.
    pub version: i64,
    /// State now.
    pub state: &'static str,
    /// Whether it is hidden now.
    pub hidden: bool,
}

/// `GET /api/v1/moderation/ideas/{number}`
pub async fn show(caller: Caller, db: Data<Db>, search: Data<Search>, number: Path<String>) -> JsonResult {
    let (today, texts, town) = (db.clock().now().date(), caller.texts, caller.town.clone());
    let case = run(move || db.read(|conn| views::idea(conn, &search, &caller.actor, &number, today))).await?;
    json_ok(&idea_json(case, &town, texts, today))
}

fn idea_json(case: IdeaCase, town: &Town, texts: Texts, today: Date) -> IdeaCaseJson {
    let row = case.row;
    let refusable = verdict::refusal_grounds(row.returned_before, town, today);
    let choices = offers(row.idea.state).into_iter().filter_map(|kind| match kind {
        CommandKind::Publish => Some(choice(Choice::Publish, &[])),
        CommandKind::Return => Some(choice(Choice::Return, Ground::ALL)),
        CommandKind::Refuse => Some(choice(Choice::Refuse, &refusable)),
        _ => None,
    });
    let look_alikes = case.look_alikes.into_iter().map(|other| {
        let place = similar::common_place(texts, &other.area, &row.idea.area, &row.idea.title);
        LookAlikeJson {
            number: other.number.unwrap_or_default(),
            title: other.title,
            reason: similar::reason(texts, &other.shared, place.as_deref()),
            shared: other.shared,
        }
    });
    let in_words = |why: Reason| texts.say_with(why.key, &why.args).into_owned();
    let advice = case.suggested.advice;
    let suggestions = advice.suggestions.into_iter().map(|one| SuggestionJson {
        reasons: one.reasons.into_iter().map(in_words).collect(),
        group: one.slug,
        theme: one.theme,
        percent: one.percent,
        confidence: one.confidence.as_str(),
    });
    let found = flags::of_idea(&row.idea.title, &row.idea.body, &row.idea.language);
    IdeaCaseJson {
        number: row.idea.number().to_owned(),
        version: row.idea.version,
        state: row.idea.state.as_str(),
        due_on: row.idea.due_on.map(|day| day.to_string()),
        flags: found.into_iter().map(flags::Flag::as_str).collect(),
        appeal: row.appeal.map(|appeal| appeal.reason),
        look_alikes: look_alikes.collect(),
        suggestions: suggestions.collect(),
        unsure: advice.doubt.map(in_words),
        choices: choices.collect(),
        title: row.idea.title,
        body: row.idea.body,
        language: row.idea.language,
        area: row.idea.area,
        origin: row.origin,
    }
}

/// `POST /api/v1/moderation/ideas/{number}`
pub async fn decide(caller: Caller, db: Data<Db>, number: Path<String>, body: JsonBody<RawVerdict>) -> JsonResult {
    let decided = run(move || {
        let raw = body.0;
        let verdict = verdict::of_idea(&raw, &caller.town)?;
        actions::screen_idea(&db, &caller.town, &caller.actor, &number, &raw.sent(), &verdict)?;
        db.read(|conn| ideas::load_by_number(conn, &number))
    });
    json_ok(&DecidedJson::from(decided.await?))
}

impl From<Idea> for DecidedJson {
    fn from(idea: Idea) -> Self {
        Self {
            number: idea.number().to_owned(),
            version: idea.version,
            state: idea.state.as_str(),
            hidden: idea.hidden,
        }
    }
}

/// `GET /api/v1/moderation/ideas/{number}/visibility`
pub async fn show_visibility(caller: Caller, db: Data<Db>, number: Path<String>) -> JsonResult {
    let today = db.clock().now().date();
    let case = run(move || db.read(|conn| views::visibility(conn, &caller.actor, &number, today))).await?;
    json_ok(&VisibilityJson::from(case))
}

impl From<VisibilityCase> for VisibilityJson {
    fn from(case: VisibilityCase) -> Self {
        let (ground, words) = case.hiding.map_or((None, None), |hiding| (hiding.ground, hiding.words));
        Self {
            number: case.idea.number().to_owned(),
            version: case.idea.version,
            hidden: case.idea.hidden,
            ground,
            words,
        }
    }
}

/// `POST /api/v1/moderation/ideas/{number}/visibility`
pub async fn decide_visibility(
    caller: Caller,
    db: Data<Db>,
    number: Path<String>,
    body: JsonBody<RawVerdict>,
) -> JsonResult {
    let decided = run(move || {
        let raw = body.0;
        let visibility = verdict::of_visibility(&raw)?;
        actions::change_visibility(&db, &caller.actor, &number, &raw.sent(), &visibility)?;
        db.read(|conn| ideas::load_by_number(conn, &number))
    });
    json_ok(&DecidedJson::from(decided.await?))
}

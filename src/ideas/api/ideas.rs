//! Finding ideas, and sending one.

use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::extract::Caller;
use crate::db::{Db, sent_forms};
use crate::error::{Code, Error, FieldErrors, Result};
use crate::ideas::actions;
use crate::ideas::draft::{self, RawIdea};
use crate::ideas::find::{self, Found, FoundIdea};
use crate::ideas::list_query::{ListQuery, RawListQuery};
use crate::kernel::text::TextFault;
use crate::kernel::token::random_token;
use crate::kernel::{Actor, Cursor};
use crate::markup;
use crate::search::{Facet, Facets, Matched, Piece, Place, Search};
use crate::town::Town;
use crate::web::limits::Limits;
use crate::web::{JsonBody, JsonResult, Peer, Query, created, json_ok, run};

/// Characters of the summary of an idea in a list.
const SUMMARY_LIMIT: usize = 300;
/// Least characters of a key without an account: 128 bits of chance as URL-safe text.
const LEAST_KEY: usize = 22;

/// One page of a list of ideas.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdeaListJson {
    /// The ideas, at most 20.
    pub ideas: Vec<CardJson>,
    /// How many there are on all pages; none while that is not known.
    pub total: Option<i64>,
    /// What `cursor` has to be for the next page; none on the last.
    pub next: Option<String>,
    /// How well they match the words: `all`, `nearly` (marks on letters and misspellings are
    /// forgiven) or `some` (of the words).
    pub matched: &'static str,
    /// How many match as `matched` says, when others that match less follow behind them.
    pub exact: Option<usize>,
    /// What may have been meant instead, as it could be asked; only when little was found.
    pub meant: Option<String>,
    /// What the list can be narrowed by, as far as that is counted, in the order of the page.
    pub facets: Vec<FacetJson>,
    /// Whether the index is being built anew, so that something may be missing.
    pub rebuilding: bool,
}

/// Something that a list can be narrowed by.
#[derive(Debug, Serialize, ToSchema)]
pub struct FacetJson {
    /// Its name in the address.
    pub name: &'static str,
    /// Its values that some idea has, the most frequent first.
    pub values: Vec<FacetValueJson>,
}

/// A value that a list can be narrowed to.
#[derive(Debug, Serialize, ToSchema)]
pub struct FacetValueJson {
    /// The value in the address.
    pub value: String,
    /// How many ideas have it, beside everything chosen under other names.
    pub count: usize,
}

fn facets_json(facets: &Facets) -> Vec<FacetJson> {
    let facet = |facet: Facet| {
        let values = facets.values(facet).map(|(value, count)| FacetValueJson { value: value.to_owned(), count });
        let mut values: Vec<FacetValueJson> = values.filter(|value| value.count > 0).collect();
        values.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.value.cmp(&other.value)));
        FacetJson { name: facet.name(), values }
    };
    Facet::ALL.into_iter().map(facet).filter(|facet| !facet.values.is_empty()).collect()
}

/// An idea in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CardJson {
    /// Public number.
    pub number: String,
    /// What shall happen.
    pub title: String,
    /// The beginning of the text, without Markdown.
    pub summary: String,
    /// Language of title and text.
    pub language: String,
    /// Word for its state.
    pub state: &'static str,
    /// Theme.
    pub theme: Option<String>,
    /// Part of the area.
    pub area: String,
    /// Name of the lead group.
    pub group: Option<String>,
    /// People who support it.
    pub supports: i64,
    /// People needed before the lead group must answer.
    pub goal: i64,
    /// Shown comments.
    pub comments: i64,
    /// Last day for support, as `2026-02-24`.
    pub closes_on: Option<String>,
    /// Day on which it was published.
    pub published_on: Option<String>,
    /// Day on which something last happened.
    pub changed_on: String,
    /// The title in runs, with the words that were looked for.
    pub title_runs: Vec<RunJson>,
    /// The part of the text that matched, in runs; empty without words to look for.
    pub excerpt: Vec<RunJson>,
    /// The language of that part as a code; empty without one.
    pub excerpt_language: String,
    /// Where that part stands: `text`, `decision`, `inquiry` (a question to somebody, or the answer),
    /// `progress`, `result`, `step` (the reason of one), `comment` or `answer` (to a comment).
    pub found_in: &'static str,
    /// The path of the page of the idea, at that place.
    pub path: String,
}

/// A run of text.
#[derive(Debug, Serialize, ToSchema)]
pub struct RunJson {
    /// The text as it is.
    pub text: String,
    /// Whether this is a word that was looked for.
    pub matched: bool,
}

impl From<Piece> for RunJson {
    fn from(piece: Piece) -> Self {
        Self { text: piece.text, matched: piece.marked }
    }
}

impl From<FoundIdea> for CardJson {
    fn from(found: FoundIdea) -> Self {
        let path = found.address();
        let FoundIdea { card, title, excerpt, excerpt_language, place } = found;
        Self {
            path,
            excerpt_language,
            found_in: match place {
                Place::Text => "text",
                Place::Decision => "decision",
                Place::Inquiry => "inquiry",
                Place::Progress => "progress",
                Place::Result => "result",
                Place::Step => "step",
                Place::Ballot => "ballot",
                Place::Comment { in_answer: true, .. } => "answer",
                Place::Comment { .. } => "comment",
            },
            number: card.number.unwrap_or_default(),
            title: card.title,
            summary: markup::excerpt(&card.body, SUMMARY_LIMIT),
            language: card.language,
            state: card.state.as_str(),
            theme: card.theme,
            area: card.area,
            group: card.group,
            supports: card.support_count,
            goal: card.support_goal,
            comments: card.comment_count,
            closes_on: card.closes_on.map(|day| day.to_string()),
            published_on: card.published_at.map(|at| at.date().to_string()),
            changed_on: card.last_event_at.date().to_string(),
            title_runs: title.into_iter().map(RunJson::from).collect(),
            excerpt: excerpt.into_iter().map(RunJson::from).collect(),
        }
    }
}

impl From<Found> for IdeaListJson {
    fn from(found: Found) -> Self {
        Self {
            ideas: found.ideas.into_iter().map(CardJson::from).collect(),
            total: found.total,
            next: found.next.map(Cursor::encode),
            matched: match found.matched {
                Matched::All => "all",
                Matched::Nearly => "nearly",
                Matched::Some => "some",
            },
            exact: found.exact,
            meant: found.meant,
            facets: facets_json(&found.facets),
            rebuilding: found.rebuilding,
        }
    }
}

/// `GET /api/v1/ideas`
pub async fn list(caller: Caller, db: Data<Db>, search: Data<Search>, raw: Query<RawListQuery>) -> JsonResult {
    let query = ListQuery::parse(&raw.0, &caller.town)?;
    let today = db.clock().now().date();
    let found = run(move || find::find(&db, &search, &query, today)).await?;
    json_ok(&IdeaListJson::from(found))
}

/// An idea that was sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptJson {
    /// Public number of the idea.
    pub number: String,
    /// What opens it together with the number; none with an account, which opens it by itself.
    pub receipt_code: Option<String>,
    /// Day by which a moderator has read it; none when that has been done.
    pub read_by: Option<String>,
}

/// `POST /api/v1/ideas`
pub async fn create(
    caller: Caller,
    db: Data<Db>,
    limits: Data<Limits>,
    peer: Peer,
    body: JsonBody<RawIdea>,
) -> JsonResult {
    let Caller { actor, texts, town } = caller;
    let new = draft::parse(&body.0, &town)?;
    let token = sending(&town, &actor, &body.0.form_key)?;
    if new.email().is_some() && actor.person().is_none() {
        // A mail will go to an address that somebody typed.
        limits.sign_in(peer)?;
    }
    let receipt = run(move || actions::create(&db, &town, &actor, &token, &new, texts.locale())).await?;
    let shape = ReceiptJson {
        receipt_code: actor.person().is_none().then_some(receipt.code),
        read_by: receipt.read_by.map(|day| day.to_string()),
        number: receipt.number,
    };
    created(&format!("/api/v1/ideas/{}", shape.number), &shape)
}

/// The name under which a sending is remembered. With an account a key counts for that person
/// only. Without one, whoever knows the key is given the receipt code again, and the code opens
/// the idea: so it must be as hard to guess.
fn sending(town: &Town, actor: &Actor, key: &str) -> Result<String> {
    if key.is_empty() {
        return Ok(random_token(&town.random));
    }
    if key.len() > sent_forms::FORM_KEY_LIMIT {
        return Err(Error::refused(Code::MalformedBody));
    }
    if let Some(person) = actor.person() {
        return Ok(town.key.hash("sending", &[&person.to_string(), key]));
    }
    let mut errors = FieldErrors::default();
    let short = key.chars().count() < LEAST_KEY;
    let long_enough = if short { Err(TextFault::TooShort { least: LEAST_KEY }) } else { Ok(()) };
    let name = errors.text("form_key", long_enough).map(|()| town.key.hash("sending", &["", key]));
    errors.finish(name)
}

//! `GET /ideas/{number}/desk`: one idea, and everything that the reader can do about it now.
//! `GET /ideas/{number}/ownership`: the question to whoever is asked to own it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::form::{Control, MoveForm, SentBack};
use super::{MoveKind, Situation, fields, moves, owner_page, views};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::i18n::Texts;
use crate::ideas::clock::{self, Ower};
use crate::ideas::lifecycle::{CommandKind, offers};
use crate::ideas::pages::{state_word, tag_class};
use crate::ideas::similar::{self, SimilarIdea};
use crate::ideas::store::ownerships::OwnershipState;
use crate::journal::{self, Event};
use crate::kernel::{Date, IdeaId};
use crate::markup::{self, SafeHtml};
use crate::policy::{self, Action};
use crate::search::Search;
use crate::web::{self, Frame, Obstacle, PageResult, Query, Visit};

/// Events that are looked through for the group's reason.
const MOST_EVENTS: i64 = 100;

/// The head of the pages about one idea.
pub(super) struct Head {
    pub(super) number: String,
    pub(super) path: String,
    pub(super) title: String,
    pub(super) language: String,
    pub(super) state: String,
    pub(super) tag_class: &'static str,
    pub(super) body: SafeHtml,
}

/// A line of what is known: what, and what it is.
type Fact = (String, String);

#[derive(Template)]
#[template(path = "groups/idea_desk.html")]
struct DeskPage {
    frame: Frame,
    head: Head,
    facts: Vec<Fact>,
    late: String,
    notices: Vec<String>,
    triage: Vec<MoveForm>,
    others: Vec<MoveForm>,
    /// Where the ballot of the idea is, while it waits for one.
    ballot_path: Option<String>,
    may_open_ballot: bool,
    errors: Vec<(String, String)>,
    obstacle: Option<Obstacle>,
}

#[derive(Template)]
#[template(path = "groups/ownership.html")]
struct OwnershipPage {
    frame: Frame,
    head: Head,
    group: String,
    reason: String,
    organisation: String,
    first_step_on: String,
    form: Option<MoveForm>,
    /// What was answered before, when there is nothing to answer any more.
    answered: String,
    errors: Vec<(String, String)>,
    obstacle: Option<Obstacle>,
}

/// What of the desk is open at first, as a mail about one thing to do asks.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Opened {
    pub(super) open: Option<String>,
}

/// `GET /ideas/{number}/desk`
pub async fn desk(
    visit: Visit,
    db: Data<Db>,
    search: Data<Search>,
    path: Path<String>,
    query: Query<Opened>,
) -> PageResult {
    let situation = load(&visit, &db, path.into_inner()).await?;
    // A move that cannot be made any more opens nothing: the idea has moved on since the mail.
    let open = query.0.open.and_then(|word| word.parse::<MoveKind>().ok());
    let targets = possible_targets(&visit, &db, &search, &situation).await?;
    show_desk(&visit, &situation, StatusCode::OK, Show { sent: None, open, targets })
}

/// `GET /ideas/{number}/ownership`
pub async fn ownership(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let situation = load(&visit, &db, path.into_inner()).await?;
    policy::authorise(&situation.standing, Action::OwnershipAnswer)?;
    let reason = group_reason(&db, situation.idea.id).await?;
    show_ownership(&visit, &situation, reason, StatusCode::OK, None)
}

/// Shows the page of a form again, with its words and what is wrong with them.
pub(super) async fn show_again(
    visit: Visit,
    (db, search): (Data<Db>, Data<Search>),
    number: String,
    sent: SentBack,
) -> PageResult {
    let situation = load(&visit, &db, number).await?;
    if sent.kind.is_of_the_owner() && situation.standing.owner && !situation.standing.lead {
        return owner_page::show_again(&visit, &situation, &sent);
    }
    if sent.kind == MoveKind::AnswerOwnership {
        let reason = group_reason(&db, situation.idea.id).await?;
        return show_ownership(&visit, &situation, reason, sent.errors.status(), Some(&sent));
    }
    let targets = possible_targets(&visit, &db, &search, &situation).await?;
    show_desk(&visit, &situation, sent.errors.status(), Show { sent: Some(&sent), open: None, targets })
}

pub(super) async fn load(visit: &Visit, db: &Data<Db>, number: String) -> Result<Situation> {
    let (db, actor, today) = (db.clone(), visit.actor, visit.today);
    web::run(move || db.read(|conn| views::situation(conn, &actor, &number, today))).await
}

/// Why the group took the idea forward, in its own words.
async fn group_reason(db: &Data<Db>, idea: IdeaId) -> Result<String> {
    let db = db.clone();
    let events = web::run(move || db.read(|conn| journal::of_idea(conn, idea, false, MOST_EVENTS))).await?;
    let reasons = events.into_iter().rev().find_map(|row| match row.event {
        Event::TakenForward { reason, .. } => Some(reason),
        _ => None,
    });
    Ok(reasons.unwrap_or_default())
}

/// Public ideas that this one could live on in, the most alike first; none where it cannot be joined.
async fn possible_targets(
    visit: &Visit,
    db: &Data<Db>,
    search: &Data<Search>,
    situation: &Situation,
) -> Result<Vec<SimilarIdea>> {
    let moves = moves::possible(situation, &visit.actor, &visit.town.settings.clocks, visit.today);
    if !moves.contains(&MoveKind::Merge) {
        return Ok(Vec::new());
    }
    let (db, search, texts, idea) = (db.clone(), search.clone(), visit.texts, situation.idea.clone());
    let mut alike = web::run(move || similar::like_idea(&db, &search, texts, &idea)).await?;
    alike.retain(|other| other.card.state.takes_others());
    Ok(alike)
}

/// What the forms of a desk are shown with.
struct Show<'a> {
    sent: Option<&'a SentBack>,
    /// The one that is shown open.
    open: Option<MoveKind>,
    /// What an idea may be joined into.
    targets: Vec<SimilarIdea>,
}

fn show_desk(visit: &Visit, situation: &Situation, status: StatusCode, show: Show<'_>) -> PageResult {
    let sent = show.sent;
    let clocks = &visit.town.settings.clocks;
    let mut possible = moves::possible(situation, &visit.actor, clocks, visit.today);
    // A form that came back is shown even if the idea has moved on meanwhile: its words are kept.
    possible.extend(sent.map(|sent| sent.kind).filter(|kind| !possible.contains(kind)));
    let mut forms: Vec<MoveForm> = possible.iter().map(|kind| form(visit, *kind, situation, sent)).collect();
    if let Some(merge) = forms.iter_mut().find(|form| form.kind == MoveKind::Merge) {
        merge.targets = show.targets;
    }
    let alone = forms.len() == 1;
    for form in forms.iter_mut().filter(|form| alone || Some(form.kind) == show.open) {
        form.open = true;
    }
    let errors = forms.iter().flat_map(MoveForm::errors).collect();
    let (triage, others) = forms.into_iter().partition(|form| form.kind.is_triage());
    let texts = visit.texts;
    let page = DeskPage {
        frame: visit.frame(texts.say1("desk-idea-title", "title", &situation.idea.title)),
        head: head(texts, situation),
        facts: facts(texts, situation, visit.today),
        late: late(texts, situation, visit.today),
        notices: notices(texts, situation, visit.today),
        triage,
        others,
        ballot_path: situation.newest_ballot.map(|ballot| format!("/ballots/{ballot}")),
        may_open_ballot: policy::allows(&situation.standing, Action::BallotOpen)
            && offers(situation.idea.state).contains(&CommandKind::OpenBallot),
        errors,
        obstacle: obstacle(sent),
    };
    web::page(visit, status, &page)
}

pub(super) fn obstacle(sent: Option<&SentBack>) -> Option<Obstacle> {
    sent.and_then(|sent| sent.errors.obstacle()).cloned()
}

fn show_ownership(
    visit: &Visit,
    situation: &Situation,
    reason: String,
    status: StatusCode,
    sent: Option<&SentBack>,
) -> PageResult {
    let texts = visit.texts;
    let owner = situation.owner.as_ref().filter(|owner| Some(owner.person) == visit.actor.person());
    let owner = owner.ok_or(Error::NotFound)?;
    let asked = owner.state == OwnershipState::Asked;
    let mut form = asked.then(|| form(visit, MoveKind::AnswerOwnership, situation, sent));
    if let Some(form) = &mut form {
        form.open = true;
    }
    let page = OwnershipPage {
        frame: visit.frame(texts.say("desk-ownership-title")),
        head: head(texts, situation),
        group: situation.group_name(situation.idea.group_id).to_owned(),
        reason,
        organisation: owner.organisation.clone(),
        first_step_on: texts.date(owner.first_step_on),
        errors: form.as_ref().map(MoveForm::errors).unwrap_or_default(),
        form,
        obstacle: obstacle(sent),
        answered: if asked { String::new() } else { texts.say(&format!("desk-owner-{}", owner.state)).into_owned() },
    };
    web::page(visit, status, &page)
}

pub(super) fn form(visit: &Visit, kind: MoveKind, situation: &Situation, sent: Option<&SentBack>) -> MoveForm {
    let (texts, specs) = (visit.texts, fields::of(visit.texts, kind, situation));
    let this = (situation.idea.version, visit.form_key());
    MoveForm::new(texts, kind, fields::address(kind, situation), specs, sent, this)
}

pub(super) fn head(texts: Texts, situation: &Situation) -> Head {
    let idea = &situation.idea;
    Head {
        number: idea.number().to_owned(),
        path: idea.path(),
        title: idea.title.clone(),
        language: idea.language.clone(),
        state: state_word(texts, idea.state),
        tag_class: tag_class(idea.state),
        body: markup::render(&idea.body),
    }
}

fn facts(texts: Texts, situation: &Situation, today: Date) -> Vec<Fact> {
    let idea = &situation.idea;
    let mut facts = Vec::new();
    let mut add = |key: &str, words: String| facts.push((texts.say(key).into_owned(), words));
    if idea.group_id.is_some() {
        add("desk-fact-group", situation.group_name(idea.group_id).to_owned());
    }
    if let Some(due) = idea.due_on {
        add("desk-fact-due", texts.date(due));
    }
    let supports = texts.say2("desk-fact-supports-of", "count", idea.support_count, "goal", idea.support_goal);
    add("desk-fact-supports", supports.into_owned());
    add("desk-fact-comments", texts.number(situation.comments));
    add("desk-fact-since", texts.date_near(idea.state_since.date(), today));
    if let Some(owner) = &situation.owner {
        let silent = owner.state == OwnershipState::Declined && !may_know_why(situation);
        let key = if silent { "desk-owner-said-no".to_owned() } else { format!("desk-owner-is-{}", owner.state) };
        let values = [
            ("name", owner.name.clone()),
            ("organisation", owner.organisation.clone()),
            ("date", texts.date_near(owner.first_step_on, today)),
            ("reason", owner.reason.clone().unwrap_or_default()),
        ];
        add("desk-fact-owner", texts.say_with(&key, &values).into_owned());
    }
    facts
}

/// Whether the reader may know why somebody said no: that is told to the group and to those who
/// watch over it.
fn may_know_why(situation: &Situation) -> bool {
    let standing = &situation.standing;
    standing.member || standing.lead || policy::allows(standing, Action::ProcessDeskRead)
}

pub(super) fn late(texts: Texts, situation: &Situation, today: Date) -> String {
    match clock::missed(situation.idea.state, situation.idea.due_on, today) {
        Some(due) if clock::ower(situation.idea.state) == Some(Ower::Moderators) => {
            late_words(texts, due, &texts.say("the-moderators"), today)
        }
        Some(due) => {
            let carries = situation.owner.as_ref().filter(|owner| owner.state == OwnershipState::Accepted);
            let carries = carries.filter(|_| clock::ower(situation.idea.state) == Some(Ower::Owner));
            let group = situation.group_name(situation.idea.group_id);
            late_words(texts, due, carries.map_or(group, |owner| &owner.organisation), today)
        }
        None => String::new(),
    }
}

/// What is late, since when, and who owes it.
pub(super) fn late_words(texts: Texts, due: Date, group: &str, today: Date) -> String {
    let values = [
        ("date", texts.date_near(due, today)),
        ("group", group.to_owned()),
        ("count", today.days_since(due).to_string()),
    ];
    texts.say_with("desk-late", &values).into_owned()
}

/// What is for the group, for whoever needs its help and for those who watch over it, and for nobody else.
fn for_the_group(texts: Texts, situation: &Situation, today: Date) -> Vec<String> {
    let mut notices = Vec::new();
    if let Some(help) = situation.help.as_ref().filter(|_| situation.standing.owner || may_know_why(situation)) {
        let values = [("need", help.need.clone()), ("date", texts.date_near(help.asked_at.date(), today))];
        notices.push(texts.say_with("desk-help-asked", &values).into_owned());
    }
    if let Some(says) = situation.graded.as_ref().filter(|_| may_know_why(situation)) {
        let grade = texts.say(&format!("grade-{}", says.grade));
        let words = says.words.clone().unwrap_or_default();
        let key = if words.is_empty() {
            format!("desk-says-{}", says.question)
        } else {
            format!("desk-says-{}-words", says.question)
        };
        notices.push(texts.say_with(&key, &[("grade", grade.into_owned()), ("words", words)]).into_owned());
    }
    notices
}

/// What waits, and what has to be thought of.
fn notices(texts: Texts, situation: &Situation, today: Date) -> Vec<String> {
    let mut notices = Vec::new();
    let watches = policy::allows(&situation.standing, Action::ProcessDeskRead);
    if watches && clock::missed(situation.idea.state, situation.idea.due_on, today).is_some() {
        notices.push(texts.say("desk-late-watch").into_owned());
    }
    notices.extend(for_the_group(texts, situation, today));
    if let Some(offer) = &situation.offer {
        let values = [
            ("from", situation.group_name(Some(offer.from)).to_owned()),
            ("to", situation.group_name(Some(offer.to)).to_owned()),
            ("reason", offer.reason.clone()),
        ];
        notices.push(texts.say_with("desk-waits-offer", &values).into_owned());
    }
    notices.extend(fields::asked_about(texts, situation));
    if situation.standing.author {
        notices.push(texts.say("desk-own-idea").into_owned());
    }
    if situation.young_author {
        notices.push(texts.say("desk-young-author").into_owned());
    }
    notices
}

//! One step of an idea's story each: who does what, with the words of the content.

use super::cast::acting;
use super::content::{Comment, Idea, Progress};
use super::story::{Stage, Telling};
use crate::ballots::{self, Choice};
use crate::comments::draft::{RawAnswer, RawComment};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ideas::actions::{self, At, Grounds, Publication, SentForm};
use crate::ideas::decision::RawDecision;
use crate::ideas::draft::RawIdea;
use crate::ideas::forms::{
    ForwardingAnswer, RawCompletion, RawForwarding, RawLift, RawMerge, RawOwner, RawProgress, RawQuestion, RawStop,
    RawTakeForward, Rewrite, Ticket, Version,
};
use crate::ideas::lifecycle::State;
use crate::ideas::store as ideas;
use crate::kernel::text::{Line, Reason};
use crate::kernel::token::random_token;
use crate::kernel::{Actor, Date};
use crate::moderation;
use crate::support;

/// Key of the moderator who reads what nobody else is named for.
const MODERATOR: &str = "fatima";

/// Writes and sends the idea; gives its number, or nothing for a draft.
pub(super) fn arrive(stage: &Stage<'_>, idea: &Idea) -> Result<Option<String>> {
    let actor = match &idea.author {
        Some(key) => stage.cast.actor(key)?,
        None => Actor::VISITOR,
    };
    let token = random_token(&stage.town.random);
    actions::begin_draft(stage.db, stage.town, &actor, &token)?;
    let name = match (&idea.author, &idea.shown_name) {
        (_, Some(name)) => name.clone(),
        (Some(key), None) => {
            stage.db.read(|conn| crate::accounts::store::load(conn, stage.cast.person(key)?))?.display_name
        }
        (None, None) => return Err(Error::internal("an anonymous author without a name")),
    };
    actions::save_draft(stage.db, &token, |draft| {
        draft.title.clone_from(&idea.title);
        idea.why.trim().clone_into(&mut draft.body);
        draft.area.clone_from(&idea.area);
        draft.author_name.clone_from(&name);
    })?;
    if idea.state == State::Draft {
        return Ok(None);
    }
    let raw = RawIdea {
        title: idea.title.clone(),
        body: idea.why.clone(),
        area: idea.area.clone(),
        author_name: name,
        ..RawIdea::default()
    };
    let new = crate::ideas::draft::parse(&raw, stage.town)?;
    let receipt = actions::submit(stage.db, stage.town, &actor, &token, &new, Locale::Swedish)?;
    stage.db.write(|tx| {
        let row = ideas::load_by_number(tx.conn, &receipt.number)?;
        ideas::set_source(tx, row.id, &idea.source, &idea.language)
    })?;
    Ok(Some(receipt.number))
}

fn ticket(telling: &Telling<'_>) -> Result<Ticket> {
    let idea = telling.stage.db.read(|conn| ideas::load_by_number(conn, &telling.number))?;
    Ok(Ticket { version: Version(idea.version), form_key: String::new() })
}

/// Hands an action where and on which version it acts.
fn at<T>(telling: &Telling<'_>, act: impl FnOnce(&At<'_>) -> Result<T>) -> Result<()> {
    let ticket = ticket(telling)?;
    act(&At { number: &telling.number, ticket: &ticket })?;
    Ok(())
}

fn sent<'a>(telling: &Telling<'_>) -> Result<SentForm<'a>> {
    Ok(SentForm { version: ticket(telling)?.version.0, key: "" })
}

fn moderator(telling: &Telling<'_>) -> Result<Actor> {
    telling.stage.cast.actor(telling.content.moderator.as_deref().unwrap_or(MODERATOR))
}

fn grounds(telling: &Telling<'_>) -> Result<Grounds> {
    let ground = telling.content.ground.ok_or_else(|| telling.wrong("no ground"))?;
    let words = Reason::parse(telling.content.moderator_text.as_deref().unwrap_or(""));
    Ok(Grounds { ground, words: words.map_err(|fault| telling.wrong(&format!("moderator_text {fault:?}")))? })
}

pub(super) fn publish(telling: &Telling<'_>) -> Result<()> {
    let group = telling.content.lead_group.as_deref().ok_or_else(|| telling.wrong("no lead group"))?;
    let publication = Publication { theme: telling.content.theme.clone(), group: telling.stage.cast.group(group)?.id };
    let (stage, sent) = (telling.stage, sent(telling)?);
    actions::publish(stage.db, stage.town, &moderator(telling)?, &telling.number, &sent, &publication)?;
    Ok(())
}

pub(super) fn give_back(telling: &Telling<'_>) -> Result<()> {
    let (stage, sent) = (telling.stage, sent(telling)?);
    actions::return_idea(stage.db, stage.town, &moderator(telling)?, &telling.number, &sent, &grounds(telling)?)?;
    Ok(())
}

/// A refusal on other than the gravest grounds comes after a return that did not help.
pub(super) fn refuse(telling: &Telling<'_>) -> Result<()> {
    let stage = telling.stage;
    let grounds = grounds(telling)?;
    if !grounds.ground.refuses_at_once() {
        give_back(telling)?;
        send_again(telling)?;
    }
    let sent = sent(telling)?;
    actions::refuse(stage.db, stage.town, &moderator(telling)?, &telling.number, &sent, &grounds)?;
    Ok(())
}

/// The author adds a few words and sends the idea again.
fn send_again(telling: &Telling<'_>) -> Result<()> {
    let (stage, content) = (telling.stage, telling.content);
    let more = "Jag har läst ert svar och tycker ändå att ni ska visa idén.";
    let raw = RawIdea {
        title: content.title.clone(),
        body: format!("{}\n\n{more}", content.why.trim()),
        author_name: "Okänd".to_owned(),
        ..RawIdea::default()
    };
    let new = crate::ideas::draft::parse(&raw, stage.town)?;
    let text = Rewrite { title: new.title, body: new.body, area: content.area.clone(), language: new.language };
    at(telling, |at| actions::rewrite(stage.db, stage.town, &telling.author()?, at, &text))
}

pub(super) fn talk(telling: &Telling<'_>, comment: &Comment) -> Result<()> {
    let stage = telling.stage;
    let raw = RawComment { kind: comment.kind.clone(), body: comment.text.clone(), ..RawComment::default() };
    let new = crate::comments::draft::parse(&raw)?;
    let person = stage.cast.actor(&comment.person)?;
    let told = actions::comment(stage.db, stage.town, &person, &telling.number, &new, "")?;
    if told.state == crate::comments::State::Waiting {
        // Nobody reads an own comment; the other moderator does.
        let reader = if comment.person == MODERATOR { "bjorn" } else { MODERATOR };
        let verdict = moderation::verdict::CommentVerdict::Show;
        moderation::actions::screen_comment(stage.db, &stage.cast.actor(reader)?, told.id, &sent(telling)?, &verdict)?;
    }
    if let Some(answer) = &comment.answer {
        let raw = RawAnswer { body: answer.text.clone(), ..RawAnswer::default() };
        let body = crate::comments::draft::parse_answer(&raw)?;
        actions::answer_question(stage.db, &stage.cast.actor(&answer.person)?, told.id, &body)?;
    }
    Ok(())
}

/// People support the idea. They have no names here, as they have none in the database.
pub(super) fn gather_support(telling: &Telling<'_>) -> Result<()> {
    let (stage, content) = (telling.stage, telling.content);
    let enough = content.supports >= stage.town.settings.support_goal;
    stage.db.write(|tx| {
        let idea = ideas::load_by_number(tx.conn, &telling.number)?;
        for _ in 0..content.supports {
            support::store::add(tx, idea.id, &random_token(&stage.town.random))?;
        }
        ideas::count_supports(tx, idea.id, content.supports)?;
        if enough { actions::goal_reached(tx, stage.town, idea.id) } else { Ok(()) }
    })?;
    match &content.lifted {
        Some(lifted) if !enough => {
            let by = stage.cast.group(&lifted.by_group)?;
            let raw = RawLift { group: by.slug.clone(), reason: lifted.reason.clone(), ..RawLift::default() };
            at(telling, |at| {
                actions::lift(
                    stage.db,
                    stage.town,
                    &acting(by.lead_but(telling.author()?.person())?),
                    at,
                    &raw.parse()?,
                )
            })
        }
        Some(_) | None => Ok(()),
    }
}

pub(super) fn run_out(telling: &Telling<'_>) -> Result<()> {
    actions::tick(telling.stage.db, telling.stage.town).map(drop)
}

pub(super) fn withdraw(telling: &Telling<'_>) -> Result<()> {
    let reason = telling.content.withdraw_reason.as_deref().ok_or_else(|| telling.wrong("no reason"))?;
    let stage = telling.stage;
    let line = Line::parse(reason).map_err(|fault| telling.wrong(&format!("withdraw_reason {fault:?}")))?;
    at(telling, |at| actions::withdraw(stage.db, stage.town, &telling.author()?, at, &line))
}

pub(super) fn merge(telling: &Telling<'_>, into: Option<&str>) -> Result<()> {
    let into = into.ok_or_else(|| telling.wrong("merged into nothing"))?.to_owned();
    let reason = "Idéerna vill samma sak. Tillsammans blir de starkare.".to_owned();
    let raw = RawMerge { into, reason, ..RawMerge::default() };
    let stage = telling.stage;
    at(telling, |at| actions::merge(stage.db, stage.town, &stage.cast.actor(MODERATOR)?, at, &raw.parse()?))
}

pub(super) fn ask(telling: &Telling<'_>) -> Result<()> {
    let (stage, asked) = (telling.stage, telling.content.asked.as_ref().ok_or_else(|| telling.wrong("nobody asked"))?);
    let raw = RawQuestion {
        asked_name: format!("{}, {}", asked.who, asked.body),
        question: asked.question.clone(),
        due_on: stage.now.date().plus_days(asked.due_in_days).to_string(),
        ..RawQuestion::default()
    };
    at(telling, |at| actions::ask(stage.db, stage.town, &telling.acting_lead()?, at, &raw.parse()?))
}

pub(super) fn forward(telling: &Telling<'_>) -> Result<()> {
    let (stage, content) = (telling.stage, telling.content);
    let raw = RawForwarding {
        receiver: content.receiver.clone().unwrap_or_default(),
        reason: content.reason.clone().unwrap_or_default(),
        diary_number: content.diary_number.clone().unwrap_or_default(),
        due_on: stage.now.date().plus_days(70).to_string(),
        ..RawForwarding::default()
    };
    at(telling, |at| actions::forward(stage.db, stage.town, &telling.acting_lead()?, at, &raw.parse()?))?;
    let taken_on = ForwardingAnswer::Accept { diary_number: None };
    at(telling, |at| {
        let waiting = stage.db.read(|conn| {
            let idea = ideas::load_by_number(conn, at.number)?;
            ideas::inquiries::waiting(conn, idea.id)
        })?;
        let inquiry = waiting.ok_or_else(|| telling.wrong("nothing handed on"))?.id;
        actions::answer_forwarding(stage.db, stage.town, &telling.acting_lead()?, at, inquiry, &taken_on)
    })
}

pub(super) fn take_forward(telling: &Telling<'_>) -> Result<()> {
    let stage = telling.stage;
    let forward = telling.content.forward.as_ref().ok_or_else(|| telling.wrong("not taken forward"))?;
    let owner = RawOwner {
        owner_email: stage.cast.email(&forward.owner)?.as_str().to_owned(),
        owner_name: forward.owner.clone(),
        organisation: format!("{}, {}", forward.organisation, forward.role),
        first_step_on: stage.now.date().plus_days(forward.first_date_in_days).to_string(),
        ..RawOwner::default()
    };
    let raw = RawTakeForward { reason: forward.reason.clone(), owner, ..RawTakeForward::default() };
    at(telling, |at| {
        let taken = raw.parse(today(stage.db))?;
        actions::take_forward(stage.db, stage.town, &telling.acting_lead()?, at, &taken)
    })
}

fn today(db: &Db) -> Date {
    db.clock().now().date()
}

fn owner(telling: &Telling<'_>) -> Result<Actor> {
    let forward = telling.content.forward.as_ref().ok_or_else(|| telling.wrong("no owner"))?;
    telling.stage.cast.actor(&forward.owner)
}

pub(super) fn accept_ownership(telling: &Telling<'_>) -> Result<()> {
    let stage = telling.stage;
    let accept = crate::ideas::forms::OwnershipAnswer::Accept;
    at(telling, |at| actions::answer_ownership(stage.db, stage.town, &owner(telling)?, at, &accept))
}

pub(super) fn hold_ballot(telling: &Telling<'_>) -> Result<()> {
    let stage = telling.stage;
    let ballot = telling.content.ballot.as_ref().ok_or_else(|| telling.wrong("no ballot"))?;
    let council = stage.cast.group("ungdomsradet")?;
    let raw = ballots::draft::RawBallot {
        question: ballot.question.clone(),
        held_by: council.slug.clone(),
        majority: "simple".to_owned(),
        closes_on: stage.now.date().plus_days(ballot.closes_in_days).to_string(),
    };
    let new = ballots::draft::parse(&raw, today(stage.db))?;
    let id =
        actions::open_ballot(stage.db, stage.town, &telling.acting_lead()?, &telling.number, &new, &sent(telling)?)?;
    let choices = std::iter::repeat_n(Choice::Yes, ballot.votes_yes)
        .chain(std::iter::repeat_n(Choice::No, ballot.votes_no))
        .chain(std::iter::repeat_n(Choice::Abstain, ballot.votes_abstain));
    for (voter, choice) in council.members.iter().zip(choices) {
        actions::cast_vote(stage.db, &acting(*voter), id, choice)?;
    }
    Ok(())
}

pub(super) fn decide(telling: &Telling<'_>) -> Result<()> {
    let (stage, content) = (telling.stage, telling.content);
    let decision = content.decision.as_ref().ok_or_else(|| telling.wrong("no decision"))?;
    let outcome = match content.state {
        State::Declined => "no",
        _ if decision.conditions.is_some() => "partly",
        _ => "yes",
    };
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    let raw = RawDecision {
        outcome: outcome.to_owned(),
        kind: "own".to_owned(),
        what: text(&decision.what),
        reasons: decision.reasons.clone(),
        conditions: text(&decision.conditions),
        would_change: text(&decision.would_change),
        instead: text(&decision.instead),
        concerns_children: if decision.children.is_some() { "yes" } else { "no" }.to_owned(),
        children: text(&decision.children),
        dissent: text(&decision.dissent),
        ..RawDecision::default()
    };
    at(telling, |at| actions::decide(stage.db, stage.town, &telling.acting_lead()?, at, &raw))
}

pub(super) fn start(telling: &Telling<'_>) -> Result<()> {
    let stage = telling.stage;
    at(telling, |at| actions::start(stage.db, stage.town, &owner(telling)?, at, None))
}

pub(super) fn report(telling: &Telling<'_>, note: &Progress) -> Result<()> {
    let stage = telling.stage;
    let raw = RawProgress { note: note.text.clone(), ..RawProgress::default() };
    at(telling, |at| actions::report_progress(stage.db, stage.town, &owner(telling)?, at, &raw.parse()?))
}

pub(super) fn complete(telling: &Telling<'_>) -> Result<()> {
    let (stage, content) = (telling.stage, telling.content);
    let measure = content.measure.clone().unwrap_or_default();
    let not_measured = measure.is_empty() || measure == "inte mätt";
    let raw = RawCompletion {
        result: content.result.clone().unwrap_or_default(),
        measure: if not_measured { String::new() } else { measure },
        not_measured: if not_measured { "yes".to_owned() } else { String::new() },
        ..RawCompletion::default()
    };
    at(telling, |at| actions::complete(stage.db, stage.town, &owner(telling)?, at, &raw.parse()?))
}

pub(super) fn stop(telling: &Telling<'_>) -> Result<()> {
    let stage = telling.stage;
    let raw = RawStop { reason: telling.content.stop_reason.clone().unwrap_or_default(), ..RawStop::default() };
    at(telling, |at| actions::stop(stage.db, stage.town, &telling.acting_lead()?, at, &raw.parse()?))
}

//! The rows of an idea in a state, as the program itself would have left them.

use diesel::prelude::*;
use medskapa::db::Tx;
use medskapa::db::schema::{
    ballot_counts, ballot_rolls, ballots, decisions, handovers, idea_counts, idea_milestones, idea_notes, ideas,
    inquiries, merges, ownerships, screenings, steering_groups,
};
use medskapa::error::Result;
use medskapa::ideas::lifecycle::State;
use medskapa::ideas::store::{self, DraftRow, Idea, Notes};
use medskapa::kernel::token::token_hash;
use medskapa::kernel::{Date, GroupId, IdeaId, PersonId, Timestamp};
use medskapa::town::Town;

use super::Staged;

/// Days ago that an idea came in, and was published.
const SENT_DAYS_AGO: i64 = 24;
const PUBLISHED_DAYS_AGO: i64 = 22;

pub(super) const TITLE: &str = "Fler bänkar längs gångvägen";
pub(super) const BODY: &str = "Många äldre går till torget och behöver vila på vägen. Sätt ut bänkar med ryggstöd.";

/// Makes the idea; gives its id and its number.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    town: &Town,
    people: &Staged,
    state: State,
    into: Option<IdeaId>,
) -> Result<(IdeaId, String)> {
    if state == State::Draft {
        return insert_draft(tx, town, people).map(|id| (id, String::new()));
    }
    let author = Some(people.author.id());
    let number = store::next_number(tx)?;
    let id = store::insert_submitted(tx, town, &number, author)?;
    store::insert_notes(tx, id, &Notes::default())?;
    let text = Idea { title: TITLE.to_owned(), body: BODY.to_owned(), ..store::load(tx.conn, id)? };
    store::insert_revision(tx, &text, 1, "text", author)?;
    set_columns(tx, people, id, state, into)?;
    insert_screenings(tx, people, id, state)?;
    note_milestones(tx, id, state)?;
    match state {
        State::AwaitingAnswer => insert_inquiry(tx, id, "question", "Hanna", Some(people.asked.id()))?,
        State::Forwarded => insert_inquiry(tx, id, "forwarding", "Trafikkontoret", None)?,
        State::Proposal => drop(insert_ownership(tx, id, people.owner.id(), false)?),
        State::Ballot => insert_ballot(tx, people, id)?,
        State::Accepted | State::PartlyAccepted | State::UnderWay | State::Done | State::Stopped => {
            let outcome = if state == State::PartlyAccepted { "partly" } else { "yes" };
            let ownership = insert_ownership(tx, id, people.owner.id(), true)?;
            insert_decision(tx, people, id, outcome, Some(ownership))?;
        }
        State::Declined => insert_decision(tx, people, id, "no", None)?,
        State::Merged => insert_merge(tx, id, into.unwrap_or(id))?,
        State::Draft
        | State::Screening
        | State::Returned
        | State::Refused
        | State::Open
        | State::Closed
        | State::WithGroup
        | State::Withdrawn => {}
    }
    Ok((id, number))
}

fn insert_draft(tx: &mut Tx<'_>, town: &Town, people: &Staged) -> Result<IdeaId> {
    let id = store::insert_draft(tx, town, &token_hash(super::DRAFT_TOKEN), Some(people.author.id()))?;
    let draft = DraftRow {
        title: TITLE.to_owned(),
        body: BODY.to_owned(),
        area: "hela".to_owned(),
        author_name: people.author.name().to_owned(),
        ..DraftRow::default()
    };
    store::save_draft(tx, id, &draft, "sv")?;
    Ok(id)
}

/// Everything in the idea's own row, in one statement because the row is checked as a whole.
fn set_columns(tx: &mut Tx<'_>, people: &Staged, id: IdeaId, state: State, into: Option<IdeaId>) -> Result<()> {
    let (today, now) = (tx.now.date(), tx.now);
    let due = is_due(state).then(|| today.plus_days(10));
    let sorted = state.is_public();
    let grounded = matches!(state, State::Returned | State::Refused);
    let reasoned = grounded || matches!(state, State::Withdrawn | State::Stopped);
    diesel::update(ideas::table.filter(ideas::id.eq(id)))
        .set((
            (
                ideas::state.eq(state),
                ideas::listed.eq(state.is_public()),
                ideas::author_name.eq(people.author.name()),
                ideas::title.eq(TITLE),
                ideas::body.eq(BODY),
                ideas::revision.eq(1),
                ideas::theme.eq(sorted.then_some("utbildning")),
                ideas::group_id.eq(sorted.then_some(people.group)),
                ideas::created_at.eq(now.plus_days(-SENT_DAYS_AGO)),
                ideas::submitted_at.eq(Some(now.plus_days(-SENT_DAYS_AGO))),
            ),
            (
                ideas::published_at.eq(sorted.then(|| now.plus_days(-PUBLISHED_DAYS_AGO))),
                ideas::closes_on.eq(sorted.then(|| today.plus_days(60))),
                ideas::due_on.eq(due),
                ideas::state_since.eq(now.plus_days(-1)),
                ideas::last_event_at.eq(now.plus_days(-1)),
                ideas::ground.eq(grounded.then_some("R10")),
                ideas::state_reason.eq(reasoned.then_some("Texten behöver bli tydligare.")),
                ideas::merged_into.eq(into.map(IdeaId::get)),
            ),
        ))
        .execute(tx.conn)?;
    if state.is_public() {
        count(tx, state)?;
    }
    if state.is_with_group() {
        diesel::update(steering_groups::table.filter(steering_groups::id.eq(people.group)))
            .set(steering_groups::open_ideas.eq(steering_groups::open_ideas + 1))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// The states in which somebody owes something by a day.
const fn is_due(state: State) -> bool {
    matches!(
        state,
        State::Screening
            | State::Returned
            | State::Closed
            | State::WithGroup
            | State::AwaitingAnswer
            | State::Forwarded
            | State::Proposal
            | State::Accepted
            | State::PartlyAccepted
            | State::UnderWay
    )
}

fn count(tx: &mut Tx<'_>, state: State) -> Result<()> {
    let same = idea_counts::table
        .filter(idea_counts::state.eq(state.as_str()))
        .filter(idea_counts::theme.eq("utbildning"))
        .filter(idea_counts::area.eq("hela"));
    if diesel::update(same).set(idea_counts::count.eq(idea_counts::count + 1)).execute(tx.conn)? == 0 {
        diesel::insert_into(idea_counts::table)
            .values((
                idea_counts::state.eq(state.as_str()),
                idea_counts::theme.eq("utbildning"),
                idea_counts::area.eq("hela"),
                idea_counts::count.eq(1_i64),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

fn insert_screenings(tx: &mut Tx<'_>, people: &Staged, id: IdeaId, state: State) -> Result<()> {
    let outcomes: &[(&str, i64)] = match state {
        State::Draft | State::Screening => &[],
        State::Returned => &[("returned", 1)],
        State::Refused => &[("returned", 10), ("refused", 1)],
        _ => &[("published", PUBLISHED_DAYS_AGO)],
    };
    for (outcome, days_ago) in outcomes {
        let grounded = *outcome != "published";
        diesel::insert_into(screenings::table)
            .values((
                screenings::idea_id.eq(id),
                screenings::moderator_id.eq(people.moderator.id()),
                screenings::outcome.eq(*outcome),
                screenings::ground.eq(grounded.then_some("R10")),
                screenings::words.eq(grounded.then_some("Texten behöver bli tydligare.")),
                screenings::at.eq(tx.now.plus_days(-days_ago)),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

fn note_milestones(tx: &mut Tx<'_>, id: IdeaId, state: State) -> Result<()> {
    use idea_milestones as m;
    let ago = |days: i32| Some(tx.now.date().plus_days(-days));
    let decided = state.is_decided();
    let began = matches!(state, State::UnderWay | State::Done | State::Stopped);
    let outcome = decided.then_some(match state {
        State::Declined => "no",
        State::PartlyAccepted => "partly",
        _ => "yes",
    });
    diesel::update(m::table.filter(m::idea_id.eq(id)))
        .set((
            m::received_on.eq(ago(24)),
            m::published_on.eq(if state.is_public() { ago(22) } else { None }),
            m::with_group_on.eq(if state.is_with_group() || decided { ago(10) } else { None }),
            m::decided_on.eq(if decided { ago(1) } else { None }),
            m::started_on.eq(if began { ago(1) } else { None }),
            m::done_on.eq(if state == State::Done { ago(1) } else { None }),
            m::outcome.eq(outcome),
            m::refused_ground.eq((state == State::Refused).then_some("R10")),
        ))
        .execute(tx.conn)?;
    if state == State::Done {
        diesel::update(idea_notes::table.filter(idea_notes::idea_id.eq(id)))
            .set((idea_notes::result.eq(Some("Tolv bänkar står på plats.")), idea_notes::measure.eq(Some("12 bänkar"))))
            .execute(tx.conn)?;
    }
    Ok(())
}

fn insert_inquiry(tx: &mut Tx<'_>, id: IdeaId, kind: &str, asked: &str, person: Option<PersonId>) -> Result<()> {
    diesel::insert_into(inquiries::table)
        .values((
            inquiries::idea_id.eq(id),
            inquiries::kind.eq(kind),
            inquiries::asked_name.eq(asked),
            inquiries::asked_person.eq(person),
            inquiries::question.eq("Vem äger marken längs gångvägen?"),
            inquiries::diary_number.eq((kind == "forwarding").then_some("TK 2026/118")),
            inquiries::due_on.eq(tx.now.date().plus_days(10)),
            inquiries::asked_at.eq(tx.now.plus_days(-1)),
        ))
        .execute(tx.conn)?;
    Ok(())
}

fn insert_ownership(tx: &mut Tx<'_>, id: IdeaId, person: PersonId, accepted: bool) -> Result<i64> {
    Ok(diesel::insert_into(ownerships::table)
        .values((
            ownerships::idea_id.eq(id),
            ownerships::person_id.eq(person),
            ownerships::organisation.eq("Parkförvaltningen"),
            ownerships::first_step_on.eq(tx.now.date().plus_days(7)),
            ownerships::state.eq(if accepted { "accepted" } else { "asked" }),
            ownerships::asked_at.eq(tx.now.plus_days(-3)),
            ownerships::answered_at.eq(accepted.then(|| tx.now.plus_days(-2))),
            ownerships::has_accepted.eq(accepted),
        ))
        .returning(ownerships::id)
        .get_result(tx.conn)?)
}

fn insert_decision(tx: &mut Tx<'_>, people: &Staged, id: IdeaId, outcome: &str, ownership: Option<i64>) -> Result<()> {
    let (decided, first_step): (Timestamp, Date) = (tx.now.plus_days(-1), tx.now.date().plus_days(7));
    diesel::insert_into(decisions::table)
        .values((
            decisions::idea_id.eq(id),
            decisions::group_id.eq(people.group),
            decisions::outcome.eq(outcome),
            decisions::kind.eq("own"),
            decisions::what.eq("Bänkar sätts ut längs gångvägen."),
            decisions::reasons.eq("Många äldre har bett om det."),
            decisions::would_change.eq((outcome == "no").then_some("Om gångvägen byggs om.")),
            decisions::instead.eq((outcome == "no").then_some("Be parkförvaltningen om en enskild bänk.")),
            decisions::conditions.eq((outcome == "partly").then_some("Bara längs den norra delen.")),
            decisions::ownership_id.eq(ownership),
            decisions::owner_accepted.eq(ownership.is_some()),
            decisions::first_step_on.eq(ownership.map(|_| first_step)),
            decisions::decided_on.eq(decided.date()),
            decisions::decided_at.eq(decided),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// An open ballot with the lead group on its roll; nobody has voted.
fn insert_ballot(tx: &mut Tx<'_>, people: &Staged, id: IdeaId) -> Result<()> {
    let roll = [&people.chair, &people.coordinator, &people.secretary, &people.member];
    let ballot: i64 = diesel::insert_into(ballots::table)
        .values((
            ballots::idea_id.eq(id),
            ballots::group_id.eq(people.group),
            ballots::question.eq("Ska bänkarna sättas ut?"),
            ballots::majority.eq("simple"),
            ballots::tie_rule.eq("chair"),
            ballots::quorum.eq(2),
            ballots::roll_size.eq(4),
            ballots::voted.eq(0),
            ballots::state.eq("open"),
            ballots::opened_at.eq(tx.now.plus_days(-1)),
            ballots::closes_at.eq(tx.now.plus_days(6)),
        ))
        .returning(ballots::id)
        .get_result(tx.conn)?;
    for voter in roll {
        diesel::insert_into(ballot_rolls::table)
            .values((
                ballot_rolls::ballot_id.eq(ballot),
                ballot_rolls::person_id.eq(voter.id()),
                ballot_rolls::has_voted.eq(false),
            ))
            .execute(tx.conn)?;
    }
    for choice in ["yes", "no", "abstain"] {
        diesel::insert_into(ballot_counts::table)
            .values((
                ballot_counts::ballot_id.eq(ballot),
                ballot_counts::choice.eq(choice),
                ballot_counts::count.eq(0_i64),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

pub(super) fn insert_handover(tx: &mut Tx<'_>, idea: &Staged, to: GroupId) -> Result<()> {
    diesel::insert_into(handovers::table)
        .values((
            handovers::idea_id.eq(idea.id),
            handovers::from_group.eq(idea.group),
            handovers::to_group.eq(to),
            handovers::reason.eq("De har hand om gångvägarna."),
            handovers::state.eq("offered"),
            handovers::offered_at.eq(tx.now.plus_days(-1)),
        ))
        .execute(tx.conn)?;
    Ok(())
}

fn insert_merge(tx: &mut Tx<'_>, id: IdeaId, into: IdeaId) -> Result<()> {
    diesel::insert_into(merges::table)
        .values((
            merges::idea_id.eq(id),
            merges::into_id.eq(into),
            merges::support_of_target.eq(0_i64),
            merges::support_of_merged.eq(0_i64),
            merges::support_shared.eq(0_i64),
            merges::reason.eq("De handlar om samma sak."),
            merges::at.eq(tx.now.plus_days(-1)),
        ))
        .execute(tx.conn)?;
    Ok(())
}

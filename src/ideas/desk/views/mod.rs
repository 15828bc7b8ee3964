//! SQL that reads what desks show: one idea here, lists in [`lists`].

mod late;
mod lists;

pub(super) use late::{AuthorReached, LateRow, LateTalk, late, late_talk, owners};
pub(super) use lists::{
    AskedToOwn, AskedToTell, AskedToVote, DecidedRow, DeskRow, OfferRow, UnansweredOwner, asked_to_own, asked_to_tell,
    before_groups, decided_by, offers_between_groups, offers_to, seats_and_votes, unanswered_owners,
};

use diesel::prelude::*;

use super::situation::{NamedGroup, Situation};
use crate::db::Conn;
use crate::db::schema::{
    grades, handovers, help_requests, idea_notes, ideas, inquiries, ownerships, people, seats,
    steering_groups as groups,
};
use crate::error::Result;
use crate::groups::{GroupKind, SeatRole};
use crate::ideas::grade::{Grade, Question};
use crate::ideas::standing;
use crate::ideas::store::handovers::HandOverState;
use crate::ideas::store::inquiries::InquiryKind;
use crate::ideas::store::ownerships::OwnershipState;
use crate::ideas::store::{self, Idea};
use crate::kernel::{Actor, Date, GroupId, InquiryId, PersonId, Timestamp};
use crate::policy::Action;

/// Who was asked last.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Owner {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// For which organisation.
    pub organisation: String,
    /// Day by which the first step is taken.
    pub first_step_on: Date,
    /// What became of it.
    pub state: OwnershipState,
    /// When that was asked.
    pub asked_at: Timestamp,
    /// Why not, after a no.
    pub reason: Option<String>,
}

/// An inquiry that waits.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Waiting {
    /// Which.
    pub id: InquiryId,
    /// What it is.
    pub kind: InquiryKind,
    /// Who was asked.
    pub asked_name: String,
    /// Who that is, if known.
    pub asked_person: Option<PersonId>,
    /// What was asked.
    pub question: String,
    /// Last day for the answer.
    pub due_on: Date,
    /// When the body outside took it on.
    pub accepted_at: Option<Timestamp>,
}

/// Help that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Help {
    /// What is needed.
    pub need: String,
    /// Since when.
    pub asked_at: Timestamp,
}

/// What the author of an idea says of the answer, or of what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct AuthorSays {
    /// To what.
    pub question: Question,
    /// Yes, in part or no.
    pub grade: Grade,
    /// In the author's own words.
    pub words: Option<String>,
}

/// An offer that waits.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Offer {
    /// The group that has the idea.
    pub from: GroupId,
    /// The group that is asked.
    pub to: GroupId,
    /// Why.
    pub reason: String,
    /// When it was made.
    pub offered_at: Timestamp,
}

/// A seat by name.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct NamedSeat {
    /// Who holds it.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// What the person does there.
    pub role: SeatRole,
    /// For whom the person speaks.
    pub represents: String,
}

/// An idea as its desk needs to know it.
///
/// # Errors
/// Not found, sign-in needed, or forbidden.
pub(super) fn situation(conn: &mut Conn, actor: &Actor, number: &str, today: Date) -> Result<Situation> {
    let idea = store::load_by_number(conn, number)?;
    let standing = standing::of(conn, actor, &idea, today)?;
    standing::authorise(&standing, Action::GroupDeskRead)?;
    let (comments, young_author, owner, inquiry, (offer, help, graded)) = beside(conn, &idea)?;
    let (groups, seats) = groups_and_seats(conn, idea.group_id, today)?;
    let (newest_ballot, ballot) = store::newest_ballot(conn, &idea)?;
    Ok(Situation {
        idea,
        standing,
        comments,
        young_author: young_author.unwrap_or(false),
        owner,
        inquiry,
        help,
        graded,
        offer,
        ballot,
        newest_ballot,
        groups,
        seats,
    })
}

type Others = (Option<Offer>, Option<Help>, Option<AuthorSays>);
type Beside = (i64, Option<bool>, Option<Owner>, Option<Waiting>, Others);

/// What there is at most one of, in one statement.
fn beside(conn: &mut Conn, idea: &Idea) -> Result<Beside> {
    let asked = ownerships::idea_id.eq(ideas::id).and(ownerships::state.ne(OwnershipState::Replaced));
    let waiting = inquiries::idea_id.eq(ideas::id).and(inquiries::answered_at.is_null());
    let offered = handovers::idea_id.eq(ideas::id).and(handovers::state.eq(HandOverState::Offered));
    let needed = help_requests::idea_id.eq(ideas::id).and(help_requests::ended_at.is_null());
    // Whether he or she was listened to is asked together with whether the answer is clear.
    let graded = grades::idea_id.eq(ideas::id).and(grades::question.ne(Question::Heard));
    Ok(ideas::table
        .left_join(idea_notes::table.on(idea_notes::idea_id.eq(ideas::id)))
        .left_join(ownerships::table.on(asked))
        .left_join(people::table.on(people::id.eq(ownerships::person_id)))
        .left_join(inquiries::table.on(waiting))
        .left_join(handovers::table.on(offered))
        .left_join(help_requests::table.on(needed))
        .left_join(grades::table.on(graded))
        .filter(ideas::id.eq(idea.id))
        .order((
            ownerships::id.desc(),
            inquiries::id.desc(),
            handovers::id.desc(),
            help_requests::id.desc(),
            grades::given_at.desc(),
        ))
        .limit(1)
        .select((
            ideas::comment_count,
            idea_notes::young_author.nullable(),
            (
                ownerships::person_id,
                people::display_name,
                ownerships::organisation,
                ownerships::first_step_on,
                ownerships::state,
                ownerships::asked_at,
                ownerships::reason,
            )
                .nullable(),
            (
                inquiries::id,
                inquiries::kind,
                inquiries::asked_name,
                inquiries::asked_person,
                inquiries::question,
                inquiries::due_on,
                inquiries::accepted_at,
            )
                .nullable(),
            (
                (handovers::from_group, handovers::to_group, handovers::reason, handovers::offered_at).nullable(),
                (help_requests::need, help_requests::asked_at).nullable(),
                (grades::question, grades::grade, grades::words).nullable(),
            ),
        ))
        .first(conn)?)
}

type GroupRow = (GroupId, String, String, GroupKind, Option<NamedSeat>);

/// Every group by name, and who sits in the lead group today, in one statement.
fn groups_and_seats(conn: &mut Conn, lead: Option<GroupId>, today: Date) -> Result<(Vec<NamedGroup>, Vec<NamedSeat>)> {
    let lead = lead.map_or(GroupId::new(-1), |lead| lead);
    let held = seats::group_id
        .eq(groups::id)
        .and(seats::group_id.eq(lead))
        .and(seats::starts_on.le(today))
        .and(seats::ends_on.is_null().or(seats::ends_on.ge(today)));
    let rows: Vec<GroupRow> = groups::table
        .left_join(seats::table.on(held))
        .left_join(people::table.on(people::id.eq(seats::person_id)))
        .order((groups::id, seats::id))
        .select((
            groups::id,
            groups::slug,
            groups::name,
            groups::kind,
            (seats::person_id, people::display_name, seats::role, seats::represents).nullable(),
        ))
        .load(conn)?;
    let (mut all, mut sitting): (Vec<NamedGroup>, Vec<NamedSeat>) = (Vec::new(), Vec::new());
    for (id, slug, name, kind, seat) in rows {
        if all.last().is_none_or(|last| last.id != id) {
            all.push(NamedGroup { id, slug, name, kind });
        }
        sitting.extend(seat);
    }
    all.sort_by(|left, right| left.name.cmp(&right.name));
    sitting.sort_by(|left, right| (left.role, &left.name).cmp(&(right.role, &right.name)));
    sitting.dedup_by_key(|seat| seat.person);
    Ok((all, sitting))
}

//! An event with everything that a mail about it can say, without a database: what the preview of the staff
//! shows, and what the tests of the texts compose.

#![warn(clippy::wildcard_enum_match_arm)]

use crate::i18n::{Locale, Texts, Wording};
use crate::ideas::clock::Ower;
use crate::ideas::ladder::Step;
use crate::ideas::lifecycle::{Ground, Outcome, State};
use crate::ideas::store::Idea;
use crate::kernel::{BallotId, Date, GroupId, IdeaId, PersonId, Timestamp};
use crate::notifications::audience::Part;
use crate::notifications::facts::{
    Ballot, Clock, Comment, Decision, Detail, Facts, Group, HandOver, Inquiry, Other, Ownership, Queue,
};
use crate::notifications::kind::MailKind;
use crate::notifications::letter::{Finished, Pen, Why, finish};
use crate::notifications::pace::Channel;
use crate::notifications::{Trouble, bundles, notices, seats, texts, token_mail, unsubscribe};
use crate::town::Town;

pub(super) const TITLE: &str = "Bygglekplats hela året";
pub(super) const NUMBER: &str = "2026-0412";

#[expect(clippy::expect_used, reason = "the days stand below, and a test composes every kind")]
pub(super) fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn idea(state: State) -> Idea {
    Idea {
        id: IdeaId::new(1),
        number: Some(NUMBER.to_owned()),
        state,
        version: 3,
        hidden: false,
        author_id: Some(PersonId::new(5)),
        author_name: "Amina".to_owned(),
        title: "En senare rubrik".to_owned(),
        body: "Barnen vill **bygga** året om.".to_owned(),
        language: "sv".to_owned(),
        area: "norra".to_owned(),
        theme: Some("fritid".to_owned()),
        revision: 2,
        group_id: Some(GroupId::new(2)),
        support_count: 41,
        support_goal: 60,
        closes_on: Some(day("2027-02-24")),
        due_on: Some(day("2026-11-26")),
        state_since: noon(),
        published_at: Some(noon()),
        merged_into: None,
    }
}

pub(super) fn noon() -> Timestamp {
    day("2026-11-20").start().plus_minutes(12 * 60)
}

fn group(name: &str) -> Group {
    Group { id: GroupId::new(2), name: name.to_owned() }
}

fn ownership() -> Ownership {
    Ownership {
        person: PersonId::new(6),
        name: "Gustav Ek".to_owned(),
        organisation: "BK Häcken".to_owned(),
        first_step_on: day("2027-03-01"),
        reason: Some("Vi hinner inte i år.".to_owned()),
    }
}

fn inquiry() -> Inquiry {
    Inquiry {
        asked_name: "Trafikkontoret".to_owned(),
        asked_person: Some(PersonId::new(8)),
        question: "Vem äger marken?".to_owned(),
        diary_number: Some("TK 2026/118".to_owned()),
        due_on: day("2026-12-11"),
        answer: Some("Marken är kommunens.".to_owned()),
    }
}

pub(super) fn ballot(counted: bool) -> Ballot {
    Ballot {
        id: BallotId::new(9),
        question: "Ska lekplatsen byggas?".to_owned(),
        closes_at: day("2026-11-29").start().plus_minutes(20 * 60),
        result: counted.then(|| "yes".to_owned()),
        counts: counted.then_some([12, 5, 2]),
    }
}

pub(super) fn decision(outcome: Outcome) -> Detail {
    let no = outcome == Outcome::No;
    Detail::Decision(Box::new(Decision {
        outcome,
        is_recommendation: false,
        what: "Lekplatsen byggs **i parken**.".to_owned(),
        reasons: "Många barn har bett om den.".to_owned(),
        would_change: no.then(|| "Om vi får mark.".to_owned()),
        instead: no.then(|| "Sök föreningsbidrag.".to_owned()),
        conditions: (!no).then(|| "Öppet till klockan 20.".to_owned()),
        children: None,
        dissent: Some("Två ville vänta.".to_owned()),
        owner: (!no).then(ownership),
        first_step_on: (!no).then(|| day("2027-03-01")),
        ballot: Some(ballot(true)),
    }))
}

/// Where the idea is, what the event speaks of, and who reads of it.
type Scene = (State, Detail, Part);

/// What a mail of this kind is written from, and who reads it; none for a mail that is about no event.
pub(super) fn facts(kind: MailKind) -> Option<(Facts, Part)> {
    let (state, detail, part) = scene(kind)?;
    let facts = Facts {
        at: noon(),
        doer: None,
        idea: idea(state),
        title: TITLE.to_owned(),
        contact: None,
        group: Some(group("Styrgruppen Trygghet")),
        detail,
        confirm: None,
    };
    Some((facts, part))
}

/// A mail of any kind as its reader would get it from this town, written from made-up facts.
///
/// # Errors
/// Never for a kind that has a sample; a test composes all of them.
pub(super) fn mail(kind: MailKind, wording: Wording, town: &Town) -> Result<Finished, Trouble> {
    match facts(kind) {
        Some((facts, part)) => mail_from(kind, wording, town, &facts, part),
        None if kind.is_notice() => notices::sample(kind, wording, town, noon()),
        None if kind.is_of_a_seat() => seats::sample(kind, wording, town, noon().date()),
        None if kind == MailKind::Bundle => bundles::sample(wording, town),
        None => token_mail::sample(kind, wording, town, noon()),
    }
}

/// As [`mail`], from these facts.
///
/// # Errors
/// When the facts lack what the mail has to say.
pub(super) fn mail_from(
    kind: MailKind,
    wording: Wording,
    town: &Town,
    facts: &Facts,
    part: Part,
) -> Result<Finished, Trouble> {
    let pen = Pen { t: Texts::in_wording(wording), town, facts, today: noon().date() };
    let draft = texts::compose(kind, &pen)?;
    let stops: Vec<_> = part.can_stop().then(|| stop(pen.t, town, part.channel())).into_iter().collect();
    finish(&draft, wording, town, Why::Part(part), &stops)
}

/// Words and address that would end a channel; the address is of nobody and stops nothing.
pub(super) fn stop(t: Texts, town: &Town, channel: Channel) -> (String, String) {
    unsubscribe::link(t, channel, &town.url(&format!("/mail/stop/abc.{channel}.1")))
}

#[expect(clippy::too_many_lines, reason = "a table: each kind has its own row, and none is left to a `_`")]
fn scene(kind: MailKind) -> Option<Scene> {
    use MailKind as K;
    Some(match kind {
        K::Receipt | K::Resubmitted => (State::Screening, Detail::None, Part::Author),
        K::Queue => {
            let oldest = Some(noon().plus_days(-3));
            let queue = Queue { waiting: 3, first_due: Some(day("2026-11-26")), all: 42, oldest };
            (State::Screening, Detail::Queue(queue), Part::Moderator)
        }
        K::Published | K::Lapsed | K::ShownAgain => (State::Open, Detail::None, Part::Author),
        K::GroupPublished => (State::Open, Detail::None, Part::Coordinator),
        K::Returned => (State::Returned, judged(Ground::PersonalData), Part::Author),
        K::Refused => (State::Refused, judged(Ground::AgainstLaw), Part::Author),
        K::Hidden => (State::Open, judged(Ground::Insulting), Part::Author),
        K::Appealed => (State::Screening, Detail::Appeal { first_moderator: PersonId::new(4) }, Part::Author),
        K::AppealOfYours => {
            (State::Screening, Detail::Appeal { first_moderator: PersonId::new(4) }, Part::FirstModerator)
        }
        K::Closed => (State::Closed, Detail::None, Part::Author),
        K::GroupClosed => (State::Closed, Detail::None, Part::Coordinator),
        K::WithGroup => (State::WithGroup, Detail::Due(day("2026-12-17")), Part::Author),
        K::NewsWithGroup => (State::WithGroup, Detail::Due(day("2026-12-17")), Part::Follower),
        K::GroupTask => (State::WithGroup, Detail::Due(day("2026-12-17")), Part::Lead),
        K::AuthorAsked | K::AuthorUnanswered | K::Forwarded => {
            (State::AwaitingAnswer, Detail::Inquiry(inquiry()), Part::Author)
        }
        K::NewsForwarded => (State::Forwarded, Detail::Inquiry(inquiry()), Part::Follower),
        K::Asked => (State::AwaitingAnswer, Detail::Inquiry(inquiry()), Part::Asked),
        K::GroupAnswered | K::GroupUnanswered | K::GroupCameBack => {
            (State::WithGroup, Detail::Inquiry(inquiry()), Part::Lead)
        }
        K::GroupChanged => (State::WithGroup, hand_over(), Part::Author),
        K::HandOverOffered => (State::WithGroup, hand_over(), Part::Receiver),
        K::HandOverAccepted | K::HandOverDeclined => (State::WithGroup, hand_over(), Part::Giver),
        K::TakenForward => (State::Proposal, reason(), Part::Author),
        K::NewsTakenForward => (State::Proposal, reason(), Part::Follower),
        K::Corrected => (State::WithGroup, corrected(), Part::Author),
        K::GroupRelieved => (State::WithGroup, corrected(), Part::Giver),
        K::NewsWithdrawn => (State::Withdrawn, reason(), Part::Follower),
        K::Merged => (State::Merged, other(), Part::Author),
        K::Joined => (State::Merged, other(), Part::OtherAuthor),
        K::NewsMerged => (State::Merged, other(), Part::Follower),
        K::Ballot => (State::Ballot, Detail::Ballot(ballot(false)), Part::Elector),
        K::BallotClosing => (State::Ballot, Detail::Ballot(ballot(false)), Part::LateElector),
        K::BallotClosed => (State::Ballot, Detail::Ballot(ballot(true)), Part::Lead),
        K::BackToProposal => {
            let unanswered = Ballot { result: Some("no_quorum".to_owned()), counts: Some([2, 1, 0]), ..ballot(true) };
            (State::Proposal, Detail::Ballot(unanswered), Part::Author)
        }
        K::Stopped => (State::Stopped, reason(), Part::Author),
        K::NewsStopped => (State::Stopped, reason(), Part::Follower),
        K::Decision => (State::PartlyAccepted, decision(Outcome::Partly), Part::Author),
        K::NewsDecision => (State::PartlyAccepted, decision(Outcome::Partly), Part::Follower),
        K::Started => (State::UnderWay, Detail::Ownership(ownership()), Part::Author),
        K::NewsStarted => (State::UnderWay, Detail::Ownership(ownership()), Part::Follower),
        K::Done => (State::Done, result(), Part::Author),
        K::GroupDone => (State::Done, result(), Part::Lead),
        K::NewsDone => (State::Done, result(), Part::Follower),
        K::OwnerAsked => (State::Proposal, Detail::Ownership(ownership()), Part::Owner),
        K::OwnerReleased => (State::Accepted, Detail::Ownership(ownership()), Part::Owner),
        K::NewOwner => (State::Accepted, new_owner(), Part::Author),
        K::NewsNewOwner => (State::Accepted, new_owner(), Part::Follower),
        K::OwnerReminded => {
            let until = day("2026-11-26");
            (State::Proposal, Detail::OwnerReminded { owner: ownership(), until }, Part::Owner)
        }
        K::OwnerAccepted | K::OwnerDeclined | K::OwnerSilent => {
            (State::Proposal, Detail::Ownership(ownership()), Part::Lead)
        }
        K::QuestionAnswered => (State::WithGroup, comment(true), Part::CommentAuthor),
        K::NewComment => (State::Open, comment(true), Part::Commented),
        K::CommentHidden => (State::Open, comment(false), Part::CommentAuthor),
        K::ReportDecided => {
            let report = Detail::Report {
                reporter: Some(PersonId::new(7)),
                contact: None,
                locale: Locale::Swedish,
                hidden: true,
                ground: Some(Ground::Insulting),
                words: None,
            };
            (State::Open, report, Part::Reporter)
        }
        K::ReturnedReminder => (State::Returned, clock(Ower::Author), Part::Author),
        K::Postponed => (State::WithGroup, postponed("2026-11-19"), Part::Author),
        K::NewsPostponed => (State::WithGroup, postponed("2026-11-19"), Part::Follower),
        K::Late => (State::WithGroup, clock(Ower::Group), Part::Author),
        K::LateAgain => (State::WithGroup, late_again(Ower::Group, Step::Process), Part::Author),
        K::Reminder | K::LateOwed | K::StillLate => (State::UnderWay, clock(Ower::Owner), Part::Ower),
        K::ClosesSoon => (State::Open, clock(Ower::Author), Part::Author),
        K::HelpAsked => {
            let need = "Någon som kan gräva i mars.".to_owned();
            (State::UnderWay, Detail::Help { owner: ownership(), need }, Part::Lead)
        }
        K::ForwardedToYou => (State::Forwarded, Detail::Inquiry(inquiry()), Part::Asked),
        K::ForwardingReminded => {
            let until = day("2026-11-26");
            (State::Forwarded, Detail::ForwardingReminded { inquiry: inquiry(), until }, Part::Asked)
        }
        K::AuthorAnswered | K::ForwardingReturned => (State::WithGroup, Detail::Inquiry(inquiry()), Part::Author),
        K::GroupForwardingReturned => (State::WithGroup, Detail::Inquiry(inquiry()), Part::Lead),
        K::ProcessForwardingReturned => (State::WithGroup, Detail::Inquiry(inquiry()), Part::Process),
        K::ClimbedChair => (State::WithGroup, clock(Ower::Group), Part::Chair),
        K::ClimbedProcess => (State::WithGroup, clock(Ower::Group), Part::Process),
        K::SignIn
        | K::ConfirmContact
        | K::ConfirmSupport
        | K::DraftWarning
        | K::Bundle
        | K::ReportBack
        | K::ReportDue
        | K::ReportLate
        | K::ReportsLate
        | K::ToldHidden
        | K::NewSignIn
        | K::KeyMade
        | K::AddressChanged
        | K::RoleChanged
        | K::Suspended
        | K::Reinstated => return None,
    })
}

/// A day that was, or is, owed.
pub(super) fn clock(by: Ower) -> Detail {
    let due_on = day("2026-11-19");
    let owner = (by == Ower::Owner).then(ownership);
    Detail::Clock(Clock {
        by,
        due_on,
        holds: true,
        person: Some(PersonId::new(6)),
        owner,
        with: None,
        queue: None,
        unanswered_ballot: None,
    })
}

/// One that has been late for a month.
pub(super) fn late_again(by: Ower, with: Step) -> Detail {
    let due_on = day("2026-10-21");
    Detail::Clock(Clock {
        by,
        due_on,
        holds: true,
        person: None,
        owner: None,
        with: Some(with),
        queue: None,
        unanswered_ballot: None,
    })
}

/// A new day for one that was owed.
pub(super) fn postponed(from: &str) -> Detail {
    let reason = "Vi väntar på kostnaden från parkförvaltningen.".to_owned();
    Detail::Postponed { from: day(from), to: day("2026-12-17"), reason }
}

fn judged(ground: Ground) -> Detail {
    Detail::Judged { ground: Some(ground), words: Some("Ta bort namnet i andra stycket.".to_owned()), is_final: false }
}

fn reason() -> Detail {
    Detail::Reason("Det passar med planen för parken.".to_owned())
}

fn corrected() -> Detail {
    let reason = "Det handlar mer om trygghet.".to_owned();
    Detail::Corrected { reason, left: Some(group("Styrgruppen Arbete")) }
}

fn new_owner() -> Detail {
    Detail::NewOwner { owner: ownership(), from: day("2026-11-19"), to: day("2027-03-01") }
}

fn result() -> Detail {
    Detail::Result { result: Some("Lekplatsen står klar.".to_owned()), measure: Some("120 barn om dagen".to_owned()) }
}

fn hand_over() -> Detail {
    Detail::HandOver(HandOver {
        from: group("Styrgruppen Arbete"),
        to: group("Styrgruppen Trygghet"),
        reason: "Det handlar mer om trygghet.".to_owned(),
        answer_reason: Some("Vi har fullt fram till maj.".to_owned()),
        due_on: Some(day("2027-01-14")),
    })
}

fn other() -> Detail {
    Detail::Other(Other {
        id: IdeaId::new(3),
        author: Some(PersonId::new(9)),
        number: "2026-0400".to_owned(),
        title: Some("Lekplats i parken".to_owned()),
        reason: Some("De handlar om samma sak.".to_owned()),
    })
}

fn comment(visible: bool) -> Detail {
    Detail::Comment(Comment {
        author: PersonId::new(7),
        body: "När blir den klar?".to_owned(),
        is_visible: visible,
        ground: (!visible).then_some(Ground::Insulting),
        reason: (!visible).then(|| "Du kallar en granne något fult.".to_owned()),
        answer: visible.then(|| "I maj, om vi får marken.".to_owned()),
        answered_for: visible.then(|| "Styrgruppen Trygghet".to_owned()),
    })
}

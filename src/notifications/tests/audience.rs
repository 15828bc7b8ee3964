use crate::journal::Event;
use crate::kernel::{BallotId, CommentId, GroupId, IdeaId, InquiryId, OwnershipId, PersonId, SeatId, SeatReportId};
use crate::notifications::audience::{Part, audience};

/// One event of every kind that is about an idea.
#[expect(clippy::too_many_lines, reason = "a table: each event has its own row")]
fn events() -> Vec<Event> {
    let idea = IdeaId::new(1);
    let (group, from, to) = (GroupId::new(1), GroupId::new(1), GroupId::new(2));
    let (inquiry, ownership, ballot, comment) =
        (InquiryId::new(1), OwnershipId::new(1), BallotId::new(1), CommentId::new(1));
    let (ground, reason) = ("R3".to_owned(), "skäl".to_owned());
    vec![
        Event::Imported { idea },
        Event::Submitted { idea },
        Event::Resubmitted { idea },
        Event::Published { idea, group },
        Event::Returned { idea, ground: ground.clone() },
        Event::Refused { idea, ground: ground.clone() },
        Event::Appealed { idea },
        Event::ReturnLapsed { idea },
        Event::Edited { idea, revision: 2 },
        Event::Added { idea, revision: 2 },
        Event::GoalReached { idea, supports: 60 },
        Event::Lifted { idea, group: Some(group), reason: reason.clone() },
        Event::CameToGroup { idea, group, due_on: 1 },
        Event::ClosedUnsupported { idea },
        Event::Asked { idea, inquiry },
        Event::AnswerCame { idea, inquiry },
        Event::BackToProposal { idea, ballot },
        Event::AnswerMissing { idea, inquiry },
        Event::Forwarded { idea, inquiry },
        Event::CameBack { idea, inquiry },
        Event::ForwardingAccepted { idea, inquiry },
        Event::ForwardingReturned { idea, inquiry },
        Event::HandOverOffered { idea, from, to },
        Event::HandOverAccepted { idea, from, to, due_on: 1 },
        Event::HandOverDeclined { idea, from, to },
        Event::TakenForward { idea, reason: reason.clone() },
        Event::OwnerAsked { idea, ownership },
        Event::OwnerReminded { idea, ownership, until: 1 },
        Event::ForwardingReminded { idea, inquiry, until: 1 },
        Event::OwnerAccepted { idea, ownership },
        Event::OwnerChanged { idea, ownership, from: 1, to: 2 },
        Event::OwnerReleased { idea, ownership },
        Event::OwnerDeclined { idea, ownership },
        Event::OwnerLapsed { idea, ownership },
        Event::BallotOpened { idea, ballot },
        Event::BallotClosing { idea, ballot },
        Event::BallotClosed { idea, ballot, result: "yes".to_owned() },
        Event::Decided { idea, decision: 1, outcome: "yes".to_owned() },
        Event::Started { idea },
        Event::HelpAsked { idea, request: 1 },
        Event::ProgressReported { idea, note: 1 },
        Event::Completed { idea },
        Event::Stopped { idea },
        Event::Merged { idea, into: IdeaId::new(2) },
        Event::MergedHere { idea, from: IdeaId::new(2) },
        Event::Withdrawn { idea },
        Event::Corrected { idea, from: "open".to_owned(), to: "closed".to_owned(), reason, left: Some(from) },
        Event::Reminded { idea, by: "group".to_owned(), due_on: 1 },
        Event::Late { idea, by: "group".to_owned(), due_on: 1 },
        Event::ClimbedToChair { idea, by: "group".to_owned(), due_on: 1 },
        Event::ClimbedToProcess { idea, by: "group".to_owned(), due_on: 1 },
        Event::LateAgain { idea, by: "group".to_owned(), due_on: 1, days: 30, with: "late".to_owned() },
        Event::Postponed { idea, from: 1, to: 2, reason: "skäl".to_owned() },
        Event::ClosesSoon { idea, closes_on: 1 },
        Event::Graded { idea },
        Event::Hidden { idea, ground: ground.clone() },
        Event::ShownAgain { idea },
        Event::CommentWritten { idea, comment },
        Event::CommentShown { idea, comment },
        Event::CommentHidden { idea, comment, ground },
        Event::QuestionAnswered { idea, comment },
        Event::Reported { idea, report: 1 },
        Event::ReportDecided { idea, report: 1, outcome: "kept".to_owned() },
        Event::RoleGiven { person: PersonId::new(1), role: "admin".to_owned() },
        Event::SuspensionChanged { person: PersonId::new(1), suspended: true },
        Event::GroupMade { group },
        Event::GroupChanged { group },
        Event::SeatGiven { group, person: PersonId::new(1), role: "chair".to_owned() },
        Event::SeatEnded { group, person: PersonId::new(1) },
        Event::SeatReportSent { group, seat: SeatId::new(1), report: SeatReportId::new(1) },
        Event::SeatReportHidden { group, report: SeatReportId::new(1), hidden: true },
        Event::SeatReportAnswered { group, seat: SeatId::new(1), report: SeatReportId::new(1) },
        Event::SeatReportDue { group, seat: SeatId::new(1), due_on: 1 },
        Event::SeatReportLate { group, seat: SeatId::new(1), due_on: 1 },
    ]
}

/// The whole table, as words: who is told what of which event.
const TABLE: &str = "\
submitted: author receipt, moderator queue
resubmitted: author resubmitted, moderator queue
published: author published, coordinator group_published
returned: author returned
refused: author refused
appealed: author appealed, first_moderator appeal_of_yours, moderator queue
return_lapsed: author lapsed
came_to_group: author with_group, lead group_task, follower news_with_group
closed_unsupported: author closed, coordinator group_closed
asked: asked asked, author author_asked
answer_came: author author_answered, lead group_answered
back_to_proposal: author back_to_proposal
answer_missing: author author_unanswered, lead group_unanswered
forwarded: asked forwarded_to_you, author forwarded, follower news_forwarded
came_back: author author_answered, lead group_came_back
forwarding_returned: author forwarding_returned, lead group_forwarding_returned, process process_forwarding_returned
hand_over_offered: receiver hand_over_offered
hand_over_accepted: author group_changed, giver hand_over_accepted
hand_over_declined: giver hand_over_declined
taken_forward: author taken_forward, follower news_taken_forward
owner_asked: owner owner_asked
owner_reminded: owner owner_reminded
forwarding_reminded: asked forwarding_reminded
owner_accepted: lead owner_accepted
owner_changed: author new_owner, lead owner_accepted, follower news_new_owner
owner_released: owner owner_released
owner_declined: lead owner_declined
owner_lapsed: lead owner_silent
ballot_opened: elector ballot
ballot_closing: late_elector ballot_closing
ballot_closed: lead ballot_closed
decided: author decision, elector news_decision, follower news_decision
started: author started, follower news_started
help_asked: lead help_asked
completed: author done, lead group_done, follower news_done
stopped: author stopped, follower news_stopped
merged: author merged, other_author joined, follower news_merged
withdrawn: follower news_withdrawn
corrected: author corrected, giver group_relieved
reminded: author returned_reminder, moderator queue, ower reminder
late: author late, moderator queue, ower late_owed
climbed_to_chair: chair climbed_chair, ower still_late
climbed_to_process: process climbed_process, ower still_late
late_again: author late_again
postponed: author postponed, follower news_postponed
closes_soon: author closes_soon
hidden: author hidden
shown_again: author shown_again
comment_shown: commented new_comment
comment_hidden: comment_author comment_hidden
question_answered: comment_author question_answered
report_decided: reporter report_decided
";

fn word(part: Part) -> String {
    let name = format!("{part:?}");
    let mut word = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.extend(letter.to_lowercase());
    }
    word
}

#[test]
fn who_is_told_of_what_is_this_table() {
    let mut lines = Vec::new();
    for event in events() {
        let told: Vec<String> = audience(&event).iter().map(|(part, kind)| format!("{} {kind}", word(*part))).collect();
        if !told.is_empty() {
            lines.push(format!("{}: {}\n", event.kind(), told.join(", ")));
        }
    }

    assert_eq!(lines.concat(), TABLE);
}

#[test]
fn what_is_late_for_two_months_is_told_again_to_those_who_can_act() {
    let again = |days| {
        let (by, with) = ("group".to_owned(), "process".to_owned());
        let event = Event::LateAgain { idea: IdeaId::new(1), by, due_on: 1, days, with };
        audience(&event).iter().map(|(part, kind)| format!("{} {kind}", word(*part))).collect::<Vec<_>>()
    };

    for days in [30, 44] {
        assert_eq!(again(days), ["author late_again"], "the process group has just been told");
    }
    assert_eq!(again(60), ["author late_again", "ower late_owed", "process climbed_process"]);
}

#[test]
fn every_kind_of_event_has_been_thought_of() {
    let mut here: Vec<&str> = events().iter().map(Event::kind).collect();
    let mut all = Event::KINDS.to_vec();
    here.sort_unstable();
    all.sort_unstable();

    assert_eq!(here, all);
}

#[test]
fn nobody_but_the_author_and_staff_may_read_of_what_is_not_shown() {
    for part in [Part::Follower, Part::Lead, Part::Coordinator, Part::Giver, Part::Receiver, Part::Owner] {
        assert!(!part.reads_unlisted(), "{part:?}");
    }
    for part in
        [Part::Asked, Part::Elector, Part::LateElector, Part::Commented, Part::OtherAuthor, Part::Ower, Part::Chair]
    {
        assert!(!part.reads_unlisted(), "{part:?}");
    }
    assert!(Part::Author.reads_unlisted() && Part::Moderator.reads_unlisted());
}

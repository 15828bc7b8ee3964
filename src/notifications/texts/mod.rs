//! What each kind of mail says. One function per kind; the words stand in
//! the files `mails*.ftl` in `frontend/locales`.

mod arriving;
mod calls;
mod changes;
mod clocks;
mod decision;
mod desk;
mod doing;
mod group;
mod staff;
mod talk;

use super::Trouble;
use super::kind::MailKind;
use super::letter::{Draft, Pen};

pub(super) use staff::queue_draft;

/// What every text gives: a mail, or what the event lacks for it.
pub(super) type Composed = Result<Draft, Trouble>;

/// The mail of a kind about an event.
#[expect(clippy::too_many_lines, reason = "a table: each kind has its own row")]
pub(super) fn compose(kind: MailKind, pen: &Pen<'_>) -> Composed {
    match kind {
        MailKind::Receipt => Ok(arriving::receipt(pen)),
        MailKind::Resubmitted => Ok(arriving::resubmitted(pen)),
        MailKind::Published => arriving::published(pen),
        MailKind::Returned => arriving::returned(pen),
        MailKind::Refused => arriving::refused(pen),
        MailKind::Appealed => Ok(arriving::appealed(pen)),
        MailKind::Lapsed => Ok(arriving::lapsed(pen)),
        MailKind::Hidden => arriving::hidden(pen),
        MailKind::ShownAgain => Ok(arriving::shown_again(pen)),
        MailKind::WithGroup | MailKind::NewsWithGroup => group::with_group(pen, kind == MailKind::WithGroup),
        MailKind::Closed => group::closed(pen),
        MailKind::AuthorAsked => group::author_asked(pen),
        MailKind::AuthorAnswered => changes::author_answered(pen),
        MailKind::BackToProposal => changes::back_to_proposal(pen),
        MailKind::NewOwner | MailKind::NewsNewOwner => changes::new_owner(pen, kind == MailKind::NewOwner),
        MailKind::OwnerReleased => changes::owner_released(pen),
        MailKind::GroupDone => changes::group_done(pen),
        MailKind::GroupRelieved => changes::group_relieved(pen),
        MailKind::AuthorUnanswered => group::author_unanswered(pen),
        MailKind::Forwarded | MailKind::NewsForwarded => group::forwarded(pen, kind == MailKind::Forwarded),
        MailKind::GroupChanged => group::group_changed(pen),
        MailKind::TakenForward | MailKind::NewsTakenForward => {
            group::taken_forward(pen, kind == MailKind::TakenForward)
        }
        MailKind::Merged | MailKind::NewsMerged => group::merged(pen, kind == MailKind::Merged),
        MailKind::Joined => group::joined(pen),
        MailKind::Corrected => Ok(group::corrected(pen)),
        MailKind::NewsWithdrawn => Ok(group::withdrawn(pen)),
        MailKind::Decision | MailKind::NewsDecision => decision::decision(pen, kind == MailKind::Decision),
        MailKind::Started | MailKind::NewsStarted => Ok(doing::started(pen, kind == MailKind::Started)),
        MailKind::Done | MailKind::NewsDone => Ok(doing::done(pen, kind == MailKind::Done)),
        MailKind::Stopped | MailKind::NewsStopped => doing::stopped(pen, kind == MailKind::Stopped),
        MailKind::Queue => Ok(staff::queue(pen)),
        MailKind::AppealOfYours => Ok(staff::appeal_of_yours(pen)),
        MailKind::GroupPublished => staff::group_published(pen),
        MailKind::GroupTask => staff::group_task(pen),
        MailKind::GroupClosed => staff::group_closed(pen),
        MailKind::GroupAnswered => staff::group_answered(pen),
        MailKind::GroupUnanswered => staff::group_unanswered(pen),
        MailKind::GroupCameBack => staff::group_came_back(pen),
        MailKind::HandOverOffered => staff::hand_over_offered(pen),
        MailKind::HandOverAccepted => staff::hand_over_accepted(pen),
        MailKind::HandOverDeclined => staff::hand_over_declined(pen),
        MailKind::OwnerAccepted => staff::owner_accepted(pen),
        MailKind::OwnerDeclined => staff::owner_declined(pen),
        MailKind::OwnerSilent => clocks::owner_silent(pen),
        MailKind::BallotClosed => staff::ballot_closed(pen),
        MailKind::ReturnedReminder => clocks::returned_reminder(pen),
        MailKind::Late => clocks::late(pen),
        MailKind::LateAgain => clocks::late_again(pen),
        MailKind::Postponed | MailKind::NewsPostponed => clocks::postponed(pen, kind == MailKind::Postponed),
        MailKind::ClosesSoon => clocks::closes_soon(pen),
        MailKind::ForwardingReturned => clocks::forwarding_returned(pen),
        MailKind::GroupForwardingReturned => clocks::group_forwarding_returned(pen),
        MailKind::ProcessForwardingReturned => clocks::process_forwarding_returned(pen),
        MailKind::ForwardedToYou => clocks::forwarded_to_you(pen),
        MailKind::ForwardingReminded => clocks::forwarding_reminded(pen),
        MailKind::HelpAsked => clocks::help_asked(pen),
        MailKind::StillLate => clocks::still_late(pen),
        MailKind::Reminder => clocks::reminder(pen),
        MailKind::LateOwed => clocks::late_owed(pen),
        MailKind::ClimbedChair => clocks::climbed_chair(pen),
        MailKind::ClimbedProcess => clocks::climbed_process(pen),
        MailKind::OwnerAsked => calls::owner_asked(pen),
        MailKind::OwnerReminded => calls::owner_reminded(pen),
        MailKind::Asked => calls::asked(pen),
        MailKind::Ballot => calls::ballot(pen),
        MailKind::BallotClosing => calls::ballot_closing(pen),
        MailKind::NewComment => Ok(talk::new_comment(pen)),
        MailKind::QuestionAnswered => talk::question_answered(pen),
        MailKind::CommentHidden => talk::comment_hidden(pen),
        MailKind::ReportDecided => talk::report_decided(pen),
        MailKind::SignIn
        | MailKind::ConfirmContact
        | MailKind::ConfirmSupport
        | MailKind::DraftWarning
        | MailKind::NewSignIn
        | MailKind::KeyMade
        | MailKind::AddressChanged
        | MailKind::RoleChanged
        | MailKind::Suspended
        | MailKind::Reinstated
        | MailKind::Bundle
        | MailKind::ReportBack
        | MailKind::ReportDue
        | MailKind::ReportLate
        | MailKind::ReportsLate
        | MailKind::ToldHidden => Err(Trouble::forever("this kind of mail is about no event of an idea")),
    }
}

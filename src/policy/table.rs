//! THE permission table. A change of policy is a change of this file and of
//! `docs/generated/permissions.md`, and is reviewed as such.

use std::fmt::Write as _;

use super::{Action, Relation};

/// What the table says about one relation and one action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// This relation gives the right.
    Yes,
    /// This relation gives nothing; another may.
    No,
    /// This relation takes the right away, whatever else the person is.
    Never,
}

use Verdict::{Never, No, Yes};

/// One verdict for each of [`Relation::ALL`], in that order.
type Row = [Verdict; 14];

/// What the table says.
#[must_use]
pub fn verdict(action: Action, relation: Relation) -> Verdict {
    let column = Relation::ALL.iter().position(|known| *known == relation);
    column.and_then(|column| row(action).get(column).copied()).unwrap_or(Never)
}

#[rustfmt::skip]
#[expect(clippy::match_same_arms, reason = "a table: each action has its own row")]
const fn row(action: Action) -> Row {
    match action {
        //                           anyone resid. author owner asked seated member lead recei. voter moder. proce. admin system
        Action::PublicRead        => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  Yes],
        Action::SignIn            => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],
        Action::AccountManage     => [No,   Yes,   No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::ExampleSignIn     => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],
        Action::ExampleMailRead   => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],

        Action::IdeaCreate        => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  Yes],
        Action::ReceiptOpen       => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],
        Action::IdeaReadPrivate   => [No,   No,    Yes,   No,   No,   No,    No,    No,  No,    No,   Yes,   No,    Yes,  Yes],
        Action::IdeaEdit          => [No,   No,    Yes,   No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::IdeaWithdraw      => [No,   No,    Yes,   No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::IdeaAppeal        => [No,   No,    Yes,   No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::IdeaGrade         => [No,   No,    Yes,   No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::GradeByLink       => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],

        Action::IdeaSupport       => [No,   Yes,   No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   Yes],
        Action::SupportRequest    => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],
        Action::IdeaFollow        => [No,   Yes,   No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::SeatFollow        => [No,   Yes,   No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::SeatReply         => [No,   Yes,   No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::CommentAdd        => [No,   Yes,   No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::CommentAnswer     => [No,   No,    No,    No,   No,   No,    Yes,   Yes, No,    No,   No,    No,    No,   No],
        Action::ReportMake        => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],
        Action::MailStop          => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],
        Action::MailReturn        => [Yes,  Yes,   Yes,   Yes,  Yes,  Yes,   Yes,   Yes, Yes,   Yes,  Yes,   Yes,   Yes,  No],

        Action::QueueRead         => [No,   No,    No,    No,   No,   No,    No,    No,  No,    No,   Yes,   No,    No,   No],
        Action::IdeaScreen        => [No,   No,    Never, No,   No,   No,    No,    No,  No,    No,   Yes,   No,    No,   Yes],
        Action::CommentScreen     => [No,   No,    Never, No,   No,   No,    No,    No,  No,    No,   Yes,   No,    No,   No],
        Action::ContentHide       => [No,   No,    Never, No,   No,   No,    No,    No,  No,    No,   Yes,   No,    Yes,  No],
        Action::CallManage        => [No,   No,    No,    No,   No,   No,    No,    No,  No,    No,   Yes,   No,    Yes,  No],

        Action::GroupDeskRead     => [No,   No,    No,    Yes,  Yes,  Yes,   Yes,   Yes, Yes,   No,   Yes,   Yes,   Yes,  No],
        Action::SeatReport        => [No,   No,    Yes,   No,   No,   No,    No,    Yes, No,    No,   No,    No,    No,   No],
        Action::IdeaLift          => [No,   No,    Never, No,   No,   Yes,   Yes,   Yes, No,    No,   No,    Yes,   No,   Yes],
        Action::IdeaTriage        => [No,   No,    Never, No,   No,   No,    No,    Yes, No,    No,   No,    No,    No,   No],
        Action::IdeaPostpone      => [No,   No,    No,    Yes,  No,   No,    No,    Yes, No,    No,   Yes,   No,    No,   No],
        Action::HandOverAnswer    => [No,   No,    No,    No,   No,   No,    No,    No,  Yes,   No,   No,    No,    No,   No],
        Action::IdeaMerge         => [No,   No,    No,    No,   No,   No,    No,    Yes, No,    No,   Yes,   Yes,   No,   No],
        Action::InquiryAnswer     => [No,   No,    No,    No,   Yes,  No,    No,    Yes, No,    No,   No,    No,    No,   No],
        Action::IdeaDecide        => [No,   No,    Never, No,   No,   No,    No,    Yes, No,    No,   No,    No,    No,   No],
        Action::BallotOpen        => [No,   No,    Never, No,   No,   No,    No,    Yes, No,    No,   No,    No,    No,   No],
        Action::BallotVote        => [No,   No,    No,    No,   No,   No,    No,    No,  No,    Yes,  No,    No,    No,   No],

        Action::OwnershipAnswer   => [No,   No,    No,    Yes,  No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::ProgressReport    => [No,   No,    No,    Yes,  No,   No,    No,    Yes, No,    No,   No,    No,    No,   No],
        Action::HelpAsk           => [No,   No,    No,    Yes,  No,   No,    No,    No,  No,    No,   No,    No,    No,   No],
        Action::IdeaStop          => [No,   No,    No,    No,   No,   No,    No,    Yes, No,    No,   No,    No,    No,   No],
        Action::IdeaCorrect       => [No,   No,    No,    No,   No,   No,    No,    No,  No,    No,   No,    Yes,   No,   No],

        Action::ProcessDeskRead   => [No,   No,    No,    No,   No,   No,    No,    No,  No,    No,   No,    Yes,   Yes,  No],
        Action::PeopleManage      => [No,   No,    No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    Yes,  Yes],
        Action::GroupManage       => [No,   No,    No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    Yes,  Yes],
        Action::MachineryManage   => [No,   No,    No,    No,   No,   No,    No,    No,  No,    No,   No,    No,    Yes,  No],
    }
}

/// The table as a page for `docs/generated/permissions.md`.
#[must_use]
pub fn markdown() -> String {
    let mut page = String::from(
        "# Who may do what\n\nWritten by the program from `src/policy/table.rs`; a test compares. \
         ✓ gives the right, ✗ takes it away whatever else the person is.\n\n| action |",
    );
    for relation in Relation::ALL {
        let _infallible = write!(page, " {relation} |");
    }
    page.push_str("\n|---|");
    page.push_str(&":-:|".repeat(Relation::ALL.len()));
    page.push('\n');
    for action in Action::ALL {
        let _infallible = write!(page, "| {action} |");
        for verdict in row(*action) {
            page.push_str(match verdict {
                Yes => " ✓ |",
                No => "  |",
                Never => " ✗ |",
            });
        }
        page.push('\n');
    }
    page
}

//! One use case per file: load → may? → what follows? → store → record.

mod answer_inquiry;
mod answer_ownership;
mod answer_question;
mod appeal_verdict;
mod ask;
mod ask_owner;
mod authorise;
mod carry_out;
mod cast_vote;
mod close_ballots;
mod comment;
mod correct;
mod decide;
mod draft;
mod end_ballot;
mod follow;
mod forward;
mod hand_over;
mod import;
mod lift;
mod merge;
mod open_ballot;
mod open_receipt;
mod publish;
mod reach_goal;
mod refuse;
mod return_idea;
mod run_out;
mod screen;
mod send_again;
mod sent;
mod step;
#[cfg(test)]
mod step_tests;
mod stop;
mod submit;
mod support;
mod support_by_mail;
mod take_forward;
#[cfg(test)]
mod talk_tests;
mod visibility;
mod withdraw;

pub use answer_inquiry::answer_inquiry;
pub use answer_ownership::answer_ownership;
pub use answer_question::{answer_question, answerable};
pub use ask::ask;
pub use ask_owner::ask_owner;
pub use authorise::authorise;
pub use carry_out::{complete, report_progress, start};
pub use cast_vote::cast_vote;
pub use close_ballots::close_ballots;
pub use comment::{CommentTold, comment};
pub use correct::correct;
pub use decide::decide;
pub use draft::{begin_draft, save_draft};
pub use end_ballot::end_ballot;
pub use follow::{end_follow, follow};
pub use forward::forward;
pub use hand_over::{answer_hand_over, offer_hand_over};
pub use import::{Imported, ImportedIdea, import_batch};
pub use lift::lift;
pub use merge::merge;
pub use open_ballot::open_ballot;
pub use open_receipt::open_receipt;
pub use publish::{Publication, publish};
pub(crate) use reach_goal::goal_reached;
pub use refuse::refuse;
pub use return_idea::return_idea;
pub use run_out::tick;
pub use screen::Grounds;
pub use send_again::send_again;
pub use sent::SentForm;
pub use step::{At, Moved};
pub use stop::stop;
pub use submit::{Receipt, create, receipt_of, submit};
pub use support::{SupportTold, retract_support, support, takes_support};
pub use take_forward::take_forward;
pub use visibility::{Visibility, set_visibility};
pub use withdraw::withdraw;

#[cfg(test)]
mod step_tests;
pub use step::{At, Moved};
pub use stop::stop;
pub use submit::{Receipt, create, receipt_of, submit};
pub use support::{SupportTold, retract_support, support, takes_support};
pub use support_by_mail::{
    Confirmed, confirm_support, find_support_link, find_ticket, request_support, retract_by_ticket,
};
pub use take_forward::take_forward;
pub use visibility::{Visibility, set_visibility};
pub use withdraw::withdraw;

//! The address of an idea's desk, at the one thing to do there: a mail leads to it and not to the top of
//! a long page. The browser keeps to the place named after `#`; the form named before it is open.

use super::super::letter::{Draft, Pen};
use crate::ideas::desk::MoveKind;
use crate::kernel::BallotId;

/// The desk, at its top: several things can be done, or nothing in particular.
pub(super) fn top(pen: &Pen<'_>) -> String {
    format!("{}/desk", pen.facts.idea.path())
}

/// The desk, where the group chooses which way the idea goes.
pub(super) fn ways(pen: &Pen<'_>) -> String {
    format!("{}/desk#ways", pen.facts.idea.path())
}

/// The desk, with one form open and in sight.
pub(super) fn form(pen: &Pen<'_>, kind: MoveKind) -> String {
    format!("{}/desk?open={kind}#{kind}", pen.facts.idea.path())
}

/// A mail that leads to a ballot, where those who lead the group say how it goes on.
pub(super) fn ballot(draft: Draft, pen: &Pen<'_>, ballot: BallotId) -> Draft {
    draft.facts(pen.about()).action(pen.t.say("mail-open-ballot"), format!("/ballots/{ballot}"))
}

/// A mail that leads to a place on the desk.
pub(super) fn lead(draft: Draft, pen: &Pen<'_>, place: String) -> Draft {
    draft.facts(pen.about()).action(pen.t.say("mail-open-desk"), place)
}

//! The samples as the tests use them.

use crate::i18n::Wording;
use crate::kernel::Random;
use crate::kernel::token::Key;
use crate::notifications::audience::Part;
use crate::notifications::facts::Facts;
use crate::notifications::kind::MailKind;
use crate::notifications::letter::Finished;
use crate::notifications::sample;
pub(super) use crate::notifications::sample::{NUMBER, TITLE, clock, decision, noon, postponed};
use crate::town::{Settings, Town};

pub(super) fn town() -> Town {
    Town { settings: Settings::default(), key: Key::new(vec![7; 32]), random: Random::seeded(1) }
}

/// What a mail of this kind is written from, and who reads it.
pub(super) fn facts(kind: MailKind) -> (Facts, Part) {
    sample::facts(kind).unwrap()
}

/// The mail of a kind as its reader gets it.
pub(super) fn mail(kind: MailKind, wording: Wording) -> Finished {
    sample::mail(kind, wording, &town()).unwrap()
}

pub(super) fn mail_from(kind: MailKind, wording: Wording, facts: &Facts, part: Part) -> Finished {
    sample::mail_from(kind, wording, &town(), facts, part).unwrap()
}

/// The kinds that are about an event.
pub(super) fn kinds() -> impl Iterator<Item = MailKind> {
    MailKind::ALL.iter().copied().filter(|kind| sample::facts(*kind).is_some())
}

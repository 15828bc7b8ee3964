//! Whether an address can be reached: what comes back is counted, and after a while nothing but what was
//! just asked for is mailed there. Pure.
//!
//! An address that bounces is marked after the third mail: one may be a mistake of the other server. A
//! complaint counts at once, and stops news only: what happens to one's own idea is an answer that the
//! town owes (domain section 5.8), and somebody who presses "unwanted" has not given it up.

use crate::kernel::Timestamp;
use crate::mail::dsn::Verdict;
use crate::word_enum;

/// Mails that come back before an address is taken for wrong.
pub const MOST_BOUNCES: i32 = 3;
/// Days after which a bounce says nothing about the address any more.
pub const BOUNCE_DAYS: i64 = 90;

word_enum! {
    /// Why an address gets less than others.
    pub enum Mark {
        /// Nobody has this address: only what was asked for just now goes there.
        Bounced = "bounced",
        /// The reader told the mail provider that a mail was not wanted: no news.
        Complained = "complained",
    }
}

/// What is known of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// Mails that came back for good, each within [`BOUNCE_DAYS`] of the one before.
    pub hard: i32,
    /// When the last one came back.
    pub last_at: Timestamp,
    /// What it gets less for, and since when.
    pub marked: Option<(Mark, Timestamp)>,
}

/// What is known after a mail came back; nothing changes when it says nothing about the address.
#[must_use]
pub fn after(before: Option<Contact>, verdict: Verdict, now: Timestamp) -> Option<Contact> {
    let recent = before.filter(|contact| contact.last_at >= now.plus_days(-BOUNCE_DAYS));
    let hard = recent.map_or(0, |contact| contact.hard);
    let marked = before.and_then(|contact| contact.marked);
    match verdict {
        Verdict::Soft => None,
        Verdict::Hard => {
            let hard = hard.saturating_add(1);
            let is_marked = matches!(marked, Some((Mark::Bounced, _)));
            let marked = if hard >= MOST_BOUNCES && !is_marked { Some((Mark::Bounced, now)) } else { marked };
            Some(Contact { hard, last_at: now, marked })
        }
        Verdict::Complaint => Some(Contact { hard, last_at: now, marked: marked.or(Some((Mark::Complained, now))) }),
    }
}

/// Whether a mail may go to an address.
#[must_use]
pub fn may_go(mark: Option<Mark>, is_asked_for: bool, is_news: bool) -> bool {
    match mark {
        None => true,
        Some(Mark::Bounced) => is_asked_for,
        Some(Mark::Complained) => !is_news,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_microseconds(1_795_348_805_000_000);

    fn after_all(verdicts: &[Verdict]) -> Option<Contact> {
        verdicts.iter().fold(None, |before, verdict| after(before, *verdict, NOW).or(before))
    }

    #[test]
    fn the_third_bounce_or_the_first_complaint_marks_an_address() {
        use Verdict::{Complaint, Hard, Soft};
        for (verdicts, hard, mark) in [
            (vec![Hard], 1, None),
            (vec![Hard, Hard], 2, None),
            (vec![Hard, Soft, Hard, Soft, Hard], 3, Some(Mark::Bounced)),
            (vec![Complaint], 0, Some(Mark::Complained)),
            (vec![Complaint, Hard, Hard], 2, Some(Mark::Complained)),
            (vec![Complaint, Hard, Hard, Hard], 3, Some(Mark::Bounced)),
            (vec![Hard, Hard, Hard, Complaint], 3, Some(Mark::Bounced)),
        ] {
            let contact = after_all(&verdicts).unwrap();

            assert_eq!((contact.hard, contact.marked.map(|(mark, _)| mark)), (hard, mark), "{verdicts:?}");
        }
        assert_eq!(after_all(&[Soft, Soft, Soft, Soft]), None);
    }

    #[test]
    fn old_bounces_are_forgotten_and_a_mark_keeps_its_day() {
        let old = Contact { hard: 2, last_at: NOW.plus_days(-BOUNCE_DAYS - 1), marked: None };
        assert_eq!(after(Some(old), Verdict::Hard, NOW).unwrap().hard, 1);
        let since = NOW.plus_days(-5);
        let marked = Contact { hard: 3, last_at: since, marked: Some((Mark::Bounced, since)) };
        assert_eq!(after(Some(marked), Verdict::Hard, NOW).unwrap().marked, marked.marked);
    }

    #[test]
    fn what_was_asked_for_goes_everywhere_and_own_matters_outlive_a_complaint() {
        for (mark, asked_for, own, news) in [
            (None, true, true, true),
            (Some(Mark::Bounced), true, false, false),
            (Some(Mark::Complained), true, true, false),
        ] {
            assert_eq!(may_go(mark, true, false), asked_for, "{mark:?}");
            assert_eq!(may_go(mark, false, false), own, "{mark:?}");
            assert_eq!(may_go(mark, false, true), news, "{mark:?}");
        }
    }
}

//! Yes or no, by simple majority or two thirds.
//!
//! Abstentions count towards the quorum and nothing else. Without a single yes or no there is
//! nothing to weigh and nothing to draw a lot about: a tie that stays one.

use sha2::{Digest, Sha256};

use crate::ballots::{BallotResult, Majority};
use crate::groups::TieRule;

/// How the votes fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// For the question.
    pub yes: u32,
    /// Against it.
    pub no: u32,
    /// Neither.
    pub abstain: u32,
}

/// By what a ballot is judged; fixed when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// How many must say yes.
    pub majority: Majority,
    /// What happens with a tie.
    pub tie_rule: TieRule,
    /// How many of the roll must vote.
    pub quorum: u32,
}

/// What the counts say before any lot is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A result.
    Settled(BallotResult),
    /// A tie that a lot decides.
    LotNeeded,
}

impl Counts {
    /// Everyone who voted.
    #[must_use]
    pub fn voted(self) -> u64 {
        u64::from(self.yes) + u64::from(self.no) + u64::from(self.abstain)
    }
}

/// What the counts say under the rules.
#[must_use]
pub fn outcome(counts: Counts, rules: Rules) -> Outcome {
    if counts.voted() < u64::from(rules.quorum) {
        return Outcome::Settled(BallotResult::NoQuorum);
    }
    let (yes, no) = (u64::from(counts.yes), u64::from(counts.no));
    if yes + no == 0 {
        return Outcome::Settled(BallotResult::Tie);
    }
    let (carried, tied) = match rules.majority {
        Majority::Simple => (yes > no, yes == no),
        Majority::TwoThirds => (3 * yes >= 2 * (yes + no), false),
    };
    match (carried, tied, rules.tie_rule) {
        (true, ..) => Outcome::Settled(BallotResult::Yes),
        (false, false, _) => Outcome::Settled(BallotResult::No),
        (false, true, TieRule::Lot) => Outcome::LotNeeded,
        (false, true, TieRule::Chair | TieRule::NoDecision) => Outcome::Settled(BallotResult::Tie),
    }
}

/// What a lot with this seed says. The seed is drawn by chance after the close and kept, so that
/// anyone can repeat the step from seed to result: an even first byte of the seed's SHA-256 is yes.
#[must_use]
pub fn draw_lot(seed: &str) -> BallotResult {
    let digest = Sha256::digest(seed.as_bytes());
    let even = digest.first().is_none_or(|byte| byte % 2 == 0);
    if even { BallotResult::Yes } else { BallotResult::No }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counts(yes: u32, no: u32, abstain: u32) -> Counts {
        Counts { yes, no, abstain }
    }

    fn rules(majority: Majority, tie_rule: TieRule, quorum: u32) -> Rules {
        Rules { majority, tie_rule, quorum }
    }

    #[test]
    fn the_table_of_results() {
        use BallotResult::{No, NoQuorum, Tie, Yes};
        let simple = rules(Majority::Simple, TieRule::Chair, 4);
        let two_thirds = rules(Majority::TwoThirds, TieRule::Chair, 4);
        let table = [
            (counts(3, 2, 0), simple, Yes),
            (counts(2, 3, 0), simple, No),
            (counts(1, 0, 3), simple, Yes),
            (counts(2, 2, 0), simple, Tie),
            (counts(0, 0, 4), simple, Tie),
            (counts(3, 0, 0), simple, NoQuorum),
            (counts(0, 0, 0), simple, NoQuorum),
            (counts(4, 2, 0), two_thirds, Yes),
            (counts(3, 2, 0), two_thirds, No),
            (counts(2, 2, 0), two_thirds, No),
            (counts(2, 1, 1), two_thirds, Yes),
            (counts(0, 0, 9), two_thirds, Tie),
        ];

        for (counts, rules, result) in table {
            assert_eq!(outcome(counts, rules), Outcome::Settled(result), "{counts:?} {rules:?}");
        }
    }

    #[test]
    fn only_the_lot_rule_asks_for_a_lot_and_only_when_somebody_took_sides() {
        let tie = counts(3, 3, 1);

        assert_eq!(outcome(tie, rules(Majority::Simple, TieRule::Lot, 0)), Outcome::LotNeeded);
        for tie_rule in [TieRule::Chair, TieRule::NoDecision] {
            assert_eq!(outcome(tie, rules(Majority::Simple, tie_rule, 0)), Outcome::Settled(BallotResult::Tie));
        }
        assert_eq!(
            outcome(counts(0, 0, 5), rules(Majority::Simple, TieRule::Lot, 0)),
            Outcome::Settled(BallotResult::Tie)
        );
    }

    #[test]
    fn a_lot_can_fall_either_way_and_always_falls_the_same_way_for_a_seed() {
        let fallen: Vec<BallotResult> = (0..64).map(|seed| draw_lot(&format!("seed {seed}"))).collect();

        assert!(fallen.contains(&BallotResult::Yes) && fallen.contains(&BallotResult::No));
        assert_eq!(draw_lot("seed 7"), fallen[7]);
        // SHA-256 of "abc" begins with 0xba, of the empty text with 0xe3.
        assert_eq!(draw_lot("abc"), BallotResult::Yes);
        assert_eq!(draw_lot(""), BallotResult::No);
    }

    fn any_rules() -> impl Strategy<Value = Rules> {
        let majority = prop_oneof![Just(Majority::Simple), Just(Majority::TwoThirds)];
        let tie_rule = prop_oneof![Just(TieRule::Chair), Just(TieRule::Lot), Just(TieRule::NoDecision)];
        (majority, tie_rule, 0_u32..60).prop_map(|(majority, tie_rule, quorum)| Rules { majority, tie_rule, quorum })
    }

    fn any_counts() -> impl Strategy<Value = Counts> {
        (0_u32..40, 0_u32..40, 0_u32..40).prop_map(|(yes, no, abstain)| Counts { yes, no, abstain })
    }

    /// The order in which more yes can only lead upwards.
    fn rank(outcome: Outcome) -> Option<u8> {
        match outcome {
            Outcome::Settled(BallotResult::No) => Some(0),
            Outcome::Settled(BallotResult::Tie) | Outcome::LotNeeded => Some(1),
            Outcome::Settled(BallotResult::Yes) => Some(2),
            Outcome::Settled(BallotResult::NoQuorum | BallotResult::Cancelled) => None,
        }
    }

    proptest! {
        #[test]
        fn below_the_quorum_nothing_is_settled_and_above_it_something_is(counts in any_counts(), rules in any_rules()) {
            let reached = counts.voted() >= u64::from(rules.quorum);

            prop_assert_eq!(outcome(counts, rules) == Outcome::Settled(BallotResult::NoQuorum), !reached);
        }

        #[test]
        fn one_more_yes_never_harms_the_question(counts in any_counts(), rules in any_rules()) {
            let more = Counts { yes: counts.yes + 1, ..counts };
            if let (Some(before), Some(after)) = (rank(outcome(counts, rules)), rank(outcome(more, rules))) {
                prop_assert!(after >= before);
            }
        }

        #[test]
        fn one_more_no_never_helps_the_question(counts in any_counts(), rules in any_rules()) {
            let more = Counts { no: counts.no + 1, ..counts };
            if let (Some(before), Some(after)) = (rank(outcome(counts, rules)), rank(outcome(more, rules))) {
                prop_assert!(after <= before);
            }
        }

        #[test]
        fn abstentions_change_nothing_but_the_quorum(counts in any_counts(), rules in any_rules(), more in 0_u32..40) {
            let without = outcome(counts, rules);
            let with = outcome(Counts { abstain: counts.abstain + more, ..counts }, rules);

            if without != Outcome::Settled(BallotResult::NoQuorum) {
                prop_assert_eq!(with, without);
            }
        }

        #[test]
        fn two_thirds_is_never_easier_than_half(counts in any_counts(), rules in any_rules()) {
            let simple = outcome(counts, Rules { majority: Majority::Simple, ..rules });
            let strict = outcome(counts, Rules { majority: Majority::TwoThirds, ..rules });

            if strict == Outcome::Settled(BallotResult::Yes) {
                prop_assert_eq!(simple, Outcome::Settled(BallotResult::Yes));
            }
        }

        #[test]
        fn with_a_simple_majority_yes_and_no_are_each_others_mirror(counts in any_counts(), rules in any_rules()) {
            let rules = Rules { majority: Majority::Simple, ..rules };
            let mirrored = Counts { yes: counts.no, no: counts.yes, ..counts };
            let turned = match outcome(counts, rules) {
                Outcome::Settled(BallotResult::Yes) => Outcome::Settled(BallotResult::No),
                Outcome::Settled(BallotResult::No) => Outcome::Settled(BallotResult::Yes),
                same => same,
            };

            prop_assert_eq!(outcome(mirrored, rules), turned);
        }

        #[test]
        fn the_largest_numbers_do_not_overflow(rules in any_rules()) {
            let most = Counts { yes: u32::MAX, no: u32::MAX, abstain: u32::MAX };

            prop_assert!(outcome(most, rules) != Outcome::Settled(BallotResult::NoQuorum));
        }
    }
}

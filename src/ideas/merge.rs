//! Joining two ideas without losing anything: what can be joined, and how many stand behind both.
//! Pure.

use super::store::Idea;
use super::store::merges::MergedSupport;
use crate::error::{Code, Error};

/// Why two ideas cannot be joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotMerge {
    /// An idea with itself.
    Itself,
    /// The idea that should lead on is not public, is itself joined into another, or is ended.
    TargetNotLeading,
    /// Other ideas live on in the one that should be joined away: a chain would form. The other
    /// way round is possible.
    WouldChain,
}

impl From<CannotMerge> for Error {
    fn from(why: CannotMerge) -> Self {
        match why {
            CannotMerge::Itself | CannotMerge::TargetNotLeading | CannotMerge::WouldChain => {
                Self::field("into", Code::CannotMerge)
            }
        }
    }
}

/// Demands that `idea` can be joined into `target`. `leads_others` says whether other ideas live
/// on in `idea`.
///
/// # Errors
/// Why not.
pub fn check(idea: &Idea, target: &Idea, leads_others: bool) -> Result<(), CannotMerge> {
    if idea.id == target.id {
        return Err(CannotMerge::Itself);
    }
    if !target.is_listed() || !target.state.takes_others() {
        return Err(CannotMerge::TargetNotLeading);
    }
    if leads_others { Err(CannotMerge::WouldChain) } else { Ok(()) }
}

/// How many stand behind both ideas together when `shared` stand behind each: nobody counts twice.
#[must_use]
pub fn joint_support(support: MergedSupport) -> i64 {
    // Counts that were brought in from elsewhere have nobody behind them whom we could compare.
    support.of_target + (support.of_merged - support.shared).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ideas::lifecycle::State;
    use crate::ideas::store::stage::Stage;

    #[test]
    fn nobody_counts_twice() {
        let joint = |of_target, of_merged, shared| joint_support(MergedSupport { of_target, of_merged, shared });

        assert_eq!(joint(40, 30, 10), 60);
        assert_eq!(joint(40, 0, 0), 40);
        assert_eq!(joint(0, 5, 0), 5);
        assert_eq!(joint(40, 3, 3), 40);
    }

    #[test]
    fn an_idea_is_joined_into_one_that_leads_on() {
        let stage = Stage::all().remove(0);
        let group = stage.group("trygghet", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);

        for state in State::ALL {
            let target = Idea { state: *state, ..stage.idea(group, State::Open, None) };
            let leads = !matches!(
                state,
                State::Draft
                    | State::Screening
                    | State::Returned
                    | State::Refused
                    | State::Declined
                    | State::Done
                    | State::Stopped
                    | State::Merged
                    | State::Withdrawn
            );
            assert_eq!(check(&idea, &target, false).is_ok(), leads, "{state}");
        }
    }

    #[test]
    fn itself_a_hidden_one_and_a_chain_are_refused() {
        let stage = Stage::all().remove(0);
        let group = stage.group("trygghet", "steering", "chair");
        let (idea, target) = (stage.idea(group, State::Open, None), stage.idea(group, State::Open, None));
        let hidden = Idea { hidden: true, ..target.clone() };

        assert_eq!(check(&idea, &idea, false), Err(CannotMerge::Itself));
        assert_eq!(check(&idea, &hidden, false), Err(CannotMerge::TargetNotLeading));
        assert_eq!(check(&idea, &target, true), Err(CannotMerge::WouldChain));
    }
}

//! One test per state, so that they share the cores.

use super::check_state;
use crate::support::State;

/// The tests, and the proof that none is missing.
macro_rules! states {
    ($($name:ident $state:ident;)+) => {
        on_both_databases! {
            $(fn $name(kind: Kind) { check_state(kind, State::$state); })+
        }

        #[test]
        fn no_state_is_left_out() {
            // A draft has no number and so no address; its browser's cookie leads to it.
            let tested = [State::Draft, $(State::$state),+];

            assert_eq!(State::ALL.iter().filter(|state| !tested.contains(state)).count(), 0);
        }
    };
}

states! {
    an_idea_in_screening Screening;
    a_returned_idea Returned;
    a_refused_idea Refused;
    an_open_idea Open;
    a_closed_idea Closed;
    an_idea_with_its_group WithGroup;
    an_idea_awaiting_an_answer AwaitingAnswer;
    a_forwarded_idea Forwarded;
    a_proposal Proposal;
    an_idea_in_ballot Ballot;
    an_accepted_idea Accepted;
    a_partly_accepted_idea PartlyAccepted;
    a_declined_idea Declined;
    an_idea_under_way UnderWay;
    an_idea_that_is_done Done;
    a_stopped_idea Stopped;
    a_merged_idea Merged;
    a_withdrawn_idea Withdrawn;
}

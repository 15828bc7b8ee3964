use super::command::BallotFact;
use super::*;
use crate::error::Code;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn given(state: State, command: Command, facts: Facts) -> Result<Change, Refusal> {
    decide(state, command, &facts, &Clocks::default(), day("2026-11-20"))
}

#[test]
fn every_state_meets_every_command_without_a_gap() {
    let mut allowed = 0;
    for state in State::ALL {
        for kind in CommandKind::ALL {
            let outcome = given(*state, kind.example_on(day("2026-11-20")), Facts::most_favourable());
            if let Ok(change) = outcome {
                allowed += 1;
                assert!(change.next != State::Draft, "nothing leads back to a draft: {state} {kind}");
            }
        }
    }

    // The table in docs/generated/lifecycle.md has as many rows.
    assert_eq!(
        allowed,
        markdown().lines().filter(|line| line.starts_with("| ") && line.matches('|').count() == 5).count() - 1
    );
    assert!(allowed > 50);
}

#[test]
fn an_ended_idea_stays_ended() {
    for state in [State::Done, State::Merged, State::Withdrawn] {
        assert_eq!(offers(state), Vec::new());
    }
}

#[test]
fn a_yes_without_an_owner_who_accepted_is_refused() {
    let facts = Facts { owner_accepted: false, ..Facts::most_favourable() };

    for state in [State::WithGroup, State::Proposal, State::Ballot, State::Forwarded] {
        for outcome in [Outcome::Yes, Outcome::Partly] {
            let answer = given(state, Command::Decide(outcome), facts);
            assert_eq!(answer, Err(Refusal::Rule(Code::OwnerNotAccepted)), "{state}");
        }
        assert_eq!(given(state, Command::Decide(Outcome::No), facts).map(|change| change.next), Ok(State::Declined));
    }
}

#[test]
fn a_decision_follows_the_ballot() {
    let said = |ballot| Facts { ballot, ..Facts::most_favourable() };
    let yes = Command::Decide(Outcome::Yes);
    let no = Command::Decide(Outcome::No);

    assert_eq!(given(State::Ballot, yes, said(BallotFact::Open)), Err(Refusal::Rule(Code::BallotOpen)));
    assert_eq!(given(State::Ballot, yes, said(BallotFact::No)), Err(Refusal::Rule(Code::BallotDiffers)));
    assert_eq!(given(State::Ballot, no, said(BallotFact::Yes)), Err(Refusal::Rule(Code::BallotDiffers)));
    assert_eq!(given(State::Ballot, yes, said(BallotFact::Nothing)), Err(Refusal::Rule(Code::BallotDiffers)));
    assert_eq!(given(State::Ballot, yes, said(BallotFact::Yes)).map(|change| change.next), Ok(State::Accepted));
    for fact in [BallotFact::Nothing, BallotFact::TieForChair] {
        let back = given(State::Ballot, Command::EndBallot, said(fact));
        assert_eq!(back.map(|change| change.next), Ok(State::Proposal));
    }
    for fact in [BallotFact::Yes, BallotFact::No] {
        assert_eq!(
            given(State::Ballot, Command::EndBallot, said(fact)),
            Err(Refusal::Rule(Code::BallotDiffers)),
            "an answer cannot be put aside"
        );
    }
    for (command, next) in [(yes, State::Accepted), (no, State::Declined)] {
        let decided = given(State::Ballot, command, said(BallotFact::TieForChair));
        assert_eq!(decided.map(|change| change.next), Ok(next), "the chair decides a tie");
    }
}

#[test]
fn a_refusal_needs_a_grave_ground_or_a_return_before() {
    let first_time = Facts { returned_before: false, ..Facts::most_favourable() };

    for ground in Ground::ALL {
        let answer = given(State::Screening, Command::Refuse(*ground), first_time);
        assert_eq!(answer.is_ok(), ground.refuses_at_once(), "{ground}");
        assert!(given(State::Screening, Command::Refuse(*ground), Facts::most_favourable()).is_ok());
    }
}

#[test]
fn a_refusal_is_appealed_once_and_in_time() {
    let facts = Facts::most_favourable();

    assert_eq!(given(State::Refused, Command::Appeal, facts).map(|change| change.next), Ok(State::Screening));
    let again = Facts { appealed_before: true, ..facts };
    assert_eq!(given(State::Refused, Command::Appeal, again), Err(Refusal::Rule(Code::AlreadyAppealed)));
    let late = Facts { days_since_refusal: 181, ..facts };
    assert_eq!(given(State::Refused, Command::Appeal, late), Err(Refusal::Rule(Code::AppealTooLate)));
}

#[test]
fn a_pending_hand_over_holds_everything_but_its_answer_and_the_author() {
    let pending = Facts { hand_over_pending: true, ..Facts::most_favourable() };

    assert_eq!(given(State::WithGroup, Command::TakeForward, pending), Err(Refusal::Rule(Code::HandOverPending)));
    assert!(given(State::WithGroup, Command::ChangeGroup, pending).is_ok());
    assert!(given(State::WithGroup, Command::Withdraw, pending).is_ok());
}

#[test]
fn below_the_goal_nothing_moves_by_itself() {
    let below = Facts { supports: 9, goal: 10, time_is_up: false, ..Facts::most_favourable() };

    assert_eq!(given(State::Open, Command::ReachGoal, below), Err(Refusal::NotNow));
    assert_eq!(given(State::Open, Command::RunOut, below), Err(Refusal::NotNow));
}

#[test]
fn the_asked_get_a_date_within_the_limit() {
    let facts = Facts::most_favourable();

    assert!(given(State::WithGroup, Command::Ask(day("2026-12-11")), facts).is_ok());
    let late = given(State::WithGroup, Command::Ask(day("2026-12-12")), facts);
    assert_eq!(late, Err(Refusal::Rule(Code::FieldDateTooFar)));
    let passed = given(State::WithGroup, Command::Ask(day("2026-11-20")), facts);
    assert_eq!(passed, Err(Refusal::Rule(Code::FieldDatePassed)));
}

#[test]
fn weekends_and_holidays_do_not_count_as_working_days() {
    let friday = day("2026-11-20");

    assert_eq!(friday.plus_working_days(1), day("2026-11-23"));
    assert_eq!(friday.plus_working_days(5), day("2026-11-27"));
    assert_eq!(day("2026-12-22").plus_working_days(2), day("2026-12-28"));
}

#[test]
fn the_clocks_stand_still_in_the_summer_pause() {
    let clocks = Clocks { summer_pause: "07-01 to 07-31".parse().unwrap(), ..Clocks::default() };
    let due = |state, command, today| {
        decide(state, command, &Facts::most_favourable(), &clocks, day(today)).unwrap().due_on.unwrap()
    };

    // 45 days: 14 in June, none in July, 31 in August.
    assert_eq!(due(State::Open, Command::Lift, "2026-06-16"), day("2026-08-31"));
    assert_eq!(due(State::Open, Command::Lift, "2026-07-10"), day("2026-09-14"), "45 days after the pause");
    assert_eq!(due(State::Draft, Command::Submit, "2026-06-29"), day("2026-08-06"), "one day before it, four after");
}

#[test]
fn a_new_day_is_later_than_the_old_one_and_at_most_ninety_days_away() {
    let facts = Facts { due_on: Some(day("2026-11-27")), ..Facts::most_favourable() };
    let put_off = |state, to| given(state, Command::Postpone(day(to)), facts);
    let refused = |code| Err(Refusal::Rule(code));

    for state in [State::Closed, State::WithGroup, State::Proposal, State::PartlyAccepted, State::UnderWay] {
        assert_eq!(put_off(state, "2026-11-28"), Ok(Change { next: state, due_on: Some(day("2026-11-28")) }));
    }
    assert_eq!(put_off(State::WithGroup, "2026-11-20"), refused(Code::FieldDatePassed));
    assert_eq!(put_off(State::WithGroup, "2026-11-27"), refused(Code::FieldDateNotLater));
    assert!(put_off(State::WithGroup, "2027-02-18").is_ok());
    assert_eq!(put_off(State::WithGroup, "2027-02-19"), refused(Code::FieldDateTooFar));
    assert_eq!(put_off(State::Forwarded, "2026-11-28"), Err(Refusal::NotNow), "the asked owes it");
    let held = Facts { ballot: BallotFact::Open, ..facts };
    assert_eq!(given(State::Ballot, Command::Postpone(day("2026-11-28")), held), refused(Code::BallotOpen));
}

#[test]
fn the_clock_of_the_group_stands_still_while_somebody_else_has_the_ball() {
    let since = day("2026-11-10");
    let back_from =
        |state, command, stopped| given(state, command, Facts { stopped, ..Facts::most_favourable() }).unwrap().due_on;

    for (state, command) in [(State::AwaitingAnswer, Command::EndAsking), (State::Forwarded, Command::ComeBack)] {
        let back = |owed_on, is_first| {
            back_from(state, command, Some(StoppedClock { owed_on: day(owed_on), since, is_first }))
        };
        assert_eq!(back("2026-11-30", true), Some(day("2026-12-10")));
        assert_eq!(back("2026-11-13", true), Some(day("2026-11-27")), "time to read the answer");
        assert_eq!(back("2026-11-13", false), Some(day("2026-11-23")), "once");
        assert_eq!(back("2026-11-10", false), Some(day("2026-11-20")), "nothing is left, it is late tomorrow");
        for is_first in [true, false] {
            assert_eq!(back("2026-11-09", is_first), Some(day("2026-11-09")), "who was late gains nothing");
        }
        assert_eq!(back_from(state, command, None), Some(day("2027-01-04")), "asked before this was kept");
    }
}

#[test]
fn a_summer_pause_is_counted_once_when_an_answer_comes() {
    let clocks = Clocks { summer_pause: "06-20 to 08-10".parse().unwrap(), ..Clocks::default() };
    let (since, today) = (day("2027-06-15"), day("2027-06-16"));
    // 45 days that began on 10 June.
    let owed_on = clocks.days_after(day("2027-06-10"), 45);
    let stopped = Some(StoppedClock { owed_on, since, is_first: true });
    let facts = Facts { stopped, ..Facts::most_favourable() };

    let back = decide(State::AwaitingAnswer, Command::EndAsking, &facts, &clocks, today).unwrap();

    assert_eq!(
        (owed_on, back.due_on),
        (day("2027-09-15"), Some(day("2027-09-16"))),
        "a day was asked for, a day is given"
    );
}

#[test]
fn a_group_that_waits_for_another_owes_the_answer_still_and_can_say_when_it_comes() {
    let facts = Facts { hand_over_pending: true, due_on: Some(day("2026-11-19")), ..Facts::most_favourable() };

    assert!(given(State::WithGroup, Command::Postpone(day("2026-11-28")), facts).is_ok());
    assert_eq!(given(State::WithGroup, Command::TakeForward, facts), Err(Refusal::Rule(Code::HandOverPending)));
}

#[test]
fn whoever_has_the_ball_has_a_date() {
    let facts = Facts::most_favourable();
    for state in State::ALL {
        for kind in CommandKind::ALL {
            if let Ok(change) = given(*state, kind.example_on(day("2026-11-20")), facts) {
                let is_counted = matches!(kind, CommandKind::CountBallot | CommandKind::Postpone);
                let is_held = change.next == State::Ballot && !is_counted;
                let nobody_owes =
                    change.next.is_final() || matches!(change.next, State::Open | State::Refused) || is_held;
                // (An open idea has its closing day, a ballot that is held its closing time.)
                assert_eq!(change.due_on.is_none(), nobody_owes, "{state} {kind}");
            }
        }
    }
}

//! What holds for each step: who may, in which states, with which version, and only once.

use super::super::Moved;
use super::code_of;
use super::play::Play;
use crate::error::{Code, Result};
use crate::ideas::forms::{Ticket, Version};
use crate::ideas::lifecycle::State;
use crate::ideas::store::Idea;
use crate::kernel::Actor;

type Act = fn(&Play, &Actor, &Idea, &Ticket) -> Result<Moved>;
type Who = fn(&Play) -> &Actor;

struct Step {
    name: &'static str,
    /// Makes an idea on which the step can be taken.
    prepare: fn(&Play) -> Idea,
    /// Who may take it.
    who: Who,
    act: Act,
    /// States in which a bare idea can take it; empty when it needs more than a state.
    states: &'static [State],
    next: State,
}

const OWNED: &[State] = &[
    State::WithGroup,
    State::AwaitingAnswer,
    State::Forwarded,
    State::Proposal,
    State::Ballot,
    State::Accepted,
    State::PartlyAccepted,
    State::UnderWay,
];

fn steps() -> Vec<Step> {
    [steps_to_a_proposal(), steps_with_others(), steps_between_groups(), steps_of_deciding(), steps_of_carrying_out()]
        .into_iter()
        .flatten()
        .collect()
}

fn chair(play: &Play) -> &Actor {
    &play.chair
}

fn forwarded(play: &Play) -> Idea {
    let idea = play.idea(State::WithGroup);
    play.forward(&play.chair, &idea, &play.ticket(&idea)).unwrap();
    idea
}

fn steps_to_a_proposal() -> Vec<Step> {
    vec![
        Step {
            name: "lift",
            prepare: |play| play.idea(State::Open),
            who: |play| &play.receiver,
            act: Play::lift,
            states: &[State::Open, State::Closed],
            next: State::WithGroup,
        },
        Step {
            name: "take forward",
            prepare: |play| play.idea(State::WithGroup),
            who: chair,
            act: Play::take_forward,
            states: &[State::WithGroup],
            next: State::Proposal,
        },
        Step {
            name: "ask an owner",
            prepare: |play| play.idea(State::Proposal),
            who: chair,
            act: Play::ask_owner,
            states: OWNED,
            next: State::Proposal,
        },
        Step {
            name: "answer as owner",
            prepare: |play| {
                let idea = play.idea(State::Proposal);
                play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).unwrap();
                idea
            },
            who: |play| &play.owner,
            act: |play, by, idea, ticket| play.answer_ownership(by, idea, ticket, "yes"),
            states: &[],
            next: State::Proposal,
        },
    ]
}

fn steps_with_others() -> Vec<Step> {
    vec![
        Step {
            name: "ask",
            prepare: |play| play.idea(State::WithGroup),
            who: chair,
            act: Play::ask,
            states: &[State::WithGroup],
            next: State::AwaitingAnswer,
        },
        Step {
            name: "answer a question",
            prepare: |play| {
                let idea = play.idea(State::WithGroup);
                play.ask(&play.chair, &idea, &play.ticket(&idea)).unwrap();
                idea
            },
            who: |play| &play.asked,
            act: Play::answer_inquiry,
            states: &[],
            next: State::WithGroup,
        },
        Step {
            name: "forward",
            prepare: |play| play.idea(State::WithGroup),
            who: chair,
            act: Play::forward,
            states: &[State::WithGroup],
            next: State::Forwarded,
        },
        Step {
            name: "take on",
            prepare: forwarded,
            who: chair,
            act: Play::accept,
            states: &[],
            next: State::Forwarded,
        },
        Step {
            name: "not take on",
            prepare: forwarded,
            who: chair,
            act: Play::refuse_forwarding,
            states: &[],
            next: State::WithGroup,
        },
        Step {
            name: "come back",
            prepare: forwarded,
            who: chair,
            act: Play::answer_inquiry,
            states: &[],
            next: State::WithGroup,
        },
    ]
}

fn steps_between_groups() -> Vec<Step> {
    vec![
        Step {
            name: "offer to another group",
            prepare: |play| play.idea(State::WithGroup),
            who: chair,
            act: Play::offer,
            states: &[State::WithGroup],
            next: State::WithGroup,
        },
        Step {
            name: "answer an offer",
            prepare: |play| {
                let idea = play.idea(State::WithGroup);
                play.offer(&play.chair, &idea, &play.ticket(&idea)).unwrap();
                idea
            },
            who: |play| &play.receiver,
            act: |play, by, idea, ticket| play.answer_offer(by, idea, ticket, "yes"),
            states: &[],
            next: State::WithGroup,
        },
        Step {
            name: "merge",
            prepare: |play| play.idea(State::WithGroup),
            who: chair,
            act: |play, by, idea, ticket| play.merge(by, idea, ticket, &play.idea(State::Open)),
            states: &[State::Open, State::Closed, State::WithGroup],
            next: State::Merged,
        },
    ]
}

fn steps_of_deciding() -> Vec<Step> {
    vec![
        Step {
            name: "decide no",
            prepare: |play| play.idea(State::WithGroup),
            who: chair,
            act: |play, by, idea, ticket| play.decide(by, idea, ticket, "no"),
            states: &[State::Closed, State::WithGroup, State::Forwarded, State::Proposal, State::Ballot],
            next: State::Declined,
        },
        Step {
            name: "decide yes",
            prepare: Play::owned_proposal,
            who: chair,
            act: |play, by, idea, ticket| play.decide(by, idea, ticket, "yes"),
            states: &[],
            next: State::Accepted,
        },
        Step {
            name: "correct",
            prepare: |play| play.idea(State::Declined),
            who: |play| &play.process,
            act: |play, by, idea, ticket| play.correct(by, idea, ticket, "fritid"),
            states: &[State::Closed, State::Declined, State::WithGroup],
            next: State::WithGroup,
        },
    ]
}

fn steps_of_carrying_out() -> Vec<Step> {
    vec![
        Step {
            name: "start",
            prepare: Play::accepted,
            who: |play| &play.owner,
            act: Play::start,
            states: &[],
            next: State::UnderWay,
        },
        Step {
            name: "report",
            prepare: Play::under_way,
            who: |play| &play.owner,
            act: Play::report,
            states: &[],
            next: State::UnderWay,
        },
        Step {
            name: "complete",
            prepare: Play::under_way,
            who: |play| &play.owner,
            act: Play::complete,
            states: &[],
            next: State::Done,
        },
        Step {
            name: "postpone",
            prepare: |play| play.idea(State::WithGroup),
            who: chair,
            act: Play::postpone,
            states: &[
                State::Closed,
                State::WithGroup,
                State::Proposal,
                State::Accepted,
                State::PartlyAccepted,
                State::UnderWay,
            ],
            next: State::WithGroup,
        },
        Step {
            name: "stop",
            prepare: Play::under_way,
            who: chair,
            act: Play::stop,
            states: &[State::Accepted, State::PartlyAccepted, State::UnderWay],
            next: State::Stopped,
        },
    ]
}

#[test]
fn whoever_may_takes_the_step_and_an_event_tells_of_it() {
    for play in Play::everywhere() {
        for step in steps() {
            let idea = (step.prepare)(&play);
            let told = play.stage.events(idea.id).len();

            let moved = (step.act)(&play, (step.who)(&play), &idea, &play.ticket(&idea));

            let moved = moved.unwrap_or_else(|error| panic!("{}: {error}", step.name));
            let now = play.now(&idea);
            assert_eq!((moved.state, moved.version), (step.next, now.version), "{}", step.name);
            assert_eq!(now.state, step.next, "{}", step.name);
            assert!(play.stage.events(idea.id).len() > told, "{}", step.name);
        }
    }
}

#[test]
fn nobody_else_takes_the_step() {
    for play in Play::everywhere() {
        for step in steps() {
            let idea = (step.prepare)(&play);
            let before = play.now(&idea);

            let by_visitor = (step.act)(&play, &Actor::VISITOR, &idea, &play.ticket(&idea));
            let by_neighbour = (step.act)(&play, &play.neighbour, &idea, &play.ticket(&idea));

            assert_eq!(code_of(by_visitor), Some(Code::SignInNeeded), "{}", step.name);
            assert_eq!(code_of(by_neighbour), Some(Code::Forbidden), "{}", step.name);
            assert_eq!(play.now(&idea).version, before.version, "{}", step.name);
        }
    }
}

#[test]
fn a_hidden_idea_is_not_found() {
    for play in Play::everywhere() {
        for step in steps() {
            let idea = (step.prepare)(&play);
            let ticket = play.ticket(&idea);
            play.stage.hide(&idea);

            let outcome = (step.act)(&play, (step.who)(&play), &idea, &ticket);

            assert_eq!(code_of(outcome), Some(Code::NotFound), "{}", step.name);
        }
    }
}

#[test]
fn a_form_filled_in_for_an_older_version_changes_nothing() {
    for play in Play::everywhere() {
        for step in steps() {
            let idea = (step.prepare)(&play);
            let before = play.now(&idea);
            let old = Ticket { version: Version(before.version - 1), form_key: String::new() };

            let outcome = (step.act)(&play, (step.who)(&play), &idea, &old);

            assert_eq!(code_of(outcome), Some(Code::ChangedMeanwhile), "{}", step.name);
            assert_eq!(play.now(&idea).version, before.version, "{}", step.name);
        }
    }
}

#[test]
fn sending_twice_gives_the_first_result() {
    for play in Play::everywhere() {
        for step in steps() {
            let idea = (step.prepare)(&play);
            let ticket = Ticket { form_key: format!("key of {}", step.name), ..play.ticket(&idea) };
            let send = || (step.act)(&play, (step.who)(&play), &idea, &ticket);

            let first = send().unwrap();
            let told = play.stage.events(idea.id);
            let second = send().unwrap();

            assert_eq!(second, first, "{}", step.name);
            assert_eq!(play.stage.events(idea.id), told, "{}", step.name);
        }
    }
}

#[test]
fn a_key_finds_nothing_of_somebody_elses() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        let ticket = Ticket { form_key: "the same key".to_owned(), ..play.ticket(&idea) };
        play.take_forward(&play.chair, &idea, &ticket).unwrap();

        let by_neighbour = play.take_forward(&play.neighbour, &idea, &ticket);

        assert_eq!(code_of(by_neighbour), Some(Code::Forbidden));
    }
}

#[test]
fn each_step_is_taken_in_its_states_and_in_no_other() {
    // What needs a reason or another idea in its row is walked through by the life cycle's own test.
    let bare = [
        State::Open,
        State::Closed,
        State::WithGroup,
        State::AwaitingAnswer,
        State::Forwarded,
        State::Proposal,
        State::Ballot,
        State::Accepted,
        State::PartlyAccepted,
        State::Declined,
        State::UnderWay,
        State::Done,
    ];
    for play in Play::everywhere() {
        for step in steps().into_iter().filter(|step| !step.states.is_empty()) {
            for state in bare {
                let idea = play.idea(state);

                let outcome = (step.act)(&play, (step.who)(&play), &idea, &play.ticket(&idea));

                if step.states.contains(&state) {
                    assert!(outcome.is_ok(), "{} {state}: {outcome:?}", step.name);
                } else {
                    assert_eq!(code_of(outcome), Some(Code::NotNow), "{} {state}", step.name);
                    assert_eq!(play.state(&idea), state);
                }
            }
        }
    }
}

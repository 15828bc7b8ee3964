//! What time itself brings.

use super::super::tick;
use super::play::Play;
use crate::ideas::lifecycle::{Change, State};
use crate::ideas::store::stage::NOON;
use crate::ideas::store::{self, Update};

/// Ticks this many days after the play begins; gives how many ideas changed.
fn tick_on(play: &Play, days: i64) -> usize {
    play.stage.turn_clock_to(NOON.plus_days(days));
    let changed = tick(&play.stage.db, &play.stage.town).unwrap();
    assert_eq!(tick(&play.stage.db, &play.stage.town).unwrap(), 0, "a second tick finds nothing to do");
    changed
}

#[test]
fn support_ends_after_its_last_day() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Open);

        assert_eq!(tick_on(&play, 30), 0, "the last day counts");
        assert_eq!(tick_on(&play, 31), 1);

        let now = play.now(&idea);
        assert_eq!(now.state, State::Closed);
        let answer_days = play.stage.town.settings.clocks.closed_answer_days;
        assert_eq!(now.due_on, Some(super::play::day(31 + answer_days)));
        assert_eq!(play.stage.events(idea.id), ["closed_unsupported"]);
    }
}

#[test]
fn whoever_was_asked_and_did_not_answer_is_not_waited_for() {
    for play in Play::everywhere() {
        let (asked, forwarded) = (play.idea(State::WithGroup), play.idea(State::WithGroup));
        play.ask(&play.chair, &asked, &play.ticket(&asked)).unwrap();
        play.forward(&play.chair, &forwarded, &play.ticket(&forwarded)).unwrap();

        play.accept(&play.chair, &forwarded, &play.ticket(&forwarded)).unwrap();

        assert_eq!(tick_on(&play, 14), 0);
        assert_eq!(tick_on(&play, 15), 1);
        assert_eq!((play.state(&asked), play.state(&forwarded)), (State::WithGroup, State::Forwarded));
        assert_eq!(tick_on(&play, 61), 1, "that the group is late itself moves nothing");

        assert_eq!(play.state(&forwarded), State::WithGroup);
        assert_eq!(play.stage.events(asked.id), ["asked", "answer_missing"]);
        assert_eq!(play.stage.events(forwarded.id), ["forwarded", "forwarding_accepted", "answer_missing"]);
    }
}

#[test]
fn an_offer_that_nobody_answers_is_over_in_time() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.offer(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(tick_on(&play, 14), 0, "fourteen whole days");
        assert_eq!(tick_on(&play, 15), 1);

        assert_eq!(play.now(&idea).group_id, Some(play.group));
        assert_eq!(play.stage.events(idea.id), ["hand_over_offered", "hand_over_declined"]);
        assert!(play.take_forward(&play.chair, &idea, &play.ticket(&idea)).is_ok());
    }
}

#[test]
fn a_returned_idea_lapses_and_is_still_shown_to_nobody() {
    for play in Play::everywhere() {
        let id = play.stage.unpublished(State::Returned);

        assert_eq!(tick_on(&play, 31), 1);

        let idea = play.stage.read(|conn| store::load(conn, id));
        assert_eq!(idea.state, State::Withdrawn);
        assert!(!idea.is_listed(), "it was never published");
        assert_eq!(play.stage.events(id), ["return_lapsed"]);
    }
}

#[test]
fn more_ideas_than_one_batch_are_all_seen() {
    for play in Play::everywhere() {
        let ideas: Vec<_> = (0..120).map(|_| play.idea(State::Open)).collect();

        assert_eq!(tick_on(&play, 31), 120);

        assert!(ideas.iter().all(|idea| play.state(idea) == State::Closed));
    }
}

#[test]
fn an_offer_of_an_idea_that_has_moved_on_is_forgotten() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.offer(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        let idea = play.now(&idea);
        play.stage.write(|tx| {
            let back = Change { next: State::Withdrawn, due_on: None };
            let update = Update { reason: Some("Jag ångrade mig."), ..Update::default() };
            store::apply(tx, &idea, idea.version, &back, &update)
        });

        assert_eq!(tick_on(&play, 15), 0);

        let offer = play.stage.read(|conn| store::handovers::waiting(conn, idea.id));
        assert_eq!(offer, None);
    }
}

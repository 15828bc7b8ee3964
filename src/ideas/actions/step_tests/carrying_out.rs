//! From a yes to what came of it, and back when something went wrong.

use super::code_of;
use super::play::{Play, day};
use crate::error::Code;
use crate::ideas::lifecycle::State;
use crate::ideas::store::ownerships;
use crate::ideas::store::stage::NOON;

#[test]
fn an_idea_is_begun_told_about_and_finished() {
    for play in Play::everywhere() {
        let idea = play.under_way();
        play.stage.turn_clock_to(NOON.plus_days(30));

        play.report(&play.owner, &idea, &play.ticket(&idea)).unwrap();
        let told = play.now(&idea);
        play.complete(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(told.due_on, Some(day(30 + play.stage.town.settings.clocks.note_days)));
        assert_eq!((play.state(&idea), play.now(&idea).due_on), (State::Done, None));
        let events = play.stage.events(idea.id);
        assert_eq!(events[4..], ["started", "progress_reported", "progress_reported", "completed"]);
        play.stage.turn_clock_to(NOON);
    }
}

#[test]
fn what_nobody_owns_is_not_begun() {
    for play in Play::everywhere() {
        let idea = play.accepted();
        play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        let begun = play.start(&play.chair, &idea, &play.ticket(&idea));

        assert_eq!(code_of(begun), Some(Code::OwnerNotAccepted));
    }
}

#[test]
fn a_stop_says_why_and_relieves_the_owner() {
    for play in Play::everywhere() {
        let idea = play.under_way();

        let by_owner = play.stop(&play.owner, &idea, &play.ticket(&idea));
        play.stop(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(code_of(by_owner), Some(Code::Forbidden));
        assert_eq!(play.state(&idea), State::Stopped);
        assert_eq!(play.stage.read(|conn| ownerships::live(conn, idea.id)), None);
    }
}

#[test]
fn the_process_group_brings_back_what_was_stopped() {
    for play in Play::everywhere() {
        let idea = play.under_way();
        play.stop(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        play.correct(&play.process, &idea, &play.ticket(&idea), "").unwrap();

        let now = play.now(&idea);
        assert_eq!((now.state, now.group_id), (State::WithGroup, Some(play.group)));
        let yes = play.decide(&play.chair, &idea, &play.ticket(&idea), "yes");
        assert_eq!(code_of(yes), Some(Code::OwnerNotAccepted), "the old promise does not count any more");
    }
}

#[test]
fn the_process_group_settles_whose_an_idea_is() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.offer(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        let nowhere = play.correct(&play.process, &idea, &play.ticket(&idea), "");
        let where_it_is = play.correct(&play.process, &idea, &play.ticket(&idea), "trygghet");
        play.correct(&play.process, &idea, &play.ticket(&idea), "fritid").unwrap();

        assert_eq!(code_of(nowhere), Some(Code::FieldNotChosen));
        assert_eq!(code_of(where_it_is), Some(Code::FieldUnknownChoice));
        assert_eq!(play.now(&idea).group_id, Some(play.other));
        assert_eq!(play.stage.events(idea.id), ["hand_over_offered", "corrected", "came_to_group"]);
        assert!(play.take_forward(&play.receiver, &idea, &play.ticket(&idea)).is_ok(), "no offer waits any more");
    }
}

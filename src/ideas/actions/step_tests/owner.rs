//! Owners: who can be asked, and what the answers do.

use super::super::{At, ask_owner};
use super::code_of;
use super::play::{Play, day, owner};
use crate::error::Code;
use crate::ideas::forms::{RawAskOwner, RawOwner};
use crate::ideas::lifecycle::State;
use crate::ideas::store::ownerships::{self, OwnershipState};
use crate::ideas::store::stage::{NOON, id_of};

fn ask_for(play: &Play, idea: &crate::ideas::store::Idea, owner: RawOwner) -> crate::error::Result<()> {
    let raw = RawAskOwner { owner, ..RawAskOwner::default() };
    let ticket = play.ticket(idea);
    let asked = raw.parse(NOON.date())?;
    ask_owner(&play.stage.db, &play.stage.town, &play.chair, &At { number: idea.number(), ticket: &ticket }, &asked)
        .map(drop)
}

#[test]
fn somebody_with_a_seat_is_chosen_and_speaks_for_the_seat() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Proposal);
        let seat = |person: i64| RawOwner {
            owner: person.to_string(),
            first_step_on: day(5).to_string(),
            ..RawOwner::default()
        };

        ask_for(&play, &idea, seat(id_of(&play.member).get())).unwrap();
        let without_seat = ask_for(&play, &idea, seat(id_of(&play.neighbour).get()));

        let live = play.stage.read(|conn| ownerships::live(conn, idea.id)).unwrap();
        assert_eq!(
            (live.person, live.name.as_str(), live.state),
            (id_of(&play.member), "Member", OwnershipState::Asked)
        );
        assert_eq!(code_of(without_seat), Some(Code::FieldUnknownChoice));
    }
}

#[test]
fn somebody_by_mail_keeps_the_name_we_know() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Proposal);

        ask_for(&play, &idea, owner()).unwrap();
        let known = play.stage.read(|conn| ownerships::live(conn, idea.id)).unwrap();
        let stranger = RawOwner { owner_email: "ny@example.org".to_owned(), ..owner() };
        ask_for(&play, &idea, stranger).unwrap();
        let new = play.stage.read(|conn| ownerships::live(conn, idea.id)).unwrap();

        assert_eq!((known.name.as_str(), known.organisation.as_str()), ("Owner", "Parkförvaltningen"));
        assert_eq!(new.name, "Somebody");
        assert_ne!(known.person, new.person);
    }
}

#[test]
fn an_owner_can_accept_with_a_later_day_but_not_an_earlier_one() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Proposal);
        play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "later").unwrap();

        let live = play.stage.read(|conn| ownerships::live(conn, idea.id)).unwrap();
        assert_eq!((live.state, live.first_step_on), (OwnershipState::Accepted, day(20)));
        assert_eq!(play.stage.events(idea.id), ["owner_asked", "owner_accepted"]);

        ask_for(&play, &idea, RawOwner { first_step_on: day(25).to_string(), ..owner() }).unwrap();
        let earlier = play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "later");
        assert_eq!(code_of(earlier), Some(Code::FieldDateNotLater));
    }
}

#[test]
fn a_plain_yes_to_a_day_that_has_passed_asks_for_a_new_day() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Proposal);
        play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        play.stage.turn_clock_to(NOON.plus_days(11));

        let late = play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "yes");

        assert_eq!(code_of(late), Some(Code::FieldDatePassed));
        assert!(play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "later").is_ok());
        play.stage.turn_clock_to(NOON);
    }
}

#[test]
fn a_no_leaves_the_place_open_and_somebody_else_can_be_asked() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Proposal);
        play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "no").unwrap();

        assert_eq!(play.stage.read(|conn| ownerships::live(conn, idea.id)), None);
        let again = play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "yes");
        assert_eq!(code_of(again), Some(Code::Forbidden), "whoever said no is not the owner any more");
        assert!(play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).is_ok());
    }
}

#[test]
fn asking_somebody_else_relieves_the_first() {
    for play in Play::everywhere() {
        let idea = play.owned_proposal();

        let other = RawOwner { owner_email: "neighbour@example.org".to_owned(), ..owner() };
        ask_for(&play, &idea, other).unwrap();

        let live = play.stage.read(|conn| ownerships::live(conn, idea.id)).unwrap();
        assert_eq!((live.person, live.state), (id_of(&play.neighbour), OwnershipState::Asked));
        let yes = play.decide(&play.chair, &idea, &play.ticket(&idea), "yes");
        assert_eq!(code_of(yes), Some(Code::OwnerNotAccepted));
    }
}

#[test]
fn whoever_has_accepted_cannot_answer_again() {
    for play in Play::everywhere() {
        let idea = play.owned_proposal();

        let again = play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "no");

        assert_eq!(code_of(again), Some(Code::NotNow));
    }
}

#[test]
fn after_a_yes_nobody_promises_a_day_farther_off_than_any_new_day() {
    for play in Play::everywhere() {
        let idea = play.accepted();
        let other = |days| RawOwner {
            owner_email: "other@example.org".to_owned(),
            first_step_on: day(days).to_string(),
            ..owner()
        };
        assert_eq!(code_of(ask_for(&play, &idea, other(91))), Some(Code::FieldDateTooFar));

        ask_for(&play, &idea, other(90)).unwrap();

        let told = play.stage.events(idea.id);
        assert_eq!(told[told.len() - 2..], ["owner_asked", "owner_released"], "who had it before is told");
        // Before a yes nothing was promised.
        let proposal = play.owned_proposal();
        ask_for(&play, &proposal, other(300)).unwrap();
    }
}

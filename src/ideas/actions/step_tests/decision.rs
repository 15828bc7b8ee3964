//! Decisions: a yes has an owner who has accepted and a first date, a no has reasons.

use super::super::{At, decide};
use super::code_of;
use super::play::{Play, day, decision};
use crate::error::Code;
use crate::ideas::decision::{Answer, Decision, DecisionKind, RawDecision};
use crate::ideas::lifecycle::State;
use crate::ideas::store::decisions::{self, Grounds};
use crate::ideas::store::ownerships;
use crate::ideas::store::stage::NOON;
use crate::kernel::OwnershipId;
use crate::kernel::text::{DecisionText, Reason};

fn yes() -> Decision {
    Decision {
        answer: Answer::Yes { what: DecisionText::parse("Fyra lampor sätts upp.").unwrap() },
        kind: DecisionKind::Own,
        reasons: Reason::parse("Det är mörkt.").unwrap(),
        children: None,
        dissent: None,
    }
}

#[test]
fn a_yes_without_an_owner_is_refused() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);

        for outcome in ["yes", "partly"] {
            let nobody = play.decide(&play.chair, &idea, &play.ticket(&idea), outcome);
            assert_eq!(code_of(nobody), Some(Code::OwnerNotAccepted));
        }
        play.take_forward(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        let only_asked = play.decide(&play.chair, &idea, &play.ticket(&idea), "yes");

        assert_eq!(code_of(only_asked), Some(Code::OwnerNotAccepted));
        assert_eq!(play.state(&idea), State::Proposal);
    }
}

#[test]
fn not_even_a_hand_written_row_says_yes_without_an_owner_who_accepted() {
    for play in Play::everywhere() {
        let (idea, other) = (play.idea(State::WithGroup), play.idea(State::WithGroup));
        play.take_forward(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        let asked = play.stage.read(|conn| ownerships::live(conn, idea.id)).unwrap();
        let write = |idea, owner| {
            let grounds = Grounds { group: play.group, owner, ballot: None };
            play.stage.db.write(|tx| decisions::insert(tx, idea, &yes(), &grounds))
        };

        assert!(write(idea.id, None).is_err(), "nobody");
        assert!(write(idea.id, Some((asked.id, day(10)))).is_err(), "only asked");
        assert!(write(idea.id, Some((OwnershipId::new(999), day(10)))).is_err(), "not there");
        play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "yes").unwrap();
        assert!(write(other.id, Some((asked.id, day(10)))).is_err(), "owner of another idea");
        assert!(write(idea.id, Some((asked.id, day(10)))).is_ok());
    }
}

#[test]
fn a_yes_has_the_owner_and_the_first_date_of_the_promise() {
    for play in Play::everywhere() {
        let idea = play.owned_proposal();

        play.decide(&play.chair, &idea, &play.ticket(&idea), "partly").unwrap();

        let now = play.now(&idea);
        assert_eq!(now.state, State::PartlyAccepted);
        assert_eq!(now.due_on, Some(day(10)), "the day that the owner has promised");
        let events = play.stage.events(idea.id);
        assert_eq!(events, ["taken_forward", "owner_asked", "owner_accepted", "decided"]);
    }
}

#[test]
fn a_first_date_that_has_passed_is_no_promise() {
    for play in Play::everywhere() {
        let idea = play.owned_proposal();
        play.stage.turn_clock_to(NOON.plus_days(11));

        let late = play.decide(&play.chair, &idea, &play.ticket(&idea), "yes");

        assert_eq!(code_of(late), Some(Code::FirstDateMissing));
        play.stage.turn_clock_to(NOON);
    }
}

#[test]
fn a_no_relieves_whoever_was_asked() {
    for play in Play::everywhere() {
        let idea = play.owned_proposal();

        play.decide(&play.chair, &idea, &play.ticket(&idea), "no").unwrap();

        assert_eq!(play.state(&idea), State::Declined);
        assert_eq!(play.stage.read(|conn| ownerships::live(conn, idea.id)), None);
    }
}

#[test]
fn nobody_decides_about_an_own_idea() {
    for play in Play::everywhere() {
        let chair = &play.chair;
        let idea = play.stage.idea(play.group, State::WithGroup, chair.person());

        let own = play.decide(chair, &idea, &play.ticket(&idea), "no");

        assert_eq!(code_of(own), Some(Code::OwnMatter));
    }
}

#[test]
fn the_idea_of_a_child_is_answered_with_what_children_said() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.stage.mark_young(&idea);
        let ticket = play.ticket(&idea);
        let at = At { number: idea.number(), ticket: &ticket };
        let send = |raw: &RawDecision| decide(&play.stage.db, &play.stage.town, &play.chair, &at, raw);

        let silent = send(&decision("no"));
        let heard = send(&RawDecision { children: "Barnen ville ha bollplan.".to_owned(), ..decision("no") });

        assert_eq!(code_of(silent), Some(Code::FieldEmpty));
        assert!(heard.is_ok());
    }
}

#[test]
fn a_short_answer_to_a_closed_idea_can_only_be_no() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Closed);

        let yes = play.decide(&play.chair, &idea, &play.ticket(&idea), "yes");
        let no = play.decide(&play.chair, &idea, &play.ticket(&idea), "no");

        assert_eq!(code_of(yes), Some(Code::NotNow));
        assert!(no.is_ok());
    }
}

//! Questions, bodies outside, and other groups.

use super::super::{At, answer_inquiry, ask, offer_hand_over};
use super::code_of;
use super::play::{Play, day};
use crate::error::Code;
use crate::ideas::forms::{RawHandOver, RawInquiryAnswer, RawQuestion};
use crate::ideas::lifecycle::State;
use crate::ideas::store::stage::NOON;
use crate::kernel::InquiryId;

#[test]
fn a_question_waits_until_its_day_and_comes_back_with_the_answer() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);

        play.ask(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        let waiting = play.now(&idea);
        play.answer_inquiry(&play.asked, &idea, &play.ticket(&idea)).unwrap();
        let back = play.now(&idea);

        assert_eq!((waiting.state, waiting.due_on), (State::AwaitingAnswer, Some(day(14))));
        assert_eq!((back.state, back.due_on), (State::WithGroup, Some(day(30))), "the days that were left");
        assert_eq!(play.stage.events(idea.id), ["asked", "answer_came"]);
    }
}

#[test]
fn a_day_outside_its_limits_is_told_at_its_field() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        let ticket = play.ticket(&idea);
        let ask_by = |days: i32| {
            let raw = RawQuestion {
                asked_name: "Rektorn".to_owned(),
                question: "Går det?".to_owned(),
                due_on: day(days).to_string(),
                ..RawQuestion::default()
            };
            let at = At { number: idea.number(), ticket: &ticket };
            ask(&play.stage.db, &play.stage.town, &play.chair, &at, &raw.parse().unwrap())
        };

        for (days, code) in [(0, Code::FieldDatePassed), (22, Code::FieldDateTooFar)] {
            let crate::error::Error::Invalid(errors) = ask_by(days).unwrap_err() else { panic!("a field is wrong") };
            assert_eq!(errors.of("due_on").map(|error| error.code), Some(code));
        }
        assert!(ask_by(21).is_ok());
    }
}

#[test]
fn the_group_writes_down_what_it_heard_in_another_way() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.ask(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        let by_member = play.answer_inquiry(&play.member, &idea, &play.ticket(&idea));
        let by_chair = play.answer_inquiry(&play.chair, &idea, &play.ticket(&idea));

        assert_eq!(code_of(by_member), Some(Code::Forbidden));
        assert!(by_chair.is_ok());
    }
}

#[test]
fn an_inquiry_of_another_idea_is_not_answered_here() {
    for play in Play::everywhere() {
        let (idea, other) = (play.idea(State::WithGroup), play.idea(State::WithGroup));
        for one in [&idea, &other] {
            play.ask(&play.chair, one, &play.ticket(one)).unwrap();
        }
        let ticket = play.ticket(&idea);
        let answer = RawInquiryAnswer { answer: "Ja, gärna.".to_owned(), ..RawInquiryAnswer::default() };
        let at = At { number: idea.number(), ticket: &ticket };

        for inquiry in [play.waiting(&other), InquiryId::new(999)] {
            let outcome =
                answer_inquiry(&play.stage.db, &play.stage.town, &play.asked, &at, inquiry, &answer.parse().unwrap());
            assert_eq!(code_of(outcome), Some(Code::NotNow));
        }
    }
}

#[test]
fn what_was_handed_on_comes_back_or_is_decided() {
    for play in Play::everywhere() {
        let (back, decided) = (play.idea(State::WithGroup), play.idea(State::WithGroup));
        for idea in [&back, &decided] {
            play.forward(&play.chair, idea, &play.ticket(idea)).unwrap();
            assert_eq!((play.state(idea), play.now(idea).due_on), (State::Forwarded, Some(day(60))));
        }

        play.answer_inquiry(&play.chair, &back, &play.ticket(&back)).unwrap();
        play.decide(&play.chair, &decided, &play.ticket(&decided), "no").unwrap();

        assert_eq!(play.stage.events(back.id), ["forwarded", "came_back"]);
        assert_eq!(play.stage.events(decided.id), ["forwarded", "decided"]);
        let left = play.stage.read(|conn| crate::ideas::store::inquiries::waiting(conn, decided.id));
        assert_eq!(left, None, "nobody is asked any more");
    }
}

#[test]
fn an_accepted_offer_gives_the_idea_to_the_other_group_with_a_new_day() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        play.offer(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        play.stage.turn_clock_to(NOON.plus_days(2));

        play.answer_offer(&play.receiver, &idea, &play.ticket(&idea), "yes").unwrap();

        let now = play.now(&idea);
        assert_eq!((now.state, now.group_id), (State::WithGroup, Some(play.other)));
        assert_eq!(now.due_on, Some(day(2 + play.stage.town.settings.clocks.first_answer_days)));
        let owner = play.stage.read(|conn| crate::ideas::store::ownerships::live(conn, idea.id));
        assert_eq!(owner, None, "the new group names its own");
        let old_chair = play.take_forward(&play.chair, &idea, &play.ticket(&idea));
        assert_eq!(code_of(old_chair), Some(Code::Forbidden));
        assert!(play.take_forward(&play.receiver, &idea, &play.ticket(&idea)).is_ok());
        play.stage.turn_clock_to(NOON);
    }
}

#[test]
fn a_declined_offer_leaves_the_idea_where_it_was() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.offer(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        let held = play.take_forward(&play.chair, &idea, &play.ticket(&idea));
        let twice = play.offer(&play.chair, &idea, &play.ticket(&idea));

        play.answer_offer(&play.receiver, &idea, &play.ticket(&idea), "no").unwrap();

        assert_eq!(code_of(held), Some(Code::HandOverPending));
        assert_eq!(code_of(twice), Some(Code::HandOverPending));
        assert_eq!(play.now(&idea).group_id, Some(play.group));
        assert_eq!(play.stage.events(idea.id), ["hand_over_offered", "hand_over_declined"]);
        let again = play.answer_offer(&play.receiver, &idea, &play.ticket(&idea), "yes");
        assert_eq!(code_of(again), Some(Code::Forbidden));
        assert!(play.take_forward(&play.chair, &idea, &play.ticket(&idea)).is_ok());
    }
}

#[test]
fn a_group_that_cannot_answer_is_not_asked() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.stage.group("tom", "steering", "chair");
        play.stage.group("processgruppen", "process", "chair");
        let ticket = play.ticket(&idea);
        let offer_to = |slug: &str| {
            let raw = RawHandOver { group: slug.to_owned(), reason: "Det passar er.".to_owned(), ..Default::default() };
            let at = At { number: idea.number(), ticket: &ticket };
            offer_hand_over(&play.stage.db, &play.stage.town, &play.chair, &at, &raw.parse().unwrap())
        };

        assert_eq!(code_of(offer_to("tom")), Some(Code::NobodyToAsk));
        for slug in ["processgruppen", "trygghet", "finns-inte"] {
            assert_eq!(code_of(offer_to(slug)), Some(Code::FieldUnknownChoice), "{slug}");
        }
    }
}

use super::super::*;
use super::{at_once, code_of};
use crate::error::Code;
use crate::ideas::lifecycle::State;
use crate::ideas::store::stage::{NOON, Stage, id_of};
use crate::kernel::Actor;
use crate::support;

#[test]
fn a_support_counts_once_and_can_be_taken_back() {
    for stage in Stage::all() {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 10);
        let amina = stage.resident("Amina");
        let sign = || support(&stage.db, &stage.town, &amina, idea.number()).unwrap();

        let first = sign();
        let second = sign();
        let taken_back = retract_support(&stage.db, &stage.town, &amina, idea.number()).unwrap();
        let again = retract_support(&stage.db, &stage.town, &amina, idea.number()).unwrap();

        assert_eq!(first, SupportTold { supports: true, count: 1, goal: 10 });
        assert_eq!(second, first);
        assert_eq!(taken_back, SupportTold { supports: false, count: 0, goal: 10 });
        assert_eq!(again, taken_back);
        assert_eq!(stage.reload(&idea).support_count, 0);
        assert_eq!(sign().count, 1);
    }
}

#[test]
fn a_support_leaves_no_event_and_does_not_disturb_who_edits() {
    for stage in Stage::all() {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 10);
        let before = stage.read(crate::journal::last_change);

        support(&stage.db, &stage.town, &stage.resident("Amina"), idea.number()).unwrap();

        assert_eq!(stage.events(idea.id), Vec::<&str>::new());
        assert_eq!(stage.reload(&idea).version, idea.version);
        assert_eq!(stage.read(crate::journal::last_change), before + 1, "search shows the new count");
    }
}

#[test]
fn sixty_four_equal_supports_at_once_are_one() {
    for stage in Stage::all() {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 1_000);
        let amina = stage.resident("Amina");

        let outcomes = at_once(64, |_| support(&stage.db, &stage.town, &amina, idea.number()));

        assert!(outcomes.iter().all(|told| told.as_ref().is_ok_and(|told| told.supports)), "{outcomes:?}");
        assert_eq!(stage.reload(&idea).support_count, 1);
    }
}

#[test]
fn of_many_supports_at_once_exactly_one_reaches_the_goal() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let idea = stage.open_idea(group, 8);
        let people: Vec<Actor> = (0..24).map(|place| stage.resident(&format!("Boende{place}"))).collect();

        let outcomes = at_once(24, |place| support(&stage.db, &stage.town, &people[place], idea.number()));

        let signed = outcomes.iter().filter(|told| told.is_ok()).count();
        assert_eq!(signed, 8, "the rest came when support was closed");
        for refused in outcomes.into_iter().filter(Result::is_err) {
            assert_eq!(code_of(refused), Some(Code::SupportClosed));
        }
        let after = stage.reload(&idea);
        assert_eq!((after.state, after.support_count), (State::WithGroup, 8));
        assert_eq!(after.due_on, Some(NOON.date().plus_days(stage.town.settings.clocks.first_answer_days)));
        assert_eq!(stage.events(idea.id), ["goal_reached", "came_to_group"]);
    }
}

#[test]
fn support_is_closed_after_the_last_day_and_in_every_other_state() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let amina = stage.resident("Amina");
        let open = stage.open_idea(group, 10);
        support(&stage.db, &stage.town, &amina, open.number()).unwrap();
        let last_day = open.closes_on.unwrap();

        for state in [State::WithGroup, State::Closed, State::Proposal] {
            let idea = stage.idea(group, state, None);
            let outcome = support(&stage.db, &stage.town, &amina, idea.number());
            assert_eq!(code_of(outcome), Some(Code::SupportClosed), "{state}");
        }
        stage.turn_clock_to(last_day.plus_days(1).start().plus_minutes(-1));
        assert!(support(&stage.db, &stage.town, &stage.resident("Senad"), open.number()).is_ok());
        stage.turn_clock_to(last_day.plus_days(1).start());
        let late = support(&stage.db, &stage.town, &stage.resident("Elin"), open.number());
        assert_eq!(code_of(late), Some(Code::SupportClosed));
        let too_late = retract_support(&stage.db, &stage.town, &amina, open.number());
        assert_eq!(code_of(too_late), Some(Code::SupportClosed));
        assert_eq!(stage.reload(&open).support_count, 2);
    }
}

#[test]
fn what_cannot_be_seen_cannot_be_supported_or_followed() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let amina = stage.resident("Amina");
        let hidden = stage.open_idea(group, 10);
        stage.hide(&hidden);

        for number in [hidden.number(), "2026-9999", "draft", ""] {
            assert_eq!(code_of(support(&stage.db, &stage.town, &amina, number)), Some(Code::NotFound), "{number}");
            assert_eq!(code_of(follow(&stage.db, &amina, number)), Some(Code::NotFound), "{number}");
        }
        let open = stage.open_idea(group, 10);
        let visitor = support(&stage.db, &stage.town, &Actor::VISITOR, open.number());
        assert_eq!(code_of(visitor), Some(Code::SignInNeeded));
        assert_eq!(code_of(follow(&stage.db, &Actor::VISITOR, open.number())), Some(Code::SignInNeeded));
    }
}

#[test]
fn an_author_may_stand_behind_the_own_idea_once() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let amina = stage.resident("Amina");
        let idea = stage.idea(group, State::Open, amina.person());

        support(&stage.db, &stage.town, &amina, idea.number()).unwrap();
        support(&stage.db, &stage.town, &amina, idea.number()).unwrap();

        assert_eq!(stage.reload(&idea).support_count, 1);
    }
}

#[test]
fn joined_ideas_count_a_common_supporter_once() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let (from, into) = (stage.open_idea(group, 100), stage.open_idea(group, 100));
        let people: Vec<Actor> = (0..5).map(|place| stage.resident(&format!("Boende{place}"))).collect();
        for person in &people[..4] {
            support(&stage.db, &stage.town, person, from.number()).unwrap();
        }
        for person in &people[3..] {
            support(&stage.db, &stage.town, person, into.number()).unwrap();
        }

        let carried = stage.write(|tx| support::store::carry_over(tx, &stage.town, from.id, into.id));

        assert_eq!(carried, support::store::CarriedOver { moved: 3, shared: 1 });
        for person in &people {
            let name = support::supporter_key(&stage.town, into.id, id_of(person));
            assert!(stage.read(|conn| support::store::has(conn, into.id, &name)));
        }
    }
}

#[test]
fn following_twice_is_following_once() {
    for stage in Stage::all() {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 10);
        let (amina, senad) = (stage.resident("Amina"), stage.resident("Senad"));
        let follows = |who| stage.read(|conn| crate::follows::store::has(conn, idea.id, id_of(who)));

        follow(&stage.db, &amina, idea.number()).unwrap();
        follow(&stage.db, &amina, idea.number()).unwrap();
        follow(&stage.db, &senad, idea.number()).unwrap();
        assert!(follows(&amina) && follows(&senad));

        end_follow(&stage.db, &amina, idea.number()).unwrap();
        end_follow(&stage.db, &amina, idea.number()).unwrap();
        assert!(!follows(&amina) && follows(&senad));
    }
}

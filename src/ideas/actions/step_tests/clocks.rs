//! What is done about days by which somebody owes something, and new days for them.

use super::super::{At, climb, lapse_owners, postpone, remind_asked, tick};
use super::code_of;
use super::play::{Play, day};
use crate::error::{Code, Result};
use crate::ideas::forms::RawPostponement;
use crate::ideas::lifecycle::State;
use crate::ideas::store::Idea;
use crate::ideas::store::stage::NOON;
use crate::kernel::{Actor, Date};

impl Play {
    /// Lets the timer run on a day, twice: what was done is not done again. Gives how many steps.
    fn climb_on(&self, day: Date) -> usize {
        self.stage.turn_clock_to(day.at_hour(9));
        let steps = climb(&self.stage.db, &self.stage.town).unwrap();
        assert_eq!(climb(&self.stage.db, &self.stage.town).unwrap(), 0, "a second look finds nothing to do");
        steps
    }

    /// Lets the timer run every day from one to another.
    fn climb_through(&self, first: i32, last: i32) -> usize {
        (first..=last).map(|days| self.climb_on(day(days))).sum()
    }

    fn told(&self, idea: &Idea) -> Vec<&'static str> {
        self.stage.events(idea.id)
    }

    fn put_off(&self, by: &Actor, idea: &Idea, to: Date) -> Result<()> {
        let reason = "Vi väntar på en mätning.".to_owned();
        let raw = RawPostponement { due_on: to.to_string(), reason, ..RawPostponement::default() };
        let at = At { number: idea.number(), ticket: &self.ticket(idea) };
        postpone(&self.stage.db, &self.stage.town, by, &at, &raw.parse().unwrap()).map(drop)
    }
}

#[test]
fn each_step_is_taken_once_on_its_day() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        let clocks = play.stage.town.settings.clocks;

        assert_eq!(play.climb_through(0, 22), 0);
        assert_eq!(play.climb_on(day(23)), 1, "seven days before");
        assert_eq!(play.climb_through(24, 30), 0, "the day itself is in time");
        assert_eq!(play.told(&idea), ["reminded"]);
        assert_eq!(play.climb_on(day(31)), 1);
        assert_eq!(play.told(&idea), ["reminded", "late"]);
        assert_eq!(play.climb_on(clocks.working_days_after(day(30), 5)), 1);
        assert_eq!(play.climb_on(clocks.working_days_after(day(30), 10)), 1);
        assert_eq!(play.told(&idea), ["reminded", "late", "climbed_to_chair", "climbed_to_process"]);
        assert_eq!(play.climb_through(55, 59), 0);
        assert_eq!(play.climb_on(day(60)), 1, "the author hears again after thirty days");
        assert_eq!(play.climb_through(61, 89), 0);
        assert_eq!(play.climb_on(day(90)), 1);
        assert_eq!(play.told(&idea)[4..], ["late_again", "late_again"]);
        // The program stood still for three months.
        assert_eq!(play.climb_on(day(185)), 1, "once, not for each time that was missed");
    }
}

#[test]
fn after_a_standstill_the_author_comes_first_and_only_the_highest_step_after_that() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);

        // Monday and Tuesday, long after the day.
        assert_eq!(play.climb_on(day(80)), 1);
        assert_eq!(play.told(&idea), ["late"]);
        assert_eq!(play.climb_on(day(81)), 1);
        assert_eq!(play.told(&idea), ["late", "climbed_to_process"]);
        assert_eq!(play.climb_through(82, 89), 0);
        assert_eq!(play.climb_on(day(90)), 1);
        assert_eq!(play.told(&idea).last(), Some(&"late_again"));
    }
}

#[test]
fn a_vacant_chair_is_passed_over_and_so_is_one_who_may_not_read_the_idea() {
    for play in Play::everywhere() {
        let (hidden, screened) = (play.idea(State::WithGroup), play.stage.unpublished(State::Screening));
        play.stage.hide(&hidden);

        play.climb_through(0, 45);

        assert_eq!(play.told(&hidden), ["reminded", "late", "climbed_to_process"]);
        assert_eq!(play.stage.events(screened), ["reminded", "late", "climbed_to_process"]);
    }
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.stage.leave_vacant("chair");

        play.climb_through(0, 45);

        assert_eq!(play.told(&idea), ["reminded", "late", "climbed_to_process"]);
    }
}

#[test]
fn an_idea_that_moves_on_is_owed_something_else() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.climb_through(0, 31);
        play.take_forward(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        let told = play.told(&idea);

        play.climb_through(32, 100);
        assert_eq!(play.told(&idea), told, "the proposal has ninety days of its own");
        let due = play.now(&idea).due_on.unwrap();
        assert_eq!(play.climb_on(due.plus_days(1)), 1);
        assert_eq!(play.told(&idea).last(), Some(&"late"));
    }
}

#[test]
fn what_is_not_owed_by_anybody_climbs_nowhere() {
    for play in Play::everywhere() {
        let ideas = [State::Declined, State::Done].map(|state| play.idea(state));

        play.climb_through(0, 60);

        assert!(ideas.iter().all(|idea| play.told(idea).is_empty()));
    }
}

#[test]
fn nobody_hears_again_of_what_is_hidden_or_has_a_new_day() {
    for play in Play::everywhere() {
        let (hidden, put_off) = (play.idea(State::WithGroup), play.idea(State::WithGroup));
        play.climb_through(0, 45);
        play.stage.hide(&hidden);
        play.put_off(&play.chair, &put_off, day(55)).unwrap();

        play.climb_through(46, 80);

        assert!([&hidden, &put_off].iter().all(|idea| !play.told(idea).contains(&"late_again")));
        assert_eq!(play.climb_through(81, 85), 1, "thirty days after the new day");
        assert_eq!(play.told(&put_off).last(), Some(&"late_again"));
    }
}

#[test]
fn two_workers_at_once_tell_an_author_again_once() {
    for play in Play::everywhere() {
        let ideas: Vec<Idea> = (0..8).map(|_| play.idea(State::WithGroup)).collect();
        play.climb_through(30, 59);
        play.stage.turn_clock_to(day(60).at_hour(9));

        let taken: usize = std::thread::scope(|scope| {
            let worker = || climb(&play.stage.db, &play.stage.town).unwrap();
            let workers = [scope.spawn(worker), scope.spawn(worker)];
            workers.into_iter().map(|worker| worker.join().unwrap()).sum()
        });

        assert_eq!(taken, ideas.len());
        let times = |idea: &Idea| play.told(idea).iter().filter(|kind| **kind == "late_again").count();
        assert!(ideas.iter().all(|idea| times(idea) == 1));
    }
}

#[test]
fn two_workers_at_once_take_each_step_once() {
    for play in Play::everywhere() {
        let ideas: Vec<Idea> = (0..8).map(|_| play.idea(State::WithGroup)).collect();
        play.stage.turn_clock_to(day(31).at_hour(9));

        let taken: usize = std::thread::scope(|scope| {
            let worker = || climb(&play.stage.db, &play.stage.town).unwrap();
            let workers = [scope.spawn(worker), scope.spawn(worker)];
            workers.into_iter().map(|worker| worker.join().unwrap()).sum()
        });

        assert_eq!(taken, ideas.len());
        assert!(ideas.iter().all(|idea| play.told(idea) == ["late"]));
    }
}

#[test]
fn a_new_day_starts_the_steps_anew_and_nobody_is_reminded_at_once() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.climb_through(0, 31);

        play.put_off(&play.chair, &idea, day(35)).unwrap();

        assert_eq!(play.now(&idea).due_on, Some(day(35)));
        assert_eq!(play.climb_through(31, 35), 0);
        assert_eq!(play.climb_on(day(36)), 1);
        assert_eq!(play.told(&idea), ["reminded", "late", "postponed", "late"]);
    }
}

#[test]
fn a_new_day_is_given_by_whoever_owes_it_and_within_bounds() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(code_of(play.put_off(&play.member, &idea, day(40))), Some(Code::Forbidden));
        assert_eq!(code_of(play.put_off(&play.owner, &idea, day(40))), Some(Code::NotNow), "the group owes it");
        assert_eq!(code_of(play.put_off(&play.chair, &idea, day(30))), Some(Code::FieldDateNotLater));
        assert_eq!(code_of(play.put_off(&play.chair, &idea, day(91))), Some(Code::FieldDateTooFar));
        play.put_off(&play.chair, &idea, day(40)).unwrap();
        play.put_off(&play.chair, &idea, day(90)).unwrap();

        assert_eq!(code_of(play.put_off(&play.moderator, &idea, day(80))), Some(Code::NotNow), "the group owes it");
        let unread = play.stage.unpublished(State::Screening);
        let unread = play.stage.read(|conn| crate::ideas::store::load(conn, unread));
        assert_eq!(code_of(play.put_off(&play.chair, &unread, day(40))), Some(Code::NotFound), "not shown to groups");
        play.put_off(&play.moderator, &unread, day(40)).unwrap();
        assert_eq!(play.now(&unread).due_on, Some(day(40)));

        let under_way = play.under_way();
        play.put_off(&play.owner, &under_way, day(75)).unwrap();
        assert_eq!(play.now(&under_way).due_on, Some(day(75)));
    }
}

#[test]
fn whoever_does_not_answer_within_seven_days_is_not_waited_for() {
    for play in Play::everywhere() {
        let (silent, answered) = (play.idea(State::Proposal), play.idea(State::Proposal));
        for idea in [&silent, &answered] {
            play.ask_owner(&play.chair, idea, &play.ticket(idea)).unwrap();
        }
        play.answer_ownership(&play.owner, &answered, &play.ticket(&answered), "yes").unwrap();
        let remind_on = |days| {
            play.stage.turn_clock_to(day(days).at_hour(1));
            let reminded = remind_asked(&play.stage.db, &play.stage.town).unwrap();
            assert_eq!(remind_asked(&play.stage.db, &play.stage.town).unwrap(), 0, "each once");
            reminded
        };
        assert_eq!((remind_on(4), remind_on(5), remind_on(6)), (0, 1, 0), "two days before the last");
        let lapse_on = |days| {
            play.stage.turn_clock_to(day(days).at_hour(1));
            let lapsed = lapse_owners(&play.stage.db, &play.stage.town).unwrap();
            assert_eq!(lapse_owners(&play.stage.db, &play.stage.town).unwrap(), 0);
            lapsed
        };

        assert_eq!(lapse_on(7), 0, "seven whole days");
        assert_eq!(lapse_on(8), 1);

        assert_eq!(play.told(&silent), ["owner_asked", "owner_reminded", "owner_lapsed"]);
        assert_eq!(play.told(&answered), ["owner_asked", "owner_accepted"]);
        let late = play.answer_ownership(&play.owner, &silent, &play.ticket(&silent), "yes");
        assert_eq!(code_of(late), Some(Code::Forbidden));
        assert!(play.ask_owner(&play.chair, &silent, &play.ticket(&silent)).is_ok(), "somebody else can be asked");
    }
}

#[test]
fn asking_again_and_again_gives_the_group_no_new_time() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        let noon = |days: i64| play.stage.turn_clock_to(NOON.plus_days(days));
        noon(4);
        play.ask(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        noon(10);
        play.answer_inquiry(&play.asked, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(play.now(&idea).due_on, Some(day(36)), "26 days were left");
        play.forward(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        noon(35);
        play.answer_inquiry(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(play.now(&idea).due_on, Some(day(61)), "26 days are left still");
    }
}

#[test]
fn who_is_late_already_gains_no_day_by_asking() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.climb_on(day(31));
        play.forward(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        play.stage.turn_clock_to(NOON.plus_days(50));
        play.answer_inquiry(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(play.now(&idea).due_on, Some(day(30)), "the old day stands");
        play.climb_through(51, 57);

        assert_eq!(play.told(&idea), ["late", "forwarded", "came_back", "climbed_to_process"], "and goes on climbing");
    }
}

#[test]
fn nobody_is_relieved_in_the_summer_pause() {
    for mut play in Play::everywhere() {
        play.pauses(3, 22);
        let (asked, offered) = (play.idea(State::WithGroup), play.idea(State::WithGroup));
        play.ask_owner(&play.chair, &asked, &play.ticket(&asked)).unwrap();
        play.offer(&play.chair, &offered, &play.ticket(&offered)).unwrap();
        let over_on = |days| {
            play.stage.turn_clock_to(day(days).at_hour(9));
            let reminded = remind_asked(&play.stage.db, &play.stage.town).unwrap();
            let lapsed = lapse_owners(&play.stage.db, &play.stage.town).unwrap();
            (reminded, lapsed, tick(&play.stage.db, &play.stage.town).unwrap())
        };

        // Two days before the pause and twenty in it: seven end on day 27, fourteen on day 34.
        assert_eq!([8, 15, 24].map(over_on), [(0, 0, 0); 3]);
        assert_eq!([25, 27, 28].map(over_on), [(1, 0, 0), (0, 0, 0), (0, 1, 0)]);
        assert_eq!([34, 35].map(over_on), [(0, 0, 0), (0, 0, 1)]);
    }
}

#[test]
fn a_new_owner_after_a_yes_brings_a_new_day() {
    for play in Play::everywhere() {
        let idea = play.accepted();
        assert_eq!(play.now(&idea).due_on, Some(day(10)));
        play.ask_owner(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        play.answer_ownership(&play.owner, &idea, &play.ticket(&idea), "later").unwrap();

        assert_eq!(play.now(&idea).due_on, Some(day(20)));
        let told = play.told(&idea);
        assert_eq!(told[told.len() - 2..], ["owner_asked", "owner_changed"], "whoever waits for it hears");
    }
}

//! Promised days are kept as rows; whoever carries out asks for help; receivers take on; authors grade.

use super::super::{climb, grade, grade_paper, remind_asked, report_progress, tick};
use super::code_of;
use super::play::{Play, day};
use crate::error::{Code, Result};
use crate::ideas::forms::{RawGrade, RawProgress};
use crate::ideas::grade::{Grade, Question};
use crate::ideas::lifecycle::State;
use crate::ideas::store::stage::NOON;
use crate::ideas::store::{Idea, inquiries};
use crate::kernel::Actor;

impl Play {
    fn on_day(&self, days: i64) {
        self.stage.turn_clock_to(NOON.plus_days(days));
    }

    /// The promises of an idea: step, promised and kept in days since the play began.
    fn promised(&self, idea: &Idea) -> Vec<(State, i32, Option<i32>)> {
        let since = |date: crate::kernel::Date| date.days_since(day(0));
        let rows = self.stage.promises(idea);
        rows.into_iter().map(|(step, promised, kept)| (step, since(promised), kept.map(since))).collect()
    }

    fn graded(&self, by: &Actor, idea: &Idea, raw: &RawGrade) -> Result<()> {
        grade(&self.stage.db, by, idea.number(), raw)
    }
}

#[test]
fn a_promise_is_the_day_that_was_set_first_and_stands_still_while_somebody_is_asked() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        assert_eq!(play.promised(&idea), [(State::WithGroup, 30, None)]);

        play.on_day(4);
        play.ask(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        play.on_day(10);
        play.answer_inquiry(&play.asked, &idea, &play.ticket(&idea)).unwrap();
        assert_eq!(play.promised(&idea), [(State::WithGroup, 36, None)], "six days were somebody else's");
        play.on_day(12);
        play.postpone(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        assert_eq!(play.promised(&idea), [(State::WithGroup, 36, None)], "a new day is no new promise");
        play.take_forward(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        let proposal_days = play.stage.town.settings.clocks.proposal_days;
        assert_eq!(
            play.promised(&idea),
            [(State::WithGroup, 36, Some(12)), (State::Proposal, 12 + proposal_days, None)]
        );
        play.on_day(0);
    }
}

#[test]
fn another_group_promises_anew_and_an_author_who_goes_leaves_nothing_owed() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.offer(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        play.on_day(2);
        play.answer_offer(&play.receiver, &idea, &play.ticket(&idea), "yes").unwrap();
        let answer_days = play.stage.town.settings.clocks.first_answer_days;
        assert_eq!(play.promised(&idea), [(State::WithGroup, 2 + answer_days, None)]);

        let gone = play.idea(State::Proposal);
        play.withdraw(&play.author, &gone).unwrap();
        assert_eq!(play.promised(&gone), []);
        play.on_day(0);
    }
}

#[test]
fn a_day_that_was_missed_stays_missed_whoever_has_the_idea_now() {
    for play in Play::everywhere() {
        let (late, gone) = (play.idea(State::WithGroup), play.idea(State::WithGroup));
        play.on_day(40);
        play.correct(&play.process, &late, &play.ticket(&late), "fritid").unwrap();
        play.withdraw(&play.author, &gone).unwrap();

        let answer_days = play.stage.town.settings.clocks.first_answer_days;
        let missed = (State::WithGroup, 30, Some(40));
        assert_eq!(play.promised(&late), [missed, (State::WithGroup, 40 + answer_days, None)]);
        assert_eq!(play.promised(&gone), [missed]);
        play.on_day(0);
    }
}

#[test]
fn the_results_and_the_page_say_the_same_day_after_a_summer_pause() {
    for mut play in Play::everywhere() {
        play.pauses(20, 40);
        let idea = play.idea(State::WithGroup);
        play.on_day(4);
        play.ask(&play.chair, &idea, &play.ticket(&idea)).unwrap();
        play.on_day(5);
        play.answer_inquiry(&play.asked, &idea, &play.ticket(&idea)).unwrap();

        // It was owed on day thirty, within the pause: fifteen days were left before it.
        assert_eq!(play.now(&idea).due_on, Some(day(41)));
        assert_eq!(play.promised(&idea), [(State::WithGroup, 41, None)]);
        play.on_day(0);
    }
}

#[test]
fn each_note_keeps_a_promise_and_makes_the_next() {
    for play in Play::everywhere() {
        let idea = play.under_way();
        let note_days = play.stage.town.settings.clocks.note_days;
        let before = play.promised(&idea);
        assert_eq!(before.last(), Some(&(State::UnderWay, note_days, None)));

        play.on_day(5);
        play.report(&play.owner, &idea, &play.ticket(&idea)).unwrap();

        let after = play.promised(&idea);
        assert_eq!(
            after[before.len() - 1..],
            [(State::UnderWay, note_days, Some(5)), (State::UnderWay, 5 + note_days, None)]
        );
        play.on_day(0);
    }
}

#[test]
fn help_is_asked_by_whoever_carries_it_out_and_waits_until_it_goes_on() {
    for play in Play::everywhere() {
        let idea = play.under_way();
        assert_eq!(code_of(play.ask_help(&play.chair, &idea, &play.ticket(&idea))), Some(Code::Forbidden));
        let proposal = play.owned_proposal();
        assert_eq!(code_of(play.ask_help(&play.owner, &proposal, &play.ticket(&proposal))), Some(Code::NotNow));
        let due_on = play.now(&idea).due_on;

        play.ask_help(&play.owner, &idea, &play.ticket(&idea)).unwrap();
        play.ask_help(&play.owner, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(play.stage.open_help(&idea), ["Någon som kan gräva."], "the newest stands for both");
        assert_eq!(play.now(&idea).due_on, due_on, "a word is owed all the same");
        let raw = RawProgress { note: "Nu går det igen.".to_owned(), ..RawProgress::default() };
        let at = super::super::At { number: idea.number(), ticket: &play.ticket(&idea) };
        report_progress(&play.stage.db, &play.stage.town, &play.owner, &at, &raw.parse().unwrap()).unwrap();
        assert_eq!(play.stage.open_help(&idea), Vec::<String>::new());
        let told = play.stage.events(idea.id);
        assert_eq!(told[told.len() - 3..], ["help_asked", "help_asked", "progress_reported"]);
    }
}

#[test]
fn what_nobody_takes_on_within_fourteen_days_comes_back() {
    for play in Play::everywhere() {
        let (silent, taken_on) = (play.idea(State::WithGroup), play.idea(State::WithGroup));
        for idea in [&silent, &taken_on] {
            play.forward(&play.chair, idea, &play.ticket(idea)).unwrap();
        }
        play.accept(&play.chair, &taken_on, &play.ticket(&taken_on)).unwrap();
        let again = play.accept(&play.chair, &taken_on, &play.ticket(&taken_on));
        assert_eq!(code_of(again), Some(Code::NotNow), "it is taken on");
        let tick_on = |days| {
            play.on_day(days);
            tick(&play.stage.db, &play.stage.town).unwrap()
        };

        let remind_on = |days| {
            play.on_day(days);
            remind_asked(&play.stage.db, &play.stage.town).unwrap()
        };

        assert_eq!((remind_on(9), remind_on(10), remind_on(11)), (0, 1, 0), "once, four days before the last");
        assert_eq!(tick_on(14), 0);
        assert_eq!(tick_on(15), 1);

        assert_eq!((play.state(&silent), play.state(&taken_on)), (State::WithGroup, State::Forwarded));
        assert_eq!(play.stage.events(silent.id), ["forwarded", "forwarding_reminded", "forwarding_returned"]);
        assert_eq!(play.stage.events(taken_on.id), ["forwarded", "forwarding_accepted"]);
        let waiting = play.stage.read(|conn| inquiries::waiting(conn, silent.id));
        assert_eq!(waiting, None);
        play.on_day(0);
    }
}

#[test]
fn a_receiver_who_says_no_gives_the_idea_back() {
    for play in Play::everywhere() {
        let idea = play.idea(State::WithGroup);
        play.forward(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        play.refuse_forwarding(&play.chair, &idea, &play.ticket(&idea)).unwrap();

        assert_eq!(play.state(&idea), State::WithGroup);
        assert_eq!(play.stage.events(idea.id), ["forwarded", "forwarding_returned"]);
    }
}

#[test]
fn an_author_answers_once_and_may_change_it_for_thirty_days() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Declined);
        let says = |clear: &str, heard: &str, words: &str| RawGrade {
            clear: clear.to_owned(),
            heard: heard.to_owned(),
            words: words.to_owned(),
            ..RawGrade::default()
        };
        assert_eq!(code_of(play.graded(&play.neighbour, &idea, &says("yes", "yes", ""))), Some(Code::Forbidden));
        assert_eq!(code_of(play.graded(&play.author, &idea, &says("yes", "", ""))), Some(Code::FieldNotChosen));
        assert_eq!(code_of(play.graded(&play.author, &idea, &says("yes", "5", ""))), Some(Code::FieldUnknownChoice));
        let early = play.idea(State::Proposal);
        assert_eq!(code_of(play.graded(&play.author, &early, &says("yes", "yes", ""))), Some(Code::NotNow));

        play.graded(&play.author, &idea, &says("yes", "no", "Ni ringde aldrig.")).unwrap();
        play.on_day(30);
        play.graded(&play.author, &idea, &says("partly", "no", "")).unwrap();
        play.on_day(31);
        assert_eq!(code_of(play.graded(&play.author, &idea, &says("yes", "yes", ""))), Some(Code::NotNow));

        let paper = play.stage.read(|conn| grade_paper(conn, &play.author, idea.number(), day(31)));
        let given: Vec<_> =
            paper.given.iter().map(|given| (given.question, given.grade, given.words.clone())).collect();
        assert_eq!(given, [(Question::Clear, Grade::Partly, None), (Question::Heard, Grade::No, None)]);
        assert!(!paper.is_open);
        play.on_day(0);
    }
}

#[test]
fn the_receipt_of_an_idea_is_enough_to_answer() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Done);
        let by_receipt = Actor::Visitor { receipt: Some(idea.id) };
        let raw = RawGrade { result: "partly".to_owned(), ..RawGrade::default() };

        play.graded(&by_receipt, &idea, &raw).unwrap();

        assert_eq!(code_of(play.graded(&Actor::VISITOR, &idea, &raw)), Some(Code::SignInNeeded));
        let other = play.idea(State::Done);
        assert_eq!(code_of(play.graded(&by_receipt, &other, &raw)), Some(Code::SignInNeeded));
    }
}

#[test]
fn the_author_of_an_open_idea_hears_twice_before_its_time_ends() {
    for play in Play::everywhere() {
        let idea = play.idea(State::Open);
        let look_on = |days| {
            play.on_day(days);
            climb(&play.stage.db, &play.stage.town).unwrap()
        };

        // It closes on day thirty, so the first of the two falls on the day it was published.
        let told: usize = (0..30).map(look_on).sum();

        assert_eq!(told, 1);
        assert_eq!(play.stage.events(idea.id), ["closes_soon"]);
        let hidden = play.idea(State::Open);
        play.stage.hide(&hidden);
        assert_eq!((30..60).map(look_on).sum::<usize>(), 0, "nobody can support it");
        play.on_day(0);
    }
}

#[test]
fn all_days_are_looked_at_once_a_day_however_many_ideas_there_are() {
    for play in Play::everywhere() {
        let ideas: Vec<Idea> = (0..8).map(|_| play.idea(State::WithGroup)).collect();
        play.on_day(31);
        assert_eq!(climb(&play.stage.db, &play.stage.town).unwrap(), ideas.len());

        let before = play.stage.db.statements();
        assert_eq!(climb(&play.stage.db, &play.stage.town).unwrap(), 0);

        assert_eq!(play.stage.db.statements() - before, 1, "the other minutes of the day cost one row");
        play.on_day(0);
    }
}

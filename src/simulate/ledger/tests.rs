use super::*;
use crate::kernel::{EmailAddress, EmailId};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn ledger() -> Ledger {
    let plan = Plan { begins: day("2026-01-01"), down_after: 40, down_days: 2, ..Plan::default() };
    let mut ledger = Ledger::new(&plan, Clocks::default(), 10);
    ledger.written("2026-0001", Some("boende-1@example.org".to_owned()), day("2026-01-02").at_hour(9));
    ledger
}

fn mail(kind: &str, text: &str) -> OutboundMail {
    mail_with(1, kind, text)
}

fn mail_with(id: i64, kind: &str, text: &str) -> OutboundMail {
    OutboundMail {
        id: EmailId::new(id),
        kind: kind.to_owned(),
        recipient: EmailAddress::parse("boende-1@example.org").unwrap(),
        recipient_name: None,
        subject: kind.to_owned(),
        text: text.to_owned(),
        html: String::new(),
        locale: "sv".to_owned(),
        thread: Some("2026-0001".to_owned()),
        unsubscribe: None,
        created_at: day("2026-01-01").start(),
    }
}

fn seen(state: State, due_on: &str) -> Seen {
    Seen {
        id: IdeaId::new(1),
        number: Some("2026-0001".to_owned()),
        state,
        since: day("2026-01-02").start(),
        due_on: Some(day(due_on)),
        group: None,
        published_at: Some(day("2026-01-02").start()),
    }
}

fn settle(ledger: Ledger, climbs: &[(Option<IdeaId>, Timestamp)]) -> Outcome {
    ledger.settle(&Plan { begins: day("2026-01-01"), ..Plan::default() }, climbs, (0, 0))
}

#[test]
fn a_missed_day_that_nobody_was_told_of_is_seen() {
    let mut ledger = ledger();
    for passed in 1..40 {
        ledger.close_day(day("2026-01-10").plus_days(passed), &[seen(State::WithGroup, "2026-01-10")]);
    }

    let late = settle(ledger, &[]).lateness;

    assert_eq!((late.missed, late.untold, late.not_climbed), (1, 1, 1));
}

#[test]
fn one_that_was_told_and_climbed_is_seen_too() {
    let mut ledger = ledger();
    ledger.delivered(day("2026-01-11").at_hour(7), &mail("late", "Vi är sena."));
    for passed in 1..40 {
        ledger.close_day(day("2026-01-10").plus_days(passed), &[seen(State::WithGroup, "2026-01-10")]);
    }

    let late = settle(ledger, &[(Some(IdeaId::new(1)), day("2026-01-16").at_hour(9))]).lateness;

    assert_eq!((late.told, late.climbed), (1, 1));
    assert_eq!((late.untold, late.told_late, late.not_climbed), (0, 0, 0));
}

#[test]
fn the_days_on_which_somebody_was_asked_do_not_count() {
    let climbed_on = |on: &str| {
        let mut ledger = ledger();
        let missed = day("2026-01-10");
        for passed in 1..40 {
            let state = if (3..24).contains(&passed) { State::AwaitingAnswer } else { State::WithGroup };
            let due_on = if state == State::WithGroup { "2026-01-10" } else { "2026-02-04" };
            ledger.close_day(missed.plus_days(passed), &[seen(state, due_on)]);
        }
        let late = settle(ledger, &[(Some(IdeaId::new(1)), day(on).at_hour(9))]).lateness;
        (late.climbed, late.moved_on_before_climbing, late.not_climbed)
    };

    // One working day before it was asked, seven from 3 February.
    assert_eq!(climbed_on("2026-02-11"), (1, 0, 0));
    assert_eq!(climbed_on("2026-02-12"), (0, 0, 1));
}

#[test]
fn told_three_days_later_is_too_late_unless_no_mail_could_go() {
    // The mail server is away on the 10th and 11th of February.
    for (missed, told, in_time) in
        [("2026-01-10", "2026-01-13", 0), ("2026-02-08", "2026-02-12", 1), ("2026-02-09", "2026-02-13", 1)]
    {
        let mut ledger = ledger();
        ledger.close_day(day(missed).plus_days(1), &[seen(State::WithGroup, missed)]);
        ledger.delivered(day(told).at_hour(7), &mail("late", "Vi är sena."));

        let late = settle(ledger, &[]).lateness;

        assert_eq!((late.told, late.told_late), (in_time, 1 - in_time), "{missed}");
    }
}

#[test]
fn the_same_mail_or_the_same_words_on_a_day_are_doubles_and_nothing_else_is() {
    let mut ledger = ledger();
    let mails = [("05", 1, "Hej."), ("05", 2, "Hej igen."), ("05", 3, "Hej."), ("06", 4, "Hej."), ("07", 4, "Nytt.")];
    for (on, id, text) in mails {
        ledger.delivered(day(&format!("2026-01-{on}")).at_hour(9), &mail_with(id, "published", text));
    }

    let outcome = settle(ledger, &[]);

    assert_eq!(outcome.doubles, 2);
    assert_eq!(outcome.mails.most_a_day, 3);
    assert_eq!(outcome.mails.a_week_with_mail.median, 5);
    assert!(outcome.broken_promises().iter().any(|broken| broken.contains("two mails a week")));
}

#[test]
fn silence_lasts_until_a_mail_about_the_idea() {
    let mut ledger = ledger();
    ledger.close_day(day("2026-01-12"), &[seen(State::WithGroup, "2026-03-01")]);
    ledger.delivered(day("2026-01-15").at_hour(9), &mail("with_group", "De har den."));
    ledger.close_day(day("2026-01-22"), &[seen(State::WithGroup, "2026-03-01")]);

    assert_eq!(settle(ledger, &[]).longest_silence_days, 10);
}

#[test]
fn an_author_who_hears_nothing_for_more_than_a_month_while_it_is_late_is_seen() {
    let silent = |told: &[&str]| {
        let mut ledger = ledger();
        for passed in 1..80 {
            let today = day("2026-03-10").plus_days(passed);
            if told.contains(&today.to_string().as_str()) {
                ledger.delivered(today.at_hour(7), &mail_with(i64::from(passed), "late_again", &today.to_string()));
            }
            ledger.close_day(today, &[seen(State::WithGroup, "2026-03-10")]);
        }
        let outcome = settle(ledger, &[]);
        (outcome.silent_while_late, outcome.longest_while_late_days)
    };

    assert_eq!(silent(&["2026-03-11", "2026-04-09", "2026-05-09"]), (0, 29));
    assert_eq!(silent(&["2026-03-11", "2026-04-09"]), (1, 49));
}

#[test]
fn an_answer_counts_from_the_first_day_that_was_promised() {
    let answered = |on: &str| {
        let mut ledger = ledger();
        ledger.close_day(day("2026-01-10"), &[seen(State::WithGroup, "2026-02-10")]);
        ledger.close_day(day("2026-02-11"), &[seen(State::WithGroup, "2026-03-10")]);
        ledger.close_day(day(on), &[seen(State::Declined, "2026-03-10")]);
        settle(ledger, &[]).answers
    };

    assert_eq!(answered("2026-03-01"), Answers { published: 1, owed: 1, given: 1, in_time: 0 });
}

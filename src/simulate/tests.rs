//! A small year with everything in it: July, the mail server away, groups asleep.

use super::{Outcome, Plan, run};
use crate::kernel::Date;

fn small(seed: u64) -> Plan {
    Plan { ideas: 40, days: 200, seed, begins: Date::parse("2026-02-01").unwrap(), down_after: 60, down_days: 2 }
}

fn pass(plan: &Plan) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    run(plan, folder.path()).unwrap()
}

#[test]
fn no_day_passes_without_the_author_being_told_and_nothing_is_lost() {
    let outcome = pass(&small(1));

    assert_eq!(outcome.broken_promises(), Vec::<String>::new(), "{outcome}");
    // There was something to tell, or this would show nothing.
    assert!(outcome.lateness.told > 0 && outcome.lateness.climbed > 0, "{outcome}");
    assert!(outcome.answers.in_time > 0 && outcome.answers.in_time < outcome.answers.owed, "{outcome}");
    assert!(outcome.refused_acts.is_empty(), "{outcome}");
}

#[test]
fn the_same_seed_gives_the_same_year() {
    let short = |seed| Plan { ideas: 15, days: 60, down_after: 20, ..small(seed) };

    assert_eq!(pass(&short(5)), pass(&short(5)));
    assert_ne!(pass(&short(5)), pass(&short(6)));
}

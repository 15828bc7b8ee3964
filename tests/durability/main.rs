//! The real program is killed while people write: what it has promised is there, and what was
//! left half done heals by itself.
//!
//! The moments come from a seed, which is printed; `MEDSKAPA_TEST_SEED=…` takes the same again
//! (what the machine does between them is never quite the same).

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod checks;
#[path = "../database/mod.rs"]
#[expect(dead_code, reason = "the tests over HTTP use the rest")]
mod database;
mod fan_out;
mod house;
mod postbox;
mod process;
mod writers;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use database::Kind;
use house::House;
use process::Program;
use writers::{Promised, write_until_killed};

/// How often the program is killed.
const ROUNDS: u32 = 50;
/// Longest time that it may work, in milliseconds; the shortest is none at all.
const LONGEST_LIFE: u64 = 1_500;
/// What the program counts of the work that it still has to do.
const LEFT_TO_DO: [&str; 3] = ["medskapa_jobs_ready", "medskapa_mails_queued", "medskapa_index_lag"];

#[test]
fn fifty_kills_lose_nothing_that_was_promised_on_sqlite() {
    fifty_kills_lose_nothing_that_was_promised(Kind::Sqlite);
}

#[test]
fn fifty_kills_lose_nothing_that_was_promised_on_postgres() {
    fifty_kills_lose_nothing_that_was_promised(Kind::Postgres);
}

fn fifty_kills_lose_nothing_that_was_promised(kind: Kind) {
    let Some(house) = House::furnish(kind) else { return };
    let mut chance = ChaCha8Rng::seed_from_u64(seed());
    let (mut promised, mut latest) = (Promised::default(), Promised::default());
    let mut on_their_way = BTreeSet::new();

    for _ in 0..ROUNDS {
        let mut program = house.start();
        on_their_way.extend(what_must_be_true_at_once(&house, &program, &latest));
        promised.add(latest);
        let life = Duration::from_millis(chance.random_range(0..LONGEST_LIFE));
        latest = write_and_kill(&house, &mut program, life);
    }

    let program = house.start();
    on_their_way.extend(what_must_be_true_at_once(&house, &program, &latest));
    promised.add(latest);
    checks::let_leases_run_out(&house.db());
    program.wait_for_zero(&LEFT_TO_DO);
    checks::published_ideas_are_found(&program, &promised.published);
    assert!(program.stop().success(), "a program that is asked to end does so");
    let db = house.db();
    checks::promises_are_kept(&house, &db, &promised);
    checks::mails_have_arrived(&house, &db, &promised, &on_their_way);
    checks::index_is_the_database(&house, &db);
    assert!(!house.logged().contains("panicked"), "{}", house.logged());
    enough_was_tried(&promised, &house);
}

/// Lets everyone write for so long, and kills the program.
fn write_and_kill(house: &House, program: &mut Program, life: Duration) -> Promised {
    let killed = Arc::new(AtomicBool::new(false));
    let base = program.base.clone();
    write_until_killed(house, &base, &killed, || {
        process::wait(life);
        killed.store(true, Ordering::SeqCst);
        program.kill();
    })
}

/// What must be true as soon as a program serves after the death of another; gives the mails that
/// may arrive twice. Only now, because the program has to be the first to open the data.
fn what_must_be_true_at_once(house: &House, program: &Program, latest: &Promised) -> BTreeSet<String> {
    program.wait_for_zero(&["medskapa_index_lag", "medskapa_jobs_dead"]);
    checks::published_ideas_are_found(program, &latest.published);
    let db = house.db();
    checks::promises_are_kept(house, &db, latest);
    checks::leases_run_out(&db);
    // What the dead one had in hand stays so until its lease has run out, so it still waits.
    checks::waiting_mails(&db)
}

/// A test in which nobody got an answer would prove nothing.
fn enough_was_tried(promised: &Promised, house: &House) {
    let tried = [promised.supports.len(), promised.comments.len(), promised.ideas.len(), promised.published.len()];
    let mails = house.postbox.mails().len();
    say(&format!("promised: {tried:?} supports, comments, ideas, publications; {mails} mails arrived"));
    let rounds = usize::try_from(ROUNDS).expect("a number");
    // On a slow machine a life is over before many ideas have come through all their pages.
    assert!(tried.iter().zip([1, 1, 10, 10]).all(|(count, part)| *count >= rounds / part), "{tried:?}");
}

fn seed() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "a setting of this test")]
    let given = std::env::var("MEDSKAPA_TEST_SEED").ok();
    let seed = given.map_or_else(rand::random, |text| text.parse().expect("MEDSKAPA_TEST_SEED is a number"));
    say(&format!("MEDSKAPA_TEST_SEED={seed}"));
    seed
}

/// Says something beside the results of the tests.
#[expect(clippy::print_stderr, reason = "the one who runs the tests has to know")]
fn say(line: &str) {
    eprintln!("{line}");
}

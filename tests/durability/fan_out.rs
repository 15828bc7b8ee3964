//! The program is killed while it tells very many people of one thing.

use std::collections::BTreeMap;
use std::time::Duration;

use diesel::prelude::*;
use medskapa::accounts::store as accounts;
use medskapa::db::Db;
use medskapa::db::schema::{emails, follows, jobs};
use medskapa::i18n::Locale;
use medskapa::journal::{self, Event};
use medskapa::kernel::{Actor, EmailAddress, IdeaId};
use medskapa::policy::Role;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::database::Kind;
use crate::house::House;
use crate::{LEFT_TO_DO, ROUNDS, checks, process, say, seed};

/// More than two batches of readers.
const FOLLOWERS: usize = 1_100;
/// Longest time that the program may work, in milliseconds: short enough that mails are left in the last
/// rounds too.
const LONGEST_LIFE: u64 = 400;
/// What the mail server takes for each mail.
const SLOWNESS: Duration = Duration::from_millis(20);

#[test]
fn fifty_kills_while_many_are_told_lose_no_mail_on_sqlite() {
    fifty_kills_while_many_are_told_lose_no_mail(Kind::Sqlite);
}

#[test]
fn fifty_kills_while_many_are_told_lose_no_mail_on_postgres() {
    fifty_kills_while_many_are_told_lose_no_mail(Kind::Postgres);
}

fn fifty_kills_while_many_are_told_lose_no_mail(kind: Kind) {
    let Some(house) = House::furnish(kind) else { return };
    house.postbox.take(SLOWNESS);
    let (idea, _) = house.open[0];
    let readers = follow(&house.db(), idea);
    let group = house.group;
    let happened = house.db().write(|tx| {
        let due_on = tx.now.date().plus_days(45).number();
        journal::record(tx, &Actor::System, &[Event::CameToGroup { idea, group, due_on }])
    });
    happened.expect("an event");
    let mut chance = ChaCha8Rng::seed_from_u64(seed());
    let (mut in_hand, mut in_the_middle) = (0, 0);

    for _ in 0..ROUNDS {
        let mut program = house.start();
        process::wait(Duration::from_millis(chance.random_range(0..LONGEST_LIFE)));
        program.kill();
        let db = house.db();
        in_hand += leased(&db);
        in_the_middle += u32::from(!is_all_sent(&db, &readers));
        checks::let_leases_run_out(&db);
    }

    let program = house.start();
    program.wait_for_zero(&LEFT_TO_DO);
    assert!(program.stop().success());
    let doubles = arrived_once_or_from_hand(&house, &readers, in_hand);
    say(&format!("{in_the_middle} of {ROUNDS} kills came before the last mail; {doubles} mails arrived twice"));
    assert!(in_the_middle > ROUNDS / 3, "the mails were out after {in_the_middle} kills");
    assert!(!house.logged().contains("panicked"), "{}", house.logged());
}

/// Many people follow an idea; gives their addresses.
fn follow(db: &Db, idea: IdeaId) -> Vec<String> {
    let addresses: Vec<String> = (0..FOLLOWERS).map(|place| format!("foljare{place}@example.org")).collect();
    let followed = db.write(|tx| {
        for address in &addresses {
            let email = EmailAddress::parse(address).expect("an address");
            let person = accounts::NewPerson {
                email: &email,
                display_name: "Följare",
                organisation: None,
                about: None,
                locale: Locale::Swedish,
                role: Role::Resident,
                example: false,
                confirmed: true,
            };
            let person = accounts::insert(tx, &person)?;
            let since = tx.now.date();
            diesel::insert_into(follows::table)
                .values((follows::idea_id.eq(idea), follows::person_id.eq(person), follows::since_on.eq(since)))
                .execute(tx.conn)?;
        }
        Ok(())
    });
    followed.expect("followers");
    addresses
}

/// Jobs that the dead program had in hand.
fn leased(db: &Db) -> i64 {
    let held = jobs::table.filter(jobs::lease_until.is_not_null());
    db.read(|conn| Ok(held.count().get_result(conn)?)).expect("the jobs")
}

fn is_all_sent(db: &Db, readers: &[String]) -> bool {
    let sent = emails::table.filter(emails::state.eq("sent"));
    let sent: i64 = db.read(|conn| Ok(sent.count().get_result(conn)?)).expect("the mails");
    usize::try_from(sent).expect("a number") >= readers.len()
}

/// Everyone got the mail; those that came twice are no more than the mails that were in hand when the
/// program died, and have the same Message-ID and words. Gives how many came twice.
fn arrived_once_or_from_hand(house: &House, readers: &[String], in_hand: i64) -> usize {
    let db = house.db();
    let written: Vec<(i64, String, String)> = db
        .read(|conn| Ok(emails::table.select((emails::id, emails::recipient, emails::state)).load(conn)?))
        .expect("the mails");
    for reader in readers {
        let told: Vec<_> = written.iter().filter(|(_, recipient, _)| recipient == reader).collect();
        assert!(matches!(told[..], [(_, _, state)] if state == "sent"), "{reader} was told {told:?}");
    }
    let mut arrived: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for letter in house.postbox.mails() {
        arrived.entry(letter.message_id).or_default().push(letter.words);
    }
    assert_eq!(arrived.len(), written.len(), "mails written and arrived");
    assert!(arrived.values().all(|copies| copies.windows(2).all(|two| two[0] == two[1])), "copies differ");
    let doubles: usize = arrived.values().map(|copies| copies.len() - 1).sum();
    assert!(i64::try_from(doubles).expect("a number") <= in_hand, "{doubles} came twice, {in_hand} were in hand");
    doubles
}

use super::{Stage, address, code_of};
use crate::accounts::tokens::{
    self, CodeCheck, MAILS_PER_HOUR, MOST_TRIES, MailedToken, Purpose, code, find_link, issue, link_token, load,
    parse_code, redeem_code, redeem_link,
};
use crate::db::schema::{jobs, mailed_tokens};
use crate::error::Code;
use crate::i18n::Locale;
use crate::kernel::IdeaId;
use crate::kernel::token::Key;
use diesel::prelude::*;

fn issued(stage: &Stage, purpose: Purpose) -> MailedToken {
    let email = address("Amina@Example.org");
    let id =
        stage.db.write(|tx| issue(tx, &stage.town, purpose, &email, Some(IdeaId::new(7)), Locale::English)).unwrap();
    stage.db.read(|conn| load(conn, id)).unwrap()
}

/// A code that is not the right one.
fn wrong(stage: &Stage, row: &MailedToken) -> String {
    let right = code(&stage.town, row);
    if right == "000000" { "000001".to_owned() } else { "000000".to_owned() }
}

fn jobs_of(stage: &Stage) -> Vec<String> {
    stage.db.read(|conn| Ok(jobs::table.order(jobs::id).select(jobs::payload).load(conn)?)).unwrap()
}

#[test]
fn issuing_writes_the_row_and_the_job_that_mails_it() {
    let stage = Stage::new();

    let row = issued(&stage, Purpose::Support);

    assert_eq!(row.email.as_str(), "Amina@Example.org");
    assert_eq!((row.idea, row.locale, row.purpose), (Some(IdeaId::new(7)), Locale::English, Purpose::Support));
    assert_eq!(jobs_of(&stage), [format!("{{\"kind\":\"mail_token\",\"token\":{}}}", row.id)]);
}

#[test]
fn link_and_code_follow_from_the_row_and_the_key_alone() {
    let stage = Stage::new();
    let row = issued(&stage, Purpose::SignIn);
    let again = stage.db.read(|conn| load(conn, row.id)).unwrap();
    let mut other = stage.town.clone();
    other.key = Key::new(vec![6; 32]);

    assert_eq!(link_token(&stage.town, &row), link_token(&stage.town, &again));
    assert_eq!(code(&stage.town, &row), code(&stage.town, &again));
    assert_ne!(link_token(&stage.town, &row), link_token(&other, &row));
    assert!(parse_code(&code(&stage.town, &row)).is_some());
    assert!(link_token(&stage.town, &row).ends_with(|c: char| c.is_ascii_digit()));
}

#[test]
fn nothing_in_the_table_is_the_link_or_the_code() {
    let stage = Stage::new();
    let row = issued(&stage, Purpose::SignIn);

    let stored: String =
        stage.db.read(|conn| Ok(mailed_tokens::table.select(mailed_tokens::nonce).first(conn)?)).unwrap();

    assert!(!link_token(&stage.town, &row).contains(&stored));
    assert!(!stored.contains(&code(&stage.town, &row)));
}

#[test]
fn a_link_is_used_once_and_looking_at_it_uses_nothing() {
    let stage = Stage::new();
    let link = link_token(&stage.town, &issued(&stage, Purpose::SignIn));
    let look = || stage.db.read(|conn| find_link(conn, &stage.town, Purpose::SignIn, &link, stage.now()));
    let redeem = || stage.db.write(|tx| redeem_link(tx, &stage.town, Purpose::SignIn, &link));

    assert!(look().is_ok());
    assert!(look().is_ok());
    assert!(redeem().is_ok());
    assert_eq!(code_of(redeem()), Some(Code::LinkExpired));
    assert_eq!(code_of(look()), Some(Code::LinkExpired));
}

#[test]
fn a_link_of_another_purpose_a_changed_one_and_rubbish_open_nothing() {
    let stage = Stage::new();
    let support = issued(&stage, Purpose::Support);
    let link = link_token(&stage.town, &support);
    let foreign = link.replace(&format!(".{}", support.id), ".99");
    let (first, rest) = link.split_at(1);
    let changed = format!("{}{rest}", if first == "A" { "B" } else { "A" });

    for link in [link.as_str(), &foreign, &changed, "", ".", "x", "x.1", "1", "x.-1", "x.99999999999999999999"] {
        let outcome = stage.db.write(|tx| redeem_link(tx, &stage.town, Purpose::SignIn, link));
        assert_eq!(code_of(outcome), Some(Code::LinkExpired), "{link}");
    }
    assert!(stage.db.write(|tx| redeem_link(tx, &stage.town, Purpose::Support, &link)).is_ok());
}

#[test]
fn a_link_works_to_the_end_of_its_time_and_not_after() {
    let stage = Stage::new();
    let link = link_token(&stage.town, &issued(&stage, Purpose::SignIn));
    let look = || stage.db.read(|conn| find_link(conn, &stage.town, Purpose::SignIn, &link, stage.now()));

    stage.advance_minutes(14);
    assert!(look().is_ok());
    stage.advance_minutes(1);
    assert_eq!(code_of(look()), Some(Code::LinkExpired));
    let late = stage.db.write(|tx| redeem_link(tx, &stage.town, Purpose::SignIn, &link));
    assert_eq!(code_of(late), Some(Code::LinkExpired));
}

#[test]
fn a_code_is_used_once() {
    let stage = Stage::new();
    let row = issued(&stage, Purpose::SignIn);
    let right = code(&stage.town, &row);
    let redeem = || stage.db.write(|tx| redeem_code(tx, &stage.town, row.id, &right)).unwrap();

    assert!(matches!(redeem(), CodeCheck::Right(_)));
    assert!(matches!(redeem(), CodeCheck::Spent));
}

#[test]
fn after_five_wrong_codes_the_right_one_is_worth_nothing_but_the_link_still_works() {
    let stage = Stage::new();
    let row = issued(&stage, Purpose::SignIn);
    let (right, wrong) = (code(&stage.town, &row), wrong(&stage, &row));
    let redeem = |code: &str| stage.db.write(|tx| redeem_code(tx, &stage.town, row.id, code)).unwrap();

    for _ in 1..MOST_TRIES {
        assert!(matches!(redeem(&wrong), CodeCheck::Wrong));
    }
    assert!(matches!(redeem(&wrong), CodeCheck::Spent));
    assert!(matches!(redeem(&right), CodeCheck::Spent));
    let link = link_token(&stage.town, &row);
    assert!(stage.db.write(|tx| redeem_link(tx, &stage.town, Purpose::SignIn, &link)).is_ok());
}

#[test]
fn only_signing_in_has_a_code() {
    let stage = Stage::new();
    let row = issued(&stage, Purpose::Support);
    let right = code(&stage.town, &row);

    let outcome = stage.db.write(|tx| redeem_code(tx, &stage.town, row.id, &right)).unwrap();

    assert!(matches!(outcome, CodeCheck::Spent));
}

#[test]
fn the_sixth_mail_within_an_hour_is_not_sent_and_looks_the_same() {
    let stage = Stage::new();
    let most = usize::try_from(MAILS_PER_HOUR).unwrap();
    let rows: Vec<_> = (0..most).map(|_| issued(&stage, Purpose::SignIn).id).collect();

    let sixth = issued(&stage, Purpose::SignIn).id;

    assert_eq!(Some(&sixth), rows.last());
    assert_eq!(jobs_of(&stage).len(), most);
    // Another purpose is counted for itself, and an hour later there is a new one.
    assert!(!rows.contains(&issued(&stage, Purpose::Support).id));
    stage.advance_minutes(61);
    assert!(!rows.contains(&issued(&stage, Purpose::SignIn).id));
}

#[test]
fn rows_that_ran_out_are_forgotten() {
    let stage = Stage::new();
    let old = issued(&stage, Purpose::SignIn);
    let week = issued(&stage, Purpose::Support);
    stage.advance_minutes(60);

    let before = stage.now();
    let forgotten = stage.db.write(|tx| tokens::prune(tx, before)).unwrap();

    assert_eq!(forgotten, 1);
    assert!(stage.db.read(|conn| load(conn, old.id)).is_err());
    assert!(stage.db.read(|conn| load(conn, week.id)).is_ok());
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    assert_eq!(parse_code(" 123 456 ").as_deref(), Some("123456"));
    assert_eq!(parse_code("123-456").as_deref(), Some("123456"));
    for rubbish in ["", "12345", "1234567", "12345a", "１２３４５６", "12.345"] {
        assert_eq!(parse_code(rubbish), None, "{rubbish}");
    }
}

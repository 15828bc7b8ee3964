use super::{Stage, address, arrival, code_of, done};
use crate::accounts::actions::{
    Outcome, RawApiToken, confirm_contact, end_other_sessions, end_session, make_api_token, request_mail,
    sign_in_as_example, sign_in_by_code, sign_in_by_link, sign_out,
};
use crate::accounts::session::{self, read_session};
use crate::accounts::tokens::{self, Purpose};
use crate::accounts::{store, views};
use crate::db::schema::people;
use crate::error::Code;
use crate::i18n::Locale;
use crate::kernel::{Actor, SessionId};
use crate::policy::Role;
use diesel::prelude::*;

fn count_people(stage: &Stage) -> i64 {
    stage.db.read(|conn| Ok(people::table.count().get_result(conn)?)).unwrap()
}

fn session_of(actor: &Actor) -> SessionId {
    let Actor::Person { session, .. } = actor else { panic!("not signed in") };
    *session
}

/// Asks for a mail and gives its row and its code.
fn asked(stage: &Stage, email: &str) -> (i64, String) {
    let row = request_mail(&stage.db, &stage.town, &address(email), Locale::Swedish).unwrap();
    let mailed = stage.db.read(|conn| tokens::load(conn, row)).unwrap();
    (row, tokens::code(&stage.town, &mailed))
}

#[test]
fn asking_for_a_mail_costs_the_same_and_writes_the_same_for_every_address() {
    let stage = Stage::new();
    stage.person("amina@example.org", Role::Resident);
    let cost = |email: &str| {
        let before = stage.db.statements();
        request_mail(&stage.db, &stage.town, &address(email), Locale::Swedish).unwrap();
        stage.db.statements() - before
    };
    cost("warmed-up@example.org");

    assert_eq!(cost("amina@example.org"), cost("nobody@example.org"));
    assert_eq!(count_people(&stage), 1);
}

#[test]
fn a_known_address_signs_in_as_its_person() {
    let stage = Stage::new();
    let amina = stage.person("amina@example.org", Role::Resident);
    let (row, code) = asked(&stage, "AMINA@example.org");

    let signed_in = done(sign_in_by_code(&stage.db, &stage.town, &arrival(Actor::VISITOR), row, &code).unwrap());

    assert_eq!((signed_in.person, signed_in.is_new), (amina, false));
    let session = read_session(&stage.town, session::Purpose::Session, &signed_in.token, stage.now()).unwrap();
    assert!(stage.lets_in(session));
    assert!(read_session(&stage.town, session::Purpose::Api, &signed_in.token, stage.now()).is_none());
}

#[test]
fn an_unknown_address_becomes_a_resident_whose_name_tells_nothing_of_it() {
    let stage = Stage::new();
    let (row, code) = asked(&stage, "hemligt.namn@example.org");

    let signed_in = done(sign_in_by_code(&stage.db, &stage.town, &arrival(Actor::VISITOR), row, &code).unwrap());

    assert!(signed_in.is_new);
    let profile = stage.db.read(|conn| views::profile(conn, signed_in.person)).unwrap();
    assert_eq!((profile.role, profile.confirmed_at), (Role::Resident, Some(stage.now())));
    assert_eq!(profile.display_name, "Boende");
}

#[test]
fn signing_in_ends_the_sign_in_that_the_browser_had() {
    let stage = Stage::new();
    let amina = stage.person("amina@example.org", Role::Resident);
    let before = stage.actor(amina);
    let (row, code) = asked(&stage, "amina@example.org");

    let signed_in = done(sign_in_by_code(&stage.db, &stage.town, &arrival(before), row, &code).unwrap());

    assert!(!stage.lets_in(session_of(&before)));
    let fresh = read_session(&stage.town, session::Purpose::Session, &signed_in.token, stage.now()).unwrap();
    assert_ne!(fresh, session_of(&before));
}

#[test]
fn a_wrong_code_counts_and_a_spent_one_says_so() {
    let stage = Stage::new();
    let (row, right) = asked(&stage, "amina@example.org");
    let wrong = if right == "111111" { "222222" } else { "111111" };
    let try_with = |code: &str| sign_in_by_code(&stage.db, &stage.town, &arrival(Actor::VISITOR), row, code).unwrap();

    for _ in 0..4 {
        assert!(matches!(try_with(wrong), Outcome::WrongCode));
    }
    assert!(matches!(try_with(wrong), Outcome::Spent));
    assert!(matches!(try_with(&right), Outcome::Spent));
    assert_eq!(count_people(&stage), 0);
}

#[test]
fn a_suspended_person_is_out_at_once_and_told_why_after_proving_who_it_is() {
    let stage = Stage::new();
    let amina = stage.person("amina@example.org", Role::Resident);
    let before = stage.actor(amina);
    stage.db.write(|tx| store::set_suspension(tx, amina, Some("Hotade en granne"))).unwrap();
    let (row, code) = asked(&stage, "amina@example.org");

    let outcome = sign_in_by_code(&stage.db, &stage.town, &arrival(Actor::VISITOR), row, &code).unwrap();

    assert!(!stage.lets_in(session_of(&before)));
    let Outcome::Suspended(reason) = outcome else { panic!("{outcome:?}") };
    assert_eq!(reason.as_deref(), Some("Hotade en granne"));
    let again = sign_in_by_code(&stage.db, &stage.town, &arrival(Actor::VISITOR), row, &code).unwrap();
    assert!(matches!(again, Outcome::Spent));
}

#[test]
fn only_people_of_the_example_town_can_be_chosen() {
    let stage = Stage::new();
    let amina = stage.person("amina@example.org", Role::Admin);
    let choose = || sign_in_as_example(&stage.db, &stage.town, &arrival(Actor::VISITOR), amina);

    assert_eq!(code_of(choose()), Some(Code::NotFound));
    stage.db.write(|tx| Ok(diesel::update(people::table).set(people::example.eq(true)).execute(tx.conn)?)).unwrap();
    assert_eq!(done(choose().unwrap()).person, amina);
}

#[test]
fn a_person_ends_own_sign_ins_and_no_one_elses() {
    let stage = Stage::new();
    let (amina, bo) = (stage.person("amina@example.org", Role::Resident), stage.person("bo@example.org", Role::Admin));
    let (here, there, bos) = (stage.actor(amina), stage.actor(amina), stage.actor(bo));

    assert_eq!(code_of(end_session(&stage.db, &here, session_of(&bos))), Some(Code::NotFound));
    assert_eq!(code_of(end_session(&stage.db, &here, SessionId::new(999))), Some(Code::NotFound));
    assert_eq!(code_of(end_session(&stage.db, &Actor::VISITOR, session_of(&bos))), Some(Code::SignInNeeded));
    assert!(stage.lets_in(session_of(&bos)));
    end_session(&stage.db, &here, session_of(&there)).unwrap();
    assert!(!stage.lets_in(session_of(&there)));
    sign_out(&stage.db, &here).unwrap();
    assert!(!stage.lets_in(session_of(&here)));
}

#[test]
fn ending_all_others_keeps_this_browser_and_the_keys() {
    let stage = Stage::new();
    let amina = stage.person("amina@example.org", Role::Resident);
    let (here, there) = (stage.actor(amina), stage.actor(amina));
    let key = api_token(&stage, &here, "Kartan", "k1").unwrap();

    end_other_sessions(&stage.db, &here).unwrap();

    assert!(stage.lets_in(session_of(&here)));
    assert!(!stage.lets_in(session_of(&there)));
    let session = read_session(&stage.town, session::Purpose::Api, &key, stage.now()).unwrap();
    assert!(stage.lets_in(session));
}

fn api_token(stage: &Stage, actor: &Actor, label: &str, form_key: &str) -> crate::error::Result<String> {
    let raw = RawApiToken { label: label.to_owned(), form_key: form_key.to_owned() };
    make_api_token(&stage.db, &stage.town, actor, &raw.parse()?)
}

#[test]
fn the_same_form_sent_twice_makes_one_key() {
    let stage = Stage::new();
    let (amina, bo) =
        (stage.person("amina@example.org", Role::Resident), stage.person("bo@example.org", Role::Resident));
    let (amina, bo) = (stage.actor(amina), stage.actor(bo));

    let first = api_token(&stage, &amina, "Kartan", "k1").unwrap();
    stage.advance_minutes(1);
    let second = api_token(&stage, &amina, "Kartan", "k1").unwrap();
    let bos = api_token(&stage, &bo, "Kartan", "k1").unwrap();

    assert_eq!(first, second);
    assert_ne!(first, bos);
}

#[test]
fn a_person_has_at_most_twenty_keys() {
    let stage = Stage::new();
    let amina = stage.person("amina@example.org", Role::Resident);
    let actor = stage.actor(amina);
    for number in 0..20 {
        api_token(&stage, &actor, "Kartan", &format!("k{number}")).unwrap();
    }

    assert_eq!(code_of(api_token(&stage, &actor, "Kartan", "k20")), Some(Code::TooManyTokens));
    assert_eq!(code_of(api_token(&stage, &actor, "K", "k21")), Some(Code::InvalidInput));
    assert_eq!(code_of(api_token(&stage, &actor, "Kartan", "")), Some(Code::MalformedBody));
}

#[test]
fn confirming_a_contact_signs_nobody_in_and_is_done_once() {
    let stage = Stage::new();
    let row = stage
        .db
        .write(|tx| {
            let email = address("amina@example.org");
            tokens::issue(tx, &stage.town, Purpose::ConfirmContact, &email, None, Locale::English)
        })
        .unwrap();
    let mailed = stage.db.read(|conn| tokens::load(conn, row)).unwrap();
    let link = tokens::link_token(&stage.town, &mailed);

    let as_sign_in = sign_in_by_link(&stage.db, &stage.town, &arrival(Actor::VISITOR), &link);
    assert_eq!(code_of(as_sign_in), Some(Code::LinkExpired));
    confirm_contact(&stage.db, &stage.town, &link).unwrap();
    assert_eq!(code_of(confirm_contact(&stage.db, &stage.town, &link)), Some(Code::LinkExpired));

    let known = stage.db.read(|conn| store::find_by_email(conn, &address("amina@example.org"))).unwrap().unwrap();
    assert_eq!(known.display_name, "Resident");
}

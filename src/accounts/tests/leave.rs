use super::{Stage, code_of};
use crate::accounts::actions::leave;
use crate::accounts::{store, views};
use crate::db::schema::{events, people, seats, steering_groups};
use crate::error::Code;
use crate::kernel::{Actor, GroupId, PersonId};
use crate::policy::Role;
use diesel::prelude::*;

fn seat_in_a_group(stage: &Stage, person: PersonId) {
    stage
        .db
        .write(|tx| {
            let group: GroupId = diesel::insert_into(steering_groups::table)
                .values((
                    steering_groups::version.eq(1_i64),
                    steering_groups::slug.eq("fritid"),
                    steering_groups::name.eq("Styrgruppen Fritid"),
                    steering_groups::kind.eq("steering"),
                    steering_groups::mandate.eq("m"),
                    steering_groups::builds_on.eq("b"),
                    steering_groups::meets.eq("m"),
                    steering_groups::tie_rule.eq("chair"),
                    steering_groups::quorum_percent.eq(50),
                    steering_groups::open_ideas.eq(0_i64),
                    steering_groups::created_at.eq(tx.now),
                ))
                .returning(steering_groups::id)
                .get_result(tx.conn)?;
            diesel::insert_into(seats::table)
                .values((
                    seats::group_id.eq(group),
                    seats::person_id.eq(person),
                    seats::role.eq("chair"),
                    seats::represents.eq("Föreningen"),
                    seats::starts_on.eq(tx.now.date().plus_days(-100)),
                ))
                .execute(tx.conn)?;
            Ok(())
        })
        .unwrap();
}

#[test]
fn who_leaves_leaves_no_name_and_no_contact() {
    let stage = Stage::new();
    let amina = stage.person("amina@example.org", Role::Resident);
    let (here, there) = (stage.actor(amina), stage.actor(amina));

    leave(&stage.db, &here).unwrap();

    let row: (String, String, String, Option<String>, Option<String>) = stage
        .db
        .read(|conn| {
            Ok(people::table
                .select((
                    people::email,
                    people::email_folded,
                    people::display_name,
                    people::organisation,
                    people::about,
                ))
                .first(conn)?)
        })
        .unwrap();
    assert!(!format!("{row:?}").to_lowercase().contains("amina"));
    assert_eq!((row.2.as_str(), row.3, row.4), ("Borttagen", None, None));
    for actor in [here, there] {
        let Actor::Person { session, .. } = actor else { panic!() };
        assert!(!stage.lets_in(session));
    }
    // The address is free: whoever reads its mails may come back as somebody new.
    assert_ne!(stage.person("amina@example.org", Role::Resident), amina);
}

#[test]
fn seats_end_at_once_and_the_history_tells() {
    let stage = Stage::new();
    let amina = stage.person("amina@example.org", Role::Resident);
    seat_in_a_group(&stage, amina);
    let today = stage.now().date();
    let seats_before = stage.db.read(|conn| views::duties(conn, amina, today)).unwrap().seats.len();

    leave(&stage.db, &stage.actor(amina)).unwrap();

    assert_eq!(seats_before, 1);
    assert!(stage.db.read(|conn| views::duties(conn, amina, today)).unwrap().is_empty());
    let told: Vec<String> = stage.db.read(|conn| Ok(events::table.select(events::kind).load(conn)?)).unwrap();
    assert_eq!(told, ["seat_ended"]);
}

#[test]
fn the_last_administrator_cannot_leave() {
    let stage = Stage::new();
    let karin = stage.person("karin@example.org", Role::Admin);
    let suspended = stage.person("bo@example.org", Role::Admin);
    stage.db.write(|tx| store::set_suspension(tx, suspended, Some("Har slutat"))).unwrap();

    assert_eq!(code_of(leave(&stage.db, &stage.actor(karin))), Some(Code::LastAdmin));

    stage.person("sara@example.org", Role::Admin);
    assert!(leave(&stage.db, &stage.actor(karin)).is_ok());
}

#[test]
fn a_visitor_has_nothing_to_leave() {
    let stage = Stage::new();

    assert_eq!(code_of(leave(&stage.db, &Actor::VISITOR)), Some(Code::SignInNeeded));
}

//! Tests of the rules about roles, suspensions and seats.

use crate::accounts::store::{self, NewPerson};
use crate::admin::people::actions::{end_seat, end_suspension, give_role, give_seat, make_admin, suspend};
use crate::db::schema::{events, seats};
use crate::db::{self, Db};
use crate::error::{Code, Result};
use crate::groups::seats::RawSeat;
use crate::groups::store::{self as groups, NewGroup};
use crate::groups::{GroupKind, TieRule};
use crate::i18n::Locale;
use crate::kernel::text::Reason;
use crate::kernel::{Actor, Clock, Date, EmailAddress, PersonId, SeatId, Secret};
use crate::policy::Role;
use diesel::prelude::*;

struct Stage {
    db: Db,
    clock: Clock,
    _folder: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::standing_at(Date::parse("2026-11-20").unwrap().start().plus_minutes(600));
        let url = Secret::new(format!("sqlite://{}", folder.path().join("data.sqlite").display()));
        let db = Db::open(&db::Config { url, ..db::Config::default() }, clock.clone()).unwrap();
        db.migrate().unwrap();
        Self { db, clock, _folder: folder }
    }

    fn person(&self, name: &str, role: Role) -> PersonId {
        let email = EmailAddress::parse(&format!("{name}@example.org")).unwrap();
        let new = NewPerson {
            email: &email,
            display_name: name,
            organisation: None,
            about: None,
            locale: Locale::Swedish,
            role,
            example: false,
            confirmed: true,
        };
        self.db.write(|tx| store::insert(tx, &new)).unwrap()
    }

    fn actor(&self, person: PersonId) -> Actor {
        let until = self.clock.now().plus_days(1);
        let session = self.db.write(|tx| store::insert_session(tx, person, "browser", "", until)).unwrap();
        Actor::Person { id: person, session, receipt: None }
    }

    fn role(&self, person: PersonId) -> Role {
        self.db.read(|conn| store::load(conn, person)).unwrap().role
    }

    fn group(&self) {
        let new = NewGroup {
            slug: "fritid",
            name: "Styrgruppen Fritid",
            kind: GroupKind::Steering,
            theme: Some("fritid"),
            mandate: "Beslutar om det gruppen har pengar till.",
            builds_on: "Föreningsrådet",
            meets: "Första tisdagen varje månad",
            tie_rule: TieRule::Chair,
            quorum_percent: 50,
        };
        self.db.write(|tx| groups::insert(tx, &new)).unwrap();
    }

    fn give(&self, actor: &Actor, email: &str, days: (&str, &str), key: &str) -> Result<()> {
        let raw = RawSeat {
            email: email.to_owned(),
            name: "Elin".to_owned(),
            role: "member".to_owned(),
            represents: "Ungdomsrådet".to_owned(),
            starts_on: days.0.to_owned(),
            ends_on: days.1.to_owned(),
            form_key: key.to_owned(),
        };
        give_seat(&self.db, actor, "fritid", &raw.parse(self.clock.now().date())?)
    }

    fn seats(&self) -> Vec<(SeatId, Date, Option<Date>)> {
        let all = |conn: &mut db::Conn| {
            Ok(seats::table.order(seats::id).select((seats::id, seats::starts_on, seats::ends_on)).load(conn)?)
        };
        self.db.read(all).unwrap()
    }

    fn told(&self) -> Vec<String> {
        self.db.read(|conn| Ok(events::table.order(events::id).select(events::kind).load(conn)?)).unwrap()
    }
}

fn code_of<T>(outcome: Result<T>) -> Option<Code> {
    outcome.err().map(|error| error.code())
}

fn reason() -> Reason {
    Reason::parse("Hotade en granne i en kommentar").unwrap()
}

#[test]
fn only_administrators_give_roles_suspend_and_give_seats() {
    let stage = Stage::new();
    stage.group();
    let victim = stage.person("amina", Role::Resident);
    for role in [Role::Resident, Role::Moderator, Role::Process] {
        let actor = stage.actor(stage.person(role.as_str(), role));
        let forbidden = Some(Code::Forbidden);

        assert_eq!(code_of(give_role(&stage.db, &actor, victim, Role::Resident, Role::Admin)), forbidden);
        assert_eq!(code_of(suspend(&stage.db, &actor, victim, &reason())), forbidden);
        assert_eq!(code_of(end_suspension(&stage.db, &actor, victim)), forbidden);
        assert_eq!(code_of(stage.give(&actor, "amina@example.org", ("", ""), "k")), forbidden);
        assert_eq!(code_of(end_seat(&stage.db, &actor, "fritid", SeatId::new(1))), forbidden);
    }
    assert!(stage.told().is_empty());
}

#[test]
fn a_role_is_given_and_told_and_the_old_one_must_be_the_one_that_was_seen() {
    let stage = Stage::new();
    let karin = stage.actor(stage.person("karin", Role::Admin));
    let amina = stage.person("amina", Role::Resident);

    give_role(&stage.db, &karin, amina, Role::Resident, Role::Moderator).unwrap();
    let outdated = give_role(&stage.db, &karin, amina, Role::Resident, Role::Process);

    assert_eq!(code_of(outdated), Some(Code::ChangedMeanwhile));
    assert_eq!(stage.role(amina), Role::Moderator);
    assert_eq!(stage.told(), ["role_given"]);
    let nobody = give_role(&stage.db, &karin, PersonId::new(99), Role::Resident, Role::Admin);
    assert_eq!(code_of(nobody), Some(Code::NotFound));
}

#[test]
fn the_last_administrator_keeps_the_role_and_is_not_suspended() {
    let stage = Stage::new();
    let id = stage.person("karin", Role::Admin);
    let karin = stage.actor(id);

    assert_eq!(code_of(give_role(&stage.db, &karin, id, Role::Admin, Role::Resident)), Some(Code::LastAdmin));
    assert_eq!(code_of(suspend(&stage.db, &Actor::System, id, &reason())), Some(Code::LastAdmin));
    assert_eq!(code_of(suspend(&stage.db, &karin, id, &reason())), Some(Code::OwnMatter));

    let sara = stage.person("sara", Role::Admin);
    suspend(&stage.db, &karin, sara, &reason()).unwrap();
    // A suspended administrator can do nothing, so Karin is the last again.
    assert_eq!(code_of(give_role(&stage.db, &karin, id, Role::Admin, Role::Resident)), Some(Code::LastAdmin));
    end_suspension(&stage.db, &karin, sara).unwrap();
    give_role(&stage.db, &karin, id, Role::Admin, Role::Resident).unwrap();
    assert_eq!(stage.told(), ["suspension_changed", "suspension_changed", "role_given"]);
}

#[test]
fn two_administrators_who_remove_each_other_leave_one() {
    let stage = Stage::new();
    let (karin, sara) = (stage.person("karin", Role::Admin), stage.person("sara", Role::Admin));
    let (by_karin, by_sara) = (stage.actor(karin), stage.actor(sara));

    std::thread::scope(|scope| {
        let db = &stage.db;
        scope.spawn(move || give_role(db, &by_karin, sara, Role::Admin, Role::Resident).map_err(|error| error.code()));
        scope.spawn(move || give_role(db, &by_sara, karin, Role::Admin, Role::Resident).map_err(|error| error.code()));
    });

    let left = [karin, sara].into_iter().filter(|person| stage.role(*person) == Role::Admin).count();
    assert_eq!(left, 1);
}

#[test]
fn the_command_line_makes_the_first_administrator_and_can_be_run_again() {
    let stage = Stage::new();
    let email = EmailAddress::parse("karin@example.org").unwrap();

    let first = make_admin(&stage.db, &Actor::System, &email, "Karin").unwrap();
    let second = make_admin(&stage.db, &Actor::System, &email, "Någon annan").unwrap();

    assert_eq!(first, second);
    let karin = stage.db.read(|conn| store::load(conn, first)).unwrap();
    assert_eq!((karin.display_name.as_str(), karin.role), ("Karin", Role::Admin));
    assert_eq!(stage.told(), ["role_given"]);
    assert_eq!(code_of(make_admin(&stage.db, &Actor::VISITOR, &email, "Karin")), Some(Code::SignInNeeded));
}

#[test]
fn the_same_seat_form_sent_twice_gives_one_seat() {
    let stage = Stage::new();
    stage.group();
    let karin = stage.actor(stage.person("karin", Role::Admin));

    stage.give(&karin, "elin@example.org", ("", ""), "k1").unwrap();
    stage.give(&karin, "elin@example.org", ("", ""), "k1").unwrap();
    let other_form = stage.give(&karin, "elin@example.org", ("2027-01-01", ""), "k2");

    assert_eq!(stage.seats().len(), 1);
    let Err(crate::error::Error::Invalid(errors)) = other_form else { panic!("{other_form:?}") };
    assert_eq!(errors.of("email").map(|error| error.code), Some(Code::AlreadySeated));
    assert_eq!(stage.told(), ["seat_given"]);
}

#[test]
fn terms_may_follow_each_other_but_not_overlap() {
    let stage = Stage::new();
    stage.group();
    let karin = stage.actor(stage.person("karin", Role::Admin));
    let give = |days, key| stage.give(&karin, "elin@example.org", days, key);

    give(("2026-01-01", "2026-12-31"), "k1").unwrap();
    assert_eq!(code_of(give(("2026-12-31", ""), "k2")), Some(Code::InvalidInput));
    assert_eq!(code_of(give(("2025-01-01", "2026-01-01"), "k3")), Some(Code::InvalidInput));
    give(("2027-01-01", ""), "k4").unwrap();
    give(("2025-01-01", "2025-12-31"), "k5").unwrap();

    assert_eq!(stage.seats().len(), 3);
}

#[test]
fn somebody_new_needs_a_name_and_is_made_without_a_confirmed_contact() {
    let stage = Stage::new();
    stage.group();
    let karin = stage.actor(stage.person("karin", Role::Admin));
    let raw = RawSeat {
        email: "ny@example.org".to_owned(),
        role: "chair".to_owned(),
        represents: "Föreningen".to_owned(),
        form_key: "k".to_owned(),
        ..RawSeat::default()
    };
    let today = stage.clock.now().date();

    let nameless = give_seat(&stage.db, &karin, "fritid", &raw.parse(today).unwrap());
    let Err(crate::error::Error::Invalid(errors)) = nameless else { panic!("{nameless:?}") };
    assert!(errors.of("name").is_some());
    let named = RawSeat { name: "Nils Ny".to_owned(), ..raw };
    give_seat(&stage.db, &karin, "fritid", &named.parse(today).unwrap()).unwrap();

    assert_eq!(stage.seats().len(), 1);
}

#[test]
fn an_ended_seat_ends_at_once_and_one_of_today_is_taken_back() {
    let stage = Stage::new();
    stage.group();
    let karin = stage.actor(stage.person("karin", Role::Admin));
    stage.give(&karin, "elin@example.org", ("2026-01-01", ""), "k1").unwrap();
    stage.give(&karin, "nils@example.org", ("", ""), "k2").unwrap();
    let seats: Vec<_> = stage.seats().into_iter().map(|(id, _, _)| id).collect();

    for seat in &seats {
        end_seat(&stage.db, &karin, "fritid", *seat).unwrap();
    }

    let yesterday = stage.clock.now().date().plus_days(-1);
    assert_eq!(stage.seats().into_iter().map(|(_, _, last)| last).collect::<Vec<_>>(), [Some(yesterday)]);
    assert_eq!(code_of(end_seat(&stage.db, &karin, "fritid", seats[0])), Some(Code::ChangedMeanwhile));
    assert_eq!(code_of(end_seat(&stage.db, &karin, "fritid", seats[1])), Some(Code::NotFound));
    assert_eq!(code_of(end_seat(&stage.db, &karin, "trygghet", seats[0])), Some(Code::NotFound));
    assert_eq!(stage.told(), ["seat_given", "seat_given", "seat_ended", "seat_ended"]);
}

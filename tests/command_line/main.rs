//! The real program from the command line: what it prints, how it ends, and what it leaves.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../database/mod.rs"]
#[expect(dead_code, reason = "the tests over HTTP use the rest")]
mod database;
mod place;

use std::path::Path;

use diesel::prelude::*;
use medskapa::db::schema::{jobs, people};
use medskapa::groups::store::{self as groups, NewGroup};
use medskapa::groups::{GroupKind, TieRule};

use database::Kind;
use place::{KEY, Place, ended};

/// Titles of the good rows.
const ROWS: [&str; 3] =
    ["Fler bänkar längs gångvägen", "Sätt upp lampor bakom skolan", "Öppna bygglekplatsen hela året"];

/// Good rows with these ids, as JSON Lines.
fn good_lines() -> String {
    let line = |(place, title): (usize, &&str)| {
        format!(
            "{{\"external_id\":\"h-{place}\",\"title\":\"{title}\",\"body\":\"Det behövs för alla som går här.\"}}\n"
        )
    };
    ROWS.iter().enumerate().map(line).collect()
}

/// Runs each function once on SQLite and once on PostgreSQL.
macro_rules! on_both_databases {
    ($(fn $name:ident($kind:ident: Kind) $body:block)+) => {
        $(fn $name($kind: Kind) $body)+
        mod sqlite {
            $(#[test] fn $name() { super::$name(super::Kind::Sqlite); })+
        }
        mod postgres {
            $(#[test] fn $name() { super::$name(super::Kind::Postgres); })+
        }
    };
}

#[test]
fn the_settings_in_force_are_printed_with_their_source_and_without_secrets() {
    let place = Place::any();
    place.settle("log = \"error\"");
    let mut command = place.command(&["check-config"]);
    command.env("MEDSKAPA__TOWN__SUPPORT_GOAL", "7");

    let told = ended(command).expect(0);

    for line in ["log = \"error\"  # ", "medskapa.toml", "town.support_goal = 7  # ", "server.workers = 2  # default"] {
        assert!(told.out.contains(line), "{line}: {}", told.out);
    }
    assert!(!told.out.contains(KEY), "{}", told.out);
    assert!(!place.data().exists(), "looking changes nothing");
}

/// Readers of mails elsewhere cannot follow links to this machine.
const REMOTE_MAIL: &str =
    "mail.backend = \"smtp\"\nmail.host = \"mail.exempel.se\"\nmail.from_address = \"ideer@exempel.se\"";

/// Mails that anyone on the way could read.
const READABLE_MAIL: &str = "town.base_url = \"https://ideer.exempel.se\"\nmail.backend = \"smtp\"\n\
    mail.host = \"10.0.0.1\"\nmail.encryption = \"none\"\nmail.from_address = \"ideer@exempel.se\"";

/// A mail server on this machine passes mails on to everybody.
const LOCAL_MAIL: &str = "mail.backend = \"smtp\"\nmail.host = \"localhost\"\nmail.encryption = \"none\"\n\
    mail.from_address = \"ideer@exempel.se\"";
/// The same, with an address that anybody between could read the links to.
const OPEN_MAIL: &str = "town.base_url = \"http://ideer.exempel.se\"\nmail.backend = \"smtp\"\nmail.host = \"localhost\"\n\
    mail.encryption = \"none\"\nmail.from_address = \"ideer@exempel.se\"";
/// The same, with an address that stands in examples.
const EXAMPLE_MAIL: &str = "town.base_url = \"https://ideer.example.org\"\nmail.backend = \"smtp\"\nmail.host = \"localhost\"\n\
    mail.encryption = \"none\"\nmail.from_address = \"ideer@exempel.se\"";

#[test]
fn a_wrong_setting_is_told_with_its_key_its_value_and_what_is_allowed() {
    for (lines, words) in [
        ("lgo = \"info\"", &["lgo", "log"][..]),
        ("log = \"loud\"", &["log", "loud", "error, warn, info, debug, trace"]),
        ("town.support_goal = 0", &["town.support_goal", "\"0\"", "1 to 100000"]),
        ("town.support_goal = \"many\"", &["town.support_goal", "many", "i64"]),
        ("town.clocks.support_days = 731", &["town.clocks.support_days", "731", "1 to 730"]),
        ("town.base_url = \"example.org\"", &["town.base_url", "example.org", "https://"]),
        ("mail.backend = \"pigeon\"", &["mail.backend", "pigeon", "folder", "smtp"]),
        ("mail.timeout_seconds = 0", &["mail.timeout_seconds", "0", "1 to 25"]),
        ("mail.portt = 25", &["portt", "port"]),
        ("mail.from_address = \"\"", &["mail.from_address", "allowed"]),
        (READABLE_MAIL, &["mail.encryption", "10.0.0.1", "starttls"]),
        ("mail.dkim_selector = \"a\"", &["mail.dkim_domain", "mail.dkim_key_file", "openssl"]),
        ("mail.bounce_folder = \"nowhere\"", &["mail.bounce_folder", "nowhere", "Maildir"]),
        (REMOTE_MAIL, &["town.base_url", "http://127.0.0.1", "https://"]),
        (LOCAL_MAIL, &["town.base_url", "http://127.0.0.1", "https://"]),
        (OPEN_MAIL, &["town.base_url", "http://ideer.exempel.se", "https://"]),
        (EXAMPLE_MAIL, &["town.base_url", "https://ideer.example.org", "https://"]),
        ("town.base_url = \"https://ideer.exempel.se#x\"", &["town.base_url", "#x", "https://"]),
    ] {
        let place = Place::any();
        place.settle(lines);

        for command in ["check-config", "serve", "reindex"] {
            place.run(&[command]).expect(2).complains(words);
        }
        assert!(!place.data().exists(), "{lines}: nothing is begun with wrong settings");
    }
}

#[test]
fn the_example_town_never_mails_to_real_readers() {
    let place = Place::any();
    place.settle(REMOTE_MAIL);
    let mut command = place.command(&["check-config"]);
    command.env("MEDSKAPA__EXAMPLE_TOWN", "true");

    ended(command).expect(2).complains(&["example_town", "true", "real readers"]);
}

#[test]
fn a_wrong_variable_is_told_as_such() {
    let place = Place::any();
    for (name, value, words) in [
        ("MEDSKAPA__SERVER__WORKERS", "65", &["server.workers", "65", "1 to 64"][..]),
        ("MEDSKAPA__SERVER__WROKERS", "2", &["wrokers", "workers"]),
        ("DATABASE_URL", "mysql://here", &["database.url", "mysql", "sqlite://PATH or postgres://"]),
    ] {
        let mut command = place.command(&["check-config"]);
        command.env(name, value);

        ended(command).expect(2).complains(words);
    }
}

on_both_databases! {
    fn an_administrator_is_made_and_roles_are_given(kind: Kind) {
        let Some(place) = Place::new(kind) else { return };

        let made = place.run(&["user", "create-admin", "ada@exempel.se", "--name", "Ada"]).expect(0);
        assert!(made.out.starts_with("ada@exempel.se: administrator, number 1."), "{}", made.out);
        place.run(&["user", "create-admin", "ADA@exempel.se"]).expect(0);
        place.run(&["user", "create-admin", "bo@exempel.se"]).expect(0);
        place.run(&["user", "role", "bo@exempel.se", "moderator"]).expect(0);

        let list = place.run(&["user", "list"]).expect(0).out;
        assert_eq!(list.lines().count(), 2, "one person has one row: {list}");
        assert!(list.contains("1\tadmin\tada@exempel.se\tAda"), "{list}");
        assert_eq!(place.run(&["user", "list", "--role", "moderator"]).expect(0).out.lines().count(), 1);
        place.run(&["user", "role", "bo@exempel.se", "king"]).expect(2).complains(&["king", "moderator, process, admin"]);
        place.run(&["user", "role", "cia@exempel.se", "admin"]).expect(1).complains(&["cia@exempel.se"]);
        place.run(&["user", "create-admin", "no address"]).expect(2).complains(&["no address", "e-mail"]);
        place.run(&["user", "role", "ada@exempel.se", "resident"]).expect(1);
        let roles = place.db().read(|conn| Ok(people::table.order(people::id).select(people::role).load::<String>(conn)?));
        assert_eq!(roles.unwrap(), ["admin", "moderator"], "the last administrator stays");
    }

    fn what_is_backed_up_while_it_runs_is_restored_elsewhere(kind: Kind) {
        let (Some(place), Some(elsewhere)) = (Place::with_tables(kind), Place::new(kind)) else { return };
        place.run(&["user", "create-admin", "ada@exempel.se"]).expect(0);
        place.run(&["import", "ideas", &place.write("rows.jsonl", &good_lines())]).expect(0);
        let file = place.path("copy").display().to_string();

        let service = place.serve();
        place.run(&["backup", &file]).expect(0);
        place.run(&["backup", &file]).expect(1).complains(&[&file, "exists already"]);
        let before = place.counts();
        place.run(&["restore", &file, "--replace"]).expect(1).complains(&["another process uses this data folder"]);
        place.run(&["reindex"]).expect(1).complains(&["another process uses"]);
        drop(service);
        elsewhere.run(&["restore", &file]).expect(0);

        // Work goes on while the service runs; what people have written does not change by itself.
        let (mut there, mut here) = (elsewhere.counts(), before);
        // Among the counters the timer notes when it looked.
        for of_the_work in ["jobs", "events", "counters"] {
            there.remove(of_the_work);
            here.remove(of_the_work);
        }
        assert_eq!(there, here);
        assert_eq!(elsewhere.ideas(), place.ideas());
        let list = elsewhere.run(&["user", "list"]).expect(0).out;
        assert!(list.contains("ada@exempel.se"), "{list}");
        elsewhere.run(&["reindex"]).expect(0);
        drop(elsewhere.serve());
    }

    fn a_backup_that_nobody_writes_into_meanwhile_holds_every_row(kind: Kind) {
        let (Some(place), Some(elsewhere)) = (Place::with_tables(kind), Place::new(kind)) else { return };
        place.run(&["import", "ideas", &place.write("rows.jsonl", &good_lines())]).expect(0);
        let file = place.path("copy").display().to_string();

        place.run(&["backup", &file]).expect(0);
        elsewhere.run(&["restore", &file]).expect(0);

        assert_eq!(elsewhere.counts(), place.counts());
        assert!(place.counts()["ideas"] == 3 && place.counts()["jobs"] > 0, "{:?}", place.counts());
    }

    fn rows_of_json_and_csv_are_imported_and_bad_ones_told(kind: Kind) {
        let Some(place) = Place::with_tables(kind) else { return };
        let lines: Vec<String> = good_lines().lines().map(str::to_owned).collect();
        let bad_json = [
            &lines[0],
            "{\"external_id\":\"h-8\",\"title\":\"Kort\",\"body\":\"Det behövs för alla som går här.\"}",
            "{\"external_id\":",
            &lines[1],
            "{\"external_id\":\"h-9\",\"title\":\"Ring till mig\",\"body\":\"Jag heter 811218-9876 och bor här.\"}",
        ]
        .join("\n");
        let file = place.write("rows.jsonl", &bad_json);

        let first = place.run(&["import", "ideas", &file, "--source", "OmaStadi"]).expect(3);
        first.complains(&["line 2: title: needs at least 5 characters", "line 3: ", "line 5: holds an identity number"]);
        assert_eq!(first.out.trim(), "2 new, 0 known, 3 bad");
        let service = place.serve();
        let again = place.run(&["import", "ideas", &file]).expect(3);
        drop(service);
        assert_eq!(again.out.trim(), "0 new, 2 known, 3 bad");

        let numbered = "{\"id\":17,\"title\":\"En cykelpump vid torget\",\"body\":\"Det behövs för alla.\"}\n";
        let numbered = place.write("numbered.jsonl", numbered);
        assert_eq!(place.run(&["import", "ideas", &numbered]).expect(0).out.trim(), "1 new, 0 known, 0 bad");
        assert_eq!(place.run(&["import", "ideas", &numbered]).expect(0).out.trim(), "0 new, 1 known, 0 bad");

        let csv = format!(
            "id,title,body,lang_guess\nh-0,{0},Det behövs för alla.,sv\nh-2,{1},\"Två rader:\noch en till.\",sv\n\
             h-7,,Det behövs för alla.,sv\n",
            ROWS[0], ROWS[2]
        );
        let told = place.run(&["import", "ideas", &place.write("rows.csv", &csv)]).expect(3);
        told.complains(&["line 5: title: "]);
        assert_eq!(told.out.trim(), "1 new, 1 known, 1 bad");
        let mut there: Vec<(Option<String>, String, String)> =
            (0..3).map(|place| (Some(format!("h-{place}")), ROWS[place].to_owned(), "screening".to_owned())).collect();
        there.insert(2, (Some("17".to_owned()), "En cykelpump vid torget".to_owned(), "screening".to_owned()));
        assert_eq!(place.ideas(), there);
    }

    fn ideas_are_published_at_once_where_a_group_answers_for_them(kind: Kind) {
        let Some(place) = Place::with_tables(kind) else { return };
        let file = place.write("rows.jsonl", &good_lines());
        let publish = ["import", "ideas", &file, "--publish", "--theme", "fritid"];
        let refused = place.run(&publish).expect(3);
        assert_eq!(refused.out.trim(), "0 new, 0 known, 3 bad");
        refused.complains(&["line 1: theme", "no group answers for it"]);
        let group = NewGroup {
            slug: "fritid",
            name: "Styrgruppen Fritid",
            kind: GroupKind::Steering,
            theme: Some("fritid"),
            mandate: "Beslutar om det gruppen har pengar till.",
            builds_on: "Stadsdelens plan",
            meets: "Första tisdagen varje månad",
            tie_rule: TieRule::Chair,
            quorum_percent: 50,
        };
        place.db().write(|tx| groups::insert(tx, &group)).unwrap();

        place.run(&publish).expect(0);

        assert!(place.ideas().iter().all(|(_, _, state)| state == "open"), "{:?}", place.ideas());
        let found = place.run(&["reindex"]).expect(0);
        assert!(found.out.contains("3 ideas can be found."), "{}", found.out);
    }

    fn jobs_are_listed_and_the_dead_revived(kind: Kind) {
        let Some(place) = Place::with_tables(kind) else { return };
        assert_eq!(place.run(&["jobs", "list"]).expect(0).out.trim(), "0 ready, 0 dead");
        place.run(&["import", "ideas", &place.write("rows.jsonl", &good_lines())]).expect(0);
        let dead: i64 = place
            .db()
            .write(|tx| {
                let id = jobs::table.select(jobs::id).order(jobs::id).first(tx.conn)?;
                let this = jobs::table.filter(jobs::id.eq(id));
                diesel::update(this)
                    .set((jobs::state.eq("dead"), jobs::last_error.eq("450 try later")))
                    .execute(tx.conn)?;
                Ok(id)
            })
            .unwrap();

        let list = place.run(&["jobs", "list"]).expect(0).out;
        assert!(list.starts_with(&format!("{dead}\tdead\tnotify\t")) && list.contains("450 try later"), "{list}");
        assert!(list.trim_end().ends_with("2 ready, 1 dead"), "{list}");
        place.run(&["jobs", "revive", &dead.to_string()]).expect(0);
        assert!(place.run(&["jobs", "list"]).expect(0).out.trim_end().ends_with("3 ready, 0 dead"));
        place.run(&["jobs", "revive", "4711"]).expect(1).complains(&["4711"]);
        let Some(empty) = Place::new(kind) else { return };
        empty.run(&["jobs", "list"]).expect(1).complains(&["start the service once"]);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_changes_nothing() {
    let place = Place::with_tables(Kind::Sqlite).unwrap();
    place.run(&["reindex"]).expect(0);
    let missing = place.path("missing.jsonl").display().to_string();
    let other = place.write("rows.txt", "Fler bänkar");
    let broken = place.write("broken", "no database at all");
    let before = place.counts();

    place.run(&["import", "ideas", &missing]).expect(1).complains(&["missing.jsonl"]);
    place.run(&["import", "ideas", &other]).expect(1).complains(&["rows.txt", ".jsonl or .csv"]);
    place.run(&["restore", &missing]).expect(1).complains(&["no such file"]);
    place.run(&["restore", &broken, "--replace"]).expect(1).complains(&["broken: is no whole copy"]);

    assert_eq!(place.counts(), before);
}

#[test]
fn data_are_replaced_only_when_told_to_and_the_old_ones_are_kept() {
    let place = Place::with_tables(Kind::Sqlite).unwrap();
    let file = place.path("copy").display().to_string();
    place.run(&["backup", &file]).expect(0);
    place.run(&["import", "ideas", &place.write("rows.jsonl", &good_lines())]).expect(0);
    let sqlite = place.database.url().strip_prefix("sqlite://").unwrap().to_owned();

    place.run(&["restore", &file]).expect(1).complains(&["--replace"]);
    assert_eq!(place.counts()["ideas"], 3);
    place.run(&["restore", &file, "--replace"]).expect(0);

    assert_eq!(place.counts()["ideas"], 0);
    assert!(Path::new(&format!("{sqlite}.before-restore")).exists(), "the old data are beside the new");
}

#[test]
fn what_the_operator_can_mend_is_not_called_a_mistake_of_the_program() {
    let (place, elsewhere) = (Place::any(), Place::any());
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    elsewhere.write("file", "no folder");
    let no_folder = elsewhere.path("file").join("data").display().to_string();
    for (name, value, key) in
        [("MEDSKAPA__SERVER__LISTEN", &address, "server.listen"), ("MEDSKAPA__DATA_FOLDER", &no_folder, "data_folder")]
    {
        let mut command = place.command(&["serve"]);
        command.env(name, value);

        let told = ended(command).expect(2);
        told.complains(&[key, value, "allowed: "]);
        assert!(!told.err.contains("internal error"), "{}", told.err);
    }
    std::fs::remove_file(place.path("medskapa.toml")).unwrap();
    place.run(&["check-config"]).expect(2).complains(&["--config", "medskapa.toml", "allowed: "]);
}

#[test]
fn restored_data_are_not_served_with_another_key() {
    let (place, elsewhere) = (Place::with_tables(Kind::Sqlite).unwrap(), Place::any());
    let file = place.path("copy").display().to_string();
    place.run(&["reindex"]).expect(0);
    place.run(&["backup", &file]).expect(0);
    let with_another_key = |arguments: &[&str]| {
        let mut command = elsewhere.command(arguments);
        command.env("MEDSKAPA__SECRET_KEY", "another key that is long enough too");
        ended(command)
    };

    let told = ["secret_key", "the key that this database was made with"];
    with_another_key(&["restore", &file]).expect(1).complains(&told);
    with_another_key(&["serve"]).expect(2).complains(&told);
    elsewhere.run(&["restore", &file, "--replace"]).expect(0);
}

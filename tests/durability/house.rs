//! Data folder, database, settings and people that outlive every process of a test.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use medskapa::accounts::{session, store as accounts};
use medskapa::config::Config;
use medskapa::db::Db;
use medskapa::groups::store::{self as groups, NewGroup, NewSeat};
use medskapa::groups::{GroupKind, SeatRole, TieRule};
use medskapa::i18n::Locale;
use medskapa::ideas::actions::{ImportedIdea, import_batch};
use medskapa::ideas::store as ideas;
use medskapa::kernel::text::{Body, DisplayName, Title};
use medskapa::kernel::token::Key;
use medskapa::kernel::{Clock, EmailAddress, GroupId, IdeaId, PersonId, Random};
use medskapa::policy::Role;
use medskapa::town::Town;

use crate::database::{Database, Kind};
use crate::postbox::Postbox;
use crate::process::Program;

const KEY: &str = "a key for tests that is long enough";
/// Said so that it is the same in every life of the program, whatever port it gets.
const BASE_URL: &str = "https://ideer.biskopsgarden.se";
/// Ideas that are open from the beginning, and people who support them.
const OPEN_IDEAS: usize = 40;
const SUPPORTERS: usize = 40;
/// More support than anybody gives, so that the ideas stay open.
const GOAL: i64 = 100_000;

/// What a test writes into.
pub(crate) struct House {
    pub(crate) town: Arc<Town>,
    pub(crate) postbox: Postbox,
    /// Ideas that anyone may support.
    pub(crate) open: Vec<(IdeaId, String)>,
    /// People with their API tokens.
    pub(crate) supporters: Vec<(PersonId, String)>,
    /// The group that has them.
    pub(crate) group: GroupId,
    /// API token of somebody who reads what comes in.
    pub(crate) moderator: String,
    /// Numbers for things of which no two may be alike.
    next: AtomicUsize,
    database: Database,
    folder: tempfile::TempDir,
}

impl House {
    /// A house with people and open ideas; none when the machine has no PostgreSQL.
    pub(crate) fn furnish(kind: Kind) -> Option<Self> {
        let database = Database::migrated(kind)?;
        let config = Config::default();
        let mut settings = config.town;
        settings.support_goal = GOAL;
        BASE_URL.clone_into(&mut settings.base_url);
        let key = Key::new(KEY.as_bytes().to_vec());
        let mut house = Self {
            town: Arc::new(Town { settings, key, random: Random::System }),
            postbox: Postbox::open(),
            open: Vec::new(),
            supporters: Vec::new(),
            group: GroupId::new(0),
            moderator: String::new(),
            next: AtomicUsize::new(0),
            database,
            folder: tempfile::tempdir().expect("a temporary folder"),
        };
        std::fs::write(house.settings(), house.settings_text()).expect("settings");
        house.move_in();
        Some(house)
    }

    /// Starts the program in it.
    pub(crate) fn start(&self) -> Program {
        Program::start(&self.settings(), &self.log())
    }

    /// A door of one's own to the database. Drop it before the program is killed: whoever still
    /// has the file open keeps SQLite from what it does after a crash.
    pub(crate) fn db(&self) -> Db {
        Db::open(&self.database.config(), Clock::System).expect("the database opens")
    }

    /// Where the program keeps its index.
    pub(crate) fn index(&self) -> PathBuf {
        self.folder.path().join("data").join("search")
    }

    /// What the program has logged, over all its lives.
    pub(crate) fn logged(&self) -> String {
        std::fs::read_to_string(self.log()).expect("a log")
    }

    /// A number that nobody has had.
    pub(crate) fn fresh(&self) -> usize {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    fn settings(&self) -> PathBuf {
        self.folder.path().join("medskapa.toml")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    fn settings_text(&self) -> String {
        format!(
            "data_folder = {:?}\nsecret_key = {KEY:?}\nexample_town = false\nlog = \"warn\"\n\
             [town]\nsupport_goal = {GOAL}\nbase_url = {BASE_URL:?}\n\
             [server]\nlisten = \"127.0.0.1:0\"\nrequests_per_minute = 1000000\nchanges_per_minute = 1000000\n\
             sign_ins_per_hour = 1000000\n\
             [database]\nurl = {:?}\n\
             [mail]\nbackend = \"smtp\"\nhost = \"127.0.0.1\"\nport = {}\nencryption = \"none\"\n\
             from_address = \"ideer@biskopsgarden.se\"\nquiet_from = \"\"\nquiet_to = \"\"\n",
            self.folder.path().join("data").display().to_string(),
            self.database.url(),
            self.postbox.port,
        )
    }

    fn move_in(&mut self) {
        let db = self.db();
        let group = insert_group(&db);
        self.group = group;
        self.moderator = self.api_token(&db, insert_person(&db, "moderator", Role::Moderator));
        for place in 0..SUPPORTERS {
            let person = insert_person(&db, &format!("stodjer{place}"), Role::Resident);
            let token = self.api_token(&db, person);
            self.supporters.push((person, token));
        }
        let batch: Vec<ImportedIdea> = (0..OPEN_IDEAS).map(|place| open_idea(place, group)).collect();
        import_batch(&db, &self.town, &batch).expect("open ideas");
        let all = db.read(|conn| ideas::marks_after(conn, IdeaId::new(0), 1_000)).expect("the ideas");
        self.open = all
            .into_iter()
            .map(|(id, ..)| (id, db.read(|conn| ideas::load(conn, id)).expect("an idea").number().to_owned()))
            .collect();
        assert_eq!(self.open.len(), OPEN_IDEAS);
    }

    fn api_token(&self, db: &Db, person: PersonId) -> String {
        let now = db.clock().now();
        let until = now.plus_days(session::API_TOKEN_DAYS);
        let row = db.write(|tx| accounts::insert_session(tx, person, "api", "test", until)).expect("a row");
        session::sign(&self.town, session::Purpose::Api, row.get(), now, until).expect("a token")
    }
}

fn insert_person(db: &Db, name: &str, role: Role) -> PersonId {
    let email = EmailAddress::parse(&format!("{name}@example.org")).expect("an address");
    let person = accounts::NewPerson {
        email: &email,
        display_name: name,
        organisation: None,
        about: None,
        locale: Locale::Swedish,
        role,
        example: false,
        confirmed: true,
    };
    db.write(|tx| accounts::insert(tx, &person)).expect("a person")
}

/// A group whose coordinator gets a mail about every idea that is published.
fn insert_group(db: &Db) -> GroupId {
    let coordinator = insert_person(db, "samordnare", Role::Resident);
    let group = NewGroup {
        slug: "utbildning",
        name: "Styrgruppen Utbildning",
        kind: GroupKind::Steering,
        theme: Some("utbildning"),
        mandate: "Beslutar om det gruppen har pengar till.",
        builds_on: "Stadsdelens plan",
        meets: "Första tisdagen varje månad",
        tie_rule: TieRule::Chair,
        quorum_percent: 50,
    };
    db.write(|tx| {
        let id = groups::insert(tx, &group)?;
        let seat = NewSeat {
            group: id,
            person: coordinator,
            role: SeatRole::Coordinator,
            represents: "Föreningen",
            starts_on: tx.now.date(),
            ends_on: None,
        };
        groups::insert_seat(tx, &seat)?;
        Ok(id)
    })
    .expect("a group")
}

fn open_idea(place: usize, group: GroupId) -> ImportedIdea {
    ImportedIdea {
        external_id: format!("open-{place}"),
        title: Title::parse(&format!("Fler bänkar längs gångväg {place}")).expect("a title"),
        body: Body::parse("Många äldre behöver vila på vägen till torget.").expect("a text"),
        language: "sv".to_owned(),
        area: "hela".to_owned(),
        author_name: DisplayName::parse("Amina").expect("a name"),
        source: "Test".to_owned(),
        publication: Some(("utbildning".to_owned(), group)),
    }
}

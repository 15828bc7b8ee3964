//! The program in a folder of its own.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use diesel::prelude::*;
use medskapa::db::Db;
use medskapa::db::schema::ideas;
use medskapa::kernel::Clock;

use crate::database::{Database, Kind};

const PROGRAM: &str = env!("CARGO_BIN_EXE_medskapa");
/// Longest wait for a command to end.
const PATIENCE: Duration = Duration::from_mins(1);
/// The key of every place.
pub(crate) const KEY: &str = "a key for tests that is long enough";

/// A folder with settings, and a database.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    pub(crate) database: Database,
}

/// How a command ended.
pub(crate) struct Ended {
    code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
        self
    }

    /// Fails unless all of this is among what was said to be wrong.
    #[track_caller]
    pub(crate) fn complains(&self, words: &[&str]) {
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not in {:?}", self.err);
        }
    }
}

impl Place {
    pub(crate) fn new(kind: Kind) -> Option<Self> {
        let place = Self { database: Database::empty(kind)?, folder: tempfile::tempdir().unwrap() };
        place.settle("");
        Some(place)
    }

    /// A place of SQLite, for what has nothing to do with the database.
    pub(crate) fn any() -> Self {
        Self::new(Kind::Sqlite).unwrap()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// Writes the settings, with more lines at their beginning.
    pub(crate) fn settle(&self, more: &str) {
        let settings = format!(
            "{more}\ndata_folder = {:?}\nsecret_key = {KEY:?}\nexample_town = false\n\
             [server]\nlisten = \"127.0.0.1:0\"\n[database]\nurl = {:?}\n",
            self.data().display().to_string(),
            self.database.url(),
        );
        std::fs::write(self.path("medskapa.toml"), settings).unwrap();
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name).display().to_string()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.arg("--config").arg(self.path("medskapa.toml")).args(arguments);
        command.env_remove("DATABASE_URL").current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        ended(self.command(arguments))
    }

    /// The service, running until dropped.
    pub(crate) fn serve(&self) -> Service {
        let mut child = self.command(&["serve"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let is_up = lines.any(|line| line.unwrap().starts_with("Medskapa: http://127.0.0.1:"));
        assert!(is_up, "the service ended at once");
        Service(child)
    }

    pub(crate) fn db(&self) -> Db {
        Db::open(&self.database.config(), Clock::System).unwrap()
    }

    /// The program has made the tables.
    pub(crate) fn with_tables(kind: Kind) -> Option<Self> {
        let place = Self::new(kind)?;
        place.run(&["user", "list"]).expect(0);
        Some(place)
    }

    /// How many rows each table has that the program fills.
    pub(crate) fn counts(&self) -> BTreeMap<String, i64> {
        let tables =
            ["people", "ideas", "revisions", "events", "jobs", "search_changes", "idea_counts", "counters", "keys"];
        self.db()
            .read(|conn| {
                let count = |table: &&str| -> medskapa::error::Result<(String, i64)> {
                    let sql = format!("(SELECT count(*) FROM {table})");
                    let count = diesel::dsl::sql::<diesel::sql_types::BigInt>(&sql);
                    Ok(((*table).to_owned(), diesel::select(count).get_result(conn)?))
                };
                tables.iter().map(count).collect()
            })
            .unwrap()
    }

    /// What can be found of the ideas: external id, title and state.
    pub(crate) fn ideas(&self) -> Vec<(Option<String>, String, String)> {
        let columns = (ideas::external_id, ideas::title, ideas::state);
        self.db().read(|conn| Ok(ideas::table.order(ideas::id).select(columns).load(conn)?)).unwrap()
    }
}

pub(crate) struct Service(Child);

impl Drop for Service {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// Runs a command to its end, and fails when it has none: a service that starts although it should
/// not would run for ever.
#[track_caller]
pub(crate) fn ended(mut command: Command) -> Ended {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let pipes: [Box<dyn Read + Send>; 2] =
        [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
    let (tell, hear) = mpsc::channel();
    for (place, mut pipe) in pipes.into_iter().enumerate() {
        let tell = tell.clone();
        std::thread::spawn(move || {
            let mut text = String::new();
            pipe.read_to_string(&mut text).unwrap();
            // Nobody hears it when the other pipe has been waited for in vain.
            drop(tell.send((place, text)));
        });
    }
    let mut texts = [String::new(), String::new()];
    for _ in 0..texts.len() {
        let Ok((place, text)) = hear.recv_timeout(PATIENCE) else {
            child.kill().unwrap();
            panic!("{command:?} does not end: {}", child.wait().unwrap());
        };
        texts[place] = text;
    }
    let [out, err] = texts;
    Ended { code: child.wait().unwrap().code().expect("a code"), out, err }
}

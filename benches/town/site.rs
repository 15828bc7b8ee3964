//! One town to measure: its folder, its database, and the settings of its server.

use std::path::{Path, PathBuf};

use medskapa::accounts::session::{self, Purpose};
use medskapa::accounts::store;
use medskapa::app::{Adapters, App};
use medskapa::config::Config;
use medskapa::db::{Db, Tx};
use medskapa::error::{Error, Result};
use medskapa::i18n::Locale;
use medskapa::kernel::token::Key;
use medskapa::kernel::{Clock, EmailAddress, Random, Secret, SessionId, Timestamp};
use medskapa::policy::Role;
use medskapa::town::Town;
use serde::{Deserialize, Serialize};

use crate::Outcome;
use crate::postgres::Postgres;
use crate::process::Settings;
use crate::rows::GOAL;

/// Who issues the tokens: the same for the benchmark, which makes them, and the server, wherever it
/// listens.
const BASE_URL: &str = "http://localhost";
/// Signs the API tokens; the same for every town.
const KEY: &str = "a key for measurements that is long enough";
/// People who support, comment and post through the API.
const CALLERS: usize = 2_000;

/// What such people show.
#[derive(Debug, Clone, Default)]
pub(crate) struct Callers {
    /// Tokens for the API.
    pub(crate) tokens: Vec<String>,
    /// The cookie of a sign-in.
    pub(crate) sessions: Vec<String>,
}
const NO_LIMIT: u32 = 1_000_000;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// A town with its folder and database; both go away with this value.
pub(crate) struct Site<'a> {
    folder: tempfile::TempDir,
    url: String,
    postgres: Option<(&'a Postgres, String)>,
}

impl<'a> Site<'a> {
    /// Makes an empty, migrated database.
    pub(crate) fn make(within: &Path, postgres: Option<&'a Postgres>, name: &str) -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix("medskapa-bench-").tempdir_in(within)?;
        let (url, postgres) = match postgres {
            Some(server) => (server.create(name)?, Some((server, name.to_owned()))),
            None => (format!("sqlite://{}", folder.path().join("medskapa.sqlite").display()), None),
        };
        let site = Self { folder, url, postgres };
        site.open()?.migrate()?;
        Ok(site)
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database, through a pool like the server's.
    pub(crate) fn open(&self) -> Outcome<Db> {
        Ok(Db::open(&self.config().database, Clock::System)?)
    }

    /// Builds the search index as a server does that finds none.
    pub(crate) fn build_index(&self) -> Outcome<()> {
        let app = App::build(self.config(), Adapters::default())?;
        Ok(medskapa::workers::follow_search(&app.parts())?)
    }

    fn config(&self) -> Config {
        let mut config = Config {
            data_folder: self.data_folder(),
            secret_key: Secret::new(KEY.to_owned()),
            example_town: false,
            ..Config::default()
        };
        config.database.url = Secret::new(self.url.clone());
        config.town.support_goal = GOAL;
        BASE_URL.clone_into(&mut config.town.base_url);
        config
    }

    fn data_folder(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The same settings as variables, for a server of its own.
    pub(crate) fn settings(&self) -> Settings {
        Settings::from([
            ("MEDSKAPA__DATA_FOLDER", self.data_folder().display().to_string()),
            ("MEDSKAPA__SECRET_KEY", KEY.to_owned()),
            ("MEDSKAPA__EXAMPLE_TOWN", "false".to_owned()),
            ("MEDSKAPA__LOG", "error".to_owned()),
            ("MEDSKAPA__TOWN__BASE_URL", BASE_URL.to_owned()),
            ("MEDSKAPA__TOWN__SUPPORT_GOAL", GOAL.to_string()),
            ("MEDSKAPA__SERVER__REQUESTS_PER_MINUTE", NO_LIMIT.to_string()),
            ("MEDSKAPA__SERVER__CHANGES_PER_MINUTE", NO_LIMIT.to_string()),
            ("DATABASE_URL", self.url.clone()),
        ])
    }

    /// Bytes of the database on the disk.
    pub(crate) fn database_bytes(&self) -> Outcome<u64> {
        if self.postgres.is_some() {
            use diesel::{Connection as _, RunQueryDsl as _};
            let mut conn = diesel::PgConnection::establish(&self.url)?;
            let size = diesel::dsl::sql::<diesel::sql_types::BigInt>("pg_database_size(current_database())");
            return Ok(u64::try_from(diesel::select(size).get_result::<i64>(&mut conn)?)?);
        }
        Ok(std::fs::metadata(self.folder.path().join("medskapa.sqlite"))?.len())
    }

    /// Makes people who have signed in and hold an API token.
    pub(crate) fn callers(&self) -> Outcome<Callers> {
        let config = self.config();
        let town = Town { settings: config.town, key: Key::new(KEY.as_bytes().to_vec()), random: Random::System };
        let db = self.open()?;
        let now = db.clock().now();
        let until = now.plus_days(session::SESSION_DAYS);
        let rows =
            db.write(|tx| (0..CALLERS).map(|caller| insert_caller(tx, caller, until)).collect::<Result<Vec<_>>>())?;
        let mut callers = Callers::default();
        for (api, browser) in rows {
            callers.tokens.push(session::sign(&town, Purpose::Api, api.get(), now, until)?);
            callers.sessions.push(session::sign(&town, Purpose::Session, browser.get(), now, until)?);
        }
        Ok(callers)
    }
}

/// One person with an API token and a sign-in; gives the rows of both.
fn insert_caller(tx: &mut Tx<'_>, caller: usize, until: Timestamp) -> Result<(SessionId, SessionId)> {
    let name = format!("Caller {caller}");
    let email = EmailAddress::parse(&format!("caller{caller}@example.org"))
        .ok_or_else(|| Error::internal("an address of our own"))?;
    let person = store::NewPerson {
        email: &email,
        display_name: &name,
        organisation: None,
        about: None,
        locale: Locale::Swedish,
        role: Role::Resident,
        example: false,
        confirmed: true,
    };
    let id = store::insert(tx, &person)?;
    let api = store::insert_session(tx, id, "api", "bench", until)?;
    Ok((api, store::insert_session(tx, id, "browser", "bench", until)?))
}

impl Drop for Site<'_> {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres
            && let Err(error) = server.drop_database(name)
        {
            crate::say(&format!("the database {name} is left over: {error}"));
        }
    }
}

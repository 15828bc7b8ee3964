//! A fresh, migrated database for each test, of either kind.
//!
//! SQLite: a copy of a file that is migrated once per process. PostgreSQL: a copy of a database
//! that is migrated once per process, on the server of `TEST_DATABASE_URL` or on one that this
//! process starts for itself (see [`server`]).

#![expect(clippy::expect_used, reason = "a test that cannot be set up has failed")]

mod server;

use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl};
use medskapa::db::{Config, Db};
use medskapa::kernel::{Clock, Secret};

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

/// A database that goes away with this value.
pub(crate) struct Database {
    url: String,
    /// Server and name of a PostgreSQL database that has to be dropped.
    dropped_at_end: Option<(String, String)>,
    _folder: Option<tempfile::TempDir>,
}

/// Whether tests can run on PostgreSQL here.
pub(crate) fn has_postgres() -> bool {
    server::address_or_why_not().is_some()
}

impl Database {
    /// A migrated database; none when the machine has no PostgreSQL (said in one line).
    pub(crate) fn migrated(kind: Kind) -> Option<Self> {
        Self::make(kind, true)
    }

    /// A database without any table; none when the machine has no PostgreSQL.
    pub(crate) fn empty(kind: Kind) -> Option<Self> {
        Self::make(kind, false)
    }

    fn make(kind: Kind, migrated: bool) -> Option<Self> {
        match kind {
            Kind::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let file = folder.path().join("medskapa.sqlite");
                if migrated {
                    std::fs::write(&file, &*SQLITE_TEMPLATE).expect("a copy of the template");
                }
                let url = format!("sqlite://{}", file.display());
                Some(Self { url, dropped_at_end: None, _folder: Some(folder) })
            }
            Kind::Postgres => {
                let server = server::address_or_why_not()?;
                let template = if migrated { Some(POSTGRES_TEMPLATE.as_str()) } else { None };
                let name = fresh_name("test");
                create(server, &name, template);
                let url = server::with_database(server, &name);
                Some(Self { url, dropped_at_end: Some((server.to_owned(), name)), _folder: None })
            }
        }
    }

    /// Its address, as in the settings.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Settings that lead to it.
    pub(crate) fn config(&self) -> Config {
        Config { url: Secret::new(self.url.clone()), connections: 6, ..Config::default() }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.dropped_at_end
            && let Ok(mut conn) = PgConnection::establish(server)
            && let Err(error) = conn.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        {
            say(&format!("the database {name} is left over: {error}"));
        }
    }
}

/// The bytes of a migrated SQLite file.
static SQLITE_TEMPLATE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, copy) = (folder.path().join("template.sqlite"), folder.path().join("copy.sqlite"));
    let db = open(&format!("sqlite://{}", file.display()));
    db.migrate().expect("migrations");
    db.copy_to(&copy).expect("a copy");
    std::fs::read(&copy).expect("the copy")
});

/// The name of a migrated PostgreSQL database. It is named after the migrations it has, because on
/// a server of somebody else's it stays there for the next run.
static POSTGRES_TEMPLATE: LazyLock<String> = LazyLock::new(|| {
    let server = server::address_or_why_not().expect("only asked for with a server");
    let name = format!("medskapa_template_{}", hash_of_migrations());
    let mut conn = PgConnection::establish(server).expect("the PostgreSQL server");
    // Two test processes on one server take turns.
    conn.batch_execute("SELECT pg_advisory_lock(7261414)").expect("a lock");
    let known: i64 = diesel::select(diesel::dsl::sql::<diesel::sql_types::BigInt>(&format!(
        "(SELECT count(*) FROM pg_database WHERE datname = '{name}')"
    )))
    .get_result(&mut conn)
    .expect("the list of databases");
    if known == 0 {
        let unfinished = fresh_name("unfinished");
        create(server, &unfinished, None);
        open(&server::with_database(server, &unfinished)).migrate().expect("migrations");
        // The pool closes its connections in the background; a template must have none.
        conn.batch_execute(&format!("ALTER DATABASE {unfinished} ALLOW_CONNECTIONS false")).expect("a closed database");
        conn.batch_execute(&format!(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{unfinished}'"
        ))
        .expect("no connections");
        conn.batch_execute(&format!("ALTER DATABASE {unfinished} RENAME TO {name}")).expect("the template's name");
    }
    name
});

fn create(server: &str, name: &str, template: Option<&str>) {
    let mut conn = PgConnection::establish(server).expect("the PostgreSQL server");
    let template = template.map(|template| format!(" TEMPLATE {template}")).unwrap_or_default();
    conn.batch_execute(&format!("CREATE DATABASE {name}{template}")).expect("a new database");
}

fn open(url: &str) -> Db {
    let config = Config { url: Secret::new(url.to_owned()), connections: 1, ..Config::default() };
    Db::open(&config, Clock::System).expect("a new database opens")
}

fn fresh_name(what: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("medskapa_{what}_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

fn hash_of_migrations() -> String {
    let mut texts = Vec::new();
    let mut folders: Vec<_> = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/postgres"))
        .expect("migrations")
        .map(|entry| entry.expect("a migration").path())
        .collect();
    folders.sort();
    for folder in folders {
        texts.push(format!("{}", folder.file_name().unwrap_or_default().display()));
        texts.push(std::fs::read_to_string(folder.join("up.sql")).expect("up.sql"));
    }
    let hash = medskapa::kernel::token::token_hash(&texts.join("\n"));
    hash.chars().filter(char::is_ascii_alphanumeric).take(16).collect::<String>().to_ascii_lowercase()
}

/// Says something beside the results of the tests.
#[expect(clippy::print_stderr, reason = "the one who runs the tests has to know")]
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}

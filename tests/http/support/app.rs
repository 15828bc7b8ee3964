//! The running program with the outside world replaced.

use std::net::{SocketAddr, TcpListener};
use std::ops::Deref;
use std::sync::{Mutex, mpsc};
use std::thread::JoinHandle;

use actix_web::dev::ServerHandle;
use medskapa::app::{Adapters, App};
use medskapa::config::Config;
use medskapa::db::{Conn, Tx};
use medskapa::error::Result;
use medskapa::kernel::token::Key;
use medskapa::kernel::{Clock, Date, Random, Secret, Timestamp};
use medskapa::mail::{Backend, Mailer, SentMail};
use medskapa::search::{self, Search};
use medskapa::workers;

use super::Staged;
use crate::database::{Database, Kind};

/// The program on a port of its own, with its own database, clock and mail.
pub(crate) struct TestApp {
    app: App,
    serving: Option<Serving>,
    clock: Clock,
    /// What all clients send with; its connections are reused.
    pub(super) agent: ureq::Agent,
    /// The people of every idea on the stage, once there is one.
    pub(super) cast: Mutex<Option<Staged>>,
    // Last: removed when nothing uses them any more.
    #[expect(dead_code, reason = "goes away with this value")]
    database: Database,
    folder: tempfile::TempDir,
}

struct Serving {
    address: SocketAddr,
    handle: ServerHandle,
    thread: JoinHandle<()>,
}

impl Deref for TestApp {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

impl TestApp {
    /// The program with the usual settings; none without PostgreSQL.
    pub(crate) fn new(kind: Kind) -> Option<Self> {
        Self::with(kind, |_| {})
    }

    /// The program with other settings; none without PostgreSQL.
    pub(crate) fn with(kind: Kind, change: impl FnOnce(&mut Config)) -> Option<Self> {
        let database = Database::migrated(kind)?;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut config = Config {
            data_folder: folder.path().join("data"),
            secret_key: Secret::new("a key for tests that is long enough".to_owned()),
            example_town: false,
            database: database.config(),
            ..Config::default()
        };
        "bounce@example.org".clone_into(&mut config.mail.bounce_address);
        config.mail.bounce_secret = Secret::new("abcdefghijklmnopqrstuvwx".to_owned());
        config.server.workers = 1;
        // The clock stands, or is moved by hours: what waits at night has tests of its own.
        config.mail.quiet_from.clear();
        config.mail.quiet_to.clear();
        config.server.requests_per_minute = 1_000_000;
        config.server.changes_per_minute = 1_000_000;
        config.server.sign_ins_per_hour = 1_000_000;
        change(&mut config);
        let clock = Clock::standing_at(morning());
        let app = build(config, &clock);
        let serving = Some(Serving::start(&app));
        let (agent, cast) = (super::client::agent(), Mutex::default());
        Some(Self { app, serving, clock, agent, cast, database, folder })
    }

    /// Address of the running server, as `http://127.0.0.1:40123`.
    pub(crate) fn base(&self) -> String {
        format!("http://{}", self.serving.as_ref().expect("running").address)
    }

    /// The moment now.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Today in Sweden.
    pub(crate) fn today(&self) -> Date {
        self.now().date()
    }

    /// Moves the clock.
    pub(crate) fn advance_days(&self, days: i64) {
        self.clock.set(self.now().plus_days(days));
    }

    /// Moves the clock.
    pub(crate) fn advance_minutes(&self, minutes: i64) {
        self.clock.set(self.now().plus_minutes(minutes));
    }

    /// Reads from the database.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.app.db.read(work).expect("reading succeeds")
    }

    /// Writes to the database.
    pub(crate) fn write<T>(&self, work: impl FnMut(&mut Tx<'_>) -> Result<T>) -> T {
        self.app.db.write(work).expect("writing succeeds")
    }

    /// Does all the work that is due: clocks, jobs, mail.
    pub(crate) fn run_jobs(&self) {
        let parts = self.app.parts();
        workers::reconcile(&parts).expect("the clocks run");
        while workers::run_pending(&parts).expect("the jobs run") > 0 {}
    }

    /// Brings the search index up to date with the database.
    pub(crate) fn follow_search(&self) {
        workers::follow_search(&self.app.parts()).expect("the index follows");
    }

    /// What another process on the same database works with, with a search index of its own.
    pub(crate) fn parts_of_another(&self, name: &str) -> workers::Parts {
        let folder = self.folder.path().join(name);
        let search = Search::open(&folder, &search::Config::default()).expect("a folder of its own");
        workers::Parts { search: Some(search), ..self.app.parts() }
    }

    /// Everything that was mailed, oldest first.
    pub(crate) fn mails(&self) -> Vec<SentMail> {
        self.app.mailer.sent()
    }

    /// Everything that was mailed to an address, oldest first.
    pub(crate) fn mails_to(&self, address: &str) -> Vec<SentMail> {
        self.mails().into_iter().filter(|mail| mail.mail.recipient.as_str() == address).collect()
    }

    /// Forgets what was mailed so far.
    pub(crate) fn forget_mails(&self) {
        self.app.mailer.forget();
    }

    /// Another server on the same database, with a data folder of its own, as a second process.
    pub(crate) fn beside(&self) -> Beside {
        let data_folder = self.folder.path().join("beside");
        let app = build(Config { data_folder, ..(*self.app.config).clone() }, &self.clock);
        Beside(Some(Serving::start(&app)))
    }

    fn stop(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.stop();
        }
    }
}

/// A second server; it ends with this value.
pub(crate) struct Beside(Option<Serving>);

impl Beside {
    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.0.as_ref().expect("running").address
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Some(serving) = self.0.take() {
            serving.stop();
        }
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Serving {
    fn start(app: &App) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (tell, hear) = mpsc::channel();
        let app = app.clone();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = app.serve(listener).expect("a server");
                tell.send(server.handle()).expect("somebody waits");
                server.await.expect("the server ends well");
            });
        });
        Self { address, handle: hear.recv().expect("the server starts"), thread }
    }

    fn stop(self) {
        // The order is sent at once; its answer is not needed because the thread is waited for.
        drop(self.handle.stop(false));
        drop(self.thread.join());
    }
}

fn build(config: Config, clock: &Clock) -> App {
    let key = Key::new(config.secret_key.expose().as_bytes().to_vec());
    // Mail stays in memory unless a test names a server on this machine.
    let in_memory = || Mailer::memory(&config.mail, &key).expect("a mailer");
    let mailer = (config.mail.backend != Backend::Smtp).then(in_memory);
    let adapters = Adapters { clock: clock.clone(), random: Random::seeded(1), mailer };
    App::build(config, adapters).expect("the program starts")
}

/// Ten o'clock in the morning on Friday 2026-11-20, in Sweden.
fn morning() -> Timestamp {
    Date::parse("2026-11-20").expect("a day").start().plus_minutes(600)
}

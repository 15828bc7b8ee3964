//! The program with the example town in it, serving pages and sending to a mail server on this machine.

use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc;
use std::thread::JoinHandle;

use actix_web::dev::ServerHandle;
use medskapa::app::{Adapters, App};
use medskapa::config::Config;
use medskapa::kernel::Secret;
use medskapa::mail::{Backend, Encryption};
use medskapa::workers::{Duties, Workers};

use crate::Outcome;
use crate::postgres::Postgres;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
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

/// A place with a database where nothing runs yet.
pub(crate) struct Empty {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) server: Option<Postgres>,
    pub(crate) config: Config,
}

impl Empty {
    /// Finds one; it goes with this value.
    pub(crate) fn find(kind: Kind) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let server = if kind == Kind::Postgres { Some(Postgres::start(folder.path())?) } else { None };
        let url = match &server {
            Some(server) => server.create("mail")?,
            None => format!("sqlite://{}", folder.path().join("mail.sqlite").display()),
        };
        let mut config = Config {
            data_folder: folder.path().join("data"),
            secret_key: Secret::new("a key for measurements that is long enough".to_owned()),
            example_town: false,
            ..Config::default()
        };
        config.database.url = Secret::new(url);
        config.server.requests_per_minute = 1_000_000;
        Ok(Self { folder, server, config })
    }
}

/// The running program; it ends with this value.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) address: SocketAddr,
    _workers: Workers,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
    _server: Option<Postgres>,
    _folder: tempfile::TempDir,
}

impl House {
    /// Furnishes it: the example town, and whatever `more` adds before the work begins.
    pub(crate) fn furnish(kind: Kind, mail_port: u16, more: impl FnOnce(&App) -> Outcome<()>) -> Outcome<Self> {
        let Empty { folder, server, mut config } = Empty::find(kind)?;
        config.mail.backend = Backend::Smtp;
        "127.0.0.1".clone_into(&mut config.mail.host);
        config.mail.port = mail_port;
        config.mail.encryption = Encryption::None;
        "ideer@town.se".clone_into(&mut config.mail.from_address);
        // Measured at any hour.
        config.mail.quiet_from.clear();
        config.mail.quiet_to.clear();
        let app = App::build(config, Adapters::default())?;
        medskapa::example::load_if_empty(&app.config, &app.db, &app.town)?;
        more(&app)?;
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let (tell, hear) = mpsc::channel();
        let serving = app.clone();
        let thread = std::thread::spawn(move || {
            let outcome = actix_web::rt::System::new().block_on(async move {
                let server = serving.serve(listener)?;
                // Whoever waits has gone away only when the measurement has failed.
                drop(tell.send(server.handle()));
                server.await.map_err(|error| medskapa::error::Error::Unavailable(error.into()))
            });
            if let Err(error) = outcome {
                crate::say(&format!("the server ended: {error}"));
            }
        });
        let handle = hear.recv()?;
        let workers = Workers::start(&app.parts(), &app.vitals, Duties::All)?;
        Ok(Self { app, address, _workers: workers, handle, thread: Some(thread), _server: server, _folder: folder })
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

//! The composition root: builds the parts from the settings and hands each to the server.
//!
//! `serve`, every command and every test go through [`App::build`]. Nobody below imports this.

use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::ServiceConfig;
use actix_web::{HttpServer, web as actix};

use crate::accounts::extract::ExampleTown;
use crate::admin::{Figures, Vitals};
use crate::config::{Config, ConfigError};
use crate::db::{self, Db};
use crate::error::Error;
use crate::kernel::token::{Key, random_token};
use crate::kernel::{Clock, Random};
use crate::mail::Mailer;
use crate::search::Search;
use crate::sms::Texter;
use crate::town::Town;
use crate::web::limits::Limits;
use crate::web::{ProxyList, render_errors, security_headers};
use crate::{routes, web, workers};

/// Why the program cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting that does not fit what it names.
    #[error(transparent)]
    Setting(#[from] ConfigError),
    /// The database or the index cannot be used.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// What the outside world is replaced by in tests. The default is the real one.
#[derive(Clone, Default)]
pub struct Adapters {
    /// The clock.
    pub clock: Clock,
    /// Where chance comes from.
    pub random: Random,
    /// A mailer instead of the one in the settings.
    pub mailer: Option<Mailer>,
}

/// The parts of a running program. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The settings in force.
    pub config: Arc<Config>,
    /// The town.
    pub town: Arc<Town>,
    /// The database, migrated.
    pub db: Db,
    /// The search index.
    pub search: Search,
    /// The mailer.
    pub mailer: Mailer,
    /// Sends text messages, if there is a provider.
    pub texter: Texter,
    /// Limits per address.
    pub limits: Arc<Limits>,
    /// Whether the background threads of this process live.
    pub vitals: Arc<Vitals>,
    /// Where this process counts; nowhere until somebody says so.
    pub figures: Figures,
    /// Whether the example town's short cuts are offered.
    pub example: bool,
}

impl App {
    /// Builds the parts: opens and migrates the database, opens the index, checks the key.
    ///
    /// # Errors
    /// When the database, the folder or the key cannot be used.
    pub fn build(config: Config, adapters: Adapters) -> Result<Self, StartError> {
        let search_settings = config.search.clone();
        let ground = Ground::open(config, adapters)?;
        let Ground { config, town, db, mailer, texter } = ground;
        let search = Search::open(&config.data_folder.join("search"), &search_settings)?;
        Ok(Self {
            limits: Arc::new(Limits::new(&config.server)),
            vitals: Arc::default(),
            figures: Figures::default(),
            example: config.example_town,
            town,
            config,
            db,
            search,
            mailer,
            texter,
        })
    }

    /// The parts that the workers need.
    #[must_use]
    pub fn parts(&self) -> workers::Parts {
        workers::Parts {
            db: self.db.clone(),
            town: Arc::clone(&self.town),
            search: Some(self.search.clone()),
            mailer: self.mailer.clone(),
            texter: self.texter.clone(),
            limits: Arc::clone(&self.limits),
            figures: self.figures.clone(),
        }
    }

    /// The parts of a process that only works: it answers nobody, so it keeps no search index and
    /// can share its data folder with one that does.
    ///
    /// # Errors
    /// As [`App::build`].
    pub fn worker_parts(config: Config, adapters: Adapters) -> Result<workers::Parts, StartError> {
        let Ground { config, town, db, mailer, texter } = Ground::open(config, adapters)?;
        let limits = Arc::new(Limits::new(&config.server));
        Ok(workers::Parts { db, town, search: None, mailer, texter, limits, figures: Figures::default() })
    }

    /// Serves on a listener until told to stop.
    ///
    /// # Errors
    /// When the listener cannot be used.
    pub fn serve(&self, listener: TcpListener) -> Result<Server, Error> {
        self.serve_with(listener, |_| {})
    }

    /// Serves some more routes beside those of the program, behind the same middleware. The
    /// benchmark compares the pages with a body that costs nothing to make.
    ///
    /// # Errors
    /// When the listener cannot be used.
    pub fn serve_with(
        &self,
        listener: TcpListener,
        more: impl Fn(&mut ServiceConfig) + Clone + Send + 'static,
    ) -> Result<Server, Error> {
        let app = self.clone();
        let https = self.config.town.base_url.starts_with("https:");
        let pages = actix::Data::new(web::PageCache::new(&self.town));
        let server = HttpServer::new(move || {
            actix_web::App::new()
                .app_data(actix::Data::new(app.db.clone()))
                .app_data(actix::Data::from(Arc::clone(&app.town)))
                .app_data(actix::Data::new(app.search.clone()))
                .app_data(actix::Data::new(app.mailer.clone()))
                .app_data(actix::Data::from(Arc::clone(&app.limits)))
                .app_data(actix::Data::from(Arc::clone(&app.vitals)))
                .app_data(actix::Data::new(app.figures.clone()))
                .app_data(actix::Data::new(app.config.server.clone()))
                .app_data(actix::Data::new(ProxyList(app.config.server.trusted_proxies.clone())))
                .app_data(actix::Data::new(ExampleTown(app.example)))
                .app_data(pages.clone())
                .configure(routes::configure)
                .configure(more.clone())
                .default_service(actix::to(routes::unrouted))
                .wrap(from_fn(web::keep_pages))
                .wrap(from_fn(render_errors))
                .wrap(from_fn(web::name_visitors))
                .wrap(from_fn(web::count_and_log))
                .wrap(Compress::default())
                .wrap(security_headers(https))
        })
        .workers(self.config.server.workers)
        .shutdown_timeout(10)
        .disable_signals()
        .listen(listener)
        .map_err(|error| Error::Unavailable(error.into()))?;
        Ok(server.run())
    }
}

/// What every process needs, whether it serves or only works.
struct Ground {
    config: Arc<Config>,
    town: Arc<Town>,
    db: Db,
    mailer: Mailer,
    texter: Texter,
}

impl Ground {
    /// Opens and migrates the database, checks the key, opens the way for mail.
    fn open(config: Config, adapters: Adapters) -> Result<Self, StartError> {
        own_folder(&config.data_folder)?;
        let db = Db::open(&config.database, adapters.clock)?;
        db.migrate()?;
        let key = secret_key(&config, &adapters.random)?;
        check_key(&db, &key)?;
        let town = Town { settings: config.town.clone(), key, random: adapters.random };
        let mailer = match adapters.mailer {
            Some(mailer) => mailer,
            None => Mailer::open(&config.mail, &config.data_folder.join("mails"), &town.key)?,
        };
        let texter = Texter::open(&config.sms)?;
        Ok(Self { config: Arc::new(config), town: Arc::new(town), db, mailer, texter })
    }
}

/// The key of the settings, or the one in the data folder, made when there is none yet.
///
/// # Errors
/// When the key is too short or its file cannot be used.
pub fn secret_key(config: &Config, random: &Random) -> Result<Key, StartError> {
    let given = config.secret_key.expose();
    if !given.is_empty() {
        return Ok(Key::new(given.as_bytes().to_vec()));
    }
    let file = config.data_folder.join("secret.key");
    match std::fs::read_to_string(&file) {
        Ok(text) if text.trim().len() >= 32 => Ok(Key::new(text.trim().as_bytes().to_vec())),
        Ok(_) => Err(unfit_key(format!("shorter, in {}", file.display()), "at least 32 characters")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let fresh = random_token(random);
            write_secret(&file, &fresh).map_err(|error| unusable(&config.data_folder, &error))?;
            Ok(Key::new(fresh.into_bytes()))
        }
        Err(error) => Err(unusable(&file, &error)),
    }
}

/// Makes the folder for everything that is stored, if it is not there.
///
/// # Errors
/// When it cannot be made.
pub fn own_folder(folder: &Path) -> Result<(), StartError> {
    db::private_folder(folder).map_err(|error| match error {
        Error::Unavailable(cause) => unusable(folder, &cause),
        other => other.into(),
    })
}

fn unusable(path: &Path, cause: &dyn std::fmt::Display) -> StartError {
    let value = format!("{} ({cause})", path.display());
    ConfigError::NotAllowed { key: "data_folder", value, allowed: "a folder that this user can make and write to" }
        .into()
}

fn unfit_key(value: String, allowed: &'static str) -> StartError {
    ConfigError::NotAllowed { key: "secret_key", value, allowed }.into()
}

/// Writes a file that only its owner can read, whole or not at all.
fn write_secret(file: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    let unfinished = file.with_extension("new");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut handle = options.open(&unfinished)?;
    handle.write_all(text.as_bytes())?;
    handle.sync_all()?;
    std::fs::rename(unfinished, file)
}

/// Stops the start when the key is another than the one that the data was made with: receipts
/// could not be opened and supports would be counted twice.
///
/// # Errors
/// When it is another key.
pub fn check_key(db: &Db, key: &Key) -> Result<(), StartError> {
    let fingerprint = key.hash("fingerprint", &[]);
    let known = db.write(|tx| db::keys::remember(tx, "fingerprint", &fingerprint))?;
    if known == fingerprint {
        return Ok(());
    }
    let allowed = "the key that this database was made with; empty if that is the one in secret.key of the data folder";
    Err(unfit_key("another".to_owned(), allowed))
}

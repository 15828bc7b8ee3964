//! The settings: put together from the modules' own, read once, checked before anything starts.
//!
//! Order, later wins: built-in defaults, the file named with `--config` (or `medskapa.toml` in
//! the working folder), the environment (`MEDSKAPA__SERVER__LISTEN=…`, and `DATABASE_URL`).
//! Unknown keys are errors. `medskapa check-config` prints what is in force and from where.

mod address;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

use crate::kernel::Secret;
use crate::{db, mail, search, sms, town, web};

/// Every setting of the program.
#[derive(Debug, Clone, Serialize, Deserialize, documented::DocumentedFields)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Folder for everything the program stores: database, search index, keys, development mails.
    pub data_folder: PathBuf,
    /// Key that signs and hashes, at least 32 characters. Empty: made at the first start and kept
    /// in the data folder. Processes that share a database must share it.
    pub secret_key: Secret<String>,
    /// Whether an empty database is filled with the example town (only on a loopback address).
    pub example_town: bool,
    /// The town.
    pub town: town::Settings,
    /// The HTTP server.
    pub server: web::Config,
    /// The database.
    pub database: db::Config,
    /// The search index.
    pub search: search::Config,
    /// The mail.
    pub mail: mail::Config,
    /// Text messages.
    pub sms: sms::Config,
    /// Least weight of what is logged: error, warn, info, debug or trace.
    pub log: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data_folder: PathBuf::from("data"),
            secret_key: Secret::new(String::new()),
            example_town: true,
            town: town::Settings::default(),
            server: web::Config::default(),
            database: db::Config::default(),
            search: search::Config::default(),
            mail: mail::Config::default(),
            sms: sms::Config::default(),
            log: "info".to_owned(),
        }
    }
}

/// What is wrong with the settings, in plain words: key, value and what is allowed.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// Cannot be read: unknown key, wrong kind of value, broken file.
    #[error("{0}")]
    Unreadable(String),
    /// A value that is not allowed.
    #[error("{key} is {value:?}; allowed: {allowed}")]
    NotAllowed {
        /// Which setting.
        key: &'static str,
        /// What it is.
        value: String,
        /// What it may be.
        allowed: &'static str,
    },
}

/// The settings in the order in which they are laid over each other.
#[must_use]
pub fn layers(file: Option<&Path>) -> Figment {
    let file = file.map_or_else(|| Toml::file("medskapa.toml"), Toml::file_exact);
    Figment::from(Serialized::defaults(Config::default()))
        .merge(file)
        .merge(Env::prefixed("MEDSKAPA__").split("__"))
        .merge(Env::raw().only(&["DATABASE_URL"]).map(|_| "database.url".into()))
}

/// Reads and checks the settings.
///
/// # Errors
/// The first thing that is wrong, in words for the one who wrote it.
pub fn load(file: Option<&Path>) -> Result<Config, ConfigError> {
    if let Some(file) = file.filter(|file| !file.is_file()) {
        let value = file.display().to_string();
        return Err(ConfigError::NotAllowed {
            key: "--config",
            value,
            allowed: "a file with settings, as config/example.toml",
        });
    }
    let mut config: Config = layers(file).extract().map_err(|error| ConfigError::Unreadable(plain(error)))?;
    if config.database.url.expose().is_empty() {
        let path = config.data_folder.join("medskapa.sqlite");
        config.database.url = Secret::new(format!("sqlite://{}", path.display()));
    }
    if config.town.base_url == town::Settings::default().base_url {
        config.town.base_url = format!("http://{}", config.server.listen);
    }
    if config.mail.from_name.is_empty() {
        config.mail.from_name.clone_from(&config.town.service_name);
    }
    check(&config)?;
    Ok(config)
}

/// One line per mistake: key, what was found, what is allowed, and which file or variable said it.
fn plain(errors: figment::Error) -> String {
    let lines = errors.into_iter().map(|error| {
        let key = error.path.join(".");
        let said_by = error
            .metadata
            .as_ref()
            .map(|metadata| metadata.source.as_ref().map_or_else(|| metadata.name.to_string(), ToString::to_string));
        let from = said_by.map(|source| format!(" (from {source})")).unwrap_or_default();
        if key.is_empty() { format!("{}{from}", error.kind) } else { format!("{key}: {}{from}", error.kind) }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether nobody but this machine reaches the service.
fn is_only_here(config: &Config) -> bool {
    let listens_here = config.server.listen.parse::<SocketAddr>().is_ok_and(|own| own.ip().is_loopback());
    listens_here && is_here(&config.town.base_url) && config.server.trusted_proxies.is_empty()
}

/// Whether an address is one of this machine alone.
fn is_here(base_url: &str) -> bool {
    let (_, rest) = base_url.split_once("://").unwrap_or_default();
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    let is_loopback = host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    host == "localhost" || is_loopback || rest.starts_with("[::1]")
}

/// Whether what is made up stays on this machine, and what leaves it leads back here.
fn check_openness(config: &Config) -> Result<(), ConfigError> {
    let refuse =
        |key, value: &dyn ToString, allowed| Err(ConfigError::NotAllowed { key, value: value.to_string(), allowed });
    let town = &config.town;
    // Whether it is open to others can only be said of addresses that are in order.
    if config.example_town && !is_only_here(config) {
        return refuse(
            "example_town",
            &"true",
            "false, or true where server.listen and town.base_url are addresses of this machine alone and \
             server.trusted_proxies is empty: anyone who reaches the example town can be anybody in it",
        );
    }
    if config.sms.leaves_this_machine() && config.example_town {
        return refuse(
            "example_town",
            &"true",
            "false: sms.backend = http would send its text messages to real readers",
        );
    }
    if config.mail.leaves_this_machine() {
        if config.example_town {
            return refuse("example_town", &"true", "false: mail.backend = smtp would send its mails to real readers");
        }
        if !town.base_url.starts_with("https://") || !address::is_for_everybody(&town.base_url) {
            return refuse(
                "town.base_url",
                &town.base_url,
                "https://… with the name that residents use, and no address of this machine or of a house's own network: \
                 mail.backend = smtp sends links with it to everybody",
            );
        }
    } else if config.mail.backend == mail::Backend::Smtp && !config.example_town {
        // A mail server on this machine may pass mails on to everybody. Who only tries it says so, by an
        // address of this machine that was chosen and is not the one that stands there by itself.
        let is_by_itself = town.base_url == format!("http://{}", config.server.listen);
        let is_for_everybody = town.base_url.starts_with("https://") && address::is_for_everybody(&town.base_url);
        if is_by_itself || !(is_here(&town.base_url) || is_for_everybody) {
            return refuse(
                "town.base_url",
                &town.base_url,
                "the address that residents use, as https://ideer.example.se: mail.backend = smtp sends links with it",
            );
        }
    }
    Ok(())
}

fn check(config: &Config) -> Result<(), ConfigError> {
    let refuse =
        |key, value: &dyn ToString, allowed| Err(ConfigError::NotAllowed { key, value: value.to_string(), allowed });
    let town = &config.town;
    let key_length = config.secret_key.expose().chars().count();
    if (1..32).contains(&key_length) {
        return refuse("secret_key", &format!("({key_length} characters)"), "empty, or at least 32 characters");
    }
    if !["error", "warn", "info", "debug", "trace"].contains(&config.log.as_str()) {
        return refuse("log", &config.log, "error, warn, info, debug, trace");
    }
    if !address::is_well_formed(&town.base_url) {
        let allowed =
            "http://… or https://… with a host and perhaps a port, without a slash at the end, and nothing else";
        return refuse("town.base_url", &town.base_url, allowed);
    }
    if !(1..=200).contains(&town.operator.trim().chars().count()) {
        return refuse("town.operator", &town.operator, "1 to 200 characters");
    }
    if !(1..=60).contains(&town.service_name.chars().count()) {
        return refuse("town.service_name", &town.service_name, "1 to 60 characters");
    }
    if !(1..=100_000).contains(&town.support_goal) {
        return refuse("town.support_goal", &town.support_goal, "1 to 100000");
    }
    if !(0..=100_000).contains(&town.rewrite_until_supports) {
        return refuse("town.rewrite_until_supports", &town.rewrite_until_supports, "0 to 100000");
    }
    if town.areas.is_empty() || !town.areas.iter().all(|word| is_word(word)) {
        return refuse("town.areas", &town.areas.join(" "), "at least one word of a–z, 0–9 and -");
    }
    if town.themes.is_empty() || !town.themes.iter().all(|word| is_word(word)) {
        return refuse("town.themes", &town.themes.join(" "), "at least one word of a–z, 0–9 and -");
    }
    check_clocks(&town.clocks)?;
    check_server(&config.server)?;
    check_database(&config.database)?;
    check_openness(config)?;
    let faults = [config.mail.check(), config.sms.check()].concat();
    if faults.is_empty() { Ok(()) } else { Err(ConfigError::Unreadable(faults.join("\n"))) }
}

fn is_word(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 40
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn check_clocks(clocks: &town::Clocks) -> Result<(), ConfigError> {
    for (key, value, most) in [
        ("town.clocks.screening_working_days", clocks.screening_working_days, 30),
        ("town.clocks.returned_days", clocks.returned_days, 365),
        ("town.clocks.appeal_days", clocks.appeal_days, 730),
        ("town.clocks.support_days", clocks.support_days, 730),
        ("town.clocks.closed_answer_days", clocks.closed_answer_days, 365),
        ("town.clocks.first_answer_days", clocks.first_answer_days, 365),
        ("town.clocks.proposal_days", clocks.proposal_days, 365),
        ("town.clocks.confirm_days", clocks.confirm_days, 365),
        ("town.clocks.start_days", clocks.start_days, 365),
        ("town.clocks.owner_answer_days", clocks.owner_answer_days, 90),
        ("town.clocks.note_days", clocks.note_days, 365),
        ("town.clocks.asking_days", clocks.asking_days, 365),
        ("town.clocks.forwarding_days", clocks.forwarding_days, 730),
        ("town.clocks.forwarding_accept_days", clocks.forwarding_accept_days, 90),
        ("town.clocks.hand_over_days", clocks.hand_over_days, 365),
        ("town.clocks.report_back_days", clocks.report_back_days, 90),
        ("town.clocks.reminder_days", clocks.reminder_days, 30),
        ("town.clocks.chair_working_days", clocks.chair_working_days, 30),
        ("town.clocks.process_working_days", clocks.process_working_days, 60),
    ] {
        if !(1..=most).contains(&value) {
            let allowed = match most {
                30 => "1 to 30",
                60 => "1 to 60",
                90 => "1 to 90",
                365 => "1 to 365",
                _ => "1 to 730",
            };
            return Err(ConfigError::NotAllowed { key, value: value.to_string(), allowed });
        }
    }
    if clocks.process_working_days <= clocks.chair_working_days {
        let (key, value) = ("town.clocks.process_working_days", clocks.process_working_days.to_string());
        return Err(ConfigError::NotAllowed { key, value, allowed: "more than town.clocks.chair_working_days" });
    }
    Ok(())
}

fn check_server(server: &web::Config) -> Result<(), ConfigError> {
    let refuse = |key, value: String, allowed| Err(ConfigError::NotAllowed { key, value, allowed });
    if server.listen.parse::<SocketAddr>().is_err() {
        return refuse("server.listen", server.listen.clone(), "ADDRESS:PORT, as 127.0.0.1:8080 or [::1]:8080");
    }
    if !(1..=64).contains(&server.workers) {
        return refuse("server.workers", server.workers.to_string(), "1 to 64");
    }
    if !(1_000..=10_000_000).contains(&server.body_bytes) {
        return refuse("server.body_bytes", server.body_bytes.to_string(), "1000 to 10000000");
    }
    for (key, value) in [
        ("server.requests_per_minute", server.requests_per_minute),
        ("server.changes_per_minute", server.changes_per_minute),
        ("server.sign_ins_per_hour", server.sign_ins_per_hour),
    ] {
        if !(1..=1_000_000).contains(&value) {
            return refuse(key, value.to_string(), "1 to 1000000");
        }
    }
    Ok(())
}

fn check_database(database: &db::Config) -> Result<(), ConfigError> {
    let refuse = |key, value: String, allowed| Err(ConfigError::NotAllowed { key, value, allowed });
    let scheme = database.url.expose().split_once("://").map_or("", |(scheme, _)| scheme);
    if !["sqlite", "postgres", "postgresql"].contains(&scheme) {
        return refuse("database.url", format!("{scheme}://…"), "sqlite://PATH or postgres://…");
    }
    if !(1..=100).contains(&database.connections) {
        return refuse("database.connections", database.connections.to_string(), "1 to 100");
    }
    if !(1..=300).contains(&database.statement_seconds) {
        return refuse("database.statement_seconds", database.statement_seconds.to_string(), "1 to 300");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_refused(config: &Config) -> Option<&'static str> {
        match check(config) {
            Err(ConfigError::NotAllowed { key, .. }) => Some(key),
            Ok(()) | Err(ConfigError::Unreadable(_)) => None,
        }
    }

    fn with(change: impl FnOnce(&mut Config)) -> Config {
        let mut config = Config::default();
        config.database.url = Secret::new("sqlite://data/medskapa.sqlite".to_owned());
        change(&mut config);
        config
    }

    #[test]
    fn the_example_town_is_for_this_machine_alone() {
        assert_eq!(key_refused(&with(|_| ())), None);
        assert_eq!(key_refused(&with(|config| config.town.base_url = "http://localhost:9000".to_owned())), None);
        for reached in [
            with(|config| config.server.listen = "0.0.0.0:8080".to_owned()),
            with(|config| config.town.base_url = "https://ideer.example.se".to_owned()),
            with(|config| config.town.base_url = "https://127.0.0.1.example.se".to_owned()),
            with(|config| config.server.trusted_proxies = vec!["127.0.0.1".parse().unwrap()]),
        ] {
            assert_eq!(key_refused(&reached), Some("example_town"));
            assert_eq!(key_refused(&Config { example_town: false, ..reached }), None);
        }
        let unreadable = with(|config| config.server.listen = "abc".to_owned());
        assert_eq!(key_refused(&unreadable), Some("server.listen"), "what is wrong is named first");
    }

    #[test]
    fn the_process_group_is_told_after_the_chair() {
        let days = |chair, process| {
            key_refused(&with(|config| {
                config.town.clocks.chair_working_days = chair;
                config.town.clocks.process_working_days = process;
            }))
        };

        assert_eq!(days(5, 6), None);
        assert_eq!(days(5, 5), Some("town.clocks.process_working_days"));
        assert_eq!(days(0, 5), Some("town.clocks.chair_working_days"));
    }

    #[test]
    fn whoever_runs_the_service_is_named() {
        assert_eq!(key_refused(&with(|config| config.town.operator = " ".to_owned())), Some("town.operator"));
    }
}

//! `medskapa backup FILE` and `medskapa restore FILE`.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::failure::{Failure, Result};
use crate::app;
use crate::config::Config;
use crate::db::{self, Db};
use crate::kernel::{Clock, Random};

/// Options of `backup`.
#[derive(Debug, clap::Args)]
pub(super) struct BackupOptions {
    /// The new file. An existing one is never overwritten.
    file: PathBuf,
}

/// Options of `restore`.
#[derive(Debug, clap::Args)]
pub(super) struct RestoreOptions {
    /// A file made by `backup`.
    file: PathBuf,
    /// Put it in the place of the data there is; the old database is kept beside it.
    #[arg(long)]
    replace: bool,
}

/// Writes a consistent copy while the service runs.
pub(super) fn backup(config: &Config, options: &BackupOptions) -> Result<()> {
    if options.file.exists() {
        return Err(Failure::file(&options.file, &"exists already"));
    }
    let db = Db::open(&config.database, Clock::System)?;
    if db.is_sqlite() {
        db.copy_to(&options.file)?;
        db::backup::check(&options.file)?;
    } else {
        run_tool("pg_dump", &["--format=custom", "--no-owner", "--file"], &options.file, config)?;
    }
    super::say(&format!("{}: whole", options.file.display()));
    super::say(&format!(
        "The key is not in it. Keep a copy of {} in another place: without it supports and receipts are lost.",
        config.data_folder.join("secret.key").display()
    ));
    Ok(())
}

/// Puts a copy back. The service must not be running.
pub(super) fn restore(config: &Config, options: &RestoreOptions) -> Result<()> {
    if !options.file.is_file() {
        return Err(Failure::file(&options.file, &"no such file"));
    }
    app::own_folder(&config.data_folder)?;
    let _lock = super::lock::take(&config.data_folder)?;
    let Some(target) = config.database.url.expose().strip_prefix("sqlite://").map(PathBuf::from) else {
        run_tool("pg_restore", &["--clean", "--if-exists", "--no-owner"], &options.file, config)?;
        return demand_its_key(config);
    };
    let is_whole = db::backup::check(&options.file);
    is_whole.map_err(|error| Failure::file(&options.file, &format!("is no whole copy: {error}")))?;
    if target.exists() {
        if !options.replace {
            return Err(Failure::file(&target, &"is there already; say --replace to put the copy in its place"));
        }
        set_aside(&target)?;
    }
    copy_whole(&options.file, &target).map_err(|error| Failure::file(&target, &error))?;
    // The index speaks of the old data; it is made anew at the next start.
    let index = config.data_folder.join("search");
    if index.exists() {
        std::fs::remove_dir_all(&index).map_err(|error| Failure::file(&index, &error))?;
    }
    demand_its_key(config)?;
    super::say(&format!("{}: restored", target.display()));
    Ok(())
}

/// Whether the key there is is the one that the copy was made with: with another, or a new one,
/// the service would not start.
fn demand_its_key(config: &Config) -> Result<()> {
    let db = Db::open(&config.database, Clock::System)?;
    db.migrate()?;
    let in_place = "the copy is in its place, but the service cannot start yet";
    let file = config.data_folder.join("secret.key");
    if config.secret_key.expose().is_empty() && !file.exists() {
        return Err(Failure::file(&file, &format!("{in_place}: put the key here that belongs to the copy")));
    }
    let key = app::secret_key(config, &Random::System)?;
    app::check_key(&db, &key).map_err(|wrong| Failure::Told(format!("{in_place}: {wrong}")))
}

/// Keeps the old database, with what belongs to it, under names that nothing opens.
fn set_aside(target: &Path) -> Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut from = target.as_os_str().to_owned();
        from.push(ending);
        if Path::new(&from).exists() {
            let mut to = target.as_os_str().to_owned();
            to.push(".before-restore");
            to.push(ending);
            std::fs::rename(&from, &to).map_err(|error| Failure::file(target, &error))?;
        }
    }
    Ok(())
}

fn copy_whole(from: &Path, to: &Path) -> std::io::Result<()> {
    let unfinished = to.with_extension("unfinished");
    std::fs::copy(from, &unfinished)?;
    std::fs::File::open(&unfinished)?.sync_all()?;
    std::fs::rename(unfinished, to)
}

/// Runs PostgreSQL's own tool.
fn run_tool(tool: &str, arguments: &[&str], file: &Path, config: &Config) -> Result<()> {
    let mut command = Command::new(tool);
    command.args(arguments).arg(file).arg("--dbname").arg(config.database.url.expose());
    let status = command.status().map_err(|error| Failure::file(Path::new(tool), &error))?;
    if status.success() { Ok(()) } else { Err(Failure::Told(format!("{tool} failed"))) }
}

//! `medskapa backup FILE` and `medskapa restore FILE`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::config::Config;
use crate::db::{self, Db};
use crate::error::{Error, Result};
use crate::kernel::Clock;

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
        return Err(told(&options.file, "exists already"));
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
        return Err(told(&options.file, "no such file"));
    }
    db::private_folder(&config.data_folder)?;
    let _lock = super::lock::take(&config.data_folder)?;
    let Some(target) = config.database.url.expose().strip_prefix("sqlite://").map(PathBuf::from) else {
        return run_tool("pg_restore", &["--clean", "--if-exists", "--no-owner"], &options.file, config);
    };
    db::backup::check(&options.file)?;
    if target.exists() {
        if !options.replace {
            return Err(told(&target, "is there already; say --replace to put the copy in its place"));
        }
        set_aside(&target)?;
    }
    copy_whole(&options.file, &target).map_err(|error| told(&target, &error.to_string()))?;
    // The index speaks of the old data; it is made anew at the next start.
    let index = config.data_folder.join("search");
    if index.exists() {
        std::fs::remove_dir_all(&index).map_err(|error| told(&index, &error.to_string()))?;
    }
    super::say(&format!("{}: restored", target.display()));
    Ok(())
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
            std::fs::rename(&from, &to).map_err(|error| told(target, &error.to_string()))?;
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
    let status = command.status().map_err(|error| Error::internal(format!("{tool}: {error}")))?;
    if status.success() { Ok(()) } else { Err(Error::internal(format!("{tool} failed"))) }
}

fn told(path: &Path, what: &str) -> Error {
    Error::internal(format!("{}: {what}", path.display()))
}

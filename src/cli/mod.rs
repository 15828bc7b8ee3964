//! The command line: one file per command.

mod backup;
mod check_config;
pub mod docs;
mod failure;
mod group;
mod import;
mod jobs;
mod lock;
mod logs;
mod reindex;
mod serve;
mod signals;
mod simulate;
mod user;
mod worker;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Takes residents' ideas to decisions with an owner and a date.
#[derive(Parser)]
#[command(name = "medskapa", version, about)]
struct Arguments {
    /// File with settings; without it `medskapa.toml` in the working folder, if there is one.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages and the API, and do the work that follows (the default).
    Serve(serve::Options),
    /// Do jobs, clocks and mail without serving, beside `serve --no-worker`.
    Worker,
    /// Work that waits or was given up.
    #[command(subcommand)]
    Jobs(jobs::JobsCommand),
    /// Build the search index anew. The service must not be running; while it runs it looks after its
    /// index by itself. A service of an older version may run when the index has changed since: so an
    /// update starts with a finished index.
    Reindex,
    /// Bring in data from another system, also while the service runs.
    #[command(subcommand)]
    Import(import::What),
    /// Print the settings in force and where each comes from.
    CheckConfig,
    /// Write the documents that follow from the program (for those who build it).
    Docs {
        /// The folder of the repository.
        #[arg(default_value = ".")]
        root: PathBuf,
    },
    /// The first administrator, roles, and who there is.
    #[command(subcommand)]
    User(user::UserCommand),
    /// The groups that answer ideas.
    #[command(subcommand)]
    Group(group::GroupCommand),
    /// Write a consistent copy of the database, also while the service runs.
    Backup(backup::BackupOptions),
    /// Put a copy back. The service must not be running.
    Restore(backup::RestoreOptions),
    /// Let a year pass in a town that is not there, and say what came of it. Touches no data; the exit
    /// code is 3 when a promise to an author or a reader was not kept.
    Simulate(simulate::Options),
}

/// Exit code when a command did its work but some of what it found was bad.
const SOME_BAD: u8 = 3;

/// Runs the program; the exit code is 0, 1 when something failed, 2 for a wrong setting or
/// command line, 3 when some rows of an import were bad or a simulated year broke a promise.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let file = arguments.config.as_deref();
    let config = match crate::config::load(file) {
        Ok(config) => config,
        Err(error) => {
            say_wrong(&error.to_string());
            return ExitCode::from(2);
        }
    };
    let command = arguments.command.unwrap_or(Command::Serve(serve::Options::default()));
    // What the town of a simulation goes through is told by its figures alone.
    if !matches!(command, Command::Simulate(_)) {
        logs::begin(&config.log);
    }
    let done = |()| ExitCode::SUCCESS;
    let outcome = match command {
        Command::Serve(options) => serve::run(config, &options).map(done),
        Command::Worker => worker::run(config).map(done),
        Command::Jobs(command) => jobs::run(&config, &command).map(done),
        Command::Reindex => reindex::run(config).map(done),
        Command::Import(what) => {
            import::run(config, &what).map(|good| if good { ExitCode::SUCCESS } else { ExitCode::from(SOME_BAD) })
        }
        Command::CheckConfig => check_config::run(&config, file).map(done),
        Command::Docs { root } => docs::run(&root).map(done),
        Command::User(command) => user::run(&config, &command).map(done),
        Command::Group(command) => {
            group::run(&config, &command).map(|good| if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Backup(options) => backup::backup(&config, &options).map(done),
        Command::Restore(options) => backup::restore(&config, &options).map(done),
        Command::Simulate(options) => {
            simulate::run(&options).map(|kept| if kept { ExitCode::SUCCESS } else { ExitCode::from(SOME_BAD) })
        }
    };
    outcome.unwrap_or_else(|failure| {
        say_wrong(&failure.to_string());
        failure.exit_code()
    })
}

/// Writes a line for the one at the terminal. A reader who has gone away (`| head`) is no fault.
pub(crate) fn say(line: &str) {
    use std::io::Write as _;
    if let Err(error) = writeln!(std::io::stdout(), "{line}") {
        tracing::debug!(%error, "nobody reads");
    }
}

/// Writes what went wrong for the one at the terminal.
pub(crate) fn say_wrong(line: &str) {
    use std::io::Write as _;
    if let Err(error) = writeln!(std::io::stderr(), "medskapa: {line}") {
        tracing::debug!(%error, "nobody reads");
    }
}

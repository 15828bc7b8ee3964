//! The command line: one file per command.

mod serve;

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
}

/// Runs the program; the exit code is 0, 1 when something failed, 2 for a wrong setting.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let config = match crate::config::load(arguments.config.as_deref()) {
        Ok(config) => config,
        Err(error) => {
            say_wrong(&error.to_string());
            return ExitCode::from(2);
        }
    };
    let outcome = match arguments.command.unwrap_or(Command::Serve(serve::Options::default())) {
        Command::Serve(options) => serve::run(config, &options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say_wrong(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Writes a line for the one at the terminal.
#[expect(clippy::print_stdout, reason = "this is the command line")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// Writes what went wrong for the one at the terminal.
#[expect(clippy::print_stderr, reason = "this is the command line")]
pub(crate) fn say_wrong(line: &str) {
    eprintln!("medskapa: {line}");
}

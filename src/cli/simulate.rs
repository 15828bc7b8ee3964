//! `medskapa simulate`: a year in a town that is not there, and what came of it.

use std::path::PathBuf;

use super::failure::{Failure, Result};
use crate::kernel::Date;
use crate::simulate::{self, Plan};

/// What to simulate. The same options give the same figures.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Ideas that are written, 1 to 10 000.
    #[arg(long, default_value_t = 1208, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    ideas: u16,
    /// Days, 30 to 730.
    #[arg(long, default_value_t = 365, value_parser = clap::value_parser!(u16).range(30..=730))]
    days: u16,
    /// Where chance begins.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The first day, as 2026-01-01.
    #[arg(long, default_value = "2026-01-01")]
    begins: String,
    /// Write the figures as JSON.
    #[arg(long)]
    json: bool,
    /// An empty folder for the database, which stays there; without it a folder that goes away.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
}

/// Lets the year pass and says what came of it; whether every promise was kept.
pub(super) fn run(options: &Options) -> Result<bool> {
    let begins = Date::parse(&options.begins)
        .ok_or_else(|| Failure::Told(format!("{} is no day such as 2026-01-01", options.begins)))?;
    let plan = Plan {
        ideas: usize::from(options.ideas),
        days: i32::from(options.days),
        seed: options.seed,
        begins,
        ..Plan::default()
    };
    let outcome = if let Some(folder) = &options.keep {
        simulate::run(&plan, folder)?
    } else {
        let folder = tempfile::tempdir().map_err(|error| Failure::file(&std::env::temp_dir(), &error))?;
        simulate::run(&plan, folder.path())?
    };
    if options.json {
        super::say(&serde_json::to_string_pretty(&outcome).map_err(|error| Failure::Told(error.to_string()))?);
    } else {
        super::say(outcome.to_string().trim_end());
    }
    let broken = outcome.broken_promises();
    for promise in &broken {
        super::say_wrong(promise);
    }
    Ok(broken.is_empty())
}

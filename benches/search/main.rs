//! How fast the search is, beside PostgreSQL's full text over the same texts in the same run.
//! `make bench-search` runs it and writes `docs/search-speed.md`.

mod full_text;
mod ours;
mod report;
mod texts;
mod times;

#[path = "../town/machine.rs"]
mod machine;
#[path = "../town/postgres.rs"]
mod postgres;
#[path = "../town/profile.rs"]
#[expect(dead_code, reason = "the benchmark of the town draws more from it")]
mod profile;
#[path = "../town/text.rs"]
mod text;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use ours::Step;

/// What may go wrong in a measurement is only told, never handled.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Measures the speed of the search.
#[derive(Parser)]
struct Arguments {
    /// Numbers of ideas, separated by spaces.
    #[arg(long, default_value = "10000", value_delimiter = ' ')]
    sizes: Vec<i64>,
    /// Seconds that each kind of question is asked.
    #[arg(long, default_value_t = 5.0)]
    seconds: f64,
    /// Leave PostgreSQL out.
    #[arg(long)]
    without_postgres: bool,
    /// Folder to work in.
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Document that the figures are written into; without it they are only printed.
    #[arg(long)]
    write: Option<PathBuf>,
    /// Do one step only and tell its figures, as the measurement asks of itself.
    #[arg(long, value_enum, hide = true)]
    step: Option<Step>,
    /// What cargo adds.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.step {
        Some(step) => one_step(&arguments, step),
        None => measure(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("bench: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn one_step(arguments: &Arguments, step: Step) -> Outcome<()> {
    use std::io::Write as _;
    let folder = arguments.folder.as_deref().ok_or("a step needs its folder")?;
    let size = *arguments.sizes.first().ok_or("a step needs a size")?;
    let told = match step {
        Step::Build => serde_json::to_vec(&ours::build(size, folder)?)?,
        Step::Ask => serde_json::to_vec(&ours::ask(size, arguments.seconds, folder)?)?,
    };
    Ok(std::io::stdout().write_all(&told)?)
}

fn measure(arguments: &Arguments) -> Outcome<()> {
    let within = arguments.folder.clone().unwrap_or_else(std::env::temp_dir);
    let folder = tempfile::tempdir_in(&within)?;
    let server = if arguments.without_postgres { None } else { Some(postgres::Postgres::start(folder.path())?) };
    let mut page = report::Page::new(arguments);
    for size in &arguments.sizes {
        let own = folder.path().join(format!("index-of-{size}"));
        say(&format!("{size} ideas: building our index"));
        let built = ours::in_a_process(Step::Build, *size, arguments.seconds, &own)?;
        say(&format!("{size} ideas: asking it"));
        let asked = ours::in_a_process(Step::Ask, *size, arguments.seconds, &own)?;
        std::fs::remove_dir_all(&own)?;
        let beside = match &server {
            Some(server) => {
                say(&format!("{size} ideas: PostgreSQL"));
                Some(full_text::measure(server, *size, arguments.seconds)?)
            }
            None => None,
        };
        page.size(*size, &built, &asked, beside.as_ref());
        // After each size, so that what was measured is not lost to what comes last.
        if let Some(document) = &arguments.write {
            page.write_into(document)?;
        }
    }
    say(&page.text());
    Ok(())
}

/// Tells how far it is, beside the report.
fn say(line: &str) {
    use std::io::Write as _;
    drop(writeln!(std::io::stderr(), "{line}"));
}

//! The benchmark: fills towns of several sizes with the real distributions of such services,
//! measures the program on both databases, and writes the figures down.
//!
//! `make bench` runs it; `docs/performance.md` tells how to read what comes out. Nothing here is
//! part of the program: it links the library for the server under test (with one more route, which
//! sends a constant body through the same middleware) and starts the shipped program itself to see
//! how fast it is ready and how much memory it takes.

mod bulk;
mod client;
mod durable;
mod fill;
mod machine;
mod measure;
mod plan;
mod postgres;
mod process;
mod profile;
mod report;
mod rows;
mod scenarios;
mod serve;
mod site;
mod text;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use clap::Parser;

use durable::BareInserts;
use postgres::Postgres;
use process::Server;
use report::{Report, TownReport};
use site::{Kind, Site};

/// What may go wrong in a measurement is only told, never handled.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Starts of which the middle one counts.
const STARTS: usize = 5;
/// Time during which the shipped program serves pages before its memory is read.
const PAGES_BEFORE_MEMORY: Duration = Duration::from_secs(3);

/// Fills towns and measures the program in them.
#[derive(Parser)]
struct Arguments {
    /// Numbers of ideas, one town each.
    #[arg(long, value_delimiter = ' ', default_value = "1000 100000 1000000")]
    sizes: Vec<usize>,
    /// Databases.
    #[arg(long, value_delimiter = ' ', value_enum, default_value = "sqlite postgres")]
    databases: Vec<Kind>,
    /// Seconds of one round of each side.
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// Only rows whose title holds this.
    #[arg(long, default_value = "")]
    only: String,
    /// Folder for the towns; they are removed at the end.
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Document that the figures are written into; without it they are only printed.
    #[arg(long)]
    write: Option<PathBuf>,
    /// Fill the towns, print how to reach them, and wait for a line before they are removed.
    #[arg(long)]
    hold: bool,
    /// The role of the server under test; the benchmark gives it to a process of its own.
    #[arg(long, hide = true)]
    serve: bool,
    /// What cargo adds.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = if arguments.serve { serve::run() } else { measure_all(&arguments) };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("bench: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn measure_all(arguments: &Arguments) -> Outcome<()> {
    let folder = arguments.folder.clone().unwrap_or_else(std::env::temp_dir);
    let sizes: Vec<String> = arguments.sizes.iter().map(ToString::to_string).collect();
    let day = medskapa::kernel::Clock::System.now().date().to_string();
    let command = format!("make bench SIZES=\"{}\" SECONDS_EACH={}", sizes.join(" "), arguments.seconds);
    let mut report = Report::new(day, command, arguments.seconds);
    for size in &arguments.sizes {
        for kind in &arguments.databases {
            report.towns.push(town(arguments, &folder, *kind, *size)?);
            // After each town, so that hours of measuring are not lost to what comes last.
            if let Some(document) = &arguments.write {
                report.write_into(document)?;
            }
        }
    }
    print(&report.markdown()?);
    Ok(())
}

fn town(arguments: &Arguments, folder: &Path, kind: Kind, ideas: usize) -> Outcome<TownReport> {
    let title = format!("{} ideas on {}", report::thousands(ideas), kind.title());
    say(&format!("{title}: filling"));
    let server = if kind == Kind::Postgres { Some(Postgres::start(folder)?) } else { None };
    let site = Site::make(folder, server.as_ref(), &format!("bench_{ideas}"))?;
    let filled = fill::fill(site.url(), ideas)?;
    let database_bytes = site.database_bytes()?;
    say(&format!("{title}: filled in {:.1} s; indexing", filled.seconds));
    let begun = Instant::now();
    site.build_index()?;
    let index_seconds = begun.elapsed().as_secs_f64();
    let callers = site.callers()?;
    if arguments.hold {
        hold(&site, &filled)?;
    }
    say(&format!("{title}: indexed in {index_seconds:.1} s; starting"));
    let (start_seconds, has_readyz, memory_at_start, memory_after_pages) = start(&site, &filled)?;
    let program = std::env::current_exe()?;
    let tested = Server::start(&program, &["--serve"], &site.settings(), site.folder())?;
    let inserts = BareInserts::new(site.open()?, filled.open_ids.clone());
    let mut rows = Vec::new();
    for scenario in scenarios::all(&filled, &callers).iter().filter(|one| one.title.contains(&arguments.only)) {
        say(&format!("{title}: {}", scenario.title));
        rows.push(measure::row(&tested, scenario, arguments.seconds, &inserts)?);
    }
    Ok(TownReport {
        kind,
        filled,
        database_bytes,
        index_seconds,
        start_seconds,
        has_readyz,
        memory_at_start,
        memory_after_pages,
        rows,
    })
}

/// Starts the shipped program some times; gives the middle time to ready, whether it says that it
/// is, and its memory then and after it has served pages.
fn start(site: &Site<'_>, filled: &fill::Filled) -> Outcome<(f64, bool, u64, u64)> {
    let program = Path::new(env!("CARGO_BIN_EXE_medskapa"));
    let mut times = Vec::with_capacity(STARTS);
    let mut memory = (0, 0);
    let mut has_readyz = false;
    for turn in 1..=STARTS {
        let server = Server::start(program, &["serve", "--no-worker"], &site.settings(), site.folder())?;
        times.push(server.seconds_to_ready);
        has_readyz = server.has_readyz;
        if turn == STARTS {
            memory.0 = server.memory_now()?;
            for scenario in pages_of(filled) {
                let make = |turn| (scenario.make)(turn).request();
                client::load(server.address, measure::CONNECTIONS, PAGES_BEFORE_MEMORY / 8, &AtomicU64::new(0), &make)?;
            }
            memory.1 = server.memory_now()?;
        }
    }
    times.sort_by(f64::total_cmp);
    Ok((times.get(STARTS / 2).copied().unwrap_or(0.0), has_readyz, memory.0, memory.1))
}

/// The pages that visitors read.
fn pages_of(filled: &fill::Filled) -> Vec<scenarios::Scenario> {
    let all = scenarios::all(filled, &site::Callers::default());
    all.into_iter().filter(|one| !one.is_a_change() && one.meanwhile.is_none()).collect()
}

/// Keeps a filled town for somebody who wants to look at it.
fn hold(site: &Site<'_>, filled: &fill::Filled) -> Outcome<()> {
    for (name, value) in site.settings() {
        say(&format!("export {name}='{value}'"));
    }
    say(&format!(
        "/ideas/{} has 50 comments; an open one is /ideas/{}",
        filled.measured,
        filled.open.join(" ").chars().take(9).collect::<String>()
    ));
    say("press return to go on");
    std::io::stdin().read_line(&mut String::new())?;
    Ok(())
}

/// Tells how far it is, beside the report.
fn say(line: &str) {
    use std::io::Write as _;
    drop(writeln!(std::io::stderr(), "{line}"));
}

fn print(text: &str) {
    use std::io::Write as _;
    drop(std::io::stdout().write_all(text.as_bytes()));
}

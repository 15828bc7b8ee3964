//! How well the search finds what people mean: the program's index beside two that anybody could
//! have, on the same texts and questions. `make relevance` runs it and writes `docs/relevance.md`.
//!
//! Nothing here is part of the program. The texts and their licences are named in
//! `benches/relevance/data/README.md`; the test parts were not looked at while the search was made.

mod collection;
mod engines;
mod language;
mod likeness;
mod report;
mod routing;
mod score;

#[path = "../town/postgres.rs"]
#[expect(dead_code, reason = "the benchmark of speed also drops databases")]
mod postgres;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use collection::{Collection, Part};

/// What may go wrong in a measurement is only told, never handled.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Measures the search.
#[derive(Parser)]
struct Arguments {
    /// Which part of the judged questions: `tune` while working on the search, `test` for the
    /// figures that count.
    #[arg(long, value_enum, default_value = "test")]
    part: Part,
    /// Tell each question's figures of our own search.
    #[arg(long)]
    each: bool,
    /// Leave PostgreSQL out.
    #[arg(long)]
    without_postgres: bool,
    /// Document that the figures are written into; without it they are only printed.
    #[arg(long)]
    write: Option<PathBuf>,
    /// Only the right group, which takes a second.
    #[arg(long)]
    only_routing: bool,
    /// What cargo adds.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    match measure(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("relevance: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &Arguments) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let routing = routing::measure(folder.path())?;
    if arguments.only_routing {
        say(&routing);
        return arguments.write.as_ref().map_or(Ok(()), |document| routing::write_into(&routing, document));
    }
    let server = if arguments.without_postgres { None } else { Some(postgres::Postgres::start(folder.path())?) };
    let judged = Collection::judged(arguments.part)?;
    let squad = Collection::squad()?;
    let mut page = report::Page::new(arguments.part);
    let mut tables = (Vec::new(), Vec::new());
    for (name, collection, rows) in [("ideas", &judged, &mut tables.0), ("squad", &squad, &mut tables.1)] {
        for mut engine in engines::all(folder.path(), name, collection, server.as_ref())? {
            say(&format!("{name}: {}", engine.name()));
            let scores = score::of(&mut *engine, collection)?;
            if arguments.each && rows.is_empty() && name == "ideas" {
                score::tell(collection, &scores);
            }
            rows.push((engine.name(), scores));
        }
    }
    page.questions(&judged, &tables.0);
    page.paragraphs(&tables.1);
    page.language(&language::compounds()?, &language::forms()?);
    page.likeness(&likeness::measure(folder.path(), arguments.part)?);
    say(&page.text());
    say(&routing);
    match &arguments.write {
        Some(document) => {
            page.write_into(document)?;
            routing::write_into(&routing, document)
        }
        None => Ok(()),
    }
}

/// Tells how far it is, beside the report.
fn say(line: &str) {
    use std::io::Write as _;
    drop(writeln!(std::io::stderr(), "{line}"));
}

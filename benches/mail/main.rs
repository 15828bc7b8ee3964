//! How fast news reaches its readers, and what the pages notice of it. `make bench-mail` runs it
//! and writes `docs/mail-speed.md`.

mod digest;
mod fan_out;
mod house;
mod pages;
mod report;

#[path = "../town/machine.rs"]
mod machine;
#[path = "../town/postgres.rs"]
#[expect(dead_code, reason = "the benchmark of the town uses the rest")]
mod postgres;
#[path = "../../src/mail/tests/server.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "the tests of the mail use the rest")]
mod server;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use house::Kind;

/// What may go wrong in a measurement is only told, never handled.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Measures the speed of the mail.
#[derive(Parser)]
struct Arguments {
    /// Followers of the idea that is decided.
    #[arg(long, default_value_t = 1410)]
    followers: usize,
    /// Milliseconds that the mail server takes for a mail.
    #[arg(long, default_value_t = 50)]
    milliseconds: u64,
    /// Readers of the week of a theme.
    #[arg(long, default_value_t = 100_000)]
    readers: usize,
    /// Databases.
    #[arg(long, value_delimiter = ' ', value_enum, default_value = "sqlite postgres")]
    databases: Vec<Kind>,
    /// Document that the figures are written into; without it they are only printed.
    #[arg(long)]
    write: Option<PathBuf>,
    /// What cargo adds.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    match measure(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("bench: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &Arguments) -> Outcome<()> {
    let mut page = report::Page::new(arguments);
    for kind in &arguments.databases {
        say(&format!("{}: one decision to {} followers", kind.title(), arguments.followers));
        page.fan_out(*kind, &fan_out::measure(*kind, arguments)?);
        say(&format!("{}: the week of a theme to {} readers", kind.title(), arguments.readers));
        page.digest(*kind, &digest::measure(*kind, arguments.readers)?);
    }
    if let Some(document) = &arguments.write {
        page.write_into(document)?;
    }
    say(&page.text());
    Ok(())
}

/// Tells how far it is, beside the report.
fn say(line: &str) {
    use std::io::Write as _;
    drop(writeln!(std::io::stderr(), "{line}"));
}

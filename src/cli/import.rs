//! `medskapa import ideas FILE`: ideas from another system, as JSON Lines or CSV.
//!
//! Columns (JSON keys), in any order; others are left alone: `external_id` (or `id`; demanded,
//! at most 100 characters), `title` (5–120 characters), `body` (10–4000), `language` (or
//! `lang_guess`), `area` (one of the town's words; others are kept in words beside the idea),
//! `theme` (one of the town's words), `author_name`. The same file can be read again: an idea
//! whose external id is in already is left alone. The service may run meanwhile.

use std::fs::File;
use std::io::{BufRead as _, BufReader, IsTerminal as _};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::failure::{Failure, Result};
use crate::app::{Adapters, App};
use crate::config::Config;
use crate::error::Error;
use crate::groups;
use crate::ideas::actions::{Imported, ImportedIdea, import_batch};
use crate::kernel::GroupId;
use crate::kernel::text::{Body, DisplayName, TextFault, Title};
use crate::workers::Parts;

/// Rows that go in together.
const BATCH: usize = 200;
/// Longest line that is read, in bytes.
const LINE_LIMIT: usize = 1_000_000;

/// What to import.
#[derive(Debug, clap::Subcommand)]
pub(super) enum What {
    /// Ideas. FILE ends in .jsonl or .csv; the exit code is 3 when some rows were bad.
    Ideas(Options),
}

/// How.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The file: JSON Lines (`.jsonl`) or CSV with a head line (`.csv`).
    file: PathBuf,
    /// Publish at once instead of letting a moderator read each first. Rows without a theme
    /// need `--theme`.
    #[arg(long)]
    publish: bool,
    /// Theme for rows that name none of the town's.
    #[arg(long, value_name = "WORD")]
    theme: Option<String>,
    /// Where the ideas come from, shown with each, as "OmaStadi, Helsingfors".
    #[arg(long, default_value = "Import")]
    source: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawRow {
    #[serde(alias = "id")]
    external_id: String,
    title: String,
    body: String,
    #[serde(alias = "lang_guess")]
    language: String,
    area: String,
    theme: String,
    author_name: String,
}

#[derive(Default)]
struct Tally {
    new: usize,
    known: usize,
    bad: usize,
}

/// Imports; gives whether every row was good.
pub(super) fn run(config: Config, What::Ideas(options): &What) -> Result<bool> {
    let app = App::worker_parts(config, Adapters::default())?;
    let leads = if options.publish { lead_groups(&app)? } else { Vec::new() };
    let bar = progress(&options.file)?;
    let mut tally = Tally::default();
    let mut batch = Vec::with_capacity(BATCH);
    each_row(&options.file, &mut |line, bytes, row| {
        bar.inc(bytes);
        match row.and_then(|row| check(&app, options, &leads, row)) {
            Ok(idea) => batch.push(idea),
            Err(reason) => {
                tally.bad += 1;
                bar.suspend(|| super::say_wrong(&format!("line {line}: {reason}")));
            }
        }
        if batch.len() == BATCH { store(&app, &mut batch, &mut tally) } else { Ok(()) }
    })?;
    store(&app, &mut batch, &mut tally)?;
    bar.finish_and_clear();
    super::say(&format!("{} new, {} known, {} bad", tally.new, tally.known, tally.bad));
    Ok(tally.bad == 0)
}

fn store(app: &Parts, batch: &mut Vec<ImportedIdea>, tally: &mut Tally) -> Result<()> {
    for outcome in import_batch(&app.db, &app.town, batch)? {
        match outcome {
            Imported::New => tally.new += 1,
            Imported::Known => tally.known += 1,
        }
    }
    batch.clear();
    Ok(())
}

/// The group that answers for each theme.
fn lead_groups(app: &Parts) -> crate::error::Result<Vec<(String, GroupId)>> {
    app.db.read(|conn| {
        let themes = app.town.settings.themes.iter();
        let found = themes.map(|theme| Ok((theme.clone(), groups::store::find_by_theme(conn, theme)?)));
        let found: Vec<(String, Option<groups::Group>)> = found.collect::<crate::error::Result<_>>()?;
        Ok(found.into_iter().filter_map(|(theme, group)| Some((theme, group?.id))).collect())
    })
}

fn progress(file: &Path) -> Result<indicatif::ProgressBar> {
    let size = std::fs::metadata(file).map_err(|error| Failure::file(file, &error))?.len();
    let bar = if std::io::stderr().is_terminal() {
        indicatif::ProgressBar::new(size)
    } else {
        indicatif::ProgressBar::hidden()
    };
    let style = indicatif::ProgressStyle::with_template("{bar:40} {percent:>3} %  {elapsed} / {duration}");
    Ok(bar.with_style(style.map_err(Error::internal)?))
}

type EachRow<'a> = dyn FnMut(u64, u64, std::result::Result<RawRow, String>) -> Result<()> + 'a;

fn each_row(file: &Path, handle: &mut EachRow<'_>) -> Result<()> {
    let opened = File::open(file).map_err(|error| Failure::file(file, &error))?;
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("jsonl") => each_json_line(file, opened, handle),
        Some("csv") => each_csv_record(file, opened, handle),
        Some(_) | None => Err(Failure::file(file, &"the name must end in .jsonl or .csv")),
    }
}

fn each_json_line(file: &Path, opened: File, handle: &mut EachRow<'_>) -> Result<()> {
    let mut reader = BufReader::new(opened);
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        let bytes = reader.read_until(b'\n', &mut line).map_err(|error| Failure::file(file, &error))?;
        if bytes == 0 {
            return Ok(());
        }
        number += 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let row = if line.len() > LINE_LIMIT {
            Err(format!("longer than {LINE_LIMIT} bytes"))
        } else {
            json_row(&line).map_err(|error| error.to_string())
        };
        handle(number, u64::try_from(bytes).unwrap_or(0), row)?;
    }
}

/// Other systems number their rows: a number in JSON is an external id as good as a text.
fn json_row(line: &[u8]) -> serde_json::Result<RawRow> {
    let mut row: Value = serde_json::from_slice(line)?;
    for key in ["external_id", "id"] {
        if let Some(id @ Value::Number(_)) = row.get_mut(key) {
            *id = Value::String(id.to_string());
        }
    }
    serde_json::from_value(row)
}

fn each_csv_record(file: &Path, opened: File, handle: &mut EachRow<'_>) -> Result<()> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(opened);
    let heads = reader.byte_headers().map_err(|error| Failure::file(file, &error))?.clone();
    let mut record = csv::ByteRecord::new();
    let mut before = 0;
    loop {
        let line = reader.position().line();
        match reader.read_byte_record(&mut record) {
            Ok(false) => return Ok(()),
            Ok(true) => {
                let at = reader.position().byte();
                let row = record.deserialize::<RawRow>(Some(&heads)).map_err(|error| error.to_string());
                handle(line, at - before, row)?;
                before = at;
            }
            Err(error) => handle(line, 0, Err(error.to_string()))?,
        }
    }
}

fn check(
    app: &Parts,
    options: &Options,
    leads: &[(String, GroupId)],
    row: RawRow,
) -> std::result::Result<ImportedIdea, String> {
    let external_id = crate::kernel::text::clean_line(&row.external_id);
    if external_id.is_empty() || external_id.chars().count() > 100 {
        return Err("external_id: 1 to 100 characters are needed".to_owned());
    }
    let title = Title::parse(&row.title).map_err(|fault| told("title", fault))?;
    let body = Body::parse(&row.body).map_err(|fault| told("body", fault))?;
    let author = if row.author_name.trim().is_empty() { options.source.as_str() } else { row.author_name.as_str() };
    let author_name = DisplayName::parse(author).map_err(|fault| told("author_name", fault))?;
    if crate::ideas::draft::holds_identity_number(&format!("{} {}", title.as_str(), body.as_str())) {
        return Err("holds an identity number".to_owned());
    }
    let known_area = app.town.has_area(&row.area);
    let place = crate::kernel::text::clean_line(&row.area);
    let source =
        if known_area || place.is_empty() { options.source.clone() } else { format!("{} · {place}", options.source) };
    let language =
        if row.language.len() == 2 { row.language } else { crate::markup::language_of(body.as_str()).to_owned() };
    Ok(ImportedIdea {
        publication: publication(app, options, leads, &row.theme)?,
        area: if known_area { row.area } else { app.town.settings.areas.last().cloned().unwrap_or_default() },
        external_id,
        title,
        body,
        language,
        author_name,
        source,
    })
}

fn publication(
    app: &Parts,
    options: &Options,
    leads: &[(String, GroupId)],
    theme: &str,
) -> std::result::Result<Option<(String, GroupId)>, String> {
    if !options.publish {
        return Ok(None);
    }
    let theme = if app.town.has_theme(theme) { theme } else { options.theme.as_deref().unwrap_or("") };
    let lead = leads.iter().find(|(known, _)| known == theme);
    lead.cloned().map(Some).ok_or_else(|| format!("theme {theme:?}: no group answers for it"))
}

fn told(field: &str, fault: TextFault) -> String {
    match fault {
        TextFault::Empty => format!("{field}: is empty"),
        TextFault::TooShort { least } => format!("{field}: needs at least {least} characters"),
        TextFault::TooLong { limit, length } => format!("{field}: {length} characters, at most {limit} fit"),
    }
}

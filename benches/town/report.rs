//! The report: tables in Markdown, on the terminal and in `docs/performance.md`.

use std::fmt::Write as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::Outcome;
use crate::fill::Filled;
use crate::machine::{commit, machine};
use crate::measure::{CONNECTIONS, Figures, ROUNDS, Row};
use crate::site::Kind;

/// Between these lines the document is written anew.
const BEGIN: &str = "<!-- figures: begin (written by make bench) -->";
const END: &str = "<!-- figures: end -->";
const MEBIBYTE: f64 = 1024.0 * 1024.0;

/// Everything about one town.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct TownReport {
    pub(crate) kind: Kind,
    pub(crate) filled: Filled,
    pub(crate) database_bytes: u64,
    pub(crate) index_seconds: f64,
    /// Seconds from starting the process to ready, the middle one of some starts.
    pub(crate) start_seconds: f64,
    pub(crate) has_readyz: bool,
    /// Memory of `medskapa serve` when it is ready, and after it has served pages.
    pub(crate) memory_at_start: u64,
    pub(crate) memory_after_pages: u64,
    pub(crate) rows: Vec<Row>,
}

/// The whole run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Report {
    pub(crate) machine: String,
    pub(crate) commit: String,
    pub(crate) day: String,
    pub(crate) command: String,
    pub(crate) round_seconds: f64,
    pub(crate) towns: Vec<TownReport>,
}

impl Report {
    pub(crate) fn new(day: String, command: String, round_seconds: f64) -> Self {
        Self { machine: machine(), commit: commit(), day, command, round_seconds, towns: Vec::new() }
    }

    /// The report in Markdown.
    pub(crate) fn markdown(&self) -> Outcome<String> {
        let mut text = String::new();
        writeln!(text, "- Machine: {}\n- Day: {}, commit {}", self.machine, self.day, self.commit)?;
        writeln!(text, "- Command: `{}`", self.command)?;
        writeln!(
            text,
            "- Load: {CONNECTIONS} kept connections, {ROUNDS} rounds of {} s for each side, in turns; the client runs \
             on the same machine\n",
            self.round_seconds
        )?;
        self.push_aims(&mut text)?;
        self.push_towns(&mut text)?;
        for town in &self.towns {
            push_town(&mut text, town)?;
        }
        Ok(text)
    }

    fn push_aims(&self, text: &mut String) -> Outcome<()> {
        writeln!(text, "### Aims\n\n| Aim | Measured | |\n|---|---|---|")?;
        for (aim, measured, held) in self.aims() {
            writeln!(text, "| {aim} | {measured} | {} |", if held { "held" } else { "**fell short**" })?;
        }
        writeln!(text)?;
        Ok(())
    }

    fn aims(&self) -> Vec<Aim> {
        self.towns.iter().flat_map(TownReport::aims).chain(self.growth_aims()).collect()
    }

    /// How the 99th percentile grows from the smallest to the largest town.
    fn growth_aims(&self) -> Vec<Aim> {
        let mut aims = Vec::new();
        for kind in [Kind::Sqlite, Kind::Postgres] {
            let of_kind = || self.towns.iter().filter(|town| town.kind == kind);
            let (Some(small), Some(large)) =
                (of_kind().min_by_key(|town| town.filled.ideas), of_kind().max_by_key(|town| town.filled.ideas))
            else {
                continue;
            };
            if small.filled.ideas == large.filled.ideas {
                continue;
            }
            for row in &large.rows {
                let before = small.rows.iter().find(|other| other.title == row.title).and_then(|other| other.page);
                if let (Some(before), Some(after)) = (before, row.page) {
                    let growth = after.p99 / before.p99;
                    let aim = format!(
                        "{}: p99 at {} ideas at most 1.3 × that at {} ({})",
                        row.title,
                        thousands(large.filled.ideas),
                        thousands(small.filled.ideas),
                        kind.title()
                    );
                    aims.push((aim, format!("{growth:.2} ×"), growth <= 1.3));
                }
            }
        }
        aims
    }

    fn push_towns(&self, text: &mut String) -> Outcome<()> {
        writeln!(text, "### Towns\n")?;
        writeln!(
            text,
            "| Ideas | Database | Filled in | Size | Index built in | Start to ready | Memory when ready | … after pages | \
             Supports: mean, Gini (data) | Comments: mean, Gini (data) |\n|--:|---|--:|--:|--:|--:|--:|--:|---|---|"
        )?;
        for town in &self.towns {
            let filled = &town.filled;
            let spread = |[(mean, gini), (wanted_mean, wanted_gini)]: [(f64, f64); 2]| {
                format!("{mean:.1}, {gini:.2} ({wanted_mean:.1}, {wanted_gini:.2})")
            };
            writeln!(
                text,
                "| {} | {} | {:.0} s | {} MiB | {:.1} s | {:.3} s{} | {} MiB | {} MiB | {} | {} |",
                thousands(filled.ideas),
                town.kind.title(),
                filled.seconds,
                mebibytes(town.database_bytes),
                town.index_seconds,
                town.start_seconds,
                if town.has_readyz { "" } else { " (first answer)" },
                mebibytes(town.memory_at_start),
                mebibytes(town.memory_after_pages),
                spread(filled.supports),
                spread(filled.comments),
            )?;
        }
        writeln!(text)?;
        Ok(())
    }

    /// Writes the report into the document, between its marks.
    pub(crate) fn write_into(&self, document: &Path) -> Outcome<()> {
        let text = std::fs::read_to_string(document)?;
        let (before, rest) = text.split_once(BEGIN).ok_or("the document has no mark for the figures")?;
        let (_, after) = rest.split_once(END).ok_or("the document has no second mark")?;
        Ok(std::fs::write(document, format!("{before}{BEGIN}\n\n{}\n{END}{after}", self.markdown()?.trim_end()))?)
    }
}

/// What is aimed at, what was measured, and whether it held.
type Aim = (String, String, bool);

impl TownReport {
    fn aims(&self) -> Vec<Aim> {
        let place = format!("{}, {} ideas", self.kind.title(), thousands(self.filled.ideas));
        let mut aims = Vec::new();
        for row in &self.rows {
            if let (true, Some(share)) = (is_aimed_at(&row.title), row.share_of_constant()) {
                let aim = format!("{}: at least 50 % of the constant ({place})", row.title);
                aims.push((aim, percent(share), share >= 0.5));
            }
            if let Some(share) = row.share_of_insert() {
                let aim = format!("support: at least 50 % of a bare insert ({place})");
                aims.push((aim, percent(share), share >= 0.5));
            }
        }
        let seconds = self.start_seconds;
        aims.push((format!("start to ready under 0.3 s ({place})"), format!("{seconds:.3} s"), seconds < 0.3));
        if self.filled.ideas == 100_000 {
            let memory = mebibytes(self.memory_after_pages);
            let held = self.memory_after_pages < 120_000_000;
            aims.push((format!("resident memory under 120 MB ({place})"), format!("{memory} MiB"), held));
            let slowest = self.rows.iter().filter_map(|row| Some((row.page?.p99, &row.title)));
            if let Some((p99, title)) = slowest.max_by(|(one, _), (other, _)| one.total_cmp(other)) {
                let aim = format!("every answer under 100 ms ({place})");
                aims.push((aim, format!("p99 at most {p99:.0} ms ({title})"), p99 < 100.0));
            }
        }
        aims
    }
}

fn push_town(text: &mut String, town: &TownReport) -> Outcome<()> {
    writeln!(text, "### {} ideas, {}\n", thousands(town.filled.ideas), town.kind.title())?;
    writeln!(
        text,
        "| What | Requests/s | p50 ms | p99 ms | CPU ms | Constant: requests/s | p50 ms | p99 ms | CPU ms | Share | \
         Body kB | Statements | Peak MiB |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    )?;
    for row in &town.rows {
        match (&row.missing, row.page, row.constant) {
            (None, Some(page), Some(constant)) => writeln!(
                text,
                "| {} | {} | {} | {} | {:.1} | {} | {} |",
                row.title,
                columns(page),
                columns(constant),
                percent(row.share_of_constant().unwrap_or(0.0)),
                kilobytes(row.bytes),
                row.statements,
                mebibytes(row.peak_memory),
            )?,
            (why, ..) => writeln!(
                text,
                "| {} | {} | | | | | | | | | | | |",
                row.title,
                why.as_deref().unwrap_or("not one answer")
            )?,
        }
    }
    writeln!(text)?;
    for row in &town.rows {
        if let Some(insert) = row.insert {
            writeln!(
                text,
                "A bare insert through the same pool, in the same rounds as *{}*: {:.0}/s, p50 {:.2} ms, p99 {:.2} ms; \
                 {} is {} of it.",
                row.title,
                insert.per_second,
                insert.p50,
                insert.p99,
                row.title,
                percent(row.share_of_insert().unwrap_or(0.0))
            )?;
        }
        if let Some(refusal) = &row.first_refusal {
            writeln!(text, "*{}*: {} answers were no success, the first: `{refusal}`.", row.title, row.refused)?;
        }
    }
    writeln!(text)?;
    Ok(())
}

impl Row {
    fn share_of_constant(&self) -> Option<f64> {
        Some(self.page?.per_second / self.constant?.per_second)
    }

    fn share_of_insert(&self) -> Option<f64> {
        Some(self.page?.per_second / self.insert?.per_second)
    }
}

fn is_aimed_at(title: &str) -> bool {
    title == "list" || title == "detail, 50 comments"
}

fn columns(figures: Figures) -> String {
    format!("{:.0} | {:.2} | {:.2} | {:.3}", figures.per_second, figures.p50, figures.p99, figures.processor)
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "sizes far below 2^53")]
fn mebibytes(bytes: u64) -> String {
    format!("{:.0}", bytes as f64 / MEBIBYTE)
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "sizes far below 2^53")]
fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1_000.0
}

pub(crate) fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

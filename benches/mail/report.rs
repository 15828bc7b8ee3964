//! The figures as a page.

use std::path::Path;

use crate::digest::Digest;
use crate::fan_out::FanOut;
use crate::house::Kind;
use crate::{Arguments, Outcome, machine};

/// Between these lines the document is written anew.
const BEGIN: &str = "<!-- figures: begin (written by make bench-mail) -->";
const END: &str = "<!-- figures: end -->";

pub(crate) struct Page {
    head: String,
    sent: Vec<String>,
    opened: Vec<String>,
    composed: Vec<String>,
}

impl Page {
    pub(crate) fn new(arguments: &Arguments) -> Self {
        let head = format!(
            "- Machine: {}\n- Day: {}, commit {}\n- Command: `make bench-mail`: {} followers, {} ms for each mail; {} readers\n",
            machine::machine(),
            medskapa::kernel::Clock::System.now().date(),
            machine::commit(),
            arguments.followers,
            arguments.milliseconds,
            arguments.readers
        );
        Self { head, sent: Vec::new(), opened: Vec::new(), composed: Vec::new() }
    }

    pub(crate) fn fan_out(&mut self, kind: Kind, measured: &FanOut) {
        let (calm, meanwhile) = (&measured.calm, &measured.meanwhile);
        let title = kind.title();
        self.sent.push(format!("| {title} | {} | {:.1} | {:.1} |", measured.mails, measured.first, measured.last));
        self.opened.push(format!(
            "| {title} | {} / {} | {:.1} / {:.1} | {:.1} / {:.1} | {:.2} |",
            calm.count(),
            meanwhile.count(),
            calm.share(50),
            meanwhile.share(50),
            calm.share(99),
            meanwhile.share(99),
            meanwhile.share(99) / calm.share(99)
        ));
    }

    pub(crate) fn digest(&mut self, kind: Kind, measured: &Digest) {
        let (before, most) = measured.memory;
        self.composed.push(format!(
            "| {} | {} | {:.0} | {:.0} | {before} / {most} |",
            kind.title(),
            measured.mails,
            measured.gathered,
            measured.composed
        ));
    }

    pub(crate) fn text(&self) -> String {
        let sent = "\n### One decision to everyone who follows\n\n| Database | Mails | First, s | Last, s |\n|---|--:|--:|--:|\n";
        let opened = "\n\n### Pages without / with mail going out\n\n| Database | Opened | p50 ms | p99 ms | p99, times |\n|---|--:|--:|--:|--:|\n";
        let composed = "\n\n### The week of a theme to everyone who follows it\n\n| Database | Mails | Decided, s | Composed, s | MiB before / most |\n|---|--:|--:|--:|--:|\n";
        let rows = [&self.sent, &self.opened, &self.composed].map(|rows| rows.join("\n"));
        let [sent_rows, opened_rows, composed_rows] = rows;
        format!("{}{sent}{sent_rows}{opened}{opened_rows}{composed}{composed_rows}\n", self.head)
    }

    /// Puts the figures between the two marks of a document.
    pub(crate) fn write_into(&self, document: &Path) -> Outcome<()> {
        let old = std::fs::read_to_string(document)?;
        let (before, rest) = old.split_once(BEGIN).ok_or("the document has no place for figures")?;
        let (_, after) = rest.split_once(END).ok_or("the place for figures has no end")?;
        std::fs::write(document, format!("{before}{BEGIN}\n{}\n{END}{after}", self.text()))?;
        Ok(())
    }
}

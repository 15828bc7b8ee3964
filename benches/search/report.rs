//! The figures as a page.

use std::path::Path;

use crate::full_text::Measured;
use crate::ours::{Asked, Built};
use crate::times::Times;
use crate::{Arguments, Outcome, machine};

/// Between these lines the document is written anew.
const BEGIN: &str = "<!-- figures: begin (written by make bench-search) -->";
const END: &str = "<!-- figures: end -->";

pub(crate) struct Page {
    head: String,
    building: Vec<String>,
    asking: Vec<String>,
    others: Vec<String>,
}

impl Page {
    pub(crate) fn new(arguments: &Arguments) -> Self {
        let sizes: Vec<String> = arguments.sizes.iter().map(ToString::to_string).collect();
        let head = format!(
            "- Machine: {}\n- Day: {}, commit {}\n- Command: `make bench-search SEARCH_SIZES=\"{}\" SECONDS_EACH={}`\n",
            machine::machine(),
            medskapa::kernel::Clock::System.now().date(),
            machine::commit(),
            sizes.join(" "),
            arguments.seconds
        );
        Self { head, building: Vec::new(), asking: Vec::new(), others: Vec::new() }
    }

    /// The figures of one size.
    pub(crate) fn size(&mut self, size: i64, built: &Built, asked: &Asked, beside: Option<&Measured>) {
        let building = |who: &str, seconds: f64, bytes: f64, memory: String| {
            format!("| {size} | {who} | {:.0} | {:.0} | {memory} |", per_second(size, seconds), bytes / 1_048_576.0)
        };
        let asking = |who: &str, what: &str, times: &Times, ratio: String| {
            let (p50, p99) = (times.share(50), times.share(99));
            let (each, empty) = (times.a_second(), times.empty());
            format!("| {size} | {who} | {what} | {each:.1} | {p50:.2} | {p99:.2} | {empty} % | {ratio} |")
        };
        let memory = format!("{} / {}", built.peak_kib / 1024, asked.resident_kib / 1024);
        self.building.push(building("Medskapa", built.seconds, float(built.bytes), memory));
        let (whole, bare) = ("with facets and snippets", "with snippets");
        let mut ratios = (String::new(), String::new());
        let ratio = |own: &Times, others: [&Times; 2]| {
            others.map(|other| format!("{:.1}", own.a_second() / other.a_second())).join(" / ")
        };
        if let Some(other) = beside {
            let size_of = float(u64::try_from(other.bytes).unwrap_or_default());
            self.building.push(building("PostgreSQL", other.seconds, size_of, String::new()));
            let [all, any] = &other.asked;
            ratios.0 = ratio(&asked.pages, [&all.whole, &any.whole]);
            ratios.1 = ratio(&asked.bare, [&all.bare, &any.bare]);
        }
        self.asking.push(asking("Medskapa", whole, &asked.pages, ratios.0));
        self.asking.push(asking("Medskapa", bare, &asked.bare, ratios.1));
        if let Some(other) = beside {
            for (who, pages) in ["PostgreSQL, all words", "PostgreSQL, any word"].into_iter().zip(&other.asked) {
                self.asking.push(asking(who, whole, &pages.whole, String::new()));
                self.asking.push(asking(who, bare, &pages.bare, String::new()));
            }
        }
        self.asking.push(asking("Medskapa", "similar ideas", &asked.similar, String::new()));
        self.others.push(format!(
            "- {size} ideas: for {} questions with facets and snippets the process waited {} times for the disk.",
            asked.pages.count(),
            asked.pages.from_disk
        ));
        self.others.push(format!(
            "- {size} ideas: an idea that was put into the index is found {:.0} ms later (p50; p99 {:.0} ms).",
            asked.changes.share(50),
            asked.changes.share(99)
        ));
    }

    pub(crate) fn text(&self) -> String {
        let building = "\n### Building\n\n| Ideas | | Ideas a second | MiB on disk | MiB memory, building / asking |\n|--:|---|--:|--:|--:|\n";
        let asking = "\n### Asking\n\n| Ideas | | What | a second | p50 ms | p99 ms | found nothing | times PostgreSQL, all words / any word |\n|--:|---|---|--:|--:|--:|--:|--:|\n";
        format!(
            "{}{building}{}\n{asking}{}\n\n### From the commit of the index to the answer, and waits for the disk\n\n{}\n",
            self.head,
            self.building.join("\n"),
            self.asking.join("\n"),
            self.others.join("\n")
        )
    }

    /// Puts the figures between the two marks of a document.
    pub(crate) fn write_into(&self, document: &Path) -> Outcome<()> {
        let text = std::fs::read_to_string(document)?;
        let (before, rest) = text.split_once(BEGIN).ok_or("the document has no place for figures")?;
        let (_, after) = rest.split_once(END).ok_or("the place for figures has no end")?;
        Ok(std::fs::write(document, format!("{before}{BEGIN}\n{}{END}{after}", self.text()))?)
    }
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "far below 2^53")]
fn per_second(count: i64, seconds: f64) -> f64 {
    count as f64 / seconds
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "far below 2^53")]
fn float(number: u64) -> f64 {
    number as f64
}

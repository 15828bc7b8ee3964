//! The figures as a page.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::Outcome;
use crate::collection::{Collection, Part};
use crate::language::{Compounds, Forms};
use crate::likeness::Likeness;
use crate::score::{Score, by_tag, mean, number};

/// Between these lines the document is written anew.
const BEGIN: &str = "<!-- figures: begin (written by make relevance) -->";
const END: &str = "<!-- figures: end -->";

pub(crate) struct Page(String);

type Rows = [(&'static str, Vec<Score>)];

impl Page {
    pub(crate) fn new(part: Part) -> Self {
        let day = medskapa::kernel::Clock::System.now().date();
        Self(format!("Measured on {day} with `make relevance`; part of the judged sets: {}.\n", part.word()))
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// The judged questions, by tag.
    pub(crate) fn questions(&mut self, collection: &Collection, rows: &Rows) {
        self.line("\n### Questions to residents' ideas\n");
        self.line(&format!(
            "{} ideas, {} questions. Each cell: nDCG@10 / recall@20 / share of empty answers.\n",
            collection.documents.len(),
            collection.questions.len()
        ));
        let names: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
        self.line(&format!("| Tag | Questions | {} |", names.join(" | ")));
        self.line(&format!("|---|--:|{}", "--:|".repeat(names.len())));
        let tables: Vec<_> = rows.iter().map(|(_, scores)| by_tag(collection, scores)).collect();
        let tags: BTreeSet<String> = tables.iter().flat_map(|table| table.keys().cloned()).collect();
        for tag in tags {
            let cells: Vec<&[Score]> =
                tables.iter().map(|table| table.get(&tag).map_or(&[][..], Vec::as_slice)).collect();
            let title = if tag.is_empty() { "all" } else { &tag };
            let count = cells.first().map_or(0, |cell| cell.len());
            let mut line = format!("| {title} | {count} |");
            for scores in cells {
                let empty = mean(scores, |score| f64::from(u8::from(score.is_empty)));
                let (ndcg, recall) = (mean(scores, |score| score.ndcg), mean(scores, |score| score.recall));
                if write!(line, " {ndcg:.2} / {recall:.2} / {:.0} % |", empty * 100.0).is_err() {
                    return;
                }
            }
            self.line(&line);
        }
    }

    /// Questions to paragraphs.
    pub(crate) fn paragraphs(&mut self, rows: &Rows) {
        self.line("\n### Questions to paragraphs (SQuAD in Swedish)\n");
        self.line("| | Questions | Recall@10 | MRR@10 |");
        self.line("|---|--:|--:|--:|");
        for (name, scores) in rows {
            let (recall, place) = (mean(scores, |score| score.recall_shown), mean(scores, |score| score.reciprocal));
            self.line(&format!("| {name} | {} | {recall:.3} | {place:.3} |", scores.len()));
        }
    }

    /// Compounds and forms.
    pub(crate) fn language(&mut self, compounds: &Compounds, forms: &Forms) {
        let percent = |part: usize, whole: usize| 100.0 * number(part) / number(whole.max(1));
        self.line("\n### Words\n");
        self.line(&format!(
            "- Compounds: {} of {} words of the gold list split right ({:.1} %); {} of {} words that must not be split, \
             or only in one way, split wrongly ({:.1} % of all words).",
            compounds.right,
            compounds.words,
            percent(compounds.right, compounds.words),
            compounds.wrong,
            compounds.traps,
            percent(compounds.wrong, compounds.words)
        ));
        self.line(&format!(
            "- Forms: {:.1} % of {} pairs of a form and its lemma meet in one root, {:.1} % in one Snowball stem.",
            percent(forms.by_root, forms.pairs),
            forms.pairs,
            percent(forms.by_stem, forms.pairs)
        ));
    }

    /// Similar ideas.
    pub(crate) fn likeness(&mut self, likeness: &Likeness) {
        self.line("\n### Similar ideas\n");
        self.line(&format!(
            "- {} paraphrases: precision@3 {:.2}, recall@10 {:.2}; a right idea among the first three for {}.",
            likeness.paraphrases, likeness.precision, likeness.recall, likeness.found
        ));
        self.line(&format!(
            "- {} drafts of something new: something was shown beside {} of them.",
            likeness.new, likeness.new_with_hits
        ));
        self.line(&format!("- The slowest answer took {:.1} ms.", likeness.slowest_ms));
    }

    pub(crate) fn text(&self) -> String {
        self.0.clone()
    }

    /// Puts the figures between the two marks of a document.
    pub(crate) fn write_into(&self, document: &Path) -> Outcome<()> {
        let text = std::fs::read_to_string(document)?;
        let (before, rest) = text.split_once(BEGIN).ok_or("the document has no place for figures")?;
        let (_, after) = rest.split_once(END).ok_or("the place for figures has no end")?;
        Ok(std::fs::write(document, format!("{before}{BEGIN}\n{}{END}{after}", self.0))?)
    }
}

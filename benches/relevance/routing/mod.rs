//! The right group, measured on texts whose group was told by hand: how often the best suggestion
//! is the group that was told, and whether it is so as often as the suggestion says.

mod texts;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use medskapa::groups::group_words;
use medskapa::groups::routing::{
    self, Evidence, GroupProfile, IdeaFacts, Like, MOST_SAID, Published, Weights, WordUse,
};
use medskapa::kernel::GroupId;
use medskapa::search::{Config, Draft, Search, SearchDoc};

use crate::Outcome;
use crate::score::number;

use texts::{Text, example, told, town};

/// Ideas alike that are asked for, as on the moderator's page.
const ALIKE: usize = 20;
/// Weights that are tried on the half for fitting.
const POINTS_BY_LIKENESS: [f64; 6] = [0.0, 20.0, 30.0, 40.0, 60.0, 80.0];
const POINTS_BY_HABIT: [f64; 7] = [0.0, 2.0, 4.0, 5.0, 6.0, 8.0, 10.0];
const POINTS_BY_E: [f64; 7] = [3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0];
const SURPRISES: [f64; 5] = [0.0, 0.05, 0.1, 0.15, 0.2];
/// The two halves of the texts.
const FITTING: &str = "fit";
const TESTING: &str = "test";
/// Upper ends of the bins of the reliability table, in per cent.
const BINS: [f64; 6] = [0.3, 0.4, 0.5, 0.65, 0.8, 1.0];
/// No chance is counted as smaller than this when weights are compared.
const LEAST_CHANCE: f64 = 0.001;

/// Between these lines the document is written anew.
const BEGIN: &str = "<!-- right group: begin (written by make relevance) -->";
const END: &str = "<!-- right group: end -->";

/// What the program says of a text.
struct Judged {
    evidence: Vec<Evidence>,
    /// Whether it would suggest anybody.
    suggests: bool,
    /// Chances of the groups suggested behind the best, and whether each is the one that was told.
    behind: Vec<(f64, bool)>,
    told: GroupId,
}

/// The texts of one half, judged once in a town without published ideas and once with all others of
/// the half published.
struct Measured {
    first_day: Vec<Judged>,
    with_others: Vec<Judged>,
}

/// Measures, and gives the section for the document.
pub(crate) fn measure(folder: &Path) -> Outcome<String> {
    let town = town()?;
    let of = |name: &str, texts: &[Text]| measured(&folder.join(format!("routing-{name}")), &town, texts);
    let fit = of("fit", &told(FITTING, &town)?)?;
    let test = of("test", &told(TESTING, &town)?)?;
    let example = of("example", &example(&town)?)?;
    section(&fit, &test, &example)
}

/// Puts the section between the two marks of a document.
pub(crate) fn write_into(section: &str, document: &Path) -> Outcome<()> {
    let text = std::fs::read_to_string(document)?;
    let (before, rest) = text.split_once(BEGIN).ok_or("the document has no place for the right group")?;
    let (_, after) = rest.split_once(END).ok_or("the place for the right group has no end")?;
    Ok(std::fs::write(document, format!("{before}{BEGIN}\n{section}{END}{after}"))?)
}

fn measured(folder: &Path, town: &[GroupProfile], texts: &[Text]) -> Outcome<Measured> {
    let search = index(folder, town, texts)?;
    let mut measured = Measured { first_day: Vec::new(), with_others: Vec::new() };
    for text in texts {
        let plain = medskapa::markup::plain(&text.body);
        let draft = Draft { title: &text.title, body: &plain, language: &text.language, exclude: text.id };
        let like = |similar: medskapa::search::Similar| {
            let other = texts.iter().find(|other| other.id == Some(similar.id))?;
            Some(Like { title: other.title.clone(), group: other.group, likeness: f64::from(similar.score) })
        };
        let likes: Vec<Like> = search.similar(&draft, ALIKE)?.into_iter().filter_map(like).collect();
        let mut words = group_words::of(&search, &routing::asked_words(&text.title, &text.body))?;
        without_itself(&mut words, text, town);
        measured.first_day.push(judged(town, text, &Published::default()));
        measured.with_others.push(judged(town, text, &Published { likes, words }));
    }
    Ok(measured)
}

/// The index holds the idea itself; when a moderator reads one, it does not.
fn without_itself(words: &mut Vec<WordUse>, text: &Text, town: &[GroupProfile]) {
    let own = town.iter().find(|group| text.id.is_some() && group.id == text.group);
    let Some(own) = own else { return };
    for word in words.iter_mut() {
        word.ideas = word.ideas.saturating_sub(1);
        for (slug, count) in &mut word.by_group {
            *count = count.saturating_sub(usize::from(*slug == own.slug));
        }
    }
    words.retain(|word| word.ideas > 0);
}

/// The published ideas of a half; drafts are published nowhere.
fn index(folder: &Path, town: &[GroupProfile], texts: &[Text]) -> Outcome<Search> {
    let search = Search::open(folder, &Config::default())?;
    let doc = |text: &Text| {
        let (title, body, language) = (text.title.clone(), medskapa::markup::plain(&text.body), text.language.clone());
        let group = town.iter().find(|group| group.id == text.group)?.slug.clone();
        Some(SearchDoc { id: text.id?, title, body, language, group, ..SearchDoc::default() })
    };
    let mut docs = Some(texts.iter().filter_map(doc).collect());
    search.rebuild(0, || Ok(docs.take()))?;
    Ok(search)
}

fn judged(town: &[GroupProfile], text: &Text, published: &Published) -> Judged {
    let facts = IdeaFacts { theme: None, area: &text.area, title: &text.title, body: &text.body };
    let suggestions = routing::advise(town, &facts, published).suggestions;
    let behind = suggestions.iter().skip(1).map(|one| (f64::from(one.percent) / 100.0, one.group == text.group));
    Judged {
        evidence: routing::evidence(town, &facts, published),
        suggests: !suggestions.is_empty(),
        behind: behind.collect(),
        told: text.group,
    }
}

impl Judged {
    /// Groups and their chances, the best first.
    fn ranked(&self, weights: &Weights) -> Vec<(GroupId, f64)> {
        let groups = self.evidence.iter().map(|one| one.group);
        let mut ranked: Vec<_> = groups.zip(routing::chances(&self.evidence, weights)).collect();
        ranked.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        ranked
    }

    /// What was said of the best group, and whether it is the one that was told.
    fn best(&self, weights: &Weights) -> (f64, bool) {
        let ranked = self.ranked(weights);
        ranked.first().map_or((0.0, false), |(group, chance)| (chance.min(MOST_SAID), *group == self.told))
    }

    fn is_among(&self, most: usize) -> bool {
        self.ranked(&Weights::MEASURED).iter().take(most).any(|(group, _)| *group == self.told)
    }

    fn chance_of_the_told(&self, weights: &Weights) -> f64 {
        let chances = routing::chances(&self.evidence, weights);
        self.evidence.iter().zip(chances).find(|(one, _)| one.group == self.told).map_or(0.0, |(_, chance)| chance)
    }
}

/// How badly weights fit: the mean of the negative logarithms of what was said of the right group.
fn loss<'j>(judged: impl Iterator<Item = &'j Judged>, weights: &Weights) -> f64 {
    let losses: Vec<f64> = judged.map(|one| -one.chance_of_the_told(weights).max(LEAST_CHANCE).ln()).collect();
    losses.iter().sum::<f64>() / number(losses.len().max(1))
}

/// Every combination of the weights that are tried.
fn tried() -> impl Iterator<Item = Weights> {
    let likeness = POINTS_BY_LIKENESS.into_iter();
    let habit = likeness.flat_map(|one| POINTS_BY_HABIT.map(|two| (one, two)));
    let by_e = habit.flat_map(|(one, two)| POINTS_BY_E.map(|three| (one, two, three)));
    by_e.flat_map(|(points_by_likeness, points_by_habit, points_by_e)| {
        SURPRISES.map(|surprises| Weights { points_by_likeness, points_by_habit, points_by_e, surprises })
    })
}

/// The weights that fit a half best.
fn fitted(fit: &Measured) -> Weights {
    let mut best = (f64::INFINITY, Weights::MEASURED);
    for weights in tried() {
        let loss = loss(fit.both(), &weights);
        if loss < best.0 {
            best = (loss, weights);
        }
    }
    best.1
}

impl Measured {
    fn both(&self) -> impl Iterator<Item = &Judged> {
        self.first_day.iter().chain(&self.with_others)
    }
}

fn section(fit: &Measured, test: &Measured, example: &Measured) -> Outcome<String> {
    let mut page = String::new();
    let (fitted, used) = (fitted(fit), Weights::MEASURED);
    writeln!(
        page,
        "Weights fitted on the half for fitting ({} texts): {}. The program uses {}; with these the loss is {:.3} on the \
         half for fitting and {:.3} on the test half.\n",
        fit.first_day.len(),
        in_words(&fitted),
        if fitted == used { "the same".to_owned() } else { in_words(&used) },
        loss(fit.both(), &used),
        loss(test.both(), &used),
    )?;
    let most = test.most_frequent();
    writeln!(
        page,
        "Whoever always names the group that most texts of the test half were told for is right for {:.0} %.\n",
        most * 100.0
    )?;
    writeln!(page, "| Texts | Number | Best is right | Among the first two | Says unsure | Suggests and is right |")?;
    writeln!(page, "|---|--:|--:|--:|--:|--:|")?;
    for (name, judged) in [
        ("test half, no idea published yet", &test.first_day),
        ("test half, the others published", &test.with_others),
        ("example town, no idea published yet", &example.first_day),
        ("example town, the others published", &example.with_others),
    ] {
        accuracy_row(&mut page, name, judged)?;
    }
    for (name, judged) in
        [("Test half, no idea published yet", &test.first_day), ("Test half, the others published", &test.with_others)]
    {
        reliability(&mut page, name, judged)?;
    }
    Ok(page)
}

fn in_words(weights: &Weights) -> String {
    let Weights { points_by_likeness, points_by_habit, points_by_e, surprises } = weights;
    format!(
        "{points_by_likeness} points for each whole likeness, {points_by_habit} for each word whose ideas all lie with \
         the group, {points_by_e} for e times the odds, {:.0} % surprises",
        surprises * 100.0
    )
}

impl Measured {
    /// Share of the group that was told most often.
    fn most_frequent(&self) -> f64 {
        let mut counts: BTreeMap<GroupId, usize> = BTreeMap::new();
        for one in &self.first_day {
            *counts.entry(one.told).or_default() += 1;
        }
        number(counts.into_values().max().unwrap_or_default()) / number(self.first_day.len().max(1))
    }
}

fn accuracy_row(page: &mut String, name: &str, judged: &[Judged]) -> Outcome<()> {
    let percent = |part: usize, whole: usize| 100.0 * number(part) / number(whole.max(1));
    let all = judged.len();
    let count = |is: &dyn Fn(&Judged) -> bool| judged.iter().filter(|one| is(one)).count();
    let suggested = count(&|one| one.suggests);
    let right = count(&|one| one.suggests && one.best(&Weights::MEASURED).1);
    Ok(writeln!(
        page,
        "| {name} | {all} | {:.0} % | {:.0} % | {:.0} % | {right} of {suggested} ({:.0} %) |",
        percent(count(&|one| one.is_among(1)), all),
        percent(count(&|one| one.is_among(2)), all),
        percent(all - suggested, all),
        percent(right, suggested),
    )?)
}

/// What was said of the best group against how often it was right, in bins.
fn reliability(page: &mut String, name: &str, judged: &[Judged]) -> Outcome<()> {
    writeln!(page, "\n{name}:\n")?;
    writeln!(page, "| Said of the best group | Texts | Said on average | Right |")?;
    writeln!(page, "|---|--:|--:|--:|")?;
    let best: Vec<(f64, bool)> = judged.iter().map(|one| one.best(&Weights::MEASURED)).collect();
    let (mut error, mut from) = (0.0, 0.0);
    for to in BINS {
        let bin: Vec<(f64, bool)> =
            best.iter().copied().filter(|(said, _)| *said >= from && (*said < to || to >= 1.0)).collect();
        if !bin.is_empty() {
            let (said, right) = said_and_right(&bin);
            error += (said - right).abs() * number(bin.len()) / number(best.len());
            writeln!(
                page,
                "| {:.0}–{:.0} % | {} | {:.0} % | {:.0} % |",
                from * 100.0,
                to * 100.0,
                bin.len(),
                said * 100.0,
                right * 100.0
            )?;
        }
        from = to;
    }
    writeln!(page, "\nExpected calibration error over all of them: {:.1} percentage points.", error * 100.0)?;
    let behind: Vec<(f64, bool)> = judged.iter().flat_map(|one| one.behind.iter().copied()).collect();
    let (said, right) = said_and_right(&behind);
    Ok(writeln!(
        page,
        "Suggested behind the best: {} groups, said on average {:.0} %, right {:.0} %.",
        behind.len(),
        said * 100.0,
        right * 100.0
    )?)
}

/// The mean of what was said, and the share that was right.
fn said_and_right(all: &[(f64, bool)]) -> (f64, f64) {
    let count = number(all.len().max(1));
    let right = number(all.iter().filter(|(_, right)| *right).count());
    (all.iter().map(|(said, _)| *said).sum::<f64>() / count, right / count)
}

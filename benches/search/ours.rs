//! The program's own index: built and asked in a process of its own, so that its memory is known.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use medskapa::search::{Change, Config, Draft, Query, Search};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::Outcome;
use crate::texts::Texts;
use crate::times::Times;

/// Ideas that are handed to the index at once.
const BATCH: i64 = 500;
/// Rows of a page.
const ROWS: usize = 20;
/// Changes that are timed.
const CHANGES: usize = 50;

/// What a process does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Step {
    Build,
    Ask,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Built {
    pub(crate) seconds: f64,
    pub(crate) bytes: u64,
    pub(crate) peak_kib: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) pages: Times,
    pub(crate) bare: Times,
    pub(crate) similar: Times,
    pub(crate) changes: Times,
    pub(crate) resident_kib: u64,
}

/// Runs one step in a process of its own.
pub(crate) fn in_a_process<T: DeserializeOwned>(step: Step, size: i64, seconds: f64, folder: &Path) -> Outcome<T> {
    let word = match step {
        Step::Build => "build",
        Step::Ask => "ask",
    };
    let child = Command::new(std::env::current_exe()?)
        .args(["--step", word, "--sizes", &size.to_string(), "--seconds", &seconds.to_string(), "--folder"])
        .arg(folder)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()?;
    if !child.status.success() {
        return Err(format!("the step {word} failed").into());
    }
    Ok(serde_json::from_slice(&child.stdout)?)
}

/// Builds the index.
pub(crate) fn build(size: i64, folder: &Path) -> Outcome<Built> {
    let search = Search::open(folder, &Config::default())?;
    let mut texts = Texts::new()?;
    // Writing the texts costs time too, which is not the index's.
    let mut writing = 0.0;
    let begun = Instant::now();
    search.rebuild(0, || {
        let wrote = Instant::now();
        let docs = texts.next(BATCH, size);
        writing += wrote.elapsed().as_secs_f64();
        Ok((!docs.is_empty()).then_some(docs))
    })?;
    let seconds = begun.elapsed().as_secs_f64() - writing;
    drop(search);
    Ok(Built { seconds, bytes: bytes_in(folder)?, peak_kib: memory("VmHWM")? })
}

/// Asks it.
pub(crate) fn ask(size: i64, seconds: f64, folder: &Path) -> Outcome<Asked> {
    let search = Search::open(folder, &Config::default())?;
    let mut texts = Texts::new()?;
    let questions = texts.questions(2_000);
    let page = |question: &String, counts_facets| -> Outcome<usize> {
        let query = Query { text: Some(question.clone()), limit: ROWS, counts_facets, ..Query::default() };
        Ok(search.find(&query)?.ids.len())
    };
    let drafts: Vec<(String, String)> =
        texts.next(200, i64::MAX).into_iter().map(|doc| (doc.title, doc.body)).collect();
    let pages = Times::of(seconds, &questions, |question| page(question, true))?;
    let bare = Times::of(seconds, &questions, |question| page(question, false))?;
    let similar = Times::of(seconds, &drafts, |(title, body)| {
        Ok(search.similar(&Draft { title, body, language: "sv", exclude: None }, 5)?.len())
    })?;
    let resident_kib = memory("VmRSS")?;
    let mut changes = Times::default();
    for place in 0..CHANGES {
        let mut doc = texts.one();
        let word = format!("nyordet{place}");
        (doc.id, doc.title) = (size + 1 + i64::try_from(place)?, format!("Om {word}"));
        let begun = Instant::now();
        search.apply(&[Change::Put(Box::new(doc))], i64::try_from(place)? + 1)?;
        let found = search.find(&Query { text: Some(word), limit: ROWS, ..Query::default() })?;
        changes.push(begun.elapsed());
        if found.total != 1 {
            return Err("what was put into the index is not found".into());
        }
    }
    Ok(Asked { pages, bare, similar, changes, resident_kib })
}

fn bytes_in(folder: &Path) -> Outcome<u64> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        sum += if entry.file_type()?.is_dir() { bytes_in(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(sum)
}

/// A line of the kernel's account of this process, in KiB.
fn memory(name: &str) -> Outcome<u64> {
    let text = std::fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find(|line| line.starts_with(name)).ok_or("the kernel does not say")?;
    Ok(line.split_whitespace().nth(1).ok_or("the kernel does not say")?.parse()?)
}

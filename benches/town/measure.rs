//! Measures: each page in turns with a constant body of the same size, so that whatever else the
//! machine does meets both.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::Outcome;
use crate::client::{self, Load, Request};
use crate::durable::BareInserts;
use crate::process::{self, Server};
use crate::scenarios::{CHANGES_PER_SECOND, Make, Scenario};
use crate::serve::STATEMENTS;

/// Connections that ask at the same time.
pub(crate) const CONNECTIONS: usize = 8;
/// Turns that a page and its constant take.
pub(crate) const ROUNDS: u32 = 3;
/// Part of the time of a round during which both are warmed up.
const WARMING: f64 = 0.25;
/// Times that the statements of one request are counted; the least is without background work.
const COUNTS: usize = 9;

/// Figures of one kind of request.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Figures {
    pub(crate) per_second: f64,
    /// Milliseconds within which half of the answers came, and 99 of 100.
    pub(crate) p50: f64,
    pub(crate) p99: f64,
    /// Processor time that the server spent for one answer, in milliseconds.
    pub(crate) processor: f64,
}

/// One row of the table.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) title: String,
    /// Why there are no figures.
    pub(crate) missing: Option<String>,
    pub(crate) page: Option<Figures>,
    pub(crate) constant: Option<Figures>,
    /// A bare insert through a pool of the same size.
    pub(crate) insert: Option<Figures>,
    /// Bytes of a body, on average.
    pub(crate) bytes: u64,
    pub(crate) statements: u64,
    /// Most memory of the server during the measurement.
    pub(crate) peak_memory: u64,
    pub(crate) refused: u64,
    pub(crate) first_refusal: Option<String>,
}

impl Row {
    fn missing(title: &str, why: String) -> Self {
        Self {
            title: title.to_owned(),
            missing: Some(why),
            page: None,
            constant: None,
            insert: None,
            bytes: 0,
            statements: 0,
            peak_memory: 0,
            refused: 0,
            first_refusal: None,
        }
    }
}

/// Measures one scenario. `seconds` is the time of a round of each side.
pub(crate) fn row(server: &Server, scenario: &Scenario, seconds: f64, inserts: &BareInserts) -> Outcome<Row> {
    let next = AtomicU64::new(0);
    let first = client::ask(server.address, &(scenario.make)(next.fetch_add(1, Ordering::Relaxed)).request())?;
    if !(200..400).contains(&first.status) {
        let body: String = String::from_utf8_lossy(&first.body).chars().take(120).collect();
        let why =
            if first.status == 404 { "no such route or idea".to_owned() } else { format!("{}: {body}", first.status) };
        return Ok(Row::missing(scenario.title, why));
    }
    if let Some(change) = &scenario.meanwhile {
        let answer = client::ask(server.address, &change(u64::MAX / 2).request())?;
        if answer.status == 404 {
            return Ok(Row::missing(scenario.title, "nothing can be changed meanwhile: no such route".to_owned()));
        }
    }
    let statements = statements(server, scenario, &next)?;
    let time = Duration::from_secs_f64(seconds);
    let page = |time| -> Outcome<Load> {
        let load = || client::load(server.address, CONNECTIONS, time, &next, &|turn| (scenario.make)(turn).request());
        match &scenario.meanwhile {
            None => load(),
            Some(change) => while_changing(server, change, load),
        }
    };
    let warm = page(time.mul_f64(WARMING))?;
    let bytes = warm.bytes / u64::try_from(warm.microseconds.len())?.max(1);
    let other = AtomicU64::new(0);
    let constant =
        |time| client::load(server.address, CONNECTIONS, time, &other, &|turn| (scenario.make)(turn).constant(bytes));
    drop(constant(time.mul_f64(WARMING))?);
    server.forget_peak()?;
    let (mut pages, mut constants, mut bare) = (Side::default(), Side::default(), Side::default());
    for _ in 0..ROUNDS {
        pages.add(server, || page(time))?;
        constants.add(server, || constant(time))?;
        if scenario.beside_an_insert {
            bare.add(server, || inserts.run(CONNECTIONS, time))?;
        }
    }
    let (refused, first_refusal) = (pages.load.refused, pages.load.first_refusal.take());
    Ok(Row {
        title: scenario.title.to_owned(),
        missing: None,
        page: pages.figures(),
        constant: constants.figures(),
        insert: bare.figures(),
        bytes,
        statements,
        peak_memory: server.peak_memory()?,
        refused,
        first_refusal,
    })
}

/// Does something while somebody else changes something again and again.
fn while_changing(server: &Server, change: &Make, work: impl FnOnce() -> Outcome<Load>) -> Outcome<Load> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let changing = scope.spawn(|| -> Result<(), String> {
            while !is_over.load(Ordering::Relaxed) {
                let request = change(NEXT.fetch_add(1, Ordering::Relaxed)).request();
                let answer = client::ask(server.address, &request).map_err(|error| error.to_string())?;
                if !(200..300).contains(&answer.status) {
                    return Err(format!("a change meanwhile was answered with {}", answer.status));
                }
                process::wait(Duration::from_secs(1) / CHANGES_PER_SECOND);
            }
            Ok(())
        });
        let done = work();
        is_over.store(true, Ordering::Relaxed);
        changing.join().unwrap_or_else(|_| Err("a thread failed".to_owned()))?;
        done
    })
}

/// Statements that one request sends to the database.
fn statements(server: &Server, scenario: &Scenario, next: &AtomicU64) -> Outcome<u64> {
    let count = || -> Outcome<u64> {
        let answer = client::ask(server.address, &Request::get(STATEMENTS, None))?;
        Ok(String::from_utf8(answer.body)?.parse()?)
    };
    let mut least = u64::MAX;
    for _ in 0..COUNTS {
        let before = count()?;
        client::ask(server.address, &(scenario.make)(next.fetch_add(1, Ordering::Relaxed)).request())?;
        least = least.min(count()?.saturating_sub(before));
    }
    Ok(least)
}

/// What has gathered over the rounds.
#[derive(Default)]
struct Side {
    load: Load,
    processor_seconds: f64,
}

impl Side {
    fn add(&mut self, server: &Server, round: impl FnOnce() -> Outcome<Load>) -> Outcome<()> {
        let before = server.processor_seconds()?;
        self.load.add_round(round()?);
        self.processor_seconds += server.processor_seconds()? - before;
        Ok(())
    }

    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts far below 2^53")]
    fn figures(mut self) -> Option<Figures> {
        self.load.microseconds.sort_unstable();
        let count = self.load.microseconds.len();
        let at = |percent: usize| Some(f64::from(*self.load.microseconds.get(count * percent / 100)?) / 1_000.0);
        Some(Figures {
            per_second: count as f64 / self.load.seconds,
            p50: at(50)?,
            p99: at(99)?,
            processor: self.processor_seconds * 1_000.0 / count as f64,
        })
    }
}

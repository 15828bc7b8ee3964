//! `/metrics`: figures of this process in the text form of Prometheus. Only for the machine
//! itself and for addresses in the settings.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::Vitals;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::journal;
use crate::mail::store as outbox;
use crate::queue;
use crate::search::Search;
use crate::web::{self, PageResult, Peer};

/// Upper ends of the classes of request times, in seconds.
const REQUEST_SECONDS: [f64; 9] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// Where the process counts. Without [`Figures::install`] nothing is counted, only asked for.
#[derive(Clone, Default)]
pub struct Figures(Option<PrometheusHandle>);

impl Figures {
    /// Counts from now on, everywhere in this process.
    ///
    /// # Errors
    /// When the process counts already.
    pub fn install() -> Result<Self> {
        let recorder =
            PrometheusBuilder::new().set_buckets(&REQUEST_SECONDS).map_err(Error::internal)?.build_recorder();
        let handle = recorder.handle();
        metrics::set_global_recorder(recorder).map_err(|error| Error::internal(error.to_string()))?;
        Ok(Self(Some(handle)))
    }

    /// Sums up what was counted since the last time, so that memory stays bounded.
    pub fn sum_up(&self) {
        if let Some(handle) = &self.0 {
            handle.run_upkeep();
        }
    }

    fn render(&self) -> String {
        self.sum_up();
        self.0.as_ref().map(PrometheusHandle::render).unwrap_or_default()
    }
}

/// What is asked for at the moment of reading.
struct Levels {
    jobs: queue::Counts,
    mails: outbox::Counts,
    last_change: i64,
    statements: u64,
}

/// `GET /metrics`.
///
/// # Errors
/// Not found for everyone who may not read it.
pub async fn show(
    request: HttpRequest,
    peer: Peer,
    db: Data<Db>,
    search: Data<Search>,
    vitals: Data<Vitals>,
    figures: Data<Figures>,
) -> PageResult {
    if !may_read(&request, peer) {
        return Err(Error::NotFound);
    }
    let levels = web::run(move || {
        let statements = db.statements();
        db.read(|conn| {
            let (jobs, mails) = (queue::counts(conn)?, outbox::counts(conn)?);
            Ok(Levels { jobs, mails, last_change: journal::last_change(conn)?, statements })
        })
    })
    .await?;
    let body = figures.render() + &render_levels(&levels, &search, &vitals);
    Ok(HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(body))
}

/// The machine itself, or a reader in the settings. A request that came through somebody who
/// passes on others' requests, but is not in the settings as such, is not the machine itself.
fn may_read(request: &HttpRequest, Peer(address): Peer) -> bool {
    let config = request.app_data::<Data<web::Config>>();
    let direct = request.peer_addr().map(|peer| peer.ip());
    let is_direct = direct == Some(address);
    let headers = request.headers();
    let is_passed_on = headers.contains_key("x-forwarded-for") || headers.contains_key(header::FORWARDED);
    if config.is_some_and(|config| config.metrics_readers.contains(&address)) {
        return true;
    }
    address.is_loopback() && is_direct && !is_passed_on
}

fn render_levels(levels: &Levels, search: &Search, vitals: &Vitals) -> String {
    // What has not been followed yet; with no position everything is still to be indexed.
    let lag = levels.last_change - search.position().unwrap_or(0);
    let lines = [
        ("medskapa_jobs_ready", "Jobs that wait or run.", "gauge", levels.jobs.ready.to_string()),
        ("medskapa_jobs_dead", "Jobs that were given up.", "gauge", levels.jobs.dead.to_string()),
        ("medskapa_mails_queued", "Mails that wait.", "gauge", levels.mails.queued.to_string()),
        ("medskapa_mails_dead", "Mails that were given up.", "gauge", levels.mails.dead.to_string()),
        ("medskapa_index_lag", "Changes that the search index has not followed.", "gauge", lag.max(0).to_string()),
        ("medskapa_index_ready", "1 when the search index is whole.", "gauge", flag(search.position().is_some())),
        ("medskapa_threads_alive", "1 when all background threads run.", "gauge", flag(vitals.all_run())),
        ("medskapa_statements_total", "Statements sent to the database.", "counter", levels.statements.to_string()),
    ];
    lines
        .iter()
        .map(|(name, help, kind, value)| format!("# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}\n"))
        .collect::<Vec<_>>()
        .concat()
}

fn flag(is_so: bool) -> String {
    i32::from(is_so).to_string()
}

//! `/admin/jobs` and `/admin/mails`.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::revive;
use crate::accounts::standing;
use crate::db::{Conn, Db};
use crate::error::{Code, Error, Result};
use crate::kernel::{Actor, Cursor, EmailId, JobId};
use crate::mail::{EmailState, store as outbox};
use crate::notifications::WITHHELD;
use crate::policy::{self, Action};
use crate::queue::{self, JobRow, Sending};
use crate::web::{self, Form, Frame, Nothing, PageResult, Query, Visit};

/// Most jobs of one state on the page.
const MOST_JOBS: i64 = 50;

#[derive(Template)]
#[template(path = "admin/jobs.html")]
struct JobsPage {
    frame: Frame,
    ready: i64,
    dead: i64,
    oldest: Option<String>,
    dead_jobs: Vec<JobLine>,
    ready_jobs: Vec<JobLine>,
}

struct JobLine {
    id: JobId,
    what: String,
    attempts: i32,
    next: String,
    why: Option<String>,
}

/// `GET /admin/jobs`.
pub async fn jobs(visit: Visit, db: Data<Db>) -> PageResult {
    let actor = visit.actor;
    let (counts, dead, ready) = web::run(move || {
        db.read(|conn| {
            demand(conn, &actor)?;
            Ok((queue::counts(conn)?, queue::list(conn, "dead", MOST_JOBS)?, queue::list(conn, "ready", MOST_JOBS)?))
        })
    })
    .await?;
    let line = |row: &JobRow| job_line(&visit, row);
    let template = JobsPage {
        frame: visit.frame(visit.texts.say("machinery-jobs-title")),
        ready: counts.ready,
        dead: counts.dead,
        oldest: counts.oldest.map(|moment| visit.texts.moment(moment)),
        dead_jobs: dead.iter().map(line).collect(),
        ready_jobs: ready.iter().map(line).collect(),
    };
    web::page(&visit, StatusCode::OK, &template)
}

/// `POST /admin/jobs/{id}/revive`.
pub async fn revive_job(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let id = path.parse::<JobId>().ok().ok_or(Error::NotFound)?;
    let actor = visit.actor;
    web::run(move || revive::revive_job(&db, &actor, id)).await?;
    Ok(web::see_other_with(&visit, "/admin/jobs", "revived"))
}

#[derive(Template)]
#[template(path = "admin/mails.html")]
struct MailsPage {
    frame: Frame,
    states: Vec<StateTab>,
    oldest: Option<String>,
    mails: Vec<MailLine>,
    /// Query of the next page.
    next: Option<String>,
}

struct StateTab {
    word: &'static str,
    name: String,
    count: i64,
    is_chosen: bool,
}

struct MailLine {
    id: EmailId,
    kind: String,
    recipient: String,
    state: String,
    written: String,
    sent: Option<String>,
    server_said: Option<String>,
    /// Tries and the next one, for a mail that waits.
    waits: Option<(i32, String)>,
    is_dead: bool,
}

/// Which mails.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailsQuery {
    state: Option<String>,
    after: Option<String>,
}

impl MailsQuery {
    fn parse(&self) -> Result<(EmailState, Option<Cursor>)> {
        let unknown = || Error::refused(Code::UnknownPlace);
        let state = match self.state.as_deref() {
            None => EmailState::Queued,
            Some(word) => {
                let known = word.parse().ok();
                known.ok_or_else(|| {
                    Error::unknown_filter("state", word, EmailState::ALL.iter().map(|state| state.as_str()))
                })?
            }
        };
        let after = self.after.as_deref().map(|text| Cursor::decode(text).ok_or_else(unknown)).transpose()?;
        Ok((state, after))
    }
}

/// `GET /admin/mails`: who got what and what the servers said; recipients only hinted at.
pub async fn mails(visit: Visit, db: Data<Db>, query: Query<MailsQuery>) -> PageResult {
    let (state, after) = query.0.parse()?;
    let actor = visit.actor;
    let (counts, oldest, page, sendings) = web::run(move || {
        db.read(|conn| {
            demand(conn, &actor)?;
            let page = outbox::page(conn, Some(state), after)?;
            let waiting = page.items.iter().filter(|row| row.state == EmailState::Queued);
            let waiting: Vec<EmailId> = waiting.map(|row| row.id).collect();
            let sendings = if waiting.is_empty() { Vec::new() } else { queue::sendings(conn, &waiting)? };
            Ok((outbox::counts(conn)?, outbox::oldest_queued(conn)?, page, sendings))
        })
    })
    .await?;
    let template = MailsPage {
        frame: visit.frame(visit.texts.say("machinery-mails-title")),
        states: state_tabs(&visit, state, &counts),
        oldest: oldest.map(|moment| visit.texts.moment(moment)),
        mails: page.items.into_iter().map(|row| mail_line(&visit, row, &sendings)).collect(),
        next: page.next.map(|cursor| format!("?state={state}&after={}", cursor.encode())),
    };
    web::page(&visit, StatusCode::OK, &template)
}

/// `POST /admin/mails/{id}/revive`.
pub async fn revive_mail(visit: Visit, db: Data<Db>, path: Path<String>, _form: Form<Nothing>) -> PageResult {
    let id = path.parse::<EmailId>().ok().ok_or(Error::NotFound)?;
    let actor = visit.actor;
    web::run(move || revive::revive_mail(&db, &actor, id)).await?;
    Ok(web::see_other_with(&visit, "/admin/mails?state=dead", "revived"))
}

fn demand(conn: &mut Conn, actor: &Actor) -> Result<()> {
    policy::authorise(&standing::of(conn, actor)?, Action::MachineryManage)
}

fn job_line(visit: &Visit, row: &JobRow) -> JobLine {
    let key = format!("machinery-job-{}", row.kind);
    let what = if visit.texts.has(&key) { visit.texts.say(&key).into_owned() } else { row.kind.clone() };
    JobLine {
        id: row.id,
        what,
        attempts: row.attempts,
        next: visit.texts.moment(row.run_after),
        why: row.last_error.clone(),
    }
}

fn state_tabs(visit: &Visit, chosen: EmailState, counts: &outbox::Counts) -> Vec<StateTab> {
    let tab = |state: EmailState| StateTab {
        word: state.as_str(),
        name: visit.texts.say(&format!("machinery-mail-{state}")).into_owned(),
        count: match state {
            EmailState::Queued => counts.queued,
            EmailState::Sent => counts.sent,
            EmailState::Dead => counts.dead,
        },
        is_chosen: state == chosen,
    };
    EmailState::ALL.iter().copied().map(tab).collect()
}

fn mail_line(visit: &Visit, row: outbox::DeliveryRow, sendings: &[Sending]) -> MailLine {
    let t = visit.texts;
    let key = format!("mail-kind-{}", row.kind);
    let waits = sendings.iter().find(|sending| sending.email == row.id);
    let told = |said: String| if said == WITHHELD { t.say("machinery-mail-withheld").into_owned() } else { said };
    MailLine {
        id: row.id,
        kind: if t.has(&key) { t.say(&key).into_owned() } else { row.kind },
        recipient: row.recipient,
        state: t.say(&format!("machinery-mail-{}", row.state)).into_owned(),
        written: t.moment(row.created_at),
        sent: row.sent_at.map(|moment| t.moment(moment)),
        server_said: row.server_said.map(told),
        waits: waits.map(|sending| (sending.attempts, t.moment(sending.next))),
        is_dead: row.state == EmailState::Dead,
    }
}

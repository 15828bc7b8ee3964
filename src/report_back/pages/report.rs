//! `/groups/{slug}/reports/{id}`: what was told, for everyone; the answers for those who may read them.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::super::actions;
use super::super::form::RawSeatReply;
use super::super::store::{self, HiddenWords};
use super::super::views::{self, Reads, Reply, ReportPage};
use super::ShownDecision;
use crate::accounts;
use crate::db::{Conn, Db};
use crate::error::{Code, Error, FieldErrors, Result};
use crate::kernel::text::CommentBody;
use crate::kernel::{Actor, Date, SeatReplyId, SeatReportId};
use crate::markup::{self, SafeHtml};
use crate::policy::{self, Action, Standing};
use crate::web::{self, Form, FormErrors, Frame, Nothing, PageResult, Visit};

#[derive(Template)]
#[template(path = "report_back/report.html")]
struct Shown {
    frame: Frame,
    errors: FormErrors,
    group_name: String,
    group_path: String,
    seat_path: String,
    seat_name: String,
    path: String,
    sent: String,
    /// The sender's words; none when they are hidden.
    words: Option<SafeHtml>,
    words_language: &'static str,
    decisions: Vec<ShownDecision>,
    reply_lead: String,
    /// Whom to write to about something that should not stand here.
    object: String,
    reply_hint: String,
    limit: usize,
    raw: RawSeatReply,
    /// Whether the reader reads all answers, or only his or her own.
    reads_all: bool,
    replies: Vec<ShownReply>,
    /// Where a moderator hides the words or shows them again.
    hide_path: Option<String>,
    /// For whoever wrote them: why the words are hidden, and the words.
    own_hidden: Option<(Vec<String>, String)>,
}

struct ShownReply {
    id: SeatReplyId,
    by: String,
    body: String,
    /// The words of the button that takes it away; none when nobody can do more.
    takes_away: Option<String>,
    /// Since when it is out of sight of whom it was written to, in words.
    removed: Option<String>,
}

/// A report for somebody.
struct Found {
    report: ReportPage,
    reads_all: bool,
    replies: Vec<Reply>,
    may_hide: bool,
    /// The asker's own words, and why they are hidden.
    own_hidden: Option<(String, HiddenWords)>,
}

pub(in crate::report_back) fn of_path(path: (String, String)) -> Result<(String, SeatReportId)> {
    let report = path.1.parse().map_err(|_not_a_number| Error::NotFound)?;
    Ok((path.0, report))
}

/// Slug, report and answer of an address.
pub(in crate::report_back) fn of_reply(
    (slug, report, reply): (String, String, String),
) -> Result<(String, SeatReportId, SeatReplyId)> {
    let (slug, report) = of_path((slug, report))?;
    Ok((slug, report, reply.parse().map_err(|_not_a_number| Error::NotFound)?))
}

fn find(conn: &mut Conn, actor: &Actor, (slug, id): (&str, SeatReportId), today: Date) -> Result<Found> {
    let row = store::report(conn, slug, id)?;
    let place = store::place_by_id(conn, row.seat)?;
    let standing = Standing { author: actor.person() == Some(row.by), ..accounts::standing::of(conn, actor)? };
    let reads = actions::reads(conn, actor, &place, today)?;
    let replies = match reads {
        Some(reads) => views::replies(conn, id, reads)?,
        None => Vec::new(),
    };
    let reads_all = reads.is_some_and(Reads::may_remove);
    let own_hidden = match store::words(conn, id)? {
        (words, Some(hidden)) if standing.author => Some((words, hidden)),
        _ => None,
    };
    let may_hide = policy::allows(&standing, Action::ContentHide);
    Ok(Found { report: views::report(conn, id)?, reads_all, replies, may_hide, own_hidden })
}

/// `GET /groups/{slug}/reports/{id}`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<(String, String)>) -> PageResult {
    let of = of_path(path.into_inner())?;
    let raw = RawSeatReply { form_key: visit.form_key(), ..RawSeatReply::default() };
    page(&visit, db, of, (StatusCode::OK, raw, FormErrors::default())).await
}

async fn page(
    visit: &Visit,
    db: Data<Db>,
    (slug, id): (String, SeatReportId),
    (status, raw, errors): (StatusCode, RawSeatReply, FormErrors),
) -> PageResult {
    let (actor, today) = (visit.actor, visit.today);
    let found = web::run(move || db.read(|conn| find(conn, &actor, (&slug, id), today))).await?;
    let (t, report, me) = (visit.texts, &found.report, visit.actor.person());
    let day = |at: crate::kernel::Timestamp| t.date_near(at.date(), today);
    let reply = |reply: &Reply| ShownReply {
        id: reply.id,
        by: t.say2("reply-by", "name", &reply.name, "date", day(reply.written_at)).into_owned(),
        body: reply.body.clone(),
        takes_away: match (Some(reply.person) == me, reply.removed_at) {
            (true, _) => Some(t.say("reply-delete").into_owned()),
            (false, None) => Some(t.say("reply-remove").into_owned()),
            (false, Some(_)) => None,
        },
        removed: reply.removed_at.map(|at| t.say1("reply-removed", "date", day(at)).into_owned()),
    };
    let limit = i64::try_from(CommentBody::LIMIT).unwrap_or(i64::MAX);
    let shown = Shown {
        frame: visit.frame(t.say2("told-title", "group", &report.group.name, "represents", &report.represents)),
        errors,
        group_name: report.group.name.clone(),
        group_path: report.group.path(),
        seat_path: format!("{}/seats/{}", report.group.path(), report.seat),
        seat_name: report.represents.clone(),
        path: format!("{}/reports/{id}", report.group.path()),
        sent: t.say2("told-sent", "name", &report.by, "date", day(report.sent_at)).into_owned(),
        words: report.words.as_deref().map(markup::render),
        words_language: report.words.as_deref().map_or("sv", markup::language_of),
        decisions: report.told.iter().map(|told| super::shown_decision(t, told, today)).collect(),
        object: t.say1("told-object", "contact", visit.town.settings.contact.as_str()).into_owned(),
        reply_lead: t.say1("reply-lead", "name", &report.holder).into_owned(),
        reply_hint: t.say1("reply-hint", "limit", limit).into_owned(),
        limit: CommentBody::LIMIT,
        raw,
        reads_all: found.reads_all,
        replies: found.replies.iter().map(reply).collect(),
        hide_path: found.may_hide.then(|| format!("/moderation/seat-reports/{id}")),
        own_hidden: found.own_hidden.map(|(words, hidden)| {
            let ground = hidden.ground.map(|ground| t.say(&format!("ground-{ground}")).into_owned());
            (ground.into_iter().chain(hidden.reason).collect(), words)
        }),
    };
    web::page(visit, status, &shown)
}

/// `POST /groups/{slug}/reports/{id}/replies`
pub async fn reply(visit: Visit, db: Data<Db>, path: Path<(String, String)>, form: Form<RawSeatReply>) -> PageResult {
    let (slug, report) = of_path(path.into_inner())?;
    let (actor, base, of, raw) = (visit.actor, db.clone(), slug.clone(), form.0.clone());
    let written = web::run(move || {
        // Who may not do this is told so, whatever the form holds.
        base.read(|conn| {
            store::report(conn, &of, report)?;
            policy::authorise(&accounts::standing::of(conn, &actor)?, Action::SeatReply)
        })?;
        actions::reply(&base, &actor, (&of, report), &raw.parse()?, &raw.form_key)
    })
    .await;
    let errors = match written {
        Ok(()) => return Ok(web::see_other_with(&visit, &format!("/groups/{slug}/reports/{report}"), "reply-sent")),
        Err(Error::Invalid(errors)) => errors,
        Err(Error::Refused { code: code @ Code::TooManyReplies, .. }) => {
            let mut errors = FieldErrors::default();
            errors.add("body", code);
            errors
        }
        Err(error) => return Err(error),
    };
    let again = (StatusCode::UNPROCESSABLE_ENTITY, form.0, visit.errors(&errors));
    page(&visit, db, (slug, report), again).await
}

/// `POST /groups/{slug}/reports/{id}/replies/{reply}/delete`
pub async fn delete_reply(
    visit: Visit,
    db: Data<Db>,
    path: Path<(String, String, String)>,
    _form: Form<Nothing>,
) -> PageResult {
    let (slug, report, reply) = of_reply(path.into_inner())?;
    let (actor, of) = (visit.actor, slug.clone());
    web::run(move || actions::delete_reply(&db, &actor, (&of, report), reply)).await?;
    Ok(web::see_other_with(&visit, &format!("/groups/{slug}/reports/{report}"), "reply-deleted"))
}

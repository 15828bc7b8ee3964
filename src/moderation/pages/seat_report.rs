//! `/moderation/seat-reports/{id}`: hiding the words of what a seat has told, and showing them again.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::Chosen;
use super::ground_form::{self, GroundForm};
use crate::db::Db;
use crate::ideas::pages::ground_word;
use crate::kernel::SeatReportId;
use crate::markup::{self, SafeHtml};
use crate::moderation::actions::change_seat_report;
use crate::moderation::verdict::{self, Choice, HIDING_GROUNDS, RawVerdict};
use crate::moderation::views;
use crate::report_back::store::HiddenWords;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "moderation/seat_report.html")]
struct SeatReportPage {
    frame: Frame,
    errors: FormErrors,
    id: SeatReportId,
    form_key: String,
    /// The page on which everyone reads it.
    public_path: String,
    /// Name of the group, and for whom the sender speaks.
    whose: String,
    meta: String,
    language: &'static str,
    words: SafeHtml,
    /// When and why they were hidden; none when they are shown.
    hidden: Option<Vec<String>>,
    hide_form: Option<GroundForm>,
}

/// `GET /moderation/seat-reports/{id}`
pub async fn show(visit: Visit, db: Data<Db>, id: Path<SeatReportId>, chosen: Query<Chosen>) -> PageResult {
    let raw = RawVerdict::from(chosen.0);
    page(&visit, &db, id.into_inner(), (StatusCode::OK, &raw, FormErrors::default())).await
}

/// `POST /moderation/seat-reports/{id}`
pub async fn decide(visit: Visit, db: Data<Db>, id: Path<SeatReportId>, form: Form<RawVerdict>) -> PageResult {
    let (id, raw) = (id.into_inner(), form.0);
    let (actor, sent, to) = (visit.actor, raw.clone(), db.clone());
    let outcome = web::run(move || {
        let visibility = verdict::of_visibility(&sent)?;
        change_seat_report(&to, &actor, id, &sent.form_key, &visibility)
    });
    let path = format!("/moderation/seat-reports/{id}");
    match outcome.await {
        Ok(()) => Ok(web::see_other_with(&visit, &path, &format!("told-{}", raw.choice))),
        Err(error) => {
            let errors = visit.again(error, &path)?;
            page(&visit, &db, id, (errors.status(), &raw, errors)).await
        }
    }
}

async fn page(
    visit: &Visit,
    db: &Data<Db>,
    id: SeatReportId,
    (status, raw, errors): (StatusCode, &RawVerdict, FormErrors),
) -> PageResult {
    let (actor, db) = (visit.actor, db.clone());
    let case = web::run(move || db.read(|conn| views::seat_report(conn, &actor, id))).await?;
    let (t, report) = (visit.texts, &case.report);
    let why = |hidden: &HiddenWords| {
        let when = t.say1("moderation-hidden-at", "moment", t.moment(hidden.at)).into_owned();
        let ground = hidden.ground.as_deref().map(|ground| ground_word(t, ground));
        std::iter::once(when).chain(ground).chain(hidden.reason.clone()).collect()
    };
    let page = SeatReportPage {
        frame: visit.frame(t.say("moderation-told-title")),
        errors,
        id,
        form_key: visit.form_key(),
        public_path: format!("{}/reports/{id}", report.group.path()),
        whose: format!("{} · {}", report.group.name, report.represents),
        meta: t
            .say2("told-sent", "name", &report.by, "date", t.date_near(report.sent_at.date(), visit.today))
            .into_owned(),
        language: markup::language_of(&case.words),
        words: markup::render(&case.words),
        hide_form: case.hidden.is_none().then(|| ground_form::form(t, Choice::Hide, &HIDING_GROUNDS, raw, case.locale)),
        hidden: case.hidden.as_ref().map(why),
    };
    web::page(visit, status, &page)
}

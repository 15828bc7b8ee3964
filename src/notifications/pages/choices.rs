//! `/account/mails`: how soon one is told of what, as a page and for programs.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::choose::{self, Choices, Ease, RawChoices};
use super::super::pace::Channel;
use crate::accounts::extract::Caller;
use crate::db::Db;
use crate::error::{Code, Error};
use crate::ideas::pages::theme_word;
use crate::kernel::SeatId;
use crate::mail::Mailer;
use crate::report_back::views::Followed;
use crate::web::{self, Form, FormErrors, Frame, JsonBody, JsonResult, PageResult, Visit, json_ok};

/// Where the page is.
const PATH: &str = "/account/mails";

#[derive(Template)]
#[template(path = "notifications/choices.html")]
struct ChoicesPage {
    frame: Frame,
    errors: FormErrors,
    /// When no mail comes, in words; empty when it may come at any hour.
    quiet: String,
    channels: Vec<ShownChannel>,
    /// How mails are worded, and the ways with their words.
    ease: String,
    eases: Vec<(String, String)>,
    themes: Vec<ShownTheme>,
    /// Whom the reader hears from: page of the seat if there is one, for whom, name of the group.
    seats: Vec<(Option<String>, String, String)>,
}

struct ShownChannel {
    name: &'static str,
    label: String,
    hint: String,
    pace: String,
    /// Paces with their words.
    paces: Vec<(String, String)>,
}

struct ShownTheme {
    path: String,
    name: String,
    is_followed: bool,
}

/// `GET /account/mails`
pub async fn show(visit: Visit, db: Data<Db>, mailer: Data<Mailer>) -> PageResult {
    page(&visit, db, &mailer, StatusCode::OK, None).await
}

/// `POST /account/mails`
pub async fn save(visit: Visit, db: Data<Db>, mailer: Data<Mailer>, form: Form<RawChoices>) -> PageResult {
    let chosen = match form.0.parse() {
        Ok(chosen) => chosen,
        Err(Error::Invalid(errors)) => {
            let again = Some((form.0, visit.errors(&errors)));
            return page(&visit, db, &mailer, StatusCode::UNPROCESSABLE_ENTITY, again).await;
        }
        Err(error) => return Err(error),
    };
    let actor = visit.actor;
    web::run(move || choose::save(&db, &actor, &chosen)).await?;
    Ok(web::see_other_with(&visit, PATH, "mails-saved"))
}

async fn page(
    visit: &Visit,
    db: Data<Db>,
    mailer: &Mailer,
    status: StatusCode,
    again: Option<(RawChoices, FormErrors)>,
) -> PageResult {
    let actor = visit.actor;
    let choices = web::run(move || db.read(|conn| choose::load(conn, &actor))).await?;
    let (raw, errors) = again.unwrap_or_else(|| (RawChoices::from(&choices), FormErrors::default()));
    let template = ChoicesPage {
        frame: visit.frame(visit.texts.say("mails-title")),
        errors,
        quiet: quiet(visit, mailer),
        channels: Channel::ALL.iter().map(|channel| shown(visit, *channel, raw.of(*channel))).collect(),
        eases: Ease::ALL.iter().map(|ease| (ease.to_string(), word_of(visit, *ease))).collect(),
        ease: raw.ease,
        themes: themes(visit, &choices),
        seats: choices.seats.iter().map(shown_seat).collect(),
    };
    web::page(visit, status, &template)
}

fn word_of(visit: &Visit, ease: Ease) -> String {
    visit.texts.say(&format!("mails-ease-{ease}")).into_owned()
}

fn quiet(visit: &Visit, mailer: &Mailer) -> String {
    let time = |minutes: i16| format!("{:02}.{:02}", minutes / 60, minutes % 60);
    mailer.quiet_hours().map_or_else(String::new, |hours| {
        visit.texts.say2("mails-quiet", "from", time(hours.from), "to", time(hours.to)).into_owned()
    })
}

fn shown(visit: &Visit, channel: Channel, chosen: &str) -> ShownChannel {
    let t = visit.texts;
    let paces = channel.paces().iter().map(|pace| {
        let words = t.say(&format!("mails-pace-{pace}"));
        (pace.to_string(), words.into_owned())
    });
    ShownChannel {
        name: channel.as_str(),
        label: t.say(&format!("mails-channel-{channel}")).into_owned(),
        hint: t.say(&format!("mails-hint-{channel}")).into_owned(),
        pace: chosen.to_owned(),
        paces: paces.collect(),
    }
}

fn shown_seat(followed: &Followed) -> (Option<String>, String, String) {
    let path = followed.seat.map(|seat| format!("/groups/{}/seats/{seat}", followed.group));
    (path, followed.represents.clone(), followed.group_name.clone())
}

/// The themes of the town.
fn themes(visit: &Visit, choices: &Choices) -> Vec<ShownTheme> {
    visit
        .town
        .settings
        .themes
        .iter()
        .map(|theme| ShownTheme {
            path: format!("/themes/{theme}"),
            name: theme_word(visit.texts, theme),
            is_followed: choices.themes.contains(theme),
        })
        .collect()
}

/// How soon somebody is told of what.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailChoicesJson {
    /// The pace of each channel.
    pub choices: RawChoices,
    /// The themes that the person follows.
    pub themes: Vec<String>,
    /// Whom the person hears from.
    pub seats: Vec<FollowedSeatJson>,
}

/// Somebody whom a person hears from.
#[derive(Debug, Serialize, ToSchema)]
pub struct FollowedSeatJson {
    /// Word of the group in addresses.
    pub group: String,
    /// For whom is spoken there.
    pub represents: String,
    /// The seat that speaks for them now, or did last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seat: Option<i64>,
}

impl From<Followed> for FollowedSeatJson {
    fn from(followed: Followed) -> Self {
        Self { group: followed.group, represents: followed.represents, seat: followed.seat.map(SeatId::get) }
    }
}

impl MailChoicesJson {
    fn new(choices: Choices) -> Self {
        Self {
            choices: RawChoices::from(&choices),
            themes: choices.themes,
            seats: choices.seats.into_iter().map(FollowedSeatJson::from).collect(),
        }
    }
}

/// `GET /api/v1/mail-choices`
pub async fn api_show(caller: Caller, db: Data<Db>) -> JsonResult {
    let choices = web::run(move || db.read(|conn| choose::load(conn, &caller.actor))).await?;
    json_ok(&MailChoicesJson::new(choices))
}

/// `POST /api/v1/mail-choices`
pub async fn api_save(caller: Caller, db: Data<Db>, body: JsonBody<RawChoices>) -> JsonResult {
    if body.0.is_empty() {
        return Err(Error::refused(Code::MalformedBody));
    }
    let chosen = body.0.parse()?;
    let choices = web::run(move || {
        choose::save(&db, &caller.actor, &chosen)?;
        db.read(|conn| choose::load(conn, &caller.actor))
    })
    .await?;
    json_ok(&MailChoicesJson::new(choices))
}

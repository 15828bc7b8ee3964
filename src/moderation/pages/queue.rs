//! `/moderation`: everything that waits for a moderator.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use crate::db::Db;
use crate::i18n::Texts;
use crate::kernel::Timestamp;
use crate::moderation::deadline::{self, TimeLeft};
use crate::moderation::views::{self, Item, Waiting};
use crate::web::{self, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "moderation/queue.html")]
struct QueuePage {
    frame: Frame,
    summary: String,
    rows: Vec<Row>,
    /// How many more wait than are shown.
    more: i64,
    /// How many somebody has to call or write to.
    calls: i64,
}

/// One thing in words.
struct Row {
    /// Its page; none when somebody else has to take it.
    path: Option<String>,
    title: String,
    language: String,
    excerpt: Option<String>,
    /// What it is, its number, when it came.
    meta: String,
    time: Time,
    /// Why somebody else has to take it.
    barred: Option<String>,
}

/// A deadline in words.
pub(super) struct Time {
    /// A mark when time is short or over.
    pub(super) mark: Option<String>,
    /// By when, or since when it is late.
    pub(super) words: String,
    /// The deadline for machines.
    pub(super) datetime: String,
}

/// `GET /moderation`
pub async fn show(visit: Visit, db: Data<Db>) -> PageResult {
    let (actor, now) = (visit.actor, db.clock().now());
    let queue = web::run(move || db.read(|conn| views::queue(conn, &actor))).await?;
    let texts = visit.texts;
    let shown = i64::try_from(queue.waiting.len()).unwrap_or(0);
    let page = QueuePage {
        frame: visit.frame(texts.say("moderation-title")),
        summary: summary(texts, queue.count, queue.oldest, now),
        rows: queue.waiting.iter().map(|waiting| row(texts, waiting, now)).collect(),
        more: (queue.count - shown).max(0),
        calls: queue.calls,
    };
    web::page(&visit, StatusCode::OK, &page)
}

fn summary(texts: Texts, count: i64, oldest: Option<Timestamp>, now: Timestamp) -> String {
    match oldest.map(|oldest| now.days_since(oldest)) {
        None => texts.say("moderation-none").into_owned(),
        Some(days) if days < 1 => texts.say1("moderation-waiting-today", "count", count).into_owned(),
        Some(days) => texts.say2("moderation-waiting", "count", count, "days", days).into_owned(),
    }
}

fn row(texts: Texts, waiting: &Waiting, now: Timestamp) -> Row {
    let (kind, path) = match waiting.item {
        Item::Idea => (texts.say("moderation-item-idea"), format!("/moderation/ideas/{}", waiting.number)),
        Item::Appeal => (texts.say("moderation-item-appeal"), format!("/moderation/ideas/{}", waiting.number)),
        Item::Comment(id) => (texts.say("moderation-item-comment"), format!("/moderation/comments/{id}")),
        Item::Report(id, count) => {
            (texts.say1("moderation-item-report", "count", count), format!("/moderation/reports/{id}"))
        }
    };
    let came = texts.date_near(waiting.began.date(), now.date());
    Row {
        path: waiting.barred.is_none().then_some(path),
        title: waiting.title.clone(),
        language: waiting.language.clone(),
        excerpt: waiting.excerpt.clone(),
        meta: format!("{kind} · {} · {}", waiting.number, texts.say1("moderation-came", "date", came)),
        time: time(texts, (waiting.began, waiting.deadline), waiting.urgent, now),
        barred: waiting.barred.map(|barred| texts.say(&format!("moderation-barred-{barred}")).into_owned()),
    }
}

/// A deadline in words: a day, or a moment for what is urgent.
pub(super) fn time(texts: Texts, (began, deadline): (Timestamp, Timestamp), urgent: bool, now: Timestamp) -> Time {
    let left = deadline::time_left(began, deadline, now);
    // What is due at midnight is due on the day before.
    let last = Timestamp::from_microseconds(deadline.microseconds() - 1);
    let when = if urgent { texts.moment(deadline) } else { texts.date(last.date()) };
    let key = if left == TimeLeft::Late { "moderation-was-due" } else { "moderation-due" };
    let mark = match left {
        TimeLeft::Late => Some("moderation-time-late"),
        TimeLeft::Enough | TimeLeft::Short if urgent => Some("moderation-time-urgent"),
        TimeLeft::Short => Some("moderation-time-short"),
        TimeLeft::Enough => None,
    };
    Time {
        mark: mark.map(|key| texts.say(key).into_owned()),
        words: texts.say1(key, "when", when).into_owned(),
        datetime: if urgent { deadline.rfc3339() } else { last.date().to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use crate::kernel::Date;

    #[test]
    fn a_short_and_a_late_time_are_marked_with_a_word() {
        let texts = Texts::in_locale(Locale::Swedish);
        let at = |day: &str| Date::parse(day).unwrap().start();
        let frame = (at("2026-11-16"), at("2026-11-21"));
        let mark = |now| time(texts, frame, false, now).mark;

        assert_eq!(mark(at("2026-11-17")), None);
        assert_eq!(mark(at("2026-11-20")).as_deref(), Some("Bråttom"));
        assert_eq!(mark(at("2026-11-21")).as_deref(), Some("Försenad"));
        let calm = time(texts, frame, false, at("2026-11-17"));
        assert_eq!((calm.datetime.as_str(), calm.words.as_str()), ("2026-11-20", "Senast fredag 20 november 2026"));
    }

    #[test]
    fn the_summary_counts_what_waits_and_how_long() {
        let texts = Texts::in_locale(Locale::Swedish);
        let now = Date::parse("2026-11-20").unwrap().start();

        assert_eq!(summary(texts, 42, Some(now.plus_days(-3)), now), "42 väntar, äldst 3 dagar.");
        assert_eq!(summary(texts, 1, Some(now.plus_minutes(-5)), now), "1 väntar, äldst sedan i dag.");
        assert_eq!(summary(texts, 0, None, now), "Inget väntar just nu.");
    }
}

//! `GET /process`: what is late, unanswered, disputed or without anyone to ask, worst first.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use super::idea_page::late_words;
use super::my_page::Continued;
use super::views::{self, AuthorReached, LateRow, LateTalk, OfferRow, UnansweredOwner};
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::groups::views as group_views;
use crate::groups::views::ListedGroup;
use crate::i18n::Texts;
use crate::ideas::clock::{self, Ower};
use crate::ideas::lifecycle::State;
use crate::ideas::pages::{state_word, tag_class};
use crate::ideas::store::handovers::HandOverState;
use crate::kernel::{Cursor, Date, GroupId, IdeaId, Page, Timestamp};
use crate::policy::{self, Action, Standing};
use crate::report_back::{self, views::OwingSeat};
use crate::town::Town;
use crate::web::{self, Frame, PageResult, Query, Visit};

/// Everything that the process group looks after.
struct Overview {
    late: Page<LateRow>,
    /// Who owes what is carried out late.
    carried_out_by: HashMap<IdeaId, String>,
    /// Seats that have not told those for whom they speak.
    untold: Vec<OwingSeat>,
    /// Comments and reports.
    talk: [Option<LateTalk>; 2],
    owners: Vec<UnansweredOwner>,
    offers: Vec<OfferRow>,
    groups: Vec<ListedGroup>,
}

/// A line with a link to the desk of an idea.
struct Line {
    number: String,
    title: String,
    words: String,
}

/// An idea that is late, in words.
struct Late {
    number: String,
    /// Where to put it right; empty where not everyone may read the idea.
    path: String,
    title: String,
    language: String,
    state: String,
    tag_class: &'static str,
    words: String,
    meta: String,
}

/// A seat that has not told in time.
struct Untold {
    path: String,
    represents: String,
    group: String,
    words: String,
}

/// A group that lacks somebody.
struct Vacant {
    path: String,
    name: String,
    words: String,
}

#[derive(Template)]
#[template(path = "groups/process.html")]
struct ProcessPage {
    frame: Frame,
    late: Vec<Late>,
    next: String,
    untold: Vec<Untold>,
    unanswered: Vec<Line>,
    disputed: Vec<Line>,
    vacant: Vec<Vacant>,
}

/// `GET /process`
pub async fn show(visit: Visit, db: Data<Db>, query: Query<Continued>) -> PageResult {
    let (role, process_seat) = (visit.role, visit.process_seat);
    let standing = Standing { role, process_seat, sees_subject: true, ..Standing::default() };
    policy::authorise(&standing, Action::ProcessDeskRead)?;
    let (today, after, now) = (visit.today, query.0.cursor()?, db.clock().now());
    let asked_before = today.plus_days(-visit.town.settings.clocks.owner_answer_days).start();
    let town = visit.town.clone();
    let overview = web::run(move || db.read(|conn| load(conn, &town, (asked_before, today), after))).await?;
    let texts = visit.texts;
    let page = ProcessPage {
        frame: visit.frame(texts.say("process-title")),
        late: all_late(texts, &overview, after, today),
        next: overview.late.next.map(|place| format!("/process?after={}", place.encode())).unwrap_or_default(),
        untold: overview.untold.iter().map(|seat| untold(texts, seat, today)).collect(),
        unanswered: unanswered(texts, &overview, now),
        disputed: disputed(texts, &overview),
        vacant: overview.groups.iter().filter_map(|listed| vacant(texts, listed)).collect(),
    };
    web::page(&visit, StatusCode::OK, &page)
}

fn load(
    conn: &mut Conn,
    town: &Town,
    (asked_before, today): (Timestamp, Date),
    after: Option<Cursor>,
) -> Result<Overview> {
    let late = views::late(conn, today, after)?;
    let by_owners = late.items.iter().filter(|row| clock::ower(row.state) == Some(Ower::Owner));
    let by_owners: Vec<IdeaId> = by_owners.map(|row| row.id).collect();
    Ok(Overview {
        late,
        carried_out_by: views::owners(conn, &by_owners)?,
        untold: report_back::views::late_seats(conn, &town.settings.clocks, today)?,
        talk: views::late_talk(conn, today)?,
        owners: views::unanswered_owners(conn, asked_before)?,
        offers: views::offers_between_groups(conn)?,
        groups: group_views::list(conn, today)?,
    })
}

/// What is late, longest first: ideas, and between them what moderators have not read.
fn all_late(texts: Texts, overview: &Overview, after: Option<Cursor>, today: Date) -> Vec<Late> {
    let rows = &overview.late.items;
    let first = after.and_then(|cursor| i32::try_from(cursor.sort).ok()).map(Date::from_number);
    let last = overview.late.next.and(rows.last()).and_then(|row| row.due_on);
    let is_here = |day: Date| first.is_none_or(|first| day > first) && last.is_none_or(|last| day <= last);
    let mut all: Vec<(Option<Date>, Late)> =
        rows.iter().map(|row| (row.due_on, late(texts, row, overview.carried_out_by.get(&row.id), today))).collect();
    for (kind, talk) in ["comments", "reports"].into_iter().zip(overview.talk) {
        if let Some(talk) = talk.filter(|talk| is_here(talk.due_on)) {
            all.push((Some(talk.due_on), late_talk(texts, kind, talk, today)));
        }
    }
    all.sort_by_key(|(day, _)| *day);
    all.into_iter().map(|(_, late)| late).collect()
}

/// Comments or reports that moderators have not looked at; what they say is theirs to read.
fn late_talk(texts: Texts, kind: &str, talk: LateTalk, today: Date) -> Late {
    Late {
        number: String::new(),
        path: String::new(),
        title: texts.say1(&format!("process-late-{kind}"), "count", talk.count).into_owned(),
        language: texts.locale().as_str().to_owned(),
        state: texts.say(&format!("process-talk-{kind}")).into_owned(),
        tag_class: tag_class(State::Screening),
        words: late_words(texts, talk.due_on, &texts.say("the-moderators"), today),
        meta: String::new(),
    }
}

fn late(texts: Texts, row: &LateRow, owner: Option<&String>, today: Date) -> Late {
    let number = row.number.clone().unwrap_or_default();
    let group = row.group.clone().unwrap_or_default();
    let who = match (clock::ower(row.state), owner) {
        (Some(Ower::Moderators), _) => texts.say("the-moderators").into_owned(),
        (Some(Ower::Owner), Some(owner)) => owner.clone(),
        _ => group,
    };
    let reached = row.author_reached();
    let unreached = (reached != AuthorReached::Mail)
        .then(|| texts.say(&format!("process-author-{}", reached.as_str())).into_owned());
    let counted = (row.state == State::Ballot).then(|| texts.say("now-counted").into_owned());
    let unshown = (!row.listed).then(|| texts.say("process-unshown").into_owned());
    Late {
        path: if row.listed { format!("/ideas/{number}/desk") } else { String::new() },
        title: if row.listed { row.title.clone() } else { number.clone() },
        language: row.language.clone(),
        state: state_word(texts, row.state),
        tag_class: tag_class(row.state),
        words: row.due_on.map(|due| late_words(texts, due, &who, today)).unwrap_or_default(),
        meta: unshown.into_iter().chain(counted).chain(unreached).collect::<Vec<_>>().join(" · "),
        number,
    }
}

fn untold(texts: Texts, seat: &OwingSeat, today: Date) -> Untold {
    Untold {
        path: format!("/groups/{}/seats/{}", seat.group, seat.seat),
        represents: seat.represents.clone(),
        group: seat.group_name.clone(),
        words: late_words(texts, seat.owed_by, &seat.name, today),
    }
}

/// Owners who have not answered, and offers that wait; longest first.
fn unanswered(texts: Texts, overview: &Overview, now: Timestamp) -> Vec<Line> {
    let owners = overview.owners.iter().map(|asked| {
        let values = [
            ("name", asked.name.clone()),
            ("organisation", asked.organisation.clone()),
            ("count", now.days_since(asked.asked_at).to_string()),
        ];
        (
            asked.asked_at,
            line(asked.number.as_deref(), &asked.title, texts.say_with("process-owner", &values).into_owned()),
        )
    });
    let waiting = overview.offers.iter().filter(|offer| offer.state == HandOverState::Offered);
    let offers = waiting.map(|offer| {
        let values = [
            ("from", name_of(overview, offer.from)),
            ("to", name_of(overview, offer.to)),
            ("count", now.days_since(offer.offered_at).to_string()),
        ];
        (
            offer.offered_at,
            line(offer.number.as_deref(), &offer.title, texts.say_with("process-offer", &values).into_owned()),
        )
    });
    let mut all: Vec<(Timestamp, Line)> = owners.chain(offers).collect();
    all.sort_by_key(|(since, _)| *since);
    all.into_iter().map(|(_, line)| line).collect()
}

/// Ideas that a group wanted to give away and another did not want.
fn disputed(texts: Texts, overview: &Overview) -> Vec<Line> {
    let declined = overview.offers.iter().filter(|offer| offer.state == HandOverState::Declined);
    let told = declined.map(|offer| {
        let values = [
            ("from", name_of(overview, offer.from)),
            ("to", name_of(overview, offer.to)),
            ("reason", offer.answer.clone().unwrap_or_default()),
        ];
        let key = if offer.answer.is_some() { "process-declined" } else { "process-declined-silently" };
        line(offer.number.as_deref(), &offer.title, texts.say_with(key, &values).into_owned())
    });
    told.collect()
}

fn vacant(texts: Texts, listed: &ListedGroup) -> Option<Vacant> {
    let key = match (&listed.chair, &listed.coordinator) {
        (None, None) => "process-vacant-both",
        (None, Some(_)) => "process-vacant-chair",
        (Some(_), None) => "process-vacant-coordinator",
        (Some(_), Some(_)) => return None,
    };
    let words = texts.say(key).into_owned();
    Some(Vacant { path: listed.group.path(), name: listed.group.name.clone(), words })
}

fn name_of(overview: &Overview, id: GroupId) -> String {
    let found = overview.groups.iter().find(|listed| listed.group.id == id);
    found.map(|listed| listed.group.name.clone()).unwrap_or_default()
}

fn line(number: Option<&str>, title: &str, words: String) -> Line {
    Line { number: number.unwrap_or_default().to_owned(), title: title.to_owned(), words }
}

//! `GET /desk`: what waits for one person – questions, hand-overs, and what the person's groups
//! have before them.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use super::idea_page::late_words;
use super::views::{self, AskedToOwn, AskedToTell, AskedToVote, DeskRow, OfferRow};
use crate::db::{Conn, Db};
use crate::error::{Code, Error, Result};
use crate::groups::{Group, SeatRole};
use crate::i18n::Texts;
use crate::ideas::clock::{self, Ower};
use crate::ideas::pages::{state_word, tag_class};
use crate::kernel::{Cursor, Date, GroupId, Page, PersonId, Timestamp};
use crate::report_back::{self, views::OwingSeat};
use crate::town::Clocks;
use crate::web::{self, Frame, PageResult, Query, Visit};

/// The query string of a list that goes on.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Continued {
    /// Where the list goes on.
    pub after: Option<String>,
}

impl Continued {
    /// The place in the list.
    ///
    /// # Errors
    /// [`Code::UnknownPlace`] when it is none of ours.
    pub fn cursor(&self) -> Result<Option<Cursor>> {
        let unknown = || Error::refused(Code::UnknownPlace);
        self.after.as_deref().map(|text| Cursor::decode(text).ok_or_else(unknown)).transpose()
    }
}

/// What waits for one person.
pub(super) struct MyDesk {
    pub(super) groups: Vec<(Group, SeatRole)>,
    pub(super) to_own: Vec<AskedToOwn>,
    pub(super) to_tell: Vec<AskedToTell>,
    pub(super) to_vote: Vec<AskedToVote>,
    pub(super) offers: Vec<OfferRow>,
    /// Seats of the person whose followers wait for a report.
    pub(super) to_report: Vec<OwingSeat>,
    pub(super) ideas: Page<DeskRow>,
}

/// An idea in a list, in words.
pub(super) struct Row {
    pub(super) number: String,
    pub(super) title: String,
    pub(super) language: String,
    pub(super) state: String,
    pub(super) tag_class: &'static str,
    /// Group, day and supports.
    pub(super) meta: String,
    /// What is late, since when, and who owes it.
    pub(super) late: String,
    /// What whoever carries it out needs; empty where that is not for the reader.
    pub(super) help: String,
}

/// Something to answer: where, what, and by when.
struct Waiting {
    path: String,
    title: String,
    words: String,
}

#[derive(Template)]
#[template(path = "groups/desk.html")]
struct DeskPage {
    frame: Frame,
    waiting: Vec<Waiting>,
    groups: Vec<Group>,
    rows: Vec<Row>,
    next: String,
}

/// `GET /desk`
pub async fn show(visit: Visit, db: Data<Db>, query: Query<Continued>) -> PageResult {
    let (person, today, after) = (visit.person()?, visit.today, query.0.cursor()?);
    let (now, town) = (db.clock().now(), visit.town.clone());
    let desk = web::run(move || db.read(|conn| load(conn, &town.settings.clocks, person, now, after))).await?;
    let texts = visit.texts;
    let page = DeskPage {
        frame: visit.frame(texts.say("desk-title")),
        waiting: waiting(texts, &desk, today),
        rows: desk.ideas.items.iter().map(|row| own_row(texts, row, today)).collect(),
        next: next_page("/desk", &desk.ideas),
        groups: desk.groups.into_iter().map(|(group, _)| group).collect(),
    };
    web::page(&visit, StatusCode::OK, &page)
}

pub(super) fn load(
    conn: &mut Conn,
    clocks: &Clocks,
    person: PersonId,
    now: Timestamp,
    after: Option<Cursor>,
) -> Result<MyDesk> {
    let (groups, to_vote) = views::seats_and_votes(conn, person, now)?;
    let mine: Vec<GroupId> = groups.iter().map(|(group, _)| group.id).collect();
    let leading: Vec<GroupId> = groups.iter().filter(|(_, role)| role.leads()).map(|(group, _)| group.id).collect();
    let nothing = Page { items: Vec::new(), next: None };
    Ok(MyDesk {
        to_own: views::asked_to_own(conn, person)?,
        to_tell: views::asked_to_tell(conn, person)?,
        to_vote,
        offers: if leading.is_empty() { Vec::new() } else { views::offers_to(conn, &leading)? },
        to_report: if mine.is_empty() {
            Vec::new()
        } else {
            report_back::views::own_owing(conn, person, clocks, now.date())?
        },
        ideas: if mine.is_empty() { nothing } else { views::before_groups(conn, &mine, after)? },
        groups,
    })
}

fn waiting(texts: Texts, desk: &MyDesk, today: Date) -> Vec<Waiting> {
    let path =
        |number: &Option<String>, place: &str| format!("/ideas/{}/{place}", number.as_deref().unwrap_or_default());
    let to_own = desk.to_own.iter().map(|asked| Waiting {
        path: path(&asked.number, "ownership"),
        title: asked.title.clone(),
        words: texts.say1("desk-asked-to-own", "date", texts.date_near(asked.first_step_on, today)).into_owned(),
    });
    let to_tell = desk.to_tell.iter().map(|asked| {
        let key = format!("desk-asked-{}", asked.kind);
        let values = [("question", asked.question.clone()), ("date", texts.date_near(asked.due_on, today))];
        Waiting {
            path: path(&asked.number, "desk"),
            title: asked.title.clone(),
            words: texts.say_with(&key, &values).into_owned(),
        }
    });
    let offers = desk.offers.iter().map(|offer| {
        let to = desk.groups.iter().find(|(group, _)| group.id == offer.to);
        let values =
            [("group", to.map(|(group, _)| group.name.clone()).unwrap_or_default()), ("reason", offer.reason.clone())];
        Waiting {
            path: path(&offer.number, "desk"),
            title: offer.title.clone(),
            words: texts.say_with("desk-asked-handover", &values).into_owned(),
        }
    });
    let to_vote = desk.to_vote.iter().map(|asked| {
        let values = [("question", asked.question.clone()), ("moment", texts.moment(asked.closes_at))];
        Waiting {
            path: format!("/ballots/{}", asked.ballot),
            title: asked.title.clone(),
            words: texts.say_with("desk-asked-vote", &values).into_owned(),
        }
    });
    let to_report = desk.to_report.iter().map(|seat| {
        let key = if seat.owed_by < today { "desk-report-late" } else { "desk-report-due" };
        Waiting {
            path: format!("/groups/{}/seats/{}/report", seat.group, seat.seat),
            title: texts.say2("desk-report", "represents", &seat.represents, "group", &seat.group_name).into_owned(),
            words: texts.say1(key, "date", texts.date_near(seat.owed_by, today)).into_owned(),
        }
    });
    to_vote.chain(to_own).chain(to_tell).chain(offers).chain(to_report).collect()
}

/// A row with what only the group reads.
fn own_row(texts: Texts, row: &DeskRow, today: Date) -> Row {
    let help = row.help.as_ref().map(|need| texts.say1("desk-needs-help", "need", need).into_owned());
    Row { help: help.unwrap_or_default(), ..Row::new(texts, row, today) }
}

impl Row {
    /// Puts a row into words that everyone may read.
    pub(super) fn new(texts: Texts, row: &DeskRow, today: Date) -> Self {
        let group = row.group.clone().unwrap_or_default();
        let missed = clock::missed(row.state, row.due_on, today);
        let by = row.owner().filter(|_| clock::ower(row.state) == Some(Ower::Owner));
        let due = row.due_on.filter(|_| missed.is_none());
        let mut meta = vec![group.clone()];
        meta.extend(due.map(|due| texts.say1("desk-due", "date", texts.date_near(due, today)).into_owned()));
        meta.push(texts.say1("idea-supports", "count", row.supports).into_owned());
        Self {
            number: row.number.clone().unwrap_or_default(),
            title: row.title.clone(),
            language: row.language.clone(),
            state: state_word(texts, row.state),
            tag_class: tag_class(row.state),
            meta: meta.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            late: missed.map(|due| late_words(texts, due, by.unwrap_or(&group), today)).unwrap_or_default(),
            help: String::new(),
        }
    }
}

/// The address of the next page of a list; empty on the last.
pub(super) fn next_page(path: &str, page: &Page<DeskRow>) -> String {
    page.next.map(|cursor| format!("{path}?after={}", cursor.encode())).unwrap_or_default()
}

//! `GET /ideas/{number}/progress`: the one page that a reminder to whoever carries an idea out
//! opens, with three answers: it goes on, it is done, help is needed (domain 3.3, C4).
//!
//! The answers are the moves of the desk; nothing is decided here.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::form::{Control, MoveForm, SentBack};
use super::idea_page::{self, Head, Opened};
use super::{MoveKind, Situation, moves};
use crate::db::Db;
use crate::policy::{self, Action};
use crate::web::{self, Frame, Obstacle, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "groups/progress.html")]
struct ProgressPage {
    frame: Frame,
    head: Head,
    /// The day by which a word is owed; empty when none is.
    due: String,
    late: String,
    /// What the group was asked for, and when; empty when nothing was.
    helped: String,
    answers: Vec<Answer>,
    errors: Vec<(String, String)>,
    obstacle: Option<Obstacle>,
}

/// One of the three answers.
struct Answer {
    /// Its place on the page.
    id: &'static str,
    heading: String,
    /// What to know when there is no form for it now.
    words: String,
    forms: Vec<MoveForm>,
    is_open: bool,
}

/// The answers, each with its moves in order.
const ANSWERS: [(&str, &[MoveKind]); 3] = [
    ("goes-on", &[MoveKind::Start, MoveKind::Report, MoveKind::Postpone]),
    ("done", &[MoveKind::Complete]),
    ("help", &[MoveKind::AskHelp]),
];

/// `GET /ideas/{number}/progress`
pub async fn show(visit: Visit, db: Data<Db>, path: Path<String>, query: Query<Opened>) -> PageResult {
    let situation = idea_page::load(&visit, &db, path.into_inner()).await?;
    policy::authorise(&situation.standing, Action::ProgressReport)?;
    let open = query.0.open.and_then(|word| word.parse::<MoveKind>().ok());
    page(&visit, &situation, StatusCode::OK, (None, open))
}

/// Shows the page again, with its words and what is wrong with them.
pub(super) fn show_again(visit: &Visit, situation: &Situation, sent: &SentBack) -> PageResult {
    page(visit, situation, sent.errors.status(), (Some(sent), Some(sent.kind)))
}

fn page(
    visit: &Visit,
    situation: &Situation,
    status: StatusCode,
    (sent, open): (Option<&SentBack>, Option<MoveKind>),
) -> PageResult {
    let (texts, clocks) = (visit.texts, &visit.town.settings.clocks);
    let mut possible = moves::possible(situation, &visit.actor, clocks, visit.today);
    possible.extend(sent.map(|sent| sent.kind).filter(|kind| !possible.contains(kind)));
    possible.retain(|kind| kind.is_of_the_owner());
    let is_asked = !possible.is_empty();
    let answers = ANSWERS.iter().filter(|_| is_asked).map(|(id, kinds)| {
        let mut forms: Vec<MoveForm> = kinds
            .iter()
            .filter(|kind| possible.contains(kind))
            .map(|kind| idea_page::form(visit, *kind, situation, sent))
            .collect();
        for form in &mut forms {
            form.open = sent.is_some_and(|sent| sent.kind == form.kind);
        }
        // The first answer is open unless another was asked for.
        let is_open = open.map_or(*id == "goes-on", |kind| kinds.contains(&kind));
        let words =
            if forms.is_empty() { texts.say(&format!("progress-{id}-not-yet")).into_owned() } else { String::new() };
        Answer { id, heading: texts.say(&format!("progress-{id}")).into_owned(), words, forms, is_open }
    });
    let answers: Vec<Answer> = answers.collect();
    let helped = situation.help.as_ref().map(|help| {
        let day = texts.date_near(help.asked_at.date(), visit.today);
        texts.say2("desk-help-asked", "need", &help.need, "date", day).into_owned()
    });
    let due = situation.idea.due_on.filter(|_| is_asked);
    let page = ProgressPage {
        frame: visit.frame(texts.say("progress-title")),
        head: idea_page::head(texts, situation),
        due: due
            .map(|due| texts.say1("progress-due", "date", texts.date_near(due, visit.today)).into_owned())
            .unwrap_or_default(),
        late: idea_page::late(texts, situation, visit.today),
        helped: helped.unwrap_or_default(),
        errors: answers.iter().flat_map(|answer| &answer.forms).flat_map(MoveForm::errors).collect(),
        answers,
        obstacle: idea_page::obstacle(sent),
    };
    web::page(visit, status, &page)
}

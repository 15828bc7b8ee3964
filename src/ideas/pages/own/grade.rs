//! `/ideas/{number}/grade` and `/grade/{token}`: the author says whether it became what was meant.
//! The second address stands in the mail; it is good for this page and for nothing else.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::db::Db;
use crate::error::Result;
use crate::ideas::actions::{self, GradePaper};
use crate::ideas::forms::RawGrade;
use crate::ideas::grade::{CHANGE_DAYS, Grade, Question};
use crate::kernel::Actor;
use crate::kernel::text::Reason;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

#[derive(Template)]
#[template(path = "ideas/own/grade.html")]
struct GradePage {
    frame: Frame,
    errors: FormErrors,
    path: String,
    title: String,
    language: String,
    /// Where the form is sent.
    address: String,
    lead: String,
    questions: Vec<Asked>,
    words: String,
    limit: usize,
    /// Whether there is something to answer, or to change.
    is_open: bool,
    /// Whether something was answered.
    is_given: bool,
    /// Until when it can be changed, once it is given.
    until: String,
}

/// A question with its choices.
struct Asked {
    name: &'static str,
    label: String,
    answer: String,
    choices: Vec<(String, String)>,
    /// The answer in words, where it cannot be changed any more.
    given: String,
}

/// Who asks for which idea, and at which address.
struct Asker {
    number: String,
    actor: Actor,
    address: String,
}

impl Asker {
    fn of_number(visit: &Visit, number: &str) -> Self {
        Self { number: number.to_owned(), actor: visit.actor, address: format!("/ideas/{number}/grade") }
    }

    async fn of_link(visit: &Visit, db: &Db, token: &str) -> Result<Self> {
        let (db, town, given) = (db.clone(), visit.town.clone(), token.to_owned());
        let (number, actor) = web::run(move || actions::idea_of_link(&db, &town, &given)).await?;
        Ok(Self { number, actor, address: format!("/grade/{token}") })
    }
}

/// `GET /ideas/{number}/grade`
pub async fn ask_grade(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let asker = Asker::of_number(&visit, &path);
    ask(&visit, &db, &asker, StatusCode::OK, None).await
}

/// `POST /ideas/{number}/grade`
pub async fn grade(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawGrade>) -> PageResult {
    let asker = Asker::of_number(&visit, &path);
    keep(&visit, &db, &asker, form.0).await
}

/// `GET /grade/{token}`: mail programs open links to look for dangers, so this changes nothing.
pub async fn ask_grade_by_link(visit: Visit, db: Data<Db>, path: Path<String>) -> PageResult {
    let asker = Asker::of_link(&visit, &db, &path).await?;
    ask(&visit, &db, &asker, StatusCode::OK, None).await
}

/// `POST /grade/{token}`
pub async fn grade_by_link(visit: Visit, db: Data<Db>, path: Path<String>, form: Form<RawGrade>) -> PageResult {
    let asker = Asker::of_link(&visit, &db, &path).await?;
    keep(&visit, &db, &asker, form.0).await
}

async fn keep(visit: &Visit, db: &Data<Db>, asker: &Asker, raw: RawGrade) -> PageResult {
    let (base, actor, number, sent) = (db.clone(), asker.actor, asker.number.clone(), raw.clone());
    match web::run(move || actions::grade(&base, &actor, &number, &sent)).await {
        Ok(()) => Ok(web::see_other_with(visit, &asker.address, "graded")),
        Err(error) => {
            let errors = visit.again(error, &asker.number)?;
            ask(visit, db, asker, errors.status(), Some((raw, errors))).await
        }
    }
}

async fn ask(
    visit: &Visit,
    db: &Data<Db>,
    asker: &Asker,
    status: StatusCode,
    sent: Option<(RawGrade, FormErrors)>,
) -> PageResult {
    let (db, actor, number, today) = (db.clone(), asker.actor, asker.number.clone(), visit.today);
    let paper = web::run(move || db.read(|conn| actions::grade_paper(conn, &actor, &number, today))).await?;
    let (raw, errors) = sent.unwrap_or_else(|| (answered(&paper), FormErrors::default()));
    web::page(visit, status, &page(visit, asker, paper, &raw, errors))
}

/// What was answered before, as the form would send it.
fn answered(paper: &GradePaper) -> RawGrade {
    let mut raw = RawGrade::default();
    for given in &paper.given {
        let answer = given.grade.as_str().to_owned();
        match given.question {
            Question::Result => raw.result = answer,
            Question::Clear => raw.clear = answer,
            Question::Heard => raw.heard = answer,
        }
        if let Some(words) = &given.words {
            raw.words.clone_from(words);
        }
    }
    raw
}

fn page(visit: &Visit, asker: &Asker, paper: GradePaper, raw: &RawGrade, errors: FormErrors) -> GradePage {
    let texts = visit.texts;
    let word = |grade: &Grade| texts.say(&format!("grade-{grade}")).into_owned();
    let questions = paper.questions.iter().map(|question| Asked {
        name: question.as_str(),
        label: texts.say(&format!("grade-ask-{question}")).into_owned(),
        answer: raw.answer(*question).to_owned(),
        choices: Grade::ALL.iter().map(|grade| (grade.as_str().to_owned(), word(grade))).collect(),
        given: raw.answer(*question).parse::<Grade>().map_or_else(|_unknown| String::new(), |grade| word(&grade)),
    });
    let is_about_result = paper.questions.contains(&Question::Result);
    let title = if is_about_result { texts.say("grade-title-result") } else { texts.say("grade-title-answer") };
    let until = paper.given.iter().map(|given| given.at.date().plus_days(CHANGE_DAYS)).min();
    GradePage {
        frame: visit.frame(title),
        lead: if paper.is_open { texts.say("grade-lead") } else { texts.say("grade-closed") }.into_owned(),
        questions: questions.collect(),
        words: raw.words.clone(),
        limit: Reason::LIMIT,
        is_open: paper.is_open,
        is_given: !paper.given.is_empty(),
        until: until
            .map(|day| texts.say1("grade-until", "date", texts.date_near(day, visit.today)).into_owned())
            .unwrap_or_default(),
        // By the link somebody may not be able to open the page of an idea that is hidden.
        path: paper.idea.path(),
        address: asker.address.clone(),
        title: paper.idea.title,
        language: paper.idea.language,
        errors,
    }
}

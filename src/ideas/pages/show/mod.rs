//! `GET /ideas/{number}`: everything about one idea on one page.

mod decision;
mod discussion;
mod status;
mod timeline;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::shown::{area_word, ground_word, state_word, tag_class, theme_word};
use crate::db::Db;
use crate::ideas::edit;
use crate::ideas::grade;
use crate::ideas::lifecycle::{CommandKind, State, offers};
use crate::ideas::views::{self, Asked, Detail, Joined};
use crate::kernel::text::CommentBody;
use crate::kernel::{CommentId, Date};
use crate::markup::{self, SafeHtml};
use crate::policy::{self, Action, Standing};
use crate::town::Settings;
use crate::web::{self, FormErrors, Frame, PageResult, Query, Visit};

use decision::{Decision, ShownBallot};
use discussion::Discussion;
pub(in crate::ideas) use status::{Status, status};
pub(in crate::ideas) use timeline::{Happening, timeline};

/// What the desk of a group lets somebody do with an idea.
const DESK: [Action; 8] = [
    Action::GroupDeskRead,
    Action::IdeaTriage,
    Action::IdeaLift,
    Action::HandOverAnswer,
    Action::InquiryAnswer,
    Action::OwnershipAnswer,
    Action::ProgressReport,
    Action::IdeaCorrect,
];

/// What a form on the page came back with: what is wrong, and the words as they were sent.
#[derive(Debug, Clone, Default)]
pub struct Refilled {
    /// What is wrong, field by field: `kind`, `body`, `email`.
    pub errors: FormErrors,
    /// Kind of the contribution.
    pub kind: String,
    /// Words of the contribution.
    pub body: String,
    /// Contact for confirming a support.
    pub email: String,
}

/// The query string of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Place {
    /// Continues the discussion after this contribution.
    after: Option<i64>,
}

#[derive(Template)]
#[template(path = "ideas/show.html")]
struct ShowPage {
    frame: Frame,
    path: String,
    number: String,
    title: String,
    language: String,
    tag_class: &'static str,
    state: String,
    status: Status,
    reason_help: String,
    /// Whether it is, or has been, open for everyone to read and support.
    was_open: bool,
    /// Whether there is something that could be reported.
    may_report: bool,
    decision: Option<Decision>,
    ballot: Option<ShownBallot>,
    body: SafeHtml,
    author: String,
    submitted: String,
    area: String,
    theme: String,
    /// Where the theme is followed.
    theme_path: String,
    need: String,
    source: String,
    result: String,
    measure: String,
    owner: String,
    support: Support,
    follow: Follow,
    discussion: Discussion,
    comment_count: i64,
    more_comments: Option<String>,
    comment_form: Option<CommentForm>,
    comments_open: bool,
    asked: Vec<Asked>,
    timeline: Vec<Happening>,
    joined_here: Vec<Joined>,
    joined_into: Option<Joined>,
    has_versions: bool,
    buttons: Buttons,
    signed_in: bool,
    young_author: bool,
    refilled: Refilled,
    form_key: String,
}

/// The support box.
struct Support {
    count: i64,
    /// The count as the language writes it.
    written: String,
    goal: i64,
    /// Whether it can be given just now.
    is_open: bool,
    /// What is needed still and until when, or what became of it.
    words: String,
    /// Whether the reader may give it by a button.
    by_button: bool,
    /// Whether the reader has given it.
    given: bool,
}

/// Following the idea.
struct Follow {
    may: bool,
    follows: bool,
}

/// The form for a contribution.
struct CommentForm {
    kinds: Vec<(String, String)>,
    limit: usize,
    reviewed: bool,
}

/// What the reader may do beside reading.
pub(in crate::ideas) struct Buttons {
    pub(in crate::ideas) edit: bool,
    pub(in crate::ideas) send_again: bool,
    pub(in crate::ideas) withdraw: bool,
    pub(in crate::ideas) appeal: bool,
    pub(in crate::ideas) grade: bool,
    pub(in crate::ideas) desk: bool,
    pub(in crate::ideas) screen: bool,
    pub(in crate::ideas) visibility: bool,
}

/// The page.
///
/// # Errors
/// Not found, in the same way for what does not exist and for what the visitor may not see.
pub async fn show(visit: Visit, db: Data<Db>, path: Path<String>, place: Query<Place>) -> PageResult {
    respond(visit, db, path.into_inner(), place.0, Refilled::default(), StatusCode::OK).await
}

/// The page with a form that has to be mended, 422.
///
/// # Errors
/// As [`show`].
pub async fn show_again(visit: Visit, db: Data<Db>, number: String, refilled: Refilled) -> PageResult {
    let status = refilled.errors.status();
    respond(visit, db, number, Place::default(), refilled, status).await
}

async fn respond(
    visit: Visit,
    db: Data<Db>,
    number: String,
    place: Place,
    refilled: Refilled,
    status: StatusCode,
) -> PageResult {
    let (town, actor, today) = (visit.town.clone(), visit.actor, visit.today);
    let after = place.after.map(CommentId::new);
    let detail = web::run(move || db.read(|conn| views::detail(conn, &town, &actor, &number, after, today))).await?;
    web::page(&visit, status, &page(&visit, detail, refilled))
}

fn page(visit: &Visit, detail: Detail, refilled: Refilled) -> ShowPage {
    let (texts, today) = (visit.texts, visit.today);
    let status = status(texts, &visit.town, &detail, today);
    let timeline = timeline(texts, &detail, status.deadline.as_ref(), today);
    let standing = &detail.viewer.standing;
    let say = |word: &Option<String>| word.clone().unwrap_or_default();
    let idea = &detail.idea;
    let more_comments = detail.comments_go_on_after.map(|last| format!("{}?after={last}#discussion", idea.path()));
    ShowPage {
        frame: visit.frame(idea.title.clone()),
        path: idea.path(),
        number: idea.number().to_owned(),
        title: idea.title.clone(),
        language: idea.language.clone(),
        tag_class: tag_class(idea.state),
        state: state_word(texts, idea.state),
        reason_help: reason_help(visit, &detail),
        was_open: idea.published_at.is_some(),
        may_report: idea.is_listed() && policy::allows(standing, Action::ReportMake),
        decision: decision::decision(texts, &detail, today),
        ballot: decision::ballot(texts, &detail),
        body: markup::render(&idea.body),
        author: idea.author_name.clone(),
        submitted: detail.more.submitted_at.map(|at| texts.date_near(at.date(), today)).unwrap_or_default(),
        area: area_word(texts, &idea.area),
        theme_path: idea.theme.as_deref().map(|theme| format!("/themes/{theme}")).unwrap_or_default(),
        theme: idea.theme.as_deref().map(|theme| theme_word(texts, theme)).unwrap_or_default(),
        need: say(&detail.notes.need),
        source: say(&detail.notes.source),
        result: say(&detail.notes.result),
        measure: say(&detail.notes.measure),
        owner: owner(visit, &detail),
        support: support(visit, &detail),
        follow: Follow { may: policy::allows(standing, Action::IdeaFollow), follows: detail.viewer.follows },
        discussion: discussion::discussion(texts, &detail, today),
        comment_count: detail.more.comment_count,
        more_comments,
        comment_form: comment_form(visit, &detail),
        comments_open: idea.state.takes_comments(),
        timeline,
        has_versions: idea.revision > 1,
        buttons: buttons(standing, &detail, &visit.town.settings, today),
        signed_in: standing.signed_in(),
        young_author: detail.notes.young_author,
        refilled,
        form_key: visit.form_key(),
        status,
        asked: detail.parts.asked,
        joined_here: detail.parts.joined_here,
        joined_into: detail.parts.joined_into,
    }
}

/// How to mend what the idea was returned for, or what can be done about a refusal: that can be
/// mended by nobody but another moderator, once and for a time.
fn reason_help(visit: &Visit, detail: &Detail) -> String {
    match (detail.idea.state, &detail.more.ground) {
        (State::Refused, _) if detail.parts.appealed_at.is_some() => visit.texts.say("refused-final").into_owned(),
        (State::Refused, _) if status::may_be_appealed(&visit.town.settings, detail, visit.today) => {
            let by_reader = policy::allows(&detail.viewer.standing, Action::IdeaAppeal);
            if by_reader { visit.texts.say("refused-appeal").into_owned() } else { String::new() }
        }
        (State::Refused, _) => visit.texts.say("refused-too-late").into_owned(),
        (State::Returned, Some(ground)) => {
            let key = format!("ground-help-{ground}");
            if visit.texts.has(&key) { visit.texts.say(&key).into_owned() } else { ground_word(visit.texts, ground) }
        }
        _ => String::new(),
    }
}

fn owner(visit: &Visit, detail: &Detail) -> String {
    let Some(owner) = detail.parts.owner() else { return String::new() };
    match owner.first_step_on {
        Some(day) => {
            let day = visit.texts.date_near(day, visit.today);
            visit.texts.say2("decision-who-when", "owner", &owner.organisation, "date", day).into_owned()
        }
        None => owner.organisation.clone(),
    }
}

fn support(visit: &Visit, detail: &Detail) -> Support {
    let (idea, texts) = (&detail.idea, visit.texts);
    let is_open = idea.state == State::Open && !idea.hidden && idea.closes_on.is_none_or(|last| last >= visit.today);
    let missing = (idea.support_goal - idea.support_count).max(0);
    let words = match idea.closes_on {
        Some(last) if is_open => {
            texts.say2("support-missing", "count", missing, "date", texts.date_near(last, visit.today)).into_owned()
        }
        _ => texts.say("support-over").into_owned(),
    };
    Support {
        count: idea.support_count,
        written: texts.number(idea.support_count),
        goal: idea.support_goal,
        is_open,
        words,
        by_button: policy::allows(&detail.viewer.standing, Action::IdeaSupport),
        given: detail.viewer.supports,
    }
}

fn comment_form(visit: &Visit, detail: &Detail) -> Option<CommentForm> {
    let may = policy::allows(&detail.viewer.standing, Action::CommentAdd);
    (may && detail.idea.state.takes_comments() && !detail.idea.hidden).then(|| CommentForm {
        kinds: ["for", "against", "question", "addition"]
            .map(|kind| (kind.to_owned(), visit.texts.say(&format!("comment-kind-{kind}")).into_owned()))
            .to_vec(),
        limit: CommentBody::LIMIT,
        reviewed: visit.town.settings.comments_are_reviewed,
    })
}

/// What somebody who stands so may do with the idea as it is.
pub(in crate::ideas) fn buttons(standing: &Standing, detail: &Detail, settings: &Settings, today: Date) -> Buttons {
    let idea = &detail.idea;
    let offered = offers(idea.state);
    let may = |action, command| policy::allows(standing, action) && offered.contains(&command);
    let edit = policy::allows(standing, Action::IdeaEdit) && edit::kind(idea, settings).is_some();
    Buttons {
        edit,
        send_again: edit && idea.state == State::Returned,
        withdraw: may(Action::IdeaWithdraw, CommandKind::Withdraw),
        appeal: may(Action::IdeaAppeal, CommandKind::Appeal) && status::may_be_appealed(settings, detail, today),
        grade: policy::allows(standing, Action::IdeaGrade) && !grade::questions(idea.state).is_empty(),
        desk: idea.is_listed() && DESK.iter().any(|action| policy::allows(standing, *action)),
        screen: may(Action::IdeaScreen, CommandKind::Publish),
        visibility: policy::allows(standing, Action::ContentHide) && idea.published_at.is_some(),
    }
}

//! `/moderation/ideas/{number}`: one idea, everything that helps to decide, and the three ways.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use super::Chosen;
use super::ground_form::{self, GroundForm};
use super::queue::{Time, time};
use crate::db::Db;
use crate::groups::routing::Suggestion;
use crate::i18n::{Locale, Texts};
use crate::ideas::lifecycle::{CommandKind, Ground, offers};
use crate::ideas::pages::{area_word, ground_word, state_word, theme_word};
use crate::ideas::similar;
use crate::ideas::store::Idea;
use crate::markup::{self, SafeHtml};
use crate::moderation::actions::screen_idea;
use crate::moderation::verdict::{self, Choice, RawVerdict};
use crate::moderation::views::{self, IdeaCase, IdeaRow, LookAlike, Suggested};
use crate::moderation::{deadline, flags};
use crate::policy::{self, Action};
use crate::search::Search;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Query, Visit};

#[derive(Template)]
#[template(path = "moderation/idea.html")]
struct IdeaPage {
    frame: Frame,
    errors: FormErrors,
    number: String,
    version: i64,
    form_key: String,
    language: String,
    body: SafeHtml,
    meta: String,
    time: Option<Time>,
    /// In words, when it does not wait any more.
    state: Option<String>,
    may_hide: bool,
    appeal: Option<String>,
    /// Ground and words of the last return or refusal.
    earlier: Option<(String, String)>,
    flags: Vec<String>,
    author: Vec<String>,
    look_alikes: Vec<ShownLookAlike>,
    publish: Option<PublishForm>,
    return_form: Option<GroundForm>,
    refuse_form: Option<GroundForm>,
    /// What was written for an idea that waits no more.
    kept: String,
}

struct ShownLookAlike {
    path: String,
    title: String,
    language: String,
    meta: String,
    reason: String,
}

struct PublishForm {
    theme: String,
    themes: Vec<(String, String)>,
    group: String,
    groups: Vec<(String, String)>,
    /// The suggested groups, the best first.
    suggestions: Vec<ShownSuggestion>,
    /// Why no group is suggested.
    doubt: Option<String>,
}

struct ShownSuggestion {
    name: String,
    /// How sure it is, in words.
    sure: String,
    reasons: Vec<String>,
}

/// `GET /moderation/ideas/{number}`
pub async fn show(
    visit: Visit,
    db: Data<Db>,
    search: Data<Search>,
    path: Path<String>,
    chosen: Query<Chosen>,
) -> PageResult {
    let raw = RawVerdict::from(chosen.0);
    page(&visit, &db, &search, path.into_inner(), (StatusCode::OK, &raw, FormErrors::default())).await
}

/// `POST /moderation/ideas/{number}`
pub async fn decide(
    visit: Visit,
    db: Data<Db>,
    search: Data<Search>,
    path: Path<String>,
    form: Form<RawVerdict>,
) -> PageResult {
    let (number, raw) = (path.into_inner(), form.0);
    let (actor, town, sent, this, to) = (visit.actor, visit.town.clone(), raw.clone(), number.clone(), db.clone());
    let outcome = web::run(move || {
        let verdict = verdict::of_idea(&sent, &town)?;
        screen_idea(&to, &town, &actor, &this, &sent.sent(), &verdict)
    });
    match outcome.await {
        Ok(_) => Ok(web::see_other_with(&visit, "/moderation", &format!("idea-{}", raw.choice))),
        Err(error) => {
            let errors = visit.again(error, &number)?;
            page(&visit, &db, &search, number, (errors.status(), &raw, errors)).await
        }
    }
}

async fn page(
    visit: &Visit,
    db: &Data<Db>,
    search: &Data<Search>,
    number: String,
    (status, raw, errors): (StatusCode, &RawVerdict, FormErrors),
) -> PageResult {
    let (actor, today, db, search) = (visit.actor, visit.today, db.clone(), search.clone());
    let now = db.clock().now();
    let case = web::run(move || db.read(|conn| views::idea(conn, &search, &actor, &number, today))).await?;
    let (texts, idea) = (visit.texts, &case.row.idea);
    let ways = offers(idea.state);
    let can = |kind: CommandKind| ways.contains(&kind);
    let locale = author_locale(&case.row);
    let refusable = verdict::refusal_grounds(case.row.returned_before, &visit.town, today);
    let ground_form = |choice, grounds: &[Ground]| {
        with_link(visit, ground_form::form(texts, choice, grounds, raw, locale), raw, &case.look_alikes)
    };
    let waits = can(CommandKind::Publish);
    let return_form = can(CommandKind::Return).then(|| ground_form(Choice::Return, Ground::ALL));
    let refuse_form = can(CommandKind::Refuse).then(|| ground_form(Choice::Refuse, &refusable));
    let (publish, [return_form, refuse_form]) = match (return_form, refuse_form) {
        // Once a ground is chosen, only its form stands on the page.
        (Some(form), _) if form.chosen.is_some() => (None, [Some(form), None]),
        (_, Some(form)) if form.chosen.is_some() => (None, [None, Some(form)]),
        (back, no) => (waits.then(|| publish_form(visit, &case, raw)), [back, no]),
    };
    let due = idea.due_on.filter(|_| waits).map(deadline::end_of);
    let page = IdeaPage {
        frame: visit.frame(idea.title.clone()),
        number: idea.number().to_owned(),
        version: errors.version(raw.version, idea.version),
        kept: if waits { String::new() } else { raw.words.clone() },
        form_key: visit.form_key(),
        language: idea.language.clone(),
        body: markup::render(&idea.body),
        meta: meta(texts, &case.row, visit),
        time: due.map(|due| time(texts, (idea.state_since, due), false, now)),
        state: (!waits).then(|| state_word(texts, idea.state)),
        may_hide: idea.state.is_public() && policy::allows(&case.standing, Action::ContentHide),
        appeal: case.row.appeal.as_ref().map(|appeal| appeal.reason.clone()),
        earlier: waits.then(|| earlier(texts, &case.row)).flatten(),
        flags: flag_words(texts, &flags::of_idea(&idea.title, &idea.body, &idea.language)),
        author: author_words(texts, &case.row),
        look_alikes: case.look_alikes.iter().map(|other| look_alike(texts, &case.row.idea, other)).collect(),
        publish,
        return_form,
        refuse_form,
        errors,
    };
    web::page(visit, status, &page)
}

/// The author's own choice, or the language of the text when it is one of ours.
fn author_locale(row: &IdeaRow) -> Locale {
    let chosen = row.author.as_ref().map(|author| author.locale);
    chosen.or_else(|| row.idea.language.parse().ok()).unwrap_or(Locale::Swedish)
}

/// Whoever is told that the idea exists already gets to know where.
fn with_link(visit: &Visit, form: GroundForm, raw: &RawVerdict, look_alikes: &[LookAlike]) -> GroundForm {
    let is_known = form.chosen.as_ref().is_some_and(|(ground, _)| *ground == Ground::Exists.as_str());
    let nearest = look_alikes.first().and_then(|other| other.number.as_deref().map(|number| (other, number)));
    match nearest {
        Some((other, number)) if is_known && raw.words.is_empty() => {
            let link = visit.town.url(&format!("/ideas/{number}"));
            GroundForm { words: format!("{}\n\n{}: {link}", form.words, other.title), ..form }
        }
        Some(_) | None => form,
    }
}

fn meta(texts: Texts, row: &IdeaRow, visit: &Visit) -> String {
    let idea = &row.idea;
    let language = texts.say(&format!("moderation-language-{}", idea.language));
    let came = row.submitted_at.map_or(idea.state_since, |moment| moment).date();
    [
        idea.number().to_owned(),
        area_word(texts, &idea.area),
        texts.say1("moderation-came", "date", texts.date_near(came, visit.today)).into_owned(),
        language.into_owned(),
        texts.say(&format!("moderation-origin-{}", row.origin)).into_owned(),
    ]
    .join(" · ")
}

fn earlier(texts: Texts, row: &IdeaRow) -> Option<(String, String)> {
    let (ground, words) = (row.ground.as_deref()?, row.reason.clone()?);
    Some((ground_word(texts, ground), words))
}

pub(super) fn flag_words(texts: Texts, flags: &[flags::Flag]) -> Vec<String> {
    flags.iter().map(|flag| texts.say(&format!("moderation-flag-{flag}")).into_owned()).collect()
}

/// Who wrote it, as far as it matters: never more of the past than counts.
fn author_words(texts: Texts, row: &IdeaRow) -> Vec<String> {
    let mut words = vec![row.idea.author_name.clone()];
    words.extend(row.author.as_ref().and_then(|author| author.organisation.clone()));
    if row.young_author {
        words.push(texts.say("moderation-author-young").into_owned());
    }
    if row.author.is_none() {
        words.push(texts.say("moderation-author-unknown").into_owned());
        return words;
    }
    let history = row.history;
    for (key, count) in [
        ("moderation-author-sent", history.sent),
        ("moderation-author-published", history.published),
        ("moderation-author-refused", history.refused),
        ("moderation-author-comments", history.comments_shown),
        ("moderation-author-hidden", history.comments_hidden),
    ] {
        words.push(texts.say1(key, "count", count.unwrap_or(0)).into_owned());
    }
    words
}

fn look_alike(texts: Texts, idea: &Idea, other: &LookAlike) -> ShownLookAlike {
    let number = other.number.clone().unwrap_or_default();
    let place = similar::common_place(texts, &other.area, &idea.area, &idea.title);
    ShownLookAlike {
        path: format!("/ideas/{number}"),
        title: other.title.clone(),
        language: other.language.clone(),
        meta: format!("{number} · {}", state_word(texts, other.state)),
        reason: similar::reason(texts, &other.shared, place.as_deref()),
    }
}

fn publish_form(visit: &Visit, case: &IdeaCase, raw: &RawVerdict) -> PublishForm {
    let (texts, Suggested { groups, advice }) = (visit.texts, &case.suggested);
    let not_chosen = |key| (String::new(), texts.say(key).into_owned());
    let themes = visit.town.settings.themes.iter().map(|word| (word.clone(), theme_word(texts, word)));
    let own_theme = case.row.idea.theme.clone();
    let theme = own_theme.or_else(|| advice.best().and_then(|best| best.theme.clone()));
    let or = |typed: &str, other: Option<String>| {
        if typed.is_empty() { other.unwrap_or_default() } else { typed.to_owned() }
    };
    PublishForm {
        theme: or(&raw.theme, theme.filter(|word| visit.town.has_theme(word))),
        themes: std::iter::once(not_chosen("moderation-choose-theme")).chain(themes).collect(),
        group: or(&raw.group, advice.best().map(|best| best.slug.clone())),
        groups: std::iter::once(not_chosen("moderation-choose-group"))
            .chain(groups.iter().map(|group| (group.slug.clone(), group.name.clone())))
            .collect(),
        suggestions: advice.suggestions.iter().map(|one| shown_suggestion(texts, one)).collect(),
        doubt: advice.doubt.as_ref().map(|why| texts.say_with(why.key, &why.args).into_owned()),
    }
}

fn shown_suggestion(texts: Texts, suggestion: &Suggestion) -> ShownSuggestion {
    let reasons = suggestion.reasons.iter().map(|why| texts.say_with(why.key, &why.args).into_owned());
    let word = texts.say(&format!("routing-{}", suggestion.confidence)).into_owned();
    let sure = texts.say2("routing-how-often", "word", word, "percent", i64::from(suggestion.percent));
    ShownSuggestion { name: suggestion.name.clone(), sure: sure.into_owned(), reasons: reasons.collect() }
}

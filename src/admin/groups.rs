//! The forms for a new group and for changing one. Who sits in it: [`super::people::seat_pages`].

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::db::Db;
use crate::error::{Error, FieldErrors};
use crate::groups::draft::{RawChange, RawGroup};
use crate::groups::{GroupKind, TieRule, actions, store};
use crate::ideas::pages::theme_word;
use crate::kernel::text::Mandate;
use crate::web::{self, Form, FormErrors, Frame, PageResult, Visit};

/// Value and words of each choice.
type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "admin/group_form.html")]
struct GroupFormPage {
    frame: Frame,
    errors: FormErrors,
    raw: RawGroup,
    kinds: Choices,
    themes: Choices,
    tie_rules: Choices,
    /// The group that is changed; none for a new one.
    changed: Option<Changed>,
}

/// The group that is changed.
struct Changed {
    slug: String,
    version: i64,
}

impl GroupFormPage {
    /// Most characters of what the group may decide.
    const MANDATE_LIMIT: usize = Mandate::LIMIT;

    fn action(&self) -> String {
        match &self.changed {
            Some(group) => format!("/admin/groups/{}/edit", group.slug),
            None => "/admin/groups/new".to_owned(),
        }
    }
}

/// `GET /admin/groups/new`.
pub async fn ask_new(visit: Visit, db: Data<Db>) -> PageResult {
    let actor = visit.actor;
    web::run(move || db.read(|conn| actions::demand(conn, &actor))).await?;
    let raw = RawGroup {
        kind: GroupKind::Steering.to_string(),
        quorum_percent: "50".to_owned(),
        form_key: visit.form_key(),
        ..RawGroup::default()
    };
    new_page(&visit, raw, None)
}

/// `POST /admin/groups/new`.
pub async fn create(visit: Visit, db: Data<Db>, form: Form<RawGroup>) -> PageResult {
    let (actor, town, raw, given) = (visit.actor, visit.town.clone(), form.0.clone(), form.0);
    let outcome = web::run(move || {
        // Who may not do this is told so, whatever the form holds.
        db.read(|conn| actions::demand(conn, &actor))?;
        actions::create_group(&db, &actor, &given.parse(&town.settings.themes)?)
    })
    .await;
    match outcome {
        Ok(group) => Ok(web::see_other_with(&visit, &format!("/admin/groups/{}", group.slug), "group-made")),
        Err(Error::Invalid(errors)) => new_page(&visit, raw, Some(errors)),
        Err(error) => Err(error),
    }
}

/// `GET /admin/groups/{slug}/edit`.
pub async fn ask_change(visit: Visit, db: Data<Db>, slug: Path<String>) -> PageResult {
    let (actor, of) = (visit.actor, slug.clone());
    let group = web::run(move || {
        db.read(|conn| {
            actions::demand(conn, &actor)?;
            store::load_by_slug(conn, &of)
        })
    })
    .await?;
    change_page(&visit, &slug, &group.into(), None)
}

/// `POST /admin/groups/{slug}/edit`.
pub async fn change(visit: Visit, db: Data<Db>, slug: Path<String>, form: Form<RawChange>) -> PageResult {
    let (actor, town, of, raw, given) = (visit.actor, visit.town.clone(), slug.clone(), form.0.clone(), form.0);
    let outcome = web::run(move || {
        db.read(|conn| {
            actions::demand(conn, &actor)?;
            store::load_by_slug(conn, &of)
        })?;
        actions::change_group(&db, &actor, &of, &given.parse(&town.settings.themes)?)
    })
    .await;
    match outcome {
        Ok(()) => Ok(web::see_other_with(&visit, &format!("/admin/groups/{slug}"), "group-changed")),
        Err(Error::Invalid(errors)) => change_page(&visit, &slug, &raw, Some(errors)),
        Err(error) => Err(error),
    }
}

fn new_page(visit: &Visit, mut raw: RawGroup, wrong: Option<FieldErrors>) -> PageResult {
    if wrong.as_ref().is_some_and(|errors| errors.of("slug").is_some()) {
        // Shows what was made of the name, so that one sees what is wrong with it.
        raw.slug = raw.slug_word();
    }
    let title = visit.texts.say("admin-group-new").into_owned();
    form_page(visit, title, raw, None, wrong)
}

fn change_page(visit: &Visit, slug: &str, raw: &RawChange, wrong: Option<FieldErrors>) -> PageResult {
    let changed = Changed { slug: slug.to_owned(), version: raw.version };
    let title = visit.texts.say("admin-group-change").into_owned();
    form_page(visit, title, raw.words(), Some(changed), wrong)
}

fn form_page(
    visit: &Visit,
    title: String,
    raw: RawGroup,
    changed: Option<Changed>,
    wrong: Option<FieldErrors>,
) -> PageResult {
    let texts = visit.texts;
    let said = |key: String| texts.say(&key).into_owned();
    let kinds = GroupKind::ALL.iter().map(|kind| (kind.to_string(), said(format!("group-kind-{kind}"))));
    let no_theme = (String::new(), texts.say("admin-group-no-theme").into_owned());
    let themes = visit.town.settings.themes.iter().map(|word| (word.clone(), theme_word(texts, word)));
    let usual = changed.is_none().then(|| (String::new(), texts.say("admin-group-usual-tie-rule").into_owned()));
    let tie_rules = TieRule::ALL.iter().map(|rule| (rule.to_string(), said(format!("tie-rule-{rule}"))));
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = GroupFormPage {
        frame: visit.frame(title),
        errors: wrong.map(|errors| visit.errors(&errors)).unwrap_or_default(),
        raw,
        kinds: kinds.collect(),
        themes: std::iter::once(no_theme).chain(themes).collect(),
        tie_rules: usual.into_iter().chain(tie_rules).collect(),
        changed,
    };
    web::page(visit, status, &page)
}

//! One example request for every route of the program: what the tests of all routes send.
//!
//! A route that is missing here fails a test. To add one, write a line into the file of its
//! feature: method and route as in `src/routes.rs`, what it is about ([`Subject`]), and for a
//! change the fields of the form (or of the JSON object) with values that pass every check of
//! form. Words in braces are filled in from the [`Scene`], in the path as in the values.

mod ground;
mod groups;

use medskapa::kernel::GroupId;
use medskapa::web::{RouteInfo, assets};

use crate::support::{Staged, State, TestApp};

/// What a request is about, and so what somebody can be to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Nothing that belongs to anybody: public lists, one's own pages.
    Nothing,
    /// An idea, in each of these states.
    Idea(&'static [State]),
    /// The lead group.
    Group,
}

/// What is sent along.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Body {
    None,
    /// Fields of a form, or members of a JSON object on an address of the API.
    Fields(&'static [(&'static str, &'static str)]),
}

/// A request that the program understands and, from somebody who may, does or refuses for a
/// reason of its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Example {
    pub(crate) method: &'static str,
    /// As in `src/routes.rs`.
    pub(crate) route: &'static str,
    pub(crate) subject: Subject,
    pub(crate) body: Body,
    /// The path, when it is not the route with its words filled in.
    pub(crate) path: Option<&'static str>,
}

impl Example {
    pub(crate) const fn get(route: &'static str, subject: Subject) -> Self {
        Self { method: "GET", route, subject, body: Body::None, path: None }
    }

    pub(crate) const fn post(
        route: &'static str,
        subject: Subject,
        fields: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { method: "POST", route, subject, body: Body::Fields(fields), path: None }
    }

    pub(crate) const fn put(
        route: &'static str,
        subject: Subject,
        fields: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { method: "PUT", route, subject, body: Body::Fields(fields), path: None }
    }

    pub(crate) const fn delete(route: &'static str, subject: Subject) -> Self {
        Self { method: "DELETE", route, subject, body: Body::None, path: None }
    }

    /// With another path, as one with a query.
    pub(crate) const fn at(self, path: &'static str) -> Self {
        Self { path: Some(path), ..self }
    }

    /// Whether it belongs to the API.
    pub(crate) fn is_api(&self) -> bool {
        self.route.starts_with("/api/")
    }

    /// Whether it changes something.
    pub(crate) fn is_change(&self) -> bool {
        self.method != "GET"
    }

    /// What the program itself says of the route.
    #[track_caller]
    pub(crate) fn info(&self) -> &'static RouteInfo {
        let known = medskapa::routes::ROUTES.iter();
        let mut same = known.filter(|info| info.method == self.method && info.path == self.route);
        same.next().unwrap_or_else(|| panic!("{} {} is no route", self.method, self.route))
    }

    /// The path with everything filled in.
    pub(crate) fn path(&self, scene: &Scene<'_>) -> String {
        scene.fill(self.path.unwrap_or(self.route))
    }

    /// Names and values with everything filled in.
    pub(crate) fn fields(&self, scene: &Scene<'_>) -> Vec<(&'static str, String)> {
        match self.body {
            Body::None => Vec::new(),
            Body::Fields(fields) => fields.iter().map(|(name, value)| (*name, scene.fill(value))).collect(),
        }
    }
}

/// What the words in braces stand for.
pub(crate) struct Scene<'a> {
    pub(crate) app: &'a TestApp,
    /// The idea that `{number}` is.
    pub(crate) idea: Option<&'a Staged>,
    /// The lead group: `{slug}`, and `{group}` its id.
    pub(crate) group: GroupId,
}

impl Scene<'_> {
    /// Fills in `{number}`, `{version}` (one that is no longer right, so that nothing changes),
    /// `{slug}`, `{group}`, `{soon}` (a day in ten days), `{key}` (a fresh form key), `{style}`.
    pub(crate) fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let number = self.idea.map_or("2026-9999", |idea| idea.number.as_str());
        let soon = self.app.today().plus_days(10).to_string();
        text.replace("{number}", number)
            .replace("{version}", "0")
            .replace("{slug}", "utbildning")
            .replace("{group}", &self.group.to_string())
            .replace("{soon}", &soon)
            .replace("{token}", "no-token-of-ours-but-as-long-as-one-of-them")
            .replace("{key}", &medskapa::kernel::token::random_token(&self.app.town.random))
            .replace("{style}", &assets::path_of("main.css"))
    }
}

/// Every example.
pub(crate) fn all() -> Vec<Example> {
    [ground::EXAMPLES, groups::EXAMPLES].concat()
}

#[test]
fn every_route_has_an_example_and_every_example_a_route() {
    let mut routes: Vec<_> = medskapa::routes::ROUTES.iter().map(|route| (route.path, route.method)).collect();
    let mut examples: Vec<_> = all().iter().map(|example| (example.route, example.method)).collect();
    routes.sort_unstable();
    examples.sort_unstable();

    let missing: Vec<_> = routes.iter().filter(|route| !examples.contains(route)).collect();
    let superfluous: Vec<_> = examples.iter().filter(|example| !routes.contains(example)).collect();
    let mut once = examples.clone();
    once.dedup();

    assert!(missing.is_empty(), "no example in tests/http/examples for {missing:#?}");
    assert!(superfluous.is_empty(), "examples for routes that do not exist: {superfluous:#?}");
    assert_eq!(once.len(), examples.len(), "a route has two examples");
}

#[test]
fn no_address_leaves_a_word_in_braces() {
    let Some(app) = TestApp::new(crate::support::Kind::Sqlite) else { return };
    let idea = app.idea_in(State::Open);
    let scene = Scene { app: &app, idea: Some(&idea), group: idea.group };

    for example in all() {
        let path = example.path(&scene);
        assert!(!path.contains('{'), "{} becomes {path}", example.route);
        for (name, value) in example.fields(&scene) {
            assert!(!value.contains('{'), "{} {name} becomes {value}", example.route);
        }
    }
}

//! One example request for every route of the program: what the tests of all routes send.
//!
//! A route that is missing here fails a test. To add one, write a line into the file of its
//! feature: method and route as in `src/routes.rs`, what it is about ([`Subject`]), and for a
//! change the fields of the form (or of the JSON object) with values that pass every check of
//! form. Words in braces are filled in from the [`Scene`], in the path as in the values.

mod accounts;
mod discover;
mod ground;
mod groups;
mod ideas;
mod talk;

use diesel::prelude::*;
use medskapa::ballots::views as ballots;
use medskapa::comments::Kind;
use medskapa::comments::store::{self as comments, NewRow};
use medskapa::db::schema::{people, sessions};
use medskapa::kernel::GroupId;
use medskapa::kernel::token::random_token;
use medskapa::web::{RouteInfo, assets};

use crate::support::{Answer, Client, Staged, State, TestApp};

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

/// Every state in which an idea has an address.
pub(crate) const EVERY_STATE: &[State] = State::ALL;

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
    /// Who asks; `{session}` is the sign-in in use.
    pub(crate) client: Option<&'a Client>,
}

impl<'a> Scene<'a> {
    /// A scene with one idea, whoever asks.
    pub(crate) fn of(app: &'a TestApp, idea: &'a Staged) -> Self {
        Self { app, idea: Some(idea), group: idea.group, client: None }
    }

    /// Fills in the words in braces.
    #[track_caller]
    pub(crate) fn fill(&self, text: &str) -> String {
        let mut pieces = text.split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (word, rest) = piece.split_once('}').unwrap_or_else(|| panic!("a brace without an end in {text}"));
            filled.push_str(&self.meaning(word));
            filled.push_str(rest);
        }
        filled
    }

    /// What a word in braces stands for.
    #[track_caller]
    fn meaning(&self, word: &str) -> String {
        match word {
            "number" => self.idea.map_or("2026-9999", |idea| idea.number.as_str()).to_owned(),
            // One that is no longer right, so that nothing changes.
            "version" => "0".to_owned(),
            "slug" => "utbildning".to_owned(),
            "group" => self.group.to_string(),
            "soon" => self.app.today().plus_days(10).to_string(),
            "token" => "no-token-of-ours-but-as-long-as-one-of-them".to_owned(),
            "key" => random_token(&self.app.town.random),
            "session" => self.session(),
            "question" => self.question(),
            "ballot" => self.ballot(),
            "example_person" => self.example_person(),
            "style" => assets::path_of("main.css"),
            _ => panic!("what is {{{word}}}? Say it in tests/http/examples/mod.rs, or give the example a path"),
        }
    }

    /// A question on the idea that everyone can read and nobody has answered.
    fn question(&self) -> String {
        let Some(idea) = self.idea else { return "999".to_owned() };
        let author = self.app.resident("Fatima").id();
        let row = NewRow {
            idea: idea.id,
            kind: Kind::Question,
            body: "Vem har nyckeln?",
            language: "sv",
            author,
            author_name: "Fatima",
            waits: false,
        };
        self.app.write(|tx| comments::insert(tx, &row)).to_string()
    }

    /// The newest ballot of the idea; one that does not exist when there is none.
    fn ballot(&self) -> String {
        let found = self.idea.map(|idea| self.app.read(|conn| ballots::of_idea(conn, idea.id))).unwrap_or_default();
        found.first().map_or_else(|| "999".to_owned(), ToString::to_string)
    }

    /// Somebody of the example town.
    fn example_person(&self) -> String {
        let client = self.app.resident("Elin");
        self.app.write(|tx| {
            let this = people::table.filter(people::id.eq(client.id()));
            diesel::update(this).set(people::example.eq(true)).execute(tx.conn)?;
            Ok(())
        });
        client.id().to_string()
    }

    /// The newest sign-in of whoever asks; one that does not exist for a visitor.
    fn session(&self) -> String {
        let Some(client) = self.client.filter(|client| client.is_person()) else { return "999".to_owned() };
        let of_the_person = sessions::table.filter(sessions::person_id.eq(client.id()));
        let newest: i64 = self.app.read(|conn| {
            Ok(of_the_person.order(sessions::id.desc()).select(sessions::id).first(conn)?)
        });
        newest.to_string()
    }
}

/// Sends an example in somebody's name.
pub(crate) fn send(client: &Client, example: &Example, scene: &Scene<'_>) -> Answer {
    send_to(client, example, &example.path(scene), scene)
}

/// Sends an example to another address.
pub(crate) fn send_to(client: &Client, example: &Example, path: &str, scene: &Scene<'_>) -> Answer {
    let fields = example.fields(scene);
    if example.is_api() {
        let object: serde_json::Map<_, _> =
            fields.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        let body = serde_json::Value::Object(object);
        return match example.method {
            "GET" => client.api_get(path),
            "POST" => client.api_post(path, &body),
            "PUT" => client.api_put(path, &body),
            _ => client.api_delete(path),
        };
    }
    if !example.is_change() {
        return client.get(path);
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    client.post(path, &fields)
}

/// Every example.
pub(crate) fn all() -> Vec<Example> {
    [accounts::EXAMPLES, discover::EXAMPLES, ground::EXAMPLES, groups::EXAMPLES, ideas::EXAMPLES, talk::EXAMPLES].concat()
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
fn every_word_in_braces_has_a_meaning() {
    let Some(app) = TestApp::new(crate::support::Kind::Sqlite) else { return };
    let idea = app.idea_in(State::Open);
    let scene = Scene::of(&app, &idea);

    for example in all() {
        assert!(example.path(&scene).starts_with('/'), "{}", example.route);
        assert!(example.fields(&scene).iter().all(|(name, _)| !name.contains('{')), "{}", example.route);
    }
}

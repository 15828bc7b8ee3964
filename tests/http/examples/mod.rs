//! One example request for every route of the program: what the tests of all routes send.
//!
//! A route that is missing here fails a test. To add one, write a line into the file of its
//! feature: method and route as in `src/routes.rs`, what it is about ([`Subject`]), and for a
//! change the fields of the form (or of the JSON object) with values that pass every check of
//! form. Words in braces are filled in from the [`Scene`], in the path as in the values.

mod accounts;
mod admin;
mod ballots;
mod desk;
mod discover;
mod ground;
mod groups;
mod ideas;
mod machinery;
mod made;
mod moderation;
mod scene;
mod talk;

use medskapa::web::RouteInfo;

pub(crate) use scene::Scene;

use crate::support::{Answer, Client, State, TestApp};

/// What a request is about, and so what somebody can be to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Nothing that belongs to anybody: public lists, one's own pages.
    Nothing,
    /// An idea, in each of these states.
    Idea(&'static [State]),
    /// Something about an idea that only the staff may see, in each of these states of the idea.
    OfStaff(&'static [State]),
    /// The lead group.
    Group,
}

/// Every state in which an idea has an address.
pub(crate) const EVERY_STATE: &[State] = match State::ALL {
    // A draft has no number yet.
    [State::Draft, with_number @ ..] => with_number,
    other => other,
};

/// The states in which everyone may read an idea.
pub(crate) const PUBLIC: &[State] = &[
    State::Open,
    State::Closed,
    State::WithGroup,
    State::AwaitingAnswer,
    State::Forwarded,
    State::Proposal,
    State::Ballot,
    State::Accepted,
    State::PartlyAccepted,
    State::Declined,
    State::UnderWay,
    State::Done,
    State::Stopped,
    State::Merged,
    State::Withdrawn,
];

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

    /// Whether its body says something.
    pub(crate) const fn has_fields(&self) -> bool {
        matches!(self.body, Body::Fields(fields) if !fields.is_empty())
    }

    /// The states of the idea that it is about; none when it is about no idea.
    pub(crate) fn states(&self) -> &'static [State] {
        match self.subject {
            Subject::Idea(states) | Subject::OfStaff(states) => states,
            Subject::Nothing | Subject::Group => &[],
        }
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

/// Sends an example in somebody's name.
pub(crate) fn send(client: &Client, example: &Example, scene: &Scene<'_>) -> Answer {
    send_to(client, example, &example.path(scene), scene)
}

/// Sends an example to another address.
pub(crate) fn send_to(client: &Client, example: &Example, path: &str, scene: &Scene<'_>) -> Answer {
    let fields = example.fields(scene);
    if example.is_api() {
        let object: serde_json::Map<_, _> =
            fields.into_iter().map(|(name, value)| (name.to_owned(), json_value(name, value))).collect();
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

/// Versions are numbers in the API; everything else in the examples is text.
fn json_value(name: &str, value: String) -> serde_json::Value {
    match value.parse::<i64>() {
        Ok(number) if name == "version" => number.into(),
        _ => value.into(),
    }
}

/// Every example.
pub(crate) fn all() -> Vec<Example> {
    [
        accounts::EXAMPLES,
        admin::EXAMPLES,
        ballots::EXAMPLES,
        desk::EXAMPLES,
        discover::EXAMPLES,
        ground::EXAMPLES,
        groups::EXAMPLES,
        ideas::EXAMPLES,
        machinery::EXAMPLES,
        moderation::EXAMPLES,
        talk::EXAMPLES,
    ]
    .concat()
}

#[test]
fn the_public_states_are_those_of_the_program() {
    let public: Vec<State> = State::ALL.iter().copied().filter(|state| state.is_public()).collect();

    assert_eq!(public, PUBLIC);
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

    for example in all() {
        // A draft has an address only for the browser that holds it; there is one in the whole town.
        let state = example.states().iter().copied().find(|state| *state != State::Draft);
        let idea = app.idea_in(state.unwrap_or(State::Open));
        let scene = Scene::of(&app, &idea);
        assert!(example.path(&scene).starts_with('/'), "{}", example.route);
        assert!(example.fields(&scene).iter().all(|(name, _)| !name.contains('{')), "{}", example.route);
    }
}

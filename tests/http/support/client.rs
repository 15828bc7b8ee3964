//! A browser without scripts, and a caller of the API.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use medskapa::accounts::{self, session};
use medskapa::db::Db;
use medskapa::kernel::token::random_token;
use medskapa::kernel::{PersonId, Random};
use medskapa::town::Town;
use medskapa::web::{cookies, token_for};

use super::{Answer, TestApp};

/// Somebody who talks to the server. Clones are the same browser.
#[derive(Clone)]
pub(crate) struct Client {
    // Not the whole app: its index lets a restarted one in only when nobody holds it.
    db: Db,
    town: Arc<Town>,
    base: String,
    agent: ureq::Agent,
    jar: Arc<Mutex<BTreeMap<String, String>>>,
    /// The token for the API, once one was needed.
    bearer: Arc<OnceLock<String>>,
    person: Option<PersonId>,
    name: String,
}

/// One request, for what the short cuts do not cover.
#[derive(Debug, Clone, Default)]
pub(crate) struct Request<'a> {
    /// `GET` when empty.
    pub(crate) method: &'a str,
    /// Path with query.
    pub(crate) path: &'a str,
    /// Headers beside the cookies.
    pub(crate) headers: &'a [(&'a str, &'a str)],
    /// Body; none when empty.
    pub(crate) body: &'a [u8],
    /// Whether the cookies stay at home.
    pub(crate) without_cookies: bool,
}

/// What clients send with.
pub(super) fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .allow_non_standard_methods(true)
        .proxy(None)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .new_agent()
}

impl Client {
    pub(super) fn new(app: &TestApp, name: &str, person: Option<PersonId>) -> Self {
        Self {
            db: app.db.clone(),
            town: Arc::clone(&app.town),
            base: app.base(),
            agent: app.agent.clone(),
            jar: Arc::default(),
            bearer: Arc::default(),
            person,
            name: name.to_owned(),
        }
    }

    /// The person's id; fails for a visitor.
    #[track_caller]
    pub(crate) fn id(&self) -> PersonId {
        self.person.expect("a person")
    }

    /// Whether it is somebody who has signed in.
    pub(crate) fn is_person(&self) -> bool {
        self.person.is_some()
    }

    /// The person's name; empty for a visitor.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The person's address.
    pub(crate) fn email(&self) -> String {
        super::people::email_of(&self.name)
    }

    /// Opens a page.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(&Request { path, ..Request::default() })
    }

    /// Sends a form that is made up here, with the right form token.
    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.form_token();
        let named = fields.iter().any(|(name, _)| *name == "form_token");
        let mut all: Vec<(&str, &str)> = fields.to_vec();
        if !named {
            all.push(("form_token", &token));
        }
        self.post_exactly(path, &all)
    }

    /// Sends a form with these fields and no others.
    pub(crate) fn post_exactly(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).expect("a form");
        self.send(&Request {
            method: "POST",
            path,
            headers: &[("content-type", "application/x-www-form-urlencoded")],
            body: body.as_bytes(),
            ..Request::default()
        })
    }

    /// Opens `page`, fills in the form that goes to `action` and sends it. What the form holds
    /// already is sent along, as a browser does; `fields` must be fields of the form.
    #[track_caller]
    pub(crate) fn send_form(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.get(page);
        assert_eq!(shown.status, 200, "{shown}");
        let document = shown.page();
        let known = document.field_names(action);
        let mut filled = document.form_fields(action);
        for (name, value) in fields {
            assert!(known.iter().any(|known| known == name), "{page}: the form {action} has no {name:?}: {known:?}");
            filled.retain(|(known, _)| known != name);
            filled.push(((*name).to_owned(), (*value).to_owned()));
        }
        let filled: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post_exactly(action, &filled)
    }

    /// Opens the page that an answer leads to.
    #[track_caller]
    pub(crate) fn follow(&self, answer: &Answer) -> Answer {
        self.get(answer.location())
    }

    /// Asks the API.
    pub(crate) fn api_get(&self, path: &str) -> Answer {
        self.api("GET", path, None)
    }

    /// Asks the API to make or do something.
    pub(crate) fn api_post(&self, path: &str, body: &serde_json::Value) -> Answer {
        self.api("POST", path, Some(body))
    }

    /// Asks the API to set something.
    pub(crate) fn api_put(&self, path: &str, body: &serde_json::Value) -> Answer {
        self.api("PUT", path, Some(body))
    }

    /// Asks the API to take something away.
    pub(crate) fn api_delete(&self, path: &str) -> Answer {
        self.api("DELETE", path, None)
    }

    fn api(&self, method: &str, path: &str, body: Option<&serde_json::Value>) -> Answer {
        let bearer = self.person.map(|_| format!("Bearer {}", self.api_token()));
        let mut headers = vec![("accept", "application/json")];
        headers.extend(bearer.as_deref().map(|bearer| ("authorization", bearer)));
        headers.extend(body.map(|_| ("content-type", "application/json")));
        let body = body.map(ToString::to_string).unwrap_or_default();
        self.send(&Request { method, path, headers: &headers, body: body.as_bytes(), without_cookies: true })
    }

    /// The token for the API of this client.
    #[track_caller]
    pub(crate) fn api_token(&self) -> String {
        let person = self.id();
        self.bearer.get_or_init(|| self.new_api_token(person)).clone()
    }

    fn new_api_token(&self, person: PersonId) -> String {
        let now = self.db.clock().now();
        let until = now.plus_days(session::API_TOKEN_DAYS);
        let row = self.db.write(|tx| accounts::store::insert_session(tx, person, "api", "test", until));
        let row = row.expect("a row for the token").get();
        session::sign(&self.town, session::Purpose::Api, row, now, until).expect("a token")
    }

    /// The form token that fits this browser.
    pub(crate) fn form_token(&self) -> String {
        let visitor = self.jar().entry(cookies::VISITOR.to_owned()).or_insert_with(fresh_visitor).clone();
        token_for(&self.town, &visitor)
    }

    /// A cookie that this browser holds.
    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.jar().get(name).cloned()
    }

    /// Gives this browser a cookie.
    pub(crate) fn set_cookie(&self, name: &str, value: &str) {
        self.jar().insert(name.to_owned(), value.to_owned());
    }

    /// Any request.
    pub(crate) fn send(&self, request: &Request<'_>) -> Answer {
        let method = if request.method.is_empty() { "GET" } else { request.method };
        let asked = format!("{method} {}", request.path);
        let mut wire = ureq::http::Request::builder().method(method).uri(format!("{}{}", self.base, request.path));
        for (name, value) in request.headers {
            wire = wire.header(*name, *value);
        }
        let cookies = self.jar().iter().fold(String::new(), |mut line, (name, value)| {
            let separator = if line.is_empty() { "" } else { "; " };
            let _infallible = write!(line, "{separator}{name}={value}");
            line
        });
        if !cookies.is_empty() && !request.without_cookies {
            wire = wire.header("cookie", cookies);
        }
        let wire = wire.body(request.body.to_vec()).unwrap_or_else(|error| panic!("{asked}: {error}"));
        let response = self.agent.run(wire);
        let mut response = response.unwrap_or_else(|error| panic!("{asked}: {error}"));
        let headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .map(|(name, value)| (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        if !request.without_cookies {
            self.keep_cookies(&headers);
        }
        let bytes = response.body_mut().with_config().limit(50_000_000).read_to_vec();
        let bytes = bytes.unwrap_or_else(|error| panic!("{asked}: {error}"));
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: response.status().as_u16(), headers, bytes, body, asked }
    }

    fn keep_cookies(&self, headers: &[(String, String)]) {
        for (_, value) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let Some((name, value)) = value.split(';').next().and_then(|pair| pair.split_once('=')) else { continue };
            if value.is_empty() {
                self.jar().remove(name);
            } else {
                self.jar().insert(name.to_owned(), value.to_owned());
            }
        }
    }

    fn jar(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.jar.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn fresh_visitor() -> String {
    random_token(&Random::System)
}

//! What is asked of the server.

use std::sync::Arc;

use crate::client::Request;
use crate::fill::Filled;
use crate::serve::CONSTANT;
use crate::site::Callers;

/// One request, before it is known where it goes.
pub(crate) struct Ask {
    path: String,
    who: Who,
}

enum Who {
    Visitor,
    /// With the cookie of a sign-in.
    SignedIn(String),
    /// With an API token, sending JSON, or nothing.
    Caller(String, String),
}

impl Ask {
    fn page(path: String) -> Self {
        Self { path, who: Who::Visitor }
    }

    /// As it goes to the program.
    pub(crate) fn request(&self) -> Request {
        self.to(&self.path)
    }

    /// The same method, token and JSON to a route that sends a constant body of this size.
    pub(crate) fn constant(&self, bytes: u64) -> Request {
        self.to(&format!("{CONSTANT}{bytes}"))
    }

    fn to(&self, path: &str) -> Request {
        match &self.who {
            Who::Visitor => Request::get(path, None),
            Who::SignedIn(token) => Request::get(path, Some(token)),
            Who::Caller(token, json) => Request::post(path, token, json),
        }
    }
}

/// What is measured in one row of the table.
pub(crate) struct Scenario {
    pub(crate) title: &'static str,
    pub(crate) make: Make,
    /// Beside it a bare insert is measured.
    pub(crate) beside_an_insert: bool,
    /// What somebody else does meanwhile, [`CHANGES_PER_SECOND`] times a second.
    pub(crate) meanwhile: Option<Make>,
}

/// Makes the request with a number.
pub(crate) type Make = Arc<dyn Fn(u64) -> Ask + Send + Sync>;

/// Changes that are made while pages are read, where that is measured: far more than a town makes.
pub(crate) const CHANGES_PER_SECOND: u32 = 20;

impl Scenario {
    /// Whether it changes something.
    pub(crate) fn is_a_change(&self) -> bool {
        matches!((self.make)(0).who, Who::Caller(..))
    }
}

/// All of them, in the order of the table.
pub(crate) fn all(filled: &Filled, callers: &Callers) -> Vec<Scenario> {
    let mut scenarios = pages(filled, callers);
    let change = |title, make| Scenario { title, make, beside_an_insert: false, meanwhile: None };
    scenarios.push(Scenario { beside_an_insert: true, ..change("support", support(filled, callers)) });
    scenarios.push(change("comment", comment(filled, callers)));
    scenarios.push(change("post an idea", post(filled, callers)));
    scenarios
}

fn pages(filled: &Filled, callers: &Callers) -> Vec<Scenario> {
    let read = |title, path: String| Scenario {
        title,
        make: Arc::new(move |_| Ask::page(path.clone())),
        beside_an_insert: false,
        meanwhile: None,
    };
    let vary = |title, make: Make| Scenario { title, make, beside_an_insert: false, meanwhile: None };
    let list = || "/ideas".to_owned();
    let detail = || format!("/ideas/{}", filled.measured);
    let changing = |title, path| Scenario { meanwhile: Some(comment(filled, callers)), ..read(title, path) };
    let Filled { sample, questions, .. } = filled.clone();
    let again = questions.clone();
    vec![
        read("list", list()),
        vary("list, signed in", signed_in(list(), callers)),
        changing("list, 20 changes a second", list()),
        read("list, one theme", "/ideas?theme=fritid".to_owned()),
        vary("list, one theme, signed in", signed_in("/ideas?theme=fritid".to_owned(), callers)),
        vary(
            "list, theme, area and state, signed in",
            signed_in("/ideas?theme=utbildning&area=norra&state=declined".to_owned(), callers),
        ),
        vary("list, most supported, signed in", signed_in("/ideas?sort=support".to_owned(), callers)),
        vary("list, from the middle, signed in", signed_in(format!("/ideas?cursor={}", filled.middle), callers)),
        read("detail, 50 comments", detail()),
        vary("detail, 50 comments, signed in", signed_in(detail(), callers)),
        changing("detail, 50 comments, 20 changes a second", detail()),
        vary("detail, any idea", Arc::new(move |turn| Ask::page(format!("/ideas/{}", at(&sample, turn))))),
        vary("search", Arc::new(move |turn| Ask::page(search("/search", at(&questions, turn))))),
        vary("similar ideas while writing", Arc::new(move |turn| Ask::page(search("/similar.json", at(&again, turn))))),
    ]
}

fn signed_in(path: String, callers: &Callers) -> Make {
    let sessions = callers.sessions.clone();
    Arc::new(move |turn| Ask { path: path.clone(), who: Who::SignedIn(at(&sessions, turn).to_owned()) })
}

fn search(path: &str, question: &str) -> String {
    let name = if path == "/search" { "q" } else { "text" };
    let query = serde_urlencoded::to_string([(name, question)]).unwrap_or_default();
    format!("{path}?{query}")
}

fn support(filled: &Filled, callers: &Callers) -> Make {
    let (open, tokens) = (filled.open.clone(), callers.tokens.clone());
    Arc::new(move |turn| {
        // Everybody supports one idea after the other: each pair comes once.
        let ideas = u64::try_from(open.len()).unwrap_or(1).max(1);
        let path = format!("/api/v1/ideas/{}/support", at(&open, turn));
        Ask { path, who: Who::Caller(at(&tokens, turn / ideas).to_owned(), String::new()) }
    })
}

fn comment(filled: &Filled, callers: &Callers) -> Make {
    let (open, tokens) = (filled.open.clone(), callers.tokens.clone());
    Arc::new(move |turn| {
        let path = format!("/api/v1/ideas/{}/comments", at(&open, turn));
        let body = format!("Det här behöver vi på gården, och det blir bättre för alla barn. ({turn})");
        let json = serde_json::json!({ "kind": "for", "body": body });
        Ask { path, who: Who::Caller(at(&tokens, turn).to_owned(), json.to_string()) }
    })
}

fn post(filled: &Filled, callers: &Callers) -> Make {
    let (questions, tokens) = (filled.questions.clone(), callers.tokens.clone());
    let body = "Många går förbi här varje dag. Det saknas en plats där man kan stanna, vila och prata. ".repeat(5);
    Arc::new(move |turn| {
        let title = format!("Fler {} vid torget, nummer {turn}", at(&questions, turn));
        let json = serde_json::json!({ "title": title, "body": body, "area": "norra", "author_name": "Amina" });
        Ask { path: "/api/v1/ideas".to_owned(), who: Who::Caller(at(&tokens, turn).to_owned(), json.to_string()) }
    })
}

fn at(list: &[String], turn: u64) -> &str {
    let place = usize::try_from(turn).unwrap_or(0) % list.len().max(1);
    list.get(place).map_or("", String::as_str)
}

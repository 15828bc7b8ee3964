//! What is asked of the server.

use crate::client::Request;
use crate::fill::Filled;
use crate::serve::CONSTANT;

/// One request, before it is known where it goes.
pub(crate) struct Ask {
    path: String,
    /// Token and JSON of a change.
    sent: Option<(String, String)>,
}

impl Ask {
    fn page(path: String) -> Self {
        Self { path, sent: None }
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
        match &self.sent {
            None => Request::get(path),
            Some((token, json)) => Request::post(path, Some(token), json),
        }
    }
}

/// What is measured in one row of the table.
pub(crate) struct Scenario {
    pub(crate) title: &'static str,
    /// Beside it a bare insert is measured.
    pub(crate) beside_an_insert: bool,
    pub(crate) make: Box<dyn Fn(u64) -> Ask + Sync>,
}

impl Scenario {
    /// Whether it changes something.
    pub(crate) fn is_a_change(&self) -> bool {
        (self.make)(0).sent.is_some()
    }
}

/// All of them, in the order of the table.
pub(crate) fn all(filled: &Filled, callers: &[String]) -> Vec<Scenario> {
    let mut scenarios = pages(filled);
    scenarios.extend(changes(filled, callers));
    scenarios
}

fn read(title: &'static str, make: impl Fn(u64) -> String + Sync + 'static) -> Scenario {
    Scenario { title, beside_an_insert: false, make: Box::new(move |turn| Ask::page(make(turn))) }
}

fn pages(filled: &Filled) -> Vec<Scenario> {
    let Filled { measured, middle, sample, questions, .. } = filled.clone();
    let again = questions.clone();
    vec![
        read("list", |_| "/ideas".to_owned()),
        read("list, one theme", |_| "/ideas?theme=fritid".to_owned()),
        read("list, theme, area and state", |_| "/ideas?theme=utbildning&area=norra&state=declined".to_owned()),
        read("list, most supported", |_| "/ideas?sort=support".to_owned()),
        read("list, a page from the middle", move |_| format!("/ideas?cursor={middle}")),
        read("detail, 50 comments", move |_| format!("/ideas/{measured}")),
        read("detail, any idea", move |turn| format!("/ideas/{}", at(&sample, turn))),
        read("search", move |turn| search("/search", at(&questions, turn))),
        read("similar ideas while writing", move |turn| search("/similar.json", at(&again, turn))),
    ]
}

fn search(path: &str, question: &str) -> String {
    let name = if path == "/search" { "q" } else { "title" };
    let query = serde_urlencoded::to_string([(name, question)]).unwrap_or_default();
    format!("{path}?{query}")
}

fn changes(filled: &Filled, callers: &[String]) -> Vec<Scenario> {
    let change = |title, beside_an_insert, make: Box<dyn Fn(u64) -> Ask + Sync>| Scenario { title, beside_an_insert, make };
    let (open, tokens) = (filled.open.clone(), callers.to_vec());
    let support = move |turn: u64| {
        // Everybody supports one idea after the other: each pair comes once.
        let ideas = u64::try_from(open.len()).unwrap_or(1).max(1);
        let path = format!("/api/v1/ideas/{}/support", at(&open, turn));
        Ask { path, sent: Some((at(&tokens, turn / ideas).to_owned(), "{}".to_owned())) }
    };
    let (open, tokens) = (filled.open.clone(), callers.to_vec());
    let comment = move |turn: u64| {
        let path = format!("/api/v1/ideas/{}/comments", at(&open, turn));
        let body = format!("Det här behöver vi på gården, och det blir bättre för alla barn. ({turn})");
        let json = serde_json::json!({ "kind": "for", "body": body });
        Ask { path, sent: Some((at(&tokens, turn).to_owned(), json.to_string())) }
    };
    let tokens = callers.to_vec();
    let questions = filled.questions.clone();
    let post = move |turn: u64| {
        let json = serde_json::json!({
            "title": format!("Fler {} vid torget, nummer {turn}", at(&questions, turn)),
            "body": "Många går förbi här varje dag. Det saknas en plats där man kan stanna, vila och prata. "
                .repeat(5),
            "area": "norra",
            "author_name": "Amina",
        });
        Ask { path: "/api/v1/ideas".to_owned(), sent: Some((at(&tokens, turn).to_owned(), json.to_string())) }
    };
    vec![
        change("support", true, Box::new(support)),
        change("comment", false, Box::new(comment)),
        change("post an idea", false, Box::new(post)),
    ]
}

fn at(list: &[String], turn: u64) -> &str {
    let place = usize::try_from(turn).unwrap_or(0) % list.len().max(1);
    list.get(place).map_or("", String::as_str)
}

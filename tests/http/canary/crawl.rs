//! Everything that a client can fetch: each route with everything that its address can name, each
//! page that another leads to, and each search.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use medskapa::db::schema::{ideas, steering_groups};
use medskapa::routes::ROUTES;

use crate::support::{Answer, Client, TestApp};

/// Ids of comments, ballots, reports, people … that are tried; more than there are of each.
const MOST_IDS: usize = 60;
/// Ids tried under each group.
const MOST_OF_A_GROUP: usize = 6;
/// Pages that are followed from others; a list that leads on for ever is a fault of its own.
const MOST_PAGES: usize = 3_000;

/// Answers by what was asked.
pub(super) struct Fetched(BTreeMap<String, Answer>);

impl Fetched {
    /// Fetches everything that there is for this client.
    pub(super) fn by(client: &Client, app: &TestApp) -> Self {
        let mut fetched = Self(BTreeMap::new());
        let mut waiting: Vec<String> = addresses(app);
        let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
        while let Some(path) = waiting.pop() {
            let answer =
                if path.starts_with("/api/") && client.is_person() { client.api_get(&path) } else { client.get(&path) };
            assert!(answer.status < 500, "{answer}");
            for next in leads_to(&answer) {
                if known.insert(next.clone()) {
                    waiting.push(next);
                }
            }
            fetched.0.insert(path, answer);
            assert!(fetched.0.len() < MOST_PAGES, "there is no end to the pages");
        }
        fetched
    }

    /// Where a word stands, whatever the case of its letters.
    pub(super) fn places(&self, word: &str) -> Vec<&str> {
        let holds_it = |answer: &Answer| {
            let headers = answer.headers.iter().map(|(_, value)| value.as_str());
            headers.chain([answer.body.as_str()]).any(|text| holds(text, word))
        };
        self.0.iter().filter(|(_, answer)| holds_it(answer)).map(|(path, _)| path.as_str()).collect()
    }

    /// How many were fetched, and how many of these were there.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.0.len(), self.0.values().filter(|answer| answer.status == 200).count())
    }
}

/// Whether a word stands in a text, whatever the case of its letters, and not only as the beginning
/// of a longer one.
pub(super) fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let mut places = text.match_indices(&word).map(|(at, _)| at + word.len());
    places.any(|end| text.get(end..).is_some_and(|after| !after.starts_with(char::is_alphanumeric)))
}

/// The ideas that a word finds, in every way of looking for one.
pub(super) fn found_by(client: &Client, word: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let query = |name: &str, words: &str| serde_urlencoded::to_string([(name, words)]).expect("a query");
    let asked = query("q", word);
    for path in [format!("/search?{asked}"), format!("/ideas?{asked}")] {
        let page = client.get(&path).expect(200).page();
        found.extend(page.links().into_iter().map(|(_, path)| path).filter(|path| is_of_an_idea(path)));
    }
    for path in [format!("/api/v1/search?{asked}"), format!("/api/v1/ideas?{asked}")] {
        let list = client.get(&path).expect(200).json();
        let numbers = list["ideas"].as_array().expect("a list").iter().filter_map(|idea| idea["number"].as_str());
        found.extend(numbers.map(|number| format!("/ideas/{number}")));
    }
    for path in ["/completions.json", "/api/v1/search/completions"] {
        // All but the last letter: the rest is what must not be told.
        let typed: String = word.chars().take(word.chars().count().saturating_sub(1)).collect();
        let answer = client.get(&format!("{path}?{}", query("q", &typed))).expect(200).json();
        let words = answer["completions"].as_array().expect("a list").iter().filter_map(|word| word.as_str());
        found.extend(
            words.filter(|completed| completed.contains(word)).map(|completed| format!("completed: {completed}")),
        );
    }
    let alike = client.get(&format!("/similar.json?{}", query("text", &format!("{word} {word}")))).expect(200).json();
    let paths = alike["ideas"].as_array().expect("a list").iter().filter_map(|idea| idea["url"].as_str());
    found.extend(paths.map(str::to_owned));
    found
}

fn is_of_an_idea(path: &str) -> bool {
    path.strip_prefix("/ideas/").is_some_and(|rest| rest.starts_with("20"))
}

/// The address of every route that is read, with everything that can stand in it.
fn addresses(app: &TestApp) -> Vec<String> {
    let (numbers, slugs): (Vec<Option<String>>, Vec<String>) = app.read(|conn| {
        Ok((
            ideas::table.select(ideas::number).load(conn)?,
            steering_groups::table.select(steering_groups::slug).load(conn)?,
        ))
    });
    let ids: Vec<String> = (1..=MOST_IDS).map(|id| id.to_string()).collect();
    let numbers: Vec<String> = numbers.into_iter().flatten().collect();
    let values = |path: &str, name: &str| match name {
        "number" => numbers.clone(),
        "slug" => slugs.clone(),
        // Under a group there are few seats and reports.
        "id" if path.starts_with("/groups/") || path.starts_with("/api/v1/groups/") => {
            ids.iter().take(MOST_OF_A_GROUP).cloned().collect()
        }
        "id" => ids.clone(),
        "theme" => app.town.settings.themes.clone(),
        "code" => vec!["sv".to_owned(), "en".to_owned()],
        // Words that nobody could guess, and files: pages lead to those that there are.
        "token" | "hash" | "table" | "kind" => Vec::new(),
        other => panic!("what can {other} in {path} be?"),
    };
    let mut all = Vec::new();
    let mut waiting: Vec<String> =
        ROUTES.iter().filter(|route| route.method == "GET").map(|route| route.path.to_owned()).collect();
    while let Some(path) = waiting.pop() {
        let Some((before, rest)) = path.split_once('{') else {
            all.push(path);
            continue;
        };
        let (name, after) = rest.split_once('}').expect("the end of a name");
        waiting.extend(values(&path, name).iter().map(|value| format!("{before}{value}{after}")));
    }
    all
}

/// Our own addresses that an answer leads to. Where one goes after signing in, and the language of
/// a page, make as many addresses as there are pages and show nothing else.
fn leads_to(answer: &Answer) -> Vec<String> {
    let mut paths: Vec<String> = answer.header("location").map(str::to_owned).into_iter().collect();
    if answer.body.contains("<html") {
        paths.extend(answer.page().links().into_iter().map(|(_, path)| path));
    }
    let paths = paths.into_iter().map(|path| path.split('#').next().unwrap_or_default().to_owned());
    paths
        .filter(|path| path.starts_with('/') && !path.starts_with("/sign-in?") && !path.starts_with("/language/"))
        .collect()
}

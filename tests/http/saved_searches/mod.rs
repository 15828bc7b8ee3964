//! Saved searches: what is told, to whom, and what it costs.

mod news;
mod pages;
mod work;

use diesel::prelude::*;
use medskapa::db::schema::{saved_search_hits, saved_searches, watched_queries, watched_terms};
use medskapa::ideas::store;
use medskapa::saved_searches::Outcome;
use medskapa::workers;
use serde_json::{Value, json};

use crate::support::{Client, Kind, TestApp};

/// A town that shows comments at once.
fn town(kind: Kind) -> Option<TestApp> {
    TestApp::with(kind, |config| config.town.comments_are_reviewed = false)
}

/// Saves a search; gives its number. A minute passes.
#[track_caller]
fn save(app: &TestApp, client: &Client, query: &str) -> i64 {
    let saved = client.api_post("/api/v1/saved-searches", &json!({ "query": query })).expect(201).json();
    app.advance_minutes(1);
    saved["id"].as_i64().expect("a number")
}

/// As [`save`], for words.
#[track_caller]
fn save_words(app: &TestApp, client: &Client, words: &str) -> i64 {
    save(app, client, &serde_urlencoded::to_string([("q", words)]).expect("a query"))
}

/// Sends an idea; gives its number.
#[track_caller]
fn send(app: &TestApp, title: &str, body: &str) -> String {
    let idea = json!({ "title": title, "body": body, "area": "svartedalen", "author_name": "Olle" });
    let sent = app.resident("Olle").api_post("/api/v1/ideas", &idea).expect(201).json();
    sent["number"].as_str().expect("a number").to_owned()
}

/// What a moderator decides about an idea. A minute passes.
#[track_caller]
fn judge(app: &TestApp, number: &str, path: &str, fields: &[(&str, &str)]) {
    let version = app.read(|conn| store::load_by_number(conn, number)).version.to_string();
    let fields = [fields, &[("version", &*version)]].concat();
    app.moderator("Mona").post(path, &fields).expect(303);
    app.advance_minutes(1);
}

/// Sends and publishes an idea; gives its number.
#[track_caller]
pub(crate) fn publish(app: &TestApp, title: &str, body: &str) -> String {
    app.group("utbildning");
    let number = send(app, title, body);
    let fields = [("choice", "publish"), ("theme", "utbildning"), ("group", "utbildning")];
    judge(app, &number, &format!("/moderation/ideas/{number}"), &fields);
    number
}

#[track_caller]
fn hide(app: &TestApp, number: &str) {
    let fields = [("choice", "hide"), ("ground", "R5"), ("words", "Texten kränker någon grovt.")];
    judge(app, number, &format!("/moderation/ideas/{number}/visibility"), &fields);
}

#[track_caller]
fn say(app: &TestApp, number: &str, words: &str) {
    let comment = json!({ "kind": "addition", "body": words });
    app.resident("Kim").api_post(&format!("/api/v1/ideas/{number}/comments"), &comment).expect(201);
    app.advance_minutes(1);
}

/// Asks the saved searches of everything that has changed.
#[track_caller]
fn look(app: &TestApp) -> Outcome {
    workers::watch(&app.parts()).expect("the searches are asked")
}

fn hits(client: &Client, id: i64) -> Value {
    client.api_get(&format!("/api/v1/saved-searches/{id}/hits")).expect(200).json()
}

/// The numbers of the ideas that are new to somebody.
fn news(client: &Client, id: i64) -> Vec<String> {
    let hits = hits(client, id);
    let new = hits["hits"].as_array().expect("a list").iter().filter(|hit| hit["is_new"] == json!(true));
    new.map(|hit| hit["number"].as_str().expect("a number").to_owned()).collect()
}

/// How many rows there are of searches, questions, terms and hits.
fn rows(app: &TestApp) -> [i64; 4] {
    app.read(|conn| {
        Ok([
            saved_searches::table.count().get_result(conn)?,
            watched_queries::table.count().get_result(conn)?,
            watched_terms::table.count().get_result(conn)?,
            saved_search_hits::table.count().get_result(conn)?,
        ])
    })
}

//! The description of the API is the one that is written down, names every route, and is true:
//! every answer fits its shape, and every body that the examples send does.

mod shapes;

use std::collections::BTreeSet;

use medskapa::policy::{Relation, Verdict, verdict};
use medskapa::routes::ROUTES;
use medskapa::web::{Edge, RouteInfo};
use serde_json::{Value, json};

use crate::examples::{self, Example, Scene};
use crate::support::{Answer, Client, Kind, Staged, State, TestApp};
use shapes::Shapes;

fn served() -> Option<(TestApp, Value)> {
    let app = TestApp::new(Kind::Sqlite)?;
    let document = app.visitor().api_get("/api/v1/openapi.json").expect(200).json();
    Some((app, document))
}

fn routes_of_the_api() -> impl Iterator<Item = &'static RouteInfo> {
    ROUTES.iter().filter(|route| route.edge() == Edge::Api)
}

fn operation<'d>(document: &'d Value, route: &RouteInfo) -> &'d Value {
    &document["paths"][route.path][route.method.to_ascii_lowercase()]
}

#[test]
fn the_served_document_is_the_one_that_is_written_down() {
    let Some((_app, document)) = served() else { return };

    let written = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/generated/openapi.json");
    let written = std::fs::read_to_string(written).expect("the written document");

    let written: Value = serde_json::from_str(&written).expect("JSON");
    // Not assert_eq: it would print both in full.
    assert!(document == written, "not the same; run `make docs` and look at what has changed");
    assert_eq!(document["openapi"], json!("3.1.0"));
}

#[test]
fn every_route_of_the_api_is_described_and_nothing_else() {
    let Some((_app, document)) = served() else { return };

    let mut described = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        described.extend(methods.as_object().unwrap().keys().map(|method| (path.clone(), method.to_ascii_uppercase())));
    }

    let routes: BTreeSet<_> =
        routes_of_the_api().map(|route| (route.path.to_owned(), route.method.to_owned())).collect();
    assert_eq!(described, routes);
}

#[test]
fn every_operation_says_what_it_does_and_has_a_name_of_its_own() {
    let Some((_app, document)) = served() else { return };
    let mut names = BTreeSet::new();

    for route in routes_of_the_api() {
        let operation = operation(&document, route);
        assert!(
            operation["summary"].as_str().is_some_and(|summary| summary.len() > 3),
            "{} {}",
            route.method,
            route.path
        );
        assert!(names.insert(operation["operationId"].as_str().unwrap()), "{operation}");
        let in_path: Vec<&str> = route.path.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let described: Vec<&str> = parameters
            .filter(|parameter| parameter["in"] == json!("path") && parameter["required"] == json!(true))
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        assert_eq!(described, in_path);
        let takes_a_body = matches!(examples_of(route).body, examples::Body::Fields(fields) if !fields.is_empty());
        assert_eq!(operation["requestBody"].is_object(), takes_a_body, "{} {}", route.method, route.path);
    }
}

#[test]
fn every_reference_leads_to_a_shape_and_every_shape_is_used() {
    let Some((_app, document)) = served() else { return };
    let mut referred = BTreeSet::new();

    collect_references(&document, &mut referred);

    let schemas = document["components"]["schemas"].as_object().unwrap().keys();
    let known: BTreeSet<String> = schemas.map(|name| format!("#/components/schemas/{name}")).collect();
    assert_eq!(referred, known);
    // What is written for readers of the program says nothing to readers of the document.
    assert!(!document.to_string().contains("[`"), "a link to something in the sources");
}

fn collect_references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect_references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_references(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_way_to_sign_in_is_named_and_asked_for_where_the_table_does() {
    let Some((_app, document)) = served() else { return };

    let scheme = &document["components"]["securitySchemes"]["bearer"];
    assert_eq!(
        (&scheme["type"], &scheme["scheme"], &scheme["bearerFormat"]),
        (&json!("http"), &json!("bearer"), &json!("JWT"))
    );
    for route in routes_of_the_api() {
        let open = verdict(route.action, Relation::Anyone) == Verdict::Yes;
        let expected = if open { json!([{}, { "bearer": [] }]) } else { json!([{ "bearer": [] }]) };
        assert_eq!(operation(&document, route)["security"], expected, "{} {}", route.method, route.path);
    }
}

fn examples_of(route: &RouteInfo) -> Example {
    let mut same =
        examples::all().into_iter().filter(|example| example.route == route.path && example.method == route.method);
    same.next().expect("an example")
}

/// The JSON that an example sends, with the version that the idea has now.
fn body(app: &TestApp, example: &Example, scene: &Scene<'_>) -> Value {
    let Some(idea) = scene.idea else { return json!({}) };
    let mut object = serde_json::Map::new();
    for (name, value) in example.fields(scene) {
        let version = || idea.version(app).parse::<i64>().unwrap().into();
        object.insert(name.to_owned(), if name == "version" { version() } else { value.into() });
    }
    Value::Object(object)
}

fn send(client: &Client, example: &Example, path: &str, body: &Value) -> Answer {
    match example.method {
        "GET" => client.api_get(path),
        "POST" => client.api_post(path, body),
        "PUT" => client.api_put(path, body),
        _ => client.api_delete(path),
    }
}

/// Everyone who can do something about an idea.
fn askers(app: &TestApp, idea: &Staged) -> Vec<Client> {
    let somebody = [app.visitor(), app.resident("Rut"), app.moderator("Siv"), app.process("Petra"), app.admin("Ada")];
    let cast = [&idea.author, &idea.chair, &idea.member, &idea.owner, &idea.asked].map(Clone::clone);
    somebody.into_iter().chain(cast).chain([app.chair_of(app.group("fritid"))]).collect()
}

#[test]
fn every_answer_and_every_body_fits_its_shape() {
    let Some((app, document)) = served() else { return };
    let shapes = Shapes::of(&document);
    app.follow_search();
    let mut never_done = Vec::new();
    // The group that the example hands over to needs somebody to ask.
    app.chair_of(app.group("arbete"));

    for route in routes_of_the_api() {
        let (example, operation) = (examples_of(route), operation(&document, route));
        let states = if example.states().is_empty() { &[State::Open][..] } else { example.states() };
        let (mut is_done, mut refusals) = (false, BTreeSet::new());
        for state in states {
            // One success is enough of a change; reading looks different in every state.
            if is_done && example.is_change() {
                break;
            }
            let idea = staged(&app, route, *state);
            for client in askers(&app, &idea) {
                let scene = Scene { client: Some(&client), ..Scene::of(&app, &idea) };
                let sent = body(&app, &example, &scene);
                if example.is_change() && !operation["requestBody"].is_null() {
                    let shape = &operation["requestBody"]["content"]["application/json"]["schema"];
                    assert_eq!(shapes.faults(shape, &sent), Vec::<String>::new(), "{} {}", route.method, route.path);
                }
                let answer = send(&client, &example, &example.path(&scene), &sent);
                let responses = &operation["responses"];
                let known = responses.get(answer.status.to_string());
                let shape = &known.unwrap_or(&responses["default"])["content"]["application/json"]["schema"];
                assert_eq!(shapes.faults(shape, &answer.json()), Vec::<String>::new(), "{answer}");
                assert_eq!(known.is_some(), answer.status < 400, "{answer}");
                is_done |= answer.status < 400;
                if answer.status >= 400 {
                    refusals.insert(answer.body);
                }
            }
        }
        if !is_done {
            never_done.push((route.method, route.path, refusals));
        }
    }

    assert!(never_done.is_empty(), "nobody could do this, and why: {never_done:#?}");
}

/// An idea in a state, with what an operation needs beside that.
fn staged(app: &TestApp, route: &RouteInfo, state: State) -> Staged {
    let idea = app.idea_in(state);
    if route.path.ends_with("/handover/answer") && state.is_with_group() {
        app.offer(&idea, app.group("fritid"));
    }
    if route.path.ends_with("/ballots/{id}/result") {
        // Nobody votes before it closes, so it gives no answer.
        app.advance_days(7);
        app.run_jobs();
    }
    idea
}

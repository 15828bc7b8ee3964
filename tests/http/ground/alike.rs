//! What is hidden, what is somebody else's and what does not exist look the same.

use crate::examples::{self, Example, Scene, Subject};
use crate::support::{Answer, Client, State};

/// Headers that differ from one answer to the next whatever is asked; whether the connection stays
/// open depends on how much of the body had arrived when the answer was ready.
const OF_THE_MOMENT: &[&str] = &["date", "x-request-id", "set-cookie", "connection"];

/// Words in braces that stand for a part of an idea with an address of its own.
const PARTS: &[&str] = &["{question}", "{waiting_comment}", "{report}", "{ballot}", "{inquiry}"];

fn of_an_idea() -> Vec<Example> {
    let all = examples::all().into_iter();
    all.filter(|example| matches!(example.subject, Subject::Idea(_)) && example.route.contains("{number}")).collect()
}

/// Sends the example with this number in its address.
fn ask(client: &Client, example: &Example, number: &str, scene: &Scene<'_>) -> Answer {
    let path = example.path.unwrap_or(example.route).replace("{number}", number);
    examples::send_to(client, example, &scene.fill(&path), scene)
}

fn lasting(answer: &Answer) -> (u16, Vec<(String, String)>, Vec<u8>) {
    let headers = answer.headers.iter().filter(|(name, _)| !OF_THE_MOMENT.contains(&name.as_str()));
    let mut headers: Vec<_> = headers.cloned().collect();
    // Their order is chance.
    headers.sort();
    (answer.status, headers, answer.bytes.clone())
}

on_both_databases! {
    fn a_hidden_a_foreign_and_a_missing_idea_answer_byte_for_byte_alike(app: TestApp) {
        let hidden = app.idea_in(State::Open);
        app.hide(&hidden);
        let screening = app.idea_in(State::Screening);
        let returned = app.idea_in(State::Returned);
        let refused = app.idea_in(State::Refused);
        let scene = Scene::of(&app, &hidden);
        let strangers = [app.visitor(), app.resident("Rut"), app.process("Petra")];

        for client in &strangers {
            for example in of_an_idea() {
                let missing = ask(client, &example, "2026-9999", &scene);
                assert_eq!(missing.status, 404, "{missing}");
                for idea in [&hidden, &screening, &returned, &refused] {
                    let answer = ask(client, &example, &idea.number, &scene);
                    assert_eq!(lasting(&answer), lasting(&missing), "{} {answer}", client.name());
                }
                for number in ["x", "2026-1", "20260001", "2026-0001-1"] {
                    let answer = ask(client, &example, number, &scene);
                    assert_eq!(lasting(&answer), lasting(&missing), "{} {answer}", client.name());
                }
            }
        }
    }

    fn a_part_of_a_hidden_idea_answers_as_one_that_does_not_exist(app: TestApp) {
        let strangers = [app.visitor(), app.resident("Rut"), app.process("Petra")];
        let mut compared = 0;

        for example in examples::all() {
            let (Some(path), Some(state)) = (example.path, example.states().first()) else { continue };
            let Some(part) = PARTS.iter().find(|part| path.contains(**part)) else { continue };
            let idea = app.idea_in(*state);
            let scene = Scene::of(&app, &idea);
            let there = example.path(&scene);
            let missing = scene.fill(&path.replace(part, "999999"));
            app.hide(&idea);

            for client in &strangers {
                let of_hidden = examples::send_to(client, &example, &there, &scene);
                let of_nothing = examples::send_to(client, &example, &missing, &scene);
                assert_eq!(of_nothing.status, 404, "{of_nothing}");
                assert_eq!(lasting(&of_hidden), lasting(&of_nothing), "{} {of_hidden}", client.name());
                compared += 1;
            }
        }

        assert!(compared > 0, "no route leads to a part of an idea");
    }
}

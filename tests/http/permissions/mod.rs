//! Every route × every persona × every state of an idea, against the permission table.
//!
//! What is expected follows from the table ([`medskapa::policy`]) and from what this file says
//! each persona is to the idea; how the program finds that out is what is tested. Whether a thing
//! can be done *now* is the life cycle's matter: here only "no sign-in", "not allowed" and "not to
//! be seen" count, everything else is a yes.

mod personas;
mod states;

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use medskapa::db::schema::ideas;
use medskapa::error::Error;
use medskapa::policy::{self, Standing};

use crate::examples::{self, Example, Scene};
use crate::support::{Answer, Kind, Staged, State, TestApp};
use personas::Persona;

/// What a persona gets who may not, by the table; none for one who may.
fn refusal(example: &Example, standing: &Standing, persona: &Persona) -> Option<u16> {
    // A token that is no longer good is told as such, whatever is asked.
    if persona.suspended && example.is_api() {
        return Some(401);
    }
    if !standing.sees_subject {
        return Some(404);
    }
    policy::authorise(standing, example.info().action).err().map(|error| error.code().status())
}

/// Answers that differ from the table, by what was asked, with everyone who got them.
#[derive(Default)]
struct Faults(BTreeMap<String, BTreeSet<String>>);

impl Faults {
    /// Compares an answer with what the table says to this persona.
    fn compare(&mut self, answer: &Answer, example: &Example, persona: &Persona, standing: &Standing) {
        let expected = refusal(example, standing, persona);
        let right = match expected {
            Some(status) => answer.status == status,
            None => !matches!(answer.status, 401 | 403 | 404) && answer.status < 500,
        };
        if !right {
            let wanted = expected.map_or_else(|| "a yes".to_owned(), |status| status.to_string());
            let what = format!("{} {} gives {}, wanted {wanted}", example.method, example.route, answer.status);
            self.0.entry(what).or_default().insert(persona.name.to_owned());
        }
    }

    #[track_caller]
    fn assert_none(self, about: &str) {
        let lines: Vec<String> = self
            .0
            .iter()
            .map(|(what, who)| format!("  {what} – {}", who.iter().cloned().collect::<Vec<_>>().join(", ")))
            .collect();
        assert!(lines.is_empty(), "{about}: answers differ from the table:\n{}", lines.join("\n"));
    }
}

pub(crate) fn check_state(kind: Kind, state: State) {
    let Some(app) = TestApp::with(kind, |config| config.example_town = true) else { return };
    let personas = personas::all(&app);
    let examples: Vec<Example> =
        examples::all().into_iter().filter(|example| example.states().contains(&state)).collect();
    let mut faults = Faults::default();
    for persona in &personas {
        let mut idea = staged(&app, state, persona);
        for example in &examples {
            persona.prepare(&app, &idea);
            let scene = Scene { client: Some(&persona.client), ..Scene::of(&app, &idea) };
            let answer = examples::send(&persona.client, example, &scene);
            faults.compare(&answer, example, persona, &persona.to(state, example));
            // What has changed is set up anew.
            if example.is_change() && answer.status < 400 {
                idea = staged(&app, state, persona);
            }
        }
    }
    faults.assert_none(state.as_str());
}

/// An idea for this persona: offered to another group where that can be, and the persona's own
/// when it is the author.
fn staged(app: &TestApp, state: State, persona: &Persona) -> Staged {
    let idea = app.idea_in(state);
    if state.is_with_group() {
        app.offer(&idea, app.group(personas::RECEIVING_GROUP));
    }
    if persona.own {
        app.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            diesel::update(this).set(ideas::author_id.eq(persona.client.id())).execute(tx.conn)?;
            Ok(())
        });
    }
    idea
}

on_both_databases! {
    fn what_belongs_to_no_idea(kind: Kind) {
        let Some(app) = TestApp::with(kind, |config| config.example_town = true) else { return };
        let idea = app.idea_in(State::Open);
        let personas = personas::all(&app);
        let mut faults = Faults::default();

        for persona in &personas {
            for example in examples::all().iter().filter(|example| example.states().is_empty()) {
                // Some requests end sign-ins, so each is made in a browser of its own.
                let client = persona.fresh(&app);
                let scene = Scene { client: Some(&client), ..Scene::of(&app, &idea) };
                let answer = examples::send(&client, example, &scene);
                faults.compare(&answer, example, persona, &persona.beside_ideas(example));
            }
        }

        faults.assert_none("beside ideas");
    }

    fn the_program_finds_out_what_each_persona_is(app: TestApp) {
        let personas = personas::all(&app);

        for state in State::ALL.iter().filter(|state| **state != State::Draft) {
            for persona in personas.iter().filter(|persona| persona.client.is_person() && !persona.suspended) {
                let idea = staged(&app, *state, persona);
                let actor = persona.actor();
                let found = app.read(|conn| {
                    let idea = medskapa::ideas::store::load(conn, idea.id)?;
                    medskapa::ideas::standing::of(conn, &actor, &idea, app.today())
                });

                assert_eq!(found, persona.standing(*state, true), "{} in {state}", persona.name);
            }
        }
    }
}

/// The statuses by which the table says no.
#[test]
fn the_table_says_no_in_three_ways() {
    let statuses: Vec<u16> =
        [Error::NotFound, Error::Forbidden, Error::SignInNeeded].iter().map(|error| error.code().status()).collect();

    assert_eq!(statuses, [404, 403, 401]);
}

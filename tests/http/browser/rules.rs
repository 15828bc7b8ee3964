//! axe-core on every kind of page, and no page wider than its screen.

use super::{Browser, Screen, be, driver, screens};
use crate::database::say;
use crate::examples::{self, Example, Scene};
use crate::support::{Client, Staged, State, TestApp};

/// What is no page for people.
const NO_PAGES: &[&str] =
    &["/api/", "/feeds/", "/static/", "/healthz", "/readyz", "/metrics", "/similar.json", "/completions.json"];

/// The rules, or nothing (said in one line) when they are not installed.
pub(super) fn rules() -> Option<String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/node_modules/axe-core/axe.min.js");
    let found = std::fs::read_to_string(file).ok();
    if found.is_none() {
        let told = "passed over: axe-core is missing (npm ci --prefix tests/browser)";
        assert!(std::env::var_os("MEDSKAPA_TEST_ALL").is_none(), "{told}");
        say(told);
    }
    found
}

/// A page as somebody sees it.
struct View {
    who: Client,
    path: String,
}

/// Every kind of page once, and the page of an idea in each state, seen by somebody who may.
fn views(app: &TestApp) -> Vec<View> {
    let ideas: Vec<Staged> =
        State::ALL.iter().filter(|state| **state != State::Draft).map(|state| app.idea_in(*state)).collect();
    let staff = [app.visitor(), app.moderator("Mona"), app.admin("Ada"), app.process("Petra")];
    let mut views = Vec::new();
    for example in examples::all().iter().filter(|example| is_page(example)) {
        let about: Vec<&Staged> = ideas.iter().filter(|idea| example.states().contains(&idea.state(app))).collect();
        if about.is_empty() {
            let seen = staff.iter().chain([&ideas[0].chair]).find_map(|who| view(app, example, who, &ideas[0]));
            // Where nothing has begun, as a sign-in, the answer is a page that is seen elsewhere.
            assert!(seen.is_some() || leads_elsewhere(app, example, &ideas[0]), "nobody sees {}", example.route);
            views.extend(seen);
            continue;
        }
        let seen = about.iter().filter_map(|idea| {
            let own = [&idea.author, &idea.chair, &idea.owner, &idea.member];
            staff.iter().chain(own).find_map(|who| view(app, example, who, idea))
        });
        let all_states = example.route == "/ideas/{number}";
        let seen: Vec<View> = seen.take(if all_states { usize::MAX } else { 1 }).collect();
        assert!(!seen.is_empty(), "nobody sees {}", example.route);
        views.extend(seen);
    }
    // Visitors first, then everyone in turn: few sign-ins.
    views.sort_by_key(|view| (view.who.is_person(), view.who.name().to_owned()));
    views
}

fn is_page(example: &Example) -> bool {
    !example.is_change()
        && !NO_PAGES.iter().any(|start| example.route.starts_with(start))
        && example.route.rsplit('.').next() != Some("csv")
        && !example.route.ends_with("/html")
}

fn leads_elsewhere(app: &TestApp, example: &Example, idea: &Staged) -> bool {
    app.visitor().get(&example.path(&Scene::of(app, idea))).status == 303
}

/// The page, when this person gets one; that a link is too old is a page too.
fn view(app: &TestApp, example: &Example, who: &Client, idea: &Staged) -> Option<View> {
    let scene = Scene { client: Some(who), ..Scene::of(app, idea) };
    let path = example.path(&scene);
    let answer = who.get(&path);
    matches!(answer.status, 200 | 410).then(|| View { who: who.clone(), path })
}

#[test]
fn the_page_rules_find_a_picture_without_words() {
    let Some(rules) = rules() else { return };
    driver::with_browser(Screen { width: 360, scripts: true }, async |browser: &Browser| {
        browser.open("data:text/html,<html lang=sv><title>x</title><main><h1>x</h1><img src=x>").await;

        let found = browser.rule_faults(&rules).await;

        assert!(found.iter().any(|fault| fault.starts_with("image-alt")), "{found:?}");
    });
}

on_both_databases! {
    fn the_page_rules_find_nothing_on_any_kind_of_page(kind: Kind) {
        let Some(rules) = rules() else { return };
        // The rules need scripts themselves, so only the widths differ.
        for width in screens(kind).map(|screen| screen.width) {
            let Some(app) = TestApp::with(kind, |config| config.example_town = true) else { return };
            let views = views(&app);
            let walk = async |browser: &Browser| {
                let mut faults = Vec::new();
                let mut signed_in = String::new();
                for View { who, path } in &views {
                    if who.is_person() && who.name() != signed_in {
                        be(&app, browser, who).await;
                        who.name().clone_into(&mut signed_in);
                    }
                    browser.open(&format!("{}{path}", app.base())).await;
                    let overflow = browser.overflow().await;
                    if overflow > 0 {
                        faults.push(format!("{path} at {width}: {overflow} pixels wider than the screen"));
                    }
                    let found = browser.rule_faults(&rules).await.into_iter();
                    faults.extend(found.map(|fault| format!("{path} at {width}: {fault}")));
                }
                assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
            };
            if !driver::with_browser(Screen { width, scripts: true }, walk) {
                return;
            }
        }
    }
}

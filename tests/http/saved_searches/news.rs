//! What is news, and what is not.

use medskapa::journal::{self, Event};
use medskapa::kernel::Actor;
use serde_json::json;

use super::{hide, hits, look, news, publish, rows, save, save_words, say, send, town};
use crate::support::State;

/// What a group says no with; nobody has written of the office before.
const NO: &[(&str, &str)] = &[
    ("outcome", "no"),
    ("kind", "own"),
    ("concerns_children", "no"),
    ("reasons", "Gångvägen byggs om nästa år."),
    ("would_change", "När gångvägen är klar frågar vi igen."),
    ("instead", "Skriv till parkförvaltningen om bänkar i parken."),
];

on_both_databases! {
    fn words_are_found_inflected_in_compounds_and_without_marks(app: TestApp) {
        let rut = app.resident("Rut");
        let fits: Vec<(&str, i64)> = [
            "belysning vid Vårväderstorget", "gatubelysning", "belysningen", "torg", "varvaderstorget", "lampor",
            "\"bättre gatubelysning\"", "belysning -simhall", "cykel parkering",
        ]
        .map(|words| (words, save_words(&app, &rut, words)))
        .to_vec();
        let fits_not: Vec<(&str, i64)> = [
            "belysnig", "belysning simhall", "\"gatubelysning bättre\"", "belysning -cykelparkering", "skridskor",
        ]
        .map(|words| (words, save_words(&app, &rut, words)))
        .to_vec();

        let body = "Det är mörkt. Sätt lampor vid cykelparkeringen också.";
        let number = publish(&app, "Bättre gatubelysning vid Vårväderstorget", body);
        look(&app);

        for (words, id) in fits {
            assert_eq!(news(&rut, id), [number.as_str()], "{words}");
        }
        for (words, id) in fits_not {
            assert_eq!(news(&rut, id), Vec::<String>::new(), "{words}");
        }
    }

    fn choices_narrow_and_stand_alone(app: TestApp) {
        let rut = app.resident("Rut");
        app.group("utbildning");
        app.group("fritid");
        let ids = |queries: &[&str]| queries.iter().map(|query| save(&app, &rut, query)).collect::<Vec<_>>();
        let fits = ids(&[
            "theme=utbildning", "area=svartedalen", "group=utbildning", "theme=fritid&theme=utbildning",
            "q=rutschkana&theme=utbildning&state=open&language=sv&year=2026", "q=-simhall&theme=utbildning",
            "q=rutschkana&sort=ends",
        ]);
        let fits_not = ids(&[
            "theme=fritid", "q=rutschkana&theme=fritid", "group=fritid", "q=rutschkana&state=done",
            "q=rutschkana&year=2025", "q=rutschkana&language=fi",
        ]);

        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        look(&app);

        for id in fits {
            assert_eq!(news(&rut, id), [number.as_str()], "{}", hits(&rut, id));
        }
        for id in fits_not {
            assert_eq!(hits(&rut, id)["hits"], json!([]));
        }
    }

    fn what_is_not_for_everyone_is_told_to_nobody(app: TestApp) {
        let rut = app.resident("Rut");
        let id = save_words(&app, &rut, "rutschkana");
        app.group("utbildning");
        let waiting = send(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        look(&app);
        assert_eq!(rows(&app)[3], 0, "it waits for a moderator");
        let fields = [("choice", "refuse"), ("ground", "R5"), ("words", "Texten kränker någon grovt.")];
        super::judge(&app, &waiting, &format!("/moderation/ideas/{waiting}"), &fields);
        look(&app);
        assert_eq!(rows(&app)[3], 0, "it was refused");

        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        look(&app);
        assert_eq!(news(&rut, id), [number.as_str()]);

        hide(&app, &number);
        look(&app);
        assert_eq!(hits(&rut, id)["hits"], json!([]));
        let listed = rut.api_get("/api/v1/saved-searches").expect(200).json();
        assert_eq!(listed["saved_searches"][0]["news"], json!(0));
        assert!(!rut.get("/account/saved-searches").expect(200).body.contains(&number));

        // Hidden before anybody had looked.
        let hidden = publish(&app, "Två rutschkanor i parken", "Barnen vill gärna leka i parken.");
        hide(&app, &hidden);
        look(&app);
        assert_eq!(rows(&app)[3], 1);
    }

    fn what_fitted_when_it_was_saved_is_no_news(kind: Kind) {
        let Some(app) = town(kind) else { return };
        let number = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        let rut = app.resident("Rut");
        let ids = [save_words(&app, &rut, "rutschkana"), save(&app, &rut, "theme=utbildning")];
        look(&app);

        say(&app, &number, "Det vore bra med en rutschkana till.");
        rut.api_post(&format!("/api/v1/ideas/{number}/support"), &json!({})).expect(200);
        look(&app);

        for id in ids {
            assert_eq!(hits(&rut, id)["hits"], json!([]));
        }
        assert_eq!(look(&app).changes, 0);
    }

    fn a_comment_that_adds_the_word_is_told_once(kind: Kind) {
        let Some(app) = town(kind) else { return };
        let number = publish(&app, "Bänkar vid skolan", "Barnen vill gärna sitta på rasterna.");
        let rut = app.resident("Rut");
        let id = save_words(&app, &rut, "skridskobana");
        look(&app);

        say(&app, &number, "En skridskobana hade varit roligare.");
        assert_eq!(look(&app).hits, 1);
        let newest = hits(&rut, id)["newest"].as_str().expect("a hit").to_owned();
        let seen = rut.api_post(&format!("/api/v1/saved-searches/{id}/seen"), &json!({ "until": newest }));
        assert_eq!(seen.expect(200).json()["news"], json!(0));
        say(&app, &number, "Skridskobanan kan ligga bakom gympasalen.");
        look(&app);

        assert_eq!(news(&rut, id), Vec::<String>::new());
        assert_eq!(hits(&rut, id)["hits"][0]["number"], json!(number), "it stays in the list");
    }

    fn what_a_hidden_comment_gave_rise_to_is_told_no_more(kind: Kind) {
        let Some(app) = town(kind) else { return };
        let number = publish(&app, "Bänkar vid skolan", "Barnen vill gärna sitta på rasterna.");
        let rut = app.resident("Rut");
        let ids = ["skridskobana", "gympasal"].map(|word| save_words(&app, &rut, word));
        look(&app);
        let comment = json!({ "kind": "addition", "body": "En skridskobana hade varit roligare." });
        let path = format!("/api/v1/ideas/{number}/comments");
        let said = app.resident("Kim").api_post(&path, &comment).expect(201).json();
        app.advance_minutes(1);
        say(&app, &number, "Gympasalen är kall.");
        look(&app);
        assert_eq!(ids.map(|id| news(&rut, id).len()), [1, 1]);

        let path = format!("/moderation/comments/{}", said["id"]);
        app.moderator("Siv").send_form(&format!("{path}?choice=hide&ground=R5"), &path, &[]).expect(303);
        look(&app);

        assert_eq!(ids.map(|id| news(&rut, id).len()), [0, 1], "only what is still there is told");
    }

    fn a_decision_and_a_new_state_are_told(app: TestApp) {
        let idea = app.idea_in(State::Proposal);
        let taken = Event::TakenForward { idea: idea.id, reason: "Det är bra.".to_owned() };
        app.write(|tx| journal::record(tx, &Actor::System, std::slice::from_ref(&taken)));
        app.advance_minutes(1);
        let rut = app.resident("Rut");
        let words = save_words(&app, &rut, "parkförvaltning");
        let state = save(&app, &rut, "theme=utbildning&state=declined");
        let either = save(&app, &rut, "theme=utbildning&state=proposal&state=declined");
        let title = save_words(&app, &rut, "bänkar");

        let version = idea.version(&app);
        idea.chair.post(&idea.at("decision"), &[NO, &[("version", &*version)]].concat()).expect(303);
        look(&app);

        assert_eq!(news(&rut, words), [idea.number.as_str()], "the decision says it");
        assert_eq!(news(&rut, state), [idea.number.as_str()], "it was not decided before");
        assert_eq!(news(&rut, either), Vec::<String>::new(), "it fitted as a proposal");
        assert_eq!(news(&rut, title), Vec::<String>::new(), "the title said it before");
    }

    fn a_new_text_is_told_when_it_adds_the_word(app: TestApp) {
        let number = publish(&app, "Bänkar vid skolan", "Barnen vill gärna sitta på rasterna.");
        let rut = app.resident("Rut");
        let (new, old) = (save_words(&app, &rut, "pergola"), save_words(&app, &rut, "raster"));

        let author = app.resident("Olle");
        let path = format!("/api/v1/ideas/{number}");
        let version = author.api_get(&path).expect(200).json()["version"].clone();
        let text = json!({
            "title": "Bänkar vid skolan", "body": "Barnen vill gärna sitta under en pergola.", "area": "svartedalen",
            "version": version,
        });
        author.api_put(&path, &text).expect(200);
        look(&app);

        assert_eq!((news(&rut, new), news(&rut, old)), (vec![number], vec![]));
    }

    fn who_saves_later_hears_only_of_what_comes_later(app: TestApp) {
        let (rut, sven) = (app.resident("Rut"), app.resident("Sven"));
        let first = save_words(&app, &rut, "rutschkana");
        let before = publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        // Sven saves before anybody has looked at what changed.
        let second = save_words(&app, &sven, "rutschkana");
        look(&app);
        let third = save_words(&app, &app.resident("Tove"), "rutschkana");
        let after = publish(&app, "Två rutschkanor i parken", "Barnen vill gärna leka i parken.");
        look(&app);

        assert_eq!(news(&rut, first), [after.as_str(), before.as_str()]);
        assert_eq!(news(&sven, second), [after.as_str()]);
        assert_eq!(news(&app.resident("Tove"), third), [after.as_str()]);
        assert_eq!(rows(&app)[1], 1, "one question");
    }

    fn what_comes_while_somebody_reads_stays_new(app: TestApp) {
        let rut = app.resident("Rut");
        let id = save_words(&app, &rut, "rutschkana");
        publish(&app, "En rutschkana vid skolan", "Barnen vill gärna leka på rasterna.");
        look(&app);
        let read = hits(&rut, id)["newest"].as_str().expect("a hit").to_owned();
        let later = publish(&app, "Två rutschkanor i parken", "Barnen vill gärna leka i parken.");
        look(&app);

        let seen = format!("/api/v1/saved-searches/{id}/seen");
        rut.api_post(&seen, &json!({ "until": read })).expect(200);
        assert_eq!(news(&rut, id), [later.as_str()]);

        rut.api_post(&seen, &json!({ "until": "-5" })).expect(200);
        assert_eq!(news(&rut, id), [later.as_str()], "nothing seen becomes new again");
        rut.api_post(&seen, &json!({ "until": "9000000000" })).expect(200);
        let last = publish(&app, "En rutschkana till", "Barnen vill gärna leka överallt.");
        look(&app);
        assert_eq!(news(&rut, id), [last.as_str()], "nobody has seen what is to come");
    }
}

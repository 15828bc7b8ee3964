use diesel::prelude::*;
use medskapa::db::schema::{comments, follows};

use crate::support::State;

/// Most statements for one page, with the one that looks up who asks.
const MOST_STATEMENTS: u64 = 6;

on_both_databases! {
    fn visitors_are_asked_to_sign_in_on_every_page_of_an_account(app: TestApp) {
        let visitor = app.visitor();

        for page in ["/account", "/account/tokens", "/account/data", "/account/leave"] {
            visitor.get(page).expect(401);
        }
        for (page, fields) in [
            ("/account", &[("display_name", "Elin"), ("locale", "sv")][..]),
            ("/account/sessions/end", &[]),
            ("/account/tokens", &[("label", "Kartan"), ("form_key", "k")]),
            ("/account/leave", &[("sure", "yes")]),
            ("/sign-out", &[]),
        ] {
            visitor.post(page, fields).expect(401);
        }
    }

    fn name_and_language_are_chosen_and_kept(app: TestApp) {
        let amina = app.resident("Amina");

        let saved = [("display_name", "  Amina   W "), ("locale", "en")];
        let answer = amina.post("/account", &saved).expect(303);

        let page = amina.follow(&answer).expect(200).page();
        assert_eq!(page.heading(), "My pages");
        let fields = page.form_fields("/account");
        assert!(fields.contains(&("display_name".to_owned(), "Amina W".to_owned())), "{fields:?}");
        // The language is the person's, also in a browser that has not chosen any.
        assert_eq!(app.resident("Amina").get("/account").page().heading(), "My pages");
    }

    fn what_is_wrong_is_told_and_the_words_stay(app: TestApp) {
        let amina = app.resident("Amina");
        let long = "å".repeat(61);

        let answer = amina.post("/account", &[("display_name", &long), ("locale", "xx")]).expect(422);

        let page = answer.page();
        assert_eq!(page.errors().len(), 2, "{answer}");
        assert!(page.form_fields("/account").contains(&("display_name".to_owned(), long)));
    }

    fn own_and_followed_ideas_are_listed_page_by_page(app: TestApp) {
        let mine: Vec<_> = (0..21).map(|_| app.idea_in(State::Open)).collect();
        let amina = &mine[0].author;
        let (hidden, refused) = (app.idea_in(State::Open), app.idea_in(State::Refused));
        app.hide(&hidden);
        let reader = app.resident("Ylva");
        app.write(|tx| {
            for idea in [&mine[0], &hidden] {
                diesel::insert_into(follows::table)
                    .values((
                        follows::idea_id.eq(idea.id),
                        follows::person_id.eq(reader.id()),
                        follows::since_on.eq(tx.now.date()),
                    ))
                    .execute(tx.conn)?;
            }
            Ok(())
        });

        let first = amina.get("/account").expect(200).page();
        let listed = |page: &crate::support::Page| {
            page.links().into_iter().filter(|(_, to)| to.starts_with("/ideas/2")).count()
        };
        assert_eq!(listed(&first), 20);
        assert!(first.links().iter().any(|(_, to)| *to == refused.path()), "own ideas also when not public");
        let next = first.links().into_iter().find(|(_, to)| to.starts_with("/account?ideas=")).expect("more").1;
        assert_eq!(listed(&amina.get(&next).expect(200).page()), 3);
        let followed = reader.get("/account").expect(200).page();
        assert!(followed.links().iter().any(|(_, to)| *to == mine[0].path()));
        assert!(!followed.links().iter().any(|(_, to)| *to == hidden.path()), "hidden ones are nobody's to list");
        amina.get("/account?ideas=rubbish").expect(400);
        amina.get("/account?unknown=1").expect(400);
    }

    fn the_file_holds_ones_own_data_and_nobody_elses(app: TestApp) {
        let idea = app.idea_in(State::Open);
        let (amina, bo) = (&idea.author, app.resident("Bodil"));
        app.write(|tx| {
            for (author, name, words) in
                [(amina.id(), "Amina", "Aminas ord om saken"), (bo.id(), "Bodil", "Bodils ord om saken")]
            {
                diesel::insert_into(comments::table)
                    .values((
                        comments::idea_id.eq(idea.id),
                        comments::kind.eq("for"),
                        comments::state.eq("visible"),
                        comments::body.eq(words),
                        comments::language.eq("sv"),
                        comments::author_id.eq(author),
                        comments::author_name.eq(name),
                        comments::created_at.eq(tx.now),
                        comments::shown_at.eq(Some(tx.now)),
                    ))
                    .execute(tx.conn)?;
            }
            Ok(())
        });

        let file = amina.get("/account/data").expect(200);

        assert!(file.header("content-disposition").is_some_and(|value| value.starts_with("attachment")));
        assert_eq!(file.header("cache-control"), Some("no-store"));
        let data = file.json();
        assert_eq!(data["person"]["email"], "amina@example.org");
        assert_eq!(data["ideas"][0]["number"], idea.number.as_str());
        assert_eq!(data["comments"][0]["body"], "Aminas ord om saken");
        assert_eq!(data["comments"].as_array().map(Vec::len), Some(1));
        for foreign in ["Bodil", "bodil@example.org"] {
            assert!(!file.body.contains(foreign), "{foreign}");
        }
    }

    fn a_page_costs_at_most_six_statements(app: TestApp) {
        let karin = app.admin("Karin");
        let idea = app.idea_in(State::UnderWay);
        let person = format!("/admin/people/{}", idea.owner.id());
        for (reader, page) in [
            (&idea.author, "/account"),
            (&idea.owner, "/account/leave"),
            (&idea.author, "/account/tokens"),
            (&karin, "/admin"),
            (&karin, "/admin/people?role=resident"),
            (&karin, person.as_str()),
            (&karin, "/admin/groups/utbildning"),
        ] {
            let before = app.db.statements();
            reader.get(page).expect(200);

            let spent = app.db.statements() - before;
            assert!(spent <= MOST_STATEMENTS, "{spent} statements for {page}");
        }
    }
}

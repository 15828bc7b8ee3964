//! Reports among the other news: no more mails than somebody reads, and what waits is told together.

use diesel::prelude::*;
use medskapa::db::schema::news;

use super::{decided, follows, sends};
use crate::mail_choices::chooses;
use crate::support::{Client, State, TestApp};

fn subjects(app: &TestApp, who: &Client) -> Vec<String> {
    app.mails_to(&who.email()).into_iter().map(|sent| sent.mail.subject).collect()
}

/// Until the bundles of the day are put together, from ten in the morning.
fn until_four(app: &TestApp) {
    app.advance_minutes(6 * 60);
    app.run_jobs();
}

on_both_databases! {
    fn a_report_on_a_full_day_waits_for_the_bundle(app: TestApp) {
        let idea = decided(&app);
        let other = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        follows(&app, &rut, &idea.member);
        app.follows(&rut, &other);
        for _ in 0..3 {
            app.happens_again(&other);
        }

        let path = sends(&app, &idea.member, &idea.member);

        assert_eq!(subjects(&app, &rut).len(), 3, "three a day");
        until_four(&app);
        let told = app.mails_to(&rut.email());
        assert_eq!(told.len(), 4);
        let bundle = &told[3].mail;
        assert!(bundle.text.contains(&path) && bundle.text.contains("ett beslut"), "{}", bundle.text);
        assert!(bundle.subject.contains("Ungdomsrådet"), "{}", bundle.subject);
        assert!(bundle.unsubscribe.as_ref().is_some_and(|address| address.contains("seats")));
    }

    fn a_report_takes_one_of_the_three_places(app: TestApp) {
        let idea = decided(&app);
        let other = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        follows(&app, &rut, &idea.member);
        app.follows(&rut, &other);
        sends(&app, &idea.member, &idea.member);
        for _ in 0..3 {
            app.happens_again(&other);
        }

        assert_eq!(subjects(&app, &rut).len(), 3);
        let waiting: i64 = app.read(|conn| Ok(news::table.filter(news::email_id.is_null()).count().get_result(conn)?));
        assert_eq!(waiting, 1);
    }

    fn who_wants_reports_once_a_day_gets_them_beside_the_ideas(app: TestApp) {
        let idea = decided(&app);
        let other = app.idea_in(State::WithGroup);
        let (rut, ove) = (app.resident("Rut"), app.resident("Ove"));
        for who in [&rut, &ove] {
            follows(&app, who, &idea.member);
            app.follows(who, &other);
            chooses(who, "followed", "daily");
        }
        chooses(&rut, "seats", "daily");
        chooses(&ove, "seats", "never");
        app.happens_again(&other);
        let path = sends(&app, &idea.member, &idea.member);
        assert_eq!(subjects(&app, &rut).len(), 0);

        until_four(&app);

        let [mail] = app.mails_to(&rut.email()).try_into().expect("one mail");
        assert_eq!(mail.mail.subject, "Nytt om 2 saker");
        assert!(mail.mail.text.contains(&path) && mail.mail.text.contains(&other.path()), "{}", mail.mail.text);
        let [mail] = app.mails_to(&ove.email()).try_into().expect("one mail");
        assert!(!mail.mail.text.contains(&path), "{}", mail.mail.text);
    }

    fn a_report_that_is_hidden_while_it_waits_is_left_out(app: TestApp) {
        let idea = decided(&app);
        let rut = app.resident("Rut");
        follows(&app, &rut, &idea.member);
        chooses(&rut, "seats", "daily");
        let path = sends(&app, &idea.member, &idea.member);

        app.hide(&idea);
        super::hidden::hides(&idea.moderator, &path);
        until_four(&app);

        assert_eq!(subjects(&app, &rut).len(), 0);
    }

    fn the_holder_hears_in_the_bundle_that_somebody_has_answered(app: TestApp) {
        let idea = decided(&app);
        let path = sends(&app, &idea.member, &idea.member);
        let before = subjects(&app, &idea.member).len();
        for words in ["Fråga om parken i stället.", "Och om skolvägen."] {
            app.resident("Rut").send_form(&path, &format!("{path}/replies"), &[("body", words)]).expect(303);
            app.run_jobs();
        }
        assert_eq!(subjects(&app, &idea.member).len(), before, "nothing at once");

        until_four(&app);

        let told = app.mails_to(&idea.member.email());
        assert_eq!(told.len(), before + 1);
        let mail = &told[before].mail;
        assert_eq!(mail.text.matches("Någon har svarat dig.").count(), 1, "{}", mail.text);
        assert!(mail.text.contains(&path) && !mail.text.contains("parken"), "{}", mail.text);
    }

    fn many_ideas_published_at_once_are_three_mails_and_a_bundle(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        for at in 0..5 {
            crate::saved_searches::publish(&app, &format!("Lampa nummer {at} på torget"), "Det är mörkt där om kvällen.");
            app.run_jobs();
        }

        let published = |kind: &str| {
            let mails = app.mails_to(&idea.coordinator.email());
            mails.into_iter().filter(|sent| sent.mail.kind == kind).count()
        };
        assert_eq!(published("group_published"), 3);
        until_four(&app);
        assert_eq!((published("group_published"), published("bundle")), (3, 1));
    }
}

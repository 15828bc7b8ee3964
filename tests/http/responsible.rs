//! Who is responsible, and who is told, where somebody else than the group owes the next step or nobody does.

use diesel::prelude::*;
use medskapa::db::schema::{decisions, emails, ideas, inquiries, ownerships};
use medskapa::kernel::EmailId;
use medskapa::mail::store as mails;

use crate::support::{Client, Request, Staged, State, TestApp};

impl TestApp {
    fn days_pass(&self, days: i64) {
        self.advance_days(days);
        self.run_jobs();
        self.run_jobs();
    }

    /// All words of the mails of a kind to somebody.
    fn words_to(&self, who: &Client, kind: &str) -> String {
        let sent = self.mails_to(&who.email()).into_iter().filter(|sent| sent.mail.kind == kind);
        sent.map(|sent| format!("{}\n{}", sent.mail.subject, sent.mail.text))
            .collect::<Vec<_>>()
            .join(" ")
            .replace('\n', " ")
    }

    fn nobody_carries_out(&self, idea: &Staged) {
        let owned = ownerships::table.filter(ownerships::idea_id.eq(idea.id));
        self.write(|tx| Ok(diesel::update(owned).set(ownerships::state.eq("replaced")).execute(tx.conn)?));
    }
}

on_both_databases! {
    fn who_sits_in_a_process_group_sees_what_it_watches_over(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        let process = app.new_group("processen", "process");
        let pelle = app.seated(process, "member", "Pelle");
        let rut = app.resident("Rut");
        app.days_pass(20);
        let pelle = app.signed_in(pelle.id(), "Pelle");

        let page = pelle.get("/process").expect(200).page();
        assert_eq!(page.link("Fler bänkar längs gångvägen"), idea.at("desk"));
        pelle.api_get("/api/v1/process").expect(200);
        assert!(pelle.get("/").expect(200).page().links().iter().any(|(_, to)| to == "/process"));
        let desk = pelle.get(&idea.at("desk")).expect(200).page().main_text();
        assert!(desk.contains("Ring eller skriv till den som ansvarar"), "{desk}");
        assert!(desk.contains("Ansvarig: Parkförvaltningen"), "{desk}");
        assert!(!desk.contains("Du behöver inte göra något nu"), "{desk}");
        let before_group = idea.chair.get("/desk").expect(200).page().main_text();
        assert!(before_group.contains("Parkförvaltningen"), "the one who carries it out is late: {before_group}");
        app.signed_in(rut.id(), "Rut").get("/process").expect(403);
        app.signed_in(rut.id(), "Rut").api_get("/api/v1/process").expect(403);
    }

    fn the_chair_is_told_who_has_not_done_it(app: TestApp) {
        let idea = app.idea_in(State::UnderWay);
        for _ in 0..25 {
            app.days_pass(1);
        }

        let told = app.words_to(&idea.chair, "climbed_chair");
        assert!(told.contains("Det som saknas är besked om hur det går.") && told.contains("Gustav"), "{told}");
        assert!(!told.contains("räknar med dig") && told.contains(&idea.at("desk")), "{told}");
        let own = app.words_to(&idea.owner, "late_owed");
        assert!(own.contains("Säg hur det går") && own.contains(&idea.at("progress")), "{own}");
    }

    fn where_nobody_carries_out_a_yes_the_group_is_told_and_the_author_hears_the_truth(app: TestApp) {
        let idea = app.idea_in(State::Accepted);
        app.nobody_carries_out(&idea);
        let page = app.visitor().get(&idea.path()).expect(200).page().main_text();
        assert!(page.contains("ingen har tagit på sig att göra det just nu"), "{page}");
        for _ in 0..40 {
            app.days_pass(1);
        }

        let told = app.words_to(&idea.coordinator, "late_owed");
        assert!(told.contains("Ingen har tagit på sig att göra det."), "{told}");
        let author = app.words_to(&idea.author, "late");
        assert!(author.contains("Gruppen vet att det är försenat.") && !author.contains("Den som ska svara vet"), "{author}");
    }

    fn whoever_leaves_is_relieved_and_the_group_hears_of_it(app: TestApp) {
        let (promised, done) = (app.idea_in(State::UnderWay), app.idea_in(State::Done));
        promised.owner.send_form("/account/leave", "/account/leave", &[("sure", "yes")]).expect(303);
        app.days_pass(1);

        let told = app.words_to(&promised.coordinator, "owner_silent");
        assert!(told.contains("har slutat") && told.contains("Ingen ansvarar för"), "{told}");
        assert!(!told.contains(&done.number), "what is done is done: {told}");
        let page = app.visitor().get(&promised.path()).expect(200).page().main_text();
        assert!(page.contains("ingen har tagit på sig att göra det just nu"), "{page}");
        assert!(page.contains("svarade inte i tid eller har slutat"), "{page}");
    }

    fn who_is_asked_after_the_yes_is_told_that_it_is_given(app: TestApp) {
        let idea = app.idea_in(State::Accepted);
        app.nobody_carries_out(&idea);
        let ny = app.resident("Nynne");
        let day = app.today().plus_days(30).to_string();
        let fields =
            [("owner_email", &*ny.email()), ("owner_name", "Nynne"), ("organisation", "Aktiva mammor"), ("first_step_on", &day)];
        idea.chair.send_form(&idea.at("desk"), &idea.at("ownership"), &fields).expect(303);
        app.run_jobs();

        let told = app.words_to(&ny, "owner_asked");
        assert!(told.contains("Gruppen har redan sagt ja") && !told.contains("säger inte ja"), "{told}");
    }

    fn the_author_hears_a_new_day_when_somebody_else_did_not_answer(app: TestApp) {
        let idea = app.idea_in(State::AwaitingAnswer);
        for _ in 0..60 {
            app.days_pass(1);
        }

        let open: i64 = app.read(|conn| {
            Ok(inquiries::table.filter(inquiries::answered_at.is_null()).count().get_result(conn)?)
        });
        assert_eq!(open, 0);
        let told = app.words_to(&idea.author, "author_unanswered");
        assert!(told.contains("Du får svar senast"), "{told}");
    }

    fn a_code_that_is_too_old_is_not_sent(app: TestApp) {
        let rut = app.resident("Rut");
        app.mailer.fail_next(1);
        app.visitor().send_form("/sign-in", "/sign-in", &[("email", &rut.email())]).expect(303);
        app.run_jobs();
        assert_eq!(app.mails_to(&rut.email()).len(), 0);
        app.advance_minutes(60);
        let waiting: i64 = app.read(|conn| Ok(emails::table.order(emails::id.desc()).select(emails::id).first(conn)?));
        app.write(|tx| mails::mark_dead(tx, EmailId::new(waiting), "550"));
        app.admin("Karin").post(&format!("/admin/mails/{waiting}/revive"), &[]).expect(303);
        app.run_jobs();

        assert_eq!(app.mails_to(&rut.email()).len(), 0);
        let state: String = app.read(|conn| Ok(emails::table.find(waiting).select(emails::state).first(conn)?));
        assert_eq!(state, "dead");
    }

    fn a_report_is_owed_since_the_first_day_whatever_its_number(app: TestApp) {
        let (one, other) = (app.idea_in(State::Declined), app.idea_in(State::Declined));
        let earlier = app.today().plus_days(-9);
        app.write(|tx| {
            let newest = decisions::table.filter(decisions::idea_id.eq(other.id));
            Ok(diesel::update(newest).set(decisions::decided_on.eq(earlier)).execute(tx.conn)?)
        });
        let group = one.coordinator.get("/groups/utbildning").expect(200).page().main_text();
        for _ in 0..8 {
            app.days_pass(1);
        }

        let mail = app.words_to(&one.member, "report_due");
        let day = group.split("Berättar senast ").nth(1).and_then(|rest| rest.get(..2)).expect("a day");
        assert!(mail.contains(day), "{day}: {mail}");
        let late = app.words_to(&one.coordinator, "reports_late");
        assert!(late.contains(day), "{day}: {late}");
        let listed: bool = app.read(|conn| Ok(ideas::table.find(one.id).select(ideas::listed).first(conn)?));
        assert!(listed);
    }

    fn what_went_wrong_is_told_in_the_language_of_the_person(app: TestApp) {
        let rut = app.resident("Rut");
        let asked = rut.send(&Request {
            method: "GET",
            path: "/process",
            headers: &[("accept-language", "en-US")],
            ..Request::default()
        });

        assert_eq!(asked.status, 403);
        assert!(asked.body.contains("lang=\"sv\""), "{}", asked.body);
    }
}

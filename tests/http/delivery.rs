//! Mails that come back: what is counted, who gets less for it, who sees it, and how it ends.

use diesel::prelude::*;
use medskapa::accounts::tokens::{self, Purpose};
use medskapa::db::schema::{contacts, emails, ideas};
use medskapa::i18n::Locale;
use medskapa::kernel::{Actor, EmailAddress};
use medskapa::mail::{EmailState, SentMail};
use medskapa::workers;
use serde_json::json;

use crate::mail_choices::chooses;
use crate::mails::came_to_group;
use crate::support::{Answer, Client, Kind, Request, Staged, State, TestApp};

const WEBHOOK: &str = "/mail/bounces/abcdefghijklmnopqrstuvwx";

/// A report about a mail as its reader's server writes it.
fn report(mail: &SentMail) -> String {
    format!(
        "To: {}\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\
         \r\nReporting-MTA: dns; example.org\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: failed\r\n\
         Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 <{to}> unknown\r\n--x--\r\n",
        mail.comes_back_to,
        to = mail.mail.recipient.as_str(),
    )
}

fn complaint(mail: &SentMail) -> String {
    format!(
        "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/feedback-report\n\n\
         Feedback-Type: abuse\n--x\nContent-Type: message/rfc822\n\nReturn-Path: <{}>\n\nhej\n--x--\n",
        mail.comes_back_to,
    )
}

impl TestApp {
    /// Something happens of which followers and author are told; gives the mail to one reader.
    fn mail_to(&self, idea: &Staged, reader: &Client) -> Option<SentMail> {
        self.forget_mails();
        self.happens(&Actor::System, &came_to_group(self, idea));
        self.run_jobs();
        self.mails_to(&reader.email()).pop()
    }

    fn hand_over(&self, path: &str, report: &str) -> Answer {
        self.visitor().send(&Request {
            method: "POST",
            path,
            headers: &[("content-type", "message/rfc822")],
            body: report.as_bytes(),
            without_cookies: true,
        })
    }

    fn bounces(&self, idea: &Staged, reader: &Client, times: usize) {
        for _ in 0..times {
            let mail = self.mail_to(idea, reader).expect("a mail");
            self.hand_over(WEBHOOK, &report(&mail)).expect(204);
        }
    }

    /// Mails that came back from somebody's address, as it is counted.
    fn counted(&self) -> Vec<i32> {
        self.read(|conn| Ok(contacts::table.order(contacts::id).select(contacts::hard).load(conn)?))
    }

    fn sign_in_mail(&self, who: &Client) {
        let address = EmailAddress::parse(&who.email()).unwrap();
        let town = self.town.clone();
        self.write(|tx| tokens::issue(tx, &town, Purpose::SignIn, &address, None, Locale::Swedish).map(drop));
        self.forget_mails();
        self.run_jobs();
    }
}

fn notice(client: &Client, path: &str) -> String {
    client.get(path).expect(200).page().text_of(".notice-warning")
}

on_both_databases! {
    fn after_the_third_mail_that_comes_back_only_codes_are_mailed_until_the_address_is_right(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let author = &idea.author;
        app.bounces(&idea, author, 2);
        assert_eq!(notice(author, "/"), "");
        assert!(app.mail_to(&idea, author).is_some(), "two may be a mistake of the other server");

        app.bounces(&idea, author, 1);

        assert!(app.mail_to(&idea, author).is_none(), "the third says that nobody is there");
        app.sign_in_mail(author);
        assert_eq!(app.mails_to(&author.email()).len(), 1, "codes go there");
        for path in ["/", "/account", "/ideas"] {
            assert!(notice(author, path).contains("Vi når dig inte med mejl"), "{path}");
        }
        assert_eq!(notice(&idea.chair, "/"), "", "nobody else sees it");
        let session = author.api_get("/api/v1/session").expect(200).json();
        assert_eq!(session["person"]["unreached"], "bounced");

        let own = author.get("/account/data").expect(200).json();
        assert_eq!(own["mails_that_came_back"][0]["count"], 3);

        author.send_form("/", "/account/address/right", &[]).expect(303);

        assert_eq!(notice(author, "/"), "");
        assert!(app.mail_to(&idea, author).is_some());
    }

    fn staff_see_whom_mails_do_not_reach_and_no_address(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let admin = app.admin("Inga");
        let empty = admin.get("/admin/unreached").expect(200);
        assert!(empty.body.contains("Alla mejl når fram"), "{empty}");

        app.bounces(&idea, &idea.author, 3);

        let page = admin.get("/admin/unreached").expect(200);
        assert!(page.body.contains("a…@example.org") && !page.body.contains(&idea.author.email()), "{page}");
        assert!(page.body.contains("3 mejl kom tillbaka") && page.body.contains("550 … unknown"), "{page}");
        assert!(page.body.contains(&format!("/admin/people/{}", idea.author.id())), "{page}");
        let list = admin.api_get("/api/v1/admin/unreached").expect(200).json();
        assert_eq!(list["unreached"][0]["mark"], "bounced");
        assert_eq!(list["unreached"][0]["address"], "a…@example.org");
        let mails = admin.get("/admin/mails?state=dead").expect(200);
        assert!(!mails.body.contains(&idea.author.email()), "{mails}");
        app.advance_days(11);
        let late = app.process("Petra").api_get("/api/v1/process").expect(200).json();
        assert_eq!(late["late"][0]["author_reached"], "returned");
        for asker in [&idea.author, &idea.moderator, &idea.chair] {
            assert_eq!(asker.get("/admin/unreached").status, 403);
            assert_eq!(asker.api_get("/api/v1/admin/unreached").status, 403);
        }
    }

    fn a_complaint_stops_news_and_no_answer_to_ones_own_idea(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let rut = app.resident("Rut");
        app.follows(&rut, &idea);
        for reader in [&rut, &idea.author] {
            let mail = app.mail_to(&idea, reader).expect("a mail");
            app.hand_over(WEBHOOK, &complaint(&mail)).expect(204);
        }

        assert!(app.mail_to(&idea, &rut).is_none(), "news");
        assert!(app.mail_to(&idea, &idea.author).is_some(), "an answer that is owed");

        assert!(notice(&rut, "/").contains("Vi skickar inga nyheter till dig"));
        let told = rut.api_post("/api/v1/session/address/right", &json!({})).expect(200).json();
        assert!(told["unreached"].is_null());
        // Another day, because only so much is told at once on one.
        app.advance_days(1);
        assert!(app.mail_to(&idea, &rut).is_some());
    }

    fn after_a_complaint_a_bundle_goes_only_with_own_matters_in_it(app: TestApp) {
        let (idea, other) = (app.idea_in(State::WithGroup), app.idea_in(State::WithGroup));
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        app.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            Ok(diesel::update(this).set(ideas::author_id.eq(Some(rut.id()))).execute(tx.conn)?)
        });
        for reader in [&rut, &elin] {
            app.follows(reader, &other);
            let mail = app.mail_to(&other, reader).expect("a mail");
            app.hand_over(WEBHOOK, &complaint(&mail)).expect(204);
            chooses(reader, "followed", "daily");
        }
        chooses(&rut, "own", "daily");
        app.forget_mails();

        app.happens_again(&idea);
        app.happens_again(&other);
        app.advance_minutes(6 * 60);
        app.run_jobs();

        let bundle = app.mails_to(&rut.email()).pop().expect("own matters");
        assert_eq!((bundle.mail.kind.as_str(), bundle.mail.unsubscribe.is_some()), ("bundle", true));
        assert!(app.mails_to(&elin.email()).is_empty(), "nothing but news");
    }

    fn each_report_counts_once_and_nothing_but_reports_about_our_mails_counts(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        let mail = app.mail_to(&idea, &idea.author).expect("a mail");
        let whole = report(&mail);

        for _ in 0..4 {
            app.hand_over(WEBHOOK, &whole).expect(204);
        }
        for other in ["", "hej", &whole.replace("bounce+", "bounce+1"), &whole.replace("5.1.1", "4.2.2")] {
            app.hand_over(WEBHOOK, other).expect(204);
        }
        assert_eq!(app.counted(), [1]);

        for path in ["/mail/bounces/abcdefghijklmnopqrstuvwy", "/mail/bounces/x"] {
            assert_eq!(app.hand_over(path, &whole).status, 404, "{path}");
        }
        assert_eq!(app.hand_over(WEBHOOK, &"a".repeat(300_000)).status, 413);
        assert_eq!(app.visitor().get(WEBHOOK).status, 405);
    }

    fn a_refused_reader_counts_and_a_refused_mail_does_not(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        for (refuse, counted) in [(true, 1), (false, 1), (true, 2)] {
            app.happens(&Actor::System, &came_to_group(&app, &idea));
            // The author's mail is the first.
            if refuse { app.mailer.refuse_readers_of_next(1) } else { app.mailer.refuse_next(1) }
            app.run_jobs();

            assert_eq!(app.counted(), [counted]);
        }
        let dead: i64 =
            app.read(|conn| Ok(emails::table.filter(emails::state.eq(EmailState::Dead)).count().get_result(conn)?));
        assert_eq!(dead, 3);

        app.advance_days(200);
        app.run_jobs();
        let old = app.now().plus_days(-180);
        let kept: i64 =
            app.read(|conn| Ok(emails::table.filter(emails::created_at.lt(old)).count().get_result(conn)?));
        assert_eq!(kept, 0, "what was given up is not kept for ever");
    }

    fn whoever_signs_in_with_a_mailed_code_is_reached(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.bounces(&idea, &idea.author, 3);
        app.sign_in_mail(&idea.author);
        let mail = app.mails_to(&idea.author.email()).pop().unwrap();
        let link = mail.mail.text.lines().find(|line| line.contains("/sign-in/link/")).unwrap().to_owned();
        let path = link.strip_prefix(&app.town.settings.base_url).unwrap();

        app.visitor().send_form(path, path, &[]).expect(303);

        assert_eq!(notice(&idea.author, "/"), "");
        assert!(app.mail_to(&idea, &idea.author).is_some());
    }

    fn with_the_account_goes_what_came_back_from_its_address(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.bounces(&idea, &idea.author, 3);
        assert_eq!(app.counted(), [3]);

        idea.author.post("/account/leave", &[("sure", "yes")]).expect(303);

        assert_eq!(app.counted(), Vec::<i32>::new());
    }
}

#[test]
fn reports_in_the_folder_are_read_once_and_moved() {
    let folder = tempfile::tempdir().unwrap();
    for part in ["new", "cur", "tmp"] {
        std::fs::create_dir(folder.path().join(part)).unwrap();
    }
    let set = |config: &mut medskapa::config::Config| config.mail.bounce_folder = folder.path().display().to_string();
    let app = TestApp::with(Kind::Sqlite, set).expect("SQLite is always there");
    let idea = app.idea_in(State::WithGroup);
    let mail = app.mail_to(&idea, &idea.author).expect("a mail");
    std::fs::write(folder.path().join("new/1.x.host"), report(&mail)).unwrap();
    std::fs::write(folder.path().join("new/2.x.host"), [0xff, 0, 0x80]).unwrap();
    std::fs::create_dir(folder.path().join("new/3.folder")).unwrap();

    workers::reconcile(&app.parts()).unwrap();
    workers::reconcile(&app.parts()).unwrap();

    assert_eq!(app.counted(), [1]);
    assert!(folder.path().join("cur/1.x.host:2,S").is_file() && folder.path().join("cur/2.x.host:2,S").is_file());
    // Read again after a crash between the note and the move.
    std::fs::rename(folder.path().join("cur/1.x.host:2,S"), folder.path().join("new/4.x.host")).unwrap();
    workers::reconcile(&app.parts()).unwrap();
    assert_eq!(app.counted(), [1]);
}

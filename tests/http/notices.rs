//! What people are told of their own account, and what staff see of mails: in words, and before they are sent.

use diesel::prelude::*;
use medskapa::db::schema::{address_changes, emails};
use medskapa::i18n::Locale;
use medskapa::kernel::Actor;
use medskapa::notifications::MailKind;

use crate::accounts::sign_in_path;
use crate::mails::came_to_group;
use crate::support::{Client, Request, State, TestApp};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1";

impl TestApp {
    /// Signs somebody in by the link of a mail, with a browser that calls itself so.
    fn arrives(&self, who: &Client, agent: &str) {
        let path = sign_in_path(self, &who.email());
        let browser = self.visitor();
        let token = browser.form_token();
        let body = format!("form_token={token}");
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("user-agent", agent)];
        let answer = browser.send(&Request {
            method: "POST",
            path: &path,
            headers: &headers,
            body: body.as_bytes(),
            without_cookies: false,
        });
        assert_eq!(answer.status, 303, "{answer}");
        self.forget_mails();
        self.run_jobs();
    }

    fn kinds_to(&self, who: &Client) -> Vec<String> {
        self.mails_to(&who.email()).into_iter().map(|sent| sent.mail.kind).collect()
    }
}

fn confirm_path(app: &TestApp, text: &str) -> String {
    let line = text.lines().find(|line| line.contains("/confirm/")).expect("a link");
    line.strip_prefix(&app.town.settings.base_url).expect("a link of ours").to_owned()
}

on_both_databases! {
    fn a_sign_in_on_another_device_is_told_once(app: TestApp) {
        let rut = app.resident("Rut");
        app.arrives(&rut, FIREFOX);
        let first = app.kinds_to(&rut);

        app.arrives(&rut, IPHONE);
        let mails = app.mails_to(&rut.email());
        assert_eq!(mails.len(), 1, "{first:?}");
        assert_eq!(mails[0].mail.subject, "Ny inloggning på ditt konto");
        assert!(mails[0].mail.text.contains("Enhet: Safari, iPhone"), "{}", mails[0].mail.text);
        assert!(mails[0].mail.text.contains("/account\n") && mails[0].mail.unsubscribe.is_none());

        for known in [FIREFOX, IPHONE] {
            app.arrives(&rut, known);
            assert_eq!(app.kinds_to(&rut), Vec::<String>::new(), "{known}");
        }
    }

    fn a_key_is_told_and_the_same_form_twice_is_one_key(app: TestApp) {
        let rut = app.resident("Rut");
        let page = rut.get("/account/tokens").expect(200).page();
        let fields = page.form_fields("/account/tokens");
        let key = fields.iter().find(|(name, _)| name == "form_key").unwrap().1.clone();

        for _ in 0..2 {
            rut.post("/account/tokens", &[("label", "Min app"), ("form_key", &key)]).expect(201);
        }
        app.run_jobs();

        assert_eq!(app.kinds_to(&rut), ["key_made"]);
        assert!(app.mails()[0].mail.text.contains("Nyckel: Min app"), "{}", app.mails()[0].mail.text);
        assert!(!app.mails()[0].mail.text.contains("eyJ"), "the key itself is never mailed");
    }

    fn another_address_counts_when_it_is_confirmed_and_the_old_one_is_told(app: TestApp) {
        let rut = app.resident("Rut");
        rut.send_form("/account/address", "/account/address", &[("email", "ny@example.org")]).expect(303);
        app.run_jobs();
        let asked = app.mails_to("ny@example.org").pop().unwrap();
        let path = confirm_path(&app, &asked.mail.text);
        app.visitor().get(&path).expect(200);
        assert!(rut.get("/account").expect(200).body.contains(&rut.email()), "looking changes nothing");

        app.visitor().send_form(&path, &path, &[]).expect(303);
        app.run_jobs();

        assert_eq!(rut.get("/account").status, 401, "whoever reads the new address signs in with it");
        let now = app.signed_in(rut.id(), "Rut");
        assert!(now.get("/account").expect(200).body.contains("ny@example.org"));
        let told = app.mails_to(&rut.email()).pop().unwrap();
        assert_eq!(told.mail.subject, "Din e-postadress är bytt");
        assert!(!told.mail.text.contains("ny@example.org"), "{}", told.mail.text);
        let kept: i64 = app.read(|conn| Ok(address_changes::table.count().get_result(conn)?));
        assert_eq!(kept, 0, "the old address is forgotten once it is told");
        assert_eq!(app.visitor().post(&path, &[]).status, 410, "the link works once");
    }

    fn nobody_takes_an_address_that_somebody_has_or_learns_of_it(app: TestApp) {
        let (rut, elin) = (app.resident("Rut"), app.resident("Elin"));
        let free = rut.post("/account/address", &[("email", "ny@example.org")]).expect(303);
        let taken = rut.post("/account/address", &[("email", &elin.email())]).expect(303);
        assert_eq!(free.location(), taken.location());
        app.run_jobs();
        let path = confirm_path(&app, &app.mails_to(&elin.email()).pop().unwrap().mail.text);

        app.visitor().send_form(&path, &path, &[]).expect(410);

        assert!(rut.get("/account").expect(200).body.contains(&rut.email()));
        assert!(elin.get("/account").expect(200).body.contains(&elin.email()));
        assert_eq!(rut.post("/account/address", &[("email", "ingen")]).status, 422);
        assert_eq!(app.visitor().get("/account/address").status, 401);
    }

    fn another_role_a_suspension_and_its_end_are_told(app: TestApp) {
        let (admin, rut) = (app.admin("Inga"), app.resident("Rut"));
        let own = format!("/admin/people/{}", rut.id());
        let role = [("role", "moderator"), ("was", "resident")];
        admin.post(&format!("{own}/role"), &role).expect(303);
        app.run_jobs();
        assert!(app.mails()[0].mail.text.contains("Din roll är nu: Moderator."), "{}", app.mails()[0].mail.text);

        let suspend = [("reason", "Hotfulla ord."), ("suspended", "yes")];
        admin.post(&format!("{own}/suspension"), &suspend).expect(303);
        app.run_jobs();
        admin.post(&format!("{own}/suspension"), &[("reason", ""), ("suspended", "no")]).expect(303);
        app.run_jobs();

        assert_eq!(app.kinds_to(&rut), ["role_changed", "suspended", "reinstated"]);
        assert!(app.mails()[1].mail.text.contains("Hotfulla ord."), "{}", app.mails()[1].mail.text);
        assert_eq!(app.kinds_to(&admin), Vec::<String>::new());
    }

    fn every_kind_of_mail_can_be_seen_in_every_language_without_anything_from_elsewhere(app: TestApp) {
        let admin = app.admin("Inga");
        let list = admin.get("/admin/mails/preview").expect(200);
        for kind in MailKind::ALL {
            for locale in Locale::ALL {
                let path = format!("/admin/mails/preview/{kind}/{locale}");
                assert!(list.body.contains(&format!("\"{path}\"")), "{path}");
                let page = admin.get(&path).expect(200);
                assert!(!page.body.contains("[mail-") && !page.body.contains("mail-kind-"), "{page}");
                let html = admin.get(&format!("{path}/html")).expect(200);
                let allowed = html.header("content-security-policy").unwrap();
                assert!(allowed.starts_with("sandbox;") && allowed.contains("default-src 'none'"), "{allowed}");
                for foreign in ["<img", "<script", "<form", "<iframe", "<link", "src=", "@import", "url("] {
                    assert!(!html.body.contains(foreign), "{path}: {foreign}");
                }
                let own = &app.town.settings.base_url;
                for link in html.body.split("href=\"").skip(1) {
                    assert!(link.starts_with(own.as_str()), "{path}: {link:.60}");
                }
            }
        }
        for none in ["nothing/sv", "decision/xx", "decision/sv/htm"] {
            assert_eq!(admin.get(&format!("/admin/mails/preview/{none}")).status, 404, "{none}");
        }
        let sent: i64 = app.read(|conn| Ok(emails::table.count().get_result(conn)?));
        assert_eq!(sent, 0, "looking sends nothing");
    }

    fn staff_read_in_words_what_waits_and_when_it_is_tried_again(app: TestApp) {
        let idea = app.idea_in(State::WithGroup);
        app.happens(&Actor::System, &came_to_group(&app, &idea));
        app.mailer.fail_next(1);
        app.run_jobs();

        let page = app.admin("Inga").get("/admin/mails").expect(200).page().main_text();

        for words in ["En grupp tar upp din idé", "1 misslyckat försök", "nästa försök", "väntat sedan"] {
            assert!(page.contains(words), "{words}: {page}");
        }
    }
}

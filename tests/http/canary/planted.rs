//! A town in which every text that is not for everyone holds a word of its own.

use diesel::prelude::*;
use medskapa::db::schema::{comments, emails, jobs, people, reports};
use medskapa::ideas::store;
use medskapa::kernel::EmailId;
use medskapa::queue::{self, Job, Lane, Place};

use crate::support::{Client, Staged, State, TestApp};

/// What every word begins with; it stands nowhere else.
const SONG: &str = "kanarie";

/// A word, and the addresses to which a mail may tell it.
pub(super) struct Planted {
    pub(super) word: String,
    pub(super) concerned: Vec<String>,
}

/// The town, and what was put where.
pub(super) struct Garden {
    pub(super) app: TestApp,
    pub(super) planted: Vec<Planted>,
    pub(super) moderator: Client,
    /// Open for everyone; people talk about it.
    pub(super) open: Staged,
    /// Waits for a moderator.
    pub(super) screened: String,
    /// Was open, and is hidden.
    pub(super) hidden: String,
    /// Waits for a moderator.
    pub(super) waiting_comment: i64,
}

impl Garden {
    pub(super) fn plant(app: TestApp) -> Self {
        for state in State::ALL.iter().filter(|state| state.is_public()) {
            app.idea_in(*state);
        }
        let open = app.idea_in(State::Open);
        let moderator = app.moderator("Kanariemoderator");
        let mut garden = Self {
            app,
            planted: Vec::new(),
            moderator,
            open,
            screened: String::new(),
            hidden: String::new(),
            waiting_comment: 0,
        };
        garden.put("moderator", &["kanariemoderator@example.org"]);
        garden.drafts();
        garden.screening();
        garden.returned();
        garden.refused();
        garden.hidden();
        garden.joined_and_hidden();
        garden.comments();
        garden.reports();
        garden.supporters();
        garden.asked();
        garden.people();
        garden.saved();
        garden.machinery();
        garden
    }

    /// Notes a word that is used now; gives it.
    fn put(&mut self, place: &str, concerned: &[&str]) -> String {
        let word = format!("{SONG}{place}");
        let concerned = concerned.iter().map(|address| (*address).to_owned()).collect();
        self.planted.push(Planted { word: word.clone(), concerned });
        word
    }

    /// A search that somebody has saved.
    fn saved(&mut self) {
        let word = self.put("bevakas", &["rut@example.org"]);
        let query = format!("q={word}+plats");
        self.app.resident("Rut").post("/account/saved-searches", &[("query", &*query)]).expect(303);
    }

    /// Fills in the four pages.
    fn write(writer: &Client, word: &str, email: &str) {
        writer.post("/ideas/new", &[("title", &*format!("En plats för {word}"))]).expect(303);
        writer.post("/ideas/new/why", &[("body", &*format!("Här behövs {word} för alla barn."))]).expect(303);
        writer.post("/ideas/new/where", &[("area", "hela")]).expect(303);
        let name = if email.is_empty() { "Olle" } else { word };
        writer.post("/ideas/new/contact", &[("author_name", name), ("email", email)]).expect(303);
    }

    /// Writes and sends; gives the number.
    fn send(writer: &Client, word: &str, email: &str) -> String {
        Self::write(writer, word, email);
        writer.post("/ideas/new/send", &[]).expect(303);
        writer.get("/ideas/new/thanks").expect(200).page().text_of(".confirmation-number")
    }

    /// What the moderator decides about an idea.
    fn judge(&self, number: &str, fields: &[(&str, &str)]) {
        let version = self.version(number);
        let path = format!("/moderation/ideas/{number}");
        self.moderator.post(&path, &[fields, &[("version", &*version)]].concat()).expect(303);
    }

    pub(super) fn publish(&self, number: &str) {
        self.judge(number, &[("choice", "publish"), ("theme", "utbildning"), ("group", "utbildning")]);
    }

    pub(super) fn version(&self, number: &str) -> String {
        self.app.read(|conn| store::load_by_number(conn, number)).version.to_string()
    }

    fn hide(&self, number: &str, words: &str) {
        let version = self.version(number);
        let fields = [("choice", "hide"), ("ground", "R5"), ("words", words), ("version", &*version)];
        self.moderator.post(&format!("/moderation/ideas/{number}/visibility"), &fields).expect(303);
    }

    /// One of a visitor with an address, one of somebody who has signed in.
    fn drafts(&mut self) {
        let word = self.put("utkast", &["kanarieutkast@example.org"]);
        Self::write(&self.app.visitor(), &word, "kanarieutkast@example.org");
        let word = self.put("eget", &["rut@example.org"]);
        Self::write(&self.app.resident("Rut"), &word, "");
    }

    /// One that waits, one that its author took back before anybody had read it.
    fn screening(&mut self) {
        let word = self.put("granskas", &["kanariegranskas@example.org"]);
        let visitor = self.app.visitor();
        self.screened = Self::send(&visitor, &word, "kanariegranskas@example.org");
        let code = visitor.get("/ideas/new/thanks").page().text_of(".receipt-code");
        for code in [code.replace(' ', "-"), code] {
            self.planted.push(Planted { word: code, concerned: vec!["kanariegranskas@example.org".to_owned()] });
        }

        let author = self.app.resident("Tove");
        let (word, why) = (self.put("tillbaka", &[&author.email()]), self.put("tillbakaskal", &[&author.email()]));
        let number = Self::send(&author, &word, "");
        let form = format!("/ideas/{number}/withdrawal");
        author.send_form(&form, &form, &[("reason", &why)]).expect(303);
    }

    /// One that is still to be changed, one that was changed and is public now.
    fn returned(&mut self) {
        let author = self.app.resident("Olle");
        let own: &[&str] = &[&author.email()];
        let (word, words) = (self.put("retur", own), self.put("returord", own));
        let number = Self::send(&author, &word, "");
        self.judge(
            &number,
            &[("choice", "return"), ("ground", "R3"), ("words", &*format!("Ta bort {words} ur texten."))],
        );

        let (word, words) = (self.put("forsta", own), self.put("forstaord", own));
        let number = Self::send(&author, &word, "");
        self.judge(
            &number,
            &[("choice", "return"), ("ground", "R3"), ("words", &*format!("Ta bort {words} ur texten."))],
        );
        let form = format!("/ideas/{number}/edit");
        let clean = [("title", "En plats för alla"), ("body", "Här behövs en plats för alla barn.")];
        author.send_form(&form, &form, &clean).expect(303);
        self.publish(&number);
    }

    /// One that was refused, one whose author wants it judged again.
    fn refused(&mut self) {
        let author = self.app.resident("Nils");
        let own: &[&str] = &[&author.email()];
        for appeals in [false, true] {
            // Whoever refused it is told that it is judged again.
            let told: &[&str] = &[own[0], "kanariemoderator@example.org"];
            let (name, to) = if appeals { ("provas", told) } else { ("nej", own) };
            let (word, words) = (self.put(name, to), self.put(&format!("{name}ord"), own));
            let number = Self::send(&author, &word, "");
            let words = format!("Texten kränker {words} grovt.");
            self.judge(&number, &[("choice", "refuse"), ("ground", "R5"), ("words", &*words)]);
            if appeals {
                let why = self.put("provning", told);
                let form = format!("/ideas/{number}/appeal");
                author.send_form(&form, &form, &[("reason", &*format!("Jag menade inte {why} alls."))]).expect(303);
            }
        }
    }

    /// Published and hidden before anybody was told; with a comment that is shown as such.
    fn hidden(&mut self) {
        let author = self.app.resident("Olle");
        let own: &[&str] = &[&author.email()];
        let (word, words) = (self.put("dold", own), self.put("doldord", own));
        self.hidden = Self::send(&author, &word, "");
        let number = self.hidden.clone();
        self.publish(&number);
        let inside = self.put("doltinlagg", &["elin@example.org"]);
        self.comment(&format!("/ideas/{number}"), &inside, Some(("show", "")));
        self.hide(&number, &format!("Texten kränker {words} grovt."));
    }

    /// Joined into one that is public, then hidden: the public one must not name it.
    fn joined_and_hidden(&mut self) {
        let author = self.app.resident("Olle");
        let word = self.put("ihop", &[&author.email()]);
        let number = Self::send(&author, &word, "");
        self.publish(&number);
        let fields = [("into", &*self.open.number), ("reason", "Det är samma plats.")];
        self.moderator
            .send_form(&format!("/ideas/{number}/desk"), &format!("/ideas/{number}/merge"), &fields)
            .expect(303);
        self.hide(&number, "Texten kränker en person grovt.");
    }

    /// Writes a comment in Elin's name, and judges it; gives its id.
    fn comment(&self, idea: &str, word: &str, verdict: Option<(&str, &str)>) -> i64 {
        let elin = self.app.resident("Elin");
        let body = format!("Jag tycker om {word} mest.");
        elin.post(&format!("{idea}/comments"), &[("kind", "for"), ("body", &*body)]).expect(303);
        let id: i64 =
            self.app.read(|conn| Ok(comments::table.select(comments::id).order(comments::id.desc()).first(conn)?));
        if let Some((choice, words)) = verdict {
            let fields = [("choice", choice), ("ground", "R5"), ("words", words)];
            self.moderator.post(&format!("/moderation/comments/{id}"), &fields).expect(303);
        }
        id
    }

    fn comments(&mut self) {
        let own: &[&str] = &["elin@example.org"];
        let idea = self.open.path();
        let word = self.put("vantar", own);
        self.waiting_comment = self.comment(&idea, &word, None);
        let (word, words) = (self.put("avvisat", own), self.put("avvisord", own));
        self.comment(&idea, &word, Some(("refuse", &format!("Inlägget kränker {words} grovt."))));
        let (word, words) = (self.put("gomt", own), self.put("gomord", own));
        let id = self.comment(&idea, &word, Some(("show", "")));
        let fields = [("choice", "hide"), ("ground", "R5"), ("words", &*format!("Inlägget kränker {words} grovt."))];
        self.moderator.post(&format!("/moderation/comments/{id}"), &fields).expect(303);
    }

    /// One that was answered, one that is open.
    fn reports(&mut self) {
        let address = "kanarieanmalare@example.org";
        let idea = self.open.at("reports");
        self.put("anmalare", &[address]);
        let (why, answer) = (self.put("anmalan", &[address]), self.put("anmalord", &[address]));
        let reason = format!("Det är reklam för {why} i texten.");
        let fields = [("kind", "other"), ("reason", &*reason), ("email", address), ("good_faith", "yes")];
        self.app.visitor().send_form(&idea, &idea, &fields).expect(303);
        let id: i64 = self.app.read(|conn| Ok(reports::table.select(reports::id).first(conn)?));
        let words = format!("Vi ser ingen {answer} i texten.");
        let fields = [("choice", "keep"), ("words", &*words), ("version", &*self.open.version(&self.app))];
        self.moderator.post(&format!("/moderation/reports/{id}"), &fields).expect(303);

        let why = self.put("oppen", &[]);
        let reason = format!("Det är reklam för {why} i texten.");
        let fields = [("kind", "other"), ("reason", &*reason), ("good_faith", "yes")];
        self.app.visitor().send_form(&idea, &idea, &fields).expect(303);
    }

    /// Nobody learns who supports or follows.
    fn supporters(&mut self) {
        let address = "kanariestod@example.org";
        self.put("stod", &[address]);
        let visitor = self.app.visitor();
        visitor.send_form(&self.open.path(), &self.open.at("support/request"), &[("email", address)]).expect(303);
        self.app.run_jobs();
        let text = self.app.mails_to(address).pop().expect("a mail").mail.text;
        let link = text
            .split_whitespace()
            .find_map(|part| part.find("/support/").and_then(|at| part.get(at..)).map(str::to_owned));
        let link = link.expect("a link");
        visitor.send_form(&link, &link, &[("follow", "yes")]).expect(303);

        self.put("foljare", &["kanariefoljare@example.org"]);
        let follower = self.app.resident("Kanariefoljare");
        follower.send_form(&self.open.path(), &self.open.at("support"), &[]).expect(303);
        follower.send_form(&self.open.path(), &self.open.at("follow"), &[]).expect(303);
    }

    /// Addresses of those who are asked, and why somebody said no to the group.
    fn asked(&mut self) {
        let (asking, owning) = (self.app.idea_in(State::WithGroup), self.app.idea_in(State::WithGroup));
        self.put("fragad", &["kanariefragad@example.org"]);
        let by = self.app.today().plus_days(10).to_string();
        let fields = [
            ("asked_name", "Rektorn"),
            ("asked_email", "kanariefragad@example.org"),
            ("question", "Går det bra?"),
            ("due_on", &*by),
        ];
        asking.chair.send_form(&asking.at("desk"), &asking.at("inquiries"), &fields).expect(303);

        self.put("agare", &["kanarieagare@example.org"]);
        let leads = [&owning.chair, &owning.coordinator, &owning.secretary].map(Client::email);
        let why = self.put("tackarnej", &leads.each_ref().map(String::as_str));
        let fields = [
            ("reason", "Det går att göra."),
            ("owner_email", "kanarieagare@example.org"),
            ("owner_name", "Gun"),
            ("organisation", "Föreningen"),
            ("first_step_on", &*by),
        ];
        owning.chair.send_form(&owning.at("desk"), &owning.at("proposal"), &fields).expect(303);
        let id = self.app.read(|conn| {
            let this = people::table.filter(people::email.eq("kanarieagare@example.org"));
            Ok(this.select(people::id).first(conn)?)
        });
        let form = owning.at("ownership");
        let words = format!("Jag har {why} just nu.");
        let fields = [("answer", "no"), ("reason", &*words)];
        self.app.signed_in(id, "Gun").send_form(&form, &owning.at("ownership/answer"), &fields).expect(303);
    }

    /// Names of accounts behind another name, why somebody was suspended, what a key is called.
    fn people(&mut self) {
        self.put("konto", &["kanariekonto@example.org"]);
        let author = self.app.resident("Kanariekonto");
        author.post("/ideas/new", &[("title", "Fler träd på torget")]).expect(303);
        author.post("/ideas/new/why", &[("body", "Träden ger skugga på sommaren.")]).expect(303);
        author.post("/ideas/new/where", &[("area", "hela")]).expect(303);
        author.post("/ideas/new/contact", &[("author_name", "En boende")]).expect(303);
        author.post("/ideas/new/send", &[]).expect(303);
        let number = author.get("/ideas/new/thanks").page().text_of(".confirmation-number");
        self.publish(&number);

        let why = self.put("avstangd", &["sune@example.org"]);
        let person = self.app.resident("Sune").id();
        let fields = [("suspended", "yes"), ("reason", &*format!("Har hotat {why} flera gånger."))];
        self.app.admin("Ada").post(&format!("/admin/people/{person}/suspension"), &fields).expect(303);

        let label = self.put("nyckel", &["kanariekonto@example.org"]);
        author.send_form("/account/tokens", "/account/tokens", &[("label", &label)]).expect(201);
    }

    /// What went wrong with a job, and what a mail server answered.
    fn machinery(&mut self) {
        let (why, answer) = (self.put("jobbfel", &[]), self.put("serversvar", &[]));
        self.app.write(|tx| {
            queue::add(tx, Job::SendMail { email: EmailId::new(999_999) }, &Place::alone(Lane::Own))?;
            let newest: i64 = jobs::table.select(jobs::id).order(jobs::id.desc()).first(tx.conn)?;
            diesel::update(jobs::table.filter(jobs::id.eq(newest)))
                .set((jobs::state.eq("dead"), jobs::last_error.eq(&why)))
                .execute(tx.conn)?;
            diesel::update(emails::table).set(emails::server_said.eq(&answer)).execute(tx.conn)?;
            Ok(())
        });
    }
}

//! What the words in braces stand for: things that are there, made when they are asked for.

use diesel::prelude::*;
use medskapa::accounts::session;
use medskapa::db::Tx;
use medskapa::db::schema::{ballots, comments, decisions, ideas, inquiries, people, reports, seats, sessions};
use medskapa::error::Result;
use medskapa::kernel::token::random_token;
use medskapa::kernel::{GroupId, IdeaId};
use medskapa::web::assets;

use super::made;
use crate::support::{Client, Staged, State, TestApp};

/// What the words in braces stand for.
pub(crate) struct Scene<'a> {
    pub(crate) app: &'a TestApp,
    /// The idea that `{number}` is.
    pub(crate) idea: Option<&'a Staged>,
    /// The lead group: `{slug}`, and `{group}` its id.
    pub(crate) group: GroupId,
    /// Who asks; `{session}` is the sign-in in use.
    pub(crate) client: Option<&'a Client>,
}

impl<'a> Scene<'a> {
    /// A scene with one idea, whoever asks.
    pub(crate) fn of(app: &'a TestApp, idea: &'a Staged) -> Self {
        Self { app, idea: Some(idea), group: idea.group, client: None }
    }

    /// Fills in the words in braces.
    #[track_caller]
    pub(crate) fn fill(&self, text: &str) -> String {
        let mut pieces = text.split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (word, rest) = piece.split_once('}').unwrap_or_else(|| panic!("a brace without an end in {text}"));
            filled.push_str(&self.meaning(word));
            filled.push_str(rest);
        }
        filled
    }

    /// What a word in braces stands for.
    #[track_caller]
    fn meaning(&self, word: &str) -> String {
        match word {
            "number" => self.idea.map_or("2026-9999", |idea| idea.number.as_str()).to_owned(),
            // One that is no longer right, so that nothing changes.
            "version" => "0".to_owned(),
            "slug" => "utbildning".to_owned(),
            "group" => self.group.to_string(),
            "soon" => self.app.today().plus_days(10).to_string(),
            "later" => self.app.today().plus_days(30).to_string(),
            "token" => "no-token-of-ours-but-as-long-as-one-of-them".to_owned(),
            "key" => random_token(&self.app.town.random),
            "style" => assets::path_of("main.css"),
            "session" => self.session(),
            "saved_search" => self.saved_search(),
            "person" => self.app.resident("Sven").id().to_string(),
            "example_person" => self.example_person(),
            "seat" => self.seat(),
            "late_seat" => self.late_seat(),
            "seat_reply" => self.seat_reply(),
            "seat_report" => made::seat_report(self.app, self.group, &self.seat()),
            "question" => self.comment("visible"),
            "waiting_comment" => self.comment("waiting"),
            "report" => self.report(),
            "ballot" => self.ballot(),
            "inquiry" => self.inquiry(),
            "grade_link" => self.grade_link(),
            "other_number" => self.other_number(),
            "dead_job" => made::dead_job(self.app),
            "call" => made::call(self.app),
            "dead_mail" => made::dead_mail(self.app),
            "stop_news" => made::stop_news(self.app),
            "readyz" => made::readyz(self.app),
            _ => panic!("what is {{{word}}}? Say it in tests/http/examples/scene.rs, or give the example a path"),
        }
    }

    /// The newest sign-in of whoever asks; one that does not exist for a visitor.
    fn session(&self) -> String {
        let Some(client) = self.client.filter(|client| client.is_person()) else { return "999".to_owned() };
        let of_the_person = sessions::table.filter(sessions::person_id.eq(client.id()));
        let newest: i64 =
            self.app.read(|conn| Ok(of_the_person.order(sessions::id.desc()).select(sessions::id).first(conn)?));
        newest.to_string()
    }

    /// A search that whoever asks has saved; one that does not exist for a visitor.
    fn saved_search(&self) -> String {
        let Some(client) = self.client.filter(|client| client.is_person()) else { return "999999".to_owned() };
        made::saved_search(self.app, client.id())
    }

    /// Somebody of the example town.
    fn example_person(&self) -> String {
        let client = self.app.resident("Elin");
        self.app.write(|tx| {
            let this = people::table.filter(people::id.eq(client.id()));
            diesel::update(this).set(people::example.eq(true)).execute(tx.conn)?;
            Ok(())
        });
        client.id().to_string()
    }

    /// A seat that can be ended.
    fn seat(&self) -> String {
        let holder = self.app.seated(self.group, "member", "Siri");
        let held = seats::table.filter(seats::person_id.eq(holder.id())).filter(seats::group_id.eq(self.group));
        let id: i64 = self.app.read(|conn| Ok(held.order(seats::id.desc()).select(seats::id).first(conn)?));
        id.to_string()
    }

    /// A seat that should have told of a decision long ago, so that those who lead the group may.
    fn late_seat(&self) -> String {
        let seat = self.seat();
        self.app.idea_in(State::Declined);
        let decided_on = self.app.today().plus_days(-25);
        self.app.write(|tx| {
            let of_the_group = decisions::table.filter(decisions::group_id.eq(self.group));
            Ok(diesel::update(of_the_group).set(decisions::decided_on.eq(decided_on)).execute(tx.conn)?)
        });
        seat
    }

    /// An answer of whoever asks to what a seat has told; one that does not exist for a visitor.
    fn seat_reply(&self) -> String {
        let Some(client) = self.client.filter(|client| client.is_person()) else { return "999999".to_owned() };
        made::seat_reply(self.app, &made::seat_report(self.app, self.group, &self.seat()), client.id())
    }

    /// A question about the idea in a state, not answered yet.
    fn comment(&self, state: &str) -> String {
        let Some(idea) = self.idea else { return "999999".to_owned() };
        let writer = self.app.resident("Kim");
        let found: Option<i64> = self.app.read(|conn| {
            let of_the_idea = comments::table.filter(comments::idea_id.eq(idea.id)).filter(comments::state.eq(state));
            let open = of_the_idea.filter(comments::answered_at.is_null());
            Ok(open.select(comments::id).first(conn).optional()?)
        });
        let id = found.unwrap_or_else(|| self.app.write(|tx| insert_comment(tx, idea.id, &writer, state)));
        id.to_string()
    }

    /// A report about the idea that nobody has decided on.
    fn report(&self) -> String {
        let Some(idea) = self.idea else { return "999999".to_owned() };
        let found: Option<i64> = self.app.read(|conn| {
            let open = reports::table.filter(reports::idea_id.eq(idea.id)).filter(reports::decided_at.is_null());
            Ok(open.select(reports::id).first(conn).optional()?)
        });
        found.unwrap_or_else(|| self.app.write(|tx| insert_report(tx, idea.id))).to_string()
    }

    /// The ballot about the idea; one that does not exist when there is none.
    fn ballot(&self) -> String {
        let Some(idea) = self.idea else { return "999999".to_owned() };
        let found: Option<i64> = self.app.read(|conn| {
            let of_the_idea = ballots::table.filter(ballots::idea_id.eq(idea.id)).order(ballots::id.desc());
            Ok(of_the_idea.select(ballots::id).first(conn).optional()?)
        });
        found.unwrap_or(999_999).to_string()
    }

    /// The question, or handing on, that waits for an answer; one that does not exist when none does.
    fn inquiry(&self) -> String {
        let Some(idea) = self.idea else { return "999999".to_owned() };
        let found: Option<i64> = self.app.read(|conn| {
            let of_the_idea = inquiries::table.filter(inquiries::idea_id.eq(idea.id));
            Ok(of_the_idea.select(inquiries::id).first(conn).optional()?)
        });
        found.unwrap_or(999_999).to_string()
    }

    /// The word in the mail by which the author of a carried out idea says what he or she thinks.
    fn grade_link(&self) -> String {
        medskapa::ideas::grade::token(&self.app.town, self.app.idea_in(State::Done).id)
    }

    /// An open idea that another can be merged into: the first there is.
    fn other_number(&self) -> String {
        let own = self.idea.map_or(IdeaId::new(0), |idea| idea.id);
        let found: Option<Option<String>> = self.app.read(|conn| {
            let others = ideas::table.filter(ideas::state.eq("open")).filter(ideas::id.ne(own));
            Ok(others.order(ideas::id).select(ideas::number).first(conn).optional()?)
        });
        found.flatten().unwrap_or_else(|| self.app.idea_in(State::Open).number)
    }
}

fn insert_comment(tx: &mut Tx<'_>, idea: IdeaId, writer: &Client, state: &str) -> Result<i64> {
    let shown = (state == "visible").then_some(tx.now);
    Ok(diesel::insert_into(comments::table)
        .values((
            comments::idea_id.eq(idea),
            comments::kind.eq("question"),
            comments::state.eq(state),
            comments::body.eq("När kan bänkarna stå på plats?"),
            comments::language.eq("sv"),
            comments::author_id.eq(writer.id()),
            comments::author_name.eq(writer.name()),
            comments::created_at.eq(tx.now),
            comments::shown_at.eq(shown),
        ))
        .returning(comments::id)
        .get_result(tx.conn)?)
}

fn insert_report(tx: &mut Tx<'_>, idea: IdeaId) -> Result<i64> {
    Ok(diesel::insert_into(reports::table)
        .values((
            reports::idea_id.eq(idea),
            reports::kind.eq("other"),
            reports::lane.eq(1),
            reports::reason.eq("Det är reklam."),
            reports::reporter_locale.eq("sv"),
            reports::open_key.eq(Some(format!("idea-{idea}"))),
            reports::voices.eq(1),
            reports::at.eq(tx.now),
            reports::due_at.eq(tx.now.plus_days(session::RECEIPT_DAYS)),
        ))
        .returning(reports::id)
        .get_result(tx.conn)?)
}

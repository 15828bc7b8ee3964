//! A small town for tests: people, groups with seats and ideas in any public state, on SQLite and,
//! when `TEST_DATABASE_URL` names one, on PostgreSQL.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::{DraftRow, Idea, Sending, Update, apply, insert_draft, load, mark_sent, next_number, save_draft};
use crate::accounts;
use crate::db::schema::{ballot_counts, help_requests, idea_notes, ideas, promises, seats, steering_groups};
use crate::db::{Conn, Db, Tx};
use crate::error::Result;
use crate::i18n::Locale;
use crate::ideas::lifecycle::{Change, State};
use crate::kernel::token::{Key, random_token};
use crate::kernel::{
    Actor, BallotId, Clock, Date, EmailAddress, GroupId, IdeaId, PersonId, Random, Secret, SessionId, Timestamp,
};
use crate::policy::Role;
use crate::town::{Settings, Town};

/// 22 November 2026, 12:00:05 in UTC.
pub(crate) const NOON: Timestamp = Timestamp::from_microseconds(1_795_348_805_000_000);

/// A town with a clock that stands until it is turned.
pub(crate) struct Stage {
    pub(crate) db: Db,
    pub(crate) town: Town,
    _folder: tempfile::TempDir,
}

impl Stage {
    /// The same empty town on every database there is.
    pub(crate) fn all() -> Vec<Self> {
        let mut stages = Vec::new();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.sqlite");
        stages.push(Self::on(&format!("sqlite://{}", path.display()), folder));
        #[expect(clippy::disallowed_methods, reason = "a test finds its second database here, not a setting")]
        if let Ok(url) = std::env::var("TEST_DATABASE_URL") {
            let schema: String = random_token(&Random::System).chars().filter(char::is_ascii_alphanumeric).collect();
            let schema = format!("talk_{}", schema.to_lowercase());
            open(&url).read(|conn| Ok(conn.batch_execute(&format!("CREATE SCHEMA {schema}"))?)).unwrap();
            let joint = if url.contains('?') { '&' } else { '?' };
            let own = format!("{url}{joint}options=-csearch_path%3D{schema}");
            stages.push(Self::on(&own, tempfile::tempdir().unwrap()));
        }
        stages
    }

    fn on(url: &str, folder: tempfile::TempDir) -> Self {
        let db = open(url);
        db.migrate().unwrap();
        let town = Town { settings: Settings::default(), key: Key::new(vec![7; 32]), random: Random::System };
        Self { db, town, _folder: folder }
    }

    pub(crate) fn write<T>(&self, work: impl FnMut(&mut Tx<'_>) -> Result<T>) -> T {
        self.db.write(work).unwrap()
    }

    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> T {
        self.db.read(work).unwrap()
    }

    pub(crate) fn turn_clock_to(&self, moment: Timestamp) {
        self.db.clock().set(moment);
    }

    /// A signed-in resident.
    pub(crate) fn resident(&self, name: &str) -> Actor {
        self.person(name, Role::Resident)
    }

    pub(crate) fn person(&self, name: &str, role: Role) -> Actor {
        let email = EmailAddress::parse(&format!("{}@example.org", name.to_lowercase())).unwrap();
        let id = self.write(|tx| {
            let new = accounts::store::NewPerson {
                email: &email,
                display_name: name,
                organisation: None,
                about: None,
                locale: Locale::Swedish,
                role,
                example: false,
                confirmed: true,
            };
            accounts::store::insert(tx, &new)
        });
        Actor::Person { id, session: SessionId::new(1), receipt: None }
    }

    pub(crate) fn group(&self, slug: &str, kind: &str, tie_rule: &str) -> GroupId {
        self.write(|tx| {
            Ok(diesel::insert_into(steering_groups::table)
                .values((
                    steering_groups::version.eq(1_i64),
                    steering_groups::slug.eq(slug),
                    steering_groups::name.eq(format!("Gruppen {slug}")),
                    steering_groups::kind.eq(kind),
                    steering_groups::mandate.eq(""),
                    steering_groups::builds_on.eq(""),
                    steering_groups::meets.eq(""),
                    steering_groups::tie_rule.eq(tie_rule),
                    steering_groups::quorum_percent.eq(50),
                    steering_groups::open_ideas.eq(0_i64),
                    steering_groups::created_at.eq(tx.now),
                ))
                .returning(steering_groups::id)
                .get_result(tx.conn)?)
        })
    }

    /// A new person with a seat that began long ago.
    pub(crate) fn seated(&self, name: &str, group: GroupId, role: &str) -> Actor {
        let actor = self.resident(name);
        self.seat(&actor, group, role);
        actor
    }

    pub(crate) fn seat(&self, actor: &Actor, group: GroupId, role: &str) {
        let person = id_of(actor);
        self.write(|tx| {
            diesel::insert_into(seats::table)
                .values((
                    seats::group_id.eq(group),
                    seats::person_id.eq(person),
                    seats::role.eq(role),
                    seats::represents.eq(""),
                    seats::starts_on.eq(NOON.date().plus_days(-30)),
                ))
                .execute(tx.conn)?;
            Ok(())
        });
    }

    /// Ends every seat with a role.
    pub(crate) fn leave_vacant(&self, role: &str) {
        self.write(|tx| {
            let yesterday = NOON.date().plus_days(-1);
            diesel::update(seats::table.filter(seats::role.eq(role)))
                .set(seats::ends_on.eq(Some(yesterday)))
                .execute(tx.conn)?;
            Ok(())
        });
    }

    /// An idea that everyone can support for thirty days.
    pub(crate) fn open_idea(&self, group: GroupId, goal: i64) -> Idea {
        let idea = self.idea(group, State::Open, None);
        self.write(|tx| {
            diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
                .set(ideas::support_goal.eq(goal))
                .execute(tx.conn)?;
            load(tx.conn, idea.id)
        })
    }

    /// An idea in a state that needs no owner, reason or other idea.
    pub(crate) fn idea(&self, group: GroupId, state: State, author: Option<PersonId>) -> Idea {
        self.write(|tx| {
            let today = tx.now.date();
            let id = insert_draft(tx, &self.town, &random_token(&Random::System), author)?;
            let draft = DraftRow {
                id: Some(id),
                title: "Lampor vid cykelbanan".to_owned(),
                body: "Det är mörkt när vi går hem från träningen.".to_owned(),
                area: "hela".to_owned(),
                author_name: "Amina".to_owned(),
                ..DraftRow::default()
            };
            save_draft(tx, id, &draft, "sv")?;
            let number = next_number(tx)?;
            let receipt = random_token(&Random::System);
            mark_sent(tx, id, &Sending { number: &number, receipt_hash: &receipt, author, today })?;
            let idea = load(tx.conn, id)?;
            let due_on = (state != State::Open).then_some(today.plus_days(30));
            let update = Update {
                theme: Some("trygghet"),
                group: Some(group),
                closes_on: Some(today.plus_days(30)),
                ..Update::default()
            };
            apply(tx, &idea, idea.version, &Change { next: state, due_on }, &update)?;
            load(tx.conn, id)
        })
    }

    /// An idea that nobody but its author and the moderators may read, due in thirty days.
    pub(crate) fn unpublished(&self, state: State) -> IdeaId {
        self.write(|tx| {
            let today = tx.now.date();
            let id = insert_draft(tx, &self.town, &random_token(&Random::System), None)?;
            let number = next_number(tx)?;
            let receipt = random_token(&Random::System);
            mark_sent(tx, id, &Sending { number: &number, receipt_hash: &receipt, author: None, today })?;
            let idea = load(tx.conn, id)?;
            let update = Update { ground: Some("R10"), reason: Some("Skriv tydligare."), ..Update::default() };
            apply(tx, &idea, idea.version, &Change { next: state, due_on: Some(today.plus_days(30)) }, &update)?;
            Ok(id)
        })
    }

    pub(crate) fn hide(&self, idea: &Idea) {
        self.write(|tx| {
            diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
                .set((ideas::hidden.eq(true), ideas::listed.eq(false)))
                .execute(tx.conn)?;
            Ok(())
        });
    }

    pub(crate) fn mark_young(&self, idea: &Idea) {
        self.write(|tx| {
            diesel::update(idea_notes::table.filter(idea_notes::idea_id.eq(idea.id)))
                .set(idea_notes::young_author.eq(true))
                .execute(tx.conn)?;
            Ok(())
        });
    }

    pub(crate) fn reload(&self, idea: &Idea) -> Idea {
        self.read(|conn| load(conn, idea.id))
    }

    pub(crate) fn comment_count(&self, idea: &Idea) -> i64 {
        self.read(|conn| Ok(ideas::table.filter(ideas::id.eq(idea.id)).select(ideas::comment_count).first(conn)?))
    }

    /// The promises of an idea, oldest first: step, promised day, day on which it was kept.
    pub(in crate::ideas) fn promises(&self, idea: &Idea) -> Vec<(State, Date, Option<Date>)> {
        let of_it = promises::table.filter(promises::idea_id.eq(idea.id)).order(promises::id);
        let columns = (promises::step, promises::promised_on, promises::kept_on);
        self.read(|conn| Ok(of_it.select(columns).load(conn)?))
    }

    /// What whoever carries an idea out needs still.
    pub(in crate::ideas) fn open_help(&self, idea: &Idea) -> Vec<String> {
        let open =
            help_requests::table.filter(help_requests::idea_id.eq(idea.id)).filter(help_requests::ended_at.is_null());
        self.read(|conn| Ok(open.select(help_requests::need).load(conn)?))
    }

    /// A yes that nobody cast, as only a hand in the database could add it.
    pub(in crate::ideas) fn add_a_stray_vote(&self, id: BallotId) {
        self.write(|tx| {
            let yes =
                ballot_counts::table.filter(ballot_counts::ballot_id.eq(id)).filter(ballot_counts::choice.eq("yes"));
            diesel::update(yes).set(ballot_counts::count.eq(ballot_counts::count + 1)).execute(tx.conn)?;
            Ok(())
        });
    }

    /// The names of the columns that a table has in the database itself, in alphabetical order.
    pub(in crate::ideas) fn columns_of(&self, table: &str) -> Vec<String> {
        #[derive(diesel::QueryableByName)]
        struct Column {
            #[diesel(sql_type = diesel::sql_types::Text)]
            name: String,
        }
        let question = if self.db.is_sqlite() {
            format!("SELECT name FROM pragma_table_info('{table}')")
        } else {
            format!(
                "SELECT column_name::text AS name FROM information_schema.columns \
                 WHERE table_name = '{table}' AND table_schema = current_schema()"
            )
        };
        let found: Vec<Column> = self.read(|conn| Ok(diesel::sql_query(question).load(conn)?));
        let mut names: Vec<String> = found.into_iter().map(|column| column.name).collect();
        names.sort();
        names
    }

    /// The kinds of the events of an idea, oldest first.
    pub(crate) fn events(&self, idea: IdeaId) -> Vec<&'static str> {
        let rows = self.read(|conn| crate::journal::of_idea(conn, idea, true, 100));
        rows.iter().map(|row| row.event.kind()).collect()
    }
}

fn open(url: &str) -> Db {
    let config = crate::db::Config { url: Secret::new(url.to_owned()), ..crate::db::Config::default() };
    Db::open(&config, Clock::standing_at(NOON)).unwrap()
}

/// The person behind an actor of a test.
pub(crate) fn id_of(actor: &Actor) -> PersonId {
    actor.person().unwrap()
}

//! Ideas in every state, with everything that the state needs.

mod rows;

use diesel::prelude::*;
use medskapa::db::schema::{drafts, ideas};
use medskapa::ideas::lifecycle::State;
use medskapa::ideas::store;
use medskapa::kernel::{GroupId, IdeaId};
use medskapa::web::cookies;

use super::{Client, TestApp};

/// Token of the draft that an idea in the state `draft` is.
const DRAFT_TOKEN: &str = "a draft token for tests, long enough to be one";

/// An idea on the stage, and everyone who has something to do with it.
#[derive(Clone)]
pub(crate) struct Staged {
    pub(crate) id: IdeaId,
    /// Public number; empty for a draft.
    pub(crate) number: String,
    /// The lead group, also of an idea that has none yet.
    pub(crate) group: GroupId,
    pub(crate) author: Client,
    /// Read it when it came in.
    pub(crate) moderator: Client,
    pub(crate) chair: Client,
    pub(crate) coordinator: Client,
    pub(crate) secretary: Client,
    pub(crate) member: Client,
    /// Asked to own the carrying out (proposal) or owns it (from a yes on).
    pub(crate) owner: Client,
    /// Asked a question (awaiting answer).
    pub(crate) asked: Client,
}

impl Staged {
    /// Address of its page.
    pub(crate) fn path(&self) -> String {
        format!("/ideas/{}", self.number)
    }

    /// Address under its page, as `idea.at("support")`.
    pub(crate) fn at(&self, what: &str) -> String {
        format!("/ideas/{}/{what}", self.number)
    }

    /// Address under it in the API, as `idea.api("support")`.
    pub(crate) fn api(&self, what: &str) -> String {
        format!("/api/v1/ideas/{}/{what}", self.number)
    }

    /// Its version now, for forms.
    pub(crate) fn version(&self, app: &TestApp) -> String {
        app.read(|conn| store::load(conn, self.id)).version.to_string()
    }

    /// Its state now.
    pub(crate) fn state(&self, app: &TestApp) -> State {
        app.read(|conn| store::load(conn, self.id)).state
    }
}

impl TestApp {
    /// An idea in a state, with its people. Their names are the same for every idea, so they are
    /// the same people; the lead group is the one with the slug `utbildning`.
    pub(crate) fn idea_in(&self, state: State) -> Staged {
        let people = self.cast();
        let into = (state == State::Merged).then(|| self.idea_in(State::Open).id);
        let (id, number) = self.write(|tx| rows::insert(tx, &self.town, &people, state, into));
        if state == State::Draft {
            people.author.set_cookie(cookies::DRAFT, DRAFT_TOKEN);
        }
        Staged { id, number, ..people }
    }

    /// The people of every idea; made with the first one.
    fn cast(&self) -> Staged {
        let mut cast = self.cast.lock().expect("no test has failed in between");
        let make = || {
            let group = self.group("utbildning");
            Staged {
                id: IdeaId::new(0),
                number: String::new(),
                group,
                author: self.resident("Amina"),
                moderator: self.moderator("Bo"),
                chair: self.chair_of(group),
                coordinator: self.coordinator_of(group),
                secretary: self.secretary_of(group),
                member: self.member_of(group),
                owner: self.resident("Gustav"),
                asked: self.resident("Hanna"),
            }
        };
        cast.get_or_insert_with(make).clone()
    }

    /// Hides an idea as a moderator does.
    pub(crate) fn hide(&self, idea: &Staged) {
        self.write(|tx| {
            let this = ideas::table.filter(ideas::id.eq(idea.id));
            diesel::update(this).set((ideas::hidden.eq(true), ideas::listed.eq(false))).execute(tx.conn)?;
            Ok(())
        });
    }

    /// Offers an idea to another group, which has not answered yet.
    pub(crate) fn offer(&self, idea: &Staged, to: GroupId) {
        self.write(|tx| rows::insert_handover(tx, idea, to));
    }

    /// How many drafts there are.
    pub(crate) fn drafts(&self) -> i64 {
        self.read(|conn| Ok(drafts::table.count().get_result(conn)?))
    }
}

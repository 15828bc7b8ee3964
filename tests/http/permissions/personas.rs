//! Everyone who can be something to an idea, and what that is.

use diesel::prelude::*;
use medskapa::accounts::session::{self, Purpose};
use medskapa::db::schema::people;
use medskapa::kernel::{Actor, SessionId};
use medskapa::policy::{Role, Standing};
use medskapa::web::cookies;

use crate::examples::{Example, Subject};
use crate::support::{Client, Staged, State, TestApp};

/// The group that ideas are offered to.
pub(super) const RECEIVING_GROUP: &str = "fritid";

/// What somebody is to the idea, beside the role on the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Nobody,
    /// Signed in as its author.
    Author,
    /// Has shown its receipt code, without signing in.
    Receipt,
    /// Chair, coordinator or secretary of the lead group; on the roll of its ballot.
    Lead,
    /// Member of the lead group; on the roll of its ballot.
    Member,
    /// Chair of the group it is offered to.
    Receiver,
    /// Chair of a group that has nothing to do with it.
    Elsewhere,
    /// Asked to own, or owns, the carrying out.
    Owner,
    /// Asked a question.
    Asked,
}

/// Somebody, and what he or she is.
pub(crate) struct Persona {
    pub(crate) name: &'static str,
    pub(crate) client: Client,
    pub(crate) suspended: bool,
    /// Whether every idea is this persona's own.
    pub(crate) own: bool,
    role: Option<Role>,
    part: Part,
}

/// Everyone.
pub(crate) fn all(app: &TestApp) -> Vec<Persona> {
    use Part::{Asked, Author, Elsewhere, Lead, Member, Nobody, Owner, Receipt, Receiver};
    let (lead, receiving, other) = (app.group("utbildning"), app.group(RECEIVING_GROUP), app.group("arbete"));
    let resident = Some(Role::Resident);
    let persona = |name, client, role, part| Persona { name, client, suspended: false, own: false, role, part };
    let mut everyone = vec![
        persona("a visitor", app.visitor(), None, Nobody),
        persona("the author by receipt", app.visitor(), None, Receipt),
        persona("a resident", app.resident("Rut"), resident, Nobody),
        persona("the author", app.resident("Amina"), resident, Author),
        persona("a moderator", app.moderator("Mona"), Some(Role::Moderator), Nobody),
        persona("the moderator who screened", app.moderator("Bo"), Some(Role::Moderator), Nobody),
        persona("the process group", app.process("Petra"), Some(Role::Process), Nobody),
        persona("an administrator", app.admin("Ada"), Some(Role::Admin), Nobody),
        persona("the chair", app.chair_of(lead), resident, Lead),
        persona("the coordinator", app.coordinator_of(lead), resident, Lead),
        persona("the secretary", app.secretary_of(lead), resident, Lead),
        persona("a member", app.member_of(lead), resident, Member),
        persona("the chair of the receiving group", app.chair_of(receiving), resident, Receiver),
        persona("the chair of another group", app.chair_of(other), resident, Elsewhere),
        persona("the owner", app.resident("Gustav"), resident, Owner),
        persona("the one who is asked", app.resident("Hanna"), resident, Asked),
    ];
    let own = |name, client, role, part| Persona { own: true, ..persona(name, client, role, part) };
    everyone.push(own("a moderator with an idea", app.moderator("Malin"), Some(Role::Moderator), Author));
    everyone.push(own("a chair with an idea", app.seated(lead, "chair", "Lars"), resident, Lead));
    let suspended = app.moderator("Sture");
    suspend(app, &suspended);
    everyone.push(Persona {
        suspended: true,
        ..persona("a suspended moderator", suspended, Some(Role::Moderator), Nobody)
    });
    everyone
}

fn suspend(app: &TestApp, client: &Client) {
    app.write(|tx| {
        let this = people::table.filter(people::id.eq(client.id()));
        diesel::update(this).set(people::suspended.eq(true)).execute(tx.conn)?;
        Ok(())
    });
}

impl Persona {
    /// The same persona in a new browser, for requests that may end the sign-in.
    pub(crate) fn fresh(&self, app: &TestApp) -> Client {
        if !self.client.is_person() {
            let visitor = app.visitor();
            if let Some(receipt) = self.client.cookie(cookies::RECEIPT) {
                visitor.set_cookie(cookies::RECEIPT, &receipt);
            }
            return visitor;
        }
        app.signed_in(self.client.id(), self.client.name())
    }

    /// Lets the browser of the author by receipt remember the code of this idea.
    pub(crate) fn prepare(&self, app: &TestApp, idea: &Staged) {
        if self.part == Part::Receipt {
            let until = app.now().plus_days(1);
            let token = session::sign(&app.town, Purpose::Receipt, idea.id.get(), app.now(), until);
            self.client.set_cookie(cookies::RECEIPT, &token.expect("a token"));
        }
    }

    /// The persona as the rules know it.
    pub(crate) fn actor(&self) -> Actor {
        Actor::Person { id: self.client.id(), session: SessionId::new(0), receipt: None }
    }

    /// What the persona is to an idea in a state. The API knows no cookies, so no receipts.
    pub(crate) fn standing(&self, state: State, api: bool) -> Standing {
        let part = if api && self.part == Part::Receipt { Part::Nobody } else { self.part };
        let author = self.own || matches!(part, Part::Author | Part::Receipt);
        let in_lead_group = matches!(part, Part::Lead | Part::Member);
        let lead_group_known = state.is_public() && (state != State::Draft);
        let staff = matches!(self.role, Some(Role::Moderator | Role::Admin));
        let active = !self.suspended;
        Standing {
            role: self.role,
            suspended: self.suspended,
            sees_subject: state.is_public() || (active && (author || staff)),
            author,
            owner: part == Part::Owner && has_owner(state),
            asked: part == Part::Asked && state == State::AwaitingAnswer,
            process_seat: false,
            seated: in_lead_group || matches!(part, Part::Receiver | Part::Elsewhere),
            member: in_lead_group && lead_group_known,
            lead: part == Part::Lead && lead_group_known,
            receiver: part == Part::Receiver && state.is_with_group(),
            voter: in_lead_group && state == State::Ballot && !self.own,
            system: false,
        }
    }

    /// What the persona is to what an example is about, when that belongs to an idea in a state.
    pub(crate) fn to(&self, state: State, example: &Example) -> Standing {
        let standing = self.standing(state, example.is_api());
        let staff = matches!(self.role, Some(Role::Moderator | Role::Admin)) && !self.suspended;
        match example.subject {
            Subject::OfStaff(_) => Standing { sees_subject: staff, ..standing },
            Subject::Idea(_) | Subject::Nothing | Subject::Group => standing,
        }
    }

    /// What the persona is where no idea is concerned.
    pub(crate) fn beside_ideas(&self, example: &Example) -> Standing {
        let of_the_group = example.subject == Subject::Group;
        Standing {
            role: self.role,
            suspended: self.suspended,
            sees_subject: true,
            seated: matches!(self.part, Part::Lead | Part::Member | Part::Receiver | Part::Elsewhere),
            member: of_the_group && matches!(self.part, Part::Lead | Part::Member),
            lead: of_the_group && self.part == Part::Lead,
            ..Standing::default()
        }
    }
}

/// The states in which somebody is asked to own the carrying out, or owns it.
const fn has_owner(state: State) -> bool {
    matches!(
        state,
        State::Proposal | State::Accepted | State::PartlyAccepted | State::UnderWay | State::Done | State::Stopped
    )
}

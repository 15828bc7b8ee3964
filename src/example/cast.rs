//! The people and groups of the example town.

use std::collections::HashMap;

use super::content::{Content, Group};
use crate::accounts::store::{NewPerson, insert};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::groups::store::{NewGroup, NewSeat, insert as insert_group, insert_seat};
use crate::groups::{GroupKind, SeatRole, TieRule};
use crate::kernel::{Actor, Clock, EmailAddress, GroupId, PersonId, SessionId, Timestamp};

/// Days ago on which the groups were formed.
const FOUNDED_DAYS_AGO: i64 = 700;
/// Days ago on which the youth council was elected.
const ELECTED_DAYS_AGO: i32 = 213;

impl Member {
    /// The first of those who lead, and who did not write the idea.
    pub(super) fn lead_but(&self, author: Option<PersonId>) -> Result<PersonId> {
        let found = self.leads.iter().find(|lead| Some(**lead) != author);
        found.copied().ok_or_else(|| unknown("somebody who leads"))
    }
}

/// Who is who.
pub(super) struct Cast {
    people: HashMap<String, (PersonId, EmailAddress)>,
    groups: HashMap<String, Member>,
}

/// A group and who acts for it.
pub(super) struct Member {
    pub(super) id: GroupId,
    pub(super) slug: String,
    /// Chair, coordinator and secretary, in that order.
    pub(super) leads: Vec<PersonId>,
    pub(super) members: Vec<PersonId>,
}

impl Cast {
    /// The person with this key.
    pub(super) fn person(&self, key: &str) -> Result<PersonId> {
        self.people.get(key).map(|(id, _)| *id).ok_or_else(|| unknown(key))
    }

    /// The address of the person with this key.
    pub(super) fn email(&self, key: &str) -> Result<&EmailAddress> {
        self.people.get(key).map(|(_, email)| email).ok_or_else(|| unknown(key))
    }

    /// The person with this key, acting.
    pub(super) fn actor(&self, key: &str) -> Result<Actor> {
        self.person(key).map(acting)
    }

    /// The group with this key.
    pub(super) fn group(&self, key: &str) -> Result<&Member> {
        self.groups.get(key).ok_or_else(|| unknown(key))
    }
}

fn unknown(key: &str) -> Error {
    Error::internal(format!("example town: nobody is called {key:?}"))
}

/// A person who acts. No session is behind it: nothing here comes from a browser.
pub(super) const fn acting(id: PersonId) -> Actor {
    Actor::Person { id, session: SessionId::new(0), receipt: None }
}

/// Makes the people and groups.
pub(super) fn enter(db: &Db, clock: &Clock, now: Timestamp, content: &Content) -> Result<Cast> {
    clock.set(now.plus_days(-FOUNDED_DAYS_AGO));
    db.write(|tx| {
        let mut people = HashMap::new();
        for person in &content.people {
            let email = EmailAddress::parse(&person.email).ok_or_else(|| unknown(&person.email))?;
            let new = NewPerson {
                email: &email,
                display_name: &person.display_name,
                organisation: person.organisation.as_deref(),
                about: Some(&person.about),
                locale: person.locale,
                role: person.role,
                example: true,
                confirmed: true,
            };
            let id = insert(tx, &new)?;
            people.insert(person.key.clone(), (id, email));
        }
        let mut cast = Cast { people, groups: HashMap::new() };
        for group in &content.groups {
            let member = found(tx, &cast, group, now)?;
            cast.groups.insert(group.key.clone(), member);
        }
        Ok(cast)
    })
}

fn found(tx: &mut Tx<'_>, cast: &Cast, group: &Group, now: Timestamp) -> Result<Member> {
    let kind: GroupKind = group.kind.parse().map_err(Error::internal)?;
    let young = kind == GroupKind::YouthCouncil;
    let id = insert_group(
        tx,
        &NewGroup {
            slug: &group.slug,
            name: &group.name,
            kind,
            theme: group.theme.as_deref(),
            mandate: &group.mandate,
            builds_on: &group.builds_on,
            meets: &group.meets,
            tie_rule: if young { TieRule::NoDecision } else { TieRule::Chair },
            quorum_percent: 50,
        },
    )?;
    let starts_on = if young { now.date().plus_days(-ELECTED_DAYS_AGO) } else { tx.now.date() };
    let mut leads = Vec::new();
    let mut members = Vec::new();
    for seat in &group.seat {
        let person = cast.person(&seat.person)?;
        let role: SeatRole = seat.role.parse().map_err(Error::internal)?;
        match role {
            SeatRole::Chair => leads.insert(0, person),
            SeatRole::Coordinator | SeatRole::Secretary => leads.push(person),
            SeatRole::Member => {}
        }
        // The coordinator of a youth council is a grown-up and has no vote.
        if !(young && role == SeatRole::Coordinator) {
            members.push(person);
        }
        insert_seat(tx, &NewSeat { group: id, person, role, represents: &seat.represents, starts_on, ends_on: None })?;
    }
    Ok(Member { id, slug: group.slug.clone(), leads, members })
}

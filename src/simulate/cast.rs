//! The people and groups of the simulated town.

use crate::accounts::store::{NewPerson, insert};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::groups::store::{NewGroup, NewSeat, insert as insert_group, insert_seat};
use crate::groups::{GroupKind, SeatRole, TieRule};
use crate::i18n::Locale;
use crate::kernel::{Actor, EmailAddress, GroupId, PersonId, SessionId};
use crate::policy::Role;

use super::chance::Chance;

/// How somebody does what is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Temper {
    /// In time.
    Diligent,
    /// Often late, and now and then with a new day.
    Slow,
    /// Never.
    Asleep,
}

/// A steering group.
pub(super) struct Team {
    pub(super) id: GroupId,
    pub(super) theme: String,
    pub(super) temper: Temper,
    /// The chair, or the coordinator where the chair is vacant.
    pub(super) lead: PersonId,
}

/// Somebody who carries ideas out.
pub(super) struct Owner {
    pub(super) id: PersonId,
    pub(super) email: String,
    pub(super) temper: Temper,
}

/// Who there is.
pub(super) struct Cast {
    /// Those who write, support and follow.
    pub(super) residents: Vec<PersonId>,
    pub(super) moderators: Vec<PersonId>,
    pub(super) teams: Vec<Team>,
    pub(super) owners: Vec<Owner>,
    /// Those who vote in the youth council.
    pub(super) council: Vec<PersonId>,
}

/// Word of the youth council in addresses.
pub(super) const COUNCIL: &str = "ungdomsradet";

/// Residents for each idea that is written in the year, and the least in a town.
const RESIDENTS_PER_TWO_IDEAS: usize = 5;
const LEAST_RESIDENTS: usize = 120;

/// A person who acts. No session is behind it: nothing here comes from a browser.
pub(super) const fn acting(id: PersonId) -> Actor {
    Actor::Person { id, session: SessionId::new(0), receipt: None }
}

/// The address of a resident, by place.
pub(super) fn resident_address(place: usize) -> String {
    format!("boende-{place}@example.org")
}

impl Cast {
    /// The team that answers for a theme; the first one for a theme without.
    pub(super) fn team_of(&self, group: Option<GroupId>) -> Option<&Team> {
        self.teams.iter().find(|team| Some(team.id) == group)
    }

    /// Somebody to carry an idea out, by chance.
    pub(super) fn any_owner(&self, chance: &Chance) -> Option<&Owner> {
        self.owners.get(chance.below(self.owners.len()))
    }

    pub(super) fn owner(&self, id: PersonId) -> Option<&Owner> {
        self.owners.iter().find(|owner| owner.id == id)
    }
}

/// Makes everyone: for each theme a group, of which two are diligent, one slow, one asleep and one
/// slow without a chair.
pub(super) fn enter(tx: &mut Tx<'_>, themes: &[String], ideas: usize) -> Result<Cast> {
    let mut residents = Vec::new();
    for place in 0..(ideas * RESIDENTS_PER_TWO_IDEAS / 2).max(LEAST_RESIDENTS) {
        residents.push(person(tx, &resident_address(place), "Boende", Role::Resident)?);
    }
    let mut moderators = Vec::new();
    for place in 0..3 {
        moderators.push(person(tx, &format!("moderator-{place}@example.org"), "Moderator", Role::Moderator)?);
    }
    let tempers = [
        (Temper::Diligent, false),
        (Temper::Slow, false),
        (Temper::Asleep, false),
        (Temper::Diligent, false),
        (Temper::Slow, true),
    ];
    let mut teams = Vec::new();
    for (theme, (temper, vacant)) in themes.iter().zip(tempers.into_iter().cycle()) {
        teams.push(team(tx, theme, temper, vacant)?);
    }
    let mut owners = Vec::new();
    for place in 0..12 {
        let email = format!("utforare-{place}@example.org");
        let temper = match place {
            0..=6 => Temper::Diligent,
            7..=9 => Temper::Slow,
            _ => Temper::Asleep,
        };
        let id = person(tx, &email, "Utförare", Role::Resident)?;
        owners.push(Owner { id, email, temper });
    }
    let council = council(tx)?;
    watchers(tx)?;
    Ok(Cast { residents, moderators, teams, owners, council })
}

fn person(tx: &mut Tx<'_>, email: &str, name: &str, role: Role) -> Result<PersonId> {
    let email = EmailAddress::parse(email).ok_or_else(|| Error::internal("not an address"))?;
    insert(
        tx,
        &NewPerson {
            email: &email,
            display_name: name,
            organisation: None,
            about: None,
            locale: Locale::Swedish,
            role,
            example: false,
            confirmed: true,
        },
    )
}

fn group(tx: &mut Tx<'_>, slug: &str, kind: GroupKind, theme: Option<&str>) -> Result<GroupId> {
    insert_group(
        tx,
        &NewGroup {
            slug,
            name: slug,
            kind,
            theme,
            mandate: "Svarar på idéer.",
            builds_on: "",
            meets: "Varje månad",
            tie_rule: TieRule::NoDecision,
            quorum_percent: 50,
        },
    )
}

fn seat(tx: &mut Tx<'_>, group: GroupId, person: PersonId, role: SeatRole) -> Result<()> {
    let starts_on = tx.now.date();
    insert_seat(tx, &NewSeat { group, person, role, represents: "Föreningarna", starts_on, ends_on: None })?;
    Ok(())
}

fn team(tx: &mut Tx<'_>, theme: &str, temper: Temper, vacant: bool) -> Result<Team> {
    let id = group(tx, theme, GroupKind::Steering, Some(theme))?;
    let coordinator = person(tx, &format!("samordnare-{theme}@example.org"), "Samordnare", Role::Resident)?;
    seat(tx, id, coordinator, SeatRole::Coordinator)?;
    let mut lead = coordinator;
    if !vacant {
        lead = person(tx, &format!("ordforande-{theme}@example.org"), "Ordförande", Role::Resident)?;
        seat(tx, id, lead, SeatRole::Chair)?;
    }
    for place in 0..3 {
        let member = person(tx, &format!("ledamot-{place}-{theme}@example.org"), "Ledamot", Role::Resident)?;
        seat(tx, id, member, SeatRole::Member)?;
    }
    Ok(Team { id, theme: theme.to_owned(), temper, lead })
}

fn council(tx: &mut Tx<'_>) -> Result<Vec<PersonId>> {
    let id = group(tx, COUNCIL, GroupKind::YouthCouncil, None)?;
    let mut members = Vec::new();
    for place in 0..7 {
        let member = person(tx, &format!("radet-{place}@example.org"), "Ledamot", Role::Resident)?;
        seat(tx, id, member, if place == 0 { SeatRole::Chair } else { SeatRole::Member })?;
        members.push(member);
    }
    Ok(members)
}

/// The process group, which is told of everything that is late.
fn watchers(tx: &mut Tx<'_>) -> Result<()> {
    let id = group(tx, "processgruppen", GroupKind::Process, None)?;
    for place in 0..2 {
        let member = person(tx, &format!("process-{place}@example.org"), "Processledare", Role::Process)?;
        seat(tx, id, member, if place == 0 { SeatRole::Chair } else { SeatRole::Member })?;
    }
    Ok(())
}

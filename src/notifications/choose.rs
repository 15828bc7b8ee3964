//! Choosing the pace of one's mails, and following themes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pace::{Channel, Pace};
use super::store;
use crate::accounts::{self, standing};
use crate::db::{Conn, Db};
use crate::error::{Code, Error, FieldErrors, Result};
use crate::follows;
use crate::kernel::{Actor, PersonId};
use crate::policy::{self, Action};
use crate::report_back::{self, views::Followed};
use crate::town::Town;

crate::word_enum! {
    /// How mails in Swedish are worded.
    pub enum Ease {
        /// As the pages are.
        Usual = "usual",
        /// In short sentences and common words.
        Simple = "simple",
    }
}

/// The form as it came in: a pace for each channel; what is left empty stays as it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawChoices {
    /// One's own ideas, questions and tasks: `at_once` or `daily`.
    pub own: String,
    /// Followed ideas: `at_once`, `daily`, `weekly` or `never`.
    pub followed: String,
    /// Ballots in which one may vote: `at_once`, `daily` or `never`.
    pub ballots: String,
    /// What others write about one's ideas: `daily`, `weekly` or `never`.
    pub comments: String,
    /// What fits a saved search: `daily`, `weekly` or `never`.
    pub saved_searches: String,
    /// Followed themes: `weekly` or `never`.
    pub themes: String,
    /// What is told by whoever speaks for one in a group: `at_once` or `never`.
    pub seats: String,
    /// How mails are worded: `usual`, or `simple` for easy Swedish.
    pub ease: String,
}

impl RawChoices {
    /// What is chosen for a channel, as it was written.
    #[must_use]
    pub fn of(&self, channel: Channel) -> &str {
        match channel {
            Channel::Own => &self.own,
            Channel::Followed => &self.followed,
            Channel::Ballots => &self.ballots,
            Channel::Comments => &self.comments,
            Channel::SavedSearches => &self.saved_searches,
            Channel::Themes => &self.themes,
            Channel::Seats => &self.seats,
        }
    }

    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ease.is_empty() && Channel::ALL.iter().all(|channel| self.of(*channel).is_empty())
    }

    /// The form of what is chosen.
    #[must_use]
    pub fn from(choices: &Choices) -> Self {
        let pace = |channel: Channel| choices.pace(channel).as_str().to_owned();
        Self {
            own: pace(Channel::Own),
            followed: pace(Channel::Followed),
            ballots: pace(Channel::Ballots),
            comments: pace(Channel::Comments),
            saved_searches: pace(Channel::SavedSearches),
            themes: pace(Channel::Themes),
            seats: pace(Channel::Seats),
            ease: choices.ease.as_str().to_owned(),
        }
    }

    /// Reads the form.
    ///
    /// # Errors
    /// Every pace that its channel does not have, and an unknown ease.
    pub fn parse(&self) -> Result<NewChoices> {
        let mut errors = FieldErrors::default();
        let mut paces = Vec::new();
        for channel in Channel::ALL {
            let word = self.of(*channel);
            if word.is_empty() {
                continue;
            }
            match word.parse::<Pace>() {
                Ok(pace) if channel.paces().contains(&pace) => paces.push((*channel, pace)),
                Ok(_) | Err(_) => errors.add(channel.as_str(), Code::FieldUnknownChoice),
            }
        }
        let ease = match self.ease.as_str() {
            "" => None,
            word => errors.choice::<Ease>("ease", word),
        };
        errors.finish(Some(NewChoices { paces, ease }))
    }
}

/// What somebody chooses; what is not named stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChoices {
    /// Channels with their paces.
    pub paces: Vec<(Channel, Pace)>,
    /// How mails are worded.
    pub ease: Option<Ease>,
}

/// What somebody has chosen, with the defaults of what is not chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    chosen: std::collections::BTreeMap<Channel, Pace>,
    /// Themes that he or she follows.
    pub themes: Vec<String>,
    /// Whom he or she hears from.
    pub seats: Vec<Followed>,
    /// How mails are worded.
    pub ease: Ease,
}

impl Choices {
    /// The pace of a channel.
    #[must_use]
    pub fn pace(&self, channel: Channel) -> Pace {
        self.chosen.get(&channel).copied().unwrap_or(channel.default_pace())
    }
}

/// What the signed-in person has chosen.
///
/// # Errors
/// Sign-in needed.
pub fn load(conn: &mut Conn, actor: &Actor) -> Result<Choices> {
    let person = demand(conn, actor)?;
    let ease = if accounts::store::load(conn, person)?.simple_swedish { Ease::Simple } else { Ease::Usual };
    Ok(Choices {
        chosen: store::choices(conn, person)?,
        themes: follows::store::themes_of(conn, person)?,
        seats: report_back::views::followed(conn, person)?,
        ease,
    })
}

/// Chooses.
///
/// # Errors
/// Sign-in needed.
pub fn save(db: &Db, actor: &Actor, chosen: &NewChoices) -> Result<()> {
    db.write(|tx| {
        let person = demand(tx.conn, actor)?;
        store::take_turn(tx)?;
        let before = store::choices(tx.conn, person)?;
        for (channel, pace) in &chosen.paces {
            if before.get(channel).copied().unwrap_or(channel.default_pace()) != *pace {
                store::choose(tx, person, *channel, *pace)?;
            }
        }
        match chosen.ease {
            Some(ease) => accounts::store::set_simple_swedish(tx, person, ease == Ease::Simple),
            None => Ok(()),
        }
    })
}

/// Follows a theme. A second time changes nothing.
///
/// # Errors
/// Not found for a theme that the town does not have; sign-in needed.
pub fn follow_theme(db: &Db, town: &Town, actor: &Actor, theme: &str) -> Result<()> {
    demand_theme(town, theme)?;
    db.write(|tx| {
        let person = demand(tx.conn, actor)?;
        follows::store::follow_theme(tx, theme, person)?;
        Ok(())
    })
}

/// Ends it.
///
/// # Errors
/// As [`follow_theme`].
pub fn end_theme(db: &Db, town: &Town, actor: &Actor, theme: &str) -> Result<()> {
    demand_theme(town, theme)?;
    db.write(|tx| {
        let person = demand(tx.conn, actor)?;
        follows::store::end_theme(tx, theme, person)?;
        Ok(())
    })
}

/// Whether the asker follows a theme; a visitor follows none.
///
/// # Errors
/// Not found for a theme that the town does not have.
pub fn follows_theme(conn: &mut Conn, town: &Town, actor: &Actor, theme: &str) -> Result<bool> {
    demand_theme(town, theme)?;
    match actor.person() {
        Some(person) => Ok(follows::store::themes_of(conn, person)?.iter().any(|own| own == theme)),
        None => Ok(false),
    }
}

fn demand_theme(town: &Town, theme: &str) -> Result<()> {
    if town.settings.themes.iter().any(|known| known == theme) { Ok(()) } else { Err(Error::NotFound) }
}

fn demand(conn: &mut Conn, actor: &Actor) -> Result<PersonId> {
    policy::authorise(&standing::of(conn, actor)?, Action::AccountManage)?;
    actor.person().ok_or(Error::SignInNeeded)
}

//! What residents do: write, change, appeal, support and follow.

use std::collections::BTreeSet;

use crate::error::Result;
use crate::i18n::Locale;
use crate::ideas::actions;
use crate::ideas::draft::{self, RawIdea};
use crate::ideas::forms::{RawAppeal, Rewrite};
use crate::ideas::store::{self, Idea};
use crate::kernel::token::random_token;
use crate::kernel::{Actor, IdeaId, PersonId};

use super::agenda::Act;
use super::cast::{acting, resident_address};
use super::profile;
use super::year::{Year, at, number};

/// Of a hundred ideas, those that are written without leaving any contact.
const WITHOUT_CONTACT: u64 = 5;
/// Of a hundred who support an idea, those who follow it.
const FOLLOWERS: u64 = 20;
/// Minutes during which an idea is supported; most come early.
const SUPPORT_MINUTES: i64 = 85 * 24 * 60;

const THINGS: [&str; 8] = ["bänkar", "lampor", "träd", "cykelställ", "papperskorgar", "bord", "gungor", "skyltar"];
const PLACES: [&str; 8] = ["torget", "skolan", "dammen", "hållplatsen", "biblioteket", "parken", "backen", "stigen"];

impl Year {
    pub(super) fn write(&mut self) -> Result<()> {
        let place = self.some_resident();
        let author = self.cast.residents.get(place).copied().filter(|_| !self.chance.percent(WITHOUT_CONTACT));
        let thing = self.chance.one_of(&THINGS)?;
        let where_to = self.chance.one_of(&PLACES)?;
        let raw = RawIdea {
            title: format!("Sätt upp fler {thing} vid {where_to}"),
            body: format!("Vid {where_to} saknas {thing}. Det gör vardagen svårare för oss som bor i närheten."),
            area: self.chance.one_of(&self.parts.town.settings.areas)?.clone(),
            author_name: "Boende".to_owned(),
            ..RawIdea::default()
        };
        let new = draft::parse(&raw, &self.parts.town)?;
        let (db, town) = (&self.parts.db, &self.parts.town);
        let actor = author.map_or(Actor::VISITOR, acting);
        let receipt = actions::create(db, town, &actor, &random_token(&town.random), &new, Locale::Swedish)?;
        self.ledger.written(&receipt.number, author.map(|_| resident_address(place)), self.clock.now());
        Ok(())
    }

    /// A resident by chance; some are active and most are not.
    fn some_resident(&self) -> usize {
        let among = self.cast.residents.len();
        self.chance.below(self.chance.below(among) + 1)
    }

    /// Enters everyone who is going to support an idea that was published just now.
    pub(super) fn expect_support(&mut self, idea: IdeaId) -> Result<()> {
        let wanted = profile::votes(&self.chance).min(self.cast.residents.len() * 2 / 3);
        let mut supporters = BTreeSet::new();
        while supporters.len() < wanted {
            let Some(by) = self.cast.residents.get(self.some_resident()) else { break };
            if !supporters.insert(*by) {
                // Who is active has supported already; then somebody else does.
                supporters.insert(*self.chance.one_of(&self.cast.residents)?);
            }
        }
        for by in supporters {
            let part = i64::try_from(self.chance.per_mille()).unwrap_or_default();
            let minutes = SUPPORT_MINUTES * part * part / 1000 * part / 1_000_000;
            let follows = self.chance.percent(FOLLOWERS);
            self.agenda.enter(self.clock.now().plus_minutes(minutes), Act::Support { idea, by, follows });
        }
        Ok(())
    }

    pub(super) fn support(&mut self, id: IdeaId, by: PersonId, follows: bool) -> Result<()> {
        let idea = self.parts.db.read(|conn| store::load(conn, id))?;
        // Nobody supports an own idea, and what is decided is supported by nobody.
        if idea.author_id == Some(by) || !actions::takes_support(&idea, self.clock.now().date()) {
            return Ok(());
        }
        actions::support(&self.parts.db, &self.parts.town, &acting(by), number(&idea)?)?;
        if follows {
            actions::follow(&self.parts.db, &acting(by), number(&idea)?)?;
        }
        Ok(())
    }

    /// The author of an idea: the person, or whoever holds its receipt.
    fn author(idea: &Idea) -> Actor {
        idea.author_id.map_or(Actor::Visitor { receipt: Some(idea.id) }, acting)
    }

    pub(super) fn rewrite(&mut self, idea: &Idea) -> Result<()> {
        let raw = RawIdea {
            title: idea.title.clone(),
            body: format!("{} Nu står det tydligare.", idea.body),
            author_name: idea.author_name.clone(),
            ..RawIdea::default()
        };
        let new = draft::parse(&raw, &self.parts.town)?;
        let text = Rewrite { title: new.title, body: new.body, area: idea.area.clone(), language: new.language };
        at(idea, |at| actions::rewrite(&self.parts.db, &self.parts.town, &Self::author(idea), at, &text))
    }

    pub(super) fn appeal(&mut self, idea: &Idea) -> Result<()> {
        let raw = RawAppeal {
            reason: "Texten handlar om en plats och inte om en person.".to_owned(),
            ..RawAppeal::default()
        };
        let reason = raw.parse()?;
        at(idea, |at| actions::appeal(&self.parts.db, &self.parts.town, &Self::author(idea), at, &reason))
    }
}

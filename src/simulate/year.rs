//! Lets the days pass: what people do at their moments, and every hour the program's own work.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::app::{Adapters, App, StartError};
use crate::config::Config;
use crate::error::{Error, Result};
use crate::ideas::actions::At;
use crate::ideas::forms::{Ticket, Version};
use crate::ideas::lifecycle::State;
use crate::ideas::store::{self, Idea};
use crate::kernel::token::Key;
use crate::kernel::{Clock, Date, IdeaId, PersonId, Random, Secret, Timestamp};
use crate::mail::Mailer;
use crate::workers::{self, Parts};

use super::agenda::{Act, Agenda, Deed};
use super::cast::{self, Cast};
use super::chance::Chance;
use super::ledger::Ledger;
use super::outcome::Outcome;
use super::views::{self, Seen};
use super::{Plan, profile};

/// The hours at which the program does its own work; at night there is only midnight's.
const HOURS: [i8; 17] = [0, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];
/// The hour at which everyone looks at what is there for them to do.
const LOOKING_HOUR: i8 = 8;
/// Days before the first one on which the town's people came together.
const FOUNDED_DAYS_BEFORE: i32 = 30;

/// The town in its year.
pub(super) struct Year {
    pub(super) plan: Plan,
    pub(super) parts: Parts,
    pub(super) clock: Clock,
    pub(super) chance: Chance,
    pub(super) cast: Cast,
    pub(super) agenda: Agenda,
    pub(super) ledger: Ledger,
    /// Which moderator refused an idea: another one reads the appeal.
    pub(super) refused_by: BTreeMap<IdeaId, PersonId>,
    /// What somebody has seen and taken up.
    pub(super) taken_up: BTreeSet<(IdeaId, &'static str, Timestamp, Option<Date>)>,
}

impl Year {
    pub(super) fn begin(plan: &Plan, folder: &Path) -> std::result::Result<Self, StartError> {
        let clock = Clock::standing_at(plan.begins.plus_days(-FOUNDED_DAYS_BEFORE).at_hour(9));
        let config = settings(folder)?;
        let key = Key::new(config.secret_key.expose().as_bytes().to_vec());
        let adapters = Adapters {
            clock: clock.clone(),
            random: Random::seeded(plan.seed),
            mailer: Some(Mailer::memory(&config.mail, &key)?),
        };
        let parts = App::worker_parts(config, adapters)?;
        let themes = &parts.town.settings.themes;
        let cast = parts.db.write(|tx| cast::enter(tx, themes, plan.ideas))?;
        let chance = Chance::from_seed(plan.seed.wrapping_add(1));
        let mut agenda = Agenda::default();
        let days = usize::try_from(plan.days).unwrap_or_default();
        let mut day = plan.begins;
        for count in profile::ideas_by_day(&chance, plan.ideas, days) {
            for _ in 0..count {
                agenda.enter(day.start().plus_minutes(profile::minute_of_day(&chance)), Act::Write);
            }
            day = day.plus_days(1);
        }
        let ledger = Ledger::new(plan, parts.town.settings.clocks, cast.residents.len());
        Ok(Self {
            plan: plan.clone(),
            parts,
            clock,
            chance,
            cast,
            agenda,
            ledger,
            refused_by: BTreeMap::new(),
            taken_up: BTreeSet::new(),
        })
    }

    /// Lets every day pass.
    pub(super) fn pass(&mut self) -> Result<()> {
        for day in 0..self.plan.days {
            let today = self.plan.begins.plus_days(day);
            let away = self.plan.down_after..self.plan.down_after + self.plan.down_days;
            self.parts.mailer.set_down(away.contains(&day));
            for hour in HOURS {
                self.hour(today.at_hour(hour))?;
                if hour == LOOKING_HOUR {
                    let ideas = self.parts.db.read(views::ideas_now)?;
                    self.look(&ideas);
                }
            }
            let ideas = self.parts.db.read(views::ideas_now)?;
            self.ledger.close_day(today, &ideas);
        }
        Ok(())
    }

    /// What came of it, after the last mails had a day to go out.
    pub(super) fn end(mut self) -> Result<Outcome> {
        self.parts.mailer.set_down(false);
        let last = self.plan.begins.plus_days(self.plan.days);
        for hour in HOURS {
            self.clock.set(last.at_hour(hour));
            self.work()?;
        }
        let climbs = self.parts.db.read(views::climbs)?;
        let left_behind = self.parts.db.read(views::left_behind)?;
        Ok(self.ledger.settle(&self.plan, &climbs, left_behind))
    }

    fn hour(&mut self, moment: Timestamp) -> Result<()> {
        while let Some((at, act)) = self.agenda.next_until(moment) {
            self.clock.set(at);
            self.perform(act)?;
        }
        self.clock.set(moment);
        self.work()
    }

    /// The program's own work: clocks, jobs and mail.
    fn work(&mut self) -> Result<()> {
        workers::reconcile(&self.parts)?;
        while workers::run_pending(&self.parts)? > 0 {}
        let now = self.clock.now();
        for sent in self.parts.mailer.sent() {
            self.ledger.delivered(now, &sent.mail);
        }
        self.parts.mailer.forget();
        Ok(())
    }

    /// Lets somebody act. What a rule refuses is counted; only a fault ends the year.
    fn perform(&mut self, act: Act) -> Result<()> {
        let done = match act {
            Act::Write => self.write(),
            Act::Support { idea, by, follows } => self.support(idea, by, follows),
            Act::Vote { ballot, by } => self.vote(ballot, by),
            Act::Do { deed, idea, state } => self.act_on(deed, idea, state),
        };
        match done {
            Err(error) if error.code().status() < 500 => {
                self.ledger.refused(&format!("{act:?}"), &error);
                Ok(())
            }
            done => done,
        }
    }

    /// Does something about an idea, unless it has moved on meanwhile.
    fn act_on(&mut self, deed: Deed, id: IdeaId, state: State) -> Result<()> {
        let idea = self.parts.db.read(|conn| store::load(conn, id))?;
        if idea.state != state {
            return Ok(());
        }
        match deed {
            Deed::Screen => self.screen(&idea),
            Deed::Rewrite => self.rewrite(&idea),
            Deed::Appeal => self.appeal(&idea),
            Deed::ShortAnswer => self.decide(&idea, "no"),
            Deed::FirstAnswer => self.answer_first(&idea),
            Deed::WriteAnswer => self.write_answer(&idea),
            Deed::AnswerOwnership => self.answer_ownership(&idea),
            Deed::EndProposal => self.end_proposal(&idea),
            Deed::ConfirmBallot => self.confirm_ballot(&idea),
            Deed::Begin => self.start(&idea),
            Deed::CarryOn => self.carry_on(&idea),
            Deed::PutOff => self.put_off(&idea),
        }
    }

    /// Enters something about an idea that is to be done so many days from now, by day.
    pub(super) fn enter(&mut self, deed: Deed, idea: IdeaId, state: State, days: i32) {
        let at = self.clock.now().date().plus_days(days).at_hour(9).plus_minutes(self.chance.minutes(10 * 60));
        self.agenda.enter(at, Act::Do { deed, idea, state });
    }

    /// The same, so many days of work from now: staff and groups are away in the summer.
    pub(super) fn enter_at_work(&mut self, deed: Deed, idea: IdeaId, state: State, days: i32) {
        let clocks = self.parts.town.settings.clocks;
        let wished = self.clock.now().date().plus_days(days.max(1) - 1);
        let at = clocks.working_days_after(wished, 1).at_hour(9).plus_minutes(self.chance.minutes(7 * 60));
        self.agenda.enter(at, Act::Do { deed, idea, state });
    }
}

/// Hands an action where and on which version it acts.
pub(super) fn at<T>(idea: &Idea, act: impl FnOnce(&At<'_>) -> Result<T>) -> Result<()> {
    let ticket = Ticket { version: Version(idea.version), form_key: String::new() };
    act(&At { number: number(idea)?, ticket: &ticket })?;
    Ok(())
}

/// The public number of an idea that was sent.
pub(super) fn number(idea: &Idea) -> Result<&str> {
    idea.number.as_deref().ok_or_else(|| Error::internal("an idea without a number"))
}

/// Everything as a town would have it, with a pause in July.
fn settings(folder: &Path) -> Result<Config> {
    let mut config = Config {
        data_folder: folder.to_owned(),
        secret_key: Secret::new("a key for a year that never was".repeat(2)),
        ..Config::default()
    };
    config.database.url = Secret::new(format!("sqlite://{}", folder.join("year.sqlite").display()));
    config.town.clocks.summer_pause =
        "07-01 to 07-31".parse().map_err(|_unread| Error::internal("a pause that cannot be read"))?;
    Ok(config)
}

/// Whether an idea waits for nothing any more.
pub(super) fn has_ended(seen: &Seen) -> bool {
    matches!(
        seen.state,
        State::Refused | State::Declined | State::Done | State::Stopped | State::Merged | State::Withdrawn
    )
}

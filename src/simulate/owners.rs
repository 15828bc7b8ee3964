//! What happens between a group that wants something done and somebody who does it.

use crate::error::Result;
use crate::ideas::actions;
use crate::ideas::forms::{RawAskOwner, RawCompletion, RawOwner, RawOwnershipAnswer, RawProgress, RawTakeForward};
use crate::ideas::lifecycle::State;
use crate::ideas::store::Idea;
use crate::ideas::store::ownerships::{self, OwnershipState};
use crate::kernel::Actor;

use super::agenda::Deed;
use super::cast::{Temper, acting};
use super::year::{Year, at};

/// Of a hundred who are asked, those who say no.
const SAY_NO: u64 = 10;
/// Of a hundred proposals, those that the youth council votes about.
const BALLOTS: u64 = 12;
/// Days from a question to the first step that is asked for.
const FIRST_STEP_DAYS: i32 = 200;

impl Year {
    /// Whoever has the carrying out, if somebody has accepted it.
    pub(super) fn owner(&self, idea: &Idea) -> Result<Option<Actor>> {
        let live = self.parts.db.read(|conn| ownerships::live(conn, idea.id))?;
        Ok(live.filter(|owner| owner.state == OwnershipState::Accepted).map(|owner| acting(owner.person)))
    }

    /// Somebody to ask, and when he or she answers.
    fn somebody(&mut self, idea: &Idea, state: State) -> RawOwner {
        let today = self.clock.now().date();
        let Some(owner) = self.cast.any_owner(&self.chance) else { return RawOwner::default() };
        let (email, temper) = (owner.email.clone(), owner.temper);
        if temper != Temper::Asleep {
            let days = self.chance.days(1, if temper == Temper::Slow { 9 } else { 5 });
            self.enter(Deed::AnswerOwnership, idea.id, state, days);
        }
        RawOwner {
            owner_email: email,
            owner_name: "Utförare".to_owned(),
            organisation: "Stadsdelens föreningar".to_owned(),
            first_step_on: today.plus_days(FIRST_STEP_DAYS).to_string(),
            ..RawOwner::default()
        }
    }

    pub(super) fn take_forward(&mut self, idea: &Idea) -> Result<()> {
        let lead = self.lead(idea)?;
        let owner = self.somebody(idea, State::Proposal);
        let reason = "Många har bett om det, och det går att göra.".to_owned();
        let taken = RawTakeForward { reason, owner, ..RawTakeForward::default() }.parse(self.clock.now().date())?;
        at(idea, |at| actions::take_forward(&self.parts.db, &self.parts.town, &lead, at, &taken))
    }

    pub(super) fn answer_ownership(&self, idea: &Idea) -> Result<()> {
        let asked = self.parts.db.read(|conn| ownerships::live(conn, idea.id))?;
        let Some(asked) = asked.filter(|asked| asked.state == OwnershipState::Asked) else { return Ok(()) };
        let no = self.chance.percent(SAY_NO);
        let raw = RawOwnershipAnswer {
            answer: if no { "no" } else { "yes" }.to_owned(),
            reason: if no { "Vi hinner inte i år." } else { "" }.to_owned(),
            ..RawOwnershipAnswer::default()
        };
        let answer = raw.parse(self.clock.now().date())?;
        at(idea, |at| actions::answer_ownership(&self.parts.db, &self.parts.town, &acting(asked.person), at, &answer))
    }

    /// Ends a proposal: with somebody who has accepted by a ballot or a decision, else by asking
    /// somebody (else) and looking again later.
    pub(super) fn end_proposal(&mut self, idea: &Idea) -> Result<()> {
        let live = self.parts.db.read(|conn| ownerships::live(conn, idea.id))?;
        match live.map(|owner| owner.state) {
            Some(OwnershipState::Accepted) if self.chance.percent(BALLOTS) => self.hold_ballot(idea),
            Some(OwnershipState::Accepted) => {
                let outcome = match self.chance.per_mille() {
                    0..100 => "no",
                    100..400 => "partly",
                    _ => "yes",
                };
                self.decide(idea, outcome)
            }
            Some(OwnershipState::Asked) => {
                self.enter_at_work(Deed::EndProposal, idea.id, State::Proposal, 5);
                Ok(())
            }
            _ => {
                let owner = self.somebody(idea, State::Proposal);
                let new = RawAskOwner { owner, ..RawAskOwner::default() }.parse(self.clock.now().date())?;
                let lead = self.lead(idea)?;
                self.enter_at_work(Deed::EndProposal, idea.id, State::Proposal, 12);
                at(idea, |at| actions::ask_owner(&self.parts.db, &self.parts.town, &lead, at, &new))
            }
        }
    }

    pub(super) fn start(&self, idea: &Idea) -> Result<()> {
        let Some(owner) = self.owner(idea)? else { return Ok(()) };
        at(idea, |at| actions::start(&self.parts.db, &self.parts.town, &owner, at, None))
    }

    pub(super) fn carry_on(&self, idea: &Idea) -> Result<()> {
        let Some(owner) = self.owner(idea)? else { return Ok(()) };
        let (db, town) = (&self.parts.db, &self.parts.town);
        if self.chance.percent(40) {
            let raw = RawCompletion {
                result: "Det är klart och används varje dag.".to_owned(),
                not_measured: "yes".to_owned(),
                ..RawCompletion::default()
            };
            let completion = raw.parse()?;
            return at(idea, |at| actions::complete(db, town, &owner, at, &completion));
        }
        let note = RawProgress {
            note: "Grunden är lagd. Nu väntar vi på leveransen.".to_owned(),
            ..RawProgress::default()
        };
        let note = note.parse()?;
        at(idea, |at| actions::report_progress(db, town, &owner, at, &note))
    }
}

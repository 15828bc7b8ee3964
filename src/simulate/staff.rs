//! What moderators and groups do, each in their own time.

use crate::ballots::draft::{RawBallot, parse as parse_ballot};
use crate::ballots::{self, BallotResult, Choice};
use crate::error::{Error, Result};
use crate::ideas::actions::{self, Grounds, Publication, SentForm};
use crate::ideas::clock::{self, Ower};
use crate::ideas::decision::RawDecision;
use crate::ideas::forms::{RawForwarding, RawPostponement, RawQuestion};
use crate::ideas::lifecycle::{Ground, State};
use crate::ideas::store::{Idea, inquiries, ownerships};
use crate::kernel::text::Reason;
use crate::kernel::{Actor, BallotId, PersonId};

use super::agenda::{Act, Deed};
use super::cast::{COUNCIL, Team, Temper, acting};
use super::views::Seen;
use super::year::{Year, at, has_ended, number};

impl Year {
    /// Everyone looks at what there is to do and takes up what is new.
    pub(super) fn look(&mut self, ideas: &[Seen]) {
        let today = self.clock.now().date();
        for seen in ideas.iter().filter(|seen| !has_ended(seen) || seen.state == State::Refused) {
            // Each note gives a new day, and a ballot gets one when it is counted.
            let due = matches!(seen.state, State::UnderWay | State::Ballot).then_some(seen.due_on).flatten();
            if self.taken_up.insert((seen.id, seen.state.as_str(), seen.since, due)) {
                self.take_up(seen);
            }
            let missed = clock::missed(seen.state, seen.due_on, today);
            if missed.is_some() && self.taken_up.insert((seen.id, "late", seen.since, missed)) {
                self.be_late(seen);
            }
        }
    }

    fn take_up(&mut self, seen: &Seen) {
        let temper = self.temper(seen);
        let days = |diligent: (i32, i32), slow: (i32, i32)| match temper {
            Temper::Diligent => Some(self.chance.days(diligent.0, diligent.1)),
            Temper::Slow => Some(self.chance.days(slow.0, slow.1)),
            Temper::Asleep => None,
        };
        let entered = match seen.state {
            State::Screening => Some((Deed::Screen, self.chance.days(1, if self.chance.percent(85) { 4 } else { 12 }))),
            State::Closed => days((5, 25), (20, 60)).map(|days| (Deed::ShortAnswer, days)),
            State::WithGroup => days((7, 35), (25, 75)).map(|days| (Deed::FirstAnswer, days)),
            State::AwaitingAnswer | State::Forwarded if self.chance.percent(70) => {
                days((3, 18), (8, 40)).map(|days| (Deed::WriteAnswer, days))
            }
            State::Proposal => days((15, 60), (60, 120)).map(|days| (Deed::EndProposal, days)),
            State::Ballot if seen.due_on.is_some() => days((1, 10), (5, 25)).map(|days| (Deed::ConfirmBallot, days)),
            State::Accepted | State::PartlyAccepted => {
                let left = seen.due_on.map_or(14, |due| due.days_since(self.clock.now().date()));
                days((left - 5, left), (left, left + 25)).map(|days| (Deed::Begin, days))
            }
            State::UnderWay => days((30, 55), (50, 85)).map(|days| (Deed::CarryOn, days)),
            _ => None,
        };
        if let Some((deed, days)) = entered {
            self.enter_at_work(deed, seen.id, seen.state, days);
        }
        match seen.state {
            State::Returned if self.chance.percent(70) => {
                let days = self.chance.days(2, 25);
                self.enter(Deed::Rewrite, seen.id, seen.state, days);
            }
            State::Refused if self.chance.percent(20) => {
                let days = self.chance.days(1, 20);
                self.enter(Deed::Appeal, seen.id, seen.state, days);
            }
            _ => {}
        }
    }

    /// How whoever has the ball does what is owed.
    fn temper(&self, seen: &Seen) -> Temper {
        if clock::ower(seen.state) == Some(Ower::Owner) {
            let owner = self.parts.db.read(|conn| ownerships::live(conn, seen.id)).ok().flatten();
            let owner = owner.and_then(|owner| self.cast.owner(owner.person));
            return owner.map_or(Temper::Slow, |owner| owner.temper);
        }
        self.cast.team_of(seen.group).map_or(Temper::Diligent, |team| team.temper)
    }

    /// Half of those who are slow give a new day when they see that they are late.
    fn be_late(&mut self, seen: &Seen) {
        let knows_how = seen.state != State::Screening && self.temper(seen) == Temper::Slow;
        if knows_how && self.chance.percent(50) {
            let days = self.chance.days(1, 5);
            self.enter_at_work(Deed::PutOff, seen.id, seen.state, days);
        }
    }

    pub(super) fn team(&self, idea: &Idea) -> Result<&Team> {
        self.cast.team_of(idea.group_id).ok_or_else(|| Error::internal("an idea without a group"))
    }

    pub(super) fn lead(&self, idea: &Idea) -> Result<Actor> {
        Ok(acting(self.team(idea)?.lead))
    }

    pub(super) fn screen(&mut self, idea: &Idea) -> Result<()> {
        let refused_by = self.refused_by.get(&idea.id);
        let others: Vec<PersonId> =
            self.cast.moderators.iter().copied().filter(|moderator| Some(moderator) != refused_by).collect();
        let reader = *self.chance.one_of(&others)?;
        let (db, town) = (&self.parts.db, &self.parts.town);
        let sent = SentForm { version: idea.version, key: "" };
        let words = |text: &str| Reason::parse(text).map_err(|_fault| Error::internal("words that cannot be read"));
        match self.chance.per_mille() {
            0..70 => {
                let words = words("Skriv gärna vilken plats du menar, så att alla förstår.")?;
                let grounds = Grounds { ground: Ground::Unclear, words };
                actions::return_idea(db, town, &acting(reader), number(idea)?, &sent, &grounds)?;
            }
            70..120 if !self.refused_by.contains_key(&idea.id) => {
                let words = words("Texten pekar ut en person.")?;
                let grounds = Grounds { ground: Ground::PersonalData, words };
                actions::refuse(db, town, &acting(reader), number(idea)?, &sent, &grounds)?;
                self.refused_by.insert(idea.id, reader);
            }
            _ => {
                let team = self.chance.one_of(&self.cast.teams)?;
                let publication = Publication { theme: team.theme.clone(), group: team.id };
                actions::publish(db, town, &acting(reader), number(idea)?, &sent, &publication)?;
                self.expect_support(idea.id)?;
            }
        }
        Ok(())
    }

    pub(super) fn answer_first(&mut self, idea: &Idea) -> Result<()> {
        match self.chance.per_mille() {
            0..450 => self.decide(idea, "no"),
            450..830 => self.take_forward(idea),
            830..920 => self.ask(idea),
            _ => self.forward(idea),
        }
    }

    pub(super) fn decide(&mut self, idea: &Idea, outcome: &str) -> Result<()> {
        let text = |words: &str| words.to_owned();
        let raw = RawDecision {
            outcome: text(outcome),
            kind: text("own"),
            what: if outcome == "no" { String::new() } else { text("Det byggs under våren.") },
            reasons: text("Vi har vägt behovet mot vad det kostar."),
            conditions: if outcome == "partly" { text("Bara på ena sidan av vägen.") } else { String::new() },
            would_change: if outcome == "no" { text("Nya pengar i budgeten.") } else { String::new() },
            instead: if outcome == "no" {
                text("Du kan anmäla fel på platsen till kommunen.")
            } else {
                String::new()
            },
            concerns_children: text("no"),
            ..RawDecision::default()
        };
        let lead = self.lead(idea)?;
        at(idea, |at| actions::decide(&self.parts.db, &self.parts.town, &lead, at, &raw))
    }

    fn ask(&self, idea: &Idea) -> Result<()> {
        let due_on = self.clock.now().date().plus_days(20);
        let raw = RawQuestion {
            asked_name: "Parkförvaltningen".to_owned(),
            question: "Vad skulle det kosta, och när kan det göras?".to_owned(),
            due_on: due_on.to_string(),
            ..RawQuestion::default()
        };
        let (lead, question) = (self.lead(idea)?, raw.parse()?);
        at(idea, |at| actions::ask(&self.parts.db, &self.parts.town, &lead, at, &question))
    }

    fn forward(&self, idea: &Idea) -> Result<()> {
        let due_on = self.clock.now().date().plus_days(60);
        let raw = RawForwarding {
            receiver: "Trafiknämnden".to_owned(),
            reason: "Det är nämnden som bestämmer om gatan. Vi tycker att den ska säga ja.".to_owned(),
            due_on: due_on.to_string(),
            ..RawForwarding::default()
        };
        let (lead, forwarding) = (self.lead(idea)?, raw.parse()?);
        at(idea, |at| actions::forward(&self.parts.db, &self.parts.town, &lead, at, &forwarding))
    }

    pub(super) fn write_answer(&self, idea: &Idea) -> Result<()> {
        let waiting = self.parts.db.read(|conn| inquiries::waiting(conn, idea.id))?;
        let Some(waiting) = waiting else { return Ok(()) };
        let answer = Reason::parse("Det går att göra i höst.").map_err(|_fault| Error::internal("no answer"))?;
        let lead = self.lead(idea)?;
        at(idea, |at| actions::answer_inquiry(&self.parts.db, &self.parts.town, &lead, at, waiting.id, &answer))
    }

    /// Lets the youth council vote.
    pub(super) fn hold_ballot(&mut self, idea: &Idea) -> Result<()> {
        let today = self.clock.now().date();
        let raw = RawBallot {
            question: "Ska vi göra det här?".to_owned(),
            held_by: COUNCIL.to_owned(),
            majority: "simple".to_owned(),
            closes_on: today.plus_days(10).to_string(),
        };
        let new = parse_ballot(&raw, today)?;
        let sent = SentForm { version: idea.version, key: "" };
        let (db, town) = (&self.parts.db, &self.parts.town);
        let ballot = actions::open_ballot(db, town, &self.lead(idea)?, number(idea)?, &new, &sent)?;
        for member in self.cast.council.clone() {
            if self.chance.percent(80) {
                let minutes = 60 + self.chance.minutes(9 * 24 * 60);
                self.agenda.enter(self.clock.now().plus_minutes(minutes), Act::Vote { ballot, by: member });
            }
        }
        Ok(())
    }

    pub(super) fn vote(&self, ballot: BallotId, by: PersonId) -> Result<()> {
        let choice = if self.chance.percent(70) { Choice::Yes } else { Choice::No };
        actions::cast_vote(&self.parts.db, &acting(by), ballot, choice)
    }

    pub(super) fn confirm_ballot(&mut self, idea: &Idea) -> Result<()> {
        let newest = self.parts.db.read(|conn| {
            let ids = ballots::views::of_idea(conn, idea.id)?;
            ids.first().map(|id| ballots::store::load(conn, *id)).transpose()
        })?;
        let Some(ballot) = newest else { return Ok(()) };
        match ballot.result {
            Some(BallotResult::Yes) => self.decide(idea, "yes"),
            Some(BallotResult::No) => self.decide(idea, "no"),
            Some(BallotResult::Tie | BallotResult::NoQuorum | BallotResult::Cancelled) => {
                let lead = self.lead(idea)?;
                actions::end_ballot(&self.parts.db, &self.parts.town, &lead, ballot.id, idea.version).map(drop)
            }
            None => Ok(()),
        }
    }

    pub(super) fn put_off(&self, idea: &Idea) -> Result<()> {
        let to = self.clock.now().date().plus_days(self.chance.days(14, 40));
        let reason = "Vi väntar på ett svar om vad det kostar.".to_owned();
        let raw = RawPostponement { due_on: to.to_string(), reason, ..RawPostponement::default() };
        let by = if clock::ower(idea.state) == Some(Ower::Owner) { self.owner(idea)? } else { Some(self.lead(idea)?) };
        let Some(by) = by else { return Ok(()) };
        let new = raw.parse()?;
        at(idea, |at| actions::postpone(&self.parts.db, &self.parts.town, &by, at, &new))
    }
}

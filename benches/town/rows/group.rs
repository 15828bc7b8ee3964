//! The rows of an idea from the lead group on: what was asked, decided and done.

use medskapa::ideas::lifecycle::State;
use medskapa::journal::Event;
use medskapa::kernel::{BallotId, GroupId, IdeaId, InquiryId, OwnershipId, Timestamp};
use rand::Rng as _;

use super::{COORDINATOR, GOAL, Maker, NextIds, OWNERS, Placed};
use crate::Outcome;
use crate::bulk::Table;

impl Maker<'_> {
    pub(super) fn with_the_group(&mut self, idea: &Placed<'_>) -> Outcome<()> {
        let Some(at) = idea.way.with_group else { return Ok(()) };
        let group = GroupId::new(idea.group());
        let due_on = at.date().plus_days(45).number();
        self.happen(at, None, Event::GoalReached { idea: idea.idea(), supports: GOAL });
        self.happen(at, None, Event::CameToGroup { idea: idea.idea(), group, due_on });
        let later = at.plus_days(1).min(self.now);
        match idea.way.state {
            State::AwaitingAnswer => self.inquiry(idea, "question", later),
            State::Forwarded => self.inquiry(idea, "forwarding", later),
            State::Proposal | State::Ballot => {
                let reason = self.writer.line(&mut self.chance, 80);
                self.happen(later, Some(COORDINATOR), Event::TakenForward { idea: idea.idea(), reason });
                if idea.way.state == State::Ballot { self.ballot(idea, later) } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }

    fn inquiry(&mut self, idea: &Placed<'_>, kind: &str, at: Timestamp) -> Outcome<()> {
        let id = NextIds::take(&mut self.next.inquiry);
        let question = self.writer.line(&mut self.chance, 120);
        let is_question = kind == "question";
        let inquiry = InquiryId::new(id);
        let event = if is_question {
            Event::Asked { idea: idea.idea(), inquiry }
        } else {
            Event::Forwarded { idea: idea.idea(), inquiry }
        };
        self.happen(at, Some(COORDINATOR), event);
        self.bulk.row(
            Table::Inquiries,
            &[
                id.into(),
                idea.id.into(),
                kind.into(),
                if is_question { "Hanna H" } else { "Trafikkontoret" }.into(),
                (&question).into(),
                (!is_question).then_some("TK 2026/118").into(),
                at.date().plus_days(20).number().into(),
                at.microseconds().into(),
                (!is_question).then_some(at.microseconds()).into(),
            ],
        )
    }

    fn ballot(&mut self, idea: &Placed<'_>, at: Timestamp) -> Outcome<()> {
        let id = NextIds::take(&mut self.next.ballot);
        let question = self.writer.line(&mut self.chance, 60);
        self.bulk.row(
            Table::Ballots,
            &[
                id.into(),
                idea.id.into(),
                idea.group().into(),
                (&question).into(),
                "simple".into(),
                "chair".into(),
                2.into(),
                4.into(),
                0.into(),
                "open".into(),
                at.microseconds().into(),
                self.now.plus_days(5).microseconds().into(),
            ],
        )?;
        for person in OWNERS.take(4) {
            self.bulk.row(Table::BallotRolls, &[id.into(), person.into(), false.into()])?;
        }
        for choice in ["yes", "no", "abstain"] {
            self.bulk.row(Table::BallotCounts, &[id.into(), choice.into(), 0.into()])?;
        }
        self.happen(at, Some(COORDINATOR), Event::BallotOpened { idea: idea.idea(), ballot: BallotId::new(id) });
        Ok(())
    }

    pub(super) fn decision(&mut self, idea: &Placed<'_>) -> Outcome<()> {
        let (Some(at), Some(outcome)) = (idea.way.decided, idea.way.outcome) else { return Ok(()) };
        let owned = if outcome == "no" { None } else { Some(self.ownership(idea, at)?) };
        let id = NextIds::take(&mut self.next.decision);
        let what = self.writer.prose(&mut self.chance, 180);
        let reasons = self.writer.prose(&mut self.chance, 260);
        let would_change = (outcome == "no").then(|| self.writer.line(&mut self.chance, 90));
        let conditions = (outcome == "partly").then(|| self.writer.line(&mut self.chance, 80));
        let instead = (outcome == "no").then(|| self.writer.line(&mut self.chance, 70));
        self.bulk.row(
            Table::Decisions,
            &[
                id.into(),
                idea.id.into(),
                idea.group().into(),
                outcome.into(),
                "own".into(),
                (&what).into(),
                (&reasons).into(),
                would_change.as_ref().into(),
                instead.as_ref().into(),
                conditions.as_ref().into(),
                owned.into(),
                owned.is_some().into(),
                owned.map(|_| at.date().plus_days(14).number()).into(),
                at.date().number().into(),
                at.microseconds().into(),
            ],
        )?;
        let outcome = outcome.to_owned();
        self.happen(at, Some(COORDINATOR), Event::Decided { idea: idea.idea(), decision: id, outcome });
        Ok(())
    }

    fn ownership(&mut self, idea: &Placed<'_>, decided: Timestamp) -> Outcome<i64> {
        let id = NextIds::take(&mut self.next.ownership);
        let owner = self.chance.random_range(OWNERS);
        let (asked, accepted) = (decided.plus_days(-4), decided.plus_days(-2));
        let ownership = OwnershipId::new(id);
        self.happen(asked, Some(COORDINATOR), Event::OwnerAsked { idea: idea.idea(), ownership });
        self.happen(accepted, Some(owner), Event::OwnerAccepted { idea: idea.idea(), ownership });
        self.bulk.row(
            Table::Ownerships,
            &[
                id.into(),
                idea.id.into(),
                owner.into(),
                "Föreningen på torget".into(),
                decided.date().plus_days(14).number().into(),
                "accepted".into(),
                asked.microseconds().into(),
                accepted.microseconds().into(),
                true.into(),
            ],
        )?;
        Ok(id)
    }

    pub(super) fn end(&mut self, idea: &Placed<'_>, author: i64) -> Outcome<()> {
        let (way, this) = (idea.way, idea.idea());
        if let Some(at) = way.started {
            let id = NextIds::take(&mut self.next.note);
            let body = self.writer.prose(&mut self.chance, 200);
            let owner = COORDINATOR;
            let reported = at.plus_days(9).min(self.now);
            self.happen(at, Some(owner), Event::Started { idea: this });
            self.happen(reported, Some(owner), Event::ProgressReported { idea: this, note: id });
            let values = [id.into(), idea.id.into(), owner.into(), (&body).into(), reported.microseconds().into()];
            self.bulk.row(Table::ProgressNotes, &values)?;
        }
        let Some(at) = way.ended else { return Ok(()) };
        match (way.state, idea.into) {
            (State::Done, _) => self.happen(at, Some(COORDINATOR), Event::Completed { idea: this }),
            (State::Withdrawn, _) => self.happen(at, Some(author), Event::Withdrawn { idea: this }),
            (State::Closed | State::Declined, _) => self.happen(at, None, Event::ClosedUnsupported { idea: this }),
            (State::Merged, Some(into)) => {
                self.happen(at, Some(COORDINATOR), Event::Merged { idea: this, into: IdeaId::new(into) });
                self.happen(at, Some(COORDINATOR), Event::MergedHere { idea: IdeaId::new(into), from: this });
                let reason = self.writer.line(&mut self.chance, 60);
                self.bulk.row(
                    Table::Merges,
                    &[
                        idea.id.into(),
                        into.into(),
                        0.into(),
                        way.supports.into(),
                        0.into(),
                        (&reason).into(),
                        at.microseconds().into(),
                    ],
                )?;
            }
            _ => {}
        }
        Ok(())
    }
}

//! A town with two groups and everyone who takes part.

use super::super::*;
use crate::error::Result;
use crate::ideas::decision::RawDecision;
use crate::ideas::forms::*;
use crate::ideas::lifecycle::State;
use crate::ideas::store::stage::{NOON, Stage, id_of};
use crate::ideas::store::{Idea, inquiries};
use crate::kernel::{Actor, Date, GroupId, InquiryId};
use crate::policy::Role;

pub(super) struct Play {
    pub(super) stage: Stage,
    pub(super) group: GroupId,
    pub(super) other: GroupId,
    /// Leads the group that has the idea.
    pub(super) chair: Actor,
    /// Sits in it without leading.
    pub(super) member: Actor,
    /// Leads the other group.
    pub(super) receiver: Actor,
    pub(super) process: Actor,
    pub(super) moderator: Actor,
    pub(super) owner: Actor,
    pub(super) asked: Actor,
    pub(super) author: Actor,
    pub(super) neighbour: Actor,
}

impl Play {
    /// The same play on every database there is.
    pub(super) fn everywhere() -> Vec<Self> {
        Stage::all().into_iter().map(Self::on).collect()
    }

    fn on(stage: Stage) -> Self {
        let group = stage.group("trygghet", "steering", "chair");
        let other = stage.group("fritid", "steering", "chair");
        Self {
            chair: stage.seated("Chair", group, "chair"),
            member: stage.seated("Member", group, "member"),
            receiver: stage.seated("Receiver", other, "coordinator"),
            process: stage.person("Process", Role::Process),
            moderator: stage.person("Moderator", Role::Moderator),
            owner: stage.resident("Owner"),
            asked: stage.resident("Asked"),
            author: stage.resident("Author"),
            neighbour: stage.resident("Neighbour"),
            stage,
            group,
            other,
        }
    }

    pub(super) fn idea(&self, state: State) -> Idea {
        self.stage.idea(self.group, state, Some(id_of(&self.author)))
    }

    /// Lets the clocks stand still from one day of the play to another.
    pub(super) fn pauses(&mut self, first: i32, last: i32) {
        let of_year = |days| day(days).civil().strftime("%m-%d").to_string();
        let pause = format!("{} to {}", of_year(first), of_year(last)).parse().unwrap();
        self.stage.town.settings.clocks.summer_pause = pause;
    }

    pub(super) fn now(&self, idea: &Idea) -> Idea {
        self.stage.reload(idea)
    }

    pub(super) fn state(&self, idea: &Idea) -> State {
        self.now(idea).state
    }

    /// A ticket for the newest version, without a key.
    pub(super) fn ticket(&self, idea: &Idea) -> Ticket {
        Ticket { version: Version(self.now(idea).version), form_key: String::new() }
    }

    pub(super) fn waiting(&self, idea: &Idea) -> InquiryId {
        self.stage.read(|conn| inquiries::waiting(conn, idea.id)).unwrap().id
    }

    // One step each, as somebody with a form takes it.

    pub(super) fn lift(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawLift { reason: "Det är bråttom.".to_owned(), ..RawLift::default() };
        lift(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn take_forward(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawTakeForward { reason: "Det går att göra.".to_owned(), owner: owner(), ..Default::default() };
        let taken = raw.parse(NOON.date())?;
        take_forward(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &taken)
    }

    pub(super) fn ask_owner(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawAskOwner { owner: owner(), ..RawAskOwner::default() };
        ask_owner(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse(NOON.date())?)
    }

    pub(super) fn answer_ownership(&self, by: &Actor, idea: &Idea, ticket: &Ticket, answer: &str) -> Result<Moved> {
        let raw = RawOwnershipAnswer {
            answer: answer.to_owned(),
            first_step_on: day(20).to_string(),
            reason: "Jag har inte tid.".to_owned(),
            ..RawOwnershipAnswer::default()
        };
        let answer = raw.parse(NOON.date())?;
        answer_ownership(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &answer)
    }

    pub(super) fn ask(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawQuestion {
            asked_name: "Trafikkontoret".to_owned(),
            asked_email: "asked@example.org".to_owned(),
            question: "Vad kostar fyra lampor?".to_owned(),
            due_on: day(14).to_string(),
            ..RawQuestion::default()
        };
        ask(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn forward(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawForwarding {
            receiver: "Nämnden".to_owned(),
            reason: "Nämnden har pengarna.".to_owned(),
            diary_number: "SN 2026/118".to_owned(),
            due_on: day(60).to_string(),
            ..RawForwarding::default()
        };
        forward(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn accept(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        self.answer_forwarding(by, idea, ticket, "yes")
    }

    pub(super) fn refuse_forwarding(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        self.answer_forwarding(by, idea, ticket, "no")
    }

    fn answer_forwarding(&self, by: &Actor, idea: &Idea, ticket: &Ticket, answer: &str) -> Result<Moved> {
        let raw = RawForwardingAnswer {
            answer: answer.to_owned(),
            reason: "Det är en annan nämnd.".to_owned(),
            ..RawForwardingAnswer::default()
        };
        let inquiry = self.stage.read(|conn| inquiries::waiting(conn, idea.id)).map_or(InquiryId::new(0), |row| row.id);
        let at = At { number: idea.number(), ticket };
        answer_forwarding(&self.stage.db, &self.stage.town, by, &at, inquiry, &raw.parse()?)
    }

    pub(super) fn ask_help(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawHelp { need: "Någon som kan gräva.".to_owned(), ..RawHelp::default() };
        ask_help(&self.stage.db, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn withdraw(&self, by: &Actor, idea: &Idea) -> Result<Moved> {
        let raw = RawWithdrawal { reason: "Jag ångrade mig.".to_owned(), ..RawWithdrawal::default() };
        let at = At { number: idea.number(), ticket: &self.ticket(idea) };
        withdraw(&self.stage.db, &self.stage.town, by, &at, &raw.parse()?)
    }

    pub(super) fn answer_inquiry(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawInquiryAnswer { answer: "De kostar 40 000 kronor.".to_owned(), ..RawInquiryAnswer::default() };
        let inquiry = self.stage.read(|conn| inquiries::waiting(conn, idea.id)).map_or(InquiryId::new(0), |row| row.id);
        let at = At { number: idea.number(), ticket };
        answer_inquiry(&self.stage.db, &self.stage.town, by, &at, inquiry, &raw.parse()?)
    }

    pub(super) fn offer(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw =
            RawHandOver { group: "fritid".to_owned(), reason: "Ni kan det här.".to_owned(), ..Default::default() };
        offer_hand_over(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn answer_offer(&self, by: &Actor, idea: &Idea, ticket: &Ticket, answer: &str) -> Result<Moved> {
        let raw = RawHandOverAnswer {
            answer: answer.to_owned(),
            reason: "Vi har inga pengar.".to_owned(),
            ..RawHandOverAnswer::default()
        };
        answer_hand_over(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn merge(&self, by: &Actor, idea: &Idea, ticket: &Ticket, into: &Idea) -> Result<Moved> {
        let raw = RawMerge { into: into.number().to_owned(), reason: "Samma sak.".to_owned(), ..RawMerge::default() };
        merge(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn decide(&self, by: &Actor, idea: &Idea, ticket: &Ticket, outcome: &str) -> Result<Moved> {
        let at = At { number: idea.number(), ticket };
        decide(&self.stage.db, &self.stage.town, by, &at, &decision(outcome))
    }

    pub(super) fn start(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawStart { note: "Vi har bokat en dag.".to_owned(), ..RawStart::default() };
        let at = At { number: idea.number(), ticket };
        start(&self.stage.db, &self.stage.town, by, &at, raw.parse()?.as_ref())
    }

    pub(super) fn report(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawProgress { note: "Två lampor lyser.".to_owned(), ..RawProgress::default() };
        report_progress(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn complete(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawCompletion {
            result: "Fyra lampor lyser.".to_owned(),
            measure: "4 lampor".to_owned(),
            ..RawCompletion::default()
        };
        complete(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn postpone(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawPostponement {
            due_on: day(80).to_string(),
            reason: "Vi väntar på en mätning.".to_owned(),
            ..RawPostponement::default()
        };
        postpone(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn stop(&self, by: &Actor, idea: &Idea, ticket: &Ticket) -> Result<Moved> {
        let raw = RawStop { reason: "Pengarna tog slut.".to_owned(), ..RawStop::default() };
        stop(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    pub(super) fn correct(&self, by: &Actor, idea: &Idea, ticket: &Ticket, group: &str) -> Result<Moved> {
        let raw = RawCorrection {
            group: group.to_owned(),
            reason: "Det blev fel grupp.".to_owned(),
            ..RawCorrection::default()
        };
        correct(&self.stage.db, &self.stage.town, by, &At { number: idea.number(), ticket }, &raw.parse()?)
    }

    /// A proposal whose owner has accepted.
    pub(super) fn owned_proposal(&self) -> Idea {
        let idea = self.idea(State::WithGroup);
        self.take_forward(&self.chair, &idea, &self.ticket(&idea)).unwrap();
        self.answer_ownership(&self.owner, &idea, &self.ticket(&idea), "yes").unwrap();
        self.now(&idea)
    }

    /// An idea with a yes.
    pub(super) fn accepted(&self) -> Idea {
        let idea = self.owned_proposal();
        self.decide(&self.chair, &idea, &self.ticket(&idea), "yes").unwrap();
        self.now(&idea)
    }

    /// An idea that is being carried out.
    pub(super) fn under_way(&self) -> Idea {
        let idea = self.accepted();
        self.start(&self.owner, &idea, &self.ticket(&idea)).unwrap();
        self.now(&idea)
    }
}

/// The day this many days after the play begins.
pub(super) fn day(days: i32) -> Date {
    NOON.date().plus_days(days)
}

/// Owner, in ten days.
pub(super) fn owner() -> RawOwner {
    RawOwner {
        owner_email: "owner@example.org".to_owned(),
        owner_name: "Somebody".to_owned(),
        organisation: "Parkförvaltningen".to_owned(),
        first_step_on: day(10).to_string(),
        ..RawOwner::default()
    }
}

pub(super) fn decision(outcome: &str) -> RawDecision {
    RawDecision {
        outcome: outcome.to_owned(),
        kind: "own".to_owned(),
        what: "Fyra lampor sätts upp.".to_owned(),
        reasons: "Det är mörkt.".to_owned(),
        conditions: "Bara den norra delen.".to_owned(),
        would_change: "Om marken blir vår.".to_owned(),
        instead: "Fråga bostadsbolaget.".to_owned(),
        concerns_children: "no".to_owned(),
        ..RawDecision::default()
    }
}

//! The rows of one idea, as the program itself would have left them.

use medskapa::ideas::lifecycle::State;
use medskapa::journal::Event;
use medskapa::kernel::{BallotId, GroupId, IdeaId, InquiryId, OwnershipId, PersonId, Timestamp};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::Outcome;
use crate::bulk::{Bulk, Table, Value};
use crate::plan::{self, Way};
use crate::profile::Profile;
use crate::text::Writer;

/// Supports that an idea needs: as in the city that the profile is from.
pub(crate) const GOAL: i64 = 200;
/// Supports that an open idea needs: so many that none leaves the state while it is measured.
const GOAL_OF_OPEN_IDEAS: i64 = 100_000;
/// One text in this many was changed once.
const CHANGED_EVERY: u32 = 5;

/// People with a task, the first rows of `people`.
pub(crate) const MODERATORS: std::ops::Range<i64> = 1..7;
pub(crate) const OWNERS: std::ops::Range<i64> = 7..27;
/// Rows of `people` before the residents.
pub(crate) const PEOPLE_WITH_A_TASK: i64 = 60;

/// What all ideas are made with.
pub(crate) struct Maker<'a> {
    pub(crate) bulk: Bulk,
    pub(crate) chance: ChaCha8Rng,
    pub(crate) writer: Writer,
    pub(crate) profile: &'a Profile,
    pub(crate) areas: &'a [String],
    pub(crate) people: i64,
    pub(crate) now: Timestamp,
    pub(crate) events: Vec<Happened>,
    pub(crate) next: NextIds,
}

/// The next number in tables whose rows others refer to.
#[derive(Default)]
pub(crate) struct NextIds {
    inquiry: i64,
    ownership: i64,
    decision: i64,
    note: i64,
    ballot: i64,
}

impl NextIds {
    const fn take(counter: &mut i64) -> i64 {
        *counter += 1;
        *counter
    }
}

/// Something that has happened; written when everything is known, in the order of time.
pub(crate) struct Happened {
    pub(crate) at: Timestamp,
    pub(crate) by: Option<i64>,
    pub(crate) event: Event,
}

/// An idea with its place in the list.
pub(crate) struct Placed<'a> {
    pub(crate) id: i64,
    pub(crate) number: &'a str,
    pub(crate) way: &'a Way,
    /// The idea that it was joined into.
    pub(crate) into: Option<i64>,
}

impl Placed<'_> {
    fn idea(&self) -> IdeaId {
        IdeaId::new(self.id)
    }

    /// The group of the theme: groups are numbered as the themes are.
    pub(crate) fn group(&self) -> i64 {
        i64::try_from(self.way.theme).unwrap_or(0) + 1
    }
}

/// A name that others see.
pub(crate) fn name_of(person: i64) -> String {
    const NAMES: [&str; 24] = [
        "Amina", "Britt", "Carl", "Dana", "Elsa", "Farid", "Gun", "Hanna", "Ismail", "Jonas", "Karin", "Leila", "Mehmet",
        "Nora", "Olle", "Petra", "Rana", "Sara", "Tomas", "Ulla", "Viktor", "Yasmin", "Åsa", "Örjan",
    ];
    let place = usize::try_from(person).unwrap_or(0) % NAMES.len();
    let letter = char::from(b'A' + u8::try_from(person / 24 % 26).unwrap_or(0));
    format!("{} {letter}", NAMES.get(place).copied().unwrap_or("Amina"))
}

impl Maker<'_> {
    pub(crate) fn resident(&mut self) -> i64 {
        self.chance.random_range(PEOPLE_WITH_A_TASK + 1..=self.people)
    }

    pub(crate) fn length(&mut self, of: impl Fn(&Profile) -> &crate::profile::Quantiles) -> usize {
        usize::try_from(of(self.profile).draw(&mut self.chance)).unwrap_or(0)
    }

    fn happen(&mut self, at: Timestamp, by: Option<i64>, event: Event) {
        self.events.push(Happened { at, by, event });
    }

    /// Writes everything about an idea but comments, supports and events.
    pub(crate) fn write(&mut self, idea: &Placed<'_>) -> Outcome<()> {
        let author = self.resident();
        let (title_chars, body_chars) = (self.length(|p| &p.title_chars), self.length(|p| &p.body_chars));
        let title = self.writer.line(&mut self.chance, title_chars.max(7));
        let body = self.writer.prose(&mut self.chance, body_chars.max(12));
        let is_changed = idea.way.published.is_some() && self.chance.random_ratio(1, CHANGED_EVERY);
        let revisions = if is_changed { 2 } else { 1 };
        self.idea_row(idea, author, (&title, &body), revisions)?;
        self.texts(idea, author, (&title, &body), revisions)?;
        self.beside(idea)?;
        self.screening(idea)?;
        self.with_the_group(idea)?;
        self.decision(idea)?;
        self.end(idea, author)
    }

    fn idea_row(&mut self, idea: &Placed<'_>, author: i64, text: (&str, &str), revisions: i32) -> Outcome<()> {
        let way = idea.way;
        let sorted = way.state.is_public();
        let reason = match way.state {
            State::Refused => Some("Det här går inte att publicera enligt lagen."),
            State::Withdrawn => Some("Vi har löst det själva."),
            _ => None,
        };
        let goal = if way.state == State::Open { GOAL_OF_OPEN_IDEAS } else { GOAL };
        let shuffle: i64 = self.chance.random_range(0..1 << 31);
        self.bulk.row(
            Table::Ideas,
            &[
                idea.id.into(),
                idea.number.into(),
                way.state.as_str().into(),
                (i64::from(revisions) + 2).into(),
                false.into(),
                way.state.is_public().into(),
                author.into(),
                (&name_of(author)).into(),
                text.0.into(),
                text.1.into(),
                "sv".into(),
                self.areas.get(way.area).into(),
                sorted.then(|| self.profile.themes.get(way.theme)).flatten().into(),
                revisions.into(),
                sorted.then(|| idea.group()).into(),
                way.supports.into(),
                goal.into(),
                way.comments.into(),
                way.created.microseconds().into(),
                way.created.microseconds().into(),
                way.published.map(Timestamp::microseconds).into(),
                plan::closes_on(way).map(|day| day.number()).into(),
                plan::due_on(way, self.now).map(|day| day.number()).into(),
                way.last_event().microseconds().into(),
                way.last_event().microseconds().into(),
                (way.state == State::Refused).then_some("R4").into(),
                reason.into(),
                idea.into.into(),
                shuffle.into(),
                "own".into(),
            ],
        )
    }

    fn texts(&mut self, idea: &Placed<'_>, author: i64, (title, body): (&str, &str), revisions: i32) -> Outcome<()> {
        let created = idea.way.created;
        self.happen(created, Some(author), Event::Submitted { idea: idea.idea() });
        for number in 1..=revisions {
            let at = if number == 1 { created } else { idea.way.published.unwrap_or(created).plus_minutes(90) };
            let values = [
                idea.id.into(),
                number.into(),
                title.into(),
                body.into(),
                "text".into(),
                author.into(),
                at.microseconds().into(),
            ];
            self.bulk.row(Table::Revisions, &values)?;
            if number > 1 {
                self.happen(at, Some(author), Event::Edited { idea: idea.idea(), revision: number });
            }
        }
        Ok(())
    }

    fn beside(&mut self, idea: &Placed<'_>) -> Outcome<()> {
        let way = idea.way;
        let is_done = way.state == State::Done;
        let result = is_done.then(|| self.writer.line(&mut self.chance, 90));
        self.bulk.row(
            Table::Notes,
            &[idea.id.into(), result.as_ref().into(), is_done.then_some("12 platser").into(), false.into()],
        )?;
        let day = |moment: Option<Timestamp>| -> Value<'static> { moment.map(|moment| moment.date().number()).into() };
        self.bulk.row(
            Table::Milestones,
            &[
                idea.id.into(),
                day(Some(way.created)),
                day(way.published),
                day(way.with_group),
                day(way.decided),
                day(way.started),
                day(if is_done { way.ended } else { None }),
                way.outcome.into(),
                (way.state == State::Refused).then_some("R4").into(),
            ],
        )
    }

    fn screening(&mut self, idea: &Placed<'_>) -> Outcome<()> {
        let moderator = self.chance.random_range(MODERATORS);
        let group = GroupId::new(idea.group());
        let (outcome, at, event) = match (idea.way.published, idea.way.state, idea.way.ended) {
            (Some(at), ..) => ("published", at, Event::Published { idea: idea.idea(), group }),
            (None, State::Refused, Some(at)) => {
                ("refused", at, Event::Refused { idea: idea.idea(), ground: "R4".to_owned() })
            }
            _ => return Ok(()),
        };
        let ground = (outcome == "refused").then_some("R4");
        let words = ground.map(|_| "Det här går inte att publicera enligt lagen.");
        self.happen(at, Some(moderator), event);
        self.bulk.row(
            Table::Screenings,
            &[
                idea.id.into(),
                moderator.into(),
                outcome.into(),
                ground.into(),
                words.into(),
                at.microseconds().into(),
            ],
        )
    }

    fn with_the_group(&mut self, idea: &Placed<'_>) -> Outcome<()> {
        let Some(at) = idea.way.with_group else { return Ok(()) };
        let group = GroupId::new(idea.group());
        let due_on = at.date().plus_days(45).number();
        self.happen(at, None, Event::GoalReached { idea: idea.idea(), supports: GOAL });
        self.happen(at, None, Event::CameToGroup { idea: idea.idea(), group, due_on });
        let later = at.plus_days(1).min(self.now);
        let coordinator = Some(*OWNERS.start());
        match idea.way.state {
            State::AwaitingAnswer => self.inquiry(idea, "question", later),
            State::Forwarded => self.inquiry(idea, "forwarding", later),
            State::Proposal | State::Ballot => {
                let reason = self.writer.line(&mut self.chance, 80);
                self.happen(later, coordinator, Event::TakenForward { idea: idea.idea(), reason });
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
        self.happen(at, Some(*OWNERS.start()), event);
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
        self.happen(at, Some(*OWNERS.start()), Event::BallotOpened { idea: idea.idea(), ballot: BallotId::new(id) });
        Ok(())
    }

    fn decision(&mut self, idea: &Placed<'_>) -> Outcome<()> {
        let (Some(at), Some(outcome)) = (idea.way.decided, idea.way.outcome) else { return Ok(()) };
        let owned = if outcome == "no" { None } else { Some(self.ownership(idea, at)?) };
        let id = NextIds::take(&mut self.next.decision);
        let what = self.writer.prose(&mut self.chance, 180);
        let reasons = self.writer.prose(&mut self.chance, 260);
        let would_change = (outcome == "no").then(|| self.writer.line(&mut self.chance, 90));
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
                owned.into(),
                owned.map(|_| at.date().plus_days(14).number()).into(),
                at.date().number().into(),
                at.microseconds().into(),
            ],
        )?;
        let outcome = outcome.to_owned();
        self.happen(at, Some(*OWNERS.start()), Event::Decided { idea: idea.idea(), decision: id, outcome });
        Ok(())
    }

    fn ownership(&mut self, idea: &Placed<'_>, decided: Timestamp) -> Outcome<i64> {
        let id = NextIds::take(&mut self.next.ownership);
        let owner = self.chance.random_range(OWNERS);
        let (asked, accepted) = (decided.plus_days(-4), decided.plus_days(-2));
        let ownership = OwnershipId::new(id);
        self.happen(asked, Some(*OWNERS.start()), Event::OwnerAsked { idea: idea.idea(), ownership });
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
            ],
        )?;
        Ok(id)
    }

    fn end(&mut self, idea: &Placed<'_>, author: i64) -> Outcome<()> {
        let (way, this) = (idea.way, idea.idea());
        if let Some(at) = way.started {
            let id = NextIds::take(&mut self.next.note);
            let body = self.writer.prose(&mut self.chance, 200);
            let owner = *OWNERS.start();
            let reported = at.plus_days(9).min(self.now);
            self.happen(at, Some(owner), Event::Started { idea: this });
            self.happen(reported, Some(owner), Event::ProgressReported { idea: this, note: id });
            let values = [id.into(), idea.id.into(), owner.into(), (&body).into(), reported.microseconds().into()];
            self.bulk.row(Table::ProgressNotes, &values)?;
        }
        let Some(at) = way.ended else { return Ok(()) };
        match (way.state, idea.into) {
            (State::Done, _) => self.happen(at, Some(*OWNERS.start()), Event::Completed { idea: this }),
            (State::Withdrawn, _) => self.happen(at, Some(author), Event::Withdrawn { idea: this }),
            (State::Closed | State::Declined, _) => self.happen(at, None, Event::ClosedUnsupported { idea: this }),
            (State::Merged, Some(into)) => {
                self.happen(at, Some(*OWNERS.start()), Event::Merged { idea: this, into: IdeaId::new(into) });
                self.happen(at, Some(*OWNERS.start()), Event::MergedHere { idea: IdeaId::new(into), from: this });
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

    /// Who did it, for the event row.
    pub(crate) fn write_event(&mut self, happened: &Happened) -> Outcome<()> {
        let data = serde_json::to_string(&happened.event)?;
        let event = &happened.event;
        self.bulk.row(
            Table::Events,
            &[
                happened.at.microseconds().into(),
                event.kind().into(),
                if happened.by.is_some() { "person" } else { "system" }.into(),
                happened.by.into(),
                event.idea().map(IdeaId::get).into(),
                event.group().map(GroupId::get).into(),
                event.is_public().into(),
                (&data).into(),
            ],
        )
    }

    /// Somebody who wrote a comment.
    pub(crate) fn commenter(&mut self) -> PersonId {
        PersonId::new(self.resident())
    }
}

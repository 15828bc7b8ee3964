//! The rows of one idea, as the program itself would have left them.

mod group;

use medskapa::ideas::lifecycle::State;
use medskapa::journal::Event;
use medskapa::kernel::{GroupId, IdeaId, Timestamp};
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
/// Who acts for every group; the first of those above.
const COORDINATOR: i64 = OWNERS.start;
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
        "Amina", "Britt", "Carl", "Dana", "Elsa", "Farid", "Gun", "Hanna", "Ismail", "Jonas", "Karin", "Leila",
        "Mehmet", "Nora", "Olle", "Petra", "Rana", "Sara", "Tomas", "Ulla", "Viktor", "Yasmin", "Åsa", "Örjan",
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
                plan::closes_on(way).map(medskapa::kernel::Date::number).into(),
                plan::due_on(way, self.now).map(medskapa::kernel::Date::number).into(),
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
            &[idea.id.into(), moderator.into(), outcome.into(), ground.into(), words.into(), at.microseconds().into()],
        )
    }

    /// Writes the row of an event.
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
}

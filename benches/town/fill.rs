//! Fills an empty, migrated database with a town of a given number of ideas. The same number gives
//! the same ideas; only the moments follow the day on which it is done.

use std::collections::BTreeMap;
use std::time::Instant;

use medskapa::ideas::lifecycle::State;
use medskapa::journal::Event;
use medskapa::kernel::{Clock, CommentId, Cursor, IdeaId, Timestamp};
use medskapa::town::Settings;
use rand::seq::IndexedRandom as _;
use rand::{Rng, RngCore as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use crate::Outcome;
use crate::bulk::{Bulk, Table};
use crate::plan::{self, Way};
use crate::profile::{Profile, mean_and_gini};
use crate::rows::{Happened, MODERATORS, Maker, NextIds, OWNERS, PEOPLE_WITH_A_TASK, Placed, name_of};
use crate::text::Writer;

/// Where the sequence of chance begins.
const SEED: u64 = 2_026;
/// Rows of supports are written for every idea up to this many, and beyond it only for ideas that
/// are open: the others can no longer be supported, so nothing that is measured reads theirs.
const MOST_SUPPORT_ROWS: i64 = 10_000_000;
/// Most ideas and questions that are handed to the measurement.
const SAMPLE: usize = 2_000;
/// Most ideas whose pages are read in turn: too many to be kept in memory.
const PAGES: usize = 20_000;

/// What a filled database holds, and what the measurement asks it for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Filled {
    pub(crate) ideas: usize,
    pub(crate) people: i64,
    /// Number of the open idea with exactly 50 comments.
    pub(crate) measured: String,
    /// Numbers of open ideas.
    pub(crate) open: Vec<String>,
    /// Ids of open ideas.
    pub(crate) open_ids: Vec<i64>,
    /// Numbers of listed ideas, drawn over the whole list.
    pub(crate) sample: Vec<String>,
    /// Cursor of the middle of the whole list.
    pub(crate) middle: String,
    /// What people search for.
    pub(crate) questions: Vec<String>,
    /// Rows by table.
    pub(crate) rows: Vec<(String, u64)>,
    /// Mean and Gini coefficient of supports and of comments over the ideas that were published,
    /// and what they are in the data.
    pub(crate) supports: [(f64, f64); 2],
    pub(crate) comments: [(f64, f64); 2],
    pub(crate) seconds: f64,
}

/// Fills the database.
pub(crate) fn fill(url: &str, ideas: usize) -> Outcome<Filled> {
    let begun = Instant::now();
    let profile = Profile::read()?;
    let town = Settings::default();
    let now = Clock::System.now();
    let mut chance = ChaCha8Rng::seed_from_u64(SEED);
    let mut ways = plan::draw(&mut chance, &profile, town.areas.len(), ideas, now);
    let into = places_to_join_into(&mut ways);
    let numbers = numbers(&ways);
    let mut maker = Maker {
        bulk: Bulk::open(url)?,
        chance,
        writer: Writer::new()?,
        profile: &profile,
        areas: &town.areas,
        people: PEOPLE_WITH_A_TASK + i64::try_from(ideas)?.clamp(5_000, 300_000),
        now,
        events: Vec::new(),
        next: NextIds::default(),
    };
    maker.ground(&ways, &numbers)?;
    for (place, way) in ways.iter().enumerate() {
        let number = numbers.get(place).map_or("", String::as_str);
        let into = into.get(&place).map(|into| id_of(*into));
        maker.write(&Placed { id: id_of(place), number, way, into })?;
    }
    maker.comments(&ways)?;
    maker.happened()?;
    maker.supports(&ways)?;
    let sample = Sample::draw(&mut maker, &ways, &numbers)?;
    let people = maker.people;
    let rows = maker.bulk.finish()?;
    let figures =
        |of: fn(&Way) -> i64| mean_and_gini(ways.iter().filter(|way| way.published.is_some()).map(of).collect());
    Ok(Filled {
        ideas,
        people,
        measured: sample.measured,
        open: sample.open,
        open_ids: sample.open_ids,
        sample: sample.numbers,
        middle: sample.middle,
        questions: sample.questions,
        rows: rows.into_iter().map(|(table, count)| (table.name().to_owned(), count)).collect(),
        supports: [figures(|way| way.supports), profile.wanted[0]],
        comments: [figures(|way| way.comments), profile.wanted[1]],
        seconds: begun.elapsed().as_secs_f64(),
    })
}

fn id_of(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX - 1) + 1
}

/// The idea that each joined one lives on in: the listed one nearest before it. The very first has
/// none before it and stays a refused one.
fn places_to_join_into(ways: &mut [Way]) -> BTreeMap<usize, usize> {
    let mut into = BTreeMap::new();
    let mut last_listed = None;
    for (place, way) in ways.iter_mut().enumerate() {
        match (way.state, last_listed) {
            (State::Merged, Some(before)) => drop(into.insert(place, before)),
            (State::Merged, None) => (way.state, way.published) = (State::Refused, None),
            (state, _) if state.is_public() => last_listed = Some(place),
            _ => {}
        }
    }
    into
}

/// Year and order of arrival, as the program gives them.
fn numbers(ways: &[Way]) -> Vec<String> {
    let mut orders: BTreeMap<i16, i64> = BTreeMap::new();
    ways.iter()
        .map(|way| {
            let year = way.created.date().year();
            let order = orders.entry(year).or_default();
            *order += 1;
            medskapa::ideas::number::format_number(year, *order)
        })
        .collect()
}

impl Maker<'_> {
    /// People, groups, and what is counted.
    fn ground(&mut self, ways: &[Way], numbers: &[String]) -> Outcome<()> {
        let begun = self.now.plus_days(-3_000);
        for id in 1..=self.people {
            let (email, name) = (format!("person{id}@example.org"), name_of(id));
            let role = if MODERATORS.contains(&id) { "moderator" } else { "resident" };
            let values = [
                id.into(),
                (&email).into(),
                (&email).into(),
                (&name).into(),
                "sv".into(),
                role.into(),
                false.into(),
                false.into(),
                begun.microseconds().into(),
                begun.microseconds().into(),
            ];
            self.bulk.row(Table::People, &values)?;
        }
        self.groups(ways, begun)?;
        self.counts(ways)?;
        // The greatest order of each year, from which the program counts on.
        let mut last: BTreeMap<&str, i64> = BTreeMap::new();
        for number in numbers {
            let Some((year, order)) = number.split_once('-') else { continue };
            last.insert(year, order.parse()?);
        }
        for (year, order) in last {
            self.bulk.row(Table::Counters, &[(&format!("ideas-{year}")).into(), order.into()])?;
        }
        Ok(())
    }

    fn groups(&mut self, ways: &[Way], begun: Timestamp) -> Outcome<()> {
        let profile = self.profile;
        for (place, theme) in profile.themes.iter().enumerate() {
            let id = id_of(place);
            let on_the_desk = ways.iter().filter(|way| way.theme == place && way.state.is_with_group()).count();
            self.bulk.row(
                Table::Groups,
                &[
                    id.into(),
                    1.into(),
                    theme.into(),
                    (&format!("Gruppen för {theme}")).into(),
                    "steering".into(),
                    theme.into(),
                    "Beslutar om det som gruppen har pengar till.".into(),
                    "Stadsdelens plan".into(),
                    "Första tisdagen varje månad".into(),
                    "chair".into(),
                    50.into(),
                    i64::try_from(on_the_desk)?.into(),
                    begun.microseconds().into(),
                ],
            )?;
            for (seat, person) in ["chair", "coordinator", "secretary", "member"].into_iter().zip(OWNERS) {
                let values = [id.into(), person.into(), seat.into(), "Föreningen".into(), begun.date().number().into()];
                self.bulk.row(Table::Seats, &values)?;
            }
        }
        Ok(())
    }

    fn counts(&mut self, ways: &[Way]) -> Outcome<()> {
        let mut counts: BTreeMap<(&str, usize, usize), i64> = BTreeMap::new();
        for way in ways.iter().filter(|way| way.state.is_public()) {
            *counts.entry((way.state.as_str(), way.theme, way.area)).or_default() += 1;
        }
        for ((state, theme, area), count) in counts {
            let (theme, area) = (self.profile.themes.get(theme), self.areas.get(area));
            self.bulk.row(Table::Counts, &[state.into(), theme.into(), area.into(), count.into()])?;
        }
        Ok(())
    }

    /// All comments in the order in which they were written, as their numbers tell.
    fn comments(&mut self, ways: &[Way]) -> Outcome<()> {
        let mut written: Vec<(Timestamp, usize)> = Vec::new();
        for (place, way) in ways.iter().enumerate() {
            let Some(from) = way.published else { continue };
            let until = way.talk_ends(self.now).max(from.plus_minutes(60)).min(self.now);
            for _ in 0..way.comments {
                let at =
                    self.chance.random_range(from.microseconds().min(until.microseconds() - 1)..until.microseconds());
                written.push((Timestamp::from_microseconds(at), place));
            }
        }
        written.sort_unstable();
        for (order, (at, place)) in written.into_iter().enumerate() {
            self.comment(id_of(order), id_of(place), at)?;
        }
        Ok(())
    }

    fn comment(&mut self, id: i64, idea: i64, at: Timestamp) -> Outcome<()> {
        let kind = match self.profile.agree_disagree_pass.draw(&mut self.chance) {
            0 => "for",
            1 => "against",
            _ if self.chance.random_ratio(1, 2) => "question",
            _ => "addition",
        };
        let length = self.length(|profile| &profile.comment_chars);
        let body = self.writer.prose(&mut self.chance, length);
        let author = self.resident();
        let shown = at.plus_minutes(self.chance.random_range(10..600)).min(self.now);
        let (idea_id, comment) = (IdeaId::new(idea), CommentId::new(id));
        let moderator = self.chance.random_range(MODERATORS);
        let written = Event::CommentWritten { idea: idea_id, comment };
        self.events.push(Happened { at, by: Some(author), event: written });
        let event = Event::CommentShown { idea: idea_id, comment };
        self.events.push(Happened { at: shown, by: Some(moderator), event });
        self.bulk.row(
            Table::Comments,
            &[
                id.into(),
                idea.into(),
                kind.into(),
                "visible".into(),
                (&body).into(),
                "sv".into(),
                author.into(),
                (&name_of(author)).into(),
                at.microseconds().into(),
                shown.microseconds().into(),
            ],
        )
    }

    /// All events in the order of time, and the newest position that search has to know.
    fn happened(&mut self) -> Outcome<()> {
        let mut events = std::mem::take(&mut self.events);
        events.sort_by_key(|happened| happened.at);
        for happened in &events {
            self.write_event(happened)?;
        }
        let last = events.last().and_then(|happened| happened.event.idea()).map_or(1, IdeaId::get);
        self.bulk.row(Table::SearchChanges, &[last.into(), self.now.microseconds().into()])
    }

    fn supports(&mut self, ways: &[Way]) -> Outcome<()> {
        let all: i64 = ways.iter().map(|way| way.supports).sum();
        for (place, way) in ways.iter().enumerate() {
            if all > MOST_SUPPORT_ROWS && way.state != State::Open {
                continue;
            }
            let mut supporters: Vec<String> = (0..way.supports).map(|_| self.supporter()).collect();
            supporters.sort_unstable();
            for supporter in &supporters {
                self.bulk.row(Table::Supports, &[id_of(place).into(), supporter.into()])?;
            }
        }
        Ok(())
    }

    /// A name like those that the program makes of a person with its key.
    fn supporter(&mut self) -> String {
        use base64::Engine as _;
        let mut bytes = [0; 32];
        self.chance.fill_bytes(&mut bytes);
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
    }
}

struct Sample {
    measured: String,
    open: Vec<String>,
    open_ids: Vec<i64>,
    numbers: Vec<String>,
    middle: String,
    questions: Vec<String>,
}

impl Sample {
    fn draw(maker: &mut Maker<'_>, ways: &[Way], numbers: &[String]) -> Outcome<Self> {
        let number = |place: usize| numbers.get(place).cloned().unwrap_or_default();
        let places = |wanted: fn(&Way) -> bool| -> Vec<usize> {
            ways.iter().enumerate().filter(|(_, way)| wanted(way)).map(|(place, _)| place).collect()
        };
        let measured = plan::measured_page(ways).ok_or("no idea is open: take more ideas")?;
        let open: Vec<usize> = places(|way| way.state == State::Open)
            .into_iter()
            .filter(|place| *place != measured)
            .take(SAMPLE)
            .collect();
        let listed = places(|way| way.state.is_public());
        let sample = listed.choose_multiple(&mut maker.chance, PAGES).map(|place| number(*place)).collect();
        let mut by_last_event: Vec<(Timestamp, i64)> =
            listed.iter().filter_map(|place| Some((ways.get(*place)?.last_event(), id_of(*place)))).collect();
        by_last_event.sort_unstable();
        let middle = by_last_event.get(by_last_event.len() / 2).ok_or("no idea is listed")?;
        Ok(Self {
            measured: number(measured),
            open: open.iter().map(|place| number(*place)).collect(),
            open_ids: open.iter().map(|place| id_of(*place)).collect(),
            numbers: sample,
            middle: Cursor { sort: middle.0.microseconds(), id: middle.1 }.encode(),
            questions: (0..SAMPLE).map(|_| maker.writer.question(&mut maker.chance)).collect(),
        })
    }
}

//! Ideas for the index, as long and as many-worded as real ones. The same number gives the same.

use medskapa::search::{SearchComment, SearchDoc};
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::Outcome;
use crate::profile::Profile;
use crate::text::Writer;

const SEED: u64 = 2_026;
/// Comments that one idea has at most here; few have more.
const MOST_COMMENTS: i64 = 50;
const AREAS: [&str; 6] =
    ["hela", "vaderhammar", "lansmansgarden", "svartedalen", "biskopsgarden-sodra", "sjumilahamnen"];
const STATES: [&str; 6] = ["open", "with_group", "accepted", "declined", "done", "closed"];
const YEARS: i16 = 8;

/// Writes ideas one after the other.
pub(crate) struct Texts {
    profile: Profile,
    writer: Writer,
    chance: ChaCha8Rng,
    written: i64,
}

impl Texts {
    pub(crate) fn new() -> Outcome<Self> {
        let chance = ChaCha8Rng::seed_from_u64(SEED);
        Ok(Self { profile: Profile::read()?, writer: Writer::new()?, chance, written: 0 })
    }

    /// The next ideas, fewer when `all` have been written.
    pub(crate) fn next(&mut self, most: i64, all: i64) -> Vec<SearchDoc> {
        let until = all.min(self.written + most);
        (self.written..until).map(|_| self.one()).collect()
    }

    pub(crate) fn one(&mut self) -> SearchDoc {
        self.written += 1;
        let chance = &mut self.chance;
        let length = |chars: i64| usize::try_from(chars).unwrap_or(0).max(12);
        let comments = self.profile.comments.draw(chance).clamp(0, MOST_COMMENTS);
        let title_chars = length(self.profile.title_chars.draw(chance));
        let body_chars = length(self.profile.body_chars.draw(chance));
        let theme = self.profile.by_theme.draw(chance);
        let said = (0..comments).map(|place| {
            let chars = length(self.profile.comment_chars.draw(chance));
            SearchComment {
                id: self.written * (MOST_COMMENTS + 1) + place,
                text: self.writer.prose(chance, chars),
                language: "sv".to_owned(),
            }
        });
        let comments = said.collect();
        let at = self.written * 1_000_000;
        SearchDoc {
            id: self.written,
            version: 1,
            number: format!("2026-{}", self.written),
            title: self.writer.line(chance, title_chars),
            body: self.writer.prose(chance, body_chars),
            comments,
            language: "sv".to_owned(),
            theme: self.profile.themes.get(theme).cloned().unwrap_or_default(),
            area: pick(chance, &AREAS).to_owned(),
            state: pick(chance, &STATES).to_owned(),
            group: format!("grupp-{}", theme + 1),
            support_count: self.profile.supports.draw(chance),
            last_event_at: at,
            published_at: at,
            published_year: Some(2026 - chance.random_range(0..YEARS)),
            ..SearchDoc::default()
        }
    }

    /// What people ask for.
    pub(crate) fn questions(&mut self, count: usize) -> Vec<String> {
        let mut chance = ChaCha8Rng::seed_from_u64(SEED + 1);
        (0..count).map(|_| self.writer.question(&mut chance)).collect()
    }
}

fn pick<'w>(chance: &mut ChaCha8Rng, words: &[&'w str]) -> &'w str {
    words.get(chance.random_range(0..words.len())).copied().unwrap_or_default()
}

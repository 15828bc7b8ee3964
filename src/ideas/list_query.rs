//! What a list of ideas is asked for: the same words in the address of a page and of the API.

use serde::Deserialize;

use super::lifecycle::State;
use crate::error::{Code, Error, Result};
use crate::kernel::Cursor;
use crate::kernel::text::SearchText;
use crate::markup::LANGUAGES;
use crate::search::asks_for_something;
use crate::town::Town;
use crate::word_enum;

/// Years that an idea can be from.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2200;

word_enum! {
    /// The order of a list.
    #[derive(Default)]
    pub enum ListSort {
        /// Where something happened last comes first.
        #[default]
        LastEvent = "last",
        /// By chance, another chance each day, so that nobody wins by place.
        Shuffled = "shuffled",
        /// Open for support with the nearest last day first.
        EndsSoon = "ends",
        /// The most supported first.
        MostSupport = "support",
        /// The best match first; only together with a text.
        BestMatch = "match",
    }
}

impl ListSort {
    /// The order of a list that asks for none.
    #[must_use]
    pub const fn usual(with_text: bool) -> Self {
        if with_text { Self::BestMatch } else { Self::LastEvent }
    }

    /// Whether a list can have this order: matching needs a text.
    #[must_use]
    pub const fn fits(self, with_text: bool) -> bool {
        match self {
            Self::BestMatch => with_text,
            Self::Shuffled | Self::LastEvent | Self::EndsSoon | Self::MostSupport => true,
        }
    }
}

/// The words as they stand in an address. An empty one chooses nothing.
#[derive(Debug, Clone, Default, Deserialize, utoipa::IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RawListQuery {
    /// Text to look for.
    pub q: String,
    /// Themes; of each choice that may stand there more than once, one value must fit.
    pub theme: Vec<String>,
    /// Parts of the area.
    pub area: Vec<String>,
    /// States.
    pub state: Vec<String>,
    /// Words of lead groups.
    pub group: Vec<String>,
    /// Languages of the text.
    pub language: Vec<String>,
    /// Years of publication.
    pub year: Vec<String>,
    /// `last`, `shuffled`, `ends`, `support` or, with a text, `match`.
    pub sort: String,
    /// Where the page begins: `next` of the page before.
    pub cursor: String,
}

/// What a list is asked for, every word known.
#[derive(Debug, Clone, Default)]
pub struct ListQuery {
    /// Text to look for.
    pub text: Option<SearchText>,
    /// Themes. Of these and the following lists one value must fit; an empty one lets all through.
    pub themes: Vec<String>,
    /// Parts of the area.
    pub areas: Vec<String>,
    /// States.
    pub states: Vec<State>,
    /// Words of lead groups; whether there are such groups is seen when the list is made.
    pub groups: Vec<String>,
    /// Languages of the text.
    pub languages: Vec<String>,
    /// Years of publication.
    pub years: Vec<i16>,
    /// The order.
    pub sort: ListSort,
    /// Where the page begins.
    pub cursor: Option<Cursor>,
}

impl ListQuery {
    /// Reads the words of an address.
    ///
    /// # Errors
    /// [`Code::UnknownFilter`] when one is not known, [`Code::UnknownPlace`] for a cursor of no
    /// list, [`Error::Invalid`] when the text is too long.
    pub fn parse(raw: &RawListQuery, town: &Town) -> Result<Self> {
        let text = match raw.q.trim() {
            "" => None,
            typed => {
                let mut errors = crate::error::FieldErrors::default();
                let text = errors.text("q", SearchText::parse(typed));
                Some(errors.finish(text)?)
            }
        };
        let sort = match chosen(&raw.sort) {
            None => ListSort::usual(text.is_some()),
            Some(word) => {
                let asked = ListSort::ALL.iter().copied().find(|sort| sort.as_str() == word);
                let asked = asked.ok_or_else(|| {
                    Error::unknown_filter("sort", word, ListSort::ALL.iter().copied().map(ListSort::as_str))
                })?;
                // Somebody who takes the text away, or adds one, keeps an order that no longer fits.
                if asked.fits(text.is_some()) { asked } else { ListSort::usual(text.is_some()) }
            }
        };
        let settings = &town.settings;
        let states: Vec<&str> =
            State::ALL.iter().filter(|state| state.is_public()).map(|state| state.as_str()).collect();
        let states = known("state", &raw.state, &states)?;
        let unknown_place = || Error::refused(Code::UnknownPlace);
        Ok(Self {
            text,
            themes: known("theme", &raw.theme, &settings.themes)?,
            areas: known("area", &raw.area, &settings.areas)?,
            states: states.iter().filter_map(|word| word.parse().ok()).collect(),
            groups: each(&raw.group).into_iter().map(str::to_owned).collect(),
            languages: known("language", &raw.language, &LANGUAGES)?,
            years: each(&raw.year).into_iter().map(year).collect::<Result<_>>()?,
            sort,
            cursor: chosen(&raw.cursor).map(|word| Cursor::decode(word).ok_or_else(unknown_place)).transpose()?,
        })
    }

    /// The states that the list shows: ending soon can only what is open.
    #[must_use]
    pub fn effective_states(&self) -> &[State] {
        if self.sort == ListSort::EndsSoon { &[State::Open] } else { &self.states }
    }

    /// Whether the list can hold nothing: it is to end soon and not to be open.
    #[must_use]
    pub fn contradicts_itself(&self) -> bool {
        self.sort == ListSort::EndsSoon && !self.states.is_empty() && !self.states.contains(&State::Open)
    }

    /// Name and value of everything that was chosen, without the place in the list.
    #[must_use]
    pub fn chosen(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        pairs.extend(self.text.as_ref().map(|text| ("q", text.as_str().to_owned())));
        let states: Vec<String> = self.states.iter().map(|state| state.as_str().to_owned()).collect();
        let lists = [
            ("theme", &self.themes),
            ("area", &self.areas),
            ("state", &states),
            ("group", &self.groups),
            ("language", &self.languages),
        ];
        for (name, values) in lists {
            pairs.extend(values.iter().map(|value| (name, value.clone())));
        }
        pairs.extend(self.years.iter().map(|year| ("year", year.to_string())));
        let usual = ListSort::usual(self.text.is_some());
        pairs.extend((self.sort != usual).then(|| ("sort", self.sort.as_str().to_owned())));
        pairs
    }

    /// Whether anything was typed or chosen.
    #[must_use]
    pub fn asks(&self) -> bool {
        !self.chosen().is_empty()
    }

    /// The same list for another text, from its beginning.
    #[must_use]
    pub fn with_text(&self, text: SearchText) -> Self {
        Self { text: Some(text), cursor: None, ..self.clone() }
    }

    /// What the list is asked for in one form, without order and place in it: as in an address,
    /// `q=belysning&theme=trygghet`. None when nothing that tells a subject was chosen, or when no
    /// idea can ever fit.
    #[must_use]
    pub fn question(&self) -> Option<String> {
        let asks = self.text.as_ref().is_some_and(|text| asks_for_something(text.as_str()));
        let tells = asks || [&self.themes, &self.areas, &self.groups].iter().any(|one| !one.is_empty());
        if !tells || self.contradicts_itself() {
            return None;
        }
        let plain = Self {
            states: self.effective_states().to_vec(),
            sort: ListSort::usual(self.text.is_some()),
            cursor: None,
            ..self.clone()
        };
        plain.address("", None, None).strip_prefix('?').map(str::to_owned)
    }

    /// The address of the same list, without one of the choices, beginning at `cursor`.
    #[must_use]
    pub fn address(&self, path: &str, without: Option<(&str, &str)>, cursor: Option<Cursor>) -> String {
        let mut pairs = self.chosen();
        pairs.retain(|(name, value)| without != Some((*name, value.as_str())));
        pairs.extend(cursor.map(|cursor| ("cursor", cursor.encode())));
        match serde_urlencoded::to_string(&pairs) {
            Ok(query) if !query.is_empty() => format!("{path}?{query}"),
            Ok(_) | Err(_) => path.to_owned(),
        }
    }
}

fn chosen(word: &str) -> Option<&str> {
    Some(word.trim()).filter(|word| !word.is_empty())
}

/// The values of one choice, each once, in order.
fn each(words: &[String]) -> Vec<&str> {
    let mut values: Vec<&str> = words.iter().filter_map(|word| chosen(word)).collect();
    values.sort_unstable();
    values.dedup();
    values
}

fn known<Word: AsRef<str>>(name: &'static str, words: &[String], allowed: &[Word]) -> Result<Vec<String>> {
    let values = each(words);
    match values.iter().find(|word| !allowed.iter().any(|known| known.as_ref() == **word)) {
        None => Ok(values.into_iter().map(str::to_owned).collect()),
        Some(word) => Err(Error::unknown_filter(name, word, allowed)),
    }
}

fn year(word: &str) -> Result<i16> {
    // Four digits only, so that the order of the words is the order of the years.
    let is_plain = word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit());
    let year = word.parse().ok().filter(|year| is_plain && YEARS.contains(year));
    year.ok_or_else(|| {
        Error::unknown_filter("year", word, [format!("{}", YEARS.start()), "…".to_owned(), format!("{}", YEARS.end())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Random;
    use crate::kernel::token::Key;
    use crate::town::Settings;

    fn town() -> Town {
        Town { settings: Settings::default(), key: Key::new(vec![1; 32]), random: Random::System }
    }

    fn parse(query: &str) -> Result<ListQuery> {
        let raw: RawListQuery = serde_html_form::from_str(query).unwrap();
        ListQuery::parse(&raw, &town())
    }

    #[test]
    fn unknown_words_are_refused() {
        for query in [
            "theme=x",
            "theme=fritid&theme=x",
            "year=x",
            "year=99999",
            "area=x",
            "state=x",
            "state=draft",
            "state=refused",
            "language=xx",
            "year=%2B2026",
            "year=02026",
            "sort=x",
        ] {
            assert!(matches!(parse(query), Err(Error::Refused { code: Code::UnknownFilter, .. })), "{query}");
        }
        assert!(matches!(parse("cursor=x"), Err(Error::Refused { code: Code::UnknownPlace, .. })));
        assert!(serde_html_form::from_str::<RawListQuery>("colour=red").is_err());
    }

    #[test]
    fn a_refusal_names_the_choice_what_was_chosen_and_what_there_is() {
        let Err(Error::Refused { args, .. }) = parse("q=lampor&sort=newest") else { panic!("taken") };
        let told = |place: usize| args.get(place).map(|(_, words)| words.as_str());
        assert_eq!(told(0), Some(r#""sort""#));
        assert_eq!(told(1), Some(r#""newest""#));
        assert_eq!(told(2), Some(r#""last", "shuffled", "ends", "support", "match""#));

        let long = format!("theme={}", "å".repeat(500));
        let Err(Error::Refused { args, .. }) = parse(&long) else { panic!("taken") };
        assert_eq!(args.get(1).map(|(_, value)| value.chars().count()), Some(43));
    }

    #[test]
    fn empty_fields_of_a_form_choose_nothing() {
        let query = parse("q=&theme=&area=&state=&group=&language=&sort=&cursor=").unwrap();

        assert_eq!(query.chosen(), []);
        assert_eq!(query.address("/ideas", None, None), "/ideas");
    }

    #[test]
    fn an_address_keeps_what_was_chosen_but_one() {
        let query = parse("theme=fritid&state=open&sort=support").unwrap();

        assert_eq!(query.address("/ideas", Some(("state", "open")), None), "/ideas?theme=fritid&sort=support");
        assert_eq!(
            query.address("/ideas", None, Some(Cursor { sort: 1, id: 2 })),
            "/ideas?theme=fritid&state=open&sort=support&cursor=AAAAAAAAAAEAAAAAAAAAAg"
        );
    }

    #[test]
    fn a_choice_may_have_several_values_each_once() {
        let query = parse("theme=fritid&theme=utbildning&theme=fritid&year=2026&year=2025").unwrap();

        assert_eq!(query.themes, ["fritid", "utbildning"]);
        assert_eq!(query.years, [2025, 2026]);
        assert_eq!(
            query.address("/ideas", Some(("theme", "utbildning")), None),
            "/ideas?theme=fritid&year=2025&year=2026"
        );
    }

    #[test]
    fn equal_questions_have_one_form() {
        let question = |query: &str| parse(query).unwrap().question();

        assert_eq!(question("q=++lampor%20vid&sort=last&area=&theme=fritid"), question("theme=fritid&q=lampor+vid"));
        assert_eq!(question("theme=utbildning&theme=fritid"), Some("theme=fritid&theme=utbildning".to_owned()));
        assert_eq!(question("q=lampor&sort=ends"), Some("q=lampor&state=open".to_owned()));
        for empty in ["", "sort=last", "state=open", "language=sv&year=2026", "q=lampor&state=done&sort=ends"] {
            assert_eq!(question(empty), None, "{empty}");
        }
    }

    #[test]
    fn a_text_is_sorted_by_match_unless_told_otherwise() {
        assert_eq!(parse("q=lampor").unwrap().sort, ListSort::BestMatch);
        assert_eq!(parse("q=lampor&sort=last").unwrap().sort, ListSort::LastEvent);
        // An order that fits no more, because the text was taken away or came to it, gives way.
        assert_eq!(parse("sort=match").unwrap().sort, ListSort::LastEvent);
        assert_eq!(parse("q=lampor&sort=shuffled").unwrap().sort, ListSort::Shuffled);
    }
}

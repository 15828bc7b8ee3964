//! What a group is, from raw form to typed words. Used by pages, API and command line alike.

use serde::Deserialize;
use utoipa::ToSchema;

use super::{Group, GroupKind, TieRule};
use crate::db::sent_forms::FORM_KEY_LIMIT;
use crate::error::{Code, Error, FieldErrors, Result};
use crate::kernel::text::{Label, Line, Mandate, address_word};

/// Longest word in addresses.
const SLUG_LIMIT: usize = 60;
/// Words that stand for a page where the word of a group could stand.
const RESERVED: [&str; 1] = ["new"];
/// Part of the roll that must vote unless the group says otherwise, in per cent.
const USUAL_QUORUM: i32 = 50;

/// A new group as it came in. Missing fields are empty.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawGroup {
    /// Name that everyone sees.
    pub name: String,
    /// Its word in addresses; empty: made from the name.
    pub slug: String,
    /// `steering`, `youth_council` or `process`.
    pub kind: String,
    /// Word of the theme whose ideas it answers for, or empty.
    pub theme: String,
    /// What it may decide by itself and what it can only propose.
    pub mandate: String,
    /// The network that it grew out of, or why there is none.
    pub builds_on: String,
    /// When and where it meets; may be empty.
    pub meets: String,
    /// What it does with a tie: `chair`, `lot` or `no_decision`; empty: what is usual for its kind.
    pub tie_rule: String,
    /// Part of the roll that must vote before a ballot counts, 1 to 100 per cent; empty: 50.
    pub quorum_percent: String,
    /// A key made for this one sending: sending it twice gives the first group. May be left out.
    pub form_key: String,
}

/// A change of a group as it came in. The word in addresses and the kind stay what they are:
/// addresses have been passed on, and ideas and ballots follow from the kind.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RawChange {
    /// Name that everyone sees.
    pub name: String,
    /// Word of the theme whose ideas it answers for, or empty.
    pub theme: String,
    /// What it may decide by itself and what it can only propose.
    pub mandate: String,
    /// The network that it grew out of, or why there is none.
    pub builds_on: String,
    /// When and where it meets; may be empty.
    pub meets: String,
    /// What it does with a tie: `chair`, `lot` or `no_decision`.
    pub tie_rule: String,
    /// Part of the roll that must vote before a ballot counts, 1 to 100 per cent; empty: 50.
    pub quorum_percent: String,
    /// Version of the group that the form was filled in for.
    pub version: i64,
}

/// What a group is as long as nobody changes it.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Name that everyone sees.
    pub name: Label,
    /// The theme whose ideas it answers for, one of the town's.
    pub theme: Option<String>,
    /// What it may decide by itself and what it can only propose.
    pub mandate: Mandate,
    /// The network that it grew out of, or why there is none.
    pub builds_on: Line,
    /// When and where it meets.
    pub meets: Option<Line>,
    /// What it does with a tie.
    pub tie_rule: TieRule,
    /// Part of the roll that must vote before a ballot counts, 1 to 100 per cent.
    pub quorum_percent: i32,
}

/// A group to be made.
#[derive(Debug, Clone)]
pub struct GroupDraft {
    /// Its word in addresses.
    pub slug: String,
    /// What kind of body it is.
    pub kind: GroupKind,
    /// Everything that can be changed later.
    pub terms: Terms,
    /// Key of the sending, or empty.
    pub form_key: String,
}

/// A group to be changed.
#[derive(Debug, Clone)]
pub struct GroupChange {
    /// What it becomes.
    pub terms: Terms,
    /// The version that it must still have.
    pub version: i64,
}

impl RawGroup {
    /// Reads a new group; `themes` are the town's.
    ///
    /// # Errors
    /// Everything that is wrong, field by field; a key longer than any that was handed out.
    pub fn parse(&self, themes: &[String]) -> Result<GroupDraft> {
        if self.form_key.len() > FORM_KEY_LIMIT {
            return Err(Error::refused(Code::MalformedBody));
        }
        let mut errors = FieldErrors::default();
        let name = errors.text("name", Label::parse(&self.name));
        let slug = self.parse_slug(&mut errors);
        let kind = errors.choice::<GroupKind>("kind", &self.kind);
        let usual = kind.map_or(TieRule::Chair, GroupKind::usual_tie_rule);
        let terms = read_terms(self, name, Some(usual), themes, &mut errors);
        let value =
            (|| Some(GroupDraft { slug: slug?, kind: kind?, terms: terms?, form_key: self.form_key.clone() }))();
        errors.finish(value)
    }

    /// The word in addresses that was written, else one made from the name; may come out empty.
    #[must_use]
    pub fn slug_word(&self) -> String {
        let written = if self.slug.trim().is_empty() { &self.name } else { &self.slug };
        address_word(written, SLUG_LIMIT)
    }

    fn parse_slug(&self, errors: &mut FieldErrors) -> Option<String> {
        let word = self.slug_word();
        if word.is_empty() {
            // Without a name nothing can be made of it, and that is told at the name.
            if !self.slug.trim().is_empty() || !self.name.trim().is_empty() {
                errors.add("slug", Code::FieldEmpty);
            }
            return None;
        }
        if RESERVED.contains(&word.as_str()) {
            errors.add("slug", Code::FieldTaken);
            return None;
        }
        Some(word)
    }
}

impl RawChange {
    /// Reads a change; `themes` are the town's.
    ///
    /// # Errors
    /// Everything that is wrong, field by field.
    pub fn parse(&self, themes: &[String]) -> Result<GroupChange> {
        let mut errors = FieldErrors::default();
        let name = errors.text("name", Label::parse(&self.name));
        let terms = read_terms(&self.words(), name, None, themes, &mut errors);
        errors.finish(terms.map(|terms| GroupChange { terms, version: self.version }))
    }

    /// The fields that a new group has too.
    #[must_use]
    pub fn words(&self) -> RawGroup {
        RawGroup {
            name: self.name.clone(),
            theme: self.theme.clone(),
            mandate: self.mandate.clone(),
            builds_on: self.builds_on.clone(),
            meets: self.meets.clone(),
            tie_rule: self.tie_rule.clone(),
            quorum_percent: self.quorum_percent.clone(),
            ..RawGroup::default()
        }
    }
}

impl From<Group> for RawChange {
    fn from(group: Group) -> Self {
        Self {
            name: group.name,
            theme: group.theme.unwrap_or_default(),
            mandate: group.mandate,
            builds_on: group.builds_on,
            meets: group.meets,
            tie_rule: group.tie_rule.to_string(),
            quorum_percent: group.quorum_percent.to_string(),
            version: group.version,
        }
    }
}

/// Reads what can be changed later; `usual` is what an empty tie rule stands for, if it may be empty.
fn read_terms(
    raw: &RawGroup,
    name: Option<Label>,
    usual: Option<TieRule>,
    themes: &[String],
    errors: &mut FieldErrors,
) -> Option<Terms> {
    let theme = read_theme(&raw.theme, themes, errors);
    let mandate = errors.text("mandate", Mandate::parse(&raw.mandate));
    let builds_on = errors.text("builds_on", Line::parse(&raw.builds_on));
    let meets = match raw.meets.trim() {
        "" => Some(None),
        meets => errors.text("meets", Line::parse(meets)).map(Some),
    };
    let tie_rule = match usual {
        Some(usual) if raw.tie_rule.trim().is_empty() => Some(usual),
        Some(_) | None => errors.choice("tie_rule", &raw.tie_rule),
    };
    let quorum_percent = read_quorum(&raw.quorum_percent, errors);
    Some(Terms {
        name: name?,
        theme: theme?,
        mandate: mandate?,
        builds_on: builds_on?,
        meets: meets?,
        tie_rule: tie_rule?,
        quorum_percent: quorum_percent?,
    })
}

#[expect(clippy::option_option, reason = "the outer says whether it is right, the inner whether one was chosen")]
fn read_theme(raw: &str, themes: &[String], errors: &mut FieldErrors) -> Option<Option<String>> {
    let word = raw.trim();
    if word.is_empty() {
        return Some(None);
    }
    if themes.iter().any(|known| known == word) {
        return Some(Some(word.to_owned()));
    }
    errors.add("theme", Code::FieldUnknownChoice);
    None
}

fn read_quorum(raw: &str, errors: &mut FieldErrors) -> Option<i32> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Some(USUAL_QUORUM);
    }
    let percent = raw.parse().ok().filter(|percent| (1..=100).contains(percent));
    if percent.is_none() {
        errors.add("quorum_percent", Code::FieldNotNumber);
    }
    percent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw() -> RawGroup {
        RawGroup {
            name: " Styrgruppen  Trygghet & ljus ".to_owned(),
            kind: "steering".to_owned(),
            mandate: "Beslutar om det gruppen har pengar till.".to_owned(),
            builds_on: "Nattvandrarna".to_owned(),
            ..RawGroup::default()
        }
    }

    fn with(change: impl FnOnce(&mut RawGroup)) -> RawGroup {
        let mut raw = raw();
        change(&mut raw);
        raw
    }

    fn themes() -> Vec<String> {
        vec!["trygghet".to_owned()]
    }

    fn faults(raw: &RawGroup) -> Vec<(&'static str, Code)> {
        match raw.parse(&themes()) {
            Err(Error::Invalid(errors)) => errors.all().iter().map(|error| (error.field, error.code)).collect(),
            Ok(_) | Err(_) => Vec::new(),
        }
    }

    #[test]
    fn what_is_left_out_gets_what_is_usual() {
        let group = raw().parse(&themes()).unwrap();

        assert_eq!(group.slug, "styrgruppen-trygghet-ljus");
        assert_eq!(group.terms.name.as_str(), "Styrgruppen Trygghet & ljus");
        assert_eq!((group.terms.tie_rule, group.terms.quorum_percent), (TieRule::Chair, 50));
        assert!(group.terms.theme.is_none() && group.terms.meets.is_none());
        let young = with(|raw| raw.kind = "youth_council".to_owned()).parse(&themes()).unwrap();
        assert_eq!(young.terms.tie_rule, TieRule::NoDecision);
    }

    #[test]
    fn what_is_written_counts() {
        let written = with(|raw| {
            raw.slug = "Trygga Gården".to_owned();
            raw.theme = "trygghet".to_owned();
            raw.meets = "Varje måndag".to_owned();
            raw.tie_rule = "lot".to_owned();
            raw.quorum_percent = " 66 ".to_owned();
        });

        let group = written.parse(&themes()).unwrap();

        assert_eq!(group.slug, "trygga-garden");
        assert_eq!(group.terms.theme.as_deref(), Some("trygghet"));
        assert_eq!(group.terms.meets.as_ref().map(Line::as_str), Some("Varje måndag"));
        assert_eq!((group.terms.tie_rule, group.terms.quorum_percent), (TieRule::Lot, 66));
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it_in_the_order_of_the_form() {
        let nothing = RawGroup::default();
        let wrong = [
            ("slug", Code::FieldTaken, with(|raw| raw.name = "New".to_owned())),
            ("slug", Code::FieldEmpty, with(|raw| raw.slug = "–".to_owned())),
            ("slug", Code::FieldEmpty, with(|raw| raw.name = "مجلس".to_owned())),
            ("kind", Code::FieldUnknownChoice, with(|raw| raw.kind = "club".to_owned())),
            ("theme", Code::FieldUnknownChoice, with(|raw| raw.theme = "rymden".to_owned())),
            ("mandate", Code::FieldTooLong, with(|raw| raw.mandate = "x".repeat(601))),
            ("meets", Code::FieldTooShort, with(|raw| raw.meets = "ja".to_owned())),
            ("tie_rule", Code::FieldUnknownChoice, with(|raw| raw.tie_rule = "war".to_owned())),
            ("quorum_percent", Code::FieldNotNumber, with(|raw| raw.quorum_percent = "0".to_owned())),
            ("quorum_percent", Code::FieldNotNumber, with(|raw| raw.quorum_percent = "101".to_owned())),
            ("quorum_percent", Code::FieldNotNumber, with(|raw| raw.quorum_percent = "half".to_owned())),
        ];

        for (field, code, raw) in wrong {
            assert_eq!(faults(&raw), [(field, code)], "{raw:?}");
        }
        let fields: Vec<_> = faults(&nothing).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["name", "kind", "mandate", "builds_on"]);
        assert!(matches!(with(|raw| raw.form_key = "k".repeat(101)).parse(&themes()), Err(Error::Refused { .. })));
    }

    #[test]
    fn a_change_needs_a_tie_rule_and_keeps_the_version() {
        let change = RawChange {
            name: "Styrgruppen".to_owned(),
            mandate: "Beslutar själv.".to_owned(),
            builds_on: "Nattvandrarna".to_owned(),
            tie_rule: "chair".to_owned(),
            version: 4,
            ..RawChange::default()
        };

        assert_eq!(change.parse(&themes()).unwrap().version, 4);
        let without = RawChange { tie_rule: String::new(), ..change };
        assert!(matches!(without.parse(&themes()), Err(Error::Invalid(errors)) if errors.of("tie_rule").is_some()));
    }
}

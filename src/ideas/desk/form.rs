//! A move as a form on a page: its fields with labels, hints, words and what is wrong with them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::MoveKind;
use crate::error::{Error, Result};
use crate::i18n::Texts;
use crate::ideas::similar::SimilarIdea;
use crate::web::FormErrors;

/// What a form says beside its words.
const TICKET: [&str; 2] = ["version", "form_key"];

/// What somebody wrote into a form, by field; kept when the form is shown again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words(BTreeMap<String, String>);

impl Words {
    /// The words in a raw form.
    ///
    /// # Errors
    /// When the form is no list of fields, which is a mistake of ours.
    pub(super) fn of(raw: &impl Serialize) -> Result<Self> {
        let serde_json::Value::Object(fields) = serde_json::to_value(raw).map_err(Error::internal)? else {
            return Err(Error::internal("a form without fields"));
        };
        let words = fields.into_iter().map(|(name, value)| match value {
            serde_json::Value::String(text) => (name, text),
            other => (name, other.to_string()),
        });
        Ok(Self(words.collect()))
    }

    /// What was written into other fields than these, as the idea has moved on meanwhile.
    fn beside(&self, specs: &[FieldSpec]) -> String {
        let belongs = |name: &str| TICKET.contains(&name) || specs.iter().any(|spec| spec.name == name);
        let others = self.0.iter().filter(|(name, words)| !belongs(name) && !words.is_empty());
        others.map(|(_, words)| words.as_str()).collect::<Vec<_>>().join("\n\n")
    }

    pub(super) fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }
}

/// A form that came back: which, with which words, and what is wrong.
#[derive(Debug, Clone)]
pub(super) struct SentBack {
    pub(super) kind: MoveKind,
    pub(super) words: Words,
    pub(super) errors: FormErrors,
}

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Control {
    /// One line; the word is for the browser's memory, or empty.
    Line { kind: &'static str, autocomplete: &'static str },
    /// Several lines, at most so many characters.
    Text { limit: usize },
    /// One of these: value and label. The first is chosen when nothing was.
    Select(Vec<(String, String)>),
    /// One of these, none chosen beforehand.
    Radios(Vec<(String, String)>),
    /// Yes or nothing.
    Check,
}

/// A field as it was declared, before it has words.
#[derive(Debug, Clone)]
pub(super) struct FieldSpec {
    pub(super) name: &'static str,
    pub(super) control: Control,
    /// Whether it may be left out; the label says so.
    pub(super) optional: bool,
}

/// A field of a form on the page.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Unique on the page: move and name.
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) error: Option<String>,
    pub(super) optional: bool,
    pub(super) control: Control,
}

impl Field {
    /// The ids of hint and error, for those who hear the page.
    pub(super) fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let error = self.error.is_some().then(|| format!("{}-error", self.id));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }

    /// Where an error leads: the first choice of radios has an id of its own.
    pub(super) fn target(&self) -> String {
        match &self.control {
            Control::Radios(options) => {
                options.first().map_or_else(|| self.id.clone(), |(value, _)| format!("{}-{value}", self.id))
            }
            Control::Line { .. } | Control::Text { .. } | Control::Select(_) | Control::Check => self.id.clone(),
        }
    }
}

/// A move on the page.
#[derive(Debug, Clone)]
pub(super) struct MoveForm {
    pub(super) kind: MoveKind,
    /// Where it is sent.
    pub(super) address: String,
    pub(super) heading: String,
    pub(super) help: String,
    pub(super) button: String,
    pub(super) fields: Vec<Field>,
    /// Ideas that the field `into` may be filled with.
    pub(super) targets: Vec<SimilarIdea>,
    /// Whether it is shown unfolded.
    pub(super) open: bool,
    /// What was written into fields that the form does not have any more.
    pub(super) kept: String,
    /// The version of the idea that its sender has seen.
    pub(super) version: i64,
    /// Key of this one form.
    pub(super) key: String,
}

impl MoveForm {
    /// A form with these fields. What came back keeps its words and is unfolded.
    pub(super) fn new(
        texts: Texts,
        kind: MoveKind,
        address: String,
        specs: Vec<FieldSpec>,
        sent_back: Option<&SentBack>,
        (version, key): (i64, String),
    ) -> Self {
        let sent_back = sent_back.filter(|sent| sent.kind == kind);
        let kept = sent_back.map(|sent| sent.words.beside(&specs)).unwrap_or_default();
        let fields = specs.into_iter().map(|spec| field(texts, kind, spec, sent_back)).collect();
        let seen =
            sent_back.and_then(|sent| Some(sent.errors.version(sent.words.get("version").parse().ok()?, version)));
        Self {
            kind,
            address,
            heading: texts.say(&format!("desk-{kind}")).into_owned(),
            help: texts.say(&format!("desk-{kind}-help")).into_owned(),
            button: texts.say(&format!("desk-{kind}-send")).into_owned(),
            fields,
            targets: Vec::new(),
            open: sent_back.is_some(),
            kept,
            version: seen.unwrap_or(version),
            key,
        }
    }

    /// What is wrong, field by field: where it leads and what it says.
    pub(super) fn errors(&self) -> Vec<(String, String)> {
        let wrong = self.fields.iter().filter_map(|field| Some((field.target(), field.error.clone()?)));
        wrong.collect()
    }
}

fn field(texts: Texts, kind: MoveKind, spec: FieldSpec, sent_back: Option<&SentBack>) -> Field {
    let name = spec.name;
    // A field may have words of its own in one form; else it is called the same everywhere.
    let own = format!("desk-{kind}-{name}");
    let common = format!("desk-field-{name}");
    let label = if texts.has(&own) { &own } else { &common };
    let hints = [format!("{own}-hint"), format!("{common}-hint")];
    let hint = hints.iter().find(|key| texts.has(key)).map(|key| texts.say(key).into_owned());
    Field {
        id: format!("{kind}-{name}"),
        name,
        label: texts.say(label).into_owned(),
        hint: hint.unwrap_or_default(),
        value: sent_back.map_or_else(String::new, |sent| sent.words.get(name).to_owned()),
        error: sent_back.and_then(|sent| sent.errors.of(name)).map(str::to_owned),
        optional: spec.optional,
        control: spec.control,
    }
}

//! The words on the screen and in the mail, by key, in the reader's language; days, moments and
//! numbers in words.
//!
//! The texts lie in `frontend/locales/<language>/*.ftl` ([Fluent](https://projectfluent.org)); the
//! build script checks and packs them. Not here: which language a person has chosen.

#[cfg(test)]
mod check;
mod locale;
mod moments;
mod numbers;
mod value;
mod wording;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::error::Code;

pub use locale::Locale;
pub use value::Value;
pub use wording::Wording;

/// The catalogues of one language, put together by the build script.
struct Catalogue {
    language: &'static str,
    text: &'static str,
    plain_keys: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

/// What one language can say.
struct Book {
    bundle: FluentBundle<FluentResource>,
    /// Messages without variables, resolved once: most texts of a page are such.
    plain: HashMap<&'static str, String>,
}

static SWEDISH: LazyLock<Book> = LazyLock::new(|| Book::open(Wording::Swedish));
static ENGLISH: LazyLock<Book> = LazyLock::new(|| Book::open(Wording::English));
/// Swedish with the texts of the easy catalogue in the place of its own.
static SIMPLE_SWEDISH: LazyLock<Book> = LazyLock::new(|| Book::open(Wording::SimpleSwedish));

impl Book {
    fn open(wording: Wording) -> Self {
        let locale = wording.locale();
        let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier()]);
        // The marks would end up in mail subjects and in what people copy.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::formatter(locale)));
        let mut plain = HashMap::new();
        let Some(catalogue) = CATALOGUES.iter().find(|catalogue| catalogue.language == locale.as_str()) else {
            tracing::error!(language = locale.as_str(), "no catalogue for this language");
            return Self { bundle, plain };
        };
        if let Err(errors) = bundle.add_resource(read(catalogue.text)) {
            tracing::error!(language = locale.as_str(), ?errors, "catalogue with the same key twice");
        }
        let easy =
            CATALOGUES.iter().find(|other| other.language == wording.as_str() && other.language != locale.as_str());
        if let Some(easy) = easy {
            bundle.add_resource_overriding(read(easy.text));
        }
        for key in catalogue.plain_keys {
            if let Some(text) = format_message(&bundle, key, None) {
                plain.insert(*key, text);
            }
        }
        Self { bundle, plain }
    }
}

/// The build script has read the same text, so what cannot be read here is nothing.
fn read(text: &str) -> FluentResource {
    FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource)
}

fn format_message(bundle: &FluentBundle<FluentResource>, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let message = bundle.get_message(key)?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(message.value()?, args, &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "a text lacks a value");
    }
    Some(text)
}

/// The texts of one language. Small and free to copy: pages and mails carry one each.
#[derive(Clone, Copy)]
pub struct Texts {
    locale: Locale,
    book: &'static Book,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Texts").field(&self.locale).finish()
    }
}

impl Texts {
    /// The texts of a language.
    #[must_use]
    pub fn in_locale(locale: Locale) -> Self {
        Self::in_wording(locale.into())
    }

    /// The texts of a wording.
    #[must_use]
    pub fn in_wording(wording: Wording) -> Self {
        let book = match wording {
            Wording::Swedish => LazyLock::force(&SWEDISH),
            Wording::SimpleSwedish => LazyLock::force(&SIMPLE_SWEDISH),
            Wording::English => LazyLock::force(&ENGLISH),
        };
        Self { locale: wording.locale(), book }
    }

    /// The language of these texts.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether there is a text under this key; for keys that are put together at run time.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.book.plain.contains_key(key) || self.book.bundle.has_message(key)
    }

    /// The text under a key. A key without a text gives itself in brackets and an error in the log.
    #[must_use]
    pub fn say(&self, key: &str) -> Cow<'static, str> {
        let book: &'static Book = self.book;
        match book.plain.get(key) {
            Some(text) => Cow::Borrowed(text.as_str()),
            None => Cow::Owned(self.format(key, None)),
        }
    }

    /// A text with one value. Whole numbers choose the plural form and are written in groups; hand
    /// over a year or a code as text.
    #[must_use]
    pub fn say1(&self, key: &str, name: &str, value: impl Value) -> Cow<'static, str> {
        let mut args = FluentArgs::with_capacity(1);
        args.set(name, value.as_fluent());
        Cow::Owned(self.format(key, Some(&args)))
    }

    /// A text with two values.
    #[must_use]
    pub fn say2(
        &self,
        key: &str,
        name1: &str,
        value1: impl Value,
        name2: &str,
        value2: impl Value,
    ) -> Cow<'static, str> {
        let mut args = FluentArgs::with_capacity(2);
        args.set(name1, value1.as_fluent());
        args.set(name2, value2.as_fluent());
        Cow::Owned(self.format(key, Some(&args)))
    }

    /// A text with three values.
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "templates have no tuples; names and values stand side by side")]
    pub fn say3(
        &self,
        key: &str,
        name1: &str,
        value1: impl Value,
        name2: &str,
        value2: impl Value,
        name3: &str,
        value3: impl Value,
    ) -> Cow<'static, str> {
        let mut args = FluentArgs::with_capacity(3);
        args.set(name1, value1.as_fluent());
        args.set(name2, value2.as_fluent());
        args.set(name3, value3.as_fluent());
        Cow::Owned(self.format(key, Some(&args)))
    }

    /// A text with the values that came with an error or an event. Values that are whole numbers
    /// are written as numbers.
    #[must_use]
    pub fn say_with(&self, key: &str, values: &[(&'static str, String)]) -> Cow<'static, str> {
        if values.is_empty() {
            return self.say(key);
        }
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value::number_or_text(value));
        }
        Cow::Owned(self.format(key, Some(&args)))
    }

    /// How to mend what went wrong.
    #[must_use]
    pub fn error(&self, code: Code, values: &[(&'static str, String)]) -> Cow<'static, str> {
        self.say_with(&format!("error-{code}"), values)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        format_message(&self.book.bundle, key, args).unwrap_or_else(|| {
            tracing::error!(key, language = self.locale.as_str(), "no text under this key");
            format!("[{key}]")
        })
    }
}

#[cfg(test)]
mod tests;

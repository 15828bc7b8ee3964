//! What the frame of every page shows around its content.

use super::{Visit, assets};
use crate::i18n::{Locale, Texts};

/// The head, menu and foot of a page; templates extend `web/layout.html` with it.
pub struct Frame {
    /// Texts in the visitor's language; `t` in templates.
    pub t: Texts,
    /// Language code of the page.
    pub language: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Title of the page, in front of the service name.
    pub title: String,
    /// Name of the service.
    pub service_name: String,
    /// Name of the signed-in person.
    pub person: Option<String>,
    /// Whether the moderators' queue is offered.
    pub moderator: bool,
    /// Whether the administrators' pages are offered.
    pub admin: bool,
    /// Whether the process group's page is offered.
    pub process: bool,
    /// Whether the person holds a seat in a group.
    pub seated: bool,
    /// Why mails do not reach the person, said on every page.
    pub unreached: Option<Unreached>,
    /// Token for forms.
    pub form_token: String,
    /// Path of the page, to come back to after choosing a language.
    pub path: String,
    /// Message to show once.
    pub flash: Option<String>,
    /// Whether this is the example town.
    pub example: bool,
    /// Address of the style sheet.
    pub style: String,
    /// Address of the script.
    pub script: String,
    /// Who runs the service.
    pub operator: String,
    /// Where to write or call.
    pub contact: String,
    /// Name of the area.
    pub area_name: String,
    /// The other languages: code and own name.
    pub languages: Vec<(&'static str, &'static str)>,
}

/// What is told to somebody whom mails do not reach.
pub struct Unreached {
    /// What has happened.
    pub title: String,
    /// What it means, and what to do.
    pub lead: String,
    /// The button.
    pub button: String,
}

impl Frame {
    /// The language of words that people wrote and that is not kept beside them, for `lang`: what
    /// a screen reader says in the wrong language nobody understands.
    #[must_use]
    #[expect(clippy::unused_self, reason = "templates reach it through the frame")]
    pub fn language_of(&self, words: &str) -> &'static str {
        crate::markup::language_of(words)
    }
}

impl Visit {
    /// The frame of a page with this title (in the visitor's language).
    #[must_use]
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        use crate::policy::Role;
        let settings = &self.town.settings;
        let locale = self.texts.locale();
        let others = Locale::ALL.iter().filter(|other| **other != locale);
        let flash = self.flash.as_ref().map(|word| format!("flash-{word}")).filter(|key| self.texts.has(key));
        Frame {
            t: self.texts,
            language: locale.as_str(),
            direction: locale.direction(),
            title: title.into(),
            service_name: settings.service_name.clone(),
            person: self.name.clone(),
            moderator: self.role == Some(Role::Moderator),
            admin: self.role == Some(Role::Admin),
            process: self.role == Some(Role::Process) || self.process_seat,
            seated: self.seated,
            unreached: self.marked.map(|mark| self.unreached(mark)),
            form_token: self.form_token.clone(),
            path: self.path.clone(),
            flash: flash.map(|key| self.texts.say(&key).into_owned()),
            example: self.example,
            style: assets::path_of("main.css"),
            script: assets::path_of("site.js"),
            operator: settings.operator.clone(),
            contact: settings.contact.clone(),
            area_name: settings.area_name.clone(),
            languages: others.map(|other| (other.as_str(), other.own_name())).collect(),
        }
    }

    fn unreached(&self, mark: &str) -> Unreached {
        let words = |part: &str| self.texts.say(&format!("unreached-{mark}-{part}")).into_owned();
        Unreached { title: words("title"), lead: words("lead"), button: words("button") }
    }
}

//! From what a mail says to its finished text and HTML, in one language.

use std::borrow::Cow;

use super::Trouble;
use super::audience::Part;
use super::facts::{Facts, Ownership};
use crate::i18n::{Texts, Wording};
use crate::kernel::Date;
use crate::mail::{Letter, Paragraph};
use crate::markup::plain;
use crate::town::Town;

/// What a text about an event is written with.
pub(super) struct Pen<'a> {
    /// Texts in the reader's language.
    pub(super) t: Texts,
    pub(super) town: &'a Town,
    pub(super) facts: &'a Facts,
    pub(super) today: Date,
}

impl Pen<'_> {
    /// A day as people say it, with the year only when it is far away.
    pub(super) fn day(&self, day: Date) -> String {
        self.t.date_near(day, self.today)
    }

    /// The same with its weekday.
    pub(super) fn weekday(&self, day: Date) -> String {
        self.t.weekday_near(day, self.today)
    }

    /// The title when the event happened.
    pub(super) fn title(&self) -> &str {
        &self.facts.title
    }

    /// The public number.
    pub(super) fn number(&self) -> &str {
        self.facts.idea.number()
    }

    /// The name of the group that the event speaks of.
    pub(super) fn group(&self) -> Result<&str, Trouble> {
        self.facts.group.as_ref().map(|group| group.name.as_str()).ok_or_else(|| Trouble::lacks("group"))
    }

    /// Title and number as two lines.
    pub(super) fn about(&self) -> Vec<(String, String)> {
        vec![
            (self.t.say("mail-fact-idea").into_owned(), self.title().to_owned()),
            (self.t.say("mail-fact-number").into_owned(), self.number().to_owned()),
        ]
    }
}

/// How an owner is named: organisation and person, or whichever there is.
pub(super) fn owner_name(owner: &Ownership) -> String {
    match (owner.organisation.trim(), owner.name.trim()) {
        ("", name) => name.to_owned(),
        (organisation, "") => organisation.to_owned(),
        (organisation, name) => format!("{organisation} ({name})"),
    }
}

/// What a mail says, before it is put into its frame.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) subject: String,
    pub(super) first: String,
    pub(super) paragraphs: Vec<Paragraph>,
    /// Words and path of the one thing to do.
    pub(super) action: Option<(String, String)>,
    pub(super) after: Vec<String>,
}

impl Draft {
    /// A mail with this subject and first sentence.
    pub(super) fn new(subject: impl Into<String>, first: impl Into<String>) -> Self {
        let (subject, first) = (subject.into(), first.into());
        Self { subject, first, paragraphs: Vec::new(), action: None, after: Vec::new() }
    }

    /// Adds a paragraph of our own words.
    pub(super) fn say(mut self, text: impl Into<String>) -> Self {
        self.paragraphs.push(Paragraph::Text(text.into()));
        self
    }

    /// Adds somebody else's words.
    pub(super) fn quote(mut self, markdown: &str) -> Self {
        let words = plain(markdown);
        if !words.is_empty() {
            self.paragraphs.push(Paragraph::Quote(words));
        }
        self
    }

    /// Adds somebody else's words under a line of ours; nothing when there are none.
    pub(super) fn told(self, label: Cow<'static, str>, markdown: Option<&str>) -> Self {
        match markdown {
            Some(words) if !words.trim().is_empty() => self.say(label).quote(words),
            Some(_) | None => self,
        }
    }

    /// Adds pairs of what and how.
    pub(super) fn facts(mut self, facts: Vec<(String, String)>) -> Self {
        if !facts.is_empty() {
            self.paragraphs.push(Paragraph::Facts(facts));
        }
        self
    }

    /// Adds an idea with what happened to it.
    pub(super) fn entry(mut self, title: String, address: String, lines: Vec<String>) -> Self {
        self.paragraphs.push(Paragraph::Entry { title, address, lines });
        self
    }

    /// Sets the one thing to do.
    pub(super) fn action(mut self, words: impl Into<String>, path: impl Into<String>) -> Self {
        self.action = Some((words.into(), path.into()));
        self
    }

    /// Adds a line after the button.
    pub(super) fn after(mut self, text: impl Into<String>) -> Self {
        self.after.push(text.into());
        self
    }
}

/// Why the reader gets it, as a line in the foot.
#[derive(Debug, Clone, Copy)]
pub(super) enum Why {
    Part(Part),
    /// Somebody gave the address.
    Address,
    /// The address stands in a draft.
    Draft,
    /// It is about the reader's account.
    Account,
    /// The reader has chosen to hear of all of it at once.
    Bundle,
    /// The reader follows whoever speaks for somebody in a group.
    Seat,
    /// The reader wrote such a report.
    Report,
}

impl Why {
    fn words(self, t: Texts) -> Cow<'static, str> {
        match self {
            Self::Part(Part::Author | Part::OtherAuthor | Part::Commented) => t.say("mail-why-author"),
            Self::Part(Part::Follower) => t.say("mail-why-follower"),
            Self::Part(Part::Lead | Part::Coordinator | Part::Giver | Part::Receiver | Part::Chair) => {
                t.say("mail-why-lead")
            }
            Self::Part(Part::Ower) => t.say("mail-why-ower"),
            Self::Part(Part::Process) => t.say("mail-why-process"),
            Self::Part(Part::Owner) => t.say("mail-why-owner"),
            Self::Part(Part::Asked) => t.say("mail-why-asked"),
            Self::Part(Part::Elector | Part::LateElector) => t.say("mail-why-elector"),
            Self::Part(Part::Moderator | Part::FirstModerator) => t.say("mail-why-moderator"),
            Self::Part(Part::CommentAuthor) => t.say("mail-why-comment_author"),
            Self::Part(Part::Reporter) => t.say("mail-why-reporter"),
            Self::Address => t.say("mail-why-address"),
            Self::Draft => t.say("mail-why-draft"),
            Self::Account => t.say("mail-why-account"),
            Self::Bundle => t.say("mail-why-bundle"),
            Self::Seat => t.say("mail-why-seat"),
            Self::Report => t.say("mail-why-report"),
        }
    }
}

/// A mail that only lacks its reader.
#[derive(Debug, Clone)]
pub(super) struct Finished {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

/// Puts a mail into its frame. `stops` are words and addresses that end mails of this kind.
pub(super) fn finish(
    draft: &Draft,
    wording: Wording,
    town: &Town,
    why: Why,
    stops: &[(String, String)],
) -> Result<Finished, Trouble> {
    let t = Texts::in_wording(wording);
    let settings = &town.settings;
    let mut paragraphs = vec![Paragraph::Text(draft.first.clone())];
    paragraphs.extend(draft.paragraphs.iter().cloned());
    let letter = Letter {
        locale: wording.as_str(),
        dir: wording.locale().direction(),
        service_name: settings.service_name.clone(),
        preheader: draft.first.clone(),
        heading: draft.subject.clone(),
        paragraphs,
        action: draft.action.as_ref().map(|(words, path)| (words.clone(), town.url(path))),
        after: draft.after.clone(),
        footer: vec![
            why.words(t).into_owned(),
            t.say2("mail-footer-sender", "operator", &settings.operator, "service", &settings.service_name)
                .into_owned(),
            t.say1("mail-footer-contact", "contact", &settings.contact).into_owned(),
        ],
        unsubscribe: stops.to_vec(),
    };
    Ok(Finished { subject: draft.subject.clone(), text: letter.text(), html: letter.html()? })
}

//! What a mail would have said, in plain words for somebody who reads it out or prints it, and in the few
//! words of a text message.

use super::facts::{Detail, Facts};
use super::letter::{Draft, Pen};
use crate::kernel::IdeaId;
use crate::mail::Paragraph;

/// Most characters of the few words: those of one text message.
pub(super) const BRIEF_LIMIT: usize = 160;

/// What somebody is told without e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spoken {
    /// What happened, in one line.
    pub(super) subject: String,
    /// Everything, with an empty line between paragraphs.
    pub(super) body: String,
    /// The line and where to read more.
    pub(super) brief: String,
}

/// The idea of whoever is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnIdea<'a> {
    number: &'a str,
    is_listed: bool,
}

impl<'a> OwnIdea<'a> {
    /// The idea that something happened to, or the one that it was joined into.
    pub(super) fn of(facts: &'a Facts, id: IdeaId) -> Self {
        match &facts.detail {
            Detail::Other(other) if other.id == id => Self { number: &other.number, is_listed: other.title.is_some() },
            _ => Self { number: facts.idea.number(), is_listed: facts.idea.is_listed() },
        }
    }

    fn path(self) -> String {
        format!("/ideas/{}", self.number)
    }
}

impl Spoken {
    pub(super) fn of(draft: &Draft, pen: &Pen<'_>, own: OwnIdea<'_>) -> Self {
        let mut blocks = vec![draft.first.clone()];
        blocks.extend(draft.paragraphs.iter().map(words));
        blocks.extend(draft.after.iter().filter_map(|text| after(text, pen)));
        blocks.push(way_in(draft, pen, own));
        let settings = &pen.town.settings;
        let sender = [("service", settings.service_name.clone()), ("contact", settings.contact.clone())];
        blocks.push(pen.t.say_with("call-sender", &sender).into_owned());
        Self { subject: draft.subject.clone(), body: blocks.join("\n\n"), brief: brief(draft, pen, own) }
    }
}

fn words(paragraph: &Paragraph) -> String {
    match paragraph {
        Paragraph::Text(text) => text.clone(),
        Paragraph::Quote(text) => format!("”{text}”"),
        Paragraph::Facts(facts) => {
            let lines: Vec<String> = facts.iter().map(|(what, how)| format!("{what}: {how}")).collect();
            lines.join("\n")
        }
        Paragraph::Entry { title, lines, .. } => format!("{title}\n{}", lines.join("\n")),
    }
}

/// A line after the button, where it does not speak of the mail itself.
fn after(text: &str, pen: &Pen<'_>) -> Option<String> {
    let town = pen.town;
    if text == pen.t.say("mail-objection") {
        return Some(pen.t.say1("call-objection", "contact", &town.settings.contact).into_owned());
    }
    let of_the_mail = [
        pen.t.say1("mail-way-in", "url", town.url("/receipt")),
        pen.t.say1("mail-done-idea", "url", town.url(&pen.facts.idea.path())),
    ];
    (!of_the_mail.iter().any(|known| known == text)).then(|| text.to_owned())
}

/// Where to read more, or to do what there is to do: everyone's page where everyone may read the idea, else
/// the page that asks for the code of the receipt.
fn way_in(draft: &Draft, pen: &Pen<'_>, own: OwnIdea<'_>) -> String {
    let town = pen.town;
    let path = draft.action.as_ref().map(|(_, path)| path.as_str()).unwrap_or_default();
    let graded = path.starts_with("/grade/").then(|| pen.t.say1("call-grade", "url", town.url(path)).into_owned());
    let open = if own.is_listed && (path == own.path() || graded.is_some()) {
        pen.t.say1("call-page", "url", town.url(&own.path())).into_owned()
    } else {
        pen.t.say2("call-receipt", "url", town.url("/receipt"), "number", own.number).into_owned()
    };
    graded.into_iter().chain([open]).collect::<Vec<_>>().join("\n")
}

/// Number, line and address; the line is cut where it is too long.
fn brief(draft: &Draft, pen: &Pen<'_>, own: OwnIdea<'_>) -> String {
    let url = pen.town.url(&if own.is_listed { own.path() } else { "/receipt".to_owned() });
    let begins = pen.t.say1("call-brief", "number", own.number).into_owned();
    let line = plain_signs(&draft.subject);
    let room = BRIEF_LIMIT.saturating_sub(begins.chars().count() + url.chars().count() + 2);
    let line = if line.chars().count() > room {
        let cut: String = line.chars().take(room.saturating_sub(3)).collect();
        format!("{}...", cut.trim_end())
    } else {
        line
    };
    format!("{begins} {line} {url}")
}

/// Signs that a text message has no room for in its small alphabet, by those that it has.
fn plain_signs(text: &str) -> String {
    let sign = |c: char| match c {
        '”' | '“' | '„' | '«' | '»' => '"',
        '’' | '‘' => '\'',
        '–' | '—' => '-',
        other => other,
    };
    text.replace('…', "...").chars().map(sign).collect()
}

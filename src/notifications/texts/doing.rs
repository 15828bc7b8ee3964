//! To the author and to followers, while the idea is carried out.

use super::super::facts::Detail;
use super::super::letter::{Draft, Pen, owner_name};
use super::Composed;
use crate::ideas::grade;

pub(super) fn started(pen: &Pen<'_>, own: bool) -> Draft {
    let subject = if own {
        pen.t.say("mail-started-subject")
    } else {
        pen.t.say1("mail-news_started-subject", "title", pen.title())
    };
    let first = match &pen.facts.detail {
        Detail::Ownership(owner) => pen.t.say1("mail-started-first", "owner", owner_name(owner)),
        _ => pen.t.say("mail-started-first-unnamed"),
    };
    let draft = Draft::new(subject, first).facts(pen.about()).say(pen.t.say("mail-started-next"));
    draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path())
}

pub(super) fn done(pen: &Pen<'_>, own: bool) -> Draft {
    let first = if own { pen.t.say("mail-done-first") } else { pen.t.say("mail-news_done-first") };
    let mut draft = Draft::new(pen.t.say1("mail-done-subject", "title", pen.title()), first);
    let mut facts = pen.about();
    if let Detail::Result { result, measure } = &pen.facts.detail {
        draft = draft.told(pen.t.say("mail-done-result"), result.as_deref());
        if let Some(measure) = measure.as_deref().filter(|measure| !measure.trim().is_empty()) {
            facts.push((pen.t.say("mail-fact-measure").into_owned(), measure.to_owned()));
        }
    }
    draft = draft.facts(facts);
    if own {
        draft = draft.say(pen.t.say("mail-done-answer"));
        let link = format!("/grade/{}", grade::token(pen.town, pen.facts.idea.id));
        return draft.action(pen.t.say("mail-done-action"), link).after(pen.t.say1(
            "mail-done-idea",
            "url",
            pen.town.url(&pen.facts.idea.path()),
        ));
    }
    draft.action(pen.t.say("mail-open-idea"), pen.facts.idea.path())
}

pub(super) fn stopped(pen: &Pen<'_>, own: bool) -> Composed {
    let subject = if own {
        pen.t.say("mail-stopped-subject")
    } else {
        pen.t.say1("mail-news_stopped-subject", "title", pen.title())
    };
    let mut draft = Draft::new(subject, pen.t.say1("mail-stopped-first", "group", pen.group()?));
    if let Detail::Reason(reason) = &pen.facts.detail {
        draft = draft.told(pen.t.say("mail-their-reason"), Some(reason));
    }
    Ok(draft.facts(pen.about()).action(pen.t.say("mail-open-idea"), pen.facts.idea.path()))
}

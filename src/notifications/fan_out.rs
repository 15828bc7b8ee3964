//! One event → one mail per reader in the outbox, and the job that sends each.

use std::collections::HashSet;

use super::audience::{Part, audience};
use super::facts::{Detail, Facts, Reader};
use super::kind::MailKind;
use super::letter::{Finished, Pen, Why, finish};
use super::news::{self, Telling};
use super::outbox::BATCH;
use super::pace::Pace;
use super::store::{About, Item};
use super::{Trouble, store, texts, unsubscribe};
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::i18n::{Locale, Texts, Wording};
use crate::ideas::clock::Ower;
use crate::journal::{self, Event};
use crate::kernel::{Date, EventId, IdeaId, PersonId};
use crate::mail::{NewEmail, OutboundMail};
use crate::sms::Texter;
use crate::town::Town;

/// Tells everyone whom an event concerns. May run again after any interruption: each reader has
/// one mail per event, whatever happens.
///
/// # Errors
/// [`Trouble`]; forever when the event lacks what its mail has to say.
pub fn notify(db: &Db, town: &Town, texter: &Texter, id: EventId) -> std::result::Result<(), Trouble> {
    let row = db.read(|conn| journal::event(conn, id))?;
    if super::notices::person_changed(db, town, &row)? || super::seats::told_back(db, town, &row)? {
        return Ok(());
    }
    let Some(mut facts) = db.read(|conn| store::facts(conn, &row))? else { return Ok(()) };
    if matches!(row.event, Event::Submitted { .. }) {
        facts.confirm = confirm_path(db, town, &facts)?;
    }
    let today = db.clock().now().date();
    let run = Run { db, town, id, event: &row.event, facts: &facts, today };
    let mut told = HashSet::new();
    for (part, kind) in audience(&row.event) {
        if run.reaches(*part, *kind) {
            if let Some(idea) = run.without_mail(*part) {
                super::calls::note(&run, texter.is_on(), *kind, idea)?;
            }
            run.tell_part(*part, *kind, &mut told)?;
        }
    }
    Ok(())
}

/// The address that confirms the contact which was left with this idea, if one was made with it.
fn confirm_path(db: &Db, town: &Town, facts: &Facts) -> Result<Option<String>> {
    super::token_mail::confirm_path(db, town, facts.idea.id)
}

pub(super) struct Run<'a> {
    pub(super) db: &'a Db,
    pub(super) town: &'a Town,
    pub(super) id: EventId,
    event: &'a Event,
    pub(super) facts: &'a Facts,
    pub(super) today: Date,
}

impl Run<'_> {
    /// The idea whose author stands in this part and has no e-mail with us.
    fn without_mail(&self, part: Part) -> Option<IdeaId> {
        let idea = &self.facts.idea;
        match (part, &self.facts.detail) {
            (Part::Author, _) => (idea.author_id.is_none() && self.facts.contact.is_none()).then_some(idea.id),
            (Part::OtherAuthor, Detail::Other(other)) => other.author.is_none().then_some(other.id),
            _ => None,
        }
    }

    /// What is not shown to everyone is told only to those who may read it anyway.
    fn reaches(&self, part: Part, kind: MailKind) -> bool {
        // Somebody may have mistyped the address. Only the mail that asks for its confirmation goes
        // there (domain section 3.1, A1); until then the receipt code shows how it goes.
        if part == Part::Author && self.facts.contact.is_some() && kind != MailKind::Receipt {
            return false;
        }
        if let Detail::Clock(clock) = &self.facts.detail
            && !(clock.holds && clock.concerns(part, kind))
        {
            return false;
        }
        let shown = self.facts.idea.is_listed();
        match (&self.facts.detail, kind) {
            (Detail::Comment(comment), MailKind::QuestionAnswered) => shown && comment.is_visible,
            (Detail::Comment(comment), MailKind::NewComment) => {
                shown && comment.is_visible && self.facts.idea.author_id != Some(comment.author)
            }
            (Detail::Other(other), MailKind::Joined) => shown && other.title.is_some(),
            // Followers were told of a public idea; of one taken back before that nobody knows.
            (_, MailKind::NewsWithdrawn) => shown && self.facts.idea.published_at.is_some(),
            _ => shown || part.reads_unlisted(),
        }
    }

    fn tell_part(&self, part: Part, kind: MailKind, told: &mut HashSet<PersonId>) -> std::result::Result<(), Trouble> {
        if part == Part::Follower {
            return self.tell_followers(kind, told);
        }
        let readers = self.db.read(|conn| self.readers(conn, part))?;
        self.tell(part, kind, readers, told)
    }

    fn tell_followers(&self, kind: MailKind, told: &mut HashSet<PersonId>) -> std::result::Result<(), Trouble> {
        let mut ideas = vec![self.facts.idea.id];
        if let Detail::Other(other) = &self.facts.detail {
            ideas.push(other.id);
        }
        let mut after = PersonId::new(0);
        let most = i64::try_from(BATCH).unwrap_or(i64::MAX);
        loop {
            let (readers, last) = self.db.read(|conn| store::followers(conn, &ideas, after, most))?;
            let Some(last) = last else { return Ok(()) };
            after = last;
            self.tell(Part::Follower, kind, readers, told)?;
        }
    }

    /// Everyone who stands in a part; not for followers, who may be many.
    fn readers(&self, conn: &mut Conn, part: Part) -> Result<Vec<Reader>> {
        let one = |conn: &mut Conn, person: Option<PersonId>| match person {
            Some(person) => store::people(conn, &[person], part.tells_the_suspended()),
            None => Ok(Vec::new()),
        };
        match (part, &self.facts.detail) {
            (Part::Author, _) => self.author(conn),
            (Part::Commented, _) => one(conn, self.facts.idea.author_id),
            (Part::LateElector, Detail::Ballot(ballot)) if ballot.result.is_none() => {
                store::reminded_electors(conn, ballot.id)
            }
            (Part::OtherAuthor, Detail::Other(other)) => one(conn, other.author),
            // Where nobody has taken it on, the group owes it that somebody does.
            (Part::Ower, Detail::Clock(clock)) if clock.by == Ower::Owner && clock.person.is_none() => {
                self.of_group(conn, store::leads)
            }
            (Part::Ower, Detail::Clock(clock)) if clock.by != Ower::Group => one(conn, clock.person),
            (Part::Lead | Part::Ower, _) => self.of_group(conn, store::leads),
            (Part::Coordinator, _) => self.of_group(conn, store::coordinators),
            (Part::Giver, Detail::HandOver(hand_over)) => store::leads(conn, hand_over.from.id, self.today),
            (Part::Receiver, Detail::HandOver(hand_over)) => store::leads(conn, hand_over.to.id, self.today),
            (Part::Giver, Detail::Corrected { left: Some(left), .. }) => store::leads(conn, left.id, self.today),
            (Part::Chair, _) => self.of_group(conn, store::chairs),
            (Part::Process, _) => store::process_group(conn, self.today),
            (Part::Owner, Detail::Ownership(owner) | Detail::OwnerReminded { owner, .. }) => {
                one(conn, Some(owner.person))
            }
            (Part::Asked, Detail::Inquiry(inquiry) | Detail::ForwardingReminded { inquiry, .. }) => {
                one(conn, inquiry.asked_person)
            }
            (Part::Elector, Detail::Ballot(ballot)) => store::electorate(conn, ballot.id),
            (Part::Elector, Detail::Decision(decision)) => match &decision.ballot {
                Some(ballot) => store::electorate(conn, ballot.id),
                None => Ok(Vec::new()),
            },
            (Part::Moderator, _) => store::moderators(conn),
            (Part::FirstModerator, Detail::Appeal { first_moderator }) => one(conn, Some(*first_moderator)),
            (Part::CommentAuthor, Detail::Comment(comment)) => one(conn, Some(comment.author)),
            (Part::Reporter, Detail::Report { reporter: None, contact: Some(contact), locale, .. }) => {
                Ok(vec![store::contact_reader(conn, contact, *locale)?])
            }
            (Part::Reporter, Detail::Report { reporter, .. }) => one(conn, *reporter),
            _ => Ok(Vec::new()),
        }
    }

    fn of_group(
        &self,
        conn: &mut Conn,
        load: fn(&mut Conn, crate::kernel::GroupId, Date) -> Result<Vec<Reader>>,
    ) -> Result<Vec<Reader>> {
        match &self.facts.group {
            Some(group) => load(conn, group.id, self.today),
            None => Ok(Vec::new()),
        }
    }

    fn author(&self, conn: &mut Conn) -> Result<Vec<Reader>> {
        if let Some(person) = self.facts.idea.author_id {
            // To be told again of what is late is no news of one's own words.
            return store::people(conn, &[person], !matches!(self.event, Event::LateAgain { .. }));
        }
        let Some(contact) = &self.facts.contact else { return Ok(Vec::new()) };
        let language = self.facts.idea.language.parse().unwrap_or(Locale::Swedish);
        Ok(vec![store::contact_reader(conn, contact, language)?])
    }

    /// Tells these readers, each as he or she has chosen, except those who have heard of this event.
    fn tell(
        &self,
        part: Part,
        kind: MailKind,
        mut readers: Vec<Reader>,
        told: &mut HashSet<PersonId>,
    ) -> std::result::Result<(), Trouble> {
        readers.retain(|reader| {
            let is_doer = reader.person.is_some() && reader.person == self.facts.doer;
            (part.tells_the_doer() || !is_doer) && reader.person.is_none_or(|person| told.insert(person))
        });
        let mut finished = FinishedOnce::default();
        for batch in readers.chunks(BATCH) {
            self.tell_batch(part, kind, batch, &mut finished)?;
        }
        Ok(())
    }

    fn tell_batch(
        &self,
        part: Part,
        kind: MailKind,
        readers: &[Reader],
        finished: &mut FinishedOnce,
    ) -> std::result::Result<(), Trouble> {
        let channel = part.channel();
        let people: Vec<PersonId> = readers.iter().filter_map(|reader| reader.person).collect();
        let paces = self.db.read(|conn| store::paces(conn, channel, &people))?;
        let mut tellings = Vec::with_capacity(readers.len());
        for reader in readers {
            let chosen = reader.person.and_then(|person| paces.get(&person).copied());
            let pace = if kind.stands_alone() { Pace::AtOnce } else { chosen.unwrap_or(channel.default_pace()) };
            let mail = match pace {
                Pace::AtOnce => Some(self.mail(part, kind, reader, finished)?),
                Pace::Daily | Pace::Weekly | Pace::Never => None,
            };
            tellings.push(Telling { person: reader.person, pace, mail });
        }
        let item = Item {
            cause: if kind == MailKind::Queue { format!("queue:{}", self.today) } else { format!("event:{}", self.id) },
            channel,
            kind,
            about: About::Event(self.facts.idea.id, self.id),
        };
        Ok(news::deliver(self.db, &item, &tellings)?)
    }

    fn mail(
        &self,
        part: Part,
        kind: MailKind,
        reader: &Reader,
        finished: &mut FinishedOnce,
    ) -> std::result::Result<NewEmail, Trouble> {
        let stop = match reader.person {
            Some(person) if part.can_stop() => Some(unsubscribe::address(self.town, person, &[part.channel()])),
            Some(_) | None => None,
        };
        let letter = match (&stop, finished.of(reader.wording)) {
            // Everyone's address for stopping is another, so each has a letter of one's own.
            (None, Some(letter)) => letter.clone(),
            _ => self.finished(part, kind, reader.wording, stop.as_deref())?,
        };
        if stop.is_none() {
            finished.keep(reader.wording, &letter);
        }
        Ok(NewEmail {
            cause: self.cause(kind, reader),
            kind: kind.as_str().to_owned(),
            person: reader.person,
            recipient: reader.email.clone(),
            locale: reader.wording.as_str().to_owned(),
            subject: letter.subject,
            text: letter.text,
            html: letter.html,
            thread: self.thread(kind),
            unsubscribe: stop,
        })
    }

    fn finished(
        &self,
        part: Part,
        kind: MailKind,
        wording: Wording,
        stop: Option<&str>,
    ) -> std::result::Result<Finished, Trouble> {
        let pen = Pen { t: Texts::in_wording(wording), town: self.town, facts: self.facts, today: self.today };
        let draft = texts::compose(kind, &pen)?;
        let stops: Vec<_> = stop.map(|address| unsubscribe::link(pen.t, part.channel(), address)).into_iter().collect();
        finish(&draft, wording, self.town, Why::Part(part), &stops)
    }

    /// What makes a mail the same as one that is there already. Moderators hear at most once a
    /// day that something waits.
    fn cause(&self, kind: MailKind, reader: &Reader) -> String {
        if kind == MailKind::Queue {
            return queue_cause(self.today, reader.person);
        }
        let who = reader.person.map_or_else(|| "contact".to_owned(), |person| person.to_string());
        format!("{}:{kind}:{who}", self.id)
    }

    fn thread(&self, kind: MailKind) -> Option<String> {
        (kind != MailKind::Queue && self.event.idea().is_some()).then(|| self.facts.idea.number().to_owned())
    }
}

/// What makes the mail about what waits for moderators the only one of a day.
pub(super) fn queue_cause(today: Date, person: Option<PersonId>) -> String {
    let who = person.map_or_else(|| "contact".to_owned(), |person| person.to_string());
    format!("queue:{today}:{who}")
}

/// Letters that are the same for all readers of a wording.
#[derive(Default)]
struct FinishedOnce(Vec<(Wording, Finished)>);

impl FinishedOnce {
    fn of(&self, wording: Wording) -> Option<&Finished> {
        self.0.iter().find(|(known, _)| *known == wording).map(|(_, letter)| letter)
    }

    fn keep(&mut self, wording: Wording, letter: &Finished) {
        if self.of(wording).is_none() {
            self.0.push((wording, letter.clone()));
        }
    }
}

/// What has become of what a mail says while it waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Still {
    /// It may be said.
    True,
    /// It is hidden.
    Gone,
    /// It speaks of a day that is no longer owed.
    Outdated,
}

/// Whether a mail that waited may still go out: its idea must be shown, unless the mail is for
/// somebody who may read it anyway, and so must what others wrote that it repeats; and a day that it
/// speaks of must be owed still.
pub(super) fn still(conn: &mut Conn, mail: &OutboundMail, number: &str) -> Result<Still> {
    let Ok(kind) = mail.kind.parse::<MailKind>() else { return Ok(Still::True) };
    if kind.needs_listed() && !crate::ideas::store::load_by_number(conn, number)?.is_listed() {
        return Ok(Still::Gone);
    }
    let otherwise = match kind {
        MailKind::QuestionAnswered | MailKind::Joined => Still::Gone,
        kind if kind.speaks_of_a_day() => Still::Outdated,
        _ => return Ok(Still::True),
    };
    let (event, _) = store::told_by(conn, mail.id)?;
    let row = journal::event(conn, event)?;
    let may_be_told = store::facts(conn, &row)?.is_some_and(|facts| may_be_told(&facts, kind));
    Ok(if may_be_told { Still::True } else { otherwise })
}

/// Whether what an event speaks of may still be told by a mail of a kind.
pub(super) fn may_be_told(facts: &Facts, kind: MailKind) -> bool {
    match (&facts.detail, kind) {
        (Detail::Comment(comment), MailKind::QuestionAnswered | MailKind::NewComment) => comment.is_visible,
        (Detail::Other(other), MailKind::Joined) => other.title.is_some(),
        (Detail::Clock(clock), _) => clock.holds,
        (Detail::Postponed { to, .. }, _) => facts.idea.due_on == Some(*to),
        (Detail::Ballot(ballot), MailKind::Ballot | MailKind::BallotClosing) => ballot.result.is_none(),
        _ => true,
    }
}

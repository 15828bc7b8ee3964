//! One event → one mail per reader in the outbox, and the job that sends each.

use std::collections::HashSet;

use super::audience::{Part, audience};
use super::facts::{Detail, Facts, Reader};
use super::kind::MailKind;
use super::letter::{Finished, Pen, Why, finish};
use super::{Trouble, store, texts, unsubscribe};
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::i18n::{Locale, Texts};
use crate::ideas::clock::Ower;
use crate::journal::{self, Event};
use crate::kernel::{Date, EventId, PersonId};
use crate::mail::{NewEmail, store as outbox};
use crate::queue::{self, Job};
use crate::town::Town;

/// Most mails written in one transaction; others who write wait no longer than for these.
const BATCH: usize = 500;

/// Tells everyone whom an event concerns. May run again after any interruption: each reader has
/// one mail per event, whatever happens.
///
/// # Errors
/// [`Trouble`]; forever when the event lacks what its mail has to say.
pub fn notify(db: &Db, town: &Town, id: EventId) -> std::result::Result<(), Trouble> {
    let row = db.read(|conn| journal::event(conn, id))?;
    if super::notices::person_changed(db, town, &row)? {
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
            run.tell_part(*part, *kind, &mut told)?;
        }
    }
    Ok(())
}

/// The address that confirms the contact which was left with this idea, if one was made with it.
fn confirm_path(db: &Db, town: &Town, facts: &Facts) -> Result<Option<String>> {
    super::token_mail::confirm_path(db, town, facts.idea.id)
}

struct Run<'a> {
    db: &'a Db,
    town: &'a Town,
    id: EventId,
    event: &'a Event,
    facts: &'a Facts,
    today: Date,
}

impl Run<'_> {
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
            (Part::OtherAuthor, Detail::Other(other)) => one(conn, other.author),
            (Part::Ower, Detail::Clock(clock)) if clock.by != Ower::Group => one(conn, clock.person),
            (Part::Lead | Part::Ower, _) => self.of_group(conn, store::leads),
            (Part::Coordinator, _) => self.of_group(conn, store::coordinators),
            (Part::Giver, Detail::HandOver(hand_over)) => store::leads(conn, hand_over.from.id, self.today),
            (Part::Receiver, Detail::HandOver(hand_over)) => store::leads(conn, hand_over.to.id, self.today),
            (Part::Chair, _) => self.of_group(conn, store::chairs),
            (Part::Process, _) => store::process_group(conn, self.today),
            (Part::Owner, Detail::Ownership(owner)) => one(conn, Some(owner.person)),
            (Part::Asked, Detail::Inquiry(inquiry)) => one(conn, inquiry.asked_person),
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
            return store::people(conn, &[person], true);
        }
        let Some(contact) = &self.facts.contact else { return Ok(Vec::new()) };
        let language = self.facts.idea.language.parse().unwrap_or(Locale::Swedish);
        Ok(vec![store::contact_reader(conn, contact, language)?])
    }

    /// Writes the mails to these readers, except to those who have one about this event.
    fn tell(
        &self,
        part: Part,
        kind: MailKind,
        readers: Vec<Reader>,
        told: &mut HashSet<PersonId>,
    ) -> std::result::Result<(), Trouble> {
        let mut mails = Vec::new();
        let mut finished = FinishedOnce::default();
        for reader in readers {
            let is_doer = reader.person.is_some() && reader.person == self.facts.doer;
            if is_doer && !part.tells_the_doer() {
                continue;
            }
            if reader.person.is_some_and(|person| !told.insert(person)) {
                continue;
            }
            mails.push(self.mail(part, kind, &reader, &mut finished)?);
        }
        for batch in mails.chunks(BATCH) {
            write(self.db, batch)?;
        }
        Ok(())
    }

    fn mail(
        &self,
        part: Part,
        kind: MailKind,
        reader: &Reader,
        finished: &mut FinishedOnce,
    ) -> std::result::Result<NewEmail, Trouble> {
        let stop = match reader.person {
            Some(person) if part.is_news() => Some(unsubscribe::address(self.town, person)),
            Some(_) | None => None,
        };
        let letter = match (&stop, finished.of(reader.locale)) {
            // Everyone's address for stopping is another, so each has a letter of one's own.
            (None, Some(letter)) => letter.clone(),
            _ => self.finished(part, kind, reader.locale, stop.as_deref())?,
        };
        if stop.is_none() {
            finished.keep(reader.locale, &letter);
        }
        Ok(NewEmail {
            cause: self.cause(kind, reader),
            kind: kind.as_str().to_owned(),
            person: reader.person,
            recipient: reader.email.clone(),
            locale: reader.locale.as_str().to_owned(),
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
        locale: Locale,
        stop: Option<&str>,
    ) -> std::result::Result<Finished, Trouble> {
        let pen = Pen { t: Texts::in_locale(locale), town: self.town, facts: self.facts, today: self.today };
        let draft = texts::compose(kind, &pen)?;
        finish(&draft, locale, self.town, Why::Part(part), stop)
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

/// Letters that are the same for all readers of a language.
#[derive(Default)]
struct FinishedOnce(Vec<(Locale, Finished)>);

impl FinishedOnce {
    fn of(&self, locale: Locale) -> Option<&Finished> {
        self.0.iter().find(|(known, _)| *known == locale).map(|(_, letter)| letter)
    }

    fn keep(&mut self, locale: Locale, letter: &Finished) {
        if self.of(locale).is_none() {
            self.0.push((locale, letter.clone()));
        }
    }
}

/// Writes mails and the jobs that send them; those that are there already stay as they are.
pub(super) fn write(db: &Db, mails: &[NewEmail]) -> Result<()> {
    db.write(|tx| {
        for mail in mails {
            if let Some(email) = outbox::insert(tx, mail)? {
                queue::add(tx, Job::SendMail { email })?;
            }
        }
        Ok(())
    })
}

/// As [`write`], but looks first: what is asked for every minute costs no write transaction.
pub(super) fn write_new(db: &Db, mails: &[NewEmail]) -> Result<()> {
    for batch in mails.chunks(BATCH) {
        let causes: Vec<&str> = batch.iter().map(|mail| mail.cause.as_str()).collect();
        let there = db.read(|conn| outbox::causes_there(conn, &causes))?;
        let new: Vec<NewEmail> = batch.iter().filter(|mail| !there.contains(&mail.cause)).cloned().collect();
        if !new.is_empty() {
            write(db, &new)?;
        }
    }
    Ok(())
}

/// Whether a mail that waited may still go out: its idea must be shown, unless the mail is for
/// somebody who may read it anyway.
pub(super) fn may_still_go(conn: &mut Conn, kind: &str, number: &str) -> Result<bool> {
    let Ok(kind) = kind.parse::<MailKind>() else { return Ok(true) };
    if !kind.needs_listed() {
        return Ok(true);
    }
    let idea = crate::ideas::store::load_by_number(conn, number)?;
    Ok(idea.is_listed())
}

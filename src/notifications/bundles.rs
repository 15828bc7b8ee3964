//! Bundles: what waits for a reader, in one mail. Put together by the timer when its time has come.
//!
//! Read and composed in batches, outside any transaction; then one transaction writes the mails and marks
//! what went in them. What somebody else has marked meanwhile is left out there, so two that work at once
//! tell nobody twice, and whoever dies has marked nothing. What is hidden is left out when the bundle is
//! composed, and again when it is sent.

use std::collections::{HashMap, HashSet};

use super::bundle::{Entry, Gathered, Piece, Topic, gather};
use super::facts::{Facts, Reader};
use super::kind::MailKind;
use super::letter::{Draft, Finished, Pen, Why, finish};
use super::pace::{self, Channel};
use super::store::{About, NewsRow};
use super::{Trouble, outbox, store, texts, unsubscribe};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::{Texts, Wording};
use crate::ideas::pages::theme_word;
use crate::journal;
use crate::kernel::{Date, EventId, IdeaId, PersonId, Timestamp};
use crate::mail::{NewEmail, OutboundMail};
use crate::town::Town;

/// Readers whose bundles are composed at once.
const READERS_AT_ONCE: i64 = 200;
/// Most events that are remembered from one batch to the next.
const MOST_REMEMBERED: usize = 2_000;
/// Longer than it takes to put all bundles together: what is hidden meanwhile may stand in one.
const SLACK_MINUTES: i64 = 60;
/// For so long the list of changes tells whether anything was hidden; it is kept a day longer.
const CHANGES_KNOWN_DAYS: i64 = 6;

/// Puts together every bundle whose time has come; gives how many.
///
/// # Errors
/// When the database fails; what was written is not written again.
pub fn put_together(db: &Db, town: &Town) -> std::result::Result<usize, Trouble> {
    let now = db.clock().now();
    let mut composer = Composer::new(db, town, now);
    let (mut after, mut written) = (PersonId::new(0), 0);
    loop {
        let people = db.read(|conn| store::people_with_due_news(conn, now, after, READERS_AT_ONCE))?;
        let Some(last) = people.last() else { return Ok(written) };
        after = *last;
        let (rows, readers) =
            db.read(|conn| Ok((store::due_news(conn, &people, now)?, store::people(conn, &people, true)?)))?;
        let readers: HashMap<PersonId, Reader> =
            readers.into_iter().filter_map(|reader| Some((reader.person?, reader))).collect();
        let mut batch = Batch::default();
        for own in rows.chunk_by(|one, other| one.person == other.person) {
            let ids: Vec<i64> = own.iter().map(|row| row.id).collect();
            let reader = own.first().and_then(|row| readers.get(&row.person));
            match reader.map(|reader| composer.bundle(reader, own)).transpose()?.flatten() {
                Some(mail) => batch.mails.push((mail, ids)),
                None => batch.nothing_to_tell.extend(ids),
            }
        }
        written += db.write(|tx| batch.write(tx))?;
    }
}

/// What one transaction writes.
#[derive(Default)]
struct Batch {
    mails: Vec<(NewEmail, Vec<i64>)>,
    nothing_to_tell: Vec<i64>,
}

impl Batch {
    fn write(&self, tx: &mut Tx<'_>) -> Result<usize> {
        store::take_turn(tx)?;
        let all: Vec<i64> = self.mails.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
        let waiting = store::still_waiting(tx.conn, &all)?;
        let mut written = 0;
        for (mail, ids) in &self.mails {
            if !ids.iter().all(|id| waiting.contains(id)) {
                continue;
            }
            let Some(email) = outbox::insert(tx, mail)? else { continue };
            if store::mark_told(tx, ids, email)? != ids.len() {
                return Err(Error::internal("news of a bundle were told meanwhile"));
            }
            written += 1;
        }
        store::drop_news(tx, &self.nothing_to_tell)?;
        Ok(written)
    }
}

/// Whether anything was hidden since a bundle was put together, or nobody knows any more.
pub(super) fn may_tell_of_what_is_gone(db: &Db, mail: &OutboundMail) -> Result<bool> {
    let is_known = db.clock().now() < mail.created_at.plus_days(CHANGES_KNOWN_DAYS);
    Ok(!is_known
        || db.read(|conn| store::is_anything_gone_since(conn, mail.created_at.plus_minutes(-SLACK_MINUTES)))?)
}

/// A bundle without what may no longer be told; none where nothing is left.
pub(super) fn written_anew(
    db: &Db,
    town: &Town,
    mail: &OutboundMail,
) -> std::result::Result<Option<NewEmail>, Trouble> {
    let (rows, person) = db.read(|conn| Ok((store::news_in(conn, mail.id)?, store::reader_of(conn, mail.id)?)))?;
    let wording = mail.locale.parse().unwrap_or(Wording::Swedish);
    let reader = Reader { person, email: mail.recipient.clone(), wording };
    Composer::new(db, town, db.clock().now()).bundle(&reader, &rows)
}

/// What a mail about an event says in a bundle.
#[derive(Clone)]
struct Said {
    facts_title: String,
    is_listed: bool,
    author: Option<PersonId>,
    piece: Piece,
}

/// Composes bundles, and remembers what many of them tell.
struct Composer<'a> {
    db: &'a Db,
    town: &'a Town,
    today: Date,
    said: HashMap<(EventId, MailKind, Wording), Option<Said>>,
    weeks: HashMap<(String, Date, Wording), Vec<Piece>>,
}

impl<'a> Composer<'a> {
    fn new(db: &'a Db, town: &'a Town, now: Timestamp) -> Self {
        Self { db, town, today: now.date(), said: HashMap::new(), weeks: HashMap::new() }
    }

    /// The mail with everything in these rows that may be told; none when there is nothing.
    fn bundle(&mut self, reader: &Reader, rows: &[NewsRow]) -> std::result::Result<Option<NewEmail>, Trouble> {
        let (Some(person), Some(newest)) = (reader.person, rows.last()) else { return Ok(None) };
        if self.said.len() > MOST_REMEMBERED {
            self.said.clear();
        }
        let fitting = self.fitting(person, rows)?;
        let mut pieces = Vec::new();
        for row in rows {
            match &row.about {
                About::Event(_, event) => pieces.extend(self.event(*event, row.kind, reader)?),
                About::Hit(idea) if fitting.contains(idea) => pieces.extend(self.hit(*idea, reader.wording)?),
                About::Hit(_) => {}
                About::Week(theme, week) => pieces.extend(self.week(theme, *week, reader.wording)?),
                About::Report(event) => pieces.extend(super::seats::piece(self.db, *event, row.kind, reader.wording)?),
            }
        }
        let Some(gathered) = gather(pieces) else { return Ok(None) };
        let mut channels: Vec<Channel> = rows.iter().map(|row| row.channel).filter(|one| one.can_stop()).collect();
        channels.sort_unstable();
        channels.dedup();
        let t = Texts::in_wording(reader.wording);
        let one = |channel: &Channel| unsubscribe::address(self.town, person, &[*channel]);
        let stops: Vec<_> = channels.iter().map(|channel| unsubscribe::link(t, *channel, &one(channel))).collect();
        let letter = letter(self.town, &gathered, &stops, reader.wording)?;
        let all = (!channels.is_empty()).then(|| unsubscribe::address(self.town, person, &channels));
        Ok(Some(NewEmail {
            cause: format!("bundle:{}", newest.id),
            kind: MailKind::Bundle.as_str().to_owned(),
            person: Some(person),
            recipient: reader.email.clone(),
            locale: reader.wording.as_str().to_owned(),
            subject: letter.subject,
            text: letter.text,
            html: letter.html,
            thread: None,
            unsubscribe: all,
        }))
    }

    /// What the mail about an event would say first, unless the reader may not know of it now.
    fn event(
        &mut self,
        event: EventId,
        kind: MailKind,
        reader: &Reader,
    ) -> std::result::Result<Option<Piece>, Trouble> {
        let key = (event, kind, reader.wording);
        if !self.said.contains_key(&key) {
            let said = self.compose(event, kind, reader.wording)?;
            self.said.insert(key, said);
        }
        let Some(Some(said)) = self.said.get(&key) else { return Ok(None) };
        if kind.needs_listed() && !said.is_listed {
            return Ok(None);
        }
        let mut piece = said.piece.clone();
        if said.is_listed || (said.author.is_some() && said.author == reader.person) {
            piece.title.clone_from(&said.facts_title);
        }
        Ok(Some(piece))
    }

    fn compose(&self, event: EventId, kind: MailKind, wording: Wording) -> std::result::Result<Option<Said>, Trouble> {
        let found = self.db.read(|conn| {
            let row = journal::event(conn, event)?;
            store::facts(conn, &row)
        });
        let facts: Facts = match found {
            Ok(Some(facts)) => facts,
            Ok(None) | Err(Error::NotFound) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let t = Texts::in_wording(wording);
        let pen = Pen { t, town: self.town, facts: &facts, today: self.today };
        // What cannot be told alone cannot be told here; the others wait for nobody.
        let Ok(draft) = texts::compose(kind, &pen) else { return Ok(None) };
        if !super::fan_out::may_be_told(&facts, kind) {
            return Ok(None);
        }
        let line = line(t, kind, &draft);
        let path = draft.action.map_or_else(|| facts.idea.path(), |(_, path)| path);
        let piece = Piece {
            topic: Topic::Idea(facts.idea.id),
            // Who may not read of it is told its number.
            title: facts.idea.number().to_owned(),
            path,
            at: facts.at,
            event: Some(event),
            line,
        };
        Ok(Some(Said {
            facts_title: facts.title.clone(),
            is_listed: facts.idea.is_listed(),
            author: facts.idea.author_id,
            piece,
        }))
    }

    /// The ideas in these rows that were found and still would be.
    fn fitting(&self, person: PersonId, rows: &[NewsRow]) -> Result<HashSet<IdeaId>> {
        let found = rows.iter().filter_map(|row| match row.about {
            About::Hit(idea) => Some(idea),
            About::Event(..) | About::Week(..) | About::Report(_) => None,
        });
        let found: Vec<IdeaId> = found.collect();
        if found.is_empty() {
            return Ok(HashSet::new());
        }
        self.db.read(|conn| store::still_fitting(conn, person, &found))
    }

    fn hit(&self, idea: IdeaId, wording: Wording) -> Result<Option<Piece>> {
        let found = self.db.read(|conn| store::shown(conn, &[idea]))?;
        let Some(idea) = found.into_values().next() else { return Ok(None) };
        Ok(Some(Piece {
            topic: Topic::Idea(idea.id),
            path: format!("/ideas/{}", idea.number),
            title: idea.title,
            at: idea.last_event_at,
            event: None,
            line: Texts::in_wording(wording).say("mail-bundle-hit").into_owned(),
        }))
    }

    /// What happened in a theme in a week.
    fn week(&mut self, theme: &str, week: Date, wording: Wording) -> std::result::Result<Vec<Piece>, Trouble> {
        let key = (theme.to_owned(), week, wording);
        if let Some(known) = self.weeks.get(&key) {
            return Ok(known.clone());
        }
        let events = self.db.read(|conn| store::theme_news(conn, theme, pace::week(week)))?;
        let ids: Vec<_> = events.iter().map(|event| event.idea).collect();
        let shown = self.db.read(|conn| store::shown(conn, &ids))?;
        let t = Texts::in_wording(wording);
        let mut pieces = Vec::new();
        for event in events {
            let Some(idea) = shown.get(&event.idea) else { continue };
            let line = match event.kind.as_str() {
                "decided" => self.line_of(event.id, MailKind::NewsDecision, wording)?,
                "completed" => self.line_of(event.id, MailKind::NewsDone, wording)?,
                _ => Some(t.say1("mail-bundle-new", "theme", theme_word(t, theme)).into_owned()),
            };
            pieces.extend(line.map(|line| Piece {
                topic: Topic::Idea(idea.id),
                title: idea.title.clone(),
                path: format!("/ideas/{}", idea.number),
                at: event.at,
                event: Some(event.id),
                line,
            }));
        }
        self.weeks.insert(key, pieces.clone());
        Ok(pieces)
    }

    fn line_of(
        &self,
        event: EventId,
        kind: MailKind,
        wording: Wording,
    ) -> std::result::Result<Option<String>, Trouble> {
        Ok(self.compose(event, kind, wording)?.map(|said| said.piece.line))
    }
}

/// What the mail of a kind says, as a line under the title of its idea.
fn line(t: Texts, kind: MailKind, draft: &Draft) -> String {
    match kind {
        // The title stands above it.
        MailKind::NewComment => t.say("mail-bundle-comment").into_owned(),
        _ => t.say2("mail-bundle-line", "what", &draft.subject, "more", &draft.first).into_owned(),
    }
}

/// The whole mail.
fn letter(
    town: &Town,
    gathered: &Gathered,
    stops: &[(String, String)],
    wording: Wording,
) -> std::result::Result<Finished, Trouble> {
    let t = Texts::in_wording(wording);
    let count = gathered.entries.len() + gathered.more;
    let key = |part: &str| format!("mail-bundle-{part}{}", if gathered.is_mixed { "-mixed" } else { "" });
    let subject = match gathered.entries.as_slice() {
        [only] => t.say1("mail-bundle-subject-one", "title", &only.title),
        _ => t.say1(&key("subject"), "count", count),
    };
    let mut draft = Draft::new(subject, t.say1(&key("first"), "count", count));
    for entry in &gathered.entries {
        draft = draft.entry(entry.title.clone(), town.url(&entry.path), entry.lines.clone());
    }
    if gathered.more > 0 {
        draft = draft.say(t.say1(&key("more"), "count", gathered.more));
    }
    let draft = draft.action(t.say("mail-bundle-action"), "/account/mails");
    finish(&draft, wording, town, Why::Bundle, stops)
}

/// A bundle as it would look, told from the samples of other kinds.
///
/// # Errors
/// Never while these kinds have samples; a test composes it.
pub(super) fn sample(wording: Wording, town: &Town) -> std::result::Result<Finished, Trouble> {
    let t = Texts::in_wording(wording);
    let mut lines = Vec::new();
    for kind in [MailKind::NewsDecision, MailKind::NewsTakenForward] {
        let (facts, _) = super::sample::facts(kind).ok_or_else(|| Trouble::lacks("sample"))?;
        let pen = Pen { t, town, facts: &facts, today: facts.at.date() };
        lines.push(line(t, kind, &texts::compose(kind, &pen)?));
    }
    let entry =
        |title: &str, number: &str, lines| Entry { title: title.to_owned(), path: format!("/ideas/{number}"), lines };
    let hit = vec![t.say("mail-bundle-hit").into_owned()];
    let entries =
        vec![entry(super::sample::TITLE, super::sample::NUMBER, lines), entry("Lekplats i parken", "2026-0400", hit)];
    let stops = [Channel::Followed, Channel::SavedSearches].map(|channel| super::sample::stop(t, town, channel));
    letter(town, &Gathered { entries, more: 2, is_mixed: false }, &stops, wording)
}

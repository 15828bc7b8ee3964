//! What whoever sits in a group tells those for whom he or she speaks, and the days by which that is
//! owed (rule R-1).

use super::audience::Part;
use super::bundle::{Piece, Topic};
use super::facts::Reader;
use super::kind::MailKind;
use super::letter::{Draft, Finished, Why, finish};
use super::news::{self, Telling};
use super::pace::{Channel, Pace};
use super::store::{About, Item};
use super::{Trouble, outbox, store, unsubscribe};
use crate::db::Db;
use crate::groups::{Group, GroupKind, SeatRole, TieRule};
use crate::i18n::{Texts, Wording};
use crate::journal::{self, Event, EventRow};
use crate::kernel::{Date, EventId, GroupId, PersonId, SeatId, SeatReportId};
use crate::mail::{NewEmail, OutboundMail};
use crate::markup::plain;
use crate::report_back::rule;
use crate::report_back::store::{self as seats, HiddenWords, Place};
use crate::report_back::views::{self, ReportPage, Told};
use crate::town::Town;

/// Tells whom an event about the report of a seat concerns; says whether the event is of that sort. May run
/// again after any interruption: each reader has one mail per event.
///
/// # Errors
/// [`Trouble`] when the database fails.
pub(super) fn told_back(db: &Db, town: &Town, row: &EventRow) -> Result<bool, Trouble> {
    match &row.event {
        Event::SeatReportSent { report, .. } => sent(db, town, row.id, *report)?,
        Event::SeatReportAnswered { seat, .. } => answered(db, row.id, *seat)?,
        Event::SeatReportDue { seat, due_on, .. } => {
            owed(db, town, &row.id.to_string(), (*seat, Date::from_number(*due_on)), MailKind::ReportDue)?;
        }
        Event::SeatReportLate { group, seat, due_on } => {
            let due_on = Date::from_number(*due_on);
            owed(db, town, &row.id.to_string(), (*seat, due_on), MailKind::ReportLate)?;
            late_seats(db, town, (*group, due_on))?;
        }
        Event::SeatReportHidden { report, hidden: true, .. } => hidden(db, town, &row.id.to_string(), *report)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// A mailed report without what may no longer be told; none where nothing is left.
pub(super) fn written_anew(db: &Db, town: &Town, mail: &OutboundMail) -> Result<Option<NewEmail>, Trouble> {
    let (event, person) = db.read(|conn| store::told_by(conn, mail.id))?;
    let person = person.ok_or_else(|| Trouble::forever("a report goes to nobody without an account"))?;
    let row = db.read(|conn| journal::event(conn, event))?;
    let Event::SeatReportSent { report, .. } = row.event else {
        return Err(Trouble::forever("the event of this mail is no report"));
    };
    let report = db.read(|conn| views::report(conn, report))?;
    if report.is_empty() {
        return Ok(None);
    }
    let wording = mail.locale.parse().unwrap_or(Wording::Swedish);
    let reader = Reader { person: Some(person), email: mail.recipient.clone(), wording };
    let stop = unsubscribe::address(town, person, &[Channel::Seats]);
    let letter = told(&report, wording, town, &stop)?;
    Ok(Some(self::mail((&event.to_string(), MailKind::ReportBack), person, &reader, letter, Some(stop))))
}

/// Tells everyone who follows of a report, each at the chosen pace, a batch at a time.
fn sent(db: &Db, town: &Town, event: EventId, id: SeatReportId) -> Result<(), Trouble> {
    let report = db.read(|conn| views::report(conn, id))?;
    if report.is_empty() {
        return Ok(());
    }
    let most = i64::try_from(outbox::BATCH).unwrap_or(i64::MAX);
    let mut after = PersonId::new(0);
    loop {
        let (readers, last) = db.read(|conn| store::seat_followers(conn, &report, after, most))?;
        let people: Vec<PersonId> = readers.iter().filter_map(|reader| reader.person).collect();
        let paces = db.read(|conn| store::paces(conn, Channel::Seats, &people))?;
        let mut tellings = Vec::new();
        for (reader, person) in readers.iter().filter_map(|reader| Some((reader, reader.person?))) {
            let pace = paces.get(&person).copied().unwrap_or(Channel::Seats.default_pace());
            let mut telling = Telling { person: Some(person), pace, mail: None };
            if pace == Pace::AtOnce {
                let stop = unsubscribe::address(town, person, &[Channel::Seats]);
                let letter = told(&report, reader.wording, town, &stop)?;
                let cause = event.to_string();
                telling.mail = Some(mail((&cause, MailKind::ReportBack), person, reader, letter, Some(stop)));
            }
            tellings.push(telling);
        }
        news::deliver(db, &item(event, Channel::Seats, MailKind::ReportBack), &tellings)?;
        let Some(last) = last else { return Ok(()) };
        after = last;
    }
}

/// Lets whoever holds a seat know in the next bundle that somebody has answered.
fn answered(db: &Db, event: EventId, seat: SeatId) -> Result<(), Trouble> {
    let today = db.clock().now().date();
    let seat = db.read(|conn| seats::place_by_id(conn, seat))?;
    if seat.term().is_over(today) {
        return Ok(());
    }
    let paces = db.read(|conn| store::paces(conn, Channel::Comments, &[seat.person]))?;
    let pace = paces.get(&seat.person).copied().unwrap_or(Channel::Comments.default_pace());
    let telling = Telling { person: Some(seat.person), pace, mail: None };
    Ok(news::deliver(db, &item(event, Channel::Comments, MailKind::NewComment), &[telling])?)
}

fn item(event: EventId, channel: Channel, kind: MailKind) -> Item {
    Item { cause: format!("event:{event}"), channel, kind, about: About::Report(event) }
}

/// What a bundle says of a report that was sent, or answered; none where nothing of it may be read any more.
pub(super) fn piece(db: &Db, event: EventId, kind: MailKind, wording: Wording) -> Result<Option<Piece>, Trouble> {
    let row = db.read(|conn| journal::event(conn, event))?;
    let (Event::SeatReportSent { report, .. } | Event::SeatReportAnswered { report, .. }) = row.event else {
        return Ok(None);
    };
    let report = db.read(|conn| views::report(conn, report))?;
    let t = Texts::in_wording(wording);
    let line = if kind == MailKind::NewComment {
        t.say("mail-bundle-answer").into_owned()
    } else if report.is_empty() {
        return Ok(None);
    } else {
        let count = i64::try_from(report.told.len()).unwrap_or(i64::MAX);
        t.say2("mail-report_back-subject", "group", &report.group.name, "count", count).into_owned()
    };
    Ok(Some(Piece {
        topic: Topic::Report(report.id),
        title: t.say2("mail-bundle-report", "group", &report.group.name, "represents", &report.represents).into_owned(),
        path: format!("{}/reports/{}", report.group.path(), report.id),
        at: row.at,
        event: Some(event),
        line,
    }))
}

/// Tells whoever owes a report, and where nobody holds the seat any more, those who lead the group.
fn owed(db: &Db, town: &Town, cause: &str, (seat, due_on): (SeatId, Date), kind: MailKind) -> Result<(), Trouble> {
    let today = db.clock().now().date();
    let (place, group, readers) = db.read(|conn| {
        let place = seats::place_by_id(conn, seat)?;
        let group = seats::group_of(conn, place.group)?;
        let is_over = place.term().is_over(today);
        let mut readers = if is_over { Vec::new() } else { store::people(conn, &[place.person], false)? };
        if is_over && kind == MailKind::ReportDue {
            readers.extend(store::leads(conn, place.group, today)?);
        }
        Ok((place, group, readers))
    })?;
    let path = format!("{}/seats/{seat}/report", group.path());
    let mut mails: Vec<NewEmail> = Vec::new();
    for (reader, person) in readers.iter().filter_map(|reader| Some((reader, reader.person?))) {
        if mails.iter().any(|mail| mail.person == Some(person)) {
            continue;
        }
        let t = Texts::in_wording(reader.wording);
        let draft = reminder(t, kind, &place, (&group.name, &path), t.date_near(due_on, today));
        let letter = finish(&draft, reader.wording, town, Why::Part(Part::Lead), &[])?;
        mails.push(mail((cause, kind), person, reader, letter, None));
    }
    Ok(outbox::write_new(db, &mails)?)
}

/// Tells those who lead a group which seats have not told by a day: one mail, however many they are.
fn late_seats(db: &Db, town: &Town, (group, due_on): (GroupId, Date)) -> Result<(), Trouble> {
    let today = db.clock().now().date();
    let (group, late, readers) = db.read(|conn| {
        let owing = seats::first_untold(conn, seats::Whose::Group(group), today)?;
        let mut late = seats::places(conn, group, today)?;
        let since = |place: &Place| owing.get(&place.id).map(|(_, day)| rule::owed_by(*day, &town.settings.clocks));
        late.retain(|place| since(place) == Some(due_on));
        Ok((seats::group_of(conn, group)?, late, store::leads(conn, group, today)?))
    })?;
    let cause = format!("late-reports:{}:{due_on}", group.id);
    let mut mails: Vec<NewEmail> = Vec::new();
    for (reader, person) in readers.iter().filter_map(|reader| Some((reader, reader.person?))) {
        // Whoever owes it has a mail of his or her own.
        let others: Vec<&Place> = late.iter().filter(|place| place.person != person || is_over(place, today)).collect();
        if others.is_empty() || mails.iter().any(|mail| mail.person == Some(person)) {
            continue;
        }
        let draft = of_late_seats(reader.wording, &group, &others, (due_on, today));
        let letter = finish(&draft, reader.wording, town, Why::Part(Part::Lead), &[])?;
        mails.push(mail((&cause, MailKind::ReportsLate), person, reader, letter, None));
    }
    Ok(outbox::write_new(db, &mails)?)
}

fn is_over(place: &Place, today: Date) -> bool {
    place.term().is_over(today)
}

fn of_late_seats(wording: Wording, group: &Group, late: &[&Place], (due_on, today): (Date, Date)) -> Draft {
    let t = Texts::in_wording(wording);
    let day = t.date_near(due_on, today);
    let represents = late.first().map_or("", |place| place.represents.as_str());
    let values =
        [("count", late.len().to_string()), ("group", group.name.clone()), ("represents", represents.to_owned())];
    let subject = t.say_with("mail-report_late-leads-subject", &values);
    let names = late.iter().map(|place| (place.represents.clone(), place.name.clone())).collect();
    Draft::new(subject, t.say2("mail-report_late-first", "group", &group.name, "date", day))
        .facts(names)
        .say(t.say("mail-report_late-leads-how"))
        .action(t.say("mail-report_late-leads-action"), group.path())
}

/// Tells whoever wrote a report why its words are not shown.
fn hidden(db: &Db, town: &Town, cause: &str, id: SeatReportId) -> Result<(), Trouble> {
    let (report, words, hidden, readers) = db.read(|conn| {
        let (words, hidden) = seats::words(conn, id)?;
        let by = seats::report_by_id(conn, id)?.by;
        Ok((views::report(conn, id)?, words, hidden, store::people(conn, &[by], true)?))
    })?;
    // Shown again before this was told.
    let Some(hidden) = hidden else { return Ok(()) };
    let mut mails = Vec::new();
    for (reader, person) in readers.iter().filter_map(|reader| Some((reader, reader.person?))) {
        let draft = not_shown(reader.wording, &report, &words, &hidden);
        let letter = finish(&draft, reader.wording, town, Why::Report, &[])?;
        mails.push(mail((cause, MailKind::ToldHidden), person, reader, letter, None));
    }
    Ok(outbox::write_new(db, &mails)?)
}

fn not_shown(wording: Wording, report: &ReportPage, words: &str, hidden: &HiddenWords) -> Draft {
    let t = Texts::in_wording(wording);
    let first = match &hidden.ground {
        Some(ground) => t.say1("mail-told_hidden-first", "ground", t.say(&format!("ground-{ground}"))),
        None => t.say("mail-told_hidden-first-plain"),
    };
    let path = format!("{}/reports/{}", report.group.path(), report.id);
    Draft::new(t.say1("mail-told_hidden-subject", "represents", &report.represents), first)
        .told(t.say("mail-moderator-words"), hidden.reason.as_deref())
        .told(t.say("mail-comment_hidden-yours"), Some(words))
        .say(t.say("mail-told_hidden-kept"))
        .action(t.say("mail-told_hidden-action"), path)
        .after(t.say("mail-objection"))
}

fn mail(
    (cause, kind): (&str, MailKind),
    person: PersonId,
    reader: &Reader,
    letter: Finished,
    unsubscribe: Option<String>,
) -> NewEmail {
    NewEmail {
        cause: format!("{cause}:{kind}:{person}"),
        kind: kind.as_str().to_owned(),
        person: Some(person),
        recipient: reader.email.clone(),
        locale: reader.wording.as_str().to_owned(),
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        thread: None,
        unsubscribe,
    }
}

fn told(report: &ReportPage, wording: Wording, town: &Town, stop: &str) -> Result<Finished, Trouble> {
    let t = Texts::in_wording(wording);
    let count = i64::try_from(report.told.len()).unwrap_or(i64::MAX);
    let subject = t.say2("mail-report_back-subject", "group", &report.group.name, "count", count);
    let first = if report.is_by_holder { "mail-report_back-first" } else { "mail-report_back-first-for" };
    let first = t.say2(first, "name", &report.by, "represents", &report.represents);
    let mut draft = Draft::new(subject, first);
    if let Some(words) = &report.words {
        draft = draft.quote(words);
    }
    for decision in &report.told {
        draft = draft.entry(decision.title.clone(), town.url(&decision.path()), lines(t, decision, report));
    }
    let path = format!("{}/reports/{}", report.group.path(), report.id);
    let draft = draft.action(t.say("mail-report_back-action"), path).after(t.say("mail-report_back-answer"));
    let stops = [unsubscribe::link(t, Channel::Seats, stop)];
    finish(&draft, wording, town, Why::Seat, &stops)
}

/// What a report says of a decision: what, and what comes next.
fn lines(t: Texts, decision: &Told, report: &ReportPage) -> Vec<String> {
    let outcome = t.say(&format!("outcome-{}", decision.outcome));
    let mut lines = vec![t.say2("told-decided", "outcome", outcome, "what", plain(decision.words())).into_owned()];
    if let (Some(day), Some(owner)) = (decision.first_step_on, decision.owner_name()) {
        let day = t.date_near(day, report.sent_at.date());
        lines.push(t.say2("told-first-step", "owner", owner, "date", day).into_owned());
    }
    lines
}

fn reminder(t: Texts, kind: MailKind, place: &Place, (group, path): (&str, &str), day: String) -> Draft {
    let values = [("group", group.to_owned()), ("represents", place.represents.clone()), ("date", day)];
    let words = |part: &str| t.say_with(&format!("mail-{kind}-{part}"), &values).into_owned();
    Draft::new(words("subject"), words("first"))
        .say(t.say("mail-report_due-how"))
        .action(t.say("mail-report_due-action"), path)
}

/// A mail of one of these kinds from made-up facts.
///
/// # Errors
/// Never; a test composes all of them.
pub(super) fn sample(kind: MailKind, wording: Wording, town: &Town, today: Date) -> Result<Finished, Trouble> {
    let report = made_up(today);
    if kind == MailKind::ReportBack {
        return told(&report, wording, town, &town.url("/mail/stop/abc.seats.1"));
    }
    let t = Texts::in_wording(wording);
    let place = Place {
        id: report.seat,
        group: report.group.id,
        person: PersonId::new(1),
        name: report.by.clone(),
        role: SeatRole::Member,
        represents: report.represents.clone(),
        starts_on: today.plus_days(-200),
        ends_on: None,
        tells_after: 0,
    };
    if kind == MailKind::ToldHidden {
        let (ground, reason) = (Some("R3".to_owned()), Some("Den nämner en granne vid namn.".to_owned()));
        let hidden = HiddenWords { at: report.sent_at, ground, reason };
        let draft = not_shown(wording, &report, report.words.as_deref().unwrap_or_default(), &hidden);
        return finish(&draft, wording, town, Why::Report, &[]);
    }
    if kind == MailKind::ReportsLate {
        let other = Place { represents: "Hyresgästföreningen".to_owned(), name: "Omar".to_owned(), ..place.clone() };
        let draft = of_late_seats(wording, &report.group, &[&place, &other], (today.plus_days(-1), today));
        return finish(&draft, wording, town, Why::Part(Part::Lead), &[]);
    }
    let path = format!("{}/seats/1/report", report.group.path());
    let draft = reminder(t, kind, &place, (&report.group.name, &path), t.date_near(today.plus_days(3), today));
    finish(&draft, wording, town, Why::Part(Part::Lead), &[])
}

fn group() -> Group {
    Group {
        id: GroupId::new(2),
        version: 1,
        slug: "trygghet".to_owned(),
        name: "Styrgruppen Trygghet".to_owned(),
        kind: GroupKind::Steering,
        theme: None,
        mandate: String::new(),
        builds_on: String::new(),
        meets: String::new(),
        tie_rule: TieRule::NoDecision,
        quorum_percent: 50,
        open_ideas: 0,
    }
}

fn made_up(today: Date) -> ReportPage {
    ReportPage {
        id: SeatReportId::new(1),
        seat: SeatId::new(1),
        group: group(),
        represents: "Ungdomsrådet".to_owned(),
        by: "Elin".to_owned(),
        holder: "Elin".to_owned(),
        is_by_holder: true,
        words: Some("Det blev ett ja till det vi ville mest.".to_owned()),
        sent_at: today.at_hour(12),
        told: vec![Told {
            id: 1,
            number: Some(super::sample::NUMBER.to_owned()),
            title: super::sample::TITLE.to_owned(),
            language: "sv".to_owned(),
            outcome: "partly".to_owned(),
            what: "Lekplatsen byggs i parken.".to_owned(),
            reasons: "Många barn har bett om den.".to_owned(),
            decided_on: today.plus_days(-5),
            first_step_on: Some(today.plus_days(60)),
            owner: Some(("BK Häcken".to_owned(), "Gustav Ek".to_owned())),
        }],
    }
}

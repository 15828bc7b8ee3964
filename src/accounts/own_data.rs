//! What a person downloads about himself or herself, as JSON.

use serde_json::{Value, json};

use super::views::{OwnData, ProfileRow};
use crate::i18n::Texts;
use crate::kernel::Timestamp;

/// The file. `texts` gives the sentence that says what is not in it.
#[must_use]
pub fn to_json(data: &OwnData, texts: Texts) -> Value {
    let moment = |moment: &Timestamp| moment.rfc3339();
    json!({
        "about_this_file": texts.say("account-data-explained"),
        "person": person(&data.profile),
        "sign_ins": list(&data.sessions, |row| json!({
            "kind": row.kind, "label": row.label, "since": moment(&row.created_at), "until": moment(&row.expires_at),
        })),
        "seats": list(&data.seats, |row| json!({
            "group": row.group_name, "role": row.role, "represents": row.represents,
            "from": row.starts_on.to_string(), "until": row.ends_on.map(|day| day.to_string()),
        })),
        "ideas": list(&data.ideas, |idea| json!({
            "number": idea.number, "title": idea.title, "body": idea.body, "state": idea.state,
            "sent": idea.submitted_at.as_ref().map(moment),
        })),
        "versions": list(&data.revisions, |(number, title, body, at)| json!({
            "idea": number, "title": title, "body": body, "at": moment(at),
        })),
        "comments": list(&data.comments, |(number, kind, state, body, at)| json!({
            "idea": number, "kind": kind, "state": state, "body": body, "at": moment(at),
        })),
        "follows": list(&data.follows, |(number, since)| json!({ "idea": number, "since": since.to_string() })),
        "themes": list(&data.themes, |(theme, since)| json!({ "theme": theme, "since": since.to_string() })),
        "seats_followed": list(&data.seats_followed, |(group, represents, since)| json!({
            "group": group, "represents": represents, "since": since.to_string(),
        })),
        "told_for_seats": list(&data.seat_reports, |(group, words, at)| json!({
            "group": group, "words": words, "at": moment(at),
        })),
        "answers_to_seats": list(&data.seat_replies, |(group, body, at)| json!({
            "group": group, "body": body, "at": moment(at),
        })),
        "mail_choices": list(&data.mail_choices, |(channel, pace)| json!({ "channel": channel, "pace": pace })),
        "saved_searches": list(&data.saved_searches, |(query, since)| json!({ "query": query, "since": moment(since) })),
        "carrying_out": list(&data.ownerships, |(number, organisation, state, first)| json!({
            "idea": number, "organisation": organisation, "state": state, "first_step": first.to_string(),
        })),
        "questions": list(&data.inquiries, |(number, question, answer)| json!({
            "idea": number, "question": question, "answer": answer,
        })),
        "reports": list(&data.reports, |(number, reason, at)| json!({
            "idea": number, "reason": reason, "at": moment(at),
        })),
        "asked_for_help": list(&data.help_requests, |(number, need, at)| json!({
            "idea": number, "need": need, "at": moment(at),
        })),
        "thinks_of_answers": list(&data.grades, |(number, question, grade, words, at)| json!({
            "idea": number, "question": question, "answer": grade, "words": words, "at": moment(at),
        })),
        "reached_without_mail": list(&data.reached, |(number, way, value)| json!({
            "idea": number, "way": way, "value": value,
        })),
        "ballots": list(&data.ballots, |(ballot, voted)| json!({ "ballot": ballot, "has_voted": voted })),
        "mails_that_came_back": list(&data.returned, |(count, at, said, mark)| json!({
            "count": count, "last": moment(at), "server_said": said, "unreached": mark,
        })),
        "mails": list(&data.mails, |(kind, subject, at)| json!({
            "kind": kind, "subject": subject, "at": moment(at),
        })),
    })
}

fn list<T>(rows: &[T], one: impl Fn(&T) -> Value) -> Vec<Value> {
    rows.iter().map(one).collect()
}

fn person(profile: &ProfileRow) -> Value {
    json!({
        "email": profile.email,
        "display_name": profile.display_name,
        "organisation": profile.organisation,
        "language": profile.locale,
        "mails_in_easy_swedish": profile.simple_swedish,
        "role": profile.role,
        "since": profile.created_at.rfc3339(),
        "contact_confirmed": profile.confirmed_at.map(Timestamp::rfc3339),
    })
}

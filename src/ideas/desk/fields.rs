//! Which fields each move has.

use super::form::{Control, FieldSpec};
use super::{MoveKind, Situation};
use crate::i18n::Texts;
use crate::ideas::decision::DecisionKind;
use crate::ideas::lifecycle::{Outcome, State};
use crate::ideas::store::inquiries::InquiryKind;
use crate::kernel::text::{DecisionText, Reason};

/// The fields of a move about an idea as it stands.
pub(super) fn of(texts: Texts, kind: MoveKind, situation: &Situation) -> Vec<FieldSpec> {
    match kind {
        MoveKind::AnswerOwnership => vec![
            radios("answer", choices(texts, "desk-ownership-answer", &["yes", "later", "no"])),
            optional(day("first_step_on")),
            optional(text("reason", Reason::LIMIT)),
        ],
        MoveKind::AnswerInquiry => vec![text("answer", Reason::LIMIT)],
        MoveKind::AnswerForwarding => vec![
            radios("answer", choices(texts, "desk-forwarding-answer", &["yes", "no"])),
            optional(line("diary_number")),
            optional(text("reason", Reason::LIMIT)),
        ],
        MoveKind::AnswerHandOver => vec![
            radios("answer", choices(texts, "desk-handover-answer", &["yes", "no"])),
            optional(text("reason", Reason::LIMIT)),
        ],
        MoveKind::Lift | MoveKind::Stop => vec![text("reason", Reason::LIMIT)],
        MoveKind::TakeForward => {
            let mut fields = vec![text("reason", Reason::LIMIT)];
            fields.extend(owner(texts, situation));
            fields
        }
        MoveKind::AskOwner => owner(texts, situation),
        MoveKind::Ask => {
            vec![line("asked_name"), optional(email("asked_email")), text("question", Reason::LIMIT), day("due_on")]
        }
        MoveKind::Forward => vec![
            line("receiver"),
            optional(email("receiver_email")),
            text("reason", Reason::LIMIT),
            optional(line("diary_number")),
            day("due_on"),
        ],
        MoveKind::HandOver => vec![select("group", other_groups(texts, situation)), text("reason", Reason::LIMIT)],
        MoveKind::Merge => vec![line("into"), text("reason", Reason::LIMIT)],
        MoveKind::Decide => decision(texts, situation),
        MoveKind::Start => vec![optional(text("note", Reason::LIMIT))],
        MoveKind::Postpone => vec![day("due_on"), text("reason", Reason::LIMIT)],
        MoveKind::Report => vec![text("note", Reason::LIMIT)],
        MoveKind::AskHelp => vec![text("need", Reason::LIMIT)],
        MoveKind::Complete => vec![line("result"), optional(line("measure")), check("not_measured")],
        MoveKind::Correct => {
            let group = select("group", correcting_groups(texts, situation));
            vec![group, text("reason", Reason::LIMIT)]
        }
    }
}

/// The address that a move is sent to.
pub(super) fn address(kind: MoveKind, situation: &Situation) -> String {
    let place = match kind {
        MoveKind::AnswerOwnership => "ownership/answer".to_owned(),
        MoveKind::AnswerHandOver => "handover/answer".to_owned(),
        MoveKind::AnswerInquiry | MoveKind::AnswerForwarding => {
            let id = situation.inquiry.as_ref().map_or(0, |waiting| waiting.id.get());
            let what = if kind == MoveKind::AnswerInquiry { "answer" } else { "acceptance" };
            format!("inquiries/{id}/{what}")
        }
        MoveKind::Ask => "inquiries".to_owned(),
        MoveKind::Lift
        | MoveKind::TakeForward
        | MoveKind::Forward
        | MoveKind::HandOver
        | MoveKind::Merge
        | MoveKind::Decide
        | MoveKind::AskOwner
        | MoveKind::Start
        | MoveKind::Report
        | MoveKind::Complete
        | MoveKind::AskHelp
        | MoveKind::Postpone
        | MoveKind::Stop
        | MoveKind::Correct => kind.as_str().to_owned(),
    };
    format!("{}/{place}", situation.idea.path())
}

fn owner(texts: Texts, situation: &Situation) -> Vec<FieldSpec> {
    let mut seats = vec![(String::new(), texts.say("desk-owner-somebody-else").into_owned())];
    seats.extend(situation.seats.iter().map(|seat| {
        let role = texts.say(&format!("seat-role-{}", seat.role));
        (seat.person.to_string(), format!("{} ({})", seat.name, role.to_lowercase()))
    }));
    vec![
        select("owner", seats),
        optional(email("owner_email")),
        optional(line("owner_name")),
        optional(line("organisation")),
        day("first_step_on"),
    ]
}

/// A yes is offered only when somebody has promised to see it carried out, and to an idea whose
/// time ran out only the short answer that is owed.
fn decision(texts: Texts, situation: &Situation) -> Vec<FieldSpec> {
    let yes_is_possible = situation.owner_has_accepted() && situation.idea.state != State::Closed;
    let outcomes: Vec<&str> = Outcome::ALL
        .iter()
        .filter(|outcome| yes_is_possible || **outcome == Outcome::No)
        .map(|outcome| outcome.as_str())
        .collect();
    let kinds: Vec<&str> = DecisionKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let mut fields = vec![
        radios("outcome", choices(texts, "desk-outcome", &outcomes)),
        radios("kind", choices(texts, "desk-decision-kind", &kinds)),
    ];
    if yes_is_possible {
        fields.push(optional(text("what", DecisionText::LIMIT)));
        fields.push(optional(text("conditions", Reason::LIMIT)));
    }
    fields.extend([
        text("reasons", Reason::LIMIT),
        optional(text("would_change", Reason::LIMIT)),
        optional(text("instead", Reason::LIMIT)),
        radios("concerns_children", choices(texts, "desk-children", &["yes", "no"])),
        optional(text("children", Reason::LIMIT)),
        optional(text("dissent", Reason::LIMIT)),
    ]);
    fields
}

fn other_groups(texts: Texts, situation: &Situation) -> Vec<(String, String)> {
    let none = (String::new(), texts.say("desk-choose-group").into_owned());
    let others = situation.other_groups().map(|group| (group.slug.clone(), group.name.clone()));
    std::iter::once(none).chain(others).collect()
}

/// An ended idea may go back to its own group, which is the first choice.
fn correcting_groups(texts: Texts, situation: &Situation) -> Vec<(String, String)> {
    let mut groups = other_groups(texts, situation);
    if let (true, Some(first)) = (situation.idea.state != State::WithGroup, groups.first_mut()) {
        situation.group_name(situation.idea.group_id).clone_into(&mut first.1);
    }
    groups
}

/// The words of the waiting question, or of the handing on, that an answer is for.
pub(super) fn asked_about(texts: Texts, situation: &Situation) -> Option<String> {
    let waiting = situation.inquiry.as_ref()?;
    let key = match waiting.kind {
        InquiryKind::Question => "desk-waits-question",
        InquiryKind::Forwarding => "desk-waits-forwarding",
    };
    let day = texts.date(waiting.due_on);
    let values = [("name", waiting.asked_name.clone()), ("question", waiting.question.clone()), ("date", day)];
    Some(texts.say_with(key, &values).into_owned())
}

fn choices(texts: Texts, key: &str, words: &[&str]) -> Vec<(String, String)> {
    words.iter().map(|word| ((*word).to_owned(), texts.say(&format!("{key}-{word}")).into_owned())).collect()
}

const fn spec(name: &'static str, control: Control) -> FieldSpec {
    FieldSpec { name, control, optional: false }
}

fn optional(field: FieldSpec) -> FieldSpec {
    FieldSpec { optional: true, ..field }
}

const fn line(name: &'static str) -> FieldSpec {
    spec(name, Control::Line { kind: "text", autocomplete: "" })
}

const fn email(name: &'static str) -> FieldSpec {
    spec(name, Control::Line { kind: "email", autocomplete: "off" })
}

/// A day is written as text, because the calendars of browsers differ and some cannot be read out.
const fn day(name: &'static str) -> FieldSpec {
    spec(name, Control::Line { kind: "text", autocomplete: "off" })
}

const fn text(name: &'static str, limit: usize) -> FieldSpec {
    spec(name, Control::Text { limit })
}

const fn select(name: &'static str, options: Vec<(String, String)>) -> FieldSpec {
    spec(name, Control::Select(options))
}

const fn radios(name: &'static str, options: Vec<(String, String)>) -> FieldSpec {
    spec(name, Control::Radios(options))
}

const fn check(name: &'static str) -> FieldSpec {
    spec(name, Control::Check)
}

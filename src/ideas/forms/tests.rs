use super::*;
use crate::error::{Code, Error};

fn today() -> Date {
    Date::parse("2026-11-22").unwrap()
}

/// What is wrong, as field and code.
fn wrong<T>(outcome: crate::error::Result<T>) -> Vec<(&'static str, Code)> {
    match outcome {
        Ok(_) => Vec::new(),
        Err(Error::Invalid(errors)) => errors.all().iter().map(|error| (error.field, error.code)).collect(),
        Err(other) => panic!("{other}"),
    }
}

fn owner(first_step_on: &str) -> RawOwner {
    RawOwner { owner: "7".to_owned(), first_step_on: first_step_on.to_owned(), ..RawOwner::default() }
}

fn ask(owner: RawOwner) -> crate::error::Result<NewOwner> {
    RawAskOwner { owner, ..RawAskOwner::default() }.parse(today())
}

#[test]
fn an_owner_has_a_name_and_a_day_that_lies_ahead() {
    assert!(ask(owner("2026-11-22")).is_ok());
    assert_eq!(wrong(ask(owner("2026-11-21"))), [("first_step_on", Code::FieldDatePassed)]);
    assert_eq!(wrong(ask(owner("2036-11-21"))), [("first_step_on", Code::FieldDateTooFar)]);
    assert_eq!(wrong(ask(owner("i vår"))), [("first_step_on", Code::FieldNotDate)]);
    assert_eq!(wrong(ask(RawOwner::default())), [("owner", Code::FieldNotChosen), ("first_step_on", Code::FieldEmpty)]);
}

#[test]
fn somebody_without_a_seat_is_named_with_contact_and_organisation() {
    let by_email = |email: &str| RawOwner {
        owner: String::new(),
        owner_email: email.to_owned(),
        owner_name: "Khadra".to_owned(),
        organisation: "Aktiva mammor".to_owned(),
        ..owner("2027-03-01")
    };

    assert!(matches!(ask(by_email("khadra@example.org")).unwrap().by, NewOwnerBy::Email { .. }));
    assert_eq!(wrong(ask(by_email("khadra"))), [("owner_email", Code::FieldNotEmail)]);
    let nameless = RawOwner { owner_name: String::new(), organisation: String::new(), ..by_email("k@example.org") };
    assert_eq!(wrong(ask(nameless)), [("owner_name", Code::FieldEmpty), ("organisation", Code::FieldEmpty)]);
}

#[test]
fn an_answer_says_yes_later_with_a_day_or_no_with_a_reason() {
    let answer =
        |word: &str| RawOwnershipAnswer { answer: word.to_owned(), ..RawOwnershipAnswer::default() }.parse(today());

    assert_eq!(answer("yes").unwrap(), OwnershipAnswer::Accept);
    assert_eq!(wrong(answer("later")), [("first_step_on", Code::FieldEmpty)]);
    assert_eq!(wrong(answer("no")), [("reason", Code::FieldEmpty)]);
    assert_eq!(wrong(answer("")), [("answer", Code::FieldNotChosen)]);
    assert_eq!(wrong(answer("perhaps")), [("answer", Code::FieldUnknownChoice)]);
}

#[test]
fn a_declined_hand_over_has_a_reason() {
    let answer = |word: &str, reason: &str| {
        let raw = RawHandOverAnswer { answer: word.to_owned(), reason: reason.to_owned(), ..Default::default() };
        raw.parse()
    };

    assert_eq!(answer("yes", "").unwrap(), HandOverAnswer::Accept);
    assert_eq!(wrong(answer("no", "")), [("reason", Code::FieldEmpty)]);
    assert!(matches!(answer("no", "Vi har inga pengar."), Ok(HandOverAnswer::Decline(_))));
}

#[test]
fn the_idea_that_leads_on_may_be_named_by_number_or_address() {
    let into =
        |text: &str| RawMerge { into: text.to_owned(), reason: "Samma sak.".to_owned(), ..RawMerge::default() }.parse();

    assert_eq!(into(" 2026-0412 ").unwrap().into, "2026-0412");
    assert_eq!(into("https://ideer.example.se/ideas/2026-0412/").unwrap().into, "2026-0412");
    assert_eq!(wrong(into("bänkar")), [("into", Code::FieldNotIdea)]);
    assert_eq!(wrong(into("")), [("into", Code::FieldEmpty)]);
}

#[test]
fn what_is_done_is_measured_or_said_not_to_be() {
    let done = |measure: &str, not_measured: &str| {
        let raw = RawCompletion {
            result: "Lampan lyser.".to_owned(),
            measure: measure.to_owned(),
            not_measured: not_measured.to_owned(),
            ..RawCompletion::default()
        };
        raw.parse()
    };

    assert_eq!(done("8 lampor", "").unwrap().measure.unwrap().as_str(), "8 lampor");
    assert_eq!(done("", "yes").unwrap().measure, None);
    assert_eq!(wrong(done("", "")), [("measure", Code::FieldEmpty)]);
}

#[test]
fn a_question_needs_somebody_named_and_a_day() {
    let raw = RawQuestion { asked_email: "x".to_owned(), ..RawQuestion::default() };

    assert_eq!(
        wrong(raw.parse()),
        [
            ("asked_name", Code::FieldEmpty),
            ("asked_email", Code::FieldNotEmail),
            ("question", Code::FieldEmpty),
            ("due_on", Code::FieldEmpty)
        ]
    );
}

#[test]
fn a_ticket_is_read_from_a_form_and_from_json() {
    let form: RawLift = serde_urlencoded::from_str("form_token=x&version=12&form_key=k&reason=Nu").unwrap();
    let json: RawLift = serde_json::from_str(r#"{"version": 12, "form_key": "k", "reason": "Nu"}"#).unwrap();

    for raw in [form, json] {
        assert_eq!((raw.ticket.version, raw.ticket.form_key.as_str(), raw.reason.as_str()), (Version(12), "k", "Nu"));
    }
    assert!(serde_urlencoded::from_str::<RawLift>("version=twelve").is_err());
}

#[test]
fn fields_side_by_side_in_one_form_are_all_read() {
    let raw: RawTakeForward =
        serde_urlencoded::from_str("version=3&reason=Det+g%C3%A5r&owner=7&organisation=&first_step_on=2027-01-01")
            .unwrap();

    let taken = raw.parse(today()).unwrap();

    assert_eq!(taken.reason.as_str(), "Det går");
    assert_eq!(taken.owner.by, NewOwnerBy::Seat(crate::kernel::PersonId::new(7)));
    assert_eq!(taken.owner.organisation, None);
}

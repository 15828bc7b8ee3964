//! Tests of what desks offer and show.

use super::form::{Control, MoveForm, SentBack, Words};
use super::moves::possible;
use super::views::situation;
use super::{MoveKind, Situation, fields};
use crate::error::{Code, FieldErrors, Result};
use crate::i18n::{Locale, Texts};
use crate::ideas::actions::{self, At};
use crate::ideas::forms::{RawHandOver, RawLift, Ticket, Version};
use crate::ideas::lifecycle::State;
use crate::ideas::store::Idea;
use crate::ideas::store::stage::{NOON, Stage};
use crate::kernel::Actor;
use crate::policy::Role;
use crate::town::Clocks;
use crate::web::FormErrors;

fn look(stage: &Stage, actor: &Actor, idea: &Idea) -> Result<Situation> {
    stage.db.read(|conn| situation(conn, actor, idea.number(), NOON.date()))
}

fn offered(stage: &Stage, actor: &Actor, idea: &Idea) -> Vec<&'static str> {
    let situation = look(stage, actor, idea).unwrap();
    let moves = possible(&situation, actor, &Clocks::default(), NOON.date());
    moves.into_iter().map(MoveKind::as_str).collect()
}

#[test]
fn a_leader_is_offered_the_ways_on() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let chair = stage.seated("Chair", group, "chair");
        let offered = |state| offered(&stage, &chair, &stage.idea(group, state, None));

        let first_look =
            ["proposal", "inquiry", "forwarding", "handover", "merge", "decision", "ownership", "postponement"];
        assert_eq!(offered(State::WithGroup), first_look);
        assert_eq!(offered(State::Open), ["lift", "merge"]);
        assert_eq!(offered(State::Closed), ["lift", "merge", "decision", "postponement"]);
        assert_eq!(offered(State::Proposal), ["decision", "ownership", "postponement"]);
        assert_eq!(offered(State::UnderWay), ["ownership", "progress", "completion", "postponement", "stop"]);
        assert_eq!(offered(State::Done), Vec::<&str>::new());
    }
}

#[test]
fn the_others_are_offered_what_is_theirs() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let member = stage.seated("Member", group, "member");
        let moderator = stage.person("Moderator", Role::Moderator);
        let process = stage.person("Process", Role::Process);
        let offered = |actor, state| offered(&stage, actor, &stage.idea(group, state, None));

        assert_eq!(offered(&member, State::WithGroup), Vec::<&str>::new());
        assert_eq!(offered(&member, State::Open), ["lift"]);
        assert_eq!(offered(&moderator, State::WithGroup), ["merge"]);
        assert_eq!(offered(&process, State::WithGroup), ["merge", "correction"]);
        assert_eq!(offered(&process, State::Declined), ["correction"]);
        assert_eq!(offered(&process, State::Proposal), Vec::<&str>::new());
    }
}

#[test]
fn an_offer_that_waits_leaves_its_answer_and_a_new_day() {
    for stage in Stage::all() {
        let (group, other) = (stage.group("trygghet", "steering", "chair"), stage.group("fritid", "steering", "chair"));
        let (chair, receiver) = (stage.seated("Chair", group, "chair"), stage.seated("Receiver", other, "chair"));
        let idea = stage.idea(group, State::WithGroup, None);
        let raw = RawHandOver { group: "fritid".to_owned(), reason: "Det passar er.".to_owned(), ..Default::default() };
        let ticket = Ticket { version: Version(idea.version), form_key: String::new() };
        let at = At { number: idea.number(), ticket: &ticket };
        actions::offer_hand_over(&stage.db, &stage.town, &chair, &at, &raw.parse().unwrap()).unwrap();

        assert_eq!(offered(&stage, &chair, &idea), ["postponement"], "the answer is owed still");
        assert_eq!(offered(&stage, &receiver, &idea), ["answer-handover"]);
    }
}

#[test]
fn a_desk_is_closed_to_neighbours_and_to_what_nobody_may_see() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let chair = stage.seated("Chair", group, "chair");
        let idea = stage.idea(group, State::WithGroup, None);
        let code = |actor: &Actor| look(&stage, actor, &idea).map_or_else(|error| Some(error.code()), |_| None);

        assert_eq!(code(&Actor::VISITOR), Some(Code::SignInNeeded));
        assert_eq!(code(&stage.resident("Neighbour")), Some(Code::Forbidden));
        assert_eq!(code(&chair), None);
        stage.hide(&idea);
        assert_eq!(code(&chair), Some(Code::NotFound));
    }
}

#[test]
fn a_yes_is_offered_only_when_somebody_has_promised() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let chair = stage.seated("Chair", group, "chair");
        let situation = look(&stage, &chair, &stage.idea(group, State::Proposal, None)).unwrap();
        let texts = Texts::in_locale(Locale::Swedish);

        let specs = fields::of(texts, MoveKind::Decide, &situation);

        let Control::Radios(outcomes) = &specs[0].control else { panic!("radios come first") };
        assert_eq!(outcomes.iter().map(|(value, _)| value.as_str()).collect::<Vec<_>>(), ["no"]);
        assert!(specs.iter().all(|spec| spec.name != "what"));
    }
}

#[test]
fn every_move_and_field_has_its_words() {
    let stage = Stage::all().remove(0);
    let group = stage.group("trygghet", "steering", "chair");
    let chair = stage.seated("Chair", group, "chair");
    let mut situation = look(&stage, &chair, &stage.idea(group, State::Proposal, None)).unwrap();
    situation.owner = Some(super::views::Owner {
        person: chair.person().unwrap(),
        name: "Chair".to_owned(),
        organisation: "Gruppen".to_owned(),
        first_step_on: NOON.date(),
        state: crate::ideas::store::ownerships::OwnershipState::Accepted,
        asked_at: NOON,
        reason: None,
    });
    for locale in Locale::ALL {
        let texts = Texts::in_locale(*locale);
        for kind in MoveKind::ALL {
            let specs = fields::of(texts, *kind, &situation);
            let form = MoveForm::new(texts, *kind, String::new(), specs, None, (1, String::new()));
            let words =
                [&form.heading, &form.help, &form.button].into_iter().chain(form.fields.iter().map(|f| &f.label));
            for text in words {
                assert!(!text.starts_with('['), "{kind} {locale}: {text}");
            }
            assert!(texts.has(&format!("flash-{}", super::take::flash_word(*kind))), "{kind} {locale}");
        }
        for key in ["desk-owner-is-asked", "desk-owner-is-accepted", "desk-owner-is-declined", "desk-asked-question"] {
            assert!(texts.has(key), "{key}");
        }
    }
}

#[test]
fn a_form_that_came_back_keeps_its_words_and_says_what_is_wrong() {
    let stage = Stage::all().remove(0);
    let group = stage.group("trygghet", "steering", "chair");
    let chair = stage.seated("Chair", group, "chair");
    let situation = look(&stage, &chair, &stage.idea(group, State::Open, None)).unwrap();
    let texts = Texts::in_locale(Locale::Swedish);
    let raw = RawLift { reason: "Nu!".to_owned(), ..RawLift::default() };
    let wrong = FieldErrors::one("reason", Code::FieldEmpty);
    let sent =
        SentBack { kind: MoveKind::Lift, words: Words::of(&raw).unwrap(), errors: FormErrors::in_words(texts, &wrong) };
    let form = |kind, sent| {
        let specs = fields::of(texts, kind, &situation);
        MoveForm::new(texts, kind, String::new(), specs, sent, (1, String::new()))
    };

    let (back, other) = (form(MoveKind::Lift, Some(&sent)), form(MoveKind::Stop, Some(&sent)));

    assert!(back.open);
    assert_eq!(back.fields[0].value, "Nu!");
    assert_eq!(back.errors()[0].0, "lift-reason");
    assert!(!other.open, "another form has nothing to do with it");
    assert_eq!((other.fields[0].value.as_str(), other.errors()), ("", Vec::new()));
}

use super::super::*;
use super::{at_once, code_of};
use crate::comments::draft::{RawComment, parse};
use crate::comments::{Kind, State as Shown, store};
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::State;
use crate::ideas::store::Idea;
use crate::ideas::store::stage::{Stage, id_of};
use crate::kernel::text::CommentBody;
use crate::kernel::{Actor, Cursor};

const KEY: &str = "a form key";

fn say(stage: &Stage, actor: &Actor, idea: &Idea, kind: Kind, form_key: &str) -> Result<CommentTold> {
    let raw = RawComment {
        kind: kind.to_string(),
        body: "Vem har nyckeln till lokalen?".to_owned(),
        ..RawComment::default()
    };
    comment(&stage.db, &stage.town, actor, idea.number(), &parse(&raw)?, form_key)
}

fn without_review(mut stage: Stage) -> Stage {
    stage.town.settings.comments_are_reviewed = false;
    stage
}

#[test]
fn a_comment_waits_for_a_moderator_and_counts_when_it_is_shown() {
    for stage in Stage::all() {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 10);

        let told = say(&stage, &stage.resident("Amina"), &idea, Kind::For, KEY).unwrap();

        assert_eq!(told.state, Shown::Waiting);
        assert_eq!(stage.comment_count(&idea), 0);
        assert_eq!(stage.events(idea.id), ["comment_written"]);
        assert!(stage.read(|conn| store::page_of_idea(conn, idea.id, None)).items.is_empty());
        let waiting = stage.read(|conn| store::page_of_waiting(conn, None)).items;
        assert_eq!(waiting.iter().map(|row| row.id).collect::<Vec<_>>(), [told.id]);
        assert_eq!((waiting[0].author_name.as_str(), waiting[0].language.as_str()), ("Amina", "sv"));
        assert_eq!(waiting[0].shown_at, None);
    }
}

#[test]
fn without_review_a_comment_is_shown_and_counted_at_once() {
    for stage in Stage::all().into_iter().map(without_review) {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 10);

        let told = say(&stage, &stage.resident("Amina"), &idea, Kind::Against, KEY).unwrap();

        assert_eq!(told.state, Shown::Visible);
        assert_eq!(stage.comment_count(&idea), 1);
        assert_eq!(stage.events(idea.id), ["comment_shown"]);
    }
}

#[test]
fn under_eighteen_a_moderator_always_reads_first() {
    for stage in Stage::all().into_iter().map(without_review) {
        let council = stage.group("ungdomsradet", "youth_council", "lot");
        let group = stage.group("trygghet", "steering", "chair");
        let idea = stage.open_idea(group, 10);
        let state_for = |actor: &Actor, idea: &Idea| say(&stage, actor, idea, Kind::For, "").unwrap().state;
        let elin = stage.resident("Elin");
        let by_elin = stage.idea(group, State::Open, elin.person());
        stage.mark_young(&by_elin);

        assert_eq!(state_for(&stage.resident("Amina"), &idea), Shown::Visible);
        assert_eq!(state_for(&elin, &idea), Shown::Waiting, "has told her age with an idea");
        assert_eq!(state_for(&stage.resident("Bo"), &by_elin), Shown::Waiting, "speaks to a child");
        assert_eq!(state_for(&stage.seated("Tarik", council, "member"), &idea), Shown::Waiting);
        assert_eq!(state_for(&stage.seated("Sara", council, "coordinator"), &idea), Shown::Visible, "is an adult");
    }
}

#[test]
fn the_same_form_sent_again_says_it_once() {
    for stage in Stage::all() {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 10);
        let (amina, bo) = (stage.resident("Amina"), stage.resident("Bo"));

        let told = at_once(16, |_| say(&stage, &amina, &idea, Kind::For, KEY).unwrap());
        let foreign = say(&stage, &bo, &idea, Kind::For, KEY).unwrap();
        let without_key = [say(&stage, &bo, &idea, Kind::For, ""), say(&stage, &bo, &idea, Kind::For, "")];

        assert!(told.iter().all(|one| *one == told[0]), "{told:?}");
        assert_ne!(foreign.id, told[0].id, "another person's form is another form");
        let [first, second] = without_key.map(Result::unwrap);
        assert_ne!(first.id, second.id);
        assert_eq!(stage.read(|conn| store::page_of_waiting(conn, None)).items.len(), 4);
    }
}

#[test]
fn what_is_closed_or_cannot_be_seen_takes_no_comment() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let amina = stage.resident("Amina");
        let hidden = stage.open_idea(group, 10);
        stage.hide(&hidden);
        let ballot = stage.idea(group, State::Ballot, None);

        assert_eq!(code_of(say(&stage, &amina, &hidden, Kind::For, "")), Some(Code::NotFound));
        assert_eq!(code_of(say(&stage, &amina, &ballot, Kind::For, "")), Some(Code::NotNow));
        let open = stage.open_idea(group, 10);
        assert_eq!(code_of(say(&stage, &Actor::VISITOR, &open, Kind::For, "")), Some(Code::SignInNeeded));
    }
}

#[test]
fn a_comment_goes_from_waiting_to_shown_to_hidden_and_back_but_never_from_nowhere() {
    for stage in Stage::all() {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 10);
        let amina = stage.resident("Amina");
        let id = say(&stage, &amina, &idea, Kind::For, "").unwrap().id;
        let state = || stage.read(|conn| store::load(conn, id)).state;

        assert!(!stage.write(|tx| store::hide(tx, id, "R5", "")), "it waits");
        assert!(stage.write(|tx| store::show(tx, id)));
        assert!(!stage.write(|tx| store::show(tx, id)), "it is shown");
        assert!(!stage.write(|tx| store::refuse(tx, id, "R5", "")), "it is shown");
        assert!(stage.write(|tx| store::hide(tx, id, "R5", "Hotar.")));
        assert_eq!(state(), Shown::Hidden);
        assert_eq!(stage.read(|conn| store::page_of_idea(conn, idea.id, None)).items.len(), 1, "its place stays");
        assert!(stage.write(|tx| store::show(tx, id)));
        let shown = stage.read(|conn| store::load(conn, id));
        assert_eq!((shown.state, shown.ground, shown.reason), (Shown::Visible, None, None));

        let other = say(&stage, &amina, &idea, Kind::For, "").unwrap().id;
        assert!(stage.write(|tx| store::refuse(tx, other, "R9", "Reklam.")));
        assert!(!stage.write(|tx| store::show(tx, other)), "a refused comment stays away");
    }
}

#[test]
fn the_lead_group_answers_a_question_once() {
    for stage in Stage::all().into_iter().map(without_review) {
        let group = stage.group("trygghet", "steering", "chair");
        let chair = stage.seated("Senad", group, "chair");
        let member = stage.seated("Khadra", group, "member");
        let stranger = stage.seated("Paivi", stage.group("arbete", "steering", "chair"), "chair");
        let idea = stage.open_idea(group, 10);
        let question = say(&stage, &stage.resident("Amina"), &idea, Kind::Question, "").unwrap().id;
        let point = say(&stage, &stage.resident("Amina"), &idea, Kind::For, "").unwrap().id;
        let body = CommentBody::parse("Hyresgästföreningen har den.").unwrap();
        let answer = |actor: &Actor, id| answer_question(&stage.db, actor, id, &body).map(|idea| idea.id);

        assert_eq!(code_of(answer(&stranger, question)), Some(Code::Forbidden));
        assert_eq!(code_of(answer(&Actor::VISITOR, question)), Some(Code::SignInNeeded));
        assert_eq!(code_of(answer(&chair, point)), Some(Code::NotNow));
        assert_eq!(answer(&member, question).unwrap(), idea.id);
        assert!(matches!(answer(&chair, question), Err(Error::Conflict(Code::ChangedMeanwhile))));

        let answered = stage.read(|conn| store::load(conn, question));
        assert_eq!(answered.answer.as_deref(), Some("Hyresgästföreningen har den."));
        assert_eq!(answered.answered_for.as_deref(), Some("Gruppen trygghet"));
        assert_eq!(answered.answered_role.as_deref(), Some("member"));
        assert_eq!(stage.events(idea.id), ["comment_shown", "comment_shown", "question_answered"]);
    }
}

#[test]
fn a_question_that_is_not_shown_is_not_found() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let chair = stage.seated("Senad", group, "chair");
        let idea = stage.open_idea(group, 10);
        let waiting = say(&stage, &stage.resident("Amina"), &idea, Kind::Question, "").unwrap().id;
        let body = CommentBody::parse("Svar").unwrap();

        let outcome = answer_question(&stage.db, &chair, waiting, &body).map(|idea| idea.id);

        assert_eq!(code_of(outcome), Some(Code::NotFound));
    }
}

#[test]
fn the_queue_is_read_page_by_page_the_oldest_first() {
    for stage in Stage::all() {
        let idea = stage.open_idea(stage.group("trygghet", "steering", "chair"), 10);
        let amina = stage.resident("Amina");
        let written: Vec<_> = (0..25).map(|_| say(&stage, &amina, &idea, Kind::For, "").unwrap().id).collect();

        let first = stage.read(|conn| store::page_of_waiting(conn, None));
        let next = first.next.and_then(|cursor| Cursor::decode(&cursor.encode()));
        let second = stage.read(|conn| store::page_of_waiting(conn, next));

        let read: Vec<_> = first.items.iter().chain(&second.items).map(|comment| comment.id).collect();
        assert_eq!(read, written);
        assert!(second.next.is_none());
        assert_eq!(id_of(&amina), first.items[0].author);
    }
}

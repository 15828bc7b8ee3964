//! Showing, refusing and hiding comments.

use super::{code_of, grounds, moderator};
use crate::comments::store::{self as comments, NewRow};
use crate::comments::{Kind, State as CommentState};
use crate::error::Code;
use crate::ideas::actions::SentForm;
use crate::ideas::lifecycle::{Ground, State};
use crate::ideas::store::Idea;
use crate::ideas::store::stage::{Stage, id_of};
use crate::kernel::{Actor, CommentId};
use crate::moderation::actions::screen_comment;
use crate::moderation::verdict::CommentVerdict;
use crate::policy::Role;

const NO_FORM: SentForm<'static> = SentForm { version: 0, key: "" };

fn waiting(stage: &Stage, idea: &Idea, author: &Actor) -> CommentId {
    let new = NewRow {
        idea: idea.id,
        kind: Kind::For,
        body: "Det behövs!",
        language: "sv",
        author: id_of(author),
        author_name: "Elin",
        waits: true,
    };
    stage.write(|tx| comments::insert(tx, &new))
}

fn state_of(stage: &Stage, id: CommentId) -> CommentState {
    stage.read(|conn| comments::load(conn, id)).state
}

#[test]
fn a_shown_comment_counts_and_a_hidden_one_does_not() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let (elin, bo) = (stage.resident("Elin"), moderator(&stage, "Bo"));
        let comment = waiting(&stage, &idea, &elin);

        screen_comment(&stage.db, &bo, comment, &NO_FORM, &CommentVerdict::Show).unwrap();
        assert_eq!(stage.comment_count(&idea), 1);

        let hide = CommentVerdict::Hide(grounds(Ground::PersonalData));
        screen_comment(&stage.db, &bo, comment, &NO_FORM, &hide).unwrap();
        assert_eq!((stage.comment_count(&idea), state_of(&stage, comment)), (0, CommentState::Hidden));

        screen_comment(&stage.db, &bo, comment, &NO_FORM, &CommentVerdict::Show).unwrap();
        assert_eq!((stage.comment_count(&idea), state_of(&stage, comment)), (1, CommentState::Visible));
        assert_eq!(stage.events(idea.id), ["comment_shown", "comment_hidden", "comment_shown"]);
    }
}

#[test]
fn a_refused_comment_keeps_its_reason_and_counts_nothing() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let (elin, bo) = (stage.resident("Elin"), moderator(&stage, "Bo"));
        let comment = waiting(&stage, &idea, &elin);

        let refuse = CommentVerdict::Refuse(grounds(Ground::Insulting));
        screen_comment(&stage.db, &bo, comment, &NO_FORM, &refuse).unwrap();

        let after = stage.read(|conn| comments::load(conn, comment));
        assert_eq!((after.state, after.ground.as_deref()), (CommentState::Refused, Some("R5")));
        assert_eq!(after.reason, Some(grounds(Ground::Insulting).words.into_string()));
        assert_eq!(stage.comment_count(&idea), 0);
    }
}

#[test]
fn nobody_decides_about_an_own_comment_or_one_on_an_own_idea() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let (bo, siv) = (moderator(&stage, "Bo"), moderator(&stage, "Siv"));
        let idea = stage.idea(group, State::Open, Some(id_of(&siv)));
        let comment = waiting(&stage, &idea, &bo);

        for actor in [&bo, &siv] {
            let outcome = screen_comment(&stage.db, actor, comment, &NO_FORM, &CommentVerdict::Show);

            assert_eq!(code_of(outcome), Some(Code::OwnMatter));
        }
        assert_eq!(state_of(&stage, comment), CommentState::Waiting);
    }
}

#[test]
fn a_waiting_comment_is_missing_for_others_and_for_moderators_to_decide() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let comment = waiting(&stage, &idea, &stage.resident("Elin"));
        let admin = stage.person("Ada", Role::Admin);

        for (actor, code) in [
            (&Actor::VISITOR, Code::NotFound),
            (&stage.resident("Hanna"), Code::NotFound),
            (&stage.resident("Elin"), Code::Forbidden),
            (&admin, Code::Forbidden),
        ] {
            let outcome = screen_comment(&stage.db, actor, comment, &NO_FORM, &CommentVerdict::Show);

            assert_eq!(code_of(outcome), Some(code));
        }
    }
}

#[test]
fn of_two_moderators_only_the_first_decides() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let comment = waiting(&stage, &idea, &stage.resident("Elin"));
        let (bo, siv) = (moderator(&stage, "Bo"), moderator(&stage, "Siv"));

        screen_comment(&stage.db, &bo, comment, &NO_FORM, &CommentVerdict::Show).unwrap();
        let refuse = CommentVerdict::Refuse(grounds(Ground::Insulting));
        let second = screen_comment(&stage.db, &siv, comment, &NO_FORM, &refuse);

        assert_eq!(code_of(second), Some(Code::ChangedMeanwhile));
        assert_eq!(stage.comment_count(&idea), 1);
    }
}

#[test]
fn the_same_form_sent_twice_shows_once() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let comment = waiting(&stage, &idea, &stage.resident("Elin"));
        let bo = moderator(&stage, "Bo");
        let sent = SentForm { version: 0, key: "a key of one form" };

        screen_comment(&stage.db, &bo, comment, &sent, &CommentVerdict::Show).unwrap();
        screen_comment(&stage.db, &bo, comment, &sent, &CommentVerdict::Show).unwrap();

        assert_eq!(stage.comment_count(&idea), 1);
    }
}

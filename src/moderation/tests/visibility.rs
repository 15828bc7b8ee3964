//! Hiding ideas and showing them again.

use super::{code_of, counted, form, grounds, moderator};
use crate::error::Code;
use crate::ideas::actions::{SentForm, Visibility};
use crate::ideas::lifecycle::{Ground, State};
use crate::ideas::list_query::ListQuery;
use crate::ideas::store::Idea;
use crate::ideas::store::stage::{Stage, id_of};
use crate::ideas::{search_doc, store, views};
use crate::kernel::Actor;
use crate::moderation::actions::change_visibility;
use crate::policy::Role;

fn hidden() -> Visibility {
    Visibility::Hidden(grounds(Ground::PersonalData))
}

/// Whether the idea stands in the public list, and in what search knows.
fn is_found(stage: &Stage, idea: &Idea) -> (bool, bool) {
    let today = stage.db.clock().now().date();
    let listed = stage.read(|conn| views::list(conn, &ListQuery::default(), today));
    let doc = stage.read(|conn| search_doc::load(conn, idea.id));
    (listed.items.iter().any(|card| card.id == idea.id), doc.is_some())
}

#[test]
fn a_hidden_idea_leaves_lists_counts_and_search_and_comes_back() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let bo = moderator(&stage, "Bo");
        assert_eq!((is_found(&stage, &idea), counted(&stage, State::Open)), ((true, true), 1));

        change_visibility(&stage.db, &bo, idea.number(), &form(&idea), &hidden()).unwrap();

        let away = stage.reload(&idea);
        assert_eq!((is_found(&stage, &idea), counted(&stage, State::Open)), ((false, false), 0));
        assert_eq!((away.state, away.hidden), (State::Open, true));
        let why = stage.read(|conn| store::hiding(conn, idea.id)).unwrap();
        assert_eq!(why.ground.as_deref(), Some("R3"));

        change_visibility(&stage.db, &bo, idea.number(), &form(&away), &Visibility::Shown).unwrap();

        assert_eq!((is_found(&stage, &idea), counted(&stage, State::Open)), ((true, true), 1));
        assert_eq!(stage.events(idea.id), ["hidden", "shown_again"]);
    }
}

#[test]
fn the_search_index_is_told_to_look_again() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let before = stage.read(crate::journal::last_change);

        change_visibility(&stage.db, &moderator(&stage, "Bo"), idea.number(), &form(&idea), &hidden()).unwrap();

        let changes = stage.read(|conn| crate::journal::changes_after(conn, before, 10));
        assert!(changes.iter().any(|change| change.idea == idea.id));
    }
}

#[test]
fn a_hidden_idea_is_missing_for_the_public_and_there_for_its_author() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let amina = stage.resident("Amina");
        let idea = stage.idea(group, State::Open, Some(id_of(&amina)));
        change_visibility(&stage.db, &moderator(&stage, "Bo"), idea.number(), &form(&idea), &hidden()).unwrap();
        let away = stage.reload(&idea);
        let today = stage.db.clock().now().date();

        let sees =
            |actor: &Actor| stage.read(|conn| crate::ideas::standing::of(conn, actor, &away, today)).sees_subject;

        assert!(sees(&amina));
        assert!(!sees(&Actor::VISITOR));
        assert!(!sees(&stage.seated("Britt", group, "chair")));
    }
}

#[test]
fn nobody_hides_an_own_idea_or_shows_it_again() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let bo = moderator(&stage, "Bo");
        let idea = stage.idea(group, State::Open, Some(id_of(&bo)));

        let own = change_visibility(&stage.db, &bo, idea.number(), &form(&idea), &hidden());
        let by_resident =
            change_visibility(&stage.db, &stage.resident("Hanna"), idea.number(), &form(&idea), &hidden());

        assert_eq!(code_of(own), Some(Code::OwnMatter));
        assert_eq!(code_of(by_resident), Some(Code::Forbidden));
    }
}

#[test]
fn what_is_not_public_or_hidden_already_cannot_be_hidden() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let (waiting, open) = (stage.idea(group, State::Screening, None), stage.idea(group, State::Open, None));
        let admin = stage.person("Ada", Role::Admin);

        let of_waiting = change_visibility(&stage.db, &admin, waiting.number(), &form(&waiting), &hidden());
        change_visibility(&stage.db, &admin, open.number(), &form(&open), &hidden()).unwrap();
        let again = change_visibility(&stage.db, &admin, open.number(), &form(&stage.reload(&open)), &hidden());
        let old_form = change_visibility(&stage.db, &admin, open.number(), &form(&open), &Visibility::Shown);

        assert_eq!(code_of(of_waiting), Some(Code::NotNow));
        assert_eq!(code_of(again), Some(Code::NotNow));
        assert_eq!(code_of(old_form), Some(Code::ChangedMeanwhile));
    }
}

#[test]
fn the_same_form_sent_twice_hides_once() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let bo = moderator(&stage, "Bo");
        let sent = SentForm { version: idea.version, key: "a key of one form" };

        let first = change_visibility(&stage.db, &bo, idea.number(), &sent, &hidden()).unwrap();
        let second = change_visibility(&stage.db, &bo, idea.number(), &sent, &hidden()).unwrap();

        assert_eq!(first, second);
        assert_eq!(stage.events(idea.id), ["hidden"]);
    }
}

//! Publishing, returning and refusing.

use diesel::prelude::*;

use super::{code_of, counted, form, grounds, moderator};
use crate::db::schema::{appeals, ideas, screenings};
use crate::error::Code;
use crate::ideas::actions::{Grounds, Publication, SentForm, publish, refuse, return_idea};
use crate::ideas::lifecycle::{Ground, State};
use crate::ideas::store::Idea;
use crate::ideas::store::stage::{Stage, id_of};
use crate::kernel::{Actor, GroupId};

fn publication(group: GroupId) -> Publication {
    Publication { theme: "fritid".to_owned(), group }
}

/// Refuses an idea as one moderator; its author appeals. Gives the idea as it waits again.
fn appealed(stage: &Stage, idea: &Idea, first: &Actor) -> Idea {
    refuse(&stage.db, &stage.town, first, idea.number(), &form(idea), &grounds(Ground::Insulting)).unwrap();
    stage.write(|tx| {
        diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
            .set((ideas::state.eq(State::Screening), ideas::due_on.eq(Some(tx.now.date()))))
            .execute(tx.conn)?;
        diesel::insert_into(appeals::table)
            .values((
                appeals::idea_id.eq(idea.id),
                appeals::reason.eq("Jag menade ingen särskild."),
                appeals::first_moderator.eq(id_of(first)),
                appeals::at.eq(tx.now),
            ))
            .execute(tx.conn)?;
        Ok(())
    });
    stage.reload(idea)
}

fn is_judged(stage: &Stage, idea: &Idea) -> bool {
    let judged: Option<i64> = stage.read(|conn| {
        Ok(appeals::table.filter(appeals::idea_id.eq(idea.id)).select(appeals::decided_by).first(conn)?)
    });
    judged.is_some()
}

#[test]
fn a_published_idea_gets_theme_group_and_last_day_for_support() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Screening, None);
        let bo = moderator(&stage, "Bo");

        publish(&stage.db, &stage.town, &bo, idea.number(), &form(&idea), &publication(group)).unwrap();

        let after = stage.reload(&idea);
        let today = stage.db.clock().now().date();
        assert_eq!((after.state, after.version), (State::Open, idea.version + 1));
        assert_eq!((after.theme.as_deref(), after.group_id), (Some("fritid"), Some(group)));
        assert_eq!(after.closes_on, Some(today.plus_days(stage.town.settings.clocks.support_days)));
        assert!(after.is_listed() && after.published_at.is_some());
        assert_eq!(counted(&stage, State::Open), 1);
        assert_eq!(stage.events(idea.id), ["published"]);
    }
}

#[test]
fn a_returned_idea_keeps_the_reason_until_it_is_published() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Screening, None);
        let bo = moderator(&stage, "Bo");
        let reason = |idea: &Idea| -> (Option<String>, Option<String>) {
            stage.read(|conn| {
                let this = ideas::table.filter(ideas::id.eq(idea.id));
                Ok(this.select((ideas::ground, ideas::state_reason)).first(conn)?)
            })
        };

        return_idea(&stage.db, &stage.town, &bo, idea.number(), &form(&idea), &grounds(Ground::Unclear)).unwrap();
        let returned = stage.reload(&idea);
        let told = reason(&idea);
        stage.write(|tx| {
            diesel::update(ideas::table.filter(ideas::id.eq(idea.id)))
                .set(ideas::state.eq(State::Screening))
                .execute(tx.conn)?;
            Ok(())
        });
        publish(&stage.db, &stage.town, &bo, idea.number(), &form(&returned), &publication(group)).unwrap();

        assert_eq!(returned.state, State::Returned);
        assert_eq!(told, (Some("R10".to_owned()), Some(grounds(Ground::Unclear).words.into_string())));
        assert_eq!(reason(&idea), (None, None));
        assert_eq!(stage.events(idea.id), ["returned", "published"]);
    }
}

#[test]
fn grave_grounds_refuse_at_once_and_others_after_a_return() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let bo = moderator(&stage, "Bo");
        let (grave, slight) = (stage.idea(group, State::Screening, None), stage.idea(group, State::Screening, None));
        let try_to =
            |idea: &Idea, ground| refuse(&stage.db, &stage.town, &bo, idea.number(), &form(idea), &grounds(ground));

        let at_once = try_to(&grave, Ground::AgainstLaw);
        let too_early = try_to(&slight, Ground::Advertising);
        return_idea(&stage.db, &stage.town, &bo, slight.number(), &form(&slight), &grounds(Ground::Advertising))
            .unwrap();
        stage.write(|tx| {
            diesel::update(ideas::table.filter(ideas::id.eq(slight.id)))
                .set(ideas::state.eq(State::Screening))
                .execute(tx.conn)?;
            Ok(())
        });
        let after_return = try_to(&stage.reload(&slight), Ground::Advertising);

        assert!(at_once.is_ok());
        assert_eq!(code_of(too_early), Some(Code::NotNow));
        assert!(after_return.is_ok());
        assert_eq!(stage.reload(&slight).state, State::Refused);
    }
}

#[test]
fn nobody_decides_about_an_own_idea() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let bo = moderator(&stage, "Bo");
        let idea = stage.idea(group, State::Screening, Some(id_of(&bo)));
        let by_receipt = match moderator(&stage, "Siv") {
            Actor::Person { id, session, .. } => Actor::Person { id, session, receipt: Some(idea.id) },
            other => other,
        };

        for actor in [&bo, &by_receipt] {
            let outcome = publish(&stage.db, &stage.town, actor, idea.number(), &form(&idea), &publication(group));

            assert_eq!(code_of(outcome), Some(Code::OwnMatter));
        }
        assert_eq!(stage.reload(&idea).state, State::Screening);
    }
}

#[test]
fn only_moderators_decide() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Screening, None);
        let chair = stage.seated("Britt", group, "chair");

        for (actor, code) in [(&chair, Code::NotFound), (&Actor::VISITOR, Code::NotFound)] {
            let outcome =
                return_idea(&stage.db, &stage.town, actor, idea.number(), &form(&idea), &grounds(Ground::Unclear));

            assert_eq!(code_of(outcome), Some(code));
        }
    }
}

#[test]
fn of_two_moderators_only_the_first_decides() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Screening, None);
        let (bo, siv) = (moderator(&stage, "Bo"), moderator(&stage, "Siv"));

        publish(&stage.db, &stage.town, &bo, idea.number(), &form(&idea), &publication(group)).unwrap();
        let second = return_idea(&stage.db, &stage.town, &siv, idea.number(), &form(&idea), &grounds(Ground::Unclear));

        assert_eq!(code_of(second), Some(Code::ChangedMeanwhile));
        assert_eq!(stage.reload(&idea).state, State::Open);
    }
}

#[test]
fn the_same_form_sent_twice_decides_once() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Screening, None);
        let bo = moderator(&stage, "Bo");
        let sent = SentForm { version: idea.version, key: "a key of one form" };

        let first = publish(&stage.db, &stage.town, &bo, idea.number(), &sent, &publication(group)).unwrap();
        let second = publish(&stage.db, &stage.town, &bo, idea.number(), &sent, &publication(group)).unwrap();

        let logged: i64 = stage
            .read(|conn| Ok(screenings::table.filter(screenings::idea_id.eq(idea.id)).count().get_result(conn)?));
        assert_eq!(first, second);
        assert_eq!(logged, 1);
    }
}

#[test]
fn an_appeal_is_judged_by_another_moderator() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let (bo, siv) = (moderator(&stage, "Bo"), moderator(&stage, "Siv"));
        let idea = appealed(&stage, &stage.idea(group, State::Screening, None), &bo);

        let by_the_same = publish(&stage.db, &stage.town, &bo, idea.number(), &form(&idea), &publication(group));
        assert_eq!(code_of(by_the_same), Some(Code::SameModerator));
        assert!(!is_judged(&stage, &idea));

        publish(&stage.db, &stage.town, &siv, idea.number(), &form(&idea), &publication(group)).unwrap();
        assert!(is_judged(&stage, &idea));
        assert_eq!(stage.reload(&idea).state, State::Open);
    }
}

#[test]
fn an_appeal_that_is_refused_again_ends_and_one_that_is_returned_waits() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let (bo, siv) = (moderator(&stage, "Bo"), moderator(&stage, "Siv"));
        let ended = appealed(&stage, &stage.idea(group, State::Screening, None), &bo);
        let waits = appealed(&stage, &stage.idea(group, State::Screening, None), &bo);
        let insulting: Grounds = grounds(Ground::Insulting);

        refuse(&stage.db, &stage.town, &siv, ended.number(), &form(&ended), &insulting).unwrap();
        return_idea(&stage.db, &stage.town, &siv, waits.number(), &form(&waits), &insulting).unwrap();

        assert!(is_judged(&stage, &ended));
        assert!(!is_judged(&stage, &waits));
        let facts =
            stage.read(|conn| crate::ideas::store::facts(conn, &stage.reload(&ended), stage.db.clock().now().date()));
        assert!(facts.appealed_before);
    }
}

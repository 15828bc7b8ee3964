//! Making reports and deciding on them.

use diesel::prelude::*;

use super::{code_of, form, grounds, moderator};
use crate::comments::store::{self as comments, NewRow};
use crate::comments::{Kind, State as CommentState};
use crate::db::schema::reports;
use crate::error::{Code, Result};
use crate::i18n::Locale;
use crate::ideas::actions::{SentForm, Visibility};
use crate::ideas::lifecycle::{Ground, State};
use crate::ideas::store::Idea;
use crate::ideas::store::stage::{Stage, id_of};
use crate::kernel::text::Reason;
use crate::kernel::{Actor, CommentId, EmailAddress};
use crate::moderation::actions::{Reporter, change_visibility, decide_report, make_report};
use crate::moderation::report::{NewReport, ReportKind, ReportOutcome};
use crate::moderation::store;
use crate::moderation::verdict::ReportVerdict;

fn new_report(kind: ReportKind, comment: Option<CommentId>) -> NewReport {
    NewReport { comment, kind, reason: Reason::parse("Det hänger ut min granne.").unwrap(), email: None }
}

fn report_as(stage: &Stage, actor: &Actor, browser: &str, idea: &Idea, new: &NewReport) -> Result<i64> {
    make_report(&stage.db, &stage.town, &Reporter { actor, browser, locale: Locale::Swedish }, idea.number(), "", new)
}

fn keep() -> ReportVerdict {
    ReportVerdict::Keep(Reason::parse("Texten nämner ingen person.").unwrap())
}

fn open_reports(stage: &Stage) -> i64 {
    stage.read(|conn| Ok(reports::table.filter(reports::decided_at.is_null()).count().get_result(conn)?))
}

fn shown_comment(stage: &Stage, idea: &Idea, author: &Actor) -> CommentId {
    let new = NewRow {
        idea: idea.id,
        kind: Kind::Against,
        body: "Nej tack.",
        language: "sv",
        author: id_of(author),
        author_name: "Elin",
        waits: false,
    };
    stage.write(|tx| {
        crate::ideas::store::count_comment(tx, idea.id, 1)?;
        comments::insert(tx, &new)
    })
}

#[test]
fn one_reporter_counts_once_for_the_same_thing() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let hanna = stage.resident("Hanna");
        let new = new_report(ReportKind::Privacy, None);
        let email = NewReport { email: EmailAddress::parse("kim@example.org"), ..new.clone() };
        let same_email = NewReport { email: EmailAddress::parse("KIM@example.org"), ..new.clone() };

        let first = report_as(&stage, &hanna, "", &idea, &new).unwrap();
        let again = report_as(&stage, &hanna, "another browser", &idea, &new).unwrap();
        report_as(&stage, &Actor::VISITOR, "browser one", &idea, &new).unwrap();
        report_as(&stage, &Actor::VISITOR, "browser one", &idea, &new).unwrap();
        report_as(&stage, &Actor::VISITOR, "browser two", &idea, &email).unwrap();
        report_as(&stage, &Actor::VISITOR, "browser three", &idea, &same_email).unwrap();

        assert_eq!(first, again);
        assert_eq!(open_reports(&stage), 3);
        assert_eq!(stage.events(idea.id), ["reported", "reported", "reported"]);
    }
}

#[test]
fn only_what_is_shown_can_be_reported() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let (waiting, open, other) = (
            stage.idea(group, State::Screening, None),
            stage.idea(group, State::Open, None),
            stage.idea(group, State::Open, None),
        );
        let comment = shown_comment(&stage, &other, &stage.resident("Elin"));
        stage.hide(&other);
        let new = |comment| new_report(ReportKind::Other, comment);

        for (idea, comment) in [(&waiting, None), (&other, None), (&other, Some(comment)), (&open, Some(comment))] {
            let outcome = report_as(&stage, &Actor::VISITOR, "browser", idea, &new(comment));

            assert_eq!(code_of(outcome), Some(Code::NotFound));
        }
        assert_eq!(open_reports(&stage), 0);
    }
}

#[test]
fn a_decision_answers_everyone_who_reported_the_same() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let comment = shown_comment(&stage, &idea, &stage.resident("Elin"));
        let on_comment = new_report(ReportKind::Hate, Some(comment));
        let first = report_as(&stage, &stage.resident("Hanna"), "", &idea, &on_comment).unwrap();
        report_as(&stage, &Actor::VISITOR, "browser", &idea, &on_comment).unwrap();
        report_as(&stage, &Actor::VISITOR, "browser", &idea, &new_report(ReportKind::Other, None)).unwrap();
        let bo = moderator(&stage, "Bo");

        let hide = ReportVerdict::Hide(grounds(Ground::Insulting));
        decide_report(&stage.db, &bo, first, &form(&idea), &hide).unwrap();

        let after = stage.read(|conn| store::load(conn, first));
        assert_eq!((after.outcome, after.ground), (Some(ReportOutcome::Hidden), Some(Ground::Insulting)));
        assert_eq!(stage.read(|conn| comments::load(conn, comment)).state, CommentState::Hidden);
        assert_eq!((stage.comment_count(&idea), open_reports(&stage)), (0, 1));
        let told = stage.events(idea.id).into_iter().filter(|kind| *kind == "report_decided").count();
        assert_eq!(told, 2);
    }
}

#[test]
fn what_is_kept_stays_and_can_be_reported_anew() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let (hanna, bo) = (stage.resident("Hanna"), moderator(&stage, "Bo"));
        let new = new_report(ReportKind::Privacy, None);
        let first = report_as(&stage, &hanna, "", &idea, &new).unwrap();

        decide_report(&stage.db, &bo, first, &form(&idea), &keep()).unwrap();
        let twice = decide_report(&stage.db, &bo, first, &form(&idea), &keep());
        let second = report_as(&stage, &hanna, "", &idea, &new).unwrap();

        assert_eq!(code_of(twice), Some(Code::ChangedMeanwhile));
        assert_ne!(first, second);
        assert!(stage.reload(&idea).is_listed());
    }
}

#[test]
fn hiding_an_idea_decides_what_was_reported_about_it() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let (one, two) = (stage.idea(group, State::Open, None), stage.idea(group, State::Open, None));
        let bo = moderator(&stage, "Bo");
        let new = new_report(ReportKind::Threat, None);
        report_as(&stage, &Actor::VISITOR, "browser", &one, &new).unwrap();
        let of_two = report_as(&stage, &Actor::VISITOR, "browser", &two, &new).unwrap();

        let hidden = Visibility::Hidden(grounds(Ground::AgainstLaw));
        change_visibility(&stage.db, &bo, one.number(), &form(&one), &hidden).unwrap();
        let hide = ReportVerdict::Hide(grounds(Ground::AgainstLaw));
        decide_report(&stage.db, &bo, of_two, &form(&two), &hide).unwrap();

        assert_eq!(open_reports(&stage), 0);
        assert!(stage.reload(&one).hidden && stage.reload(&two).hidden);
    }
}

#[test]
fn nobody_decides_on_a_report_about_an_own_thing_or_made_by_oneself() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let (bo, siv, elin) = (moderator(&stage, "Bo"), moderator(&stage, "Siv"), moderator(&stage, "Elin"));
        let idea = stage.idea(group, State::Open, Some(id_of(&bo)));
        let comment = shown_comment(&stage, &idea, &elin);
        let report = report_as(&stage, &siv, "", &idea, &new_report(ReportKind::Other, Some(comment))).unwrap();

        for actor in [&bo, &siv, &elin] {
            let outcome = decide_report(&stage.db, actor, report, &form(&idea), &keep());

            assert_eq!(code_of(outcome), Some(Code::OwnMatter));
        }
        let by_resident = decide_report(&stage.db, &stage.resident("Hanna"), report, &form(&idea), &keep());
        assert_eq!(code_of(by_resident), Some(Code::NotFound));
    }
}

#[test]
fn urgent_reports_are_due_the_same_day() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        // A Monday at ten in the morning.
        stage.turn_clock_to(crate::kernel::Date::parse("2026-11-23").unwrap().start().plus_minutes(600));

        let urgent = report_as(&stage, &Actor::VISITOR, "one", &idea, &new_report(ReportKind::Hate, None)).unwrap();
        let other = report_as(&stage, &Actor::VISITOR, "two", &idea, &new_report(ReportKind::Other, None)).unwrap();

        let due = |id| stage.read(|conn| store::load(conn, id)).due_at;
        assert_eq!(due(urgent), stage.db.clock().now().plus_minutes(240));
        assert!(due(other) > due(urgent).plus_days(1));
    }
}

#[test]
fn the_same_form_sent_twice_reports_once_even_after_the_decision() {
    for stage in Stage::all() {
        let group = stage.group("fritid", "steering", "chair");
        let idea = stage.idea(group, State::Open, None);
        let bo = moderator(&stage, "Bo");
        let reporter = Reporter { actor: &Actor::VISITOR, browser: "browser", locale: Locale::Swedish };
        let new = new_report(ReportKind::Other, None);
        let send = || make_report(&stage.db, &stage.town, &reporter, idea.number(), "a key of one form", &new);

        let first = send().unwrap();
        decide_report(&stage.db, &bo, first, &SentForm { version: idea.version, key: "" }, &keep()).unwrap();

        assert_eq!(send().unwrap(), first);
        assert_eq!(open_reports(&stage), 0);
    }
}

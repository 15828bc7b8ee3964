use super::super::*;
use super::{at_once, code_of};
use crate::ballots::draft::{NewBallot, RawBallot, parse};
use crate::ballots::method::majority::Counts;
use crate::ballots::{BallotResult, Choice, store, views};
use crate::error::{Code, Error, Result};
use crate::ideas::lifecycle::{BallotFact, State};
use crate::ideas::store::Idea;
use crate::ideas::store::stage::{NOON, Stage, id_of};
use crate::kernel::{Actor, BallotId, GroupId};

/// A proposal on the desk of a steering group with a roll of five.
struct Case {
    stage: Stage,
    group: GroupId,
    idea: Idea,
    chair: Actor,
    voters: Vec<Actor>,
}

impl Case {
    fn all(tie_rule: &str) -> Vec<Self> {
        Stage::all().into_iter().map(|stage| Self::on(stage, tie_rule)).collect()
    }

    fn on(stage: Stage, tie_rule: &str) -> Self {
        let group = stage.group("trygghet", "steering", tie_rule);
        let chair = stage.seated("Senad", group, "chair");
        let mut voters = vec![chair];
        for (name, role) in
            [("Asa", "coordinator"), ("Khadra", "secretary"), ("Larsgoran", "member"), ("Tarik", "member")]
        {
            voters.push(stage.seated(name, group, role));
        }
        let idea = stage.idea(group, State::Proposal, None);
        Self { stage, group, idea, chair, voters }
    }

    fn ballot(held_by: &str, majority: &str) -> NewBallot {
        let raw = RawBallot {
            question: "Ska lamporna sättas upp?".to_owned(),
            held_by: held_by.to_owned(),
            majority: majority.to_owned(),
            closes_on: NOON.date().plus_days(5).to_string(),
        };
        parse(&raw, NOON.date()).unwrap()
    }

    fn open_as(&self, actor: &Actor, new: &NewBallot, key: &str) -> Result<BallotId> {
        let sent = SentForm { version: self.idea.version, key };
        open_ballot(&self.stage.db, &self.stage.town, actor, self.idea.number(), new, &sent)
    }

    fn open(&self) -> BallotId {
        self.open_as(&self.chair, &Self::ballot("trygghet", "simple"), "").unwrap()
    }

    fn vote(&self, id: BallotId, votes: &[Choice]) {
        for (voter, choice) in self.voters.iter().zip(votes) {
            cast_vote(&self.stage.db, voter, id, *choice).unwrap();
        }
    }

    fn close(&self) -> usize {
        self.stage.turn_clock_to(NOON.date().plus_days(5).at_hour(20));
        close_ballots(&self.stage.db, &self.stage.town).unwrap()
    }

    fn view(&self, id: BallotId, viewer: Option<&Actor>) -> views::BallotView {
        self.stage.read(|conn| views::view(conn, id, viewer.map(id_of)))
    }

    fn fact(&self) -> BallotFact {
        let idea = self.stage.reload(&self.idea);
        self.stage.read(|conn| crate::ideas::store::facts(conn, &idea, NOON.date())).ballot
    }
}

use Choice::{Abstain, No, Yes};

#[test]
fn a_ballot_goes_from_the_proposal_to_a_result_that_the_decision_is_held_to() {
    for case in Case::all("chair") {
        let id = case.open();
        assert_eq!(case.stage.reload(&case.idea).state, State::Ballot);
        assert_eq!(case.fact(), BallotFact::Open);

        case.vote(id, &[Yes, Yes, No, Abstain]);
        assert_eq!(case.close(), 1);

        let closed = case.view(id, None).closed.unwrap();
        assert_eq!((closed.result, closed.counts), (BallotResult::Yes, Counts { yes: 2, no: 1, abstain: 1 }));
        assert_eq!(closed.lot_seed, None);
        assert_eq!(case.fact(), BallotFact::Yes);
        let day = case.stage.town.settings.clocks.days_after(NOON.date().plus_days(5), 14);
        assert_eq!(case.stage.reload(&case.idea).due_on, Some(day), "somebody owes the decision by a day");
        assert_eq!(case.stage.events(case.idea.id), ["ballot_opened", "ballot_closed"]);
        assert_eq!(case.close(), 0, "what is closed stays closed");
        let version = case.stage.reload(&case.idea).version;
        let put_aside = end_ballot(&case.stage.db, &case.stage.town, &case.chair, id, version).map(|idea| idea.id);
        assert_eq!(code_of(put_aside), Some(Code::BallotDiffers));
    }
}

#[test]
fn the_roll_is_frozen_at_the_opening() {
    for case in Case::all("chair") {
        let id = case.open();
        let late = case.stage.seated("Nykomling", case.group, "member");

        assert_eq!(code_of(cast_vote(&case.stage.db, &late, id, Yes)), Some(Code::Forbidden));
        let view = case.view(id, Some(&late));
        assert_eq!((view.ballot.roll_size, view.ballot.quorum, view.has_voted), (5, 3, None));
    }
}

#[test]
fn only_those_who_lead_the_lead_group_open_one_and_only_for_their_body_or_the_council() {
    for case in Case::all("chair") {
        let council = case.stage.group("ungdomsradet", "youth_council", "lot");
        for (name, role) in [("Elin", "chair"), ("Omar", "member"), ("Hevin", "member"), ("Sara", "coordinator")] {
            case.stage.seated(name, council, role);
        }
        let foreign = case.stage.seated("Paivi", case.stage.group("arbete", "steering", "chair"), "chair");
        let own = Case::ballot("trygghet", "simple");
        let wrong_body = |slug: &str| match case.open_as(&case.chair, &Case::ballot(slug, "simple"), "") {
            Err(Error::Invalid(errors)) => errors.of("held_by").map(|error| error.code),
            other => panic!("{other:?}"),
        };

        assert_eq!(code_of(case.open_as(&case.voters[3], &own, "")), Some(Code::Forbidden), "a member");
        assert_eq!(code_of(case.open_as(&foreign, &own, "")), Some(Code::Forbidden));
        assert_eq!(code_of(case.open_as(&Actor::VISITOR, &own, "")), Some(Code::SignInNeeded));
        assert_eq!(wrong_body("arbete"), Some(Code::FieldUnknownChoice));
        assert_eq!(wrong_body("none"), Some(Code::FieldUnknownChoice));
        let id = case.open_as(&case.chair, &Case::ballot("ungdomsradet", "two_thirds"), "").unwrap();
        let view = case.view(id, None);
        assert_eq!((view.ballot.roll_size, view.group_slug.as_str()), (3, "ungdomsradet"), "the adult has no vote");
    }
}

#[test]
fn a_body_of_two_cannot_vote_in_secret() {
    for stage in Stage::all() {
        let group = stage.group("trygghet", "steering", "chair");
        let chair = stage.seated("Senad", group, "chair");
        stage.seated("Asa", group, "member");
        let idea = stage.idea(group, State::Proposal, None);

        let sent = SentForm { version: idea.version, key: "" };
        let new = Case::ballot("trygghet", "simple");
        let outcome = open_ballot(&stage.db, &stage.town, &chair, idea.number(), &new, &sent);

        assert_eq!(code_of(outcome), Some(Code::BallotTooSmall));
        assert_eq!(stage.reload(&idea).state, State::Proposal);
    }
}

#[test]
fn the_same_form_opens_one_ballot_and_an_old_version_none() {
    for case in Case::all("chair") {
        let new = Case::ballot("trygghet", "simple");
        let old = SentForm { version: case.idea.version - 1, key: "" };
        let late = open_ballot(&case.stage.db, &case.stage.town, &case.chair, case.idea.number(), &new, &old);
        assert_eq!(code_of(late), Some(Code::ChangedMeanwhile));

        let opened = at_once(8, |_| case.open_as(&case.chair, &new, "a key").unwrap());

        assert!(opened.iter().all(|id| *id == opened[0]), "{opened:?}");
        assert_eq!(case.stage.read(|conn| views::of_idea(conn, case.idea.id)), [opened[0]]);
        assert_eq!(code_of(case.open_as(&case.chair, &new, "another key")), Some(Code::NotNow));
    }
}

#[test]
fn of_sixty_four_equal_votes_at_once_one_counts() {
    for case in Case::all("chair") {
        let id = case.open();

        let outcomes = at_once(64, |_| cast_vote(&case.stage.db, &case.voters[2], id, Yes));

        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        for refused in outcomes.into_iter().filter(Result::is_err) {
            assert_eq!(code_of(refused), Some(Code::AlreadyVoted));
        }
        let counts = case.stage.write(|tx| store::count(tx, id));
        assert_eq!(counts, Counts { yes: 1, no: 0, abstain: 0 });
    }
}

#[test]
fn everybody_at_once_counts_everybody() {
    for case in Case::all("chair") {
        let id = case.open();
        let votes = [Yes, No, Abstain, Yes, Yes];

        let outcomes = at_once(5, |place| cast_vote(&case.stage.db, &case.voters[place], id, votes[place]));

        assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
        assert_eq!(case.stage.write(|tx| store::count(tx, id)), Counts { yes: 3, no: 1, abstain: 1 });
        assert_eq!(code_of(cast_vote(&case.stage.db, &case.voters[0], id, No)), Some(Code::AlreadyVoted));
        let stranger = case.stage.resident("Amina");
        assert_eq!(code_of(cast_vote(&case.stage.db, &stranger, id, No)), Some(Code::Forbidden));
    }
}

#[test]
fn a_vote_leaves_nothing_but_a_flag_and_a_count() {
    for case in Case::all("chair") {
        let id = case.open();
        let (before, version) = (case.stage.events(case.idea.id), case.stage.reload(&case.idea).version);
        let changes = case.stage.read(crate::journal::last_change);
        let untouched = case.view(id, None);

        case.vote(id, &[Yes, No, Yes, Yes, No]);

        assert_eq!(case.stage.events(case.idea.id), before);
        assert_eq!(case.stage.reload(&case.idea).version, version);
        assert_eq!(case.stage.read(crate::journal::last_change), changes);
        assert_eq!(format!("{:?}", case.view(id, None)), format!("{untouched:?}"), "nobody sees that anyone voted");
        assert_eq!(case.view(id, Some(&case.voters[0])).has_voted, Some(true));
    }
}

#[test]
fn nothing_counts_after_the_close() {
    for case in Case::all("chair") {
        let id = case.open();
        case.vote(id, &[Yes, Yes, Yes]);

        case.stage.turn_clock_to(NOON.date().plus_days(5).at_hour(20));
        let before_the_tick = cast_vote(&case.stage.db, &case.voters[3], id, No);
        assert_eq!(code_of(before_the_tick), Some(Code::BallotClosed));
        assert_eq!(case.close(), 1);
        assert_eq!(code_of(cast_vote(&case.stage.db, &case.voters[4], id, No)), Some(Code::BallotClosed));
        assert_eq!(case.view(id, None).closed.unwrap().counts, Counts { yes: 3, no: 0, abstain: 0 });
    }
}

#[test]
fn a_tie_goes_the_way_that_the_body_has_said_beforehand() {
    for (rule, fact) in [("chair", BallotFact::TieForChair), ("no_decision", BallotFact::Nothing)] {
        for case in Case::all(rule) {
            let id = case.open();
            case.vote(id, &[Yes, No, Abstain]);
            case.close();

            assert_eq!(case.view(id, None).closed.unwrap().result, BallotResult::Tie, "{rule}");
            assert_eq!(case.fact(), fact, "{rule}");
            let version = case.stage.reload(&case.idea).version;
            end_ballot(&case.stage.db, &case.stage.town, &case.chair, id, version).unwrap();
            assert_eq!(case.stage.reload(&case.idea).state, State::Proposal);
            assert_eq!(case.stage.events(case.idea.id).last(), Some(&"back_to_proposal"));
        }
    }
    for case in Case::all("lot") {
        let id = case.open();
        case.vote(id, &[Yes, No, Abstain]);
        case.close();

        let closed = case.view(id, None).closed.unwrap();
        let seed = closed.lot_seed.unwrap();
        assert_eq!(closed.result, crate::ballots::method::majority::draw_lot(&seed), "anyone can repeat the lot");
        assert!(closed.result.binds());
    }
}

#[test]
fn too_few_votes_decide_nothing_and_the_group_works_on() {
    for case in Case::all("chair") {
        let id = case.open();
        case.vote(id, &[Yes, Yes]);
        let early = end_ballot(&case.stage.db, &case.stage.town, &case.chair, id, 0).map(|idea| idea.id);
        assert_eq!(code_of(early), Some(Code::BallotOpen));
        case.close();
        assert_eq!(case.view(id, None).closed.unwrap().result, BallotResult::NoQuorum);
        let version = case.stage.reload(&case.idea).version;
        let end = |actor: &Actor, version| {
            end_ballot(&case.stage.db, &case.stage.town, actor, id, version).map(|idea| idea.id)
        };

        assert_eq!(code_of(end(&case.voters[4], version)), Some(Code::Forbidden), "a member");
        assert_eq!(code_of(end(&case.chair, version - 1)), Some(Code::ChangedMeanwhile));
        assert!(end(&case.chair, version).is_ok());
        assert_eq!(code_of(end(&case.chair, version + 1)), Some(Code::NotNow));
    }
}

#[test]
fn an_idea_taken_back_takes_its_ballot_along() {
    for case in Case::all("chair") {
        let id = case.open();
        case.vote(id, &[Yes, Yes, Yes, No]);
        let idea = case.stage.reload(&case.idea);
        case.stage.write(|tx| {
            let change = crate::ideas::lifecycle::Change { next: State::Withdrawn, due_on: None };
            let update = crate::ideas::store::Update { reason: Some("Vi hann före."), ..Default::default() };
            crate::ideas::store::apply(tx, &idea, idea.version, &change, &update)
        });

        assert_eq!(code_of(cast_vote(&case.stage.db, &case.voters[4], id, No)), Some(Code::BallotClosed));
        assert_eq!(case.close(), 1);
        let view = case.view(id, None);
        assert_eq!((view.ballot.result, view.closed), (Some(BallotResult::Cancelled), None));
        assert_eq!(case.stage.events(case.idea.id), ["ballot_opened"]);
    }
}

#[test]
fn a_box_that_does_not_add_up_has_no_result() {
    for case in Case::all("chair") {
        let id = case.open();
        case.vote(id, &[Yes, Yes, Yes]);
        case.stage.add_a_stray_vote(id);
        case.stage.turn_clock_to(NOON.date().plus_days(5).at_hour(20));

        let outcome = close_ballots(&case.stage.db, &case.stage.town);

        assert!(matches!(outcome, Err(Error::Corrupt(_))));
        assert_eq!(case.view(id, None).ballot.result, None);
    }
}

#[test]
fn a_hidden_idea_hides_its_ballot() {
    for case in Case::all("chair") {
        let id = case.open();
        case.stage.hide(&case.idea);

        assert_eq!(code_of(cast_vote(&case.stage.db, &case.voters[1], id, Yes)), Some(Code::NotFound));
        let missing = BallotId::new(id.get() + 1);
        assert_eq!(code_of(cast_vote(&case.stage.db, &case.voters[1], missing, Yes)), Some(Code::NotFound));
    }
}

#[test]
fn votes_and_voters_have_no_column_in_common_but_the_ballot_and_no_moment() {
    for stage in Stage::all() {
        let [rolls, counts] = ["ballot_rolls", "ballot_counts"].map(|table| stage.columns_of(table));

        assert_eq!(rolls, ["ballot_id", "has_voted", "person_id"]);
        assert_eq!(counts, ["ballot_id", "choice", "count"]);
    }
}

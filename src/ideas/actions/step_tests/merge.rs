//! Joining ideas: nothing and nobody is lost, nobody counts twice.

use super::code_of;
use super::play::Play;
use crate::error::Code;
use crate::follows;
use crate::ideas::actions::support;
use crate::ideas::lifecycle::State;
use crate::ideas::store::merges::joined_into;
use crate::ideas::store::stage::id_of;

#[test]
fn both_authors_supporters_and_followers_stay() {
    for play in Play::everywhere() {
        let stage = &play.stage;
        let idea = stage.open_idea(play.group, 100);
        let other_author = stage.resident("Other");
        let target = stage.idea(play.group, State::Open, Some(id_of(&other_author)));
        let (one, both) = (stage.resident("One"), stage.resident("Both"));
        for (who, what) in [(&one, &idea), (&both, &idea), (&both, &target)] {
            support(&stage.db, &stage.town, who, what.number()).unwrap();
        }
        stage.write(|tx| follows::store::follow(tx, idea.id, id_of(&play.neighbour)));

        play.merge(&play.moderator, &idea, &play.ticket(&idea), &target).unwrap();

        let (idea, target) = (play.now(&idea), play.now(&target));
        assert_eq!((idea.state, idea.merged_into), (State::Merged, Some(target.id)));
        assert_eq!(idea.support_count, 2, "its own page still tells how many stood behind it");
        assert_eq!((target.state, target.support_count), (State::Open, 2), "one and both");
        assert!(stage.read(|conn| follows::store::has(conn, target.id, id_of(&play.neighbour))));
        let joined = stage.read(|conn| joined_into(conn, target.id, 10));
        assert_eq!(joined.len(), 1);
        assert_eq!(
            (joined[0].number.as_deref(), joined[0].title.as_str()),
            (idea.number.as_deref(), idea.title.as_str())
        );
        assert_eq!(stage.events(idea.id), ["merged"]);
        assert_eq!(stage.events(target.id), ["merged_here"]);
    }
}

#[test]
fn the_author_of_the_joined_idea_follows_where_it_lives_on() {
    for play in Play::everywhere() {
        let (idea, target) = (play.idea(State::WithGroup), play.stage.open_idea(play.group, 100));

        play.merge(&play.chair, &idea, &play.ticket(&idea), &target).unwrap();

        assert!(play.stage.read(|conn| follows::store::has(conn, target.id, id_of(&play.author))));
        assert_eq!(play.now(&idea).author_id, Some(id_of(&play.author)));
        assert_eq!(play.now(&idea).body, idea.body);
    }
}

#[test]
fn whoever_supported_only_the_joined_idea_cannot_count_again() {
    for play in Play::everywhere() {
        let stage = &play.stage;
        let (idea, target) = (stage.open_idea(play.group, 100), stage.open_idea(play.group, 100));
        let one = stage.resident("One");
        support(&stage.db, &stage.town, &one, idea.number()).unwrap();
        play.merge(&play.process, &idea, &play.ticket(&idea), &target).unwrap();

        let again = support(&stage.db, &stage.town, &one, target.number()).unwrap();

        assert_eq!((again.supports, again.count), (true, 1));
    }
}

#[test]
fn together_two_ideas_can_reach_the_goal() {
    for play in Play::everywhere() {
        let stage = &play.stage;
        let (idea, target) = (stage.open_idea(play.group, 3), stage.open_idea(play.group, 3));
        for (name, what) in [("A", &idea), ("B", &idea), ("C", &target)] {
            let person = stage.resident(&format!("Resident{name}"));
            support(&stage.db, &stage.town, &person, what.number()).unwrap();
        }

        play.merge(&play.moderator, &idea, &play.ticket(&idea), &target).unwrap();

        let target = play.now(&target);
        assert_eq!((target.state, target.support_count), (State::WithGroup, 3));
        assert!(stage.events(target.id).contains(&"goal_reached"));
    }
}

#[test]
fn itself_a_hidden_one_an_ended_one_and_a_chain_are_refused() {
    for play in Play::everywhere() {
        let idea = play.stage.open_idea(play.group, 100);
        let (hidden, done) = (play.stage.open_idea(play.group, 100), play.idea(State::Done));
        let (joined, lead) = (play.stage.open_idea(play.group, 100), play.stage.open_idea(play.group, 100));
        play.stage.hide(&hidden);
        play.merge(&play.chair, &joined, &play.ticket(&joined), &lead).unwrap();
        let into = |from, target| code_of(play.merge(&play.chair, from, &play.ticket(from), target));

        assert_eq!(into(&idea, &idea), Some(Code::CannotMerge));
        assert_eq!(into(&idea, &done), Some(Code::CannotMerge));
        assert_eq!(into(&idea, &joined), Some(Code::CannotMerge), "it lives on elsewhere itself");
        assert_eq!(into(&lead, &idea), Some(Code::CannotMerge), "a chain would form");
        assert_eq!(into(&idea, &hidden), Some(Code::FieldNotIdea), "as if it were not there");
        assert_eq!(play.state(&idea), State::Open);
        assert_eq!(into(&idea, &lead), None, "the other way round works");
    }
}

//! What the author is asked when the group has answered and when an idea is done: whether the answer
//! can be understood, whether he or she was listened to, and whether it became what was meant. Pure.

use super::lifecycle::State;
use crate::kernel::token::same;
use crate::kernel::{Date, IdeaId};
use crate::town::Town;
use crate::word_enum;

word_enum! {
    /// Something that the author is asked.
    pub enum Question {
        /// Whether it became what he or she meant.
        Result = "result",
        /// Whether the answer can be understood.
        Clear = "clear",
        /// Whether he or she was listened to.
        Heard = "heard",
    }
}

word_enum! {
    /// An answer to it.
    pub enum Grade {
        /// Yes.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// No.
        No = "no",
    }
}

/// Days during which an answer can be changed.
pub const CHANGE_DAYS: i32 = 30;

/// What the author of an idea in a state is asked, in order; nothing before there is an answer.
#[must_use]
pub const fn questions(state: State) -> &'static [Question] {
    match state {
        State::Done => &[Question::Result],
        State::Accepted | State::PartlyAccepted | State::Declined | State::UnderWay => {
            &[Question::Clear, Question::Heard]
        }
        _ => &[],
    }
}

/// Whether an answer that was first given on a day, if it was, can be given or changed still.
#[must_use]
pub fn may_answer(given_on: Option<Date>, today: Date) -> bool {
    given_on.is_none_or(|day| today <= day.plus_days(CHANGE_DAYS))
}

/// The word in an address that lets the author of an idea answer, and do nothing else.
#[must_use]
pub fn token(town: &Town, idea: IdeaId) -> String {
    let number = idea.to_string();
    // Ends in a digit, so that no mail program takes its last character for punctuation.
    format!("{}.{number}", town.key.hash("grade", &[&number]))
}

/// The idea that such a word is for; none when it is not ours.
#[must_use]
pub fn idea_of(town: &Town, given: &str) -> Option<IdeaId> {
    let (_, number) = given.rsplit_once('.')?;
    let idea = number.parse::<IdeaId>().ok()?;
    same(&token(town, idea), given).then_some(idea)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_author_is_asked_of_the_answer_and_then_of_what_came_of_it() {
        for state in State::ALL {
            let asked = questions(*state);
            match state {
                State::Done => assert_eq!(asked, [Question::Result]),
                state if state.is_decided() && *state != State::Stopped => assert_eq!(asked.len(), 2, "{state}"),
                state => assert!(asked.is_empty(), "{state}"),
            }
        }
    }

    #[test]
    fn an_answer_can_be_changed_for_thirty_days_and_given_at_any_time() {
        let day = |text: &str| Date::parse(text).unwrap();

        assert!(may_answer(None, day("2029-01-01")));
        assert!(may_answer(Some(day("2026-11-20")), day("2026-12-20")));
        assert!(!may_answer(Some(day("2026-11-20")), day("2026-12-21")));
    }

    #[test]
    fn a_link_is_for_one_idea_and_made_by_us() {
        use crate::kernel::Random;
        use crate::kernel::token::Key;
        use crate::town::Settings;
        let town = |seed| Town { settings: Settings::default(), key: Key::new(vec![seed; 32]), random: Random::System };
        let link = token(&town(7), IdeaId::new(12));

        assert_eq!(idea_of(&town(7), &link), Some(IdeaId::new(12)));
        assert_eq!(idea_of(&town(8), &link), None);
        assert_eq!(idea_of(&town(7), &link.replace(".12", ".13")), None);
        assert_eq!(idea_of(&town(7), "12"), None);
    }
}

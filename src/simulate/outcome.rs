//! What came of a simulated year, as a table and as JSON.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use serde::Serialize;

/// What came of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Ideas that were written.
    pub ideas: usize,
    /// Of them, those whose author left no contact and so reads about it on the page alone.
    pub without_contact: usize,
    /// People who could write, support and follow.
    pub residents: usize,
    /// Answers that were owed.
    pub answers: Answers,
    /// Days that were missed, and what was done about them.
    pub lateness: Lateness,
    /// Longest time during which an author with a contact heard nothing about an idea that waits, in days.
    pub longest_silence_days: i32,
    /// The same while what is owed to the author is late.
    pub longest_while_late_days: i32,
    /// Ideas whose author waited longer than promised for another word while it was late.
    pub silent_while_late: usize,
    /// The longest such time of each idea.
    pub silence_days: Spread,
    /// Mails that reached their readers.
    pub mails: Mails,
    /// Mails that were delivered twice, or told the same reader the same on the same day.
    pub doubles: usize,
    /// Mails and other work given up.
    pub lost: i64,
    /// Mails that still wait a day after the end.
    pub waiting: i64,
    /// Ideas whose author has a contact and did not get the receipt, or was not told that it is published.
    pub not_received: usize,
    /// What people tried and a rule refused, by the rule's code.
    pub refused_acts: BTreeMap<String, usize>,
}

/// First answers of groups.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Answers {
    /// Ideas that everyone could read.
    pub published: usize,
    /// Ideas to which an answer was owed by a day that has come, or that have it already.
    pub owed: usize,
    /// Of them, those that got one.
    pub given: usize,
    /// Of them, those that got it by the day first promised.
    pub in_time: usize,
}

/// Days that passed without what was owed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Lateness {
    /// How many.
    pub missed: usize,
    /// The author was told by the end of the next day (later by as long as no mail could go).
    pub told: usize,
    /// The author was told, but later.
    pub told_late: usize,
    /// The author has a contact and was not told.
    pub untold: usize,
    /// The author left no contact: it stands on the idea's page.
    pub without_contact: usize,
    /// It went to the chair or the process group in time.
    pub climbed: usize,
    /// What was owed came, or a new day with a reason was given, before it had to climb.
    pub moved_on_before_climbing: usize,
    /// It did not.
    pub not_climbed: usize,
}

/// Mails to residents, and how many to everyone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Mails {
    /// Mails to anyone.
    pub delivered: usize,
    /// Residents who got any.
    pub readers: usize,
    /// Mails to each of them in the whole time.
    pub a_year: Spread,
    /// Mails to each of them in each week in which there were any.
    pub a_week_with_mail: Spread,
    /// Most to one of them in a day.
    pub most_a_day: i64,
    /// Most to one of the staff, of a group or an owner in a day.
    pub staff_most_a_day: i64,
}

/// How numbers are spread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// The one in the middle.
    pub median: i64,
    /// The one that 99 of 100 do not exceed.
    pub p99: i64,
    /// The largest.
    pub most: i64,
}

impl Spread {
    /// Reads it off; all 0 when there are no numbers.
    #[must_use]
    pub fn of(mut numbers: Vec<i64>) -> Self {
        numbers.sort_unstable();
        let last = numbers.len().saturating_sub(1);
        let at = |place: usize| numbers.get(place).copied().unwrap_or_default();
        Self { median: at(last / 2), p99: at(last * 99 / 100), most: at(last) }
    }
}

impl Outcome {
    /// What the town promises and the year did not keep; nothing when all is well.
    #[must_use]
    pub fn broken_promises(&self) -> Vec<String> {
        let late = &self.lateness;
        let counted = [
            (late.untold, "missed days of which the author was not told"),
            (late.told_late, "missed days of which the author was told too late"),
            (late.not_climbed, "missed days that did not climb"),
            (self.silent_while_late, "authors who heard nothing for more than thirty days while we were late"),
            (self.doubles, "mails that were delivered twice"),
            (usize::try_from(self.lost).unwrap_or_default(), "mails or jobs given up"),
            (usize::try_from(self.waiting).unwrap_or_default(), "mails that still wait"),
            (self.not_received, "authors who did not hear that their idea came in or was published"),
            (usize::from(self.mails.a_week_with_mail.median > 2), "a median reader with more than two mails a week"),
        ];
        counted.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}")).collect()
    }
}

impl Display for Spread {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "median {}, p99 {}, most {}", self.median, self.p99, self.most)
    }
}

/// A share in per cent, or a dash of nothing.
fn share(part: usize, whole: usize) -> String {
    (100 * part + whole / 2).checked_div(whole).map_or_else(|| "–".to_owned(), |share| format!("{share} %"))
}

impl Display for Outcome {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (answers, late, mails) = (&self.answers, &self.lateness, &self.mails);
        let refused: usize = self.refused_acts.values().sum();
        let lines = [
            (
                "ideas",
                format!("{} ({} without a contact), {} published", self.ideas, self.without_contact, answers.published),
            ),
            ("answers owed", format!("{}", answers.owed)),
            ("– given", format!("{} ({})", answers.given, share(answers.given, answers.owed))),
            ("– in time", format!("{} ({})", answers.in_time, share(answers.in_time, answers.owed))),
            ("days missed", format!("{}", late.missed)),
            ("– author told the next day", format!("{}", late.told)),
            ("– told later / not told", format!("{} / {}", late.told_late, late.untold)),
            ("– no contact, on the page", format!("{}", late.without_contact)),
            ("– climbed / moved on before", format!("{} / {}", late.climbed, late.moved_on_before_climbing)),
            ("– did not climb", format!("{}", late.not_climbed)),
            ("longest silence toward an author", format!("{} days ({})", self.longest_silence_days, self.silence_days)),
            (
                "– while late / longer than promised",
                format!("{} days / {}", self.longest_while_late_days, self.silent_while_late),
            ),
            ("mails delivered", format!("{}", mails.delivered)),
            ("– residents who got any", format!("{} of {}", mails.readers, self.residents)),
            ("– to each in the whole time", format!("{}", mails.a_year)),
            ("– in a week with any", format!("{}", mails.a_week_with_mail)),
            ("– most in a day", format!("{} (staff and groups {})", mails.most_a_day, mails.staff_most_a_day)),
            ("doubles / lost / still waiting", format!("{} / {} / {}", self.doubles, self.lost, self.waiting)),
            ("receipt or publication not heard of", format!("{}", self.not_received)),
            ("refused by a rule", format!("{refused} {:?}", self.refused_acts)),
        ];
        for (what, figure) in lines {
            writeln!(f, "{what:<36} {figure}")?;
        }
        Ok(())
    }
}

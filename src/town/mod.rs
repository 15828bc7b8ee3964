//! What the rules need to know of the town: its settings, and the key and chance that
//! the program works with. Plain data, handed to actions.

use serde::{Deserialize, Serialize};

use crate::kernel::token::Key;
use crate::kernel::{Date, Random};

mod summer;

pub use summer::SummerPause;

/// The word for all parts of the area together.
pub const WHOLE_AREA: &str = "hela";

/// Settings of the service that visitors notice.
#[derive(Debug, Clone, Serialize, Deserialize, documented::DocumentedFields)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Name of the service in the page head and in mails, 1 to 60 characters.
    pub service_name: String,
    /// Name of the area, as in "Idéer i …".
    pub area_name: String,
    /// Who runs the service (lag 1998:112 demands that it is said), 1 to 200 characters.
    pub operator: String,
    /// Address at which visitors reach the service, as `https://ideer.example.se`, without a slash at the end.
    /// As long as nothing else is said: `http://` and `server.listen`.
    pub base_url: String,
    /// Where people can write or call for help, shown in the foot of every page.
    pub contact: String,
    /// Words for the parts of the area; each needs the text `area-WORD` or is shown as written.
    pub areas: Vec<String>,
    /// Words for the themes; each needs the text `theme-WORD` or is shown as written.
    pub themes: Vec<String>,
    /// People needed before the lead group must answer, 1 to 100 000.
    pub support_goal: i64,
    /// Supports after which an author can only add to a text, not rewrite it, 0 to 100 000.
    pub rewrite_until_supports: i64,
    /// Whether a moderator reads comments before they are shown.
    pub comments_are_reviewed: bool,
    /// How many days each step may take.
    pub clocks: Clocks,
}

impl Default for Settings {
    fn default() -> Self {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
        Self {
            service_name: "Idéer i Biskopsgården".to_owned(),
            area_name: "Biskopsgården".to_owned(),
            operator: "Exempelkommunen".to_owned(),
            base_url: "http://127.0.0.1:8080".to_owned(),
            contact: "ideer@example.org".to_owned(),
            areas: words(&["norra", "sodra", "lansmansgarden", "svartedalen", "varvaderstorget", WHOLE_AREA]),
            themes: words(&["arbete", "trygghet", "utbildning", "fritid", "samverkan"]),
            support_goal: 60,
            rewrite_until_supports: 5,
            comments_are_reviewed: true,
            clocks: Clocks::default(),
        }
    }
}

/// How many days each step may take (domain 4.1); settings of the area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, documented::DocumentedFields)]
#[serde(deny_unknown_fields, default)]
pub struct Clocks {
    /// Working days within which a moderator reads what comes in, 1 to 30.
    pub screening_working_days: i32,
    /// Days the author has after a return, 1 to 365.
    pub returned_days: i32,
    /// Days during which an appeal against a refusal is open, 1 to 730.
    pub appeal_days: i32,
    /// Days during which an idea can be supported, 1 to 730.
    pub support_days: i32,
    /// Days within which an idea that did not reach its goal gets a short answer, 1 to 365.
    pub closed_answer_days: i32,
    /// Days within which a group gives its first answer, 1 to 365.
    pub first_answer_days: i32,
    /// Days a group has to work out a proposal, 1 to 365.
    pub proposal_days: i32,
    /// Days after a ballot is counted within which the group writes down what follows, 1 to 365.
    pub confirm_days: i32,
    /// Days after a yes within which the owner begins, 1 to 365.
    pub start_days: i32,
    /// Days within which somebody who is asked to see an idea carried out answers, 1 to 90; after
    /// them the group asks somebody else.
    pub owner_answer_days: i32,
    /// Days between two notes about how the carrying out goes, 1 to 365.
    pub note_days: i32,
    /// Most days that somebody asked may have, 1 to 365.
    pub asking_days: i32,
    /// Most days that a body outside may have, 1 to 730.
    pub forwarding_days: i32,
    /// Days within which a body outside takes on what is handed on to it, 1 to 90; after them the idea
    /// comes back to its group.
    pub forwarding_accept_days: i32,
    /// Days within which a group answers another that wants to hand an idea over, 1 to 365; after
    /// them the idea stays where it is.
    pub hand_over_days: i32,
    /// Days after a decision within which whoever sits in the group tells those for whom he or she speaks,
    /// 1 to 90 (rule R-1).
    pub report_back_days: i32,
    /// Days before a day at which the group, or whoever was asked, is reminded of it, 1 to 30.
    pub reminder_days: i32,
    /// Working days after a missed day until the chair of the lead group is told, 1 to 30.
    pub chair_working_days: i32,
    /// Working days after a missed day until the process group is told, 1 to 60; more than until the chair is.
    pub process_working_days: i32,
    /// Days on which the clocks of those who owe an answer stand still each year, both counted, as
    /// `07-01 to 07-31`; at most 92 days. Empty: no pause.
    pub summer_pause: SummerPause,
}

impl Clocks {
    /// The day this many days later; days of the summer pause do not count.
    #[must_use]
    pub fn days_after(&self, day: Date, days: i32) -> Date {
        self.counted(day, days, |_| true)
    }

    /// The day this many working days later; days of the summer pause do not count.
    #[must_use]
    pub fn working_days_after(&self, day: Date, days: i32) -> Date {
        self.counted(day, days, Date::is_working_day)
    }

    /// How many days lie between two days, from the first to the later one; days of the summer pause do not
    /// count. None when the second is not later.
    #[must_use]
    pub fn days_between(&self, first: Date, later: Date) -> i32 {
        let mut days = 0;
        let mut day = first;
        while day < later {
            day = day.plus_days(1);
            days += i32::from(!self.summer_pause.covers(day));
        }
        days
    }

    /// Whether people work on this day, and the clocks go.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        day.is_working_day() && !self.summer_pause.covers(day)
    }

    fn counted(&self, day: Date, days: i32, counts: impl Fn(Date) -> bool) -> Date {
        let (mut day, mut left) = (day, days);
        // Every run of days that do not count ends: a pause has an end, and so has a holiday.
        while left > 0 {
            day = day.plus_days(1);
            if counts(day) && !self.summer_pause.covers(day) {
                left -= 1;
            }
        }
        day
    }
}

impl Default for Clocks {
    fn default() -> Self {
        Self {
            screening_working_days: 5,
            returned_days: 30,
            appeal_days: 180,
            support_days: 90,
            closed_answer_days: 30,
            first_answer_days: 45,
            proposal_days: 90,
            confirm_days: 14,
            start_days: 14,
            owner_answer_days: 7,
            note_days: 60,
            asking_days: 21,
            forwarding_days: 90,
            forwarding_accept_days: 14,
            hand_over_days: 14,
            report_back_days: 14,
            reminder_days: 7,
            chair_working_days: 5,
            process_working_days: 10,
            summer_pause: SummerPause::default(),
        }
    }
}

/// The town: its settings, and what the process signs and draws with.
#[derive(Debug, Clone)]
pub struct Town {
    /// Settings.
    pub settings: Settings,
    /// The key for signatures and keyed hashes; it is kept outside the database.
    pub key: Key,
    /// Where chance comes from.
    pub random: Random,
}

impl Town {
    /// An absolute address of a page of the service; `path` begins with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.base_url)
    }

    /// Whether a word names a part of the area.
    #[must_use]
    pub fn has_area(&self, word: &str) -> bool {
        self.settings.areas.iter().any(|known| known == word)
    }

    /// Whether a word names a theme.
    #[must_use]
    pub fn has_theme(&self, word: &str) -> bool {
        self.settings.themes.iter().any(|known| known == word)
    }
}

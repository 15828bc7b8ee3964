//! What a moderator decides, from raw form to typed decision. Used by pages and API alike.

use serde::Deserialize;
use utoipa::ToSchema;

use super::report::ReportOutcome;
use crate::comments::State as CommentState;
use crate::error::{Code, FieldErrors, Result};
use crate::ideas::actions::{Grounds, SentForm, Visibility};
use crate::ideas::lifecycle::{self, Command, Facts, Ground};
use crate::kernel::Date;
use crate::kernel::text::Reason;
use crate::town::Town;
use crate::word_enum;

word_enum! {
    /// What a moderator can do with something.
    pub enum Choice {
        /// Publish an idea.
        Publish = "publish",
        /// Send an idea back.
        Return = "return",
        /// Refuse an idea or a comment.
        Refuse = "refuse",
        /// Show a comment or an idea.
        Show = "show",
        /// Hide a comment or an idea.
        Hide = "hide",
        /// Keep what was reported.
        Keep = "keep",
    }
}

/// Grounds on which something that is shown can be hidden, and a comment not shown.
pub const HIDING_GROUNDS: [Ground; 5] =
    [Ground::PersonalData, Ground::Insulting, Ground::AgainstLaw, Ground::SingleCase, Ground::Advertising];

/// What can be done with a comment in a state.
#[must_use]
pub const fn offers(state: CommentState) -> &'static [Choice] {
    match state {
        CommentState::Waiting => &[Choice::Show, Choice::Refuse],
        CommentState::Visible => &[Choice::Hide],
        CommentState::Hidden => &[Choice::Show],
        CommentState::Refused => &[],
    }
}

/// The grounds on which an idea that waits can be refused now: all of them once it has been
/// returned, else the grave ones.
#[must_use]
pub fn refusal_grounds(returned_before: bool, town: &Town, today: Date) -> Vec<Ground> {
    let facts = Facts { returned_before, ..Facts::default() };
    let clocks = &town.settings.clocks;
    let can = |ground: &Ground| {
        lifecycle::decide(lifecycle::State::Screening, Command::Refuse(*ground), &facts, clocks, today).is_ok()
    };
    Ground::ALL.iter().copied().filter(can).collect()
}

/// A decision as it came in. Missing fields are empty; which ones count depends on the choice.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RawVerdict {
    /// `publish`, `return`, `refuse`, `show`, `hide` or `keep`.
    pub choice: String,
    /// Word of the theme, when an idea is published.
    pub theme: String,
    /// Word of the group in addresses, when an idea is published.
    pub group: String,
    /// Word of the ground, when something is not shown.
    pub ground: String,
    /// What the author, or the reporter, gets to read.
    pub words: String,
    /// Version of the idea that the form was filled in for.
    pub version: i64,
    /// Key of the form, so that sending it twice does it once; may be empty.
    pub form_key: String,
}

impl RawVerdict {
    /// What the form says about itself.
    #[must_use]
    pub fn sent(&self) -> SentForm<'_> {
        SentForm { version: self.version, key: &self.form_key }
    }
}

/// What becomes of an idea that came in.
#[derive(Debug, Clone)]
pub enum IdeaVerdict {
    /// Everyone can read it: word of its theme, word of its lead group.
    Publish {
        /// Word of the theme.
        theme: String,
        /// Word of the lead group in addresses.
        group: String,
    },
    /// Back to its author.
    Return(Grounds),
    /// Not published.
    Refuse(Grounds),
}

/// What becomes of a comment.
#[derive(Debug, Clone)]
pub enum CommentVerdict {
    /// Everyone can read it.
    Show,
    /// It is not shown.
    Refuse(Grounds),
    /// It was shown and is not any more.
    Hide(Grounds),
}

/// What becomes of something that was reported.
#[derive(Debug, Clone)]
pub enum ReportVerdict {
    /// It stays, for this reason.
    Keep(Reason),
    /// It is hidden.
    Hide(Grounds),
}

impl ReportVerdict {
    /// The word under which it is stored.
    #[must_use]
    pub const fn outcome(&self) -> ReportOutcome {
        match self {
            Self::Keep(_) => ReportOutcome::Kept,
            Self::Hide(_) => ReportOutcome::Hidden,
        }
    }
}

/// Reads a decision about an idea that came in.
///
/// # Errors
/// Everything that is wrong, field by field.
pub fn of_idea(raw: &RawVerdict, town: &Town) -> Result<IdeaVerdict> {
    let mut errors = FieldErrors::default();
    let verdict = match choice(raw, &[Choice::Publish, Choice::Return, Choice::Refuse], &mut errors) {
        Some(Choice::Publish) => publication(raw, town, &mut errors),
        Some(Choice::Return) => grounds(raw, &mut errors).map(IdeaVerdict::Return),
        Some(Choice::Refuse) => grounds(raw, &mut errors).map(IdeaVerdict::Refuse),
        Some(Choice::Show | Choice::Hide | Choice::Keep) | None => None,
    };
    errors.finish(verdict)
}

/// Reads a decision about a comment.
///
/// # Errors
/// Everything that is wrong, field by field.
pub fn of_comment(raw: &RawVerdict) -> Result<CommentVerdict> {
    let mut errors = FieldErrors::default();
    let verdict = match choice(raw, &[Choice::Show, Choice::Refuse, Choice::Hide], &mut errors) {
        Some(Choice::Show) => Some(CommentVerdict::Show),
        Some(Choice::Refuse) => hiding_grounds(raw, &mut errors).map(CommentVerdict::Refuse),
        Some(Choice::Hide) => hiding_grounds(raw, &mut errors).map(CommentVerdict::Hide),
        Some(Choice::Publish | Choice::Return | Choice::Keep) | None => None,
    };
    errors.finish(verdict)
}

/// Reads a decision about something that was reported.
///
/// # Errors
/// Everything that is wrong, field by field.
pub fn of_report(raw: &RawVerdict) -> Result<ReportVerdict> {
    let mut errors = FieldErrors::default();
    let verdict = match choice(raw, &[Choice::Keep, Choice::Hide], &mut errors) {
        Some(Choice::Keep) => errors.text("words", Reason::parse(&raw.words)).map(ReportVerdict::Keep),
        Some(Choice::Hide) => hiding_grounds(raw, &mut errors).map(ReportVerdict::Hide),
        Some(Choice::Publish | Choice::Return | Choice::Refuse | Choice::Show) | None => None,
    };
    errors.finish(verdict)
}

/// Reads what shall be seen of an idea.
///
/// # Errors
/// Everything that is wrong, field by field.
pub fn of_visibility(raw: &RawVerdict) -> Result<Visibility> {
    let mut errors = FieldErrors::default();
    let visibility = match choice(raw, &[Choice::Hide, Choice::Show], &mut errors) {
        Some(Choice::Hide) => hiding_grounds(raw, &mut errors).map(Visibility::Hidden),
        Some(Choice::Show) => Some(Visibility::Shown),
        Some(Choice::Publish | Choice::Return | Choice::Refuse | Choice::Keep) | None => None,
    };
    errors.finish(visibility)
}

fn choice(raw: &RawVerdict, allowed: &[Choice], errors: &mut FieldErrors) -> Option<Choice> {
    let choice: Choice = errors.choice("choice", &raw.choice)?;
    if allowed.contains(&choice) {
        return Some(choice);
    }
    errors.add("choice", Code::FieldUnknownChoice);
    None
}

fn publication(raw: &RawVerdict, town: &Town, errors: &mut FieldErrors) -> Option<IdeaVerdict> {
    for (field, word) in [("theme", &raw.theme), ("group", &raw.group)] {
        if word.is_empty() {
            errors.add(field, Code::FieldNotChosen);
        }
    }
    if !raw.theme.is_empty() && !town.has_theme(&raw.theme) {
        errors.add("theme", Code::FieldUnknownChoice);
    }
    let publish = IdeaVerdict::Publish { theme: raw.theme.clone(), group: raw.group.clone() };
    errors.is_empty().then_some(publish)
}

fn grounds(raw: &RawVerdict, errors: &mut FieldErrors) -> Option<Grounds> {
    let ground = errors.choice("ground", &raw.ground);
    let words = errors.text("words", Reason::parse(&raw.words));
    Some(Grounds { ground: ground?, words: words? })
}

fn hiding_grounds(raw: &RawVerdict, errors: &mut FieldErrors) -> Option<Grounds> {
    let grounds = grounds(raw, errors)?;
    if HIDING_GROUNDS.contains(&grounds.ground) {
        return Some(grounds);
    }
    errors.add("ground", Code::FieldUnknownChoice);
    None
}

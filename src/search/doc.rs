//! What the index is told about one idea.

/// The public face of one idea, ready to be found. The caller decides what is public: whatever
/// stands here can be found by anyone, so hidden comments and drafts never get this far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchDoc {
    /// The idea's id; a later document with the same id takes the place of the earlier one.
    pub id: i64,
    /// The version of the idea that this was made from, for [`super::Search::versions`].
    pub version: i64,
    /// The number that people quote, `2026-0412`; empty when the idea has none.
    pub number: String,
    /// The title.
    pub title: String,
    /// The text, without markup.
    pub body: String,
    /// The visible contributions to the discussion, without markup.
    pub comments: Vec<SearchComment>,
    /// What those who answer have written.
    pub answers: Vec<SearchAnswer>,
    /// Language code of title and text, `sv`, `fi`, `en`, …; decides how the words are stemmed.
    pub language: String,
    /// The theme's word; empty when there is none.
    pub theme: String,
    /// The area's word; empty when there is none.
    pub area: String,
    /// What people call the part of the area, `Vårväderstorget`; empty when the idea is about no single part. It
    /// is found like a word of the text, and shown in no snippet.
    pub place: String,
    /// The state's word.
    pub state: String,
    /// The slug of the group that has the idea; empty when there is none.
    pub group: String,
    /// How many support it.
    pub support_count: i64,
    /// When something last happened, in microseconds.
    pub last_event_at: i64,
    /// The last day of collecting support, as a day number; none when nothing is collected.
    pub closes_on: Option<i32>,
    /// When it was published, in microseconds.
    pub published_at: i64,
    /// The year in which it was published.
    pub published_year: Option<i16>,
}

/// A contribution to the discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchComment {
    /// Its id, by which its place on the page is found.
    pub id: i64,
    /// What it says, without markup.
    pub text: String,
    /// Language code, as in [`SearchDoc::language`].
    pub language: String,
}

/// Something that was written by those who answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchAnswer {
    /// What kind of answer.
    pub kind: AnswerKind,
    /// What it says, without markup.
    pub text: String,
    /// Language code, as in [`SearchDoc::language`].
    pub language: String,
}

/// What kind of answer a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// A decision with its reasons.
    Decision,
    /// What somebody was asked, and the answer.
    Inquiry,
    /// How the carrying out goes.
    Progress,
    /// What came of it.
    Result,
    /// The reason of a step: why it was taken up, taken forward, put off, stopped or withdrawn.
    Step,
    /// What a ballot asked.
    Ballot,
    /// The official answer to a contribution with this id.
    ToComment(i64),
}

impl AnswerKind {
    /// One number for the index: ids begin at one, so the other kinds have those below.
    pub(super) const fn stored(self) -> i64 {
        match self {
            Self::Decision => 0,
            Self::Inquiry => -1,
            Self::Progress => -2,
            Self::Result => -3,
            Self::Step => -4,
            Self::Ballot => -5,
            Self::ToComment(id) => id,
        }
    }

    pub(super) const fn of_stored(number: i64) -> Self {
        match number {
            -1 => Self::Inquiry,
            -2 => Self::Progress,
            -3 => Self::Result,
            -4 => Self::Step,
            -5 => Self::Ballot,
            1.. => Self::ToComment(number),
            _ => Self::Decision,
        }
    }
}

/// One change to the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Adds the document, or puts it in the place of the one with the same id.
    Put(Box<SearchDoc>),
    /// Takes the document with this id away; nothing happens when there is none.
    Remove(i64),
}

impl Change {
    /// The id of the idea that changes.
    #[must_use]
    pub const fn id(&self) -> i64 {
        match self {
            Self::Put(doc) => doc.id,
            Self::Remove(id) => *id,
        }
    }
}

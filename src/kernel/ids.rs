//! One type per kind of id, so that a person can never be passed where a group is meant.

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;
use serde::{Deserialize, Serialize};

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AsExpression, FromSqlRow)]
        #[diesel(sql_type = BigInt)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The id with this number in the database.
            #[must_use]
            pub const fn new(number: i64) -> Self { Self(number) }
            /// The number as stored.
            #[must_use]
            pub const fn get(self) -> i64 { self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }

        impl<DB: Backend> ToSql<BigInt, DB> for $name where i64: ToSql<BigInt, DB> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result { self.0.to_sql(out) }
        }

        impl<DB: Backend> FromSql<BigInt, DB> for $name where i64: FromSql<BigInt, DB> {
            fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> { i64::from_sql(bytes).map(Self) }
        }
    )*};
}

id_types! {
    /// A person who has left a contact.
    PersonId,
    /// A sign-in that is still valid.
    SessionId,
    /// An idea, from draft to done.
    IdeaId,
    /// A steering group, the youth council or the process group.
    GroupId,
    /// A seat in a group.
    SeatId,
    /// What a seat has told those for whom its holder speaks.
    SeatReportId,
    /// An answer to such a report.
    SeatReplyId,
    /// Something that somebody without e-mail is told by telephone or letter.
    CallId,
    /// A contribution to the discussion of an idea.
    CommentId,
    /// A secret ballot of a body.
    BallotId,
    /// A question to, or a handing on to, somebody outside the group.
    InquiryId,
    /// A person's promise to see an idea carried out.
    OwnershipId,
    /// Something that has happened.
    EventId,
    /// A piece of work to do after a commit.
    JobId,
    /// A mail in the outbox.
    EmailId,
    /// A question that somebody has saved, and many may have.
    WatchedQueryId,
    /// One person's saving of a question.
    SavedSearchId,
    /// An idea that a saved question found.
    SearchHitId,
}

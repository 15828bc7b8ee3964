//! The table of error codes: code, HTTP status and message key (`error-<code>` in the catalogues).
//!
//! `docs/generated/status-codes.md` lists them for users of the API; a test holds the two together, and
//! another demands that each code is used somewhere.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $status:literal;)*) => {
        #[expect(clippy::enum_variant_names, reason = "the code is called internal-error in the API")]
        /// A stable name for what went wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name),* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word in the API; `error-<word>` is the message key.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Self::$name => $word),* } }

            /// The HTTP status.
            #[must_use]
            pub const fn status(self) -> u16 { match self { $(Self::$name => $status),* } }
        }
    };
}

codes! {
    /// Nothing here, or not for you.
    NotFound = "not-found", 404;
    /// You may see it but not do this.
    Forbidden = "forbidden", 403;
    /// Sign in first.
    SignInNeeded = "sign-in-needed", 401;
    /// Fields are wrong; see the list.
    InvalidInput = "invalid-input", 422;
    /// The body could not be read at all.
    MalformedBody = "malformed-body", 400;
    /// The body is larger than allowed.
    BodyTooLarge = "body-too-large", 413;
    /// The method does not exist here.
    MethodNotAllowed = "method-not-allowed", 405;
    /// The form's token is missing or old.
    FormExpired = "form-expired", 403;
    /// Too many requests.
    TooManyRequests = "too-many-requests", 429;
    /// The database is busy or full.
    Unavailable = "unavailable", 503;
    /// Our mistake.
    InternalError = "internal-error", 500;
    /// Somebody changed it meanwhile.
    ChangedMeanwhile = "changed-meanwhile", 409;
    /// A filter or an order in the address that there is none of; the message names what there is.
    UnknownFilter = "unknown-filter", 400;
    /// A name in the address that means nothing here; the message names what there is.
    UnknownParameter = "unknown-parameter", 400;
    /// A place in a list that no page led to.
    UnknownPlace = "unknown-place", 400;

    /// A field is empty.
    FieldEmpty = "field-empty", 422;
    /// A field is too short.
    FieldTooShort = "field-too-short", 422;
    /// A field is too long.
    FieldTooLong = "field-too-long", 422;
    /// No choice was made.
    FieldNotChosen = "field-not-chosen", 422;
    /// The choice is not in the list.
    FieldUnknownChoice = "field-unknown-choice", 422;
    /// Not an e-mail address.
    FieldNotEmail = "field-not-email", 422;
    /// Not a telephone number.
    FieldNotPhone = "field-not-phone", 422;
    /// Not a date.
    FieldNotDate = "field-not-date", 422;
    /// A date that has passed.
    FieldDatePassed = "field-date-passed", 422;
    /// Not later than the date that was asked for.
    FieldDateNotLater = "field-date-not-later", 422;
    /// A date too far away.
    FieldDateTooFar = "field-date-too-far", 422;
    /// A date too near.
    FieldDateTooSoon = "field-date-too-soon", 422;
    /// Not the number of an idea.
    FieldNotIdea = "field-not-idea", 422;
    /// Not a whole number within the limits.
    FieldNotNumber = "field-not-number", 422;
    /// Somebody has it already.
    FieldTaken = "field-taken", 422;
    /// Personal data found in the text; confirm or change.
    FieldPersonalData = "field-personal-data", 422;
    /// A Swedish identity number in the text; it can only be taken away.
    FieldIdentityNumber = "field-identity-number", 422;
    /// The last day lies before the first.
    FieldDateOrder = "field-date-order", 422;
    /// The code is not right.
    FieldWrongCode = "field-wrong-code", 422;
    /// Number and receipt code do not belong together.
    FieldWrongReceipt = "field-wrong-receipt", 422;

    /// Not possible in the idea's state.
    NotNow = "not-now", 409;
    /// A yes needs an owner who has accepted.
    OwnerNotAccepted = "owner-not-accepted", 409;
    /// A yes needs a first date.
    FirstDateMissing = "first-date-missing", 409;
    /// Nobody may moderate a matter of his or her own.
    OwnMatter = "own-matter", 403;
    /// An appeal was made before.
    AlreadyAppealed = "already-appealed", 409;
    /// The time for an appeal has passed.
    AppealTooLate = "appeal-too-late", 409;
    /// The same moderator may not judge the appeal.
    SameModerator = "same-moderator", 403;
    /// Only the text that a moderator asked to change may be sent again after a change.
    NothingChanged = "nothing-changed", 422;
    /// Others support the text as it is: it can only be added to.
    EditingClosed = "editing-closed", 409;
    /// Support is closed.
    SupportClosed = "support-closed", 409;
    /// The ballot is closed.
    BallotClosed = "ballot-closed", 409;
    /// The ballot is still open.
    BallotOpen = "ballot-open", 409;
    /// The person has voted.
    AlreadyVoted = "already-voted", 409;
    /// The group must hold this decision by ballot, or the ballot gives no such answer.
    BallotDiffers = "ballot-differs", 409;
    /// Too few stand on the roll for a vote to be secret.
    BallotTooSmall = "ballot-too-small", 409;
    /// A hand-over is waiting for an answer.
    HandOverPending = "hand-over-pending", 409;
    /// An idea cannot be merged with itself or into one that is merged.
    CannotMerge = "cannot-merge", 409;
    /// The link or code is used or too old.
    LinkExpired = "link-expired", 410;
    /// The last administrator cannot be removed.
    LastAdmin = "last-admin", 409;
    /// The person holds a seat in the group in that time.
    AlreadySeated = "already-seated", 409;
    /// The person has as many API tokens as one may have.
    TooManyTokens = "too-many-tokens", 409;
    /// The person has saved as many searches as one may have.
    TooManySavedSearches = "too-many-saved-searches", 409;
    /// The person has written as many answers to representatives as one may in a day.
    TooManyReplies = "too-many-replies", 409;
    /// These decisions have been told of meanwhile, in other words.
    ToldMeanwhile = "told-meanwhile", 409;
    /// A search that names nothing that new ideas could be compared with.
    NothingToWatch = "nothing-to-watch", 422;
    /// A group has no chair or coordinator who could act.
    NobodyToAsk = "nobody-to-ask", 409;
}

impl std::fmt::Display for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

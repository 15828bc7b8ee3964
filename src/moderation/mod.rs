//! The moderators' queue: reading what comes in, hiding what should not be shown, judging appeals.

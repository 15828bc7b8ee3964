//! Every operation of the API in one list, in the order of `src/routes.rs`.

use super::operation::Operation as Op;
use crate::accounts::api::{AddressRightJson, SessionJson};
use crate::admin::machinery::unreached::{PlaceQuery, UnreachedListJson};
use crate::ballots::draft::RawVote;
use crate::comments::draft::{RawAnswer, RawComment};
use crate::discover::completions::{CompletionsJson, Typed};
use crate::discover::found_groups::SearchJson;
use crate::groups::api::{GroupJson, GroupListJson};
use crate::groups::draft::RawGroup;
use crate::ideas::api::ballots::{BallotJson, BallotListJson, StateJson, VotedJson};
use crate::ideas::api::idea::IdeaJson;
use crate::ideas::api::ideas::{IdeaListJson, ReceiptJson};
use crate::ideas::api::own::{GradeJson, VersionListJson};
use crate::ideas::api::support::{FollowJson, SupportJson};
use crate::ideas::api::talk::{CommentJson, CommentListJson, Place, WrittenJson};
use crate::ideas::decision::RawDecision;
use crate::ideas::desk::api::{DeskJson, LateListJson, MovedJson};
use crate::ideas::desk::my_page::Continued;
use crate::ideas::draft::RawIdea;
use crate::ideas::forms::{
    RawAddition, RawAppeal, RawAskOwner, RawCompletion, RawCorrection, RawForwarding, RawForwardingAnswer, RawGrade,
    RawHandOver, RawHandOverAnswer, RawHelp, RawInquiryAnswer, RawLift, RawMerge, RawOpening, RawOwnershipAnswer,
    RawPostponement, RawProgress, RawQuestion, RawRewrite, RawStart, RawStop, RawTakeForward, RawWithdrawal, Ticket,
};
use crate::ideas::list_query::RawListQuery;
use crate::moderation::api::{
    CommentCaseJson, DecidedJson, IdeaCaseJson, MadeJson, QueueJson, ReportCaseJson, SeatReportCaseJson, VisibilityJson,
};
use crate::moderation::report::RawReport;
use crate::moderation::verdict::RawVerdict;
use crate::notifications::choose::RawChoices;
use crate::notifications::pages::calls::{CallDoneJson, CallListJson, CallsQuery};
use crate::notifications::pages::choices::MailChoicesJson;
use crate::notifications::pages::themes::ThemeFollowJson;
use crate::report_back::api::{SeatFollowJson, SeatReportJson, SeatReportsJson};
use crate::report_back::form::{RawSeatReply, RawSeatReport};
use crate::reports::api::ResultsJson;
use crate::saved_searches::actions::{RawSavedSearch, RawSeen};
use crate::saved_searches::api::{SavedSearchJson, SavedSearchListJson, SearchEndedJson, SearchHitListJson};

/// Name of a part of the API, and its operations.
pub(super) type Part = (&'static str, &'static [Op]);

pub(super) const PARTS: &[Part] = &[
    ("Finding", FINDING),
    ("Ideas", IDEAS),
    ("Support and talk", TALK),
    ("Ballots", BALLOTS),
    ("Groups", GROUPS),
    ("Moderation", MODERATION),
    ("Oneself", ONESELF),
    ("Administration", ADMINISTRATION),
];

const FINDING: &[Op] = &[
    Op::get("/api/v1/ideas", "List public ideas, narrowed and sorted").asks::<RawListQuery>().gives::<IdeaListJson>(),
    Op::get("/api/v1/search", "Search public ideas; without words nothing is found")
        .asks::<RawListQuery>()
        .gives::<SearchJson>(),
    Op::get("/api/v1/search/completions", "Complete the last word of a search")
        .asks::<Typed>()
        .gives::<CompletionsJson>(),
    Op::get("/api/v1/results", "Read what became of the ideas, year by year").gives::<ResultsJson>(),
    Op::get("/api/v1/openapi.json", "Read this document"),
];

const IDEAS: &[Op] = &[
    Op::post("/api/v1/ideas", "Send an idea, with or without an account").takes::<RawIdea>().makes::<ReceiptJson>(),
    Op::get("/api/v1/ideas/{number}", "Read an idea with everything around it").gives::<IdeaJson>(),
    Op::put("/api/v1/ideas/{number}", "Write the text of one's idea anew").takes::<RawRewrite>().gives::<MovedJson>(),
    Op::get("/api/v1/ideas/{number}/versions", "Read the versions of the text").gives::<VersionListJson>(),
    Op::post("/api/v1/ideas/{number}/additions", "Add to a text that others support")
        .takes::<RawAddition>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/withdrawal", "Take one's idea back").takes::<RawWithdrawal>().gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/appeal", "Ask another moderator to judge a refusal")
        .takes::<RawAppeal>()
        .gives::<MovedJson>(),
    Op::get("/api/v1/ideas/{number}/grade", "Read what one is asked about the answer to one's idea")
        .gives::<GradeJson>(),
    Op::post("/api/v1/ideas/{number}/grade", "Say what one thinks of the answer, or of what came of it")
        .takes::<RawGrade>()
        .gives::<GradeJson>(),
];

const TALK: &[Op] = &[
    Op::get("/api/v1/ideas/{number}/support", "Read how many support an idea").gives::<SupportJson>(),
    Op::post("/api/v1/ideas/{number}/support", "Support an idea").gives::<SupportJson>(),
    Op::delete("/api/v1/ideas/{number}/support", "Take one's support back").gives::<SupportJson>(),
    Op::post("/api/v1/ideas/{number}/follow", "Follow an idea").gives::<FollowJson>(),
    Op::delete("/api/v1/ideas/{number}/follow", "Stop following an idea").gives::<FollowJson>(),
    Op::get("/api/v1/ideas/{number}/comments", "Read the discussion, page by page")
        .asks::<Place>()
        .gives::<CommentListJson>(),
    Op::post("/api/v1/ideas/{number}/comments", "Say something about an idea")
        .takes::<RawComment>()
        .makes::<WrittenJson>(),
    Op::post("/api/v1/comments/{id}/answer", "Answer a question in the name of the lead group")
        .takes::<RawAnswer>()
        .gives::<CommentJson>(),
    Op::post("/api/v1/ideas/{number}/reports", "Report something that should not be shown")
        .takes::<RawReport>()
        .makes::<MadeJson>(),
];

const BALLOTS: &[Op] = &[
    Op::get("/api/v1/ideas/{number}/ballots", "List the ballots about an idea").gives::<BallotListJson>(),
    Op::post("/api/v1/ideas/{number}/ballots", "Open a secret ballot").takes::<RawOpening>().makes::<BallotJson>(),
    Op::get("/api/v1/ballots/{id}", "Read a ballot; how it goes only when it is closed").gives::<BallotJson>(),
    Op::post("/api/v1/ballots/{id}/votes", "Vote").takes::<RawVote>().gives::<VotedJson>(),
    Op::post("/api/v1/ballots/{id}/result", "Work on the proposal again after a ballot without an answer")
        .takes::<Ticket>()
        .gives::<StateJson>(),
];

const GROUPS: &[Op] = &[
    Op::get("/api/v1/groups", "List the groups").gives::<GroupListJson>(),
    Op::post("/api/v1/groups", "Make a group").takes::<RawGroup>().makes::<GroupJson>(),
    Op::get("/api/v1/groups/{slug}", "Read a group with its seats").gives::<GroupJson>(),
    Op::get("/api/v1/groups/{slug}/seats/{id}", "Read what a seat owes those for whom it speaks, and what it has told")
        .gives::<SeatReportsJson>(),
    Op::post("/api/v1/groups/{slug}/seats/{id}/follow", "Get a mail when a seat tells").gives::<SeatFollowJson>(),
    Op::delete("/api/v1/groups/{slug}/seats/{id}/follow", "Get none any more").gives::<SeatFollowJson>(),
    Op::post("/api/v1/groups/{slug}/seats/{id}/report", "Tell those for whom one speaks what was decided")
        .takes::<RawSeatReport>()
        .makes::<SeatReportJson>(),
    Op::get("/api/v1/groups/{slug}/reports/{id}", "Read what a seat has told").gives::<SeatReportJson>(),
    Op::post("/api/v1/groups/{slug}/reports/{id}/replies", "Answer what a seat has told")
        .takes::<RawSeatReply>()
        .makes::<SeatReportJson>(),
    Op::delete("/api/v1/groups/{slug}/reports/{id}/replies/{reply}", "Take an own answer back")
        .gives::<SeatReportJson>(),
    Op::post("/api/v1/ideas/{number}/lift", "Take an idea up before it has reached its goal")
        .takes::<RawLift>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/proposal", "Take an idea forward").takes::<RawTakeForward>().gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/inquiries", "Ask somebody").takes::<RawQuestion>().gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/inquiries/{id}/answer", "Answer what was asked")
        .takes::<RawInquiryAnswer>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/inquiries/{id}/acceptance", "Say whether a body outside takes an idea on")
        .takes::<RawForwardingAnswer>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/forwarding", "Hand an idea on to a body outside")
        .takes::<RawForwarding>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/handover", "Offer an idea to another group")
        .takes::<RawHandOver>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/handover/answer", "Say whether the group takes an idea over")
        .takes::<RawHandOverAnswer>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/merge", "Join an idea into another").takes::<RawMerge>().gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/decision", "Write down the decision").takes::<RawDecision>().gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/ownership", "Ask somebody to own the carrying out")
        .takes::<RawAskOwner>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/ownership/answer", "Say whether one owns the carrying out")
        .takes::<RawOwnershipAnswer>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/start", "Begin the carrying out").takes::<RawStart>().gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/progress", "Tell how it goes").takes::<RawProgress>().gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/help", "Ask the group for help with the carrying out")
        .takes::<RawHelp>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/completion", "Say that it is carried out")
        .takes::<RawCompletion>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/postponement", "Give a new day for what is owed, and say why")
        .takes::<RawPostponement>()
        .gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/stop", "Stop the carrying out").takes::<RawStop>().gives::<MovedJson>(),
    Op::post("/api/v1/ideas/{number}/correction", "Put something right that went wrong")
        .takes::<RawCorrection>()
        .gives::<MovedJson>(),
];

const MODERATION: &[Op] = &[
    Op::get("/api/v1/moderation", "Read the moderators' queue").gives::<QueueJson>(),
    Op::get("/api/v1/moderation/ideas/{number}", "Read an idea that waits").gives::<IdeaCaseJson>(),
    Op::post("/api/v1/moderation/ideas/{number}", "Publish, return or refuse an idea")
        .takes::<RawVerdict>()
        .gives::<DecidedJson>(),
    Op::get("/api/v1/moderation/ideas/{number}/visibility", "Read whether an idea is shown").gives::<VisibilityJson>(),
    Op::post("/api/v1/moderation/ideas/{number}/visibility", "Hide an idea, or show it again")
        .takes::<RawVerdict>()
        .gives::<DecidedJson>(),
    Op::get("/api/v1/moderation/seat-reports/{id}", "Read what a seat has told as a moderator")
        .gives::<SeatReportCaseJson>(),
    Op::post("/api/v1/moderation/seat-reports/{id}", "Hide the words of what a seat has told, or show them again")
        .takes::<RawVerdict>()
        .gives::<SeatReportCaseJson>(),
    Op::get("/api/v1/moderation/comments/{id}", "Read a comment as a moderator").gives::<CommentCaseJson>(),
    Op::post("/api/v1/moderation/comments/{id}", "Show, refuse or hide a comment")
        .takes::<RawVerdict>()
        .gives::<CommentCaseJson>(),
    Op::get("/api/v1/moderation/reports/{id}", "Read what was reported").gives::<ReportCaseJson>(),
    Op::post("/api/v1/moderation/reports/{id}", "Decide on a report").takes::<RawVerdict>().gives::<ReportCaseJson>(),
    Op::get("/api/v1/moderation/calls", "List whom to call or write to who has no e-mail")
        .asks::<CallsQuery>()
        .gives::<CallListJson>(),
    Op::post("/api/v1/moderation/calls/{id}/done", "Say that somebody was called or written to")
        .gives::<CallDoneJson>(),
];

const ONESELF: &[Op] = &[
    Op::get("/api/v1/session", "Read whom the token speaks for").gives::<SessionJson>(),
    Op::post("/api/v1/session/address/right", "Say that one's address is right, after mails came back")
        .gives::<AddressRightJson>(),
    Op::get("/api/v1/mail-choices", "Read how soon one is mailed about what").gives::<MailChoicesJson>(),
    Op::post("/api/v1/mail-choices", "Choose how soon one is mailed about what; what is left out stays")
        .takes::<RawChoices>()
        .gives::<MailChoicesJson>(),
    Op::post("/api/v1/themes/{theme}/follow", "Follow a theme").gives::<ThemeFollowJson>(),
    Op::delete("/api/v1/themes/{theme}/follow", "Stop following a theme").gives::<ThemeFollowJson>(),
    Op::get("/api/v1/saved-searches", "List one's saved searches").gives::<SavedSearchListJson>(),
    Op::post("/api/v1/saved-searches", "Save a search, so that what comes to fit it is noted")
        .takes::<RawSavedSearch>()
        .makes::<SavedSearchJson>(),
    Op::delete("/api/v1/saved-searches/{id}", "End a saved search").gives::<SearchEndedJson>(),
    Op::get("/api/v1/saved-searches/{id}/hits", "Read what has come to fit a saved search")
        .asks::<Continued>()
        .gives::<SearchHitListJson>(),
    Op::post("/api/v1/saved-searches/{id}/seen", "Mark what a saved search found as seen")
        .takes::<RawSeen>()
        .gives::<SavedSearchJson>(),
    Op::get("/api/v1/process", "List what is late, longest first").asks::<Continued>().gives::<LateListJson>(),
    Op::get("/api/v1/desk", "Read what waits for oneself").asks::<Continued>().gives::<DeskJson>(),
];

const ADMINISTRATION: &[Op] = &[Op::get("/api/v1/admin/unreached", "List the addresses that mails do not reach")
    .asks::<PlaceQuery>()
    .gives::<UnreachedListJson>()];

//! Every route of the program in one list: method, path, what it lets somebody do, handler.

use std::sync::LazyLock;

use actix_web::HttpRequest;
use actix_web::dev::ResourceDef;
use actix_web::web::ServiceConfig;

use crate::accounts::extract::Caller;
use crate::admin::machinery::pages as machinery;
use crate::admin::people;
use crate::discover::{feeds, guide};
use crate::notifications::pages as mails;
use crate::policy::Action;
use crate::web::{self, JsonResult, PageResult, RouteInfo};
use crate::{accounts, admin, discover, groups, ideas, moderation, openapi, report_back, reports, saved_searches};

/// The routes as patterns, for saying which methods an address has. They follow from the list
/// below alone, so one copy for the process is right.
static PATTERNS: LazyLock<Vec<(ResourceDef, &'static str)>> =
    LazyLock::new(|| ROUTES.iter().map(|route| (ResourceDef::new(route.path), route.method)).collect());

/// The description of the API, which follows from the list below alone.
static DOCUMENT: LazyLock<utoipa::openapi::OpenApi> = LazyLock::new(|| openapi::document(ROUTES));

/// `GET /api/v1/openapi.json`
///
/// # Errors
/// As everywhere in the API, a token that is no longer good is told as such.
pub async fn describe(_caller: Caller) -> JsonResult {
    web::json_ok(&*DOCUMENT)
}

/// What no route takes: an address that does not exist, or a method that it has not.
///
/// # Errors
/// Not found.
pub async fn unrouted(request: HttpRequest) -> PageResult {
    let same = PATTERNS.iter().filter(|(pattern, _)| pattern.is_match(request.path()));
    let mut methods: Vec<&'static str> = same.map(|(_, method)| *method).collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    web::unrouted(&methods)
}

/// Declares the routes once: as data for tests and documents, and for the server.
macro_rules! routes {
    ($($method:ident $path:literal $action:ident $handler:path;)*) => {
        /// The routes as data.
        pub const ROUTES: &[RouteInfo] = &[
            $(RouteInfo { method: stringify!($method), path: $path, action: Action::$action }),*
        ];

        /// Mounts the routes.
        pub fn configure(service: &mut ServiceConfig) {
            $(service.route($path, method!($method).to($handler));)*
        }
    };
}

macro_rules! method {
    (GET) => {
        web::get()
    };
    (POST) => {
        actix_web::web::post()
    };
    (PUT) => {
        actix_web::web::put()
    };
    (DELETE) => {
        actix_web::web::delete()
    };
}

routes! {
    // People.
    GET "/sign-in" SignIn accounts::pages::ask;
    POST "/sign-in" SignIn accounts::pages::request_mail;
    GET "/sign-in/code" SignIn accounts::pages::ask_code;
    POST "/sign-in/code" SignIn accounts::pages::use_code;
    GET "/sign-in/link/{token}" SignIn accounts::pages::ask_link;
    POST "/sign-in/link/{token}" SignIn accounts::pages::use_link;
    GET "/confirm/{token}" SignIn accounts::pages::ask_confirm;
    POST "/confirm/{token}" SignIn accounts::pages::confirm;
    POST "/sign-out" AccountManage accounts::pages::sign_out;
    GET "/account" AccountManage accounts::pages::show;
    POST "/account" AccountManage accounts::pages::save;
    POST "/account/sessions/end" AccountManage accounts::pages::end_others;
    POST "/account/sessions/{id}/end" AccountManage accounts::pages::end_session;
    GET "/account/tokens" AccountManage accounts::pages::ask_key;
    POST "/account/tokens" AccountManage accounts::pages::make_key;
    GET "/account/data" AccountManage accounts::pages::data;
    GET "/account/saved-searches" AccountManage saved_searches::pages::list;
    POST "/account/saved-searches" AccountManage saved_searches::pages::save;
    GET "/account/saved-searches/{id}" AccountManage saved_searches::pages::show;
    POST "/account/saved-searches/{id}/seen" AccountManage saved_searches::pages::see;
    POST "/account/saved-searches/{id}/end" AccountManage saved_searches::pages::end;
    GET "/account/address" AccountManage accounts::pages::ask_address;
    POST "/account/address" AccountManage accounts::pages::send_address;
    POST "/account/address/right" AccountManage accounts::pages::address_is_right;
    GET "/account/leave" AccountManage accounts::pages::ask_leave;
    POST "/account/leave" AccountManage accounts::pages::leave;
    GET "/example/people" ExampleSignIn accounts::pages::people;
    POST "/example/people" ExampleSignIn accounts::pages::choose;
    GET "/api/v1/session" AccountManage accounts::api::show;
    POST "/api/v1/session/address/right" AccountManage accounts::api::address_is_right;
    GET "/api/v1/saved-searches" AccountManage saved_searches::api::list;
    POST "/api/v1/saved-searches" AccountManage saved_searches::api::save;
    DELETE "/api/v1/saved-searches/{id}" AccountManage saved_searches::api::end;
    GET "/api/v1/saved-searches/{id}/hits" AccountManage saved_searches::api::hits;
    POST "/api/v1/saved-searches/{id}/seen" AccountManage saved_searches::api::see;
    GET "/admin" PeopleManage people::pages::start;
    GET "/admin/people" PeopleManage people::pages::list;
    POST "/admin/people" PeopleManage people::pages::search;
    GET "/admin/people/{id}" PeopleManage people::pages::show;
    POST "/admin/people/{id}/role" PeopleManage people::pages::give_role;
    POST "/admin/people/{id}/suspension" PeopleManage people::pages::suspend;
    GET "/admin/groups/new" GroupManage admin::groups::ask_new;
    POST "/admin/groups/new" GroupManage admin::groups::create;
    GET "/admin/groups/{slug}/edit" GroupManage admin::groups::ask_change;
    POST "/admin/groups/{slug}/edit" GroupManage admin::groups::change;
    GET "/admin/groups/{slug}" PeopleManage people::seat_pages::show;
    POST "/admin/groups/{slug}/seats" PeopleManage people::seat_pages::give;
    POST "/admin/groups/{slug}/seats/{id}/end" PeopleManage people::seat_pages::end;

    // Moderation.
    GET "/moderation" QueueRead moderation::pages::queue;
    GET "/moderation/ideas/{number}" IdeaScreen moderation::pages::show_idea;
    POST "/moderation/ideas/{number}" IdeaScreen moderation::pages::decide_idea;
    GET "/moderation/ideas/{number}/visibility" ContentHide moderation::pages::show_visibility;
    POST "/moderation/ideas/{number}/visibility" ContentHide moderation::pages::decide_visibility;
    GET "/moderation/seat-reports/{id}" ContentHide moderation::pages::show_seat_report;
    POST "/moderation/seat-reports/{id}" ContentHide moderation::pages::decide_seat_report;
    GET "/moderation/comments/{id}" CommentScreen moderation::pages::show_comment;
    POST "/moderation/comments/{id}" CommentScreen moderation::pages::decide_comment;
    GET "/moderation/reports/{id}" ContentHide moderation::pages::show_report;
    POST "/moderation/reports/{id}" ContentHide moderation::pages::decide_report;
    GET "/moderation/calls" CallManage mails::calls::list;
    GET "/moderation/calls/{id}" CallManage mails::calls::show;
    POST "/moderation/calls/{id}/done" CallManage mails::calls::end;
    GET "/ideas/{number}/reports" ReportMake moderation::pages::ask_report;
    POST "/ideas/{number}/reports" ReportMake moderation::pages::make_report;
    GET "/api/v1/moderation" QueueRead moderation::api::queue;
    GET "/api/v1/moderation/ideas/{number}" IdeaScreen moderation::api::show_idea;
    POST "/api/v1/moderation/ideas/{number}" IdeaScreen moderation::api::decide_idea;
    GET "/api/v1/moderation/ideas/{number}/visibility" ContentHide moderation::api::show_visibility;
    POST "/api/v1/moderation/ideas/{number}/visibility" ContentHide moderation::api::decide_visibility;
    GET "/api/v1/moderation/seat-reports/{id}" ContentHide moderation::api::show_seat_report;
    POST "/api/v1/moderation/seat-reports/{id}" ContentHide moderation::api::decide_seat_report;
    GET "/api/v1/moderation/comments/{id}" CommentScreen moderation::api::show_comment;
    POST "/api/v1/moderation/comments/{id}" CommentScreen moderation::api::decide_comment;
    GET "/api/v1/moderation/reports/{id}" ContentHide moderation::api::show_report;
    POST "/api/v1/moderation/reports/{id}" ContentHide moderation::api::decide_report;
    GET "/api/v1/moderation/calls" CallManage mails::calls::api_list;
    POST "/api/v1/moderation/calls/{id}/done" CallManage mails::calls::api_end;
    POST "/api/v1/ideas/{number}/reports" ReportMake moderation::api::make_report;

    // Files and machinery.
    GET "/static/{hash}/{name}" PublicRead web::assets::serve;
    GET "/healthz" PublicRead admin::health::alive;
    GET "/readyz" PublicRead admin::health::ready;
    GET "/metrics" PublicRead admin::figures::show;
    GET "/admin/jobs" MachineryManage machinery::jobs;
    POST "/admin/jobs/{id}/revive" MachineryManage machinery::revive_job;
    GET "/admin/mails" MachineryManage machinery::mails;
    GET "/admin/unreached" MachineryManage admin::machinery::unreached::show;
    GET "/api/v1/admin/unreached" MachineryManage admin::machinery::unreached::list;
    GET "/admin/mails/preview" MachineryManage mails::list_previews;
    GET "/admin/mails/preview/{kind}/{locale}" MachineryManage mails::preview;
    GET "/admin/mails/preview/{kind}/{locale}/html" MachineryManage mails::preview_html;
    POST "/admin/mails/{id}/revive" MachineryManage machinery::revive_mail;

    // Mails.
    GET "/mail/stop/{token}" MailStop mails::ask;
    POST "/mail/stop/{token}" MailStop mails::stop;
    POST "/mail/bounces/{token}" MailReturn mails::take;
    GET "/account/mails" AccountManage mails::choices::show;
    POST "/account/mails" AccountManage mails::choices::save;
    GET "/themes/{theme}" PublicRead mails::themes::show;
    POST "/themes/{theme}/follow" AccountManage mails::themes::follow;
    POST "/themes/{theme}/follow/end" AccountManage mails::themes::end_follow;
    GET "/api/v1/mail-choices" AccountManage mails::choices::api_show;
    POST "/api/v1/mail-choices" AccountManage mails::choices::api_save;
    POST "/api/v1/themes/{theme}/follow" AccountManage mails::themes::api_follow;
    DELETE "/api/v1/themes/{theme}/follow" AccountManage mails::themes::api_end_follow;
    GET "/example/mails" ExampleMailRead mails::list;
    GET "/example/mails/{id}" ExampleMailRead mails::show;
    GET "/example/mails/{id}/html" ExampleMailRead mails::show_html;

    // Explaining, languages, feeds.
    GET "/about" PublicRead guide::about;
    GET "/privacy" PublicRead guide::privacy;
    GET "/accessibility" PublicRead guide::accessibility;
    GET "/language/{code}" PublicRead guide::choose_language;
    GET "/feeds/ideas.atom" PublicRead feeds::ideas;
    GET "/feeds/decisions.atom" PublicRead feeds::decisions;

    // Groups.
    GET "/groups" PublicRead groups::pages::list;
    GET "/groups/{slug}" PublicRead ideas::desk::group_page::show;
    GET "/groups/{slug}/seats/{id}" PublicRead report_back::pages::seat::show;
    POST "/groups/{slug}/seats/{id}/follow" SeatFollow report_back::pages::seat::follow;
    POST "/groups/{slug}/seats/{id}/follow/end" SeatFollow report_back::pages::seat::end_follow;
    GET "/groups/{slug}/seats/{id}/report" SeatReport report_back::pages::write::show;
    POST "/groups/{slug}/seats/{id}/report" SeatReport report_back::pages::write::send;
    GET "/groups/{slug}/reports/{id}" PublicRead report_back::pages::report::show;
    POST "/groups/{slug}/reports/{id}/replies" SeatReply report_back::pages::report::reply;
    POST "/groups/{slug}/reports/{id}/replies/{reply}/delete" SeatReply report_back::pages::report::delete_reply;
    GET "/desk" AccountManage ideas::desk::my_page::show;
    GET "/process" ProcessDeskRead ideas::desk::process_page::show;
    GET "/ideas/{number}/desk" GroupDeskRead ideas::desk::idea_page::desk;
    GET "/ideas/{number}/progress" ProgressReport ideas::desk::owner_page::show;
    GET "/ideas/{number}/ownership" OwnershipAnswer ideas::desk::idea_page::ownership;
    POST "/ideas/{number}/lift" IdeaLift ideas::desk::take::post::<ideas::forms::RawLift>;
    POST "/ideas/{number}/proposal" IdeaTriage ideas::desk::take::post::<ideas::forms::RawTakeForward>;
    POST "/ideas/{number}/inquiries" IdeaTriage ideas::desk::take::post::<ideas::forms::RawQuestion>;
    POST "/ideas/{number}/inquiries/{id}/answer" InquiryAnswer ideas::desk::take::post::<ideas::forms::RawInquiryAnswer>;
    POST "/ideas/{number}/inquiries/{id}/acceptance" InquiryAnswer ideas::desk::take::post::<ideas::forms::RawForwardingAnswer>;
    POST "/ideas/{number}/forwarding" IdeaTriage ideas::desk::take::post::<ideas::forms::RawForwarding>;
    POST "/ideas/{number}/handover" IdeaTriage ideas::desk::take::post::<ideas::forms::RawHandOver>;
    POST "/ideas/{number}/handover/answer" HandOverAnswer ideas::desk::take::post::<ideas::forms::RawHandOverAnswer>;
    POST "/ideas/{number}/merge" IdeaMerge ideas::desk::take::post::<ideas::forms::RawMerge>;
    POST "/ideas/{number}/decision" IdeaDecide ideas::desk::take::post::<ideas::decision::RawDecision>;
    POST "/ideas/{number}/ownership" IdeaTriage ideas::desk::take::post::<ideas::forms::RawAskOwner>;
    POST "/ideas/{number}/ownership/answer" OwnershipAnswer ideas::desk::take::post::<ideas::forms::RawOwnershipAnswer>;
    POST "/ideas/{number}/start" ProgressReport ideas::desk::take::post::<ideas::forms::RawStart>;
    POST "/ideas/{number}/progress" ProgressReport ideas::desk::take::post::<ideas::forms::RawProgress>;
    POST "/ideas/{number}/help" HelpAsk ideas::desk::take::post::<ideas::forms::RawHelp>;
    POST "/ideas/{number}/completion" ProgressReport ideas::desk::take::post::<ideas::forms::RawCompletion>;
    POST "/ideas/{number}/postponement" IdeaPostpone ideas::desk::take::post::<ideas::forms::RawPostponement>;
    POST "/ideas/{number}/stop" IdeaStop ideas::desk::take::post::<ideas::forms::RawStop>;
    POST "/ideas/{number}/correction" IdeaCorrect ideas::desk::take::post::<ideas::forms::RawCorrection>;
    GET "/api/v1/groups" PublicRead groups::api::list;
    POST "/api/v1/groups" GroupManage groups::api::create;
    GET "/api/v1/groups/{slug}" PublicRead groups::api::show;
    GET "/api/v1/groups/{slug}/seats/{id}" PublicRead report_back::api::seat;
    POST "/api/v1/groups/{slug}/seats/{id}/follow" SeatFollow report_back::api::follow;
    DELETE "/api/v1/groups/{slug}/seats/{id}/follow" SeatFollow report_back::api::end_follow;
    POST "/api/v1/groups/{slug}/seats/{id}/report" SeatReport report_back::api::send;
    GET "/api/v1/groups/{slug}/reports/{id}" PublicRead report_back::api::report;
    POST "/api/v1/groups/{slug}/reports/{id}/replies" SeatReply report_back::api::reply;
    DELETE "/api/v1/groups/{slug}/reports/{id}/replies/{reply}" SeatReply report_back::api::delete_reply;
    GET "/api/v1/process" ProcessDeskRead ideas::desk::api::process;
    GET "/api/v1/desk" AccountManage ideas::desk::api::desk;
    POST "/api/v1/ideas/{number}/lift" IdeaLift ideas::desk::api::post::<ideas::forms::RawLift>;
    POST "/api/v1/ideas/{number}/proposal" IdeaTriage ideas::desk::api::post::<ideas::forms::RawTakeForward>;
    POST "/api/v1/ideas/{number}/inquiries" IdeaTriage ideas::desk::api::post::<ideas::forms::RawQuestion>;
    POST "/api/v1/ideas/{number}/inquiries/{id}/answer" InquiryAnswer ideas::desk::api::post::<ideas::forms::RawInquiryAnswer>;
    POST "/api/v1/ideas/{number}/inquiries/{id}/acceptance" InquiryAnswer ideas::desk::api::post::<ideas::forms::RawForwardingAnswer>;
    POST "/api/v1/ideas/{number}/forwarding" IdeaTriage ideas::desk::api::post::<ideas::forms::RawForwarding>;
    POST "/api/v1/ideas/{number}/handover" IdeaTriage ideas::desk::api::post::<ideas::forms::RawHandOver>;
    POST "/api/v1/ideas/{number}/handover/answer" HandOverAnswer ideas::desk::api::post::<ideas::forms::RawHandOverAnswer>;
    POST "/api/v1/ideas/{number}/merge" IdeaMerge ideas::desk::api::post::<ideas::forms::RawMerge>;
    POST "/api/v1/ideas/{number}/decision" IdeaDecide ideas::desk::api::post::<ideas::decision::RawDecision>;
    POST "/api/v1/ideas/{number}/ownership" IdeaTriage ideas::desk::api::post::<ideas::forms::RawAskOwner>;
    POST "/api/v1/ideas/{number}/ownership/answer" OwnershipAnswer ideas::desk::api::post::<ideas::forms::RawOwnershipAnswer>;
    POST "/api/v1/ideas/{number}/start" ProgressReport ideas::desk::api::post::<ideas::forms::RawStart>;
    POST "/api/v1/ideas/{number}/progress" ProgressReport ideas::desk::api::post::<ideas::forms::RawProgress>;
    POST "/api/v1/ideas/{number}/help" HelpAsk ideas::desk::api::post::<ideas::forms::RawHelp>;
    POST "/api/v1/ideas/{number}/completion" ProgressReport ideas::desk::api::post::<ideas::forms::RawCompletion>;
    POST "/api/v1/ideas/{number}/postponement" IdeaPostpone ideas::desk::api::post::<ideas::forms::RawPostponement>;
    POST "/api/v1/ideas/{number}/stop" IdeaStop ideas::desk::api::post::<ideas::forms::RawStop>;
    POST "/api/v1/ideas/{number}/correction" IdeaCorrect ideas::desk::api::post::<ideas::forms::RawCorrection>;
    // Finding ideas.
    GET "/" PublicRead discover::home::home;
    GET "/ideas" PublicRead discover::list::list;
    GET "/search" PublicRead discover::list::search;
    GET "/similar.json" PublicRead discover::similar::similar;
    GET "/completions.json" PublicRead discover::completions::completions;
    GET "/results" PublicRead reports::pages::results;
    GET "/results/{table}.csv" PublicRead reports::pages::download;
    GET "/api/v1/ideas" PublicRead ideas::api::ideas::list;
    GET "/api/v1/search" PublicRead discover::found_groups::search;
    GET "/api/v1/search/completions" PublicRead discover::completions::completions_json;
    GET "/api/v1/results" PublicRead reports::api::results;
    GET "/api/v1/openapi.json" PublicRead describe;

    // Ideas.
    GET "/ideas/new" IdeaCreate ideas::pages::ask_title;
    POST "/ideas/new" IdeaCreate ideas::pages::save_title;
    GET "/ideas/new/similar" IdeaCreate ideas::pages::show_similar;
    GET "/ideas/new/why" IdeaCreate ideas::pages::ask_why;
    POST "/ideas/new/why" IdeaCreate ideas::pages::save_why;
    GET "/ideas/new/where" IdeaCreate ideas::pages::ask_place;
    POST "/ideas/new/where" IdeaCreate ideas::pages::save_place;
    GET "/ideas/new/contact" IdeaCreate ideas::pages::ask_contact;
    POST "/ideas/new/contact" IdeaCreate ideas::pages::save_contact;
    GET "/ideas/new/check" IdeaCreate ideas::pages::check;
    POST "/ideas/new/send" IdeaCreate ideas::pages::send;
    GET "/ideas/new/thanks" IdeaCreate ideas::pages::thanks;
    GET "/receipt" ReceiptOpen ideas::pages::ask_receipt;
    POST "/receipt" ReceiptOpen ideas::pages::open_receipt;
    GET "/ideas/{number}" PublicRead ideas::pages::show;
    GET "/ideas/{number}/versions" PublicRead ideas::pages::own::versions;
    GET "/ideas/{number}/edit" IdeaEdit ideas::pages::own::ask_edit;
    POST "/ideas/{number}/edit" IdeaEdit ideas::pages::own::edit;
    GET "/ideas/{number}/withdrawal" IdeaWithdraw ideas::pages::own::ask_withdrawal;
    POST "/ideas/{number}/withdrawal" IdeaWithdraw ideas::pages::own::withdraw;
    GET "/ideas/{number}/appeal" IdeaAppeal ideas::pages::own::ask_appeal;
    POST "/ideas/{number}/appeal" IdeaAppeal ideas::pages::own::appeal;
    GET "/ideas/{number}/grade" IdeaGrade ideas::pages::own::ask_grade;
    POST "/ideas/{number}/grade" IdeaGrade ideas::pages::own::grade;
    GET "/grade/{token}" GradeByLink ideas::pages::own::ask_grade_by_link;
    POST "/grade/{token}" GradeByLink ideas::pages::own::grade_by_link;
    POST "/api/v1/ideas" IdeaCreate ideas::api::ideas::create;
    GET "/api/v1/ideas/{number}" PublicRead ideas::api::idea::show;
    PUT "/api/v1/ideas/{number}" IdeaEdit ideas::api::own::rewrite;
    GET "/api/v1/ideas/{number}/versions" PublicRead ideas::api::own::versions;
    POST "/api/v1/ideas/{number}/additions" IdeaEdit ideas::api::own::add;
    POST "/api/v1/ideas/{number}/withdrawal" IdeaWithdraw ideas::api::own::withdraw;
    POST "/api/v1/ideas/{number}/appeal" IdeaAppeal ideas::api::own::appeal;
    GET "/api/v1/ideas/{number}/grade" IdeaGrade ideas::api::own::ask_grade;
    POST "/api/v1/ideas/{number}/grade" IdeaGrade ideas::api::own::grade;

    // Support, following, talk.
    POST "/ideas/{number}/support" IdeaSupport ideas::pages::support::give;
    POST "/ideas/{number}/support/end" IdeaSupport ideas::pages::support::take_back;
    POST "/ideas/{number}/support/request" SupportRequest ideas::pages::support::request_mail;
    GET "/support/{token}" SupportRequest ideas::pages::support::ask;
    POST "/support/{token}" SupportRequest ideas::pages::support::confirm;
    POST "/ideas/{number}/follow" IdeaFollow ideas::pages::support::follow;
    POST "/ideas/{number}/follow/end" IdeaFollow ideas::pages::support::end_follow;
    POST "/ideas/{number}/comments" CommentAdd ideas::pages::talk::comment;
    GET "/comments/{id}/answer" CommentAnswer ideas::pages::talk::ask_answer;
    POST "/comments/{id}/answer" CommentAnswer ideas::pages::talk::answer;
    GET "/api/v1/ideas/{number}/support" PublicRead ideas::api::support::show;
    POST "/api/v1/ideas/{number}/support" IdeaSupport ideas::api::support::give;
    DELETE "/api/v1/ideas/{number}/support" IdeaSupport ideas::api::support::take_back;
    POST "/api/v1/ideas/{number}/follow" IdeaFollow ideas::api::support::follow;
    DELETE "/api/v1/ideas/{number}/follow" IdeaFollow ideas::api::support::end_follow;
    GET "/api/v1/ideas/{number}/comments" PublicRead ideas::api::talk::list;
    POST "/api/v1/ideas/{number}/comments" CommentAdd ideas::api::talk::comment;
    POST "/api/v1/comments/{id}/answer" CommentAnswer ideas::api::talk::answer;

    // Secret ballots.
    GET "/ideas/{number}/ballots" BallotOpen ideas::pages::ballots::ask;
    POST "/ideas/{number}/ballots" BallotOpen ideas::pages::ballots::open;
    GET "/ballots/{id}" PublicRead ideas::pages::ballots::show;
    POST "/ballots/{id}/votes" BallotVote ideas::pages::ballots::vote;
    POST "/ballots/{id}/result" IdeaDecide ideas::pages::ballots::end;
    GET "/api/v1/ideas/{number}/ballots" PublicRead ideas::api::ballots::list;
    POST "/api/v1/ideas/{number}/ballots" BallotOpen ideas::api::ballots::open;
    GET "/api/v1/ballots/{id}" PublicRead ideas::api::ballots::show;
    POST "/api/v1/ballots/{id}/votes" BallotVote ideas::api::ballots::vote;
    POST "/api/v1/ballots/{id}/result" IdeaDecide ideas::api::ballots::end;
}

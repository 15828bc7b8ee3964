//! The whole road, page by page as people walk it: from an idea without an account to the mail
//! that says who does it and when, and the one that says that it is done.

use medskapa::kernel::Date;
use medskapa::mail::SentMail;

use crate::support::{Client, Kind, Page, TestApp};

const TITLE: &str = "Öppna bygglekplatsen hela året";
const AUTHOR: &str = "amina@exempel.se";
const OWNER: &str = "gustav@bkhacken.se";
/// People who must support the idea before the group has to answer.
const GOAL: i64 = 3;

/// What the author reads, in one language.
struct Words {
    language: &'static str,
    receipt: [&'static str; 2],
    published: [&'static str; 2],
    with_group: [&'static str; 2],
    decision: [&'static str; 2],
    done: [&'static str; 2],
    owner: &'static str,
    first_day: &'static str,
}

/// Subjects and first sentences as in domain 5.8.
const SWEDISH: Words = Words {
    language: "sv",
    receipt: ["Vi har tagit emot din idé (2026-0001)", "Tack. En moderator läser din idé senast fredag 27 november."],
    published: ["Din idé är publicerad", "Nu kan alla läsa och stödja den, fram till 18 februari."],
    with_group: ["Gruppen fritid tar upp din idé", "Du får svar senast 4 januari."],
    decision: [
        "Beslut: ja till ”Öppna bygglekplatsen hela året”",
        "Gruppen fritid säger ja. BK Häcken (Gustav) gör det, och första steget är 1 mars.",
    ],
    done: ["Nu är det klart: Öppna bygglekplatsen hela året", "Din idé har blivit verklighet. Blev det som du tänkte?"],
    owner: "Ansvarig: BK Häcken (Gustav)",
    first_day: "Första steget: 1 mars",
};

const ENGLISH: Words = Words {
    language: "en",
    receipt: [
        "We have received your idea (2026-0001)",
        "Thank you. A moderator reads your idea by Friday 27 November at the latest.",
    ],
    published: ["Your idea is published", "Now everyone can read and support it, until 18 February."],
    with_group: ["Gruppen fritid takes up your idea", "You get an answer by 4 January at the latest."],
    decision: [
        "Decision: yes to “Öppna bygglekplatsen hela året”",
        "Gruppen fritid says yes. BK Häcken (Gustav) will do it, and the first step is 1 March.",
    ],
    done: ["It is done: Öppna bygglekplatsen hela året", "Your idea has become real. Did it turn out as you thought?"],
    owner: "Responsible: BK Häcken (Gustav)",
    first_day: "First step: 1 March",
};

/// The town with one idea on its way.
struct Road {
    app: TestApp,
    number: String,
    words: &'static Words,
}

impl Road {
    fn path(&self) -> String {
        format!("/ideas/{}", self.number)
    }

    fn at(&self, what: &str) -> String {
        format!("/ideas/{}/{what}", self.number)
    }

    /// The idea as everyone sees it.
    fn seen(&self) -> Page {
        self.app.visitor().get(&self.path()).expect(200).page()
    }

    /// The newest mail to somebody, once all work is done.
    #[track_caller]
    fn mail_to(&self, address: &str) -> SentMail {
        self.app.run_jobs();
        self.app.mails_to(address).pop().unwrap_or_else(|| panic!("no mail to {address}"))
    }

    /// The author's newest mail has this subject and begins with this sentence.
    #[track_caller]
    fn author_reads(&self, [subject, first]: [&str; 2]) -> SentMail {
        let sent = self.mail_to(AUTHOR);
        assert_eq!((sent.mail.subject.as_str(), &*first_sentence(&sent)), (subject, first));
        assert_eq!(sent.mail.locale, self.words.language);
        assert!(sent.mail.html.contains(&first.replace('\'', "&#39;")), "{}", sent.mail.html);
        sent
    }

    /// Somebody who proves with a mailed code to own an address.
    fn sign_in(&self, address: &str) -> Client {
        let browser = self.app.visitor();
        browser.send_form("/sign-in", "/sign-in", &[("email", address)]).expect(303);
        let text = self.mail_to(address).mail.text;
        let code = text.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 6).expect("a code");
        browser.send_form("/sign-in/code", "/sign-in/code", &[("code", code)]).expect(303);
        browser
    }
}

/// The first paragraph of the text below the heading, on one line.
fn first_sentence(sent: &SentMail) -> String {
    let paragraphs = sent.mail.text.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.into_iter().find(|part| !part.is_empty() && *part != sent.mail.subject).unwrap_or_default()
}

/// The path in a mail that begins so.
#[track_caller]
fn path_in(sent: &SentMail, beginning: &str) -> String {
    let text = &sent.mail.text;
    let from = text.find(beginning).unwrap_or_else(|| panic!("no {beginning} in {text}"));
    text.get(from..).and_then(|path| path.split_whitespace().next()).unwrap_or_default().to_owned()
}

/// A header of a mail as it went over the wire; folded lines are joined.
fn header(sent: &SentMail, name: &str) -> Option<String> {
    let head = sent.raw.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
    let line = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned));
    line.map(|value| value.trim().to_owned())
}

/// Four pages, reading through, sending; then the address is confirmed from the receipt.
fn an_idea_is_written_and_its_address_confirmed(kind: Kind, words: &'static Words) -> Option<Road> {
    let app = TestApp::with(kind, |config| config.town.support_goal = GOAL)?;
    let visitor = app.visitor();
    visitor.get(&format!("/language/{}?to=/ideas/new", words.language)).expect(303);
    visitor.send_form("/ideas/new", "/ideas/new", &[("title", TITLE)]).expect(303);
    let why = "Barnen har ingenstans att bygga när den är stängd om vintern.";
    visitor.send_form("/ideas/new/why", "/ideas/new/why", &[("body", why)]).expect(303);
    visitor.send_form("/ideas/new/where", "/ideas/new/where", &[("area", "norra")]).expect(303);
    let contact = [("author_name", "Amina"), ("email", AUTHOR)];
    visitor.send_form("/ideas/new/contact", "/ideas/new/contact", &contact).expect(303);
    let sent = visitor.send_form("/ideas/new/check", "/ideas/new/send", &[]).expect(303);
    let number = visitor.follow(&sent).expect(200).page().text_of(".confirmation-number");

    let road = Road { app, number, words };
    road.app.visitor().get(&road.path()).expect(404);
    let receipt = road.author_reads(words.receipt);
    let link = path_in(&receipt, "/confirm/");
    let phone = road.app.visitor();
    phone.send_form(&link, &link, &[]).expect(303);
    road.app.visitor().get(&link).expect(410);
    Some(road)
}

/// A moderator reads it, chooses the group, and publishes.
fn a_moderator_publishes_it(road: &Road) {
    road.app.moderator("Mona");
    road.app.group("fritid");
    let mona = road.sign_in("mona@example.org");
    let queue = mona.get("/moderation").expect(200).page();
    let page = queue.link(TITLE);
    mona.send_form(&page, &page, &[("theme", "fritid"), ("group", "fritid")]).expect(303);

    road.author_reads(road.words.published);
    assert_eq!(road.seen().heading(), TITLE);
}

/// One with an account, one by mail, one who follows it too: the goal is reached.
fn residents_support_it_until_the_goal(road: &Road) {
    for (place, name) in ["Rut", "Elin"].into_iter().enumerate() {
        assert_eq!(road.seen().text_of(".support-count"), place.to_string());
        road.app.resident(name);
        let resident = road.sign_in(&format!("{}@example.org", name.to_lowercase()));
        resident.send_form(&road.path(), &road.at("follow"), &[]).expect(303);
        resident.send_form(&road.path(), &road.at("support"), &[]).expect(303);
    }
    let visitor = road.app.visitor();
    visitor.send_form(&road.path(), &road.at("support/request"), &[("email", "ny@exempel.se")]).expect(303);
    let link = path_in(&road.mail_to("ny@exempel.se"), "/support/");
    assert_eq!(road.seen().text_of(".tag"), "Öppen för stöd och samtal");
    visitor.send_form(&link, &link, &[]).expect(303);

    assert_eq!(road.seen().text_of(".tag"), "Hos styrgruppen");
    road.author_reads(road.words.with_group);
}

/// The chair wants to know something first, and the one who is asked answers from the mail.
fn the_group_asks_somebody(road: &Road, chair: &Client) {
    let by = road.app.today().plus_days(14).to_string();
    let fields = [
        ("asked_name", "Rektorn på Svartedalsskolan"),
        ("asked_email", "rektor@exempel.se"),
        ("question", "Kan barnen låna skolans verktyg?"),
        ("due_on", &*by),
    ];
    chair.send_form(&road.at("desk"), &road.at("inquiries"), &fields).expect(303);
    assert_eq!(road.seen().text_of(".tag"), "Väntar på svar");

    let page = path_in(&road.mail_to("rektor@exempel.se"), "/ideas/");
    let asked = road.sign_in("rektor@exempel.se");
    let forms = asked.get(&page).expect(200).page().forms();
    let action = forms.into_iter().find(|action| action.ends_with("/answer")).expect("a form to answer");
    asked.send_form(&page, &action, &[("answer", "Ja, alla dagar efter klockan tre.")]).expect(303);
    assert!(road.seen().main_text().contains("Ja, alla dagar efter klockan tre."));
}

/// The chair asks somebody to own it, who says yes from the mail.
fn the_group_takes_it_forward_with_an_owner(road: &Road, chair: &Client) {
    let first_day = Date::parse("2027-03-01").expect("a day").to_string();
    let fields = [
        ("reason", "Föreningen har både nycklar och vana ledare."),
        ("owner_email", OWNER),
        ("owner_name", "Gustav"),
        ("organisation", "BK Häcken"),
        ("first_step_on", &*first_day),
    ];
    chair.send_form(&road.at("desk"), &road.at("proposal"), &fields).expect(303);
    let no_owner = chair.get(&road.at("desk")).expect(200).page();
    let offered = no_owner.texts_of("#decision input[name=outcome]").len();
    assert_eq!(offered, 1, "without an owner who has said yes there is only a no");

    let asked = road.mail_to(OWNER);
    assert_eq!(asked.mail.subject, "Tar du ansvar för detta?");
    let page = path_in(&asked, "/ideas/");
    let told = road.app.visitor().get(&page).expect(401).page();
    assert!(told.links().iter().any(|(_, path)| path.starts_with("/sign-in?to=")), "{}", told.main_text());
    let owner = road.sign_in(OWNER);
    owner.send_form(&page, &road.at("ownership/answer"), &[("answer", "yes")]).expect(303);
}

/// The youth council votes in secret until the clock closes the ballot.
fn the_youth_council_votes(road: &Road, chair: &Client) {
    let council = road.app.new_group("ungdomsradet", "youth_council");
    for name in ["Ada", "Ben", "Cia", "Dan"] {
        road.app.seated(council, "member", name);
    }
    let desk = chair.get(&road.at("desk")).expect(200).page();
    let form = road.at("ballots");
    assert!(desk.links().iter().any(|(_, path)| *path == form), "the desk leads to the ballot");
    let closes_on = road.app.today().plus_days(7).to_string();
    let fields = [
        ("question", "Ska bygglekplatsen vara öppen hela året?"),
        ("held_by", "ungdomsradet"),
        ("majority", "simple"),
        ("closes_on", &*closes_on),
    ];
    chair.send_form(&form, &form, &fields).expect(303);

    for (name, choice) in [("ada", "yes"), ("ben", "yes"), ("cia", "no")] {
        let address = format!("{name}@example.org");
        road.app.run_jobs();
        let paper = path_in(&road.mail_to(&address), "/ballots/");
        let voter = road.sign_in(&address);
        voter.send_form(&paper, &format!("{paper}/votes"), &[("choice", choice)]).expect(303);
        assert!(!road.app.visitor().get(&paper).expect(200).page().has("#result"), "nothing before the close");
    }
    assert_eq!(road.seen().text_of(".tag"), "Omröstning pågår");
    road.app.advance_days(8);
    road.app.run_jobs();
    let page = road.seen();
    let votes = page.texts_of("section[aria-labelledby=ballot] td.number");
    assert_eq!(votes, ["2", "1", "0"], "{}", page.main_text());
}

/// The chair writes the decision down that the ballot gave.
fn the_group_decides_yes(road: &Road, chair: &Client) {
    let fields = [
        ("outcome", "yes"),
        ("kind", "own"),
        ("what", "Bygglekplatsen är öppen alla dagar, också i december, januari och februari."),
        ("reasons", "Barnen har bett om det, och ungdomsrådet röstade ja."),
        ("concerns_children", "yes"),
        ("children", "Barnen ville ha det varmt. Därför ställs en eldkorg ut."),
    ];
    chair.send_form(&road.at("desk"), &road.at("decision"), &fields).expect(303);
}

/// The author's mail, the followers' mails, and how they look on the wire.
fn the_decision_is_mailed(road: &Road) {
    let decision = road.author_reads(road.words.decision);
    let text = &decision.mail.text;
    for expected in [road.words.owner, road.words.first_day, "öppen alla dagar", "eldkorg", &road.path()] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    assert_eq!(header(&decision, "List-Unsubscribe"), None, "what becomes of one's own idea is no news letter");
    let message_id = header(&decision, "Message-ID").expect("a Message-ID");
    road.app.mailer.send(&decision.mail).expect("the mail goes again");
    let again = road.app.mails().pop().expect("a mail");
    assert_eq!(header(&again, "Message-ID"), Some(message_id), "a double is known as such");

    let news = road.mail_to("rut@example.org");
    assert_eq!(news.mail.subject, SWEDISH.decision[0]);
    assert_eq!(first_sentence(&news), SWEDISH.decision[1]);
    let stop = header(&news, "List-Unsubscribe").expect("news can be stopped");
    assert_eq!(header(&news, "List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
    let stop = stop.trim_matches(['<', '>']);
    let path = stop.strip_prefix(&road.app.config.town.base_url).expect("an address of ours");
    road.app.visitor().post_exactly(path, &[("List-Unsubscribe", "One-Click")]).expect(200);
}

/// The owner begins and finishes; everyone who still wants to know is told.
fn the_owner_carries_it_out(road: &Road) {
    road.app.advance_days(3);
    let owner = road.sign_in(OWNER);
    let desk = road.at("desk");
    owner.send_form(&desk, &road.at("start"), &[("note", "Vi har köpt eldkorgen.")]).expect(303);
    assert_eq!(road.seen().text_of(".tag"), "Genomförs");
    road.app.advance_days(30);
    let owner = road.sign_in(OWNER);
    let result = [("result", "Bygglekplatsen var öppen hela vintern."), ("measure", "40 barn en lördag")];
    owner.send_form(&desk, &road.at("completion"), &result).expect(303);

    let done = road.author_reads(road.words.done);
    assert!(done.mail.text.contains("öppen hela vintern") && done.mail.text.contains("40 barn"), "{}", done.mail.text);
    let subjects = |address: &str| -> Vec<String> {
        road.app.mails_to(address).into_iter().map(|sent| sent.mail.subject).collect()
    };
    assert!(subjects("elin@example.org").contains(&SWEDISH.done[0].to_owned()), "{:?}", subjects("elin@example.org"));
    assert!(!subjects("rut@example.org").contains(&SWEDISH.done[0].to_owned()), "she has stopped the news");
    assert_eq!(road.seen().text_of(".tag"), "Genomförd");
}

/// What anybody can read of it afterwards.
fn everyone_can_follow_the_road(road: &Road) {
    let page = road.seen();
    let decision = page.text_of(".decision");
    assert!(decision.contains("BK Häcken") && decision.contains("1 mars"), "{decision}");
    assert!(page.texts_of(".timeline li").len() >= 9, "{:?}", page.texts_of(".timeline li"));
    let visitor = road.app.visitor();
    assert!(visitor.get("/feeds/decisions.atom").expect(200).body.contains(TITLE));
    road.app.follow_search();
    assert!(
        visitor.get("/search?q=bygglekplats").expect(200).page().links().contains(&(TITLE.to_owned(), road.path()))
    );
    let mails = road.app.mails();
    assert!(
        mails.iter().all(|sent| sent.mail.recipient.as_str() != "ny@exempel.se" || sent.mail.kind == "confirm_support")
    );
}

fn walk(kind: Kind, words: &'static Words) {
    let Some(road) = an_idea_is_written_and_its_address_confirmed(kind, words) else { return };
    a_moderator_publishes_it(&road);
    residents_support_it_until_the_goal(&road);
    let chair = road.app.chair_of(road.app.group("fritid"));
    the_group_asks_somebody(&road, &chair);
    the_group_takes_it_forward_with_an_owner(&road, &chair);
    the_youth_council_votes(&road, &chair);
    the_group_decides_yes(&road, &chair);
    the_decision_is_mailed(&road);
    the_owner_carries_it_out(&road);
    everyone_can_follow_the_road(&road);
}

on_both_databases! {
    fn an_idea_goes_all_the_way_to_the_mail_that_it_is_done(kind: Kind) {
        walk(kind, &SWEDISH);
    }

    fn an_author_who_reads_english_is_told_in_english(kind: Kind) {
        walk(kind, &ENGLISH);
    }
}

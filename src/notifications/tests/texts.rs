use super::stage::{NUMBER, TITLE, decision, facts, kinds, mail, mail_from};
use crate::i18n::Wording;
use crate::ideas::clock::Ower;
use crate::ideas::lifecycle::{Outcome, State};
use crate::notifications::kind::MailKind;
use crate::notifications::letter::Finished;

/// The first sentence, as it stands after the heading in the text part.
fn first_paragraph(mail: &Finished) -> String {
    mail.text.split("\n\n").nth(1).unwrap().replace('\n', " ")
}

fn swedish(kind: MailKind) -> Finished {
    mail(kind, Wording::Swedish)
}

/// Kinds of mail with the subject and the first paragraph that the handbook gives them.
const HANDBOOK: &[(MailKind, &str, &str)] = &[
    (
        MailKind::Receipt,
        "Vi har tagit emot din idé (2026-0412)",
        "Tack. En moderator läser din idé senast torsdag 26 november.",
    ),
    (MailKind::Published, "Din idé är publicerad", "Nu kan alla läsa och stödja den, fram till 24 februari."),
    (MailKind::Returned, "Din idé behöver ändras innan den kan visas", "Du behöver ändra något. Sedan publicerar vi."),
    (MailKind::Refused, "Vi publicerar inte din idé", "Skälet är: Strider mot lagen."),
    (MailKind::WithGroup, "Styrgruppen Trygghet tar upp din idé", "Du får svar senast 17 december."),
    (
        MailKind::Decision,
        "Beslut: delvis ja till ”Bygglekplats hela året”",
        "Styrgruppen Trygghet säger ja till en del. BK Häcken (Gustav Ek) gör den, och första steget är 1 mars.",
    ),
    (
        MailKind::Done,
        "Nu är det klart: Bygglekplats hela året",
        "Din idé har blivit verklighet. Blev det som du tänkte?",
    ),
    (MailKind::Ballot, "En sak att rösta om före söndag 29 november 20.00", "Det tar ungefär en minut."),
    (
        MailKind::BallotClosing,
        "Sista dagen att rösta: före söndag 29 november 20.00",
        "Du har inte röstat än. Det tar ungefär en minut.",
    ),
    (
        MailKind::Late,
        "Vi är sena med svaret på din idé",
        "Du skulle ha fått svar senast 19 november. Vi ber om ursäkt.",
    ),
    (
        MailKind::Postponed,
        "Vi är sena med svaret på din idé",
        "Du skulle ha fått svar senast 19 november. Nytt datum är 17 december. Vi ber om ursäkt.",
    ),
    (
        MailKind::Queue,
        "42 väntar på en moderator, äldst 3 dagar",
        "3 idéer väntar på en moderator. Läs den första senast torsdag 26 november.",
    ),
    (MailKind::ClosesSoon, "Din idé kan få stöd till och med 19 november", "41 personer stödjer din idé just nu."),
    (
        MailKind::ForwardedToYou,
        "Styrgruppen Trygghet skickar en idé till er",
        "Säg senast 4 december om ni tar emot den. Annars går den tillbaka till gruppen.",
    ),
    (
        MailKind::OwnerAsked,
        "Tar du ansvar för detta?",
        "Styrgruppen Trygghet föreslår att du ser till att ”Bygglekplats hela året” blir av, med ett första \
         steg senast 1 mars.",
    ),
];

#[test]
fn subject_and_first_sentence_are_those_of_the_handbook() {
    for (kind, subject, first) in HANDBOOK {
        let mail = swedish(*kind);

        assert_eq!(mail.subject, *subject, "{kind}");
        assert_eq!(first_paragraph(&mail), *first, "{kind}");
    }
}

#[test]
fn every_kind_says_everything_in_every_wording() {
    for kind in kinds() {
        for wording in Wording::ALL {
            let mail = mail(kind, *wording);

            for part in [&mail.subject, &mail.text, &mail.html] {
                assert!(!part.contains("[mail-") && !part.contains("[ground-"), "{kind} {wording}: {part}");
                assert!(!part.contains('{') || part.contains("<style>"), "{kind} {wording}: {part}");
                assert!(!part.trim().is_empty(), "{kind} {wording}");
            }
            assert!(mail.text.starts_with(&mail.subject.chars().take(20).collect::<String>()), "{kind} {wording}");
            assert!(mail.html.contains(&format!("lang=\"{wording}\"")), "{kind} {wording}");
        }
    }
}

#[test]
fn every_kind_has_a_sample_for_the_preview() {
    for kind in MailKind::ALL {
        for wording in Wording::ALL {
            let mail = mail(*kind, *wording);

            assert!(!mail.subject.is_empty() && !mail.text.contains("[mail-"), "{kind} {wording}: {}", mail.text);
        }
    }
}

#[test]
fn a_bundle_tells_by_idea_and_each_thing_in_it_can_be_stopped() {
    let mail = swedish(MailKind::Bundle);

    assert_eq!(mail.subject, "Nytt om 4 idéer");
    assert!(mail.text.contains(TITLE) && mail.text.contains(&format!("/ideas/{NUMBER}\n")), "{}", mail.text);
    assert!(mail.text.contains("- Den passar en sökning som du bevakar."), "{}", mail.text);
    for stop in ["/mail/stop/abc.followed.1", "/mail/stop/abc.saved_searches.1"] {
        assert!(mail.text.contains(stop) && mail.html.contains(stop), "{stop}: {}", mail.text);
    }
}

#[test]
fn the_two_languages_differ_in_subject_and_first_sentence() {
    for kind in kinds() {
        let (swedish, english) = (mail(kind, Wording::Swedish), mail(kind, Wording::English));

        assert_ne!(swedish.subject, english.subject, "{kind}");
        assert_ne!(first_paragraph(&swedish), first_paragraph(&english), "{kind}");
    }
}

#[test]
fn every_kind_but_those_without_a_page_has_one_link_to_press() {
    let without = [MailKind::AppealOfYours, MailKind::CommentHidden, MailKind::ReportDecided];
    for kind in kinds().filter(|kind| !without.contains(kind)) {
        let mail = swedish(kind);

        let path = match kind {
            MailKind::Queue => "http://127.0.0.1:8080/moderation\n".to_owned(),
            MailKind::Lapsed => "http://127.0.0.1:8080/ideas/new\n".to_owned(),
            MailKind::Ballot | MailKind::BallotClosing => "http://127.0.0.1:8080/ballots/9\n".to_owned(),
            MailKind::Merged | MailKind::NewsMerged | MailKind::Joined => {
                "http://127.0.0.1:8080/ideas/2026-0400\n".to_owned()
            }
            MailKind::Reminder | MailKind::LateOwed | MailKind::StillLate => {
                format!("http://127.0.0.1:8080/ideas/{NUMBER}/progress\n")
            }
            MailKind::ForwardedToYou => {
                format!("http://127.0.0.1:8080/ideas/{NUMBER}/desk?open=answer-forwarding#answer-forwarding\n")
            }
            MailKind::Done => "http://127.0.0.1:8080/grade/".to_owned(),
            MailKind::Returned | MailKind::ReturnedReminder => format!("http://127.0.0.1:8080/ideas/{NUMBER}/edit\n"),
            MailKind::Refused => format!("http://127.0.0.1:8080/ideas/{NUMBER}/appeal\n"),
            _ => format!("http://127.0.0.1:8080/ideas/{NUMBER}"),
        };
        assert!(mail.text.contains(&path), "{kind}: {}", mail.text);
        assert!(mail.html.contains(path.trim_end()), "{kind}");
    }
}

#[test]
fn what_can_be_chosen_can_be_stopped_by_a_link_and_own_matters_cannot() {
    for kind in kinds() {
        let (_, part) = facts(kind);
        let mail = swedish(kind);

        assert_eq!(mail.text.contains("/mail/stop/"), part.can_stop(), "{kind}");
        assert_eq!(mail.html.contains("/mail/stop/"), part.can_stop(), "{kind}");
    }
}

#[test]
fn a_mail_speaks_of_the_text_as_it_was_when_it_happened() {
    for kind in kinds() {
        let mail = swedish(kind);

        assert!(!mail.text.contains("En senare rubrik"), "{kind}");
    }
    assert!(swedish(MailKind::Decision).text.contains(TITLE));
}

#[test]
fn a_decision_can_be_read_alone() {
    let mail = swedish(MailKind::Decision);

    for words in [
        "Lekplatsen byggs i parken.",
        "Många barn har bett om den.",
        "Öppet till klockan 20.",
        "Två ville vänta.",
        "BK Häcken (Gustav Ek)",
        "12 ja, 5 nej, 2 avstod",
        NUMBER,
    ] {
        assert!(mail.text.contains(words), "{words}: {}", mail.text);
        assert!(mail.html.contains(words), "{words}");
    }
}

#[test]
fn a_no_says_why_and_what_can_be_done_instead() {
    let (mut facts, part) = facts(MailKind::Decision);
    facts.detail = decision(Outcome::No);

    let mail = mail_from(MailKind::Decision, Wording::Swedish, &facts, part);

    assert_eq!(mail.subject, "Beslut: nej till ”Bygglekplats hela året”");
    assert_eq!(first_paragraph(&mail), "Styrgruppen Trygghet säger nej. Skälet är det här:");
    for words in ["Många barn har bett om den.", "Om vi får mark.", "Sök föreningsbidrag."] {
        assert!(mail.text.contains(words), "{words}");
    }
}

#[test]
fn a_yes_without_an_owner_is_no_mail() {
    let (mut facts, _) = facts(MailKind::Decision);
    if let crate::notifications::facts::Detail::Decision(decision) = &mut facts.detail {
        decision.owner = None;
    }
    let town = super::stage::town();
    let pen = crate::notifications::letter::Pen {
        t: crate::i18n::Texts::in_wording(Wording::Swedish),
        town: &town,
        facts: &facts,
        today: super::stage::noon().date(),
    };

    let outcome = crate::notifications::texts::compose(MailKind::Decision, &pen);

    assert!(outcome.is_err_and(|trouble| trouble.forever));
}

#[test]
fn a_receipt_carries_the_link_that_confirms_the_contact() {
    let (mut facts, part) = facts(MailKind::Receipt);
    facts.confirm = Some("/confirm/abc.7".to_owned());

    let mail = mail_from(MailKind::Receipt, Wording::Swedish, &facts, part);

    assert!(mail.text.contains("Bekräfta min adress:\nhttp://127.0.0.1:8080/confirm/abc.7"), "{}", mail.text);
}

#[test]
fn mails_about_comments_and_reports_name_the_idea_by_number_only() {
    for kind in [MailKind::CommentHidden, MailKind::ReportDecided] {
        let mail = swedish(kind);

        assert!(!mail.text.contains(TITLE) && mail.text.contains(NUMBER), "{kind}");
    }
}

#[test]
fn a_new_day_before_the_old_one_has_passed_is_no_apology() {
    let (mut facts, part) = facts(MailKind::Postponed);
    facts.detail = super::stage::postponed("2026-11-20");

    let mail = mail_from(MailKind::Postponed, Wording::Swedish, &facts, part);

    assert_eq!(mail.subject, "Nytt datum för svaret på din idé");
    assert_eq!(first_paragraph(&mail), "Du skulle få svar senast 20 november. Nytt datum är 17 december.");
    assert!(mail.text.contains("Vi väntar på kostnaden från parkförvaltningen."), "{}", mail.text);
}

#[test]
fn what_is_late_says_what_was_promised_that_nothing_is_known_and_what_happens_now() {
    let mail = swedish(MailKind::Late);

    for words in ["Nytt datum: Det finns inget ännu.", "Skälet: Vi har inte fått något ännu.", "26 november"] {
        assert!(mail.text.replace('\n', " ").contains(words), "{words}: {}", mail.text);
    }
    let mut scene = facts(MailKind::Late);
    for (state, by, words) in [
        (State::Screening, Ower::Moderators, "En moderator skulle ha läst din idé senast 19 november."),
        (State::Accepted, Ower::Owner, "Det första steget skulle ha tagits senast 19 november."),
        (State::UnderWay, Ower::Owner, "Du skulle ha fått veta hur det går senast 19 november."),
    ] {
        (scene.0.idea.state, scene.0.detail) = (state, super::stage::clock(by));
        let mail = mail_from(MailKind::Late, Wording::Swedish, &scene.0, scene.1);
        assert!(first_paragraph(&mail).starts_with(words), "{}", mail.text);
    }
}

#[test]
fn done_and_decision_ask_the_author_by_a_link_of_that_one_purpose() {
    let link = format!("/grade/{}", crate::ideas::grade::token(&super::stage::town(), crate::kernel::IdeaId::new(1)));

    for kind in [MailKind::Done, MailKind::Decision] {
        assert!(swedish(kind).text.replace('\n', " ").contains(&link), "{kind}: {}", swedish(kind).text);
    }
    for kind in [MailKind::NewsDone, MailKind::NewsDecision] {
        assert!(!swedish(kind).text.contains("/grade/"), "{kind}: only the author is asked");
    }
}

#[test]
fn a_handing_on_that_came_back_says_whether_somebody_said_no_or_nothing() {
    let (mut facts, part) = facts(MailKind::ForwardingReturned);
    let told = |facts: &_| mail_from(MailKind::ForwardingReturned, Wording::Swedish, facts, part);

    assert_eq!(first_paragraph(&told(&facts)), "Trafikkontoret tar inte emot idén.");
    if let crate::notifications::facts::Detail::Inquiry(inquiry) = &mut facts.detail {
        inquiry.answer = None;
    }
    let silent = told(&facts);
    assert_eq!(first_paragraph(&silent), "Trafikkontoret har inte sagt om de tar emot idén, och tiden är ute.");
    assert!(silent.text.contains("Du får svar senast 26 november."), "{}", silent.text);
}

#[test]
fn the_process_group_is_told_the_number_and_nothing_of_the_idea() {
    for kind in [MailKind::ClimbedProcess, MailKind::ProcessForwardingReturned] {
        says_the_number_alone(kind);
    }
}

fn says_the_number_alone(kind: MailKind) {
    let (mut facts, part) = facts(kind);
    for hidden in [false, true] {
        facts.idea.hidden = hidden;
        let mail = mail_from(kind, Wording::Swedish, &facts, part);

        assert!(!mail.text.contains(TITLE) && mail.text.contains(NUMBER), "{}", mail.text);
        assert_eq!(mail.text.contains("/process\n"), hidden);
    }
}

#[test]
fn a_title_that_is_a_number_stays_as_it_was_written() {
    let (mut facts, part) = facts(MailKind::Done);
    facts.title = "2030".to_owned();

    let mail = mail_from(MailKind::Done, Wording::Swedish, &facts, part);

    assert_eq!(mail.subject, "Nu är det klart: 2030");
}

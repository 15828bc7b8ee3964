//! A word that stands only in texts that are not for everyone is found nowhere: on no page, in no
//! search, API, feed, figure or file, and in no mail to anybody but the one it concerns.

mod crawl;
mod planted;

use std::collections::BTreeMap;

use diesel::prelude::*;
use medskapa::db::schema::{emails, people};
use medskapa::mail::SentMail;

use crate::support::Client;
use crawl::{Fetched, found_by, holds};
use planted::{Garden, Planted};

/// Days that pass: nobody has touched the drafts, answers are missing, ballots are over.
const WEEKS: i64 = 24;

impl Garden {
    /// Does all work that is due, now and some weeks later.
    fn let_time_pass(&self) {
        self.app.run_jobs();
        self.app.advance_days(WEEKS);
        self.app.run_jobs();
        self.app.follow_search();
        medskapa::workers::watch(&self.app.parts()).expect("the saved searches are asked");
    }

    /// Fails when the client can read a word that was planted.
    #[track_caller]
    fn is_silent_to(&self, client: &Client, own: &str) -> Fetched {
        let fetched = Fetched::by(client, &self.app);
        let told: BTreeMap<&str, Vec<&str>> = self
            .planted
            .iter()
            .filter(|planted| !planted.concerned.iter().any(|address| address == own))
            .map(|planted| (planted.word.as_str(), fetched.places(&planted.word)))
            .filter(|(_, places)| !places.is_empty())
            .collect();
        assert!(told.is_empty(), "{told:#?}");
        fetched
    }

    /// Everyone's address, but for those that the town itself gives as its contact.
    fn addresses(&self) -> Vec<String> {
        let (mut all, mailed): (Vec<String>, Vec<String>) = self.app.read(|conn| {
            Ok((people::table.select(people::email).load(conn)?, emails::table.select(emails::recipient).load(conn)?))
        });
        all.extend(mailed);
        all
    }

    /// Words in a mail whose reader they do not concern.
    fn indiscretions(&self, sent: &SentMail) -> Vec<String> {
        let mail = &sent.mail;
        let text = format!("{}\n{}\n{}", mail.subject, mail.text, mail.html);
        let foreign =
            |planted: &&Planted| !planted.concerned.iter().any(|address| *address == *mail.recipient.as_str());
        let held = self.planted.iter().filter(foreign).filter(|planted| holds(&text, &planted.word));
        held.map(|planted| format!("{} → {}: {}", mail.kind, mail.recipient.as_str(), planted.word)).collect()
    }
}

on_both_databases! {
    fn what_is_not_for_everyone_is_found_nowhere(app: TestApp) {
        let garden = Garden::plant(app);
        garden.let_time_pass();
        let visitor = garden.app.visitor();

        let fetched = garden.is_silent_to(&visitor, "");
        let (asked, there) = fetched.counts();
        assert!(asked > 500 && there > 100, "{there} of {asked} pages are there");
        for address in garden.addresses() {
            assert_eq!(fetched.places(&address), Vec::<&str>::new(), "{address}");
        }
        for planted in &garden.planted {
            let found = found_by(&visitor, &planted.word);
            assert!(found.is_empty(), "{} finds {found:?}", planted.word);
        }
        garden.is_silent_to(&garden.app.resident("Kim"), "kim@example.org");
    }

    fn what_is_not_for_everyone_is_mailed_only_to_the_one_it_concerns(app: TestApp) {
        let garden = Garden::plant(app);
        garden.let_time_pass();

        let mails = garden.app.mails();
        let told: Vec<String> = mails.iter().flat_map(|sent| garden.indiscretions(sent)).collect();
        assert_eq!(told, Vec::<String>::new());
        let kinds: BTreeMap<&str, usize> = mails.iter().fold(BTreeMap::new(), |mut kinds, sent| {
            *kinds.entry(sent.mail.kind.as_str()).or_default() += 1;
            kinds
        });
        for kind in ["receipt", "returned", "refused", "hidden", "comment_hidden", "report_decided", "draft_warning"] {
            assert!(kinds.contains_key(kind), "{kind} was not sent: {kinds:?}");
        }
        // The ones it concerns are told: the same look finds the words where they belong.
        for (address, word) in [
            ("olle@example.org", "kanarieretur"),
            ("olle@example.org", "kanariedoldord"),
            ("elin@example.org", "kanariegomord"),
            ("kanarieanmalare@example.org", "kanarieanmalord"),
        ] {
            let to_them = garden.app.mails_to(address);
            assert!(to_them.iter().any(|sent| holds(&sent.mail.text, word)), "{word}");
        }
    }

    fn the_same_words_are_found_as_soon_as_they_are_public(app: TestApp) {
        let mut garden = Garden::plant(app);
        garden.let_time_pass();
        let version = garden.version(&garden.hidden);
        let path = format!("/moderation/ideas/{}/visibility", garden.hidden);
        garden.moderator = garden.app.moderator("Kanariemoderator");
        garden.moderator.post(&path, &[("choice", "show"), ("version", &version)]).expect(303);
        garden.publish(&garden.screened);
        let comment = format!("/moderation/comments/{}", garden.waiting_comment);
        garden.moderator.post(&comment, &[("choice", "show")]).expect(303);
        garden.app.run_jobs();
        garden.app.follow_search();
        let visitor = garden.app.visitor();

        let now_public = ["kanariedold", "kanariedoltinlagg", "kanariegranskas", "kanarievantar"];
        let fetched = Fetched::by(&visitor, &garden.app);
        let (hidden, screened, open) = (&garden.hidden, &garden.screened, &garden.open.number);
        for (word, places) in [
            ("kanariedold", vec![format!("/ideas/{hidden}"), format!("/api/v1/ideas/{hidden}")]),
            ("kanariedold", vec!["/ideas".to_owned(), "/feeds/ideas.atom".to_owned()]),
            ("kanariedoltinlagg", vec![format!("/ideas/{hidden}"), format!("/api/v1/ideas/{hidden}/comments")]),
            ("kanariegranskas", vec![format!("/ideas/{screened}"), "/".to_owned(), "/feeds/ideas.atom".to_owned()]),
            ("kanarievantar", vec![format!("/ideas/{open}"), format!("/api/v1/ideas/{open}/comments")]),
        ] {
            let found = fetched.places(word);
            for place in places {
                assert!(found.contains(&place.as_str()), "{word} is not on {place}: {found:?}");
            }
        }
        for (word, number) in [("kanariedold", hidden), ("kanariegranskas", screened), ("kanarievantar", open)] {
            let found = found_by(&visitor, word);
            assert!(found.contains(&format!("/ideas/{number}")), "{word} finds {found:?}");
        }
        // The coordinator has heard of three ideas today; the next one comes in the bundle.
        garden.app.advance_days(1);
        garden.app.run_jobs();
        let told: Vec<String> = garden.app.mails().iter().flat_map(|sent| garden.indiscretions(sent)).collect();
        let is_of_the_group = |mail: &String| mail.starts_with("group_published") || mail.starts_with("bundle");
        assert!(told.iter().any(|mail| is_of_the_group(mail) && mail.ends_with("kanariegranskas")), "{told:?}");

        garden.planted.retain(|planted| !now_public.contains(&planted.word.as_str()));
        for planted in &garden.planted {
            assert_eq!(fetched.places(&planted.word), Vec::<&str>::new(), "{}", planted.word);
        }
    }
}

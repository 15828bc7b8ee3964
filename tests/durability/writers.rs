//! People who write all at once until the program is dead, and remember what they were promised.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use medskapa::kernel::{IdeaId, PersonId};
use medskapa::web::{cookies, token_for};
use serde_json::{Value, json};

use crate::house::House;
use crate::process::agent;

/// What the program has said yes to.
#[derive(Debug, Default)]
pub(crate) struct Promised {
    pub(crate) supports: Vec<(IdeaId, PersonId)>,
    /// Their words.
    pub(crate) comments: Vec<String>,
    pub(crate) ideas: Vec<SentIdea>,
    pub(crate) published: Vec<PublishedIdea>,
}

/// An idea whose author was sent on to the receipt.
#[derive(Debug, Clone)]
pub(crate) struct SentIdea {
    pub(crate) title: String,
    pub(crate) email: String,
}

/// An idea of which a moderator was told that it is published.
#[derive(Debug, Clone)]
pub(crate) struct PublishedIdea {
    pub(crate) number: String,
    /// A word that stands in no other idea.
    pub(crate) word: String,
}

impl Promised {
    pub(crate) fn add(&mut self, other: Self) {
        self.supports.extend(other.supports);
        self.comments.extend(other.comments);
        self.ideas.extend(other.ideas);
        self.published.extend(other.published);
    }
}

/// How a request ended that was not answered with a yes.
enum NoYes {
    /// The connection broke: the program is dead, and nothing was promised.
    Broken(ureq::Error),
    /// An answer that nobody has a use for.
    Wrong(String),
}

type Told<T> = Result<T, NoYes>;
/// What a writer does over and over.
type Task = fn(&mut Writer<'_>) -> Told<()>;

/// Somebody with one connection.
struct Writer<'a> {
    house: &'a House,
    base: String,
    agent: ureq::Agent,
    killed: Arc<AtomicBool>,
    promised: Promised,
}

/// Lets everyone write until the program is dead; `killed` says that it was meant to be.
pub(crate) fn write_until_killed(house: &House, base: &str, killed: &Arc<AtomicBool>, kill: impl FnOnce()) -> Promised {
    let tasks: [Task; 6] = [
        |writer| writer.support(),
        |writer| writer.support(),
        |writer| writer.comment(),
        |writer| writer.send_and_publish(),
        |writer| writer.send_and_publish(),
        |writer| writer.send_and_publish(),
    ];
    std::thread::scope(|scope| {
        let writers: Vec<_> = tasks
            .into_iter()
            .map(|task| {
                let writer = Writer {
                    house,
                    base: base.to_owned(),
                    agent: agent(),
                    killed: Arc::clone(killed),
                    promised: Promised::default(),
                };
                scope.spawn(move || writer.write(task))
            })
            .collect();
        kill();
        let mut all = Promised::default();
        for writer in writers {
            all.add(writer.join().expect("a writer"));
        }
        all
    })
}

impl Writer<'_> {
    fn write(mut self, task: Task) -> Promised {
        loop {
            match task(&mut self) {
                Ok(()) => {}
                Err(NoYes::Broken(error)) => {
                    assert!(self.killed.load(Ordering::SeqCst), "the program died of something else: {error}");
                    return self.promised;
                }
                Err(NoYes::Wrong(what)) => panic!("{what}"),
            }
        }
    }

    fn support(&mut self) -> Told<()> {
        let place = self.house.fresh();
        let (person, token) = pick(&self.house.supporters, place);
        let (idea, number) = pick(&self.house.open, place / self.house.supporters.len());
        let answer = self.api(token, &format!("/api/v1/ideas/{number}/support"), &json!({}))?;
        if answer["supports"] != json!(true) {
            return Err(NoYes::Wrong(format!("a support that is none: {answer}")));
        }
        self.promised.supports.push((*idea, *person));
        Ok(())
    }

    fn comment(&mut self) -> Told<()> {
        let place = self.house.fresh();
        let (_, token) = pick(&self.house.supporters, place);
        let (_, number) = pick(&self.house.open, place);
        let words = format!("Det här behövs, säger nummer {place}.");
        let comment = json!({ "kind": "for", "body": words });
        self.api(token, &format!("/api/v1/ideas/{number}/comments"), &comment)?;
        self.promised.comments.push(words);
        Ok(())
    }

    /// A visitor without account writes an idea, and a moderator publishes it.
    fn send_and_publish(&mut self) -> Told<()> {
        let place = self.house.fresh();
        let (word, email) = (word_of(place), format!("forfattare{place}@example.org"));
        let title = format!("Fler gungor vid {word}");
        let mut browser =
            Browser { visitor: format!("a-browser-of-the-tests-with-the-number-{place}"), draft: String::new() };
        self.form(&mut browser, "/ideas/new", &[("title", &title)])?;
        self.form(&mut browser, "/ideas/new/why", &[("body", "Barnen köar till de två som finns.")])?;
        self.form(&mut browser, "/ideas/new/where", &[("area", "hela")])?;
        self.form(&mut browser, "/ideas/new/contact", &[("author_name", "Amina"), ("email", &email)])?;
        self.form(&mut browser, "/ideas/new/send", &[])?;
        self.promised.ideas.push(SentIdea { title, email });

        let number = self.number_on_the_receipt(&browser)?;
        let path = format!("/api/v1/moderation/ideas/{number}");
        let case = self.read_json(&self.house.moderator, &path)?;
        let verdict = json!({
            "choice": "publish", "theme": "utbildning", "group": "utbildning", "version": case["version"],
        });
        self.api(&self.house.moderator, &path, &verdict)?;
        self.promised.published.push(PublishedIdea { number, word });
        Ok(())
    }

    fn form(&self, browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Told<()> {
        let token = token_for(&self.house.town, &browser.visitor);
        let sent = fields.iter().copied().chain([("form_token", token.as_str())]);
        let request = self.agent.post(format!("{}{path}", self.base)).header("cookie", browser.cookies());
        let answer = request.send_form(sent).map_err(NoYes::Broken)?;
        if answer.status().as_u16() != 303 {
            return Err(NoYes::Wrong(format!("{path}: {}", answer.status())));
        }
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie.to_str().unwrap_or("").split(';').next().unwrap_or("");
            if let Some(draft) = pair.strip_prefix(cookies::DRAFT).and_then(|rest| rest.strip_prefix('=')) {
                draft.clone_into(&mut browser.draft);
            }
        }
        Ok(())
    }

    fn number_on_the_receipt(&self, browser: &Browser) -> Told<String> {
        let request = self.agent.get(format!("{}/ideas/new/thanks", self.base)).header("cookie", browser.cookies());
        let mut answer = request.call().map_err(NoYes::Broken)?;
        let page = answer.body_mut().read_to_string().map_err(NoYes::Broken)?;
        let number = page.split_once("confirmation-number\">").and_then(|(_, rest)| rest.split_once('<'));
        number.map(|(number, _)| number.to_owned()).ok_or_else(|| NoYes::Wrong(format!("no number: {page}")))
    }

    fn api(&self, token: &str, path: &str, body: &Value) -> Told<Value> {
        let request =
            self.agent.post(format!("{}{path}", self.base)).header("authorization", format!("Bearer {token}"));
        read(path, request.send_json(body))
    }

    fn read_json(&self, token: &str, path: &str) -> Told<Value> {
        let request = self.agent.get(format!("{}{path}", self.base)).header("authorization", format!("Bearer {token}"));
        read(path, request.call())
    }
}

struct Browser {
    visitor: String,
    draft: String,
}

impl Browser {
    fn cookies(&self) -> String {
        format!("{}={}; {}={}", cookies::VISITOR, self.visitor, cookies::DRAFT, self.draft)
    }
}

/// Reads an answer of the API.
fn read(path: &str, answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Told<Value> {
    let mut answer = answer.map_err(NoYes::Broken)?;
    let status = answer.status().as_u16();
    let body = answer.body_mut().read_to_string().map_err(NoYes::Broken)?;
    if !(200..300).contains(&status) {
        return Err(NoYes::Wrong(format!("{path}: {status} {body}")));
    }
    serde_json::from_str(&body).map_err(|error| NoYes::Wrong(format!("{path}: {error}")))
}

fn pick<T>(all: &[T], place: usize) -> &T {
    &all[place % all.len()]
}

/// A word of letters that is unlike every other, so that no search takes one for another.
fn word_of(place: usize) -> String {
    let mut rest = place.wrapping_mul(0x9E37_79B1) % 0x1_0000_0000;
    let mut word = "zq".to_owned();
    while rest > 0 {
        word.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    word
}

//! A letter and its two faces: a complete text and the same as HTML. Both are made from one
//! [`Letter`], so they cannot say different things.

use askama::Template;

use crate::error::{Error, Result};

/// Columns of the text part; an address longer than this is never broken.
const COLUMNS: usize = 72;

/// Everything a mail says, in the reader's language.
#[derive(Debug, Clone, Default)]
pub struct Letter<'a> {
    /// Language, as `sv`.
    pub locale: &'a str,
    /// Direction of its script: `ltr` or `rtl`.
    pub dir: &'a str,
    /// Name of the service; stands where others put a picture.
    pub service_name: String,
    /// What a list of mails shows beside the subject; repeats the first sentence and stands only
    /// in the HTML, hidden. May be empty.
    pub preheader: String,
    /// What happened, in one line.
    pub heading: String,
    /// The message.
    pub paragraphs: Vec<Paragraph>,
    /// The one thing to do: words and http(s) address.
    pub action: Option<(String, String)>,
    /// What is said after the button.
    pub after: Vec<String>,
    /// Who sends this and how to reach them.
    pub footer: Vec<String>,
    /// How to get no more of these, for each thing that it tells of: words and http(s) address.
    pub unsubscribe: Vec<(String, String)>,
}

/// A piece of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paragraph {
    /// Our words; line breaks are kept.
    Text(String),
    /// Somebody else's words, in whatever language; line breaks are kept.
    Quote(String),
    /// Pairs of what and how, as "Answer by" and a date.
    Facts(Vec<(String, String)>),
    /// A thing that is told of among others, with what happened to it.
    Entry {
        /// What it is called.
        title: String,
        /// Where it is read; http(s).
        address: String,
        /// What happened, a sentence each.
        lines: Vec<String>,
    },
}

#[derive(Template)]
#[template(path = "mail/frame.html")]
struct Frame<'a> {
    letter: &'a Letter<'a>,
}

impl Letter<'_> {
    /// The side on which a line begins, for mail programs that know only left and right.
    fn side(&self) -> &'static str {
        if self.dir == "rtl" { "right" } else { "left" }
    }

    /// The lines after the button in runs, so that the HTML links the addresses in them.
    fn after(&self) -> impl Iterator<Item = Vec<Run<'_>>> {
        self.after.iter().map(|text| runs(text))
    }

    /// The HTML part.
    ///
    /// # Errors
    /// When a link is not http(s): a mail never carries another kind.
    pub fn html(&self) -> Result<String> {
        let entries = self.paragraphs.iter().filter_map(|paragraph| match paragraph {
            Paragraph::Entry { address, .. } => Some(address),
            Paragraph::Text(_) | Paragraph::Quote(_) | Paragraph::Facts(_) => None,
        });
        let links = self.action.iter().chain(&self.unsubscribe).map(|(_, address)| address);
        for address in links.chain(entries) {
            if !address.starts_with("https://") && !address.starts_with("http://") {
                return Err(Error::internal("a mail may only link to an http or https address"));
            }
        }
        Frame { letter: self }.render().map_err(Error::internal)
    }

    /// The text part, wrapped at 72 columns, with every address written out on its own line.
    #[must_use]
    pub fn text(&self) -> String {
        let mut blocks = vec![wrap(&self.heading, "", "")];
        for paragraph in &self.paragraphs {
            blocks.push(match paragraph {
                Paragraph::Text(text) => wrap(text, "", ""),
                Paragraph::Quote(text) => wrap(text, "> ", "> "),
                Paragraph::Facts(facts) => {
                    let lines: Vec<String> =
                        facts.iter().map(|(what, how)| wrap(&format!("{what}: {how}"), "", "  ")).collect();
                    lines.join("\n")
                }
                Paragraph::Entry { title, address, lines } => {
                    let mut words = vec![wrap(title, "", "")];
                    words.extend(lines.iter().map(|line| wrap(line, "- ", "  ")));
                    words.push(address.clone());
                    words.join("\n")
                }
            });
        }
        if let Some(link) = &self.action {
            blocks.push(written_out(link));
        }
        blocks.extend(self.after.iter().map(|text| wrap(text, "", "")));
        // Two hyphens and a space begin what mail programs fold away in an answer.
        blocks.push(format!("-- \n{}", wrap(&self.service_name, "", "")));
        if !self.footer.is_empty() {
            let lines: Vec<String> = self.footer.iter().map(|text| wrap(text, "", "")).collect();
            blocks.push(lines.join("\n"));
        }
        blocks.extend(self.unsubscribe.iter().map(written_out));
        let mut text = blocks.join("\n\n");
        text.push('\n');
        text
    }
}

/// A piece of a line: plain words, or an http(s) address.
#[derive(Debug, PartialEq, Eq)]
struct Run<'t> {
    text: &'t str,
    is_address: bool,
}

/// A line cut into plain words and addresses; the sign that ends a sentence is no part of an address.
fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut plain = text;
    while let Some(start) = plain.find("https://").into_iter().chain(plain.find("http://")).min() {
        let (before, rest) = plain.split_at_checked(start).unwrap_or((plain, ""));
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let address = rest.get(..end).unwrap_or(rest).trim_end_matches(['.', ',', ')', '!', '?']);
        runs.push(Run { text: before, is_address: false });
        runs.push(Run { text: address, is_address: true });
        plain = rest.get(address.len()..).unwrap_or_default();
    }
    runs.push(Run { text: plain, is_address: false });
    runs.retain(|run| !run.text.is_empty());
    runs
}

fn written_out((words, address): &(String, String)) -> String {
    format!("{}\n{address}", wrap(&format!("{words}:"), "", ""))
}

/// Breaks lines at spaces. The first line of the whole begins with `first`, all others with `next`.
fn wrap(text: &str, first: &str, next: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = if lines.is_empty() { first } else { next }.to_owned();
        let mut empty = true;
        for word in paragraph.split_whitespace() {
            let width = line.chars().count() + 1 + word.chars().count();
            if !empty && width > COLUMNS {
                lines.push(std::mem::replace(&mut line, next.to_owned()));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

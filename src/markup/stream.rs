//! The part of Markdown that people may use, as a stream of events.
//!
//! HTML in the source becomes words, images become their description, links go only to web and
//! mail addresses, headings move below those of the page, and nesting has an end.

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream,
};

/// Lists and quotes within each other; what is nested deeper stands at this level.
const DEEPEST_BLOCK: usize = 8;
/// Emphasis and links within each other; deeper ones are shown as plain words.
const DEEPEST_SPAN: usize = 8;

/// The events of a text, ready to be written as HTML or words.
pub(super) fn events(markdown: &str) -> Vec<Event<'_>> {
    let mut sieve = Sieve::default();
    for event in TextMergeStream::new(Parser::new_ext(markdown, Options::empty())) {
        sieve.take(event);
    }
    sieve.events
}

/// Whether a link may go there: a web or mail address that browsers can read.
fn may_link_to(address: &str) -> bool {
    ammonia::Url::parse(address).is_ok_and(|url| match url.scheme() {
        "http" | "https" => url.has_host(),
        "mailto" => url.path().contains('@'),
        _ => false,
    })
}

#[derive(Default)]
struct Sieve<'a> {
    events: Vec<Event<'a>>,
    /// The ends that are due, innermost last; `None` for what was left out.
    due: Vec<Option<TagEnd>>,
    blocks: usize,
    spans: usize,
    /// Links and code blocks around the place: no addresses are made into links there.
    verbatim: usize,
}

impl<'a> Sieve<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => self.end(),
            Event::Text(text) if self.verbatim == 0 => self.text_with_links(&text),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.events.push(Event::Text(text)),
            Event::Code(text) => self.events.push(Event::Code(text)),
            // A line break that somebody typed is one that they want to see.
            Event::SoftBreak | Event::HardBreak => self.events.push(Event::HardBreak),
            Event::Rule
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        let is_item = tag == Tag::Item;
        let kept = match tag {
            Tag::Paragraph | Tag::HtmlBlock => Some(Tag::Paragraph),
            Tag::Heading { level, .. } => Some(heading_below_the_page(level)),
            Tag::CodeBlock(_) => Some(Tag::CodeBlock(CodeBlockKind::Indented)),
            Tag::BlockQuote(_) => (self.blocks < DEEPEST_BLOCK).then_some(Tag::BlockQuote(None)),
            Tag::List(first) => (self.blocks < DEEPEST_BLOCK).then_some(Tag::List(first)),
            Tag::Item => matches!(self.due.last(), Some(Some(TagEnd::List(_)))).then_some(Tag::Item),
            Tag::Emphasis | Tag::Strong => (self.spans < DEEPEST_SPAN).then_some(tag),
            Tag::Link { dest_url, link_type, .. } => self.link_if_allowed(dest_url, link_type),
            Tag::Image { .. }
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => None,
        };
        // The words of an item without its list still begin on a new line.
        if is_item && kept.is_none() {
            self.events.push(Event::HardBreak);
        }
        let end = kept.as_ref().map(Tag::to_end);
        self.count(end, true);
        self.due.push(end);
        self.events.extend(kept.map(Event::Start));
    }

    fn link_if_allowed(&self, address: CowStr<'a>, kind: LinkType) -> Option<Tag<'a>> {
        let address = if kind == LinkType::Email { CowStr::from(format!("mailto:{address}")) } else { address };
        (self.spans < DEEPEST_SPAN && may_link_to(&address)).then(|| link(address))
    }

    fn end(&mut self) {
        let Some(Some(end)) = self.due.pop() else { return };
        self.count(Some(end), false);
        self.events.push(Event::End(end));
    }

    fn count(&mut self, end: Option<TagEnd>, opens: bool) {
        let shift = |number: &mut usize| *number = if opens { *number + 1 } else { number.saturating_sub(1) };
        if matches!(end, Some(TagEnd::List(_) | TagEnd::BlockQuote(_))) {
            shift(&mut self.blocks);
        }
        if matches!(end, Some(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)) {
            shift(&mut self.spans);
        }
        if matches!(end, Some(TagEnd::Link | TagEnd::CodeBlock)) {
            shift(&mut self.verbatim);
        }
    }

    /// Words, in which web addresses become links.
    fn text_with_links(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, address, after)) = split_at_address(rest) {
            self.push_text(before);
            self.events.push(Event::Start(link(CowStr::from(address.to_owned()))));
            self.push_text(address);
            self.events.push(Event::End(TagEnd::Link));
            rest = after;
        }
        self.push_text(rest);
    }

    fn push_text(&mut self, text: &str) {
        if !text.is_empty() {
            self.events.push(Event::Text(CowStr::from(text.to_owned())));
        }
    }
}

fn link(address: CowStr<'_>) -> Tag<'_> {
    Tag::Link { link_type: LinkType::Inline, dest_url: address, title: CowStr::Borrowed(""), id: CowStr::Borrowed("") }
}

/// The page has its own first and second heading.
fn heading_below_the_page<'a>(level: HeadingLevel) -> Tag<'a> {
    let level = if level == HeadingLevel::H1 { HeadingLevel::H3 } else { HeadingLevel::H4 };
    Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }
}

/// The first web address in a text, with what stands before and after it.
fn split_at_address(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find("http")?;
        let (before, found) = text.split_at_checked(start)?;
        let word_begins = !before.ends_with(|c: char| c.is_alphanumeric());
        match word_begins.then(|| address_length(found)).flatten() {
            Some(length) => {
                let (address, after) = found.split_at_checked(length)?;
                return Some((before, address, after));
            }
            None => from = start + "http".len(),
        }
    }
}

/// Bytes of the address that a text begins with, without the punctuation of the sentence around it.
fn address_length(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let scheme_length = text.len() - rest.len();
    let word = rest.split(|c: char| c.is_whitespace() || c.is_control() || "<>\"`“”«»".contains(c)).next()?;
    let mut address = word;
    loop {
        let trimmed = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '…', '’', ']', '}']);
        let unopened = trimmed.ends_with(')') && trimmed.matches(')').count() > trimmed.matches('(').count();
        let trimmed = if unopened { trimmed.strip_suffix(')').unwrap_or(trimmed) } else { trimmed };
        if trimmed.len() == address.len() {
            break;
        }
        address = trimmed;
    }
    let length = scheme_length + address.len();
    may_link_to(text.get(..length)?).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, address) in [
            ("Se https://example.org.", "https://example.org"),
            ("(https://example.org/a_(b)).", "https://example.org/a_(b)"),
            ("http://example.org/?a=1&b=2, och", "http://example.org/?a=1&b=2"),
            ("»https://åäö.example/väg«", "https://åäö.example/väg"),
        ] {
            assert_eq!(split_at_address(text).map(|(_, address, _)| address), Some(address), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address_is_left_alone() {
        for text in [
            "http",
            "https://",
            "http://.",
            "xhttps://example.org",
            "javascript://example.org",
            "http:example",
            "ftp://a.b",
        ] {
            assert_eq!(split_at_address(text), None, "{text}");
        }
    }
}

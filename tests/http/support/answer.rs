//! What came back.

use super::Page;

/// The answer to one request.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// Status code.
    pub(crate) status: u16,
    /// Names in lower case, in the order they came.
    pub(crate) headers: Vec<(String, String)>,
    /// The body as it came.
    pub(crate) bytes: Vec<u8>,
    /// The body as text.
    pub(crate) body: String,
    /// What was asked, for messages.
    pub(crate) asked: String,
}

impl Answer {
    /// The first header with this name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Where the visitor is sent on to; fails when nowhere.
    #[track_caller]
    pub(crate) fn location(&self) -> &str {
        let Some(location) = self.header("location") else { panic!("{self} leads nowhere") };
        location
    }

    /// The page.
    pub(crate) fn page(&self) -> Page {
        Page::read(&self.body)
    }

    /// The body as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{self} is no JSON: {error}"))
    }

    /// The code of an API error; empty when it is none.
    #[track_caller]
    pub(crate) fn problem(&self) -> String {
        self.json().pointer("/error/code").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    }

    /// Fails unless the status is this one.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self}");
        self
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = if self.body.contains("<html") { self.page().main_text() } else { self.body.clone() };
        let words: String = words.chars().take(1_000).collect();
        write!(formatter, "{} → {} {}: {words}", self.asked, self.status, self.header("location").unwrap_or(""))
    }
}

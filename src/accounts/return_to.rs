//! Where to go on after signing in: a page of ours and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Longest path that is kept, in bytes: that of a search with the longest text, and a cookie can carry it.
const PATH_LIMIT: usize = 1_500;

/// Pages that make no sense, or loop, right after signing in.
const NOT_TO: [&str; 5] = ["/sign-", "/example/people", "/api/", "/static/", "/language/"];

/// A path of this service, with its query string. The front page is the default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnTo(String);

impl ReturnTo {
    /// Reads a path that came from outside; anything that could lead to another site, or that a
    /// header cannot carry, becomes the front page.
    #[must_use]
    pub fn parse(raw: &str) -> Self {
        let ours = raw.starts_with('/') && !raw.starts_with("//");
        let plain = raw.chars().all(|c| c.is_ascii_graphic() && c != '\\');
        let sensible = !NOT_TO.iter().any(|start| raw.starts_with(start));
        let fits = ours && plain && sensible && raw.len() <= PATH_LIMIT;
        Self(if fits { raw.to_owned() } else { "/".to_owned() })
    }

    /// The path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0
    }

    /// Whether no other page than the front page was named.
    #[must_use]
    pub fn is_front(&self) -> bool {
        self.0 == "/"
    }

    /// The path in a form that a cookie can carry.
    #[must_use]
    pub fn cookie(&self) -> String {
        URL_SAFE_NO_PAD.encode(&self.0)
    }

    /// Reads what [`ReturnTo::cookie`] wrote; it is checked again, for a cookie can be written by
    /// anybody.
    #[must_use]
    pub fn from_cookie(value: Option<&str>) -> Self {
        let bytes = value.and_then(|value| URL_SAFE_NO_PAD.decode(value).ok()).unwrap_or_default();
        Self::parse(&String::from_utf8(bytes).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_ours_are_kept() {
        for path in ["/", "/ideas/2026-0412", "/ideas?state=open&after=%C3%A5"] {
            assert_eq!(ReturnTo::parse(path).path(), path);
            assert_eq!(ReturnTo::from_cookie(Some(&ReturnTo::parse(path).cookie())).path(), path);
        }
    }

    #[test]
    fn nothing_leads_to_another_site_or_round_in_a_circle() {
        for path in [
            "",
            "ideas",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "/a b",
            "/a\r\nSet-Cookie: x=y",
            "/å",
            "/sign-in?to=/sign-in",
            "/sign-out",
            "/api/v1/session",
        ] {
            assert_eq!(ReturnTo::parse(path).path(), "/", "{path:?}");
            let by_hand = URL_SAFE_NO_PAD.encode(path);
            assert_eq!(ReturnTo::from_cookie(Some(&by_hand)).path(), "/", "{path:?}");
        }
        assert!(ReturnTo::parse(&format!("/{}", "a".repeat(PATH_LIMIT))).is_front());
        assert!(ReturnTo::from_cookie(Some("%%%")).is_front());
        assert!(ReturnTo::from_cookie(None).is_front());
    }
}

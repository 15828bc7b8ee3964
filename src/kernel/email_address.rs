//! An e-mail address, checked once at the door.

use unicode_normalization::UnicodeNormalization;

/// Most characters an address may have (RFC 5321, 4.5.3.1.3, less the angle brackets).
pub const EMAIL_ADDRESS_LIMIT: usize = 254;

/// An address that can stand in a mail header: one `@`, no spaces, no control characters,
/// a domain with a dot, at most [`EMAIL_ADDRESS_LIMIT`] bytes.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address; surrounding white space is dropped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.trim().nfc().collect();
        let (local, domain) = text.rsplit_once('@')?;
        let plain = |part: &str| {
            part.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"()<>[]:;,\\\"".contains(c) && c.is_ascii())
        };
        let local_fits = !local.is_empty() && local.len() <= 64 && plain(local) && !local.contains('@');
        let labels_fit = domain.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        });
        let dots_fit = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
        let fits = text.len() <= EMAIL_ADDRESS_LIMIT && local_fits && dots_fit && domain.contains('.') && labels_fit;
        fits.then_some(Self(text))
    }

    /// An address that nobody has (RFC 2606), for showing what a mail looks like.
    #[must_use]
    pub fn sample() -> Self {
        Self("amina@example.org".to_owned())
    }

    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form under which an address is unique: lower case.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }

    /// A form for staff pages that does not give the address away: `a…@example.org`.
    #[must_use]
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or(("", ""));
        let first: String = local.chars().take(1).collect();
        format!("{first}…@{domain}")
    }
}

impl std::fmt::Debug for EmailAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_read() {
        for text in ["amina@example.org", " a.b+c@mail.example.se ", "Elin_98@EXAMPLE.ORG", "o'neil@example.org"] {
            assert!(EmailAddress::parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_could_break_a_header_is_refused() {
        for text in [
            "",
            "@",
            "a@",
            "@b.se",
            "a@b",
            "a b@c.se",
            "a@b.se\r\nBcc: x@y.se",
            "a@b..se",
            "\"a\"@b.se",
            "a@@b.se",
            "a@-b.se",
            ".a@b.se",
            "a..b@c.se",
            "a@b.se,c@d.se",
            "<a@b.se>",
            "å@b.se",
        ] {
            assert!(EmailAddress::parse(text).is_none(), "{text:?}");
        }
        assert!(EmailAddress::parse(&format!("{}@b.se", "a".repeat(65))).is_none());
    }

    #[test]
    fn debug_shows_only_the_masked_form() {
        let address = EmailAddress::parse("amina@example.org").unwrap();

        assert_eq!(format!("{address:?}"), "a…@example.org");
    }
}

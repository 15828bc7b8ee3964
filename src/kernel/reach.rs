//! How somebody without e-mail is reached: by telephone or by letter. Checked once at the door, and shown
//! by `Debug` only in a form that does not give it away.

use super::text::{TextFault, clean_text};
use crate::word_enum;

word_enum! {
    /// By what somebody is reached who has no e-mail.
    pub enum ReachWay {
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Letter = "letter",
    }
}

/// Where somebody is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// By telephone.
    Phone(PhoneNumber),
    /// By letter.
    Letter(PostalAddress),
}

impl Reach {
    /// What is stored, read again; none when it is not what it should be.
    #[must_use]
    pub fn from_stored(way: ReachWay, value: &str) -> Option<Self> {
        match way {
            ReachWay::Phone => PhoneNumber::parse(value).map(Self::Phone),
            ReachWay::Letter => PostalAddress::parse(value).ok().map(Self::Letter),
        }
    }

    /// By what.
    #[must_use]
    pub const fn way(&self) -> ReachWay {
        match self {
            Self::Phone(_) => ReachWay::Phone,
            Self::Letter(_) => ReachWay::Letter,
        }
    }

    /// The number or the address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(number) => number.as_str(),
            Self::Letter(address) => address.as_str(),
        }
    }
}

/// A telephone number as E.164 writes it: `+46701234567`.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneNumber(String);

/// Most characters that are looked at; nobody writes a number with more.
const TYPED_LIMIT: usize = 40;
/// Digits of a number with its country (E.164).
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;
/// Digits of a Swedish number without country and without the 0 before it.
const SWEDISH_DIGITS: std::ops::RangeInclusive<usize> = 7..=9;

impl PhoneNumber {
    /// Reads a Swedish number (`070-123 45 67`, `08/123 456 78`) or one with its country (`+46 (0)70 …`,
    /// `0047 …`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.chars().count() > TYPED_LIMIT {
            return None;
        }
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let (is_whole, rest) = match text.strip_prefix('+').or_else(|| text.strip_prefix("00")) {
            Some(rest) => (true, rest.replacen("(0)", "", 1)),
            None => (false, text.strip_prefix('0').or_else(|| text.strip_prefix("(0"))?.to_owned()),
        };
        let digits: String = rest.chars().filter(|c| !"-–./()".contains(*c)).collect();
        if !digits.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let national = if is_whole { digits.strip_prefix("46") } else { Some(&*digits) };
        if let Some(national) = national {
            // Some write the 0 after the country too.
            let national = if is_whole { national.strip_prefix('0').unwrap_or(national) } else { national };
            let fits = SWEDISH_DIGITS.contains(&national.len()) && !national.starts_with('0');
            return fits.then(|| Self(format!("+46{national}")));
        }
        let fits = DIGITS.contains(&digits.len()) && !digits.starts_with('0');
        fits.then(|| Self(format!("+{digits}")))
    }

    /// The number, as E.164 writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PhoneNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let country: String = self.0.chars().take(3).collect();
        write!(formatter, "{country}…")
    }
}

/// A postal address as it stands on an envelope.
#[derive(Clone, PartialEq, Eq)]
pub struct PostalAddress(String);

impl PostalAddress {
    /// Fewest characters: less is no address.
    const LEAST: usize = 10;
    /// Most characters.
    pub const LIMIT: usize = 300;

    /// Cleans and measures an address.
    ///
    /// # Errors
    /// When nothing is left, or it is too short or too long.
    pub fn parse(raw: &str) -> Result<Self, TextFault> {
        let text = clean_text(raw).trim().to_owned();
        match text.chars().count() {
            0 => Err(TextFault::Empty),
            length if length < Self::LEAST => Err(TextFault::TooShort { least: Self::LEAST }),
            length if length > Self::LIMIT => Err(TextFault::TooLong { limit: Self::LIMIT, length }),
            _ => Ok(Self(text)),
        }
    }

    /// The address, line by line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PostalAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an address")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        PhoneNumber::parse(text).map(|number| number.as_str().to_owned())
    }

    #[test]
    fn swedish_numbers_are_read_however_they_are_written() {
        for text in [
            "070-123 45 67",
            "0701234567",
            " 070 – 123 45 67 ",
            "(070) 123 45 67",
            "+46701234567",
            "+46 (0)70-123 45 67",
            "+46 070 123 45 67",
            "0046 70 123 45 67",
        ] {
            assert_eq!(read(text).as_deref(), Some("+46701234567"), "{text}");
        }
        assert_eq!(read("031-10 00 00").as_deref(), Some("+4631100000"));
        assert_eq!(read("08/123 456 78").as_deref(), Some("+46812345678"));
    }

    #[test]
    fn numbers_of_other_countries_need_their_country() {
        assert_eq!(read("+47 22 12 34 56").as_deref(), Some("+4722123456"));
        assert_eq!(read("00252 61 2345678").as_deref(), Some("+252612345678"));
        assert_eq!(read("+1 (212) 555-0100").as_deref(), Some("+12125550100"));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "0",
            "112",
            "070",
            "070-12",
            "123 45 67",
            "ring mig",
            "070-123 45 67 8",
            "+",
            "+46",
            "+0123456789",
            "+12345678901234567",
            "070-123 45 67 kväll",
            "++46701234567",
            "0700x123456",
            "٠٧٠١٢٣٤٥٦٧",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
        assert_eq!(read(&"0701234567 ".repeat(5)), None);
    }

    #[test]
    fn an_address_is_cleaned_and_bounded() {
        let parsed = PostalAddress::parse(" Rut Ek \r\nGatan 3\r\n\r\n\r\n418 34 Göteborg ").unwrap();

        assert_eq!(parsed.as_str(), "Rut Ek\nGatan 3\n\n418 34 Göteborg");
        assert_eq!(PostalAddress::parse(" \n "), Err(TextFault::Empty));
        assert_eq!(PostalAddress::parse("Gatan 3"), Err(TextFault::TooShort { least: 10 }));
        assert_eq!(PostalAddress::parse(&"å".repeat(301)), Err(TextFault::TooLong { limit: 300, length: 301 }));
    }

    #[test]
    fn debug_gives_neither_away() {
        let reach = [
            Reach::Phone(PhoneNumber::parse("070-123 45 67").unwrap()),
            Reach::Letter(PostalAddress::parse("Rut Ek, Gatan 3").unwrap()),
        ];

        assert_eq!(format!("{reach:?}"), "[Phone(+46…), Letter(an address)]");
    }
}

//! The address that a bounce comes back to. Each mail has its own, so that a bounce names its mail
//! whatever the other server quotes, and with a keyed hash, so that nobody marks another's address by
//! guessing.

use crate::kernel::token::{Key, same};
use crate::kernel::{EmailAddress, EmailId};

/// Longest part before the @ that leaves room for the rest (RFC 5321: 64).
pub(super) const LOCAL_LIMIT: usize = 16;
/// Digits and letters of the hash: 80 bits. In lower case, because some servers fold addresses.
const HASH_LENGTH: usize = 20;
/// Most addresses of one text that are compared; each costs a hash.
const MOST_NAMED: usize = 200;

/// The envelope's sender for a mail, from the address of the settings.
pub(super) fn address(base: &EmailAddress, key: &Key, mail: EmailId) -> Option<EmailAddress> {
    let (local, domain) = base.as_str().rsplit_once('@')?;
    EmailAddress::parse(&format!("{local}+{mail}.{}@{domain}", hash(key, mail)))
}

/// The mail that a text names by such an address; what does not carry its hash names none. Any text may
/// come here.
#[must_use]
pub fn mail_named_in(text: &str, key: &Key) -> Option<EmailId> {
    let named = text.split('+').skip(1).filter_map(|rest| {
        let (number, rest) = rest.split_once('.')?;
        let fits = (1..=18).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        let given = rest.get(..HASH_LENGTH).filter(|given| given.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        fits.then(|| Some((EmailId::new(number.parse().ok()?), given.to_ascii_lowercase())))?
    });
    named.take(MOST_NAMED).find(|(mail, given)| same(&hash(key, *mail), given)).map(|(mail, _)| mail)
}

fn hash(key: &Key, mail: EmailId) -> String {
    let [high, low] = ["bounce", "bounce-more"].map(|purpose| key.number(purpose, &[&mail.to_string()]));
    let text = format!("{high:016x}{low:016x}");
    text.chars().take(HASH_LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key::new(vec![byte; 32])
    }

    #[test]
    fn an_address_names_its_mail_and_a_guess_names_none() {
        let base = EmailAddress::parse("bounce@town.se").unwrap();
        let own = address(&base, &key(1), EmailId::new(4711)).unwrap();

        assert!(own.as_str().starts_with("bounce+4711.") && own.as_str().ends_with("@town.se"), "{}", own.as_str());
        assert_eq!(mail_named_in(own.as_str(), &key(1)), Some(EmailId::new(4711)));
        assert_eq!(mail_named_in(&own.as_str().to_uppercase(), &key(1)), Some(EmailId::new(4711)));
        assert_eq!(mail_named_in(&format!("a+b <{}> c", own.as_str()), &key(1)), Some(EmailId::new(4711)));
        assert_eq!(mail_named_in(own.as_str(), &key(2)), None);
        assert_eq!(mail_named_in(&own.as_str().replace("4711", "4712"), &key(1)), None);
        for odd in ["", "+", "+.", "+1.", "+99999999999999999999.aa", "+1.ååååååååååååååååååååå", "++1..."]
        {
            assert_eq!(mail_named_in(odd, &key(1)), None, "{odd}");
        }
    }

    #[test]
    fn the_longest_address_still_fits() {
        let base = EmailAddress::parse(&format!("{}@town.se", "b".repeat(LOCAL_LIMIT))).unwrap();

        assert!(address(&base, &key(1), EmailId::new(i64::MAX)).is_some());
    }
}

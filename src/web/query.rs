//! Query strings, read strictly: what is not known is told, with what there is.

use std::borrow::Cow;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::Deserializer;
use serde::de::value::Error as ReadError;
use serde::de::{DeserializeOwned, Error as _, Visitor};

use crate::error::{Code, Error};

/// A query string. Unknown names are an error when the type says `deny_unknown_fields`.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = std::future::Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(read(request.query_string()).map(Self))
    }
}

/// A query string as what it says. A NUL character, which nobody types and PostgreSQL takes for a fault of
/// the program, is left out; woven so that one stands there again, it is refused.
fn read<T: DeserializeOwned>(text: &str) -> crate::error::Result<T> {
    let text = text.replace(NUL, "");
    if text.contains(NUL) {
        return Err(Error::refused(Code::MalformedBody));
    }
    let text = without_tracking(&text);
    serde_html_form::from_str(&text).map_err(|_quotes_the_sender| wrong::<T>(&text))
}

/// A NUL character in an address.
const NUL: &str = "%00";

/// Names that social media and mail services hang on to the addresses that people share. They are nobody's
/// here: what is known stays strict, and a shared link works.
const TRACKING: [&str; 12] = [
    "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "ttclid", "igshid", "mc_cid", "mc_eid", "_gl",
];

fn without_tracking(text: &str) -> Cow<'_, str> {
    let is_tracking = |pair: &str| {
        let name = pair.split('=').next().unwrap_or_default();
        name.starts_with("utm_") || TRACKING.contains(&name)
    };
    if !text.split('&').any(is_tracking) {
        return Cow::Borrowed(text);
    }
    let kept: Vec<&str> = text.split('&').filter(|pair| !is_tracking(pair)).collect();
    Cow::Owned(kept.join("&"))
}

/// Why a query string cannot be read as a `T`: a name that there is none of, or else one that
/// stands there twice or holds no text.
fn wrong<T: DeserializeOwned>(text: &str) -> Error {
    let known = names::<T>();
    let sent: Vec<(String, String)> = serde_urlencoded::from_str(text).unwrap_or_default();
    match sent.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        Some((name, _)) if !known.is_empty() => Error::unknown_parameter(name, known),
        Some(_) | None => Error::refused(Code::MalformedBody),
    }
}

/// The names of a struct's fields, as serde tells them to whoever reads it.
fn names<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut listener = Listener(&[]);
    match T::deserialize(&mut listener) {
        // Nothing is read: only the question counts.
        Ok(_) | Err(_) => listener.0,
    }
}

struct Listener(&'static [&'static str]);

impl<'de> Deserializer<'de> for &mut Listener {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, ReadError> {
        Err(ReadError::custom("only listening"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.0 = fields;
        self.deserialize_any(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its names count")]
    struct Asked {
        theme: Option<String>,
        after: Option<String>,
    }

    #[test]
    fn an_unknown_name_is_told_with_those_that_there_are() {
        let Error::Refused { code, args } = wrong::<Asked>("theme=a&colour=red") else { panic!("another kind") };

        assert_eq!(code, Code::UnknownParameter);
        let args: Vec<&str> = args.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(args, [r#""colour""#, r#""theme", "after""#]);
    }

    #[test]
    fn a_nul_is_left_out_and_refused_where_it_is_woven() {
        let theme = |text: &str| read::<Asked>(text).map(|asked| asked.theme.unwrap_or_default());

        assert_eq!(theme("theme=b%00%c3%a4nk%00").unwrap(), "bänk");
        assert!(theme("theme=b%0%000nk").is_err());
        assert_eq!(theme("theme=%2500").unwrap(), "%00", "the words of somebody who asks how it is written");
    }

    #[test]
    fn a_link_that_was_shared_works_with_what_was_hung_on_it() {
        let kept = |text: &'static str| without_tracking(text).into_owned();

        assert_eq!(kept("theme=a&fbclid=x&utm_source=y"), "theme=a");
        assert_eq!(kept("fbclid=x"), "");
        assert_eq!(kept("theme=a&colour=red&utm"), "theme=a&colour=red&utm");
    }

    #[test]
    fn a_name_that_stands_there_twice_cannot_be_read() {
        let Error::Refused { code, .. } = wrong::<Asked>("theme=a&theme=b") else { panic!("another kind") };

        assert_eq!(code, Code::MalformedBody);
    }
}

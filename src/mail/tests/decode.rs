//! Reads a mail as a reader's program does (RFC 5322, 2045, 2047), sharing nothing with the code
//! that writes it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub(super) struct Decoded {
    pub(super) headers: Vec<(String, String)>,
    /// Type and decoded text of each part, in order.
    pub(super) parts: Vec<(String, String)>,
}

impl Decoded {
    pub(super) fn read(raw: &str) -> Self {
        let (head, body) = raw.split_once("\r\n\r\n").expect("a mail has a head and a body");
        let headers = read_headers(head);
        let boundary = one(&headers, "Content-Type").split("boundary=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut parts = Vec::new();
        for section in body.split(&format!("--{boundary}")).skip(1) {
            let Some(section) = section.strip_prefix("\r\n") else { continue };
            let (head, body) = section.split_once("\r\n\r\n").unwrap();
            let headers = read_headers(head);
            let body = body.strip_suffix("\r\n").unwrap();
            let text = match one(&headers, "Content-Transfer-Encoding").as_str() {
                "7bit" => body.to_owned(),
                "quoted-printable" => quoted_printable(body, false),
                "base64" => String::from_utf8(STANDARD.decode(body.replace("\r\n", "")).unwrap()).unwrap(),
                other => panic!("unexpected encoding {other}"),
            };
            parts.push((one(&headers, "Content-Type").to_owned(), text.replace("\r\n", "\n")));
        }
        Self { headers, parts }
    }

    /// The value of a header that must stand exactly once, encoded words decoded.
    pub(super) fn header(&self, name: &str) -> String {
        words(one(&self.headers, name))
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.headers.iter().map(|(name, _)| name.as_str()).collect()
    }
}

fn one<'a>(headers: &'a [(String, String)], name: &str) -> &'a String {
    let mut found = headers.iter().filter(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    let value = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "{name} stands twice");
    value
}

fn read_headers(head: &str) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in head.split("\r\n") {
        if line.starts_with([' ', '\t']) {
            headers.last_mut().unwrap().1.push_str(line);
        } else {
            let (name, value) = line.split_once(": ").unwrap_or_else(|| panic!("not a header: {line:?}"));
            headers.push((name.to_owned(), value.to_owned()));
        }
    }
    headers
}

/// Decodes the encoded words of an unfolded value; white space between two of them is dropped.
fn words(value: &str) -> String {
    let mut text = String::new();
    let mut after_encoded = false;
    for token in value.split(' ') {
        let inner = token.strip_prefix("=?").and_then(|token| token.strip_suffix("?="));
        let encoded = inner.map(|inner| inner.split('?').collect::<Vec<_>>());
        if let Some([charset, encoding, payload]) = encoded.as_deref() {
            assert!(charset.eq_ignore_ascii_case("utf-8") && token.len() <= 75, "{token}");
            let bytes = match encoding.to_ascii_uppercase().as_str() {
                "B" => STANDARD.decode(payload).unwrap(),
                _ => quoted_printable(payload, true).into_bytes(),
            };
            if !after_encoded && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&String::from_utf8(bytes).expect("cut between characters"));
            after_encoded = true;
        } else {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(token);
            after_encoded = false;
        }
    }
    text
}

fn quoted_printable(text: &str, in_header: bool) -> String {
    let joined = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'=' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            b'_' if in_header => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).unwrap()
}

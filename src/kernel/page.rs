//! Lists are read page by page after a cursor, so that page 500 costs what page 1 does.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Rows on one page of a list.
pub const PAGE_SIZE: i64 = 20;

/// The place in a list after which the next page begins: the sort value and id of the last row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Value of the column that the list is sorted by.
    pub sort: i64,
    /// Id of the row, which breaks ties.
    pub id: i64,
}

impl Cursor {
    /// The cursor as it stands in an address.
    #[must_use]
    pub fn encode(self) -> String {
        URL_SAFE_NO_PAD.encode([self.sort.to_be_bytes(), self.id.to_be_bytes()].concat())
    }

    /// Reads a cursor from an address; anything else than what [`Cursor::encode`] wrote is `None`.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (sort, id) = bytes.split_first_chunk::<8>()?;
        Some(Self { sort: i64::from_be_bytes(*sort), id: i64::from_be_bytes(id.try_into().ok()?) })
    }
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows, at most [`PAGE_SIZE`] of them.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// Makes a page from up to one row more than fits; `cursor_of` gives the place of a row.
    #[must_use]
    pub fn cut(mut rows: Vec<T>, size: usize, cursor_of: impl Fn(&T) -> Cursor) -> Self {
        let more = rows.len() > size;
        rows.truncate(size);
        let next = if more { rows.last().map(cursor_of) } else { None };
        Self { items: rows, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address() {
        for cursor in [Cursor { sort: -5, id: 7 }, Cursor { sort: i64::MAX, id: i64::MIN }] {
            assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
        assert_eq!(Cursor::decode("x"), None);
        assert_eq!(Cursor::decode("%%%"), None);
    }
}

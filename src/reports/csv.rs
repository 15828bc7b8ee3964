//! Tables as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet.

use crate::error::{Error, Result};

/// A table: a row of column names, then the rows.
///
/// # Errors
/// When writing fails, which is a mistake of ours.
pub fn table(columns: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).map_err(Error::internal)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(Error::internal)?;
    }
    writer.into_inner().map_err(|error| Error::internal(error.into_error()))
}

/// A spreadsheet takes a cell that begins so for a formula and runs it; an apostrophe stops that.
/// Numbers below zero stay numbers.
fn harmless(cell: &str) -> String {
    let begins_a_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins_a_formula && cell.parse::<i64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        for cell in ["=1+1", "+1 bänk", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["", "Fler bänkar", "-5", "12", "a=b"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn commas_quotes_and_line_breaks_stay_in_their_cell() {
        let written = table(&["a", "b"], &[vec!["x, \"y\"".to_owned(), "rad 1\nrad 2".to_owned()]]).unwrap();

        assert_eq!(String::from_utf8(written).unwrap(), "a,b\n\"x, \"\"y\"\"\",\"rad 1\nrad 2\"\n");
    }
}

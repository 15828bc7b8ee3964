//! The public number of an idea, as `2026-0412`: year of arrival and order within it.

/// Whether a text has the form of a number: four digits, a hyphen, four to nine digits.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    text.split_once('-')
        .is_some_and(|(year, order)| year.len() == 4 && (4..=9).contains(&order.len()) && digits(year) && digits(order))
}

/// The number of the idea that arrived as number `order` in a year.
#[must_use]
pub fn format_number(year: i16, order: i64) -> String {
    format!("{year:04}-{order:04}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form() {
        assert!(is_number(&format_number(2026, 412)));
        assert!(is_number("2026-12345"));
        for text in ["", "2026-41", "26-0412", "2026-04a2", "2026--0412", "2026-0412-1"] {
            assert!(!is_number(text), "{text}");
        }
    }
}

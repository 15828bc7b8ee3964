//! Seats given and ended by hand: what is written in the form, and the statements for it.
//!
//! Not here: who may do so ([`crate::admin`]).

pub mod store;

use serde::Deserialize;

use super::SeatRole;
use crate::db::sent_forms::FORM_KEY_LIMIT;
use crate::error::{Code, Error, FieldErrors, Result};
use crate::kernel::text::{DisplayName, Label};
use crate::kernel::{Date, EmailAddress};

/// A seat may begin at most so many days ago, and end at most so many days ahead.
const FARTHEST_DAYS: i32 = 20 * 366;

/// The form as it came in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RawSeat {
    /// Contact of the one who gets the seat.
    pub email: String,
    /// Name that others see, for somebody who is new here.
    pub name: String,
    /// Word for the role.
    pub role: String,
    /// For whom the person speaks.
    pub represents: String,
    /// First day, as `2026-11-26`; empty means today.
    pub starts_on: String,
    /// Last day; empty when there is none.
    pub ends_on: String,
    /// Key of the form.
    pub form_key: String,
}

/// A seat to be given.
#[derive(Debug, Clone)]
pub struct SeatToGive {
    /// Contact of the one who gets the seat.
    pub email: EmailAddress,
    /// Name for somebody who is new here.
    pub name: Option<DisplayName>,
    /// What the person will do.
    pub role: SeatRole,
    /// For whom the person speaks.
    pub represents: Label,
    /// First day.
    pub starts_on: Date,
    /// Last day, if the term has one.
    pub ends_on: Option<Date>,
    /// Key of the form.
    pub form_key: String,
}

impl RawSeat {
    /// Reads the form.
    ///
    /// # Errors
    /// Everything that is wrong, field by field; a form without a key is none of ours.
    pub fn parse(&self, today: Date) -> Result<SeatToGive> {
        if !(1..=FORM_KEY_LIMIT).contains(&self.form_key.len()) {
            return Err(Error::refused(Code::MalformedBody));
        }
        let mut errors = FieldErrors::default();
        let email = EmailAddress::parse(&self.email);
        if email.is_none() {
            errors.add("email", Code::FieldNotEmail);
        }
        let name = match self.name.trim() {
            "" => None,
            name => errors.text("name", DisplayName::parse(name)),
        };
        let role = errors.choice::<SeatRole>("role", &self.role);
        let represents = errors.text("represents", Label::parse(&self.represents));
        let starts_on = read_day("starts_on", &self.starts_on, today, &mut errors).map(|day| day.unwrap_or(today));
        let ends_on = read_day("ends_on", &self.ends_on, today, &mut errors);
        if let (Some(first), Some(Some(last))) = (starts_on, ends_on)
            && last < first
        {
            errors.add("ends_on", Code::FieldDateOrder);
        }
        let value = (|| {
            Some(SeatToGive {
                email: email?,
                name,
                role: role?,
                represents: represents?,
                starts_on: starts_on?,
                ends_on: ends_on?,
                form_key: self.form_key.clone(),
            })
        })();
        errors.finish(value)
    }
}

/// A day that may be left out; the outer is none when it is wrong.
#[expect(clippy::option_option, reason = "the outer says whether it is right, the inner whether it was given")]
fn read_day(field: &'static str, raw: &str, today: Date, errors: &mut FieldErrors) -> Option<Option<Date>> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Some(None);
    }
    let Some(day) = Date::parse(raw) else {
        errors.add(field, Code::FieldNotDate);
        return None;
    };
    if day.days_since(today).abs() > FARTHEST_DAYS {
        errors.add(field, Code::FieldDateTooFar);
        return None;
    }
    Some(Some(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw() -> RawSeat {
        RawSeat {
            email: "elin@example.org".to_owned(),
            role: "member".to_owned(),
            represents: "Ungdomsrådet".to_owned(),
            form_key: "k".to_owned(),
            ..RawSeat::default()
        }
    }

    fn today() -> Date {
        Date::parse("2026-11-20").unwrap()
    }

    fn fault(raw: &RawSeat, field: &str) -> Option<Code> {
        match raw.parse(today()) {
            Err(Error::Invalid(errors)) => errors.of(field).map(|error| error.code),
            Ok(_) | Err(_) => None,
        }
    }

    #[test]
    fn a_seat_without_dates_begins_today_and_has_no_end() {
        let seat = raw().parse(today()).unwrap();

        assert_eq!((seat.starts_on, seat.ends_on), (today(), None));
        assert!(seat.name.is_none());
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        let with = |change: fn(&mut RawSeat)| {
            let mut raw = raw();
            change(&mut raw);
            raw
        };

        assert_eq!(fault(&with(|raw| raw.email = "elin".to_owned()), "email"), Some(Code::FieldNotEmail));
        assert_eq!(fault(&with(|raw| raw.role = String::new()), "role"), Some(Code::FieldNotChosen));
        assert_eq!(fault(&with(|raw| raw.role = "king".to_owned()), "role"), Some(Code::FieldUnknownChoice));
        assert_eq!(fault(&with(|raw| raw.represents = " ".to_owned()), "represents"), Some(Code::FieldEmpty));
        assert_eq!(fault(&with(|raw| raw.starts_on = "26 november".to_owned()), "starts_on"), Some(Code::FieldNotDate));
        assert_eq!(fault(&with(|raw| raw.ends_on = "2126-01-01".to_owned()), "ends_on"), Some(Code::FieldDateTooFar));
        assert_eq!(fault(&with(|raw| raw.ends_on = "2026-11-19".to_owned()), "ends_on"), Some(Code::FieldDateOrder));
        assert!(matches!(with(|raw| raw.form_key.clear()).parse(today()), Err(Error::Refused { .. })));
    }
}

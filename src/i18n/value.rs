//! Values that a text can hold.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// Something that can stand in a text: words, or a whole number that chooses the plural form.
/// References count too, because templates often hand over references.
pub trait Value {
    /// The value as Fluent knows it.
    fn as_fluent(&self) -> FluentValue<'_>;
}

impl<T: Value + ?Sized> Value for &T {
    fn as_fluent(&self) -> FluentValue<'_> {
        (**self).as_fluent()
    }
}

impl Value for str {
    fn as_fluent(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Value for String {
    fn as_fluent(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

impl Value for Cow<'_, str> {
    fn as_fluent(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_ref())
    }
}

macro_rules! number_values {
    ($($number:ty)*) => {$(
        impl Value for $number {
            fn as_fluent(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )*};
}

number_values!(i8 i16 i32 i64 u8 u16 u32 u64 usize);

/// A value that arrives as text: a number if it is written exactly as one, else words.
pub(super) fn number_or_text(text: &str) -> FluentValue<'_> {
    match text.parse::<i64>() {
        Ok(number) if number.to_string() == text => FluentValue::from(number),
        Ok(_) | Err(_) => FluentValue::from(text),
    }
}

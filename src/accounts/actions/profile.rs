//! What a person decides about his or her account.

use serde::Deserialize;

use crate::accounts::{standing, store};
use crate::db::Db;
use crate::error::{Error, FieldErrors, Result};
use crate::i18n::Locale;
use crate::kernel::Actor;
use crate::kernel::text::DisplayName;
use crate::policy::{self, Action};

/// The form as it came in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RawProfile {
    /// Name that others see.
    pub display_name: String,
    /// Language.
    pub locale: String,
}

/// What a person has decided.
#[derive(Debug, Clone)]
pub struct NewProfile {
    /// Name that others see.
    pub display_name: DisplayName,
    /// Language.
    pub locale: Locale,
}

impl RawProfile {
    /// Reads the form.
    ///
    /// # Errors
    /// Everything that is wrong, field by field.
    pub fn parse(&self) -> Result<NewProfile> {
        let mut errors = FieldErrors::default();
        let display_name = errors.text("display_name", DisplayName::parse(&self.display_name));
        let locale = errors.choice::<Locale>("locale", &self.locale);
        let value = display_name.zip(locale);
        errors.finish(value.map(|(display_name, locale)| NewProfile { display_name, locale }))
    }
}

/// Saves it.
pub fn save_profile(db: &Db, actor: &Actor, new: &NewProfile) -> Result<()> {
    db.write(|tx| {
        policy::authorise(&standing::of(tx.conn, actor)?, Action::AccountManage)?;
        let person = actor.person().ok_or(Error::SignInNeeded)?;
        let profile = store::Profile { display_name: new.display_name.as_str().to_owned(), locale: new.locale };
        store::save_profile(tx, person, &profile)
    })
}

//! The week of a theme to everyone who follows it: read, composed and written, not sent.

use std::time::Instant;

use medskapa::accounts::store::{self as people, NewPerson};
use medskapa::app::{Adapters, App};
use medskapa::error::Error;
use medskapa::follows;
use medskapa::i18n::Locale;
use medskapa::kernel::{Clock, EmailAddress};
use medskapa::notifications::{gather_news, put_bundles_together};
use medskapa::policy::Role;

use crate::Outcome;
use crate::house::{Empty, Kind};

/// People who are written down in one transaction.
const AT_ONCE: usize = 1_000;
/// When the week has ended and its bundles are due.
const HOUR: i8 = 18;

/// What was measured.
pub(crate) struct Digest {
    /// Mails that were composed.
    pub(crate) mails: usize,
    /// Seconds for deciding who is told, and for composing.
    pub(crate) gathered: f64,
    pub(crate) composed: f64,
    /// Memory in MiB before, and most while it was done.
    pub(crate) memory: (u64, u64),
}

pub(crate) fn measure(kind: Kind, readers: usize) -> Outcome<Digest> {
    let place = Empty::find(kind)?;
    let today = Clock::System.now().date();
    // Day 0 was a Thursday, on which weeks end; what the example town has done lately lies before the next.
    let ends_on = today.plus_days((-today.number()).rem_euclid(7));
    let adapters = Adapters { clock: Clock::standing_at(ends_on.at_hour(HOUR)), ..Adapters::default() };
    let app = App::build(place.config, adapters)?;
    medskapa::example::load_if_empty(&app.config, &app.db, &app.town)?;
    let themes = &app.town.settings.themes;
    for batch in 0..readers.div_ceil(AT_ONCE) {
        add(&app, themes, batch * AT_ONCE..readers.min((batch + 1) * AT_ONCE))?;
    }
    let before = memory("VmRSS:")?;
    // From now on the most is counted anew.
    std::fs::write("/proc/self/clear_refs", "5")?;
    let begun = Instant::now();
    gather_news(&app.db)?;
    let gathered = begun.elapsed().as_secs_f64();
    let mails = put_bundles_together(&app.db, &app.town).map_err(|trouble| trouble.why)?;
    let composed = begun.elapsed().as_secs_f64() - gathered;
    drop((place.server, place.folder));
    Ok(Digest { mails, gathered, composed, memory: (before, memory("VmHWM:")?) })
}

/// Adds people of whom each follows one theme.
fn add(app: &App, themes: &[String], places: std::ops::Range<usize>) -> Outcome<()> {
    let added = app.db.write(|tx| {
        for (place, theme) in places.clone().zip(themes.iter().cycle()) {
            let email = EmailAddress::parse(&format!("lasare-{place}@example.org"));
            let email = email.ok_or_else(|| Error::internal("not an address"))?;
            let new = NewPerson {
                email: &email,
                display_name: "Läsare",
                organisation: None,
                about: None,
                locale: Locale::Swedish,
                role: Role::Resident,
                example: false,
                confirmed: true,
            };
            let person = people::insert(tx, &new)?;
            follows::store::follow_theme(tx, theme, person)?;
        }
        Ok(())
    });
    Ok(added?)
}

/// A figure of this process's memory in MiB.
fn memory(name: &str) -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such figure")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1024)
}

//! `medskapa reindex`: builds the search index anew from the database.

use super::failure::Result;
use crate::app::{Adapters, App};
use crate::config::Config;
use crate::workers;

pub(super) fn run(config: Config) -> Result<()> {
    let app = App::build(config, Adapters::default())?;
    workers::rebuild(&app.db, &app.search)?;
    super::say(&format!("{} ideas can be found.", app.search.count()?));
    Ok(())
}

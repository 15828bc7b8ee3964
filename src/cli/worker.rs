//! `medskapa worker`: jobs, clocks and mail, without serving.

use std::sync::Arc;

use super::failure::Result;
use super::signals;
use crate::admin::Vitals;
use crate::app::{Adapters, App};
use crate::config::Config;
use crate::workers::{Duties, Workers};

/// Said when the threads run.
const WORKS: &str = "Medskapa works. Stop it with Ctrl-C.";

pub(super) fn run(config: Config) -> Result<()> {
    let parts = App::worker_parts(config, Adapters::default())?;
    let workers = Workers::start(&parts, &Arc::new(Vitals::default()), Duties::All)?;
    super::say(WORKS);
    actix_web::rt::System::new().block_on(signals::wait_for_the_end());
    workers.stop();
    Ok(())
}

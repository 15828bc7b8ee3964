//! `medskapa serve`: the server, with the workers inside unless told otherwise.

use std::net::TcpListener;

use super::signals;
use crate::app::{Adapters, App};
use crate::config::Config;
use crate::error::{Error, Result};
use crate::workers::Workers;

/// Said when an empty database has been filled.
const LOADED: &str = "The example town is loaded.";

/// Options of `serve`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Options {
    /// Leave jobs, clocks and mail to another process (`medskapa worker`).
    #[arg(long)]
    no_worker: bool,
}

pub(super) fn run(config: Config, options: &Options) -> Result<()> {
    let app = App::build(config, Adapters::default())?;
    let _lock = super::lock::take(&app.config.data_folder)?;
    if app.example && crate::example::load_if_empty(&app.config, &app.db, &app.town)? {
        super::say(LOADED);
    }
    let listener = TcpListener::bind(&app.config.server.listen)
        .map_err(|error| Error::internal(format!("server.listen {}: {error}", app.config.server.listen)))?;
    let workers = Workers::start(&app.parts(), &app.vitals, options.no_worker)?;
    super::say(&format!("Medskapa: http://{}", app.config.server.listen));
    let served = actix_web::rt::System::new().block_on(async {
        let server = app.serve(listener)?;
        let handle = server.handle();
        actix_web::rt::spawn(async move {
            signals::wait_for_the_end().await;
            handle.stop(true).await;
        });
        server.await.map_err(|error| Error::Unavailable(error.into()))
    });
    workers.stop();
    served
}

//! `medskapa serve`: the server, with the workers inside unless told otherwise.

use std::net::TcpListener;

use crate::app::{Adapters, App};
use crate::config::Config;
use crate::error::{Error, Result};

/// Options of `serve`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Options {
    /// Leave jobs, clocks and mail to another process (`medskapa worker`).
    #[arg(long)]
    no_worker: bool,
}

pub(super) fn run(config: Config, options: &Options) -> Result<()> {
    let app = App::build(config, Adapters::default())?;
    let listener = TcpListener::bind(&app.config.server.listen)
        .map_err(|error| Error::internal(format!("server.listen {}: {error}", app.config.server.listen)))?;
    super::say(&format!("Medskapa: http://{}", app.config.server.listen));
    let _ = options.no_worker;
    actix_web::rt::System::new()
        .block_on(async { app.serve(listener)?.await.map_err(|error| Error::Unavailable(error.into())) })
}

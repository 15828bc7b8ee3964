//! `medskapa serve`: the server, with the workers inside unless told otherwise.

use std::net::{SocketAddr, TcpListener};

use super::{failure, signals};
use crate::app::{Adapters, App};
use crate::config::{Config, ConfigError};
use crate::error::{Error, Result};
use crate::workers::{Duties, Workers};
use crate::{accounts, admin, groups, mail};

/// Said when an empty database has been filled.
const LOADED: &str = "The example town is loaded.";

/// Said at every start of a real town while mails go into a folder.
const NO_MAIL: &str = "Mails are not sent: mail.backend = folder writes them into the data folder. Set mail.backend = smtp, \
                       or nobody gets a code.";
/// Said when nobody can look after people and roles.
const NO_ADMIN: &str = "There is no administrator yet. Make one: medskapa user create-admin ADDRESS";

/// Said when no idea can be published.
const NO_GROUP: &str = "There is no steering group yet, so no idea can be published. Make one: medskapa group create, \
                        or /admin/groups/new";

/// Options of `serve`.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Options {
    /// Leave jobs, clocks and mail to another process (`medskapa worker`).
    #[arg(long)]
    no_worker: bool,
}

pub(super) fn run(config: Config, options: &Options) -> failure::Result<()> {
    let mut app = App::build(config, Adapters::default())?;
    app.figures = admin::Figures::install()?;
    let _lock = super::lock::take(&app.config.data_folder)?;
    if app.example && crate::example::load_if_empty(&app.config, &app.db, &app.town)? {
        super::say(LOADED);
    }
    let listener =
        TcpListener::bind(&app.config.server.listen).map_err(|error| occupied(&app.config.server.listen, &error))?;
    // Asked of the listener: with port 0 the machine chooses one.
    let address = listener.local_addr().map_err(|error| Error::Unavailable(error.into()))?;
    let duties = if options.no_worker { Duties::FollowOnly } else { Duties::All };
    let workers = Workers::start(&app.parts(), &app.vitals, duties)?;
    welcome(&app, address)?;
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
    Ok(served?)
}

fn occupied(listen: &str, cause: &std::io::Error) -> ConfigError {
    let allowed = "an address of this machine with a port that no other program uses; port 0 takes a free one";
    ConfigError::NotAllowed { key: "server.listen", value: format!("{listen} ({cause})"), allowed }
}

/// Says where the service is and how to get in.
fn welcome(app: &App, address: SocketAddr) -> Result<()> {
    let address = format!("http://{address}");
    super::say(&format!("Medskapa: {address}"));
    if app.example {
        super::say(&format!("Sign in: open {address}/example/people and choose a person."));
        let sent = if app.config.mail.backend == mail::Backend::Smtp {
            format!("Mails go to the mail server {}; read them too at {address}/example/mails.", app.config.mail.host)
        } else {
            format!("Mails are not sent; read them at {address}/example/mails.")
        };
        super::say(&sent);
        return Ok(());
    }
    if !app.db.read(accounts::store::has_admin)? {
        super::say(NO_ADMIN);
    }
    if !app.db.read(groups::store::has_any_to_lead)? {
        super::say(NO_GROUP);
    }
    if app.config.mail.backend == mail::Backend::Folder {
        super::say(NO_MAIL);
    }
    super::say(&format!("Sign in: open {}/sign-in and ask for a code by mail.", app.town.settings.base_url));
    Ok(())
}

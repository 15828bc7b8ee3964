//! `medskapa user …`: the first administrator, roles, and who there is.

use super::failure::{Failure, Result};
use crate::admin::people::{actions, views};
use crate::config::Config;
use crate::db::Db;
use crate::i18n::{Locale, Texts};
use crate::kernel::text::{DisplayName, TextFault};
use crate::kernel::{Actor, Clock, EmailAddress, PersonId};
use crate::policy::Role;

/// People read at a time for the list.
const AT_A_TIME: i64 = 500;

/// What to do with people.
#[derive(Debug, clap::Subcommand)]
pub(super) enum UserCommand {
    /// Make somebody an administrator; the person is made if need be and signs in by mail.
    CreateAdmin {
        /// The person's e-mail address.
        #[arg(value_parser = read_email)]
        email: EmailAddress,
        /// Name that others see, for somebody who is new here.
        #[arg(long, value_parser = read_name)]
        name: Option<DisplayName>,
    },
    /// Give somebody another role.
    Role {
        /// The person's e-mail address.
        #[arg(value_parser = read_email)]
        email: EmailAddress,
        /// resident, moderator, process or admin.
        #[arg(value_parser = read_role)]
        role: Role,
    },
    /// List people: number, role, address, name.
    List {
        /// Only those with this role.
        #[arg(long, value_parser = read_role)]
        role: Option<Role>,
    },
}

/// Does it. The service may run meanwhile; a new role acts at the person's next request.
pub(super) fn run(config: &Config, command: &UserCommand) -> Result<()> {
    let db = Db::open(&config.database, Clock::System)?;
    db.migrate()?;
    match command {
        UserCommand::CreateAdmin { email, name } => create_admin(&db, email, name.as_ref()),
        UserCommand::Role { email, role } => give_role(&db, email, *role),
        UserCommand::List { role } => list(&db, *role),
    }
}

fn create_admin(db: &Db, email: &EmailAddress, name: Option<&DisplayName>) -> Result<()> {
    let usual = Texts::in_locale(Locale::default()).say("role-admin");
    let name = name.map_or(&*usual, DisplayName::as_str);
    let id = actions::make_admin(db, &Actor::System, email, name)?;
    super::say(&format!("{}: administrator, number {id}. Sign in at /sign-in with this address.", email.as_str()));
    Ok(())
}

fn give_role(db: &Db, email: &EmailAddress, role: Role) -> Result<()> {
    let known = db.read(|conn| crate::accounts::store::find_by_email(conn, email))?;
    let person = known.ok_or_else(|| Failure::Told(format!("{}: nobody has this address", email.as_str())))?;
    actions::give_role(db, &Actor::System, person.id, person.role, role)?;
    super::say(&format!("{}: {role}", email.as_str()));
    Ok(())
}

fn list(db: &Db, role: Option<Role>) -> Result<()> {
    let mut after = PersonId::new(0);
    loop {
        let lines = db.read(|conn| views::full_list(conn, role, after, AT_A_TIME))?;
        let Some(last) = lines.last() else { return Ok(()) };
        after = last.id;
        for line in &lines {
            let suspended = if line.suspended { " (suspended)" } else { "" };
            super::say(&format!("{}\t{}\t{}\t{}{suspended}", line.id, line.role, line.email, line.display_name));
        }
    }
}

fn read_email(text: &str) -> std::result::Result<EmailAddress, String> {
    EmailAddress::parse(text).ok_or_else(|| "not an e-mail address".to_owned())
}

fn read_role(text: &str) -> std::result::Result<Role, String> {
    let words = || Role::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ");
    text.parse().ok().ok_or_else(|| format!("allowed: {}", words()))
}

fn read_name(text: &str) -> std::result::Result<DisplayName, String> {
    DisplayName::parse(text).map_err(|fault| match fault {
        TextFault::Empty => "a name is needed".to_owned(),
        TextFault::TooShort { least } => format!("at least {least} characters"),
        TextFault::TooLong { limit, .. } => format!("at most {limit} characters"),
    })
}

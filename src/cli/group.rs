//! `medskapa group …`: the groups that answer ideas. Who sits in them is said on the pages.

use crate::config::Config;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::groups::draft::RawGroup;
use crate::groups::{GroupKind, TieRule, actions};
use crate::i18n::{Locale, Texts};
use crate::kernel::{Actor, Clock};

/// What to do with groups.
#[derive(Debug, clap::Subcommand)]
pub(super) enum GroupCommand {
    /// Make a group.
    Create(NewOptions),
}

/// What the group is.
#[derive(Debug, clap::Args)]
pub(super) struct NewOptions {
    /// Name that everyone sees.
    #[arg(long)]
    name: String,
    /// steering, youth_council or process.
    #[arg(long, value_parser = read_kind)]
    kind: GroupKind,
    /// One of the town's themes: a steering group is suggested for ideas with it.
    #[arg(long, value_name = "WORD")]
    theme: Option<String>,
    /// What it may decide by itself and what it can only propose.
    #[arg(long, value_name = "TEXT")]
    mandate: String,
    /// The network that it grew out of, or why there is none.
    #[arg(long, value_name = "TEXT")]
    builds_on: String,
    /// When and where it meets.
    #[arg(long, value_name = "TEXT", default_value = "")]
    meets: String,
    /// Its word in addresses; made from the name when left out.
    #[arg(long, value_name = "WORD", default_value = "")]
    slug: String,
    /// chair, lot or no_decision; what is usual for the kind when left out.
    #[arg(long, value_parser = read_tie_rule)]
    tie_rule: Option<TieRule>,
    /// Part of the roll that must vote before a ballot counts, 1 to 100 per cent.
    #[arg(long, value_name = "PERCENT", default_value = "50")]
    quorum: String,
}

/// Does it. The service may run meanwhile.
pub(super) fn run(config: &Config, GroupCommand::Create(options): &GroupCommand) -> Result<()> {
    let db = Db::open(&config.database, Clock::System)?;
    db.migrate()?;
    let themes = &config.town.themes;
    if let Some(theme) = options.theme.as_ref().filter(|theme| !themes.contains(theme)) {
        return Err(Error::internal(format!("--theme {theme}: the town's themes are {}", themes.join(", "))));
    }
    let draft = options.raw().parse(themes).map_err(in_words)?;
    let group = actions::create_group(&db, &Actor::System, &draft).map_err(in_words)?;
    super::say(&format!("{}: made. Give people seats in it at /admin/groups/{}", group.name, group.slug));
    Ok(())
}

impl NewOptions {
    fn raw(&self) -> RawGroup {
        RawGroup {
            name: self.name.clone(),
            slug: self.slug.clone(),
            kind: self.kind.to_string(),
            theme: self.theme.clone().unwrap_or_default(),
            mandate: self.mandate.clone(),
            builds_on: self.builds_on.clone(),
            meets: self.meets.clone(),
            tie_rule: self.tie_rule.map(|rule| rule.to_string()).unwrap_or_default(),
            quorum_percent: self.quorum.clone(),
            form_key: String::new(),
        }
    }
}

/// What is wrong with which option, for the one at the terminal.
fn in_words(error: Error) -> Error {
    let Error::Invalid(errors) = &error else { return error };
    let texts = Texts::in_locale(Locale::English);
    let option = |field: &str| if field == "quorum_percent" { "quorum".to_owned() } else { field.replace('_', "-") };
    let said = errors.all().iter().map(|wrong| {
        format!("--{}: {}", option(wrong.field), texts.error(wrong.code, &wrong.args))
    });
    Error::internal(said.collect::<Vec<_>>().join(" "))
}

fn read_kind(text: &str) -> std::result::Result<GroupKind, String> {
    text.parse().or_else(|_| Err(allowed(GroupKind::ALL.iter().map(|kind| kind.as_str()))))
}

fn read_tie_rule(text: &str) -> std::result::Result<TieRule, String> {
    text.parse().or_else(|_| Err(allowed(TieRule::ALL.iter().map(|rule| rule.as_str()))))
}

fn allowed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    format!("allowed: {}", words.collect::<Vec<_>>().join(", "))
}

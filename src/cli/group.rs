//! `medskapa group …`: the groups that answer ideas. Who sits in them is said on the pages.

use super::failure::Result;
use crate::config::Config;
use crate::db::Db;
use crate::error::{Error, FieldErrors};
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

/// Does it; gives whether every option was right. The service may run meanwhile.
pub(super) fn run(config: &Config, GroupCommand::Create(options): &GroupCommand) -> Result<bool> {
    let db = Db::open(&config.database, Clock::System)?;
    db.migrate()?;
    let made =
        options.raw().parse(&config.town.themes).and_then(|draft| actions::create_group(&db, &Actor::System, &draft));
    match made {
        Ok(group) => {
            super::say(&format!("{}: made. Give people seats in it at /admin/groups/{}", group.name, group.slug));
            Ok(true)
        }
        Err(Error::Invalid(errors)) => {
            tell(&errors, &config.town.themes);
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
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

/// Says what is wrong with which option.
fn tell(errors: &FieldErrors, themes: &[String]) {
    let texts = Texts::in_locale(Locale::English);
    for wrong in errors.all() {
        let option = if wrong.field == "quorum_percent" { "quorum".to_owned() } else { wrong.field.replace('_', "-") };
        let words = match wrong.field {
            "theme" => allowed(themes.iter().map(String::as_str)),
            _ => texts.error(wrong.code, &wrong.args).into_owned(),
        };
        super::say_wrong(&format!("--{option}: {words}"));
    }
}

fn read_kind(text: &str) -> std::result::Result<GroupKind, String> {
    text.parse().ok().ok_or_else(|| allowed(GroupKind::ALL.iter().map(|kind| kind.as_str())))
}

fn read_tie_rule(text: &str) -> std::result::Result<TieRule, String> {
    text.parse().ok().ok_or_else(|| allowed(TieRule::ALL.iter().map(|rule| rule.as_str())))
}

fn allowed<'a>(words: impl Iterator<Item = &'a str>) -> String {
    format!("allowed: {}", words.collect::<Vec<_>>().join(", "))
}

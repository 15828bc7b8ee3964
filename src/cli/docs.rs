//! `medskapa docs`: writes the documents that follow from the program. A test compares them.

use std::fmt::Write as _;
use std::path::Path;

use documented::DocumentedFields;
use figment::value::{Dict, Value};

use super::failure::Failure;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::{db, ideas, journal, mail, policy, search, sms, town, web};

/// A document: its place in the repository and what it says.
pub type Document = (&'static str, String);

/// Every document that follows from the program.
///
/// # Errors
/// When the settings cannot be written down, which is a mistake of ours.
pub fn documents() -> Result<Vec<Document>> {
    Ok(vec![
        ("docs/generated/permissions.md", policy::markdown()),
        ("docs/generated/lifecycle.md", ideas::lifecycle::markdown()),
        ("docs/generated/events.md", events()),
        ("docs/generated/status-codes.md", status_codes()),
        ("docs/generated/routes.md", routes()),
        ("docs/generated/openapi.json", openapi()?),
        ("config/example.toml", settings()?),
    ])
}

/// Writes them below a folder.
pub(super) fn run(root: &Path) -> super::failure::Result<()> {
    for (path, content) in documents()? {
        let file = root.join(path);
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Failure::file(root, &error))?;
        }
        std::fs::write(&file, content).map_err(|error| Failure::file(root, &error))?;
        super::say(path);
    }
    Ok(())
}

fn events() -> String {
    let mut page = String::from("# What can have happened\n\nWritten by the program from `src/journal/event`.\n\n");
    for kind in journal::Event::KINDS {
        let _infallible = writeln!(page, "- `{kind}`");
    }
    page
}

fn status_codes() -> String {
    use crate::i18n::{Locale, Texts};
    let texts = Texts::in_locale(Locale::English);
    let mut page = String::from(
        "# Codes of errors\n\nWritten by the program from `src/error/code.rs`. The API gives the code in `error.code`, \
         and for a form one per field in `error.fields`.\n\n| code | status | what it says |\n|---|---|---|\n",
    );
    for code in crate::error::Code::ALL {
        let values = ["limit", "length", "least", "seconds"].map(|name| (name, format!("‹{name}›")));
        let _infallible = writeln!(page, "| `{code}` | {} | {} |", code.status(), texts.error(*code, &values));
    }
    page
}

fn routes() -> String {
    let mut page = String::from(
        "# Addresses\n\nWritten by the program from `src/routes.rs`. Who may do an action stands in `permissions.md`.\n",
    );
    for (edge, title) in [(web::Edge::Page, "Pages"), (web::Edge::Api, "API")] {
        let _infallible = write!(page, "\n## {title}\n\n| method | address | action |\n|---|---|---|\n");
        for route in crate::routes::ROUTES.iter().filter(|route| route.edge() == edge) {
            let _infallible = writeln!(page, "| {} | `{}` | {} |", route.method, route.path, route.action);
        }
    }
    page
}

/// The description of the API.
fn openapi() -> Result<String> {
    let document = crate::openapi::document(crate::routes::ROUTES).to_pretty_json().map_err(Error::internal)?;
    Ok(format!("{document}\n"))
}

/// The settings as a file to start from: every key with its meaning and default.
fn settings() -> Result<String> {
    let defaults = Value::serialize(Config::default()).map_err(Error::internal)?;
    let mut page = String::from(
        "# Every setting with its meaning and its default. Written by `medskapa docs`.\n\
         # Copy what you change to medskapa.toml. In the environment: MEDSKAPA__SERVER__LISTEN=…\n",
    );
    if let Some(settings) = defaults.as_dict() {
        section::<Config>(&mut page, settings);
        nested::<town::Settings>(&mut page, "town", settings);
        if let Some(Value::Dict(_, town)) = settings.get("town") {
            nested_as::<town::Clocks>(&mut page, "town.clocks", "clocks", town);
        }
        nested::<web::Config>(&mut page, "server", settings);
        nested::<db::Config>(&mut page, "database", settings);
        nested::<search::Config>(&mut page, "search", settings);
        nested::<mail::Config>(&mut page, "mail", settings);
        nested::<sms::Config>(&mut page, "sms", settings);
    }
    Ok(page)
}

fn nested<T: DocumentedFields>(page: &mut String, name: &str, settings: &Dict) {
    nested_as::<T>(page, name, name, settings);
}

fn nested_as<T: DocumentedFields>(page: &mut String, heading: &str, name: &str, settings: &Dict) {
    if let Some(Value::Dict(_, inner)) = settings.get(name) {
        let _infallible = writeln!(page, "\n[{heading}]");
        section::<T>(page, inner);
    }
}

fn section<T: DocumentedFields>(page: &mut String, settings: &Dict) {
    for (name, meaning) in T::FIELD_NAMES.iter().zip(T::FIELD_DOCS) {
        let Some(value) = settings.get(*name) else { continue };
        if matches!(value, Value::Dict(..)) {
            continue;
        }
        page.push('\n');
        for line in meaning.lines() {
            let _infallible = writeln!(page, "# {line}");
        }
        // A secret prints as stars; its default is empty.
        let shown = serde_json::to_string(value).unwrap_or_default().replace("\"***\"", "\"\"");
        let _infallible = writeln!(page, "# {name} = {shown}");
    }
}

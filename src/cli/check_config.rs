//! `medskapa check-config`: the settings in force, and where each value comes from.

use std::path::Path;

use figment::value::{Dict, Value};

use super::failure::Result;
use crate::config::{self, Config};
use crate::error::Error;

/// Prints every setting in force with its source; secrets print as stars.
pub(super) fn run(config: &Config, file: Option<&Path>) -> Result<()> {
    let layers = config::layers(file);
    let shown = Value::serialize(config).map_err(Error::internal)?;
    let mut lines = Vec::new();
    if let Some(settings) = shown.as_dict() {
        collect(settings, "", &mut lines);
    }
    for (key, value) in lines {
        let source = layers.find_metadata(&key).map_or_else(|| "default".to_owned(), described);
        super::say(&format!("{key} = {value}  # {source}"));
    }
    Ok(())
}

fn described(metadata: &figment::Metadata) -> String {
    match &metadata.source {
        Some(figment::Source::File(path)) => path.display().to_string(),
        Some(figment::Source::Code(_)) => "default".to_owned(),
        Some(other) => other.to_string(),
        None => metadata.name.to_string(),
    }
}

fn collect(settings: &Dict, prefix: &str, lines: &mut Vec<(String, String)>) {
    for (name, value) in settings {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            Value::Dict(_, inner) => collect(inner, &key, lines),
            other => {
                let text = serde_json::to_string(other).unwrap_or_default();
                lines.push((key, text));
            }
        }
    }
}

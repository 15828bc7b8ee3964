//! Checks the catalogues of texts and packs them into the program.
//!
//! A text that is missing in a language, or a key that no catalogue has, stops the build.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

#[path = "src/i18n/check.rs"]
mod check;

use check::{Language, SourceFile};

/// What the name of a catalogue ends with that has the easy texts of a language.
const EASY: &str = "-simple";

const CATALOGUES: &str = "frontend/locales";
const TEMPLATES: &str = "frontend/templates";
const PROGRAM: &str = "src";

fn main() -> io::Result<()> {
    // A folder that is not there yet is watched through the one above it.
    let templates = if Path::new(TEMPLATES).is_dir() { TEMPLATES } else { "frontend" };
    for watched in [CATALOGUES, templates, PROGRAM, "build.rs"] {
        println!("cargo::rerun-if-changed={watched}");
    }

    let mut faults = Vec::new();
    let mut texts = BTreeMap::new();
    let mut languages = BTreeMap::new();
    let mut easy = Vec::new();
    for folder in sorted_entries(Path::new(CATALOGUES))?.into_iter().filter(|path| path.is_dir()) {
        let Some(name) = folder.file_name().and_then(OsStr::to_str) else { continue };
        let files = read_files(&folder, &["ftl"])?;
        match name.strip_suffix(EASY) {
            Some(of) => easy.push((of.to_owned(), files.clone())),
            None => {
                languages.insert(name.to_owned(), check::read_language(&files, &mut faults));
            }
        }
        texts.insert(name.to_owned(), files.iter().map(|file| file.text.as_str()).collect::<Vec<_>>().join("\n"));
    }
    check::compare(&languages, &mut faults);
    for (of, files) in &easy {
        check::compare_easy(of, files, &languages, &mut faults);
    }
    let mut users = read_files(Path::new(PROGRAM), &["rs"])?;
    // Its tests hold made-up keys.
    users.retain(|file| file.path != "src/i18n/check.rs");
    if Path::new(TEMPLATES).is_dir() {
        users.extend(read_files(Path::new(TEMPLATES), &["html", "txt"])?);
    }
    if let Some(language) = languages.values().next() {
        for file in &users {
            check::check_uses(file, language, &mut faults);
        }
    }

    for fault in &faults {
        println!("cargo::error={fault}");
    }
    // Written even when something is wrong, so that the faults above are the only ones reported.
    let folder = std::env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    std::fs::write(Path::new(&folder).join("catalogues.rs"), generated(&texts, &languages))
}

/// The Rust source that the module `i18n` includes.
fn generated(texts: &BTreeMap<String, String>, languages: &BTreeMap<String, Language>) -> String {
    let rows = texts.iter().map(|(name, text)| {
        let keys: Vec<&str> = languages.get(name).into_iter().flat_map(Language::plain_keys).collect();
        format!("    Catalogue {{ language: {name:?}, text: {text:?}, plain_keys: &{keys:?} }},\n")
    });
    format!("const CATALOGUES: &[Catalogue] = &[\n{}];\n", rows.collect::<Vec<_>>().concat())
}

/// Every file under a folder with one of the endings, in the order of their paths.
fn read_files(folder: &Path, endings: &[&str]) -> io::Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    for path in sorted_entries(folder)? {
        if path.is_dir() {
            files.extend(read_files(&path, endings)?);
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|ending| endings.contains(&ending)) {
            let text = std::fs::read_to_string(&path)
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
            files.push(SourceFile { path: path.display().to_string().replace('\\', "/"), text });
        }
    }
    Ok(files)
}

fn sorted_entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

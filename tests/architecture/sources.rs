//! Reading the sources.

use std::path::{Path, PathBuf};

/// One file of the repository.
pub(crate) struct Source {
    /// Path from the top of the repository, with slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every file under a folder whose name ends so, in the order of their paths.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join(folder), &mut found);
    found.sort();
    let sources = found.into_iter().filter(|path| path.to_string_lossy().ends_with(ending));
    sources
        .filter_map(|path| {
            // Pictures and other files that are not text are passed over.
            let text = String::from_utf8(std::fs::read(&path).expect("a readable file")).ok()?;
            let path = path.strip_prefix(root).expect("a path below the root").to_string_lossy().replace('\\', "/");
            Some(Source { path, text })
        })
        .collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // What is made by tools and by running the program is not ours.
        if [".git", "target", "data", "node_modules", ".venv"].contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The program's Rust files without the ones that hold only tests.
pub(crate) fn program() -> Vec<Source> {
    let mut sources = files("src", ".rs");
    sources.retain(|source| !source.path.contains("/tests/") && !source.path.ends_with("/tests.rs"));
    for source in &mut sources {
        source.text = code_of(&source.text);
    }
    sources
}

/// The code of a file: without comments, and without the tests at its end.
pub(crate) fn code_of(text: &str) -> String {
    let code = text.split_once("#[cfg(test)]\nmod tests {").map_or(text, |(code, _)| code);
    let mut lines = Vec::new();
    for line in code.lines() {
        let line = line.trim();
        if !line.starts_with("//") {
            lines.push(line.split_once(" // ").map_or(line, |(code, _)| code));
        }
    }
    lines.join("\n")
}

#[test]
fn code_is_read_without_comments_and_tests() {
    let text = "//! Head\nuse a; // why\n#[cfg(test)]\nmod tests {\n use b;\n}\n";

    assert_eq!(code_of(text), "use a;");
}

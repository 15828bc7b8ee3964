//! What is written from the program is fresh. `make docs` writes it.

use std::path::Path;

#[test]
fn the_written_documents_are_what_the_program_says() {
    let documents = medskapa::cli::docs::documents().expect("the documents");

    let stale: Vec<&str> = documents
        .iter()
        .filter(|(path, text)| std::fs::read_to_string(root().join(path)).map_or(true, |written| written != *text))
        .map(|(path, _)| *path)
        .collect();

    assert!(stale.is_empty(), "not fresh: {stale:?}; run `make docs` and look at what has changed");
}

#[test]
fn nothing_else_lies_among_the_written_documents() {
    let documents = medskapa::cli::docs::documents().expect("the documents");

    let mut found: Vec<String> = std::fs::read_dir(root().join("docs/generated"))
        .expect("docs/generated")
        .map(|entry| format!("docs/generated/{}", entry.expect("an entry").file_name().to_string_lossy()))
        .collect();
    let mut known: Vec<String> =
        documents.into_iter().map(|(path, _)| path.to_owned()).filter(|path| path.starts_with("docs/")).collect();
    found.sort();
    known.sort();

    assert_eq!(found, known);
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

//! What is written from the program is fresh. `make docs` writes it.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read or write the files has failed")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use medskapa::error::Code;
use medskapa::i18n::{Locale, Texts};
use medskapa::web::Edge;

/// Name of a file in `docs/generated`, and what makes its text.
type Page = (&'static str, fn() -> String);

const PAGES: &[Page] = &[
    ("permissions.md", medskapa::policy::markdown),
    ("lifecycle.md", medskapa::ideas::lifecycle::markdown),
    ("status-codes.md", status_codes),
    ("routes.md", routes),
];

#[test]
fn the_written_pages_are_what_the_program_says() {
    let write = wants_to_write();
    let mut stale = Vec::new();

    for (name, make) in PAGES {
        let file = folder().join(name);
        let text = make();
        if std::fs::read_to_string(&file).is_ok_and(|written| written == text) {
            continue;
        }
        if write {
            std::fs::create_dir_all(folder()).expect("the folder of the pages");
            std::fs::write(&file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        } else {
            stale.push(*name);
        }
    }

    assert!(stale.is_empty(), "not fresh: {stale:?}; run `make docs` and look at what has changed");
}

#[test]
fn nothing_else_lies_among_the_written_pages() {
    let mut found: Vec<String> = std::fs::read_dir(folder())
        .expect("the folder of the pages")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let mut known: Vec<String> = PAGES.iter().map(|(name, _)| (*name).to_owned()).collect();
    found.sort();
    known.sort();

    assert_eq!(found, known);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/generated")
}

#[expect(clippy::disallowed_methods, reason = "this variable is a setting of the test")]
fn wants_to_write() -> bool {
    std::env::var("MEDSKAPA_WRITE_DOCS").is_ok_and(|value| value == "1")
}

/// Every error that the API and the pages can give.
fn status_codes() -> String {
    let (english, swedish) = (Texts::in_locale(Locale::English), Texts::in_locale(Locale::Swedish));
    let mut page = String::from(
        "# What can go wrong\n\nWritten by the program from `src/error/code.rs` and `frontend/locales`; a test compares. \
         The API gives the code in `error.code` and the words in `error.message`, in the language of `Accept-Language`. \
         Codes with 422 that begin with `field-` stand in `error.fields`, one for each field.\n\n\
         | code | status | in English | in Swedish |\n|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let (here, there) = (english.error(*code, &[]), swedish.error(*code, &[]));
        let _infallible =
            writeln!(page, "| `{code}` | {} | {} | {} |", code.status(), one_line(&here), one_line(&there));
    }
    page
}

/// Every address.
fn routes() -> String {
    let mut page = String::from(
        "# Addresses\n\nWritten by the program from `src/routes.rs`; a test compares. What an action is, and who may \
         do it, stands in `permissions.md`.\n",
    );
    for (edge, title) in [(Edge::Page, "Pages"), (Edge::Api, "API")] {
        let _infallible = write!(page, "\n## {title}\n\n| method | address | action |\n|---|---|---|\n");
        for route in medskapa::routes::ROUTES.iter().filter(|route| route.edge() == edge) {
            let _infallible = writeln!(page, "| {} | `{}` | {} |", route.method, route.path, route.action);
        }
    }
    page
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

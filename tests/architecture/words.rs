//! Length of files, reading of clocks, unused codes, and traces of somebody's machine.

use crate::sources::{files, program};

/// Most lines of a file.
const LONGEST: usize = 400;

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[("src/db/schema.rs", "one table after the other, as in the migrations")];

#[test]
fn a_file_is_short_enough_to_be_read() {
    let mut faults = Vec::new();
    let sources = [files("src", ".rs"), files("tests", ".rs"), files("frontend/templates", ".html")];

    for source in sources.iter().flatten() {
        let lines = source.text.lines().count();
        let excepted = LONGER.iter().any(|(path, _)| *path == source.path);
        if lines > LONGEST && !excepted {
            faults.push(format!("{} has {lines} lines", source.path));
        }
        if excepted && lines <= LONGEST {
            faults.push(format!("{} needs no exception any more", source.path));
        }
    }

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_one_file_reads_the_clock() {
    let readings = ["SystemTime::now", "Timestamp::now(", "Zoned::now(", "Utc::now", "Local::now"];
    let mut faults = Vec::new();

    for source in program() {
        if source.path == "src/kernel/time.rs" {
            continue;
        }
        let found = readings.iter().filter(|reading| source.text.contains(**reading));
        faults.extend(found.map(|reading| format!("{}: {reading}", source.path)));
    }
    for migration in files("migrations", ".sql") {
        let text = migration.text.to_ascii_lowercase();
        let found = ["current_timestamp", "now()", "current_date"].into_iter().filter(|word| text.contains(word));
        faults.extend(found.map(|word| format!("{}: {word}", migration.path)));
    }

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_error_code_is_used() {
    let sources = program();
    let unused: Vec<String> = medskapa::error::Code::ALL
        .iter()
        .map(|code| format!("{code:?}"))
        .filter(|name| {
            let path = format!("Code::{name}");
            !sources.iter().any(|source| {
                source.path != "src/error/code.rs"
                    && source.text.match_indices(&path).any(|(at, _)| {
                        let after = source.text.get(at + path.len()..).unwrap_or_default();
                        !after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
                    })
            })
        })
        .collect();

    assert!(unused.is_empty(), "codes that nothing gives: {unused:?}");
}

#[test]
fn nothing_names_a_folder_of_one_machine() {
    // Written in pieces, so that this file does not find itself.
    let traces = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
    let mut faults = Vec::new();

    for file in files("", "") {
        for (index, line) in file.text.lines().enumerate() {
            let found = traces.iter().filter(|trace| line.contains(**trace));
            faults.extend(found.map(|trace| format!("{}:{}: {trace}", file.path, index + 1)));
        }
    }

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

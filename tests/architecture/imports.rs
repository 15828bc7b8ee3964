//! A module imports only from modules above it.

use crate::sources::{code_of, files, program};

/// The modules in the order in which they may know each other: each only the ones before it.
/// The blocks are those of `src/lib.rs`.
const ORDER: &[&[&str]] = &[
    // Ground.
    &["kernel", "error", "policy", "db", "town", "queue", "journal"],
    // Tools that know no feature.
    &["i18n", "markup", "mail", "search", "sms", "web"],
    // People and groups.
    &["accounts", "groups", "report_back"],
    // Capabilities that are told about an idea, and never ask: none knows another.
    &["ballots", "comments", "follows", "support"],
    // Subjects.
    &["ideas"],
    // Overviews that look across.
    &["moderation", "notifications", "discover", "saved_searches", "reports", "admin"],
    // Assembly.
    &["config", "workers", "example", "openapi", "routes", "app", "simulate", "cli"],
];

#[test]
fn a_module_imports_only_modules_above_it() {
    let order: Vec<&str> = ORDER.iter().flat_map(|block| block.iter().copied()).collect();
    let place = |module: &str| order.iter().position(|known| *known == module);
    let mut faults = Vec::new();

    for source in program() {
        let Some(own) = module_of(&source.path) else { continue };
        let own_place = place(own).unwrap_or_else(|| panic!("{} is in no known module", source.path));
        for imported in imports(&source.path, &source.text) {
            match place(&imported) {
                Some(other) if other <= own_place => {}
                Some(_) => faults.push(format!("{}: {own} may not know {imported}", source.path)),
                None => faults.push(format!("{}: what is crate::{imported}?", source.path)),
            }
        }
    }

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn capabilities_do_not_know_each_other() {
    let capabilities = ["ballots", "comments", "follows", "support"];
    let mut faults = Vec::new();

    for source in program() {
        let Some(own) = module_of(&source.path).filter(|own| capabilities.contains(own)) else { continue };
        let others = imports(&source.path, &source.text);
        let others = others.iter().filter(|other| *other != own && capabilities.contains(&other.as_str()));
        faults.extend(others.map(|other| format!("{}: {own} may not know {other}", source.path)));
    }

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_order_names_the_modules_of_the_library_block_by_block() {
    let library = files("src", "src/lib.rs").pop().expect("src/lib.rs").text;
    let mut blocks: Vec<Vec<String>> = Vec::new();
    let mut begins = true;
    for line in library.lines() {
        let name = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';'));
        match (name, begins) {
            (Some(name), true) => blocks.push(vec![name.to_owned()]),
            (Some(name), false) => blocks.last_mut().expect("a block").push(name.to_owned()),
            (None, _) => {}
        }
        begins = name.is_none();
    }

    let mut known: Vec<Vec<String>> =
        ORDER.iter().map(|block| block.iter().map(|name| (*name).to_owned()).collect()).collect();
    for block in &mut known {
        block.sort();
    }

    assert_eq!(blocks, known);
}

/// The module that a file belongs to; none for the files that only put the modules together.
fn module_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    match inside.split_once('/') {
        Some((module, _)) => Some(module),
        None => inside.strip_suffix(".rs").filter(|module| !["lib", "main"].contains(module)),
    }
}

/// The top modules that a file's code names by `crate::` or by climbing with `super::`.
fn imports(path: &str, code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let (before, after) = (code.get(..at).unwrap_or_default(), code.get(at + 7..).unwrap_or_default());
        if !before.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            found.extend(first_names(after));
        }
    }
    // Depth of the module itself: src/a/b.rs and src/a/b/mod.rs are two below the root.
    let depth = path.trim_end_matches(".rs").trim_end_matches("/mod").matches('/').count();
    let climb = "super::".repeat(depth);
    for (at, _) in code.match_indices(&climb) {
        let after = code.get(at + climb.len()..).unwrap_or_default();
        if !after.starts_with("super::") {
            found.extend(first_names(after).into_iter().filter(|name| name != "*"));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The first names of a path, or of a list of paths in braces. A macro belongs to `kernel`.
fn first_names(text: &str) -> Vec<String> {
    let Some(list) = text.strip_prefix('{') else {
        let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let is_macro = text.get(name.len()..).is_some_and(|rest| rest.starts_with('!'));
        let known_macro = name == "word_enum";
        return vec![if is_macro || known_macro { "kernel".to_owned() } else { name }];
    };
    let (mut depth, mut names, mut current) = (0, Vec::new(), String::new());
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(first_names(std::mem::take(&mut current).trim())),
            _ if depth == 0 => current.push(c),
            _ => {}
        }
    }
    if !current.trim().is_empty() {
        names.extend(first_names(current.trim()));
    }
    names
}

#[test]
fn imports_are_found_in_every_form() {
    let code = code_of(
        "use crate::{db::{Db, Tx}, web};\nuse crate::error::Error;\nlet x = crate::ideas::store::load();\n\
         // crate::cli\ncrate::word_enum! {}\nuse super::super::groups;\nuse super::own;",
    );

    assert_eq!(imports("src/accounts/pages.rs", &code), ["db", "error", "groups", "ideas", "kernel", "web"]);
}

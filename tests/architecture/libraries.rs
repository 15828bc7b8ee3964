//! Each library is known in one place, so that it can be replaced there.

use crate::sources::program;

/// Where a library may be named. A path that ends in a slash stands for a folder; `*` for anything.
struct Home {
    library: &'static str,
    places: &'static [&'static str],
}

const HOMES: &[Home] = &[
    Home {
        library: "diesel",
        places: &[
            "src/db/*",
            "src/kernel/ids.rs",
            "src/kernel/time.rs",
            "src/kernel/word.rs",
            "*/store.rs",
            "*/store/*",
            "*/views.rs",
            "*/views/*",
        ],
    },
    Home { library: "lettre", places: &["src/mail/*"] },
    Home { library: "ureq", places: &["src/sms/*"] },
    Home { library: "tantivy", places: &["src/search/*"] },
    Home { library: "jsonwebtoken", places: &["src/accounts/session.rs"] },
    Home { library: "ammonia", places: &["src/markup/*"] },
    Home { library: "pulldown_cmark", places: &["src/markup/*"] },
    Home { library: "fluent_bundle", places: &["src/i18n/*"] },
    Home { library: "figment", places: &["src/config/mod.rs", "src/cli/check_config.rs", "src/cli/docs.rs"] },
    Home { library: "rand", places: &["src/kernel/random.rs"] },
];

#[test]
fn a_library_is_named_only_where_it_belongs() {
    let mut faults = Vec::new();

    for source in program() {
        for home in HOMES {
            let allowed = home.places.iter().any(|place| fits(place, &source.path));
            if !allowed && names(&source.text, home.library) {
                faults.push(format!("{} names {}", source.path, home.library));
            }
        }
    }

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_library_with_a_home_is_used_there() {
    let sources = program();

    for home in HOMES {
        let used = sources.iter().any(|source| names(&source.text, home.library));
        assert!(used, "{} is used nowhere: take it out of the list and of Cargo.toml", home.library);
    }
}

/// Whether code names a crate: as a path or in an import.
fn names(code: &str, library: &str) -> bool {
    let path = format!("{library}::");
    let import = format!("use {library}");
    code.match_indices(&path).any(|(at, _)| {
        let before = code.get(..at).unwrap_or_default();
        !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
    }) || code.contains(&format!("{import};"))
}

fn fits(place: &str, path: &str) -> bool {
    match (place.strip_prefix('*'), place.strip_suffix('*')) {
        (Some(middle), Some(_)) => path.contains(middle.trim_end_matches('*')),
        (Some(end), None) => path.ends_with(end),
        (None, Some(start)) => path.starts_with(start),
        (None, None) => path == place,
    }
}

#[test]
fn a_name_inside_another_is_not_taken_for_the_library() {
    assert!(names("use diesel::prelude::*;", "diesel"));
    assert!(names("let x = diesel::insert_into(t);", "diesel"));
    assert!(!names("use my_diesel::x;", "diesel"));
    assert!(!names("crate::diesel::x", "diesel"));
    assert!(fits("*/store/*", "src/ideas/store/mod.rs"));
    assert!(!fits("*/store.rs", "src/ideas/restore.rs"));
}

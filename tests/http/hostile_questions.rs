//! Whatever is asked, an ordinary page comes back, and nothing of it is markup.

use crate::support::{Answer, State};

/// The Big List of Naughty Strings (see NOTICE).
const STRINGS: &str = include_str!("data/naughty_strings.json");

/// What is made to break a search: its size, its own signs, the languages behind it.
fn hostile() -> Vec<String> {
    let mut strings: Vec<String> = serde_json::from_str(STRINGS).expect("a list of strings");
    assert!(strings.len() > 500, "{}", strings.len());
    for (part, times) in [
        ("å", 10_000),
        ("\"", 500),
        ("-", 500),
        ("a ", 5_000),
        ("((((", 50),
        ("*a", 60),
        ("👩‍👩‍👧‍👦", 40),
        ("\u{202E}bänk\u{202C}", 20),
    ] {
        strings.push(part.repeat(times));
    }
    let signs = [
        "title:bänk",
        "bänk AND (torg OR",
        "[a TO z]",
        "bänk^1000",
        "bänk~2",
        "/b.*nk/",
        "{!func}",
        "*:*",
        "+bänk -bänk",
        "\"bänk\"~9",
        "\\",
        "\\\"",
        "NOT",
        "bänk\u{0}torg",
        "\u{7}\u{1B}[31m",
        "%00%0d%0aSet-Cookie: a=b",
        "' OR 1=1 --",
        "1; DROP TABLE ideas",
        "(?:a+)+$",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "مرحبا <b>bänk</b> שלום",
        "\u{FEFF}",
        "\u{D7FF}",
        "\u{10FFFF}",
        "🪑🪑🪑",
        "-",
        "--",
        "-\"\"",
        "\" \"",
        "\"-\"",
        "~vattenlek",
        "sv:bänk",
    ];
    strings.extend(signs.map(str::to_owned));
    strings
}

/// Nothing that was asked stands in the page as it was written, where it could be markup.
fn is_harmless(answer: &Answer, asked: &str) {
    if asked.contains('<') && asked.trim().len() > 2 {
        assert!(!answer.body.contains(asked.trim()), "{asked:?} came back raw");
    }
    assert!(answer.body.matches("<script").count() <= 1, "{asked:?}");
}

on_both_databases! {
    fn no_question_breaks_a_page(app: TestApp) {
        app.idea_in(State::Open);
        app.follow_search();
        let visitor = app.visitor();

        for asked in hostile() {
            let query = |name: &str| serde_urlencoded::to_string([(name, asked.as_str())]).expect("a query");
            for path in [format!("/search?{}", query("q")), format!("/ideas?{}&sort=shuffled", query("q"))] {
                let answer = visitor.get(&path);
                assert!([200, 400, 414, 422].contains(&answer.status), "{} for {asked:?}", answer.status);
                is_harmless(&answer, &asked);
            }
            for path in [
                format!("/api/v1/search?{}", query("q")),
                format!("/completions.json?{}", query("q")),
                format!("/similar.json?{}", query("text")),
            ] {
                let answer = visitor.get(&path);
                assert!([200, 400, 414, 422].contains(&answer.status), "{} for {asked:?}", answer.status);
                assert!(answer.status != 200 || answer.header("content-type").is_some_and(|kind| kind.contains("json")), "{asked:?}");
            }
        }
    }
}

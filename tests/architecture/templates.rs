//! Templates: everything is escaped, nothing is inline.

use crate::sources::files;

#[test]
fn no_template_leaves_words_unescaped() {
    let mut faults = Vec::new();

    for template in files("frontend/templates", "") {
        let squeezed: String = template.text.chars().filter(|c| !c.is_whitespace()).collect();
        if squeezed.contains("|safe") || squeezed.contains("escape(\"none\")") || squeezed.contains("{%autoescape") {
            faults.push(template.path);
        }
    }

    assert!(faults.is_empty(), "unescaped words in {faults:?}");
}

#[test]
fn pages_have_no_inline_style_and_no_inline_script() {
    let mut faults = Vec::new();

    for page in files("frontend/templates", ".html") {
        // A mail has no style sheet to name.
        if page.path.starts_with("frontend/templates/mail/") {
            continue;
        }
        faults.extend(inline_parts(&page.text).into_iter().map(|part| format!("{}: {part}", page.path)));
    }

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every piece of a template that a strict content security policy would not run.
fn inline_parts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let lower = text.to_ascii_lowercase();
    for tag in lower.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let handler = tag.split_whitespace().skip(1).find(|attribute| {
            let name = attribute.split('=').next().unwrap_or_default();
            attribute.contains('=')
                && name.len() > 2
                && name.starts_with("on")
                && name.chars().all(|c| c.is_ascii_alphabetic())
        });
        let styled = tag.split_whitespace().any(|attribute| attribute.starts_with("style="));
        let is_inline_script = tag.starts_with("script") && !tag.contains("src=");
        if tag.starts_with("style") || styled || is_inline_script || handler.is_some() || tag.contains("javascript:") {
            found.push(format!("<{tag}>"));
        }
    }
    found
}

#[test]
fn inline_parts_are_found() {
    assert_eq!(inline_parts("<p style=\"color: red\">").len(), 1);
    assert_eq!(inline_parts("<script>alert(1)</script>").len(), 1);
    assert_eq!(inline_parts("<a onclick=\"x()\" href=\"/\">").len(), 1);
    assert_eq!(inline_parts("<script src=\"/x.js\" defer></script><p class=\"on\">a</p>").len(), 0);
}

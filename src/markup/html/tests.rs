use std::time::{Duration, Instant};

use askama::Template;
use proptest::prelude::*;

use super::*;

fn html(markdown: &str) -> String {
    render(markdown).to_string().trim_end().to_owned()
}

/// Everything between angle brackets, which must be one of the tags we know and nothing else.
#[track_caller]
fn assert_harmless(markdown: &str) {
    let html = html(markdown);
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or_else(|| panic!("a tag without end in {html}"));
        assert!(!text.contains('>'), "a bare bracket in {html}");
        let name = tag.trim_start_matches('/');
        let simple = ["p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "code", "pre", "a"];
        let list = name.strip_prefix("ol start=\"").and_then(|rest| rest.strip_suffix('"'));
        let is_list = list.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        let link =
            name.strip_prefix("a href=\"").and_then(|rest| rest.strip_suffix("\" rel=\"nofollow ugc noopener\""));
        let is_link = link.is_some_and(|address| {
            let address = address.to_ascii_lowercase();
            !address.contains('"') && ["http://", "https://", "mailto:"].iter().any(|start| address.starts_with(start))
        });
        assert!(simple.contains(&name) || is_list || is_link, "<{tag}> in {html} from {markdown:?}");
    }
}

#[test]
fn ordinary_markdown_is_shown() {
    assert_eq!(html("Fler **bänkar** i *parken*"), "<p>Fler <strong>bänkar</strong> i <em>parken</em></p>");
    assert_eq!(html("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
    assert_eq!(html("3. a\n4. b"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>");
    assert_eq!(html("> citat"), "<blockquote>\n<p>citat</p>\n</blockquote>");
    assert_eq!(html("`a<b`"), "<p><code>a&lt;b</code></p>");
    assert_eq!(html(""), "");
}

#[test]
fn a_line_break_that_was_typed_is_kept() {
    assert_eq!(html("rad ett\nrad två"), "<p>rad ett<br>\nrad två</p>");
}

#[test]
fn headings_stand_below_those_of_the_page() {
    assert_eq!(html("# Ett\n## Två\n###### Sex"), "<h3>Ett</h3>\n<h4>Två</h4>\n<h4>Sex</h4>");
}

#[test]
fn html_in_the_source_is_shown_as_words() {
    assert_eq!(html("<b>fet</b>"), "<p>&lt;b&gt;fet&lt;/b&gt;</p>");
    assert_eq!(html("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    assert_eq!(html("a <!-- b --> c"), "<p>a &lt;!-- b --&gt; c</p>");
}

#[test]
fn links_go_only_to_web_and_mail_addresses() {
    let rel = "rel=\"nofollow ugc noopener\"";

    assert_eq!(html("[a](https://example.org \"t\")"), format!("<p><a href=\"https://example.org\" {rel}>a</a></p>"));
    assert_eq!(html("<a@example.org>"), format!("<p><a href=\"mailto:a@example.org\" {rel}>a@example.org</a></p>"));
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "/rel",
        "//host",
        "vbscript:x",
        "ftp://a",
        "&#106;avascript:x",
    ] {
        assert_eq!(html(&format!("[ord]({address})")), "<p>ord</p>", "{address}");
    }
}

#[test]
fn an_image_becomes_its_description() {
    assert_eq!(html("![en bänk](https://example.org/x.png)"), "<p>en bänk</p>");
}

#[test]
fn bare_web_addresses_become_links_but_not_in_code_or_links() {
    let rel = "rel=\"nofollow ugc noopener\"";
    let link = format!("<a href=\"https://example.org/a_b_c\" {rel}>https://example.org/a_b_c</a>");

    assert_eq!(html("Se https://example.org/a_b_c."), format!("<p>Se {link}.</p>"));
    assert_eq!(html("https://a:b, http://[x]"), "<p>https://a:b, http://[x]</p>");
    assert_eq!(html("`https://example.org`"), "<p><code>https://example.org</code></p>");
    assert_eq!(html("    https://example.org"), "<pre><code>https://example.org</code></pre>");
    assert_eq!(html("[https://a.example](https://b.example)").matches("<a ").count(), 1);
    assert_eq!(html("www.example.org ftp://example.org"), "<p>www.example.org ftp://example.org</p>");
}

#[test]
fn hostile_texts_of_every_class_do_no_harm() {
    for text in [
        "';a=prompt,a()//",
        "<image src/onerror=prompt(8)>",
        "</script><svg onload=alert(1)>",
        "<x contenteditable onfocus=alert(1)>focus",
        "<x%0Aonxxx=1",
        "<http://onxxx%3D1/\"onmouseover=alert(1)>",
        "<svg><script xlink:href=data:,alert(1) />",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<a href=\"&#1;javascript:alert(1)\">x</a>",
        "[x](javascript&colon;alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](java\tscript:alert(1))",
        "[x](https://a.example/\"onmouseover=\"alert(1))",
        "![x](https://a.example/\"onerror=\"alert(1))",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "[y]: https://a.example \"\" onmouseover=alert(1)\n\n[y]",
        "```\"><script>alert(1)</script>\nx\n```",
        "`</code><script>alert(1)</script>`",
        "https://a.example/'onmouseover='alert(1)",
        "https://a.example/<script>alert(1)</script>",
        "<style>*{display:none}</style>",
        "<base href=//evil.example><form action=//evil.example>",
        "<!DOCTYPE html><?php x ?><![CDATA[ x ]]>",
        "# x {onclick=alert(1)}",
        "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
        "\u{0}<\u{0}script>\u{FFFE}",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\u{202E}<img src=x onerror=alert(1)>",
    ] {
        assert_harmless(text);
    }
}

fn pathological_inputs() -> Vec<(&'static str, String)> {
    let cut = |text: String| text.chars().take(4_000).collect::<String>();
    let repeat = |pattern: &str| cut(pattern.repeat(4_000));
    let halves = |open: &str, close: &str| {
        let count = 4_000 / (open.len() + close.len());
        format!("{}{}", open.repeat(count), close.repeat(count))
    };
    let references = (1..250).map(|i| format!("[{i}]: u\n")).collect::<Vec<_>>().concat() + "\n" + &"[1] ".repeat(500);
    let long_reference = format!("[a]: https://{}\n\n{}", "a".repeat(1_500), "[a]".repeat(800));
    let deep_list = (0..60).map(|i| format!("{}* a\n", "  ".repeat(i))).collect::<Vec<_>>().concat();
    let backticks = (1..90).map(|i| format!("e{}", "`".repeat(i))).collect::<Vec<_>>().concat();
    let table = format!("|{}\n|{}\n", "a|".repeat(950), "-|".repeat(950));
    let marks: String =
        std::iter::once('a').chain((0..3_999_u32).filter_map(|i| char::from_u32(0x300 + i % 0x70))).collect();
    vec![
        ("nested brackets", repeat("[")),
        ("nested open links", repeat("[a](")),
        ("nested images", repeat("![")),
        ("balanced brackets", halves("[", "]")),
        ("balanced links", halves("[", "](u)")),
        ("nested quotes", repeat("> ") + "a"),
        ("quotes and lists", repeat(">- ") + "a"),
        ("nested lists on one line", repeat("- ") + "a"),
        ("nested emphasis", repeat("*a **a ")),
        ("balanced emphasis", halves("*a **a ", " a** a*")),
        ("stars", repeat("*") + "a" + &repeat("*")),
        ("emphasis closers", repeat("a_ ")),
        ("growing backticks", cut(backticks)),
        ("open comments", repeat("<!--")),
        ("open declarations", repeat("<!A ")),
        ("open instructions", repeat("<?")),
        ("open character data", repeat("<![CDATA[")),
        ("open tags", repeat("<a ")),
        ("open autolinks", repeat("<http://")),
        ("references", cut(references)),
        ("a long reference often", cut(long_reference)),
        ("deep list", cut(deep_list)),
        ("wide table", cut(table)),
        ("hard breaks", repeat("a  \n")),
        ("blank lines", repeat("\n")),
        ("rules", repeat("---\n")),
        ("entities", repeat("&")),
        ("entities with names", repeat("&amp")),
        ("backslashes", repeat("\\")),
        ("combining marks", marks),
        ("one long word", repeat("å")),
        ("web addresses without host", repeat("http://")),
        ("web addresses with brackets", cut(format!("https://a{}", ")".repeat(4_000)))),
        ("direction marks", repeat("\u{2067}") + "abc"),
        ("fences", repeat("```\n")),
    ]
}

#[test]
fn pathological_texts_are_shown_quickly_and_briefly() {
    for (name, text) in pathological_inputs() {
        let begin = Instant::now();
        let html = html(&text);

        assert!(begin.elapsed() < Duration::from_secs(2), "{name} took {:?}", begin.elapsed());
        assert!(html.len() < 400_000, "{name} gave {} bytes", html.len());
        assert_harmless(&text);
    }
}

#[test]
fn nesting_has_an_end_and_no_words_are_lost() {
    let quotes = html(&(">".repeat(50) + " sist"));
    let lists = html(&(0..20).map(|i| format!("{}- rad{i}\n", "  ".repeat(i))).collect::<Vec<_>>().concat());

    assert_eq!(quotes.matches("<blockquote>").count(), 8);
    assert!(quotes.contains("sist"));
    assert_eq!(lists.matches("<ul>").count(), 8);
    assert!((0..20).all(|i| lists.contains(&format!("rad{i}"))), "{lists}");
    assert!(lists.contains("rad8<br>\nrad9<br>"), "{lists}");
}

#[derive(Template)]
#[template(source = "{{ body }}|{{ *reference }}|{% if let Some(html) = maybe %}{{ html }}{% endif %}", ext = "html")]
struct Page<'a> {
    body: SafeHtml,
    reference: &'a SafeHtml,
    maybe: Option<SafeHtml>,
}

#[test]
fn a_template_prints_it_as_it_is() {
    let body = render("*a* & b");
    let page = Page { body: body.clone(), reference: &body, maybe: Some(body.clone()) };

    let one = "<p><em>a</em> &amp; b</p>\n";
    assert_eq!(page.render().unwrap(), format!("{one}|{one}|{}", one.trim_end()).as_str().to_owned() + "\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_a_tag_that_is_not_in_the_list(text in "([a-z<>\"'`*_#\\[\\]()!&;:/=\\-\n ~]|http://|<script|onload=|javascript:|&#x6a;){0,60}") {
        assert_harmless(&text);
    }
}

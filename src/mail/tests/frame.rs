//! The two faces of a letter.

use super::super::{Letter, Paragraph};

fn letter() -> Letter<'static> {
    let owned = |text: &str| text.to_owned();
    Letter {
        locale: "sv",
        dir: "ltr",
        service_name: owned("Idéer i Biskopsgården"),
        preheader: owned("Styrgruppen Trygghet säger ja till byggleken och nej till staketet."),
        heading: owned("Beslut: delvis ja till ”Bygglekplats hela året”"),
        paragraphs: vec![
            Paragraph::Text(owned(
                "Styrgruppen Trygghet säger ja till byggleken och nej till staketet. Föreningen Bygg & Lek håller \
                 öppet varje lördag från den 1 mars.\nDu kan läsa hela beslutet här nedanför.",
            )),
            Paragraph::Facts(vec![
                (owned("Ansvarar"), owned("Föreningen Bygg & Lek")),
                (owned("Första steget"), owned("1 mars 2027")),
            ]),
            Paragraph::Quote(owned(
                "Vi tycker att barnen ska få bygga själva, och vuxna finnas i närheten. <b>Staket</b> behövs inte.",
            )),
        ],
        action: Some((owned("Läs hela beslutet"), owned("https://ideer.town.se/ideer/2026-0412?x=1&y=2"))),
        after: vec![owned("Är du inte nöjd? Svara på det här mejlet, så läser en människa det.")],
        footer: vec![
            owned("Det här mejlet kommer från Göteborgs Stad, Biskopsgården."),
            owned("Telefon: 031-000 00 00"),
        ],
        unsubscribe: vec![(
            owned("Få inga fler mejl om den här idén"),
            owned("https://ideer.town.se/mail/stop?token=abc"),
        )],
    }
}

/// The words that a reader sees, in order.
fn seen(html: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(html);
    let body = scraper::Selector::parse("body > div:last-child").unwrap();
    let text: Vec<&str> = page.select(&body).next().unwrap().text().collect();
    text.join(" ").split_whitespace().map(str::to_owned).collect()
}

fn bare(words: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut bare: Vec<String> = words
        .into_iter()
        .map(|word| word.trim_end_matches(':').to_owned())
        .filter(|word| !["", ">", "--"].contains(&word.as_str()) && !word.starts_with("https://"))
        .collect();
    bare.sort();
    bare
}

#[test]
fn text_and_html_say_the_same_words() {
    let letter = letter();

    let text = bare(letter.text().split_whitespace().map(str::to_owned));
    let html = bare(seen(&letter.html().unwrap()));

    assert_eq!(text, html);
}

#[test]
fn every_link_stands_in_both() {
    let letter = letter();
    let html = letter.html().unwrap();
    let page = scraper::Html::parse_document(&html);
    let anchors = scraper::Selector::parse("a").unwrap();
    let links: Vec<&str> = page.select(&anchors).filter_map(|anchor| anchor.value().attr("href")).collect();

    let text = letter.text();

    assert_eq!(links, ["https://ideer.town.se/ideer/2026-0412?x=1&y=2", "https://ideer.town.se/mail/stop?token=abc"]);
    assert!(links.iter().all(|link| text.lines().any(|line| line == *link)), "{text}");
}

#[test]
fn the_text_is_wrapped_at_72_columns_and_no_address_is_broken() {
    let address = format!("https://ideer.town.se/{}", "long/".repeat(30));
    let mut letter = letter();
    letter.paragraphs.push(Paragraph::Text(format!("Se {address} för mer.")));
    letter.paragraphs.push(Paragraph::Quote("ord ".repeat(60)));

    let text = letter.text();

    assert!(text.lines().all(|line| line.chars().count() <= 72 || line == address), "{text}");
    assert!(text.lines().any(|line| line == address));
    assert!(text.lines().filter(|line| line.starts_with("> ord")).count() > 2);
}

#[test]
fn the_text_reads_as_a_letter() {
    let text = letter().text();

    let expected = "\
Beslut: delvis ja till ”Bygglekplats hela året”

Styrgruppen Trygghet säger ja till byggleken och nej till staketet.
Föreningen Bygg & Lek håller öppet varje lördag från den 1 mars.
Du kan läsa hela beslutet här nedanför.

Ansvarar: Föreningen Bygg & Lek
Första steget: 1 mars 2027

> Vi tycker att barnen ska få bygga själva, och vuxna finnas i närheten.
> <b>Staket</b> behövs inte.

Läs hela beslutet:
https://ideer.town.se/ideer/2026-0412?x=1&y=2

Är du inte nöjd? Svara på det här mejlet, så läser en människa det.

-- \nIdéer i Biskopsgården

Det här mejlet kommer från Göteborgs Stad, Biskopsgården.
Telefon: 031-000 00 00

Få inga fler mejl om den här idén:
https://ideer.town.se/mail/stop?token=abc
";
    assert_eq!(text, expected);
}

#[test]
fn words_of_people_never_become_markup() {
    let mut letter = letter();
    letter.heading = "<script>alert(1)</script>".to_owned();
    letter.paragraphs = vec![Paragraph::Quote("<img src=x onerror=alert(1)>".to_owned())];

    let html = letter.html().unwrap();

    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
}

#[test]
fn an_address_after_the_button_is_a_link_and_the_sign_behind_it_is_not() {
    let after = vec!["Svara här: https://x.example/a?b=1&c=2. <b>Tack!</b>".to_owned()];
    let html = Letter { after, ..letter() }.html().unwrap();

    assert!(html.contains("href=\"https://x.example/a?b=1&#38;c=2\""), "{html}");
    assert!(html.contains("</a>. &#60;b&#62;Tack!"), "{html}");
}

#[test]
fn a_link_that_is_not_of_the_web_is_refused() {
    for address in ["javascript:alert(1)", "data:text/html,x", "//evil.se", ""] {
        let action = Letter { action: Some(("x".to_owned(), address.to_owned())), ..letter() };
        let leaving = Letter { unsubscribe: vec![("x".to_owned(), address.to_owned())], ..letter() };

        assert!(action.html().is_err() && leaving.html().is_err(), "{address}");
    }
}

#[test]
fn language_and_direction_stand_on_the_page_and_on_the_first_elements() {
    let arabic = Letter { locale: "ar", dir: "rtl", ..letter() };

    let html = arabic.html().unwrap();

    assert_eq!(html.matches("lang=\"ar\" dir=\"rtl\"").count(), 3);
    assert!(html.contains("name=\"color-scheme\" content=\"light dark\""));
    assert_eq!(html.matches("<table ").count(), html.matches("<table role=\"presentation\"").count());
}

#[test]
fn parts_that_are_not_there_leave_no_trace() {
    let short = Letter {
        heading: "Hej".to_owned(),
        service_name: "Idéer".to_owned(),
        locale: "sv",
        dir: "ltr",
        ..Letter::default()
    };

    assert_eq!(short.text(), "Hej\n\n-- \nIdéer\n");
    assert!(!short.html().unwrap().contains("<a "));
}

/// The colour of a property in a list of them.
fn value(list: &str, property: &str) -> Option<String> {
    let pairs = list.split(['{', ';', '"']).filter_map(|pair| pair.split_once(':'));
    let own = pairs.filter(|(name, _)| name.trim() == property).map(|(_, value)| value.trim());
    own.filter_map(|value| value.strip_prefix('#')?.get(..6)).map(str::to_owned).next()
}

/// Light and dark colour of a class, or of a link in it: from its first element, and from the head.
fn colours(html: &str, class: &str, property: &str) -> (String, String) {
    let (own, element) = class.split_once(' ').unwrap_or((class, ""));
    let dark = html.split(&format!("  .{class} {{")).nth(1).and_then(|rest| rest.split('}').next()).unwrap();
    let body = html.split("</head>").nth(1).unwrap();
    let mut tags = body.split('<').skip_while(|tag| {
        let words = tag.split("class=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        !words.split(' ').any(|word| word == own)
    });
    let tag = tags.find(|tag| element.is_empty() || tag.starts_with(&format!("{element} "))).unwrap();
    (value(tag, property).unwrap(), value(dark, property).unwrap())
}

/// Contrast of two colours as WCAG reckons it.
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| {
        let part = |at: usize| f64::from(u8::from_str_radix(colour.get(at..at + 2).unwrap(), 16).unwrap()) / 255.0;
        let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(part(0)) + 0.7152 * linear(part(2)) + 0.0722 * linear(part(4))
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn words_can_be_read_on_what_they_stand_on_in_light_and_dark() {
    let html = letter().html().unwrap();
    for (words, ground) in [
        ("ink", "surface"),
        ("ink", "paper"),
        ("muted", "surface"),
        ("muted", "paper"),
        ("link", "paper"),
        ("button a", "button"),
    ] {
        let (own, under) = (colours(&html, words, "color"), colours(&html, ground, "background-color"));

        assert_ne!(own.0, own.1, "{words} has a colour of its own in the dark");
        for (scheme, own, under) in [("light", &own.0, &under.0), ("dark", &own.1, &under.1)] {
            let found = contrast(own, under);
            assert!(found >= 4.5, "{words} on {ground}, {scheme}: {found:.2}");
        }
    }
    assert!((contrast("000000", "FFFFFF") - 21.0).abs() < 0.01);
}

use super::FindingKind::{EmailAddress, IdentityNumber, PhoneNumber};
use super::*;

/// The check digit of nine digits, by the Luhn rule as Skatteverket describes it: weights 2 and 1
/// in turn, digit sums added, the difference to the next ten.
fn check_digit(nine: &str) -> u32 {
    let sum: u32 = nine
        .bytes()
        .zip([2, 1].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .map(|product| if product > 9 { product - 9 } else { product })
        .sum();
    (10 - sum % 10) % 10
}

/// The last four digits for an artificial day and serial number.
fn last_four(day: &str, serial: &str) -> String {
    format!("{serial}{}", check_digit(&format!("{day}{serial}")))
}

fn found(text: &str) -> Vec<(FindingKind, String)> {
    find(text).into_iter().map(|finding| (finding.kind, finding.text)).collect()
}

#[track_caller]
fn assert_found(kind: FindingKind, words: &str) {
    for text in [words.to_owned(), format!("Hej! {words}, tack."), format!("({words})"), format!("a\n{words}\nb")] {
        assert_eq!(found(&text), [(kind, words.to_owned())], "{text:?}");
    }
}

#[track_caller]
fn assert_nothing(text: &str) {
    assert_eq!(found(text), [], "{text:?}");
}

#[test]
fn the_check_digit_of_the_tests_agrees_with_a_published_example() {
    // 811228-9874 is the example in Skatteverket's description of the number.
    assert_eq!(last_four("811228", "987"), "9874");
    assert_found(IdentityNumber, "811228-9874");
}

#[test]
fn identity_numbers_are_found_in_every_way_of_writing() {
    let last = last_four("900101", "238");
    for words in [
        format!("900101-{last}"),
        format!("900101+{last}"),
        format!("900101 {last}"),
        format!("900101 - {last}"),
        format!("900101{last}"),
        format!("19900101-{last}"),
        format!("19900101{last}"),
        format!("19900101 {last}"),
        format!("1990-01-01-{last}"),
        format!("1990 01 01 {last}"),
        format!("90 01 01-{last}"),
        format!("19 900101-{last}"),
        format!("1 9 9 0 0 1 0 1 {}", last.chars().map(String::from).collect::<Vec<_>>().join(" ")),
    ] {
        assert_found(IdentityNumber, &words);
    }
}

#[test]
fn coordination_numbers_are_found_by_their_own_check_digit() {
    let last = last_four("900161", "017");

    assert_found(IdentityNumber, &format!("900161-{last}"));
    assert_found(IdentityNumber, &format!("19900161{last}"));
    assert_ne!(last, last_four("900101", "017"));
    assert_nothing(&format!("900161-{}", last_four("900101", "017")));
}

#[test]
fn the_day_of_an_identity_number_has_to_exist() {
    for day in ["901301", "900132", "900230", "900229", "900100", "900192"] {
        assert_nothing(&format!("{day}-{}", last_four(day, "238")));
    }
    // 2000 was a leap year, 1900 was not; ten digits do not tell which.
    assert_found(IdentityNumber, &format!("000229-{}", last_four("000229", "238")));
    assert_nothing(&format!("19000229-{}", last_four("000229", "238")));
}

#[test]
fn a_number_with_a_wrong_check_digit_is_not_found() {
    let right = check_digit("900101238");
    for wrong in (0..10).filter(|digit| *digit != right) {
        assert_nothing(&format!("900101-238{wrong}"));
        assert_nothing(&format!("Ordernummer 900101238{wrong}"));
    }
}

#[test]
fn numbers_of_other_kinds_are_not_identity_numbers() {
    let last = last_four("900101", "238");
    for text in [
        "organisationsnummer 556012-5790".to_owned(),
        format!("12900101{last}"),
        format!("5900101{last}"),
        format!("4000900101{last}00"),
        format!("900101-000{}", check_digit("900101000")),
        format!("2026-0412 2026-{}", last_four("260412", "202")),
        format!("900101\n{last}"),
    ] {
        assert!(find(&text).iter().all(|finding| finding.kind != IdentityNumber), "{text}");
    }
}

#[test]
fn other_digits_and_hidden_signs_do_not_hide_a_number() {
    let last = last_four("900101", "238");
    let plain = format!("900101-{last}");
    let in_script = |zero: u32| -> String {
        plain.chars().map(|c| c.to_digit(10).map_or(c, |digit| char::from_u32(zero + digit).unwrap())).collect()
    };
    for words in [
        in_script(0x660),
        in_script(0x6F0),
        in_script(0x966),
        in_script(0xFF10),
        in_script(0x1D7CE),
        plain.chars().map(String::from).collect::<Vec<_>>().join("\u{200B}"),
        plain.chars().map(String::from).collect::<Vec<_>>().join("\u{2060}"),
        format!("900101\u{AD}-\u{FEFF}{last}"),
        format!("900101\u{2011}{last}"),
        format!("900101\u{2013}{last}"),
        format!("900101\u{2212}{last}"),
        format!("900101\u{A0}{last}"),
        format!("900101\u{202F}{last}"),
        format!("900101\u{2009}\u{2013}\u{2009}{last}"),
    ] {
        assert_found(IdentityNumber, &words);
    }
}

#[test]
fn phone_numbers_are_found_in_every_way_of_writing() {
    for words in [
        "070-123 45 67",
        "0701234567",
        "070 123 45 67",
        "070-1234567",
        "070-123-45-67",
        "070 - 123 45 67",
        "0701-23 45 67",
        "031-12 34 56",
        "031/12 34 56",
        "031123456",
        "08-123 456 78",
        "08-12 34 56",
        "0523-123 45",
        "0771-567 567",
        "+46 70 123 45 67",
        "+46701234567",
        "+46 (0)70-123 45 67",
        "+46(0)31-12 34 56",
        "0046 70 123 45 67",
        "0046-31-123456",
        "+358 40 123 4567",
        "00358 40 1234567",
        "0 7 0 1 2 3 4 5 6 7",
        "070\u{A0}123\u{202F}45\u{A0}67",
        "070\u{2013}123 45 67",
        "٠٧٠-١٢٣ ٤٥ ٦٧",
        "07\u{200B}01\u{200D}234567",
        "０７０１２３４５６７",
    ] {
        assert_found(PhoneNumber, words);
    }
    assert_eq!(found("(031) 12 34 56"), [(PhoneNumber, "031) 12 34 56".to_owned())]);
    assert_eq!(found("tel:070-1234567").len(), 1);
}

#[test]
fn two_phone_numbers_after_each_other_are_two() {
    let both = [(PhoneNumber, "070-123 45 67".to_owned()), (PhoneNumber, "031-12 34 56".to_owned())];

    assert_eq!(found("070-123 45 67 031-12 34 56"), both);
    assert_eq!(found("070-123 45 67 eller 031-12 34 56"), both);
    assert_eq!(found("Ring 070-123 45 67 2 gånger"), [(PhoneNumber, "070-123 45 67".to_owned())]);
}

#[test]
fn other_numbers_are_not_phone_numbers() {
    for text in [
        "2026",
        "2019-2024",
        "åren 2019 2020 2021 2022",
        "500 000 kr",
        "1 500 000 kronor",
        "12 500 000 kr",
        "+10 000 000 kr",
        "+100 000 000 kronor",
        "0,5 miljoner",
        "0.123456789",
        "417 22 Göteborg",
        "SE-417 22",
        "dnr 0123/26",
        "dnr 0123/2026",
        "0412-2026-03",
        "dnr 0523/26-117",
        "2026-0412",
        "2026-0412345678",
        "idé 2026-0412, 2026-0413",
        "01-02-2026",
        "05 06 2026",
        "2026-05-06",
        "kl. 08.00-17.00",
        "08:00-17:00",
        "08-17 10-15",
        "08-17, 10-14",
        "112",
        "114 14",
        "1177",
        "ISBN 0-306-40615-2",
        "img_0312345678.jpg",
        "a0701234567",
        "0701234567b",
        "00",
        "0000000000",
        "0123",
        "012345",
        "0123456",
        "07012345678901",
        "3.0701234567",
        "12-0312345678",
        "59,329323 18,068581",
        "5-1-1 0 2 3",
    ] {
        assert_nothing(text);
    }
}

#[test]
fn e_mail_addresses_are_found() {
    for words in [
        "amina@example.org",
        "a.b+c@mail.example.se",
        "Elin_98@EXAMPLE.ORG",
        "o'neil@example.org",
        "åsa@exempel.se",
        "amina＠example．org",
        "ami\u{200B}na@exam\u{2060}ple.org",
        "0701234567@example.org",
        "x@xn--4ca.example",
        "a@b.se",
    ] {
        assert_found(EmailAddress, words);
    }
    assert_eq!(found("Mejla amina@example.org."), [(EmailAddress, "amina@example.org".to_owned())]);
    assert_eq!(found("a@b.se;c@d.se").len(), 2);
    assert_eq!(found("mailto:a@b.se?subject=x"), [(EmailAddress, "a@b.se".to_owned())]);
}

#[test]
fn an_at_sign_alone_is_no_address() {
    for text in [
        "@amina",
        "vi ses @ torget",
        "amina@",
        "amina@skolan",
        "a@.se",
        "a@b..se",
        "a@b.1",
        "3 @ 5.50",
        "@@@",
        "...@b.se",
    ] {
        assert_nothing(text);
    }
}

#[test]
fn the_place_points_at_the_words_in_the_text() {
    let text = "Åsa: åsa@exempel.se, 070\u{A0}123 45 67!";

    let findings = find(text);

    assert_eq!(findings.len(), 2);
    for finding in findings {
        assert_eq!(text.get(finding.place.clone()), Some(finding.text.as_str()));
    }
}

#[test]
fn the_debug_form_tells_nothing_personal() {
    let finding = find("Mejla amina@example.org").remove(0);

    assert!(!format!("{finding:?}").contains("amina"));
}

#[test]
fn long_texts_of_numbers_and_signs_are_read_quickly() {
    for pattern in ["0", "0 ", "07 ", "@", "a@", "a.", "1 9 9 0 ", "+", "(0)", "070-123 45 67 ", "a@b.se ", "\u{FDFA}"]
    {
        let text: String = pattern.repeat(4_000).chars().take(4_000).collect();
        let begin = std::time::Instant::now();

        let findings = find(&text);

        assert!(begin.elapsed() < std::time::Duration::from_secs(1), "{pattern:?} took {:?}", begin.elapsed());
        assert!(findings.len() <= 1_000, "{pattern:?} gave {}", findings.len());
    }
}

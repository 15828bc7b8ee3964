use super::*;
use crate::kernel::{Date, Timestamp};

const BOTH: [Locale; 2] = [Locale::Swedish, Locale::English];

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[track_caller]
fn assert_text_in_each_language(key: &str) {
    for locale in BOTH {
        let texts = Texts::in_locale(locale);

        assert!(texts.has(key), "{key} in {locale}");
        assert!(!texts.say_with(key, &[]).trim().is_empty(), "{key} in {locale}");
    }
}

#[test]
fn every_language_has_a_catalogue_and_every_catalogue_a_language() {
    let mut words: Vec<&str> = Wording::ALL.iter().map(|wording| wording.as_str()).collect();
    words.sort_unstable();

    assert_eq!(CATALOGUES.iter().map(|catalogue| catalogue.language).collect::<Vec<_>>(), words);
    assert_eq!(Locale::ALL, BOTH);
}

#[test]
fn every_error_code_has_a_text_in_each_language() {
    for code in Code::ALL {
        assert_text_in_each_language(&format!("error-{code}"));
    }
}

#[test]
fn every_state_has_a_label_and_an_explanation_in_each_language() {
    let states = "draft screening returned refused open closed with_group awaiting_answer forwarded proposal ballot \
                  accepted partly_accepted declined under_way done stopped merged withdrawn";

    assert_eq!(states.split_whitespace().count(), 19);
    for state in states.split_whitespace() {
        assert_text_in_each_language(&format!("state-{state}"));
        assert_text_in_each_language(&format!("state-explained-{state}"));
    }
}

#[test]
fn every_ground_theme_and_area_has_a_text_in_each_language() {
    for number in 1..=11 {
        assert_text_in_each_language(&format!("ground-R{number}"));
        assert_text_in_each_language(&format!("ground-help-R{number}"));
    }
    for theme in ["arbete", "trygghet", "utbildning", "fritid", "samverkan"] {
        assert_text_in_each_language(&format!("theme-{theme}"));
    }
    for area in ["norra", "sodra", "lansmansgarden", "svartedalen", "varvaderstorget", "hela"] {
        assert_text_in_each_language(&format!("area-{area}"));
    }
}

#[test]
fn the_languages_agree_on_which_texts_need_values() {
    let whole = CATALOGUES.iter().filter(|catalogue| catalogue.language.parse::<Locale>().is_ok());
    let keys: Vec<&[&str]> = whole.map(|catalogue| catalogue.plain_keys).collect();

    assert!(keys.iter().all(|list| list.len() > 100 && *list == keys[0]));
}

#[test]
fn a_length_error_tells_the_numbers() {
    let values = [("limit", "4000".to_owned()), ("length", "4120".to_owned())];

    let swedish = Texts::in_locale(Locale::Swedish).error(Code::FieldTooLong, &values);
    let english = Texts::in_locale(Locale::English).error(Code::FieldTooLong, &values);

    assert_eq!(swedish, "Texten är för lång: 4\u{202F}120 tecken. Den får vara högst 4\u{202F}000 tecken.");
    assert_eq!(english, "The text is too long: 4,120 characters. It can be at most 4,000 characters.");
}

#[test]
fn values_of_every_kind_and_references_to_them_are_taken() {
    let texts = Texts::in_locale(Locale::Swedish);
    let (count, one) = (&3_i64, &&1_usize);
    let word = String::from("x");
    let wordy: &&str = &word.as_str();

    assert_eq!(texts.say1("days-left", "count", count), "3 dagar kvar");
    assert_eq!(texts.say1("days-left", "count", one), "1 dag kvar");
    assert_eq!(texts.say1("days-left", "count", 12_u64), "12 dagar kvar");
    assert_eq!(texts.say2("date-with-year", "date", &word, "year", wordy), "x x");
    assert_eq!(texts.say2("date-with-year", "date", word, "year", Cow::Borrowed("y")), "x y");
}

#[test]
fn values_stay_as_they_are_without_direction_marks() {
    let text = Texts::in_locale(Locale::English).say2("date-with-year", "date", "<b> { $x }", "year", "2026");

    assert_eq!(text, "<b> { $x } 2026");
}

#[test]
fn a_key_without_a_text_gives_itself_in_brackets() {
    let texts = Texts::in_locale(Locale::Swedish);
    let (key, no_key) = (format!("error-{}", "made-up"), String::new());

    assert!(!texts.has(&key));
    assert_eq!(texts.say(&key), "[error-made-up]");
    assert_eq!(texts.say1(&key, "count", 1), "[error-made-up]");
    assert_eq!(texts.say(&no_key), "[]");
}

#[test]
fn a_text_without_values_is_borrowed_from_the_catalogue() {
    assert!(matches!(Texts::in_locale(Locale::Swedish).say("yes"), Cow::Borrowed("Ja")));
    assert!(matches!(Texts::in_locale(Locale::English).say("yes"), Cow::Borrowed("Yes")));
}

#[test]
fn days_are_written_in_words() {
    let (swedish, english) = (Texts::in_locale(Locale::Swedish), Texts::in_locale(Locale::English));
    let date = day("2026-11-26");

    assert_eq!(swedish.date(date), "torsdag 26 november 2026");
    assert_eq!(english.date(date), "Thursday 26 November 2026");
    assert_eq!(swedish.short_date(date), "26 november");
    assert_eq!(swedish.date(day("2028-02-29")), "tisdag 29 februari 2028");
}

#[test]
fn the_year_is_left_out_only_near_today() {
    let texts = Texts::in_locale(Locale::Swedish);
    let today = day("2026-01-01");

    assert_eq!(texts.date_near(today.plus_days(299), today), "27 oktober");
    assert_eq!(texts.date_near(today.plus_days(300), today), "28 oktober 2026");
    assert_eq!(texts.date_near(today.plus_days(-299), today), "8 mars");
    assert_eq!(texts.date_near(today.plus_days(-300), today), "7 mars 2025");
}

#[test]
fn a_moment_is_written_in_swedish_time() {
    let moment = Timestamp::from_microseconds(day("2026-11-26").start().microseconds()).plus_minutes(14 * 60 + 5);

    assert_eq!(Texts::in_locale(Locale::Swedish).moment(moment), "26 november 2026 14.05");
    assert_eq!(Texts::in_locale(Locale::English).moment(moment), "26 November 2026 14:05");
}

#[test]
fn the_days_left_are_told_to_the_last_day() {
    let (swedish, english) = (Texts::in_locale(Locale::Swedish), Texts::in_locale(Locale::English));
    let today = day("2026-11-26");

    assert_eq!(swedish.days_left(today.plus_days(23), today), "23 dagar kvar");
    assert_eq!(swedish.days_left(today.plus_days(1), today), "1 dag kvar");
    assert_eq!(swedish.days_left(today, today), "sista dagen i dag");
    assert_eq!(swedish.days_left(today.plus_days(-1), today), "stängd");
    assert_eq!(english.days_left(today.plus_days(1), today), "1 day left");
}

#[test]
fn numbers_are_written_in_groups() {
    let (swedish, english) = (Texts::in_locale(Locale::Swedish), Texts::in_locale(Locale::English));

    assert_eq!(swedish.number(1_234_567), "1\u{202F}234\u{202F}567");
    assert_eq!(english.number(1_234_567), "1,234,567");
    assert_eq!(swedish.number(-12_000), "\u{2212}12\u{202F}000");
    assert_eq!(english.number(999), "999");
    assert_eq!(english.number(i64::MIN), "\u{2212}9,223,372,036,854,775,808");
}

#[test]
fn the_language_that_the_browser_wants_most_is_chosen() {
    for (header, locale) in [
        ("", Locale::Swedish),
        ("fi, de;q=0.9", Locale::Swedish),
        ("en-GB,en;q=0.9,sv;q=0.8", Locale::English),
        ("sv-SE,sv;q=0.9,en;q=0.8", Locale::Swedish),
        ("sv;q=0.3, EN;q=0.7", Locale::English),
        ("fi, en;q=0.1", Locale::English),
        ("en;q=0", Locale::Swedish),
        ("en;q=abc", Locale::Swedish),
        ("en;q=7", Locale::Swedish),
        ("enx, ;;,q=1", Locale::Swedish),
        ("*", Locale::Swedish),
    ] {
        assert_eq!(Locale::negotiate(header), locale, "{header:?}");
    }
}

#[test]
fn a_language_knows_its_own_name_and_direction() {
    assert_eq!(Locale::Swedish.own_name(), "Svenska");
    assert_eq!(Locale::English.own_name(), "English");
    assert!(Locale::ALL.iter().all(|locale| locale.direction() == "ltr"));
}

mod in_templates {
    use askama::Template;

    use super::*;

    #[derive(Template)]
    #[template(source = "{{ t.say1(\"days-left\", \"count\", count) }}|{{ t.say(name) }}", ext = "html")]
    struct Page {
        t: Texts,
        count: i64,
        name: String,
    }

    #[test]
    fn a_template_can_say_texts_and_they_are_escaped() {
        let page = Page { t: Texts::in_locale(Locale::English), count: 2, name: "<b>".to_owned() };

        assert_eq!(page.render().unwrap(), "2 days left|[&#60;b&#62;]");
    }
}

#[test]
fn easy_swedish_is_said_instead_of_the_usual_and_the_rest_as_usual() {
    let (usual, easy) = (Texts::in_wording(Wording::Swedish), Texts::in_wording(Wording::SimpleSwedish));

    assert_eq!(easy.say("mail-refused-subject"), "Vi visar inte din idé");
    assert_ne!(easy.say("mail-refused-subject"), usual.say("mail-refused-subject"));
    assert_eq!(easy.say("save"), usual.say("save"));
    assert_eq!(easy.date(day("2026-11-26")), usual.date(day("2026-11-26")));
}

/// Words of the longest sentence of a text; a value counts as one word.
fn longest_sentence(text: &str) -> usize {
    let sentences = text.split_inclusive(['.', '?', '!', ':']);
    sentences
        .map(|sentence| sentence.split_whitespace().filter(|word| !matches!(*word, "{" | "}")).count())
        .max()
        .unwrap_or(0)
}

#[test]
fn no_sentence_of_easy_swedish_has_more_than_fifteen_words() {
    let easy = CATALOGUES.iter().find(|catalogue| catalogue.language == "sv-simple").unwrap();
    let texts = easy.text.lines().filter_map(|line| line.split_once(" = ").or_else(|| line.split_once("] ")));
    let long: Vec<(&str, usize)> =
        texts.map(|(key, text)| (key, longest_sentence(text))).filter(|(_, words)| *words > 15).collect();

    assert_eq!(long, []);
}

#[test]
fn every_mail_can_be_had_in_easy_swedish() {
    let of = |language: &str| CATALOGUES.iter().find(|catalogue| catalogue.language == language).unwrap().text;
    let keys = |text: &'static str| text.lines().filter_map(|line| line.split_once(" =").map(|(key, _)| key));
    // Names of kinds and the pages that stop mails are read by whoever chose ordinary Swedish for pages.
    let is_mail = |key: &&str| {
        key.starts_with("mail-") && !["mail-kind-", "mail-stop"].iter().any(|other| key.starts_with(other))
    };
    let easy: Vec<&str> = keys(of("sv-simple")).collect();

    let lacking: Vec<&str> = keys(of("sv")).filter(is_mail).filter(|key| !easy.contains(key)).collect();

    assert_eq!(lacking, Vec::<&str>::new());
}

use super::*;
use crate::i18n::{Locale, Texts};

fn profile(id: i64, theme: &str, mandate: &str, builds_on: &str, represents: &[&str]) -> GroupProfile {
    GroupProfile {
        id: GroupId::new(id),
        slug: theme.to_owned(),
        name: format!("Styrgruppen {theme}"),
        kind: GroupKind::Steering,
        theme: Some(theme.to_owned()),
        mandate: mandate.to_owned(),
        builds_on: builds_on.to_owned(),
        represents: represents.iter().map(|text| (*text).to_owned()).collect(),
        open_ideas: 3,
    }
}

fn town() -> Vec<GroupProfile> {
    vec![
        profile(
            1,
            "trygghet",
            "Gruppen bestämmer själv om vandringar, värdar och mindre förbättringar ute. Frågor om belysning, kameror och gator lämnar gruppen vidare.",
            "Grannföreningarnas vandringar",
            &["Hyresgästerna i norra och södra Biskopsgården"],
        ),
        profile(
            2,
            "utbildning",
            "Gruppen bestämmer själv om läxhjälp, lässtunder och studiebesök utanför skoltid.",
            "Biblioteksvännerna och föräldraföreningarnas läxhjälp",
            &["Grundskolorna i området"],
        ),
    ]
}

fn keys(suggestion: &Suggestion) -> Vec<&'static str> {
    suggestion.reasons.iter().map(|reason| reason.key).collect()
}

#[test]
fn the_theme_decides_and_the_reason_says_so() {
    let suggestion =
        suggest(&town(), Some("trygghet"), "norra", "Fler värdar på torget", "Då vågar fler gå ut.").unwrap();

    assert_eq!(suggestion.group, GroupId::new(1));
    assert_eq!(suggestion.confidence, Confidence::Sure);
    assert_eq!(keys(&suggestion), ["routing-theme", "routing-words-mandate", "routing-area"]);
    let words = suggestion.reasons.iter().find(|reason| reason.key == "routing-words-mandate").unwrap();
    assert_eq!(words.args, [("words", "”värdar”".to_owned())]);
}

#[test]
fn without_a_theme_the_words_decide() {
    let suggestion =
        suggest(&town(), None, "hela", "Läxhjälp två kvällar i veckan", "På biblioteket, efter skoltid.").unwrap();

    assert_eq!(suggestion.slug, "utbildning");
    assert_eq!(suggestion.theme.as_deref(), Some("utbildning"));
    assert_eq!(suggestion.confidence, Confidence::Likely);
}

#[test]
fn a_part_of_a_long_word_is_found() {
    let suggestion = suggest(&town(), None, "hela", "En studiebesöksdag varje vår", "Det vore roligt.").unwrap();

    assert_eq!(suggestion.slug, "utbildning");
    assert_eq!(suggestion.confidence, Confidence::Unsure, "one word is little to go by");
}

#[test]
fn words_that_usually_belong_to_a_theme_are_known_in_every_language() {
    for (title, body) in [
        ("Sätt upp lampor", "Det är mörkt och jag är rädd där."),
        ("Put up lamps", "It is dark there and people are afraid in the evening."),
    ] {
        let suggestion = suggest(&town(), None, "hela", title, body).unwrap();

        assert_eq!(suggestion.slug, "trygghet", "{title}");
        assert_eq!(keys(&suggestion), ["routing-words-theme"]);
    }
}

#[test]
fn words_that_two_groups_share_tell_nothing() {
    let profiles = [
        profile(1, "ett", "Gruppen bestämmer om gungor.", "Grannarna", &[]),
        profile(2, "tva", "Gruppen bestämmer om bänkar.", "Grannarna", &[]),
    ];

    assert_eq!(suggest(&profiles, None, "hela", "Grannarna bestämmer", "Gruppen och grannarna."), None);
    assert_eq!(suggest(&profiles, None, "hela", "Grannarna bygger bänkar", "Många.").unwrap().slug, "tva");
}

#[test]
fn nothing_in_common_gives_no_suggestion() {
    assert_eq!(suggest(&town(), None, "norra", "Cykelpump vid spårvagnen", "Den gamla är trasig."), None);
    assert_eq!(suggest(&[], Some("trygghet"), "norra", "Värdar", "På torget."), None);
}

#[test]
fn words_that_point_elsewhere_make_a_theme_less_sure() {
    let title = "Läxhjälp, lässtunder och studiebesök";

    let suggestion =
        suggest(&town(), Some("trygghet"), "hela", title, "Läxhjälp på biblioteket efter skoltid.").unwrap();

    assert_eq!(suggestion.slug, "trygghet");
    assert_eq!(suggestion.confidence, Confidence::Likely);
    assert!(keys(&suggestion).contains(&"routing-elsewhere"), "{suggestion:?}");
}

#[test]
fn of_two_groups_that_fit_alike_the_one_with_less_to_do_is_suggested() {
    let mut profiles = town();
    let mut twin = profiles[0].clone();
    twin.id = GroupId::new(9);
    twin.open_ideas = 1;
    profiles.push(twin);

    let suggestion =
        suggest(&profiles, Some("trygghet"), "hela", "En ny gungställning", "Den gamla gick sönder.").unwrap();

    assert_eq!(suggestion.group, GroupId::new(9));
    assert_eq!(suggestion.confidence, Confidence::Likely);
    assert!(keys(&suggestion).contains(&"routing-less-to-do"));
}

#[test]
fn the_process_group_and_the_youth_council_are_not_suggested() {
    let mut profiles = town();
    for profile in &mut profiles {
        profile.kind = GroupKind::Process;
    }

    assert_eq!(suggest(&profiles, Some("trygghet"), "norra", "Värdar på torget", "Tack."), None);
}

#[test]
fn every_reason_and_confidence_has_its_words() {
    for locale in Locale::ALL {
        let texts = Texts::in_locale(*locale);
        for key in REASON_KEYS {
            assert!(texts.has(key), "{key} {locale}");
        }
        for confidence in Confidence::ALL {
            assert!(texts.has(&format!("routing-{confidence}")), "{confidence} {locale}");
        }
    }
}

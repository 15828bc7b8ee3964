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
        closed: false,
    }
}

const SAFETY: GroupId = GroupId::new(1);
const SCHOOL: GroupId = GroupId::new(2);
const YOUTH: GroupId = GroupId::new(8);

fn town() -> Vec<GroupProfile> {
    let youth = GroupProfile {
        kind: GroupKind::YouthCouncil,
        theme: None,
        slug: "ungdomsradet".to_owned(),
        name: "Ungdomsrådet".to_owned(),
        ..profile(8, "", "Rådet får säga sin mening om allt som rör värdar, lampor och läxhjälp.", "Elevråden", &[])
    };
    let process = GroupProfile {
        kind: GroupKind::Process,
        theme: None,
        name: "Processgruppen".to_owned(),
        ..profile(9, "", "Gruppen ser till att värdar och läxhjälp inte blir försenade.", "Föreningarna", &[])
    };
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
        youth,
        process,
    ]
}

fn facts<'i>(theme: Option<&'i str>, area: &'i str, title: &'i str, body: &'i str) -> IdeaFacts<'i> {
    IdeaFacts { theme, area, title, body }
}

/// An idea whose words point to no group.
fn wordless() -> IdeaFacts<'static> {
    facts(None, "hela", "Cykelpump vid spårvagnen", "Den gamla är trasig.")
}

fn like(title: &str, group: GroupId, likeness: f64) -> Like {
    Like { title: title.to_owned(), group, likeness }
}

/// Published ideas alike, and nothing known of words.
fn alike(likes: &[Like]) -> Published {
    Published { likes: likes.to_vec(), words: Vec::new() }
}

/// A word and where the published ideas with it lie.
fn used(word: &str, ideas: usize, by_group: &[(&str, usize)]) -> WordUse {
    let by_group = by_group.iter().map(|(slug, count)| ((*slug).to_owned(), *count)).collect();
    WordUse { word: word.to_owned(), ideas, by_group }
}

fn keys(suggestion: &Suggestion) -> Vec<&'static str> {
    suggestion.reasons.iter().map(|reason| reason.key).collect()
}

fn suggested(advice: &Advice) -> Vec<GroupId> {
    advice.suggestions.iter().map(|one| one.group).collect()
}

fn doubt(advice: &Advice) -> Option<&'static str> {
    assert!(advice.doubt.is_some() == advice.suggestions.is_empty(), "either a suggestion or a doubt: {advice:?}");
    advice.doubt.as_ref().map(|why| why.key)
}

#[test]
fn the_theme_decides_and_the_reason_says_so() {
    let idea = facts(Some("trygghet"), "norra", "Fler värdar på torget", "Då vågar fler gå ut.");

    let advice = advise(&town(), &idea, &Published::default());

    let best = advice.best().unwrap();
    assert_eq!((best.group, best.confidence), (SAFETY, Confidence::Sure));
    assert_eq!(keys(best), ["routing-theme", "routing-words-mandate", "routing-area"]);
    let words = best.reasons.iter().find(|reason| reason.key == "routing-words-mandate").unwrap();
    assert_eq!(words.args, [("words", "”värdar”".to_owned())]);
}

#[test]
fn without_a_theme_the_words_decide() {
    let idea = facts(None, "hela", "Läxhjälp två kvällar i veckan", "På biblioteket, efter skoltid.");

    let advice = advise(&town(), &idea, &Published::default());

    let best = advice.best().unwrap();
    assert_eq!((best.slug.as_str(), best.theme.as_deref()), ("utbildning", Some("utbildning")));
    assert!(doubt(&advice).is_none());
}

#[test]
fn a_part_of_a_long_word_is_found_but_is_little_to_go_by() {
    let idea = facts(None, "hela", "En kväll", "Med lässtundskväll.");

    let evidence = evidence(&town(), &idea, &Published::default());

    assert!(evidence.iter().all(|one| (one.points > 0) == (one.group == SCHOOL)), "{evidence:?}");
    assert_eq!(doubt(&advise(&town(), &idea, &Published::default())), Some("routing-unsure-little"));
}

#[test]
fn words_that_usually_belong_to_a_theme_are_known_in_every_language() {
    for (title, body) in [
        ("Sätt upp lampor", "Det är mörkt och jag är rädd där."),
        ("Put up lamps", "It is dark there and people are afraid in the evening."),
    ] {
        let advice = advise(&town(), &facts(None, "hela", title, body), &Published::default());

        let best = advice.best().unwrap();
        assert_eq!(best.slug, "trygghet", "{title}");
        assert_eq!(keys(best), ["routing-words-theme"]);
    }
}

#[test]
fn words_that_two_groups_share_tell_nothing() {
    let profiles = [
        profile(1, "ett", "Gruppen bestämmer om gungor.", "Grannarna", &[]),
        profile(2, "tva", "Gruppen bestämmer om bänkar.", "Grannarna", &[]),
    ];
    let points = |title, body| -> Vec<u32> {
        evidence(&profiles, &facts(None, "hela", title, body), &Published::default())
            .iter()
            .map(|one| one.points)
            .collect()
    };

    assert_eq!(points("Grannarna bestämmer", "Gruppen och grannarna."), [0, 0]);
    let [none, some] = points("Grannarna bygger bänkar", "Många.")[..] else { panic!("two groups") };
    assert!(none == 0 && some > 0);
}

#[test]
fn where_nothing_is_known_nobody_is_suggested_and_the_reason_says_why() {
    let idea = wordless();

    assert_eq!(doubt(&advise(&town(), &idea, &Published::default())), Some("routing-unsure-nothing"));
    assert_eq!(doubt(&advise(&[], &idea, &Published::default())), Some("routing-unsure-no-groups"));
    let process_alone = &town()[3..];
    assert_eq!(doubt(&advise(process_alone, &idea, &Published::default())), Some("routing-unsure-no-groups"));
}

#[test]
fn the_area_alone_makes_no_group_fit() {
    let idea = facts(None, "norra", "Cykelpump vid spårvagnen", "Den gamla är trasig.");

    assert!(evidence(&town(), &idea, &Published::default()).iter().all(|one| one.points == 0));
    assert_eq!(doubt(&advise(&town(), &idea, &Published::default())), Some("routing-unsure-nothing"));
}

#[test]
fn ideas_alike_speak_for_the_group_they_lie_with_and_are_named() {
    let likes = [like("Fler pumpar", SCHOOL, 0.9), like("Luft i däcken", SCHOOL, 0.95), like("Räcken", SAFETY, 0.2)];

    let advice = advise(&town(), &wordless(), &alike(&likes));

    let best = advice.best().unwrap();
    assert_eq!((best.group, keys(best)), (SCHOOL, vec!["routing-alike-many"]));
    let [why] = best.reasons.as_slice() else { panic!("{best:?}") };
    let told = Texts::in_locale(Locale::Swedish).say_with(why.key, &why.args);
    assert_eq!(told, "Liknande idéer (”Luft i däcken”, ”Fler pumpar”) ligger hos Styrgruppen utbildning.");
}

#[test]
fn words_speak_for_the_group_whose_published_ideas_have_them() {
    let words = vec![
        used("cykelpump", 5, &[("utbildning", 5)]),
        used("spårvagnen", 9, &[("utbildning", 6), ("trygghet", 2)]),
        used("trasig", 8, &[("trygghet", 2), ("ungdomsradet", 1)]),
        used("gamla", 1, &[("finns-inte", 1)]),
    ];

    let published = Published { likes: Vec::new(), words };
    let advice = advise(&town(), &wordless(), &published);

    let best = advice.best().unwrap();
    assert_eq!((best.group, keys(best)), (SCHOOL, vec!["routing-habit"]));
    let told = Texts::in_locale(Locale::Swedish).say_with(best.reasons[0].key, &best.reasons[0].args);
    assert_eq!(told, "Publicerade idéer med ”cykelpump”, ”spårvagnen” ligger oftast hos Styrgruppen utbildning.");
    let habits: Vec<f64> = evidence(&town(), &wordless(), &published).iter().map(|one| one.habit).collect();
    for (habit, wanted) in habits.iter().zip([2.0 / 10.0 + 2.0 / 9.0, 5.0 / 6.0 + 6.0 / 10.0, 1.0 / 9.0]) {
        assert!((habit - wanted).abs() < 1e-9, "{habits:?}");
    }
}

#[test]
fn words_of_which_no_group_has_most_ideas_are_no_reason_and_suggest_nobody() {
    let words = (0..40).map(|_| used("trasig", 3, &[("utbildning", 1), ("trygghet", 1)])).collect();

    let advice = advise(&town(), &wordless(), &Published { likes: Vec::new(), words });

    assert_eq!(doubt(&advice), Some("routing-unsure-nothing"));
}

#[test]
fn the_words_of_the_title_are_asked_first_each_once_and_not_too_many() {
    let body = "Cykelpumpen är trasig. ".to_owned()
        + &"Ett två däck fälg eker nav ram styre sadel kedja vev".replace(' ', " och ");

    let words = asked_words("Cykelpump vid spårvagnen 2026", &body);

    assert_eq!(words[..3], ["cykelpump", "spårvagnen", "trasig"], "{words:?}");
    assert_eq!(words.len(), 8);
    assert!(asked_words("1 2 3", "").is_empty());
}

#[test]
fn a_choice_for_another_group_turns_the_next_suggestion() {
    let idea = facts(None, "hela", "Lampor vid stigen", "Där är mörkt.");

    let before = advise(&town(), &idea, &Published::default());
    let after = advise(&town(), &idea, &alike(&[like("Lyktor vid stigen", SCHOOL, 0.9), like("Lampor", SCHOOL, 0.9)]));

    assert_eq!(before.best().map(|best| best.group), Some(SAFETY));
    assert_ne!(after.best().map(|best| best.group), Some(SAFETY));
    let chance = |likes: &[Like]| {
        let evidence = evidence(&town(), &idea, &alike(likes));
        chances(&evidence, &Weights::MEASURED)[0]
    };
    assert!(chance(&[like("Lyktor", SCHOOL, 0.5)]) < chance(&[]), "even one idea takes something away");
}

#[test]
fn groups_close_behind_the_best_are_suggested_too_and_none_far_behind() {
    let both = |school, safety| alike(&[like("Ett", SCHOOL, school), like("Två", SAFETY, safety)]);

    let close = advise(&town(), &wordless(), &both(0.9, 0.85));
    let far = advise(&town(), &wordless(), &both(0.9, 0.2));

    assert_eq!(suggested(&close), [SCHOOL, SAFETY]);
    assert!(close.suggestions.iter().all(|one| keys(one) == ["routing-alike-one"]), "{close:?}");
    assert_eq!(close.suggestions[1].confidence, Confidence::Possible);
    assert_eq!(suggested(&far), [SCHOOL]);
}

#[test]
fn at_most_three_groups_are_suggested_or_named() {
    let profiles: Vec<GroupProfile> = (1..=6).map(|id| profile(id, &format!("tema{id}"), "", "", &[])).collect();
    let likes: Vec<Like> = (1..=6).map(|id| like("Lik", GroupId::new(id), 1.0)).collect();

    let advice = advise(&profiles, &wordless(), &alike(&likes));

    assert_eq!(doubt(&advice), Some("routing-unsure-several"));
    let named = &advice.doubt.unwrap().args[0].1;
    assert_eq!(named, "Styrgruppen tema1, Styrgruppen tema2, Styrgruppen tema3");
}

#[test]
fn of_two_groups_that_fit_alike_the_one_with_less_to_do_comes_first() {
    let mut profiles = town();
    profiles.retain(|profile| profile.id == SAFETY);
    let twin = GroupProfile { id: GroupId::new(7), open_ideas: 1, ..profiles[0].clone() };
    profiles.push(twin);
    let idea = facts(Some("trygghet"), "hela", "En ny gungställning", "Den gamla gick sönder.");

    let advice = advise(&profiles, &idea, &Published::default());

    assert_eq!(suggested(&advice), [GroupId::new(7), SAFETY]);
    assert!(keys(&advice.suggestions[0]).contains(&"routing-less-to-do"));
    assert!(!keys(&advice.suggestions[1]).contains(&"routing-less-to-do"));
    assert_eq!(advice.suggestions[0].percent, 50);
}

#[test]
fn words_that_point_elsewhere_make_a_theme_less_sure() {
    let title = "Läxhjälp, lässtunder och studiebesök";
    let body = "Läxhjälp på biblioteket efter skoltid.";
    let elsewhere = facts(Some("trygghet"), "hela", title, body);
    let here = facts(Some("utbildning"), "hela", title, body);

    let (torn, agreed) =
        (advise(&town(), &elsewhere, &Published::default()), advise(&town(), &here, &Published::default()));

    let (torn, agreed) = (torn.best().unwrap(), agreed.best().unwrap());
    assert_eq!(torn.slug, "trygghet");
    assert!(torn.percent < agreed.percent, "{torn:?} {agreed:?}");
    assert!(keys(torn).contains(&"routing-elsewhere") && !keys(agreed).contains(&"routing-elsewhere"));
}

#[test]
fn a_closed_group_is_never_suggested_whatever_speaks_for_it() {
    let mut profiles = town();
    profiles[0].closed = true;
    let idea = facts(Some("trygghet"), "norra", "Fler värdar på torget", "Vandringar och lampor.");
    let likes = [like("Värdar", SAFETY, 1.0), like("Fler värdar", SAFETY, 1.0)];

    let advice = advise(&profiles, &idea, &alike(&likes));

    assert_eq!(doubt(&advice), Some("routing-unsure-nothing"));
    assert!(evidence(&profiles, &idea, &alike(&likes)).iter().all(|one| one.group != SAFETY));
}

#[test]
fn the_process_group_is_never_suggested_and_the_youth_council_only_where_ideas_alike_lie() {
    let by_words = facts(None, "hela", "Läxhjälp av elevråden", "Rådet får säga sin mening.");
    let with_likes =
        [like("Egen pott", YOUTH, 1.0), like("Pott för unga", YOUTH, 0.9), like("Annat", GroupId::new(9), 5.0)];

    assert!(!suggested(&advise(&town(), &by_words, &Published::default())).contains(&YOUTH));
    assert_eq!(suggested(&advise(&town(), &wordless(), &alike(&with_likes))), [YOUTH]);
}

#[test]
fn chances_add_up_and_grow_with_what_speaks_for_a_group() {
    let weights = Weights { points_by_likeness: 20.0, points_by_habit: 5.0, points_by_e: 10.0, surprises: 0.0 };
    let one = |points, likeness| Evidence { group: SAFETY, points, likeness, habit: 0.0 };
    for (evidence, first) in [
        (vec![one(0, 0.0), one(0, 0.0)], 0.5),
        (vec![one(10, 0.0), one(0, 0.0)], 0.731),
        (vec![one(0, 0.5), one(0, 0.0)], 0.731),
        (vec![one(5, 0.25), one(0, 0.0)], 0.731),
        (vec![one(0, 0.0), one(0, 0.0), one(0, 0.0), one(0, 0.0)], 0.25),
        (vec![one(4_000_000, 0.0), one(0, 0.0)], 1.0),
    ] {
        let chances = chances(&evidence, &weights);

        assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{chances:?}");
        assert!((chances[0] - first).abs() < 0.001, "{chances:?}");
    }
    assert!(chances(&[], &weights).is_empty());
    let with_habit = [Evidence { habit: 2.0, ..one(0, 0.0) }, one(0, 0.0)];
    assert!((chances(&with_habit, &weights)[0] - 0.731).abs() < 0.001);
}

#[test]
fn a_little_is_kept_for_surprises_however_much_speaks_for_one_group() {
    let weights = Weights { surprises: 0.1, ..Weights::MEASURED };
    let one = |points| Evidence { group: SAFETY, points, likeness: 0.0, habit: 0.0 };

    let chances = chances(&[one(1_000), one(0)], &weights);

    assert!((chances[0] - 0.95).abs() < 1e-9 && (chances[1] - 0.05).abs() < 1e-9, "{chances:?}");
}

#[test]
fn a_chance_is_rounded_down_and_never_said_to_be_above_95() {
    for (share, percent, word) in [
        (0.5, 50, Confidence::Likely),
        (0.799, 79, Confidence::Likely),
        (0.8, 80, Confidence::Sure),
        (0.95, 95, Confidence::Sure),
        (1.0, 95, Confidence::Sure),
        (0.49, 49, Confidence::Possible),
        (0.0, 0, Confidence::Possible),
    ] {
        assert_eq!((Chance(share).percent(), Chance(share).word()), (percent, word), "{share}");
    }
    assert!(Chance(0.5).is_enough() && !Chance(0.499).is_enough());
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

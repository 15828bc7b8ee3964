//! Compounds, roots, and what may have been meant.

use super::super::{Change, Draft, Matched};
use super::{ask, doc, found, ids, index};

#[test]
fn a_compound_is_found_by_its_parts_and_by_what_they_say_apart() {
    let (_folder, search) = index(vec![
        doc(1, "Ny cykelparkering vid torget", "Tak behövs."),
        doc(2, "Parkering för cyklar", "Vid stationen."),
        doc(3, "Parkering för bilar", "Vid stationen."),
        doc(4, "Lekplatsbelysning", "Det är mörkt."),
        doc(5, "Trygghetsvandring i höst", "Vi går tillsammans."),
        doc(6, "Ungdomsrådsmöte i biblioteket", "Alla är välkomna."),
    ]);

    for (words, first) in [("cykel", &[1, 2][..]), ("parkering", &[1, 2, 3]), ("parkering för cyklar", &[1, 2])] {
        let mut hits = found(&search, words);
        hits.truncate(first.len());
        hits.sort_unstable();
        assert_eq!(hits, first, "{words}");
    }
    assert_eq!(found(&search, "cykelparkering")[..2], [1, 2], "the word itself comes first");
    assert_eq!(found(&search, "parkering för cyklar").first(), Some(&2));
    assert_eq!(found(&search, "lekplats belysning").first(), Some(&4));
    assert_eq!(found(&search, "vandring"), [5]);
    assert_eq!(found(&search, "ungdom möte").first(), Some(&6));
    assert_eq!(found(&search, "mote ungdomsrad").first(), Some(&6), "typed without marks");
}

#[test]
fn a_part_that_ends_in_another_vowel_is_found_by_its_word() {
    let (_folder, search) = index(vec![
        doc(1, "Bättre gatubelysning", "Det är mörkt."),
        doc(2, "Stöd till kvinnojouren", "De behöver en lokal."),
        doc(3, "Sagostund på biblioteket", "För de små."),
        doc(4, "Återvinningsstation vid torget", "Det ligger skräp överallt."),
    ]);

    assert_eq!(found(&search, "gata"), [1]);
    assert_eq!(found(&search, "gator"), [1]);
    assert_eq!(found(&search, "kvinna"), [2]);
    assert_eq!(found(&search, "kvinnor"), [2]);
    assert_eq!(found(&search, "saga"), [3]);
    assert_eq!(found(&search, "återvinning"), [4]);
    assert_eq!(found(&search, "atervinning"), [4]);
}

#[test]
fn a_compound_typed_without_marks_is_found_in_its_parts_too() {
    let (_folder, search) = index(vec![
        doc(1, "Ungdomsgården i centrum", "Öppna den."),
        doc(2, "En gård för ungdomar", "Där man kan vara."),
        doc(3, "Gården vid ån", "Får och getter."),
    ]);

    let hits = ask(&search, "ungdomsgard");

    assert_eq!((ids(&hits)[..2].to_vec(), hits.exact), (vec![1, 2], 2));
}

#[test]
fn words_written_apart_find_the_compound() {
    let (_folder, search) = index(vec![
        doc(1, "Bredare gångväg", "Två barnvagnar ska kunna mötas."),
        doc(2, "Vägen till skolan", "Bilarna kör fort."),
        doc(3, "En gång om året", "Vi städar."),
    ]);

    assert_eq!(found(&search, "gång väg").first(), Some(&1));
    assert_eq!(found(&search, "gang vag").first(), Some(&1));
    assert_eq!(found(&search, "gangvagar").first(), Some(&1));
}

#[test]
fn forms_that_no_stemmer_brings_together_find_each_other() {
    let (_folder, search) = index(vec![
        doc(1, "Ställ för cyklar", "x"),
        doc(2, "Fler fågelholkar", "Fåglarna behöver hjälp."),
        doc(3, "Grönare städer", "x"),
        doc(4, "Nära hemmet", "x"),
    ]);

    assert_eq!(found(&search, "cykel"), [1]);
    assert_eq!(found(&search, "fågel"), [2]);
    assert_eq!(found(&search, "stad"), [3]);
    assert_eq!(found(&search, "hem"), [4]);
}

#[test]
fn a_part_is_marked_in_the_word_that_holds_it() {
    let (_folder, search) = index(vec![doc(1, "Torget", "Det behövs cykelställen vid den nya busshållplatsen.")]);
    let marked = |words: &str| -> Vec<String> {
        let hits = ask(&search, words);
        let pieces = hits.ids.iter().flat_map(|row| &row.snippet).filter(|piece| piece.marked);
        pieces.map(|piece| piece.text.clone()).collect()
    };

    assert_eq!(marked("cyklar"), ["cykelställen"]);
    assert_eq!(marked("buss"), ["busshållplatsen"]);
}

#[test]
fn what_may_have_been_meant_is_told_when_little_is_found() {
    let mut docs: Vec<_> = (1..=12).map(|id| doc(id, "Bygglekplats för alla", "Barn bygger.")).collect();
    docs.push(doc(13, "Bygglekplatz", "Felskrivet."));
    let (_folder, search) = index(docs);

    let nothing = ask(&search, "bygglekpalts");
    let little = ask(&search, "bygglekplatz");

    assert_eq!((nothing.meant.as_deref(), nothing.matched), (Some("bygglekplats"), Matched::Nearly));
    assert_eq!((ids(&little).first(), little.meant.as_deref()), (Some(&13), Some("bygglekplats")));
    assert_eq!(ask(&search, "bygglekplats").meant, None);
    assert_eq!(
        ask(&search, "bygglekpalts \"barn bygger\" -torg").meant.as_deref(),
        Some("bygglekplats \"barn bygger\" -\"torg\"")
    );
    assert_eq!(ask(&search, "xyzzyx").meant, None);
}

#[test]
fn what_only_a_hidden_idea_said_is_never_meant() {
    let (_folder, search) =
        index(vec![doc(1, "Kanariefågel", "Kanariefågeln på Västmannagatan sjunger"), doc(2, "Bänkar", "Fler bänkar")]);
    let meant = |words: &str| ask(&search, words).meant;
    assert_eq!(meant("kanarifågel").as_deref(), Some("kanariefågel"));

    search.apply(&[Change::Remove(1)], 1).unwrap();

    for words in ["kanarifågel", "kanariefagel", "kanariefågel", "västmanagatan", "Västmannagatann"] {
        let hits = ask(&search, words);
        assert_eq!((hits.meant, hits.total), (None, 0), "{words}");
    }
}

#[test]
fn a_draft_is_like_an_idea_that_says_it_in_one_word_or_in_two() {
    let (_folder, search) = index(vec![
        doc(1, "Lekplatsbelysning vid Friskväderstorget", "Barnen ser inte var de springer."),
        doc(2, "Simskola", "Alla ska kunna simma."),
        doc(3, "Loppis på torget", "Vi byter saker."),
    ]);
    let draft = Draft { title: "Belysning på lekplatsen", body: "Det är för mörkt", language: "sv", exclude: None };

    let like = search.similar(&draft, 3).unwrap();

    assert_eq!(like.first().map(|like| like.id), Some(1));
    assert!(like[0].shared.contains(&"belysning".to_owned()), "{like:?}");
}

#[test]
fn words_that_stand_beside_each_other_are_also_read_as_one() {
    let (_folder, search) = index(vec![
        doc(1, "Gånger bland väggar", "Många gånger har väggen målats om, gång på gång."),
        doc(2, "Ny gångväg", "En gångväg till skolan."),
        doc(3, "Ljus på stadsparkens stigar", "Mörkt i stadsparken."),
    ]);

    assert_eq!(found(&search, "gång väg").first(), Some(&2));
    assert_eq!(found(&search, "stad park").first(), Some(&3), "with a linking s");
}

#[test]
fn a_misspelt_part_of_a_compound_is_found() {
    let (_folder, search) =
        index(vec![doc(1, "Gatubelysning", "Vi vill ha gatubelysning vid torget."), doc(2, "Bänkar", "Fler bänkar.")]);

    let hits = ask(&search, "belysnign");

    assert_eq!(ids(&hits), [1]);
    assert_eq!(hits.meant, None, "what was corrected is no word that anybody wrote");
}

#[test]
fn words_for_asking_are_welcome_and_not_demanded() {
    let (_folder, search) = index(vec![
        doc(1, "Bänkar vid torget", "Där sitter man gott."),
        doc(2, "Kan man göra mer?", "Vi vill kunna göra mer, hur ska vi göra?"),
    ]);

    assert_eq!(found(&search, "hur kan vi göra fler bänkar").first(), Some(&1));
    assert_eq!(found(&search, "kan göra").first(), Some(&2), "a question of nothing else means them");
}

#[test]
fn a_misspelt_word_is_found_where_only_another_form_of_it_stands() {
    let (_folder, search) = index(vec![
        doc(1, "Laga gatubelysningen", "Den är trasig."),
        doc(2, "Rusta upp gångvägen", "Den är full av hål."),
        doc(3, "Måla våningen", "Väggarna är grå."),
    ]);

    for (typed, id, meant) in [
        ("gatubelysing", 1, "gatubelysningen"),
        ("gatubellysning", 1, "gatubelysningen"),
        ("gångvg", 2, "gångvägen"),
        ("vånning", 3, "våningen"),
    ] {
        let hits = ask(&search, typed);
        assert_eq!((ids(&hits), hits.meant.as_deref()), (vec![id], Some(meant)), "{typed}");
    }
}

#[test]
fn a_misspelt_compound_is_meant_though_its_parts_stand_somewhere() {
    let (_folder, search) = index(vec![
        doc(1, "Bygg en cykelparkering vid torget", "Många cyklar dit."),
        doc(2, "Fler cyklar i parken", "Det är bra."),
        doc(3, "Ring oss om parken", "Ringa kan man göra."),
    ]);

    let hits = ask(&search, "cykelparkring");

    assert_eq!((ids(&hits).first(), hits.meant.as_deref()), (Some(&1), Some("cykelparkering")));
}

#[test]
fn a_letter_and_the_marks_left_out_are_forgiven_together() {
    let (_folder, search) = index(vec![doc(1, "Plantera ett äppelträd", "På översta platsen.")]);

    for typed in ["applträd", "appeltrad", "oversta"] {
        assert_eq!(found(&search, typed), [1], "{typed}");
    }
}

#[test]
fn the_words_are_marked_in_the_title() {
    let (_folder, search) = index(vec![doc(1, "Bättre belysning på <lekplatsen>", "Det är mörkt.")]);
    let mut hits = ask(&search, "lekplats belysningen");

    let pieces = hits.titles.pieces("Bättre belysning på <lekplatsen>", "sv");

    let marked: Vec<&str> = pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["belysning", "lekplatsen"]);
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(whole, "Bättre belysning på <lekplatsen>");
}

#[test]
fn what_is_no_compound_is_not_found_by_what_it_looks_made_of() {
    let (_folder, search) = index(vec![doc(1, "Större förråd", "Lådor behövs."), doc(2, "Bilen och rådet", "En bil.")]);

    assert_eq!(found(&search, "råd"), [2]);
    assert_eq!(found(&search, "förråd"), [1]);
}

#[test]
fn a_small_word_is_no_form_of_another() {
    let (_folder, search) = index(vec![
        doc(1, "Alla som bor här", "Vi som bara vill sitta i lugn och ro."),
        doc(2, "Bad om sommaren", "Barnen badar."),
    ]);

    assert_eq!(found(&search, "sommar"), [2]);
    assert_eq!(found(&search, "somrarna"), [2]);
    assert_eq!(found(&search, "barn"), [2]);
    let row = ask(&search, "barn sitta").ids.into_iter().find(|row| row.id == 1).unwrap();
    let marked: Vec<&str> = row.snippet.iter().filter(|p| p.marked).map(|p| p.text.as_str()).collect();
    assert_eq!(marked, ["sitta"], "bara is no barn");
}

#[test]
fn words_for_asking_may_lack_their_marks() {
    let (_folder, search) = index(vec![doc(1, "Belysning på torget", "Det är mörkt."), doc(2, "Något bättre", "Mat.")]);

    let hits = ask(&search, "manga battre belysning");
    assert_eq!((ids(&hits)[0], hits.matched), (1, Matched::All), "they are welcome and not demanded");
    assert_eq!(found(&search, "battre"), [2], "alone they are meant");
}

#[test]
fn words_of_other_languages_are_told_from_swedish_ones_without_their_marks() {
    let english = super::SearchDoc { language: "en".to_owned(), ..doc(1, "Go by bike", "We go to the pool.") };
    let (_folder, search) = index(vec![english, doc(2, "Gå till badet", "Vi går dit.")]);

    assert_eq!(found(&search, "går"), [2]);
    assert_eq!(found(&search, "go"), [1]);
}

#[test]
fn the_part_of_the_area_is_found_like_a_word_of_the_text() {
    let place = super::SearchDoc {
        place: "Vårväderstorget".to_owned(),
        ..doc(1, "Sätt lampor och belysning på torget", "Mörkt.")
    };
    let (_folder, search) = index(vec![place, doc(2, "Bänkar", "Fler bänkar.")]);

    let hits = ask(&search, "belysning vid Vårväderstorget");

    assert_eq!((ids(&hits), hits.matched), (vec![1], Matched::All));
    assert!(hits.ids[0].snippet.iter().all(|piece| !piece.text.contains("Vårväder")), "it stands in no snippet");
}

#[test]
fn the_forms_of_common_words_find_each_other() {
    let families: &[&[&str]] = &[
        &["projekt", "projektet", "projekten", "projektets"],
        &["resultat", "resultatet", "resultaten"],
        &["kontrakt", "kontraktet"],
        &["dokument", "dokumentet", "dokumenten"],
        &["miljö", "miljön", "miljöer"],
        &["energi", "energin"],
        &["ekonomi", "ekonomin"],
        &["demokrati", "demokratin"],
        &["nivå", "nivån", "nivåer"],
        &["intervju", "intervjun", "intervjuer"],
        &["studio", "studion"],
        &["dator", "datorn", "datorer", "datorerna"],
        &["motor", "motorn", "motorer"],
        &["faktor", "faktorer", "faktorn"],
        &["rektor", "rektorn", "rektorer"],
        &["månad", "månaden", "månader", "månaderna"],
        &["ansvar", "ansvaret", "ansvarets"],
        &["kontor", "kontoret", "kontoren"],
        &["balans", "balansen"],
        &["konferens", "konferensen", "konferenser"],
        &["mörk", "mörkt", "mörka"],
        &["varm", "varmt", "varma"],
        &["köpa", "köper", "köpte", "köpt"],
        &["läsa", "läser", "läste", "läst"],
        &["is", "isen"],
        &["by", "byn", "byar", "byarna"],
        &["förslag", "förslaget", "förslagen", "förslagets"],
        &["idé", "idén", "idéer", "idéerna"],
        &["station", "stationen", "stationer"],
        &["universitet", "universitetet", "universiteten"],
        &["gata", "gatan", "gator", "gatorna"],
        &["kvarter", "kvarteret", "kvarteren"],
    ];
    let mut analyser = super::super::analyse::Analyser::new();
    for family in families {
        let roots: Vec<String> =
            family.iter().map(|form| analyser.root(super::super::tongue::Tongue::Swedish, form)).collect();
        assert!(roots.iter().all(|root| *root == roots[0]), "{family:?}: {roots:?}");
    }
}

#[test]
fn a_swedish_word_is_no_small_word_of_another_language() {
    let (_folder, search) = index(vec![
        doc(1, "Laga mat ihop", "Alla äter."),
        doc(2, "Köpa mat", "Alla äter."),
        doc(3, "Spola is på torget", "Skridskor."),
        doc(4, "Bänkar på torget", "Sitta."),
    ]);

    assert_eq!(found(&search, "laga mat")[0], 1);
    assert_eq!(ask(&search, "laga mat").exact, 1);
    assert_eq!(ask(&search, "is torget").exact, 1);
    for word in ["laga", "is", "by"] {
        assert!(super::super::asks_for_something(word), "{word}");
    }
    assert!(!super::super::asks_for_something("the of"));
}

#[test]
fn no_other_word_is_meant_by_one_that_nobody_has_used() {
    let (_folder, search) = index(vec![
        doc(1, "Tre stycken bänkar", "Stycken av stycken."),
        doc(2, "Arbetsgivare berättar", "En arbetsgivare till."),
        doc(3, "Minst tio bord", "Minst tio."),
    ]);

    for word in ["styrkor", "arbetslivet", "minskad"] {
        assert_eq!(ask(&search, word).meant, None, "{word}");
    }
    assert!(found(&search, "styrkor").is_empty() && found(&search, "minskad").is_empty());
}

#[test]
fn a_minus_takes_away_every_inflection() {
    let (_folder, search) = index(vec![
        doc(1, "Cyklar på torget", "Ställ."),
        doc(2, "Böcker på torget", "Läs."),
        doc(3, "Torget", "Tomt."),
    ]);

    assert_eq!(found(&search, "torget -cykel").len(), 2);
    assert_eq!(found(&search, "torget -bok").len(), 2);
    assert_eq!(found(&search, "torget -cykel -bok"), [3]);
}

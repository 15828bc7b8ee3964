//! In which language a text is written.

/// Languages that a text is recognised in, and that its author can say it is in.
pub const LANGUAGES: [&str; 14] = ["sv", "en", "fi", "ar", "so", "fa", "bs", "tr", "es", "de", "fr", "pl", "ru", "uk"];

/// Small words that Somali sentences are full of and that the other languages here do not have.
const SOMALI: [&str; 80] = [
    "waa",
    "waxa",
    "waxaa",
    "waxaan",
    "waxay",
    "wuxuu",
    "iyo",
    "ayaa",
    "ayay",
    "ayuu",
    "soo",
    "inay",
    "inuu",
    "inaan",
    "aan",
    "aad",
    "laga",
    "lagu",
    "loo",
    "ugu",
    "kaga",
    "kale",
    "badan",
    "leh",
    "laakiin",
    "markii",
    "sidii",
    "sida",
    "dadka",
    "rabaa",
    "rabnaa",
    "doonaynaa",
    "carruurta",
    "jidka",
    "dugsiga",
    "magaalada",
    "xaafadda",
    "fadlan",
    "maya",
    "haa",
    "oo",
    "ku",
    "ah",
    "ee",
    "uu",
    "hadda",
    "sababtoo",
    "waayo",
    "haddii",
    "cusub",
    "meel",
    "meesha",
    "jirto",
    "jiraan",
    "yahay",
    "tahay",
    "lahaa",
    "baahan",
    "halkan",
    "halkaas",
    "marka",
    "kasta",
    "qof",
    "qofka",
    "dad",
    "carruur",
    "carruurtu",
    "caruurta",
    "waalidka",
    "dhallinyarada",
    "bulshada",
    "degmada",
    "waddada",
    "guriga",
    "ciyaaraan",
    "rabo",
    "waxay",
    "nalka",
    "caawin",
    "sannad",
];
/// Different small words that make a text Somali, and the words of the text for each of them.
const SOMALI_WORDS: usize = 3;
const SOMALI_EVERY: usize = 8;

/// The language of a text as a code of two letters; Swedish when it is too short to tell.
#[must_use]
pub fn language_of(text: &str) -> &'static str {
    known_language_of(text).unwrap_or("sv")
}

/// The language of a text as a code of two letters; none when it is too short to tell.
#[must_use]
pub fn known_language_of(text: &str) -> Option<&'static str> {
    use whatlang::Lang;
    if is_somali(text) {
        return Some("so");
    }
    let Some(found) = whatlang::detect(text).filter(whatlang::Info::is_reliable) else { return by_letters(text) };
    Some(match found.lang() {
        Lang::Eng => "en",
        Lang::Fin => "fi",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Hrv | Lang::Srp => "bs",
        Lang::Tur => "tr",
        Lang::Spa => "es",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Pol => "pl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        // The other languages are so seldom meant that a guess would more often be wrong.
        _ => "sv",
    })
}

/// What the letters alone tell of a short text: those of Arabic and of Cyrillic leave few languages.
fn by_letters(text: &str) -> Option<&'static str> {
    let has_any = |letters: &[char]| text.contains(letters);
    match whatlang::detect_script(text) {
        Some(whatlang::Script::Arabic) if has_any(&['پ', 'چ', 'ژ', 'گ', 'ک', 'ی']) => Some("fa"),
        Some(whatlang::Script::Arabic) => Some("ar"),
        Some(whatlang::Script::Cyrillic) if has_any(&['і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ']) => Some("uk"),
        Some(whatlang::Script::Cyrillic) => Some("ru"),
        _ => None,
    }
}

/// The library that knows the other languages does not know Somali.
fn is_somali(text: &str) -> bool {
    let mut seen = Vec::new();
    let mut all = 0;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        all += 1;
        let word = word.to_lowercase();
        if let Some(known) = SOMALI.iter().find(|known| **known == word)
            && !seen.contains(known)
        {
            seen.push(known);
        }
    }
    seen.len() >= SOMALI_WORDS && seen.len() * SOMALI_EVERY >= all.min(100)
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn each_language_is_told_from_the_others() {
        for (code, text) in [
            ("sv", "Vi vill ha fler lampor vid gångvägen så att barnen kan gå hem från skolan utan att vara rädda."),
            ("en", "We would like more lights along the path so that the children can walk home from school."),
            ("fi", "Haluamme lisää valoja polun varrelle, jotta lapset voivat kävellä koulusta kotiin turvallisesti."),
            ("ar", "نريد المزيد من الأضواء على طول الطريق حتى يتمكن الأطفال من العودة من المدرسة"),
            (
                "so",
                "Waxaan rabnaa in laydh badan lagu dhejiyo jidka si ay carruurta ugu soo noqdaan guriga iyagoo nabad ah.",
            ),
            (
                "so",
                "Waxaa loo baahan yahay goob ay carruurta iyo waalidka ku kulmaan, dadka xaafadda deggan ayaa codsaday.",
            ),
            ("so", "Waxaan rabnaa beer cusub oo carruurtu ku ciyaaraan, sababtoo ah hadda ma jirto meel ay joogaan."),
            ("so", "Nalal badan oo waddada ah, dadka waaweyn ayaa habeenkii ka baqaya."),
        ] {
            assert_eq!(language_of(text), code, "{text}");
        }
    }

    #[test]
    fn a_few_words_are_told_by_their_letters() {
        for (code, text) in [
            ("ar", "نريد مكتبة"),
            ("fa", "پارک بزرگ"),
            ("ru", "Новый парк"),
            ("uk", "Більше світла"),
            ("ar", "مكتبة 24"),
        ] {
            assert_eq!(language_of(text), code, "{text}");
        }
    }

    #[test]
    fn too_little_to_tell_is_swedish() {
        for text in ["", "!", "Park", "12 345", "Waa iyo"] {
            assert_eq!(language_of(text), "sv", "{text:?}");
        }
    }
}

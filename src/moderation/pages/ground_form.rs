//! The two steps by which a moderator says why something is not shown: first the ground, then the
//! words, which begin as a ready text in the language of whoever gets to read them.

use crate::i18n::{Locale, Texts};
use crate::ideas::lifecycle::Ground;
use crate::kernel::text::Reason;
use crate::moderation::verdict::{Choice, RawVerdict};

/// One such form.
pub(super) struct GroundForm {
    /// Word of the choice; names the form's texts.
    pub(super) choice: &'static str,
    /// The grounds to choose from: word and text.
    pub(super) grounds: Vec<(&'static str, String)>,
    /// The chosen ground: word and text.
    pub(super) chosen: Option<(&'static str, String)>,
    /// What the author gets to read, as typed or as the ready text.
    pub(super) words: String,
    /// Language of the ready text.
    pub(super) language: &'static str,
    /// Name of that language, when it is another than the moderator's.
    pub(super) other_language: Option<String>,
    /// Most characters.
    pub(super) limit: usize,
}

/// The form for a choice. `raw` is what the moderator has chosen or typed so far, `locale` the
/// language of whoever gets to read the words.
pub(super) fn form(texts: Texts, choice: Choice, grounds: &[Ground], raw: &RawVerdict, locale: Locale) -> GroundForm {
    let word = |ground: &Ground| (ground.as_str(), texts.say(&format!("ground-{ground}")).into_owned());
    let is_chosen = raw.choice == choice.as_str();
    let chosen = grounds.iter().find(|ground| is_chosen && raw.ground == ground.as_str());
    let words = match chosen {
        Some(ground) if raw.words.is_empty() => ready_text(choice, *ground, locale),
        Some(_) => raw.words.clone(),
        None => String::new(),
    };
    GroundForm {
        choice: choice.as_str(),
        grounds: grounds.iter().map(word).collect(),
        chosen: chosen.map(word),
        words,
        language: locale.as_str(),
        other_language: (locale != texts.locale()).then(|| texts.say(&format!("language-{locale}")).into_owned()),
        limit: Reason::LIMIT,
    }
}

/// What can be done about a ground when the idea comes back; else why it is not shown.
fn ready_text(choice: Choice, ground: Ground, locale: Locale) -> String {
    let kind = if choice == Choice::Return { "ground-help" } else { "ground-not-shown" };
    Texts::in_locale(locale).say(&format!("{kind}-{ground}")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(choice: &str, ground: &str, words: &str) -> RawVerdict {
        RawVerdict {
            choice: choice.to_owned(),
            ground: ground.to_owned(),
            words: words.to_owned(),
            ..RawVerdict::default()
        }
    }

    #[test]
    fn the_ready_text_is_in_the_readers_language_and_typed_words_stay() {
        let swedish = Texts::in_locale(Locale::Swedish);
        let of = |raw: &RawVerdict| form(swedish, Choice::Return, Ground::ALL, raw, Locale::English);

        let ready = of(&chosen("return", "R3", ""));
        let typed = of(&chosen("return", "R3", "Take the name away."));
        let other_form = of(&chosen("refuse", "R3", ""));

        assert_eq!(ready.words, Texts::in_locale(Locale::English).say("ground-help-R3"));
        assert_eq!((ready.language, ready.other_language.as_deref()), ("en", Some("Engelska")));
        assert_eq!(typed.words, "Take the name away.");
        assert!(other_form.chosen.is_none() && other_form.words.is_empty());
    }

    #[test]
    fn a_ground_that_is_not_offered_is_not_chosen() {
        let swedish = Texts::in_locale(Locale::Swedish);

        let form = form(swedish, Choice::Hide, &[Ground::Insulting], &chosen("hide", "R9", ""), Locale::Swedish);

        assert!(form.chosen.is_none());
        assert_eq!(form.other_language, None);
    }

    #[test]
    fn every_ground_has_ready_texts_that_fit_the_field() {
        for locale in Locale::ALL {
            let texts = Texts::in_locale(*locale);
            for ground in Ground::ALL {
                for kind in ["ground-help", "ground-not-shown"] {
                    assert!(texts.has(&format!("{kind}-{ground}")));
                    assert!(Reason::parse(&texts.say(&format!("{kind}-{ground}"))).is_ok());
                }
            }
        }
    }
}

//! The languages whose words are known: how they stand in the index, and words that say nothing in them.

/// Words that people use to ask for something, whatever it is: they say nothing about the subject.
const ASKING_SV: &[&str] = &[
    "fler",
    "mer",
    "mera",
    "bättre",
    "bra",
    "vill",
    "behöver",
    "behövs",
    "borde",
    "bör",
    "finns",
    "finnas",
    "förslag",
    "förslaget",
    "förslagets",
    "förslagen",
    "förslagens",
    "förslags",
    "idén",
    "idéns",
    "idéerna",
    "idéernas",
    "idé",
    "idéer",
    "ide",
    "göra",
    "gör",
    "få",
    "får",
    "skapa",
    "också",
    "gärna",
    "många",
    "mycket",
    "både",
    "kanske",
    "kan",
    "kunna",
    "ska",
    "skulle",
    "måste",
    "vilja",
    "hur",
    "varför",
    "något",
    "någon",
    "några",
    "låta",
];
const ASKING_FI: &[&str] =
    &["lisää", "enemmän", "parempi", "hyvä", "haluan", "tarvitaan", "pitäisi", "ehdotus", "idea", "voisi", "saada"];
const ASKING_EN: &[&str] = &[
    "more", "better", "good", "want", "need", "needs", "should", "would", "could", "idea", "proposal", "have", "get",
    "make", "we", "i", "our",
];

/// Words that hold a sentence together, in languages for which the library has no list.
const STOPS_AR: &[&str] =
    &["في", "من", "على", "إلى", "عن", "مع", "هذا", "هذه", "التي", "الذي", "أن", "إن", "أو", "و", "ما", "لا", "كل"];
const STOPS_SO: &[&str] =
    &["iyo", "waa", "oo", "ee", "ayaa", "waxaa", "waxaan", "soo", "ka", "ku", "ugu", "loo", "laga", "lagu"];
const ASKING_AR: &[&str] = &["نريد", "أريد", "نحتاج", "يجب", "المزيد", "أكثر", "أفضل", "فكرة", "اقتراح"];
const ASKING_SO: &[&str] = &["rabaa", "rabnaa", "doonaynaa", "badan", "fikrad", "wanaagsan"];

/// How a text's words are stemmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Tongue {
    Swedish,
    Finnish,
    English,
    Arabic,
    Somali,
    /// Any other language: words are compared as written, or folded.
    Plain,
}

impl Tongue {
    /// The tongues that have a stemmer.
    pub(super) const STEMMED: [Self; 5] = [Self::Swedish, Self::Finnish, Self::English, Self::Arabic, Self::Somali];

    /// All of them.
    pub(super) const ALL: [Self; 6] =
        [Self::Swedish, Self::Finnish, Self::English, Self::Arabic, Self::Somali, Self::Plain];

    /// The tongue of a language code such as `sv` or `en-GB`.
    pub(super) fn of(code: &str) -> Self {
        match code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "sv" => Self::Swedish,
            "fi" => Self::Finnish,
            "en" => Self::English,
            "ar" => Self::Arabic,
            "so" => Self::Somali,
            _ => Self::Plain,
        }
    }

    /// Stands before each stem in the index: the same letters are another stem in another language.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv:",
            Self::Finnish => "fi:",
            Self::English => "en:",
            Self::Arabic => "ar:",
            Self::Somali => "so:",
            Self::Plain => "-:",
        }
    }
    /// Words that people use to ask for something.
    pub(super) const fn asking(self) -> &'static [&'static str] {
        match self {
            Self::Swedish => ASKING_SV,
            Self::Finnish => ASKING_FI,
            Self::English => ASKING_EN,
            Self::Arabic => ASKING_AR,
            Self::Somali => ASKING_SO,
            Self::Plain => &[],
        }
    }

    /// Whether any text may use a small-letter word, whatever it is about. Of Swedish words that is asked by
    /// their roots ([`super::swedish::plain_words`]).
    pub(super) fn has_plain(self, exact: &str) -> bool {
        let list = match self {
            Self::Finnish => include_str!("plain/fi.txt"),
            Self::English => include_str!("plain/en.txt"),
            Self::Arabic => include_str!("plain/ar.txt"),
            Self::Somali => include_str!("plain/so.txt"),
            Self::Swedish | Self::Plain => "",
        };
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).any(|word| word == exact)
    }

    /// Words that hold a sentence together, where the library has no list of them.
    pub(super) const fn stops(self) -> &'static [&'static str] {
        match self {
            Self::Arabic => STOPS_AR,
            Self::Somali => STOPS_SO,
            Self::Swedish | Self::Finnish | Self::English | Self::Plain => &[],
        }
    }
}

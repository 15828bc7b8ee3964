//! The languages whose words are known: how they stand in the index, and words that say nothing in them.

/// Words that people use to ask for something, whatever it is: they say nothing about the subject.
const ASKING_SV: &[&str] = &[
    "fler", "mer", "mera", "bättre", "bra", "vill", "behöver", "behövs", "borde", "bör", "finns", "finnas", "förslag",
    "idé", "idéer", "ide", "göra", "gör", "få", "får", "skapa", "också", "gärna", "många", "mycket", "både", "kanske",
    "kan", "kunna", "ska", "skulle", "måste", "vilja", "hur", "varför", "något", "någon", "några", "låta",
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

/// Words that any text may use, whatever it is about: they alone make no idea like another. Those of Swedish
/// are many and stand in a list of their own ([`super::swedish::plain_words`]).
const PLAIN_FI: &[&str] = &[
    "paljon", "kaikki", "kaikille", "monet", "monta", "uusi", "uusia", "uuden", "iso", "suuri", "pieni", "pieniä", "aika",
    "päivä", "vuosi", "viikko", "ilta", "illalla", "ihmiset", "ihmisiä", "ihmisten", "asia", "asioita", "paikka", "tulla",
    "mennä", "käydä", "olla", "tehdä", "tehdään", "sanoa", "nähdä", "käyttää", "löytää", "antaa", "ottaa", "täällä", "siellä",
    "tänne", "nyt", "sitten", "aina", "usein", "joskus", "hyvin", "vähän", "toinen", "oma", "omat", "tärkeä",
];
const PLAIN_EN: &[&str] = &[
    "one", "two", "three", "many", "much", "few", "lot", "lots", "all", "every", "everyone", "everybody", "nobody", "some",
    "someone", "any", "anyone", "other", "others", "another", "each", "both", "same", "such", "own", "people", "person",
    "man", "woman", "adult", "adults", "child", "children", "kids", "family", "neighbour", "neighbours", "friend", "friends", "say", "says",
    "said", "tell", "go", "goes", "going", "went", "come", "comes", "came", "take", "takes", "took", "give", "gives", "gave",
    "put", "keep", "find", "found", "see", "seen", "saw", "look", "know", "think", "feel", "use", "used", "using", "help",
    "work", "works", "try", "start", "stop", "let", "stay", "wait", "like", "love", "thing", "things", "way", "ways", "place",
    "places", "time", "times", "day", "days", "today", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
    "morning", "evening", "night", "now", "then", "always", "often", "never", "sometimes", "here", "there", "where", "when",
    "who", "what", "which", "how", "why", "because", "so", "very", "too", "also", "only", "just", "even", "still", "again",
    "together", "about", "after", "before", "between", "from", "out", "up", "down", "over", "than", "has", "had", "been",
    "can", "could", "must", "may", "might", "do", "does", "did", "done", "he", "she", "you", "your", "us", "them", "my", "me",
    "her", "his", "its", "new", "old", "big", "small", "large", "little", "long", "short", "high", "low", "great", "nice",
    "best", "bad", "easy", "hard", "free", "safe", "right", "wrong", "important", "possible", "different", "problem",
    "problems", "question", "example", "reason", "plan", "project",
];
const PLAIN_AR: &[&str] = &[
    "كثير", "جديد", "جديدة", "كبير", "كبيرة", "صغير", "صغيرة", "يوم", "أيام", "سنة", "وقت", "الوقت", "الناس", "شخص", "شيء",
    "أشياء", "مكان", "هنا", "هناك", "الآن", "دائما", "جميع", "الجميع", "بعض", "نحن", "هم", "كان", "يكون", "جدا", "أيضا",
    "قبل", "بعد", "عندما", "لأن",
];
const PLAIN_SO: &[&str] = &[
    "dad", "dadka", "qof", "wax", "waxyaabo", "meel", "meesha", "halkan", "halkaas", "hadda", "maanta", "maalin", "sannad",
    "sanad", "waqti", "wakhti", "cusub", "weyn", "yar", "wada", "dhammaan", "kasta", "mid", "laba", "aad", "markasta",
];

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

    /// Words that any text may use; those of Swedish are found by their roots instead.
    pub(super) const fn plain(self) -> &'static [&'static str] {
        match self {
            Self::Finnish => PLAIN_FI,
            Self::English => PLAIN_EN,
            Self::Arabic => PLAIN_AR,
            Self::Somali => PLAIN_SO,
            Self::Swedish | Self::Plain => &[],
        }
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

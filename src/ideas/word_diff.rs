//! What differs between two versions of a text, word by word. Pure.

use similar::{ChangeTag, TextDiff};

/// What became of a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It stayed.
    Same,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// A run of words with the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What became of it.
    pub kept: Kept,
    /// The words as they are, with the spaces and line breaks between them.
    pub words: String,
}

/// Compares two texts word by word.
#[must_use]
pub fn word_diff(before: &str, after: &str) -> Vec<Run> {
    let diff = TextDiff::from_unicode_words(before, after);
    let mut runs: Vec<Run> = Vec::new();
    for change in diff.iter_all_changes() {
        let kept = match change.tag() {
            ChangeTag::Equal => Kept::Same,
            ChangeTag::Insert => Kept::Added,
            ChangeTag::Delete => Kept::Removed,
        };
        match runs.last_mut() {
            Some(last) if last.kept == kept => last.words.push_str(change.value()),
            Some(_) | None => runs.push(Run { kept, words: change.value().to_owned() }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(kept: Kept, words: &str) -> Run {
        Run { kept, words: words.to_owned() }
    }

    #[test]
    fn words_that_came_and_went_are_told_apart() {
        let runs = word_diff("Öppna fyra kvällar.", "Öppna två kvällar!");

        assert_eq!(
            runs,
            [
                run(Kept::Same, "Öppna "),
                run(Kept::Removed, "fyra"),
                run(Kept::Added, "två"),
                run(Kept::Same, " kvällar"),
                run(Kept::Removed, "."),
                run(Kept::Added, "!"),
            ]
        );
    }

    #[test]
    fn both_texts_can_be_read_from_the_runs() {
        for (before, after) in [("", "a b"), ("a\n\nb c", "a\n\nc d"), ("åäö", "åäö"), ("x y z", "")] {
            let runs = word_diff(before, after);
            let read = |gone: Kept| -> String {
                runs.iter().filter(|run| run.kept != gone).map(|run| run.words.as_str()).collect()
            };

            assert_eq!(read(Kept::Added), before);
            assert_eq!(read(Kept::Removed), after);
        }
    }
}

//! What two threads have in common, told so that a team can judge for itself whether they are the same.

use std::collections::BTreeSet;

use crate::{
    walk::{Lang, code_enum},
    words::ThreadCare,
};

code_enum! {
    /// Something that two threads have in common.
    Alike {
        /// They were felt at the same step of the same task.
        Step = "step",
        /// They were felt in the same task.
        Task = "task",
        /// The same kind of thing got in the way.
        Kind = "kind",
    }
}

/// What two threads have in common, in words.
pub(super) fn said(lang: Lang, alike: Alike) -> &'static str {
    let words = ThreadCare::of(lang);
    match alike {
        Alike::Step => words.alike_step,
        Alike::Task => words.alike_task,
        Alike::Kind => words.alike_kind,
    }
}

/// The most words that are shown.
const MOST: usize = 5;
/// Shorter words say little.
const FEWEST_LETTERS: usize = 5;
/// Words that everybody uses, in both languages.
const COMMON: [&str; 30] = [
    "about",
    "after",
    "again",
    "because",
    "before",
    "being",
    "could",
    "didn't",
    "found",
    "having",
    "never",
    "other",
    "should",
    "something",
    "still",
    "their",
    "there",
    "these",
    "thing",
    "think",
    "through",
    "where",
    "which",
    "while",
    "would",
    "hynny",
    "oherwydd",
    "roedd",
    "rhywbeth",
    "wedyn",
];

/// The words that notes on both sides use, the longest first: what both speak of.
#[must_use]
pub fn words_in_both(one: &[&str], other: &[&str]) -> Vec<String> {
    let (one, other) = (words(one), words(other));
    let mut both: Vec<String> = one.intersection(&other).cloned().collect();
    both.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    both.truncate(MOST);
    both
}

fn words(notes: &[&str]) -> BTreeSet<String> {
    let all = notes.iter().flat_map(|note| {
        note.split(|it: char| !it.is_alphabetic() && it != '\'')
            .map(str::to_lowercase)
    });
    all.filter(|word| word.chars().count() >= FEWEST_LETTERS && !COMMON.contains(&word.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_speak_of_is_found_whatever_its_case() {
        let one = ["Which FORMAT is the photo meant to be in?"];
        let other = ["No format is named.", "It wanted a photo of the bin"];
        assert_eq!(words_in_both(&one, &other), ["format", "photo"]);
    }

    #[test]
    fn words_that_everybody_uses_say_nothing() {
        let one = ["I could not find out which it was there"];
        assert_eq!(words_in_both(&one, &one), Vec::<String>::new());
    }

    #[test]
    fn no_more_than_a_few_words_are_told() {
        let note = ["alphabet basement calendar delivery elephant foundation"];
        assert_eq!(words_in_both(&note, &note).len(), MOST);
    }
}

//! Which of the two languages somebody's words are in. A quote is read out, and broken, in the language it was written
//! in and not in that of the page around it (WCAG 3.1.2).

use super::Lang;

/// Small words that are in every few sentences of Welsh and are no words of English.
const WELSH: &[&str] = &[
    "achos",
    "ar",
    "bu",
    "byddai",
    "bydd",
    "cael",
    "cyn",
    "chi",
    "ddim",
    "ddylai",
    "diolch",
    "dw",
    "dwi",
    "dydd",
    "ddydd",
    "efo",
    "eich",
    "ei",
    "eto",
    "fel",
    "felly",
    "fod",
    "ffonio",
    "gael",
    "gallu",
    "gofyn",
    "gwaith",
    "gyda",
    "gyfer",
    "hefyd",
    "heb",
    "hwn",
    "hyn",
    "iawn",
    "llawer",
    "mae",
    "maen",
    "mewn",
    "mwy",
    "nad",
    "neb",
    "neu",
    "nhw",
    "nid",
    "nes",
    "oedd",
    "oes",
    "ond",
    "rhag",
    "rhaid",
    "rhwng",
    "roedd",
    "rwy",
    "rydym",
    "sut",
    "sy",
    "sydd",
    "trwy",
    "unwaith",
    "wedi",
    "wnes",
    "wrth",
    "wyf",
    "ydy",
    "ydych",
    "ydyn",
    "yn",
    "yna",
    "ysgrifennu",
    "yw",
];

/// Words of Welsh that stand in English too, as words, names and abbreviations: by themselves they tell nothing.
const EITHER: &[&str] = &[
    "ac", "beth", "ble", "bod", "dim", "ein", "er", "eu", "fe", "fi", "fy", "gan", "hon", "ni",
    "pam", "pan", "tro", "y", "yr",
];

/// The same for English.
const ENGLISH: &[&str] = &[
    "after", "and", "any", "are", "asked", "be", "because", "been", "before", "but", "by", "can",
    "could", "did", "do", "does", "each", "every", "for", "from", "got", "had", "has", "have",
    "her", "his", "how", "if", "in", "into", "is", "it", "its", "just", "me", "my", "need", "no",
    "nobody", "not", "now", "of", "on", "one", "or", "our", "out", "same", "she", "so", "than",
    "that", "the", "their", "them", "then", "there", "they", "this", "to", "told", "twice", "up",
    "us", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with",
    "without", "would", "you", "your",
];

/// The language of somebody's words; none when they are too few, or as much of one as of the other.
fn tongue(words: &str) -> Option<Lang> {
    let (mut welsh, mut either, mut english) = (0, 0, 0);
    let words = words.to_lowercase().replace('’', "'");
    for word in words.split(|it: char| !it.is_alphanumeric() && it != '\'') {
        // "i'r", "a'i", "sy'n": what is after the mark is Welsh, and never so in English; "'I gave up'" is a quote.
        let (word, clipped) = word.split_once('\'').unwrap_or((word, ""));
        let joined = !word.is_empty() && matches!(clipped, "r" | "n" | "i" | "u" | "w" | "ch");
        if joined || WELSH.contains(&word) || word.contains(['ŵ', 'ŷ']) {
            welsh += 1;
        } else if EITHER.contains(&word) {
            either += 1;
        } else if ENGLISH.contains(&word) {
            english += 1;
        }
    }
    match welsh + either - english {
        1.. if welsh > 0 => Some(Lang::Cy),
        0.. => None,
        _ => Some(Lang::En),
    }
}

/// The language to mark words with on a page in `page`: none when they are in the page's own, or nobody can tell.
#[must_use]
pub fn other_tongue(page: Lang, words: &str) -> Option<&'static str> {
    tongue(words).filter(|it| *it != page).map(Lang::code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_the_small_ones() {
        for words in [
            "Somebody rang back the same day.",
            "I gave up at the second form.",
            "It's 40 minutes, and nobody told me why.",
        ] {
            assert_eq!(tongue(words), Some(Lang::En), "{words}");
        }
        for words in [
            "Ffoniodd rhywun yn ôl yr un diwrnod.",
            "Roedd yn rhaid i mi ofyn i’r swyddfa.",
            "Tŷ hir",
        ] {
            assert_eq!(tongue(words), Some(Lang::Cy), "{words}");
        }
        for words in ["", "40 min", "Bathodyn Glas", "Blue Badge", "and yn"] {
            assert_eq!(tongue(words), None, "{words}");
        }
    }

    #[test]
    fn short_english_notes_are_not_taken_for_welsh() {
        for words in [
            "NI number required",
            "Wrong NI number",
            "EU citizens only",
            "AC down",
            "Pan",
            "Er… unclear",
            "Dim grey text, pan and zoom",
            "Y/N buttons tiny",
            "Press Y, then Y again",
            "Wi-Fi down",
            "'I see'",
            "5 yr wait",
            "FY dates wrong",
            "EIN rejected",
            "BLE pairing fails",
            "Gan name missing",
        ] {
            assert_eq!(other_tongue(Lang::En, words), None, "{words}");
        }
        for words in ["Ni ddaeth neb.", "Dim ond un llinell", "Does dim ar gael"] {
            assert_eq!(tongue(words), Some(Lang::Cy), "{words}");
        }
    }

    #[test]
    fn only_the_other_language_is_marked() {
        let words = "Roedd y ffurflen yn glir.";
        assert_eq!(other_tongue(Lang::En, words), Some("cy"));
        assert_eq!(other_tongue(Lang::Cy, words), None);
        assert_eq!(other_tongue(Lang::En, "40"), None);
    }

    /// Whatever the demonstration says in both languages is told apart.
    #[test]
    fn no_text_of_the_demonstration_is_taken_for_the_other_language() {
        let (mut told, mut all) = (0, 0);
        for file in [
            include_str!("../../../server/demo/tasks.json"),
            include_str!("../../../server/demo/board.json"),
            include_str!("../../../server/demo/changes.json"),
            include_str!("../../../server/demo/stories.json"),
            include_str!("../../../server/demo/voices.json"),
        ] {
            for (en, cy) in pairs(&serde_json::from_str(file).expect("JSON")) {
                assert_ne!(tongue(&en), Some(Lang::Cy), "{en}");
                assert_ne!(tongue(&cy), Some(Lang::En), "{cy}");
                // Names of a few words have nothing to tell them by.
                for text in [en, cy].iter().filter(|it| it.split(' ').count() > 5) {
                    all += 1;
                    told += usize::from(tongue(text).is_some());
                }
            }
        }
        assert!(all > 50 && told * 20 >= all * 19, "{told} of {all}");
    }

    fn pairs(value: &serde_json::Value) -> Vec<(String, String)> {
        let below: Vec<&serde_json::Value> = match value {
            serde_json::Value::Array(all) => all.iter().collect(),
            serde_json::Value::Object(all) => all.values().collect(),
            _ => return Vec::new(),
        };
        let text = |name: &str| value.get(name).and_then(serde_json::Value::as_str);
        let mut found: Vec<(String, String)> = below.into_iter().flat_map(pairs).collect();
        if let (Some(en), Some(cy)) = (text("en"), text("cy")) {
            found.push((en.to_owned(), cy.to_owned()));
        }
        found
    }
}

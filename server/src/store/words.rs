//! Words to search in and to search for: small letters without accents, the same for both databases and languages.

/// The most words of a question that count.
const MOST_ASKED: usize = 8;

/// A text in small letters without accents, its words with one space between: "Tŷ'r Cyngor" is "ty r cyngor".
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if is_accent(letter) {
            continue;
        }
        match without_accent(letter) {
            Some(base) => plain.push_str(base),
            None if letter.is_alphanumeric() => plain.push(letter),
            None if plain.ends_with(' ') || plain.is_empty() => {}
            None => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// The words of a question.
pub(super) fn asked(question: &str) -> Vec<String> {
    let plain = plain(question);
    plain
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(MOST_ASKED)
        .map(str::to_owned)
        .collect()
}

/// A question as FTS5 has it: all of the words, each by its beginning.
pub(super) fn for_sqlite(words: &[String]) -> String {
    let word = |word: &String| match begins(word) {
        true => format!("\"{word}\"*"),
        false => format!("\"{word}\""),
    };
    words.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// The same as PostgreSQL has it.
pub(super) fn for_postgres(words: &[String]) -> String {
    let word = |word: &String| match begins(word) {
        true => format!("'{word}':*"),
        false => format!("'{word}'"),
    };
    words.iter().map(word).collect::<Vec<_>>().join(" & ")
}

/// True when all the words, or beginnings of words, are in a text.
pub(super) fn are_in(words: &[String], text: &str) -> bool {
    let plain = plain(text);
    let is_in = |asked: &String| {
        plain.split(' ').any(|word| match begins(asked) {
            true => word.starts_with(asked.as_str()),
            false => word == asked,
        })
    };
    !words.is_empty() && words.iter().all(is_in)
}

/// A single letter stands for itself: too much begins with it.
fn begins(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

/// The accents that stand by themselves after their letter.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The letters of the languages around here that have accents, without them.
fn without_accent(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_small_and_without_accents() {
        assert_eq!(plain("  Tŷ'r Cyngor, DŴR! "), "ty r cyngor dwr");
        assert_eq!(plain("T\u{302}y y\u{302} \u{302}"), "ty y");
        assert_eq!(plain("2.5 MB (a@b.cy)"), "2 5 mb a b cy");
        assert_eq!(plain("—…"), "");
        assert_eq!(plain("日本 Ωμέγα"), "日本 ωμέγα");
    }

    #[test]
    fn a_question_holds_nothing_but_words() {
        let words = asked("\"tŷ\" OR (NEAR) a* 'x':* & ! \\ words:y");
        assert_eq!(words, ["ty", "or", "near", "a", "x", "words", "y"]);
        assert_eq!(for_sqlite(&words[..4]), "\"ty\"* \"or\"* \"near\"* \"a\"");
        assert_eq!(for_postgres(&words[3..]), "'a' & 'x' & 'words':* & 'y'");
        assert_eq!(asked(&"word ".repeat(99)).len(), MOST_ASKED);
    }

    #[test]
    fn a_name_is_found_by_the_beginnings_of_its_words() {
        let words = asked("rep BIN");
        assert!(are_in(&words, "Report a missed bin"));
        assert!(!are_in(&words, "Report a missed collection"));
        assert!(!are_in(&asked("?"), "anything"));
    }
}

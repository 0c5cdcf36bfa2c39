//! A gentle hint when a note seems to hold a name or a number. It hints; it never blocks.

/// True when a note may hold a person's name, a phone number or an NHS number.
pub fn may_name_someone(note: &str) -> bool {
    long_number(note) || titled_name(note) || full_name(note)
}

/// Seven digits or more in a row, spaces and dashes aside.
fn long_number(note: &str) -> bool {
    let mut digits = 0;
    for it in note.chars() {
        match it {
            '0'..='9' => digits += 1,
            ' ' | '-' | '(' | ')' => {}
            _ => digits = 0,
        }
        if digits >= 7 {
            return true;
        }
    }
    false
}

/// "Mrs Jones", "Dr. Price".
fn titled_name(note: &str) -> bool {
    let titles = ["Mr", "Mrs", "Ms", "Miss", "Dr", "Nurse", "Sister", "Cllr"];
    pairs(note).any(|(one, two)| titles.contains(&one.trim_end_matches('.')) && capital(two))
}

/// Two capitalised words side by side, not at the start of a sentence: "spoke to Sian Price".
fn full_name(note: &str) -> bool {
    let ordinary = [
        "I",
        "The",
        "Blue",
        "Council",
        "Tax",
        "Disabled",
        "Facilities",
        "Grant",
        "Health",
        "Board",
        "Badge",
        "Transport",
    ];
    let name = |word: &str| capital(word) && !ordinary.contains(&word);
    let mut before = ".";
    for (one, two) in pairs(note) {
        let begins = before.ends_with(['.', '?', '!', ':', '“', '"']);
        if !begins && name(one) && name(two.trim_end_matches(['.', ',', '?', '!'])) {
            return true;
        }
        before = one;
    }
    false
}

fn pairs(note: &str) -> impl Iterator<Item = (&str, &str)> {
    note.split_whitespace().zip(note.split_whitespace().skip(1))
}

/// A capital letter, then small ones.
fn capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::may_name_someone;

    #[test]
    fn names_and_numbers_are_noticed() {
        for note in [
            "ring 01792 123 456",
            "NHS number 943 476 5919",
            "Mrs Jones was kind",
            "I spoke to Sian Price.",
        ] {
            assert!(may_name_someone(note), "{note}");
        }
    }

    #[test]
    fn ordinary_notes_are_left_alone() {
        for note in [
            "",
            "It asked three times.",
            "“Disabled Facilities Grant” meant nothing to me.",
            "Open 9 to 5 on 3 days",
            "The page broke. Then I left.",
        ] {
            assert!(!may_name_someone(note), "{note}");
        }
    }
}

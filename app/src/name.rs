//! Names that people give to people, services and passkeys: cleaned in one place, so that no name is blank, breaks the
//! page around it, or looks like another without being it.

/// A text of several lines as it is kept: as it was written, with line ends of one kind, without what nobody sees. Empty
/// when nothing is left.
#[must_use]
pub fn clean_lines(typed: &str) -> String {
    let line = |line: &str| line.chars().filter_map(seen).collect::<String>();
    let lines: Vec<String> = typed.lines().map(line).collect();
    lines.join("\n").trim().to_owned()
}

/// The name as it is kept: its words with one space between them, without what nobody sees. Empty when nothing is left.
#[must_use]
pub fn clean(typed: &str) -> String {
    let seen: String = typed.chars().filter_map(seen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is seen of a letter.
fn seen(letter: char) -> Option<char> {
    match letter {
        letter if is_blank(letter) => Some(' '),
        // A control that parts words, such as a line's end, still parts them.
        letter if letter.is_control() || is_unseen(letter) => letter.is_whitespace().then_some(' '),
        letter => Some(letter),
    }
}

/// True when two names read alike: the same words, whatever their capitals.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    clean(one).to_lowercase() == clean(other).to_lowercase()
}

/// Letters that are drawn as nothing but have a width.
fn is_blank(letter: char) -> bool {
    matches!(
        letter,
        '\u{2800}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
    )
}

/// What has no width, and what turns the direction of the words after it.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_no_part_of_a_name() {
        for blank in [
            "",
            " \n\t",
            "\u{200b}",
            "\u{2800}",
            "\0",
            "\u{202e}",
            "\u{3164}\u{2060}",
        ] {
            assert_eq!(clean(blank), "", "{blank:?}");
        }
        for odd in [
            "Ada\u{200b} Lewis",
            "\u{202e}Ada Lewis",
            "Ada\u{a0}\u{2800}Lewis\0",
            " Ada\r\n Lewis\u{feff}",
        ] {
            assert_eq!(clean(odd), "Ada Lewis", "{odd:?}");
        }
    }

    #[test]
    fn of_a_text_what_is_seen_stays_and_its_lines() {
        for blank in [
            "\r\n \n",
            "\u{200b}",
            "\u{2066}\u{2069}",
            "\u{202e}\n\u{202c}",
            "\0\u{7}",
        ] {
            assert_eq!(clean_lines(blank), "", "{blank:?}");
        }
        for (odd, kept) in [
            (" One.\r\n\r\nTwo.\n", "One.\n\nTwo."),
            ("7\u{a0}of  10", "7\u{a0}of  10"),
            ("\u{202e}One\u{200b} two\u{1b}[2J\t3", "One two[2J 3"),
            ("Rhowch ŵyn i’r siop", "Rhowch ŵyn i’r siop"),
        ] {
            assert_eq!(clean_lines(odd), kept, "{odd:?}");
        }
    }

    #[test]
    fn names_of_every_script_stay() {
        for name in [
            "Siân Ŵyn",
            "محمد علي",
            "李小龍",
            "Zoë O’Neill-Ap Dafydd",
            "משה",
        ] {
            assert_eq!(clean(name), name);
        }
    }

    #[test]
    fn names_that_read_alike_are_known() {
        assert!(alike("Ada Lewis", "ADA\u{200d}  lewis"));
        assert!(!alike("Ada Lewis", "Ada Lewys"));
    }
}

//! Letters that the paper's font does not have. PDF/UA asks that every letter can be shown, and no other font may
//! change how the paper looks.

use serde_json::Value;
use typst::text::Font;

/// Stands for a letter that cannot be printed.
const UNKNOWN: char = '?';

/// Every text in it made of letters the font has. True when some had to be left out: the paper says so.
pub(super) fn printable(value: &mut Value, font: &Font) -> bool {
    match value {
        Value::String(text) => {
            let (printed, all) = plain(text, font);
            *text = printed;
            !all
        }
        Value::Array(all) => any(all.iter_mut(), font),
        Value::Object(all) => any(all.values_mut(), font),
        _ => false,
    }
}

fn any<'a>(values: impl Iterator<Item = &'a mut Value>, font: &Font) -> bool {
    // Each of them is made printable, also after the first that was not.
    let mut some = false;
    for value in values {
        some |= printable(value, font);
    }
    some
}

fn plain(text: &str, font: &Font) -> (String, bool) {
    let mut all = true;
    let letters = text.chars().filter_map(|letter| match letter {
        '\n' => Some('\n'),
        '\u{2011}' => Some('-'),
        '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Some('\u{a0}'),
        // What only says how to read on: direction, joining, where a word may break.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => None,
        _ if letter.is_whitespace() || letter.is_control() => {
            Some(if letter == '\u{a0}' { letter } else { ' ' })
        }
        _ if font.info().coverage.contains(letter.into()) => Some(letter),
        _ => {
            all = false;
            Some(UNKNOWN)
        }
    });
    (letters.collect(), all)
}

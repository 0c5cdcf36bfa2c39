//! Gentle hints: what in a text may be somebody's name, number or address. A hint, never a reason to refuse.

use std::ops::Range;

/// What a piece of text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Private {
    /// A person's name.
    Name,
    /// A telephone number of the United Kingdom.
    Phone,
    /// An e-mail address.
    Email,
    /// A National Insurance number.
    NationalInsurance,
    /// An NHS number: its check digit is right.
    Nhs,
    /// A postcode.
    Postcode,
    /// A registration plate.
    Plate,
}

/// Something found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where, in bytes; always between whole characters.
    pub range: Range<usize>,
    /// What it may be.
    pub kind: Private,
}

/// All that may be private in a text, from its beginning to its end. No two overlap.
#[must_use]
pub fn hints(text: &str) -> Vec<Hint> {
    let mut found = codes(text);
    for range in names(text) {
        let free = |it: &Hint| it.range.end <= range.start || range.end <= it.range.start;
        if found.iter().all(free) {
            found.push(Hint {
                range,
                kind: Private::Name,
            });
        }
    }
    found.sort_unstable_by_key(|it| it.range.start);
    found
}

/// Everything but names. Each begins where a word does, and ends where one does.
fn codes(text: &str) -> Vec<Hint> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes.get(at) {
            Some(b'+' | b'(' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') if begins(text, at) => {
                code(text, at)
            }
            _ => None,
        };
        if let Some((end, kind)) = end {
            found.push(Hint {
                range: at..end,
                kind,
            });
        }
        at = end.map_or(at + 1, |(end, _)| end);
    }
    found
}

fn begins(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    !before.is_some_and(char::is_alphanumeric)
}

fn ends(text: &str, end: usize) -> bool {
    let after = text.get(end..).and_then(|text| text.chars().next());
    !after.is_some_and(char::is_alphanumeric)
}

/// The length of what a text begins with, when it is what is looked for.
type Reader = fn(&[u8]) -> Option<usize>;

/// What begins at `at`, and where it ends.
fn code(text: &str, at: usize) -> Option<(usize, Private)> {
    let rest = text.as_bytes().get(at..)?;
    let readers: [(Private, Reader); 6] = [
        (Private::Email, email),
        (Private::NationalInsurance, national_insurance),
        (Private::Nhs, nhs),
        (Private::Phone, phone),
        (Private::Postcode, postcode),
        (Private::Plate, plate),
    ];
    let mut found = readers
        .iter()
        .filter_map(|(kind, read)| Some((at + read(rest)?, *kind)));
    found.find(|(end, _)| ends(text, *end))
}

/// The length of what looks like `shape`: `A` a letter, `9` a digit, a space one space or dash, or none. What was read
/// comes in capitals, without the gaps.
fn shaped(text: &[u8], shape: &str) -> Option<(usize, Vec<u8>)> {
    let (mut at, mut read) = (0, Vec::new());
    for wanted in shape.bytes() {
        let it = *text.get(at).unwrap_or(&0);
        let fits = match wanted {
            b'A' => it.is_ascii_alphabetic(),
            b'9' => it.is_ascii_digit(),
            _ => matches!(it, b' ' | b'-'),
        };
        if fits {
            at += 1;
        }
        if wanted == b' ' {
            continue;
        }
        if !fits {
            return None;
        }
        read.push(it.to_ascii_uppercase());
    }
    Some((at, read))
}

/// The length of the first of several shapes that `fits`, when its letters are all capitals or all small.
fn first_of(text: &[u8], shapes: &[&str], fits: fn(&[u8]) -> bool) -> Option<usize> {
    shapes.iter().find_map(|shape| {
        let (end, read) = shaped(text, shape)?;
        let written = text.get(..end)?;
        let one_case = !written.iter().any(u8::is_ascii_lowercase)
            || !written.iter().any(u8::is_ascii_uppercase);
        (one_case && fits(&read)).then_some(end)
    })
}

/// Two letters that may begin one, six digits, a letter from A to D.
fn national_insurance(text: &[u8]) -> Option<usize> {
    first_of(text, &["AA 99 99 99 A"], |read| {
        let first = !b"DFIQUV".contains(&read[0]);
        let second = !b"DFIOQUV".contains(&read[1]);
        let never = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"];
        let last = (b'A'..=b'D').contains(&read[8]);
        first && second && last && !never.iter().any(|it| read.starts_with(*it))
    })
}

/// Ten digits of which the last checks the others, modulo 11.
fn nhs(text: &[u8]) -> Option<usize> {
    first_of(text, &["999 999 9999"], |read| {
        let weighed = read.iter().zip((2..=10).rev());
        let sum: u32 = weighed
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        let check = (11 - sum % 11) % 11;
        read[0] != b'0' && check == u32::from(read[9] - b'0')
    })
}

/// From 0, +44 or 0044: nine or ten digits more, in groups.
fn phone(text: &[u8]) -> Option<usize> {
    let abroad = text.first() == Some(&b'+');
    let (mut digits, mut last, mut longest) = (Vec::new(), 0, None);
    for (at, it) in text.iter().enumerate() {
        match it {
            b'0'..=b'9' => {
                digits.push(*it);
                last = at + 1;
                let more = text.get(last).is_some_and(u8::is_ascii_alphanumeric);
                if !more && is_phone(&digits, abroad) {
                    longest = Some(last);
                }
            }
            b'+' if at == 0 => {}
            b' ' | b'-' | b'(' | b')' if at < last + 3 => {}
            _ => break,
        }
    }
    let end = longest?;
    // A bracket that is not closed within the number is not part of it.
    let bracket = text.first() == Some(&b'(') && !text.get(..end)?.contains(&b')');
    (!bracket).then_some(end)
}

fn is_phone(digits: &[u8], abroad: bool) -> bool {
    let home = match digits {
        [b'4', b'4', b'0', home @ ..] | [b'4', b'4', home @ ..] if abroad => home,
        [b'0', b'0', b'4', b'4', home @ ..] if !abroad => home.strip_prefix(b"0").unwrap_or(home),
        [b'0', home @ ..] if !abroad => home,
        _ => return false,
    };
    match home {
        [b'1' | b'8', ..] => (9..=10).contains(&home.len()),
        [b'2' | b'3' | b'5' | b'7' | b'9', ..] => home.len() == 10,
        _ => false,
    }
}

/// Something, an @, and a domain with a dot in it.
fn email(text: &[u8]) -> Option<usize> {
    let name = |it: &u8| it.is_ascii_alphanumeric() || b"._%+-'".contains(it);
    let at = text.iter().take_while(|it| name(it)).count();
    let domain = text.get(at..)?.strip_prefix(b"@")?;
    let place = |it: &u8| it.is_ascii_alphanumeric() || b".-".contains(it);
    let mut length = domain.iter().take_while(|it| place(it)).count();
    while matches!(domain.get(..length)?.last(), Some(b'.' | b'-')) {
        length -= 1;
    }
    let domain = domain.get(..length)?;
    let dot = domain.iter().rposition(|it| *it == b'.')?;
    let ending = domain.get(dot + 1..)?;
    let real = dot > 0 && ending.len() > 1 && ending.iter().all(u8::is_ascii_alphabetic);
    (at > 0 && real).then_some(at + 1 + length)
}

/// The six shapes of a postcode. `A4 2nd` is not one.
fn postcode(text: &[u8]) -> Option<usize> {
    let shapes = [
        "AA9A 9AA", "AA99 9AA", "A9A 9AA", "AA9 9AA", "A99 9AA", "A9 9AA",
    ];
    first_of(text, &shapes, |read| {
        let inward = &read[read.len() - 2..];
        let ordinal = [b"ND", b"RD", b"TH", b"ST"].iter().any(|it| inward == *it);
        let second = !b"IJZ".contains(&read[1]);
        !b"QVX".contains(&read[0])
            && second
            && !inward.iter().any(|it| b"CIKMOV".contains(it))
            && (!ordinal || read.len() > 5)
    })
}

/// A plate of today, of the years with a letter before, and of those with a letter after.
fn plate(text: &[u8]) -> Option<usize> {
    let shapes = [
        "AA99 AAA", "A999 AAA", "A99 AAA", "A9 AAA", "AAA 999A", "AAA 99A", "AAA 9A",
    ];
    let end = first_of(text, &shapes, |read| {
        !read.contains(&b'I') && !read.contains(&b'Q')
    })?;
    // The old ones look like ordinary writing unless they are in capitals.
    let today = shaped(text, shapes[0]).is_some();
    let capitals = !text.get(..end)?.iter().any(u8::is_ascii_lowercase);
    (today || capitals).then_some(end)
}

/// Words that come before a name.
const TITLES: [&str; 10] = [
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Nurse", "Sister", "Cllr", "Nyrs", "Cyng",
];

/// Words with a capital that are not names.
const ORDINARY: [&str; 12] = [
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

/// Small words inside a name: "Dafydd ap Gwilym".
const INSIDE: [&str; 6] = ["ap", "ab", "ferch", "van", "de", "von"];

/// "Mrs Jones", "Dr. Price"; and two words with capitals side by side, not at the start of a sentence.
fn names(text: &str) -> Vec<Range<usize>> {
    let words: Vec<(usize, &str)> = text
        .split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    let name = |word: &str| capital(word) && !ORDINARY.contains(&word);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = ".";
    for (at, pair) in words.windows(2).enumerate() {
        let [(start, one), (second, two)] = *pair else {
            continue;
        };
        let next = words.get(at + 2).is_some_and(|(_, word)| name(word));
        let bare = two.trim_end_matches(['.', ',', '?', '!', ';', ':', ')', '”', '"']);
        let end = second + bare.len();
        let titled = TITLES.contains(&one.trim_end_matches('.')) && capital(two);
        let begins = before.ends_with(['.', '?', '!', ':', '“', '"']);
        let over = one.ends_with(['.', ',', '?', '!', ';', ':']);
        // A third word goes on with a name: "Mrs Sian Price".
        let goes_on = name(bare) || (next && INSIDE.contains(&two));
        let on = found
            .last_mut()
            .filter(|it| it.end == start + one.len() && goes_on);
        if let Some(longer) = on {
            longer.end = end;
        } else if (titled || (!begins && !over && name(one) && goes_on))
            && found.last().is_none_or(|it| it.end <= start)
        {
            found.push(start..end);
        }
        before = one;
    }
    found
}

/// A capital letter, then small ones.
fn capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

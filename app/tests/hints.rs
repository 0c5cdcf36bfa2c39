//! The gentle hints, on text made at random.

use app::walk::{Private, hints};
use proptest::{collection::vec, prelude::*, sample::select};

/// Ordinary words, in any language and with any marks, that hint at nothing.
fn words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "it",
        "asked",
        "me",
        "for",
        "number",
        "roedd",
        "yn",
        "araf",
        "ŵyl",
        "“dwy”",
        "page,",
        "then",
        "ring",
        "naïve",
        "日本",
        "–",
    ]);
    vec(word, 0..6).prop_map(|words| words.join(" "))
}

fn digits(n: usize) -> impl Strategy<Value = String> {
    vec(0_u8..10, n).prop_map(|all| all.iter().map(u8::to_string).collect())
}

fn letters(of: &'static str, n: usize) -> impl Strategy<Value = String> {
    vec(select(of.chars().collect::<Vec<_>>()), n).prop_map(|all| all.into_iter().collect())
}

fn check_digit(nine: &str) -> u32 {
    let sum: u32 = nine
        .bytes()
        .zip((2..=10).rev())
        .map(|(it, weight)| u32::from(it - b'0') * weight)
        .sum();
    (11 - sum % 11) % 11
}

fn spaced(number: &str, gap: &str) -> String {
    [&number[..3], &number[3..6], &number[6..]].join(gap)
}

fn nhs() -> impl Strategy<Value = String> {
    (1_u8..10, digits(8), select(vec!["", " ", "-"]))
        .prop_map(|(first, rest, gap)| (format!("{first}{rest}"), gap))
        .prop_filter("has a check digit", |(nine, _)| check_digit(nine) < 10)
        .prop_map(|(nine, gap)| spaced(&format!("{nine}{}", check_digit(&nine)), gap))
}

fn national_insurance() -> impl Strategy<Value = String> {
    let prefix = (
        letters("ABCEGHJKLMNOPRSTWXYZ", 1),
        letters("ABCEGHJKLMNPRSTWXYZ", 1),
    )
        .prop_map(|(a, b)| a + &b);
    let prefix = prefix.prop_filter("is given out", |it| {
        !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&it.as_str())
    });
    (
        prefix,
        digits(6),
        letters("ABCD", 1),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(prefix, six, last, gaps, small)| {
            let gap = if gaps { " " } else { "" };
            let written = [&prefix, &six[..2], &six[2..4], &six[4..], &last].join(gap);
            if small {
                written.to_lowercase()
            } else {
                written
            }
        })
}

fn email() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9._+-]{0,8}[a-z0-9]@[a-z][a-z0-9-]{0,6}[a-z0-9]\\.(cymru|wales|org\\.uk|com)"
}

fn phone() -> impl Strategy<Value = String> {
    let start = select(vec!["0", "+44 ", "+44", "+44 (0)", "0044 "]);
    let groups = select(vec![[4, 3, 3], [3, 3, 4], [2, 4, 4], [4, 6, 0]]);
    (
        start,
        select(vec!['1', '2', '3', '7']),
        digits(9),
        groups,
        select(vec![" ", "-", ""]),
    )
        .prop_map(|(start, first, rest, groups, gap)| {
            let all = format!("{first}{rest}");
            let (a, b) = all.split_at(groups[0]);
            let (b, c) = b.split_at(groups[1]);
            let parts: Vec<&str> = [a, b, c].into_iter().filter(|it| !it.is_empty()).collect();
            format!("{start}{}", parts.join(gap))
        })
}

fn postcode() -> impl Strategy<Value = String> {
    let outward = select(vec![
        "SA1", "SA12", "M1", "B33", "W1A", "EC1A", "CF10", "LL57",
    ]);
    (
        outward,
        0_u8..10,
        letters("ABDEFGHJLNPQRSTUWXYZ", 2),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_filter("is not 2nd", |(_, _, two, ..)| {
            !["ND", "RD", "TH", "ST"].contains(&two.as_str())
        })
        .prop_map(|(outward, digit, two, gap, small)| {
            let written = format!("{outward}{}{digit}{two}", if gap { " " } else { "" });
            if small {
                written.to_lowercase()
            } else {
                written
            }
        })
}

fn plate() -> impl Strategy<Value = String> {
    const OF: &str = "ABCDEFGHJKLMNPRSTUVWXYZ";
    let today = (letters(OF, 2), digits(2), letters(OF, 3)).prop_map(|(a, n, b)| [a + &n, b]);
    let before = (letters(OF, 1), digits(3), letters(OF, 3)).prop_map(|(a, n, b)| [a + &n, b]);
    let after = (letters(OF, 3), digits(3), letters(OF, 1)).prop_map(|(a, n, b)| [a, n + &b]);
    (prop_oneof![today, before, after], select(vec!["", " "]))
        .prop_map(|(parts, gap)| parts.join(gap))
}

fn anything() -> impl Strategy<Value = (Private, String)> {
    prop_oneof![
        nhs().prop_map(|it| (Private::Nhs, it)),
        national_insurance().prop_map(|it| (Private::NationalInsurance, it)),
        email().prop_map(|it| (Private::Email, it)),
        phone().prop_map(|it| (Private::Phone, it)),
        postcode().prop_map(|it| (Private::Postcode, it)),
        plate().prop_map(|it| (Private::Plate, it)),
    ]
}

proptest! {
    #[test]
    fn what_is_private_is_found_where_it_stands(
        before in words(), (kind, private) in anything(), after in words(), mark in select(vec!["", ".", ",", ")", "”", "?"]),
    ) {
        let text = format!("{before} {private}{mark} {after}");
        let found = hints(&text);
        prop_assert_eq!(found.len(), 1, "{:?} in {:?}", found, text);
        let start = before.len() + 1;
        prop_assert_eq!(found[0].range.clone(), start..start + private.len());
        prop_assert_eq!(found[0].kind, kind, "{}", text);
    }

    #[test]
    fn a_wrong_check_digit_is_not_an_nhs_number(before in words(), number in nhs(), wrong in 1_u32..10, after in words()) {
        let last = number[number.len() - 1..].parse::<u32>().expect("a digit");
        let number = format!("{}{}", &number[..number.len() - 1], (last + wrong) % 10);
        prop_assert_eq!(hints(&format!("{before} {number} {after}")), vec![]);
    }

    #[test]
    fn a_prefix_that_is_never_given_out_is_not_national_insurance(
        prefix in select(vec!["BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "DA", "QA", "AO", "AV"]), six in digits(6),
    ) {
        let found = hints(&format!("{prefix}{six}A"));
        prop_assert!(found.iter().all(|it| it.kind != Private::NationalInsurance));
    }

    #[test]
    fn hints_stand_on_whole_characters_and_never_overlap(text in "\\PC*|[ 0-9A-Za-z@.+()ŵÂ–“”-]{0,60}") {
        let mut from = 0;
        for hint in hints(&text) {
            prop_assert!(hint.range.start >= from && !hint.range.is_empty());
            prop_assert!(text.get(hint.range.clone()).is_some());
            from = hint.range.end;
        }
    }

    #[test]
    fn each_of_several_is_found(all in vec(anything(), 0..5)) {
        let text = all.iter().map(|(_, it)| it.as_str()).collect::<Vec<_>>().join(" and then ");
        let found: Vec<(Private, String)> =
            hints(&text).into_iter().map(|it| (it.kind, text[it.range].to_owned())).collect();
        prop_assert_eq!(found, all);
    }
}

#[test]
fn names_are_noticed() {
    for (note, name) in [
        ("Mrs Jones was kind", "Mrs Jones"),
        ("I spoke to Sian Price.", "Sian Price"),
        ("Then Dr. Price rang", "Dr. Price"),
        ("asked for Mrs Siân Price, twice", "Mrs Siân Price"),
        (
            "then Mr Siôn Dafydd ap Gwilym rang",
            "Mr Siôn Dafydd ap Gwilym",
        ),
        ("then Dafydd ap Gwilym rang", "Dafydd ap Gwilym"),
        ("I asked Jones. Then John Smith rang", "John Smith"),
    ] {
        let found = hints(note);
        assert_eq!(found.len(), 1, "{note}");
        assert_eq!(
            (&note[found[0].range.clone()], found[0].kind),
            (name, Private::Name)
        );
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
        "Waited 20 min, 3 rings, then 45 min",
        "Page A4 2nd time, form M1 1st try",
        "Reference 12345678 on 03/11/2026 at 10:15",
        "It was £1 234 567 in 2026",
        "See step 3 of 12 at abervale.gov.uk",
    ] {
        assert_eq!(hints(note), vec![], "{note}");
    }
}

//! Every word on the screen, in English and Welsh. One file per area; both languages stand beside each other, so
//! that a missing one does not compile.

#[cfg(feature = "ssr")]
mod again;
mod answers;
#[cfg(feature = "ssr")]
mod audit;
#[cfg(feature = "ssr")]
mod board;
mod boot;
#[cfg(feature = "ssr")]
mod changed;
#[cfg(feature = "ssr")]
mod changed_figures;
mod changes;
mod common;
#[cfg(feature = "ssr")]
mod cost;
pub mod dates;
#[cfg(feature = "ssr")]
mod drafting;
#[cfg(feature = "ssr")]
mod exports;
#[cfg(feature = "ssr")]
mod figures;
mod friction;
#[cfg(feature = "ssr")]
mod front;
#[cfg(feature = "ssr")]
mod frozen;
#[cfg(feature = "ssr")]
mod handed;
#[cfg(feature = "ssr")]
pub mod held;
mod hints;
#[cfg(feature = "ssr")]
mod inbox;
#[cfg(feature = "ssr")]
mod journey;
mod leave;
#[cfg(feature = "ssr")]
mod mails;
#[cfg(feature = "ssr")]
mod mine;
#[cfg(feature = "ssr")]
mod no_blame;
#[cfg(feature = "ssr")]
mod office;
mod outcome;
#[cfg(feature = "ssr")]
mod paper;
#[cfg(feature = "ssr")]
mod people;
mod phone;
mod photos;
#[cfg(feature = "ssr")]
mod plain;
#[cfg(feature = "ssr")]
mod quotes;
#[cfg(feature = "ssr")]
mod sign_in;
#[cfg(feature = "ssr")]
mod single_sign_on;
#[cfg(feature = "ssr")]
mod systems;
#[cfg(feature = "ssr")]
mod take_in;
#[cfg(feature = "ssr")]
mod team;
#[cfg(feature = "ssr")]
mod thread;
#[cfg(feature = "ssr")]
mod thread_care;
mod thread_files;
mod when;
#[cfg(feature = "ssr")]
mod year;

#[cfg(feature = "ssr")]
pub use again::Again;
pub use answers::Answers;
#[cfg(feature = "ssr")]
pub use audit::{Audit, deed};
#[cfg(feature = "ssr")]
pub use board::Board;
pub use boot::Boot;
#[cfg(feature = "ssr")]
pub use changed::Changed;
#[cfg(feature = "ssr")]
pub use changed_figures::ChangedFigures;
pub use changes::{Changes, change};
pub use common::Common;
#[cfg(feature = "ssr")]
pub use cost::Cost;
#[cfg(feature = "ssr")]
pub use drafting::Drafting;
#[cfg(feature = "ssr")]
pub use exports::Exports;
#[cfg(feature = "ssr")]
pub use figures::Figures;
pub use friction::{burden, category, feeling, mood, severity};
#[cfg(feature = "ssr")]
pub use front::Front;
#[cfg(feature = "ssr")]
pub use frozen::Frozen;
#[cfg(feature = "ssr")]
pub use handed::{Handed, at_boundary, boundary_sum, waited};
pub use hints::{Hints, private};
#[cfg(feature = "ssr")]
pub use inbox::Inbox;
#[cfg(feature = "ssr")]
pub use journey::Journey;
pub use leave::{Leave, leaving};
#[cfg(feature = "ssr")]
pub use mails::Mails;
#[cfg(feature = "ssr")]
pub use mine::Mine;
#[cfg(feature = "ssr")]
pub use no_blame::NoBlame;
#[cfg(feature = "ssr")]
pub use office::Office;
pub use outcome::{
    attempt_mode, did_what_it_should, length, limit, need, others_would, step_result, why_not,
    yes_or_no,
};
#[cfg(feature = "ssr")]
pub use paper::Paper;
#[cfg(feature = "ssr")]
pub use people::People;
pub use phone::Phone;
pub use photos::Photos;
#[cfg(feature = "ssr")]
pub use plain::Plain;
#[cfg(feature = "ssr")]
pub use quotes::Quotes;
#[cfg(feature = "ssr")]
pub use sign_in::SignIn;
#[cfg(feature = "ssr")]
pub use single_sign_on::SingleSignOn;
#[cfg(feature = "ssr")]
pub use systems::Systems;
#[cfg(feature = "ssr")]
pub use take_in::TakeIn;
#[cfg(feature = "ssr")]
pub use team::Team;
#[cfg(feature = "ssr")]
pub use thread::{
    Thread, answered, decision, felt_times, held as held_word, offered, thread_state,
};
#[cfg(feature = "ssr")]
pub use thread_care::ThreadCare;
pub use thread_files::ThreadFiles;
pub use when::When;
#[cfg(feature = "ssr")]
pub use year::Year;

use crate::walk::Lang;

/// Makes the words of one area: a struct with a field for each text, and its two translations.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($field:ident = $en:literal, $cy:literal;)+ }) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        pub struct $name { $(pub $field: &'static str,)+ }

        impl $name {
            const EN: Self = Self { $($field: $en,)+ };
            const CY: Self = Self { $($field: $cy,)+ };

            /// These words in a language.
            #[must_use]
            pub fn of(lang: crate::walk::Lang) -> &'static Self {
                match lang {
                    crate::walk::Lang::En => &Self::EN,
                    crate::walk::Lang::Cy => &Self::CY,
                }
            }
        }

        #[cfg(test)]
        #[test]
        fn both_languages_leave_the_same_gaps() {
            $(crate::words::same_gaps(stringify!($field), $en, $cy);)+
        }
    };
}
pub(crate) use words;

/// "12,000".
#[must_use]
pub fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups: Vec<_> = groups.map(String::from_utf8_lossy).collect();
    groups.join(",")
}

/// Fills the gaps of a text: `fill("{n} of {of}", &[("n", "7"), ("of", "10")])` is "7 of 10".
#[must_use]
pub fn fill(text: &str, gaps: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    for (at, part) in text.split('{').enumerate() {
        let gap = part.split_once('}').filter(|_| at > 0);
        let value = gap.and_then(|(name, _)| gaps.iter().find(|(gap, _)| *gap == name));
        match (gap, value) {
            (Some((_, rest)), Some((_, value))) => {
                filled.push_str(value);
                filled.push_str(rest);
            }
            _ => {
                filled.push_str(if at > 0 { "{" } else { "" });
                filled.push_str(part);
            }
        }
    }
    filled
}

/// Somebody's words in quotation marks; marks inside become single ones.
#[must_use]
pub fn quoted(said: &str) -> String {
    let inside = said.trim().replace('“', "‘").replace('”', "’");
    ["“", &inside, "”"].concat()
}

/// "7 of 10", with spaces that do not break.
#[must_use]
pub fn k_of_n(lang: Lang, k: u64, n: u64) -> String {
    fill(
        Common::of(lang).k_of_n,
        &[("k", &k.to_string()), ("n", &n.to_string())],
    )
}

#[cfg(test)]
#[test]
fn numbers_are_grouped_by_thousands() {
    for (n, said) in [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (12_345_678, "12,345,678"),
    ] {
        assert_eq!(thousands(n), said);
    }
}

#[cfg(test)]
fn same_gaps(field: &str, en: &str, cy: &str) {
    let gaps = |text: &str| {
        let mut gaps: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(gap, _)| gap.to_owned())
            .collect();
        gaps.sort();
        gaps.dedup();
        gaps
    };
    assert!(
        !en.trim().is_empty() && !cy.trim().is_empty(),
        "{field} is empty in one language"
    );
    assert_eq!(
        gaps(en),
        gaps(cy),
        "the gaps of {field} differ between the languages"
    );
}

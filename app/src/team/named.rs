//! Whether a text seems to name somebody. A hint, never a reason to refuse: services have friction, people are not
//! blamed.

use crate::walk::{Private, Task, Text, hints};

/// Words before which a name of one word stands: "a colleague called Karen".
const BEFORE: [&str; 14] = [
    "called",
    "named",
    "colleague",
    "officer",
    "adviser",
    "advisor",
    "assistant",
    "handler",
    "manager",
    "receptionist",
    "caseworker",
    "enw",
    "gydweithiwr",
    "swyddog",
];

/// Words after which a name of one word stood: "and Karen forgot".
const AFTER: [&str; 6] = ["said", "says", "told", "forgot", "promised", "ddywedodd"];

/// Words with a capital that do something in sentences and are nobody.
const NOBODY: [&str; 8] = ["I", "It", "They", "We", "You", "He", "She", "Nobody"];

/// The first words that seem to be somebody's name. `known` are names of organisations, services and tasks: nobody's.
#[must_use]
pub fn named(text: &str, known: &[&str]) -> Option<String> {
    let text = known
        .iter()
        .fold(text.to_owned(), |text, it| small(&text, it));
    let found = hints(&text).into_iter().find(|it| it.kind == Private::Name);
    let pair = found.and_then(|it| Some((it.range.start, text.get(it.range)?)));
    let single = single(&text);
    let first = [pair, single].into_iter().flatten().min_by_key(|it| it.0);
    first.map(|(_, name)| name.to_owned())
}

/// What bears a name around a task and is nobody: the organisation, the service, the task, and who else has a step.
#[must_use]
pub fn nobodies<'a>(organisation: &'a Text, task: Option<&'a Task>) -> Vec<&'a str> {
    let others = task.into_iter().flat_map(|it| &it.steps);
    let others = others.filter_map(|step| step.hand_off.as_deref());
    let own = task.into_iter().flat_map(|it| [&it.service_name, &it.name]);
    let own = own.chain([organisation]);
    own.flat_map(|it| [it.en.as_str(), &it.cy])
        .chain(others)
        .collect()
}

/// The text with this phrase in small letters, wherever it stands.
fn small(text: &str, phrase: &str) -> String {
    match phrase.trim() {
        "" => text.to_owned(),
        phrase => text.replace(phrase, &phrase.to_lowercase()),
    }
}

fn single(text: &str) -> Option<(usize, &str)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &&'_ str| -> String {
        word.trim_matches(|it: char| !it.is_alphanumeric())
            .to_lowercase()
    };
    let named = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let called = before.is_some_and(|it| BEFORE.contains(&bare(it).as_str()));
        let goes_on = before.is_some_and(|it| !it.ends_with(['.', '?', '!', ':']));
        let does = words
            .get(at + 1)
            .is_some_and(|it| AFTER.contains(&bare(it).as_str()));
        called || (goes_on && does)
    };
    let found = words.iter().enumerate().find_map(|(at, word)| {
        let name = word.trim_matches(|it: char| !it.is_alphabetic());
        (is_name(name) && named(at)).then_some(name)
    })?;
    Some((found.as_ptr() as usize - text.as_ptr() as usize, found))
}

/// A capital letter, then small ones, and not one of [`NOBODY`].
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    capital && letters.next().is_some_and(char::is_lowercase) && !NOBODY.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 3] = [
        "Aber Valley Council",
        "Home adaptations",
        "Cwm Health Board",
    ];

    #[test]
    fn a_text_that_seems_to_name_somebody_is_told_of() {
        for (text, name) in [
            ("Sorry, Mrs Jones was on leave.", "Mrs Jones"),
            ("We asked Sian Price to ring you.", "Sian Price"),
            ("That was our colleague Karen, who has moved.", "Karen"),
            ("You spoke to an officer called Steve.", "Steve"),
            ("The form was there but Karen forgot to send it.", "Karen"),
            ("Roedd swyddog o'r enw Siân yno.", "Siân"),
        ] {
            assert_eq!(named(text, &KNOWN).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn services_places_and_roles_are_nobody() {
        for text in [
            "",
            "Thank you. We have changed the form and it works on a phone now.",
            "Aber Valley Council and Cwm Health Board now share one form.",
            "The Home adaptations team said so. They told us, and I said yes.",
            "The duty officer rings back within a day. On Monday it is closed.",
            "Diolch. Mae'r ffurflen wedi newid.",
        ] {
            assert_eq!(named(text, &KNOWN), None, "{text}");
        }
    }
}

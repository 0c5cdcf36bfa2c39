//! What the pages show.

use crate::{
    walk::{FrictionId, Lang, Text, WalkId},
    words::{Mine, Phone, When},
};

/// The code of a commitment.
const COMMITMENT: &str = "commitment";
/// What the code of a reflection begins with.
const REFLECTION: &str = "reflection-";
/// The longest code of a question.
const LONGEST_QUESTION: usize = 40;

/// Something of a walk that is its author's alone until it is shared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// The answer to a question of reflection, by the question's code.
    Reflection(String),
    /// The one thing to do.
    Commitment,
}

impl Item {
    /// The code it is stored and addressed by.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Commitment => COMMITMENT.to_owned(),
            Self::Reflection(question) => [REFLECTION, question].concat(),
        }
    }

    /// The item with this code. A question's code is letters, digits and `_`; anything else is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if code == COMMITMENT {
            return Some(Self::Commitment);
        }
        let question = code.strip_prefix(REFLECTION)?;
        let plain = |it: char| it.is_ascii_alphanumeric() || it == '_';
        let fits = (1..=LONGEST_QUESTION).contains(&question.len());
        (fits && question.chars().all(plain)).then(|| Self::Reflection(question.to_owned()))
    }

    /// What was asked.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &'static str {
        let phone = Phone::of(lang);
        match self {
            Self::Commitment => phone.one_thing,
            Self::Reflection(question) => match question.as_str() {
                "least_sure" => phone.least_sure,
                "alone" => phone.alone,
                _ => Mine::of(lang).a_reflection,
            },
        }
    }
}

/// What of a walk somebody's words are, which its board may have when they agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrote {
    /// The note of a friction point.
    Friction(FrictionId),
    /// A bright spot.
    BrightSpot,
    /// The one thing to do.
    Commitment,
}

impl Wrote {
    /// The code it is stored and posted by: nothing for a bright spot.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Friction(id) => id.to_string(),
            Self::BrightSpot => String::new(),
            Self::Commitment => COMMITMENT.to_owned(),
        }
    }

    /// What has this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "" => Some(Self::BrightSpot),
            COMMITMENT => Some(Self::Commitment),
            id => id.parse().ok().map(Self::Friction),
        }
    }
}

/// Somebody of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person's id.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// The person's job.
    pub title: Text,
}

/// What an item says now, and of which walk it is.
#[derive(Clone, Debug)]
pub struct Said {
    /// The walk.
    pub walk: WalkId,
    /// Which of its items.
    pub item: Item,
    /// In its author's own words.
    pub text: String,
    /// A commitment's day, `YYYY-MM-DD`, when one was said.
    pub by: Option<String>,
    /// What was walked; empty while that is not known.
    pub task: Text,
    /// When.
    pub walked: When,
}

/// An item of one's own, with who reads it.
#[derive(Clone, Debug)]
pub struct Own {
    /// What it says.
    pub said: Said,
    /// Who reads it: the share's id, the reader, since when.
    pub readers: Vec<(String, Person, When)>,
    /// True while the board may quote it.
    pub quoted: bool,
}

/// An item that somebody shares with the reader.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The share's id.
    pub id: String,
    /// Whose it is.
    pub author: Person,
    /// Since when.
    pub since: When,
    /// What it says.
    pub said: Said,
}

/// How a leader appears to service teams and in the board's evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appears {
    /// As a walkthrough: by nobody in particular.
    Walkthrough,
    /// By their job's title.
    Title,
}

impl Appears {
    /// The code it is stored by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Walkthrough => "walkthrough",
            Self::Title => "title",
        }
    }

    /// The one with this code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Walkthrough, Self::Title]
            .into_iter()
            .find(|it| it.code() == code)
    }
}

/// The reader's own page.
#[derive(Clone, Debug)]
pub struct Home {
    /// The reader.
    pub me: Person,
    /// What the organisation is called.
    pub organisation: Text,
    /// How the reader appears; none unless they walk.
    pub appears: Option<Appears>,
    /// True when the reader can be written to about what waits: in a service team.
    pub mail: bool,
    /// How many items of the reader's own somebody reads.
    pub sharing: usize,
    /// How many items others share with the reader.
    pub shared: usize,
}

/// Choosing who reads an item.
#[derive(Clone, Debug)]
pub struct Choosing {
    /// The item.
    pub own: Own,
    /// Whom it can be shared with: everybody of the organisation who does not read it yet.
    pub people: Vec<Person>,
    /// The ids that are ticked.
    pub chosen: Vec<String>,
    /// True when nobody was chosen and somebody must be.
    pub nobody: bool,
}

/// What stands before an item is shared: what will be seen, and by whom.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What the readers will see.
    pub shared: Shared,
    /// Who they are.
    pub readers: Vec<Person>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_read_as_they_are_written() {
        for item in [Item::Commitment, Item::Reflection("least_sure".into())] {
            assert_eq!(Item::from_code(&item.code()), Some(item));
        }
        for odd in [
            "",
            "reflection-",
            "reflection-a/b",
            "reflection-<b>",
            "walk",
        ] {
            assert_eq!(Item::from_code(odd), None, "{odd}");
        }
        let long = ["reflection-", &"a".repeat(41)].concat();
        assert_eq!(Item::from_code(&long), None);
    }
}

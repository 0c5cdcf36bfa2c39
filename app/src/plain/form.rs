//! What was typed into a form, and what it says.

use crate::walk::{
    Category, Feeling, Friction, FrictionDescribed, FrictionId, MOST_FEELINGS, Mood, Severity,
};

/// The most characters of one answer in words.
pub const MOST_NOTE: usize = 4_000;

/// Why a form could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Neither a kind of friction nor a word about it.
    Nothing,
    /// More than [`MOST_FEELINGS`].
    TooManyFeelings,
    /// This many characters more than [`MOST_NOTE`].
    TooLong(usize),
    /// Words for the author alone, without the wish to keep them on the server.
    NotKept,
    /// Not a day of the calendar.
    NoSuchDay,
}

/// The friction form, as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrictionForm {
    /// A category's code, or nothing.
    pub category: String,
    /// A severity's code, or nothing.
    pub severity: String,
    /// Codes of feelings, in any order.
    pub feelings: Vec<String>,
    /// A mood as a number, or nothing.
    pub mood: String,
    /// The note.
    pub note: String,
    /// "It made me contact them again."
    pub again: bool,
    /// "Someone could be harmed."
    pub risk: bool,
}

/// What a friction form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What got in the way; `None` is "something else", with a note.
    pub category: Option<Category>,
    /// What it did to me.
    pub severity: Option<Severity>,
    /// Up to three feelings, in the order of the list.
    pub feelings: Vec<Feeling>,
    /// How it felt.
    pub mood: Option<Mood>,
    /// In the leader's own words.
    pub note: String,
    /// The failure-demand tick.
    pub again: bool,
    /// The risk flag.
    pub risk: bool,
}

impl FrictionForm {
    /// The form filled in with a friction point that was noted before.
    #[must_use]
    pub fn of(friction: &Friction) -> Self {
        let code = |code: Option<&'static str>| code.unwrap_or_default().to_owned();
        Self {
            category: code(friction.category.map(Category::code)),
            severity: code(friction.severity.map(Severity::code)),
            feelings: friction
                .feelings
                .iter()
                .map(|it| it.code().to_owned())
                .collect(),
            mood: friction
                .mood
                .map(|it| it.value().to_string())
                .unwrap_or_default(),
            note: friction.note.clone(),
            again: friction.contacted_again,
            risk: friction.risk,
        }
    }

    /// What it says.
    ///
    /// # Errors
    /// When it says nothing, or too much.
    pub fn read(&self) -> Result<Said, Fault> {
        let mut feelings: Vec<Feeling> = self
            .feelings
            .iter()
            .filter_map(|it| Feeling::from_code(it))
            .collect();
        feelings.sort_unstable();
        feelings.dedup();
        let said = Said {
            category: Category::from_code(&self.category),
            severity: Severity::from_code(&self.severity),
            mood: self.mood.parse().ok().map(Mood::new),
            note: words(&self.note)?,
            again: self.again,
            risk: self.risk,
            feelings,
        };
        if said.feelings.len() > MOST_FEELINGS {
            return Err(Fault::TooManyFeelings);
        }
        if said.category.is_none() && said.note.is_empty() {
            return Err(Fault::Nothing);
        }
        Ok(said)
    }
}

impl Said {
    /// What changes a friction point into this; `None` when it says all of it already. `before` is `None` for one that
    /// only its category is known of.
    #[must_use]
    pub fn beyond(
        &self,
        friction: FrictionId,
        before: Option<&Friction>,
    ) -> Option<FrictionDescribed> {
        let mut more = FrictionDescribed::of(friction);
        if let Some(before) = before {
            more.category = self.category.filter(|it| before.category != Some(*it));
        }
        let severity = before.and_then(|it| it.severity);
        more.severity = (self.severity != severity).then_some(self.severity);
        let none = Vec::new();
        let feelings = before.map_or(&none, |it| &it.feelings);
        more.feelings = (self.feelings != *feelings).then(|| self.feelings.clone());
        more.mood = self
            .mood
            .filter(|it| before.and_then(|before| before.mood) != Some(*it));
        let note = before.map_or("", |it| it.note.as_str());
        more.note = (self.note != note).then(|| self.note.clone());
        more.risk = (self.risk != before.is_some_and(|it| it.risk)).then_some(self.risk);
        let again = before.is_some_and(|it| it.contacted_again);
        more.contacted_again = (self.again != again).then_some(self.again);
        (more != FrictionDescribed::of(friction)).then_some(more)
    }
}

/// The bright spot's form, as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BrightForm {
    /// The note.
    pub note: String,
}

impl BrightForm {
    /// The note; it may be empty, for the tap alone says that something worked.
    ///
    /// # Errors
    /// When it is too long.
    pub fn read(&self) -> Result<String, Fault> {
        words(&self.note)
    }
}

/// The last form of a walk, as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndForm {
    /// What worked well.
    pub worked: String,
    /// "When did you feel least sure of yourself?"
    pub least_sure: String,
    /// "If you were frightened or alone, where would you have stopped?"
    pub alone: String,
    /// Keep the two on the server, for the author alone.
    pub keep: bool,
    /// One thing I will do.
    pub commit: String,
    /// By when: a day as `YYYY-MM-DD`, `other`, or nothing.
    pub by: String,
    /// The day meant by `other`.
    pub day: String,
}

/// What the last form says, each text without space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// What worked well.
    pub worked: String,
    /// The author's own: by question, with its answer.
    pub reflections: [(&'static str, String); 2],
    /// One thing I will do.
    pub commit: String,
    /// By when, `YYYY-MM-DD`.
    pub by: Option<String>,
}

impl EndForm {
    /// What it says.
    ///
    /// # Errors
    /// When a text is too long, one for the author alone is not to be kept, or the day is none.
    pub fn read(&self) -> Result<Spoken, Fault> {
        let day = if self.by == "other" {
            self.day.trim()
        } else {
            self.by.trim()
        };
        let spoken = Spoken {
            worked: words(&self.worked)?,
            reflections: [
                ("least_sure", words(&self.least_sure)?),
                ("alone", words(&self.alone)?),
            ],
            commit: words(&self.commit)?,
            by: Some(day.to_owned()).filter(|day| !day.is_empty()),
        };
        let written = spoken.reflections.iter().any(|(_, text)| !text.is_empty());
        if written && !self.keep {
            return Err(Fault::NotKept);
        }
        if spoken.by.as_deref().is_some_and(|day| !is_day(day)) {
            return Err(Fault::NoSuchDay);
        }
        Ok(spoken)
    }
}

/// What was typed, with plain line breaks, without control characters and without space around it.
fn words(typed: &str) -> Result<String, Fault> {
    let plain = typed.replace("\r\n", "\n");
    let kept: String = plain
        .chars()
        .filter(|it| !it.is_control() || *it == '\n')
        .collect();
    let text = kept.trim();
    match text.chars().count().saturating_sub(MOST_NOTE) {
        0 => Ok(text.to_owned()),
        over => Err(Fault::TooLong(over)),
    }
}

/// `2026-11-30`, and not `2026-11-31`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let digits =
        |part: &str, many: usize| part.len() == many && part.bytes().all(|it| it.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return false;
    }
    let number = |part: &str| part.parse::<u32>().unwrap_or(0);
    let (year, month, day) = (number(year), number(month), number(day));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> FrictionForm {
        FrictionForm {
            category: "asked".to_owned(),
            ..FrictionForm::default()
        }
    }

    #[test]
    fn a_form_says_what_was_chosen() {
        let filled = FrictionForm {
            severity: "stopped".to_owned(),
            feelings: vec![
                "ignored".to_owned(),
                "confused".to_owned(),
                "odd".to_owned(),
            ],
            mood: "-2".to_owned(),
            note: " It asked\r\ntwice.\0 ".to_owned(),
            risk: true,
            ..form()
        };
        let said = filled.read().expect("all of it");
        assert_eq!(said.category, Some(Category::Asked));
        assert_eq!(said.severity, Some(Severity::Stopped));
        assert_eq!(said.feelings, [Feeling::Confused, Feeling::Ignored]);
        assert_eq!(
            (said.mood, said.note.as_str()),
            (Some(Mood::new(-2)), "It asked\ntwice.")
        );
    }

    #[test]
    fn a_form_that_says_nothing_or_too_much_is_not_taken() {
        assert_eq!(FrictionForm::default().read(), Err(Fault::Nothing));
        let words_alone = FrictionForm {
            note: "It broke.".to_owned(),
            ..FrictionForm::default()
        };
        assert!(words_alone.read().is_ok());
        let four = ["confused", "ignored", "anxious", "frustrated"];
        let many = FrictionForm {
            feelings: four.map(str::to_owned).to_vec(),
            ..form()
        };
        assert_eq!(many.read(), Err(Fault::TooManyFeelings));
        let long = FrictionForm {
            note: "ŵ".repeat(MOST_NOTE + 2),
            ..form()
        };
        assert_eq!(long.read(), Err(Fault::TooLong(2)));
    }

    #[test]
    fn only_what_is_new_is_said_again() {
        let said = form().read().expect("a category");
        let id = FrictionId(uuid::Uuid::nil());
        assert_eq!(said.beyond(id, None), None, "the first tap says it all");
        let noted = FrictionForm {
            note: "Twice.".to_owned(),
            ..form()
        };
        let more = noted
            .read()
            .expect("a note")
            .beyond(id, None)
            .expect("the note");
        assert_eq!(more.note.as_deref(), Some("Twice."));
        assert_eq!((more.severity, more.risk), (None, None));
    }

    #[test]
    fn the_author_alone_decides_what_is_kept() {
        let written = EndForm {
            alone: "At the door.".to_owned(),
            ..EndForm::default()
        };
        assert_eq!(written.read(), Err(Fault::NotKept));
        let kept = EndForm {
            keep: true,
            ..written
        };
        assert!(kept.read().is_ok());
        assert!(EndForm::default().read().is_ok());
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for day in ["2026-11-30", "2028-02-29"] {
            assert!(is_day(day), "{day}");
        }
        for odd in [
            "2026-11-31",
            "2026-02-29",
            "2026-13-01",
            "30/11/2026",
            "tomorrow",
            "2026-1-1",
        ] {
            assert!(!is_day(odd), "{odd}");
        }
        let by = |by: &str, day: &str| {
            EndForm {
                by: by.to_owned(),
                day: day.to_owned(),
                ..EndForm::default()
            }
            .read()
            .map(|spoken| spoken.by)
        };
        assert_eq!(by("other", "2026-11-30"), Ok(Some("2026-11-30".to_owned())));
        assert_eq!(by("other", ""), Ok(None));
        assert_eq!(by("", "2026-11-30"), Ok(None));
        assert_eq!(by("other", "soon"), Err(Fault::NoSuchDay));
    }
}

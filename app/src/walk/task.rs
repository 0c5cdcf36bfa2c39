//! Tasks and situations: what a leader walks, and in whose shoes.

use serde::{Deserialize, Serialize};

use super::code_enum;

code_enum! {
    /// A language of the screen.
    Lang {
        /// English.
        En = "en",
        /// Cymraeg.
        Cy = "cy",
    }
}

/// Words of an organisation's own, in both languages. An empty Welsh text falls back to the English, and the other way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Cymraeg.
    #[serde(default)]
    pub cy: String,
}

impl Text {
    /// What somebody wrote in a language of their own choice: shown as it is in both.
    #[must_use]
    pub fn as_written(text: String) -> Self {
        Self {
            en: text,
            cy: String::new(),
        }
    }

    /// The text in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Cy if !self.cy.is_empty() => &self.cy,
            Lang::En | Lang::Cy if self.en.is_empty() => &self.cy,
            Lang::En | Lang::Cy => &self.en,
        }
    }
}

code_enum! {
    /// How far a leader may go without doing harm.
    AttemptMode {
        /// Safe to do for real.
        Real = "real",
        /// Walk to the last page and stop.
        StopBeforeSubmit = "stop_before_submit",
        /// Only with the leader's own record.
        OwnRecordOnly = "own_record_only",
    }
}

code_enum! {
    /// A limit walked with: a constraint card.
    Limit {
        /// No printer.
        NoPrinter = "no_printer",
        /// Large text.
        LargeText = "large_text",
        /// On behalf of someone else.
        OnBehalf = "on_behalf",
        /// An old phone on mobile data.
        OldPhone = "old_phone",
        /// A screen reader.
        ScreenReader = "screen_reader",
        /// In Welsh.
        Welsh = "welsh",
        /// No proof of identity to hand.
        NoId = "no_id",
        /// Little time.
        ShortOfTime = "short_of_time",
    }
}

/// What a person comes to get done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Task {
    /// Unique within the organisation; short and stable.
    pub id: String,
    /// The service's id.
    pub service: String,
    /// What the service is called.
    pub service_name: Text,
    /// The need, in the user's words.
    pub name: Text,
    /// How long it should take, in minutes.
    pub about_minutes: u16,
    /// How far to go.
    pub mode: AttemptMode,
    /// Where to stop, when the mode says to.
    #[serde(default)]
    pub stop_before: Option<Text>,
    /// "It worked if …": fixed before the walk, so that the answer cannot drift.
    pub worked_if: Text,
    /// The service's address on the web; none means "search for it, as anyone would".
    #[serde(default)]
    pub url: Option<String>,
    /// Local Government Services List id.
    #[serde(default)]
    pub lgsl: Option<u32>,
    /// The steps, at least one.
    pub steps: Vec<Step>,
    /// Situations to walk it in.
    #[serde(default)]
    pub situations: Vec<Situation>,
}

/// One step of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What to do.
    pub name: Text,
    /// One word, for the foot of a chart.
    pub short: Text,
    /// A sentence or two more.
    #[serde(default)]
    pub hint: Text,
    /// The organisation this step crosses to.
    #[serde(default)]
    pub hand_off: Option<String>,
}

/// The person, need and limits a leader walks in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Unique within the task.
    pub id: String,
    /// The need in this situation, in the person's words.
    pub title: Text,
    /// Three to five sentences, to "you".
    pub text: Text,
    /// "Did you get what your mother needs?"
    pub question: Text,
    /// Limits to walk with.
    #[serde(default)]
    pub limits: Vec<Limit>,
}

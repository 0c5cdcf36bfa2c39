//! How it ended: two separate answers, and why not.

use serde::{Deserialize, Serialize};

use super::{FactId, Millis, code_enum};

code_enum! {
    /// Yes, partly or no. "Partly" counts as not met.
    Answer {
        /// Yes.
        Yes = "yes",
        /// Some of it.
        Partly = "partly",
        /// No.
        No = "no",
    }
}

code_enum! {
    /// Why I did not get what I came for.
    WhyNot {
        /// I gave up.
        GaveUp = "gave_up",
        /// An error, or a page that did not work.
        Error = "error",
        /// I was sent elsewhere.
        SentElsewhere = "sent_elsewhere",
        /// I was told I do not qualify.
        NotEligible = "not_eligible",
        /// I stopped on purpose, at the safe place.
        StoppedOnPurpose = "stopped_on_purpose",
    }
}

code_enum! {
    /// "Would someone without your advantages have got through?"
    OthersWould {
        /// Most people would.
        Most = "most",
        /// Some would not.
        SomeNot = "some_not",
        /// Few would.
        Few = "few",
    }
}

code_enum! {
    /// How a step went, asked after coming back.
    StepResult {
        /// I did it.
        Done = "done",
        /// I found some of it, or I am not sure.
        Partly = "partly",
        /// I could not go on.
        Stuck = "stuck",
    }
}

/// The end of a walk: the two outcome answers and the standard questions, each when answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// "Did the service do what it should?" The GDS sense of completion: a correct "you do not qualify" is yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub did_what_it_should: Option<Answer>,
    /// "Did I get what I came for?"
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need_met: Option<Answer>,
    /// Why not, when the need was not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not: Option<WhyNot>,
    /// Single Ease Question, 1 (very difficult) to 7 (very easy).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ease: Option<u8>,
    /// GDS satisfaction, 1 (very dissatisfied) to 5 (very satisfied).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<u8>,
    /// Whether someone without the leader's advantages would have got through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others_would: Option<OthersWould>,
    /// On a re-walk: "They changed it. Did it hold?" Only a walk that names what it walks again has this answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Answer>,
}

/// Something that worked. Asked for every time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrightSpot {
    /// Its first fact.
    pub id: FactId,
    /// The step, counted from 0; `None` for the whole walk.
    pub step: Option<u16>,
    /// The phone's wall clock.
    pub at: Millis,
    /// In the leader's own words; empty when a tap said it all.
    pub note: String,
}

/// What a walk taught its author. Private to the author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// Which question it answers: a code of the app's, such as `least_sure`.
    pub question: String,
    /// The answer.
    pub text: String,
}

/// One thing I will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// What.
    pub text: String,
    /// By when: the end of a day on the phone's calendar, `YYYY-MM-DD`, when said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

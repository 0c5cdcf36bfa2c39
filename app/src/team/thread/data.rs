//! What a thread's page shows, and what is typed there.

use std::fmt;

use super::{Care, Event, Rewalk};
use crate::{
    name::clean,
    walk::{
        Answer, Category, Friction, Severity, Text, ThreadId,
        thread::{Decision, State},
    },
    words::When,
};

/// The most characters a reason may have.
pub const MOST_WHY: usize = 2_000;

/// A thread in few words.
#[derive(Clone, Debug)]
pub struct Head {
    /// Which.
    pub id: ThreadId,
    /// The service's name.
    pub service: Text,
    /// The task's id.
    pub task_id: String,
    /// The task's name.
    pub task: Text,
    /// The step, counted from 0.
    pub step: u16,
    /// The step's name, while the task still has that step.
    pub step_name: Option<Text>,
    /// What gets in the way; `None` for something else.
    pub category: Option<Category>,
    /// How it stands.
    pub state: State,
    /// How often it was felt.
    pub felt: u64,
    /// By how many leaders.
    pub leaders: u64,
    /// When it was felt first.
    pub first: When,
    /// When it was felt last.
    pub last: When,
    /// The worst that was said.
    pub worst: Option<Severity>,
    /// How often somebody saw a risk.
    pub risk: u64,
    /// How often it made somebody contact the service again.
    pub contacted_again: u64,
    /// What the last re-walk answered to "did it hold?", and when.
    pub held: Option<(Answer, When)>,
}

/// A thread, whole.
#[derive(Clone, Debug)]
pub struct ThreadPage {
    /// In few words.
    pub head: Head,
    /// Every time it was felt, newest first; the newest [`ThreadPage::MOST`] of them.
    pub times: Vec<Time>,
    /// The walks that walked it again and say whether the change held, newest first.
    pub rewalks: Vec<Rewalk>,
    /// What happened to it, newest first.
    pub events: Vec<Event>,
    /// What the team does about it beside deciding.
    pub care: Care,
    /// To whom it was offered, newest first, and what came back.
    pub offers: Vec<crate::team::handed::Offered>,
    /// What was typed and could not be used.
    pub typed: Option<TypedDecision>,
    /// True when what was typed was meant for a part of it, which was put together with it meanwhile.
    pub moved: bool,
    /// True when what was to be taken out is nothing, or all of it.
    pub split_wrong: bool,
}

impl ThreadPage {
    /// The most times a page lists. The count beside them is always whole.
    pub const MOST: usize = 100;
}

/// One time it was felt.
#[derive(Clone, Debug)]
pub struct Time {
    /// What was felt.
    pub friction: Friction,
    /// When.
    pub at: When,
    /// The job of whoever felt it, when they chose to appear by it.
    pub by: Option<Text>,
}

/// A day on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What a team decides of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub decision: Decision,
    /// By when it is planned, or until when it is not now.
    pub day: Option<Day>,
    /// Why not now; for any other decision what there is to say.
    pub why: String,
}

/// A decision as it was typed, and why it cannot be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedDecision {
    /// The code of the decision.
    pub decision: String,
    /// The day.
    pub day: String,
    /// The reason.
    pub why: String,
    /// What is wrong with it.
    pub fault: Option<DecisionFault>,
    /// Somebody whom the reason seems to name.
    pub named: Option<String>,
}

/// What is wrong with a decision as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionFault {
    /// Nothing was chosen.
    Nothing,
    /// It needs a day to come.
    NoDay,
    /// It needs a reason.
    NoReason,
    /// This many characters more than [`MOST_WHY`].
    TooLong(usize),
    /// It was put together meanwhile with another, of which something was said already.
    Moved,
    /// Some of it is not with the viewer's services, or no longer is.
    NotHere,
}

impl TypedDecision {
    /// The decision, if it can be taken. `day` reads a day of the calendar, and only one to come.
    ///
    /// # Errors
    /// What is missing, or too much.
    pub fn decided(&self, day: impl Fn(&str) -> Option<Day>) -> Result<Decided, DecisionFault> {
        let decision = Decision::from_code(&self.decision)
            .filter(|it| Self::CHOICES.contains(it))
            .ok_or(DecisionFault::Nothing)?;
        let mut why = self.why.trim().to_owned();
        if clean(&why).is_empty() {
            why.clear();
        }
        let over = why.chars().count().saturating_sub(MOST_WHY);
        if over > 0 {
            return Err(DecisionFault::TooLong(over));
        }
        let names_a_day = matches!(decision, Decision::Planned | Decision::NotNow);
        let day = day(self.day.trim()).filter(|_| names_a_day);
        if names_a_day && day.is_none() {
            return Err(DecisionFault::NoDay);
        }
        if decision == Decision::NotNow && why.is_empty() {
            return Err(DecisionFault::NoReason);
        }
        Ok(Decided { decision, day, why })
    }

    /// What can be chosen, in the order it is shown.
    pub const CHOICES: &'static [Decision] = &[
        Decision::Explained,
        Decision::Accepted,
        Decision::Planned,
        Decision::Changed,
        Decision::RewalkAsked,
        Decision::NotNow,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Day = Day {
        year: 2026,
        month: 6,
        day: 1,
    };

    fn decided(decision: &str, day: &str, why: &str) -> Result<Decided, DecisionFault> {
        let typed = TypedDecision {
            decision: decision.to_owned(),
            day: day.to_owned(),
            why: why.to_owned(),
            fault: None,
            named: None,
        };
        typed.decided(|day| (day == "2026-06-01").then_some(FIRST))
    }

    #[test]
    fn a_plan_names_a_day_and_not_now_a_reason_too() {
        assert_eq!(decided("planned", "", ""), Err(DecisionFault::NoDay));
        let planned = decided("planned", "2026-06-01", "").map(|it| it.day);
        assert_eq!(planned, Ok(Some(FIRST)));
        assert_eq!(
            decided("not_now", "2026-06-01", " "),
            Err(DecisionFault::NoReason)
        );
        assert!(decided("not_now", "2026-06-01", "A new rota").is_ok());
    }

    #[test]
    fn nobody_types_that_it_is_fixed() {
        for code in ["", "confirmed", "half_fixed", "none", "seen"] {
            assert_eq!(decided(code, "", ""), Err(DecisionFault::Nothing), "{code}");
        }
    }

    #[test]
    fn a_day_that_is_not_asked_for_is_not_kept() {
        let changed = decided("changed", "2026-06-01", "").map(|it| it.day);
        assert_eq!(changed, Ok(None));
    }

    #[test]
    fn a_reason_is_never_cut() {
        let long = "ŵ".repeat(MOST_WHY + 2);
        assert_eq!(
            decided("accepted", "", &long),
            Err(DecisionFault::TooLong(2))
        );
    }
}

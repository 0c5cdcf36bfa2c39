//! What waits at a boundary with another organisation, and for how long.

use serde::{Deserialize, Serialize};

use super::{Category, Millis, Text, ThreadId};

/// A day in milliseconds.
const DAY: Millis = 86_400_000;

/// What waits at one boundary, the longest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boundary {
    /// The other organisation's name.
    pub to: Text,
    /// What waits there.
    pub waits: Vec<Wait>,
}

impl Boundary {
    /// For how many days the oldest of it has waited.
    #[must_use]
    pub fn longest(&self) -> i64 {
        self.waits.first().map_or(0, |it| it.days)
    }
}

/// One thread that waits at a boundary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Which.
    pub thread: ThreadId,
    /// The task's id.
    pub task: String,
    /// The task's name.
    pub task_name: Text,
    /// The step, counted from 0.
    pub step: u16,
    /// The step's name; none where it has none, and in what was published before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step_name: Option<Text>,
    /// What gets in the way.
    pub category: Option<Category>,
    /// With whom it is.
    pub at: At,
    /// For how many whole days: since it was offered or, before that, since it was first felt.
    pub days: i64,
}

/// How far a thread at a boundary has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// Nobody there has been asked on this installation.
    NotOffered,
    /// Offered, and not answered.
    Offered,
    /// They look at it.
    Accepted,
    /// They say that it is not theirs.
    NotOurs,
}

/// Whole days between two moments; none for a moment to come.
#[must_use]
pub fn days_since(since: Millis, now: Millis) -> i64 {
    (now.saturating_sub(since) / DAY).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_whole_and_never_less_than_none() {
        assert_eq!(days_since(0, DAY * 3 - 1), 2);
        assert_eq!(days_since(0, DAY * 3), 3);
        assert_eq!(days_since(DAY, 0), 0);
    }
}

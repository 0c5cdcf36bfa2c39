//! What the service team's pages show.

use crate::{
    name::clean,
    walk::{Friction, FrictionId, Millis, Task, Text, ThreadId, Walk, WalkId, Was, code_enum},
    words::When,
};

use super::Picture;

/// The most characters a reply may have.
pub const MOST_REPLY: usize = 2_000;

code_enum! {
    /// How far a service team has come with a friction point.
    State {
        /// Nobody has looked at it yet.
        New = "new",
        /// Somebody has read it.
        Seen = "seen",
        /// Somebody has written to the leader.
        Answered = "answered",
    }
}

/// One friction point, in few words.
#[derive(Clone, Debug)]
pub struct Item {
    /// What was felt. Its clock is the server's.
    pub friction: Friction,
    /// The service's name.
    pub service: Text,
    /// The task's name.
    pub task: Text,
    /// The step's name, while the task still has that step.
    pub step: Option<Text>,
    /// When it was felt.
    pub felt: When,
    /// How far the team has come with it.
    pub state: State,
    /// When its author took it back. Then nothing of what was felt is here but the step and the time.
    pub withdrawn: Option<When>,
}

/// One friction point, whole.
#[derive(Clone, Debug)]
pub struct FrictionPage {
    /// What was felt.
    pub item: Item,
    /// The walk it was felt in.
    pub walk: WalkId,
    /// The thread it is in and how often that was felt; none while its task is unknown, or once it was taken back.
    pub thread: Option<(ThreadId, u64)>,
    /// How far into the walk, by the phone's clock.
    pub into_walk_ms: Option<Millis>,
    /// When a colleague marked it as seen.
    pub seen: Option<When>,
    /// Replies so far, oldest first.
    pub replies: Vec<Answered>,
    /// What was said of it before and is not there any more, oldest first.
    pub changes: Vec<(When, Was)>,
    /// The walk around it.
    pub around: Around,
    /// An id for the next reply, so that sending it twice keeps one.
    pub reply_id: String,
    /// What was typed and could not be sent.
    pub typed: Option<Typed>,
}

/// A reply a colleague has sent.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The reply's id.
    pub id: String,
    /// The colleague's name.
    pub name: String,
    /// When.
    pub at: When,
    /// What it says.
    pub text: String,
    /// When it says "not now": the day, `YYYY-MM-DD`, before which the team does not look at it again.
    pub not_before: Option<String>,
}

/// A reply that could not be sent, kept as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// What was typed.
    pub text: String,
    /// What is wrong with it.
    pub fault: Option<ReplyFault>,
    /// Somebody whom it seems to name.
    pub named: Option<String>,
}

/// A reply that can be sent: not empty, and no longer than [`MOST_REPLY`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyText(String);

impl ReplyText {
    /// What was typed, with plain line breaks, without control characters and without space around it.
    ///
    /// # Errors
    /// When nothing is left, or too much.
    pub fn parse(typed: &str) -> Result<Self, ReplyFault> {
        let plain = typed.replace("\r\n", "\n");
        let kept: String = plain
            .chars()
            .filter(|it| !it.is_control() || *it == '\n')
            .collect();
        let text = kept.trim();
        let over = text.chars().count().saturating_sub(MOST_REPLY);
        // What nobody can see is no text.
        match (clean(text).is_empty(), over) {
            (true, _) => Err(ReplyFault::Empty),
            (false, 0) => Ok(Self(text.to_owned())),
            (false, over) => Err(ReplyFault::TooLong(over)),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyFault {
    /// Nothing was written.
    Empty,
    /// This many characters more than [`MOST_REPLY`].
    TooLong(usize),
}

/// A walk as a service team may see it: nobody's name, no reflection, no words of a commitment.
#[derive(Clone, Debug)]
pub struct Around {
    /// The folded walk, as others may see it.
    pub walk: Walk,
    /// The job of whoever walked it, when they chose to appear by it.
    pub by: Option<Text>,
    /// The task, as it is now.
    pub task: Option<Task>,
    /// When the walk began.
    pub began: When,
    /// The pictures that are here, of all its friction points.
    pub pictures: Vec<Picture>,
    /// What its author took back after it had stood here, in the order it was felt.
    pub withdrawn: Vec<Withdrawn>,
}

/// A friction point or bright spot that its author took back: nothing of what it said.
#[derive(Clone, Debug)]
pub struct Withdrawn {
    /// The friction point it was; `None` for a bright spot.
    pub friction: Option<FrictionId>,
    /// The step, counted from 0. A friction point has one.
    pub step: Option<u16>,
    /// When it was taken back.
    pub on: When,
}

/// One walk, whole.
#[derive(Clone, Debug)]
pub struct WalkPage {
    /// The walk.
    pub around: Around,
    /// The friction point the reader came from, if any.
    pub from: Option<FrictionId>,
}

impl Around {
    /// The name of a step, counted from 0; `None` when the task no longer has it.
    #[must_use]
    pub fn step_name(&self, step: u16) -> Option<&Text> {
        let task = self.task.as_ref()?;
        task.steps.get(usize::from(step)).map(|step| &step.name)
    }

    /// How many steps to show: those of the task, or more if more were touched.
    #[must_use]
    pub fn step_count(&self) -> u16 {
        let touched = self
            .walk
            .steps
            .keys()
            .next_back()
            .map_or(0, |last| last.saturating_add(1));
        let standing = self.walk.frictions.iter().map(|it| it.step);
        let withdrawn = self.withdrawn.iter().filter_map(|it| it.step);
        let felt = standing
            .chain(withdrawn)
            .map(|step| step.saturating_add(1))
            .max()
            .unwrap_or(0);
        // A log may claim any number of steps; no task has so many.
        self.walk
            .step_count()
            .max(touched)
            .max(felt)
            .min(MOST_STEPS)
    }
}

/// The most steps a page shows.
const MOST_STEPS: u16 = 50;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_is_neither_empty_nor_too_long() {
        let parsed = |typed: &str| ReplyText::parse(typed).map(|it| it.0);
        assert_eq!(parsed(" a\r\nb\0 \n"), Ok("a\nb".to_owned()));
        assert_eq!(parsed(" \r\n "), Err(ReplyFault::Empty));
        assert!(parsed(&"ŵ".repeat(MOST_REPLY)).is_ok());
        assert_eq!(
            parsed(&"ŵ".repeat(MOST_REPLY + 3)),
            Err(ReplyFault::TooLong(3))
        );
    }
}

//! What is handed on, to whom, and what became of it.

use crate::{
    name::clean,
    walk::{
        Category, FrictionId, Private, Severity, Text, ThreadId, boundary::Boundary, code_enum,
        thread::State,
    },
    words::When,
};

/// The most characters of what is said along with an offer, or in answer to one.
pub const MOST_SAID: usize = 2_000;
/// How many days a share page stands unless its maker says otherwise.
pub const DAYS: i64 = 30;
/// The most days it may stand.
pub const MOST_DAYS: i64 = 90;

/// All that leaves a team of one of its threads. Who felt it, their walks and photos are not in it.
#[derive(Clone, Debug)]
pub struct Told {
    /// Whose service it is.
    pub organisation: Text,
    /// The service's name.
    pub service: Text,
    /// The task's name.
    pub task: Text,
    /// The step, counted from 0.
    pub step: u16,
    /// The step's name, while the task still has that step.
    pub step_name: Option<Text>,
    /// The organisation the task crosses to at that step or before it.
    pub boundary: Option<Text>,
    /// What gets in the way; `None` for something else.
    pub category: Option<Category>,
    /// The worst that was said.
    pub worst: Option<Severity>,
    /// How often it was felt.
    pub felt: u64,
    /// When it was felt first.
    pub first: When,
    /// When it was felt last.
    pub last: When,
    /// How it stands.
    pub state: State,
    /// The words that were ticked, of those who felt it, while they stand as they were ticked.
    pub words: Vec<String>,
}

/// The page on which a team hands a thread on.
#[derive(Clone, Debug)]
pub struct Sharing {
    /// The thread.
    pub thread: ThreadId,
    /// What goes along in any case; `None` once everything in the thread was taken back.
    pub told: Option<Told>,
    /// Whose words can go along.
    pub choices: Vec<Choice>,
    /// Who takes offers here.
    pub neighbours: Vec<Neighbour>,
    /// What was offered, newest first.
    pub offers: Vec<Offered>,
    /// Share pages, newest first.
    pub packets: Vec<Packet>,
    /// What was typed and could not be used.
    pub typed: Typed,
}

/// Words that can go along.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The friction point and how often it had been described: what the form sends.
    pub value: String,
    /// What they say.
    pub note: String,
    /// What in them may be private.
    pub private: Vec<Private>,
}

/// A service of another organisation that takes offers.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// What the form sends: the organisation's id and the service's, with a slash between.
    pub value: String,
    /// The organisation's name.
    pub organisation: Text,
    /// The service's name.
    pub service: Text,
}

/// What was typed into a form here and could not be used.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// To whom.
    pub to: String,
    /// What is said along.
    pub message: String,
    /// For how many days.
    pub days: String,
    /// What was ticked.
    pub words: Vec<String>,
    /// What is wrong.
    pub fault: Option<Fault>,
    /// Somebody whom the text seems to name.
    pub named: Option<String>,
    /// The page's own id for its forms, so that sending one twice does it once.
    pub form: String,
}

/// What is wrong with a form here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nobody was chosen, or nobody who takes offers.
    Nobody,
    /// They have it already.
    Already,
    /// It was put together with another meanwhile: this page is the whole's.
    Moved,
    /// This many characters more than [`MOST_SAID`].
    TooLong(usize),
    /// Not between one day and [`MOST_DAYS`].
    Days,
    /// No answer was chosen.
    NoAnswer,
}

/// A thread of the team's, offered to another organisation.
#[derive(Clone, Debug)]
pub struct Offered {
    /// Its id.
    pub id: String,
    /// To whom.
    pub to: Text,
    /// Their service.
    pub service: Text,
    /// When.
    pub at: When,
    /// When it was taken back.
    pub taken_back: Option<When>,
    /// False once all that was offered was taken back by those who felt it: then it is over.
    pub left: bool,
    /// What was said along.
    pub message: String,
    /// What they answered, oldest first.
    pub answers: Vec<Answer>,
}

code_enum! {
    /// What the other organisation says.
    Verdict {
        /// It is ours, and we look at it.
        Accepted = "accepted",
        /// It is done, as far as we are concerned.
        Done = "done",
        /// Somebody else has to.
        NotOurs = "not_ours",
    }
}

/// An answer to an offer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// When.
    pub at: When,
    /// What.
    pub verdict: Verdict,
    /// In their own words; may be empty.
    pub text: String,
    /// Who of the reader's own organisation; `None` for the other organisation's people, who have no names here.
    pub name: Option<String>,
}

/// A share page.
#[derive(Clone, Debug)]
pub struct Packet {
    /// Its id. Its address is kept nowhere.
    pub id: String,
    /// When it was made.
    pub made: When,
    /// Who made it; empty for somebody who was erased.
    pub name: String,
    /// Until when it stands.
    pub until: When,
    /// How it stands.
    pub stands: Stands,
    /// How often it was opened.
    pub openings: u64,
    /// When it was opened last.
    pub opened: Option<When>,
}

/// How a share page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Whoever has the address can open it.
    Open,
    /// Its time is over.
    Expired,
    /// Its team ended it.
    Ended,
    /// All that was in it was taken back by those who felt it.
    Empty,
}

/// A share page that was just made: shown once.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its thread.
    pub thread: ThreadId,
    /// The address.
    pub address: String,
    /// Until when.
    pub until: When,
}

/// A thread another organisation offered, in a list.
#[derive(Clone, Debug)]
pub struct ToUs {
    /// The offer's id.
    pub id: String,
    /// What of it is told.
    pub told: Told,
    /// To which of the reader's services.
    pub service: Text,
    /// When.
    pub at: When,
    /// For how many days it has been here.
    pub days: i64,
    /// What was said along.
    pub message: String,
    /// What was answered, oldest first.
    pub answers: Vec<Answer>,
}

impl ToUs {
    /// True while it waits for the reader's team.
    #[must_use]
    pub fn waits(&self) -> bool {
        let last = self.answers.last().map(|it| it.verdict);
        matches!(last, None | Some(Verdict::Accepted))
    }
}

/// What `/team/handed` shows.
#[derive(Clone, Debug, Default)]
pub struct Handed {
    /// What others offered, what waits first.
    pub to_us: Vec<ToUs>,
    /// What of the team's own waits elsewhere, the longest first.
    pub boundaries: Vec<Boundary>,
}

/// What goes along, as the form says it: a friction point and how often it had been described.
#[must_use]
pub fn read_choice(value: &str) -> Option<(FrictionId, i64)> {
    let (id, described) = value.split_once('.')?;
    Some((id.parse().ok()?, described.parse().ok()?))
}

/// What is said along, without space around it.
///
/// # Errors
/// When it is too long.
pub fn read_said(typed: &str) -> Result<String, Fault> {
    let plain = typed.replace("\r\n", "\n");
    let kept: String = plain
        .chars()
        .filter(|it| !it.is_control() || *it == '\n')
        .collect();
    let text = if clean(&kept).is_empty() {
        ""
    } else {
        kept.trim()
    };
    match text.chars().count().saturating_sub(MOST_SAID) {
        0 => Ok(text.to_owned()),
        over => Err(Fault::TooLong(over)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_not_too_long() {
        assert_eq!(read_said(" a\r\nb\0 "), Ok("a\nb".to_owned()));
        assert_eq!(
            read_said(&"ŵ".repeat(MOST_SAID + 2)),
            Err(Fault::TooLong(2))
        );
    }
}

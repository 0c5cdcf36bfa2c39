//! What the page of a leader's own walks shows.

use crate::{
    mine::Own,
    walk::{Answer, Category, Feeling, Severity, Text, WalkId, month::YearMonth, thread::State},
    words::When,
};

/// How many walks stand on one page.
pub const WALKS_A_PAGE: usize = 12;

/// A leader's own walks: of one year, or all of them.
#[derive(Clone, Debug)]
pub struct YearPage {
    /// The one year that was asked for; none for all.
    pub year: Option<i16>,
    /// Every year in which they walked, the newest first.
    pub years: Vec<i16>,
    /// The months in which they walked, the oldest first, with how each walk ended.
    pub months: Vec<(YearMonth, Vec<Option<Answer>>)>,
    /// How many services they walked.
    pub services: usize,
    /// The walks of this page, the newest first.
    pub walks: Vec<OwnWalk>,
    /// Which page of the walks this is, counted from 1.
    pub page: usize,
    /// How many pages there are; at least one.
    pub pages: usize,
}

impl YearPage {
    /// How many walks there are on all pages.
    #[must_use]
    pub fn times(&self) -> usize {
        self.months.iter().map(|(_, walks)| walks.len()).sum()
    }
}

/// One walk, and what became of it.
#[derive(Clone, Debug)]
pub struct OwnWalk {
    /// Which.
    pub id: WalkId,
    /// What was walked; empty while that is not known.
    pub task: Text,
    /// The service; empty while that is not known.
    pub service: Text,
    /// When it counts: when it was finished, else when something was last noted.
    pub at: When,
    /// True once it was finished.
    pub finished: bool,
    /// "Did I get what I came for?"
    pub need_met: Option<Answer>,
    /// What a re-walk found.
    pub held: Option<Answer>,
    /// What it felt like, each feeling once, in the order in which they were first felt.
    pub feelings: Vec<Feeling>,
    /// What worked, in the leader's own words.
    pub worked: Vec<String>,
    /// What got in the way, and how it stands now.
    pub points: Vec<OwnPoint>,
    /// Reflections and the commitment, as far as the server has them.
    pub own: Vec<Own>,
}

/// A friction point of one's own.
#[derive(Clone, Debug)]
pub struct OwnPoint {
    /// What kind, when said.
    pub category: Option<Category>,
    /// How much, when said.
    pub severity: Option<Severity>,
    /// The step's name; empty while the task is not known.
    pub step: Text,
    /// How its thread stands; none while nobody answers for it.
    pub state: Option<State>,
    /// How often the team replied to it.
    pub replies: usize,
}

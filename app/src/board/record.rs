//! A published month: what of its page is kept for good.
//!
//! It holds counts and what services were called, no sentence that anybody wrote and no walk. Of those it holds only
//! *commitments*: whoever has the sentence and its salt can show that it stood there, and once both are gone nobody
//! can say what it was.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::walk::boundary::Boundary;
use crate::walk::month::{Month, Said, SaidAs, YearMonth};
use crate::walk::{Category, Millis, WalkId};

use super::Names;

/// How this program writes a record down. A later one may add to it.
pub const RECORD_FORMAT: u16 = 1;

/// A published month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// [`RECORD_FORMAT`] when it was published.
    pub format: u16,
    /// The organisation's id.
    pub organisation: String,
    /// Its place in the organisation's chain, counted from 1, in the order of publishing.
    pub sequence: u32,
    /// Which version of its month, counted from 1.
    pub version: u32,
    /// Which month.
    pub month: YearMonth,
    /// The time zone whose calendar the month is of.
    pub zone: String,
    /// The first instant of the month. Milliseconds since 1970, as every time here.
    pub from: Millis,
    /// The first instant after it.
    pub to: Millis,
    /// When it was counted.
    pub counted_at: Millis,
    /// When it was published.
    pub published_at: Millis,
    /// The program that counted it, such as `firsthand 0.3.0`.
    pub software: String,
    /// The hash of the record before it in the chain; none for the first.
    pub previous: Option<String>,
    /// The hash of the version it corrects; none for version 1.
    pub corrects: Option<String>,
    /// How many finished walks came after the version before it.
    pub late: u64,
    /// The figures.
    pub counts: Month,
    /// What services, tasks and steps were called then.
    pub names: Names,
    /// What waited at a boundary then. A correction has it from the version it corrects: the month's figures are counted
    /// anew, what waits on the day of the correction is nothing of that month.
    pub waiting: Vec<Boundary>,
    /// When that waited, where it was not when this was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_at: Option<Millis>,
    /// What stood beside what gets in the way.
    pub beside: Vec<StoodBeside>,
    /// A commitment to each sentence on the page, in the order of their positions.
    pub said: Vec<String>,
    /// A commitment to each walk that was counted, in the order of the commitments themselves.
    pub walks: Vec<String>,
}

/// What a service team said of one thing that gets in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoodBeside {
    /// The task's id.
    pub task: String,
    /// The step, counted from 0.
    pub step: u16,
    /// What gets in the way.
    pub category: Category,
    /// The position of the team's view among the sentences, when it had put one.
    pub view: Option<u32>,
    /// Until when it could put one, while it could.
    pub open_until: Option<Millis>,
}

/// What is committed to of a sentence: all that is known of it but its author.
#[derive(Debug, Serialize)]
pub struct SaidSeal<'a> {
    is: SaidAs,
    en: &'a str,
    cy: &'a str,
    task: &'a str,
    step: Option<u16>,
    at: Millis,
}

/// What is committed to of a walk.
#[derive(Debug, Serialize)]
pub struct WalkSeal {
    /// Which.
    pub walk: WalkId,
    /// True when it was finished then.
    pub finished: bool,
}

impl<'a> SaidSeal<'a> {
    /// Of this sentence; none once it was taken back.
    #[must_use]
    pub fn of(said: &'a Said) -> Option<Self> {
        let text = said.text.as_ref()?;
        Some(Self {
            is: said.is,
            en: &text.en,
            cy: &text.cy,
            task: &said.task,
            step: said.step,
            at: said.at,
        })
    }
}

impl Record {
    /// When what waits at a boundary was looked at. Milliseconds since 1970.
    #[must_use]
    pub fn waited_at(&self) -> Millis {
        self.waiting_at.unwrap_or(self.published_at)
    }

    /// True when the other says the same: the figures, what things were called and what stood beside them. When and
    /// after what it was published, and for how many days things wait by then, make no other month of it.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let beside = |record: &Self| -> BTreeMap<(String, u16, Category), bool> {
            let place = |it: &StoodBeside| {
                let key = (it.task.clone(), it.step, it.category);
                (key, it.view.is_some())
            };
            record.beside.iter().map(place).collect()
        };
        self.month == other.month
            && self.counts == other.counts
            && self.names == other.names
            && beside(self) == beside(other)
    }
}

/// A hash as people compare it: the first 16 of its digits, in fours.
#[must_use]
pub fn fingerprint(hash: &str) -> String {
    let digits: Vec<char> = hash.chars().take(16).collect();
    let fours = digits.chunks(4).map(|four| four.iter().collect::<String>());
    fours.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_in_fours() {
        let hash = "7c1e09d2a94f33b0ffffffffffffffff";
        assert_eq!(fingerprint(hash), "7c1e 09d2 a94f 33b0");
        assert_eq!(fingerprint("7c1"), "7c1");
    }
}

//! What walks add to their month: a multiset of small things that are counted.
//!
//! A walk's part is worked out from the walk alone, so that a month can be kept by adding what a walk says now and
//! taking away what it said before. Nothing here depends on the order in which walks come.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Attempt, Ending, Felt, hand_off::gravest_there};
use crate::walk::{Answer, Category, OthersWould, Severity};

const MINUTE_MS: i64 = 60_000;

/// One thing that is counted. A walk adds some of these to its month.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// A walk not finished.
    Unfinished,
    /// A finished walk that its leader stopped on purpose: no attempt.
    StoppedOnPurpose,
    /// A walk finished by the leader with this id.
    FinishedBy(String),
    /// An attempt: how it ended, whether it crossed to another organisation, whether a commitment was made after it.
    Attempt(Ending, bool, bool),
    /// An attempt's answer to "did the service do what it should?"
    DidShould(Answer),
    /// Its answer to the Single Ease Question, as given.
    Ease(u8),
    /// Its GDS satisfaction, as given.
    Satisfaction(u8),
    /// Its answer to "would someone without your advantages have got through?"
    OthersWould(OthersWould),
    /// How many whole minutes it took, and whether the need was met.
    Took(u64, bool),
    /// Its crossing to another organisation.
    HandOff(Crossed),
    /// A friction point: what it did, its category, whether it made someone contact the organisation again.
    Friction(Option<Severity>, Option<Category>, bool),
    /// A friction point at this place.
    Felt(Place),
    /// The same, and what it did.
    FeltAs(Place, Option<Severity>),
    /// The same, and the id of the leader who felt it.
    FeltBy(Place, String),
    /// A bright spot.
    Bright,
}

/// Where the same friction is felt again and again: task, step counted from 0, main category.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place(pub String, pub u16, pub Category);

/// How an attempt crossed to another organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Crossed {
    /// True when it got through there.
    pub through: bool,
    /// The task's id.
    pub task: String,
    /// The other organisation's name.
    pub to: String,
    /// The service's id.
    pub service: String,
    /// The gravest friction at the crossing or after it, if any was felt.
    pub friction: Option<(Option<Category>, Option<Severity>)>,
}

/// How often each thing is there. What is there no more is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<(Counted, i64)>", into = "Vec<(Counted, i64)>")]
pub struct Tally(BTreeMap<Counted, i64>);

/// Where a count is kept: three short texts, the same for the same thing. What is asked for by its place alone has the
/// place apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// What is counted; one of [`Cell::OF_A_MONTH`], [`Cell::FELT`], [`Cell::FELT_AS`], [`Cell::FELT_BY`].
    pub measure: &'static str,
    /// The place as JSON, when only one place's counts are asked for; else empty.
    pub place: String,
    /// Which, as JSON; empty when there is only one.
    pub value: String,
}

impl Tally {
    /// What one walk adds, with its friction points and how many bright spots were noted in it.
    #[must_use]
    pub fn of(walk: &Attempt, felt: &[Felt], bright_spots: usize) -> Self {
        let mut tally = Self::default();
        tally.add_walk(walk);
        if walk.counts() {
            tally.add_attempt(walk, felt);
        }
        for point in felt {
            tally.add_felt(point, &walk.author);
        }
        tally.put(Counted::Bright, i64::try_from(bright_spots).unwrap_or(0));
        tally
    }

    /// Adds another one's counts.
    pub fn add(&mut self, other: &Self) {
        for (counted, n) in &other.0 {
            self.put(counted.clone(), *n);
        }
    }

    /// Takes another one's counts away.
    pub fn subtract(&mut self, other: &Self) {
        for (counted, n) in &other.0 {
            self.put(counted.clone(), n.saturating_neg());
        }
    }

    /// Adds one thing so many times.
    pub fn put(&mut self, counted: Counted, n: i64) {
        let now = self.get(&counted).saturating_add(n);
        if now == 0 {
            self.0.remove(&counted);
        } else {
            self.0.insert(counted, now);
        }
    }

    /// How often something is there.
    #[must_use]
    pub fn get(&self, counted: &Counted) -> i64 {
        self.0.get(counted).copied().unwrap_or(0)
    }

    /// Everything with how often it is there, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Counted, i64)> {
        self.0.iter().map(|(counted, n)| (counted, *n))
    }

    fn add_walk(&mut self, walk: &Attempt) {
        if !walk.finished {
            return self.put(Counted::Unfinished, 1);
        }
        self.put(Counted::FinishedBy(walk.author.clone()), 1);
        if walk.stopped_on_purpose() {
            self.put(Counted::StoppedOnPurpose, 1);
        }
    }

    fn add_attempt(&mut self, walk: &Attempt, felt: &[Felt]) {
        let crossed = walk.crossing.is_some();
        let minutes = u64::try_from(walk.spent_ms / MINUTE_MS).unwrap_or(0);
        self.put(Counted::Attempt(walk.ending(), crossed, walk.committed), 1);
        self.put(Counted::Took(minutes, walk.met()), 1);
        let answers = [
            walk.did_should.map(Counted::DidShould),
            walk.ease.map(Counted::Ease),
            walk.satisfaction.map(Counted::Satisfaction),
            walk.others_would.map(Counted::OthersWould),
        ];
        for answer in answers.into_iter().flatten() {
            self.put(answer, 1);
        }
        if let Some(crossing) = &walk.crossing {
            let crossed = Crossed {
                through: crossing.through,
                task: walk.task.clone(),
                to: crossing.to.clone(),
                service: walk.service.clone(),
                friction: gravest_there(crossing, felt),
            };
            self.put(Counted::HandOff(crossed), 1);
        }
    }

    fn add_felt(&mut self, point: &Felt, author: &str) {
        let again = point.contacted_again;
        self.put(Counted::Friction(point.severity, point.category, again), 1);
        if let Some(category) = point.category {
            let place = Place(point.task.clone(), point.step, category);
            self.put(Counted::Felt(place.clone()), 1);
            self.put(Counted::FeltAs(place.clone(), point.severity), 1);
            self.put(Counted::FeltBy(place, author.to_owned()), 1);
        }
    }
}

impl From<Vec<(Counted, i64)>> for Tally {
    fn from(all: Vec<(Counted, i64)>) -> Self {
        let mut tally = Self::default();
        for (counted, n) in all {
            tally.put(counted, n);
        }
        tally
    }
}

impl From<Tally> for Vec<(Counted, i64)> {
    fn from(tally: Tally) -> Self {
        tally.0.into_iter().collect()
    }
}

impl Cell {
    /// The measures that a month's figures are made of. There are few of each, however many walks there were.
    pub const OF_A_MONTH: [&'static str; 12] = [
        "unfinished",
        "stopped_on_purpose",
        "finished_by",
        Self::ATTEMPT,
        "did_should",
        "ease",
        "satisfaction",
        "others_would",
        "took",
        "hand_off",
        "friction",
        "bright",
    ];
    /// Those of them that a [`super::Short`] is made of.
    pub const OF_A_SHORT: [&'static str; 5] = [
        "unfinished",
        Self::ATTEMPT,
        "did_should",
        "took",
        "friction",
    ];
    /// How attempts ended.
    pub const ATTEMPT: &'static str = "attempt";
    /// How often friction was felt at each place; the place is the value.
    pub const FELT: &'static str = "felt";
    /// What it did, place by place.
    pub const FELT_AS: &'static str = "felt_as";
    /// By whom, place by place.
    pub const FELT_BY: &'static str = "felt_by";
}

impl Counted {
    /// Where its count is kept.
    #[must_use]
    pub fn cell(&self) -> Cell {
        let cell = |measure, value| Cell {
            measure,
            place: String::new(),
            value,
        };
        let at = |measure, place: &Place, value| Cell {
            measure,
            place: place.written(),
            value,
        };
        match self {
            Self::Unfinished => cell("unfinished", String::new()),
            Self::StoppedOnPurpose => cell("stopped_on_purpose", String::new()),
            Self::FinishedBy(leader) => cell("finished_by", leader.clone()),
            Self::Attempt(ending, crossed, committed) => {
                cell(Cell::ATTEMPT, written(&(ending, crossed, committed)))
            }
            Self::DidShould(answer) => cell("did_should", written(answer)),
            Self::Ease(level) => cell("ease", written(level)),
            Self::Satisfaction(level) => cell("satisfaction", written(level)),
            Self::OthersWould(answer) => cell("others_would", written(answer)),
            Self::Took(minutes, met) => cell("took", written(&(minutes, met))),
            Self::HandOff(crossed) => cell("hand_off", written(crossed)),
            Self::Friction(severity, category, again) => {
                cell("friction", written(&(severity, category, again)))
            }
            Self::Felt(place) => cell(Cell::FELT, place.written()),
            Self::FeltAs(place, severity) => at(Cell::FELT_AS, place, written(severity)),
            Self::FeltBy(place, leader) => at(Cell::FELT_BY, place, leader.clone()),
            Self::Bright => cell("bright", String::new()),
        }
    }

    /// What is counted there; `None` when this version does not know.
    #[must_use]
    pub fn in_cell(measure: &str, place: &str, value: &str) -> Option<Self> {
        Some(match measure {
            "unfinished" => Self::Unfinished,
            "stopped_on_purpose" => Self::StoppedOnPurpose,
            "finished_by" => Self::FinishedBy(value.to_owned()),
            Cell::ATTEMPT => {
                let (ending, crossed, committed) = read(value)?;
                Self::Attempt(ending, crossed, committed)
            }
            "did_should" => Self::DidShould(read(value)?),
            "ease" => Self::Ease(read(value)?),
            "satisfaction" => Self::Satisfaction(read(value)?),
            "others_would" => Self::OthersWould(read(value)?),
            "took" => {
                let (minutes, met) = read(value)?;
                Self::Took(minutes, met)
            }
            "hand_off" => Self::HandOff(read(value)?),
            "friction" => {
                let (severity, category, again) = read(value)?;
                Self::Friction(severity, category, again)
            }
            Cell::FELT => Self::Felt(read(value)?),
            Cell::FELT_AS => Self::FeltAs(read(place)?, read(value)?),
            Cell::FELT_BY => Self::FeltBy(read(place)?, value.to_owned()),
            "bright" => Self::Bright,
            _ => return None,
        })
    }
}

impl Place {
    /// As JSON, as [`Cell`]s have it.
    #[must_use]
    pub fn written(&self) -> String {
        written(self)
    }
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

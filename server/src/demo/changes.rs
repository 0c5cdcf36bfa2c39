//! What the teams of the demonstration decide, and who walks it again.

use std::collections::BTreeMap;

use app::{
    team::{Day, Decided},
    walk::{
        Answer, Category, FrictionId, Lang, Millis, OthersWould, Severity, Task, thread::Decision,
    },
};
use jiff::{Timestamp, tz::TimeZone};
use serde::Deserialize;

use super::{
    attempt::{Again, Attempt, Felt},
    content::COUNCIL,
    timeline::{Event, What},
    told::takes_the_place,
};

const CHANGES: &str = include_str!("../../demo/changes.json");
const DAY: Millis = 86_400_000;
const HOUR: Millis = 3_600_000;

/// The first friction felt at each place: task, step counted from 0, category.
pub(super) type FirstFelt = BTreeMap<(String, u16, Category), FrictionId>;

/// What became of one thing that gets in the way.
#[derive(Deserialize)]
pub(super) struct Change {
    task: String,
    /// Counted from 1.
    step: u16,
    category: Category,
    /// None for what is told elsewhere.
    felt: Option<By>,
    decided: Vec<Said>,
    again: Option<WalkedAgain>,
}

/// A day of the year that is told: the month counted from 0, 12 is the present one.
#[derive(Clone, Copy, Deserialize)]
struct On {
    month: usize,
    day: i64,
}

#[derive(Deserialize)]
struct By {
    #[serde(flatten)]
    on: On,
    leader: usize,
}

#[derive(Deserialize)]
struct Said {
    #[serde(flatten)]
    on: On,
    decision: Decision,
    by: Option<On>,
    why: String,
}

#[derive(Deserialize)]
struct WalkedAgain {
    #[serde(flatten)]
    walked: By,
    held: Answer,
}

impl Change {
    pub(super) fn read() -> Result<Vec<Self>, serde_json::Error> {
        serde_json::from_str(CHANGES)
    }

    /// Has it felt, and walked again: in an attempt that is told of that task in that month, else in one that takes the
    /// place of one that ended alike.
    pub(super) fn plant<'a>(
        &self,
        attempts: &mut [Attempt<'a>],
        tasks: &'a [Task],
        months: &[Millis; 13],
    ) {
        let Some(task) = tasks.iter().find(|it| it.id == self.task) else {
            return;
        };
        let felt = Felt {
            step: self.step - 1,
            category: self.category,
            severity: Severity::Slowed,
        };
        let attempt = |by: &By, felt| Attempt {
            leader: by.leader,
            task,
            starts_at: by.on.at(months),
            minutes: 11,
            need_met: Answer::Yes,
            others_would: OthersWould::SomeNot,
            felt,
            lang: Lang::En,
            again: None,
            told: true,
        };
        if let Some(by) = &self.felt {
            takes_the_place(attempts, attempt(by, vec![felt]), by.on.month, months);
        }
        let Some(WalkedAgain { walked, held }) = &self.again else {
            return;
        };
        let again = Some(Again {
            step: self.step - 1,
            category: self.category,
            held: *held,
        });
        let day = walked.on.at(months);
        let told = |it: &&mut Attempt<'_>| {
            it.task.id == self.task && (day - DAY..day + DAY).contains(&it.starts_at)
        };
        match attempts.iter_mut().find(told) {
            Some(told) => told.again = again,
            None => {
                let attempt = Attempt {
                    again,
                    ..attempt(walked, Vec::new())
                };
                takes_the_place(attempts, attempt, walked.on.month, months);
            }
        }
    }

    /// What the team decides, on its days.
    pub(super) fn decided(
        &self,
        tasks: &[Task],
        felt: &FirstFelt,
        months: &[Millis; 13],
    ) -> Vec<Event> {
        let place = (self.task.clone(), self.step - 1, self.category);
        let task = tasks.iter().find(|it| it.id == self.task);
        let (Some(task), Some(friction)) = (task, felt.get(&place)) else {
            return Vec::new();
        };
        let event = |said: &Said| Event {
            at: said.on.at(months),
            organisation: COUNCIL,
            what: What::Decided {
                service: task.service.clone(),
                friction: *friction,
                decided: Decided {
                    decision: said.decision,
                    day: said.by.and_then(|on| on.date(months)),
                    why: said.why.clone(),
                },
            },
        };
        self.decided.iter().map(event).collect()
    }
}

impl On {
    /// At ten o'clock or eleven, whatever the season.
    fn at(self, months: &[Millis; 13]) -> Millis {
        months[self.month.min(12)] + (self.day - 1) * DAY + 10 * HOUR
    }

    fn date(self, months: &[Millis; 13]) -> Option<Day> {
        let at = Timestamp::from_millisecond(self.at(months)).ok()?;
        let date = at.to_zoned(TimeZone::UTC).date();
        Some(Day {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        })
    }
}

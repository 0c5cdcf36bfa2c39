//! What the pages of a journey show, and the addresses within them.

use std::str::FromStr;

use crate::{
    address::encoded,
    walk::{
        Category, FrictionId, Lang, Severity, Task, Text, WalkId,
        journey::{Map, Trace, Which},
    },
    words::{When, dates},
};

use super::Day;

/// Which days are asked for. What is `None` is not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Asked {
    /// From this day on.
    pub from: Option<Day>,
    /// Up to this day, and with it.
    pub to: Option<Day>,
    /// Before this day, and from it on.
    pub split: Option<Day>,
    /// True when a day could not be read, or is in no year that counts, and was left out.
    pub odd: bool,
    /// True when the days begin after today.
    pub to_come: bool,
}

/// Before a change, or from it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Before the day.
    Before,
    /// From the day on.
    After,
}

/// Every task of the viewer's services.
#[derive(Clone, Debug, Default)]
pub struct Journeys {
    /// The tasks, service by service.
    pub tasks: Vec<Listed>,
}

/// One task in the list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The task's id.
    pub id: String,
    /// The service's name.
    pub service: Text,
    /// The task's name.
    pub name: Text,
    /// How many walks its map is drawn from.
    pub walks: u64,
    /// When the newest of them counts.
    pub newest: Option<When>,
}

/// The map of a task.
#[derive(Clone, Debug)]
pub struct JourneyPage {
    /// The task, as it is now.
    pub task: Task,
    /// Who runs the steps that cross to nobody else.
    pub organisation: Text,
    /// Which days are asked for.
    pub asked: Asked,
    /// One, or two when something changed in between: before and after.
    pub sides: Vec<Side>,
    /// The first and the last walk there are in these days.
    pub span: Option<(When, When)>,
}

/// One map, and what is heard in it.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// Before or after; `None` when nothing is compared.
    pub part: Option<Part>,
    /// The figures.
    pub map: Map,
    /// When each of its [`Map::each`] counts.
    pub days: Vec<When>,
    /// What was said of friction, by step.
    pub said: Vec<Vec<Said>>,
    /// What was said to have worked, by step.
    pub worked: Vec<Vec<Worked>>,
}

/// What somebody wrote about friction.
#[derive(Clone, Debug)]
pub struct Said {
    /// The friction point.
    pub friction: FrictionId,
    /// Its category.
    pub category: Option<Category>,
    /// What it did.
    pub severity: Option<Severity>,
    /// In the leader's own words.
    pub note: String,
}

/// What somebody wrote about something that worked.
#[derive(Clone, Debug)]
pub struct Worked {
    /// The walk.
    pub walk: WalkId,
    /// In the leader's own words.
    pub note: String,
}

/// The walks behind a mark.
#[derive(Clone, Debug)]
pub struct JourneyWalks {
    /// The task, as it is now.
    pub task: Task,
    /// Which days are asked for.
    pub asked: Asked,
    /// Which side of a change.
    pub part: Option<Part>,
    /// Which walks.
    pub which: Which,
    /// The newest of them, with when they count, the newest first.
    pub walks: Vec<(Trace, When)>,
    /// How many there are.
    pub all: usize,
}

impl Day {
    /// "1 October 2025".
    #[must_use]
    pub fn said(self, lang: Lang) -> String {
        dates::day_month_year(lang, self.day, self.month, self.year)
    }
}

impl Part {
    /// What it is in an address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }
}

impl FromStr for Part {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        match code {
            "before" => Ok(Self::Before),
            "after" => Ok(Self::After),
            _ => Err(()),
        }
    }
}

impl Asked {
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let days = [("from", self.from), ("to", self.to), ("split", self.split)];
        let days = days.into_iter();
        days.filter_map(|(name, day)| Some((name, day?.to_string())))
            .collect()
    }

    /// The address of a task's map for these days.
    #[must_use]
    pub fn href(&self, task: &str) -> String {
        address(task, "", self.pairs())
    }

    /// The address of what the task costs, of the same days.
    #[must_use]
    pub fn cost(&self, task: &str) -> String {
        let days = Self {
            split: None,
            ..*self
        };
        address(task, "/cost", days.pairs())
    }

    /// The address of the walks behind a mark.
    #[must_use]
    pub fn walks(&self, task: &str, part: Option<Part>, which: &Which) -> String {
        let mut pairs = self.pairs();
        pairs.extend(part.map(|part| ("part", part.code().to_owned())));
        pairs.extend(which.pairs());
        address(task, "/walks", pairs)
    }
}

fn address(task: &str, place: &str, pairs: Vec<(&'static str, String)>) -> String {
    let written = pairs
        .iter()
        .map(|(name, value)| [name, "=", &encoded(value)].concat());
    let query = written.collect::<Vec<_>>().join("&");
    let mark = if query.is_empty() { "" } else { "?" };
    ["/team/journey/", &encoded(task), place, mark, &query].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::journey::What;

    #[test]
    fn days_and_marks_travel_in_the_address() {
        let day = |month| {
            Some(Day {
                year: 2025,
                month,
                day: 1,
            })
        };
        let asked = Asked {
            from: day(8),
            to: None,
            split: day(10),
            odd: true,
            to_come: false,
        };
        assert_eq!(
            asked.href("a b/c"),
            "/team/journey/a%20b%2Fc?from=2025-08-01&split=2025-10-01"
        );
        assert_eq!(Asked::default().href("ramp"), "/team/journey/ramp");
        let which = Which {
            what: Some(What::Stopped),
            step: Some(2),
            ..Which::default()
        };
        assert_eq!(
            asked.walks("ramp", Some(Part::After), &which),
            "/team/journey/ramp/walks?from=2025-08-01&split=2025-10-01&part=after&what=stopped&step=3"
        );
    }
}

//! Which month.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A month of the calendar, written `YYYY-MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct YearMonth {
    year: i16,
    month: u8,
}

impl YearMonth {
    /// The month, if there is one: years 1970 to 9998, months 1 to 12.
    #[must_use]
    pub fn new(year: i16, month: u8) -> Option<Self> {
        let there_is = (1970..=9998).contains(&year) && (1..=12).contains(&month);
        there_is.then_some(Self { year, month })
    }

    /// The year, such as 2025.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The month before; the very first has none.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        match self.month {
            1 => Self::new(self.year - 1, 12),
            month => Self::new(self.year, month - 1),
        }
    }

    /// The month after; the very last has none.
    #[must_use]
    pub fn after(self) -> Option<Self> {
        match self.month {
            12 => Self::new(self.year + 1, 1),
            month => Self::new(self.year, month + 1),
        }
    }

    /// This month and those before it, `count` in all, oldest first.
    #[must_use]
    pub fn last(self, count: usize) -> Vec<Self> {
        let back = std::iter::successors(Some(self), |month| month.before());
        let mut months: Vec<Self> = back.take(count).collect();
        months.reverse();
        months
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchMonth;

impl fmt::Display for NoSuchMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a month is written YYYY-MM")
    }
}

impl FromStr for YearMonth {
    type Err = NoSuchMonth;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, month) = text.split_once('-').ok_or(NoSuchMonth)?;
        let digits =
            |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(NoSuchMonth);
        }
        let year = year.parse().map_err(|_| NoSuchMonth)?;
        let month = month.parse().map_err(|_| NoSuchMonth)?;
        Self::new(year, month).ok_or(NoSuchMonth)
    }
}

impl From<YearMonth> for String {
    fn from(month: YearMonth) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for YearMonth {
    type Error = NoSuchMonth;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

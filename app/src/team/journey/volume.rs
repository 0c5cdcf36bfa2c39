//! What the page of a task's cost shows, and what its form takes.

use crate::{
    walk::{
        Task, Text,
        journey::{Lost, MOST_A_YEAR, Volume},
    },
    words::When,
};

use super::Asked;

/// The most characters the source of a volume may have.
pub const MOST_SOURCE: usize = 300;

/// What a task costs people in a year.
#[derive(Clone, Debug)]
pub struct CostPage {
    /// The task, as it is now.
    pub task: Task,
    /// Whose it is.
    pub organisation: Text,
    /// Which days are asked for; a change in between is not.
    pub asked: Asked,
    /// The first and the last walk there are in these days.
    pub span: Option<(When, When)>,
    /// What the walks say.
    pub lost: Lost,
    /// What the team entered, the newest year first.
    pub volumes: Vec<Entered>,
    /// The year it is.
    pub this_year: i16,
    /// What was typed and not taken.
    pub typed: Option<TypedVolume>,
}

/// A year's volume, as it was entered.
#[derive(Clone, Debug)]
pub struct Entered {
    /// What was entered.
    pub it: NewVolume,
    /// When.
    pub at: When,
}

/// How many people do a task in a year, and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVolume {
    /// The year.
    pub year: i16,
    /// From and to.
    pub volume: Volume,
    /// Where the number comes from.
    pub source: String,
}

/// The form, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct TypedVolume {
    /// The year.
    pub year: String,
    /// At least.
    pub low: String,
    /// At most.
    pub high: String,
    /// Where the number comes from.
    pub source: String,
    /// What is wrong with it.
    pub faults: Vec<VolumeFault>,
    /// Somebody whom the source seems to name.
    pub named: Option<String>,
}

/// What is wrong with a volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VolumeFault {
    /// Not a year from 2000 to 2100.
    Year,
    /// No number from 1 to [`MOST_A_YEAR`].
    Low,
    /// The same.
    High,
    /// The most is fewer than the least.
    Order,
    /// No source.
    NoSource,
    /// A source longer than [`MOST_SOURCE`].
    LongSource,
}

impl TypedVolume {
    /// Reads it. Commas and spaces inside numbers are left out.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(&self) -> Result<NewVolume, Vec<VolumeFault>> {
        let mut faults = Vec::new();
        let mut or_fault = |number: Option<u64>, fault| {
            faults.extend(number.is_none().then_some(fault));
            number.unwrap_or_default()
        };
        let year = self.year.trim().parse::<i16>().ok();
        let year = year.filter(|year| (2000..=2100).contains(year));
        or_fault(year.map(|_| 0), VolumeFault::Year);
        let low = or_fault(number(&self.low), VolumeFault::Low);
        let high = or_fault(number(&self.high), VolumeFault::High);
        let source = self.source.trim().to_owned();
        let length = source.chars().count();
        or_fault((length > 0).then_some(0), VolumeFault::NoSource);
        or_fault(
            (length <= MOST_SOURCE).then_some(0),
            VolumeFault::LongSource,
        );
        if faults.is_empty() && high < low {
            faults.push(VolumeFault::Order);
        }
        match year {
            Some(year) if faults.is_empty() => Ok(NewVolume {
                year,
                volume: Volume { low, high },
                source,
            }),
            _ => Err(faults),
        }
    }
}

impl From<&NewVolume> for TypedVolume {
    fn from(it: &NewVolume) -> Self {
        Self {
            year: it.year.to_string(),
            low: it.volume.low.to_string(),
            high: it.volume.high.to_string(),
            source: it.source.clone(),
            ..Self::default()
        }
    }
}

fn number(typed: &str) -> Option<u64> {
    let digits: String = typed
        .chars()
        .filter(|it| !it.is_whitespace() && *it != ',')
        .collect();
    let number = digits.parse().ok()?;
    (1..=MOST_A_YEAR).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(year: &str, low: &str, high: &str, source: &str) -> TypedVolume {
        TypedVolume {
            year: year.into(),
            low: low.into(),
            high: high.into(),
            source: source.into(),
            ..TypedVolume::default()
        }
    }

    #[test]
    fn a_range_with_its_source_and_year_is_taken() {
        let read = typed(" 2025 ", "1,200", "1 500", " Web statistics ").read();
        let volume = Volume {
            low: 1_200,
            high: 1_500,
        };
        let expected = NewVolume {
            year: 2025,
            volume,
            source: "Web statistics".into(),
        };
        assert_eq!(read, Ok(expected));
    }

    #[test]
    fn everything_that_is_wrong_is_said() {
        use VolumeFault::{High, LongSource, Low, NoSource, Order, Year};
        for (typed, faults) in [
            (typed("", "", "", " "), vec![Year, Low, High, NoSource]),
            (typed("1999", "0", "-1", "x"), vec![Year, Low, High]),
            (typed("2025", "1.5", "100000001", "x"), vec![Low, High]),
            (typed("2025", "10", "9", "x"), vec![Order]),
            (typed("2025", "1", "1", &"x".repeat(301)), vec![LongSource]),
        ] {
            assert_eq!(typed.read(), Err(faults), "{typed:?}");
        }
    }
}

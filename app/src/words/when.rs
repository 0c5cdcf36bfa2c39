//! A moment, as people say it.

use crate::walk::Lang;

use super::{Common, dates};

/// A moment on an organisation's own calendar and clock. The server makes it; it knows the time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 1 = Monday to 7.
    pub weekday: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// How many midnights ago: 0 = today. Negative for days to come.
    pub days_ago: i32,
}

impl When {
    /// "today at 14:05", "yesterday", "9 September", "9 September 2024" once it is half a year old.
    #[must_use]
    pub fn recently(&self, lang: Lang) -> String {
        let words = Common::of(lang);
        match self.days_ago {
            0 => super::fill(words.today_at, &[("time", &self.time())]),
            1 => words.yesterday.to_owned(),
            2..=182 => dates::day_month(lang, self.day, self.month),
            _ => dates::day_month_year(lang, self.day, self.month, self.year),
        }
    }

    /// "Tuesday 9 September 2025".
    #[must_use]
    pub fn full(&self, lang: Lang) -> String {
        let weekday = dates::weekday_name(lang, self.weekday);
        let date = dates::day_month_year(lang, self.day, self.month, self.year);
        [weekday, " ", &date].concat()
    }

    /// "9 September".
    #[must_use]
    pub fn date(&self, lang: Lang) -> String {
        dates::day_month(lang, self.day, self.month)
    }

    /// "14:05".
    #[must_use]
    pub fn time(&self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_read_as_people_say_them() {
        let at = |days_ago| When {
            year: 2025,
            month: 9,
            day: 9,
            weekday: 2,
            hour: 9,
            minute: 5,
            days_ago,
        };
        let said = |days_ago| at(days_ago).recently(Lang::En).replace('\u{a0}', " ");
        assert_eq!(said(0), "today at 09:05");
        assert_eq!(said(1), "yesterday");
        assert_eq!(said(34), "9 September");
        assert_eq!(said(300), "9 September 2025");
        assert_eq!(
            at(0).full(Lang::Cy).replace('\u{a0}', " "),
            "dydd Mawrth 9 Medi 2025"
        );
    }
}

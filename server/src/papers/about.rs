//! What a file says of itself before its figures: whose month, which version, and the fingerprint of what was published.

use app::{
    board::{
        MonthPage,
        paper::{Stamp, stamp},
    },
    walk::Lang,
    words::{Paper, dates},
};
use serde::Serialize;

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About {
    /// Whose month.
    pub organisation: String,
    /// "October 2025".
    pub month: String,
    /// Which version it shows.
    pub stamp: Stamp,
}

impl About {
    /// Of a month, in this language.
    #[must_use]
    pub fn of(lang: Lang, page: &MonthPage, organisation: &str) -> Self {
        let month = page.month.month;
        Self {
            organisation: organisation.to_owned(),
            month: dates::month_year(lang, month.month(), month.year()),
            stamp: stamp(lang, page),
        }
    }

    /// As rows: what it is, and what it is here.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<[String; 2]> {
        let words = Paper::of(lang);
        let not_yet = || words.not_yet.to_owned();
        let published = &self.stamp.published_at;
        let rows = [
            (words.organisation, self.organisation.clone()),
            (words.month, self.month.clone()),
            (words.version_label, self.stamp.version.clone()),
            (
                words.published_label,
                published.clone().unwrap_or_else(not_yet),
            ),
            (
                words.fingerprint_label,
                self.stamp.fingerprint.clone().unwrap_or_else(not_yet),
            ),
        ];
        rows.map(|(what, value)| [what.to_owned(), value]).into()
    }
}

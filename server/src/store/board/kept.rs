//! Months kept in memory for as long as nothing is written: most of the time a board reads what it read before.

use std::{
    collections::HashMap,
    ops::Deref,
    sync::{Arc, Mutex, PoisonError},
};

use app::{
    board::MonthPage,
    walk::{Lang, Millis, month::YearMonth},
};

use crate::store::version::Version;

/// The most months kept, and the most drawings of each.
const MOST: usize = 16;
const HOUR_MS: Millis = 3_600_000;

/// A month, with what was drawn from it.
#[derive(Debug)]
pub struct KeptMonth {
    page: MonthPage,
    drawn: Mutex<HashMap<(String, &'static str), Arc<str>>>,
}

/// The months of all organisations that were read last.
#[derive(Debug, Default)]
pub(in crate::store) struct Months(Mutex<Kept>);

/// By organisation and month.
type Kept = HashMap<(String, YearMonth), (Stamp, Arc<KeptMonth>)>;

/// What a month was counted from. Another stamp, another count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// What was written.
    pub version: Version,
    /// The month it was then.
    pub this: YearMonth,
    /// The hour it was then, because ages grow.
    pub hour: Millis,
}

impl Stamp {
    pub(super) fn new(version: Version, this: YearMonth, now: Millis) -> Self {
        Self {
            version,
            this,
            hour: now / HOUR_MS,
        }
    }
}

impl Months {
    pub(super) fn get(
        &self,
        organisation: &str,
        month: YearMonth,
        stamp: &Stamp,
    ) -> Option<Arc<KeptMonth>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (then, page) = kept.get(&(organisation.to_owned(), month))?;
        (then == stamp).then(|| page.clone())
    }

    pub(super) fn keep(
        &self,
        organisation: &str,
        month: YearMonth,
        stamp: Stamp,
        page: MonthPage,
    ) -> Arc<KeptMonth> {
        let page = Arc::new(KeptMonth {
            page,
            drawn: Mutex::default(),
        });
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert((organisation.to_owned(), month), (stamp, page.clone()));
        page
    }
}

impl KeptMonth {
    /// The month's page as it was drawn for this person in this language, or drawn now.
    pub fn drawn(
        &self,
        person: &str,
        lang: Lang,
        draw: impl FnOnce(&MonthPage) -> String,
    ) -> Arc<str> {
        let key = (person.to_owned(), lang.code());
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(page) = drawn.get(&key) {
            return page.clone();
        }
        if drawn.len() >= MOST {
            drawn.clear();
        }
        let page: Arc<str> = draw(&self.page).into();
        drawn.insert(key, page.clone());
        page
    }
}

impl Deref for KeptMonth {
    type Target = MonthPage;

    fn deref(&self) -> &MonthPage {
        &self.page
    }
}

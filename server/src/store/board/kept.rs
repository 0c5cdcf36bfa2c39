//! A month that is kept, with what was drawn from it.

use std::{
    collections::HashMap,
    ops::Deref,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use app::{
    board::MonthPage,
    walk::{Lang, month::YearMonth},
};

use crate::store::kept::Kept;

/// The most drawings of each month.
const MOST: usize = 16;

/// A month, with what was drawn from it.
#[derive(Debug)]
pub struct KeptMonth {
    page: MonthPage,
    drawn: Mutex<HashMap<(String, &'static str), Arc<str>>>,
    papers: Mutex<HashMap<&'static str, Arc<[u8]>>>,
    closed: OnceLock<Arc<Self>>,
}

/// The months that were read last, by organisation and month.
pub(in crate::store) type Months = Kept<(String, YearMonth), KeptMonth>;

/// The published months that were read last, by organisation, month and version (none: the newest), and that there is none.
pub(in crate::store) type PublishedMonths =
    Kept<(String, YearMonth, Option<u32>), Option<Arc<KeptMonth>>>;

impl KeptMonth {
    pub(super) fn of(page: MonthPage) -> Self {
        Self {
            page,
            drawn: Mutex::default(),
            papers: Mutex::default(),
            closed: OnceLock::new(),
        }
    }

    /// The same for readers who may not open what is behind the figures.
    #[must_use]
    pub fn closed(&self) -> Arc<Self> {
        let close = || {
            let page = MonthPage {
                opens: false,
                ..self.page.clone()
            };
            Arc::new(Self::of(page))
        };
        self.closed.get_or_init(close).clone()
    }

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

    /// The month's paper in this language, if it was made.
    pub fn paper(&self, lang: Lang) -> Option<Arc<[u8]>> {
        let papers = self.papers.lock().unwrap_or_else(PoisonError::into_inner);
        papers.get(lang.code()).cloned()
    }

    /// Keeps the month's paper in this language.
    pub fn keep_paper(&self, lang: Lang, paper: Vec<u8>) -> Arc<[u8]> {
        let mut papers = self.papers.lock().unwrap_or_else(PoisonError::into_inner);
        papers.entry(lang.code()).or_insert(paper.into()).clone()
    }
}

impl Deref for KeptMonth {
    type Target = MonthPage;

    fn deref(&self) -> &MonthPage {
        &self.page
    }
}

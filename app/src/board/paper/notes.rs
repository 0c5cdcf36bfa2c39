//! The small numbers that stand for links on paper.

use serde::Serialize;

use crate::board::{Filter, MonthPage};
use crate::walk::month::YearMonth;

/// A sentence with the number of its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Noted {
    /// The sentence.
    pub text: String,
    /// The number, when there is evidence.
    pub note: Option<u32>,
    /// The whole address it leads to.
    pub href: String,
}

/// One line of the list the numbers lead to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The number.
    pub note: u32,
    /// What it is of.
    pub what: String,
    /// The whole address.
    pub href: String,
}

/// Numbers them in the order they are asked for.
pub(super) struct Notes {
    address: String,
    /// `.v2`: a paper is of one version, also when it has been corrected since.
    version: String,
    /// For readers who may open what is behind the figures; others get no numbers.
    opens: bool,
    all: Vec<Evidence>,
}

impl Notes {
    /// Of this page, when the organisation's pages begin at this address.
    pub(super) fn of(page: &MonthPage, address: &str) -> Self {
        let version = page.stamp.as_ref().map(|it| format!(".v{}", it.version));
        Self {
            address: address.to_owned(),
            version: version.unwrap_or_default(),
            opens: page.opens,
            all: Vec::new(),
        }
    }

    /// A sentence with the next number, leading to these walks of the month.
    pub(super) fn note(&mut self, text: String, month: YearMonth, behind: &Filter) -> Noted {
        if !self.opens {
            return Noted::plain(text);
        }
        let note = u32::try_from(self.all.len()).unwrap_or(u32::MAX) + 1;
        let below = behind.href(format_args!("{month}{}", self.version));
        let href = [self.address.as_str(), &below].concat();
        self.all.push(Evidence {
            note,
            what: text.clone(),
            href: href.clone(),
        });
        Noted {
            text,
            note: Some(note),
            href,
        }
    }

    pub(super) fn take(&mut self) -> Vec<Evidence> {
        std::mem::take(&mut self.all)
    }
}

impl Noted {
    /// A sentence with nothing behind it.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            note: None,
            href: String::new(),
        }
    }
}

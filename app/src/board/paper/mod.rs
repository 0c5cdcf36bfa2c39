//! A month as it stands on paper: the sentences of the page in its order, its charts as numbers, and for every figure
//! a number that leads to the walks behind it. How it looks is not said here.

mod charts;
mod notes;
mod parts;
mod tables;

use serde::Serialize;

pub use charts::{Axis, Circles, Dot, Line, LinePoint, Pairs, Tick, Tile, Tiles};
pub use notes::{Evidence, Noted};
pub use parts::{Asked, Corrects, Quote, Said, Wording};
pub use tables::{Crossing, FigureRow, InTheWay, Waiting};

use crate::walk::Lang;
use crate::words::{Frozen, Paper as Wordings, fill};

use super::counted::how_counted;
use super::month::name;
use super::opening::headline;
use super::own::Words;
use super::stamp::at as published_at;
use super::{MonthPage, month_title};
use notes::Notes;

/// A month as it stands on paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paper {
    /// The language, as documents name it: `en-GB`, `cy`.
    pub lang: &'static str,
    /// "October 2025: board summary".
    pub title: String,
    /// Whose month.
    pub organisation: String,
    /// "October 2025".
    pub month: String,
    /// Which version, or that it is a draft.
    pub stamp: Stamp,
    /// Where the page is.
    pub address: String,
    /// The outcome in one sentence.
    pub headline: String,
    /// How each attempt ended.
    pub circles: Option<Circles>,
    /// What the attempts that failed had in common.
    pub crossed: Option<Noted>,
    /// Why it corrects the version before, and which figures differ.
    pub corrects: Option<Corrects>,
    /// The secretary's words.
    pub secretary: Vec<Words>,
    /// Need met, month by month.
    pub line: Option<Line>,
    /// Leaders who walked twice.
    pub pairs: Option<Pairs>,
    /// How long it took.
    pub axis: Option<Axis>,
    /// Who else would have got through.
    pub tiles: Option<Tiles>,
    /// What gets in the way most.
    pub in_the_way: Said<InTheWay>,
    /// What was changed, and what a re-walk confirmed.
    pub changed: Option<Said<String>>,
    /// Where attempts cross to another organisation.
    pub hand_over: Option<Said<Crossing>>,
    /// What waits at boundaries.
    pub waiting: Option<Said<Waiting>>,
    /// What leaders answered at the end.
    pub answered: Option<Said<String>>,
    /// What leaders committed to, as far as they share the words.
    pub commitments: Option<Said<Quote>>,
    /// What people agreed to be quoted with.
    pub quotes: Option<Said<Quote>>,
    /// What the board was asked for, and what became of it.
    pub asked: Option<Said<Asked>>,
    /// How the month was counted.
    pub counted: Vec<String>,
    /// Every figure with its meaning.
    pub figures: Vec<FigureRow>,
    /// What the numbers lead to.
    pub evidence: Vec<Evidence>,
    /// What stands beside all that.
    pub wording: Wording,
}

/// Which version of a month a paper shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// True for a published month, which never changes.
    pub published: bool,
    /// "Version 1", or "Draft".
    pub version: String,
    /// ", published 5 November 2025, 09:12", or that it still changes.
    pub when: String,
    /// "5 November 2025, 09:12", once it is.
    pub published_at: Option<String>,
    /// The fingerprint of what was published.
    pub fingerprint: Option<String>,
}

/// Sets a month down for paper. `address` is where the organisation's pages begin, such as `https://walk.example`.
#[must_use]
pub fn paper(lang: Lang, page: &MonthPage, organisation: &str, address: &str) -> Paper {
    let mut notes = Notes::of(page, address);
    let some = page.month.need_met.n() > 0;
    let notes = &mut notes;
    let mut paper = Paper {
        lang: match lang {
            Lang::En => "en-GB",
            Lang::Cy => "cy",
        },
        title: month_title(lang, page.month.month),
        organisation: organisation.to_owned(),
        month: name(lang, page.month.month),
        stamp: stamp(lang, page),
        address: format!("{address}/board/{}", page.month.month),
        headline: headline(lang, page),
        circles: some.then(|| charts::circles(lang, page)).flatten(),
        crossed: parts::crossed(lang, page, notes),
        corrects: parts::corrects(lang, page),
        secretary: parts::secretary(lang, page),
        line: some.then(|| charts::line(lang, page, notes)),
        pairs: some.then(|| charts::pairs(lang, page, notes)),
        axis: some.then(|| charts::axis(lang, page, notes)),
        tiles: some.then(|| charts::tiles(lang, page, notes)),
        in_the_way: tables::in_the_way(lang, page, notes),
        changed: parts::changed(lang, page, notes),
        hand_over: some.then(|| tables::hand_over(lang, page, notes)),
        waiting: tables::waiting(lang, page),
        answered: some.then(|| parts::answered(lang, page, notes)),
        commitments: parts::commitments(lang, page),
        quotes: parts::quotes(lang, page, notes),
        asked: parts::asked(lang, page),
        counted: how_counted(lang, page),
        figures: tables::figure_rows(lang, page),
        evidence: Vec::new(),
        wording: Wording::of(lang),
    };
    paper.evidence = notes.take();
    paper
}

/// Which version the page shows.
#[must_use]
pub fn stamp(lang: Lang, page: &MonthPage) -> Stamp {
    stamp_line(lang, page).unwrap_or_else(|| draft(lang))
}

/// Which version the page shows and when it was published; `None` while it is not.
fn stamp_line(lang: Lang, page: &MonthPage) -> Option<Stamp> {
    let (words, stamp) = (Frozen::of(lang), page.stamp.as_ref()?);
    let at = published_at(lang, words.published_at, &stamp.published_at);
    let version = stamp.version.to_string();
    Some(Stamp {
        published: true,
        version: [words.version_label, " ", &version].concat(),
        when: fill(words.and_published, &[("when", &at)]),
        published_at: Some(at),
        fingerprint: Some(stamp.fingerprint.clone()),
    })
}

fn draft(lang: Lang) -> Stamp {
    let words = Wordings::of(lang);
    Stamp {
        version: words.draft.to_owned(),
        when: fill(", {means}", &[("means", words.draft_means)]),
        ..Stamp::default()
    }
}

//! The parts of a paper that are sentences.

use serde::Serialize;

use crate::board::answers::satisfaction;
use crate::board::opening::sentence;
use crate::board::own::Words;
use crate::board::said::{day, decimal, one_or, share};
use crate::board::spoken::asks;
use crate::board::voices::{each_once, taken_back};
use crate::board::{Boundary, Filter, MonthPage, NeedMet, Question, changes, corrected};
use crate::walk::Lang;
use crate::walk::month::{Said as Written, SaidAs};
use crate::words::{Board, Changed, Drafting, Figures, Paper as Wordings, fill};

use super::notes::{Noted, Notes};

/// A heading, sentences, and rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said<Row> {
    /// The heading.
    pub heading: Noted,
    /// What is said below it.
    pub said: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// What a version corrects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Corrects {
    /// The heading.
    pub heading: Noted,
    /// The secretary's reason, and what the figures are held against.
    pub said: Vec<Words>,
    /// The figures that differ.
    pub rows: Vec<String>,
}

/// Somebody's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The words, in quotation marks.
    pub said: Words,
    /// Where and when.
    pub place: String,
}

/// What the board was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// "Asked of the board", "What became of it".
    pub is: &'static str,
    /// In the words it was asked with.
    pub said: Words,
}

/// What stands beside the figures, in the paper's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wording {
    counted: &'static str,
    every_figure: &'static str,
    figure: &'static str,
    value: &'static str,
    definition: &'static str,
    evidence: &'static str,
    evidence_means: &'static str,
    evidence_at: &'static str,
    fingerprint: &'static str,
    page_of: &'static str,
    what: &'static str,
    open_for: &'static str,
    secretary: &'static str,
    letters: &'static str,
}

impl Wording {
    pub(super) fn of(lang: Lang) -> Self {
        let (board, paper) = (Board::of(lang), Wordings::of(lang));
        Self {
            counted: board.how,
            every_figure: board.every_figure,
            figure: board.figure,
            value: board.value,
            definition: board.definition,
            evidence: paper.evidence,
            evidence_means: paper.evidence_means,
            evidence_at: paper.evidence_at,
            fingerprint: paper.fingerprint,
            page_of: paper.page_of,
            what: board.kind,
            open_for: paper.open_for,
            secretary: paper.secretary,
            letters: paper.letters,
        }
    }
}

pub(super) fn crossed(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Option<Noted> {
    let behind = Filter {
        need: Some(NeedMet::Not),
        boundary: Some(Boundary::Crossed),
        ..Filter::default()
    };
    sentence(lang, page.month.not_met_crossed)
        .map(|text| notes.note(text, page.month.month, &behind))
}

pub(super) fn secretary(lang: Lang, page: &MonthPage) -> Vec<Words> {
    written(lang, page, SaidAs::Secretary)
        .map(|(_, text)| Words::own(lang, text))
        .collect()
}

/// Why this version corrects the one before, and the figures that are not what they were.
pub(super) fn corrects(lang: Lang, page: &MonthPage) -> Option<Corrects> {
    let reason = written(lang, page, SaidAs::Correction);
    let reason = reason.flat_map(|(_, text)| text.lines());
    let reason = reason.map(|line| Words::own(lang, line));
    let against = Some(corrected::against(lang, page)).filter(|it| !it.is_empty());
    let said: Vec<Words> = reason.chain(against.map(Words::plain)).collect();
    (!said.is_empty()).then(|| Corrects {
        heading: Noted::plain(Drafting::of(lang).changed_said),
        said,
        rows: corrected::differences(lang, page),
    })
}

/// What was changed in the month, what a re-walk said of it, and how long that took.
pub(super) fn changed(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Option<Said<String>> {
    let it = &page.month.changes;
    changes::any(page).then(|| {
        let heading = changes::heading(lang, page);
        let (days, means) = changes::days_said(lang, page);
        let days = [Some([&days, "."].concat()), means].into_iter().flatten();
        let days: Vec<String> = days.collect();
        let longest = it.longest_open.as_ref().map(|it| {
            let text = Changed::of(lang).longest;
            changes::longest_open(lang, page, it, text)
        });
        let rows = it.each.iter().map(|it| changes::said(lang, page, it));
        Said {
            heading: match changes::rewalks(page) {
                Some(behind) => notes.note(heading, page.month.month, &behind),
                None => Noted::plain(heading),
            },
            said: [
                Changed::of(lang).means.to_owned(),
                changes::sums(lang, page),
                days.join(" "),
            ]
            .into_iter()
            .chain(longest)
            .collect(),
            rows: rows.map(|it| it.join(". ")).collect(),
        }
    })
}

/// What commitments say whose leaders share their words.
pub(super) fn commitments(lang: Lang, page: &MonthPage) -> Option<Said<Quote>> {
    let rows = written(lang, page, SaidAs::Commitment);
    let rows: Vec<Quote> = rows.map(|(it, text)| quote(lang, page, it, text)).collect();
    let gone = taken_back(lang, &page.said, &[SaidAs::Commitment]);
    (!rows.is_empty() || gone.is_some()).then(|| Said {
        heading: Noted::plain(Changed::of(lang).shared_heading),
        said: gone.into_iter().collect(),
        rows,
    })
}

pub(super) fn answered(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Said<String> {
    let words = Board::of(lang);
    let month = &page.month;
    let ease = month.ease.map_or_else(
        || words.ease_none.to_owned(),
        |it| {
            let answers = one_or(words.answer, words.answers, it.n);
            let mean = fill(words.ease, &[("mean", &decimal(it.mean))]);
            [&mean, ". ", &fill(words.ease_means, &[("n", &answers)])].concat()
        },
    );
    let satisfied = month.satisfaction.map_or_else(
        || words.satisfied_none.to_owned(),
        |it| satisfaction(lang, &it),
    );
    let should = Filter {
        answered: Some(Question::Should),
        ..Filter::default()
    };
    let said = [
        share(lang, words.did_should, month.did_should),
        ".".to_owned(),
    ]
    .concat();
    Said {
        heading: match month.did_should.n() {
            0 => Noted::plain(words.answered),
            _ => notes.note(words.answered.to_owned(), month.month, &should),
        },
        said: vec![said, ease, satisfied],
        rows: Vec::new(),
    }
}

/// What leaders agreed to be quoted with, then what worked.
pub(super) fn quotes(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Option<Said<Quote>> {
    let words = Board::of(lang);
    let rows = each_once(lang, &page.said).into_iter();
    let rows: Vec<Quote> = rows.map(|(it, text)| quote(lang, page, it, text)).collect();
    let gone = taken_back(lang, &page.said, &[SaidAs::Bright, SaidAs::Quote]);
    let behind = Filter {
        bright: true,
        ..Filter::default()
    };
    (!rows.is_empty() || gone.is_some()).then(|| Said {
        heading: match page.month.bright_spots {
            0 => Noted::plain(words.own_words),
            _ => notes.note(words.own_words.to_owned(), page.month.month, &behind),
        },
        said: [format!(
            "{}: {}.",
            Figures::of(lang).bright,
            page.month.bright_spots
        )]
        .into_iter()
        .chain(gone)
        .collect(),
        rows,
    })
}

fn quote(lang: Lang, page: &MonthPage, it: &Written, text: &str) -> Quote {
    let date = day(lang, &page.calendar, it.at, page.month.month.year());
    Quote {
        said: Words {
            words: fill(Board::of(lang).quote, &[("words", text)]),
            ..Words::own(lang, text)
        },
        place: [page.names.service(lang, &it.task), ", ", &date].concat(),
    }
}

/// What the board was asked for before, each with what became of it, and what it is asked for now.
pub(super) fn asked(lang: Lang, page: &MonthPage) -> Option<Said<Asked>> {
    let words = Wordings::of(lang);
    let (before, now): (Vec<_>, Vec<_>) = asks(&page.said)
        .into_iter()
        .partition(|(_, became)| became.is_some());
    let both = before.into_iter().chain(now);
    let said = both.flat_map(|(ask, became)| {
        [(words.asked, Some(ask)), (words.became, became)]
            .into_iter()
            .filter_map(|(is, said)| Some((is, said?)))
    });
    let rows: Vec<Asked> = said
        .map(|(is, said)| Asked {
            is,
            said: match &said.text {
                Some(text) => Words::own(lang, text.get(lang).trim()),
                None => Words::plain(Drafting::of(lang).taken_back),
            },
        })
        .collect();
    (!rows.is_empty()).then(|| Said {
        heading: Noted::plain(words.asked_heading),
        said: Vec::new(),
        rows,
    })
}

/// The sentences of a kind that are still there.
fn written(lang: Lang, page: &MonthPage, kind: SaidAs) -> impl Iterator<Item = (&Written, &str)> {
    let of_kind = page.said.iter().filter(move |it| it.is == kind);
    of_kind.filter_map(move |it| {
        let text = it.text.as_ref().map(|it| it.get(lang).trim());
        Some((it, text.filter(|it| !it.is_empty())?))
    })
}

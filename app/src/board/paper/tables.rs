//! The rows of what is drawn as a table.

use serde::Serialize;

use crate::board::hand_over::said as hand_over_said;
use crate::board::in_the_way::{felt, said, standing, why_not_now};
use crate::board::own::Words;
use crate::board::said::{days, first_of};
use crate::board::waiting::{self, what_waits};
use crate::board::{Beside, Boundary, FeltFilter, Filter, MOST_IN_THE_WAY, MonthPage, figures};
use crate::walk::Lang;
use crate::walk::month::{HandOff, InTheWay as Most};
use crate::words::{
    Board, Common, Figures, Handed, Paper as Wordings, ThreadCare, at_boundary, boundary_sum,
    category, fill, quoted, severity, waited,
};

use super::notes::{Noted, Notes};
use super::parts::Said;

/// One of what gets in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InTheWay {
    /// The code of what it did, when said.
    pub severity: Option<&'static str>,
    /// What it did, in words.
    pub did: &'static str,
    /// What.
    pub what: Noted,
    /// Where, and how often it was felt by how many since when.
    pub lines: Vec<String>,
    /// "178 days".
    pub open: String,
    /// What the service team says, quoted, or that it says nothing.
    pub beside: Vec<Words>,
}

/// Attempts that crossed and went alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Crossing {
    /// "Home adaptations, 3 times".
    pub task: String,
    /// The other organisation.
    pub to: String,
    /// How it went.
    pub went: &'static str,
    /// The gravest friction there.
    pub friction: Option<&'static str>,
}

/// What waits at one boundary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// The other organisation.
    pub to: String,
    /// How much, and for how long.
    pub sum: String,
    /// What has waited longest, and with whom it is.
    pub longest: String,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureRow {
    /// The same in every month and language.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// Its value.
    pub value: String,
    /// How it is counted.
    pub means: String,
}

pub(super) fn in_the_way(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Said<InTheWay> {
    let words = Board::of(lang);
    let all = &page.month.in_the_way;
    let heading = words.in_the_way.to_owned();
    let heading = if page.month.friction.all > 0 {
        let everything = Filter {
            felt: Some(FeltFilter::default()),
            ..Filter::default()
        };
        notes.note(heading, page.month.month, &everything)
    } else {
        Noted::plain(heading)
    };
    let rows = all
        .iter()
        .take(MOST_IN_THE_WAY)
        .map(|it| row(lang, page, it, notes))
        .collect();
    let rest = first_of(lang, MOST_IN_THE_WAY, all.len());
    Said {
        heading,
        said: [said(lang, page)].into_iter().chain(rest).collect(),
        rows,
    }
}

fn row(lang: Lang, page: &MonthPage, it: &Most, notes: &mut Notes) -> InTheWay {
    let words = Board::of(lang);
    let behind = Filter {
        felt: Some(FeltFilter {
            category: Some(it.category),
            place: Some((it.task.clone(), it.step)),
            ..FeltFilter::default()
        }),
        ..Filter::default()
    };
    let step = (u32::from(it.step) + 1).to_string();
    let names = [
        ("service", page.names.service(lang, &it.task)),
        ("n", &step),
        ("step", &page.names.step(lang, &it.task, it.step)),
    ];
    let what = category(lang, it.category).to_owned();
    let said = page.beside.get(&(it.task.clone(), it.step, it.category));
    InTheWay {
        severity: it.severity.map(|it| it.code()),
        did: match it.severity {
            Some(it) => severity(lang, it),
            None => Figures::of(lang).severity_not_said,
        },
        what: notes.note(what, page.month.month, &behind),
        lines: [fill(words.at_step, &names), felt(lang, page, it)]
            .into_iter()
            .chain(it.stands.map(|it| standing(lang, it)))
            .collect(),
        open: match it.days_open {
            0 => words.today.to_owned(),
            open => days(lang, open),
        },
        beside: why_not_now(lang, page, it)
            .into_iter()
            .flatten()
            .chain(said.into_iter().flat_map(|it| beside(lang, it)))
            .collect(),
    }
}

fn beside(lang: Lang, it: &Beside) -> Vec<Words> {
    let words = ThreadCare::of(lang);
    match it {
        Beside::View(view, at) => vec![
            Words::plain(fill(words.beside, &[("date", &at.date(lang))])),
            Words::own(lang, &quoted(view)),
        ],
        it => vec![Words::plain(it.without_view(lang))],
    }
}

pub(super) fn hand_over(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Said<Crossing> {
    let words = Board::of(lang);
    let crossed = Filter {
        boundary: Some(Boundary::Crossed),
        ..Filter::default()
    };
    let all = &page.month.hand_offs;
    let heading = words.hand_over.to_owned();
    let crossing = |it: &HandOff| {
        let name = page.names.task(lang, &it.task);
        Crossing {
            task: match it.n {
                1 => name.to_owned(),
                n => fill(words.times_over, &[("what", name), ("n", &n.to_string())]),
            },
            to: it.to.clone(),
            went: if it.through {
                words.went_through
            } else {
                words.stopped_there
            },
            friction: it.friction.map(|(kind, _)| {
                kind.map_or(Common::of(lang).something_else, |it| category(lang, it))
            }),
        }
    };
    Said {
        heading: if all.is_empty() {
            Noted::plain(heading)
        } else {
            notes.note(heading, page.month.month, &crossed)
        },
        said: vec![hand_over_said(lang, page)],
        rows: all.iter().map(crossing).collect(),
    }
}

/// As on the page.
pub(super) fn waiting(lang: Lang, page: &MonthPage) -> Option<Said<Waiting>> {
    let words = Handed::of(lang);
    let rows = page.waiting.iter().take(waiting::SHOWN).map(|at| Waiting {
        to: at.to.get(lang).to_owned(),
        sum: boundary_sum(lang, at),
        longest: at.waits.first().map_or_else(String::new, |it| {
            let what = it
                .category
                .map_or(Common::of(lang).something_else, |it| category(lang, it));
            let parts = [it.task_name.get(lang), what, &waited(lang, it.days)];
            [&parts.join(", "), ", ", at_boundary(lang, it.at)].concat()
        }),
    });
    let rest = first_of(lang, waiting::SHOWN, page.waiting.len());
    (!page.waiting.is_empty()).then(|| Said {
        heading: Noted::plain(words.boundaries),
        said: [what_waits(lang, page)].into_iter().chain(rest).collect(),
        rows: rows.collect(),
    })
}

pub(super) fn figure_rows(lang: Lang, page: &MonthPage) -> Vec<FigureRow> {
    let row = |it: crate::board::Figure| FigureRow {
        value: match it.percent {
            Some(percent) if it.k.is_some() => {
                let percent = format!("{percent:.1}");
                fill(
                    Wordings::of(lang).with_percent,
                    &[("value", &it.value), ("percent", &percent)],
                )
            }
            _ => it.value,
        },
        key: it.key,
        name: it.name,
        means: it.means,
    };
    figures(lang, page).into_iter().map(row).collect()
}

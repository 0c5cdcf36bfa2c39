//! The charts as numbers, each with the sentence that says the same.

use serde::Serialize;

use crate::board::axis::Scale;
use crate::board::cards::{MOST_LEADERS, MOST_TILES, others_said};
use crate::board::line::{count, fraction, said};
use crate::board::opening::MOST_CIRCLES;
use crate::board::said::{ending, of, share};
use crate::board::times::{MINUTE, MOST_DOTS, dots_said, heading, lost, ms};
use crate::board::{Filter, MonthPage, Question, Scope};
use crate::walk::month::Ending;
use crate::walk::{Lang, OthersWould};
use crate::words::{Board, Changed, dates, fill};

use super::notes::{Noted, Notes};

/// A circle for each attempt.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Circles {
    /// The same in words.
    pub said: String,
    /// How each ended, the best first.
    pub endings: Vec<Ending>,
}

/// Need met, month by month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// "Need met".
    pub heading: Noted,
    /// How to read it.
    pub advice: Vec<String>,
    /// The same in words.
    pub said: String,
    /// What the top, the middle and the foot of it are called.
    pub scale: [&'static str; 3],
    /// The months, this one last.
    pub points: Vec<LinePoint>,
}

/// One month on the line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinePoint {
    /// "Oct".
    pub month: &'static str,
    /// "7/10".
    pub fraction: String,
    /// "7 of 10".
    pub count: String,
    /// 0 to 1; `None` without attempts, where the line has a gap.
    pub share: Option<f64>,
}

/// Leaders, each with two places.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pairs {
    /// "4 of 6 leaders walked twice or more".
    pub heading: Noted,
    /// Walks of each leader, the most first; none where there are too many to draw.
    pub walks: Vec<u64>,
    /// What it means, and how many attempts led to a commitment.
    pub below: Vec<Noted>,
}

/// Times on a line of minutes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Axis {
    /// "Half of those who got through took 14 min or longer".
    pub heading: Noted,
    /// The same in words; `None` where there are too many to draw.
    pub said: Option<String>,
    /// Every time.
    pub dots: Vec<Dot>,
    /// What stands below the line.
    pub ticks: Vec<Tick>,
    /// The middle one of those who got through.
    pub median: Option<Tick>,
    /// What hollow dots are, when there are some, and the time lost.
    pub below: Vec<String>,
}

/// One time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Dot {
    /// Thousandths of the line.
    pub at: i64,
    /// How many stand below it.
    pub over: u64,
    /// True when the need was met.
    pub met: bool,
}

/// A word below a line, or above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// Thousandths of the line.
    pub at: i64,
    /// The word.
    pub text: String,
}

/// Answers as tiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tiles {
    /// "Leaders thought most people would have got through 3 of 10".
    pub heading: Noted,
    /// False where there are too many answers to draw one each.
    pub drawn: bool,
    /// Each answer.
    pub answers: Vec<Tile>,
}

/// One of the answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tile {
    /// Which.
    pub answer: &'static str,
    /// How many gave it.
    pub n: u64,
    /// "most people would".
    pub text: &'static str,
}

pub(super) fn circles(lang: Lang, page: &MonthPage) -> Option<Circles> {
    let all = page.month.need_met.n();
    (1..=MOST_CIRCLES).contains(&all).then(|| {
        let endings = page.month.endings.iter();
        let each = endings
            .clone()
            .filter(|(_, n)| *n > 0)
            .map(|(how, n)| [ending(lang, *how), ": ", &n.to_string()].concat());
        Circles {
            said: each.collect::<Vec<_>>().join(", "),
            endings: endings.flat_map(|(how, n)| (0..*n).map(|_| *how)).collect(),
        }
    })
}

pub(super) fn line(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Line {
    let words = Board::of(lang);
    let points = &page.month.points;
    let (k_of_n, months) = (of(lang, page.month.twelve_months), points.len().to_string());
    let advice = if points.len() > 1 {
        let gaps = [("k_of_n", k_of_n.as_str()), ("months", &months)];
        vec![fill(words.in_months, &gaps), words.handful.to_owned()]
    } else {
        vec![words.one_month.to_owned()]
    };
    let behind = Filter {
        twelve_months: true,
        ..Filter::default()
    };
    let point = points.iter().map(|it| LinePoint {
        month: dates::month_short(lang, it.month.month()),
        fraction: fraction(it),
        count: count(lang, it),
        share: it.need_met.share(),
    });
    Line {
        heading: notes.note(words.need_met.to_owned(), page.month.month, &behind),
        advice,
        said: said(lang, points),
        scale: [words.all, words.half, words.none],
        points: point.collect(),
    }
}

pub(super) fn pairs(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Pairs {
    let words = Board::of(lang);
    let month = &page.month;
    let twice = month.walked_twice;
    let gaps = [
        ("k", &*twice.k().to_string()),
        ("n", &twice.n().to_string()),
    ];
    let finished = Filter {
        scope: Some(Scope::Finished),
        ..Filter::default()
    };
    let heading = notes.note(fill(words.walked_twice, &gaps), month.month, &finished);
    let committed = Filter {
        answered: Some(Question::Commitment),
        ..Filter::default()
    };
    let said = share(lang, words.committed, month.committed);
    let promised = Filter {
        twelve_months: true,
        ..committed.clone()
    };
    let kept = (month.kept.n() > 0).then(|| share(lang, Changed::of(lang).kept, month.kept));
    let mut below = vec![
        Noted::plain(words.walked_twice_means),
        notes.note(said, month.month, &committed),
    ];
    below.extend(kept.map(|said| notes.note(said, month.month, &promised)));
    let few = month.walks_each.len() <= MOST_LEADERS;
    Pairs {
        heading,
        walks: if few {
            month.walks_each.clone()
        } else {
            Vec::new()
        },
        below,
    }
}

pub(super) fn axis(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Axis {
    let words = Board::of(lang);
    let timings = &page.month.timings;
    let drawn = page.month.need_met.n() <= MOST_DOTS;
    let scale = Scale::to(timings.last().map_or(0, ms), MINUTE);
    let dots = timings.iter().filter(|_| drawn).flat_map(|it| {
        let below: u64 = timings
            .iter()
            .filter(|other| other.minutes == it.minutes && !other.met && it.met)
            .map(|other| other.n)
            .sum();
        let at = scale.thousandth(ms(it));
        (0..it.n).map(move |n| Dot {
            at,
            over: below + n,
            met: it.met,
        })
    });
    let quarter = |n: i64| {
        let minutes = (scale.units / 4 * n).to_string();
        Tick {
            at: n * 250,
            text: match n {
                4 => fill(words.minutes, &[("m", &minutes)]),
                _ => minutes,
            },
        }
    };
    let median = page.month.through.filter(|_| drawn).map(|it| Tick {
        at: scale.thousandth(it.median),
        text: fill(words.median, &[("m", &(it.median / 60_000).to_string())]),
    });
    let hollow = drawn && timings.iter().any(|it| !it.met);
    let hollow = hollow.then(|| words.hollow.to_owned());
    Axis {
        heading: notes.note(heading(lang, page), page.month.month, &Filter::default()),
        said: drawn.then(|| dots_said(lang, timings)),
        dots: dots.collect(),
        ticks: (0..=4).filter(|_| drawn).map(quarter).collect(),
        median,
        below: hollow.into_iter().chain(lost(lang, page)).collect(),
    }
}

pub(super) fn tiles(lang: Lang, page: &MonthPage, notes: &mut Notes) -> Tiles {
    let words = Board::of(lang);
    let month = &page.month;
    let answered = month.most_would.n();
    let behind = Filter {
        answered: Some(Question::Others),
        ..Filter::default()
    };
    let said = others_said(lang, page);
    let tile = |(answer, n): &(OthersWould, u64)| Tile {
        answer: answer.code(),
        n: *n,
        text: match answer {
            OthersWould::Most => words.tile_most,
            OthersWould::SomeNot => words.tile_some_not,
            OthersWould::Few => words.tile_few,
        },
    };
    Tiles {
        heading: match answered {
            0 => Noted::plain(said),
            _ => notes.note(said, month.month, &behind),
        },
        drawn: (1..=MOST_TILES).contains(&answered),
        answers: month
            .others_would
            .iter()
            .filter(|_| answered > 0)
            .map(tile)
            .collect(),
    }
}

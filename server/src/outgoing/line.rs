//! Threads and friction as rows of a table.

use app::{
    walk::{Category, Lang},
    words::{Exports, category},
};
use serde::Serialize;

use crate::store::{Copied, Copying, FrictionOut, StoreError, ThreadOut};

/// One row, of either kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Line {
    Thread(Box<ThreadOut>),
    Friction(Box<FrictionOut>),
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Number(i64),
    Empty,
}

/// The next rows of a copy; none at the end.
pub(super) async fn next(copying: &mut Copying, what: Copied) -> Result<Vec<Line>, StoreError> {
    Ok(match what {
        Copied::Threads => {
            let page = copying.threads().await?.into_iter();
            page.map(|it| Line::Thread(Box::new(it))).collect()
        }
        Copied::Friction => {
            let page = copying.friction().await?.into_iter();
            page.map(|it| Line::Friction(Box::new(it))).collect()
        }
    })
}

/// What the columns are called.
pub(super) fn heads(what: Copied, lang: Lang) -> Vec<&'static str> {
    let words = Exports::of(lang);
    let mut heads = vec![words.id];
    if what == Copied::Friction {
        heads.extend([words.thread, words.walk, words.felt_at]);
    }
    heads.extend([
        words.service_id,
        words.service,
        words.task_id,
        words.task,
        words.step,
        words.step_name,
        words.category_code,
        words.category,
    ]);
    heads.extend(match what {
        Copied::Threads => vec![
            words.burdens,
            words.state,
            words.felt,
            words.leaders,
            words.first_felt,
            words.last_felt,
            words.worst,
            words.stopped,
            words.risk,
            words.contacted_again,
            words.unseen,
            words.held,
            words.held_at,
            words.planned_for,
            words.due_on,
            words.reason,
            words.view,
        ],
        Copied::Friction => vec![
            words.second,
            words.burdens,
            words.severity,
            words.mood,
            words.feelings,
            words.risk,
            words.contacted_again,
            words.note,
            words.seen_at,
            words.replies,
        ],
    });
    heads
}

impl Line {
    pub(super) fn cells(self, lang: Lang) -> Vec<Cell> {
        match self {
            Self::Thread(it) => thread(*it, lang),
            Self::Friction(it) => friction(*it, lang),
        }
    }
}

fn thread(it: ThreadOut, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Text(it.id),
        Cell::Text(it.service),
        Cell::text(it.service_name.get(lang)),
        Cell::Text(it.task),
        Cell::text(it.task_name.get(lang)),
        Cell::Number(it.step),
        Cell::text(it.step_name.get(lang)),
        Cell::text(&it.category),
        named(&it.category, lang),
        Cell::Text(it.burdens.join(", ")),
        Cell::Text(it.state),
        Cell::Number(it.felt),
        Cell::Number(it.leaders),
        Cell::Text(it.first_felt),
        Cell::Text(it.last_felt),
        Cell::text(it.worst),
        Cell::Number(it.stopped),
        Cell::Number(it.risk),
        Cell::Number(it.contacted_again),
        Cell::Number(it.unseen),
        it.held.into(),
        it.held_at.into(),
        it.planned_for.into(),
        it.due_on.into(),
        Cell::Text(it.reason),
        Cell::Text(it.view),
    ]
}

fn friction(it: FrictionOut, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Text(it.id),
        it.thread.into(),
        Cell::Text(it.walk),
        Cell::Text(it.felt_at),
        Cell::Text(it.service),
        Cell::text(it.service_name.get(lang)),
        Cell::Text(it.task),
        Cell::text(it.task_name.get(lang)),
        Cell::Number(it.step),
        Cell::text(it.step_name.get(lang)),
        Cell::text(&it.category),
        named(&it.category, lang),
        Cell::Text(it.second),
        Cell::Text(it.burdens.join(", ")),
        Cell::Text(it.severity),
        it.mood.map_or(Cell::Empty, Cell::Number),
        Cell::Text(it.feelings.join(", ")),
        Cell::Number(i64::from(it.risk)),
        Cell::Number(i64::from(it.contacted_again)),
        Cell::Text(it.note),
        it.seen_at.into(),
        Cell::Number(it.replies),
    ]
}

fn named(code: &str, lang: Lang) -> Cell {
    let known = Category::from_code(code);
    Cell::text(known.map_or(Exports::of(lang).something_else, |it| category(lang, it)))
}

impl Cell {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Empty, Self::Text)
    }
}

//! Two cards: how often leaders walked, and who else would have got through.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::ui::{Evidence, Mark, Shape};
use crate::walk::{Lang, OthersWould};
use crate::words::{Board, Changed, fill, others_would};

use super::said::{one_or, share};
use super::twin::twin;
use super::voices::commitments;
use super::{Filter, MonthPage, Question, Scope};

/// Above these many, shapes say less than the number.
pub(super) const MOST_LEADERS: usize = 24;
pub(super) const MOST_TILES: u64 = 20;

/// Leaders who walked twice or more: a count, never who.
pub(super) fn leaders(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let month = &page.month;
    let finished: u64 = month.walks_each.iter().sum();
    let (k, n) = (
        month.walked_twice.k().to_string(),
        month.walked_twice.n().to_string(),
    );
    let behind = Filter {
        scope: Some(Scope::Finished),
        ..Filter::default()
    };
    let committed = Filter {
        answered: Some(Question::Commitment),
        ..Filter::default()
    };
    let promised = Filter {
        twelve_months: true,
        ..committed.clone()
    };
    let kept = (month.kept.n() > 0).then(|| {
        let said = share(lang, Changed::of(lang).kept, month.kept);
        view! {
            <p class="hint">
                <a href=page.behind(&promised)>{said}</a>
            </p>
        }
    });
    view! {
        <section class="card">
            <h2>{fill(words.walked_twice, &[("k", &k), ("n", &n)])}</h2>
            {pairs(&month.walks_each)}
            {walks_table(lang, &month.walks_each)}
            <p class="hint">{words.walked_twice_means}</p>
            <p class="hint">
                <a href=page.behind(&committed)>{share(lang, words.committed, month.committed)}</a>
            </p>
            {kept}
            {commitments(lang, page)}
            <Evidence
                href=page.behind(&behind)
                words=one_or(words.finished_walk, words.finished_walks, finished)
            />
        </section>
    }
}

/// For each leader two places: filled when walked.
fn pairs(walks_each: &[u64]) -> impl IntoView + use<> {
    (walks_each.len() <= MOST_LEADERS).then(|| {
        let place = |walked: bool| {
            view! { <Mark shape=if walked { Shape::Met } else { Shape::Open } /> }
        };
        let pair = |walks: &u64| view! { <span>{place(*walks >= 1)} {place(*walks >= 2)}</span> };
        let pairs = walks_each.iter().map(pair).collect_view();
        view! {
            <p class="pairs" aria-hidden="true">
                {pairs}
            </p>
        }
    })
}

/// How many leaders finished how many walks.
fn walks_table(lang: Lang, walks_each: &[u64]) -> impl IntoView + use<> {
    let words = Changed::of(lang);
    let mut leaders: BTreeMap<u64, u64> = BTreeMap::new();
    for walks in walks_each {
        *leaders.entry(*walks).or_default() += 1;
    }
    let rows = leaders.into_iter().rev();
    let rows = rows.map(|(walks, n)| vec![walks.to_string(), n.to_string()]);
    twin(lang, &[words.walks_finished, words.leaders], rows)
}

/// Whether someone without the leader's advantages would have got through.
pub(super) fn others(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let month = &page.month;
    let answered = month.most_would.n();
    let heading = others_said(lang, page);
    let behind = Filter {
        answered: Some(Question::Others),
        ..Filter::default()
    };
    let pictured = (answered > 0).then(|| {
        view! {
            {tiles(&month.others_would, answered)}
            <ul class="tile-key">{key(lang, page)}</ul>
            {others_table(lang, page)}
            <Evidence
                href=page.behind(&behind)
                words=one_or(words.answer, words.answers, answered)
            />
        }
    });
    view! {
        <section class="card">
            <h2>{heading}</h2>
            {pictured}
        </section>
    }
}

/// "Leaders thought most people would have got through 3 of 10", or that nobody said.
pub(super) fn others_said(lang: Lang, page: &MonthPage) -> String {
    let words = Board::of(lang);
    match page.month.most_would.n() {
        0 => words.nobody_said_others.to_owned(),
        _ => share(lang, words.most_would, page.month.most_would),
    }
}

/// A tile for each answer: solid, hatched, open.
fn tiles(others: &[(OthersWould, u64)], answered: u64) -> impl IntoView + use<> {
    (answered <= MOST_TILES).then(|| {
        let each = others.iter().flat_map(|(answer, times)| {
            let class = match answer {
                OthersWould::Most => "full",
                OthersWould::SomeNot => "half",
                OthersWould::Few => "none",
            };
            (0..*times).map(move |_| view! { <i class=class></i> })
        });
        let tiles = each.collect_view();
        view! {
            <p class="tiles" aria-hidden="true">
                {tiles}
            </p>
        }
    })
}

fn others_table(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Changed::of(lang);
    let rows = page.month.others_would.iter();
    let rows = rows.map(|(answer, n)| vec![others_would(lang, *answer).to_owned(), n.to_string()]);
    twin(lang, &[words.answer, words.times], rows)
}

fn key(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let month = &page.month;
    let each = month.others_would.iter().map(|(answer, times)| {
        let said = match answer {
            OthersWould::Most => words.tile_most,
            OthersWould::SomeNot => words.tile_some_not,
            OthersWould::Few => words.tile_few,
        };
        let behind = Filter {
            others: Some(*answer),
            ..Filter::default()
        };
        let number = view! { <b>{times.to_string()}</b> };
        if *times == 0 {
            view! { <li>{number} {said}</li> }.into_any()
        } else {
            view! {
                <li>
                    <a href=page.behind(&behind)>{number} {said}</a>
                </li>
            }
            .into_any()
        }
    });
    each.collect_view()
}

//! The first thing said: did they get what they needed?

use leptos::prelude::*;

use crate::ui::{Evidence, Mark};
use crate::walk::Lang;
use crate::walk::measures::KofN;
use crate::words::{Board, dates, fill};

use super::said::{ending, of, one_or, shape};
use super::twin::twin;
use super::{Boundary, Filter, MonthPage, NeedMet};

/// Above this many, circles say less than the sentence.
pub(super) const MOST_CIRCLES: u64 = 40;

/// The sentence, the circles, and what the attempts that failed had in common.
pub(super) fn opening(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let all = page.month.need_met.n();
    let tally = (all > 0).then(|| {
        let words = Board::of(lang);
        let rows = page.month.endings.iter();
        let rows = rows.map(|(how, n)| vec![ending(lang, *how).to_owned(), n.to_string()]);
        let table = twin(lang, &[words.outcome, words.attempts], rows);
        view! {
            <div class="tally">
                {circles(lang, page)}
                {table}
                {crossed(lang, page)}
                <Evidence
                    href=page.behind(&Filter::default())
                    words=one_or(words.the_walk, words.the_walks, all)
                />
            </div>
        }
    });
    let means = (all == 0).then(|| view! { <p class="lead">{Board::of(lang).empty_means}</p> });
    view! {
        <div class="opening">
            <h1 class="display">{headline(lang, page)}</h1>
            {tally}
            {means}
        </div>
    }
}

/// "In October, 7 of 10 attempts to get help on a phone succeeded."
pub(super) fn headline(lang: Lang, page: &MonthPage) -> String {
    let words = Board::of(lang);
    let need_met = page.month.need_met;
    let text = match (need_met.k(), need_met.n()) {
        (_, 0) if page.running => words.empty_running,
        (_, 0) => words.empty,
        (1, 1) => words.headline_one_met,
        (_, 1) => words.headline_one_not,
        _ => words.headline,
    };
    let month = dates::month_name(lang, page.month.month.month());
    let (k, n) = (need_met.k().to_string(), need_met.n().to_string());
    fill(text, &[("month", month), ("k", &k), ("n", &n)])
}

fn circles(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let endings = &page.month.endings;
    let few = (1..=MOST_CIRCLES).contains(&page.month.need_met.n());
    few.then(|| {
        let said = [
            ending(lang, endings[0].0),
            ": ",
            &of(lang, page.month.need_met),
        ]
        .concat();
        let marks = endings
            .iter()
            .flat_map(|(ending, n)| (0..*n).map(|_| view! { <Mark shape=shape(*ending) /> }));
        view! {
            <p class="marks" role="img" aria-label=said>
                {marks.collect_view()}
            </p>
        }
    })
}

fn crossed(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    sentence(lang, page.month.not_met_crossed).map(|text| {
        let not_met = Filter {
            need: Some(NeedMet::Not),
            boundary: Some(Boundary::Crossed),
            ..Filter::default()
        };
        view! {
            <p>
                <a href=page.behind(&not_met)>{text}</a>
            </p>
        }
    })
}

/// What the attempts that failed had in common, when it was a crossing.
pub(super) fn sentence(lang: Lang, crossed: KofN) -> Option<String> {
    let words = Board::of(lang);
    let text = match (crossed.k(), crossed.n()) {
        (0, _) => return None,
        (1, 1) => words.one_crossed,
        (k, n) if k == n => words.all_crossed,
        _ => words.some_crossed,
    };
    let (k, n) = (crossed.k().to_string(), crossed.n().to_string());
    Some(fill(text, &[("k", &k), ("n", &n)]))
}

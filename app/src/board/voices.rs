//! What worked, in leaders' own words and without their names.

use leptos::prelude::*;

use crate::ui::Evidence;
use crate::walk::Lang;
use crate::walk::month::Bright;
use crate::words::{Board, dates, fill};

use super::said::{day, one_or};
use super::{Filter, MonthPage};

/// How many are shown.
const SHOWN: usize = 6;

/// The newest bright spots of the month.
pub(super) fn voices(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let spots = &page.month.bright_spots;
    let month = dates::month_name(lang, page.month.month.month());
    let none = spots.is_empty().then(|| {
        let said = fill(words.no_bright, &[("month", month)]);
        view! { <p class="hint">{said}</p> }
    });
    let some = (!spots.is_empty()).then(|| {
        let voices = each_once(spots)
            .into_iter()
            .map(|spot| voice(lang, page, spot))
            .collect_view();
        let all = Filter {
            bright: true,
            ..Filter::default()
        };
        let said = one_or(
            words.bright_evidence_one,
            words.bright_evidence,
            spots.len() as u64,
        );
        view! {
            <div class="voices">{voices}</div>
            <p>
                <Evidence href=all.href(page.month.month) words=said />
            </p>
        }
    });
    view! {
        <section class="stack">
            <div class="section-head">
                <h2>{words.own_words}</h2>
            </div>
            {none}
            {some}
        </section>
    }
}

/// The newest that have words, each text once.
fn each_once(spots: &[Bright]) -> Vec<&Bright> {
    let mut shown: Vec<&Bright> = Vec::new();
    for spot in spots.iter().filter(|it| !it.note.trim().is_empty()) {
        if shown.len() < SHOWN && shown.iter().all(|it| it.note.trim() != spot.note.trim()) {
            shown.push(spot);
        }
    }
    shown
}

fn voice(lang: Lang, page: &MonthPage, spot: &Bright) -> impl IntoView + use<> {
    let date = day(lang, &page.calendar, spot.noted_at, page.month.month.year());
    let place = [page.names.service(lang, &spot.task), ", ", &date].concat();
    let quote = fill(Board::of(lang).quote, &[("words", spot.note.trim())]);
    view! {
        <figure>
            <blockquote>{quote}</blockquote>
            <figcaption>
                <a href=format!("/board/walk/{}", spot.walk)>{place}</a>
            </figcaption>
        </figure>
    }
}

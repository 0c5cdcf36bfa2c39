//! What leaders said, in their own words and without their names: what worked, and what they agreed to be quoted with.

use leptos::prelude::*;

use crate::ui::Evidence;
use crate::walk::Lang;
use crate::walk::month::{Said, SaidAs};
use crate::words::{Board, Frozen, dates, fill};

use super::said::{day, one_or};
use super::{Filter, MonthPage};

/// How many are shown.
const SHOWN: usize = 6;

/// What leaders said: quotes they agreed to, and the newest bright spots of the month.
pub(super) fn voices(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let all = page.month.bright_spots;
    let month = dates::month_name(lang, page.month.month.month());
    let quoted = page.said.iter().any(|it| it.is == SaidAs::Quote);
    let none = (all == 0 && !quoted).then(|| {
        let said = fill(words.no_bright, &[("month", month)]);
        view! { <p class="hint">{said}</p> }
    });
    let some = (all > 0 || quoted).then(|| {
        let voices = each_once(lang, &page.said)
            .into_iter()
            .map(|(spot, text)| voice(lang, page, spot, text))
            .collect_view();
        let behind = Filter {
            bright: true,
            ..Filter::default()
        };
        let said = one_or(words.bright_evidence_one, words.bright_evidence, all);
        view! {
            <div class="voices">{voices}</div>
            {taken_back(lang, &page.said)}
            {(all > 0)
                .then(|| {
                    view! {
                        <p>
                            <Evidence href=page.behind(&behind) words=said />
                        </p>
                    }
                })}
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

/// How many published words are gone since, so that nobody has to wonder.
fn taken_back(lang: Lang, said: &[Said]) -> impl IntoView + use<> {
    let words = Frozen::of(lang);
    let gone = said
        .iter()
        .filter(|it| matches!(it.is, SaidAs::Bright | SaidAs::Quote) && it.text.is_none());
    let gone = gone.count() as u64;
    (gone > 0).then(|| {
        let said = one_or(words.taken_back_one, words.taken_back, gone);
        view! { <p class="hint">{said}</p> }
    })
}

/// What leaders agreed to be quoted with, then the newest bright spots that have words: each text once.
pub(super) fn each_once(lang: Lang, said: &[Said]) -> Vec<(&Said, &str)> {
    let mut shown: Vec<(&Said, &str)> = Vec::new();
    let quotes = said.iter().filter(|it| it.is == SaidAs::Quote);
    let bright = said.iter().filter(|it| it.is == SaidAs::Bright);
    for spot in quotes.chain(bright) {
        let Some(text) = spot.text.as_ref().map(|it| it.get(lang).trim()) else {
            continue;
        };
        if shown.len() < SHOWN && shown.iter().all(|(_, other)| *other != text) {
            shown.push((spot, text));
        }
    }
    shown
}

fn voice(lang: Lang, page: &MonthPage, spot: &Said, text: &str) -> impl IntoView + use<> {
    let date = day(lang, &page.calendar, spot.at, page.month.month.year());
    let place = [page.names.service(lang, &spot.task), ", ", &date].concat();
    let walk = spot.walk.and_then(|it| page.below(&format!("walk/{it}")));
    let quote = fill(Board::of(lang).quote, &[("words", text)]);
    view! {
        <figure>
            <blockquote>{quote}</blockquote>
            <figcaption>
                {match walk {
                    Some(walk) => view! { <a href=walk>{place}</a> }.into_any(),
                    None => place.into_any(),
                }}
            </figcaption>
        </figure>
    }
}

//! What leaders said, in their own words and without their names: what worked, and what they agreed to be quoted with.

use leptos::prelude::*;

use crate::ui::Evidence;
use crate::walk::month::{Said, SaidAs};
use crate::walk::{Lang, other_tongue};
use crate::words::{Board, Changed, Frozen, dates, fill};

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
            {gone(lang, &page.said, &[SaidAs::Bright, SaidAs::Quote])}
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

/// What commitments say whose leaders share their words; nothing when none does.
pub(super) fn commitments(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let shared = page.said.iter().filter(|it| it.is == SaidAs::Commitment);
    let shared: Vec<_> = shared
        .filter_map(|it| Some((it, it.text.as_ref()?.get(lang))))
        .map(|(it, text)| voice(lang, page, it, text))
        .collect();
    let some = (!shared.is_empty()).then(|| {
        view! {
            <p class="hint">{Changed::of(lang).shared}</p>
            <div class="stack">{shared}</div>
        }
    });
    view! {
        {some}
        {gone(lang, &page.said, &[SaidAs::Commitment])}
    }
}

fn gone(lang: Lang, said: &[Said], kinds: &[SaidAs]) -> impl IntoView + use<> {
    taken_back(lang, said, kinds).map(|said| view! { <p class="hint">{said}</p> })
}

/// How many published words of these kinds are gone since, so that nobody has to wonder.
pub(super) fn taken_back(lang: Lang, said: &[Said], kinds: &[SaidAs]) -> Option<String> {
    let words = Frozen::of(lang);
    let gone = said
        .iter()
        .filter(|it| kinds.contains(&it.is) && it.text.is_none());
    let gone = gone.count() as u64;
    (gone > 0).then(|| one_or(words.taken_back_one, words.taken_back, gone))
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
            <blockquote lang=other_tongue(lang, text)>{quote}</blockquote>
            <figcaption>
                {match walk {
                    Some(walk) => view! { <a href=walk>{place}</a> }.into_any(),
                    None => place.into_any(),
                }}
            </figcaption>
        </figure>
    }
}

//! A leader's own walks over time: what they led to, beside what the leader wrote for themselves. It counts nothing
//! that could be missed, and praises nothing.

mod data;
mod months;
mod walk;

use leptos::prelude::*;

use super::shares::back;
use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Year, dates, fill},
};

pub use data::{OwnPoint, OwnWalk, WALKS_A_PAGE, YearPage};

/// Where all the years are.
const HERE: &str = "/me/year";

/// The page.
#[must_use]
pub fn year(lang: Lang, page: &YearPage) -> impl IntoView + use<> {
    let words = Year::of(lang);
    let body = match (page.times(), page.year) {
        (0, None) => nothing(lang).into_any(),
        (0, Some(year)) => {
            let said = fill(words.nothing_in, &[("year", &year.to_string())]);
            view! { <p class="lead">{said}</p> }.into_any()
        }
        _ => walked(lang, page).into_any(),
    };
    view! {
        <div class="pane stack mine year">
            {back(lang)}
            <h1>{year_title(lang, page.year)}</h1>
            {years(lang, page)}
            {body}
            <p class="hint"><Icon glyph=Glyph::Lock inline=true />" "{words.only_you}</p>
        </div>
    }
}

/// "Your walks over time", "Your walks in 2025".
#[must_use]
pub fn year_title(lang: Lang, year: Option<i16>) -> String {
    let words = Year::of(lang);
    match year {
        None => words.title.to_owned(),
        Some(year) => fill(words.title_year, &[("year", &year.to_string())]),
    }
}

fn walked(lang: Lang, page: &YearPage) -> impl IntoView + use<> {
    let words = Year::of(lang);
    let walks: Vec<_> = page.walks.iter().map(|it| walk::card(lang, it)).collect();
    view! {
        <p class="lead">{sentence(lang, page)}</p>
        {months::strip(lang, page)}
        <section class="stack wide">
            <div>
                <h2>{words.one_by_one}</h2>
                <p class="hint">{words.newest_first}" "{words.on_phone}</p>
            </div>
            <ul class="stack">{walks}</ul>
            {turn(lang, page)}
        </section>
    }
}

/// "You have walked 11 times since November 2024, in 5 services."
fn sentence(lang: Lang, page: &YearPage) -> String {
    let words = Year::of(lang);
    let n = page.times();
    let since = page.months.first().map(|(month, _)| month);
    let month = since.map_or_else(String::new, |it| {
        dates::month_year(lang, it.month(), it.year())
    });
    let year = page.year.unwrap_or_default().to_string();
    let text = match (page.year, n) {
        (None, 1) => words.walked_once,
        (None, _) => words.walked,
        (Some(_), 1) => words.walked_once_in,
        (Some(_), _) => words.walked_in,
    };
    let n = n.to_string();
    let times = fill(text, &[("n", &n), ("month", &month), ("year", &year)]);
    let services = match page.services {
        0 => return times + ".",
        1 => words.in_one_service.to_owned(),
        n => fill(words.in_services, &[("n", &n.to_string())]),
    };
    [&times, ", ", &services, "."].concat()
}

fn nothing(lang: Lang) -> impl IntoView {
    let words = Year::of(lang);
    view! {
        <div class="empty">
            <Icon glyph=Glyph::Phone />
            <h2>{words.nothing}</h2>
            <p>{words.nothing_why}</p>
            <a class="button" href="/walk">{words.go}</a>
        </div>
    }
}

/// The years to look at, once there is more than one.
fn years(lang: Lang, page: &YearPage) -> Option<impl IntoView + use<>> {
    let words = Year::of(lang);
    let all = std::iter::once(None).chain(page.years.iter().copied().map(Some));
    let links = all.map(|it| {
        let name = it.map_or_else(|| words.all_years.to_owned(), |year| year.to_string());
        let now = (it == page.year).then_some("page");
        view! { <a class="button" href=address(it) aria-current=now>{name}</a> }
    });
    let choice = page.years.len() > 1 || page.year.is_some();
    choice.then(|| {
        view! { <nav class="row years" aria-label=words.years>{links.collect_view()}</nav> }
    })
}

/// The ways to newer and older walks, when not all stand on one page.
fn turn(lang: Lang, page: &YearPage) -> Option<impl IntoView + use<>> {
    let words = Year::of(lang);
    let (k, n) = (page.page.to_string(), page.pages.to_string());
    let to = |there: bool, at: usize, name| {
        let href = format!("{}?page={at}", address(page.year));
        there.then(|| view! { <a class="button" href=href>{name}</a> })
    };
    (page.pages > 1).then(|| {
        let which = fill(words.page_of, &[("k", &k), ("n", &n)]);
        view! {
            <nav class="row turn" aria-label=which.clone()>
                {to(page.page > 1, page.page.saturating_sub(1), words.newer)}
                <span>{which.clone()}</span>
                {to(page.page < page.pages, page.page.saturating_add(1), words.older)}
            </nav>
        }
    })
}

fn address(year: Option<i16>) -> String {
    year.map_or_else(|| HERE.to_owned(), |year| format!("{HERE}/{year}"))
}

#[cfg(test)]
mod tests;

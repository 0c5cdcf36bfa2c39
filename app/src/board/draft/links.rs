//! Addresses for who reads a month without an account: made, listed, ended.

use leptos::prelude::*;

use super::{LINK_DAYS, Link, Links, MOST_LABEL, Part, fields, name};
use crate::{
    walk::Lang,
    words::{Drafting, When, dates, fill},
};

/// The page.
#[must_use]
pub fn links_page(lang: Lang, page: &Links) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let month = page.month;
    let all: Vec<_> = page.links.iter().map(|it| link(lang, page, it)).collect();
    let listed = if all.is_empty() {
        view! { <p class="hint">{words.links_none}</p> }.into_any()
    } else {
        view! { <ul class="stack">{all}</ul> }.into_any()
    };
    let make = if page.published {
        form(lang, page).into_any()
    } else {
        view! { <p>{words.links_first}</p> }.into_any()
    };
    view! {
        <div class="stack">
            <p>
                <a href=format!("/board/{month}")>{words.to_month}</a>
            </p>
            <h1>{[words.links, ": ", &name(lang, month)].concat()}</h1>
            <p class="lead">{words.links_why}</p>
        </div>
        {made(lang, page)}
        <section class="card stack" id="links">
            <h2>{words.links}</h2>
            {listed}
        </section>
        {make}
    }
}

/// The address that was just made, once.
fn made(lang: Lang, page: &Links) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    page.made.as_ref().map(|address| {
        view! {
            <section class="card stack handed-over" role="status">
                <h2>{words.link_once}</h2>
                <p>{words.link_once_why}</p>
                <p class="mono">{address.clone()}</p>
            </section>
        }
    })
}

fn link(lang: Lang, page: &Links, it: &Link) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let text = if it.works {
        words.link_works
    } else {
        words.link_over
    };
    let end = it.works.then(|| {
        let action = format!("/board/{}/links/{}/end", page.month, it.id);
        let label = fill(words.link_end_label, &[("label", &it.label)]);
        view! {
            <form method="post" action=action>
                <button class="text-button" type="submit" aria-label=label>
                    {words.link_end}
                </button>
            </form>
        }
    });
    view! {
        <li>
            <strong>{it.label.clone()}</strong>
            <p class="hint">{fill(text, &[("date", &date(lang, &it.ends))])}</p>
            {end}
        </li>
    }
}

fn form(lang: Lang, page: &Links) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let own = (page.typed.part == Part::Link).then_some(&page.typed);
    let why = own.and_then(|it| it.fault).map(|it| fields::said(lang, it));
    let label = own.map(|it| it.text.en.clone()).unwrap_or_default();
    let hint = fill(words.link_label_hint, &[("n", &MOST_LABEL.to_string())]);
    let invalid = why.is_some().then_some("true");
    let days = LINK_DAYS.into_iter().enumerate().map(|(at, days)| {
        let said = fill(words.days, &[("n", &days.to_string())]);
        view! {
            <label class="tick">
                <input type="radio" name="days" value=days.to_string() checked=at == 1 />
                <span>{said}</span>
            </label>
        }
    });
    let days: Vec<_> = days.collect();
    view! {
        <section class="card stack" id="new">
            <h2>{words.link_do}</h2>
            <form class="form" method="post" action=format!("/board/{}/links", page.month)>
                <input type="hidden" name="form" value=page.typed.fresh.clone() />
                {fields::reason(why)}
                <div class="field">
                    <label for="label">{words.link_label}</label>
                    <p class="hint" id="label-hint">
                        {hint}
                    </p>
                    <input
                        class="input"
                        id="label"
                        name="label"
                        value=label
                        autocomplete="off"
                        aria-describedby="label-hint"
                        aria-invalid=invalid
                    />
                </div>
                <fieldset class="field">
                    <legend>{words.link_days}</legend>
                    {days}
                </fieldset>
                <button class="button" type="submit">
                    {words.link_do}
                </button>
            </form>
        </section>
    }
}

/// "9 September 2025".
pub(super) fn date(lang: Lang, when: &When) -> String {
    dates::day_month_year(lang, when.day, when.month, when.year)
}

//! What Firsthand knows about me, and asking it to forget.

use leptos::prelude::*;

use super::{Held, Section, held::table, shares::back};
use crate::{
    ui::{Banner, Glyph, Icon, Tone},
    walk::Lang,
    words::{Mine, When, fill, held},
};

/// What is known, and what was asked.
#[derive(Clone, Debug)]
pub struct AboutPage {
    /// What is held, without the pictures themselves.
    pub held: Held,
    /// What the reader asked for.
    pub erasure: Erasure,
    /// How many days pass between asking and doing.
    pub days: i64,
    /// True when the reader asked, and nobody else could look after the organisation.
    pub last: bool,
}

/// Where an erasure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// Nobody asked.
    NotAsked,
    /// It is done on this day.
    Due(When),
    /// It was asked for, and an operator holds it.
    Held,
}

/// The page.
#[must_use]
pub fn about(lang: Lang, page: &AboutPage) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let sections: Vec<_> = page.held.sections.iter().map(|it| fold(lang, it)).collect();
    view! {
        <div class="pane stack mine">
            {back(lang)}
            <h1>{words.about_title}</h1>
            <p class="lead">{words.about_why}</p>
            <section class="stack">
                <h2>{words.take_away}</h2>
                <p>{words.take_away_why}</p>
                <p class="row">
                    <a class="button" href="/me/about/export.html"><Icon glyph=Glyph::Download />{words.take_html}</a>
                    <a class="button" href="/me/about/export.json"><Icon glyph=Glyph::Download />{words.take_json}</a>
                </p>
            </section>
            <section class="stack wide">
                <h2>{words.held_title}</h2>
                <div>{sections}</div>
            </section>
            {erasure(lang, page)}
        </div>
    }
}

fn fold(lang: Lang, section: &Section) -> impl IntoView + use<> {
    let name = held::section(lang, section.table);
    let count = section.rows.len().to_string();
    view! {
        <details class="fold">
            <summary>{name}" "<span class="hint">{count}</span></summary>
            <div>{table(lang, section)}</div>
        </details>
    }
}

fn erasure(lang: Lang, page: &AboutPage) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let days = page.days.to_string();
    let keep = || {
        view! {
            <form method="post" action="/me/erase/withdraw">
                <button class="button primary" type="submit">{words.erase_withdraw}</button>
            </form>
        }
    };
    let last = page.last.then(|| {
        view! {
            <div class="field wrong">
                <p class="why" role="alert"><Icon glyph=Glyph::Warning />{words.erase_last}</p>
            </div>
        }
    });
    let state = match page.erasure {
        Erasure::NotAsked => view! {
            <p>{fill(words.erase_wait, &[("n", &days)])}</p>
            {last}
            <form method="post" action="/me/erase">
                <button class="button" type="submit">{words.erase_ask}</button>
            </form>
        }
        .into_any(),
        Erasure::Due(when) => {
            let said = fill(words.erase_due, &[("date", &when.full(lang))]);
            view! {
                <Banner tone=Tone::Risk glyph=Glyph::Warning said=said means=words.erase_due_means />
                {keep()}
            }
            .into_any()
        }
        Erasure::Held => view! {
            <Banner tone=Tone::Calm glyph=Glyph::Lock said=words.erase_held means=words.erase_held_means />
            {keep()}
        }
        .into_any(),
    };
    view! {
        <section class="stack" id="erase">
            <h2>{words.erase_title}</h2>
            <p>{words.erase_what}</p>
            <p>{words.erase_stays}</p>
            <p class="hint">{words.erase_law}</p>
            {state}
        </section>
    }
}

//! What is mine.

use leptos::prelude::*;

use super::{Appears, Home};
use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Mails, Mine, Quotes, SignIn, TakeIn, Year, fill},
};

/// The page. `saved` is true when the reader has just chosen how to appear.
#[must_use]
pub fn home(lang: Lang, page: &Home, saved: bool) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let below = [page.me.title.get(lang), page.organisation.get(lang)];
    let below: Vec<&str> = below.into_iter().filter(|it| !it.is_empty()).collect();
    let count = |n: usize, none: &str, some: &str| match n {
        0 => none.to_owned(),
        n => fill(some, &[("n", &n.to_string())]),
    };
    // For who walks.
    let file = (
        Glyph::Phone,
        "/me/walk-file",
        TakeIn::of(lang).title,
        TakeIn::of(lang).me_hint.to_owned(),
    );
    let rows = [
        (
            Glyph::Lock,
            "/me/shares",
            words.shares_title,
            count(page.sharing, words.shares_none, words.shares_some),
        ),
        (
            Glyph::Reply,
            "/shared",
            words.shared_title,
            count(page.shared, words.shared_none, words.shared_some),
        ),
        (
            Glyph::IdCard,
            "/me/about",
            words.about_title,
            words.about_hint.to_owned(),
        ),
        (
            Glyph::Lock,
            "/me/sign-in",
            SignIn::of(lang).own,
            SignIn::of(lang).own_lead.to_owned(),
        ),
    ];
    let quotes = (
        Glyph::Reply,
        "/me/quotes",
        Quotes::of(lang).title,
        Quotes::of(lang).hint.to_owned(),
    );
    // For who answers.
    let mail = (
        Glyph::Reply,
        "/me/mail",
        Mails::of(lang).title,
        Mails::of(lang).hint.to_owned(),
    );
    let year = (
        Glyph::Walks,
        "/me/year",
        Year::of(lang).title,
        Year::of(lang).hint.to_owned(),
    );
    let more = page
        .appears
        .map(|_| [year, file, quotes])
        .into_iter()
        .flatten();
    let more = more.chain(page.mail.then_some(mail));
    let rows = rows
        .into_iter()
        .chain(more)
        .map(|(glyph, href, name, hint)| {
            view! {
                <li>
                    <a class="line" href=href>
                        <Icon glyph=glyph />
                        <span><strong>{name}</strong><span class="hint below">{hint}</span></span>
                        <Icon glyph=Glyph::Chevron />
                    </a>
                </li>
            }
        });
    view! {
        <div class="pane stack mine">
            <h1>{words.me}</h1>
            <div>
                <p class="lead">{page.me.name.clone()}</p>
                <p class="hint">{below.join(", ")}</p>
            </div>
            <ul class="rows">{rows.collect_view()}</ul>
            {page.appears.map(|now| appears(lang, page, now, saved))}
        </div>
    }
}

fn appears(lang: Lang, page: &Home, now: Appears, saved: bool) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let title = page.me.title.get(lang);
    let by_title = fill(words.as_title, &[("title", title)]);
    let choice = |it: Appears, name: String, hint: &'static str| {
        view! {
            <label class="choice plain">
                <input type="radio" name="appears" value=it.code() checked=it == now />
                <span><strong>{name}</strong><span class="hint">{hint}</span></span>
            </label>
        }
    };
    let named = (!title.is_empty()).then(|| choice(Appears::Title, by_title, words.as_title_hint));
    let none = title
        .is_empty()
        .then(|| view! { <p class="hint">{words.no_title}</p> });
    let done = saved.then(|| view! { <p role="status"><Icon glyph=Glyph::Check inline=true />" "{words.appears_saved}</p> });
    view! {
        <section class="stack" id="appears">
            <form class="form" method="post" action="/me/appears">
                <fieldset aria-describedby="appears-why">
                    <legend><h2>{words.appears}</h2></legend>
                    <p id="appears-why">{words.appears_why}</p>
                    <div class="choices">
                        {choice(Appears::Walkthrough, words.as_walkthrough.to_owned(), words.as_walkthrough_hint)}
                        {named}
                    </div>
                </fieldset>
                {none}
                <p class="hint">{words.appears_honest}</p>
                {done}
                <button class="button" type="submit">{words.save}</button>
            </form>
        </section>
    }
}

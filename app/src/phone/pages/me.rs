//! You: who is signed in, the language, what is on this phone.

use leptos::prelude::*;

use super::notices;
use crate::phone::parts::{head, press, said, told};
use crate::phone::place::Route;
use crate::phone::session::{Log, Session};
use crate::phone::store;
use crate::ui::{Glyph, Icon};
use crate::walk::{Lang, WalkId};
use crate::words::{Common, Leave, Phone};

/// The page.
pub fn page(s: Session) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let me = move || {
        s.briefing.with(|news| {
            news.as_ref().map(|news| {
                let organisation = news.me.organisation.get(lang).to_owned();
                view! { <p class="lead">{news.me.name.clone()}</p><p class="hint">{organisation}</p> }
            })
        })
    };
    view! {
        <div class="phone">
            {head::titled(s, &Route::Today, "")}
            <main id="main" class="screen">
                <h1 tabindex="-1">{w.you}</h1>
                {notices::strips(s, w.still_walk)}
                <section class="card stack">
                    <h2 class="subhead">{w.signed_in_as}</h2>
                    {me}
                    <a class="text-button" href="/me">{w.about_you}</a>
                    {sign_out(s)}
                </section>
                {language(s)}
                {on_this_phone(s)}
                {notices::sealed(s)}
                {notices::refused(s)}
                {notices::home_screen(s, false)}
                {notices::newer(s)}
            </main>
        </div>
    }
    .into_any()
}

fn language(s: Session) -> AnyView {
    let lang = s.lang.get_untracked();
    let (other, code) = match lang {
        Lang::En => (Lang::Cy, "cy"),
        Lang::Cy => (Lang::En, "en"),
    };
    let change = move |_| {
        store::choose_language(other);
        s.lang.set(other);
    };
    let words = Common::of(lang);
    view! {
        <section class="card stack">
            <h2 class="subhead">{Phone::of(lang).language_is}</h2>
            <button class="button wide" type="button" lang=code on:click=change>
                <Icon glyph=Glyph::Globe />{words.language}
            </button>
        </section>
    }
    .into_any()
}

/// What waits here, and whether the browser has promised to keep it.
fn on_this_phone(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let kept = RwSignal::new(String::new());
    store::spawn(async move { kept.set(store::persist(false).await) });
    let waiting = move || {
        s.logs.with(|logs| {
            logs.values()
                .map(|log| log.count())
                .map(|(sent, all)| all - sent)
                .sum::<usize>()
        })
    };
    let said = move || match waiting() {
        0 => w.nothing_waits.to_owned(),
        n => said::many(n, w.one_waits, w.n_wait),
    };
    let promise = move || {
        kept.with(|kept| {
            if kept == "yes" {
                w.persisted
            } else if store::cleared_after_a_week() {
                w.week_only
            } else {
                w.not_persisted
            }
        })
    };
    view! {
        <section class="card stack">
            <h2 class="subhead">{w.on_this_phone}</h2>
            <p>{said}</p>
            <p class="hint small">{promise}</p>
            {(!store::keeps_app()).then(|| view! { <p class="hint small">{w.no_worker}</p> })}
            {press::button("button wide", w.send_now, move || store::spawn(s.send()))}
            {unsent(s)}
        </section>
    }
    .into_any()
}

/// Each walk with something that only this phone has, finished or not, and the way to a copy of it.
fn unsent(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let row = move |(id, log): (&WalkId, &Log)| {
        let id = *id;
        let (sent, all) = log.count();
        (sent < all).then(|| {
            let save = move || store::spawn(s.save_walk(id));
            let title = told::told(s, &log.walk).title();
            let below = [w.share_walk, ". ", w.share_hint].concat();
            let line = press::line(press::icon(Glyph::Download), &title, "", &below, save);
            view! { <li>{line}</li> }.into_any()
        })
    };
    let rows = move || {
        s.logs
            .with(|logs| logs.iter().filter_map(row).collect::<Vec<_>>())
    };
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn sign_out(s: Session) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Leave::of(lang);
    let waits = move || {
        s.logs.track();
        s.has_waiting().then_some(w.unsent)
    };
    view! {
        <p class="hint small">{w.takes_off}" "{waits}</p>
        {press::button("button wide", Common::of(lang).sign_out, move || store::spawn(s.leave()))}
    }
    .into_any()
}

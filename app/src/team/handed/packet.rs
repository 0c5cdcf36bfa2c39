//! Share pages: one that was just made, and what whoever has its address finds there.

use leptos::prelude::*;

use super::{
    Made, Told,
    told::{told, told_title},
};
use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Handed, When, fill},
};

/// What an opened page shows, and until when.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What is told.
    pub told: Told,
    /// Until when it can be opened.
    pub until: When,
}

/// A page that was just made: its address, once.
#[must_use]
pub fn packet_made(lang: Lang, made: &Made) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let until = fill(
        words.shown_until,
        &[
            ("date", &made.until.date(lang)),
            ("time", &made.until.time()),
        ],
    );
    let back = format!("/team/thread/{}/share", made.thread);
    view! {
        <div class="pane stack">
            <h1>{words.shown_once}</h1>
            <p class="lead">{words.shown_once_why}</p>
            <section class="card handed-over">
                <p class="mono">{made.address.clone()}</p>
            </section>
            <p>{until}</p>
            <p>
                <a class="button" href=back>
                    {words.hand_on}
                </a>
            </p>
        </div>
    }
}

/// What a page's address shows before its button is pressed: nothing of it.
#[must_use]
pub fn packet_closed(lang: Lang, action: String) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    view! {
        <section class="card">
            <h1>{words.closed}</h1>
            <p class="lead">{words.closed_why}</p>
            <form method="post" action=action>
                <button class="button primary wide big" type="submit">
                    {words.open}
                </button>
            </form>
            <p class="hint">{words.closed_counts}</p>
        </section>
    }
}

/// The page itself.
#[must_use]
pub fn packet_opened(lang: Lang, opened: &Opened) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let organisation = [("organisation", opened.told.organisation.get(lang))];
    let until = fill(words.opened_until, &[("date", &opened.until.date(lang))]);
    view! {
        <section class="card stack">
            <p class="eyebrow">{words.opened}</p>
            <h1>{told_title(lang, &opened.told)}</h1>
            <p class="lead">{fill(words.opened_why, &organisation)}</p>
            {told(lang, &opened.told)}
            <p class="hint">{until}</p>
        </section>
    }
}

/// The same for an address that never was, one that ended and one whose time is over.
#[must_use]
pub fn packet_gone(lang: Lang) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    view! {
        <section class="card empty">
            <Icon glyph=Glyph::Warning />
            <h1>{words.gone}</h1>
            <p>{words.gone_why}</p>
            <p>{words.gone_do}</p>
        </section>
    }
}

/// A right address of which nothing is left to tell.
#[must_use]
pub fn packet_emptied(lang: Lang) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    view! {
        <section class="card empty">
            <h1>{words.emptied}</h1>
            <p>{words.emptied_why}</p>
            <p>{words.emptied_do}</p>
        </section>
    }
}

//! Which services take offers from other organisations on this installation.

use leptos::prelude::*;

use crate::{
    walk::{Lang, Text},
    words::{Handed, People},
};

/// A service, and whether it takes offers.
#[derive(Clone, Debug)]
pub struct TakesOffers {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// True when other organisations can offer friction to it.
    pub takes: bool,
}

/// The page.
#[must_use]
pub fn neighbours(lang: Lang, services: &[TakesOffers]) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let boxes = services.iter().map(|it| {
        view! {
            <label class="tick">
                <input type="checkbox" name="service" value=it.id.clone() checked=it.takes />
                <span>{it.name.get(lang).to_owned()}</span>
            </label>
        }
    });
    let boxes: Vec<_> = boxes.collect();
    let form = if boxes.is_empty() {
        view! { <p>{words.neighbours_none}</p> }.into_any()
    } else {
        view! {
            <form class="form" method="post" action="/office/neighbours">
                <fieldset class="field">
                    <legend>{words.neighbours_services}</legend>
                    {boxes}
                </fieldset>
                <button class="button primary" type="submit">
                    {words.neighbours_do}
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <div class="pane stack">
            <p>
                <a href="/office">{People::of(lang).back}</a>
            </p>
            <h1>{words.neighbours}</h1>
            <p class="lead">{words.neighbours_why}</p>
            {form}
        </div>
    }
}

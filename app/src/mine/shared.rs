//! What others share with me, for as long as they do.

use leptos::prelude::*;

use super::{
    Shared,
    shares::{back, named, said},
};
use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Mine, fill},
};

/// Everything that is shared with the reader now, the newest first.
#[must_use]
pub fn shared_list(lang: Lang, all: &[Shared]) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let rows = all.iter().map(|it| {
        let below = [
            it.said.task.get(lang).to_owned(),
            fill(words.shared_since, &[("date", &it.since.recently(lang))]),
        ];
        let below: Vec<String> = below.into_iter().filter(|it| !it.is_empty()).collect();
        view! {
            <li>
                <a class="line" href=format!("/shared/{}", it.id)>
                    <span>
                        <strong><bdi>{named(lang, &it.author)}</bdi></strong>
                        <span class="below">{it.said.item.title(lang)}</span>
                        <span class="hint below">{below.join(". ")}</span>
                    </span>
                    <Icon glyph=Glyph::Chevron />
                </a>
            </li>
        }
    });
    let empty = all.is_empty().then(|| {
        view! {
            <div class="empty">
                <Icon glyph=Glyph::Reply />
                <h2>{words.nobody_shares}</h2>
                <p>{words.nobody_shares_why}</p>
            </div>
        }
    });
    view! {
        <div class="pane stack mine">
            {back(lang)}
            <h1>{words.shared_title}</h1>
            {empty}
            <ul class="rows">{rows.collect_view()}</ul>
        </div>
    }
}

/// One item.
#[must_use]
pub fn shared(lang: Lang, it: &Shared) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    view! {
        <div class="pane stack mine">
            <p class="back"><a href="/shared"><Icon glyph=Glyph::Back inline=true />" "{words.shared_title}</a></p>
            <h1>{shared_title(lang, it)}</h1>
            {card(lang, it)}
            <p class="hint">{words.shared_means}</p>
        </div>
    }
}

/// "Shared by Ann Evans".
#[must_use]
pub fn shared_title(lang: Lang, it: &Shared) -> String {
    fill(Mine::of(lang).shared_by, &[("name", &it.author.name)])
}

/// The item as a reader sees it: also before it is shared.
pub(super) fn card(lang: Lang, it: &Shared) -> impl IntoView + use<> {
    let from = named(lang, &it.author);
    view! {
        <article class="card">
            <p><strong>{from}</strong></p>
            {said(lang, &it.said)}
        </article>
    }
}

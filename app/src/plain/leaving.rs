//! On the way to the service, in a tab of its own.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Phone, Plain},
};

use super::{Address, Own};

/// The page: the browser goes on to the service by itself; the link is for when it does not.
#[must_use]
pub fn leaving(lang: Lang, own: &Own, url: &str) -> impl IntoView + use<> {
    let (words, phone) = (Plain::of(lang), Phone::of(lang));
    view! {
        <main id="main" class="screen" tabindex="-1">
            <header class="today-top"><h1>{words.opening_service}</h1></header>
            <p class="lead">{words.opening_why}</p>
            <a class="button primary wide big" href=url.to_owned() rel="noopener">{phone.open_service}<Icon glyph=Glyph::Open /></a>
            <a class="button wide" href=Address::walk(own.id).href()>{words.back_to_walk}</a>
        </main>
    }
}

//! The front page, for somebody who is not signed in.

use leptos::prelude::*;

use crate::{walk::Lang, words::Front};

/// What Firsthand is, in three sentences, and the way in.
#[must_use]
pub fn welcome(lang: Lang) -> impl IntoView + use<> {
    let words = Front::of(lang);
    view! {
        <div class="narrow welcome">
            <h1 class="h1">{words.welcome_title}</h1>
            <p class="lead">{words.welcome_1}</p>
            <p class="lead">{words.welcome_2}</p>
            <p class="lead">{words.welcome_3}</p>
            <blockquote class="said"><p>{words.quote}</p></blockquote>
            <p><a class="button primary" href="/sign-in">{words.sign_in}</a></p>
        </div>
    }
}

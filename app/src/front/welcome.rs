//! The front page, for somebody who is not signed in.

use leptos::prelude::*;

use crate::{walk::Lang, words::Front};

/// What Firsthand is, in three sentences, and the way in.
#[must_use]
pub fn welcome(lang: Lang) -> impl IntoView + use<> {
    let words = Front::of(lang);
    view! {
        <section class="card">
            <h1>{words.welcome_title}</h1>
            <p>{words.welcome_1}</p>
            <p>{words.welcome_2}</p>
            <p>{words.welcome_3}</p>
            <blockquote class="lead"><p>{["“", words.quote, "”"].concat()}</p></blockquote>
            <p><a class="button primary wide big" href="/sign-in">{words.sign_in}</a></p>
        </section>
    }
}

//! A new invitation, shown once.

use leptos::prelude::*;

use crate::{
    walk::Lang,
    words::{Office, fill},
};

use super::Invitation;

/// The address and the code, and until when they work.
#[must_use]
pub fn invitation(lang: Lang, made: &Invitation) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let name = [("name", made.name.as_str())];
    let until = fill(
        words.made_until,
        &[
            ("date", &made.until.date(lang)),
            ("time", &made.until.time()),
        ],
    );
    view! {
        <div class="pane stack">
            <h1>{invitation_title(lang, made)}</h1>
            <p class="lead">{fill(words.made_once, &name)}</p>
            <section class="card">
                <h2 class="subhead">{words.made_address}</h2>
                <p class="mono">{made.address.clone()}</p>
                <h2 class="subhead">{fill(words.made_code, &[("address", &made.typed_at)])}</h2>
                <p class="mono">{made.code.clone()}</p>
            </section>
            <p>{until}</p>
            <p>
                <a class="button" href="/office">
                    {words.made_back}
                </a>
            </p>
        </div>
    }
}

/// "An invitation for Rhian Morgan".
#[must_use]
pub fn invitation_title(lang: Lang, made: &Invitation) -> String {
    fill(Office::of(lang).made, &[("name", &made.name)])
}

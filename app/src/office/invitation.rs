//! A new invitation, shown once.

use leptos::prelude::*;

use crate::{
    walk::Lang,
    words::{Office, SignIn, fill},
};

use super::Invitation;

/// The address and the code, and until when they work.
#[must_use]
pub fn invitation(lang: Lang, made: &Invitation) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let name = [("name", made.name.as_str())];
    let own = SignIn::of(lang);
    let picture = made.picture.as_ref();
    let kind = (!made.demonstration).then(|| {
        let kind = if made.recovery {
            own.kind_recovery
        } else {
            own.kind_first
        };
        fill(kind, &name)
    });
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
            {kind.map(|kind| view! { <p>{kind}</p> })}
            <section class="card handed-over">
                {picture.map(|it| {
                    view! {
                        <h2 class="subhead">{own.scan}</h2>
                        {it.picture(own.scan_alt)}
                    }
                })}
                <h2 class="subhead">{words.made_address}</h2>
                <p class="mono">{made.address.clone()}</p>
                <h2 class="subhead">{fill(words.made_code, &[("address", &made.typed_at)])}</h2>
                <p class="mono code">{made.code.clone()}</p>
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

//! What `public/inbox.js` needs of the page: the keys it knows, and where it tells of what came meanwhile.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Common, Inbox as Words},
};

use super::Inbox;

/// Where it is told that more was felt. Empty until then.
pub(super) fn news(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Words::of(lang);
    view! {
        <div
            class="news"
            id="news"
            role="status"
            data-since=inbox.felt.to_string()
            data-href=["/team", &inbox.filter.query(None)].concat()
            data-one=words.news_one
            data-many=words.news
        ></div>
    }
}

/// The keys, in a dialog that `?` opens, and a way to switch them off.
pub(super) fn keys(lang: Lang) -> impl IntoView + use<> {
    let words = Words::of(lang);
    let all = [
        ("j", words.key_next),
        ("k", words.key_before),
        ("x", words.key_tick),
        ("Enter", words.key_open),
        ("/", words.key_search),
        ("?", words.key_help),
    ];
    let rows = all.map(|(key, does)| {
        view! {
            <div>
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
            </div>
        }
    });
    view! {
        <p class="note">
            <button class="text-button" type="button" id="keys-open" hidden=true>
                {words.keys}
            </button>
        </p>
        <dialog class="keys" id="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{words.keys}</h2>
            <dl>{rows.collect_view()}</dl>
            <label class="tick">
                <input type="checkbox" id="keys-on" checked=true />
                {words.keys_on}
            </label>
            <form method="dialog">
                <button class="button" type="submit">
                    <Icon glyph=Glyph::Close />
                    {Common::of(lang).close}
                </button>
            </form>
        </dialog>
        <script type="module" src="/inbox.js"></script>
    }
}

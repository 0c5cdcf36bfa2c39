//! Views that somebody keeps: one press shows them again.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Inbox as Words, fill},
};

use super::Inbox;

/// A view somebody keeps.
#[derive(Clone, Debug)]
pub struct View {
    /// Which.
    pub id: String,
    /// What they call it.
    pub name: String,
    /// What it shows, as it stands in an address with its question mark.
    pub query: String,
}

impl View {
    /// The most characters of a name.
    pub const MOST_NAME: usize = 60;

    /// A name as it was typed, without control characters and without space around it; `None` when nothing is left.
    #[must_use]
    pub fn name(typed: &str) -> Option<String> {
        let kept: String = typed.chars().filter(|it| !it.is_control()).collect();
        let name: String = kept.trim().chars().take(Self::MOST_NAME).collect();
        Some(name).filter(|name| !name.is_empty())
    }
}

/// The viewer's own views.
pub(super) fn views(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Words::of(lang);
    let now = inbox.filter.query(None);
    let rows: Vec<_> = inbox
        .views
        .iter()
        .map(|it| {
            let current = (it.query == now).then_some("true");
            view! {
                <li>
                    <a class="chip" href=["/team", &it.query].concat() aria-current=current>
                        <bdi>{it.name.clone()}</bdi>
                    </a>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <nav aria-label=words.views>
                <ul class="chips narrowed">{rows}</ul>
            </nav>
        }
    })
}

/// Keeps what is shown now under a name, or lets go of it.
pub(super) fn keep(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Words::of(lang);
    let query = inbox.filter.query(None);
    let kept = inbox.views.iter().find(|it| it.query == query);
    if let Some(kept) = kept {
        let label = fill(words.view_drop_named, &[("name", &kept.name)]);
        return view! {
            <form class="keep" method="post" action=["/team/views/", &kept.id, "/remove"].concat()>
                <button class="text-button" type="submit" aria-label=label>
                    {words.view_drop}
                </button>
            </form>
        }
        .into_any();
    }
    if query.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="fold keep">
            <summary>
                <Icon glyph=Glyph::Plus />
                {words.view_keep}
            </summary>
            <form method="post" action=["/team/views", &query].concat()>
                <div class="field">
                    <label for="view-name">{words.view_name}</label>
                    <input
                        class="input"
                        id="view-name"
                        name="name"
                        required=true
                        maxlength=View::MOST_NAME.to_string()
                        autocomplete="off"
                    />
                </div>
                <button class="button" type="submit">
                    {words.view_do}
                </button>
            </form>
        </details>
    }
    .into_any()
}

//! What was taken back: what the team did about it stays to be seen.

use leptos::prelude::*;

use crate::{
    team::{
        Item,
        item::{state_shape, state_word, title},
    },
    ui::{Badge, Mark, Shape},
    walk::Lang,
    words::{Common, Inbox as Words, Team, fill},
};

use super::Inbox;

/// The friction points that were taken back, each with the way to its page.
pub(super) fn withdrawn(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let rows: Vec<_> = inbox.withdrawn.iter().map(|it| row(lang, it)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="group">{Words::of(lang).withdrawn}</h2>
            <ul class="threads">{rows}</ul>
        }
    })
}

fn row(lang: Lang, item: &Item) -> impl IntoView + use<> {
    let on = item.withdrawn.map_or(String::new(), |on| on.date(lang));
    let on = fill(Team::of(lang).withdrawn_on, &[("date", &on)]);
    let n = item.friction.step.saturating_add(1).to_string();
    let step = fill(Common::of(lang).step_n, &[("n", &n)]);
    let place = [item.task.get(lang), ". ", &step].concat();
    view! {
        <li>
            <a class="thread" href=format!("/team/friction/{}", item.friction.id)>
                <Mark shape=Shape::Withdrawn />
                <span>
                    <strong>{title(lang, item)}</strong>
                    <span class="meta">
                        <span>{on}</span>
                        <Badge shape=state_shape(item.state) word=state_word(lang, item.state) />
                    </span>
                    <span class="meta">
                        <span>{place}</span>
                    </span>
                </span>
            </a>
        </li>
    }
}

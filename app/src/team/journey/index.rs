//! The tasks of the viewer's services, with how many walks the map of each is drawn from.

use leptos::prelude::*;

use crate::address::encoded;
use crate::ui::{Glyph, Icon};
use crate::walk::Lang;
use crate::words::{Journey, Team, fill};

use super::{
    Journeys, Listed,
    said::{date, walks},
};

/// The list.
#[must_use]
pub fn journeys(lang: Lang, page: &Journeys) -> impl IntoView + use<> {
    let words = Journey::of(lang);
    let services = page
        .tasks
        .chunk_by(|a, b| a.service == b.service)
        .filter_map(|tasks| {
            let service = tasks.first()?.service.get(lang).to_owned();
            let rows: Vec<_> = tasks.iter().map(|task| row(lang, task)).collect();
            Some(view! {
                <section class="stack tight">
                    <h2>{service}</h2>
                    <ul class="rows">{rows}</ul>
                </section>
            })
        });
    let empty = page.tasks.is_empty().then(|| {
        view! {
            <div class="empty">
                <h2>{words.no_tasks}</h2>
                <p>{words.no_tasks_why}</p>
            </div>
        }
    });
    view! {
        <article class="journey pane">
            <header class="pane-head">
                <div>
                    <p class="hint jback"><a href="/team">{Team::of(lang).inbox}</a></p>
                    <h1>{words.journeys}</h1>
                    <p class="hint">{words.journeys_lead}</p>
                </div>
            </header>
            {services.collect_view()}
            {empty}
        </article>
    }
}

fn row(lang: Lang, task: &Listed) -> impl IntoView + use<> {
    let newest = task.newest.as_ref().map(|when| {
        let said = fill(
            Journey::of(lang).last_walked,
            &[("date", &date(lang, when))],
        );
        [", ", &said].concat()
    });
    let said = [walks(lang, task.walks), newest.unwrap_or_default()].concat();
    view! {
        <li>
            <a class="line" href=format!("/team/journey/{}", encoded(&task.id))>
                <span>
                    <strong>{task.name.get(lang).to_owned()}</strong>
                    <span class="hint below">{said}</span>
                </span>
                <Icon glyph=Glyph::Chevron />
            </a>
        </li>
    }
}

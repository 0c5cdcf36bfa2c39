//! What the organisation offers, and what of it can be walked.

use leptos::prelude::*;

use crate::{
    walk::{Lang, Task},
    words::{Office, People, attempt_mode, fill},
};

use super::{Desk, ServiceTasks};

/// Every service with its tasks.
pub(super) fn services(lang: Lang, desk: &Desk) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let tasks: usize = desk
        .services
        .iter()
        .map(|service| service.tasks.len())
        .sum();
    let counts = fill(
        words.counts,
        &[
            ("tasks", &tasks.to_string()),
            ("services", &desk.services.len().to_string()),
        ],
    );
    let lists: Vec<_> = desk.services.iter().map(|it| service(lang, it)).collect();
    let none = (tasks == 0).then(|| {
        view! {
            <div class="empty">
                <h3>{words.no_tasks}</h3>
                <p>{words.no_tasks_why}</p>
            </div>
        }
    });
    view! {
        <section class="stack">
            <h2>{words.services}</h2>
            <p class="hint">{counts}</p>
            <p>{words.check_them}</p>
            {none}
            {lists}
            <p>
                <a class="button" href="/office/services/new">
                    {People::of(lang).service_add}
                </a>
            </p>
        </section>
    }
}

fn service(lang: Lang, service: &ServiceTasks) -> impl IntoView + use<> {
    let rows: Vec<_> = service
        .tasks
        .iter()
        .map(|(it, walks)| task(lang, it, *walks))
        .collect();
    view! {
        <div>
            <h3>
                <a href=["/office/services/", &service.id].concat()>
                    {service.name.get(lang).to_owned()}
                </a>
            </h3>
            <ul class="step-list">{rows}</ul>
        </div>
    }
}

fn task(lang: Lang, task: &Task, walks: u64) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let count = |text, n: usize| fill(text, &[("n", &n.to_string())]);
    let stop = task
        .stop_before
        .as_ref()
        .map(|what| fill(words.stop_before, &[("what", what.get(lang))]));
    let facts = [
        stop.or_else(|| Some(attempt_mode(lang, task.mode).to_owned())),
        Some(count(words.steps_count, task.steps.len())),
        Some(count(words.situations_count, task.situations.len())),
        Some(count(words.minutes, usize::from(task.about_minutes))),
        Some(fill(words.walked, &[("n", &walks.to_string())])),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    view! {
        <li>
            <span class="name">{task.name.get(lang).to_owned()}</span>
            <span class="hint">{facts.join(", ")}</span>
        </li>
    }
}

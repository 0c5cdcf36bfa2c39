//! All tasks to choose from.

use leptos::prelude::*;

use crate::phone::parts::head;
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::ui::{Glyph, Icon};
use crate::walk::Task;
use crate::words::{Phone, fill};

/// The page.
pub fn page(s: Session) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let row = move |task: &Task| {
        let walked = s.logs.with(|logs| {
            logs.values()
                .filter_map(|log| log.walk.started.as_ref())
                .any(|started| started.task == task.id)
        });
        let about = fill(
            w.about_steps,
            &[
                ("m", &task.about_minutes.to_string()),
                ("n", &task.steps.len().to_string()),
            ],
        );
        let href = Route::Brief {
            task: task.id.clone(),
            situation: String::new(),
        }
        .path();
        view! {
            <li>
                <a class="card" href=href>
                    <p class="hint small">{task.service_name.get(lang).to_owned()}</p>
                    <h2>{task.name.get(lang).to_owned()}</h2>
                    <p class="row"><Icon glyph=Glyph::Clock inline=true />{about}</p>
                    {walked.then(|| view! { <p class="hint small">{w.walked_times}</p> })}
                </a>
            </li>
        }
    };
    let rows = move || {
        s.briefing.with(|news| {
            news.as_ref().map(|news| {
                news.tasks
                    .iter()
                    .map(row)
                    .map(IntoAny::into_any)
                    .collect::<Vec<_>>()
            })
        })
    };
    view! {
        <div class="phone">
            {head::titled(s, &Route::Today, "")}
            <main id="main" class="screen history">
                <h1 tabindex="-1">{w.tasks}</h1>
                <ul class="walk-list">{rows}</ul>
            </main>
        </div>
    }
    .into_any()
}

//! All tasks to choose from.

use crate::phone::signal::*;

use crate::phone::dom::{Html, IntoNode, el, shapes::inline};
use crate::phone::parts::head;
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::ui::Glyph;
use crate::walk::Task;
use crate::words::{Phone, fill};

/// The page.
pub fn page(s: Session) -> Html {
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
        el("li").child(
            el("a")
                .attr("class", "card")
                .attr("href", href)
                .child(
                    el("p")
                        .attr("class", "hint small")
                        .child(task.service_name.get(lang).to_owned()),
                )
                .child(el("h2").child(task.name.get(lang).to_owned()))
                .child(
                    el("p")
                        .attr("class", "row")
                        .child(inline(Glyph::Clock))
                        .child(about),
                )
                .child(walked.then(|| el("p").attr("class", "hint small").child(w.walked_times))),
        )
    };
    let rows = move || {
        s.briefing.with(|news| {
            news.as_ref()
                .map(|news| news.tasks.iter().map(row).collect::<Vec<_>>())
        })
    };
    el("div")
        .attr("class", "phone")
        .child(head::titled(s, &Route::Today, ""))
        .child(
            el("main")
                .attr("id", "main")
                .attr("class", "screen history")
                .child(el("h1").attr("tabindex", "-1").child(w.tasks))
                .child(el("ul").attr("class", "walk-list").child(rows)),
        )
        .node()
}

//! The demonstration's stand-in for a council's own service.

use leptos::prelude::*;

use crate::{
    walk::{Lang, Task},
    words::{Common, Front},
};

/// A plain page in place of the real service: the task, a form that sends nothing, and the steps.
#[must_use]
pub fn stand_in(lang: Lang, task: &Task) -> impl IntoView + use<> {
    let words = Front::of(lang);
    let steps: Vec<_> = task
        .steps
        .iter()
        .zip(1_u16..)
        .map(|(step, n)| {
            let hint = Some(step.hint.get(lang).to_owned()).filter(|hint| !hint.is_empty());
            view! {
                            <li>
            <span class="number">{n}</span>
            <strong>{step.name.get(lang).to_owned()}</strong>
            {hint.map(|hint| view! { <span class="badges hint">{hint}</span> })}
                            </li>
                        }
        })
        .collect();
    view! {
            <section class="card">
                <p class="banner draft"><span>
    <strong>{[Common::of(lang).demonstration, ". "].concat()}</strong>
    {words.stand_in}
    </span></p>
                <p class="eyebrow">{task.service_name.get(lang).to_owned()}</p>
                <h1>{task.name.get(lang).to_owned()}</h1>
                <p>{words.stand_in_why}</p>
                <div class="field">
                    <label for="name">{words.stand_in_name}</label>
                    <input class="input" id="name" autocomplete="off" />
                </div>
                <div class="field">
                    <label for="postcode">{words.stand_in_postcode}</label>
                    <input class="input" id="postcode" autocomplete="off" />
                </div>
                <div class="field">
                    <label for="more">{words.stand_in_more}</label>
                    <textarea class="input" id="more" rows="4"></textarea>
                </div>
                <h2 class="subhead">{words.stand_in_steps}</h2>
                <ol class="told">{steps}</ol>
                <p class="lead">{words.stand_in_close}</p>
            </section>
        }
}

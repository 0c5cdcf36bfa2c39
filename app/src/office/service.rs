//! One service: its names, and who answers for it.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::People,
};

use super::{Fault, ServiceName, ServicePage, invite::line, threads::risk_contact};

/// The page. `typed` is what could not be used of its form.
#[must_use]
pub fn service(
    lang: Lang,
    page: &ServicePage,
    typed: Option<&ServiceName>,
) -> impl IntoView + use<> {
    let words = People::of(lang);
    let now = typed
        .cloned()
        .unwrap_or_else(|| ServiceName(page.name.clone()));
    let to = ["/office/services/", &page.id].concat();
    let team = page.team.iter().map(|(id, name)| {
        view! {
            <li>
                <a class="line" href=["/office/people/", id].concat()>
                    <span>
                        <strong>{name.clone()}</strong>
                    </span>
                    <Icon glyph=Glyph::Chevron />
                </a>
            </li>
        }
    });
    let team: Vec<_> = team.collect();
    let answers = if team.is_empty() {
        view! {
            <div class="empty">
                <h3>{words.answers_none}</h3>
                <p>{words.answers_none_why}</p>
            </div>
        }
        .into_any()
    } else {
        view! {
            <ul class="rows">{team}</ul>
            <p class="hint">{words.answers_why}</p>
        }
        .into_any()
    };
    view! {
        <div class="pane stack">
            <p>
                <a href="/office">{words.back}</a>
            </p>
            <h1>{page.name.get(lang).to_owned()}</h1>
            {form(lang, to, &now, typed.is_some(), words.service_keep)}
            <section class="stack">
                <h2>{words.answers}</h2>
                {answers}
            </section>
            {risk_contact(lang, page)}
        </div>
    }
}

/// The page with the form for a new one.
#[must_use]
pub fn new_service(lang: Lang, typed: Option<&ServiceName>) -> impl IntoView + use<> {
    let words = People::of(lang);
    let now = typed.cloned().unwrap_or_default();
    let to = "/office/services".to_owned();
    view! {
        <div class="pane stack">
            <p>
                <a href="/office">{words.back}</a>
            </p>
            <h1>{words.service_new}</h1>
            {form(lang, to, &now, typed.is_some(), words.service_add)}
        </div>
    }
}

fn form(
    lang: Lang,
    to: String,
    now: &ServiceName,
    tried: bool,
    does: &'static str,
) -> impl IntoView + use<> {
    let words = People::of(lang);
    let faults = if tried { now.faults() } else { Vec::new() };
    let empty = faults
        .contains(&Fault::NameEmpty)
        .then_some(words.service_empty);
    let long = faults
        .contains(&Fault::NameLong)
        .then_some(words.service_long);
    let long_cy = long.filter(|_| now.0.cy.chars().count() > super::data::MOST_NAME);
    let long_en = long.filter(|_| now.0.en.chars().count() > super::data::MOST_NAME);
    view! {
        <form class="form" method="post" action=to>
            {line("name", words.service_name, None, &now.0.en, empty.or(long_en))}
            {line("name_cy", words.service_name_cy, Some(words.service_name_hint), &now.0.cy, long_cy)}
            <button class="button primary" type="submit">{does}</button>
        </form>
    }
}

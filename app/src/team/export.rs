//! Choosing a copy of what was felt, to take away.

use leptos::prelude::*;

use crate::{
    walk::{Lang, Text},
    words::Exports,
};

/// What can be chosen, and what is chosen already.
#[derive(Clone, Debug, Default)]
pub struct ExportPage {
    /// The services the viewer answers for: id and name.
    pub services: Vec<(String, Text)>,
    /// The service chosen.
    pub service: Option<String>,
}

/// The page. Its one form asks for a file, and works without any script.
#[must_use]
pub fn export(lang: Lang, page: &ExportPage) -> impl IntoView + use<> {
    let words = Exports::of(lang);
    let body = if page.services.is_empty() {
        view! {
            <div class="empty">
                <h2>{words.no_services}</h2>
                <p>{words.no_services_why}</p>
            </div>
        }
        .into_any()
    } else {
        form(lang, page).into_any()
    };
    view! {
        <div class="pane stack">
            <p>
                <a href="/team">{words.back}</a>
            </p>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {body}
        </div>
    }
}

fn form(lang: Lang, page: &ExportPage) -> impl IntoView + use<> {
    let words = Exports::of(lang);
    let service = |(id, name): &(String, Text)| {
        let selected = page.service.as_ref() == Some(id);
        view! {
            <option value=id.clone() selected=selected>
                {name.get(lang).to_owned()}
            </option>
        }
    };
    let services: Vec<_> = page.services.iter().map(service).collect();
    view! {
        <form class="form" method="get" action="/team/export/file">
            <fieldset>
                <legend>{words.what}</legend>
                {choice("what", "threads", words.threads, Some(words.threads_why), true)}
                {choice(
                    "what",
                    "friction",
                    words.friction_points,
                    Some(words.friction_points_why),
                    false,
                )}
            </fieldset>
            <div class="field">
                <label for="service">{words.service}</label>
                <select class="input" id="service" name="service">
                    <option value="">{words.all_services}</option>
                    {services}
                </select>
            </div>
            <div class="side-by-side">
                {day("from", words.from)} {day("until", words.until)}
            </div>
            <p class="hint" id="days">
                {words.day_hint}
            </p>
            <fieldset>
                <legend>{words.format}</legend>
                {choice("format", "csv", words.csv, None, true)}
                {choice("format", "xlsx", words.xlsx, None, false)}
                {choice("format", "json", words.json, None, false)}
            </fieldset>
            <button class="button primary" type="submit">
                {words.take}
            </button>
        </form>
    }
}

fn day(name: &'static str, label: &'static str) -> impl IntoView + use<> {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input class="input" type="date" id=name name=name aria-describedby="days" />
        </div>
    }
}

fn choice(
    name: &'static str,
    value: &'static str,
    label: &'static str,
    why: Option<&'static str>,
    checked: bool,
) -> impl IntoView + use<> {
    view! {
        <label class="choice plain">
            <input type="radio" name=name value=value checked=checked />
            <span>{label} {why.map(|why| view! { <span class="hint">{why}</span> })}</span>
        </label>
    }
}

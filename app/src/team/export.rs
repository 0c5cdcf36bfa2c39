//! Choosing a copy of what was felt, to take away.

use leptos::prelude::*;

use crate::{
    team::{Filter, Inbox, Sort, href},
    ui::{Glyph, Icon},
    walk::{Lang, Text},
    words::{Exports, Inbox as InboxWords, fill, quoted},
};

use super::inbox::chosen_words;

/// The most characters of what could not be read that are shown again.
const MOST_SHOWN: usize = 40;

/// What can be chosen, and what is chosen already.
#[derive(Clone, Debug, Default)]
pub struct ExportPage {
    /// The services the viewer answers for: id and name.
    pub services: Vec<(String, Text)>,
    /// Their tasks: id and name.
    pub tasks: Vec<(String, Text)>,
    /// What the inbox showed: the copy holds that, and nothing else.
    pub filter: Filter,
    /// What was typed into the form.
    pub typed: TypedExport,
    /// A day that could not be read, as it was typed: nothing was copied.
    pub odd: Option<String>,
    /// What else was asked for and cannot be, as it was written: nothing was copied.
    pub unread: Option<String>,
}

/// What was typed into the form.
#[derive(Clone, Debug, Default)]
pub struct TypedExport {
    /// `threads` or `friction`.
    pub what: String,
    /// `csv`, `xlsx` or `json`.
    pub format: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
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
        view! { {narrowed(lang, page)} {form(lang, page)} }.into_any()
    };
    view! {
        <div class="pane stack">
            <p>
                <a href=href("", &page.filter, None)>{words.back}</a>
            </p>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {body}
        </div>
    }
}

/// What the inbox left out, each with the way to let go of it. The service is chosen in the form.
fn narrowed(lang: Lang, page: &ExportPage) -> Option<AnyView> {
    let words = Exports::of(lang);
    let inbox = Inbox {
        filter: Filter {
            service: None,
            ..page.filter.clone()
        },
        services: page.services.clone(),
        tasks: page.tasks.clone(),
        ..Inbox::default()
    };
    let mut chosen = chosen_words(lang, &inbox);
    if page.filter.sort == Sort::Waiting {
        let without = Filter {
            sort: Sort::Hurts,
            ..inbox.filter.clone()
        };
        chosen.push((words.unsettled.to_owned(), without));
    }
    if chosen.is_empty() {
        return None;
    }
    let links = chosen.into_iter().map(|(name, without)| {
        let without = Filter {
            service: page.filter.service.clone(),
            ..without
        };
        let label = fill(InboxWords::of(lang).without, &[("what", &name)]);
        view! {
            <li>
                <a class="chip" href=href("/export", &without, None) aria-label=label>
                    {name}
                    <Icon glyph=Glyph::Close />
                </a>
            </li>
        }
    });
    let searched = (!page.filter.words.is_empty()).then_some(words.searched);
    Some(
        view! {
            <div class="stack tight">
                <p>{words.narrowed}</p>
                <ul class="chips narrowed" aria-label=InboxWords::of(lang).shown>
                    {links.collect_view()}
                </ul>
                {searched.map(|it| view! { <p class="hint">{it}</p> })}
            </div>
        }
        .into_any(),
    )
}

fn form(lang: Lang, page: &ExportPage) -> impl IntoView + use<> {
    let words = Exports::of(lang);
    let typed = &page.typed;
    let service = |(id, name): &(String, Text)| {
        let selected = page.filter.service.as_ref() == Some(id);
        view! {
            <option value=id.clone() selected=selected>
                {name.get(lang).to_owned()}
            </option>
        }
    };
    let services: Vec<_> = page.services.iter().map(service).collect();
    let kept: Vec<_> = page
        .filter
        .pairs()
        .into_iter()
        .filter(|(name, _)| *name != "service")
        .map(|(name, value)| view! { <input type="hidden" name=name value=value.to_owned() /> })
        .collect();
    let odd = page.odd.as_ref().map(|day| {
        let why = fill(words.odd_day, &[("day", &shown(day))]);
        view! {
            <p class="why" id="days-why" role="alert">
                <Icon glyph=Glyph::Warning />
                {why}
            </p>
        }
    });
    let unread = page.unread.as_ref().map(|it| {
        let why = fill(words.unread, &[("what", &shown(it))]);
        view! {
            <div class="field wrong">
                <p class="why" role="alert">
                    <Icon glyph=Glyph::Warning />
                    {why}
                </p>
            </div>
        }
    });
    let points = typed.what == "friction";
    let format = match typed.format.as_str() {
        it @ ("xlsx" | "json") => it,
        _ => "csv",
    };
    view! {
        <form class="form" method="get" action="/team/export/file">
            {kept} {unread}
            <fieldset>
                <legend>{words.what}</legend>
                {choice("what", "threads", words.threads, Some(words.threads_why), !points)}
                {choice(
                    "what",
                    "friction",
                    words.friction_points,
                    Some(words.friction_points_why),
                    points,
                )}
            </fieldset>
            <div class="field">
                <label for="service">{words.service}</label>
                <select class="input" id="service" name="service">
                    <option value="">{words.all_services}</option>
                    {services}
                </select>
            </div>
            <div class="field">
                {odd}
                <div class="side-by-side">
                    {day("from", words.from, &typed.from, page)}
                    {day("until", words.until, &typed.until, page)}
                </div>
                <p class="hint" id="days">
                    {words.day_hint}
                </p>
            </div>
            <fieldset>
                <legend>{words.format}</legend>
                {choice("format", "csv", words.csv, None, format == "csv")}
                {choice("format", "xlsx", words.xlsx, None, format == "xlsx")}
                {choice("format", "json", words.json, None, format == "json")}
            </fieldset>
            <button class="button primary" type="submit">
                {words.take}
            </button>
        </form>
    }
}

/// What somebody wrote, within bounds.
fn shown(written: &str) -> String {
    let written: String = written.chars().take(MOST_SHOWN).collect();
    quoted(&written)
}

fn day(
    name: &'static str,
    label: &'static str,
    typed: &str,
    page: &ExportPage,
) -> impl IntoView + use<> {
    let wrong = page.odd.as_deref() == Some(typed) && !typed.is_empty();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input
                class="input"
                type="date"
                id=name
                name=name
                value=typed.to_owned()
                aria-describedby=if wrong { "days-why days" } else { "days" }
                aria-invalid=wrong.then_some("true")
            />
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

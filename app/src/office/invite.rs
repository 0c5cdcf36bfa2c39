//! The form that invites a new person.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, Text},
    words::Office,
};

use super::{Desk, Fault, Invite, Role, people::role_word};

/// The form; what was typed stays, and what is wrong is said beside its field.
pub(super) fn form(lang: Lang, desk: &Desk, typed: Option<&Invite>) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let faults = typed.map(Invite::faults).unwrap_or_default();
    let typed = typed.cloned().unwrap_or_default();
    let why = |fault: Fault| faults.contains(&fault).then(|| said(lang, fault));
    let name = why(Fault::NameEmpty).or(why(Fault::NameLong));
    let job = why(Fault::TitleLong);
    let of = desk
        .services
        .iter()
        .map(|it| (it.id.clone(), it.name.clone()));
    let all: Vec<(String, Text)> = of.collect();
    view! {
        <section class="stack" id="invite">
            <h2>{words.invite_someone}</h2>
            <form class="form" method="post" action="/office/invite">
                <input type="hidden" name="id" value=desk.fresh.clone() />
                {line("name", words.name, None, &typed.name, name)}
                <div class="side-by-side">
                    {line("title", words.job, Some(words.job_hint), &typed.title.en, job)}
                    {line("title_cy", words.job_cy, Some(words.job_hint), &typed.title.cy, job)}
                </div>
                {roles(lang, &typed, why(Fault::NoRole))}
                {(!desk.services.is_empty()).then(|| services(lang, &all, &typed, why(Fault::NoService)))}
                <button class="button primary" type="submit">
                    {words.make}
                </button>
            </form>
        </section>
    }
}

pub(super) fn said(lang: Lang, fault: Fault) -> &'static str {
    let words = Office::of(lang);
    match fault {
        Fault::NameEmpty => words.name_empty,
        Fault::NameLong => words.name_long,
        Fault::TitleLong => words.job_long,
        Fault::NoRole => words.roles_none,
        Fault::NoService => words.services_none,
    }
}

/// A field of one line.
pub(super) fn line(
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    typed: &str,
    why: Option<&'static str>,
) -> impl IntoView + use<> {
    let (hint_id, why_id) = ([id, "-hint"].concat(), [id, "-why"].concat());
    let described = [hint.map(|_| hint_id.clone()), why.map(|_| why_id.clone())];
    let described: Vec<String> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    view! {
        <div class=class(why)>
            <label for=id>{label}</label>
            {hint
                .map(|hint| {
                    view! {
                        <p class="hint" id=hint_id>
                            {hint}
                        </p>
                    }
                })}
            {reason(why_id, why)}
            <input
                class="input"
                id=id
                name=id
                value=typed.to_owned()
                autocomplete="off"
                aria-describedby=described
                aria-invalid=why.map(|_| "true")
            />
        </div>
    }
}

pub(super) fn roles(
    lang: Lang,
    typed: &Invite,
    why: Option<&'static str>,
) -> impl IntoView + use<> {
    let boxes = Role::ALL.iter().map(|role| {
        let (name, means) = role_word(lang, *role);
        tick(
            "role",
            role.code().to_owned(),
            [name, ": ", means].concat(),
            typed.roles.contains(role),
        )
    });
    view! {
        <fieldset class=class(why) aria-describedby=why.map(|_| "roles-why")>
            <legend>{Office::of(lang).roles}</legend>
            {reason("roles-why".to_owned(), why)}
            {boxes.collect_view()}
        </fieldset>
    }
}

pub(super) fn services(
    lang: Lang,
    services: &[(String, Text)],
    typed: &Invite,
    why: Option<&'static str>,
) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let boxes = services.iter().map(|(id, name)| {
        let ticked = typed.services.contains(id);
        tick("service", id.clone(), name.get(lang).to_owned(), ticked)
    });
    view! {
        <fieldset class=class(why) aria-describedby="services-hint">
            <legend>{words.their_services}</legend>
            <p class="hint" id="services-hint">
                {words.their_services_hint}
            </p>
            {reason("services-why".to_owned(), why)}
            {boxes.collect_view()}
        </fieldset>
    }
}

fn tick(name: &'static str, value: String, label: String, ticked: bool) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" name=name value=value checked=ticked />
            <span>{label}</span>
        </label>
    }
}

fn class(why: Option<&str>) -> &'static str {
    if why.is_some() {
        "field wrong"
    } else {
        "field"
    }
}

fn reason(id: String, why: Option<&'static str>) -> impl IntoView {
    why.map(|why| {
        view! {
            <p class="why" id=id>
                <Icon glyph=Glyph::Warning />
                {why}
            </p>
        }
    })
}

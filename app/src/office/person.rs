//! One person: name and job, what they do, invitation, and whether they may come in.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Office, People, fill},
};

use super::{
    Details, Fault, Invite, PersonPage, Typed,
    invite::{line, roles, said, services},
    people::{end, until},
};

/// The page. `typed` is what could not be used of a form on it.
#[must_use]
pub fn person(lang: Lang, page: &PersonPage, typed: &Typed) -> impl IntoView + use<> {
    let words = People::of(lang);
    let person = &page.person;
    let done = fill(words.done, &[("name", &person.name)]);
    let to = ["/office/audit?person=", &person.id].concat();
    view! {
        <div class="pane stack">
            <p>
                <a href="/office#people">{words.back}</a>
            </p>
            <h1><bdi>{person.name.clone()}</bdi></h1>
            {details(lang, page, typed)} {does(lang, page, typed)}
            {(!person.disabled).then(|| invitation(lang, page, typed))} {coming_in(lang, page, typed)}
            <p>
                <a href=to>{done}</a>
            </p>
        </div>
    }
}

fn details(lang: Lang, page: &PersonPage, typed: &Typed) -> impl IntoView + use<> {
    let words = Office::of(lang);
    let faults = typed
        .details
        .as_ref()
        .map(Details::faults)
        .unwrap_or_default();
    let why = |fault: Fault| faults.contains(&fault).then(|| said(lang, fault));
    let now = Details {
        name: page.person.name.clone(),
        title: page.person.title.clone(),
    };
    let now = typed.details.clone().unwrap_or(now);
    let name = why(Fault::NameEmpty).or(why(Fault::NameLong));
    let job = why(Fault::TitleLong);
    view! {
        <section class="stack" id="details">
            <h2>{People::of(lang).details}</h2>
            <form class="form" method="post" action=at(page, "")>
                {line("name", words.name, None, &now.name, name)}
                <div class="side-by-side">
                    {line("title", words.job, Some(words.job_hint), &now.title.en, job)}
                    {line("title_cy", words.job_cy, Some(words.job_hint), &now.title.cy, job)}
                </div>
                <button class="button" type="submit">{People::of(lang).keep}</button>
            </form>
        </section>
    }
}

fn does(lang: Lang, page: &PersonPage, typed: &Typed) -> impl IntoView + use<> {
    let words = People::of(lang);
    let now = Invite {
        roles: page.person.roles.clone(),
        services: page.answers_for.clone(),
        ..Invite::default()
    };
    let now = typed.roles.clone().unwrap_or(now);
    let why = |fault: Fault| typed.faults.contains(&fault).then(|| said(lang, fault));
    let last = typed.last.map(|_| words.last_role);
    let all = &page.services;
    view! {
        <section class="stack" id="roles">
            <h2>{words.does}</h2>
            <p class="hint">{words.does_why}</p>
            <form class="form" method="post" action=at(page, "/roles")>
                {roles(lang, &now, why(Fault::NoRole).or(last))}
                {(!all.is_empty()).then(|| services(lang, all, &now, why(Fault::NoService)))}
                <button class="button" type="submit">{words.keep}</button>
            </form>
        </section>
    }
}

fn invitation(lang: Lang, page: &PersonPage, typed: &Typed) -> impl IntoView + use<> {
    let (words, office) = (People::of(lang), Office::of(lang));
    let before = typed
        .added_before
        .then(|| fill(words.added_before, &[("name", &page.person.name)]));
    let open = page.waiting.as_ref().map(|it| {
        view! {
            <p>{until(lang, it)}</p>
            {end(lang, it)}
        }
    });
    view! {
        <section class="stack" id="invitation">
            <h2>{words.invite}</h2>
            {before.map(|before| view! { <p role="status">{before}</p> })}
            {open}
            <form class="form" method="post" action="/office/invite">
                <input type="hidden" name="person" value=page.person.id.clone() />
                <p class="hint" id="invite-why">
                    {words.invite_why}
                </p>
                <button class="button" type="submit" aria-describedby="invite-why">
                    {office.again}
                </button>
            </form>
        </section>
    }
}

fn coming_in(lang: Lang, page: &PersonPage, typed: &Typed) -> impl IntoView + use<> {
    let words = People::of(lang);
    let disabled = page.person.disabled;
    let (to, does) = if disabled {
        ("/enable", words.enable)
    } else {
        ("/disable", words.disable)
    };
    let means = if disabled {
        words.disabled_since
    } else {
        words.disable_why
    };
    let own = (page.is_viewer && !disabled).then(|| view! { <p>{words.disable_self}</p> });
    let why = typed.cannot_disable.then(|| {
        view! {
            <div class="field wrong">
                <p class="why" id="disable-why">
                    <Icon glyph=Glyph::Warning />
                    {words.last_disable}
                </p>
            </div>
        }
    });
    let uninvited = typed.cannot_invite.then(|| {
        view! {
            <div class="field wrong">
                <p class="why">
                    <Icon glyph=Glyph::Warning />
                    {words.disabled_invite}
                </p>
            </div>
        }
    });
    view! {
        <section class="stack" id="coming-in">
            <h2>{words.coming_in}</h2>
            <p>{means}</p>
            {own}
            {why}
            {uninvited}
            <form class="form" method="post" action=at(page, to)>
                <button
                    class="button"
                    type="submit"
                    aria-describedby=typed.cannot_disable.then_some("disable-why")
                >
                    {does}
                </button>
            </form>
        </section>
    }
}

fn at(page: &PersonPage, what: &str) -> String {
    ["/office/people/", &page.person.id, what].concat()
}

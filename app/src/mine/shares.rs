//! What I share: each item with who reads it, choosing readers, and what stands before sharing.

use leptos::prelude::*;

use super::{Choosing, Own, Person, Preview, Said, shared::card};
use crate::{
    name::alike,
    ui::{Glyph, Icon},
    walk::{Lang, other_tongue},
    words::{Mine, Quotes, fill},
};

/// Where the items are.
pub(super) const HERE: &str = "/me/shares";

/// Every item of one's own that the server has.
#[must_use]
pub fn shares(lang: Lang, items: &[Own]) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let rows: Vec<_> = items.iter().map(|own| item(lang, own)).collect();
    let empty = items.is_empty().then(|| {
        view! {
            <div class="empty">
                <Icon glyph=Glyph::Lock />
                <h2>{words.nothing_here}</h2>
                <p>{words.nothing_here_why}</p>
            </div>
        }
    });
    view! {
        <div class="pane stack mine">
            {back(lang)}
            <h1>{words.shares_title}</h1>
            <p class="lead">{words.shares_why}</p>
            {empty}
            <ul class="stack">{rows}</ul>
        </div>
    }
}

/// The way back to one's own page.
pub(super) fn back(lang: Lang) -> impl IntoView {
    let name = Mine::of(lang).me;
    view! { <p class="back"><a href="/me"><Icon glyph=Glyph::Back inline=true />" "{name}</a></p> }
}

/// That the board may quote it, with the way to where that is taken back.
pub(super) fn quoted(lang: Lang, own: &Own) -> impl IntoView + use<> {
    let said = Quotes::of(lang).may;
    own.quoted
        .then(|| view! { <p class="hint small"><a href="/me/quotes">{said}</a></p> })
}

fn item(lang: Lang, own: &Own) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let title = own.said.item.title(lang);
    let share = fill(words.share_what, &[("what", title)]);
    let none = (own.readers.is_empty() && !own.quoted).then(
        || view! { <p class="hint"><Icon glyph=Glyph::Lock inline=true />" "{words.only_you}</p> },
    );
    let readers = own.readers.iter().map(|(id, reader, since)| {
        let read = fill(words.reads_since, &[("date", &since.recently(lang))]);
        let take = fill(words.take_back_from, &[("name", &reader.name), ("what", title)]);
        view! {
            <li class="row spread">
                <span><bdi>{named(lang, reader)}</bdi><span class="hint small below">{read}</span></span>
                <form method="post" action=format!("{HERE}/{id}/end")>
                    <button class="text-button" type="submit" aria-label=take>{words.take_back}</button>
                </form>
            </li>
        }
    });
    let readers = (!own.readers.is_empty()).then(
        || view! { <ul class="rows" aria-label=words.who_reads>{readers.collect_view()}</ul> },
    );
    view! {
        <li class="card">
            {said(lang, &own.said)}
            {none}
            {quoted(lang, own)}
            {readers}
            <p><a class="button" href=address(&own.said) aria-label=share>{words.share}</a></p>
        </li>
    }
}

/// What an item says, with what it is and of which walk.
pub(super) fn said(lang: Lang, said: &Said) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let by = said
        .by
        .as_ref()
        .map(|day| view! { <p class="hint">{fill(words.by_day, &[("day", day)])}</p> });
    view! {
        <h2 class="subhead">{said.item.title(lang)}</h2>
        <blockquote class="own-words" lang=other_tongue(lang, &said.text)>{said.text.clone()}</blockquote>
        {by}
        <p class="hint small">{walked(lang, said)}</p>
    }
}

fn walked(lang: Lang, said: &Said) -> String {
    let task = match said.task.get(lang) {
        "" => Mine::of(lang).a_walk,
        task => task,
    };
    [task, ", ", &said.walked.recently(lang)].concat()
}

/// A name and a job.
pub(super) fn named(lang: Lang, person: &Person) -> String {
    let name = match person.name.as_str() {
        "" => Mine::of(lang).erased_person,
        name => name,
    };
    match person.title.get(lang) {
        "" => name.to_owned(),
        title => [name, ", ", title].concat(),
    }
}

/// True when nothing on the page tells this person from another: neither name nor job.
fn twin(lang: Lang, page: &Choosing, person: &Person) -> bool {
    let readers = page.own.readers.iter().map(|(_, reader, _)| reader);
    let mut others = page.people.iter().chain(readers);
    others.any(|other| other.id != person.id && alike(&named(lang, other), &named(lang, person)))
}

fn address(said: &Said) -> String {
    format!("/me/share/{}/{}", said.walk, said.item.code())
}

/// Choosing who reads an item.
#[must_use]
pub fn choose(lang: Lang, page: &Choosing) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let boxes = page.people.iter().map(|person| {
        let ticked = page.chosen.contains(&person.id);
        view! {
            <label class="tick">
                <input type="checkbox" name="reader" value=person.id.clone() checked=ticked />
                <span>
                    <bdi>{named(lang, person)}</bdi>
                    {twin(lang, page, person).then(|| view! { <span class="hint below">{words.reads_alike}</span> })}
                </span>
            </label>
        }
    });
    let why = page.nobody.then(|| {
        view! { <p class="why" id="readers-why"><Icon glyph=Glyph::Warning />{words.choose_somebody}</p> }
    });
    let class = if page.nobody { "field wrong" } else { "field" };
    let form = (!page.people.is_empty()).then(|| {
        view! {
            <form class="form" method="post" action=address(&page.own.said)>
                <fieldset class=class aria-describedby=page.nobody.then_some("readers-why")>
                    <legend>{words.who_may_read}</legend>
                    {why}
                    {boxes.collect_view()}
                </fieldset>
                <button class="button primary" type="submit">{words.look_first}</button>
            </form>
        }
    });
    let alone = page
        .people
        .is_empty()
        .then(|| view! { <p class="hint">{words.nobody_to_share_with}</p> });
    view! {
        <div class="pane stack mine">
            <p class="back"><a href=HERE><Icon glyph=Glyph::Back inline=true />" "{words.shares_title}</a></p>
            <h1>{words.choose_title}</h1>
            <article class="card">{said(lang, &page.own.said)}</article>
            {form}
            {alone}
        </div>
    }
}

/// What stands before sharing: exactly what will be seen, and by whom.
#[must_use]
pub fn preview(lang: Lang, page: &Preview) -> impl IntoView + use<> {
    let words = Mine::of(lang);
    let said = &page.shared.said;
    let names = page
        .readers
        .iter()
        .map(|it| view! { <li><Icon glyph=Glyph::Person /><bdi>{named(lang, it)}</bdi></li> });
    let chosen = page.readers.iter().map(|it| {
        view! { <input type="hidden" name="reader" value=it.id.clone() /> }
    });
    view! {
        <div class="pane stack mine">
            <p class="back"><a href=address(said)><Icon glyph=Glyph::Back inline=true />" "{words.choose_others}</a></p>
            <h1>{words.preview_title}</h1>
            <p>{words.preview_who}</p>
            <ul class="points">{names.collect_view()}</ul>
            <h2>{words.preview_what}</h2>
            {card(lang, &page.shared)}
            <p class="hint">{words.preview_means}</p>
            <form class="form" method="post" action=address(said)>
                {chosen.collect_view()}
                <input type="hidden" name="sure" value="1" />
                <button class="button primary" type="submit">{words.share_it}</button>
            </form>
        </div>
    }
}

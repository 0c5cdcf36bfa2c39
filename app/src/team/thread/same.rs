//! Threads that may be the same, side by side, so that the team judges and not the machine.

use leptos::prelude::*;

use crate::{
    ui::{Badge, Mark, Shape},
    walk::{Friction, Lang, other_tongue},
    words::{Mine, Team, Thread, ThreadCare, felt_times, fill, quoted, severity, thread_state},
};

use super::{
    Joined, Other, SamePage, ThreadPage, Time, alike,
    page::{name_of, place},
};

/// A thread beside others.
#[must_use]
pub fn same(lang: Lang, page: &SamePage) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let here = format!("/team/thread/{}", page.head.id);
    let others = page
        .others
        .iter()
        .map(|it| other(lang, page, it))
        .collect_view();
    let none = page.others.is_empty().then(|| {
        view! {
            <div class="empty">
                <h2>{words.none_alike}</h2>
                <p>{words.none_alike_why}</p>
            </div>
        }
    });
    view! {
        <article class="detail pane stack">
            <header class="pane-head">
                <div>
                    <p class="hint">
                        <a href=here>{name_of(lang, page.head.category)}</a>
                    </p>
                    <h1>{words.same}</h1>
                </div>
            </header>
            <p>{words.same_why}</p>
            {none}
            {others}
        </article>
    }
}

fn other(lang: Lang, page: &SamePage, other: &Other) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let mut common: Vec<String> = other
        .alike
        .iter()
        .map(|it| alike::said(lang, *it).to_owned())
        .collect();
    if !other.both_say.is_empty() {
        let said = other.both_say.join(", ");
        common.push(fill(words.both_say, &[("words", &said)]));
    }
    let common = common
        .into_iter()
        .map(|it| view! { <li>{it}</li> })
        .collect_view();
    let id = other.head.id.to_string();
    view! {
        <section class="card stack pair">
            <div class="duo">
                {side(lang, words.this_thread, &page.head, &page.times, false)}
                {side(lang, words.other_thread, &other.head, &other.times, true)}
            </div>
            <ul class="stack tight">{common}</ul>
            <form method="post" action=format!("/team/thread/{}/merge", page.head.id)>
                <input type="hidden" name="with" value=id />
                <button class="button" type="submit">
                    {words.join}
                </button>
            </form>
        </section>
    }
}

fn side(
    lang: Lang,
    title: &'static str,
    head: &super::Head,
    times: &[Time],
    linked: bool,
) -> impl IntoView + use<> {
    let name = name_of(lang, head.category);
    let name = if linked {
        view! { <a href=format!("/team/thread/{}", head.id)>{name}</a> }.into_any()
    } else {
        name.into_any()
    };
    let quotes = times.iter().map(|it| quote(lang, it)).collect_view();
    view! {
        <div class="stack tight">
            <p class="hint">{title}</p>
            <h2>{name}</h2>
            <p>{place(lang, &head.task, head.step, head.step_name.as_ref())}</p>
            <p>
                <Badge shape=Shape::of_state(head.state) word=thread_state(lang, head.state) />
            </p>
            <p class="hint">{felt_times(lang, head.felt, head.leaders)}</p>
            <ul class="stack tight">{quotes}</ul>
        </div>
    }
}

fn quote(lang: Lang, time: &Time) -> impl IntoView + use<> {
    view! {
        <li>
            <Mark shape=Shape::of_friction(time.friction.severity) />
            <span class="own-words" lang=other_tongue(lang, &time.friction.note)>
                {[" ", &words_of(lang, &time.friction)].concat()}
            </span>
            <span class="hint">{[" ", &how_bad(lang, &time.friction), ", ", &time.at.recently(lang)].concat()}</span>
        </li>
    }
}

fn how_bad(lang: Lang, friction: &Friction) -> String {
    let said = Team::of(lang).severity_not_said;
    friction
        .severity
        .map_or(said, |it| severity(lang, it))
        .to_owned()
}

fn words_of(lang: Lang, friction: &Friction) -> String {
    match friction.note.trim() {
        "" => Thread::of(lang).no_words.to_owned(),
        note => quoted(note),
    }
}

/// What was put together with a thread, each to be taken apart again; and the way to what may be the same.
pub(super) fn parts(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let parts = page
        .care
        .parts
        .iter()
        .map(|it| part(lang, page, it))
        .collect_view();
    let parts = (!page.care.parts.is_empty()).then(|| {
        view! {
            <p>{words.parts}</p>
            <ul class="rows">{parts}</ul>
        }
    });
    let here = format!("/team/thread/{}/same", page.head.id);
    view! {
        <section class="stack tight" id="parts">
            <h2>{words.together}</h2>
            {parts}
            <p>
                <a href=here>{words.find_same}</a>
            </p>
            {split(lang, page)}
        </section>
    }
}

fn part(lang: Lang, page: &ThreadPage, part: &Joined) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let felt = fill(words.part_felt, &[("n", &part.felt.to_string())]);
    let id = part.id.to_string();
    let name = name_of(lang, part.category);
    view! {
        <li>
            <div class="line">
                <span>
                    <strong>{name}</strong>
                    <span class="hint below">
                        {place(lang, &part.task, part.step, part.step_name.as_ref())}
                        {[". ", &felt].concat()}
                    </span>
                </span>
                <form method="post" action=format!("/team/thread/{}/apart", page.head.id)>
                    <input type="hidden" name="part" value=id />
                    <button class="button" type="submit">
                        {words.apart}
                        <span class="aside">{[": ", name].concat()}</span>
                    </button>
                </form>
            </div>
        </li>
    }
}

/// Takes some of it out; none when there is only one.
fn split(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let ticks = page.times.iter().map(|it| {
        let id = it.friction.id.to_string();
        let said = [
            &words_of(lang, &it.friction),
            " ",
            &how_bad(lang, &it.friction),
            ", ",
            &it.at.recently(lang),
        ];
        view! {
            <label class="tick">
                <input type="checkbox" name="friction" value=id />
                <span>{said.concat()}</span>
            </label>
        }
    });
    let ticks = ticks.collect_view();
    let wrong = page.split_wrong.then(|| {
        view! {
            <p class="why" id="split-why">
                {words.split_wrong}
            </p>
        }
    });
    (page.head.felt > 1).then(|| {
        view! {
            <details class="fold" open=page.split_wrong>
                <summary>{words.split}</summary>
                <form method="post" action=format!("/team/thread/{}/split", page.head.id)>
                    <fieldset class="field">
                        <legend>{words.split_which}</legend>
                        <p class="hint">{words.split_hint}</p>
                        {wrong}
                        {ticks}
                    </fieldset>
                    <button class="button" type="submit">
                        {words.split_do}
                    </button>
                </form>
            </details>
        }
    })
}

/// The page's title, for the browser's tab.
#[must_use]
pub fn same_title(lang: Lang) -> &'static str {
    ThreadCare::of(lang).same
}

/// Whose doing something was.
pub(super) fn doer(lang: Lang, name: &str) -> &str {
    match name {
        "" => Mine::of(lang).erased_person,
        name => name,
    }
}

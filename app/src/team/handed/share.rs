//! The page on which a team hands a thread on: who could fix it, what they would see, and what was handed on.

use leptos::prelude::*;

use super::{
    Choice, DAYS, Fault, MOST_DAYS, Sharing, Told,
    fields::{class, form_id, one_of, reason, said, send},
    onward::{offers, packets},
    told::{told, told_title},
};
use crate::{
    ui::{Banner, Glyph, Icon, Tone},
    walk::{Lang, other_tongue},
    words::{Handed, ThreadCare, fill, private},
};

/// The whole page. Of a thread in which nothing stands any more, only what was handed on.
#[must_use]
pub fn sharing(lang: Lang, page: &Sharing) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let thread = format!("/team/thread/{}", page.thread);
    let (title, goes) = match &page.told {
        Some(told) => (
            [words.hand_on, ": ", told_title(lang, told)].concat(),
            goes(lang, told).into_any(),
        ),
        None => (
            words.hand_on.to_owned(),
            view! { <p>{words.empty_thread}</p> }.into_any(),
        ),
    };
    let some = page.told.is_some();
    let moved = (page.typed.fault == Some(Fault::Moved)).then(|| {
        let (said, means) = (ThreadCare::of(lang).moved, Handed::of(lang).moved_why);
        view! { <Banner tone=Tone::Risk glyph=Glyph::Warning said=said means=means /> }
    });
    view! {
        <article class="detail pane stack">
            <header class="pane-head">
                <div>
                    {some
                        .then(|| {
                            view! {
                                <p class="hint">
                                    <a href=thread>{words.back_to_thread}</a>
                                </p>
                            }
                        })}
                    <h1>{title}</h1>
                </div>
            </header>
            {moved} {goes}
            {some.then(|| offer(lang, page))}
            {offers(lang, &page.offers, true)}
            {some.then(|| packet(lang, page))}
            {packets(lang, &page.packets)}
        </article>
    }
}

/// Who could fix it, and what goes along in any case.
fn goes(lang: Lang, it: &Told) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let could_fix = match &it.boundary {
        Some(name) => fill(words.could_fix, &[("name", name.get(lang))]),
        None => words.could_fix_none.to_owned(),
    };
    view! {
        <p>{words.hand_on_why}</p>
        <p>
            <strong>{could_fix}</strong>
        </p>
        <section class="stack">
            <h2>{words.they_see}</h2>
            <p class="hint">{words.they_see_why}</p>
            <div class="card">{told(lang, it)}</div>
        </section>
    }
}

fn offer(lang: Lang, page: &Sharing) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let typed = &page.typed;
    let nobody = match typed.fault {
        Some(Fault::Nobody) => Some(words.offer_nobody),
        Some(Fault::Already) => Some(words.offer_already),
        _ => None,
    };
    let to = page.neighbours.iter().map(|it| {
        let gaps = [
            ("organisation", it.organisation.get(lang)),
            ("service", it.service.get(lang)),
        ];
        (it.value.clone(), fill(words.place, &gaps))
    });
    let to: Vec<_> = to.collect();
    let form = if to.is_empty() {
        view! { <p>{words.offer_none}</p> }.into_any()
    } else {
        let action = format!("/team/thread/{}/offer", page.thread);
        view! {
            <form class="form" method="post" action=action>
                {form_id(typed)} {one_of("to", words.offer_to, nobody, to, &typed.to)}
                {said(lang, "message", words.offer_said, words.offer_said_hint, typed)}
                {choices(lang, "offer-words-hint", &page.choices, &typed.words)}
                {send(lang, words.offer_do, typed)}
            </form>
        }
        .into_any()
    };
    view! {
        <section class="stack" id="offer">
            <h2>{words.offer}</h2>
            <p class="hint">{words.offer_why}</p>
            {form}
        </section>
    }
}

fn packet(lang: Lang, page: &Sharing) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let wrong = (page.typed.fault == Some(Fault::Days)).then_some(words.packet_days_wrong);
    let days = match page.typed.days.as_str() {
        "" => DAYS.to_string(),
        typed => typed.to_owned(),
    };
    let action = format!("/team/thread/{}/packet", page.thread);
    view! {
        <section class="stack" id="packet">
            <h2>{words.packet}</h2>
            <p class="hint">{words.packet_why}</p>
            <form class="form" method="post" action=action>
                {form_id(&page.typed)}
                <div class=class(wrong)>
                    <label for="days">{words.packet_days}</label>
                    <p class="hint" id="days-hint">
                        {words.packet_days_hint}
                    </p>
                    {reason("days-why", wrong)}
                    <input
                        class="input"
                        id="days"
                        name="days"
                        type="number"
                        inputmode="numeric"
                        min="1"
                        max=MOST_DAYS
                        value=days
                        aria-describedby="days-hint"
                        aria-invalid=wrong.map(|_| "true")
                    />
                </div>
                {choices(lang, "packet-words-hint", &page.choices, &page.typed.words)}
                <button class="button" type="submit">
                    {words.packet_do}
                </button>
            </form>
        </section>
    }
}

/// Whose words go along: none unless ticked.
fn choices(
    lang: Lang,
    hint: &'static str,
    choices: &[Choice],
    ticked: &[String],
) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let all = choices.iter().map(|it| {
        let kinds: Vec<&str> = it
            .private
            .iter()
            .map(|kind| private(lang, *kind).0)
            .collect();
        let look = fill(words.words_private, &[("what", &kinds.join(", "))]);
        let look = (!kinds.is_empty()).then(|| {
            view! {
                <span class="why">
                    <Icon glyph=Glyph::Warning />
                    {look}
                </span>
            }
        });
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    name="words"
                    value=it.value.clone()
                    checked=ticked.contains(&it.value)
                />
                <span>
                    <span class="own-words" lang=other_tongue(lang, &it.note)>{it.note.clone()}</span>
                    {look}
                </span>
            </label>
        }
    });
    let all: Vec<_> = all.collect();
    if all.is_empty() {
        view! { <p class="hint">{words.no_words}</p> }.into_any()
    } else {
        view! {
            <fieldset class="field" aria-describedby=hint>
                <legend>{words.words_go}</legend>
                <p class="hint" id=hint>
                    {words.words_hint}
                </p>
                {all}
            </fieldset>
        }
        .into_any()
    }
}

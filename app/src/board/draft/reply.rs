//! The right of reply: service teams are asked for their view before the board reads.

use leptos::prelude::*;

use super::{Draft, Reply, ReplyPlace, at};
use crate::{
    ui::{Glyph, Icon},
    walk::Lang,
    words::{Drafting, When, category, fill},
};

/// What is listed, whether its team has put its view, and until when it may.
pub(super) fn reply(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let places: Vec<_> = draft
        .places
        .iter()
        .map(|it| place(lang, draft, it))
        .collect();
    let body = if places.is_empty() {
        view! { <p>{words.reply_none}</p> }.into_any()
    } else {
        view! {
            <ul class="stack">{places}</ul>
            {stands(lang, draft)}
        }
        .into_any()
    };
    view! {
        <section class="card stack" id="reply">
            <h2>{words.reply}</h2>
            <p class="hint">{words.reply_why}</p>
            {body}
        </section>
    }
}

fn place(lang: Lang, draft: &Draft, it: &ReplyPlace) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let (glyph, said) = match it {
        it if it.view => (Glyph::Check, words.has_view),
        it if it.is_unasked() && draft.reply != Reply::NotOpened => (Glyph::Clock, words.not_asked),
        _ => (Glyph::Clock, words.no_view),
    };
    let place = [
        draft.names.task(lang, &it.task),
        ". ",
        &draft.names.step(lang, &it.task, it.step),
    ];
    view! {
        <li>
            <strong>{category(lang, it.category)}</strong>
            <span class="hint">" " {place.concat()}</span>
            <p class="hint">
                <Icon glyph=glyph inline=true />
                " "
                {said}
            </p>
        </li>
    }
}

fn stands(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let anew = draft.is_asked_anew().then(|| {
        view! {
            <p>{words.reply_anew}</p>
            {open(lang, draft)}
        }
    });
    let stands = match &draft.reply {
        Reply::NotOpened => open(lang, draft).into_any(),
        Reply::Open(until) => {
            let said = moment(lang, words.reply_until, until);
            let early = if draft.all_replied() {
                button(at(draft.month, "close"), words.reply_close.to_owned()).into_any()
            } else {
                view! { <p class="hint">{words.reply_waits}</p> }.into_any()
            };
            view! {
                <p>{said}</p>
                {early}
            }
            .into_any()
        }
        Reply::Over(until) => view! { <p>{moment(lang, words.reply_over, until)}</p> }.into_any(),
    };
    view! {
        {stands}
        {anew}
    }
}

/// Asks them, for as many days as they are given.
fn open(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let n = draft.reply_days.to_string();
    let does = match draft.reply_days {
        1 => words.reply_open_one.to_owned(),
        _ => fill(words.reply_open, &[("n", &n)]),
    };
    button(at(draft.month, "reply"), does)
}

fn button(action: String, does: String) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action>
            <button class="button" type="submit">
                {does}
            </button>
        </form>
    }
}

/// A text with the gaps `{date}` and `{time}`.
pub(super) fn moment(lang: Lang, text: &str, when: &When) -> String {
    fill(text, &[("date", &when.date(lang)), ("time", &when.time())])
}

//! The secretary's desk: a month is prepared, approved, published and handed out. All of it works with forms alone.

mod asks;
mod checks;
mod data;
mod fields;
mod links;
mod paper;
mod publish;
mod reply;

use leptos::prelude::*;

use crate::{
    ui::{Banner, Glyph, Tone},
    walk::{Lang, month::YearMonth},
    words::{Drafting, fill},
};

use super::corrected::{changes_nothing, differing};
use super::month::name;
use asks::{asks, before};
use checks::checks;
pub use data::{
    Ask, Check, Draft, Fault, LINK_DAYS, Link, Links, MOST_ASK, MOST_ASKS, MOST_LABEL, MOST_WORDS,
    Part, Published, Reply, ReplyPlace, Typed, read_text,
};
use fields::{TextForm, quoted, text_form};
pub use links::links_page;
pub use paper::{paper_gone, paper_page};
pub use publish::preview_page;
use publish::{correct, give_up, publish, stands};
use reply::reply;

/// The page on which a month is prepared.
#[must_use]
pub fn draft_page(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let prepare = (draft.drafting && !draft.running).then(|| {
        let version = fill(words.version, &[("version", &draft.version.to_string())]);
        view! {
            <p class="lead">{version}</p>
            {lost(lang, draft)}
            {checks(lang, draft)}
            {reply(lang, draft)}
            {own_words(lang, draft)}
            {before(lang, draft)}
            {asks(lang, draft)}
            {reason(lang, draft)}
            {publish(lang, draft)}
        }
    });
    let correct = (!draft.drafting).then(|| correct(lang, draft));
    view! {
        {head(lang, draft)}
        {past(lang, draft)}
        {running(lang, draft)}
        {stands(lang, draft)}
        {prepare}
        {correct}
    }
}

/// The title of the desk's pages: "October 2025: prepare and publish".
#[must_use]
pub fn draft_title(lang: Lang, month: YearMonth) -> String {
    fill(Drafting::of(lang).title, &[("month", &name(lang, month))])
}

/// On the month's page, for who keeps the board's record: the ways to the desk and to the links.
#[must_use]
pub fn to_draft(lang: Lang, month: YearMonth) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    view! {
        <p class="row">
            <a class="button" href=format!("/board/{month}/draft")>
                {words.to_draft}
            </a>
            <a class="button" href=format!("/board/{month}/links")>
                {words.links}
            </a>
        </p>
    }
}

fn head(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let month = draft.month;
    view! {
        <div class="stack">
            <p class="row">
                <a href=format!("/board/{month}")>{words.to_month}</a>
                <a href=format!("/board/{month}/links")>{words.links}</a>
            </p>
            <h1>{draft_title(lang, month)}</h1>
        </div>
    }
}

fn running(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    draft.running.then(|| {
        let said = fill(words.not_over, &[("month", &name(lang, draft.month))]);
        view! { <Banner tone=Tone::Calm glyph=Glyph::Clock said=said means=words.not_over_means /> }
    })
}

/// That a form came after publishing, corrected nothing, or was of what is gone, with what was typed into it; the reason
/// for a correction stands in its own form.
fn past(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let (words, typed) = (Drafting::of(lang), &draft.typed);
    let (said, means) = match typed.fault {
        Some(Fault::Published) => (words.past, words.past_means),
        Some(Fault::Same) => (words.same, words.same_means),
        Some(Fault::Gone) => (words.gone, words.gone_means),
        _ if is_unasked(draft) => (words.unasked, words.unasked_means),
        _ => return None,
    };
    let text = (typed.part != Part::Reason).then(|| quoted(words.past_typed, &typed.text));
    Some(view! {
        <Banner tone=Tone::Risk glyph=Glyph::Lock said=said means=means />
        {text}
    })
}

/// True when an answer was typed to something that wants none here any more, so that it has no form of its own.
fn is_unasked(draft: &Draft) -> bool {
    match &draft.typed.part {
        Part::Became(id) => !draft.before.iter().any(|it| it.id == *id),
        _ => false,
    }
}

/// That the approval was lost or holds no more, or that something else than what was seen would have been approved.
fn lost(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let (said, means) = match draft.typed.fault {
        _ if draft.came_in => (words.came_in, words.came_in_means),
        Some(Fault::Moved) if draft.typed.part == Part::None => (words.moved, words.moved_means),
        _ if draft.approval_lost => (words.approval_lost, words.approval_lost_means),
        _ => return None,
    };
    Some(view! { <Banner tone=Tone::Risk glyph=Glyph::Warning said=said means=means /> })
}

fn own_words(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let form = TextForm {
        label: words.words.to_owned(),
        text: draft.words.clone(),
        most: MOST_WORDS,
        does: words.keep.to_owned(),
        ..TextForm::short(Part::Words, at(draft.month, "words"), "words")
    };
    view! {
        <section class="card stack" id="words">
            <h2>{words.words}</h2>
            <p class="hint">{words.words_why}</p>
            {text_form(lang, form, draft)}
        </section>
    }
}

/// What a correction corrects.
fn reason(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    (draft.version > 1).then(|| {
        let spoken = draft.spoken(0);
        let correction = draft.correction.as_ref();
        let nothing = correction.is_some_and(|it| changes_nothing(lang, it, &spoken));
        let form = TextForm {
            label: words.reason.to_owned(),
            text: draft.reason.clone(),
            does: words.keep.to_owned(),
            ..TextForm::short(Part::Reason, at(draft.month, "reason"), "reason")
        };
        view! {
            <section class="card stack" id="reason">
                <h2>{words.reason}</h2>
                <p class="hint">{words.reason_why}</p>
                {text_form(lang, form, draft)}
                {draft.correction.as_ref().map(|it| differing(lang, it, "stack tight"))}
                {nothing.then(|| view! { <p>{words.changes_nothing}</p> })}
                {give_up(lang, draft)}
            </section>
        }
    })
}

/// The address of a part of a month's desk.
fn at(month: YearMonth, part: &str) -> String {
    format!("/board/{month}/draft/{part}")
}

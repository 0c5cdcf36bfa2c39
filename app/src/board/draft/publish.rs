//! Approving, publishing, and beginning a correction.

use leptos::prelude::*;

use super::super::{MonthPage, month_page};
use super::{
    Check, Draft, Part, TextForm, at, checks::name, draft_title, reply::moment, text_form,
};
use crate::{
    ui::{Banner, Glyph, Tone},
    walk::Lang,
    words::{Drafting, dates, fill},
};

/// The page as it would be, the approval, and the button that publishes. While something is to do, that leads there.
pub(super) fn publish(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let approved = draft.approved.as_ref().map(|(who, when)| {
        let said = moment(lang, words.approved, when);
        view! { <p>{fill(&said, &[("name", who)])}</p> }
    });
    let approve = (draft.approved.is_none() && draft.can_be_approved()).then(|| {
        view! {
            <form class="form" method="post" action=at(draft.month, "approve")>
                <input type="hidden" name="edition" value=draft.edition.to_string() />
                <input type="hidden" name="counted" value=draft.counted.clone() />
                <p class="hint">{words.approve_why}</p>
                <button class="button primary" type="submit">
                    {words.approve_do}
                </button>
            </form>
        }
    });
    let publish = match draft.to_do() {
        None => view! {
            <form class="form" method="post" action=at(draft.month, "publish")>
                <input type="hidden" name="version" value=draft.version.to_string() />
                <input type="hidden" name="edition" value=draft.edition.to_string() />
                <p class="hint">{words.publish_why}</p>
                <button class="button primary" type="submit">
                    {words.publish}
                </button>
            </form>
        }
        .into_any(),
        Some(Check::Approval) => ().into_any(),
        Some(first) => {
            let said = [words.publish_first, ": ", name(lang, first)].concat();
            view! {
                <p>
                    <a class="button" href=["#", first.part()].concat()>
                        {said}
                    </a>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <section class="card stack" id="approve">
            <h2>{words.approve}</h2>
            <p>
                <a class="button" href=at(draft.month, "page")>
                    {words.preview}
                </a>
            </p>
            {approved}
            {approve}
            {publish}
        </section>
    }
}

/// The month's page as it would be.
#[must_use]
pub fn preview_page(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let month = page.month.month;
    view! {
        <div class="stamp stack tight">
            <Banner
                tone=Tone::Draft
                glyph=Glyph::Edit
                said=words.preview_said
                means=words.preview_means
            />
            <p>
                <a class="button" href=format!("/board/{month}/draft")>
                    {draft_title(lang, month)}
                </a>
            </p>
        </div>
        {month_page(lang, page)}
    }
}

/// What is published already.
pub(super) fn stands(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    draft.published.as_ref().map(|it| {
        let date = dates::day_month_year(lang, it.at.day, it.at.month, it.at.year);
        let version = it.version.to_string();
        let said = fill(words.published, &[("version", &version), ("date", &date)]);
        let late = match it.late {
            0 => None,
            1 => Some(words.late_one.to_owned()),
            n => Some(fill(words.late, &[("n", &n.to_string())])),
        };
        view! {
            <div class="stamp stack tight">
                <Banner tone=Tone::Frozen glyph=Glyph::Lock said=said means=words.published_means />
                {late.map(|late| view! { <p class="hint">{late}</p> })}
            </div>
        }
    })
}

/// The way back from a correction that was begun.
pub(super) fn give_up(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let version = draft.version.to_string();
    let gaps = [("version", version.as_str())];
    let does = fill(words.give_up, &gaps);
    view! {
        <details class="fold">
            <summary>{does.clone()}</summary>
            <p class="hint">{fill(words.give_up_why, &gaps)}</p>
            <form method="post" action=at(draft.month, "give-up")>
                <input type="hidden" name="edition" value=draft.edition.to_string() />
                <button class="button" type="submit">
                    {does}
                </button>
            </form>
        </details>
    }
}

/// A correction, which begins with what it corrects.
pub(super) fn correct(lang: Lang, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let begins = draft.version.saturating_add(1);
    let next = begins.to_string();
    let gaps = [("version", next.as_str())];
    let form = TextForm {
        label: words.reason.to_owned(),
        does: fill(words.correct_do, &gaps),
        begins: Some(begins),
        ..TextForm::short(Part::Reason, at(draft.month, "correct"), "reason")
    };
    view! {
        <section class="card stack" id="reason">
            <h2>{words.correct}</h2>
            <p class="hint">{fill(words.correct_why, &gaps)}</p>
            {text_form(lang, form, draft)}
        </section>
    }
}

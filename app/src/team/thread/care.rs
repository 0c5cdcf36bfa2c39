//! Beside the decisions: who looks after a thread, notes for the team alone, and the team's view for the board.

use leptos::prelude::*;

use crate::{
    team::{
        ReplyFault, Typed,
        naming::{self, Does, as_it_is, naming},
    },
    ui::{Glyph, Icon, kept},
    walk::{Lang, other_tongue},
    words::{Thread, ThreadCare, fill, quoted},
};

use super::{GiveFault, Note, ThreadPage, page::said, same::doer};

/// Who looks after it, and by when.
pub(super) fn owner(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let care = &page.care;
    let owner = match &care.owner {
        Some((_, name)) => fill(words.looked_after, &[("name", name)]),
        None => words.nobody.to_owned(),
    };
    let due = care.due.map(|day| {
        let text = if care.overdue {
            words.was_due
        } else {
            words.due
        };
        [" ", &fill(text, &[("day", &said(lang, day))])].concat()
    });
    let typed = care.typed_give.as_ref();
    let fault = typed.and_then(|it| it.fault);
    let owned = care.owner.as_ref().map(|(id, _)| id.clone());
    // Who cannot be chosen is not: it stays with whoever has it until somebody else is.
    let typed_owner = typed.filter(|_| fault != Some(GiveFault::NotOfTeam));
    let chosen = typed_owner.map_or(owned, |it| Some(it.owner.clone()));
    let team = care.team.iter().map(|(id, name)| {
        let selected = Some(id) == chosen.as_ref();
        view! {
            <option value=id.clone() selected=selected>
                {name.clone()}
            </option>
        }
    });
    let day = care.due.map(|day| day.to_string()).unwrap_or_default();
    let day = typed.map_or(day, |it| it.due.clone());
    let (who_wrong, day_wrong) = match fault {
        None => (None, None),
        Some(GiveFault::NotOfTeam) => (Some(words.not_of_team), None),
        Some(GiveFault::NoDay) => (None, Some(words.due_wrong)),
        Some(GiveFault::FarDay) => (None, Some(words.due_far)),
    };
    let described = if day_wrong.is_some() {
        "due-hint due-why"
    } else {
        "due-hint"
    };
    view! {
        <section class="stack tight" id="owner">
            <h2>{words.owner}</h2>
            <p>{owner} {due}</p>
            <details class="fold" open=typed.is_some()>
                <summary>{words.give}</summary>
                <form method="post" action=format!("/team/thread/{}/give", page.head.id)>
                    <div class=class_of(who_wrong)>
                        <label for="owner-is">{words.who}</label>
                        {why("owner-why", who_wrong)}
                        <select
                            class="input"
                            id="owner-is"
                            name="owner"
                            aria-describedby=who_wrong.map(|_| "owner-why")
                            aria-invalid=who_wrong.map(|_| "true")
                        >
                            <option value="">{words.no_one}</option>
                            {team.collect_view()}
                        </select>
                    </div>
                    <div class=class_of(day_wrong)>
                        <label for="due">{words.by_when}</label>
                        <p class="hint" id="due-hint">
                            {words.by_when_hint}
                        </p>
                        {why("due-why", day_wrong)}
                        <input
                            class="input"
                            type="date"
                            id="due"
                            name="due"
                            value=day
                            aria-describedby=described
                            aria-invalid=day_wrong.map(|_| "true")
                        />
                    </div>
                    <button class="button" type="submit">
                        {Thread::of(lang).save}
                    </button>
                </form>
            </details>
        </section>
    }
}

fn class_of(wrong: Option<&str>) -> &'static str {
    if wrong.is_some() {
        "field wrong"
    } else {
        "field"
    }
}

/// What is wrong with a field.
fn why(id: &'static str, wrong: Option<&'static str>) -> impl IntoView + use<> {
    wrong.map(|wrong| {
        view! {
            <p class="why" id=id>
                <Icon glyph=Glyph::Warning />
                {wrong}
            </p>
        }
    })
}

/// What the team writes to itself.
pub(super) fn notes(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let care = &page.care;
    let notes = care.notes.iter().map(|it| note(lang, it)).collect_view();
    let notes = (!care.notes.is_empty()).then(|| view! { <ul class="replies">{notes}</ul> });
    let hidden = view! { <input type="hidden" name="id" value=care.note_id.clone() /> };
    view! {
        <section class="stack tight" id="notes">
            <h2>{words.notes}</h2>
            <p class="hint">{words.notes_hint}</p>
            {notes}
            <details class="fold" open=care.typed_note.is_some()>
                <summary>{words.note_write}</summary>
                <form method="post" action=format!("/team/thread/{}/note", page.head.id)>
                    {hidden} {text(lang, "note", words.note_label, words.note_hint, "", care.typed_note.as_ref())}
                    <button class="button" type="submit">
                        {words.note_keep}
                    </button>
                    {meant(lang, care.typed_note.as_ref())}
                </form>
            </details>
        </section>
    }
}

fn note(lang: Lang, note: &Note) -> impl IntoView + use<> {
    let who = fill(
        Thread::of(lang).said_by,
        &[
            ("name", doer(lang, &note.name)),
            ("date", &note.at.recently(lang)),
        ],
    );
    view! {
        <li>
            <Icon glyph=Glyph::Lock />
            <p class="own-words">
                <strong>{who}</strong>
                " "
                <span lang=other_tongue(lang, &note.text)>{note.text.clone()}</span>
            </p>
        </li>
    }
}

/// The team's view, beside what was felt, for the board.
pub(super) fn view_for_board(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    let care = &page.care;
    let until = care.until.date(lang);
    let put = care.view.as_ref().map(|it| {
        let on = fill(words.view_put, &[("date", &it.at.recently(lang))]);
        view! {
            <blockquote class="own-words" lang=other_tongue(lang, &it.text)>{quoted(&it.text)}</blockquote>
            <p class="hint">{on}</p>
        }
    });
    let none = care.view.is_none().then(|| {
        let text = if care.open {
            words.view_open
        } else {
            words.view_closed
        };
        view! { <p>{fill(text, &[("date", &until)])}</p> }
    });
    let now = care
        .view
        .as_ref()
        .map(|it| it.text.clone())
        .unwrap_or_default();
    let does = if care.view.is_some() {
        words.view_change
    } else {
        words.view_write
    };
    view! {
        <section class="stack tight" id="view">
            <h2>{words.view}</h2>
            {put} {none}
            <details class="fold" open=care.typed_view.is_some()>
                <summary>{does}</summary>
                <form method="post" action=format!("/team/thread/{}/view", page.head.id)>
                    {text(lang, "view", words.view_label, words.view_hint, &now, care.typed_view.as_ref())}
                    <button class="button" type="submit">
                        {words.view_keep}
                    </button>
                    {meant(lang, care.typed_view.as_ref())}
                </form>
            </details>
        </section>
    }
}

/// The button that keeps a text which seems to name somebody.
fn meant(lang: Lang, typed: Option<&Typed>) -> Option<AnyView> {
    let named = typed.is_some_and(|it| it.named.is_some());
    named.then(|| as_it_is(lang, Does::Keep).into_any())
}

/// A field for a few lines, with what was wrong with them.
fn text(
    lang: Lang,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    now: &str,
    typed: Option<&Typed>,
) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let why = typed.and_then(|it| it.fault).map(|fault| match fault {
        ReplyFault::Empty => ThreadCare::of(lang).empty.to_owned(),
        ReplyFault::TooLong(over) => fill(words.wrong_long, &[("n", &over.to_string())]),
    });
    let class = if why.is_some() {
        "field wrong"
    } else {
        "field"
    };
    let (field, hint_id, why_id) = (
        format!("{name}-text"),
        format!("{name}-hint"),
        format!("{name}-why"),
    );
    let mut described = vec![hint_id.as_str()];
    described.extend(why.as_ref().map(|_| why_id.as_str()));
    let named = typed.and_then(|it| it.named.as_deref());
    described.extend(named.map(|_| naming::ID));
    let described = described.join(" ");
    let seems = named.map(|it| naming(lang, it, Does::Keep));
    let wrong = why.is_some().then_some("true");
    let text = typed.map_or(now, |it| it.text.as_str());
    view! {
        <div class=class>
            <label for=field.clone()>{label}</label>
            <p class="hint" id=hint_id>
                {hint}
            </p>
            {why
                .map(|why| {
                    view! {
                        <p class="why" id=why_id>
                            <Icon glyph=Glyph::Warning />
                            {why}
                        </p>
                    }
                })}
            <textarea
                class="input"
                id=field
                name="text"
                rows="3"
                aria-describedby=described
                aria-invalid=wrong
            >
                {kept(text)}
            </textarea>
            {seems}
        </div>
    }
}

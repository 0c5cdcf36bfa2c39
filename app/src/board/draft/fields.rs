//! The fields of the desk's forms.

use leptos::prelude::*;

use super::{Draft, Fault, MOST_ASK, Part};
use crate::{
    ui::{Glyph, Icon, kept},
    walk::{Lang, Text},
    words::{Drafting, NoBlame, fill},
};

/// A form of a text in both languages: as it was typed when that was not taken, else as it stands.
pub(super) struct TextForm {
    /// Which.
    pub(super) part: Part,
    /// Where it is sent.
    pub(super) action: String,
    /// What the text is.
    pub(super) label: String,
    /// What stands now.
    pub(super) text: Text,
    /// The most characters of each.
    pub(super) most: usize,
    /// The button.
    pub(super) does: String,
    /// The id of what it changes or makes.
    pub(super) id: String,
    /// The version it begins, where it begins one.
    pub(super) begins: Option<u32>,
}

impl TextForm {
    /// A form of a short text.
    pub(super) fn short(part: Part, action: String, id: &str) -> Self {
        Self {
            part,
            action,
            label: String::new(),
            text: Text::default(),
            most: MOST_ASK,
            does: String::new(),
            id: id.to_owned(),
            begins: None,
        }
    }
}

/// The form.
pub(super) fn text_form(lang: Lang, form: TextForm, draft: &Draft) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let own = (draft.typed.part == form.part).then_some(&draft.typed);
    let moved = own.is_some_and(|it| it.fault == Some(Fault::Moved));
    let stands = moved.then(|| stands(lang, &form.text));
    let text = own.map_or(form.text, |it| it.text.clone());
    let why = own.and_then(|it| it.fault).map(|fault| said(lang, fault));
    let named = own.and_then(|it| it.named.clone());
    let edition = own.and_then(|it| it.seen).unwrap_or(draft.edition);
    let n = form.most.to_string();
    let hints = [
        fill(words.field_hint, &[("n", &n)]),
        fill(words.welsh_hint, &[("n", &n)]),
    ];
    let [hint_en, hint_cy] = hints;
    let field = |name: &'static str, label: &'static str, value: &str, hint: String| {
        let id = [name, "-", &form.id].concat();
        let hint_id = [id.as_str(), "-hint"].concat();
        let held_up = why.is_some() || named.is_some();
        view! {
            <div class="field">
                <label for=id.clone()>{[&form.label, ": ", label].concat()}</label>
                <p class="hint" id=hint_id.clone()>
                    {hint}
                </p>
                <textarea
                    class="input"
                    id=id
                    name=name
                    rows="4"
                    lang=name
                    aria-describedby=hint_id
                    aria-invalid=why.is_some().then_some("true")
                    autofocus=held_up && name == "en"
                >
                    {kept(value)}
                </textarea>
            </div>
        }
    };
    let english = field("en", words.in_english, &text.en, hint_en);
    let welsh = field("cy", words.in_welsh, &text.cy, hint_cy);
    let begins = form.begins.map(|version| {
        view! { <input type="hidden" name="version" value=version.to_string() /> }
    });
    let seems = named.as_deref().map(|it| naming(lang, it));
    let anyway = named.is_some().then(|| {
        view! {
            <button class="button" type="submit" name="as_it_is" value="1">
                {NoBlame::of(lang).keep}
            </button>
        }
    });
    view! {
        <form class="form" method="post" action=form.action>
            <input type="hidden" name="id" value=form.id.clone() />
            <input type="hidden" name="edition" value=edition.to_string() />
            {begins} {reason(why.clone())} {stands} {english} {welsh} {seems}
            <div class="row">
                <button class="button" type="submit">
                    {form.does}
                </button>
                {anyway}
            </div>
        </form>
    }
}

/// Why it was not taken, in words.
pub(super) fn said(lang: Lang, fault: Fault) -> String {
    let words = Drafting::of(lang);
    match fault {
        Fault::Empty => words.empty.to_owned(),
        Fault::TooLong(n) => fill(words.too_long, &[("n", &n.to_string())]),
        Fault::TooMany(n) => fill(words.too_many, &[("n", &n.to_string())]),
        Fault::Moved => words.moved_typed.to_owned(),
        Fault::Published => words.past.to_owned(),
        Fault::Same => words.same.to_owned(),
        Fault::Gone => words.gone.to_owned(),
        Fault::Ended => words.link_ended.to_owned(),
    }
}

/// What somebody else wrote meanwhile.
fn stands(lang: Lang, text: &Text) -> impl IntoView + use<> {
    quoted(Drafting::of(lang).stands_now, text)
}

/// What somebody wrote, in each language it is in, under what it is.
pub(super) fn quoted(what: &'static str, text: &Text) -> impl IntoView + use<> {
    let written = [("en", &text.en), ("cy", &text.cy)];
    let written = written.into_iter().filter(|(_, it)| !it.is_empty());
    let written: Vec<_> = written
        .map(|(lang, it)| view! { <p class="own-words" lang=lang>{it.clone()}</p> })
        .collect();
    (!written.is_empty()).then(|| {
        view! {
            <div class="stack tight">
                <p class="hint">{what}</p>
                {written}
            </div>
        }
    })
}

pub(super) fn reason(why: Option<String>) -> impl IntoView {
    why.map(|why| {
        view! {
            <p class="why" role="alert">
                <Icon glyph=Glyph::Warning />
                {why}
            </p>
        }
    })
}

/// "This seems to name somebody …": it refuses nothing.
fn naming(lang: Lang, name: &str) -> impl IntoView + use<> {
    let words = NoBlame::of(lang);
    let seems = fill(words.seems, &[("name", name)]);
    view! {
        <p class="naming" role="status">
            <Icon glyph=Glyph::Person />
            <span><strong>{seems}</strong> " " {words.why_kept}</span>
        </p>
    }
}

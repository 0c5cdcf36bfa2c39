//! The fields of the forms here: an offer to another organisation, and an answer to one.

use leptos::prelude::*;

use super::{Fault, Typed};
use crate::{
    team::naming::{self, Does, as_it_is, naming},
    ui::{Glyph, Icon, kept},
    walk::Lang,
    words::{Handed, fill},
};

/// The form's own id, so that sending it twice does it once.
pub(super) fn form_id(typed: &Typed) -> impl IntoView + use<> {
    view! { <input type="hidden" name="form" value=typed.form.clone() /> }
}

/// A choice of one, from what the form sends and what is read; `why` the last choice could not be used.
pub(super) fn one_of(
    name: &'static str,
    legend: &'static str,
    why: Option<&'static str>,
    choices: Vec<(String, String)>,
    chosen: &str,
) -> impl IntoView + use<> {
    let choice = |(value, said): (String, String)| {
        let checked = value == chosen;
        view! {
            <label class="tick">
                <input type="radio" name=name value=value checked=checked />
                <span>{said}</span>
            </label>
        }
    };
    let choices: Vec<_> = choices.into_iter().map(choice).collect();
    let id = [name, "-why"].concat();
    view! {
        <fieldset class=class(why) aria-describedby=why.map(|_| id.clone())>
            <legend>{legend}</legend>
            {reason(id.clone(), why)}
            {choices}
        </fieldset>
    }
}

/// The field for what is said: what is wrong with it, and whom it seems to name.
pub(super) fn said(
    lang: Lang,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    typed: &Typed,
) -> impl IntoView + use<> {
    let long = match typed.fault {
        Some(Fault::TooLong(n)) => Some(fill(Handed::of(lang).too_long, &[("n", &n.to_string())])),
        _ => None,
    };
    let (hint_id, why_id) = ([name, "-hint"].concat(), [name, "-why"].concat());
    let mut described = vec![hint_id.clone()];
    described.extend(long.as_ref().map(|_| why_id.clone()));
    described.extend(typed.named.as_ref().map(|_| naming::ID.to_owned()));
    let seems = typed.named.as_deref();
    let seems = seems.map(|it| naming(lang, it, Does::Send));
    let (invalid, class) = (long.is_some(), class(long.as_deref()));
    let held_up = invalid || typed.named.is_some();
    view! {
        <div class=class>
            <label for=name>{label}</label>
            <p class="hint" id=hint_id>
                {hint}
            </p>
            {reason(why_id, long)}
            <textarea
                class="input"
                id=name
                name=name
                rows="4"
                aria-describedby=described.join(" ")
                aria-invalid=invalid.then_some("true")
                autofocus=held_up
            >
                {kept(&typed.message)}
            </textarea>
            {seems}
        </div>
    }
}

/// The button that sends it and, where somebody seems to be named, the one that sends it as it is.
pub(super) fn send(lang: Lang, does: &'static str, typed: &Typed) -> impl IntoView + use<> {
    let named = typed.named.is_some();
    view! {
        <div class="row">
            <button class="button primary" type="submit">
                {does}
            </button>
            {named.then(|| as_it_is(lang, Does::Send))}
        </div>
    }
}

pub(super) fn class(why: Option<&str>) -> &'static str {
    if why.is_some() {
        "field wrong"
    } else {
        "field"
    }
}

pub(super) fn reason(id: impl Into<String>, why: Option<impl Into<String>>) -> impl IntoView {
    let id = id.into();
    why.map(|why| {
        let why: String = why.into();
        view! {
            <p class="why" id=id>
                <Icon glyph=Glyph::Warning />
                {why}
            </p>
        }
    })
}

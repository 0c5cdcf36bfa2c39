//! Finish, 2 of 2: what worked, what stays with me, one thing I will do.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{FactId, Lang},
    words::{Phone, Plain, fill},
};

use super::{
    Address, EndForm, Fault, Own,
    parts::{self, Writing},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ReflectPage {
    /// The walk, with all its steps behind it.
    pub own: Own,
    /// A fresh id for what the form says.
    pub fact: FactId,
    /// What is in the form.
    pub form: EndForm,
    /// Why the form was not taken.
    pub fault: Option<Fault>,
    /// The last day of this week, and of the next fortnight, as `YYYY-MM-DD`.
    pub days: [String; 2],
    /// That fortnight's last day as people say it.
    pub fortnight: String,
}

/// The page.
#[must_use]
pub fn reflect(lang: Lang, page: &ReflectPage) -> impl IntoView + use<> {
    let (words, phone, form) = (Plain::of(lang), Phone::of(lang), &page.form);
    let wrong: Vec<String> = page
        .fault
        .map(|fault| parts::wrong(lang, fault))
        .into_iter()
        .collect();
    let write = |name, label, hint, typed: &String| {
        Writing {
            name,
            label,
            hint,
            typed,
            why: None,
        }
        .view()
    };
    let keep_why = (page.fault == Some(Fault::NotKept))
        .then(|| view! { <p class="why" id="keep-why"><Icon glyph=Glyph::Warning />{words.keep_or_clear}</p> });
    let keep_class = if keep_why.is_some() {
        "field wrong"
    } else {
        "field"
    };
    view! {
        {parts::top(lang, Address::walk(page.own.id), phone.finish_2)}
        <main id="main" class="screen finish" tabindex="-1">
            {parts::not_saved(lang, &wrong)}
            <form class="questions" id="end" method="post" action=Address::of(page.own.id, "end").href()>
                {parts::fact(page.fact)}
                {write("worked", phone.worked_well, phone.worked_well_hint, &form.worked)}
                <hr />
                <h1 class="question">{phone.what_stays}</h1>
                <p class="private"><Icon glyph=Glyph::Lock /><span><b>{phone.only_you}</b>" "{words.no_phone_store}</span></p>
                {write("least_sure", phone.least_sure, "", &form.least_sure)}
                {write("alone", phone.alone, "", &form.alone)}
                <div class=keep_class>
                    {keep_why}
                    <label class="tick"><input type="checkbox" name="keep" value="1" checked=form.keep aria-describedby="keep-hint" />{phone.keep_copy}</label>
                    <p class="hint small" id="keep-hint">{words.keep_hint}</p>
                </div>
                <hr />
                {write("commit", phone.one_thing, phone.one_thing_hint, &form.commit)}
                {by_when(lang, page)}
            </form>
        </main>
        <footer class="thumbbar">
            <button class="button primary wide" type="submit" form="end">{phone.finish}</button>
        </footer>
    }
}

fn by_when(lang: Lang, page: &ReflectPage) -> AnyView {
    let (words, phone, form) = (Plain::of(lang), Phone::of(lang), &page.form);
    let [week, fortnight] = &page.days;
    let chip = |value: &str, name: String| {
        let is = form.by == value;
        view! { <label class="chip"><input type="radio" name="by" value=value.to_owned() checked=is />{name}</label> }
    };
    let in_a_fortnight = fill(phone.by_day, &[("day", &page.fortnight)]);
    let wrong = page.fault == Some(Fault::NoSuchDay);
    view! {
        <fieldset class="ask">
            <legend>{phone.by_when}</legend>
            <div class="chips">
                {chip("", words.no_day.to_owned())}
                {chip(week, phone.this_week.to_owned())}
                {chip(fortnight, in_a_fortnight)}
                {chip("other", phone.other_day.to_owned())}
            </div>
            <div class=if wrong { "field wrong other-day" } else { "field other-day" }>
                <label for="day">{words.which_day}</label>
                {wrong.then(|| view! { <p class="why" id="day-why"><Icon glyph=Glyph::Warning />{words.a_day}</p> })}
                <input class="input" type="date" id="day" name="day" value=form.day.clone() aria-describedby=wrong.then_some("day-why") />
            </div>
        </fieldset>
    }
    .into_any()
}

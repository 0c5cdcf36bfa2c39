//! Something that worked: a few words, or none.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{FactId, Lang},
    words::{Common, Phone, Plain, fill},
};

use super::{
    Address, BrightForm, Fault, Own,
    parts::{self, Writing},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct BrightPage {
    /// The walk.
    pub own: Own,
    /// The step, counted from 0; `None` for the whole walk.
    pub step: Option<u16>,
    /// The bright spot to change; `None` for a new one.
    pub spot: Option<FactId>,
    /// A fresh id for what the form says.
    pub fact: FactId,
    /// A fresh id for taking it away.
    pub away: FactId,
    /// What is in the form.
    pub form: BrightForm,
    /// Why the form was not taken.
    pub fault: Option<Fault>,
}

/// The page.
#[must_use]
pub fn bright(lang: Lang, page: &BrightPage) -> impl IntoView + use<> {
    let (words, phone, own) = (Plain::of(lang), Phone::of(lang), &page.own);
    let title = page
        .step
        .map(|step| fill(Common::of(lang).step_n, &[("n", &parts::number(step))]));
    let wrong: Vec<String> = page
        .fault
        .map(|fault| parts::wrong(lang, fault))
        .into_iter()
        .collect();
    let note = Writing {
        name: "note",
        label: phone.worked_well,
        hint: words.something_worked_hint,
        typed: &page.form.note,
        why: wrong.first().cloned(),
    };
    let step = page
        .step
        .map(|step| view! { <input type="hidden" name="step" value=step.to_string() /> });
    let gone = page.spot.map(|spot| {
        let to = Address::of(own.id, &format!("worked/{spot}/remove")).href();
        view! {
            <form method="post" action=to>
                {parts::fact(page.away)}
                <button class="text-button" type="submit"><Icon glyph=Glyph::Bin inline=true />{words.remove_bright}</button>
            </form>
        }
    });
    view! {
        {parts::top(lang, Address::walk(own.id), title.as_deref().unwrap_or_default())}
        <main id="main" class="screen" tabindex="-1">
            <h1>{words.something_worked}</h1>
            {parts::not_saved(lang, &wrong)}
            <form class="stack" id="spot" method="post" action=Address::bright(own.id, page.spot).href()>
                {parts::fact(page.fact)}
                {step}
                {note.view()}
            </form>
            {gone}
        </main>
        <footer class="thumbbar">
            <button class="button primary wide" type="submit" form="spot">{phone.save}</button>
        </footer>
    }
}

//! A published month as whoever has its address reads it, without an account.

use leptos::prelude::*;

use super::super::{MonthPage, month_page, take::take};
use super::links::date;
use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, Text},
    words::{Drafting, When, fill},
};

/// The month, whose it is, and until when it can be read there. `address` is the page's own.
#[must_use]
pub fn paper_page(
    lang: Lang,
    page: &MonthPage,
    organisation: &Text,
    until: &When,
    address: &str,
) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let said = fill(words.paper_until, &[("date", &date(lang, until))]);
    view! {
        <div class="row">
            <p class="lead">{organisation.get(lang).to_owned()}</p>
            {take(lang, page.month.month, address)}
        </div>
        {month_page(lang, page)}
        <p class="hint">{said}</p>
    }
}

/// The same for an address that never was, one that was ended and one whose time is over.
#[must_use]
pub fn paper_gone(lang: Lang) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    view! {
        <section class="card empty">
            <Icon glyph=Glyph::Warning />
            <h1>{words.paper_gone}</h1>
            <p>{words.paper_gone_why}</p>
            <p>{words.paper_gone_do}</p>
        </section>
    }
}

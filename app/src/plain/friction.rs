//! The friction form: what the sheet of the app asks, in one form, with photos.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon, Mark, Shape},
    walk::{Category, FactId, Feeling, FrictionId, Lang, MOST_PHOTOS, Photo, Severity},
    words::{Phone, Plain, category, feeling, fill, severity},
};

use super::{
    Address, Fault, FrictionForm, Own,
    parts::{self, Writing},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct FrictionPage {
    /// The walk.
    pub own: Own,
    /// The step it was felt at, counted from 0.
    pub step: u16,
    /// The point to change; `None` for a new one.
    pub point: Option<FrictionId>,
    /// A fresh id for what the form says.
    pub fact: FactId,
    /// A fresh id for taking something away.
    pub away: FactId,
    /// What is in the form.
    pub form: FrictionForm,
    /// Photos of it that stand.
    pub photos: Vec<Photo>,
    /// Why the form was not taken.
    pub fault: Option<Fault>,
    /// Photos that were not taken, while the rest was.
    pub photo_faults: Vec<PhotoFault>,
    /// True when photos were chosen on a form that came back: the browser does not keep them.
    pub photos_lost: bool,
}

/// Why a photo was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhotoFault {
    /// Not a picture that can be read. The name of the file.
    NotAnImage(String),
    /// Too many bytes or pixels. The name of the file.
    TooLarge(String),
    /// The point has as many as it may have. The name of the file.
    TooMany(String),
}

/// The page.
#[must_use]
pub fn friction(lang: Lang, page: &FrictionPage) -> impl IntoView + use<> {
    let (phone, own) = (Phone::of(lang), &page.own);
    let service = own.told(lang).service();
    let wrong: Vec<String> = page
        .fault
        .map(|fault| parts::wrong(lang, fault))
        .into_iter()
        .collect();
    let step = fill(
        crate::words::Common::of(lang).step_n,
        &[("n", &parts::number(page.step))],
    );
    let note_wrong = |fault: &Fault| matches!(fault, Fault::TooLong(_));
    let note = Writing {
        name: "note",
        label: phone.what_happened,
        hint: &fill(phone.who_reads, &[("service", &service)]),
        typed: &page.form.note,
        why: page
            .fault
            .filter(note_wrong)
            .map(|fault| parts::wrong(lang, fault)),
    };
    view! {
        {parts::top(lang, Address::walk(own.id), &step)}
        <main id="main" class="screen sheet-body" tabindex="-1">
            <h1>{phone.what_in_way}</h1>
            {parts::not_saved(lang, &wrong)}
            {photo_faults(lang, page)}
            <p class="hint small">{fill(phone.who_sees, &[("service", &service)])}</p>
            <form class="stack" id="point" method="post" enctype="multipart/form-data" action=Address::friction(own.id, page.point).href()>
                {parts::fact(page.fact)}
                <input type="hidden" name="step" value=page.step.to_string() />
                {kinds(lang, &page.form)}
                {severities(lang, &page.form)}
                {feelings(lang, page)}
                {note.view()}
                {parts::faces(lang, &page.form.mood)}
                {ticks(lang, &page.form)}
                {add_photos(lang, page)}
            </form>
            {shown_photos(lang, page)}
            {remove(lang, page)}
        </main>
        <footer class="thumbbar">
            <button class="button primary wide" type="submit" form="point">{phone.save}</button>
        </footer>
    }
}

fn kinds(lang: Lang, form: &FrictionForm) -> AnyView {
    let chip = |it: &Category| {
        let is = form.category == it.code();
        view! {
            <label class="chip"><input type="radio" name="category" value=it.code() checked=is aria-label=category(lang, *it) />{parts::short(lang, *it)}</label>
        }
    };
    view! {
        <fieldset>
            <legend class="aside">{Phone::of(lang).what_in_way}</legend>
            <div class="kinds">{Category::ALL.iter().map(chip).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn severities(lang: Lang, form: &FrictionForm) -> AnyView {
    let chip = |it: &Severity| {
        let is = form.severity == it.code();
        view! {
            <label class="chip"><input type="radio" name="severity" value=it.code() checked=is /><Mark shape=Shape::of_friction(Some(*it)) />{severity(lang, *it)}</label>
        }
    };
    view! {
        <fieldset>
            <legend>{Phone::of(lang).how_much}</legend>
            <div class="severities">{Severity::ALL.iter().map(chip).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The hard ones first.
fn feelings(lang: Lang, page: &FrictionPage) -> AnyView {
    let words = Phone::of(lang);
    let chip = |it: &Feeling| {
        let is = page.form.feelings.iter().any(|chosen| chosen == it.code());
        view! { <label class="chip"><input type="checkbox" name="feelings" value=it.code() checked=is />{feeling(lang, *it)}</label> }
    };
    let (good, hard) = Feeling::ALL.split_at(4);
    let wrong = page.fault == Some(Fault::TooManyFeelings);
    let why = wrong.then(|| view! { <p class="why"><Icon glyph=Glyph::Warning />{parts::wrong(lang, Fault::TooManyFeelings)}</p> });
    view! {
        <fieldset class=if wrong { "field wrong" } else { "" }>
            <legend>{words.left_me}" "<span class="optional">{words.up_to_three}</span></legend>
            {why}
            <div class="chips">{hard.iter().chain(good).map(chip).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn ticks(lang: Lang, form: &FrictionForm) -> AnyView {
    let words = Phone::of(lang);
    view! {
        <label class="tick"><input type="checkbox" name="again" value="1" checked=form.again />{words.contacted_again}</label>
        <div>
            <label class="tick"><input type="checkbox" name="risk" value="1" checked=form.risk aria-describedby="risk-hint" />{words.risk}</label>
            <p class="hint small" id="risk-hint">{words.risk_hint}</p>
        </div>
    }
    .into_any()
}

/// After the note, so that what was said has been read by the time the photos come in.
fn add_photos(lang: Lang, page: &FrictionPage) -> AnyView {
    if page.photos.len() >= MOST_PHOTOS {
        return ().into_any();
    }
    let words = Plain::of(lang);
    view! {
        <div class="field">
            <label for="photos">{words.photos}</label>
            <p class="hint" id="photos-hint">{words.photos_hint}</p>
            // Naming the kinds makes an iPhone hand over a JPEG instead of its own format.
            <input class="input" id="photos" name="photos" type="file" accept="image/jpeg,image/png,image/webp" multiple aria-describedby="photos-hint" />
        </div>
    }
    .into_any()
}

fn photo_faults(lang: Lang, page: &FrictionPage) -> AnyView {
    let words = Plain::of(lang);
    let most = MOST_PHOTOS.to_string();
    let named = |text, name: &String| {
        let name = if name.is_empty() { words.a_photo } else { name };
        fill(text, &[("name", name), ("n", &most)])
    };
    let say = |fault: &PhotoFault| match fault {
        PhotoFault::NotAnImage(name) => named(words.photo_not_image, name),
        PhotoFault::TooLarge(name) => named(words.photo_too_large, name),
        PhotoFault::TooMany(name) => named(words.photos_too_many, name),
    };
    let mut why: Vec<String> = page.photo_faults.iter().map(say).collect();
    if page.photos_lost {
        why.push(words.choose_photos_again.to_owned());
    }
    match why.split_first() {
        Some((first, rest)) => parts::strip(first.clone(), rest),
        None => ().into_any(),
    }
}

fn shown_photos(lang: Lang, page: &FrictionPage) -> AnyView {
    let words = Plain::of(lang);
    let photo = |(n, photo): (usize, &Photo)| {
        let gap = (n + 1).to_string();
        let (alt, remove) = (
            fill(words.photo_n, &[("n", &gap)]),
            fill(words.remove_photo, &[("n", &gap)]),
        );
        let to = Address::of(page.own.id, &format!("photo/{}/remove", photo.id)).href();
        view! {
            <li>
                <img src=format!("/api/v1/photos/{}", photo.id) alt=alt width=photo.width height=photo.height />
                <form method="post" action=to>
                    {parts::fact(page.away)}
                    <button class="text-button" type="submit"><Icon glyph=Glyph::Bin inline=true />{remove}</button>
                </form>
            </li>
        }
    };
    let photos: Vec<_> = page.photos.iter().enumerate().map(photo).collect();
    (!photos.is_empty())
        .then(|| view! { <ul class="own-photos">{photos}</ul> })
        .into_any()
}

fn remove(lang: Lang, page: &FrictionPage) -> AnyView {
    let gone = |point: FrictionId| {
        let to = Address::of(page.own.id, &format!("friction/{point}/remove")).href();
        view! {
            <form method="post" action=to>
                {parts::fact(page.away)}
                <button class="text-button" type="submit"><Icon glyph=Glyph::Bin inline=true />{Phone::of(lang).remove_point}</button>
            </form>
        }
    };
    page.point.map(gone).into_any()
}

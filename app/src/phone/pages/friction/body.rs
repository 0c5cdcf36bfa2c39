//! What the friction sheet holds.

use leptos::prelude::*;

use super::{Sheet, hint, point::Point};
use crate::phone::parts::pressed;
use crate::phone::parts::{faces, field::Field, points, said, steps};
use crate::phone::session::Stand;
use crate::phone::store;
use crate::ui::{Glyph, Icon, Mark, Shape};
use crate::walk::{Category, Feeling, FrictionId, Lang, MOST_FEELINGS, Severity};
use crate::words::{Common, Phone, category, feeling, fill, severity};

/// The sheet about one point.
pub fn view(sheet: Sheet, id: Option<FrictionId>) -> AnyView {
    let lang = sheet.s.lang.get_untracked();
    let w = Phone::of(lang);
    let point = Point::new(sheet, id);
    let before = point.felt.get_untracked();
    let mood = Memo::new(move |_| point.felt.with(|felt| felt.as_ref()?.mood));
    let (step, at) = before
        .as_ref()
        .map_or((sheet.step, store::now()), |felt| (felt.step, felt.at));
    let when = fill(
        w.step_time,
        &[
            ("n", &(step + 1).to_string()),
            ("time", &store::local(at).time()),
        ],
    );
    let service = sheet.service.get_value();
    let who_sees = fill(w.who_sees, &[("service", &service)]);
    let kind = move |it: Category| {
        let chosen = move || {
            point
                .felt
                .with(|felt| felt.as_ref().is_some_and(|felt| felt.category == Some(it)))
        };
        view! {
            <button class="chip" type="button" aria-label=category(lang, it) aria-pressed=move || pressed(chosen()) on:click=move |_| point.is(it)>
                {said::short(lang, it)}
            </button>
        }
    };
    view! {
        <header class="sheet-head">
            <Mark shape=Shape::Stopped />
            <div><h2 id="sheet-title" tabindex="-1">{w.what_in_way}</h2><p>{when}</p></div>
            <button class="icon-button" type="button" aria-label=Common::of(lang).close on:click=move |_| point.finish(move || sheet.dialog.close())>
                <Icon glyph=Glyph::Close />
            </button>
        </header>
        <div class="sheet-body">
            <p class="hint small">{who_sees}</p>
            <div class="kinds" role="group" aria-labelledby="sheet-title">
                {Category::ALL.iter().map(|it| kind(*it)).collect_view()}
            </div>
            {severities(point, lang)}
            {feelings(point, lang)}
            {note(sheet, point, before.map(|felt| felt.note).unwrap_or_default())}
            {faces::ask(lang, mood, move |it| point.felt_like(it))}
            {ticks(point, lang)}
            {remove(sheet, point, id)}
        </div>
        {foot(sheet, point)}
    }
    .into_any()
}

fn severities(point: Point, lang: Lang) -> AnyView {
    let chip = |it: Severity| {
        let chosen = move || {
            point
                .felt
                .with(|felt| felt.as_ref().is_some_and(|felt| felt.severity == Some(it)))
        };
        view! {
            <button class="chip" type="button" aria-pressed=move || pressed(chosen()) on:click=move |_| point.mattered(it)>
                <Mark shape=steps::shape(Some(it)) />{severity(lang, it)}
            </button>
        }
    };
    view! {
        <fieldset>
            <legend>{Phone::of(lang).how_much}</legend>
            <div class="severities">{Severity::ALL.iter().map(|it| chip(*it)).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The hard feelings first: they are what is looked for here.
fn feelings(point: Point, lang: Lang) -> AnyView {
    let w = Phone::of(lang);
    let has = move |it: Feeling| {
        point.felt.with(|felt| {
            felt.as_ref()
                .is_some_and(|felt| felt.feelings.contains(&it))
        })
    };
    let full = move || {
        point.felt.with(|felt| {
            felt.as_ref()
                .is_some_and(|felt| felt.feelings.len() >= MOST_FEELINGS)
        })
    };
    let chip = move |it: Feeling| {
        view! {
            <button class="chip" type="button" aria-pressed=move || pressed(has(it)) aria-disabled=move || pressed(full() && !has(it))
                on:click=move |_| if has(it) || !full() { point.left_me(it) }>
                {feeling(lang, it)}
            </button>
        }
    };
    let (good, hard) = Feeling::ALL.split_at(4);
    view! {
        <fieldset>
            <legend>{w.left_me}" "<span class="optional">{w.up_to_three}</span></legend>
            <div class="chips">{hard.iter().chain(good).map(|it| chip(*it)).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn note(sheet: Sheet, point: Point, text: String) -> AnyView {
    let w = Phone::of(sheet.s.lang.get_untracked());
    let names = RwSignal::new(hint::may_name_someone(&text));
    let field = Field {
        name: "note",
        label: w.what_happened.to_owned(),
        hint: fill(w.who_reads, &[("service", &sheet.service.get_value())]),
        text,
    };
    let say = move |text: String| {
        names.set(hint::may_name_someone(&text));
        point.note(text)
    };
    view! {
        {field.view(sheet.s, sheet.walk, say)}
        <div role="status">
            {move || names.get().then(|| view! { <p class="hint nudge"><Icon glyph=Glyph::IdCard inline=true />" "{w.nudge}</p> })}
        </div>
    }
    .into_any()
}

fn ticks(point: Point, lang: Lang) -> AnyView {
    let w = Phone::of(lang);
    let again = move || {
        point
            .felt
            .with(|felt| felt.as_ref().is_some_and(|felt| felt.contacted_again))
    };
    let risk = move || {
        point
            .felt
            .with(|felt| felt.as_ref().is_some_and(|felt| felt.risk))
    };
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=again on:change=move |event| point.contacted_again(event_target_checked(&event)) />
            {w.contacted_again}
        </label>
        <div>
            <label class="tick">
                <input type="checkbox" aria-describedby="risk-hint" prop:checked=risk on:change=move |event| point.risks(event_target_checked(&event)) />
                {w.risk}
            </label>
            <p class="hint small" id="risk-hint">{w.risk_hint}</p>
        </div>
    }
    .into_any()
}

fn remove(sheet: Sheet, point: Point, id: Option<FrictionId>) -> AnyView {
    let w = Phone::of(sheet.s.lang.get_untracked());
    let take = move |_| {
        sheet.dialog.close();
        if let Some(id) = point.id() {
            points::remove(sheet.s, sheet.walk, id);
        }
    };
    let there = move || id.is_some() || point.felt.with(Option::is_some);
    view! {
        {move || there().then(|| view! {
            <p class="row"><button class="text-button" type="button" on:click=take><Icon glyph=Glyph::Bin inline=true />{w.remove_point}</button></p>
        })}
    }
    .into_any()
}

/// Where the point is, and Save, which only closes. It stays in view while the rest scrolls.
fn foot(sheet: Sheet, point: Point) -> AnyView {
    let lang = sheet.s.lang.get_untracked();
    let w = Phone::of(lang);
    let asked = RwSignal::new(false);
    let status = move || match point.stand() {
        Some(stand) => {
            let glyph = match stand {
                Stand::Sent(_) => Glyph::Check,
                Stand::Sending => Glyph::Up,
                Stand::Held | Stand::Refused(_) => Glyph::Warning,
                Stand::Saved | Stand::Private => Glyph::Phone,
            };
            view! { <Icon glyph=glyph inline=true />" "<b>{said::stand(lang, stand)}"."</b>" "{w.add_more} }.into_any()
        }
        None => asked.get().then_some(w.choose_kind).into_any(),
    };
    let save = move |_| {
        if point.id().is_some() {
            point.finish(move || sheet.land());
        } else {
            asked.set(true);
        }
    };
    let nothing = move || point.felt.with(Option::is_none);
    view! {
        <footer class="thumbbar">
            <p class="note" id="sheet-note" role="status">{status}</p>
            <button class="button primary wide" type="button" aria-disabled=move || pressed(nothing()) aria-describedby="sheet-note" on:click=save>
                {w.save}
            </button>
        </footer>
    }
    .into_any()
}

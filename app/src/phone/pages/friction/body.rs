//! What the friction sheet holds.

use leptos::prelude::*;

use super::{About, Sheet, photos, point::Point};
use crate::phone::parts::pressed;
use crate::phone::parts::{faces, field::Field, points, press, said, steps};
use crate::phone::store;
use crate::ui::{Glyph, Icon, Mark, Shape};
use crate::walk::{Category, Feeling, Lang, MOST_FEELINGS, Severity, history};
use crate::words::{Changes, Phone, category, change, feeling, fill, severity};

/// The sheet about one point.
pub fn view(sheet: Sheet, about: About) -> AnyView {
    let lang = sheet.s.lang.get_untracked();
    let w = Phone::of(lang);
    let point = Point::new(sheet, about);
    let before = point.felt.get_untracked();
    let mood = Memo::new(move |_| point.felt.with(|felt| felt.as_ref()?.mood));
    let (step, at) = match (&before, about) {
        (Some(felt), _) => (felt.step, felt.at),
        (None, About::Moment(it)) => (it.step, it.at),
        (None, _) => (sheet.step, store::now()),
    };
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
        let inside = said::short(lang, it).into_any();
        let name = Some(category(lang, it));
        press::toggle("chip", name, inside, chosen, || false, move || point.is(it))
    };
    let mark = view! { <Mark shape=Shape::Stopped /> }.into_any();
    view! {
        {press::sheet_head(lang, Some(mark), "sheet-title", w.what_in_way, when, move || point.finish(move || sheet.dialog.close()))}
        <div class="sheet-body">
            <p class="hint small">{who_sees}</p>
            <div class="kinds" role="group" aria-labelledby="sheet-title">
                {Category::ALL.iter().map(|it| kind(*it)).map(IntoAny::into_any).collect::<Vec<_>>()}
            </div>
            {severities(point, lang)}
            {feelings(point, lang)}
            {note(sheet, point, before.map(|felt| felt.note).unwrap_or_default())}
            {photos::section(sheet, point)}
            {faces::ask(lang, mood, move |it| point.felt_like(it))}
            {second(point, lang)}
            {ticks(point, lang)}
            {changes(sheet, point)}
            {remove(sheet, point)}
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
        let mark = view! { <Mark shape=steps::shape(Some(it)) /> }.into_any();
        let inside = vec![mark, severity(lang, it).into_any()].into_any();
        press::toggle(
            "chip",
            None,
            inside,
            chosen,
            || false,
            move || point.mattered(it),
        )
    };
    view! {
        <fieldset>
            <legend>{Phone::of(lang).how_much}</legend>
            <div class="severities">{Severity::ALL.iter().map(|it| chip(*it)).map(IntoAny::into_any).collect::<Vec<_>>()}</div>
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
        let tap = move || {
            if has(it) || !full() {
                point.left_me(it);
            }
        };
        let inside = feeling(lang, it).into_any();
        press::toggle(
            "chip",
            None,
            inside,
            move || has(it),
            move || full() && !has(it),
            tap,
        )
    };
    let (good, hard) = Feeling::ALL.split_at(4);
    view! {
        <fieldset>
            <legend>{w.left_me}" "<span class="optional">{w.up_to_three}</span></legend>
            <div class="chips">{hard.iter().chain(good).map(|it| chip(*it)).map(IntoAny::into_any).collect::<Vec<_>>()}</div>
        </fieldset>
    }
    .into_any()
}

fn note(sheet: Sheet, point: Point, text: String) -> AnyView {
    let w = Phone::of(sheet.s.lang.get_untracked());
    let field = Field {
        name: "note",
        label: w.what_happened.to_owned(),
        hint: fill(w.who_reads, &[("service", &sheet.service.get_value())]),
        text,
        for_others: true,
    };
    field.view(sheet.s, sheet.walk, move |text| point.note(text))
}

/// One more category, at most: a list, so that it is not taken for the first.
fn second(point: Point, lang: Lang) -> AnyView {
    let w = Phone::of(lang);
    let also = move || point.felt.with(|felt| felt.as_ref()?.second);
    let choose = move |event| point.is_also(Category::from_code(&event_target_value(&event)));
    let option = move |it: &Category| {
        let it = *it;
        view! { <option value=it.code() selected=move || also() == Some(it)>{said::short(lang, it)}</option> }.into_any()
    };
    let options: Vec<AnyView> = Category::ALL.iter().map(option).collect();
    let hidden = move || {
        point
            .felt
            .with(|felt| felt.as_ref().is_none_or(|felt| felt.category.is_none()))
    };
    view! {
        <div class="field" hidden=hidden>
            <label for="second">{w.second}</label>
            <select class="input" id="second" on:change=choose>
                <option value="">{w.no_second}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// What was said before and is not there any more, with its day.
fn changes(sheet: Sheet, point: Point) -> AnyView {
    let Sheet { s, walk, .. } = sheet;
    let lang = s.lang.get_untracked();
    let w = Changes::of(lang);
    let view = move || {
        let id = point.felt.with(|felt| felt.as_ref().map(|felt| felt.id))?;
        let all = s
            .logs
            .with(|logs| Some(history(&logs.get(&walk)?.facts, id)))?;
        let line = |it: &crate::walk::Change| {
            let when = store::local(it.at);
            let gaps = [("day", when.date(lang)), ("time", when.time())];
            let gaps = gaps.each_ref().map(|(gap, text)| (*gap, text.as_str()));
            let said = [&fill(w.changed_on, &gaps), ". ", &change(lang, &it.was)].concat();
            view! { <li>{said}</li> }.into_any()
        };
        let lines: Vec<AnyView> = all.iter().rev().map(line).collect();
        let some = view! { <section class="changes small"><h3>{w.what_changed}</h3><ul>{lines}</ul></section> };
        (!all.is_empty()).then(|| some.into_any())
    };
    view! { {view} }.into_any()
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

fn remove(sheet: Sheet, point: Point) -> AnyView {
    let w = Phone::of(sheet.s.lang.get_untracked());
    let take = move || {
        sheet.dialog.close();
        if let Some(id) = point.id() {
            points::remove(sheet.s, sheet.walk, id);
        }
    };
    let there = move || point.felt.with(Option::is_some);
    view! {
        {move || there().then(|| view! {
            <p class="row">{press::with_icon("text-button", Glyph::Bin, w.remove_point, take)}</p>
        })}
    }
    .into_any()
}

/// Where the point is, and Save, which only closes. It stays in view while the rest scrolls.
fn foot(sheet: Sheet, point: Point) -> AnyView {
    let lang = sheet.s.lang.get_untracked();
    let w = Phone::of(lang);
    let asked = RwSignal::new(false);
    let status = move || {
        match point.stand() {
        Some(stand) => {
            view! { <Icon glyph=said::glyph(stand) inline=true />" "<b>{said::stand(lang, stand)}"."</b>" "{w.add_more} }.into_any()
        }
        None => asked.get().then_some(w.choose_kind).into_any(),
    }
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
            <div class="pair">
                {photos::button(lang, point)}
                <button class="button primary" type="button" aria-disabled=move || pressed(nothing()) aria-describedby="sheet-note" on:click=save>
                    {w.save}
                </button>
            </div>
        </footer>
    }
    .into_any()
}

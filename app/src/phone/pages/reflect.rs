//! Finish, 2 of 2: what worked, what stays with me, one thing I will do.

use leptos::prelude::*;

use crate::phone::parts::{field::Field, head, press};
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::{Glyph, Icon};
use crate::walk::{BrightSpotNoted, Commitment, Kind, Nothing, Reflected, WalkId};
use crate::words::{Phone, fill};

const DAY_MS: i64 = 86_400_000;
/// The private questions, by code.
const QUESTIONS: [&str; 2] = ["least_sure", "alone"];

/// The page.
pub fn page(s: Session, id: WalkId) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let walk = s.walk_now(id);
    let bright = Field {
        name: "worked",
        label: w.worked_well.to_owned(),
        hint: w.worked_well_hint.to_owned(),
        text: walk
            .bright_spots
            .iter()
            .find(|spot| spot.step.is_none())
            .map(|spot| spot.note.clone())
            .unwrap_or_default(),
        for_others: true,
    };
    let note_bright = move |note| {
        let spot = s.spot_of_the_whole(id);
        vec![Kind::BrightSpotNoted(BrightSpotNoted {
            spot,
            step: None,
            note,
            stands: false,
            marker: None,
        })]
    };
    let keep = RwSignal::new(s.keeps_reflections(id));
    let reflection = move |question: &'static str, label: &'static str| {
        let known = walk.reflections.iter().find(|it| it.question == question);
        let field = Field {
            name: question,
            label: label.to_owned(),
            hint: String::new(),
            text: known.map(|it| it.text.clone()).unwrap_or_default(),
            for_others: false,
        };
        let say = move |text| {
            vec![Kind::Reflected(Reflected {
                question: question.to_owned(),
                text,
                keep: keep.get_untracked(),
            })]
        };
        field.view(s, id, say)
    };
    let choose_keep = move |event| {
        let wanted = event_target_checked(&event);
        keep.set(wanted);
        store::spawn(async move {
            for question in QUESTIONS {
                s.commit(Field::draft(question, id)).await;
            }
            s.keep_reflections(id, wanted).await;
        });
    };
    view! {
        <div class="phone">
            {head::titled(s, &Route::Walk { id, second: false }, w.finish_2)}
            <main id="main" class="screen finish">
                {bright.view(s, id, note_bright)}
                <hr />
                <h1 class="question" tabindex="-1">{w.what_stays}</h1>
                <p class="private"><Icon glyph=Glyph::Lock /><span><b>{w.only_you}</b>" "{w.stays_here}</span></p>
                {reflection("least_sure", w.least_sure)}
                {reflection("alone", w.alone)}
                <div>
                    <label class="tick">
                        <input type="checkbox" aria-describedby="keep-hint" prop:checked=keep on:change=choose_keep />
                        {w.keep_copy}
                    </label>
                    <p class="hint small" id="keep-hint">{w.keep_copy_hint}</p>
                </div>
                <hr />
                {commitment(s, id)}
            </main>
            <footer class="thumbbar">
                {press::button("button primary wide", w.finish, move || finish(s, id))}
            </footer>
        </div>
    }
    .into_any()
}

fn finish(s: Session, id: WalkId) {
    store::spawn(async move {
        s.commit_all().await;
        s.append(s.make(id, &[Kind::Finished(Nothing {})]), "")
            .await;
        s.go_instead(Route::Walk { id, second: false });
        s.send().await;
    });
}

fn commitment(s: Session, id: WalkId) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let known = s.walk_now(id).commitment;
    let text = RwSignal::new(known.as_ref().map(|it| it.text.clone()).unwrap_or_default());
    let by = RwSignal::new(known.and_then(|it| it.by));
    let field = Field {
        name: "commit",
        label: w.one_thing.to_owned(),
        hint: w.one_thing_hint.to_owned(),
        text: text.get_untracked(),
        for_others: false,
    };
    let say = move |words: String| {
        text.set(words.clone());
        vec![Kind::Committed(Commitment {
            text: words,
            by: by.get_untracked(),
        })]
    };
    let set_by = move |date: String| {
        let date =
            Some(date).filter(|date| !date.is_empty() && by.get_untracked().as_ref() != Some(date));
        by.set(date.clone());
        if !text.get_untracked().trim().is_empty() {
            s.record(
                id,
                &[Kind::Committed(Commitment {
                    text: text.get_untracked(),
                    by: date,
                })],
            );
        }
    };
    let now = store::now();
    let today = store::local(now);
    let week = store::date(now + i64::from(7 - today.weekday.min(7)) * DAY_MS);
    let fortnight = store::date(now + 14 * DAY_MS);
    let by_day = fill(
        w.by_day,
        &[("day", &store::local(now + 14 * DAY_MS).date(lang))],
    );
    let other = {
        let (week, fortnight) = (week.clone(), fortnight.clone());
        move || {
            by.get()
                .filter(|date| *date != week && *date != fortnight)
                .unwrap_or_default()
        }
    };
    let chip = move |date: String, name: String| {
        let chosen = date.clone();
        let on = move || by.with(|by| by.as_ref() == Some(&chosen));
        let tap = move || set_by(date.clone());
        press::toggle("chip", None, name.into_any(), on, || false, tap)
    };
    view! {
        {field.view(s, id, say)}
        <div class="chips" role="group" aria-label=w.by_when>
            {chip(week, w.this_week.to_owned())}
            {chip(fortnight, by_day)}
            <label class="chip">
                <span>{w.other_day}</span>
                <input class="input" type="date" prop:value=other on:change=move |event| set_by(event_target_value(&event)) />
            </label>
        </div>
    }
    .into_any()
}

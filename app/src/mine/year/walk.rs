//! One walk of one's own: how it ended, what it led to, and what its author wrote for themselves.

use leptos::prelude::*;

use super::{OwnPoint, OwnWalk};
use crate::{
    mine::{Own, shares::quoted},
    ui::{Badge, Glyph, Icon, Mark, Shape},
    walk::{Lang, Text, other_tongue},
    words::{
        Common, Mine, Phone, Year, category, dates, feeling, fill, held_word, need, severity,
        thread_state,
    },
};

/// The walk, with the team's side and one's own beside each other where there is room.
pub(super) fn card(lang: Lang, walk: &OwnWalk) -> impl IntoView + use<> {
    let words = Year::of(lang);
    let again = walk.held.map(|held| {
        let said = fill(words.again, &[("held", held_word(lang, held))]);
        view! { <p>{said}</p> }
    });
    view! {
        <li class="card">
            <div>
                <h3>{title(lang, walk)}</h3>
                <p class="hint">{below(lang, walk)}</p>
            </div>
            {ended(lang, walk)}
            {again}
            <div class="duo">
                <div class="stack">{felt(lang, walk)} {led_to(lang, walk)}</div>
                <div class="stack">{worked(lang, walk)} {own(lang, walk)}</div>
            </div>
            {open(lang, walk)}
        </li>
    }
}

fn title(lang: Lang, walk: &OwnWalk) -> String {
    match walk.task.get(lang) {
        "" => Mine::of(lang).a_walk.to_owned(),
        task => task.to_owned(),
    }
}

/// "Home adaptations, 14 October 2025".
fn below(lang: Lang, walk: &OwnWalk) -> String {
    let at = &walk.at;
    let day = dates::day_month_year(lang, at.day, at.month, at.year);
    match walk.service.get(lang) {
        "" => day,
        service => [service, ", ", &day].concat(),
    }
}

fn ended(lang: Lang, walk: &OwnWalk) -> impl IntoView + use<> {
    let said = match walk.need_met {
        _ if !walk.finished => Year::of(lang).unfinished,
        Some(answer) => need(lang, answer),
        None => Phone::of(lang).outcome_not_said,
    };
    let shape = Shape::of_answer(walk.need_met.filter(|_| walk.finished));
    view! { <p class="verdict"><Mark shape=shape />{said}</p> }
}

fn felt(lang: Lang, walk: &OwnWalk) -> Option<impl IntoView + use<>> {
    let named = walk.feelings.iter().map(|it| feeling(lang, *it));
    let feelings = named.collect::<Vec<_>>().join(", ");
    (!feelings.is_empty()).then(|| {
        view! { <div><h4 class="eyebrow">{Year::of(lang).felt}</h4><p>{feelings}</p></div> }
    })
}

fn worked(lang: Lang, walk: &OwnWalk) -> Option<impl IntoView + use<>> {
    let notes: Vec<_> = walk
        .worked
        .iter()
        .map(|it| {
            view! { <blockquote class="own-words" lang=other_tongue(lang, it)>{it.clone()}</blockquote> }
        })
        .collect();
    (!notes.is_empty()).then(|| {
        view! { <div><h4 class="eyebrow">{Year::of(lang).worked}</h4>{notes}</div> }
    })
}

fn led_to(lang: Lang, walk: &OwnWalk) -> impl IntoView + use<> {
    let words = Year::of(lang);
    let points: Vec<_> = walk.points.iter().map(|it| point(lang, it)).collect();
    let none = points
        .is_empty()
        .then(|| view! { <p class="hint">{words.led_to_nothing}</p> });
    view! {
        <div>
            <h4 class="eyebrow">{words.led_to}</h4>
            {none}
            <ul class="done-list">{points}</ul>
        </div>
    }
}

/// "Hard to find, at Find the form. Slowed me. One reply." and how it stands.
fn point(lang: Lang, point: &OwnPoint) -> impl IntoView + use<> {
    let words = Year::of(lang);
    let kind = point
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it));
    let at = Text::get(&point.step, lang);
    let at = (!at.is_empty()).then(|| [", ", &fill(words.at_step, &[("step", at)])].concat());
    let how = point.severity.map(|it| [severity(lang, it), ". "].concat());
    let replies = match point.replies {
        0 => None,
        1 => Some(words.one_reply.to_owned()),
        n => Some(fill(words.replies, &[("n", &n.to_string())])),
    };
    let stands = point.state.map(|state| {
        view! { <Badge shape=Shape::of_state(state) word=thread_state(lang, state) /> }
    });
    view! {
        <li>
            <Mark shape=Shape::of_friction(point.severity) />
            <div>{kind}{at}<span class="hint">{how}{replies}</span>{stands}</div>
        </li>
    }
}

fn own(lang: Lang, walk: &OwnWalk) -> impl IntoView + use<> {
    let words = Year::of(lang);
    let items: Vec<_> = walk.own.iter().map(|it| item(lang, it)).collect();
    let none = items
        .is_empty()
        .then(|| view! { <p class="hint">{words.nothing_of_yours}</p> });
    view! { <div class="stack tight"><h4 class="eyebrow">{words.yours}</h4>{none}{items}</div> }
}

/// What was asked, what was written, and who reads it.
fn item(lang: Lang, own: &Own) -> impl IntoView + use<> {
    let (words, mine) = (Year::of(lang), Mine::of(lang));
    let by = own.said.by.as_ref().map(|day| {
        let day = dates::written(lang, day);
        view! { <p class="hint">{fill(mine.by_day, &[("day", &day)])}</p> }
    });
    let readers = match own.readers.len() {
        0 if own.quoted => ().into_any(),
        0 => {
            view! { <p class="hint small"><Icon glyph=Glyph::Lock inline=true />" "{mine.only_you}</p> }
                .into_any()
        }
        n => {
            let said = fill(words.shared, &[("n", &n.to_string())]);
            view! { <p class="hint small"><a href="/me/shares">{said}</a></p> }.into_any()
        }
    };
    view! {
        <div>
            <p><strong>{own.said.item.title(lang)}</strong></p>
            <blockquote class="own-words" lang=other_tongue(lang, &own.said.text)>{own.said.text.clone()}</blockquote>
            {by}
            {readers}
            {quoted(lang, own)}
        </div>
    }
}

fn open(lang: Lang, walk: &OwnWalk) -> impl IntoView + use<> {
    let words = Year::of(lang);
    let which = [title(lang, walk), below(lang, walk)].join(", ");
    let name = fill(words.open_which, &[("walk", &which)]);
    let href = format!("/walk/plain/{}", walk.id);
    view! {
        <p><a class="evidence" href=href aria-label=name>{words.open}<Icon glyph=Glyph::Chevron /></a></p>
    }
}

//! The receipt: the walk at a glance, and where each item of it is.

use leptos::prelude::*;

use super::{
    answer::Answering,
    friction::About,
    noted::{Noted, bright_line, bright_spots},
    notices,
};
use crate::phone::parts::{feelings, points, press, said, told};
use crate::phone::place::Route;
use crate::phone::session::{Log, Session};
use crate::phone::store;
use crate::ui::{Glyph, Icon, Mark, Shape};
use crate::walk::{Answer, BrightSpot, FactId, Friction, FrictionId, Lang, Walk, WalkId};
use crate::wire::Reply;
use crate::words::{Phone, dates, fill, length, need, why_not, yes_or_no};

/// The page.
pub fn page(s: Session, id: WalkId) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = s.walk_now(id);
    let told = told::told(s, &walk);
    let service = told.service();
    let noted = Noted::new(s, id, 0, told.service());
    let now = s.walk(id);
    let answering = Answering::new(s, id);
    let save = move || store::spawn(s.save_walk(id));
    let whole = move || s.logs.with(|logs| logs.get(&id).map(Log::whole));
    let count = move || s.logs.with(|logs| logs.get(&id).map(Log::count));
    let counted = move || {
        count().filter(|(sent, all)| sent < all).map(|(sent, all)| {
            let said = fill(
                w.n_sent,
                &[("k", &sent.to_string()), ("n", &all.to_string())],
            );
            view! { <p class="hint small">{said}</p> }
        })
    };
    view! {
        <div class="phone">
            <header class="top centred">
                <span class="blank"></span>
                <h1 class="top-title" tabindex="-1">{w.receipt}</h1>
                {press::round(Glyph::Share, w.share_walk, save)}
            </header>
            <main id="main" class="screen receipt">
                {notices::strips(s, "")}
                {move || whole().map(|whole| said::strip(s, whole, &service))}
                {counted}
                <article class="card">
                    <hgroup>
                        <p class="hint small date">{when(lang, &walk)}</p>
                        <h2>{told.title()}</h2>
                    </hgroup>
                    {verdict(lang, &walk)}
                    <hr />
                    {facts(lang, &walk, &told)}
                    <hr />
                    {feelings::line(&walk, &told)}
                </article>
                {frictions(s, id, now, noted, answering)}
                {bright(s, id, now, noted)}
                <ul class="rows">{noted.moments(now)}</ul>
                {private(lang, &walk)}
                {notices::refused(s)}
                {notices::home_screen(s, true)}
                <div>
                    {press::with_icon("button wide", Glyph::Download, w.share_walk, save)}
                    <p class="hint small">{w.share_hint}</p>
                </div>
            </main>
            <footer class="thumbbar"><a class="button primary wide" href=Route::Today.path()>{w.back_to_today}</a></footer>
            {noted.view()}
            {answering.view()}
        </div>
    }
    .into_any()
}

/// "Tuesday 14 October, 12:41 to 13:01".
fn when(lang: Lang, walk: &Walk) -> String {
    let from = store::local(walk.started_at.unwrap_or_default());
    let to = store::local(walk.finished_at.or(walk.started_at).unwrap_or_default());
    let day = [
        dates::weekday_name(lang, from.weekday),
        " ",
        &from.date(lang),
    ]
    .concat();
    fill(
        Phone::of(lang).day_from_to,
        &[("day", &day), ("from", &from.time()), ("to", &to.time())],
    )
}

fn verdict(lang: Lang, walk: &Walk) -> AnyView {
    let (shape, said) = outcome(lang, walk);
    let why = walk
        .outcome
        .why_not
        .filter(|_| walk.outcome.need_met != Some(Answer::Yes));
    let why = why.map(|why| [": ", &said::inside(why_not(lang, why))].concat());
    let again = walk.is_again().then(
        || view! { <p>{Phone::of(lang).did_hold}" "{yes_or_no(lang, walk.outcome.held)}</p> },
    );
    view! { <p class="verdict"><Mark shape=shape />{said}{why}</p> {again} }.into_any()
}

/// Whether the need was met, as a shape and in words.
pub fn outcome(lang: Lang, walk: &Walk) -> (Shape, &'static str) {
    match walk.outcome.need_met {
        Some(answer @ Answer::Yes) => (Shape::Met, need(lang, answer)),
        Some(answer @ Answer::Partly) => (Shape::Partly, need(lang, answer)),
        Some(answer @ Answer::No) => (Shape::NotMet, need(lang, answer)),
        None => (Shape::Waiting, Phone::of(lang).outcome_not_said),
    }
}

fn facts(lang: Lang, walk: &Walk, told: &told::Told) -> AnyView {
    let w = Phone::of(lang);
    let brief = told.task.as_ref().map_or(0, |task| task.about_minutes);
    let points = walk.frictions.len();
    let points = if points == 1 {
        w.one_point.to_owned()
    } else {
        fill(w.n_points, &[("n", &points.to_string())])
    };
    let ease = walk.outcome.ease.map_or(w.not_said.to_owned(), |ease| {
        fill(w.k_of_7, &[("k", &ease.to_string())])
    });
    // The brief speaks of the whole task.
    let brief = if walk.is_again() {
        w.time_taken.to_owned()
    } else {
        fill(w.brief_said, &[("m", &brief.to_string())])
    };
    let facts = [
        (brief, length(lang, walk.spent_ms())),
        (w.of_friction.to_owned(), points),
        (w.ease.to_owned(), ease),
    ];
    let fact = |(name, is)| view! { <div><dt>{name}</dt><dd>{is}</dd></div> }.into_any();
    let facts: Vec<AnyView> = facts.into_iter().map(fact).collect();
    view! { <dl class="facts">{facts}</dl> }.into_any()
}

/// Each friction point, where it is, whether the team has seen it, what they replied. Each opens to be changed.
fn frictions(
    s: Session,
    id: WalkId,
    walk: Memo<Walk>,
    noted: Noted,
    answering: Answering,
) -> AnyView {
    let row = move |point: &Friction| {
        let friction = point.id;
        let note = (!point.note.is_empty())
            .then(|| view! { <p class="hint small">"“"{point.note.clone()}"”"</p> });
        let open = move || noted.sheet.open(About::Point(friction));
        view! {
            <li class="stack tight">
                {points::line(s, point, open)}
                {note}
                {said::item(s, id, FactId(friction.0))}
                {answers(s, friction, answering)}
            </li>
        }
        .into_any()
    };
    let view = move || {
        let points = walk.with(|walk| points::standing(s, walk));
        let rows: Vec<AnyView> = points.iter().map(row).collect();
        let some = view! { <article class="card rough"><ul class="stack">{rows}</ul></article> };
        (!points.is_empty()).then(|| some.into_any())
    };
    view! { {view} }.into_any()
}

/// What the team did with a point: read it, replied.
fn answers(s: Session, friction: FrictionId, answering: Answering) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let view = move || {
        s.briefing.with(|news| {
            let news = news.as_ref()?;
            let seen = news.seen.iter().any(|it| it.friction == friction);
            let seen = seen.then(|| view! { <span class="hint below small"><Mark shape=Shape::Seen />" "{w.team_seen}</span> });
            let reply = |it: &Reply| {
                let said = fill(w.replied, &[("service", it.service_name.get(lang))]);
                [said::quote(&said, &it.text), answering.row(it)]
            };
            let replies: Vec<AnyView> = news.replies.iter().filter(|it| it.friction == friction).flat_map(reply).collect();
            Some(view! { {seen} {replies} })
        })
    };
    view! { {view} }.into_any()
}

fn bright(s: Session, id: WalkId, walk: Memo<Walk>, noted: Noted) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let row = move |spot: &BrightSpot| {
        let line = bright_line(s, spot, move |spot| noted.bright.open(spot));
        view! { <li>{line}{said::item(s, id, spot.id)}</li> }.into_any()
    };
    let view = move || {
        let spots = walk.with(|walk| bright_spots(s, walk));
        let rows: Vec<AnyView> = spots.iter().map(row).collect();
        let some = view! { <article class="card"><h2 class="subhead">{w.worked}</h2><ul class="stack">{rows}</ul></article> };
        (!spots.is_empty()).then(|| some.into_any())
    };
    view! { {view} }.into_any()
}

/// What is the author's alone.
fn private(lang: Lang, walk: &Walk) -> AnyView {
    let w = Phone::of(lang);
    let text = |text: String| view! { <p class="private"><Icon glyph=Glyph::Lock /><span><b>{w.yours_alone}</b>" "{text}</span></p> };
    let mut notes: Vec<String> = walk.reflections.iter().map(|it| it.text.clone()).collect();
    if let Some(it) = &walk.commitment {
        notes.push([w.i_will, ": ", &it.text].concat());
    }
    if notes.is_empty() {
        return ().into_any();
    }
    view! { <article class="card private-notes">{notes.into_iter().map(text).map(IntoAny::into_any).collect::<Vec<_>>()}</article> }.into_any()
}

//! Finish, 1 of 2: did I get what I came for, did the service do what it should, how easy, who would not have got through.

use leptos::prelude::*;

use super::{noted::Noted, notices};
use crate::phone::parts::{ask::Ask, press, told};
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::ui::{Glyph, Mark, Shape};
use crate::walk::{Answer, AtStep, Kind, OthersWould, Outcome, Walk, WalkId, WhyNot};
use crate::words::{Common, Phone, fill, length, why_not};

/// The page.
pub fn page(s: Session, id: WalkId) -> AnyView {
    let lang = s.lang.get_untracked();
    let w = Phone::of(lang);
    let walk = s.walk_now(id);
    let told = told::told(s, &walk);
    let (done, of) = (walk.steps_done().to_string(), walk.step_count().to_string());
    let walked = fill(
        w.walked_steps,
        &[
            ("time", &length(lang, walk.spent_ms())),
            ("k", &done),
            ("n", &of),
        ],
    );
    let asked = told.question().unwrap_or_else(|| w.got_it.to_owned());
    let worked_if = [w.worked_if, " ", &told.worked_if()].concat();
    let ask = Ask { s, id };
    let last = walk.step_count().saturating_sub(1);
    let noted = Noted::new(s, id, walk.stopped_at().unwrap_or(last), told.service());
    let now = s.walk(id);
    let again = walk.started.as_ref().and_then(|started| started.again);
    view! {
        <div class="phone">
            <header class="top centred">
                {press::round(Glyph::Back, Common::of(lang).back, move || step_again(s, id))}
                <p class="top-title">{w.finish_1}</p>
            </header>
            <main id="main" class="screen finish">
                {notices::signal(s)}
                {notices::strips(s, "")}
                <p class="hint walked">{walked}</p>
                <p class="hint small">{w.answers_go}</p>
                {again.map(|_| question(ask, "held", w.did_hold, w.did_hold_hint, |outcome| outcome.held, |answer| Outcome { held: Some(answer), ..Outcome::default() }))}
                <fieldset class="ask">
                    <legend><h1 class="question" tabindex="-1">{asked}</h1></legend>
                    <p class="hint">{worked_if}</p>
                    <div class="outcomes">
                        {outcomes(ask, "met", |outcome| outcome.need_met, |answer| Outcome { need_met: Some(answer), ..Outcome::default() })}
                    </div>
                </fieldset>
                {why(ask)}
                {question(ask, "did", w.did_should, w.did_should_hint, |outcome| outcome.did_what_it_should, |answer| Outcome { did_what_it_should: Some(answer), ..Outcome::default() })}
                {ease(ask)}
                {others(ask)}
                {satisfaction(ask)}
                <ul class="rows">{noted.rows(now)}</ul>
            </main>
            <footer class="thumbbar">
                {press::button("button primary wide", w.next, move || s.go(Route::Walk { id, second: true }))}
            </footer>
            {noted.view()}
        </div>
    }
    .into_any()
}

/// Back to the step where the walk ended.
fn step_again(s: Session, id: WalkId) {
    let walk: Walk = s.walk_now(id);
    let step = walk
        .stopped_at()
        .unwrap_or(walk.step_count().saturating_sub(1));
    s.record(id, &[Kind::StepOpened(AtStep { step })]);
}

/// A question that yes, partly or no answers.
fn question(
    ask: Ask,
    name: &'static str,
    legend: &'static str,
    hint: &'static str,
    now: fn(&Outcome) -> Option<Answer>,
    give: fn(Answer) -> Outcome,
) -> AnyView {
    view! {
        <fieldset class="ask">
            <legend>{legend}</legend>
            <p class="hint">{hint}</p>
            <div class="outcomes">{outcomes(ask, name, now, give)}</div>
        </fieldset>
    }
    .into_any()
}

fn outcomes(
    ask: Ask,
    name: &'static str,
    now: fn(&Outcome) -> Option<Answer>,
    give: fn(Answer) -> Outcome,
) -> AnyView {
    let words = Common::of(ask.s.lang.get_untracked());
    let choice = |answer, shape, word: &'static str| {
        view! { <label class="choice">{ask.radio(name, answer, now, give, None)}<Mark shape=shape /><span>{word}</span></label> }
    };
    view! {
        {choice(Answer::Yes, Shape::Met, words.yes)}
        {choice(Answer::Partly, Shape::Partly, words.partly)}
        {choice(Answer::No, Shape::NotMet, words.no)}
    }
    .into_any()
}

/// Why not, once the need was not met.
fn why(ask: Ask) -> AnyView {
    let lang = ask.s.lang.get_untracked();
    let w = Phone::of(lang);
    let not_met =
        move || ask.read(|outcome| outcome.need_met.is_some_and(|answer| answer != Answer::Yes));
    let choice = move |it: WhyNot| {
        let radio = ask.radio(
            "why",
            it,
            |outcome| outcome.why_not,
            |why| Outcome {
                why_not: Some(why),
                ..Outcome::default()
            },
            None,
        );
        view! { <label class="choice plain">{radio}<span>{why_not(lang, it)}</span></label> }
    };
    let view = move || {
        not_met().then(|| {
            view! {
                <fieldset class="ask">
                    <legend>{w.why_not}</legend>
                    <div class="choices">{WhyNot::ALL.iter().map(|it| choice(*it)).map(IntoAny::into_any).collect::<Vec<_>>()}</div>
                </fieldset>
            }
        })
    };
    view! { {view} }.into_any()
}

/// The Single Ease Question, word for word, with nothing chosen beforehand.
fn ease(ask: Ask) -> AnyView {
    let w = Phone::of(ask.s.lang.get_untracked());
    let give = |ease| Outcome {
        ease: Some(ease),
        ..Outcome::default()
    };
    let step = |at: u8| {
        let name = match at {
            1 => Some(["1, ", w.very_difficult].concat()),
            7 => Some(["7, ", w.very_easy].concat()),
            _ => None,
        };
        view! { <label>{ask.radio("ease", at, |outcome| outcome.ease, give, name)}{at.to_string()}</label> }
    };
    view! {
        <fieldset class="ask ease">
            <legend>{w.seq}</legend>
            <div class="ease-scale">{(1..=7).map(step).map(IntoAny::into_any).collect::<Vec<_>>()}</div>
            <p class="ends" aria-hidden="true"><span>{w.very_difficult}</span><span>{w.very_easy}</span></p>
        </fieldset>
    }
    .into_any()
}

fn others(ask: Ask) -> AnyView {
    let w = Phone::of(ask.s.lang.get_untracked());
    let give = |others| Outcome {
        others_would: Some(others),
        ..Outcome::default()
    };
    let choice = |it, word: &'static str| {
        view! { <label class="choice plain">{ask.radio("others", it, |outcome| outcome.others_would, give, None)}<span>{word}</span></label> }
    };
    view! {
        <fieldset class="ask">
            <legend>{w.others}</legend>
            <p class="hint">{w.others_hint}</p>
            <div class="choices">
                {choice(OthersWould::Most, w.others_most)}
                {choice(OthersWould::SomeNot, w.others_some)}
                {choice(OthersWould::Few, w.others_few)}
            </div>
        </fieldset>
    }
    .into_any()
}

fn satisfaction(ask: Ask) -> AnyView {
    let w = Phone::of(ask.s.lang.get_untracked());
    let levels = [
        (5, w.satisfied_5),
        (4, w.satisfied_4),
        (3, w.satisfied_3),
        (2, w.satisfied_2),
        (1, w.satisfied_1),
    ];
    let give = |level| Outcome {
        satisfaction: Some(level),
        ..Outcome::default()
    };
    let choice = |(level, word): (u8, &'static str)| {
        view! { <label class="choice plain">{ask.radio("satisfied", level, |outcome| outcome.satisfaction, give, None)}<span>{word}</span></label> }
    };
    view! {
        <fieldset class="ask">
            <legend>{w.satisfied}</legend>
            <div class="choices">{levels.into_iter().map(choice).map(IntoAny::into_any).collect::<Vec<_>>()}</div>
        </fieldset>
    }
    .into_any()
}

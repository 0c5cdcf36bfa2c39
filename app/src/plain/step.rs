//! A step, all of it on one page: open the service, say what gets in the way, say how it went.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon, Mark, Shape},
    walk::{Away, FactId, Lang, StepResult},
    words::{Common, Phone, Plain, fill, length},
};

use super::{Address, Own, parts};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct StepPage {
    /// The walk, which stands at a step.
    pub own: Own,
    /// The step, counted from 0.
    pub step: u16,
    /// The clock time at which its walker left for the service, while they are away.
    pub left: Option<String>,
    /// A fresh id for each form of the page.
    pub facts: [FactId; 4],
    /// The mood that was chosen on a form that came back.
    pub mood: String,
    /// True when that form did not say how it went.
    pub unsaid: bool,
}

/// The page.
#[must_use]
pub fn step(lang: Lang, page: &StepPage) -> impl IntoView + use<> {
    let own = &page.own;
    let told = own.told(lang);
    let count = own.walk.step_count().to_string();
    let at = fill(
        Common::of(lang).step_of,
        &[("n", &parts::number(page.step)), ("of", &count)],
    );
    let (name, hint, hand_off) = told.step(page.step).map_or_else(Default::default, |step| {
        let text = |text: &crate::walk::Text| text.get(lang).to_owned();
        (text(&step.name), text(&step.hint), step.hand_off.clone())
    });
    let crossing = hand_off.map(|who| {
        let said = fill(Phone::of(lang).hand_off, &[("who", &who)]);
        view! { <p class="hint">{said}</p> }
    });
    view! {
        {top(lang, page)}
        <main id="main" class="screen step" tabindex="-1">
            {parts::line(lang, own, false)}
            {away_before(lang, page)}
            <div class="headline">
                <p class="eyebrow">{at}</p>
                <h1>{name}</h1>
                <p class="lead">{hint}</p>
                {crossing}
            </div>
            {open_service(lang, page)}
            {situation(lang, own)}
            {parts::noted(lang, own)}
            {how_it_went(lang, page)}
            <a class="button wide" href=Address::bright(own.id, None).href()><Icon glyph=Glyph::Star />{Plain::of(lang).something_worked}</a>
        </main>
        <footer class="thumbbar walk">
            <form class="pinned" method="get" action=Address::friction(own.id, None).href()>
                <button class="friction" type="submit"><Mark shape=Shape::Stopped /><span>{Phone::of(lang).friction}</span></button>
            </form>
        </footer>
    }
}

/// The way out, which takes the time until the walk is taken up again off it; the service; the time so far.
fn top(lang: Lang, page: &StepPage) -> AnyView {
    let (own, words) = (&page.own, Phone::of(lang));
    let spent = own.walk.spent_ms() / 60_000 * 60_000;
    let spent = (spent > 0).then(|| {
        let spent = length(lang, spent);
        let said = fill(words.timer, &[("time", &spent)]);
        view! { <p class="timer"><Icon glyph=Glyph::Clock /><span aria-hidden="true">{spent}</span><span class="aside">{said}</span></p> }
    });
    view! {
        <header class="top">
            <form method="post" action=Address::of(own.id, "pause").href()>
                {parts::fact(page.facts[0])}
                <button class="icon-button" type="submit" aria-label=words.pause><Icon glyph=Glyph::Close /></button>
            </form>
            <p class="top-title">{own.told(lang).service()}</p>
            {spent}
        </header>
    }
    .into_any()
}

/// "You were away for 3 min 20 s at step 1", and a way to say that it was something else.
fn away_before(lang: Lang, page: &StepPage) -> AnyView {
    let (words, phone) = (Plain::of(lang), Phone::of(lang));
    let near = |away: &Away| away.step == page.step || away.step + 1 == page.step;
    let Some(away) = page
        .own
        .walk
        .last_away
        .filter(|away| near(away) && page.left.is_none())
    else {
        return ().into_any();
    };
    let said = fill(
        words.away_for,
        &[
            ("time", &length(lang, away.ms)),
            ("n", &parts::number(away.step)),
        ],
    );
    let off = if away.interrupted {
        view! { <span class="hint">{phone.taken_off}</span> }.into_any()
    } else {
        view! {
            <form method="post" action=Address::of(page.own.id, "interrupted").href()>
                {parts::fact(page.facts[1])}
                <input type="hidden" name="left" value=away.left.to_string() />
                <button class="text-button" type="submit">{phone.interrupted}</button>
            </form>
        }
        .into_any()
    };
    view! { <div class="away"><span>{said}</span>{off}</div> }.into_any()
}

/// The way into the service: a form, so that the leaving is noted, in a tab of its own, so that this one stays.
fn open_service(lang: Lang, page: &StepPage) -> AnyView {
    let (words, phone) = (Plain::of(lang), Phone::of(lang));
    let url = page.own.task.as_ref().and_then(|task| task.url.as_ref());
    if url.is_none() {
        return view! {
            <div class="worked-if">
                <Icon glyph=Glyph::Open />
                <p><strong>{phone.search_for_it}"."</strong>" "{phone.search_hint}</p>
            </div>
        }
        .into_any();
    }
    let left = page
        .left
        .as_ref()
        .map(|time| [&fill(words.left_at, &[("time", time)]), " "].concat());
    view! {
        <form class="stack tight" method="post" target="_blank" action=Address::of(page.own.id, "leave").href()>
            {parts::fact(page.facts[2])}
            <input type="hidden" name="step" value=page.step.to_string() />
            <button class="button primary wide big" type="submit" aria-describedby="leaving">{phone.open_service}<Icon glyph=Glyph::Open /></button>
            <p class="hint small" id="leaving">{left}{words.opens_service}</p>
        </form>
    }
    .into_any()
}

fn situation(lang: Lang, own: &Own) -> AnyView {
    let told = own.told(lang);
    let text = told
        .situation()
        .map(|it| view! { <p>{it.text.get(lang).to_owned()}</p> });
    view! {
        <details class="more">
            <summary class="line"><Icon glyph=Glyph::Lines /><span><strong>{Phone::of(lang).situation}</strong></span><Icon glyph=Glyph::Down /></summary>
            <div class="stack">
                <p><strong>{told.title()}</strong></p>
                {text}
                {parts::limits(lang, &told)}
                {parts::worked_if(lang, &told)}
            </div>
        </details>
    }
    .into_any()
}

/// "How did that go?": an answer ends the step.
fn how_it_went(lang: Lang, page: &StepPage) -> AnyView {
    let words = Phone::of(lang);
    let unsaid = page
        .unsaid
        .then(|| parts::not_saved(lang, &[[words.choose_first, "."].concat()]));
    let answer = |result: StepResult, mark: AnyView, name: &'static str| {
        view! {
            <button class="choice" type="submit" name="result" value=result.code()>{mark}<span><strong>{name}</strong></span></button>
        }
    };
    view! {
        <form class="ask how" method="post" action=Address::of(page.own.id, "step").href()>
            {parts::fact(page.facts[3])}
            <input type="hidden" name="step" value=page.step.to_string() />
            <h2 class="question">{words.how_go}</h2>
            {unsaid}
            {parts::faces(lang, &page.mood)}
            <div class="choices">
                {answer(StepResult::Done, view! { <Mark shape=Shape::Met /> }.into_any(), words.done)}
                {answer(StepResult::Partly, view! { <Mark shape=Shape::Partly /> }.into_any(), words.partly)}
                {answer(StepResult::Stuck, view! { <Icon glyph=Glyph::Stuck /> }.into_any(), words.stuck)}
            </div>
        </form>
    }
    .into_any()
}

//! Finish, 1 of 2: the outcome, in the questions and words of the app.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon, Mark, Shape},
    walk::{Answer, FactId, Lang, OthersWould, WhyNot},
    words::{Common, Phone, Plain, fill, length, why_not},
};

use super::{Address, Own, parts};

/// The page. `facts` are fresh ids: for the way back to the last step, and for the answers.
#[must_use]
pub fn finish(lang: Lang, own: &Own, facts: [FactId; 2]) -> impl IntoView + use<> {
    let phone = Phone::of(lang);
    let told = own.told(lang);
    let walked = fill(
        phone.walked_steps,
        &[
            ("time", &length(lang, own.walk.spent_ms())),
            ("k", &own.walk.steps_done().to_string()),
            ("n", &own.walk.step_count().to_string()),
        ],
    );
    let question = told.question().unwrap_or_else(|| phone.got_it.to_owned());
    let worked_if = [phone.worked_if, " ", &told.worked_if(), "."].concat();
    let outcome = &own.walk.outcome;
    view! {
        <header class="top centred">
            <form method="post" action=Address::of(own.id, "again").href()>
                {parts::fact(facts[0])}
                <button class="icon-button" type="submit" aria-label=Common::of(lang).back><Icon glyph=Glyph::Back /></button>
            </form>
            <p class="top-title">{phone.finish_1}</p>
        </header>
        <main id="main" class="screen finish" tabindex="-1">
            <p class="hint walked">{walked}</p>
            <p class="hint small">{phone.answers_go}</p>
            <form class="questions" id="outcome" method="post" action=Address::of(own.id, "outcome").href()>
                {parts::fact(facts[1])}
                {held(lang, own)}
                <fieldset class="ask">
                    <legend><h1 class="question">{question}</h1></legend>
                    <p class="hint">{worked_if}</p>
                    {outcomes(lang, "met", outcome.need_met)}
                </fieldset>
                {why(lang, outcome.why_not)}
                <fieldset class="ask">
                    <legend>{phone.did_should}</legend>
                    <p class="hint">{phone.did_should_hint}</p>
                    {outcomes(lang, "did", outcome.did_what_it_should)}
                </fieldset>
                {ease(lang, outcome.ease)}
                {others(lang, outcome.others_would)}
                {satisfaction(lang, outcome.satisfaction)}
            </form>
        </main>
        <footer class="thumbbar">
            <button class="button primary wide" type="submit" form="outcome">{phone.next}</button>
        </footer>
    }
}

fn outcomes(lang: Lang, name: &'static str, now: Option<Answer>) -> AnyView {
    let words = Common::of(lang);
    let choice = |answer: Answer, word: &'static str| {
        let is = now == Some(answer);
        view! {
            <label class="choice"><input type="radio" name=name value=answer.code() checked=is /><Mark shape=Shape::of_answer(Some(answer)) /><span>{word}</span></label>
        }
    };
    view! {
        <div class="outcomes">
            {choice(Answer::Yes, words.yes)} {choice(Answer::Partly, words.partly)} {choice(Answer::No, words.no)}
        </div>
    }
    .into_any()
}

/// On a re-walk: did what they changed hold?
fn held(lang: Lang, own: &Own) -> AnyView {
    let again = own.walk.started.as_ref().and_then(|it| it.again);
    again
        .map(|_| {
            view! {
                <fieldset class="ask">
                    <legend>{Phone::of(lang).did_hold}</legend>
                    <p class="hint">{Phone::of(lang).did_hold_hint}</p>
                    {outcomes(lang, "held", own.walk.outcome.held)}
                </fieldset>
            }
        })
        .into_any()
}

/// A list of plain answers.
fn choices(name: &'static str, answers: Vec<(String, &'static str, bool)>) -> AnyView {
    let choice = |(value, word, is): (String, &'static str, bool)| {
        view! { <label class="choice plain"><input type="radio" name=name value=value checked=is /><span>{word}</span></label> }
    };
    let all: Vec<_> = answers.into_iter().map(choice).collect();
    view! { <div class="choices">{all}</div> }.into_any()
}

/// Why not: the style sheet shows it once the need was not met, where it can tell.
fn why(lang: Lang, now: Option<WhyNot>) -> AnyView {
    let answer = |it: &WhyNot| (it.code().to_owned(), why_not(lang, *it), now == Some(*it));
    view! {
        <fieldset class="ask why-not">
            <legend>{Phone::of(lang).why_not}</legend>
            <p class="hint">{Plain::of(lang).only_if_not}</p>
            {choices("why", WhyNot::ALL.iter().map(answer).collect())}
        </fieldset>
    }
    .into_any()
}

/// The Single Ease Question, word for word, with nothing chosen beforehand.
fn ease(lang: Lang, now: Option<u8>) -> AnyView {
    let words = Phone::of(lang);
    let step = |at: u8| {
        let name = match at {
            1 => Some(["1, ", words.very_difficult].concat()),
            7 => Some(["7, ", words.very_easy].concat()),
            _ => None,
        };
        let is = now == Some(at);
        view! { <label><input type="radio" name="ease" value=at.to_string() checked=is aria-label=name />{at.to_string()}</label> }
    };
    view! {
        <fieldset class="ask ease">
            <legend>{words.seq}</legend>
            <div class="ease-scale">{(1..=7).map(step).collect_view()}</div>
            <p class="ends" aria-hidden="true"><span>{words.very_difficult}</span><span>{words.very_easy}</span></p>
        </fieldset>
    }
    .into_any()
}

fn others(lang: Lang, now: Option<OthersWould>) -> AnyView {
    let words = Phone::of(lang);
    let answer = |it: OthersWould, word| (it.code().to_owned(), word, now == Some(it));
    let answers = vec![
        answer(OthersWould::Most, words.others_most),
        answer(OthersWould::SomeNot, words.others_some),
        answer(OthersWould::Few, words.others_few),
    ];
    view! {
        <fieldset class="ask">
            <legend>{words.others}</legend>
            <p class="hint">{words.others_hint}</p>
            {choices("others", answers)}
        </fieldset>
    }
    .into_any()
}

fn satisfaction(lang: Lang, now: Option<u8>) -> AnyView {
    let words = Phone::of(lang);
    let levels = [
        (5, words.satisfied_5),
        (4, words.satisfied_4),
        (3, words.satisfied_3),
        (2, words.satisfied_2),
        (1, words.satisfied_1),
    ];
    let answer = |(level, word): (u8, &'static str)| (level.to_string(), word, now == Some(level));
    view! {
        <fieldset class="ask">
            <legend>{words.satisfied}</legend>
            {choices("satisfied", levels.into_iter().map(answer).collect())}
        </fieldset>
    }
    .into_any()
}

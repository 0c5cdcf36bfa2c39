//! The form in which a team says how a thread stands.

use leptos::prelude::*;

use crate::{
    team::naming::{self, Does, as_it_is, naming},
    ui::{Glyph, Icon, kept},
    walk::{Lang, thread::Decision},
    words::{Inbox, Thread, ThreadCare, fill, offered},
};

use super::{DecisionFault, ThreadPage, TypedDecision};

pub(super) fn decide(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let typed = page.typed.clone().unwrap_or_default();
    let fault = typed.fault;
    let choices = TypedDecision::CHOICES
        .iter()
        .map(|it| choice(lang, *it, it.code() == typed.decision))
        .collect_view();
    let nothing = why(
        lang,
        fault.filter(|it| *it == DecisionFault::Nothing),
        "decision-why",
    );
    let day = why(
        lang,
        fault.filter(|it| *it == DecisionFault::NoDay),
        "day-why",
    );
    let reason =
        fault.filter(|it| matches!(it, DecisionFault::NoReason | DecisionFault::TooLong(_)));
    let named = typed.named.as_ref();
    let seems = named.map(|it| naming(lang, it, Does::Keep));
    let as_it_is = named.map(|_| as_it_is(lang, Does::Keep));
    let mut described = vec!["why-hint"];
    described.extend(named.map(|_| naming::ID));
    let is_wrong = |yes: bool| yes.then_some("true");
    let reason_wrong = is_wrong(reason.is_some());
    let day_wrong = is_wrong(fault == Some(DecisionFault::NoDay));
    view! {
        <details class="decide" open=page.typed.is_some()>
            <summary class="button">{words.decide}</summary>
            <form
                class="form"
                method="post"
                action=format!("/team/thread/{}/decide", page.head.id)
            >
                <fieldset class="field">
                    <legend>{words.choose}</legend>
                    {nothing}
                    <div class="choices">{choices}</div>
                </fieldset>
                <div class="field">
                    <label for="day">{words.day}</label>
                    <p class="hint" id="day-hint">
                        {words.day_hint}
                    </p>
                    {day}
                    <input
                        class="input"
                        type="date"
                        id="day"
                        name="day"
                        value=typed.day.clone()
                        aria-describedby="day-hint"
                        aria-invalid=day_wrong
                    />
                </div>
                <div class="field">
                    <label for="why">{words.why}</label>
                    <p class="hint" id="why-hint">
                        {words.why_hint}
                    </p>
                    {why(lang, reason, "why-why")}
                    <textarea
                        class="input"
                        id="why"
                        name="why"
                        rows="3"
                        aria-describedby=described.join(" ")
                        aria-invalid=reason_wrong
                    >
                        {kept(&typed.why)}
                    </textarea>
                    {seems}
                </div>
                <div class="row">
                    <button class="button primary" type="submit">
                        {words.save}
                    </button>
                    {as_it_is}
                </div>
            </form>
        </details>
    }
}

fn choice(lang: Lang, it: Decision, chosen: bool) -> impl IntoView + use<> {
    view! {
        <label class="choice plain">
            <input type="radio" name="decision" value=it.code() checked=chosen />
            <span>{offered(lang, it)}</span>
        </label>
    }
}

fn why(lang: Lang, fault: Option<DecisionFault>, id: &'static str) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let said = fault.map(|fault| match fault {
        DecisionFault::Nothing => words.wrong_nothing.to_owned(),
        DecisionFault::NoDay => words.wrong_day.to_owned(),
        DecisionFault::NoReason => words.wrong_reason.to_owned(),
        DecisionFault::TooLong(over) => fill(words.wrong_long, &[("n", &over.to_string())]),
        DecisionFault::Moved => ThreadCare::of(lang).moved.to_owned(),
        DecisionFault::NotHere => Inbox::of(lang).bulk_not_here.to_owned(),
    });
    said.map(|said| {
        view! {
            <p class="why" id=id>
                <Icon glyph=Glyph::Warning />
                {said}
            </p>
        }
    })
}

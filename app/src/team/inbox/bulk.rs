//! Doing the same to all the threads that are ticked.

use leptos::prelude::*;

use crate::{
    team::{
        DecisionFault, TypedDecision,
        naming::{self, Does, naming},
    },
    ui::{Banner, Glyph, Icon, Tone, kept},
    walk::{Lang, ThreadId, thread::Decision},
    words::{Inbox as Words, NoBlame, Thread, fill},
};

use super::Inbox;

/// What was to be done at once, and could not.
#[derive(Clone, Debug, Default)]
pub struct Bulk {
    /// The threads that were ticked.
    pub ticked: Vec<ThreadId>,
    /// What was typed, and what is wrong with it.
    pub typed: TypedDecision,
}

/// The id of the form whose boxes stand on the lines.
pub(super) const FORM: &str = "ticked";

/// The form above the list: its boxes stand on the lines, so that it needs no script.
pub(super) fn bulk(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Words::of(lang);
    let bulk = inbox.bulk.clone().unwrap_or_default();
    let fault = bulk.typed.fault;
    let said = fault.map(|fault| why(lang, fault, &bulk));
    let named = bulk.typed.named.as_ref();
    let seems = named.map(|it| naming(lang, it, Does::Send));
    // Beside the button that was pressed before.
    let meant = |it: Decision| {
        let pressed = named.is_some() && bulk.typed.decision == it.code();
        pressed.then(|| {
            view! {
                <button class="button" type="submit" name="as_it_is" value=it.code()>
                    {NoBlame::of(lang).send}
                </button>
            }
        })
    };
    let described = fault.is_some().then_some("bulk-why");
    let mut text_described = vec!["bulk-hint"];
    text_described.extend(described);
    text_described.extend(named.map(|_| naming::ID));
    let text_described = text_described.join(" ");
    view! {
        <details class="fold bulk" open=inbox.bulk.is_some()>
            <summary>
                <Icon glyph=Glyph::Check />
                {words.bulk}
            </summary>
            <form id=FORM method="post" action=inbox.href("/threads")>
                <p class="hint">{words.bulk_why}</p>
                {said
                    .map(|said| {
                        view! {
                            <p class="why" id="bulk-why">
                                <Icon glyph=Glyph::Warning />
                                {said}
                            </p>
                        }
                    })}
                <div class="row">
                    <button class="button" type="submit" name="do" value="seen">
                        {words.bulk_seen}
                    </button>
                </div>
                <div class="field">
                    <label for="bulk-text">{words.bulk_text}</label>
                    <p class="hint" id="bulk-hint">
                        {words.bulk_text_why}
                    </p>
                    <textarea
                        class="input"
                        id="bulk-text"
                        name="why"
                        rows="3"
                        aria-describedby=text_described
                    >
                        {kept(&bulk.typed.why)}
                    </textarea>
                    {seems}
                </div>
                <div class="row">
                    <button class="button" type="submit" name="do" value=Decision::Explained.code()>
                        {words.bulk_explain}
                    </button>
                    {meant(Decision::Explained)}
                </div>
                <div class="field">
                    <label for="bulk-day">{words.bulk_day}</label>
                    <input
                        class="input"
                        type="date"
                        id="bulk-day"
                        name="day"
                        value=bulk.typed.day.clone()
                        aria-describedby=described
                    />
                </div>
                <div class="row">
                    <button class="button" type="submit" name="do" value=Decision::NotNow.code()>
                        {words.bulk_not_now}
                    </button>
                    {meant(Decision::NotNow)}
                </div>
            </form>
        </details>
    }
}

fn why(lang: Lang, fault: DecisionFault, bulk: &Bulk) -> String {
    let words = Thread::of(lang);
    match fault {
        DecisionFault::Nothing if bulk.ticked.is_empty() => Words::of(lang).bulk_none.to_owned(),
        DecisionFault::Nothing => words.wrong_nothing.to_owned(),
        DecisionFault::NoDay => words.wrong_day.to_owned(),
        DecisionFault::NoReason => Words::of(lang).bulk_no_text.to_owned(),
        DecisionFault::TooLong(over) => fill(words.wrong_long, &[("n", &over.to_string())]),
        DecisionFault::Moved => Words::of(lang).bulk_moved.to_owned(),
        DecisionFault::NotHere => Words::of(lang).bulk_not_here.to_owned(),
    }
}

/// Says for how many something was done just now.
pub(super) fn done(lang: Lang, inbox: &Inbox) -> impl IntoView + use<> {
    let words = Words::of(lang);
    inbox.done.map(|n| {
        let said = match n {
            1 => words.done_one.to_owned(),
            n => fill(words.done, &[("n", &n.to_string())]),
        };
        view! { <Banner tone=Tone::Sent glyph=Glyph::Check said=said /> }
    })
}

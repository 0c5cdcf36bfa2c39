//! The page of a thread: what it adds up to, how it stands, every time it was felt, and what the team has said.

use leptos::prelude::*;

use crate::{
    ui::{Badge, Banner, Glyph, Mark, Shape, Tone},
    walk::{Friction, Lang, thread::State},
    words::{
        Common, Mine, Team, Thread, burden, category, dates, decision, feeling, felt_times, fill,
        held_word, quoted, severity, thread_state,
    },
};

use super::{Day, Event, Head, ThreadPage, Time, decide::decide};

/// One thread, whole.
#[must_use]
pub fn thread(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    view! {
        <article class="detail pane stack">
            {head(lang, &page.head)} {stands(lang, &page.head)} {decide(lang, page)}
            {times(lang, page)} {history(lang, &page.events)}
        </article>
    }
}

/// The page's title, for the browser's tab.
#[must_use]
pub fn thread_title(lang: Lang, page: &ThreadPage) -> &'static str {
    name(lang, &page.head)
}

fn name(lang: Lang, head: &Head) -> &'static str {
    head.category
        .map_or(Common::of(lang).something_else, |it| category(lang, it))
}

fn head(lang: Lang, head: &Head) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let n = head.step.saturating_add(1).to_string();
    let step = fill(Common::of(lang).step_n, &[("n", &n)]);
    let step = match &head.step_name {
        Some(name) => [&step, ", ", name.get(lang)].concat(),
        None => step,
    };
    let place = [head.task.get(lang), ". ", &step].concat();
    let felt = felt_times(lang, head.felt, head.leaders);
    let (first, last) = (head.first.recently(lang), head.last.recently(lang));
    let since = fill(words.first_last, &[("first", &first), ("last", &last)]);
    let worst = head.worst.map(|it| {
        let worst = fill(words.worst, &[("severity", severity(lang, it))]);
        view! {
            <strong>
                <Mark shape=Shape::of_friction(Some(it)) />
                {worst}
            </strong>
        }
    });
    let burdens: Vec<&str> = head
        .category
        .map(|it| it.burdens().iter().map(|it| burden(lang, *it)).collect())
        .unwrap_or_default();
    let of = head.felt.to_string();
    let again = fill(
        words.again,
        &[("n", &head.contacted_again.to_string()), ("of", &of)],
    );
    let risk = fill(words.risks, &[("n", &head.risk.to_string()), ("of", &of)]);
    view! {
        <header class="pane-head">
            <div>
                <p class="hint">
                    <a href="/team">{Team::of(lang).inbox}</a>
                    ". "
                    {place}
                </p>
                <h1>{name(lang, head)}</h1>
            </div>
        </header>
        <p class="about">
            {worst} <span>{[&felt, ". "].concat()}</span>
            {(head.felt > 1).then(|| view! { <span>{since}</span> })}
            {(!burdens.is_empty()).then(|| view! { <span>{burdens.join(", ")}</span> })}
        </p>
        {(head.contacted_again > 0).then(|| view! { <p>{again}</p> })}
        {(head.risk > 0)
            .then(|| {
                view! {
                    <Banner tone=Tone::Risk glyph=Glyph::Flag said=risk means=Team::of(lang).risk_why />
                }
            })}
    }
}

fn stands(lang: Lang, head: &Head) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let held = head.held.map(|(answer, at)| {
        let gaps = [
            ("date", at.recently(lang)),
            ("answer", held_word(lang, answer).to_owned()),
        ];
        let gaps = gaps.each_ref().map(|(gap, text)| (*gap, text.as_str()));
        view! { <p>{fill(words.held_on, &gaps)}</p> }
    });
    view! {
        <section class="stack" id="state">
            <h2>{words.stands}</h2>
            <p>
                <Badge shape=shape(head.state) word=thread_state(lang, head.state) />
            </p>
            {held}
            <p class="hint">{words.only_rewalk}</p>
        </section>
    }
}

fn times(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let listed = page.times.len().to_string();
    let newest = fill(
        words.newest_of,
        &[("n", &listed), ("of", &page.head.felt.to_string())],
    );
    let all = page.times.iter().map(|it| time(lang, it)).collect_view();
    let cut = (page.times.len() as u64) < page.head.felt;
    (!page.times.is_empty()).then(|| {
        view! {
            <section class="stack" id="times">
                <h2>{words.times}</h2>
                {cut.then(|| view! { <p class="hint">{newest}</p> })}
                <ul class="threads">{all}</ul>
            </section>
        }
    })
}

fn time(lang: Lang, time: &Time) -> impl IntoView + use<> {
    let friction = &time.friction;
    let words = Thread::of(lang);
    let note = match friction.note.trim() {
        "" => words.no_words.to_owned(),
        note => quoted(note),
    };
    let who = time
        .by
        .as_ref()
        .map_or(Team::of(lang).a_walkthrough, |it| it.get(lang));
    let when = [who, ", ", &time.at.recently(lang)].concat();
    view! {
        <li>
            <a class="thread" href=format!("/team/friction/{}", friction.id)>
                <Mark shape=Shape::of_friction(friction.severity) />
                <span>
                    <strong class="own-words">{note}</strong>
                    <span class="meta">
                        <span>{felt_as(lang, friction)}</span>
                        {friction
                            .risk
                            .then(|| view! { <span class="badge">{Common::of(lang).risk}</span> })}
                    </span>
                    <span class="meta">
                        <span>{when}</span>
                    </span>
                </span>
            </a>
        </li>
    }
}

/// "Stopped me. Confused, anxious".
fn felt_as(lang: Lang, friction: &Friction) -> String {
    let how_bad = friction
        .severity
        .map_or(Team::of(lang).severity_not_said, |it| severity(lang, it));
    let feelings: Vec<String> = friction
        .feelings
        .iter()
        .map(|it| feeling(lang, *it).to_lowercase())
        .collect();
    if feelings.is_empty() {
        how_bad.to_owned()
    } else {
        [how_bad, ": ", &feelings.join(", ")].concat()
    }
}

fn history(lang: Lang, events: &[Event]) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let lines = events.iter().map(|it| event(lang, it)).collect_view();
    let body = if events.is_empty() {
        view! { <p class="hint">{words.no_history}</p> }.into_any()
    } else {
        view! { <ul class="replies">{lines}</ul> }.into_any()
    };
    view! {
        <section class="stack" id="history">
            <h2>{words.history}</h2>
            {body}
        </section>
    }
}

fn event(lang: Lang, event: &Event) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let name = match event.name.as_str() {
        "" => Mine::of(lang).erased_person,
        name => name,
    };
    let who = fill(
        words.said_by,
        &[("name", name), ("date", &event.at.recently(lang))],
    );
    let by = match event.decision {
        crate::walk::thread::Decision::NotNow => words.until_day,
        _ => words.by_day,
    };
    let day = event
        .day
        .map(|it| [" ", &fill(by, &[("day", &said(lang, it))])].concat());
    let why = match event.why.as_str() {
        "" => None,
        why => Some(view! { <span class="own-words">{[" ", &quoted(why)].concat()}</span> }),
    };
    view! {
        <li>
            <p>
                <strong>{decision(lang, event.decision)}</strong>
                {". "}
                {who}
                {day}
                {why}
            </p>
        </li>
    }
}

/// "1 June 2026".
fn said(lang: Lang, day: Day) -> String {
    dates::day_month_year(lang, day.day, day.month, day.year)
}

/// The square of a state; what a re-walk found has a word of its own beside it.
pub(in crate::team) fn shape(state: State) -> Shape {
    match state {
        State::New => Shape::New,
        State::Seen | State::Accepted => Shape::Seen,
        State::Explained => Shape::Answered,
        State::Planned | State::HalfFixed => Shape::Planned,
        State::Changed | State::RewalkAsked => Shape::Changed,
        State::Confirmed => Shape::Confirmed,
        State::NotFixed | State::NotNow => Shape::NotNow,
    }
}

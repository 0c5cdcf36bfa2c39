//! The page of a thread: what it adds up to, how it stands, every time it was felt, and what the team has said.

use leptos::prelude::*;

use crate::{
    team::handed::handed_on,
    ui::{Badge, Banner, Glyph, Mark, Shape, Tone},
    walk::{Category, Friction, Lang, Text, other_tongue, thread::State},
    words::{
        Common, Team, Thread, ThreadCare, burden, category, dates, feeling, felt_times, fill,
        held_word, quoted, severity, thread_state,
    },
};

use super::{
    Day, Head, ThreadPage, Time,
    care::{notes, owner, view_for_board},
    decide::decide,
    event::history,
    files::files,
    same::parts,
    track::track,
};

/// One thread, whole.
#[must_use]
pub fn thread(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    view! {
        <article class="detail pane stack">
            {head(lang, page)} {moved(lang, page)} {stands(lang, page)} {decide(lang, page)}
            {owner(lang, page)} {handed_on(lang, &page.head.id.to_string(), &page.offers)}
            {times(lang, page)} {parts(lang, page)} {view_for_board(lang, page)}
            {notes(lang, page)} {files(lang, page)} {history(lang, &page.events)}
        </article>
    }
}

/// The page's title, for the browser's tab.
#[must_use]
pub fn thread_title(lang: Lang, page: &ThreadPage) -> &'static str {
    name(lang, &page.head)
}

fn name(lang: Lang, head: &Head) -> &'static str {
    name_of(lang, head.category)
}

/// What gets in the way.
pub(super) fn name_of(lang: Lang, kind: Option<Category>) -> &'static str {
    kind.map_or(Common::of(lang).something_else, |it| category(lang, it))
}

/// "Get a ramp at home. Step 2, Describe the need".
pub(super) fn place(lang: Lang, task: &Text, step: u16, name: Option<&Text>) -> String {
    let n = step.saturating_add(1).to_string();
    let step = fill(Common::of(lang).step_n, &[("n", &n)]);
    match name {
        Some(name) => [task.get(lang), ". ", &step, ", ", name.get(lang)].concat(),
        None => [task.get(lang), ". ", &step].concat(),
    }
}

fn head(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let head = &page.head;
    let place = place(lang, &head.task, head.step, head.step_name.as_ref());
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
    let told = page.care.risk_contact.as_ref().map_or_else(
        || Team::of(lang).risk_why.to_owned(),
        |name| {
            let told = fill(ThreadCare::of(lang).risk_contact, &[("name", name)]);
            [Team::of(lang).risk_why, " ", &told].concat()
        },
    );
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
                    <Banner tone=Tone::Risk glyph=Glyph::Flag said=risk means=told />
                }
            })}
    }
}

/// Says why what was typed for a part of it is shown here.
fn moved(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = ThreadCare::of(lang);
    page.moved.then(|| {
        view! {
            <Banner tone=Tone::Risk glyph=Glyph::Warning said=words.moved means=words.moved_why />
        }
    })
}

fn stands(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = Thread::of(lang);
    let head = &page.head;
    let back = matches!(head.state, State::HalfFixed | State::NotFixed).then(|| {
        let words = ThreadCare::of(lang);
        view! {
            <Banner
                tone=Tone::Risk
                glyph=Glyph::Retry
                said=words.comes_back
                means=words.comes_back_why
            />
        }
    });
    let held = page.rewalks.iter().map(|it| {
        let gaps = [
            ("date", it.at.recently(lang)),
            ("answer", held_word(lang, it.held).to_owned()),
        ];
        let gaps = gaps.each_ref().map(|(gap, text)| (*gap, text.as_str()));
        view! {
            <li>
                <a href=format!("/team/walk/{}", it.walk)>{fill(words.held_on, &gaps)}</a>
            </li>
        }
    });
    let held = held.collect_view();
    let held = (!page.rewalks.is_empty()).then(|| view! { <ul class="stack tight">{held}</ul> });
    view! {
        <section class="stack" id="state">
            <h2>{words.stands}</h2>
            <p>
                <Badge shape=Shape::of_state(head.state) word=thread_state(lang, head.state) />
            </p>
            {track(lang, page)} {held} {back}
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
                    <strong class="own-words" lang=other_tongue(lang, &friction.note)>{note}</strong>
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

/// "1 June 2026".
pub(super) fn said(lang: Lang, day: Day) -> String {
    dates::day_month_year(lang, day.day, day.month, day.year)
}

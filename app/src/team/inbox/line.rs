//! One thread in the list.

use leptos::prelude::*;

use crate::{
    team::item::excerpt,
    ui::{Badge, Mark, Shape},
    walk::{Lang, ThreadId},
    words::{
        Common, Inbox as Words, Team, Thread, category, felt_times, fill, severity, thread_state,
    },
};

use super::{Inbox, Line, Side, bulk::FORM};

/// What was felt as a story, how often, and how it stands.
pub(super) fn line(lang: Lang, line: &Line, inbox: &Inbox, side: Side) -> impl IntoView + use<> {
    let head = &line.head;
    let address = inbox.href(&format!("/thread/{}", head.id));
    let what = what(lang, line);
    let (story, kind) = match excerpt(&line.said) {
        Some(said) => (said, Some(what)),
        None => (what.to_owned(), None),
    };
    let (current, tick) = match side {
        Side::Alone => (None, Some(tick(lang, head.id, inbox, &story))),
        Side::Beside(chosen) => ((chosen == Some(head.id)).then_some("true"), None),
    };
    let how_bad = head
        .worst
        .map_or(Team::of(lang).severity_not_said, |it| severity(lang, it));
    let how_bad = match kind {
        Some(kind) => [how_bad, ". ", kind].concat(),
        None => how_bad.to_owned(),
    };
    let risk =
        (head.risk > 0).then(|| view! { <span class="badge">{Common::of(lang).risk}</span> });
    let unseen = (line.unseen > 0).then(|| {
        let n = fill(Team::of(lang).new_count, &[("n", &line.unseen.to_string())]);
        view! { <span class="badge">{n}</span> }
    });
    let class = tick.is_some().then_some("ticked");
    view! {
        <li class=class>
            {tick}
            <a class="thread" href=address aria-current=current>
                <Mark shape=Shape::of_friction(head.worst) />
                <span>
                    <strong>{story}</strong>
                    <span class="meta">
                        <span>{how_bad}</span>
                    </span>
                    <span class="meta">
                        <span>{place(lang, line)}</span>
                    </span>
                    <span class="meta">
                        <span>{felt(lang, line)}</span>
                        <span class="badges">
                            {unseen} {risk}
                            <Badge shape=Shape::of_state(head.state) word=thread_state(lang, head.state) />
                        </span>
                    </span>
                </span>
            </a>
        </li>
    }
}

/// The box that takes the thread along when something is done to several.
fn tick(lang: Lang, id: ThreadId, inbox: &Inbox, story: &str) -> impl IntoView + use<> {
    let ticked = inbox
        .bulk
        .as_ref()
        .is_some_and(|it| it.ticked.contains(&id));
    let label = fill(Words::of(lang).tick, &[("what", story)]);
    view! {
        <label class="box">
            <input
                type="checkbox"
                name="thread"
                value=id.to_string()
                form=FORM
                checked=ticked
                aria-label=label
            />
        </label>
    }
}

fn what(lang: Lang, line: &Line) -> &'static str {
    let category_word = line.head.category.map(|it| category(lang, it));
    category_word.unwrap_or(Common::of(lang).something_else)
}

/// "Report a missed bin. Step 2, Send it".
fn place(lang: Lang, line: &Line) -> String {
    let head = &line.head;
    let n = head.step.saturating_add(1).to_string();
    let step = fill(Common::of(lang).step_n, &[("n", &n)]);
    let name = head.step_name.as_ref().map(|name| name.get(lang));
    let step = match name {
        Some(name) => [&step, ", ", name].concat(),
        None => step,
    };
    [head.task.get(lang), ". ", &step].concat()
}

/// "Felt 3 times, by 2 leaders. First 6 May, last yesterday."
fn felt(lang: Lang, line: &Line) -> String {
    let head = &line.head;
    let times = felt_times(lang, head.felt, head.leaders);
    let last = head.last.recently(lang);
    match head.felt {
        0 => times,
        1 => fill(Words::of(lang).once, &[("felt", &times), ("date", &last)]),
        _ => {
            let first = head.first.recently(lang);
            let gaps = [("first", first.as_str()), ("last", last.as_str())];
            [&times, ". ", &fill(Thread::of(lang).first_last, &gaps)].concat()
        }
    }
}

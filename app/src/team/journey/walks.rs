//! The walks behind a mark of the map, without who walked.

use leptos::prelude::*;

use crate::ui::{Badge, Glyph, Icon, Shape};
use crate::walk::Lang;
use crate::walk::journey::{Trace, What};
use crate::words::{Common, Journey, When, category, fill, length, need, severity};

use super::{
    JourneyWalks,
    said::{date, of_days, part, step_name, walks},
};

/// The walks.
#[must_use]
pub fn journey_walks(lang: Lang, page: &JourneyWalks) -> impl IntoView + use<> {
    let words = Journey::of(lang);
    let shown = page.walks.len();
    let newest = (shown < page.all).then(|| {
        let gaps = [("k", &*shown.to_string()), ("n", &*page.all.to_string())];
        view! { <p class="hint">{fill(words.newest, &gaps)}</p> }
    });
    view! {
        <article class="journey pane">
            <header class="pane-head">
                <div>
                    <p class="jback">
                        <a class="evidence" href=page.asked.href(&page.task.id)>
                            <Icon glyph=Glyph::Back />
                            {words.back}
                        </a>
                    </p>
                    <h1>{journey_walks_title(lang, page)}</h1>
                    {of_days(lang, &page.asked)}
                    <p>{walks(lang, page.all as u64)}</p>
                    {newest}
                    <p class="hint">{words.nobody_named}</p>
                </div>
            </header>
            {(shown > 0).then(|| list(lang, page))}
        </article>
    }
}

/// "Stopped me, step 2, Check. Before 1 October 2025: Get a ramp at home".
#[must_use]
pub fn journey_walks_title(lang: Lang, page: &JourneyWalks) -> String {
    let mut what = Vec::new();
    what.extend(page.which.what.map(|it| said(lang, it).to_owned()));
    what.extend(page.which.severity.map(|it| {
        it.map_or(Journey::of(lang).not_said, |it| severity(lang, it))
            .to_owned()
    }));
    what.extend(page.which.category.map(|it| {
        it.map_or(Common::of(lang).something_else, |it| category(lang, it))
            .to_owned()
    }));
    if what.is_empty() {
        what.push(Journey::of(lang).which_all.to_owned());
    }
    what.extend(page.which.step.map(|step| {
        let n = (u32::from(step) + 1).to_string();
        let name = step_name(lang, &page.task, step);
        fill(Journey::of(lang).at_step, &[("n", &n), ("name", &name)])
    }));
    what.extend(page.part.map(|it| part(lang, &page.asked, it)));
    let days = [
        page.asked
            .from
            .map(|day| (Journey::of(lang).since, "from", day)),
        page.asked
            .to
            .map(|day| (Journey::of(lang).until, "to", day)),
    ];
    what.extend(
        days.into_iter()
            .flatten()
            .map(|(text, gap, day)| fill(text, &[(gap, &day.said(lang))])),
    );
    [page.task.name.get(lang), ": ", &what.join(" · ")].concat()
}

fn said(lang: Lang, what: What) -> &'static str {
    let words = Journey::of(lang);
    match what {
        What::Reached => words.which_reached,
        What::Stopped => words.which_stopped,
        What::Ended => words.which_ended,
        What::Open => words.which_open,
        What::Mood => words.which_mood,
        What::Past => words.which_past,
        What::Felt => words.which_felt,
        What::Bright => words.which_bright,
        What::Met => words.which_met,
        What::Counts => words.which_counts,
        What::OnPurpose => words.which_purpose,
    }
}

fn list(lang: Lang, page: &JourneyWalks) -> impl IntoView + use<> {
    let words = Journey::of(lang);
    let rows: Vec<_> = page
        .walks
        .iter()
        .map(|(trace, when)| row(lang, page, trace, when))
        .collect();
    let label = fill(words.table, &[("what", words.evidence)]);
    view! {
        <section class="table-wrap" role="region" tabindex="0" aria-label=label>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{words.when}</th>
                        <th scope="col">{words.outcome}</th>
                        <th scope="col">{words.got_to}</th>
                        <th scope="col" class="number">{words.time_spent}</th>
                        <th scope="col" class="number">{words.friction_points}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(lang: Lang, page: &JourneyWalks, trace: &Trace, when: &When) -> impl IntoView + use<> {
    let words = Journey::of(lang);
    let outcome = match trace.need_met {
        _ if !trace.finished => words.not_finished,
        Some(answer) => need(lang, answer),
        None => words.outcome_not_said,
    };
    let shape = Shape::of_answer(trace.need_met.filter(|_| trace.finished));
    let got_to = trace
        .end()
        .map(|(step, _)| step_name(lang, &page.task, step));
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/team/walk/{}", trace.walk)>{date(lang, when)} ", " {when.time()}</a>
            </th>
            <td><Badge shape=shape word=outcome /></td>
            <td>{got_to}</td>
            <td class="number nowrap">{length(lang, trace.spent_ms())}</td>
            <td class="number">{trace.frictions().to_string()}</td>
        </tr>
    }
}

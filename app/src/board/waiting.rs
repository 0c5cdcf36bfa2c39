//! What waits at the boundary with another organisation, and for how long: as it stands now, whatever the month, or as
//! it stood when the month was published.

use leptos::prelude::*;

use crate::ui::{Glyph, Icon, Mark, Shape};
use crate::walk::Lang;
use crate::walk::boundary::{Boundary, Wait};
use crate::words::{
    Common, Handed, When, at_boundary, boundary_sum, category, dates, fill, waited,
};

use super::{FeltFilter, Filter, MonthPage};

/// How many boundaries are in sight, and how many are listed of each: those that have waited longest.
pub(super) const SHOWN: usize = 5;

/// Each boundary with what waits there; nothing where nothing waits and nothing crossed.
pub(super) fn waiting(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Handed::of(lang);
    let all = page.waiting.iter().map(|it| boundary(lang, page, it));
    let mut all: Vec<_> = all.collect();
    let none = all.is_empty();
    let rest = all.split_off(all.len().min(SHOWN));
    let rest = (!rest.is_empty()).then(|| {
        view! {
            // On paper it says how many are not listed, as each boundary says what waits there.
            <details class="fold boundary">
                <summary>{and_more(lang, rest.len())}</summary>
                {rest}
            </details>
        }
    });
    (!none || !page.month.hand_offs.is_empty()).then(|| {
        view! {
            <section class="card stack" id="waiting">
                <h2>{words.boundaries}</h2>
                <p class="hint">{what_waits(lang, page)}</p>
                {none.then(|| view! { <p>{words.boundaries_none}</p> })}
                {all} {rest}
            </section>
        }
    })
}

/// What is listed there, and as of when.
pub(super) fn what_waits(lang: Lang, page: &MonthPage) -> String {
    let words = Handed::of(lang);
    let day = |it: &When| dates::day_month_year(lang, it.day, it.month, it.year);
    let corrects = page.corrects.as_ref().and_then(|it| it.stamp.as_ref());
    let of = match (&page.stamp, corrects) {
        (Some(stamp), _) => stamp.waiting_at.as_ref(),
        // A correction before it is published.
        (None, Some(stamp)) => stamp.waiting_at.as_ref().or(Some(&stamp.published_at)),
        (None, None) => None,
    };
    let when = match of {
        Some(at) => fill(words.boundaries_kept, &[("date", &day(at))]),
        None if page.stamp.is_some() => words.boundaries_then.to_owned(),
        None => words.boundaries_now.to_owned(),
    };
    [words.boundaries_board, " ", &when].concat()
}

fn boundary(lang: Lang, page: &MonthPage, at: &Boundary) -> impl IntoView + use<> {
    let longest = at.waits.iter().take(SHOWN);
    let longest: Vec<_> = longest.map(|it| wait(lang, page, it)).collect();
    let more = at.waits.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| view! { <p class="hint">{and_more(lang, more)}</p> });
    view! {
        <details class="fold boundary">
            <summary>
                <h3>{at.to.get(lang).to_owned()}</h3>
                <span>{boundary_sum(lang, at)}</span>
            </summary>
            <ul class="threads">{longest}</ul>
            {more}
        </details>
    }
}

fn and_more(lang: Lang, n: usize) -> String {
    fill(Handed::of(lang).boundaries_more, &[("n", &n.to_string())])
}

/// One of them, with a way to the walks in which it was felt.
fn wait(lang: Lang, page: &MonthPage, wait: &Wait) -> impl IntoView + use<> {
    let title = wait
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it));
    let step = match &wait.step_name {
        Some(name) => name.get(lang).to_owned(),
        None => page.names.step(lang, &wait.task, wait.step),
    };
    let names = [wait.task_name.get(lang), ". ", &step];
    let stands = [&waited(lang, wait.days), ", ", at_boundary(lang, wait.at)].concat();
    // Felt in any month up to the newest: it waits now. What waited when a month was published is no walk of that month.
    let live = page.opens && page.stamp.is_none() && page.corrects.is_none();
    let newest = page.months.first().copied().unwrap_or(page.month.month);
    let behind = Filter {
        felt: Some(FeltFilter {
            category: wait.category,
            place: Some((wait.task.clone(), wait.step)),
            ..FeltFilter::default()
        }),
        ..Filter::default()
    };
    view! {
        <li>
            <a class="thread" href=live.then(|| behind.href(newest))>
                <Mark shape=Shape::of_friction(None) />
                <span>
                    <strong>{title}</strong>
                    <span class="meta">
                        <span>{names.concat()}</span>
                        <span>{stands}</span>
                    </span>
                </span>
                {live.then(|| view! { <Icon glyph=Glyph::Chevron /> })}
            </a>
        </li>
    }
}

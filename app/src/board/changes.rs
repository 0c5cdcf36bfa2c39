//! What changed, what a re-walk confirmed, and how long that took from the first time it was felt.

use leptos::prelude::*;

use crate::ui::{Evidence, Mark, Shape};
use crate::walk::month::{Change, Changes, LongestOpen};
use crate::walk::thread::State;
use crate::walk::{Category, Lang};
use crate::words::{Board, Changed, Common, category, dates, fill, thread_state};

use super::axis::{Scale, middle, ticks};
use super::said::{days, with_n};
use super::twin::twin;
use super::{FeltFilter, Filter, MonthPage};

/// How many changes are in sight.
const SHOWN: usize = 8;
/// Above this many, dots say less than the number.
const MOST_DOTS: usize = 60;

/// Both cards; nothing before anything was ever felt.
pub(super) fn changes(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    any(page).then(|| {
        view! { <div class="duo">{changed(lang, page)} {felt_to_confirmed(lang, page)}</div> }
    })
}

/// True when there is something to say of changes: not before anything was ever felt.
pub(super) fn any(page: &MonthPage) -> bool {
    page.month.changes != Changes::default() || page.month.friction.all > 0
}

/// "5 changed, 3 confirmed".
pub(super) fn heading(lang: Lang, page: &MonthPage) -> String {
    let it = &page.month.changes;
    let (changed, confirmed) = (it.changed.to_string(), it.confirmed.to_string());
    let counts = [("changed", changed.as_str()), ("confirmed", &confirmed)];
    fill(Changed::of(lang).heading, &counts)
}

/// "1 half fixed, 0 not fixed, 1 waiting for a re-walk.", or that there was nothing.
pub(super) fn sums(lang: Lang, page: &MonthPage) -> String {
    let (words, it) = (Changed::of(lang), &page.month.changes);
    if it.changed == 0 && it.each.is_empty() {
        let month = dates::month_name(lang, page.month.month.month());
        return fill(words.none, &[("month", month)]);
    }
    let [half, not, waiting] = [it.half_fixed, it.not_fixed, it.waiting].map(|n| n.to_string());
    let gaps = [
        ("half", half.as_str()),
        ("not", &not),
        ("waiting", &waiting),
    ];
    fill(words.sums, &gaps)
}

/// The walks that say whether changes held, when there are any.
pub(super) fn rewalks(page: &MonthPage) -> Option<Filter> {
    let it = &page.month.changes;
    (it.confirmed + it.half_fixed + it.not_fixed > 0).then(|| Filter {
        rewalks: true,
        ..Filter::default()
    })
}

fn changed(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Changed::of(lang);
    let it = &page.month.changes;
    let month = dates::month_name(lang, page.month.month.month());
    let mut lines: Vec<_> = it.each.iter().map(|it| line(lang, page, it)).collect();
    let rest = lines.split_off(lines.len().min(SHOWN));
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{with_n(words.more, rest.len() as u64)}</summary>
                <ul class="done-list">{rest}</ul>
            </details>
        }
    });
    let evidence = rewalks(page).map(|rewalks| {
        let said = fill(words.rewalks, &[("month", month)]);
        view! { <Evidence href=page.behind(&rewalks) words=said /> }
    });
    view! {
        <section class="card">
            <h2>{heading(lang, page)}</h2>
            <p class="hint">{words.means}</p>
            <ul class="done-list">{lines}</ul>
            {rest}
            <p>{sums(lang, page)}</p>
            {evidence}
        </section>
    }
}

/// One change: its square, what had got in the way and where, and how it stands.
fn line(lang: Lang, page: &MonthPage, it: &Change) -> impl IntoView + use<> {
    let [name, stands] = said(lang, page, it);
    view! {
        <li>
            <Mark shape=Shape::of_state(it.state) />
            <span>
                <a href=behind(page, it.category, &it.task, it.step)>{name}</a>
                <span class="hint">{stands}</span>
            </span>
        </li>
    }
}

/// What had got in the way and where, and how it stands.
pub(super) fn said(lang: Lang, page: &MonthPage, it: &Change) -> [String; 2] {
    let words = Changed::of(lang);
    let state = thread_state(lang, it.state);
    let more = match (it.state, it.days) {
        (State::Changed | State::RewalkAsked, _) => Some(words.waits.to_owned()),
        (_, Some(n)) => Some(fill(words.in_days, &[("days", &days(lang, n))])),
        _ => None,
    };
    // What waits is changed, whether or not a re-walk was asked for.
    let state = match it.state {
        State::RewalkAsked => thread_state(lang, State::Changed),
        _ => state,
    };
    let stands = [Some(state.to_owned()), more].into_iter().flatten();
    let stands: Vec<String> = stands.collect();
    let name = [
        what(lang, it.category),
        ": ",
        &place(lang, page, &it.task, it.step),
    ]
    .concat();
    [name, stands.join(". ")]
}

/// "23 days from felt to confirmed" and of how many that is the middle one; or that there are none to give.
pub(super) fn days_said(lang: Lang, page: &MonthPage) -> (String, Option<String>) {
    let words = Changed::of(lang);
    let Some(spread) = page.month.changes.to_confirmed() else {
        return (words.days_none.to_owned(), None);
    };
    let means = match spread.n {
        1 => words.days_one.to_owned(),
        n => fill(
            words.days_middle,
            &[
                ("n", &n.to_string()),
                ("shortest", &days(lang, spread.shortest)),
                ("longest", &days(lang, spread.longest)),
            ],
        ),
    };
    let heading = fill(words.days_heading, &[("days", &days(lang, spread.median))]);
    (heading, Some(means))
}

fn felt_to_confirmed(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Changed::of(lang);
    let it = &page.month.changes;
    let spread = it.to_confirmed();
    let (heading, means) = days_said(lang, page);
    let table = spread.map(|_| {
        let rows = it.each.iter().filter_map(|it| {
            let place = place(lang, page, &it.task, it.step);
            let name = [what(lang, it.category), ": ", &place].concat();
            Some(vec![name, it.days?.to_string()])
        });
        twin(lang, &[Board::of(lang).kind, words.days_column], rows)
    });
    let longest = it.longest_open.as_ref().map(|it| {
        let said = longest_open(lang, page, it, words.longest);
        let href = behind(page, it.category, &it.task, it.step);
        view! {
            <p>
                <a href=href>{said}</a>
            </p>
        }
    });
    view! {
        <section class="card">
            <h2>{heading}</h2>
            {means.map(|means| view! { <p class="hint">{means}</p> })}
            {dots(lang, page)}
            {table}
            {longest}
        </section>
    }
}

/// The text with what has been open longest, where, how long, and how it stands.
pub(super) fn longest_open(lang: Lang, page: &MonthPage, it: &LongestOpen, text: &str) -> String {
    fill(
        text,
        &[
            ("what", what(lang, it.category)),
            ("place", &place(lang, page, &it.task, it.step)),
            ("days", &days(lang, it.days)),
            ("state", thread_state(lang, it.state)),
        ],
    )
}

/// Each of the days as a dot on a line, with the middle one named.
fn dots(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Changed::of(lang);
    let all = &page.month.changes.days_to_confirmed;
    let spread = page.month.changes.to_confirmed();
    (all.len() <= MOST_DOTS)
        .then_some(spread)
        .flatten()
        .map(|spread| {
            let number = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
            let scale = Scale::to(number(spread.longest), 1);
            // What took as long stands above one another.
            let dots = all.iter().enumerate().map(|(at, it)| {
                let below = all.iter().take(at).filter(|other| *other == it).count();
                let y = 36_usize.saturating_sub(below * 6).max(6);
                view! { <circle cx=scale.at(number(*it)) cy=y r="5" /> }
            });
            let dots = dots.collect_view();
            let median = spread.median.to_string();
            let said = fill(Board::of(lang).median, &[("m", &median)]);
            let each: Vec<String> = all.iter().map(ToString::to_string).collect();
            let n = spread.n.to_string();
            let read_out = fill(words.days_said, &[("n", &n), ("days", &each.join(", "))]);
            let end = with_n(Board::of(lang).days, scale.units.unsigned_abs());
            view! {
                <figure class="chart axis" role="img" aria-label=read_out>
                    <svg aria-hidden="true">
                        <line class="base" x1="0" x2="100%" y1="36" y2="36" />
                        {middle(&scale, number(spread.median), said)}
                        {dots}
                        {ticks(&scale, end)}
                    </svg>
                </figure>
            }
        })
}

fn what(lang: Lang, it: Option<Category>) -> &'static str {
    it.map_or(Common::of(lang).something_else, |it| category(lang, it))
}

/// "Home adaptations, step 3: Prove it".
fn place(lang: Lang, page: &MonthPage, task: &str, step: u16) -> String {
    let names = [
        ("service", page.names.service(lang, task)),
        ("n", &(u32::from(step) + 1).to_string()),
        ("step", &page.names.step(lang, task, step)),
    ];
    fill(Board::of(lang).at_step, &names)
}

/// The walks in which it was felt, in any month up to this one.
fn behind(page: &MonthPage, category: Option<Category>, task: &str, step: u16) -> Option<String> {
    let place = FeltFilter {
        category,
        place: Some((task.to_owned(), step)),
        ..FeltFilter::default()
    };
    page.behind(&Filter {
        felt: Some(place),
        ..Filter::default()
    })
}

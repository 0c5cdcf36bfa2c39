//! What gets in the way most, with how long it has been open.

use leptos::prelude::*;

use crate::ui::{Badge, Evidence, Mark, Shape};
use crate::walk::measures::KofN;
use crate::walk::month::{FrictionCount, InTheWay, SaidAs, Standing};
use crate::walk::thread::State;
use crate::walk::{Lang, Severity};
use crate::words::{Board, Changed, Common, burden, category, dates, fill, severity, thread_state};

use super::beside::beside;
use super::compare::{self, compared};
use super::own::{Words, sentence};
use super::said::{day, days, leaders, share, with_n};
use super::twin::twin;
use super::{FeltFilter, Filter, MonthPage};

/// How many are shown.
pub const SHOWN: usize = 5;

/// The friction of the month.
pub(super) fn in_the_way(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let friction = &page.month.friction;
    let some = (friction.all > 0).then(|| {
        let oldest = page
            .month
            .in_the_way
            .iter()
            .take(SHOWN)
            .map(|it| it.days_open)
            .max();
        let most = page.month.in_the_way.iter().take(SHOWN);
        let cards = most
            .map(|it| card(lang, page, it, oldest.unwrap_or(0)))
            .collect_view();
        view! {
            <ul class="felt-list">{cards}</ul>
            {ages(lang, page)}
            {again(lang, page)}
            {tables(lang, page)}
            <p>
                <Evidence
                    href=behind(page, FeltFilter::default())
                    words=with_n(words.all_friction, friction.all)
                />
            </p>
        }
    });
    let earlier = compared(lang, page, |it| compare::friction(lang, it));
    let earlier = earlier.map(|said| view! { <p class="hint">{said}</p> });
    view! {
        <section class="stack">
            <div class="section-head">
                <h2>{words.in_the_way}</h2>
                <p class="hint">{said(lang, page)}</p>
                {earlier}
            </div>
            {some}
        </section>
    }
}

/// The walks of this month in which such friction was felt.
fn behind(page: &MonthPage, felt: FeltFilter) -> Option<String> {
    page.behind(&Filter {
        felt: Some(felt),
        ..Filter::default()
    })
}

/// "23 points of friction were felt in October: 4 stopped someone, 8 nearly did, 11 slowed them."
pub(super) fn said(lang: Lang, page: &MonthPage) -> String {
    let words = Board::of(lang);
    let friction = &page.month.friction;
    let month = dates::month_name(lang, page.month.month.month());
    let text = match friction.all {
        0 => words.no_friction,
        1 => words.one_friction,
        _ => words.frictions,
    };
    let n = friction.all.to_string();
    let parts = parts(lang, friction).join(", ");
    let felt = fill(text, &[("month", month), ("n", &n), ("parts", &parts)]);
    let most = &page.month.in_the_way;
    match most.iter().take(SHOWN).all(is_open) {
        _ if most.is_empty() => felt,
        true => [&felt, " ", words.most_open].concat(),
        false => [&felt, " ", words.most].concat(),
    }
}

/// True unless the team said "not now", or a re-walk found that it is gone.
fn is_open(it: &InTheWay) -> bool {
    let stands = it.stands.map(|it| it.state);
    !matches!(stands, Some(State::NotNow | State::Confirmed))
}

fn parts(lang: Lang, friction: &FrictionCount) -> Vec<String> {
    let words = Board::of(lang);
    let stopped = friction
        .by_severity
        .iter()
        .any(|(it, _)| *it == Some(Severity::Stopped));
    let part = |(it, times): &(Option<Severity>, u64)| {
        let text = match it {
            Some(Severity::Stopped) => words.part_stopped,
            Some(Severity::Nearly) if stopped => words.part_nearly,
            Some(Severity::Nearly) => words.part_nearly_alone,
            Some(Severity::Slowed) => words.part_slowed,
            None => words.part_not_said,
        };
        with_n(text, *times)
    };
    friction.by_severity.iter().map(part).collect()
}

fn card(lang: Lang, page: &MonthPage, it: &InTheWay, oldest: u64) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let step = (u32::from(it.step) + 1).to_string();
    let names = [
        ("service", page.names.service(lang, &it.task)),
        ("n", &step),
        ("step", &page.names.step(lang, &it.task, it.step)),
    ];
    let place = FeltFilter {
        category: Some(it.category),
        place: Some((it.task.clone(), it.step)),
        ..FeltFilter::default()
    };
    let said = page.beside.get(&(it.task.clone(), it.step, it.category));
    view! {
        <li class="card rough">
            <Mark shape=Shape::of_friction(it.severity) />
            <div class="words">
                <h3>
                    <a href=behind(page, place)>{category(lang, it.category)}</a>
                </h3>
                <p>{fill(words.at_step, &names)}</p>
                <p>{felt(lang, page, it)}</p>
                {reason(lang, page, it)}
                {beside(lang, said)}
            </div>
            {age(lang, it.days_open, oldest)}
            {it.stands.map(|it| badge(lang, it))}
        </li>
    }
}

/// "Felt 4 times by 3 leaders since 6 May".
pub(super) fn felt(lang: Lang, page: &MonthPage, it: &InTheWay) -> String {
    let words = Board::of(lang);
    let text = match it.times {
        1 => words.felt_once,
        2 => words.felt_twice,
        _ => words.felt_often,
    };
    let date = day(lang, &page.calendar, it.since, page.month.month.year());
    let (n, leaders) = (it.times.to_string(), leaders(lang, it.leaders));
    fill(text, &[("n", &n), ("leaders", &leaders), ("date", &date)])
}

/// How it stands, with the day when there is one.
fn badge(lang: Lang, stands: Standing) -> impl IntoView + use<> {
    view! { <Badge shape=Shape::of_state(stands.state) word=standing(lang, stands) /> }
}

/// "Planned. For 3 March 2026".
pub(super) fn standing(lang: Lang, stands: Standing) -> String {
    let words = Changed::of(lang);
    let state = thread_state(lang, stands.state);
    let text = match stands.state {
        State::Planned => Some(words.planned_for),
        State::NotNow => Some(words.not_before),
        _ => None,
    };
    let day = text.zip(stands.day).map(|(text, (year, month, day))| {
        let day = dates::day_month_year(lang, day, month, year);
        fill(text, &[("day", &day)])
    });
    day.map_or_else(|| state.to_owned(), |day| [state, ". ", &day].concat())
}

fn reason(lang: Lang, page: &MonthPage, it: &InTheWay) -> impl IntoView + use<> {
    why_not_now(lang, page, it).map(|said| view! { <p>{sentence(said)}</p> })
}

/// "Reason: a new rota is agreed for January.": why not now, in the team's words; none while it says no such thing.
pub(super) fn why_not_now(lang: Lang, page: &MonthPage, it: &InTheWay) -> Option<Vec<Words>> {
    let words = Changed::of(lang);
    let stands = it.stands.filter(|it| it.state == State::NotNow)?;
    let said = page.said.iter().find(|said| {
        said.is == SaidAs::Reason
            && said.task == it.task
            && said.step == Some(it.step)
            && Some(said.at) == stands.said_at
    })?;
    Some(match &said.text {
        Some(why) => Words::around(lang, words.reason, "{why}", why.get(lang)),
        None => vec![Words::plain(words.taken_back)],
    })
}

/// Each with its days and how it stands.
fn ages(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let rows = page.month.in_the_way.iter().map(|it| {
        let names = [
            ("service", page.names.service(lang, &it.task)),
            ("n", &(u32::from(it.step) + 1).to_string()),
            ("step", &page.names.step(lang, &it.task, it.step)),
        ];
        let place = fill(words.at_step, &names);
        let stands = it.stands.map(|it| standing(lang, it)).unwrap_or_default();
        vec![
            [category(lang, it.category), ": ", &place].concat(),
            it.times.to_string(),
            days(lang, it.days_open),
            stands,
        ]
    });
    let more = Changed::of(lang);
    twin(
        lang,
        &[words.kind, words.felt, words.open, more.stands],
        rows,
    )
}

/// A bar as long as it has been open, beside the days.
fn age(lang: Lang, open: u64, oldest: u64) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let full = oldest.max(1);
    let said = (open > 0).then(|| view! { <strong>{days(lang, open)}</strong> {" "} {words.open} });
    let today = (open == 0).then_some(words.today);
    view! {
        <div class="age">
            <svg
                class="bar"
                viewBox=format!("0 0 {full} 9")
                preserveAspectRatio="none"
                aria-hidden="true"
            >
                <rect class="rail" width=full height="9" />
                <rect class="fill" width=open.min(full) height="9" />
            </svg>
            <span>{said} {today}</span>
        </div>
    }
}

fn again(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let friction = &page.month.friction;
    let count = KofN::new(friction.contacted_again, friction.all);
    (count.k() > 0).then(|| {
        let again = FeltFilter {
            contacted_again: true,
            ..FeltFilter::default()
        };
        view! {
            <p class="hint">
                <a href=behind(page, again)>
                    {share(lang, Board::of(lang).contacted_again, count)}
                </a>
            </p>
        }
    })
}

/// Every count with a way to its walks: by kind, by what it did, by what it costs.
fn tables(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let friction = &page.month.friction;
    let kinds = friction.by_category.iter().map(|(kind, times)| match kind {
        Some(kind) => {
            let of_kind = FeltFilter {
                category: Some(*kind),
                ..FeltFilter::default()
            };
            (behind(page, of_kind), category(lang, *kind), *times)
        }
        None => (None, Common::of(lang).something_else, *times),
    });
    let severities = friction.by_severity.iter().map(|(it, times)| match it {
        Some(it) => {
            let as_grave = FeltFilter {
                severity: Some(*it),
                ..FeltFilter::default()
            };
            (behind(page, as_grave), severity(lang, *it), *times)
        }
        None => (None, words.not_said, *times),
    });
    let burdens = friction.by_burden.iter().map(|(it, times)| {
        let costing = FeltFilter {
            burden: Some(*it),
            ..FeltFilter::default()
        };
        (behind(page, costing), burden(lang, *it), *times)
    });
    view! {
        <details class="fold">
            <summary>{words.by_category}</summary>
            <div>
                {table(lang, words.kind, kinds.collect())} {table(lang, words.by_severity, severities.collect())}
                {table(lang, words.costs, burdens.collect())} <p class="hint">{words.costs_means}</p>
            </div>
        </details>
    }
}

type Counted = (Option<String>, &'static str, u64);

fn table(lang: Lang, what: &'static str, rows: Vec<Counted>) -> impl IntoView + use<> {
    let row = |(href, name, times): Counted| {
        let name = match href {
            Some(href) => view! { <a href=href>{name}</a> }.into_any(),
            None => name.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="number">{times.to_string()}</td>
            </tr>
        }
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{what}</th>
                    <th scope="col" class="number">
                        {Board::of(lang).felt}
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

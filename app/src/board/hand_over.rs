//! Where attempts cross to another organisation, and what happened there.

use leptos::prelude::*;

use crate::ui::{Evidence, Mark, Shape};
use crate::walk::Lang;
use crate::walk::measures::KofN;
use crate::walk::month::HandOff;
use crate::words::{Board, Common, Figures, category, fill};

use super::said::{first_of, one_or, share};
use super::twin::twin;
use super::{Boundary, Filter, MonthPage};

/// How many are drawn.
const SHOWN: usize = 8;

/// The crossings of the month; nothing when there were no attempts.
pub(super) fn hand_over(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let month = &page.month;
    (month.need_met.n() > 0).then(|| {
        let all = through(page).n();
        let crossed = Filter {
            boundary: Some(Boundary::Crossed),
            ..Filter::default()
        };
        let evidence = (all > 0).then(|| {
            let said = one_or(words.hand_off_one, words.hand_offs, all);
            view! { <Evidence href=page.behind(&crossed) words=said /> }
        });
        let drawn = month
            .hand_offs
            .iter()
            .take(SHOWN)
            .map(|it| crossing(lang, page, it));
        view! {
            <section class="card split">
                <div class="stack tight">
                    <h2>{words.hand_over}</h2>
                    <p>{said(lang, page)}</p>
                    {evidence}
                </div>
                <div class="stack tight">
                    <ul class="crossings">{drawn.collect_view()}</ul>
                    {first_of(lang, SHOWN, month.hand_offs.len())
                        .map(|said| view! { <p class="hint">{said}</p> })}
                    {table(lang, page)}
                </div>
            </section>
        }
    })
}

/// "4 attempts crossed to another organisation. 1 of 4 got through there. Of those that stayed with us, 6 of 6
/// succeeded."
pub(super) fn said(lang: Lang, page: &MonthPage) -> String {
    let words = Board::of(lang);
    let through = through(page);
    let crossed = match through.n() {
        0 => words.crossed_none.to_owned(),
        n => one_or(words.crossed_one, words.crossed, n),
    };
    let mut said = vec![crossed];
    if through.n() > 0 {
        said.push(share(lang, words.got_through, through));
    }
    if page.month.stayed.n() > 0 {
        said.push(share(lang, words.stayed, page.month.stayed));
    }
    said.join(" ")
}

/// Those that got through, of those that crossed.
pub(super) fn through(page: &MonthPage) -> KofN {
    let all = page.month.hand_offs.iter();
    all.fold(KofN::default(), |sum, it| {
        sum.and(KofN::new(if it.through { it.n } else { 0 }, it.n))
    })
}

/// Our side, the line, and the other side. Stopped: friction on the line, which ends in a bar.
fn crossing(lang: Lang, page: &MonthPage, it: &HandOff) -> impl IntoView + use<> {
    let words = Board::of(lang);
    let what = match it.friction {
        Some((Some(kind), _)) => category(lang, kind),
        Some((None, _)) => Common::of(lang).something_else,
        None if it.through => words.went_through,
        None => words.stopped_there,
    };
    let outcome = if it.through {
        words.went_through
    } else {
        words.stopped_there
    };
    let felt = it
        .friction
        .map(|(_, severity)| view! { <Mark shape=Shape::of_friction(severity) /> });
    let end = if it.through {
        view! { <span class="wire"></span> <Mark shape=Shape::Met /> }.into_any()
    } else {
        view! { <span class="wire short"></span> <span class="bar-end"></span> }.into_any()
    };
    let name = page.names.task(lang, &it.task);
    let task = match it.n {
        1 => name.to_owned(),
        n => fill(words.times_over, &[("what", name), ("n", &n.to_string())]),
    };
    let crossed = Filter {
        boundary: Some(match it.through {
            true => Boundary::Through,
            false => Boundary::Stopped,
        }),
        of: Some(it.task.clone()),
        ..Filter::default()
    };
    let other = it.to.clone();
    let outcome = (what != outcome).then_some(outcome);
    view! {
        <li>
            <b>
                <a href=page.behind(&crossed)>{task}</a>
            </b>
            <span class="crossing" aria-hidden="true">
                <span class="from"></span>
                <span class="wire"></span>
                {felt}
                {end}
            </span>
            <span>
                <b>{what}</b>
                <span class="hint">
                    {other} {outcome.map(|outcome| [": ", outcome].concat())}
                </span>
            </span>
        </li>
    }
}

/// Every crossing, also those that are not drawn.
fn table(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let (words, figures) = (Board::of(lang), Figures::of(lang));
    let all = &page.month.hand_offs;
    (!all.is_empty()).then(|| {
        let rows = all.iter().map(|it| {
            let what = match it.friction {
                Some((Some(kind), _)) => category(lang, kind),
                Some((None, _)) => Common::of(lang).something_else,
                None => "–",
            };
            let outcome = if it.through {
                words.went_through
            } else {
                words.stopped_there
            };
            vec![
                page.names.task(lang, &it.task).to_owned(),
                it.to.clone(),
                outcome.to_owned(),
                what.to_owned(),
                it.n.to_string(),
            ]
        });
        let head = [
            words.task,
            figures.other_organisation,
            words.outcome,
            words.kind,
            words.attempts,
        ];
        twin(lang, &head, rows)
    })
}

//! What a correction changed: the figures that differ from those of the version it corrects.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::said::with_n;
use super::{Beside, Figure, MonthPage, figures};
use crate::{
    walk::{
        Lang,
        month::{Said, SaidAs},
    },
    words::{Changed, Frozen, fill},
};

/// How many are in sight.
const SHOWN: usize = 8;

/// What differs, for who reads a correction; nothing on a page that corrects none.
pub(super) fn differing(
    lang: Lang,
    page: &MonthPage,
    class: &'static str,
) -> impl IntoView + use<> {
    page.corrects.is_some().then(|| {
        let mut lines: Vec<_> = differences(lang, page)
            .into_iter()
            .map(|it| view! { <li>{it}</li> })
            .collect();
        let rest = lines.split_off(lines.len().min(SHOWN));
        let rest = (!rest.is_empty()).then(|| {
            view! {
                <details class="fold">
                    <summary>{with_n(Changed::of(lang).more, rest.len() as u64)}</summary>
                    <ul>{rest}</ul>
                </details>
            }
        });
        let some = (!lines.is_empty()).then(|| view! { <ul>{lines}</ul> });
        view! {
            <figure class=class>
                <figcaption class="hint">{against(lang, page)}</figcaption>
                {some}
                {rest}
            </figure>
        }
    })
}

/// True for a correction with these words of the desk that says what the version it corrects says, but for why it was
/// made: nobody would read anything else.
pub(super) fn changes_nothing(lang: Lang, page: &MonthPage, spoken: &[Said]) -> bool {
    let Some(was) = page.corrects.as_deref() else {
        return false;
    };
    // Views stand beside what they speak of; of a published month they are among its sentences as well.
    let words = |all: &[Said]| -> Vec<_> {
        let all = all.iter();
        let all = all.filter(|it| !matches!(it.is, SaidAs::Correction | SaidAs::View));
        all.map(|it| (it.is, it.text.clone(), it.task.clone(), it.step))
            .collect()
    };
    let views = |page: &MonthPage| -> Vec<_> {
        let views = page.beside.iter().filter_map(|(place, it)| match it {
            Beside::View(view, _) => Some((place.clone(), view.clone())),
            Beside::Open(_) | Beside::Had(_) | Beside::Nothing => None,
        });
        views.collect()
    };
    page.month == was.month
        && page.names == was.names
        && views(page) == views(was)
        && words(&[page.said.as_slice(), spoken].concat()) == words(&was.said)
        && differences(lang, page).is_empty()
}

/// "These figures differ from version 1", or that none does. Empty on a page that corrects none.
pub(super) fn against(lang: Lang, page: &MonthPage) -> String {
    let words = Frozen::of(lang);
    let was = page.corrects.as_ref().and_then(|it| it.stamp.as_ref());
    let version = was.map_or_else(String::new, |it| it.version.to_string());
    let text = match (was, differences(lang, page).is_empty()) {
        (None, _) => return String::new(),
        (Some(_), true) => words.differs_none,
        (Some(_), false) => words.differs_heading,
    };
    fill(text, &[("version", &version)])
}

/// "Need met: 7 of 10, was 6 of 9": every figure that is not what it was, in the order of the figures; last those that
/// there are no more. None on a page that corrects none.
pub(super) fn differences(lang: Lang, page: &MonthPage) -> Vec<String> {
    let words = Frozen::of(lang);
    let Some(was) = &page.corrects else {
        return Vec::new();
    };
    let was = figures(lang, was);
    let mut before: BTreeMap<&str, &Figure> = was.iter().map(|it| (&*it.key, it)).collect();
    let mut all = Vec::new();
    // It is said as the first of the figures already.
    let this = format!("need_met_{}", page.month.month);
    let now = figures(lang, page);
    for now in now.iter().filter(|it| it.key != this) {
        let was = before.remove(&*now.key);
        let text = match was {
            Some(was) if was.value == now.value => continue,
            Some(_) => words.differs,
            None => words.differs_new,
        };
        let was = was.map_or("", |it| &it.value);
        let gaps = [("name", &*now.name), ("now", &*now.value), ("was", was)];
        all.push(fill(text, &gaps));
    }
    before.remove(&*this);
    let gone = was.iter().filter(|it| before.contains_key(&*it.key));
    all.extend(gone.map(|it| {
        fill(
            words.differs_gone,
            &[("name", &*it.name), ("was", &*it.value)],
        )
    }));
    all
}

//! That the board reads a month soon, and what of the team's has no view beside it yet.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{Category, Lang, Text, ThreadId, month::YearMonth},
    words::{Drafting, When, category, dates, fill},
};

/// A month for which teams are asked for their view.
#[derive(Clone, Debug)]
pub struct AskedView {
    /// Which month.
    pub month: YearMonth,
    /// Until when they may put it.
    pub until: When,
    /// What stands on the month's page, is the team's, and has no view yet.
    pub open: Vec<OpenPlace>,
}

/// Something that gets in the way and has no view beside it.
#[derive(Clone, Debug)]
pub struct OpenPlace {
    /// Its thread.
    pub thread: ThreadId,
    /// What the task is called.
    pub task: Text,
    /// What.
    pub category: Category,
}

/// A note for each such month, with a way to each thread.
pub(super) fn asked_views(lang: Lang, all: &[AskedView]) -> impl IntoView + use<> {
    let all = all.iter().map(|it| one(lang, it));
    all.collect_view()
}

fn one(lang: Lang, it: &AskedView) -> impl IntoView + use<> {
    let words = Drafting::of(lang);
    let month = dates::month_year(lang, it.month.month(), it.month.year());
    let date = it.until.date(lang);
    let title = fill(words.team_asked, &[("month", &month)]);
    let said = fill(words.team_until, &[("month", &month), ("date", &date)]);
    let open = it.open.iter().map(|place| {
        let said = [category(lang, place.category), ". ", place.task.get(lang)].concat();
        view! {
            <li>
                <a href=format!("/team/thread/{}#view", place.thread)>{said}</a>
            </li>
        }
    });
    let open: Vec<_> = open.collect();
    let all = open.is_empty().then(|| {
        view! {
            <p>
                <Icon glyph=Glyph::Check inline=true />
                " "
                {words.team_all}
            </p>
        }
    });
    let label = title.clone();
    view! {
        <section class="note stack" aria-label=label>
            <strong>{title}</strong>
            <p>{said}</p>
            <ul>{open}</ul>
            {all}
        </section>
    }
}

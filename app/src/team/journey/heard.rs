//! What was said of each step, in the leaders' own words.

use leptos::prelude::*;

use crate::ui::{Glyph, Icon, Mark, Shape};
use crate::walk::Lang;
use crate::words::{Common, Journey, category, severity};

use super::{JourneyPage, Said, Side, Worked, grid, map::count, said::part};
use crate::team::item::excerpt;

/// The rows of every side that was heard.
pub(super) fn rows(lang: Lang, page: &JourneyPage) -> Vec<AnyView> {
    page.sides
        .iter()
        .filter_map(|side| row(lang, page, side))
        .collect()
}

fn row(lang: Lang, page: &JourneyPage, side: &Side) -> Option<AnyView> {
    let heard = side.said.iter().any(|it| !it.is_empty());
    let worked = side.worked.iter().any(|it| !it.is_empty());
    if !heard && !worked {
        return None;
    }
    let cells = (0..usize::from(count(page))).map(|step| {
        let said = side.said.get(step).map(Vec::as_slice).unwrap_or_default();
        let worked = side.worked.get(step).map(Vec::as_slice).unwrap_or_default();
        let said = said.iter().filter_map(|it| quote(lang, it));
        let worked = worked.iter().filter_map(|it| good(lang, it));
        view! { <ul>{said.chain(worked).collect::<Vec<_>>()}</ul> }.into_any()
    });
    let named = side
        .part
        .map(|it| view! { <p>{part(lang, &page.asked, it)}</p> });
    let heading = view! { <h2>{Journey::of(lang).words_heard}</h2> {named} }.into_any();
    Some(grid::row("jwords", heading, cells.collect()))
}

fn quote(lang: Lang, said: &Said) -> Option<AnyView> {
    let words = excerpt(&said.note)?;
    let kind = said
        .category
        .map_or(Common::of(lang).something_else, |it| category(lang, it));
    let grave = said.severity.map(|it| [", ", severity(lang, it)].concat());
    let href = format!("/team/friction/{}", said.friction);
    let shape = Shape::of_friction(said.severity);
    Some(
        view! {
            <li>
                <Mark shape=shape />
                <a href=href>
                    <span class="aside">{kind} {grave} ": "</span>
                    {words}
                </a>
            </li>
        }
        .into_any(),
    )
}

fn good(lang: Lang, worked: &Worked) -> Option<AnyView> {
    let words = excerpt(&worked.note)?;
    let href = format!("/team/walk/{}", worked.walk);
    Some(
        view! {
            <li>
                <Icon glyph=Glyph::Star />
                <a href=href>
                    <span class="aside">{Journey::of(lang).bright} ": "</span>
                    {words}
                </a>
            </li>
        }
        .into_any(),
    )
}

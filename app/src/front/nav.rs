//! The parts of the product that somebody may use, as links on every page of the server's.

use leptos::prelude::*;

use super::frame::{Frame, Section, Who};
use crate::{
    ui::{Glyph, Icon},
    words::{Front, Handed},
};

/// Links to what their roles let them use.
pub(super) fn nav(frame: &Frame, who: &Who) -> impl IntoView + use<> {
    let words = Front::of(frame.lang);
    let places = [
        (who.leader, None, Glyph::Walks, "/walk", words.nav_walk),
        (
            who.team,
            Some(Section::Team),
            Glyph::Inbox,
            "/team",
            words.nav_team,
        ),
        (
            who.team,
            Some(Section::Journeys),
            Glyph::Journey,
            "/team/journey",
            words.nav_journey,
        ),
        (
            who.team,
            Some(Section::Handed),
            Glyph::Share,
            "/team/handed",
            Handed::of(frame.lang).nav,
        ),
        (
            who.board,
            Some(Section::Board),
            Glyph::Chart,
            "/board",
            words.nav_board,
        ),
        (
            who.administrator,
            Some(Section::Office),
            Glyph::Gear,
            "/office",
            words.nav_office,
        ),
    ];
    let here = frame.section;
    let links =
        places
            .into_iter()
            .filter(|(may, ..)| *may)
            .map(|(_, section, glyph, href, name)| {
                let current = (section == Some(here)).then_some("page");
                view! {
                    <a href=href aria-current=current>
                        <Icon glyph=glyph />
                        {name}
                    </a>
                }
            });
    view! { <nav aria-label=words.nav>{links.collect_view()}</nav> }
}

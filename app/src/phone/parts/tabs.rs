//! The bar at the foot: Today, My walks, and the board's summary for who may read it.

use crate::phone::signal::*;

use crate::phone::dom::{Html, IntoNode, el, shapes::icon};
use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::ui::Glyph;
use crate::words::Phone;

/// The tabs, with the open one marked.
pub fn tabs(s: Session) -> Html {
    let w = Phone::of(s.lang.get_untracked());
    let here = s.route.get_untracked();
    let tab = |route: Route, glyph: Glyph, name: &'static str| {
        let current = (route == here).then_some("page");
        el("a")
            .attr("href", route.path())
            .attr("aria-current", current)
            .child(icon(glyph))
            .child(name)
    };
    let board = move || {
        let may = s
            .briefing
            .with(|news| news.as_ref().is_some_and(|news| news.me.board));
        may.then(|| {
            el("a")
                .attr("href", "/board")
                .child(icon(Glyph::Chart))
                .child(w.summary)
        })
    };
    el("nav")
        .attr("class", "tabs")
        .attr("aria-label", w.main)
        .child(tab(Route::Today, Glyph::Home, w.today))
        .child(tab(Route::History, Glyph::Walks, w.my_walks))
        .child(board)
        .node()
}

//! The bar at the foot: Today, My walks, and the board's summary for who may read it.

use leptos::prelude::*;

use crate::phone::place::Route;
use crate::phone::session::Session;
use crate::ui::{Glyph, Icon};
use crate::words::Phone;

/// The tabs, with the open one marked.
pub fn tabs(s: Session) -> AnyView {
    let w = Phone::of(s.lang.get_untracked());
    let here = s.route.get_untracked();
    let tab = |route: Route, glyph: Glyph, name: &'static str| {
        let current = (route == here).then_some("page");
        view! { <a href=route.path() aria-current=current><Icon glyph=glyph />{name}</a> }
    };
    let board = move || {
        let may = s
            .briefing
            .with(|news| news.as_ref().is_some_and(|news| news.me.board));
        may.then(|| view! { <a href="/board"><Icon glyph=Glyph::Chart />{w.summary}</a> })
    };
    view! {
        <nav class="tabs" aria-label=w.main>
            {tab(Route::Today, Glyph::Home, w.today)} {tab(Route::History, Glyph::Walks, w.my_walks)} {board}
        </nav>
    }
    .into_any()
}

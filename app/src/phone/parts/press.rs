//! Buttons and lines that are pressed, each drawn in one place: one shape for all of them keeps the app small.

use leptos::prelude::*;

use super::pressed;

use crate::ui::{Glyph, Icon};
use crate::walk::Lang;
use crate::words::{Common, Phone};

/// A button with words.
pub fn button(class: &'static str, words: &str, tap: impl Fn() + 'static) -> AnyView {
    draw(class, None, words.to_owned().into_any(), Box::new(tap))
}

/// A button with an icon before its words.
pub fn with_icon(
    class: &'static str,
    glyph: Glyph,
    words: &'static str,
    tap: impl Fn() + 'static,
) -> AnyView {
    draw_with_icon(class, glyph, words, Box::new(tap))
}

fn draw_with_icon(
    class: &'static str,
    glyph: Glyph,
    words: &'static str,
    tap: Box<dyn Fn()>,
) -> AnyView {
    let inside = vec![icon(glyph), words.into_any()].into_any();
    draw(class, None, inside, tap)
}

/// A button that is on or off. `off_limits` when it answers a tap with nothing.
pub fn toggle(
    class: &'static str,
    name: Option<&'static str>,
    inside: AnyView,
    on: impl Fn() -> bool + Send + 'static,
    off_limits: impl Fn() -> bool + Send + 'static,
    tap: impl Fn() + 'static,
) -> AnyView {
    draw_toggle(
        class,
        name,
        inside,
        [Box::new(on), Box::new(off_limits)],
        Box::new(tap),
    )
}

fn draw_toggle(
    class: &'static str,
    name: Option<&'static str>,
    inside: AnyView,
    [on, off_limits]: [Box<dyn Fn() -> bool + Send>; 2],
    tap: Box<dyn Fn()>,
) -> AnyView {
    let disabled = move || off_limits().then_some("true");
    view! {
        <button class=class type="button" aria-label=name aria-pressed=move || pressed(on()) aria-disabled=disabled on:click=move |_| tap()>
            {inside}
        </button>
    }
    .into_any()
}

/// A round button with an icon alone.
pub fn round(glyph: Glyph, name: &str, tap: impl Fn() + 'static) -> AnyView {
    draw(
        "icon-button",
        Some(name.to_owned()),
        icon(glyph),
        Box::new(tap),
    )
}

/// A line that opens: a mark, what it is called, a hint beside it, a line below.
pub fn line(
    mark: AnyView,
    said: &str,
    beside: &str,
    below: &str,
    tap: impl Fn() + 'static,
) -> AnyView {
    draw_line(mark, [said, beside, below], Box::new(tap))
}

fn draw_line(mark: AnyView, [said, beside, below]: [&str; 3], tap: Box<dyn Fn()>) -> AnyView {
    let small = |class: &'static str, words: &str| {
        (!words.is_empty()).then(|| span(class, words.to_owned()))
    };
    let said = view! { <strong>{said.to_owned()}</strong> }.into_any();
    let words = [
        Some(said),
        small("hint", beside),
        small("hint below", below),
    ];
    let words: Vec<AnyView> = words.into_iter().flatten().collect();
    let words = view! { <span>{words}</span> }.into_any();
    let inside = vec![mark, words, icon(Glyph::Chevron)].into_any();
    draw("line", None, inside, tap)
}

/// The top of a sheet: a mark, its name, a line below it, and the way out.
pub fn sheet_head(
    lang: Lang,
    mark: Option<AnyView>,
    id: &'static str,
    title: impl Into<String>,
    below: String,
    close: impl Fn() + 'static,
) -> AnyView {
    let close = round(Glyph::Close, Common::of(lang).close, close);
    draw_head(mark, id, title.into(), below, close)
}

fn draw_head(
    mark: Option<AnyView>,
    id: &'static str,
    title: String,
    below: String,
    close: AnyView,
) -> AnyView {
    let below = (!below.is_empty()).then_some(view! { <p>{below}</p> });
    view! {
        <header class="sheet-head">
            {mark}
            <div><h2 id=id tabindex="-1">{title}</h2>{below}</div>
            {close}
        </header>
    }
    .into_any()
}

/// A sheet to write in: its top, what is in it, where that is, and the way to keep it.
pub fn writing(
    lang: Lang,
    head: AnyView,
    body: AnyView,
    stand: AnyView,
    save: impl Fn() + 'static,
) -> AnyView {
    let save = button("button primary wide", Phone::of(lang).save, save);
    draw_writing([head, body, stand, save])
}

fn draw_writing([head, body, stand, save]: [AnyView; 4]) -> AnyView {
    view! {
        {head}
        <div class="sheet-body">{body}</div>
        <footer class="thumbbar"><p class="note" role="status">{stand}</p>{save}</footer>
    }
    .into_any()
}

/// A sheet that is a list.
pub fn list(
    lang: Lang,
    id: &'static str,
    title: &'static str,
    lines: AnyView,
    close: impl Fn() + 'static,
) -> AnyView {
    let head = sheet_head(lang, None, id, title, String::new(), close);
    draw_list(head, lines)
}

fn draw_list(head: AnyView, lines: AnyView) -> AnyView {
    view! { {head}<div class="sheet-body"><ul class="rows">{lines}</ul></div> }.into_any()
}

/// An icon.
pub fn icon(glyph: Glyph) -> AnyView {
    view! { <Icon glyph=glyph /> }.into_any()
}

fn span(class: &'static str, words: String) -> AnyView {
    view! { <span class=class>{words}</span> }.into_any()
}

fn draw(class: &'static str, name: Option<String>, inside: AnyView, tap: Box<dyn Fn()>) -> AnyView {
    view! { <button class=class type="button" aria-label=name on:click=move |_| tap()>{inside}</button> }
        .into_any()
}

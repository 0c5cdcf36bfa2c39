//! The rows of a map: a heading, and a cell for each step.

use leptos::prelude::*;

/// A row with its heading.
pub(super) fn row(class: &str, heading: AnyView, cells: Vec<AnyView>) -> AnyView {
    let class = ["jrow ", class].concat();
    let cells = cells.into_iter().map(|cell| view! { <li>{cell}</li> });
    view! {
        <section class=class>
            <div class="jhead">{heading}</div>
            <ol>{cells.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// A line above some rows: what they are about.
pub(super) fn band(content: AnyView) -> AnyView {
    view! { <div class="jband"><div>{content}</div></div> }.into_any()
}

/// A count with a way to the walks behind it, named for whoever hears it without its place; none has no way.
pub(super) fn count(
    n: u64,
    shown: String,
    href: String,
    name: String,
    class: &'static str,
) -> AnyView {
    if n == 0 {
        return view! { <span class="jcount none">{shown}</span> }.into_any();
    }
    let class = ["jcount ", class].concat();
    view! {
        <a class=class href=href>
            <span class="aside">{name} ": "</span>
            {shown}
        </a>
    }
    .into_any()
}

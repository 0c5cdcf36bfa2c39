//! The table behind a drawing: the same numbers, for whoever would rather read them.

use leptos::prelude::*;

use crate::walk::Lang;
use crate::words::Board;

/// A fold with a table: what the columns are called, and the rows, each beginning with its own name.
pub(super) fn twin(
    lang: Lang,
    head: &[&'static str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> AnyView {
    fold(Board::of(lang).as_table.to_owned(), head, rows)
}

/// The same under other words.
pub(super) fn fold(
    summary: String,
    head: &[&'static str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> AnyView {
    let head = head
        .iter()
        .map(|name| view! { <th scope="col">{*name}</th> });
    let head = head.collect_view();
    let rows = rows.into_iter().map(|row| {
        let mut cells = row.into_iter();
        let name = cells.next();
        let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <details class="fold">
            <summary>{summary}</summary>
            <div class="table-wrap">
                <table class="table">
                    <thead>
                        <tr>{head}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

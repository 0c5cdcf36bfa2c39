//! A month's page in the other forms it is handed out in, to take along.

use leptos::prelude::*;

use crate::ui::{Glyph, Icon};
use crate::walk::{Lang, month::YearMonth};
use crate::words::{Board, Common, Paper, fill};

use super::month::name;

/// The forms of the month at this address: what people read in both languages, tables for programs in the reader's.
pub(super) fn take(lang: Lang, month: YearMonth, address: &str) -> impl IntoView + use<> {
    let (words, board) = (Paper::of(lang), Board::of(lang));
    let table = fill(board.csv_label, &[("month", &name(lang, month))]);
    let read = Lang::ALL.iter().flat_map(|it| {
        let words = Paper::of(*it);
        [("pdf", words.pdf), ("xlsx", words.spreadsheet)]
            .map(|(ending, form)| in_language(*it, address, ending, form))
    });
    view! {
        <details class="menu take">
            <summary class="button">
                <Icon glyph=Glyph::Download />
                {words.take}
            </summary>
            <ul>
                {read.collect_view()}
                <li>
                    <a href=[address, ".csv"].concat() aria-label=table>
                        {board.csv}
                    </a>
                </li>
                <li>
                    <a href=[address, ".json"].concat()>{words.json}</a>
                </li>
            </ul>
        </details>
    }
}

/// "PDF, to print: English", said in the language it is in.
fn in_language(
    lang: Lang,
    address: &str,
    ending: &str,
    form: &'static str,
) -> impl IntoView + use<> {
    // The words of one language name the other, to change to.
    let own = match lang {
        Lang::En => Common::of(Lang::Cy).language,
        Lang::Cy => Common::of(Lang::En).language,
    };
    let code = lang.code();
    view! {
        <li>
            <a href=format!("{address}.{ending}?lang={code}") hreflang=code lang=code>
                {form}
                ": "
                {own}
            </a>
        </li>
    }
}

//! A month as CSV: what it is, its figures, its walks, and what was said, with a blank line between.

use app::{board::MonthPage, walk::Lang, words::Paper};

use super::About;
use crate::{
    error::Failure,
    table::{self, Counted},
};

/// The four tables, in UTF-8 with the mark that spreadsheets need to know it by.
///
/// # Errors
/// [`Failure::Broken`] when it cannot be written, which memory does not do.
pub fn csv(
    lang: Lang,
    page: &MonthPage,
    organisation: &str,
    walks: &Counted,
) -> Result<String, Failure> {
    let about = About::of(lang, page, organisation);
    let head = [Paper::of(lang).about.to_owned(), String::new()];
    let about = table::rows([head].into_iter().chain(about.rows(lang)));
    let about = about.ok().and_then(|it| String::from_utf8(it).ok());
    let about = about.ok_or(Failure::Broken)?;
    let tables = table::month(lang, page, walks)?;
    let tables = tables.trim_start_matches('\u{feff}');
    Ok(["\u{feff}", &about, "\r\n", tables].concat())
}

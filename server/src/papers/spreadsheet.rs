//! A month as a spreadsheet: its figures, what they mean, its walks, and what was said, each on a sheet. No cell is ever a formula:
//! text is written as text, whatever it begins with.

use app::{
    board::{Figure, MonthPage, figures, how_counted, month_title},
    walk::Lang,
    words::{Board, Figures, Frozen, Paper},
};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::About;
use crate::{
    outgoing::cut,
    table::{self, Counted},
};

/// The spreadsheet's bytes. Its time is that of no clock, so that the same month gives the same bytes.
///
/// # Errors
/// When it cannot be written, which memory does not do.
pub fn spreadsheet(
    lang: Lang,
    page: &MonthPage,
    organisation: &str,
    walks: &Counted,
) -> Result<Vec<u8>, XlsxError> {
    let words = Paper::of(lang);
    let mut book = Workbook::new();
    let about = About::of(lang, page, organisation);
    book.set_properties(&properties(lang, page, &about)?);
    put_figures(
        book.add_worksheet().set_name(words.sheet_figures)?,
        lang,
        page,
    )?;
    let definitions = book.add_worksheet().set_name(words.sheet_definitions)?;
    put_definitions(definitions, lang, page, &about)?;
    let sheet = book.add_worksheet().set_name(words.sheet_walks)?;
    let (head, rows) = table::walks(lang, walks);
    put_head(sheet, 0, &head, &[14, 26, 26])?;
    put_rows(sheet, rows)?;
    let sheet = book.add_worksheet().set_name(Frozen::of(lang).is_words)?;
    let (head, rows) = table::said(lang, page);
    put_head(sheet, 0, &head, &[30, 80, 26])?;
    put_rows(sheet, rows)?;
    book.save_to_buffer()
}

fn properties(lang: Lang, page: &MonthPage, about: &About) -> Result<DocProperties, XlsxError> {
    let said = about
        .rows(lang)
        .iter()
        .map(|row| row.join(": "))
        .collect::<Vec<_>>()
        .join("\n");
    Ok(DocProperties::new()
        .set_title(month_title(lang, page.month.month))
        .set_author(&about.organisation)
        .set_company(&about.organisation)
        .set_comment(said)
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

fn put_figures(sheet: &mut Worksheet, lang: Lang, page: &MonthPage) -> Result<(), XlsxError> {
    let (words, names) = (Board::of(lang), Figures::of(lang));
    let head = [
        names.key,
        words.figure,
        words.value,
        names.count,
        names.of,
        names.percent,
        words.definition,
    ];
    put_head(sheet, 0, &head, &[30, 44, 14, 10, 10, 10, 80])?;
    for (row, figure) in (1..).zip(figures(lang, page)) {
        put_figure(sheet, row, &figure)?;
    }
    Ok(())
}

fn put_figure(sheet: &mut Worksheet, row: u32, figure: &Figure) -> Result<(), XlsxError> {
    put_text(sheet, row, 0, &figure.key)?;
    put_text(sheet, row, 1, &figure.name)?;
    put_text(sheet, row, 2, &figure.value)?;
    for (column, number) in [(3, figure.k), (4, figure.n)] {
        if let Some(number) = number {
            #[allow(clippy::cast_precision_loss, reason = "counts of what people felt")]
            sheet.write_number(row, column, number as f64)?;
        }
    }
    if let Some(percent) = figure.percent {
        sheet.write_number(row, 5, (percent * 10.0).round() / 10.0)?;
    }
    put_text(sheet, row, 6, &figure.means)
}

fn put_definitions(
    sheet: &mut Worksheet,
    lang: Lang,
    page: &MonthPage,
    about: &About,
) -> Result<(), XlsxError> {
    put_head(sheet, 0, &[Paper::of(lang).about, ""], &[44, 100])?;
    let mut row = 1;
    for [what, value] in about.rows(lang) {
        put_text(sheet, row, 0, &what)?;
        put_text(sheet, row, 1, &value)?;
        row += 1;
    }
    put_head(sheet, row + 1, &[Board::of(lang).how], &[])?;
    row += 2;
    for paragraph in how_counted(lang, page) {
        put_text(sheet, row, 1, &paragraph)?;
        row += 1;
    }
    let words = Board::of(lang);
    put_head(sheet, row + 1, &[words.figure, words.definition], &[])?;
    row += 2;
    for figure in figures(lang, page) {
        put_text(sheet, row, 0, &figure.name)?;
        put_text(sheet, row, 1, &figure.means)?;
        row += 1;
    }
    Ok(())
}

fn put_head(
    sheet: &mut Worksheet,
    row: u32,
    heads: &[&str],
    widths: &[u16],
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, head) in (0..).zip(heads) {
        sheet.write_string_with_format(row, column, *head, &bold)?;
    }
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    if row == 0 {
        sheet.set_freeze_panes(1, 0)?;
    }
    Ok(())
}

fn put_rows(
    sheet: &mut Worksheet,
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<(), XlsxError> {
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            put_text(sheet, row, column, &cell)?;
        }
    }
    Ok(())
}

fn put_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    if !text.is_empty() {
        let text = cut(text).replace('\u{a0}', " ");
        sheet.write_string(row, column, text)?;
    }
    Ok(())
}

//! A spreadsheet, written row by row through files without a name, so that its size costs no memory.

use std::{fs::File, io::Seek};

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use tokio::sync::mpsc::Receiver;

use super::line::Cell;

/// How many rows a sheet takes, its heading included. Spreadsheets have 1,048,576; what is over goes onto another.
const MOST_ROWS: u32 = 1_000_000;
/// The most UTF-16 units of a cell.
const MOST_UNITS: usize = 32_767;

/// Why there is no spreadsheet.
#[derive(Debug, thiserror::Error)]
pub(super) enum SheetError {
    #[error(transparent)]
    Xlsx(#[from] XlsxError),
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error("the rows broke off")]
    BrokeOff,
}

/// Writes the rows as they come, until one that is `None`; the file, at its beginning. Text is written as text, whatever it begins with:
/// no cell is ever a formula. Blocks.
pub(super) fn write(
    heads: &[&'static str],
    mut rows: Receiver<Option<Vec<Vec<Cell>>>>,
) -> Result<File, SheetError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let mut row = MOST_ROWS;
    loop {
        let page = rows.blocking_recv().ok_or(SheetError::BrokeOff)?;
        let done = page.is_none();
        for cells in page.unwrap_or_default() {
            if row == MOST_ROWS {
                row = begin(&mut book, heads, &bold)?;
            }
            put(&mut book, row, &cells)?;
            row += 1;
        }
        if done {
            break;
        }
    }
    if row == MOST_ROWS {
        begin(&mut book, heads, &bold)?;
    }
    let mut file = tempfile::tempfile()?;
    book.save_to_writer(&file)?;
    file.rewind()?;
    Ok(file)
}

fn begin(book: &mut Workbook, heads: &[&'static str], bold: &Format) -> Result<u32, SheetError> {
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, head) in (0_u16..).zip(heads) {
        sheet.write_string_with_format(0, column, *head, bold)?;
    }
    Ok(1)
}

fn put(book: &mut Workbook, row: u32, cells: &[Cell]) -> Result<(), SheetError> {
    let last = book.worksheets().len().saturating_sub(1);
    let sheet = book.worksheet_from_index(last)?;
    for (column, cell) in (0_u16..).zip(cells) {
        match cell {
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => {
                sheet.write_string(row, column, cut(text))?;
            }
            #[allow(clippy::cast_precision_loss)] // Counts of what people felt.
            Cell::Number(number) => {
                sheet.write_number(row, column, *number as f64)?;
            }
            Cell::Empty => {}
        }
    }
    Ok(())
}

/// As much of a text as a cell takes.
pub(crate) fn cut(text: &str) -> &str {
    let mut units = 0;
    for (at, letter) in text.char_indices() {
        units += letter.len_utf16();
        if units > MOST_UNITS {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_takes_so_much_and_letters_stay_whole() {
        let long = "ŵ".repeat(MOST_UNITS + 5);
        assert_eq!(cut(&long).chars().count(), MOST_UNITS);
        let faces = "😀".repeat(20_000);
        assert_eq!(cut(&faces).chars().count(), MOST_UNITS / 2);
        assert_eq!(cut("short"), "short");
    }
}

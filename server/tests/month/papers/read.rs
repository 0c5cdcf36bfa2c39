//! Reads back what was written, with nothing of the code that wrote it.

use std::io::{Cursor, Read};

use lopdf::Document;

/// Without spaces and line breaks: a table's cell may be set in several lines. What HTML writes as names is letters.
pub fn bare(text: &str) -> String {
    let text = text
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

/// The tables of a file, which have a blank line between them. An apostrophe before a formula is taken away.
pub fn csv_tables(file: &str) -> Vec<Vec<Vec<String>>> {
    let tables = file.trim_start_matches('\u{feff}').split("\r\n\r\n");
    let read = |table: &str| {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(table.as_bytes());
        let rows = reader.into_records().map(|row| row.expect("a row"));
        let bare = |cell: &str| match cell.strip_prefix('\'') {
            Some(formula) if formula.starts_with(['=', '+', '-', '@']) => formula.to_owned(),
            _ => cell.to_owned(),
        };
        rows.map(|row| row.iter().map(bare).collect()).collect()
    };
    tables.map(read).collect()
}

/// Every sheet's rows, empty cells left away at the end only.
pub fn sheet_rows(book: &[u8]) -> Vec<Vec<Vec<String>>> {
    let shared = part(book, "xl/sharedStrings.xml").unwrap_or_default();
    let strings: Vec<String> = pieces(&shared, "<si>", "</si>")
        .map(|it| {
            letters(
                it.split_once('>')
                    .map_or(it, |(_, it)| it)
                    .trim_end_matches("</t>"),
            )
        })
        .collect();
    let sheets = (1..).map_while(|n| part(book, &format!("xl/worksheets/sheet{n}.xml")));
    sheets.map(|sheet| rows(&sheet, &strings)).collect()
}

/// True when any sheet has a formula.
pub fn has_formula(book: &[u8]) -> bool {
    let mut sheets = (1..).map_while(|n| part(book, &format!("xl/worksheets/sheet{n}.xml")));
    sheets.any(|sheet| sheet.contains("<f>") || sheet.contains("<f "))
}

fn rows(sheet: &str, strings: &[String]) -> Vec<Vec<String>> {
    let filled = pieces(sheet, "<row ", "</row>").filter(|row| row.contains("<c "));
    let cells = |row: &str| {
        let mut all: Vec<String> = Vec::new();
        for cell in pieces(row, "<c r=\"", "</c>") {
            let (place, rest) = cell.split_once('"').expect("a place");
            let column = place.trim_end_matches(|it: char| it.is_ascii_digit());
            let column = column
                .bytes()
                .fold(0, |sum, it| sum * 26 + usize::from(it - b'A') + 1)
                - 1;
            let value = pieces(rest, "<v>", "</v>").next().unwrap_or_default();
            let value = if rest.contains("t=\"s\"") {
                strings[value.parse::<usize>().expect("a place")].clone()
            } else {
                value.to_owned()
            };
            all.resize(all.len().max(column), String::new());
            all.push(value);
        }
        all.resize(all.len().max(7), String::new());
        all
    };
    filled.map(cells).collect()
}

fn pieces<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    let all = text.split(from).skip(1);
    all.filter_map(move |piece| Some(piece.split_once(to)?.0))
}

fn letters(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

fn part(book: &[u8], name: &str) -> Option<String> {
    let mut book = zip::ZipArchive::new(Cursor::new(book)).expect("a zip");
    let mut file = book.by_name(name).ok()?;
    let mut text = String::new();
    file.read_to_string(&mut text).expect("UTF-8");
    Some(text)
}

/// The text of all pages.
pub fn pdf_text(paper: &[u8]) -> String {
    let document = Document::load_mem(paper).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("text")
}

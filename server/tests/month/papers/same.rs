//! Whether a form holds these figures, each with its number.

use app::board::Figure;
use serde_json::Value;

use super::read::{bare, csv_tables, pdf_text, sheet_rows};

pub(super) type Rows = Vec<Vec<String>>;

/// In the table of the page.
pub(super) fn on_page(html: &str, all: &[Figure]) {
    let html = bare(html);
    for it in all {
        let (name, value) = (bare(&it.name), bare(&shown(it)));
        let row = format!("<thscope=\"row\">{name}</th><tdclass=\"number\">{value}</td>");
        assert!(html.contains(&row), "{} on the page: {row}", it.key);
    }
}

/// In the second table of the file; all its tables.
pub(super) fn in_csv(file: &str, all: &[Figure]) -> Vec<Rows> {
    let tables = csv_tables(file);
    in_rows(&tables[1], all);
    tables
}

/// In the first sheet; all its sheets.
pub(super) fn in_sheet(book: &[u8], all: &[Figure]) -> Vec<Rows> {
    let sheets = sheet_rows(book);
    in_rows(&sheets[0], all);
    sheets
}

fn in_rows(rows: &Rows, all: &[Figure]) {
    assert_eq!(rows.len(), 1 + all.len());
    let number = |it: Option<u64>| it.map_or_else(String::new, |it| it.to_string());
    for (row, it) in rows.iter().skip(1).zip(all) {
        let expected = [it.key.clone(), shown(it), number(it.k), number(it.n)];
        assert_eq!(
            [&row[0], &row[2], &row[3], &row[4]].map(Clone::clone),
            expected
        );
    }
}

/// In a list of objects.
pub(super) fn in_json(list: &Value, all: &[Figure]) {
    let list = list.as_array().expect("a list");
    assert_eq!(list.len(), all.len());
    for (json, it) in list.iter().zip(all) {
        assert_eq!(json["key"], *it.key);
        assert_eq!(json["value"], *shown(it), "{}", it.key);
        assert_eq!((json["k"].as_u64(), json["n"].as_u64()), (it.k, it.n));
    }
}

/// In the text of the PDF.
pub(super) fn on_paper(paper: &[u8], all: &[Figure]) -> String {
    let text = bare(&pdf_text(paper));
    for it in all {
        let row = bare(&[&*it.name, &shown(it)].concat());
        assert!(text.contains(&row), "{} on paper: {row}", it.key);
    }
    text
}

/// Spaces that do not break are for the eye.
fn shown(it: &Figure) -> String {
    it.value.replace('\u{a0}', " ")
}

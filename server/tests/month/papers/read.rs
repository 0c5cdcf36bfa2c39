//! Reads back what was written, with nothing of the code that wrote it.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};

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

/// The text of all pages: what each font says its glyphs stand for, in the order they are drawn.
pub fn pdf_text(paper: &[u8]) -> String {
    let document = Document::load_mem(paper).expect("a PDF");
    let pages = document.get_pages().into_values();
    pages.map(|page| page_text(&document, page)).collect()
}

fn page_text(document: &Document, page: ObjectId) -> String {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let letters: BTreeMap<Vec<u8>, Letters> = fonts
        .into_iter()
        .map(|(name, font)| (name, stands_for(document, font)))
        .collect();
    let content = document.get_page_content(page).expect("content");
    let content = Content::decode(&content).expect("operations");
    let (mut font, mut text) = (None, String::new());
    for operation in &content.operations {
        match operation.operator.as_str() {
            "Tf" => {
                font = operation.operands[0]
                    .as_name()
                    .ok()
                    .and_then(|it| letters.get(it))
            }
            "Tj" | "TJ" => {
                let font = font.expect("a font");
                operation
                    .operands
                    .iter()
                    .for_each(|it| say(font, it, &mut text));
            }
            _ => {}
        }
    }
    text
}

type Letters = BTreeMap<u16, String>;

fn say(font: &Letters, shown: &Object, text: &mut String) {
    match shown {
        Object::Array(all) => all.iter().for_each(|it| say(font, it, text)),
        Object::String(codes, _) => {
            for code in codes.chunks_exact(2) {
                let code = u16::from_be_bytes([code[0], code[1]]);
                text.push_str(font.get(&code).map_or("\u{fffd}", String::as_str));
            }
        }
        _ => {}
    }
}

/// What a font says of its glyphs: `<0001> <0041>`, line by line, or `<0001> <0005> <0041>` for several in a row.
fn stands_for(document: &Document, font: &Dictionary) -> Letters {
    let map = font.get(b"ToUnicode").and_then(Object::as_reference);
    let map = map
        .and_then(|id| document.get_object(id))
        .and_then(Object::as_stream);
    let map = map.expect("what it stands for");
    let map = map
        .decompressed_content()
        .unwrap_or_else(|_| map.content.clone());
    let map = String::from_utf8_lossy(&map).into_owned();
    let mut letters = Letters::new();
    for line in pieces(&map, "beginbfchar", "endbfchar").flat_map(str::lines) {
        let codes: Vec<&str> = pieces(line, "<", ">").collect();
        if let [code, said] = codes[..] {
            letters.insert(u16::from_str_radix(code, 16).expect("hex"), utf16(said, 0));
        }
    }
    for line in pieces(&map, "beginbfrange", "endbfrange").flat_map(str::lines) {
        let codes: Vec<&str> = pieces(line, "<", ">").collect();
        if let [from, to, said] = codes[..] {
            let code = |it| u16::from_str_radix(it, 16).expect("hex");
            for (more, code) in (0..).zip(code(from)..=code(to)) {
                letters.insert(code, utf16(said, more));
            }
        }
    }
    letters
}

/// UTF-16 in hexadecimal digits, the last unit so many further on.
fn utf16(digits: &str, more: u16) -> String {
    let units = digits.as_bytes().chunks(4);
    let units = units.map(|it| String::from_utf8_lossy(it).into_owned());
    let mut units: Vec<u16> = units
        .map(|it| u16::from_str_radix(&it, 16).expect("hex"))
        .collect();
    if let Some(last) = units.last_mut() {
        *last += more;
    }
    String::from_utf16_lossy(&units)
}

//! A file that a team wants to keep: what it really is, and what it may be called. Nobody's word is taken for either.

use app::team::{FileFault, FileKind};

use crate::{
    photo::{remake, turn},
    store::NewFile,
};

/// The most bytes of a file.
pub const MOST_FILE_BYTES: usize = 5_000_000;
/// The most characters of a name before its ending.
const MOST_NAME: usize = 80;

/// Names that some systems take for a device.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Looks at a file as it came. A picture is made anew, so that nothing but what can be seen is kept.
///
/// # Errors
/// Why it cannot be kept.
pub async fn looked_at(name: &str, bytes: Vec<u8>) -> Result<NewFile, FileFault> {
    if bytes.is_empty() {
        return Err(FileFault::Empty);
    }
    if bytes.len() > MOST_FILE_BYTES {
        return Err(FileFault::TooLarge);
    }
    let (stem, kind) = called(name).ok_or(FileFault::Kind)?;
    let bytes = match kind {
        FileKind::Picture => {
            let turn = turn().await;
            let picture = remake(&turn, bytes).await;
            picture.map_err(|_| FileFault::Otherwise)?.jpeg
        }
        kind if !is(kind, &bytes) => return Err(FileFault::Otherwise),
        kind if has_macros(kind, &bytes) => return Err(FileFault::Macros),
        _ => bytes,
    };
    let ending = kind.endings().first().copied().unwrap_or_default();
    Ok(NewFile {
        name: [&stem, ".", ending].concat(),
        kind,
        bytes,
    })
}

/// What a browser is to take a kept file for.
#[must_use]
pub fn media_type(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "application/pdf",
        FileKind::Picture => "image/jpeg",
        // In what alphabet is for whoever opens it to find out.
        FileKind::Text => "text/plain",
        FileKind::Csv => "text/csv",
        FileKind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind::Odt => ODT,
        FileKind::Ods => ODS,
    }
}

const ODT: &str = "application/vnd.oasis.opendocument.text";
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// A name without its path, its ending and what cannot be seen; and the kind that its ending names.
fn called(name: &str) -> Option<(String, FileKind)> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = name.chars().filter(|it| is_seen(*it)).collect();
    let (stem, ending) = seen.trim().rsplit_once('.')?;
    let ending = ending.trim().to_lowercase();
    let kind = FileKind::ALL
        .iter()
        .find(|it| it.endings().contains(&ending.as_str()))?;
    let stem: String = stem
        .trim_matches(['.', ' '])
        .chars()
        .take(MOST_NAME)
        .collect();
    let first = stem.split('.').next().unwrap_or_default();
    let device = first.trim_end_matches(|it: char| it.is_ascii_digit());
    let stem = match stem.as_str() {
        "" => "file".to_owned(),
        _ if DEVICES.contains(&device.to_lowercase().as_str()) => ["_", &stem].concat(),
        _ => stem,
    };
    Some((stem, *kind))
}

/// False for what moves or hides the letters around it, and for what no system has in names.
fn is_seen(it: char) -> bool {
    let hidden = matches!(it, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !it.is_control() && !hidden && !matches!(it, '<' | '>' | ':' | '"' | '|' | '?' | '*')
}

/// True when the bytes are of this kind. Pictures are read whole elsewhere.
fn is(kind: FileKind, bytes: &[u8]) -> bool {
    match kind {
        FileKind::Pdf => bytes.starts_with(b"%PDF-") && has(bytes, b"%%EOF"),
        FileKind::Picture => true,
        FileKind::Text | FileKind::Csv => is_text(bytes),
        FileKind::Docx => is_office(bytes, b"word/document.xml"),
        FileKind::Xlsx => is_office(bytes, b"xl/workbook.xml"),
        FileKind::Odt => is_open_document(bytes, ODT),
        FileKind::Ods => is_open_document(bytes, ODS),
    }
}

/// Text in any alphabet of single bytes, as spreadsheets on Windows write it, or in UTF-8.
fn is_text(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .all(|it| !it.is_ascii_control() || matches!(it, b'\n' | b'\r' | b'\t'))
}

/// A ZIP archive with these parts: their names are never pressed.
fn is_office(bytes: &[u8], part: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && has(bytes, b"[Content_Types].xml") && has(bytes, part)
}

/// A ZIP archive that begins with its own kind, unpressed, as OpenDocument asks for.
fn is_open_document(bytes: &[u8], kind: &str) -> bool {
    let Some(rest) = bytes.strip_prefix(b"PK\x03\x04") else {
        return false;
    };
    let begins = rest.get(26..).unwrap_or_default();
    let named = begins.strip_prefix(b"mimetype");
    let said = named.and_then(|it| it.strip_prefix(kind.as_bytes()));
    said.is_some_and(|it| it.starts_with(b"PK"))
}

fn has_macros(kind: FileKind, bytes: &[u8]) -> bool {
    match kind {
        FileKind::Docx | FileKind::Xlsx => has(bytes, b"vbaProject.bin"),
        FileKind::Odt | FileKind::Ods => has(bytes, b"Basic/") || has(bytes, b"Scripts/"),
        FileKind::Pdf | FileKind::Picture | FileKind::Text | FileKind::Csv => false,
    }
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    let Some(first) = part.first() else {
        return true;
    };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|it| it == first) {
        let here = rest.get(at..).unwrap_or_default();
        if here.starts_with(part) {
            return true;
        }
        rest = here.get(1..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str) -> Option<String> {
        called(name).map(|(stem, kind)| [&stem, ".", kind.endings()[0]].concat())
    }

    #[test]
    fn trust_22_a_name_loses_its_path_and_what_cannot_be_seen() {
        for (sent, kept) in [
            ("plan.pdf", "plan.pdf"),
            ("../../etc/plan.PDF", "plan.pdf"),
            ("C:\\temp\\plan.pdf", "plan.pdf"),
            ("con.txt", "_con.txt"),
            ("LPT1.tar.txt", "_LPT1.tar.txt"),
            ("contract.txt", "contract.txt"),
            (".pdf", "file.pdf"),
            ("...pdf", "file.pdf"),
            ("gn\u{202e}fdp.exe.txt", "gnfdp.exe.txt"),
            ("a\"b\r\nc.csv", "abc.csv"),
            ("Llun ŵ.jpeg", "Llun ŵ.jpg"),
        ] {
            assert_eq!(name(sent).as_deref(), Some(kept), "{sent}");
        }
        let long = name(&["ŵ".repeat(300).as_str(), ".txt"].concat());
        assert_eq!(long.map(|it| it.chars().count()), Some(MOST_NAME + 4));
    }

    #[test]
    fn trust_20_kinds_that_a_browser_or_a_system_runs_are_not_taken() {
        for sent in [
            "a.svg",
            "a.html",
            "a.htm",
            "a.xhtml",
            "a.xml",
            "a.js",
            "a.exe",
            "a.docm",
            "a.xlsm",
            "a.zip",
            "a.heic",
            "a",
            "",
            "pdf",
            "a.pdf.svg",
            "a.pdf\u{0}.svg",
        ] {
            assert_eq!(name(sent), None, "{sent}");
        }
    }

    #[tokio::test]
    async fn trust_20_what_a_file_is_is_read_from_its_bytes() {
        const PDF: &[u8] = b"%PDF-1.7\n%%EOF\n";
        const DOCX: &[u8] = b"PK\x03\x04..[Content_Types].xml..word/document.xml..";
        let odt = open_document(ODT, "");
        let with_macros = open_document(ODS, "Basic/Standard/Module1.xml");
        let template = open_document(&[ODT, "-template"].concat(), "");
        let docm = [DOCX, b"word/vbaProject.bin"].concat();
        let large = vec![b' '; MOST_FILE_BYTES + 1];
        let all: &[(&str, &[u8], Result<FileKind, FileFault>)] = &[
            ("a.pdf", PDF, Ok(FileKind::Pdf)),
            ("a.docx", DOCX, Ok(FileKind::Docx)),
            ("a.odt", &odt, Ok(FileKind::Odt)),
            ("a.txt", "Siân\n".as_bytes(), Ok(FileKind::Text)),
            ("a.csv", b"a,b\r\n1,2\r\n", Ok(FileKind::Csv)),
            ("a.csv", b"cost\r\n\xa32\r\n", Ok(FileKind::Csv)),
            ("a.pdf", b"", Err(FileFault::Empty)),
            (
                "a.pdf",
                b"<svg onload=alert(1)>%PDF-%%EOF",
                Err(FileFault::Otherwise),
            ),
            ("a.pdf", b"%PDF-1.7 cut", Err(FileFault::Otherwise)),
            ("a.txt", b"MZ\x90\x00\x03", Err(FileFault::Otherwise)),
            ("a.txt", b"\xff\xfea\0", Err(FileFault::Otherwise)),
            ("a.docx", PDF, Err(FileFault::Otherwise)),
            ("a.xlsx", DOCX, Err(FileFault::Otherwise)),
            ("a.ods", &odt, Err(FileFault::Otherwise)),
            ("a.odt", &template, Err(FileFault::Otherwise)),
            ("a.ods", &with_macros, Err(FileFault::Macros)),
            ("a.docx", &docm, Err(FileFault::Macros)),
            (
                "a.png",
                b"<svg xmlns='http://www.w3.org/2000/svg'/>",
                Err(FileFault::Otherwise),
            ),
            ("a.jpg", b"\xff\xd8\xff\xe0cut", Err(FileFault::Otherwise)),
            ("a.svg", b"<svg/>", Err(FileFault::Kind)),
            ("a.pdf", &large, Err(FileFault::TooLarge)),
        ];
        for (name, bytes, expected) in all {
            let kept = looked_at(name, bytes.to_vec()).await;
            let start = String::from_utf8_lossy(bytes.get(..9).unwrap_or(bytes));
            assert_eq!(kept.map(|it| it.kind), *expected, "{name} {start}");
        }
    }

    fn open_document(kind: &str, more: &str) -> Vec<u8> {
        let head = [b"PK\x03\x04".as_slice(), &[0; 26], b"mimetype"].concat();
        [&head, kind.as_bytes(), b"PK\x03\x04", more.as_bytes()].concat()
    }
}

//! Files of a team's own: added, fetched and removed with forms and links alone.

use leptos::prelude::*;

use crate::{
    ui::{Glyph, Icon},
    walk::{Lang, code_enum},
    words::{Thread, ThreadFiles, When, fill},
};

use super::{ThreadPage, same::doer};

code_enum! {
    /// What a file's bytes are.
    FileKind {
        /// A PDF.
        Pdf = "pdf",
        /// A picture, made anew as a JPEG.
        Picture = "picture",
        /// Plain text.
        Text = "text",
        /// A table as plain text.
        Csv = "csv",
        /// A Word document.
        Docx = "docx",
        /// An Excel workbook.
        Xlsx = "xlsx",
        /// An OpenDocument text.
        Odt = "odt",
        /// An OpenDocument spreadsheet.
        Ods = "ods",
    }
}

impl FileKind {
    /// How names of such files may end. What a kept one ends in comes first.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Picture => &["jpg", "jpeg", "png", "webp"],
            Self::Text => &["txt"],
            Self::Csv => &["csv"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
        }
    }
}

/// Why a file was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// None was chosen, or there is nothing in it.
    Empty,
    /// It is larger than any may be.
    TooLarge,
    /// No kind that is taken.
    Kind,
    /// Its bytes are something else than its name says.
    Otherwise,
    /// It has macros in it.
    Macros,
    /// The thread has as many as it may have.
    TooMany,
}

/// A file of a team's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamFile {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// How many bytes.
    pub size: u64,
    /// Who added it; empty for somebody who was erased.
    pub by: String,
    /// When.
    pub at: When,
}

/// What the team keeps with it.
pub(super) fn files(lang: Lang, page: &ThreadPage) -> impl IntoView + use<> {
    let words = ThreadFiles::of(lang);
    let care = &page.care;
    let all = care.files.iter().map(|it| file(lang, page, it));
    let all = all.collect_view();
    let all = (!care.files.is_empty()).then(|| view! { <ul class="rows">{all}</ul> });
    let why = care.file_fault.map(|it| said(lang, it));
    let (class, described) = match why {
        Some(_) => ("field wrong", "file-hint file-why"),
        None => ("field", "file-hint"),
    };
    let wrong = why.map(|why| {
        view! {
            <p class="why" id="file-why">
                <Icon glyph=Glyph::Warning />
                {why}
            </p>
        }
    });
    view! {
        <section class="stack tight" id="files">
            <h2>{words.files}</h2>
            <p class="hint">{words.files_hint}</p>
            {all}
            <details class="fold" open=why.is_some()>
                <summary>{words.add}</summary>
                <form
                    method="post"
                    enctype="multipart/form-data"
                    action=format!("/team/thread/{}/file", page.head.id)
                >
                    <input type="hidden" name="id" value=care.file_id.clone() />
                    <div class=class>
                        <label for="file">{words.file}</label>
                        <p class="hint" id="file-hint">
                            {words.file_hint}
                        </p>
                        {wrong}
                        <input
                            class="input"
                            id="file"
                            name="file"
                            type="file"
                            accept=accepted()
                            aria-describedby=described
                            aria-invalid=why.map(|_| "true")
                        />
                    </div>
                    <button class="button" type="submit">
                        {words.keep}
                    </button>
                </form>
            </details>
        </section>
    }
}

fn file(lang: Lang, page: &ThreadPage, file: &TeamFile) -> impl IntoView + use<> {
    let words = ThreadFiles::of(lang);
    let who = fill(
        Thread::of(lang).said_by,
        &[
            ("name", doer(lang, &file.by)),
            ("date", &file.at.recently(lang)),
        ],
    );
    let about = [kind(lang, file.kind), ", ", &size(file.size), ". ", &who].concat();
    let remove = format!("/team/thread/{}/file/{}/remove", page.head.id, file.id);
    view! {
        <li>
            <div class="line">
                <span>
                    <a href=format!("/team/file/{}", file.id)>
                        <bdi>{file.name.clone()}</bdi>
                    </a>
                    <span class="hint below">{about}</span>
                </span>
                <form method="post" action=remove>
                    <button class="button" type="submit">
                        {words.remove}
                        <span class="aside">{[": ", &file.name].concat()}</span>
                    </button>
                </form>
            </div>
        </li>
    }
}

/// ".pdf,.jpg,…", for the browser's chooser.
fn accepted() -> String {
    let endings = FileKind::ALL.iter().flat_map(|it| it.endings());
    let dotted = endings.map(|it| [".", it].concat());
    dotted.collect::<Vec<_>>().join(",")
}

fn kind(lang: Lang, kind: FileKind) -> &'static str {
    let words = ThreadFiles::of(lang);
    match kind {
        FileKind::Pdf => words.pdf,
        FileKind::Picture => words.picture,
        FileKind::Text => words.text,
        FileKind::Csv => words.csv,
        FileKind::Docx | FileKind::Odt => words.document,
        FileKind::Xlsx | FileKind::Ods => words.spreadsheet,
    }
}

/// "120 KB", "1.4 MB": the same in both languages.
fn size(bytes: u64) -> String {
    const KB: u64 = 1_000;
    match bytes {
        0..KB => format!("{bytes} B"),
        KB..1_000_000 => format!("{} KB", bytes / KB),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

fn said(lang: Lang, fault: FileFault) -> &'static str {
    let words = ThreadFiles::of(lang);
    match fault {
        FileFault::Empty => words.empty,
        FileFault::TooLarge => words.too_large,
        FileFault::Kind => words.not_taken,
        FileFault::Otherwise => words.otherwise,
        FileFault::Macros => words.macros,
        FileFault::TooMany => words.too_many,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_few_digits() {
        let said: Vec<String> = [0, 999, 1_000, 123_456, 1_449_999, 5_242_880]
            .into_iter()
            .map(size)
            .collect();
        assert_eq!(said, ["0 B", "999 B", "1 KB", "123 KB", "1.4 MB", "5.2 MB"]);
    }
}

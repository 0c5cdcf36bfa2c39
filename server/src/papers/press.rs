//! typst as a library: one template, two fonts, and nothing else within its reach: no files, no network, no packages,
//! no clock.

use std::sync::LazyLock;

use app::board::paper::Paper;
use typst::{
    Library, LibraryExt, World, comemo,
    diag::{FileError, FileResult, SourceDiagnostic},
    ecow::EcoVec,
    foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::letters::printable;

/// When something was published, in UTC: year, month, day, hour, minute, second.
pub type Moment = (i16, u8, u8, u8, u8, u8);

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// The month could not be written down for typst.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// What typst says.
    #[error("{0}")]
    Typst(String),
}

const REGULAR: &[u8] = include_bytes!("../../papers/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../papers/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
const TEMPLATE: &str = include_str!("../../papers/month.typ");

/// What is the same for every paper.
struct Shop {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    template: Source,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let fonts = [REGULAR, BOLD].map(Bytes::new).into_iter();
    let fonts: Vec<Font> = fonts.flat_map(Font::iter).collect();
    Shop {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::detached(TEMPLATE),
    }
});

/// Lays a paper out and writes it as PDF/UA-1.
pub(super) fn press(paper: &Paper, published: Option<Moment>) -> Result<Vec<u8>, PressError> {
    let world = Sheet {
        library: LazyHash::new(library(paper, published)?),
    };
    let document = typst::compile(&world).output.map_err(said);
    let made = document
        .and_then(|document| typst_pdf::pdf(&document, &options(paper, published)?).map_err(said));
    // What typst remembers of this paper helps no other.
    comemo::evict(0);
    made
}

fn options(paper: &Paper, published: Option<Moment>) -> Result<PdfOptions, PressError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PressError::Typst(error.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom([&paper.address, " ", paper.lang].concat()),
        creator: Smart::Custom(Some("Firsthand".into())),
        timestamp: published.and_then(date).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

/// The month goes in as a value: nothing of it is ever read as markup.
fn library(paper: &Paper, published: Option<Moment>) -> Result<Library, PressError> {
    let mut sheet = serde_json::to_value(paper)?;
    let left_out = SHOP
        .fonts
        .first()
        .is_some_and(|font| printable(&mut sheet, font));
    let mut inputs = Dict::new();
    inputs.insert("sheet".into(), serde_json::to_string(&sheet)?.into_value());
    if left_out {
        inputs.insert("letters".into(), "some".into_value());
    }
    if let Some((year, month, day, hour, minute, second)) = published {
        let moment = format!("{year}-{month}-{day}-{hour}-{minute}-{second}");
        inputs.insert("published".into(), moment.into_value());
    }
    Ok(Library::builder().with_inputs(inputs).build())
}

fn date((year, month, day, hour, minute, second): Moment) -> Option<Datetime> {
    Datetime::from_ymd_hms(year.into(), month, day, hour, minute, second)
}

fn said(faults: EcoVec<SourceDiagnostic>) -> PressError {
    let each = faults.iter().map(|fault| fault.message.as_str());
    PressError::Typst(each.collect::<Vec<_>>().join("; "))
}

/// One paper's world.
struct Sheet {
    library: LazyHash<Library>,
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        SHOP.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() {
            Ok(SHOP.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHOP.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

//! What is asked for of a month: which, which version of it, and in what form.

use app::walk::{Lang, month::YearMonth};

use crate::{error::Failure, seat::Reader};

/// The last part of an address such as `/board/2025-10.v1.pdf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which month.
    pub month: YearMonth,
    /// Which version of what was published; the newest without one, or the month as it is counted now.
    pub version: Option<u32>,
    /// How it is handed out.
    pub form: Form,
    /// In which language; the reader's own without one.
    pub lang: Option<Lang>,
}

/// What stands after the `?` of an address.
pub(super) type Pairs = Vec<(String, String)>;

/// How a month is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A page.
    Page,
    /// Tables with commas.
    Csv,
    /// A spreadsheet.
    Xlsx,
    /// For programs.
    Json,
    /// A4.
    Pdf,
}

impl Asked {
    /// Reads `2025-10`, `2025-10.v1`, `2025-10.csv`, `2025-10.v1.pdf`.
    ///
    /// # Errors
    /// [`Failure::NotFound`] for anything else.
    pub fn read(text: &str) -> Result<Self, Failure> {
        let mut parts = text.split('.').peekable();
        let month = parts.next().and_then(|it| it.parse().ok());
        let version = parts.peek().and_then(|it| version(it));
        if version.is_some() {
            parts.next();
        }
        let form = match parts.next() {
            None => Some(Form::Page),
            Some(ending) => Form::from_ending(ending),
        };
        match (month, form, parts.next()) {
            (Some(month), Some(form), None) => Ok(Self {
                month,
                version,
                form,
                lang: None,
            }),
            _ => Err(Failure::NotFound),
        }
    }

    /// `firsthand-2025-10.v1.pdf`, or `firsthand-2025-10.v1.cy.pdf` where a language was asked for.
    #[must_use]
    pub fn file_name(&self) -> String {
        let version = self.version.map(|it| format!(".v{it}")).unwrap_or_default();
        let lang = self.lang.map(|it| format!(".{}", it.code()));
        let (lang, ending) = (lang.unwrap_or_default(), self.form.ending());
        format!("firsthand-{}{version}{lang}.{ending}", self.month)
    }
}

impl Form {
    /// How its file's name ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Page => "html",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Page => "text/html; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Pdf => "application/pdf",
        }
    }

    /// The form whose files end so; none for a page.
    pub(super) fn from_ending(ending: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx, Self::Json, Self::Pdf]
            .into_iter()
            .find(|it| it.ending() == ending)
    }
}

/// The language that `lang=en` or `lang=cy` asks for; none for anything else.
pub(super) fn language(pairs: &Pairs) -> Option<Lang> {
    let asked = pairs.iter().find(|(name, _)| name == "lang");
    asked.and_then(|(_, code)| Lang::from_code(code))
}

/// The reader in the language that was asked for. Their page has the address without it, so that a change of language
/// there is not undone by the address.
pub(super) fn read_in(lang: Option<Lang>, reader: Reader) -> Reader {
    let Some(lang) = lang else {
        return reader;
    };
    let path = reader.path.split('?').next().unwrap_or_default();
    Reader {
        lang,
        path: path.to_owned(),
        ..reader
    }
}

/// `v12`: from 1 on, written in one way only.
fn version(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('v')?;
    let version: u32 = digits.parse().ok()?;
    (version > 0 && version.to_string() == digits).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_and_version_is_read_and_named() {
        for (text, version, form) in [
            ("2025-10", None, Form::Page),
            ("2025-10.v1", Some(1), Form::Page),
            ("2025-10.csv", None, Form::Csv),
            ("2025-10.xlsx", None, Form::Xlsx),
            ("2025-10.json", None, Form::Json),
            ("2025-10.v12.pdf", Some(12), Form::Pdf),
        ] {
            let asked = Asked::read(text).expect(text);
            assert_eq!((asked.version, asked.form), (version, form), "{text}");
            assert_eq!(asked.month.to_string(), "2025-10");
            if form != Form::Page {
                assert_eq!(asked.file_name(), format!("firsthand-{text}"));
            }
        }
    }

    #[test]
    fn a_language_is_one_of_ours_or_none() {
        let asked = |text: &str| {
            let pair = text.split_once('=').expect("a pair");
            language(&vec![(pair.0.to_owned(), pair.1.to_owned())])
        };
        assert_eq!(asked("lang=cy"), Some(Lang::Cy));
        assert_eq!(asked("lang=en"), Some(Lang::En));
        for odd in ["lang=", "lang=CY", "lang=fr", "Lang=cy", "other=cy"] {
            assert_eq!(asked(odd), None, "{odd}");
        }
        let mut asked = Asked::read("2025-10.v1.pdf").expect("asked");
        asked.lang = Some(Lang::Cy);
        assert_eq!(asked.file_name(), "firsthand-2025-10.v1.cy.pdf");
    }

    #[test]
    fn what_is_no_month_is_not_found() {
        for text in [
            "",
            ".",
            "2025",
            "2025-13",
            "2025-10.",
            "2025-10.html",
            "2025-10.PDF",
            "2025-10.v0",
            "2025-10.v01",
            "2025-10.v-1",
            "2025-10.v+1",
            "2025-10.v4294967296",
            "2025-10.v1.v2",
            "2025-10.pdf.v1",
            "2025-10.csv.csv",
            "2025-10.v1.pdf.x",
            "2025-10.csv/..",
        ] {
            assert_eq!(Asked::read(text), Err(Failure::NotFound), "{text}");
        }
    }
}

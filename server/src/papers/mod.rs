//! The forms a month is handed out in beside its page: PDF, CSV, a spreadsheet, JSON. All are drawn from the same page
//! and hold the same figures. The same month gives the same bytes.
//!
//! The PDF is laid out by typst from values, and tagged for PDF/UA-1.

mod about;
mod csv;
mod json;
mod letters;
mod press;
mod spreadsheet;

use std::sync::Arc;

use app::{
    board::{MonthPage, paper::paper},
    walk::Lang,
    words::When,
};
use tokio::{sync::Semaphore, task};

use crate::{error::Failure, store::KeptMonth};

pub use about::About;
pub use csv::csv;
pub use json::{Draft, FigureOut, draft, figures_out};
pub use press::{Moment, PressError};
pub use spreadsheet::spreadsheet;

/// How many are laid out at once; whoever is over waits.
const AT_ONCE: usize = 2;

static PRESS: Semaphore = Semaphore::const_new(AT_ONCE);

/// The month as PDF, in this language. `address` is where the organisation's pages begin, such as
/// `https://walk.example`; `published` is when it was published, if it was. Blocks for as long as laying it out takes.
///
/// # Errors
/// [`PressError`] when typst cannot lay it out, or when what it made would not be accessible.
pub fn pdf(
    lang: Lang,
    page: &MonthPage,
    organisation: &str,
    address: &str,
    published: Option<Moment>,
) -> Result<Vec<u8>, PressError> {
    press::press(&paper(lang, page, organisation, address), published)
}

/// The same of a month that is kept, laid out once and beside the handlers.
///
/// # Errors
/// [`Failure::Broken`] when it cannot be laid out.
pub async fn kept(
    lang: Lang,
    month: Arc<KeptMonth>,
    organisation: String,
    address: Arc<str>,
) -> Result<Arc<[u8]>, Failure> {
    if let Some(paper) = month.paper(lang) {
        return Ok(paper);
    }
    let _one_of_two = PRESS.acquire().await.map_err(|_| Failure::Broken)?;
    if let Some(paper) = month.paper(lang) {
        return Ok(paper);
    }
    let laid_out = task::spawn_blocking(move || {
        let published = month.stamp.as_ref().map(|it| moment(&it.published_at));
        let paper = pdf(lang, &month, &organisation, &address, published)?;
        Ok::<_, PressError>(month.keep_paper(lang, paper))
    });
    let laid_out = laid_out.await.map_err(|error| broken(&error))?;
    laid_out.map_err(|error| broken(&error))
}

/// The same version is the same paper, to the byte: it was made when it was published.
fn moment(when: &When) -> Moment {
    (when.year, when.month, when.day, when.hour, when.minute, 0)
}

fn broken(error: &dyn std::error::Error) -> Failure {
    tracing::error!(%error, "a month's paper could not be made");
    Failure::Broken
}

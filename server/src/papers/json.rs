//! A month as JSON: for programs of whoever may read the page.

use app::{
    board::{Figure, MonthPage, figures},
    walk::Lang,
};
use serde::Serialize;
use utoipa::ToSchema;

/// A month that is not published: its figures still change.
#[derive(Debug, Serialize)]
pub struct Draft {
    organisation: String,
    month: String,
    draft: bool,
    language: &'static str,
    figures: Vec<FigureOut>,
}

/// One figure of a month.
#[derive(Debug, Serialize, ToSchema)]
pub struct FigureOut {
    /// The same in every month, language and form.
    key: String,
    /// What it is called.
    name: String,
    /// As the page shows it.
    value: String,
    /// The count of a share, or a plain count.
    k: Option<u64>,
    /// Of how many.
    n: Option<u64>,
    /// The share in percent, from twenty on.
    percent: Option<f64>,
    /// How it is counted.
    means: String,
}

/// The month as it is counted now.
#[must_use]
pub fn draft(lang: Lang, page: &MonthPage, organisation: &str) -> Draft {
    Draft {
        organisation: organisation.to_owned(),
        month: page.month.month.to_string(),
        draft: true,
        language: lang.code(),
        figures: figures_out(lang, page),
    }
}

/// Every figure of a month.
#[must_use]
pub fn figures_out(lang: Lang, page: &MonthPage) -> Vec<FigureOut> {
    let out = |it: Figure| FigureOut {
        key: it.key,
        name: it.name,
        // Spaces that do not break are for the eye.
        value: it.value.replace('\u{a0}', " "),
        k: it.k,
        n: it.n,
        percent: it.percent,
        means: it.means,
    };
    figures(lang, page).into_iter().map(out).collect()
}

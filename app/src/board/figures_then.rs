//! The figures of other months that stand on a month's page: those of its line, and those it is compared with.

use crate::walk::Lang;
use crate::walk::month::{MonthPoint, Short};
use crate::words::{ChangedFigures, Figures, fill};

use super::MonthPage;
use super::figures::{Figure, count, plain, share};
use super::month::name;
use super::said::minutes;

/// Need met in each month of the line, this one last.
pub(super) fn months(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let (words, more) = (Figures::of(lang), ChangedFigures::of(lang));
    let month = |it: &MonthPoint| {
        let gaps = [("what", words.need_met), ("month", &name(lang, it.month))];
        let called = fill(more.of_month, &gaps);
        let key = format!("need_met_{}", it.month);
        share(lang, &key, &called, it.need_met, words.need_met_means)
    };
    page.month.points.iter().map(month).collect()
}

/// The month before and the same month last year, in few figures.
pub(super) fn earlier(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let before = page.month.month_before.map(|it| ("month_before", it));
    let year_ago = page.month.year_ago.map(|it| ("year_ago", it));
    let both = before.into_iter().chain(year_ago);
    both.flat_map(|(which, it)| short(lang, which, &it))
        .collect()
}

fn short(lang: Lang, which: &str, it: &Short) -> Vec<Figure> {
    let (words, more) = (Figures::of(lang), ChangedFigures::of(lang));
    let named = |what| {
        let month = name(lang, it.month);
        fill(more.of_month, &[("what", what), ("month", &month)])
    };
    let key = |what: &str| [what, "_", which].concat();
    let mut all = vec![
        share(
            lang,
            &key("need_met"),
            &named(words.need_met),
            it.need_met,
            words.need_met_means,
        ),
        share(
            lang,
            &key("completed"),
            &named(more.completed),
            it.completed,
            more.completed_means,
        ),
        count(
            &key("friction"),
            &named(words.friction),
            it.friction,
            words.friction_means,
        ),
    ];
    all.extend(it.median.map(|ms| {
        plain(
            &key("time_median"),
            &named(words.median),
            minutes(lang, ms),
            words.median_means,
        )
    }));
    all
}

//! What a month's page says of itself: a draft, or a version that was published and does not change any more.

use leptos::prelude::*;

use crate::ui::{Banner, Glyph, Tone};
use crate::walk::Lang;
use crate::words::{Board, Frozen, Paper, When, dates, fill};

use super::said::one_or;
use super::{MonthPage, Stamp};

/// The stamp at the head of the page.
pub(super) fn stamp(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    match &page.stamp {
        Some(it) => published(lang, page, it).into_any(),
        None => not_published(lang, page).into_any(),
    }
}

fn not_published(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let (words, frozen) = (Board::of(lang), Frozen::of(lang));
    let (glyph, said, means) = if page.running {
        let month = dates::month_name(lang, page.month.month.month());
        let said = fill(words.running, &[("month", month)]);
        (Glyph::Clock, said, words.running_means)
    } else {
        (Glyph::Edit, frozen.draft.to_owned(), frozen.draft_means)
    };
    view! {
        <div class="stamp">
            <Banner tone=Tone::Draft glyph=glyph said=said means=means />
        </div>
    }
}

fn published(lang: Lang, page: &MonthPage, stamp: &Stamp) -> impl IntoView + use<> {
    let words = Frozen::of(lang);
    let (newest, is_newest) = (stamp.newest(), stamp.version == stamp.newest());
    let means = if is_newest {
        let next = newest.saturating_add(1).to_string();
        fill(words.frozen, &[("next", &next)])
    } else {
        words.older.to_owned()
    };
    let said = at(lang, words.published, &stamp.published_at);
    let said = fill(&said, &[("version", &stamp.version.to_string())]);
    let to_newest = (!is_newest).then(|| {
        let label = fill(words.newest, &[("version", &newest.to_string())]);
        view! {
            <p>
                <a href=page.below(&page.month.month.to_string())>{label}</a>
            </p>
        }
    });
    let late = (is_newest && stamp.late > 0).then(|| {
        let said = one_or(words.late_one, words.late, stamp.late);
        view! { <p class="hint">{said}</p> }
    });
    view! {
        <div class="stamp">
            <Banner tone=Tone::Frozen glyph=Glyph::Lock said=said means=means />
            {to_newest}
            {late}
        </div>
    }
}

/// The forms it is handed out in.
fn also_in(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    let (words, address) = (Paper::of(lang), page.address());
    let forms = [
        ("pdf", words.pdf),
        ("xlsx", words.spreadsheet),
        ("csv", Board::of(lang).csv),
        ("json", words.json),
    ];
    let forms = forms.map(|(ending, name)| {
        view! {
            <a href=format!("/board/{address}.{ending}")>{name}</a>
            " "
        }
    });
    view! {
        <dt>{Frozen::of(lang).also_in}</dt>
        <dd>{forms}</dd>
    }
}

/// At the foot of the page: when it was published, as which version, and its fingerprint.
pub(super) fn imprint(lang: Lang, page: &MonthPage) -> impl IntoView + use<> {
    page.stamp.as_ref().map(|stamp| {
        let words = Frozen::of(lang);
        let (version, newest) = (stamp.version.to_string(), stamp.newest().to_string());
        let gaps = [("version", version.as_str()), ("newest", &newest)];
        let came = (stamp.came_late > 0).then(|| {
            let said = one_or(words.late_before_one, words.late_before, stamp.came_late);
            view! { <p>{said}</p> }
        });
        view! {
            {came}
            <dl>
                <dt>{words.published_label}</dt>
                <dd>{at(lang, words.published_at, &stamp.published_at)}</dd>
                <dt>{words.version_label}</dt>
                <dd>
                    {fill(words.version_of, &gaps)}
                    {versions(lang, page, stamp)}
                </dd>
                <dt>{words.fingerprint}</dt>
                <dd>
                    <code>{stamp.fingerprint.clone()}</code>
                </dd>
                {page.opens.then(|| also_in(lang, page))}
            </dl>
        }
    })
}

/// Every other version, when there is one.
fn versions(lang: Lang, page: &MonthPage, stamp: &Stamp) -> impl IntoView + use<> {
    let words = Frozen::of(lang);
    let month = page.month.month;
    let others = stamp.versions.iter().filter(|it| it.0 != stamp.version);
    let others = others.map(|(version, when)| {
        let number = version.to_string();
        let date = dates::day_month_year(lang, when.day, when.month, when.year);
        let said = fill(words.version_on, &[("version", &number), ("date", &date)]);
        view! {
            <li>
                <a href=page.below(&format!("{month}.v{version}"))>{said}</a>
            </li>
        }
    });
    let others: Vec<_> = others.collect();
    (!others.is_empty()).then(|| view! { <ul aria-label=words.versions>{others}</ul> })
}

/// A text with the gaps `{date}` and `{time}`.
pub(super) fn at(lang: Lang, text: &str, when: &When) -> String {
    let date = dates::day_month_year(lang, when.day, when.month, when.year);
    fill(text, &[("date", &date), ("time", &when.time())])
}

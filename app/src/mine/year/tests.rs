//! What the page says with one walk, with sixty months of them, and with none.

use leptos::prelude::*;

use super::*;
use crate::walk::{Answer, month::YearMonth};

fn month(year: i16, month: u8) -> YearMonth {
    YearMonth::new(year, month).expect("a month")
}

fn page(months: Vec<(YearMonth, Vec<Option<Answer>>)>, services: usize) -> YearPage {
    let mut years: Vec<i16> = months.iter().rev().map(|(it, _)| it.year()).collect();
    years.dedup();
    YearPage {
        year: None,
        years,
        months,
        services,
        walks: Vec::new(),
        page: 1,
        pages: 1,
    }
}

fn html(lang: Lang, page: &YearPage) -> String {
    Owner::new().with(|| year(lang, page).into_any().to_html())
}

fn circles(html: &str) -> usize {
    let figure = html.split("<figure").nth(1).unwrap_or_default();
    let figure = figure.split("</figure>").next().unwrap_or_default();
    figure.matches("<svg").count()
}

#[test]
fn one_walk_is_one_circle_and_a_sentence() {
    let one = page(vec![(month(2026, 6), vec![Some(Answer::No)])], 1);
    assert_eq!(
        sentence(Lang::En, &one),
        "You have walked once, in June\u{a0}2026, in one service."
    );
    assert_eq!(
        sentence(Lang::Cy, &one),
        "Rydych chi wedi cerdded unwaith, ym mis Mehefin\u{a0}2026, mewn un gwasanaeth."
    );
    let html = html(Lang::En, &one);
    assert_eq!(circles(&html), 1);
    assert!(!html.contains("class=\"row years\""), "no years to choose");
    assert!(!html.contains("Page 1 of 1"), "no pages to turn");
}

#[test]
fn sixty_months_are_a_row_of_twelve_for_each_year_and_every_walk_a_circle() {
    let months = (0..60_u8).map(|at| {
        let ends = vec![Some(Answer::Yes), Some(Answer::Partly), None];
        (month(2021 + i16::from(at / 12), at % 12 + 1), ends)
    });
    let five = page(months.collect(), 7);
    assert_eq!(
        sentence(Lang::En, &five),
        "You have walked 180 times since January\u{a0}2021, in 7 services."
    );
    let html = html(Lang::En, &five);
    assert_eq!(circles(&html), 180);
    assert_eq!(html.matches("<ol class=\"twelve\">").count(), 5);
    assert_eq!(html.matches("<th scope=\"row\">").count(), 60);
    for word in ["Need met", "Need partly met", "Outcome not said"] {
        assert!(html.contains(word), "{word}");
    }
    assert!(html.contains("href=\"/me/year/2024\""));
}

#[test]
fn a_year_has_its_own_sentence_and_may_be_empty() {
    let mut one = page(vec![(month(2025, 3), vec![None, None])], 2);
    one.year = Some(2025);
    assert_eq!(
        sentence(Lang::En, &one),
        "In 2025 you walked 2 times, in 2 services."
    );
    let mut none = page(Vec::new(), 0);
    none.year = Some(2019);
    assert!(html(Lang::En, &none).contains("No walk of yours is here for 2019."));
}

#[test]
fn who_has_not_walked_is_shown_the_way_and_no_figure() {
    let html = html(Lang::En, &page(Vec::new(), 0));
    assert!(html.contains("You have not walked yet"));
    assert!(html.contains("href=\"/walk\""));
    assert!(!html.contains("<figure"));
}

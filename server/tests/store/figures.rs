//! The board's figures, worked out a second time from what was walked.

use app::{
    board::{Boundary, FeltFilter, Filter, MonthPage, NeedMet, Scope, figures, month_page},
    walk::{Answer, Lang, measures::KofN, month::YearMonth},
};
use leptos::prelude::{Owner, RenderHtml};
use server::{store::Desk, table};

use crate::{
    House,
    house::NOON,
    on_both,
    plan::{Plan, at_random, walk_all},
    recount::compare,
};

on_both![
    figures_are_what_was_walked,
    the_page_and_the_table_say_the_same,
];

async fn figures_are_what_was_walked(house: House) {
    let plans = at_random(120);
    walk_all(&house, &plans).await;
    let board = house.desk("tom").await;
    let newest = board.newest_month(NOON).await.expect("a month");
    let mut compared = 0;
    for month in newest.last(13) {
        let here: Vec<&Plan> = plans.iter().filter(|it| it.month() == month).collect();
        let Ok(page) = board.month(month, NOON).await else {
            assert!(here.is_empty(), "{month} has walks");
            continue;
        };
        compare(&page, &here);
        for point in &page.month.points {
            let there = plans
                .iter()
                .filter(|it| it.month() == point.month && it.counts());
            let met = KofN::count(there.map(|it| it.need == Some(Answer::Yes)));
            assert_eq!(point.need_met, met, "{month}: {}", point.month);
        }
        evidence(&board, month, &page).await;
        compared += 1;
    }
    assert!(compared >= 12, "a year of months");
}

/// As many walks stand behind each figure as it says.
async fn evidence(board: &Desk, month: YearMonth, page: &MonthPage) {
    let shown = &page.month;
    let met = Filter {
        need: Some(NeedMet::Met),
        ..Filter::default()
    };
    let crossed = Filter {
        boundary: Some(Boundary::Crossed),
        ..Filter::default()
    };
    let purpose = Filter {
        scope: Some(Scope::OnPurpose),
        ..Filter::default()
    };
    let twelve = Filter {
        twelve_months: true,
        ..Filter::default()
    };
    let asked = [
        (Filter::default(), shown.need_met.n()),
        (met, shown.need_met.k()),
        (crossed, shown.hand_offs.iter().map(|it| it.n).sum()),
        (purpose, shown.stopped_on_purpose),
        (twelve, shown.twelve_months.n()),
    ];
    for (filter, number) in asked {
        let walks = board
            .evidence(month, filter.clone(), NOON)
            .await
            .expect("the walks");
        assert_eq!(walks.all as u64, number, "{month} {filter:?}");
    }
    let felt = Filter {
        felt: Some(FeltFilter::default()),
        ..Filter::default()
    };
    let walks = board
        .evidence(month, felt, NOON)
        .await
        .expect("the walks")
        .walks;
    assert_eq!(
        walks.iter().map(|it| it.frictions).sum::<u64>(),
        shown.friction.all
    );
}

async fn the_page_and_the_table_say_the_same(house: House) {
    walk_all(&house, &at_random(60)).await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let page = board.month(month, NOON).await.expect("the month");
    let walks = board.counted(month, NOON).await.expect("its walks");
    for lang in [Lang::En, Lang::Cy] {
        let html = Owner::new()
            .with(|| month_page(lang, &page).to_html())
            .replace('\u{a0}', " ");
        let [first, second, said] = tables(&table::month(lang, &page, &walks).expect("written"));
        assert_eq!(first.len(), 1 + figures(lang, &page).len());
        for row in first.iter().skip(1) {
            let cell = format!(
                "<td class=\"number\">{}</td>",
                row[2].trim_start_matches('\'')
            );
            assert!(html.contains(&cell), "{row:?}");
            assert!(
                row[5].is_empty() || row[4].parse::<u64>().is_ok_and(|n| n >= 20),
                "{row:?}"
            );
        }
        assert_eq!(first[1][0], "need_met");
        assert_eq!(first[1][3], page.month.need_met.k().to_string());
        assert_eq!(first[1][4], page.month.need_met.n().to_string());
        assert_eq!(second.len(), 1 + walks.0.len(), "one row for each walk");
        assert_eq!(said.len(), 1 + app::board::sentences(lang, &page).len());
        let people = ["ann", "ben", "ANN", "BEN"];
        let named = second
            .iter()
            .flatten()
            .find(|cell| people.contains(&cell.as_str()));
        assert_eq!(named, None);
    }
}

/// The three tables of the file: figures, walks, and what was said.
pub fn tables(file: &str) -> [Vec<Vec<String>>; 3] {
    let read = |table: &str| {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(table.as_bytes());
        let rows = reader.into_records().map(|row| row.expect("a row"));
        rows.map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    };
    let tables = file.trim_start_matches('\u{feff}').split("\r\n\r\n");
    let tables: Vec<Vec<Vec<String>>> = tables.map(read).collect();
    tables.try_into().expect("three tables")
}

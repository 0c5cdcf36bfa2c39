//! The forms a month is handed out in: the same figures in each, and a PDF that everybody can read.

mod behind;
mod imprint;
mod paper;
mod published;
mod read;
mod same;
mod token;

use app::{
    board::{self, MonthPage, figures, month_page},
    walk::{
        Lang, Text,
        month::{Said, SaidAs},
    },
};
use leptos::prelude::{Owner, RenderHtml};
use server::papers;

use crate::{
    House,
    house::NOON,
    on_both,
    plan::{at_random, walk_all},
};
use imprint::the_whole_fingerprint_stands_on_every_sheet;
use paper::{
    much_flows_on_and_nothing_is_cut, the_paper_is_tagged_for_everybody,
    the_same_month_is_the_same_paper, what_somebody_wrote_is_never_markup,
    words_in_the_other_language_say_which_it_is,
};
use read::sheet_rows;

on_both! {
    every_form_holds_the_same_figures,
    trust_23_no_cell_of_the_spreadsheet_is_a_formula,
    the_paper_is_tagged_for_everybody,
    what_somebody_wrote_is_never_markup,
    words_in_the_other_language_say_which_it_is,
    the_same_month_is_the_same_paper,
    much_flows_on_and_nothing_is_cut,
    the_whole_fingerprint_stands_on_every_sheet,
}

pub use published::Twice;

pub const ADDRESS: &str = "https://walk.example";

/// A month with sixty walks over the year in it.
pub async fn a_year(house: &House) -> MonthPage {
    walk_all(house, &at_random(60)).await;
    let board = house.desk("tom").await;
    let month = board.newest_month(NOON).await.expect("a month");
    let kept = board.month(month, NOON).await.expect("the month");
    MonthPage::clone(&kept)
}

async fn every_form_holds_the_same_figures(house: House) {
    let mut page = a_year(&house).await;
    page.said
        .push(said(SaidAs::Secretary, Some("=Look at step 3")));
    page.said.push(said(SaidAs::Quote, None));
    let board = house.desk("tom").await;
    let walks = board.counted(page.month.month, NOON).await.expect("walks");
    for lang in [Lang::En, Lang::Cy] {
        let all = figures(lang, &page);
        assert!(all.len() > 20);
        let html = Owner::new().with(|| month_page(lang, &page).to_html());
        same::on_page(&html, &all);
        let csv = papers::csv(lang, &page, "Aber", &walks).expect("written");
        let tables = same::in_csv(&csv, &all);
        assert_eq!(tables[0].len(), 6, "what the file is");
        assert_eq!(tables[2].len(), 1 + walks.0.len());
        let book = papers::spreadsheet(lang, &page, "Aber", &walks).expect("written");
        let sheets = same::in_sheet(&book, &all);
        assert_eq!(sheets[2].len(), 1 + walks.0.len());
        let said = board::sentences(lang, &page);
        assert!(said.len() > 1);
        for (table, form) in [(&tables[3], "CSV"), (&sheets[3], "sheet")] {
            assert_eq!(table.len(), 1 + said.len(), "{form}");
            for (row, it) in table[1..].iter().zip(&said) {
                assert_eq!((row[0].as_str(), &row[1]), (it.is, &it.words), "{form}");
            }
        }
        assert_eq!(sheets.len(), 4);
        let json = serde_json::to_value(papers::draft(lang, &page, "Aber")).expect("JSON");
        same::in_json(&json["figures"], &all);
        let paper = papers::pdf(lang, &page, "Aber", ADDRESS, None).expect("laid out");
        same::on_paper(&paper, &all);
    }
}

fn said(is: SaidAs, words: Option<&str>) -> Said {
    Said {
        is,
        text: words.map(|it| Text::as_written(it.into())),
        task: String::new(),
        step: None,
        at: NOON,
        walk: None,
    }
}

async fn trust_23_no_cell_of_the_spreadsheet_is_a_formula(house: House) {
    let odd = [
        "=1+1",
        "+44",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "'=1",
        "=cmd|' /C calc'!A0",
    ];
    let page = a_year(&house).await;
    let board = house.desk("tom").await;
    let mut walks = board.counted(page.month.month, NOON).await.expect("walks");
    let attempt = walks.0.first().expect("a walk").clone();
    walks.0 = odd
        .iter()
        .map(|text| {
            let mut attempt = attempt.clone();
            attempt.crossing = Some(app::walk::month::Crossing {
                to: (*text).into(),
                step: None,
                through: true,
            });
            attempt
        })
        .collect();
    for organisation in odd {
        let book = papers::spreadsheet(Lang::En, &page, organisation, &walks).expect("written");
        let sheets = sheet_rows(&book);
        let said: Vec<&str> = sheets[2]
            .iter()
            .skip(1)
            .map(|row| row[12].as_str())
            .collect();
        assert_eq!(said, odd, "what was there comes back");
        assert!(
            sheets[1]
                .iter()
                .any(|row| row.get(1).is_some_and(|it| it == organisation))
        );
        assert!(!read::has_formula(&book));
    }
}

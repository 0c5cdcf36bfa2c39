//! What stands on every sheet of a paper, so that a sheet by itself can be told from another.

use app::{board::Stamp, walk::Lang, words::When};
use lopdf::Document;
use server::papers;

use super::{
    ADDRESS, a_year,
    read::{bare, pdf_text},
};
use crate::House;

const FINGERPRINT: &str = "7c1e 09d2 a94f 33b0";

pub(super) async fn the_whole_fingerprint_stands_on_every_sheet(house: House) {
    let mut page = a_year(&house).await;
    let at = When {
        year: 2026,
        month: 7,
        day: 5,
        weekday: 7,
        hour: 9,
        minute: 12,
        days_ago: 0,
    };
    page.stamp = Some(Stamp {
        version: 1,
        sequence: 1,
        published_at: at,
        fingerprint: FINGERPRINT.into(),
        versions: vec![(1, at)],
        late: 0,
        waiting_at: None,
        came_late: 0,
    });
    for lang in [Lang::En, Lang::Cy] {
        let paper = papers::pdf(lang, &page, "Aber", ADDRESS, None).expect("laid out");
        let sheets = Document::load_mem(&paper).expect("a PDF").get_pages().len();
        let text = bare(&pdf_text(&paper));
        // At the foot of each, and once where it is said how the month was counted.
        assert_eq!(text.matches(&bare(FINGERPRINT)).count(), sheets + 1);
    }
}

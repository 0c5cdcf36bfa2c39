//! The paper, the table of figures and the tables of words say what the page says.

use super::content::changed;
use super::*;
use crate::board::corrected::differences;
use crate::board::paper::{Paper, paper};
use crate::walk::measures::Mean;
use crate::walk::month::{Said, SaidAs};

const DAY: Millis = 24 * 60 * MINUTE;

fn set(page: &MonthPage) -> Paper {
    paper(Lang::En, page, "Aber", "https://walk.example")
}

fn said(is: SaidAs, words: Option<&str>, at: Millis) -> Said {
    Said {
        is,
        text: words.map(text),
        task: "ramp".into(),
        step: Some(2),
        at,
        walk: None,
    }
}

#[test]
fn the_paper_says_what_changed_and_what_was_confirmed() {
    let paper = set(&page(&changed()));
    let it = paper.changed.expect("a part of its own");
    assert_eq!(it.heading.text, "5 changed, 3 confirmed");
    assert!(it.heading.note.is_some(), "it leads to the re-walks");
    let all = it.said.join("\n").replace('\u{a0}', " ");
    for sentence in [
        "Changed: the service team says so.",
        "1 half fixed, 0 not fixed, 1 waiting for a re-walk.",
        "23 days from felt to confirmed. The middle one of the 3 confirmed, from 9 days to 34 days.",
        "Open longest: Asked too much, or again, Home <adaptations>, step 14: Step 14. 35 days so far. Changed.",
    ] {
        assert!(all.contains(sentence), "{sentence}: {all}");
    }
    assert_eq!(it.rows.len(), 5, "{:?}", it.rows);
    assert!(
        it.rows
            .iter()
            .any(|it| it.contains("Confirmed. Felt to confirmed: 9 days"))
    );
    let nothing = Records {
        felt: vec![],
        ..records()
    };
    assert!(set(&page(&nothing)).changed.is_none(), "as on the page");
}

#[test]
fn the_paper_says_why_not_now_where_it_is_asked() {
    let mut page = page(&changed());
    let open = "These were felt most, and are still open.";
    assert!(!html(Lang::En, &page).contains(open), "one is not now");
    assert!(html(Lang::En, &super::page(&records())).contains(open));
    page.said.push(said(
        SaidAs::Reason,
        Some("A new <rota> is agreed"),
        71 * DAY,
    ));
    let paper = set(&page);
    assert_eq!(paper.in_the_way.said[0].matches("still open").count(), 0);
    let row = &paper.in_the_way.rows[0];
    let stands = row.lines[2].replace('\u{a0}', " ");
    assert_eq!(stands, "Not now. Not before 5 January 2026");
    assert_eq!(row.beside[0].words, "Reason:");
    assert_eq!(row.beside[1].words, "A new <rota> is agreed");
    assert!(paper.asked.is_none(), "nothing is asked");
}

#[test]
fn what_was_taken_back_is_said_so_in_every_form() {
    let mut page = page(&records());
    page.said
        .push(said(SaidAs::Commitment, Some("Ring the team"), 5));
    page.said.push(said(SaidAs::Commitment, None, 5));
    page.said.push(said(SaidAs::Quote, None, 5));
    let gone = "One more was published here and has been taken back.";
    let english = html(Lang::En, &page);
    assert_eq!(english.matches(gone).count(), 2, "{english}");
    let paper = set(&page);
    let shared = paper.commitments.expect("a part of its own");
    assert_eq!(shared.rows.len(), 1);
    assert_eq!(shared.said, [gone]);
    let quotes = paper.quotes.expect("what worked");
    assert!(quotes.said.contains(&gone.to_owned()));
    assert_eq!(quotes.rows.len(), 1, "each once");
    let rows = sentences(Lang::En, &page);
    let back: Vec<_> = rows
        .iter()
        .filter(|it| it.words == "This was taken back.")
        .collect();
    assert_eq!(back.len(), 2);
    let view = rows.last().expect("a view");
    assert_eq!(view.words, "<b>A shorter form</b> is tried");
    assert_eq!(
        (view.service.as_str(), view.date.as_str()),
        ("Home <adaptations>", "2025-05-06")
    );
    assert!(set(&super::page(&records())).commitments.is_none());
}

#[test]
fn every_month_of_the_line_is_a_figure() {
    for lang in [Lang::En, Lang::Cy] {
        let all = figures(lang, &page(&records()));
        for (back, (year, month)) in [
            (0, (2025, 10)),
            (1, (2025, 9)),
            (9, (2025, 1)),
            (11, (2024, 11)),
        ] {
            let key = format!("need_met_{year}-{month:02}");
            let figure = all.iter().find(|it| it.key == key).expect("a row");
            let (k, n) = if back == 0 { (7, 10) } else { (4, 9) };
            assert_eq!((figure.k, figure.n), (Some(k), Some(n)), "{key}");
            assert!(figure.name.contains(&year.to_string()), "{}", figure.name);
        }
        let line = all.iter().filter(|it| it.key.starts_with("need_met_20"));
        assert_eq!(line.count(), 12);
        let mut keys: Vec<&str> = all.iter().map(|it| it.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all.len(), "each key once");
    }
}

#[test]
fn a_correction_says_each_figure_that_differs_and_no_other() {
    let when = When {
        year: 2025,
        month: 11,
        day: 5,
        weekday: 3,
        hour: 9,
        minute: 0,
        days_ago: 0,
    };
    let mut before = page(&records());
    before.stamp = Some(Stamp {
        version: 1,
        sequence: 1,
        published_at: when,
        fingerprint: String::new(),
        versions: vec![(1, when)],
        late: 0,
        waiting_at: None,
        came_late: 0,
    });
    let mut now = page(&Records {
        bright_spots: vec![],
        ..records()
    });
    assert_eq!(differences(Lang::En, &now), Vec::<String>::new());
    now.corrects = Some(Box::new(before.clone()));
    assert_eq!(differences(Lang::En, &now), ["Bright spots: 0, was 1"]);
    assert_eq!(
        differences(Lang::Cy, &now),
        ["Pethau a weithiodd: 0, roedd yn 1"]
    );
    // The same again, of fewer answers, is no other figure.
    now.month.ease = now.month.ease.map(|it| Mean { n: it.n - 1, ..it });
    assert_eq!(differences(Lang::En, &now).len(), 1);
    now.month.ease = None;
    before.month.in_the_way.clear();
    now.corrects = Some(Box::new(before));
    let all = differences(Lang::En, &now).join("\n");
    assert!(
        all.contains("Ease (SEQ): not there any more, was 5.0"),
        "{all}"
    );
    assert!(all.contains("Asked too much, or again: Home <adaptations>, step 3: 4, was not there"));
    let english = html(Lang::En, &now);
    assert!(english.contains("These figures differ from version 1"));
    assert_eq!(set(&now).corrects.expect("on paper").rows.len(), 3);
    now.corrects = Some(Box::new(MonthPage {
        stamp: now.corrects.and_then(|it| it.stamp.clone()),
        corrects: None,
        ..page(&records())
    }));
    now.month = page(&records()).month;
    assert!(html(Lang::En, &now).contains("No figure differs from version 1."));
}

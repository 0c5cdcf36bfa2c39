//! What the page of a month says.

use super::*;
use crate::walk::ThreadId;
use crate::walk::boundary::{At, Boundary, Wait};

#[test]
fn the_outcome_comes_first_in_one_sentence() {
    let page = page(&records());
    let english = html(Lang::En, &page);
    assert!(
        english.contains("In October, 7 of 10 attempts to get help on a phone succeeded."),
        "{english}"
    );
    assert!(english.contains("All 3 that did not succeed had to cross to another organisation."));
    assert!(english.contains("4 of 6 leaders walked twice or more"));
    assert!(english.contains("Half of those who got through took 11 min or longer"));
    assert!(english.contains("Felt 4 times by 3 leaders since 6 May"));
    assert!(english.contains("51 of 109"), "{english}");
    let welsh = html(Lang::Cy, &page);
    assert!(
        welsh.contains("Ym mis Hydref, llwyddodd 7 o'r 10 ymgais i gael help ar ffôn."),
        "{welsh}"
    );
}

#[test]
fn nothing_of_who_walked_and_nothing_that_the_browser_would_run() {
    for lang in [Lang::En, Lang::Cy] {
        let html = html(lang, &page(&records()));
        assert!(!html.contains("secret author"), "{html}");
        assert!(
            !words_of(&html).contains('{'),
            "every gap is filled: {html}"
        );
        assert!(
            !html.contains(" style=") && !html.contains("<script"),
            "{html}"
        );
        assert!(html.contains("It was &lt;b&gt;kind&lt;/b&gt;."), "{html}");
        assert!(html.contains("Home &lt;adaptations&gt;"), "{html}");
    }
}

#[test]
fn small_numbers_are_never_percentages() {
    for lang in [Lang::En, Lang::Cy] {
        let mut records = records();
        records.context.before.clear();
        let page = page(&records);
        let text = words_of(&html(lang, &page));
        assert!(!text.contains('%') && !text.contains("per cent"), "{text}");
        assert!(
            figures(lang, &page)
                .iter()
                .all(|figure| figure.percent.is_none())
        );
    }
}

#[test]
fn every_figure_stands_on_the_page_as_in_the_table() {
    let page = page(&records());
    let text = html(Lang::En, &page);
    let keys: BTreeSet<String> = figures(Lang::En, &page)
        .into_iter()
        .map(|it| it.key)
        .collect();
    assert_eq!(
        keys.len(),
        figures(Lang::En, &page).len(),
        "each key stands for one figure"
    );
    for figure in figures(Lang::En, &page) {
        let value = figure.value.replace('\u{a0}', " ");
        assert!(
            text.contains(&format!("<td class=\"number\">{value}</td>")),
            "{figure:?}"
        );
    }
}

#[test]
fn an_empty_month_says_so() {
    let mut records = records();
    records.attempts.clear();
    records.felt.clear();
    records.bright_spots.clear();
    records.context.before.clear();
    let html = html(Lang::En, &page(&records));
    assert!(
        html.contains("Nobody finished a walkthrough in October."),
        "{html}"
    );
    assert!(!html.contains("0 of 0 attempts"), "{html}");
}

#[test]
fn one_attempt_and_one_month_read_well() {
    let mut records = records();
    records.attempts.truncate(1);
    records.context.before.clear();
    let html = html(Lang::En, &page(&records));
    assert!(
        html.contains("In October, the one attempt to get help on a phone succeeded."),
        "{html}"
    );
    assert!(
        html.contains("The one that got through took 4 min"),
        "{html}"
    );
    assert!(html.contains("This is the first month."), "{html}");
}

#[test]
fn hundreds_of_attempts_are_said_not_drawn() {
    let mut records = records();
    let first = records.attempts[0].clone();
    records.attempts = (0..300)
        .map(|n| Attempt {
            walk: walk(n),
            author: n.to_string(),
            ..first.clone()
        })
        .collect();
    let html = html(Lang::En, &page(&records));
    assert!(html.len() < 40_000, "{} bytes", html.len());
    assert!(html.contains("300 times, from 4 min to 4 min."), "{html}");
}

/// The words of a page: what stands outside its tags.
fn words_of(html: &str) -> String {
    html.split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(_, words)| words)
        .collect()
}

#[test]
fn what_waits_at_a_boundary_says_where_and_for_how_long_and_opens_the_walks_behind_it() {
    let wait = |step, days, at| Wait {
        thread: ThreadId(Uuid::from_u128(1)),
        task: "ramp".into(),
        task_name: Text {
            en: "Ramp".into(),
            cy: "Ramp".into(),
        },
        step,
        step_name: None,
        category: Some(Category::Asked),
        at,
        days,
    };
    let mut page = page(&records());
    let none = html(Lang::En, &page);
    assert!(none.contains("Nothing waits at a boundary."), "{none}");
    let to = Text {
        en: "Cwm Health Board".into(),
        cy: "Bwrdd Iechyd Cwm".into(),
    };
    let waits = vec![wait(2, 41, At::Offered), wait(1, 1, At::NotOffered)];
    page.waiting = vec![Boundary { to, waits }];
    let english = html(Lang::En, &page);
    for said in [
        "Cwm Health Board",
        "Waiting: 2. The longest: 41 days.",
        "41 days, offered, no answer",
        "1 day, not offered yet",
        "As it stands now",
        "task=ramp",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    assert!(!words_of(&english).contains('{'), "{english}");
    let welsh = html(Lang::Cy, &page);
    assert!(welsh.contains("<h3>Bwrdd Iechyd Cwm</h3>"), "{welsh}");
    assert!(
        welsh.contains("Yn aros: 2. Yr hiraf: 41 diwrnod."),
        "{welsh}"
    );
}

#[test]
fn of_many_that_wait_the_longest_are_listed_and_the_rest_counted() {
    let wait = |days| Wait {
        thread: ThreadId(Uuid::from_u128(1)),
        task: "ramp".into(),
        task_name: Text::default(),
        step: 2,
        step_name: None,
        category: None,
        at: At::Accepted,
        days,
    };
    let mut page = page(&records());
    page.waiting = vec![Boundary {
        to: Text::default(),
        waits: (0..8).map(|it| wait(90 - it)).collect(),
    }];
    let html = html(Lang::En, &page);
    assert!(html.contains("Waiting: 8. The longest: 90 days."), "{html}");
    assert!(html.contains("86 days, they") && !html.contains("85 days, they"));
    assert!(html.contains("And 3 more."), "{html}");
}

/// What is printed of a fold that is closed is the summary of a boundary.
#[test]
fn on_paper_it_is_said_how_many_boundaries_are_not_listed() {
    let mut page = page(&records());
    let boundary = |to: &str| Boundary {
        to: text(to),
        waits: Vec::new(),
    };
    page.waiting = ["A", "B", "C", "D", "E", "F", "G"].map(boundary).into();
    let html = html(Lang::En, &page);
    let (before, rest) = html.split_once("And 2 more.").expect("the rest");
    let fold = before.rsplit("<details").next().expect("a fold");
    assert!(
        fold.starts_with(" class=\"fold boundary\"><summary>"),
        "{fold}"
    );
    assert!(before.contains("<h3>E</h3>") && rest.contains("<h3>F</h3>"));
}

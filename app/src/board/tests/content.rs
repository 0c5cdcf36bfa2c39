//! What the page of a month says of changes, of how things stand, and of earlier months.

use super::*;
use crate::walk::month::{Said, SaidAs, Short, TeamSaid, ThreadStory};
use crate::walk::thread::Decision;

const DAY: Millis = 24 * 60 * MINUTE;

/// Felt so many days before the month began, at a step of its own.
fn story(step: u16, days: i64, decision: Decision) -> ThreadStory {
    ThreadStory {
        task: "ramp".into(),
        step,
        category: Some(Category::Asked),
        also: vec![],
        first_felt: (70 - days) * DAY,
        last_felt: (70 - days) * DAY,
        seen: true,
        said: vec![TeamSaid {
            at: 71 * DAY,
            decision,
            day: (decision == Decision::NotNow).then_some((2026, 1, 5)),
        }],
        held: vec![],
    }
}

fn held(mut story: ThreadStory, answer: Answer) -> ThreadStory {
    story.held.push((72 * DAY, answer));
    story
}

/// The pictures' changes: five changed, three of them confirmed, one waiting, one half fixed.
pub(super) fn changed() -> Records {
    let changed = |step, days| story(step, days, Decision::Changed);
    let mut records = records();
    records.context.threads = vec![
        held(changed(10, 7), Answer::Yes),
        held(changed(11, 21), Answer::Yes),
        held(changed(12, 32), Answer::Yes),
        changed(13, 5),
        held(changed(14, 5), Answer::Partly),
        story(2, 60, Decision::NotNow),
    ];
    records
}

#[test]
fn what_changed_and_what_was_confirmed_are_told_apart() {
    let page = page(&changed());
    let english = html(Lang::En, &page);
    assert!(english.contains("5 changed, 3 confirmed"), "{english}");
    assert!(english.contains("23 days from felt to confirmed"));
    assert!(english.contains("1 half fixed, 0 not fixed, 1 waiting for a re-walk."));
    assert!(english.contains("3 changes, whole days from felt to confirmed: 9, 23, 34."));
    assert!(english.contains("median 23"));
    assert!(!english.to_lowercase().contains("verified"), "{english}");
    let welsh = html(Lang::Cy, &page);
    assert!(
        welsh.contains("5 wedi'u newid, 3 wedi'u cadarnhau"),
        "{welsh}"
    );
}

#[test]
fn what_is_in_the_way_has_its_state_and_the_reason() {
    let mut page = page(&changed());
    let reason = Said {
        is: SaidAs::Reason,
        text: Some(text("A new <rota> is agreed")),
        task: "ramp".into(),
        step: Some(2),
        at: 71 * DAY,
        walk: None,
    };
    page.said.push(reason);
    let html_of = html(Lang::En, &page);
    assert!(
        html_of.contains("Not now. Not before 5 January 2026"),
        "{html_of}"
    );
    assert!(html_of.contains("<span>Reason:</span> <span>A new &lt;rota&gt; is agreed</span>"));
    for said in page.said.iter_mut().filter(|it| it.is == SaidAs::Reason) {
        said.text = None;
    }
    let html = html(Lang::En, &page);
    assert!(html.contains("These words were taken back."), "{html}");
}

#[test]
fn earlier_months_are_said_in_words_and_missing_ones_too() {
    let short = |year, month, k, n| Short {
        month: YearMonth::new(year, month).expect("a month"),
        need_met: KofN::new(k, n),
        completed: KofN::new(k, n + 1),
        median: Some(14 * MINUTE),
        friction: n,
    };
    let mut records = records();
    let said = html(Lang::En, &page(&records));
    assert!(
        said.contains("Nothing was walked before October 2025"),
        "{said}"
    );
    records.context.month_before = Some(short(2025, 9, 6, 10));
    let said = html(Lang::En, &page(&records));
    assert!(said.contains("In September: 6 of 10."), "{said}");
    assert!(
        said.contains("Nothing was walked yet in October 2024"),
        "{said}"
    );
    records.context.year_ago = Some(short(2024, 10, 3, 8));
    let said = html(Lang::En, &page(&records));
    for line in [
        "In September: 6 of 10. In October last year: 3 of 8.",
        "In September: 6 of 11. In October last year: 3 of 9.",
        "In September: half took 14 min or longer.",
        "In September: 10 points of friction. In October last year: 8 points of friction.",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!said.contains("Nothing was walked"), "{said}");
    assert!(html(Lang::Cy, &page(&records)).contains("Ym mis Hydref y llynedd: 3 o 8."));
}

#[test]
fn words_in_the_other_language_say_which_it_is() {
    let welsh = "Roedd yn rhaid i mi ofyn ddwywaith.";
    let english = "I had to ask for it twice.";
    for (lang, other, words) in [(Lang::En, "cy", welsh), (Lang::Cy, "en", english)] {
        let mut page = page(&changed());
        page.said.clear();
        let views = std::mem::take(&mut page.beside);
        let marked = format!(" lang=\"{other}\"");
        let plain = html(lang, &page).matches(&marked).count();
        for (is, at) in [
            (SaidAs::Secretary, 1),
            (SaidAs::Correction, 2),
            (SaidAs::Asked, 3),
            (SaidAs::Became, 4),
            (SaidAs::Reason, 71 * DAY),
            (SaidAs::Quote, 6),
            (SaidAs::Commitment, 7),
        ] {
            page.said.push(Said {
                is,
                text: Some(text(words)),
                task: "ramp".into(),
                step: Some(2),
                at,
                walk: None,
            });
        }
        page.beside = views;
        for it in page.beside.values_mut() {
            if let Beside::View(view, _) = it {
                words.clone_into(view);
            }
        }
        let html = html(lang, &page);
        assert_eq!(html.matches(&marked).count(), plain + 8, "{html}");
    }
}

#[test]
fn quotes_come_first_and_each_text_once() {
    let mut page = page(&records());
    let quote = |words: &str| Said {
        is: SaidAs::Quote,
        text: Some(text(words)),
        task: "ramp".into(),
        step: Some(1),
        at: 5,
        walk: Some(walk(1)),
    };
    page.said.push(quote("I could not find my own bin day"));
    page.said.push(quote("It was <b>kind</b>."));
    let html = html(Lang::En, &page);
    let at = |text| html.find(text).unwrap_or_else(|| panic!("{text}: {html}"));
    assert!(at("I could not find my own bin day") < at("It was &lt;b&gt;kind"));
    assert_eq!(html.matches("It was &lt;b&gt;kind").count(), 1);
}

#[test]
fn every_drawing_has_its_table_and_sixty_months_read_as_well_as_one() {
    let mut records = changed();
    records.context.before = vec![];
    let one = html(Lang::En, &page(&records));
    assert!(!one.contains("months as a table"), "{one}");
    let back = YearMonth::new(2025, 9).expect("a month").last(59);
    records.context.before = back.into_iter().map(|it| (it, KofN::new(4, 9))).collect();
    let sixty = html(Lang::En, &page(&records));
    assert!(sixty.contains("All 60 months as a table"), "{sixty}");
    assert!(sixty.contains("November 2020"), "the first of them");
    // The circles, the line, the leaders, the times, the answers, the ages, the days, and the crossings.
    assert_eq!(sixty.matches("As a table").count(), 8, "{sixty}");
}

#[test]
fn how_it_was_counted_names_the_zone_and_both_ends() {
    let html = html(Lang::En, &page(&records()));
    let period = "The month is from 1 October 2025 00:00 to 31 October 2025 24:00, Europe/London.";
    assert!(html.contains(period), "{html}");
    assert!(html.contains("No organisation is compared with another here"));
}

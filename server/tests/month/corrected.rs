//! A correction says what changed: in its draft, on its page and on paper. Who may make one.

use app::{
    board::{MonthPage, draft_page, month_page, paper::paper},
    walk::{Lang, Text, month::YearMonth},
};
use leptos::prelude::{Owner, RenderHtml};
use server::{
    store::{Asking, Desk, StoreError},
    viewer::Role,
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
    web::Web,
};

on_both! {
    a_correction_lists_the_figures_that_are_not_what_they_were,
    a_correction_that_changes_nothing_is_none,
    a_board_member_does_not_publish,
}

/// After the end of June.
const JULY: i64 = NOON + 20 * DAY;
/// After the time that teams have.
const LATER: i64 = JULY + 30 * DAY;

/// What the desk says of a correction that says what the version before says.
const NOTHING: &str = "so this correction changes nothing";

fn june() -> YearMonth {
    "2026-06".parse().expect("a month")
}

fn says(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

async fn walked(house: &House, person: &str, seed: u64) {
    let phone = Phone::whole_walk(seed, "missed-bin");
    phone.send(&house.desk(person).await).await;
}

/// Tom keeps the board's record, and has published June with one walk in it.
async fn published(house: &House) -> Desk {
    walked(house, "ann", 1).await;
    let tom = house.keeping_the_record("tom").await;
    tom.open_reply(june(), JULY).await.expect("opened");
    let words = Asking::Words(says("Look at step 3."));
    tom.write_draft(june(), &words, LATER).await.expect("kept");
    approve_and_publish(&tom, LATER).await;
    tom
}

async fn approve_and_publish(tom: &Desk, now: i64) {
    let draft = tom.draft(june(), now).await.expect("a draft");
    let approved = tom.approve(june(), draft.edition, now).await;
    assert!(approved.expect("an answer"), "{:?}", draft.checks());
    let done = tom.publish_draft(june(), draft.edition, now).await;
    assert!(done.expect("an answer"));
}

async fn read(tom: &Desk, version: u32) -> MonthPage {
    let page = tom.published(june(), Some(version), LATER).await;
    (**page.expect("an answer").expect("published")).clone()
}

fn drawn(page: &MonthPage) -> String {
    let html = Owner::new().with(|| month_page(Lang::En, page).to_html());
    html.replace('\u{a0}', " ")
}

async fn a_correction_lists_the_figures_that_are_not_what_they_were(house: House) {
    let tom = published(&house).await;
    walked(&house, "ben", 2).await;
    tom.correct(june(), &says("A phone had no signal."), LATER)
        .await
        .expect("begun");
    let differs = [
        "Need met: 0 of 2, was 0 of 1",
        "Points of friction: 6, was 3",
        "Leaders who walked twice or more: 0 of 2",
    ];
    let draft = tom.draft(june(), LATER).await.expect("a draft");
    let html = Owner::new().with(|| draft_page(Lang::En, &draft).to_html());
    let html = html.replace('\u{a0}', " ");
    assert!(html.contains("These figures differ from version 1"));
    assert!(!html.contains(NOTHING), "it changes figures");
    for it in &differs[..2] {
        assert!(html.contains(it), "{it}: {html}");
    }
    approve_and_publish(&tom, LATER).await;
    // What comes later is none of what this version corrected.
    walked(&house, "ann", 3).await;
    let second = read(&tom, 2).await;
    let html = drawn(&second);
    let reason = html.find("A phone had no signal.").expect("the reason");
    for it in &differs[..2] {
        assert!(html.find(it).expect(it) > reason, "beneath the reason");
    }
    assert!(
        !html.contains(&[differs[2], ", was"].concat()),
        "it is the same"
    );
    let paper = paper(Lang::En, &second, "Aber", "https://walk.example");
    let corrects = paper.corrects.expect("on paper");
    assert_eq!(corrects.said[0].words, "A phone had no signal.");
    let rows: Vec<String> = corrects
        .rows
        .iter()
        .map(|it| it.replace('\u{a0}', " "))
        .collect();
    for it in &differs[..2] {
        assert!(rows.contains(&(*it).to_owned()), "{it}: {rows:?}");
    }
    assert!(!drawn(&read(&tom, 1).await).contains("differ from version"));
    crate::record::assert_whole(&house).await;
}

async fn a_correction_that_changes_nothing_is_none(house: House) {
    let tom = published(&house).await;
    for (reason, versions) in [("The words.", 2), ("The words.", 2), ("More.", 3)] {
        tom.correct(june(), &says(reason), LATER)
            .await
            .expect("begun");
        let draft = tom.draft(june(), LATER).await.expect("a draft");
        assert!(draft.drafting, "{reason}");
        let html = Owner::new().with(|| draft_page(Lang::En, &draft).to_html());
        assert!(html.contains("No figure differs from version"), "{html}");
        assert!(html.contains(NOTHING), "{html}");
        approve_and_publish(&tom, LATER).await;
        let html = drawn(&read(&tom, versions).await);
        assert!(html.contains("No figure differs from version"), "{html}");
        let draft = tom.draft(june(), LATER).await.expect("a draft");
        let stands = draft.published.map(|it| it.version);
        assert_eq!((stands, draft.drafting), (Some(versions), false));
    }
    let records = house.number("SELECT COUNT(*) FROM month_record").await;
    assert_eq!(records, 3);
    let reason = says("More.");
    tom.correct(june(), &reason, LATER).await.expect("begun");
    let draft = tom.draft(june(), LATER).await.expect("a draft");
    let approved = tom.approve(june(), draft.edition, LATER).await;
    assert!(approved.expect("an answer"));
    let web = keeping(&house).await;
    let form = format!("edition={}", draft.edition);
    let answer = web.send("sue", "/board/2026-06/draft/publish", &form).await;
    assert_eq!(answer.status, 422);
    let text = answer.text();
    assert!(text.contains("so nothing was published"), "{text}");
    assert!(text.contains("More."), "the reason is not lost");
    // Other words are a change, whatever the figures say.
    let reason = says("The words alone.");
    tom.correct(june(), &reason, LATER).await.expect("begun");
    let words = Asking::Words(says("Look at step 2."));
    tom.write_draft(june(), &words, LATER).await.expect("kept");
    let draft = tom.draft(june(), LATER).await.expect("a draft");
    let html = Owner::new().with(|| draft_page(Lang::En, &draft).to_html());
    assert!(html.contains("No figure differs from version 3"));
    assert!(!html.contains(NOTHING), "{html}");
    crate::record::assert_whole(&house).await;
}

/// Sue keeps the record as well, and has a browser.
async fn keeping(house: &House) -> Web {
    let roles = [Role::Board, Role::Secretary];
    house.person("sue", "aber", &roles, &[]).await;
    Web::over(house, LATER, &["sue"]).await
}

async fn a_board_member_does_not_publish(house: House) {
    walked(&house, "ann", 1).await;
    let tom = house.desk("tom").await;
    let refused = tom.publish(june(), Vec::new(), JULY).await;
    assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    assert_eq!(house.number("SELECT COUNT(*) FROM month_record").await, 0);
}

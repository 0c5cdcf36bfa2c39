//! Something that was asked, and that another month answers meanwhile, or is asked no longer.

use std::{sync::Arc, time::Duration};

use app::walk::{Text, month::YearMonth};
use axum::http::StatusCode;
use server::store::{Asking, Db, Desk};
use tokio::time::timeout;

use super::{JULY, june, publish, publish_begun, says, sue};
use crate::{
    House,
    house::DAY,
    on_both,
    web::{Answer, Web},
};

on_both! {
    an_answer_that_another_month_gave_is_not_lost,
    an_answer_to_what_is_asked_no_longer_is_not_lost,
    of_two_months_that_answer_at_once_one_does,
}

/// After August.
const NOW: i64 = JULY + 80 * DAY;
const UNASKED: &str = "That wants no answer here any more";

/// June asks something, and is published.
async fn asked(house: &House) -> Desk {
    let sue = sue(house).await;
    let ask = Asking::Ask("one".into(), says("A shared form"));
    sue.write_draft(june(), &ask, JULY).await.expect("asked");
    publish(&sue, june(), JULY).await;
    sue
}

fn july() -> YearMonth {
    june().after().expect("July")
}

/// A form of this month's desk, as it was before anything was written there.
async fn answer(web: &Web, month: &str, form: &str) -> Answer {
    let form = format!("id=one&edition=0&{form}");
    let path = format!("/board/{month}/draft/became");
    web.send("sue", &path, &form).await
}

/// What was typed comes back, in both languages, and why.
fn assert_not_lost(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    for it in [UNASKED, "It is begun", "Mae wedi dechrau"] {
        assert!(text.contains(it), "{it}: {text}");
    }
}

const TYPED: &str = "en=It+is+begun&cy=Mae+wedi+dechrau";

async fn an_answer_that_another_month_gave_is_not_lost(house: House) {
    let sue = asked(&house).await;
    let web = Web::over(&house, NOW, &["sue"]).await;
    for sent in ["answered", "sent twice"] {
        let kept = answer(&web, "2026-08", "en=Nothing+yet").await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{sent}");
    }
    assert_not_lost(&answer(&web, "2026-07", TYPED).await);
    // Whatever else is wrong with it.
    let long = format!("{TYPED}{}", "+longer".repeat(100));
    assert_not_lost(&answer(&web, "2026-07", &long).await);
    let draft = sue.draft(july(), NOW).await.expect("a draft");
    assert_eq!((draft.edition, draft.before.len()), (0, 0));
}

async fn an_answer_to_what_is_asked_no_longer_is_not_lost(house: House) {
    let sue = asked(&house).await;
    let begun = sue.correct(june(), &says("It was done."), NOW).await;
    assert!(begun.expect("an answer"));
    let removed = Asking::Ask("one".into(), Text::default());
    sue.write_draft(june(), &removed, NOW)
        .await
        .expect("removed");
    publish_begun(&sue, june(), NOW).await;
    let web = Web::over(&house, NOW, &["sue"]).await;
    assert_not_lost(&answer(&web, "2026-07", TYPED).await);
}

/// August's answer is on its way while July's is written.
async fn of_two_months_that_answer_at_once_one_does(house: House) {
    let sue = Arc::new(asked(&house).await);
    let mut august = house.db.begin().await.expect("begun");
    let sql = "UPDATE month_ask SET became_en = 'Nothing yet', became_month = '2026-08'";
    august.execute(sql, &[]).await.expect("answered");
    let writing = tokio::spawn({
        let sue = sue.clone();
        async move {
            let became = Asking::Became("one".into(), says("It is begun"));
            sue.write_seen(july(), Some(0), &became, NOW).await
        }
    });
    if matches!(house.db, Db::Postgres(_)) {
        let waits = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()
                     AND wait_event_type = 'Lock' AND query LIKE 'UPDATE month_ask%'";
        let waited = async { while house.number(waits).await == 0 {} };
        let waited = timeout(Duration::from_secs(60), waited).await;
        waited.expect("it waits for August's");
    }
    august.commit().await.expect("committed");
    let written = writing.await.expect("done").expect("an answer");
    assert!(!written, "August answered it");
    let stands = "SELECT COUNT(*) FROM month_ask WHERE became_en = 'Nothing yet' AND became_month = '2026-08'";
    assert_eq!(house.number(stands).await, 1);
}

//! A reply that seems to name somebody is asked about once, and never refused.

use crate::House;

#[tokio::test]
async fn a_reply_that_seems_to_name_somebody_is_asked_about_and_sent_as_it_is() {
    let house = House::new().await;
    let friction = format!("/team/friction/{}", house.friction);
    let reply = format!("{friction}/reply");
    let form = "id=0197c0de-0000-7000-8000-000000000009&text=Sorry%2C+Mrs+Jones+was+away.";
    for (lang, says) in [
        (
            "tom",
            ["This seems to name somebody: Mrs Jones.", "Send as it is"],
        ),
        (
            "tom; lang=cy",
            ["enwi rhywun: Mrs Jones.", "Anfon fel y mae"],
        ),
    ] {
        let hint = house.post(lang, &reply, form).await;
        assert_eq!(hint.status, 422);
        hint.says(&says);
        hint.says(&["\nSorry, Mrs Jones was away.</textarea>"]);
    }
    let page = house.get("tom", &friction).await;
    assert!(!page.body.contains("Mrs Jones"), "nothing was sent yet");
    // Changed, or sent as it is.
    let changed = "text=Sorry%2C+our+colleague+was+away.";
    assert_eq!(house.post("tom", &reply, changed).await.status, 303);
    let meant = [form, "&as_it_is=1"].concat();
    assert_eq!(house.post("tom", &reply, &meant).await.status, 303);
    let page = house.get("tom", &friction).await;
    page.says(&[
        "“Sorry, our colleague was away.",
        "“Sorry, Mrs Jones was away.”",
    ]);
}

#[tokio::test]
async fn a_reason_that_seems_to_name_somebody_is_asked_about_too() {
    let house = House::new().await;
    let thread = crate::thread::thread(&house).await;
    let decide = format!("{thread}/decide");
    let form = "decision=accepted&why=Mrs+Jones+forgot+the+form.";
    let hint = house.post("tom", &decide, form).await;
    assert_eq!(hint.status, 422);
    hint.says(&[
        "This seems to name somebody: Mrs Jones.",
        "\nMrs Jones forgot the form.</textarea>",
        "Keep as it is",
    ]);
    let page = house.get("tom", &thread).await;
    assert!(!page.body.contains("Mrs Jones"), "nothing was kept yet");
    let meant = [form, "&as_it_is=1"].concat();
    assert_eq!(house.post("tom", &decide, &meant).await.status, 303);
    let page = house.get("tom", &thread).await;
    page.says(&["“Mrs Jones forgot the form.”"]);
}

#[tokio::test]
async fn a_text_for_several_that_seems_to_name_somebody_is_asked_about_too() {
    let house = House::new().await;
    let thread = crate::thread::thread(&house).await;
    let id = thread.trim_start_matches("/team/thread/");
    let form = |rest: &str| format!("thread={id}&why=Mrs+Jones+forgot+the+form.&{rest}");
    let hint = house
        .post("tom", "/team/threads?sort=newest", &form("do=explained"))
        .await;
    assert_eq!(hint.status, 422);
    hint.says(&[
        "This seems to name somebody: Mrs Jones.",
        "\nMrs Jones forgot the form.</textarea>",
        "name=\"as_it_is\" value=\"explained\"",
        "Send as it is",
        "checked",
    ]);
    let page = house.get("tom", &thread).await;
    assert!(!page.body.contains("Mrs Jones"), "nothing was said yet");
    // What no reason is needed for names nobody.
    let seen = house.post("tom", "/team/threads", &form("do=seen")).await;
    assert_eq!(seen.status, 303);
    let known =
        "thread=ID&why=The+form+asks+for+what+the+law+asks+for.&do=explained".replace("ID", id);
    assert_eq!(house.post("tom", "/team/threads", &known).await.status, 303);
    let hint = form("do=not_now&day=2026-07-01");
    let hint = house.post("tom", "/team/threads", &hint).await;
    hint.says(&[
        "name=\"as_it_is\" value=\"not_now\"",
        "value=\"2026-07-01\"",
    ]);
    let meant = form("as_it_is=not_now&day=2026-07-01");
    assert_eq!(house.post("tom", "/team/threads", &meant).await.status, 303);
    let page = house.get("tom", &thread).await;
    page.says(&["“Mrs Jones forgot the form.”", "Not before 1 July 2026."]);
}

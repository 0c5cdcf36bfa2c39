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

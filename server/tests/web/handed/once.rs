//! Forms of handing on: sent twice they do a thing once, what is not kept is told, and nobody is named unasked.

use super::{SAID, felt, house};
use crate::House;

impl House {
    async fn how_many(&self, sql: &'static str) -> i64 {
        let row = self.db.row(sql, &[]).await.expect("an answer");
        row.expect("a row").int(0).expect("a number")
    }

    /// The id of the forms on a page.
    pub(super) async fn form_on(&self, path: &str, by: &str) -> String {
        let page = self.get(path).by(by).send().await;
        let (_, id) = page
            .text()
            .split_once("name=\"form\" value=\"")
            .expect("an id");
        id.split('"').next().expect("an end").to_owned()
    }
}

#[tokio::test]
async fn an_offer_to_who_has_it_already_is_told_of_and_what_was_typed_is_kept() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let to = format!("/team/thread/{}/offer", handed.thread);
    let form = format!("to=cwm/ramps&message=It+has+become+worse&words={friction}.1");
    let offer = async || house.post(&to).by("tom").form(&form).send().await;
    let told = offer().await;
    assert_eq!(told.status, 422);
    let page = told.text();
    for kept in ["They have it already", "It has become worse", "checked"] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert_eq!(house.how_many("SELECT COUNT(*) FROM offer").await, 1);
    let back = house.post(&format!("/team/offer/{}/take-back", handed.offer));
    assert_eq!(back.by("tom").send().await.status, 303);
    assert_eq!(offer().await.status, 303);
    assert_eq!(house.how_many("SELECT COUNT(*) FROM offer").await, 2);
}

#[tokio::test]
async fn a_form_of_handing_on_that_is_sent_twice_does_it_once() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let share = format!("/team/thread/{thread}/share");
    let send = async |path: &str, by: &str, form: &str| {
        let answer = house.post(path).by(by).form(form).send().await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    };
    // Repeated after it was taken back, it is not offered again.
    let id = house.form_on(&share, "tom").await;
    let (to, form) = (
        format!("/team/thread/{thread}/offer"),
        format!("form={id}&to=cwm/ramps&message=Is+it+yours"),
    );
    send(&to, "tom", &form).await;
    send(&to, "tom", &form).await;
    let sql = "SELECT id FROM offer WHERE thread = $1";
    let offer = house.first(sql, &thread).await;
    send(&format!("/team/offer/{offer}/take-back"), "tom", "").await;
    send(&to, "tom", &form).await;
    assert_eq!(house.how_many("SELECT COUNT(*) FROM offer").await, 1);

    send(&to, "tom", "to=cwm/ramps&message=Once+more").await;
    let sql = "SELECT id FROM offer WHERE thread = $1 AND taken_back_at IS NULL";
    let one = format!("/team/handed/{}", house.first(sql, &thread).await);
    let id = house.form_on(&one, "uma").await;
    let form = |text: &str| format!("form={id}&answer=accepted&text={text}");
    let answer = format!("{one}/answer");
    send(&answer, "uma", &form("Ours.")).await;
    send(&answer, "uma", &form("Ours.")).await;
    let sql = "SELECT COUNT(*) FROM offer_answer";
    assert_eq!(house.how_many(sql).await, 1);
    send(&answer, "uma", &form("Ours,+and+begun.")).await;
    assert_eq!(house.how_many(sql).await, 2, "what else is said is kept");

    let id = house.form_on(&share, "tom").await;
    let make = async |days: u8| {
        house
            .packet("tom", &thread, &format!("form={id}&days={days}"))
            .await
    };
    let first = make(30).await;
    assert_eq!(
        make(30).await,
        first,
        "whose answer was lost reads it again"
    );
    assert_eq!(house.how_many("SELECT COUNT(*) FROM packet").await, 1);
    assert_ne!(make(31).await, first);
    assert_eq!(house.how_many("SELECT COUNT(*) FROM packet").await, 2);
    assert_eq!(house.post(&first).send().await.status, 200);
}

#[tokio::test]
async fn a_message_that_seems_to_name_somebody_is_asked_about_once() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let offer = format!("/team/thread/{thread}/offer");
    let ask = async |path: &str, by: &str, form: &str| {
        let sent = house.post(path).by(by).form(form).send().await;
        (sent.status.as_u16(), sent.text().to_owned())
    };
    let seems = "This seems to name somebody: Mrs Jones.";
    let form = "to=cwm/ramps&message=Mrs+Jones+lost+it+at+Cwm+Health+Board";
    let (status, page) = ask(&offer, "tom", form).await;
    assert_eq!(status, 422);
    for kept in [seems, "Mrs Jones lost it at Cwm", "as_it_is", "checked"] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert_eq!(house.how_many("SELECT COUNT(*) FROM offer").await, 0);
    let meant = format!("{form}&as_it_is=1");
    assert_eq!(ask(&offer, "tom", &meant).await.0, 303);

    let sql = "SELECT id FROM offer WHERE thread = $1";
    let answer = format!("/team/handed/{}/answer", house.first(sql, &thread).await);
    let form = "answer=done&text=Mrs+Jones+of+Aber+Valley+Council+rang";
    let (status, page) = ask(&answer, "uma", form).await;
    assert_eq!(status, 422);
    for kept in [seems, "Mrs Jones of Aber Valley Council rang", "as_it_is"] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    assert_eq!(house.how_many("SELECT COUNT(*) FROM offer_answer").await, 0);
    let meant = format!("{form}&as_it_is=1");
    assert_eq!(ask(&answer, "uma", &meant).await.0, 303);
    // Names of organisations and services are nobody's.
    let nobody = "answer=done&text=Aber+Valley+Council+and+Cwm+Health+Board+agree";
    assert_eq!(ask(&answer, "uma", nobody).await.0, 303);
}

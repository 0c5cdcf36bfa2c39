//! An answer to an offer that went while it was written: nothing of it is kept or shown, and no word of it is lost.

use app::walk::{FrictionWithdrawn, Kind};

use super::{SAID, felt, house};

#[tokio::test]
async fn an_answer_to_an_offer_that_was_just_taken_back_is_shown_to_be_copied() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let one = format!("/team/handed/{}", handed.offer);
    let to = format!("{one}/answer");
    let back = format!("/team/offer/{}/take-back", handed.offer);
    assert_eq!(house.post(&back).by("tom").send().await.status, 303);
    let before = house.contents().await;
    let long = format!("answer=done&text={}", "a".repeat(2_001));
    for (form, kept) in [
        (
            "answer=accepted&text=Ours,+%3Cb%3Efrom%3C/b%3E+May+on",
            "\nOurs, &lt;b&gt;from&lt;/b&gt; May on</textarea>",
        ),
        ("text=Mrs+Jones+knows", "\nMrs Jones knows</textarea>"),
        (&long, "aaaa</textarea>"),
    ] {
        let late = house.post(&to).by("uma").form(form).send().await;
        assert_eq!(late.status, 410, "{form}");
        let page = late.text();
        let why = "This offer is no longer open to you: it was taken back, or nothing in it stands any more.";
        for said in ["Your answer was not sent", why, kept] {
            assert!(page.contains(said), "{said}: {page}");
        }
        for of_it in [
            SAID,
            "Is this yours",
            &handed.thread,
            "Aber Valley",
            "missed bin",
        ] {
            assert!(!page.contains(of_it), "{of_it}: {page}");
        }
    }
    let form = "answer=accepted&text=Ni+biau";
    let late = house.post(&to).by("uma").header("accept-language", "cy");
    let late = late.form(form).send().await;
    assert!(late.text().contains("Nid anfonwyd eich ateb"));
    assert!(late.text().contains("Ein cyfrifoldeb ni ydyw."));
    assert_eq!(house.contents().await, before, "nothing was kept");
    assert_eq!(house.get(&one).by("uma").send().await.status, 404);
    // To whom it was never made, it never was.
    for other in ["tia", "bea", "abe", "tom", "una", "ann", "dan"] {
        let late = house.post(&to).by(other).form(form).send().await;
        assert_eq!(late.status, 404, "{other}");
    }
    let none = house.post("/team/handed/none/answer").by("uma").form(form);
    assert_eq!(none.send().await.status, 404);
}

#[tokio::test]
async fn an_answer_to_what_its_leader_took_back_is_shown_to_be_copied() {
    let house = house().await;
    let (mut phone, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    house.sync("ann", phone.body()).await;
    let to = format!("/team/handed/{}/answer", handed.offer);
    let late = house.post(&to).by("uma");
    let late = late.form("answer=accepted&text=Ours").send().await;
    assert_eq!(late.status, 410);
    assert!(late.text().contains("\nOurs</textarea>"), "{}", late.text());
    assert!(!late.text().contains(SAID));
}

#[tokio::test]
async fn an_answer_that_had_arrived_before_the_offer_was_taken_back_is_not_called_unsent() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let one = format!("/team/handed/{}", handed.offer);
    let to = format!("{one}/answer");
    let id = house.form_on(&one, "uma").await;
    let form = format!("form={id}&answer=accepted&text=Ours,+from+May+on");
    let sent = house.post(&to).by("uma").form(&form).send().await;
    assert_eq!(sent.status, 303);
    let back = format!("/team/offer/{}/take-back", handed.offer);
    assert_eq!(house.post(&back).by("tom").send().await.status, 303);
    let before = house.contents().await;
    // Its reply was lost: the same is sent again.
    let again = house.post(&to).by("uma").form(&form).send().await;
    assert_eq!(again.status, 410);
    let page = again.text();
    let why =
        "It was kept when you first sent it, and nothing was added now. The offer is over since";
    for said in [
        "Your answer had arrived already",
        why,
        "You had chosen: It is ours.",
        "\nOurs, from May on</textarea>",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for untrue in ["was not sent", "Nothing of your answer was kept", SAID] {
        assert!(!page.contains(untrue), "{untrue}: {page}");
    }
    let welsh = house.post(&to).by("uma").header("accept-language", "cy");
    let welsh = welsh.form(&form).send().await;
    assert!(
        welsh
            .text()
            .contains("Roedd eich ateb wedi cyrraedd eisoes")
    );
    // Other words never arrived.
    let other = format!("form={id}&answer=accepted&text=Ours,+from+June+on");
    let late = house.post(&to).by("uma").form(&other).send().await;
    assert!(late.text().contains("Your answer was not sent"));
    assert_eq!(house.contents().await, before);
}

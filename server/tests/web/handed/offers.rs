//! Offers between organisations, and what each may see of them.

use app::walk::{FrictionId, WalkId};

use super::{Handed, SAID, felt, house};

#[tokio::test]
async fn trust_04_an_offer_taken_back_is_gone_everywhere_at_once() {
    let house = house().await;
    let (phone, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let (offer, thread) = (&handed.offer, &handed.thread);
    let page = house.get("/team/handed").by("uma").send().await;
    assert!(page.text().contains(offer.as_str()), "{}", page.text());
    let one = house
        .get(&format!("/team/handed/{offer}"))
        .by("uma")
        .send()
        .await;
    assert_eq!(one.status, 200);
    assert!(one.text().contains(SAID) && one.text().contains("Is this yours"));
    let answered = house
        .post(&format!("/team/handed/{offer}/answer"))
        .by("uma")
        .form("answer=accepted&text=We+look+at+it+on+Monday.")
        .send()
        .await;
    assert_eq!(answered.status, 303);
    // The team that offered it reads the answer, and nobody's name.
    let share = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(share.text().contains("We look at it on Monday."));
    assert!(!share.text().contains("Person uma"), "{}", share.text());
    let own = house
        .get(&format!("/team/thread/{thread}"))
        .by("tom")
        .send()
        .await;
    assert!(own.text().contains("We look at it on Monday."));
    let back = house
        .post(&format!("/team/offer/{offer}/take-back"))
        .by("tom")
        .send()
        .await;
    assert_eq!(back.status, 303);
    let walk = phone.walk;
    for path in everything(offer, thread, friction, walk) {
        let answer = house.get(&path).by("uma").send().await;
        // What was asked for stands on every page, to come back to.
        let page = String::from_utf8_lossy(&answer.bytes).replace(&path, "");
        for of_it in [SAID, "Is this yours", thread.as_str(), "/team/handed/"] {
            assert!(!page.contains(of_it), "{path} still has {of_it}");
        }
    }
    let late = house
        .post(&format!("/team/handed/{offer}/answer"))
        .by("uma")
        .form("answer=done");
    assert_eq!(late.send().await.status, 410);
    // What was said stays with the team that offered it.
    let share = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(share.text().contains("We look at it on Monday."));
    assert!(share.text().contains("Taken back"));
}

/// Every address at which something of an offer could be.
fn everything(offer: &str, thread: &str, friction: FrictionId, walk: WalkId) -> Vec<String> {
    let own = [
        "/team",
        "/team?q=desk",
        "/team/handed",
        "/me",
        "/me/about/export.html",
        "/me/about/export.json",
        "/shared",
        "/api/v1/briefing",
    ];
    let own = own.iter().map(|path| (*path).to_owned());
    let of_it = [
        format!("/team/handed/{offer}"),
        format!("/team/thread/{thread}"),
        format!("/team/thread/{thread}/share"),
        format!("/team/friction/{friction}"),
        format!("/team/walk/{walk}"),
        format!("/api/v1/walks/{walk}"),
    ];
    own.chain(of_it).collect()
}

#[tokio::test]
async fn an_offer_is_seen_by_those_it_is_made_to_and_by_nobody_else() {
    let house = house().await;
    let (phone, friction) = felt(&house, 1, SAID).await;
    let Handed {
        thread,
        packet,
        offer,
    } = house.hand_on("tom", friction, "cwm", "ramps").await;
    let one = format!("/team/handed/{offer}");
    let before = house.contents().await;
    // Of Cwm another team, the board, a leader; of Aber everybody; a third organisation; nobody.
    for other in [
        "tia", "bea", "abe", "col", "tom", "una", "ann", "ada", "dan",
    ] {
        assert_eq!(
            house.get(&one).by(other).send().await.status,
            404,
            "{other}"
        );
        let list = house.get("/team/handed").by(other).send().await;
        assert!(!list.text().contains(&offer), "{other}");
        let answer = house.post(&format!("{one}/answer")).by(other);
        assert_eq!(answer.form("answer=done").send().await.status, 404);
    }
    assert_eq!(house.get(&one).send().await.status, 303);
    for other in ["uma", "tia", "dan", "una"] {
        let gets = [
            format!("/team/thread/{thread}/share"),
            format!("/team/friction/{friction}/share"),
            format!("/team/friction/{friction}"),
            format!("/team/walk/{}", phone.walk),
        ];
        for path in gets {
            let answer = house.get(&path).by(other).send().await;
            assert_eq!(answer.status, 404, "{path} as {other}");
        }
        let posts = [
            format!("/team/thread/{thread}/offer"),
            format!("/team/thread/{thread}/packet"),
            format!("/team/offer/{offer}/take-back"),
            format!("/team/packet/{packet}/end"),
        ];
        for path in posts {
            let form = "to=cwm/ramps&days=30&message=a";
            let answer = house.post(&path).by(other).form(form).send().await;
            assert_eq!(answer.status, 404, "{path} as {other}");
        }
    }
    assert_eq!(house.contents().await, before);
    let page = house.get(&one).by("uma").send().await;
    for not in [
        "Person tom",
        "Person ann",
        "Somebody",
        &friction.to_string(),
        &phone.walk.to_string(),
        &thread,
    ] {
        assert!(!page.text().contains(not), "{not}: {}", page.text());
    }
}

#[tokio::test]
async fn trust_05_nothing_ticked_takes_no_offers() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let to = format!("/team/thread/{thread}/offer");
    // A service that takes none, an organisation that takes none, one's own, and nothing at all.
    for nobody in ["cwm/bins", "ddu/ramps", "aber/ramps", "cwm", "", "/"] {
        let refused = house
            .post(&to)
            .by("tom")
            .form(&format!("to={nobody}&message=a"))
            .send()
            .await;
        assert_eq!(refused.status, 422, "{nobody}");
    }
    let none = house.post("/office/neighbours").by("abe").form("");
    assert_eq!(none.send().await.status, 303);
    let page = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(!page.text().contains("Cwm Health Board"), "{}", page.text());
    let refused = house.post(&to).by("tom").form("to=cwm/ramps");
    assert_eq!(refused.send().await.status, 422);
    let sql = "SELECT COUNT(*) FROM offer";
    let row = house.db.row(sql, &[]).await.expect("an answer");
    assert_eq!(row.expect("a row").int(0).expect("a number"), 0);
}

#[tokio::test]
async fn trust_40_two_answers_are_both_kept_and_seen() {
    let house = house().await;
    house.come_to("ute", "cwm", &["ramps"]).await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let one = format!("/team/handed/{}", handed.offer);
    let say = async |who: &str, form: &str| {
        let to = format!("{one}/answer");
        house.post(&to).by(who).form(form).send().await.status
    };
    let both = tokio::join!(
        say("uma", "answer=accepted&text=Ours."),
        say("ute", "answer=not_ours&text=Not+ours.")
    );
    assert_eq!((both.0.as_u16(), both.1.as_u16()), (303, 303));
    let ours = house.get(&one).by("uma").send().await;
    let theirs = house
        .get(&format!("/team/thread/{}/share", handed.thread))
        .by("tom")
        .send()
        .await;
    for page in [ours.text(), theirs.text()] {
        assert!(
            page.contains("“Ours.”") && page.contains("“Not ours.”"),
            "{page}"
        );
    }
    assert!(ours.text().contains("Person ute"));
    assert!(!theirs.text().contains("Person u"));
}

#[tokio::test]
async fn trust_19_what_is_handed_on_by_name_and_word_stays_text() {
    let house = house().await;
    let hostile = "<script>alert(1)</script><svg onload=x>";
    let (_, friction) = felt(&house, 1, hostile).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let path = house
        .packet("tom", &handed.thread, &format!("days=1&words={friction}.1"))
        .await;
    let form = format!("answer=done&text={}", "%3Cscript%3Ealert(1)%3C/script%3E");
    let one = format!("/team/handed/{}", handed.offer);
    let answered = house.post(&format!("{one}/answer")).by("uma").form(&form);
    assert_eq!(answered.send().await.status, 303);
    let pages = [
        house.post(&path).send().await,
        house.get(&one).by("uma").send().await,
        house
            .get(&format!("/team/thread/{}/share", handed.thread))
            .by("tom")
            .send()
            .await,
    ];
    for page in &pages {
        let page = page.text();
        assert!(page.contains("&lt;script&gt;"), "{page}");
        assert!(!page.contains("<script>alert") && !page.contains("<svg onload"));
    }
}

//! Invitations, sessions, and what strangers learn: nothing.

use server::{invitation, token};

use crate::{
    Answer, House,
    house::{HOUR, NOON, together},
};

async fn invite(house: &House, person: &str) -> invitation::Invitation {
    invitation::issue(&house.app.store, person, house.clock.now())
        .await
        .expect("an invitation")
        .0
}

async fn spend(house: &House, token: &str) -> Answer {
    house
        .post(&format!("/invite/{token}"))
        .form("")
        .send()
        .await
}

/// Where an invitation alone lets in.
async fn demonstration() -> House {
    let house = House::new().await;
    let mut tx = house.db.begin().await.expect("a transaction");
    let sql = "UPDATE organisation SET demonstration = 1";
    tx.execute(sql, &[]).await.expect("made up");
    tx.commit().await.expect("kept");
    house
}

#[tokio::test]
async fn looking_spends_nothing_and_pressing_signs_in_once() {
    let house = demonstration().await;
    let invitation = invite(&house, "tom").await;
    let path = format!("/invite/{}", invitation.token);
    for _ in 0..3 {
        let looked = house.get(&path).send().await;
        assert_eq!(looked.status, 200);
        assert!(looked.text().contains("Person tom"), "{}", looked.text());
        assert_eq!(looked.cookie(), "");
    }
    let pressed = spend(&house, &invitation.token).await;
    assert_eq!(
        (pressed.status.as_u16(), pressed.header("location")),
        (303, "/team")
    );
    let set = pressed.header("set-cookie");
    assert!(set.starts_with("__Host-session="), "{set}");
    for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(set.contains(part), "{part} in {set}");
    }
    assert!(!set.contains("Domain"), "{set}");
    let inbox = house
        .get("/team")
        .header("cookie", pressed.cookie())
        .send()
        .await;
    assert_eq!(inbox.status, 200);
    assert_eq!(spend(&house, &invitation.token).await.status, 404);
}

#[tokio::test]
async fn everybody_goes_where_their_work_is() {
    let house = demonstration().await;
    for (person, home) in [
        ("ann", "/walk"),
        ("tom", "/team"),
        ("bob", "/board"),
        ("ada", "/office"),
    ] {
        let invitation = invite(&house, person).await;
        assert_eq!(
            spend(&house, &invitation.token).await.header("location"),
            home
        );
        assert_eq!(
            house.get("/").by(person).send().await.header("location"),
            home
        );
    }
}

#[tokio::test]
async fn of_twenty_at_once_exactly_one_gets_in() {
    let house = House::new().await;
    let invitation = invite(&house, "ann").await;
    let all: Vec<_> = (0..20).map(|_| spend(&house, &invitation.token)).collect();
    let mut inside = 0;
    for answer in together(all).await {
        inside += usize::from(answer.status == 303);
        assert!(
            answer.status == 303 || answer.status == 404,
            "{}",
            answer.status
        );
    }
    assert_eq!(inside, 1);
}

#[tokio::test]
async fn unknown_spent_and_expired_look_the_same() {
    let house = House::new().await;
    let spent = invite(&house, "ann").await;
    spend(&house, &spent.token).await;
    let expired = invite(&house, "ann").await;
    house.clock.set(NOON + 25 * HOUR);
    let mut looks = Vec::new();
    for token in [
        spent.token.as_str(),
        &expired.token,
        &token::fresh(),
        "x",
        "%00",
        "..%2f..%2fetc",
    ] {
        let path = format!("/invite/{token}");
        for answer in [house.get(&path).send().await, spend(&house, token).await] {
            let page = answer.text().replace(&path, "PATH");
            looks.push((
                answer.status,
                answer.cookie().to_owned(),
                page.replace("value=\"PATH\"", "value=\"/\""),
            ));
        }
    }
    assert_eq!(looks[0].0, 404);
    for look in &looks {
        assert_eq!(look, &looks[0]);
    }
}

#[tokio::test]
async fn a_code_works_however_it_is_typed_and_once() {
    let house = demonstration().await;
    let invitation = invite(&house, "bob").await;
    let typed = invitation.code.to_lowercase().replace('-', "+");
    let first = house
        .post("/sign-in")
        .form(&format!("code={typed}"))
        .send()
        .await;
    assert_eq!(
        (first.status.as_u16(), first.header("location")),
        (303, "/board")
    );
    let again = house
        .post("/sign-in")
        .form(&format!("code={typed}"))
        .send()
        .await;
    assert_eq!(again.status, 422);
    assert_eq!(
        spend(&house, &invitation.token).await.status,
        404,
        "the address is the same invitation"
    );
    for nothing in [
        "",
        "code=",
        "code=+++",
        "code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ] {
        let answer = house.post("/sign-in").form(nothing).send().await;
        assert_eq!(answer.status, 422, "{nothing}");
        assert!(!answer.text().contains("<script>"), "{}", answer.text());
    }
}

#[tokio::test]
async fn a_session_begins_anew_and_ends_for_good() {
    let house = demonstration().await;
    let first = spend(&house, &invite(&house, "tom").await.token).await;
    let path = format!("/invite/{}", invite(&house, "tom").await.token);
    let second = house
        .post(&path)
        .header("cookie", first.cookie())
        .form("")
        .send()
        .await;
    assert_ne!(first.cookie(), second.cookie(), "a new session at sign-in");
    let old = house
        .get("/team")
        .header("cookie", first.cookie())
        .send()
        .await;
    assert_eq!(old.status, 303, "the session before it has ended");
    let out = house
        .post("/sign-out")
        .header("cookie", second.cookie())
        .form("")
        .send()
        .await;
    assert!(
        out.header("set-cookie").contains("__Host-session=; ")
            && out.header("set-cookie").contains("Max-Age=0")
    );
    let replayed = house
        .get("/team")
        .header("cookie", second.cookie())
        .send()
        .await;
    assert_eq!(
        (replayed.status.as_u16(), replayed.header("location")),
        (303, "/sign-in")
    );
    let replayed = house
        .get("/api/v1/briefing")
        .header("cookie", second.cookie())
        .send()
        .await;
    assert_eq!(
        (replayed.status.as_u16(), replayed.problem()),
        (401, "not_signed_in".to_owned())
    );
}

#[tokio::test]
async fn a_teams_session_not_used_for_a_week_has_ended() {
    let house = House::new().await;
    house.clock.set(NOON + 6 * 24 * HOUR);
    assert_eq!(house.get("/team").by("tom").send().await.status, 200);
    house.clock.set(NOON + 12 * 24 * HOUR);
    assert_eq!(
        house.get("/team").by("tom").send().await.status,
        200,
        "using it keeps it"
    );
    house.clock.set(NOON + 20 * 24 * HOUR);
    assert_eq!(house.get("/team").by("tom").send().await.status, 303);
}

#[tokio::test]
async fn a_cookie_from_nowhere_is_nobody() {
    let house = House::new().await;
    let long = "x".repeat(4000);
    for cookie in [
        "",
        "__Host-session=",
        "__Host-session=null",
        "__Host-session=..%2f",
        "session=session-of-tom",
        &format!("__Host-session={long}"),
    ] {
        let page = house.get("/team").header("cookie", cookie).send().await;
        assert_eq!(
            (page.status.as_u16(), page.header("location")),
            (303, "/sign-in"),
            "{cookie}"
        );
        let api = house
            .get("/api/v1/briefing")
            .header("cookie", cookie)
            .send()
            .await;
        assert_eq!(api.status, 401, "{cookie}");
    }
}

#[tokio::test]
async fn the_language_is_chosen_and_never_leads_away() {
    let house = House::new().await;
    let chosen = house
        .post("/language")
        .form("lang=cy&back=%2Fboard%2F2026-06")
        .send()
        .await;
    assert_eq!(
        (chosen.status.as_u16(), chosen.header("location")),
        (303, "/board/2026-06")
    );
    assert_eq!(chosen.cookie(), "lang=cy");
    let page = house
        .get("/")
        .header("cookie", chosen.cookie())
        .header("accept-language", "en")
        .send()
        .await;
    assert!(page.text().contains("<html lang=\"cy\""), "{}", page.text());
    for evil in [
        "%2F%2Fevil.example",
        "https%3A%2F%2Fevil.example",
        "javascript%3Aalert(1)",
        "%5C%5Cevil",
    ] {
        let answer = house
            .post("/language")
            .form(&format!("lang=en&back={evil}"))
            .send()
            .await;
        assert_eq!(answer.header("location"), "/", "{evil}");
    }
    assert_eq!(
        house.post("/language").form("lang=xx").send().await.status,
        400
    );
}

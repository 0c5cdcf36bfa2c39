//! One's own pages: sharing item by item, taking it back, and what is held about a person.

use app::walk::{Erased, FactId, Kind, Reflected, WalkId};

use crate::{
    House,
    house::PEOPLE,
    phone::{COMMITMENT, Phone, REFLECTION},
    photos::picture,
};

/// Ann's walk with one of everything, sent.
async fn walked(house: &House) -> (Phone, app::walk::PhotoId) {
    let (mut phone, friction) = Phone::whole_walk(1);
    let photo = phone.shoot(friction, &picture());
    house.sync("ann", phone.body()).await;
    let sent = house.put_photo("ann", photo, 0, &picture()).await;
    assert_eq!(sent.status, 200);
    (phone, photo)
}

/// Every address at which somebody other than its author might look for what a walk holds.
fn addresses(walk: WalkId, photo: app::walk::PhotoId, share: &str) -> Vec<String> {
    let places = [
        "/me",
        "/me/shares",
        "/me/year",
        "/me/about",
        "/me/about/export.html",
        "/me/about/export.json",
        "/shared",
        "/team",
        "/board/2026-06",
        "/board/2026-06.csv",
        "/board/2026-06/walks",
        "/office",
        "/api/v1/briefing",
    ];
    let mut all: Vec<String> = places.map(str::to_owned).to_vec();
    all.extend([
        format!("/shared/{share}"),
        format!("/me/share/{walk}/commitment"),
        format!("/me/share/{walk}/reflection-least_sure"),
        format!("/team/walk/{walk}"),
        format!("/board/walk/{walk}"),
        format!("/walk/plain/{walk}"),
        format!("/api/v1/walks/{walk}"),
        format!("/api/v1/photos/{photo}"),
    ]);
    all
}

/// Where `words` can be read by `person`.
async fn found(house: &House, person: &str, all: &[String], words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for address in all {
        let answer = house.get(address).by(person).send().await;
        if String::from_utf8_lossy(&answer.bytes).contains(words) {
            found.push(address.clone());
        }
    }
    found
}

#[tokio::test]
async fn trust_04_a_share_taken_back_is_gone_everywhere_at_once() {
    let house = House::new().await;
    let (phone, photo) = walked(&house).await;
    let share = house
        .share("ann", phone.walk, "reflection-least_sure", "ben")
        .await;
    let all = addresses(phone.walk, photo, &share);
    let page = format!("/shared/{share}");
    assert_eq!(
        found(&house, "ben", &all, REFLECTION).await,
        std::slice::from_ref(&page),
        "its reader reads it at one address"
    );
    assert!(
        found(&house, "ben", &all, COMMITMENT).await.is_empty(),
        "one item was shared, not the walk"
    );
    let got = house.get(&format!("/api/v1/photos/{photo}")).by("ben");
    assert_eq!(got.send().await.status, 404, "nor its photos");
    let got = house
        .get(&format!("/api/v1/walks/{}", phone.walk))
        .by("ben");
    assert_eq!(got.send().await.status, 404, "nor its log");
    for (neighbour, ..) in PEOPLE
        .iter()
        .filter(|(id, ..)| !["ann", "ben"].contains(id))
    {
        assert!(found(&house, neighbour, &all, REFLECTION).await.is_empty());
        let got = house.get(&page).by(neighbour).send().await;
        assert_eq!(got.status, 404, "{neighbour} was not named");
    }
    let end = format!("/me/shares/{share}/end");
    for thief in ["ben", "ada", "col"] {
        let ended = house.post(&end).by(thief).form("").send().await;
        assert_eq!(ended.status, 404, "only its author takes it back");
    }
    let ended = house.post(&end).by("ann").form("").send().await;
    assert_eq!(ended.status, 303);
    assert!(found(&house, "ben", &all, REFLECTION).await.is_empty());
    assert_eq!(house.get(&page).by("ben").send().await.status, 404);
    let export = house.get("/me/about/export.json").by("ben").send().await;
    assert!(!export.text().contains(&share), "nor is it listed");
}

#[tokio::test]
async fn trust_04_nothing_is_shared_across_organisations() {
    let house = House::new().await;
    let (phone, _) = walked(&house).await;
    let to = format!("/me/share/{}/commitment", phone.walk);
    let before = house.contents().await;
    // Ann cannot name the neighbour, nobody can share her words, and she cannot share with herself.
    for (person, form) in [
        ("ann", "reader=col&sure=1"),
        ("ann", "reader=ben&reader=col&sure=1"),
        ("ann", "reader=col"),
        ("ann", "reader=ann&sure=1"),
        ("ann", "reader=nobody&sure=1"),
        ("col", "reader=dee&sure=1"),
        ("ben", "reader=ben&sure=1"),
        ("ada", "reader=ada&sure=1"),
    ] {
        let answer = house.post(&to).by(person).form(form).send().await;
        assert_eq!(answer.status, 404, "{person} {form}");
    }
    let none = house.post(&to).by("ann").form("sure=1").send().await;
    assert_eq!(none.status, 422, "somebody must be named");
    assert_eq!(house.contents().await, before);
}

#[tokio::test]
async fn trust_04_a_reader_who_is_disabled_or_moved_finds_nothing() {
    let house = House::new().await;
    let (phone, _) = walked(&house).await;
    let share = house.share("ann", phone.walk, "commitment", "ben").await;
    let page = format!("/shared/{share}");
    assert_eq!(house.get(&page).by("ben").send().await.status, 200);
    house
        .write("UPDATE person SET organisation = 'cwm' WHERE id = 'ben'")
        .await;
    assert_eq!(house.get(&page).by("ben").send().await.status, 404);
    house
        .write("UPDATE person SET organisation = 'aber', disabled_at = 1 WHERE id = 'ben'")
        .await;
    assert_eq!(
        house.get(&page).by("ben").send().await.status,
        303,
        "he is asked to sign in"
    );
    // An author who cannot take it back is not read either.
    house
        .write("UPDATE person SET disabled_at = NULL WHERE id = 'ben'")
        .await;
    assert_eq!(house.get(&page).by("ben").send().await.status, 200);
    house
        .write("UPDATE person SET disabled_at = 1 WHERE id = 'ann'")
        .await;
    assert_eq!(house.get(&page).by("ben").send().await.status, 404);
}

#[tokio::test]
async fn trust_04_what_was_erased_on_the_phone_is_shared_no_more() {
    let house = House::new().await;
    let (mut phone, _) = walked(&house).await;
    let share = house
        .share("ann", phone.walk, "reflection-least_sure", "ben")
        .await;
    let page = format!("/shared/{share}");
    let reflected = |text: &str, keep| {
        Kind::Reflected(Reflected {
            question: "least_sure".into(),
            text: text.into(),
            keep,
        })
    };
    let changed = phone.note(&reflected("said differently", true));
    house.sync("ann", phone.body()).await;
    let shown = house.get(&page).by("ben").send().await;
    assert!(shown.text().contains("said differently"));
    assert!(!shown.text().contains(REFLECTION), "the present words only");
    // The author takes the server's copy back, and later keeps one again, for themselves alone.
    phone.note(&reflected("said differently", false));
    let facts: Vec<FactId> = phone.facts.iter().map(|it| it.id).collect();
    for fact in facts.into_iter().filter(|it| *it == changed) {
        phone.note(&Kind::Erased(Erased { fact }));
    }
    house.sync("ann", phone.body()).await;
    assert_eq!(house.get(&page).by("ben").send().await.status, 404);
    phone.note(&reflected("for me alone", true));
    house.sync("ann", phone.body()).await;
    assert_eq!(
        house.get(&page).by("ben").send().await.status,
        404,
        "writing it again does not share it again"
    );
}

#[tokio::test]
async fn trust_08_no_board_team_or_administrator_reads_a_reflection() {
    let house = House::new().await;
    let (phone, photo) = walked(&house).await;
    // It is shared, with somebody else.
    let share = house
        .share("ann", phone.walk, "reflection-least_sure", "ben")
        .await;
    let all = addresses(phone.walk, photo, &share);
    for person in ["tom", "una", "bob", "ada", "tia", "bea", "abe"] {
        for words in [REFLECTION, COMMITMENT] {
            let found = found(&house, person, &all, words).await;
            assert!(found.is_empty(), "{person} reads it at {found:?}");
        }
        for own in [
            format!("/shared/{share}"),
            format!("/me/share/{}/reflection-least_sure", phone.walk),
            format!("/walk/plain/{}", phone.walk),
        ] {
            let answer = house.get(&own).by(person).send().await;
            assert_eq!(answer.status, 404, "{person} {own}");
        }
    }
    // The fields themselves are in no payload: the read rows that pages are made of hold none.
    let rows = house
        .db
        .rows("SELECT body FROM walk_row", &[])
        .await
        .expect("rows");
    for row in rows {
        let walk: serde_json::Value =
            serde_json::from_str(&row.text(0).expect("text")).expect("JSON");
        assert_eq!(walk["reflections"], serde_json::json!([]));
        assert_eq!(walk["commitment"], serde_json::Value::Null);
    }
}

#[tokio::test]
async fn a_leader_appears_as_they_chose() {
    let house = House::new().await;
    let (phone, friction) = Phone::whole_walk(1);
    house.sync("ann", phone.body()).await;
    let team = format!("/team/friction/{friction}");
    let pages = [
        ("tom", team.as_str()),
        ("tom", &format!("/team/walk/{}", phone.walk)),
        ("bob", &format!("/board/walk/{}", phone.walk)),
    ]
    .map(|(person, path)| (person, path.to_owned()));
    let title = "Somebody";
    for (person, path) in &pages {
        let shown = house.get(path).by(person).send().await;
        assert_eq!(shown.status, 200);
        assert!(
            !shown.text().contains(title),
            "nobody in particular: {path}"
        );
        assert!(!shown.text().contains("Person ann"), "{path}");
    }
    let chosen = house.post("/me/appears").by("ann").form("appears=title");
    assert_eq!(chosen.send().await.status, 303);
    for (person, path) in &pages {
        let shown = house.get(path).by(person).send().await;
        assert!(shown.text().contains(title), "{path}");
        assert!(
            !shown.text().contains("Person ann"),
            "never by name: {path}"
        );
    }
    let odd = house.post("/me/appears").by("ann").form("appears=name");
    assert_eq!(odd.send().await.status, 400);
    let more = house
        .post("/me/appears")
        .by("ann")
        .form("appears=title&role=board");
    assert_eq!(more.send().await.status, 400);
}

#[tokio::test]
async fn taking_a_copy_asks_for_a_fresh_proof_and_is_noted() {
    let house = House::new().await;
    let (phone, photo) = walked(&house).await;
    house.clock.set(crate::house::NOON + crate::house::HOUR);
    for kind in ["html", "json"] {
        let path = format!("/me/about/export.{kind}");
        let sent = house.get(&path).by("ann").send().await;
        assert_eq!(sent.status, 303, "first a proof");
        assert!(sent.header("location").starts_with("/confirm?next="));
    }
    let asked = house.post("/me/erase").by("ann").form("").send().await;
    assert_eq!(asked.status, 403, "erasing too");
    house.seat("ann").await;
    let html = house.get("/me/about/export.html").by("ann").send().await;
    let json = house.get("/me/about/export.json").by("ann").send().await;
    assert!(html.header("content-disposition").starts_with("attachment"));
    assert_eq!(html.header("cache-control"), "no-store");
    let data = html.text().split("id=\"held\">").nth(1).expect("the data");
    let data = data.split("</script>").next().expect("its end");
    let inside: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let alone: serde_json::Value = json.json();
    for table in ["person", "walk", "fact", "photo", "session"] {
        assert_eq!(inside["held"][table], alone["held"][table], "{table}");
    }
    let facts = alone["held"]["fact"].as_array().expect("facts");
    assert_eq!(facts.len(), phone.facts.len(), "every fact");
    assert!(json.text().contains(REFLECTION) && json.text().contains(COMMITMENT));
    let shown = alone["held"]["photo"][0]["jpeg"].as_str().expect("a photo");
    assert!(shown.starts_with("data:image/jpeg;base64,/9j/"), "{photo}");
    for secret in ["token_hash", "code_hash", "Person ben"] {
        assert!(!json.text().contains(secret), "{secret}");
    }
    let row = house
        .db
        .row(
            "SELECT COUNT(*) FROM audit WHERE what = 'exported' AND person = 'ann'",
            &[],
        )
        .await;
    let noted = row.expect("an answer").expect("a row").int(0);
    assert_eq!(noted.expect("a number"), 2);
}

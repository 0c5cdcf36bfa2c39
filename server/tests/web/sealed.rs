//! What a phone sealed at sign-out comes in.

use app::{
    walk::PhotoId,
    wire::{Briefing, MOST_SEALED_BYTES, Sealing},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hpke::{
    Deserializable, Kem, OpModeS, Serializable, aead::AesGcm256, kdf::HkdfSha256,
    kem::DhP256HkdfSha256, single_shot_seal,
};
use serde_json::json;
use server::{mark, store::Value};
use sha2::{Digest, Sha256};

use crate::{
    Answer, House,
    house::{NOON, together},
    phone::Phone,
    photos::picture,
};

/// A stranger's answer to every seal that is refused.
const REFUSED: (u16, &str) = (422, "seal_refused");

async fn sealing(house: &House, person: &str) -> Sealing {
    let news = house.get("/api/v1/briefing").by(person).send().await;
    let news: Briefing = news.json();
    news.sealing.expect("something to seal with")
}

/// Seals as `public/seal.js` does.
pub fn seal(
    with: &Sealing,
    facts: &[serde_json::Value],
    photo: Option<(PhotoId, usize, &[u8])>,
) -> Vec<u8> {
    let mut words = json!({ "ticket": with.ticket, "sealed_at": NOON, "facts": facts });
    let mut bytes: &[u8] = &[];
    if let Some((id, from, piece)) = photo {
        words["photo"] = json!({ "id": id, "from": from });
        bytes = piece;
    }
    let words = words.to_string();
    let length = u32::try_from(words.len()).expect("short").to_be_bytes();
    seal_bytes(with, &[&length, words.as_bytes(), bytes].concat())
}

fn seal_bytes(with: &Sealing, plain: &[u8]) -> Vec<u8> {
    let key = URL_SAFE_NO_PAD.decode(&with.key).expect("base64");
    let head = [b"FHS1".as_slice(), &Sha256::digest(&key)[..8]].concat();
    let key = <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(&key).expect("a key");
    let info = b"firsthand sealed outbox 1";
    let sealed = single_shot_seal::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
        &OpModeS::Base,
        &key,
        info,
        plain,
        &head,
    );
    let (once, sealed) = sealed.expect("sealed");
    [head, once.to_bytes().to_vec(), sealed].concat()
}

pub fn facts_of(phone: &Phone) -> Vec<serde_json::Value> {
    phone.facts.iter().map(|fact| json!(fact)).collect()
}

impl House {
    /// From a page on which nobody is signed in.
    pub async fn send_seal(&self, sealed: &[u8]) -> Answer {
        self.post("/api/v1/sealed").bytes(sealed).send().await
    }

    pub async fn set_disabled(&self, person: &str, at: Option<i64>) {
        let mut tx = self.db.begin().await.expect("a transaction");
        let sql = "UPDATE person SET disabled_at = $2 WHERE id = $1";
        let at: Value = at.into();
        tx.execute(sql, &[person.into(), at])
            .await
            .expect("a person");
        tx.commit().await.expect("kept");
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        let row = self
            .db
            .row(sql, &[])
            .await
            .expect("an answer")
            .expect("a row");
        row.int(0).expect("a number")
    }
}

const FACTS: &str = "SELECT COUNT(*) FROM fact";

#[tokio::test]
async fn trust_34_what_was_sealed_arrives_as_its_persons_own_whoever_sends_it() {
    let house = House::new().await;
    let with = sealing(&house, "ann").await;
    let (mut phone, friction) = Phone::whole_walk(1);
    let jpeg = picture();
    let photo = phone.shoot(friction, &jpeg);
    let words = seal(&with, &facts_of(&phone), None);
    let (first, rest) = jpeg.split_at(200);
    let pieces =
        [(0, first), (200, rest)].map(|(from, piece)| seal(&with, &[], Some((photo, from, piece))));
    house.post("/sign-out").by("ann").form("").send().await;

    // Another person's page sends it: who is signed in makes no difference.
    let sent = house
        .post("/api/v1/sealed")
        .by("col")
        .bytes(&words)
        .send()
        .await;
    assert_eq!(
        (sent.status.as_u16(), sent.text()),
        (200, "{\"taken\":true}")
    );
    for piece in &pieces {
        assert_eq!(house.send_seal(piece).await.status, 200);
    }
    house.seat("ann").await;
    let walk = format!("/api/v1/walks/{}", phone.walk);
    assert_eq!(house.get(&walk).by("ann").send().await.status, 200);
    for stranger in ["ben", "col", "dee"] {
        assert!(house.get(&walk).by(stranger).send().await.status.as_u16() >= 400);
    }
    let path = format!("/api/v1/photos/{photo}");
    assert_eq!(house.get(&path).by("ann").send().await.status, 200);
    assert_eq!(
        house.get(&path).by("tom").send().await.status,
        200,
        "the service's team sees it"
    );
}

#[tokio::test]
async fn trust_34_a_seal_sent_twenty_times_at_once_adds_each_fact_once() {
    let house = House::new().await;
    let with = sealing(&house, "ann").await;
    let (mut phone, friction) = Phone::whole_walk(1);
    let jpeg = picture();
    let photo = phone.shoot(friction, &jpeg);
    for sealed in [
        seal(&with, &facts_of(&phone), None),
        seal(&with, &[], Some((photo, 0, &jpeg))),
    ] {
        let all: Vec<_> = (0..20).map(|_| house.send_seal(&sealed)).collect();
        for answer in together(all).await {
            assert_eq!(answer.status, 200, "{}", answer.text());
        }
    }
    let facts = i64::try_from(phone.facts.len()).expect("few");
    assert_eq!(house.count(FACTS).await, facts);
    assert_eq!(house.count("SELECT COUNT(*) FROM photo").await, 1);
    assert_eq!(house.count("SELECT COUNT(*) FROM photo_part").await, 0);
}

#[tokio::test]
async fn trust_34_wrong_foreign_and_tampered_seals_get_one_and_the_same_answer() {
    let house = House::new().await;
    let (ann, col) = (sealing(&house, "ann").await, sealing(&house, "col").await);
    assert_ne!(ann.key, col.key, "each organisation has a key of its own");
    let (phone, _) = Phone::whole_walk(1);
    let facts = facts_of(&phone);
    let good = seal(&ann, &facts, None);
    let mut tampered = good.clone();
    *tampered.last_mut().expect("bytes") ^= 1;
    let mixed = |key: &Sealing, ticket: &Sealing| Sealing {
        key: key.key.clone(),
        ticket: ticket.ticket.clone(),
    };
    let nobody = Sealing {
        ticket: "0".repeat(64),
        ..ann.clone()
    };
    // Bytes of a photo whose fact never came.
    let lost = seal(&ann, &[], Some((PhotoId(phone.walk.0), 0, b"jpeg")));
    let before = house.contents().await;
    let all = [
        ("nothing", Vec::new()),
        ("words", b"FHS1 and no more".to_vec()),
        ("tampered", tampered),
        ("cut", good[..good.len() - 1].to_vec()),
        (
            "another key's name",
            [&good[..4], &seal(&col, &[], None)[4..12], &good[12..]].concat(),
        ),
        (
            "sealed to the other organisation",
            seal(&mixed(&col, &ann), &facts, None),
        ),
        (
            "somebody of the other organisation",
            seal(&mixed(&ann, &col), &facts, None),
        ),
        ("no ticket of ours", seal(&nobody, &facts, None)),
        ("not what belongs in it", seal_bytes(&ann, b"\0\0\0\x02{}")),
        ("a photo of nothing", lost),
    ];
    for (what, bytes) in all {
        let answer = house.send_seal(&bytes).await;
        let problem = answer.problem();
        assert_eq!(
            (answer.status.as_u16(), problem.as_str()),
            REFUSED,
            "{what}"
        );
    }
    let large = vec![b'x'; MOST_SEALED_BYTES + 1];
    assert_eq!(house.send_seal(&large).await.status, 413);
    let elsewhere = house.ask(axum::http::Method::POST, "/api/v1/sealed");
    let elsewhere = elsewhere.header("sec-fetch-site", "cross-site");
    assert_eq!(elsewhere.bytes(&good).send().await.status, 403);
    assert_eq!(house.contents().await, before);
    assert_eq!(house.send_seal(&good).await.status, 200);
}

#[tokio::test]
async fn trust_34_a_ticket_adds_to_its_owners_walks_only() {
    let house = House::new().await;
    let (phone, _) = Phone::whole_walk(1);
    house.sync("ann", phone.body()).await;
    let before = house.count(FACTS).await;
    let ben = sealing(&house, "ben").await;
    let mut more = Phone::new(9, NOON);
    more.walk = phone.walk;
    more.feel("Not mine to say.");
    assert_eq!(
        house
            .send_seal(&seal(&ben, &facts_of(&more), None))
            .await
            .status,
        200
    );
    assert_eq!(house.count(FACTS).await, before);
}

#[tokio::test]
async fn trust_34_a_disabled_persons_seals_are_held_and_taken_in_when_they_are_enabled_again() {
    let house = House::new().await;
    let with = sealing(&house, "ann").await;
    let (mut phone, friction) = Phone::whole_walk(1);
    let jpeg = picture();
    let photo = phone.shoot(friction, &jpeg);
    house.set_disabled("ann", Some(NOON)).await;
    let contents = house.contents().await;
    // The photo first: what is held is taken in in the order that works.
    let rest = seal(&with, &[], Some((photo, 200, &jpeg[200..])));
    let first = seal(&with, &[], Some((photo, 0, &jpeg[..200])));
    for sealed in [rest, first, seal(&with, &facts_of(&phone), None)] {
        for _ in 0..2 {
            let answer = house.send_seal(&sealed).await;
            assert_eq!(
                (answer.status.as_u16(), answer.text()),
                (200, "{\"taken\":true}")
            );
        }
    }
    let mut seen = house.contents().await;
    seen.retain(|line| !line.starts_with("held "));
    assert_eq!(seen, contents, "nothing of it is anywhere to be seen");
    assert_eq!(house.count("SELECT COUNT(*) FROM held_seal").await, 3);
    let store = &house.app.store;
    assert_eq!(store.take_in_held("ann", NOON).await.expect("held"), 0);

    house.set_disabled("ann", None).await;
    assert_eq!(store.take_in_held("ann", NOON).await.expect("taken in"), 3);
    assert_eq!(house.count("SELECT COUNT(*) FROM held_seal").await, 0);
    house.seat("ann").await;
    let path = format!("/api/v1/photos/{photo}");
    assert_eq!(house.get(&path).by("ann").send().await.status, 200);
    assert_eq!(store.take_in_held("ann", NOON).await.expect("nothing"), 0);
}

#[tokio::test]
async fn a_ticket_is_the_sessions_and_no_secret_is_kept_in_words() {
    let house = House::new().await;
    let (first, again) = (sealing(&house, "ann").await, sealing(&house, "ann").await);
    assert_eq!(first, again, "so that the news stay the same");
    assert_eq!(house.count("SELECT COUNT(*) FROM upload_ticket").await, 1);
    let kept = house
        .db
        .rows("SELECT ticket_hash FROM upload_ticket", &[])
        .await
        .expect("rows");
    assert!(
        kept.iter()
            .all(|row| row.text(0).expect("text") != first.ticket)
    );
    for nobody_who_walks in ["tom", "bob", "ada"] {
        let news = house
            .get("/api/v1/briefing")
            .by(nobody_who_walks)
            .send()
            .await;
        assert!(
            news.json::<Briefing>().sealing.is_none(),
            "{nobody_who_walks}"
        );
    }
    assert_eq!(sealing(&house, "ben").await.key, first.key);
}

#[tokio::test]
async fn trust_36_a_phone_that_signs_out_later_ends_its_own_session_and_no_other() {
    let house = House::new().await;
    let (ann, ben) = (mark::of("session-of-ann"), mark::of("session-of-ben"));
    let later = house
        .post("/sign-out")
        .by("ben")
        .form(&format!("only={ann}"))
        .send()
        .await;
    assert_eq!((later.status.as_u16(), later.cookie()), (204, ""));
    assert_eq!(
        house.get("/api/v1/briefing").by("ben").send().await.status,
        200
    );
    let own = house
        .post("/sign-out")
        .by("ben")
        .form(&format!("only={ben}"))
        .send()
        .await;
    assert_eq!(
        (own.status.as_u16(), own.cookie()),
        (204, "__Host-session=")
    );
    assert_eq!(
        house.get("/api/v1/briefing").by("ben").send().await.status,
        401
    );
    let any = house
        .post("/sign-out")
        .by("ann")
        .form("only=any")
        .send()
        .await;
    assert_eq!(any.status, 204);
    assert_eq!(
        house.get("/api/v1/briefing").by("ann").send().await.status,
        401
    );
}

#[tokio::test]
async fn trust_34_what_a_page_says_of_one_session_is_not_taken_for_anothers() {
    let house = House::new().await;
    let (phone, _) = Phone::whole_walk(1);
    let ask = house.post("/api/v1/sync").by("ben").json(phone.body());
    let other = ask
        .header(mark::HEADER, &mark::of("session-of-ann"))
        .send()
        .await;
    assert_eq!(other.problem(), "not_signed_in");
    assert_eq!(house.count(FACTS).await, 0);
    let ask = house.post("/api/v1/sync").by("ben").json(phone.body());
    let own = ask
        .header(mark::HEADER, &mark::of("session-of-ben"))
        .send()
        .await;
    assert_eq!(own.status, 200);
}

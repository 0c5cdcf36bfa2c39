//! A walk from a file: as if its phone had sent it.

use app::{
    mine::{FileFault, TakenIn},
    walk::{Category, Kind, PhotoRemoved, Reflected},
};
use serde_json::{Value, json};
use server::{
    store::{PhotoFault, StoreError},
    walk_file::WalkFile,
};

use crate::{
    House,
    house::{DAY, NOON},
    office::admin,
    on_both,
    phone::Phone,
    photos::Shot,
};

on_both![
    a_file_is_filed_for_its_leader_once,
    a_file_completes_what_arrived,
    a_bad_photo_does_not_keep_the_rest_out,
    only_the_leader_it_names_takes_a_file_in,
    a_walk_of_somebody_else_is_refused,
    words_that_stay_on_the_phone_stay_out,
    a_walk_counts_when_it_was_walked_not_when_it_was_carried,
];

fn file(phone: &Phone, person: &str, shots: &[&Shot]) -> Value {
    let photo = |shot: &&Shot| json!({ "id": shot.id, "sha256": "", "data": base64(&shot.bytes) });
    json!({
        "firsthand": "walk",
        "version": 1,
        "person": person,
        "walk": phone.walk,
        "saved_at": phone.now,
        "facts": phone.facts,
        "photos": shots.iter().map(photo).collect::<Vec<_>>(),
    })
}

/// Written out here, so that it is not read by what wrote it.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = |three: &[u8]| {
        let at = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        let digit = |place: usize| match place <= three.len() {
            true => char::from(DIGITS[(bits >> (18 - 6 * place)) as usize & 63]),
            false => '=',
        };
        (0..4).map(digit).collect::<String>()
    };
    bytes.chunks(3).map(digits).collect()
}

async fn take_in(house: &House, file: &Value) -> Result<TakenIn, FileFault> {
    let text = file.to_string();
    let desk = house.desk("ann").await;
    let file = WalkFile::read(text.as_bytes())?;
    desk.take_in(&file, NOON + DAY).await.expect("an answer")
}

/// Ann's whole walk with two photos, on her phone only.
fn walked() -> (Phone, [Shot; 2]) {
    let mut phone = Phone::whole_walk(1, "missed-bin");
    let friction = phone.feel(0, Category::Form);
    let shots = [(); 2].map(|()| Shot::of(&mut phone, friction));
    (phone, shots)
}

fn taken(facts: usize, photos: usize, known: usize, refused: usize) -> Result<TakenIn, FileFault> {
    Ok(TakenIn {
        facts,
        photos,
        known,
        refused,
    })
}

async fn a_file_is_filed_for_its_leader_once(house: House) {
    let (phone, [one, two]) = walked();
    let file = file(&phone, "ann", &[&one, &two]);
    assert_eq!(take_in(&house, &file).await, taken(28, 2, 0, 0));
    let rows = house.read_rows().await;
    assert_eq!(take_in(&house, &file).await, taken(0, 0, 30, 0));
    assert_eq!(house.read_rows().await, rows);
    let ann = house.desk("ann").await;
    assert_eq!(ann.own_log(phone.walk).await.expect("hers").len(), 28);
    for shot in [&one, &two] {
        ann.photo(shot.id).await.expect("hers");
    }
    // Her phone finds its signal again after all.
    let items = phone.send(&ann).await;
    assert_eq!(crate::phone::tally(&items), (0, 28, 0));
    assert_eq!(
        one.send(&ann, 0, 0).await.expect("known"),
        (one.size(), true)
    );
    let ada = admin(&house, "aber").await;
    assert!(ada.photo(one.id).await.is_err(), "she sees nothing of it");
}

async fn a_file_completes_what_arrived(house: House) {
    let (phone, [one, two]) = walked();
    let ann = house.desk("ann").await;
    crate::phone::send(&ann, &phone.facts).await;
    one.send(&ann, 0, one.bytes.len() / 2).await.expect("taken");
    // What arrived of the other is not what it should be.
    let mut arriving = ann.arriving(two.id).await.expect("it");
    arriving.take(0, vec![7; 9]).await.expect("taken");
    let file = file(&phone, "ann", &[&one, &two]);
    assert_eq!(take_in(&house, &file).await, taken(0, 2, 28, 0));
    for shot in [&one, &two] {
        ann.photo(shot.id).await.expect("whole");
    }
}

async fn a_bad_photo_does_not_keep_the_rest_out(house: House) {
    let (mut phone, [one, mut two]) = walked();
    let friction = one.friction;
    let gone = Shot::of(&mut phone, friction);
    let photo = gone.id;
    phone.note(&Kind::PhotoRemoved(PhotoRemoved { photo }));
    two.bytes[60] ^= 1;
    let mut file = file(&phone, "ann", &[&two, &gone, &one]);
    assert_eq!(take_in(&house, &file).await, taken(30, 1, 0, 2));
    file["photos"][0]["data"] = json!("*not base64*");
    file["facts"][3] = json!({ "odd": true });
    assert_eq!(take_in(&house, &file).await, taken(0, 0, 30, 3));
    let ann = house.desk("ann").await;
    ann.photo(one.id).await.expect("whole");
    let fault = gone.send(&ann, 0, 0).await;
    assert!(matches!(fault, Err(PhotoFault::Gone)), "{fault:?}");
}

/// An administrator who could take a file in for somebody could write as anybody, and take their words away.
async fn only_the_leader_it_names_takes_a_file_in(house: House) {
    let (phone, _) = walked();
    for person in ["ben", "cat", "nobody", ""] {
        let file = file(&phone, person, &[]);
        assert_eq!(take_in(&house, &file).await, Err(FileFault::NotYours));
    }
    let text = file(&phone, "ann", &[]).to_string();
    let whole = WalkFile::read(text.as_bytes()).expect("a walk");
    let ben = house.desk("ben").await.take_in(&whole, NOON).await;
    assert_eq!(ben.expect("an answer"), Err(FileFault::NotYours));
    for desk in [admin(&house, "aber").await, house.desk("tom").await] {
        let refused = desk.take_in(&whole, NOON).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM fact").await, 0);
    take_in(&house, &file(&phone, "ann", &[]))
        .await
        .expect("hers");
    let noted = "SELECT COUNT(*) FROM audit a JOIN walk w ON w.id = a.about AND w.author = a.person
                 WHERE a.what = 'walk_taken_in'";
    assert_eq!(house.number(noted).await, 1, "which walk is noted");
}

async fn a_walk_of_somebody_else_is_refused(house: House) {
    let (phone, [one, _]) = walked();
    phone.send(&house.desk("ben").await).await;
    let rows = house.read_rows().await;
    let file = file(&phone, "ann", &[&one]);
    assert_eq!(take_in(&house, &file).await, Err(FileFault::SomebodyElses));
    assert_eq!(house.read_rows().await, rows);
    assert_eq!(house.number("SELECT COUNT(*) FROM photo").await, 0);
}

async fn words_that_stay_on_the_phone_stay_out(house: House) {
    let (mut phone, _) = walked();
    phone.note(&Kind::Reflected(Reflected {
        question: "least_sure".into(),
        text: "I was afraid".into(),
        keep: false,
    }));
    take_in(&house, &file(&phone, "ann", &[]))
        .await
        .expect("taken");
    let afraid = "SELECT COUNT(*) FROM fact WHERE body LIKE '%afraid%'";
    assert_eq!(house.number(afraid).await, 0);
}

async fn a_walk_counts_when_it_was_walked_not_when_it_was_carried(house: House) {
    let (phone, _) = walked();
    take_in(&house, &file(&phone, "ann", &[]))
        .await
        .expect("taken");
    let began = "SELECT started_at FROM walk_row";
    assert_eq!(house.number(began).await, NOON + 60_000);
    // A phone whose clock is a year ahead.
    let mut ahead = Phone::new(2);
    ahead.now = NOON + 365 * DAY;
    ahead.start("missed-bin");
    take_in(&house, &file(&ahead, "ann", &[]))
        .await
        .expect("taken");
    let latest = "SELECT MAX(started_at) FROM walk_row";
    assert_eq!(house.number(latest).await, NOON + DAY);
}

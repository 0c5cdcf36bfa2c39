//! Photos that come with a form.

use super::*;

on_both![
    a_photo_from_a_form_is_made_anew_at_once,
    a_form_takes_no_more_than_fits,
];

async fn a_photo_from_a_form_is_made_anew_at_once(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Form);
    phone.send(&desk).await;
    let mut file = picture(&mut phone, 60);
    file.extend(b"the part that was cut away");
    let id = desk.add_photo(phone.walk, friction, file, NOON + 9).await;
    let id = id.expect("added");
    let shown = desk.photo(id).await.expect("a picture");
    assert!(!shown.windows(8).any(|part| part == b"the part"));
    let log = desk.own_log(phone.walk).await.expect("the log");
    let fact = log.iter().find(|fact| fact.id.0 == id.0).expect("its fact");
    let Some(Kind::PhotoAdded(told)) = fact.read() else {
        panic!("{fact:?}");
    };
    let hash = Sha256::digest(&shown);
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((told.sha256, told.bytes as usize), (hash, shown.len()));
    assert_eq!((told.width, told.height), (60, 60));
    let reply = desk.arriving(id).await.expect("it").reply();
    assert!(reply.done, "a phone that has the fact has nothing to send");
    assert!(
        log.iter().all(|fact| fact.id.0 <= id.0),
        "the last of the log"
    );
}

async fn a_form_takes_no_more_than_fits(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Form);
    phone.send(&desk).await;
    let file = picture(&mut phone, 8);
    for (person, friction) in [("ben", friction), ("ann", FrictionId(phone.walk.0))] {
        let desk = house.desk(person).await;
        let added = desk
            .add_photo(phone.walk, friction, file.clone(), NOON)
            .await;
        assert!(matches!(added, Err(PhotoFault::Unknown)), "{added:?}");
    }
    let page = b"<html>".to_vec();
    let added = desk.add_photo(phone.walk, friction, page, NOON).await;
    assert!(matches!(added, Err(PhotoFault::NotAnImage)), "{added:?}");
    let mut ids = Vec::new();
    for _ in 0..6 {
        let file = picture(&mut phone, 8);
        for _ in 0..2 {
            let added = desk.add_photo(phone.walk, friction, file.clone(), NOON);
            ids.push(added.await.expect("added"));
        }
    }
    ids.dedup();
    assert_eq!(ids.len(), 6, "a form sent twice adds one");
    let added = desk.add_photo(phone.walk, friction, file, NOON).await;
    assert!(matches!(added, Err(PhotoFault::TooMany)), "{added:?}");
    assert_eq!(pictures(&house).await, 6);
}

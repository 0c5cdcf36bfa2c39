//! Whose a photo is, and when it goes.

use super::*;

on_both![
    what_is_taken_back_loses_its_bytes,
    a_photo_taken_back_while_it_arrives_is_gone,
    a_photo_is_its_authors_and_the_services_team,
    rows_are_computed_anew_once_after_an_update,
];

async fn what_is_taken_back_loses_its_bytes(house: House) {
    let desk = house.desk("ann").await;
    let ways: [fn(&Shot) -> Kind; 4] = [
        |shot| Kind::PhotoRemoved(PhotoRemoved { photo: shot.id }),
        |shot| {
            let friction = shot.friction;
            Kind::FrictionWithdrawn(FrictionWithdrawn { friction })
        },
        |shot| erased(shot.id.0),
        |shot| erased(shot.friction.0),
    ];
    for (seed, way) in (1..).zip(ways) {
        for whole in [true, false] {
            let mut phone = Phone::new(seed * 2 + u64::from(whole));
            phone.start("missed-bin");
            let friction = phone.feel(0, Category::Form);
            let shot = Shot::of(&mut phone, friction);
            let other = phone.feel(1, Category::Form);
            let other = Shot::of(&mut phone, other);
            phone.send(&desk).await;
            other.send_all(&desk).await.expect("taken");
            let to = if whole { shot.bytes.len() } else { 100 };
            shot.send(&desk, 0, to).await.expect("taken");
            assert_eq!(parts(&house).await, i64::from(!whole));
            phone.note(&way(&shot));
            phone.send(&desk).await;
            let left = desk.photo(shot.id).await;
            assert!(matches!(left, Err(StoreError::NotFound)));
            assert_eq!(parts(&house).await, 0);
            let here = format!("SELECT COUNT(*) FROM photo WHERE walk = '{}'", phone.walk);
            assert_eq!(count(&house, here).await, 1, "the other one stays");
            desk.photo(other.id).await.expect("the other one");
            let gone = shot.send_all(&desk).await;
            assert!(matches!(gone, Err(PhotoFault::Gone)), "{gone:?}");
        }
    }
}

async fn a_photo_taken_back_while_it_arrives_is_gone(house: House) {
    let desk = house.desk("ann").await;
    let (mut phone, shot) = walk_with_photo(&desk).await;
    let mut arriving = desk.arriving(shot.id).await.expect("it");
    let (first, rest) = shot.bytes.split_at(300);
    arriving.take(0, first.to_vec()).await.expect("taken");
    let mut whole = desk.arriving(shot.id).await.expect("it");
    whole.take(300, rest.to_vec()).await.expect("taken");
    let photo = shot.id;
    phone.note(&Kind::PhotoRemoved(PhotoRemoved { photo }));
    phone.send(&desk).await;
    let taken = arriving.take(300, rest.to_vec()).await;
    assert!(matches!(taken, Err(PhotoFault::Gone)), "{taken:?}");
    let ended = whole.end().await;
    assert!(matches!(ended, Err(PhotoFault::Gone)), "{ended:?}");
    assert_eq!((parts(&house).await, pictures(&house).await), (0, 0));
}

async fn a_photo_is_its_authors_and_the_services_team(house: House) {
    let ann = house.desk("ann").await;
    let (_, shot) = walk_with_photo(&ann).await;
    for stranger in ["ben", "cat"] {
        let desk = house.desk(stranger).await;
        let sent = shot.send_all(&desk).await;
        assert!(matches!(sent, Err(PhotoFault::Unknown)), "{stranger}");
    }
    let team = house.desk("tom").await;
    let sent = shot.send_all(&team).await;
    assert!(
        matches!(sent, Err(PhotoFault::Unknown)),
        "a team sends none"
    );
    shot.send_all(&ann).await.expect("taken");
    for (person, sees) in [("ann", true), ("tom", true), ("ben", false), ("cat", false)] {
        let desk = house.desk(person).await;
        assert_eq!(desk.photo(shot.id).await.is_ok(), sees, "{person}");
    }
}

/// What an older version computed is computed again the first time a newer one opens the database.
async fn rows_are_computed_anew_once_after_an_update(house: House) {
    let desk = house.desk("ann").await;
    let (_, shot) = walk_with_photo(&desk).await;
    shot.send_all(&desk).await.expect("taken");
    let rows = house.read_rows().await;
    let pictures_before = pictures(&house).await;
    let mut tx = house.db.begin().await.expect("begun");
    for sql in ["UPDATE walk_row SET body = '{}'", "DELETE FROM photo_row"] {
        tx.execute(sql, &[]).await.expect("done");
    }
    tx.commit().await.expect("done");
    assert_eq!(house.number("SELECT COUNT(*) FROM upkeep").await, 1);
    Store::on_current(house.db.clone()).await.expect("opened");
    assert_eq!(house.read_rows().await, rows);
    assert_eq!(house.number("SELECT COUNT(*) FROM upkeep").await, 0);
    assert_eq!(pictures(&house).await, pictures_before);
}

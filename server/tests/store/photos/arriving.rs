//! Photos arrive in any pieces, whole or not at all.

use super::*;

on_both![
    a_photo_arrives_in_any_pieces,
    it_goes_on_only_where_it_stopped,
    bytes_that_are_not_the_photos_are_forgotten,
    what_is_no_image_is_forgotten,
    a_finished_photo_is_known_for_good,
    a_photo_is_unknown_until_its_story_is_here,
    two_that_send_the_same_photo_agree,
    a_photo_too_large_by_its_own_account_is_refused,
];

async fn a_photo_arrives_in_any_pieces(house: House) {
    let desk = house.desk("ann").await;
    let (mut phone, shot) = walk_with_photo(&desk).await;
    let whole = shot.bytes.len();
    // Every kind of boundary: the first byte, one at a time, the last byte.
    let mut cuts: Vec<usize> = vec![0, 1, 2, 3, whole - 2, whole - 1];
    cuts.extend((0..8).map(|_| phone.random.random_range(4..whole - 2)));
    cuts.sort_unstable();
    cuts.dedup();
    for cut in cuts.windows(2) {
        let reply = shot.send(&desk, cut[0], cut[1]).await.expect("taken");
        assert_eq!(reply, (u32::try_from(cut[1]).expect("small"), false));
        assert!(matches!(
            desk.photo(shot.id).await,
            Err(StoreError::NotFound)
        ));
    }
    let reply = shot.send(&desk, whole - 1, whole).await.expect("taken");
    assert_eq!(reply, (shot.size(), true));
    let shown = desk.photo(shot.id).await.expect("a picture");
    let shown = image::load_from_memory(&shown).expect("a JPEG").into_rgb8();
    let sent = image::load_from_memory(&shot.bytes)
        .expect("a JPEG")
        .into_rgb8();
    assert_eq!(shown.dimensions(), (40, 40));
    let far = |(a, b): (&Rgb<u8>, &Rgb<u8>)| (0..3).all(|at| a.0[at].abs_diff(b.0[at]) < 90);
    assert!(
        shown.pixels().zip(sent.pixels()).all(far),
        "the same picture"
    );
    assert_eq!(parts(&house).await, 0);
}

async fn it_goes_on_only_where_it_stopped(house: House) {
    let desk = house.desk("ann").await;
    let (_, shot) = walk_with_photo(&desk).await;
    shot.send(&desk, 0, 100).await.expect("taken");
    for from in [0, 99, 101, shot.bytes.len() - 1] {
        let wrong = shot.send(&desk, from, from + 1).await;
        assert!(
            matches!(wrong, Err(PhotoFault::Elsewhere(100))),
            "{wrong:?}"
        );
    }
    let asked = shot
        .send(&desk, 0, 0)
        .await
        .expect("asking is always right");
    assert_eq!(asked, (100, false));
    let rest = shot.send(&desk, 100, shot.bytes.len()).await;
    assert_eq!(rest.expect("taken"), (shot.size(), true));
}

async fn bytes_that_are_not_the_photos_are_forgotten(house: House) {
    let desk = house.desk("ann").await;
    let (_, mut shot) = walk_with_photo(&desk).await;
    shot.bytes[50] ^= 1;
    let damaged = shot.send_all(&desk).await;
    assert!(matches!(damaged, Err(PhotoFault::Damaged)), "{damaged:?}");
    assert_eq!(parts(&house).await, 0);
    shot.bytes[50] ^= 1;
    let whole = shot.bytes.len();
    shot.send(&desk, 0, whole - 1).await.expect("taken");
    let mut arriving = desk.arriving(shot.id).await.expect("it");
    let more = arriving.take(shot.size() - 1, vec![0; 2]).await;
    assert!(matches!(more, Err(PhotoFault::Damaged)), "{more:?}");
    assert_eq!(parts(&house).await, 0, "more than was told");
    let again = shot.send_all(&desk).await.expect("taken");
    assert_eq!(again, (shot.size(), true));
}

async fn what_is_no_image_is_forgotten(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Form);
    let page = b"<html><script>alert(1)</script>".to_vec();
    let shot = Shot::of_bytes(&mut phone, friction, page);
    phone.send(&desk).await;
    let refused = shot.send_all(&desk).await;
    assert!(
        matches!(refused, Err(PhotoFault::NotAnImage)),
        "{refused:?}"
    );
    assert_eq!((parts(&house).await, pictures(&house).await), (0, 0));
}

async fn a_finished_photo_is_known_for_good(house: House) {
    let desk = house.desk("ann").await;
    let (phone, shot) = walk_with_photo(&desk).await;
    shot.send_all(&desk).await.expect("taken");
    let first = desk.photo(shot.id).await.expect("a picture");
    for (from, to) in [(0, shot.bytes.len()), (0, 0), (7, 9)] {
        let again = shot.send(&desk, from, to).await.expect("known");
        assert_eq!(again, (shot.size(), true));
    }
    phone.send(&desk).await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(desk.photo(shot.id).await.expect("still"), first);
    assert_eq!((parts(&house).await, pictures(&house).await), (0, 1));
}

async fn a_photo_is_unknown_until_its_story_is_here(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Form);
    let shot = Shot::of(&mut phone, friction);
    let unknown = |sent: &Result<(u32, bool), PhotoFault>| matches!(sent, Err(PhotoFault::Unknown));
    assert!(unknown(&shot.send_all(&desk).await));
    // The photo's own fact, without the friction point it shows.
    crate::phone::send(&desk, &phone.facts[2..]).await;
    assert!(
        unknown(&shot.send_all(&desk).await),
        "not gone: it may yet stand"
    );
    phone.send(&desk).await;
    assert_eq!(
        shot.send_all(&desk).await.expect("taken"),
        (shot.size(), true)
    );
}

async fn two_that_send_the_same_photo_agree(house: House) {
    let desk = house.desk("ann").await;
    let (_, shot) = walk_with_photo(&desk).await;
    let shot = &shot;
    for at in (0..shot.bytes.len()).step_by(400) {
        let to = (at + 400).min(shot.bytes.len());
        let (one, two) = tokio::join!(shot.send(&desk, at, to), shot.send(&desk, at, to));
        for sent in [one, two] {
            let have = match sent {
                Ok((have, _)) | Err(PhotoFault::Elsewhere(have)) => have,
                Err(fault) => panic!("{fault:?}"),
            };
            assert_eq!(have, u32::try_from(to).expect("small"));
        }
    }
    assert_eq!(
        shot.send(&desk, 0, 0).await.expect("known"),
        (shot.size(), true)
    );
    assert_eq!((parts(&house).await, pictures(&house).await), (0, 1));
}

async fn a_photo_too_large_by_its_own_account_is_refused(house: House) {
    let desk = house.desk("ann").await;
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Form);
    let added = |bytes| PhotoAdded {
        friction,
        sha256: token::hash("nothing"),
        bytes,
        width: 1,
        height: 1,
    };
    for bytes in [MOST_PHOTO_BYTES + 1, u32::MAX] {
        let id = PhotoId(phone.note(&Kind::PhotoAdded(added(bytes))).0);
        phone.send(&desk).await;
        let fault = desk.arriving(id).await.err();
        assert!(matches!(fault, Some(PhotoFault::TooLarge)), "{fault:?}");
    }
}

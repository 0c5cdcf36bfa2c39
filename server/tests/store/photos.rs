//! Photos: they arrive in any pieces, whole or not at all, and go when they are taken back.

use app::walk::{
    Category, Erased, FactId, FrictionId, FrictionWithdrawn, Kind, MOST_PHOTO_BYTES, PhotoAdded,
    PhotoId, PhotoRemoved,
};
use image::{Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use rand::Rng;
use server::{
    store::{Desk, PhotoFault, Row, Store, StoreError},
    token,
};
use sha2::{Digest, Sha256};

use crate::{House, house::NOON, on_both, phone::Phone};

on_both![
    a_photo_arrives_in_any_pieces,
    it_goes_on_only_where_it_stopped,
    bytes_that_are_not_the_photos_are_forgotten,
    what_is_no_image_is_forgotten,
    a_finished_photo_is_known_for_good,
    a_photo_is_unknown_until_its_story_is_here,
    what_is_taken_back_loses_its_bytes,
    a_photo_taken_back_while_it_arrives_is_gone,
    two_that_send_the_same_photo_agree,
    a_photo_is_its_authors_and_the_services_team,
    a_photo_too_large_by_its_own_account_is_refused,
    a_photo_from_a_form_is_made_anew_at_once,
    a_form_takes_no_more_than_fits,
    rows_are_computed_anew_once_after_an_update,
];

/// A picture of about this many bytes that cannot be pressed.
pub fn picture(phone: &mut Phone, side: u32) -> Vec<u8> {
    let mut pixels = vec![0; (side * side * 3) as usize];
    phone.random.fill(&mut pixels[..]);
    let mut file = Vec::new();
    let image = RgbImage::from_raw(side, side, pixels).expect("pixels");
    JpegEncoder::new_with_quality(&mut file, 80)
        .encode_image(&image)
        .expect("a JPEG");
    file
}

/// A photo of a friction point, as its phone has it.
pub struct Shot {
    pub id: PhotoId,
    pub friction: FrictionId,
    pub bytes: Vec<u8>,
}

impl Shot {
    pub fn of(phone: &mut Phone, friction: FrictionId) -> Self {
        Self::of_picture(phone, friction, 40)
    }

    fn of_picture(phone: &mut Phone, friction: FrictionId, side: u32) -> Self {
        let bytes = picture(phone, side);
        Self::of_bytes(phone, friction, bytes)
    }

    fn of_bytes(phone: &mut Phone, friction: FrictionId, bytes: Vec<u8>) -> Self {
        let hash = Sha256::digest(&bytes);
        let added = PhotoAdded {
            friction,
            sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            bytes: u32::try_from(bytes.len()).expect("small"),
            width: 40,
            height: 40,
        };
        let id = PhotoId(phone.note(&Kind::PhotoAdded(added)).0);
        Self {
            id,
            friction,
            bytes,
        }
    }

    pub fn size(&self) -> u32 {
        u32::try_from(self.bytes.len()).expect("small")
    }

    /// Sends the bytes from one place to another.
    pub async fn send(
        &self,
        desk: &Desk,
        from: usize,
        to: usize,
    ) -> Result<(u32, bool), PhotoFault> {
        let mut arriving = desk.arriving(self.id).await?;
        let part = self.bytes[from..to].to_vec();
        arriving
            .take(u32::try_from(from).expect("small"), part)
            .await?;
        let reply = arriving.end().await?;
        Ok((reply.have, reply.done))
    }

    async fn send_all(&self, desk: &Desk) -> Result<(u32, bool), PhotoFault> {
        self.send(desk, 0, self.bytes.len()).await
    }
}

/// A walk that has begun, with a friction point and its photo. Only the facts are sent.
async fn walk_with_photo(desk: &Desk) -> (Phone, Shot) {
    walk_with_picture(desk, 40).await
}

/// The same with a picture of so many pixels on each side.
pub async fn walk_with_picture(desk: &Desk, side: u32) -> (Phone, Shot) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(0, Category::Form);
    let shot = Shot::of_picture(&mut phone, friction, side);
    phone.send(desk).await;
    (phone, shot)
}

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

fn erased(fact: uuid::Uuid) -> Kind {
    let fact = FactId(fact);
    Kind::Erased(Erased { fact })
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

async fn parts(house: &House) -> i64 {
    house.number("SELECT COUNT(*) FROM photo_part").await
}

async fn pictures(house: &House) -> i64 {
    house.number("SELECT COUNT(*) FROM photo").await
}

async fn count(house: &House, sql: String) -> i64 {
    let rows = house.db.rows(sqlx::AssertSqlSafe(sql), &[]).await;
    let number = |row: &Row| row.int(0).expect("a number");
    rows.expect("an answer").first().map(number).expect("a row")
}

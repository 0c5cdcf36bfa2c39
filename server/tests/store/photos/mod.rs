//! Photos: they arrive in any pieces, whole or not at all, and go when they are taken back.

mod arriving;
mod by_form;
mod kept;

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

use crate::{House, house::NOON, on_both, phone::Phone};
use sha2::{Digest, Sha256};

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

fn erased(fact: uuid::Uuid) -> Kind {
    let fact = FactId(fact);
    Kind::Erased(Erased { fact })
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

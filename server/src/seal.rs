//! Seals: what a phone leaves behind at sign-out, and only this server can open.
//!
//! HPKE in base mode (RFC 9180) with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. A seal is
//! `FHS1`, the name of the key (8 bytes), the phone's own key (65 bytes), and what is sealed. The first two are what the
//! seal is bound to besides. `public/seal.js` makes them.

use app::{
    walk::{Millis, PhotoId},
    wire::MOST_SEALED_BYTES,
};
use hpke::{
    Deserializable, Kem, OpModeR, Serializable, aead::AesGcm256, kdf::HkdfSha256,
    kem::DhP256HkdfSha256, single_shot_open,
};
use serde::Deserialize;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::token::hex;

/// What these keys are for; a key derived for anything else would be another.
const INFO: &[u8] = b"firsthand sealed outbox 1";
const MARK: &[u8; 4] = b"FHS1";
const NAME_BYTES: usize = 8;
const HEAD_BYTES: usize = MARK.len() + NAME_BYTES;
const KEY_BYTES: usize = 65;

/// A key pair to seal to and open with.
#[derive(Clone)]
pub struct KeyPair {
    /// What a seal names it by: 16 hexadecimal digits.
    pub name: String,
    /// 32 bytes. Never leaves the database.
    pub secret: Vec<u8>,
    /// A point on the curve, 65 bytes.
    pub public: Vec<u8>,
}

impl KeyPair {
    /// A fresh one, from the operating system's randomness.
    #[must_use]
    pub fn fresh() -> Self {
        let (secret, public) = DhP256HkdfSha256::gen_keypair();
        let public = public.to_bytes().to_vec();
        Self {
            name: hex(&Sha256::digest(&public)[..NAME_BYTES]),
            secret: secret.to_bytes().to_vec(),
            public,
        }
    }
}

/// A seal, before it is opened.
#[derive(Clone, Copy, Debug)]
pub struct Seal<'a> {
    head: &'a [u8],
    key: &'a [u8],
    sealed: &'a [u8],
}

impl<'a> Seal<'a> {
    /// Reads the outside of a seal; none when it is none.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        if bytes.len() > MOST_SEALED_BYTES || !bytes.starts_with(MARK) {
            return None;
        }
        let (head, rest) = bytes.split_at_checked(HEAD_BYTES)?;
        let (key, sealed) = rest.split_at_checked(KEY_BYTES)?;
        Some(Self { head, key, sealed })
    }

    /// The name of the key it is sealed to.
    #[must_use]
    pub fn key_name(&self) -> String {
        hex(&self.head[MARK.len()..])
    }

    /// What is in it; none when it was not sealed to this key, or was touched.
    #[must_use]
    pub fn open(&self, secret: &[u8]) -> Option<Vec<u8>> {
        let secret = <DhP256HkdfSha256 as Kem>::PrivateKey::from_bytes(secret).ok()?;
        let key = <DhP256HkdfSha256 as Kem>::EncappedKey::from_bytes(self.key).ok()?;
        single_shot_open::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
            &OpModeR::Base,
            &secret,
            &key,
            INFO,
            self.sealed,
            self.head,
        )
        .ok()
    }
}

/// What was in a seal: the length of the words (4 bytes), the words as JSON, then the bytes of a photo.
#[derive(Debug)]
pub struct Content<'a> {
    /// The words.
    pub words: Words<'a>,
    /// A piece of a photo, or nothing.
    pub bytes: &'a [u8],
}

/// The words in a seal.
#[derive(Debug, Deserialize)]
pub struct Words<'a> {
    /// Who it is from: an upload ticket.
    pub ticket: String,
    /// The phone's clock when it was sealed.
    pub sealed_at: Millis,
    /// Facts of the person's walks, as they travel.
    #[serde(borrow, default)]
    pub facts: Vec<&'a RawValue>,
    /// What the bytes are of.
    #[serde(default)]
    pub photo: Option<Piece>,
}

/// A piece of a photo.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Piece {
    /// Which photo.
    pub id: PhotoId,
    /// The place of the piece's first byte in it.
    pub from: u32,
}

impl<'a> Content<'a> {
    /// Reads what was in a seal.
    #[must_use]
    pub fn read(opened: &'a [u8]) -> Option<Self> {
        let (length, rest) = opened.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (words, bytes) = rest.split_at_checked(length)?;
        let words = serde_json::from_slice(words).ok()?;
        Some(Self { words, bytes })
    }
}

#[cfg(test)]
mod tests {
    use hpke::{OpModeS, single_shot_seal};

    use super::*;

    fn sealed(to: &KeyPair, text: &[u8]) -> Vec<u8> {
        let public = <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(&to.public).expect("a key");
        let name = Sha256::digest(&to.public);
        let head = [MARK.as_slice(), &name[..NAME_BYTES]].concat();
        let (key, sealed) = single_shot_seal::<AesGcm256, HkdfSha256, DhP256HkdfSha256>(
            &OpModeS::Base,
            &public,
            INFO,
            text,
            &head,
        )
        .expect("sealed");
        [head, key.to_bytes().to_vec(), sealed].concat()
    }

    #[test]
    fn what_is_sealed_is_opened_by_its_key_alone() {
        let (ours, other) = (KeyPair::fresh(), KeyPair::fresh());
        let bytes = sealed(&ours, b"a walk");
        let seal = Seal::read(&bytes).expect("a seal");
        assert_eq!(seal.key_name(), ours.name);
        assert_eq!(seal.open(&ours.secret).as_deref(), Some(&b"a walk"[..]));
        assert_eq!(seal.open(&other.secret), None);
    }

    #[test]
    fn a_seal_touched_anywhere_stays_shut() {
        let ours = KeyPair::fresh();
        let whole = sealed(&ours, b"a walk");
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            let opened = Seal::read(&bytes).and_then(|seal| seal.open(&ours.secret));
            assert_eq!(opened, None, "byte {at}");
        }
        for cut in [0, 3, 11, 12, 76, 77, whole.len() - 1] {
            let opened = Seal::read(&whole[..cut]).and_then(|seal| seal.open(&ours.secret));
            assert_eq!(opened, None, "cut at {cut}");
        }
    }

    #[test]
    fn content_that_is_none_is_none() {
        for odd in [
            &b""[..],
            b"\0\0\0",
            b"\0\0\0\x09{}",
            b"\0\0\0\x02{}",
            b"\xff\xff\xff\xff{}",
        ] {
            assert!(Content::read(odd).is_none(), "{odd:?}");
        }
        let words = br#"{"ticket":"t","sealed_at":5,"facts":[{"a":1}],"later":true}"#;
        let length = u32::try_from(words.len()).expect("short").to_be_bytes();
        let opened = [&length[..], words, b"jpeg"].concat();
        let content = Content::read(&opened).expect("content");
        assert_eq!(
            (content.words.facts.len(), content.bytes),
            (1, &b"jpeg"[..])
        );
        assert_eq!(content.words.photo.map(|piece| piece.from), None);
    }
}

//! An authenticator in software, that can also do what no honest one does.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The person was there.
const PRESENT: u8 = 1;
/// The person was verified: by finger, face or code.
const VERIFIED: u8 = 4;
/// A new credential comes along.
const ATTESTED: u8 = 64;

/// One device with one passkey on it.
#[derive(Clone)]
pub struct Authenticator {
    key: SigningKey,
    /// The credential's id.
    pub id: Vec<u8>,
    /// What it knows its owner by, base64url.
    pub handle: String,
    pub counter: u32,
    pub verifies: bool,
    pub origin: String,
}

impl Authenticator {
    /// A new one; `seed` tells it from others.
    pub fn new(seed: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[seed; 32]).expect("a key"),
            id: vec![seed; 32],
            handle: String::new(),
            counter: 1,
            verifies: true,
            origin: "http://localhost:3000".into(),
        }
    }

    /// Makes the passkey that was asked for.
    pub fn make(&mut self, options: &Value) -> String {
        let options = &options["publicKey"];
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        self.handle = options["user"]["id"].as_str().expect("a handle").into();
        let mut data = self.data(options["rp"]["id"].as_str().expect("a name"), ATTESTED);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        data.extend(&self.id);
        data.extend(self.public_key());
        // {"fmt": "none", "attStmt": {}, "authData": data}
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len()).expect("short"));
        attestation.extend(&data);
        let client = self.client("webauthn.create", &options["challenge"]);
        self.answer(json!({
            "clientDataJSON": text(client.as_bytes()),
            "attestationObject": text(&attestation),
        }))
    }

    /// Signs what was asked for, and counts.
    pub fn sign(&mut self, options: &Value) -> String {
        let options = &options["publicKey"];
        self.counter += 1;
        let data = self.data(options["rpId"].as_str().expect("a name"), 0);
        let client = self.client("webauthn.get", &options["challenge"]);
        let mut signed = data.clone();
        signed.extend(Sha256::digest(client.as_bytes()));
        let signature: Signature = self.key.sign(&signed);
        self.answer(json!({
            "clientDataJSON": text(client.as_bytes()),
            "authenticatorData": text(&data),
            "signature": text(&der(&signature.to_bytes())),
            "userHandle": self.handle,
        }))
    }

    fn answer(&self, response: Value) -> String {
        let id = text(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} })
            .to_string()
    }

    fn client(&self, what: &str, challenge: &Value) -> String {
        json!({ "type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
    }

    fn data(&self, name: &str, more: u8) -> Vec<u8> {
        let mut data = Sha256::digest(name.as_bytes()).to_vec();
        data.push(PRESENT | more | if self.verifies { VERIFIED } else { 0 });
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// As COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        let mut cose = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".to_vec();
        cose.extend(x);
        cose.extend(b"\x22\x58\x20");
        cose.extend(y);
        cose
    }
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Two numbers of 32 bytes as ASN.1 writes them.
fn der(both: &[u8]) -> Vec<u8> {
    let number = |bytes: &[u8]| {
        let start = bytes.iter().position(|it| *it != 0).unwrap_or(31);
        let mut plain = bytes[start..].to_vec();
        if plain[0] >= 128 {
            plain.insert(0, 0);
        }
        let mut der = vec![2, u8::try_from(plain.len()).expect("short")];
        der.extend(plain);
        der
    };
    let body = [number(&both[..32]), number(&both[32..])].concat();
    let mut der = vec![48, u8::try_from(body.len()).expect("short")];
    der.extend(body);
    der
}

//! Making passkeys, and checking what they sign.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use uuid::Uuid;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyAuthentication, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
    WebauthnError,
};

use crate::store::{KeptPasskey, Maker};

/// Why a passkey was not made or not taken. Whoever sent it is told only that it did not work.
#[derive(Debug)]
pub enum Refused {
    /// Not what a browser sends, or what we kept cannot be read.
    Unreadable,
    /// Another origin, a signature that is not theirs, nobody verified, a counter that went back.
    Unsound(WebauthnError),
    /// Another person's.
    NotTheirs,
}

impl From<WebauthnError> for Refused {
    fn from(error: WebauthnError) -> Self {
        Self::Unsound(error)
    }
}

impl From<serde_json::Error> for Refused {
    fn from(_: serde_json::Error) -> Self {
        Self::Unreadable
    }
}

/// What is sent to the browser, and what is kept to check its answer.
#[derive(Debug)]
pub struct Asked {
    /// The options for the browser.
    pub options: Value,
    /// The state; it never leaves the server.
    pub state: String,
}

/// A passkey as it is to be kept.
#[derive(Debug)]
pub struct Fresh {
    /// The credential's id, base64url.
    pub id: String,
    /// Public key and counter, as JSON.
    pub body: String,
}

/// Makes and checks passkeys for one server name.
#[derive(Clone, Debug)]
pub struct Passkeys(Arc<Webauthn>);

impl Passkeys {
    /// For people who reach the server at this address. None where browsers make no passkeys: at an IP address, or
    /// without TLS (but for `localhost`).
    #[must_use]
    pub fn at(base_url: &str) -> Option<Self> {
        let url = Url::parse(base_url).ok()?;
        let domain = url.domain()?.to_owned();
        if url.scheme() != "https" && domain != "localhost" {
            return None;
        }
        let built = WebauthnBuilder::new(&domain, &url).ok()?;
        let built = built.rp_name("Firsthand").build().ok()?;
        Some(Self(Arc::new(built)))
    }

    /// Asks a browser to make one.
    ///
    /// # Errors
    /// When what we kept cannot be read.
    pub fn ask_to_make(&self, maker: &Maker, organisation: &str) -> Result<Asked, Refused> {
        let ids: Vec<CredentialID> = maker
            .passkeys
            .iter()
            .map(|id| bytes_of(id))
            .collect::<Result<_, _>>()?;
        let name = [&maker.name, ", ", organisation].concat();
        let (options, state) =
            self.0
                .start_passkey_registration(maker.handle, &name, &maker.name, Some(ids))?;
        let mut options = serde_json::to_value(options)?;
        // The crate asks authenticators not to remember whose it is. Without that nobody could sign in with one button.
        let chosen = &mut options["publicKey"]["authenticatorSelection"];
        chosen["residentKey"] = "required".into();
        chosen["requireResidentKey"] = true.into();
        chosen["userVerification"] = "required".into();
        asked(options, &state)
    }

    /// Takes one that was made.
    ///
    /// # Errors
    /// When it is not what was asked for.
    pub fn made(&self, state: &str, answer: Value) -> Result<Fresh, Refused> {
        let state: PasskeyRegistration = read(state)?;
        let answer: RegisterPublicKeyCredential = serde_json::from_value(answer)?;
        let passkey = self.0.finish_passkey_registration(&answer, &state)?;
        Ok(Fresh {
            id: URL_SAFE_NO_PAD.encode(passkey.cred_id()),
            body: serde_json::to_string(&passkey)?,
        })
    }

    /// Asks a browser for whichever passkey the person picks: it says itself whose it is.
    ///
    /// # Errors
    /// None that is expected.
    pub fn ask_who(&self) -> Result<Asked, Refused> {
        let (options, state) = self.0.start_discoverable_authentication()?;
        let mut options = serde_json::to_value(options)?;
        // A button was pressed: this is no suggestion inside a form.
        if let Some(options) = options.as_object_mut() {
            options.remove("mediation");
        }
        asked(options, &state)
    }

    /// The id of the passkey that an answer to [`Passkeys::ask_who`] was signed with, and whom it is for.
    ///
    /// # Errors
    /// When it is not what a browser sends.
    pub fn named(&self, answer: &Value) -> Result<(String, Uuid), Refused> {
        let answer: PublicKeyCredential = serde_json::from_value(answer.clone())?;
        let (handle, id) = self.0.identify_discoverable_authentication(&answer)?;
        Ok((URL_SAFE_NO_PAD.encode(id), handle))
    }

    /// Checks an answer to [`Passkeys::ask_who`]. The passkey's body after it.
    ///
    /// # Errors
    /// When the passkey did not sign it, nobody was verified, or its counter went back.
    pub fn is_who(
        &self,
        state: &str,
        answer: Value,
        kept: &KeptPasskey,
    ) -> Result<String, Refused> {
        let (_, handle) = self.named(&answer)?;
        let state: DiscoverableAuthentication = read(state)?;
        let answer: PublicKeyCredential = serde_json::from_value(answer)?;
        let mut passkey: Passkey = read(&kept.body)?;
        let result = self
            .0
            .finish_discoverable_authentication_v2(&answer, state, &passkey)?;
        if handle != kept.handle {
            return Err(Refused::NotTheirs);
        }
        passkey.update_credential(&result);
        Ok(serde_json::to_string(&passkey)?)
    }

    /// Asks a browser for one of these passkeys.
    ///
    /// # Errors
    /// When there are none, or what we kept cannot be read.
    pub fn ask_for(&self, kept: &[KeptPasskey]) -> Result<Asked, Refused> {
        let passkeys: Vec<Passkey> = kept
            .iter()
            .map(|kept| read(&kept.body))
            .collect::<Result<_, _>>()?;
        let (options, state) = self.0.start_passkey_authentication(&passkeys)?;
        asked(serde_json::to_value(options)?, &state)
    }

    /// Checks an answer to [`Passkeys::ask_for`]: which passkey it was, and its body after it.
    ///
    /// # Errors
    /// When none of these passkeys signed it, nobody was verified, or a counter went back.
    pub fn is_there<'a>(
        &self,
        state: &str,
        answer: Value,
        kept: &'a [KeptPasskey],
    ) -> Result<(&'a KeptPasskey, String), Refused> {
        let state: PasskeyAuthentication = read(state)?;
        let answer: PublicKeyCredential = serde_json::from_value(answer)?;
        let result = self.0.finish_passkey_authentication(&answer, &state)?;
        for kept in kept {
            let mut passkey: Passkey = read(&kept.body)?;
            if passkey.update_credential(&result).is_some() {
                return Ok((kept, serde_json::to_string(&passkey)?));
            }
        }
        Err(Refused::NotTheirs)
    }
}

/// A passkey nobody has: for an answer signed by one we do not know, so that it is refused by the same check as any.
#[must_use]
pub fn decoy(id: &str, handle: Uuid, answer: &Value) -> KeptPasskey {
    let data = answer["response"]["authenticatorData"].as_str();
    let data = bytes_of(data.unwrap_or_default()).unwrap_or_default();
    // Bits 3 and 4 of the flags: could be backed up, is backed up.
    let flags = data.get(32).copied().unwrap_or_default();
    let body = json!({ "cred": {
        "cred_id": id,
        "cred": { "type_": "ES256", "key": { "EC_EC2": {
            "curve": "SECP256R1",
            "x": "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",
            "y": "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
        } } },
        "counter": 0,
        "transports": null,
        "user_verified": true,
        "backup_eligible": flags & 8 != 0,
        "backup_state": flags & 16 != 0,
        "registration_policy": "required",
        "extensions": {
            "cred_protect": "Ignored",
            "hmac_create_secret": "NotRequested",
            "appid": "NotRequested",
            "cred_props": "Ignored",
        },
        "attestation": { "data": "None", "metadata": "None" },
        "attestation_format": "none",
    } });
    KeptPasskey {
        id: id.to_owned(),
        person: String::new(),
        handle,
        body: body.to_string(),
    }
}

fn bytes_of(id: &str) -> Result<Vec<u8>, Refused> {
    let bytes = URL_SAFE_NO_PAD.decode(id);
    bytes.map_err(|_| Refused::Unreadable)
}

fn asked(options: Value, state: &impl Serialize) -> Result<Asked, Refused> {
    let state = serde_json::to_string(state)?;
    Ok(Asked { options, state })
}

fn read<T: DeserializeOwned>(kept: &str) -> Result<T, Refused> {
    Ok(serde_json::from_str(kept)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_name() {
        for able in [
            "https://firsthand.example",
            "https://firsthand.example:8443",
            "http://localhost:3000",
        ] {
            assert!(Passkeys::at(able).is_some(), "{able}");
        }
        for unable in [
            "http://127.0.0.1:3000",
            "https://192.0.2.1",
            "https://[::1]:3000",
            "http://firsthand.example",
            "nonsense",
        ] {
            assert!(Passkeys::at(unable).is_none(), "{unable}");
        }
    }

    #[test]
    fn the_decoy_is_a_passkey_like_any() {
        let kept = decoy("AQID", Uuid::nil(), &json!({}));
        let passkey: Passkey = read(&kept.body).unwrap();
        assert_eq!(passkey.cred_id().as_slice(), [1, 2, 3]);
    }

    #[test]
    fn a_passkey_is_asked_for_that_knows_whose_it_is_and_verifies_them() {
        let passkeys = Passkeys::at("https://firsthand.example").unwrap();
        let handle = Uuid::from_u128(7);
        let maker = Maker {
            name: "Rhian Morgan".into(),
            organisation: app::walk::Text::default(),
            handle,
            passkeys: vec!["AQID".into()],
        };
        let asked = passkeys.ask_to_make(&maker, "Aber").unwrap().options;
        let options = &asked["publicKey"];
        let chosen = &options["authenticatorSelection"];
        assert_eq!(chosen["residentKey"], "required");
        assert_eq!(chosen["requireResidentKey"], true);
        assert_eq!(chosen["userVerification"], "required");
        assert_eq!(options["attestation"], "none");
        assert_eq!(options["rp"]["id"], "firsthand.example");
        assert_eq!(options["user"]["name"], "Rhian Morgan, Aber");
        assert_eq!(options["excludeCredentials"][0]["id"], "AQID");
        let asked = passkeys.ask_who().unwrap().options;
        assert!(asked.get("mediation").is_none(), "{asked}");
        let allowed = asked["publicKey"]["allowCredentials"].as_array();
        assert!(allowed.is_none_or(Vec::is_empty), "{asked}");
        assert_eq!(asked["publicKey"]["userVerification"], "required");
    }
}

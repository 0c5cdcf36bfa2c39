//! Invitations: how people get in. An address to open, and the same as a code to type.

use app::walk::Millis;

use crate::{
    store::{Issued, Store, StoreError},
    token,
};

const MINUTE: Millis = 60 * 1000;

/// What an invitation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The person makes their first passkey.
    First,
    /// The person has lost theirs: the old ones go once a new one is made.
    Recovery,
    /// The person made it themselves, for another device; it takes nothing away.
    Device,
}

impl Kind {
    /// The code it is stored by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Recovery => "recovery",
            Self::Device => "device",
        }
    }

    /// The kind with this code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [Self::First, Self::Recovery, Self::Device];
        all.into_iter().find(|kind| kind.code() == code)
    }

    /// How long it works.
    #[must_use]
    pub fn lasts(self) -> Millis {
        match self {
            Self::First => 24 * 60 * MINUTE,
            Self::Recovery => 60 * MINUTE,
            Self::Device => 10 * MINUTE,
        }
    }
}

/// Crockford's alphabet: no I, L, O or U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 12 letters of 5 bits: 60 bits, out of reach of guessing within a day.
const CODE_LETTERS: usize = 12;

/// An invitation as it is handed over. The server keeps only hashes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The secret in its address.
    pub token: String,
    /// The code to type, such as `7K2M-Q9TD-1XWB`.
    pub code: String,
}

impl Invitation {
    /// A new one. Nobody knows it until its hashes are kept.
    #[must_use]
    pub fn fresh() -> Self {
        Self {
            token: token::fresh(),
            code: fresh_code(),
        }
    }

    /// What is kept of it: the hash of the token, and that of the code.
    #[must_use]
    pub fn hashes(&self) -> (String, String) {
        (
            token::hash(&self.token),
            token::hash(&in_one_spelling(&self.code)),
        )
    }

    /// The address to open.
    #[must_use]
    pub fn address(&self, base_url: &str) -> String {
        format!("{base_url}/invite/{}", self.token)
    }
}

/// Makes an invitation for a person. It works once; what it is for and until when comes with it.
///
/// # Errors
/// When the store cannot keep it, or there is no such person.
pub async fn issue(
    store: &Store,
    person: &str,
    now: Millis,
) -> Result<(Invitation, Issued), StoreError> {
    let invitation = Invitation::fresh();
    let issued = store.issue(person, &invitation, now).await?;
    Ok((invitation, issued))
}

/// The hash an invitation is found by, from what a person typed: the code in any spelling, or the whole address. None
/// for what is neither, and so no invitation's.
#[must_use]
pub fn hash_of_typed(typed: &str) -> Option<String> {
    let last = typed.trim().rsplit('/').next().unwrap_or_default();
    hash_of_address(last).or_else(|| hash_of_code(last))
}

/// The hash an invitation is found by, from the secret in its address. None for anything else, codes among it: those
/// are to be typed where tries are counted.
#[must_use]
pub fn hash_of_address(secret: &str) -> Option<String> {
    let like_ours = secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
    like_ours.then(|| token::hash(secret))
}

fn hash_of_code(typed: &str) -> Option<String> {
    let plain = in_one_spelling(typed);
    let ours = |byte: u8| LETTERS.contains(&byte);
    (plain.len() == CODE_LETTERS && plain.bytes().all(ours)).then(|| token::hash(&plain))
}

fn in_one_spelling(typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    letters.map(one_spelling).collect()
}

/// What people read wrongly is the same letter to us.
fn one_spelling(letter: char) -> char {
    match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

fn fresh_code() -> String {
    let random = token::fresh();
    // Two hexadecimal digits for each letter: 256 is a multiple of 32, so every letter is as likely.
    let letters = random.as_bytes().chunks(2).take(CODE_LETTERS).map(|pair| {
        let digits = std::str::from_utf8(pair).unwrap_or_default();
        let byte = usize::from_str_radix(digits, 16).unwrap_or_default();
        char::from(LETTERS[byte % LETTERS.len()])
    });
    let letters: Vec<char> = letters.collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_spelt() {
        let hash = hash_of_typed("7K2M-Q9TD-1XW0");
        assert!(hash.is_some());
        for typed in ["7k2mq9td1xw0", " 7K2M Q9TD IXWO ", "7k2m-q9td-lxwo"] {
            assert_eq!(hash_of_typed(typed), hash, "{typed}");
        }
        assert_ne!(hash_of_typed("7K2M-Q9TD-1XW1"), hash);
    }

    #[test]
    fn a_whole_address_may_be_pasted() {
        let token = token::fresh();
        assert_eq!(
            hash_of_typed(&format!("https://a.example/invite/{token}\n")),
            Some(token::hash(&token))
        );
    }

    #[test]
    fn what_can_be_no_code_has_no_hash() {
        for typed in [
            "",
            " ",
            "7K2M",
            "7K2M-Q9TD-1XW0-1",
            "UUUU-UUUU-UUUU",
            "Ŵ2M-Q9TD-1XW0",
        ] {
            assert_eq!(hash_of_typed(typed), None, "{typed}");
        }
        assert_eq!(hash_of_address("7K2MQ9TD1XW0"), None);
        assert_eq!(hash_of_address(&token::hash("")[1..]), None);
    }

    #[test]
    fn codes_are_twelve_letters_in_three_groups() {
        let code = fresh_code();
        assert_eq!(code.len(), 14, "{code}");
        assert!(
            code.split('-')
                .all(|group| group.bytes().all(|byte| LETTERS.contains(&byte))),
            "{code}"
        );
        assert_ne!(code, fresh_code());
    }
}

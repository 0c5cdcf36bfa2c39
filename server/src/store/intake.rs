//! Reading what a phone sent: each fact stands or falls by itself.

use app::{
    walk::{Fact, FactId, Kind, MAX_FACT_BYTES, Millis, WalkId},
    wire::{Refusal, SyncItem, SyncStatus},
};
use serde::Deserialize;
use serde_json::value::RawValue;

/// The facts of one request, ready to be kept for one person.
#[derive(Clone, Debug)]
pub(super) struct Intake {
    pub organisation: String,
    pub person: String,
    pub time_zone: String,
    pub sent_at: Millis,
    pub received_at: Millis,
    /// In the order sent: a fact, or why not.
    pub facts: Vec<Result<NewFact, SyncItem>>,
}

/// A fact that can be read.
#[derive(Clone, Debug)]
pub(super) struct NewFact {
    pub id: FactId,
    pub walk: WalkId,
    pub at: Millis,
    pub kind: String,
    pub body: String,
}

/// Reads one fact as it was sent.
pub(super) fn read(raw: &RawValue) -> Result<NewFact, SyncItem> {
    let body = raw.get();
    if body.len() > MAX_FACT_BYTES {
        return Err(refused(id_of(body), Refusal::TooLarge));
    }
    let fact: Fact =
        serde_json::from_str(body).map_err(|_| refused(id_of(body), Refusal::Unreadable))?;
    Ok(NewFact {
        id: fact.id,
        walk: fact.walk,
        at: fact.at,
        body: without_what_stays(&fact).unwrap_or_else(|| body.to_owned()),
        kind: fact.kind,
    })
}

pub(super) fn refused(id: Option<FactId>, reason: Refusal) -> SyncItem {
    SyncItem {
        id,
        status: SyncStatus::Refused,
        reason: Some(reason),
    }
}

/// The id of something that is not a fact, so that the phone can name it.
fn id_of(body: &str) -> Option<FactId> {
    #[derive(Deserialize)]
    struct Named {
        id: FactId,
    }
    serde_json::from_str(body).ok().map(|named: Named| named.id)
}

/// A reflection its author did not choose to keep here loses its words at the door, should a phone ever send one.
fn without_what_stays(fact: &Fact) -> Option<String> {
    let Some(Kind::Reflected(mut reflected)) = fact.read().filter(Kind::stays_on_phone) else {
        return None;
    };
    reflected.text.clear();
    let empty = Fact::new(fact.id, fact.walk, fact.at, &Kind::Reflected(reflected));
    serde_json::to_string(&empty).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0198c5f0-0000-7000-8000-000000000001";

    fn raw(kind: &str, data: &str) -> Box<RawValue> {
        let json =
            format!(r#"{{"id":"{ID}","walk":"{ID}","at":5,"kind":"{kind}", "data":{data}}}"#);
        RawValue::from_string(json).expect("JSON")
    }

    #[test]
    fn a_fact_is_kept_byte_for_byte() {
        let raw = raw("step_opened", r#"{ "step" : 1, "new": [1] }"#);
        assert_eq!(read(&raw).expect("a fact").body, raw.get());
    }

    #[test]
    fn what_cannot_be_taken_is_named() {
        let id = ID.parse().ok();
        let large = raw("later", &format!("\"{}\"", "x".repeat(MAX_FACT_BYTES)));
        assert_eq!(read(&large).err(), Some(refused(id, Refusal::TooLarge)));
        let half = RawValue::from_string(format!(r#"{{"id":"{ID}"}}"#)).expect("JSON");
        assert_eq!(read(&half).err(), Some(refused(id, Refusal::Unreadable)));
        let nothing = RawValue::from_string("[]".to_owned()).expect("JSON");
        assert_eq!(
            read(&nothing).err(),
            Some(refused(None, Refusal::Unreadable))
        );
    }

    #[test]
    fn a_reflection_that_was_to_stay_on_the_phone_leaves_its_words_outside() {
        let data = r#"{"question":"least_sure","text":"I was afraid"}"#;
        let kept = read(&raw("reflected", data)).expect("a fact");
        assert!(!kept.body.contains("afraid"));
        let data = r#"{"question":"least_sure","text":"I was afraid","keep":true}"#;
        let kept = read(&raw("reflected", data)).expect("a fact");
        assert!(kept.body.contains("afraid"));
    }
}

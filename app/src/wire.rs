//! What travels between phone and server. Old phones live for months: add, never change.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::walk::{Fact, FactId, FrictionId, Millis, Task, Text, Walk, WalkId};

/// The most facts one sync request may carry.
pub const MOST_FACTS: usize = 500;
/// The most bytes one sync request may take.
pub const MOST_SYNC_BYTES: usize = 1024 * 1024;

/// The most bytes one seal may take.
pub const MOST_SEALED_BYTES: usize = 1024 * 1024;

/// `POST /api/v1/sync`: facts the server does not have yet, of any walks of the sender, in any order.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct SyncRequest {
    /// The phone's wall clock now, to tell how wrong it is.
    pub sent_at: Millis,
    /// The facts, each as it was recorded ([`crate::walk::Fact`]). One that cannot be read is refused by itself.
    #[cfg_attr(feature = "ssr", schema(value_type = Vec<Fact>))]
    pub facts: Vec<Box<RawValue>>,
}

/// The answer: one item for each fact sent, in the order sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct SyncReply {
    /// The server's clock when the facts were durable, milliseconds since 1970.
    pub received_at: Millis,
    /// What became of each fact.
    pub items: Vec<SyncItem>,
}

/// What became of one fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct SyncItem {
    /// The fact's id; null when it could not be read.
    pub id: Option<FactId>,
    /// Stored now, known before, or refused.
    pub status: SyncStatus,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Refusal>,
}

/// Stored now, known before, or refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SyncStatus {
    /// On the server now, durably.
    Stored,
    /// On the server before.
    Known,
    /// Not taken, and sending it again will not help.
    Refused,
}

/// Why a fact was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Not a fact: the envelope cannot be read.
    Unreadable,
    /// Larger than a fact may be.
    TooLarge,
    /// The walk is not the sender's.
    NotYours,
    /// The id is taken by a fact of another walk.
    IdTaken,
}

/// `GET /api/v1/briefing`: the news for one leader, kept on the phone. Fetched with an ETag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Briefing {
    /// Who is signed in.
    pub me: Me,
    /// What can be walked, the suggested one first.
    pub tasks: Vec<Task>,
    /// Replies to friction the leader felt, newest first.
    pub replies: Vec<Reply>,
    /// The leader's own walks that the server has, newest first: a phone without one fetches it from
    /// `/api/v1/walks/{id}`.
    #[serde(default)]
    pub walks: Vec<WalkId>,
    /// Friction of the leader's that a team has seen, with when.
    #[serde(default)]
    pub seen: Vec<Seen>,
    /// What teams ask this leader to walk again, asked last first.
    #[serde(default)]
    pub rewalks: Vec<Rewalk>,
    /// What a leader's phone seals with at sign-out. Only `public/seal.js` reads it there, from what was kept.
    #[cfg(feature = "ssr")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealing: Option<Sealing>,
}

/// What a phone seals with what it has not sent when somebody signs out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Sealing {
    /// The organisation's public key, 65 bytes in base64url: P-256, for HPKE.
    pub key: String,
    /// Says who it is from; it travels inside the seal only. 256 random bits in hexadecimal.
    pub ticket: String,
}

/// `POST /api/v1/sealed`: what came sealed is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct SealedReply {
    /// True: the phone lets go of it.
    pub taken: bool,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Me {
    /// The person's id: names the phone's own store for them.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// What the organisation is called.
    pub organisation: Text,
    /// True on a demonstration.
    #[serde(default)]
    pub demonstration: bool,
    /// True when the person may walk.
    pub leader: bool,
    /// True when the person may read the board's summary.
    #[serde(default)]
    pub board: bool,
}

/// A service team's reply to a friction point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Reply {
    /// The reply's id.
    pub id: String,
    /// The friction point it answers.
    pub friction: FrictionId,
    /// The walk it was felt in.
    pub walk: WalkId,
    /// The service that answers.
    pub service_name: Text,
    /// When, by the server's clock.
    pub at: Millis,
    /// What the team says.
    pub text: String,
    /// When it says "not now": the day, `YYYY-MM-DD`, before which it does not look at it again. On the way to a phone
    /// `text` says so.
    #[cfg(feature = "ssr")]
    #[serde(skip)]
    pub not_before: Option<String>,
}

/// A team has seen a friction point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Seen {
    /// Which.
    pub friction: FrictionId,
    /// When, by the server's clock.
    pub at: Millis,
}

/// A team says that it changed something, and asks for it to be walked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Rewalk {
    /// The friction point that a re-walk names as the one walked again.
    pub friction: FrictionId,
    /// The walk it was felt in, when it was the reader's own. A phone has that walk itself.
    #[cfg(feature = "ssr")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk: Option<WalkId>,
    /// The task's id.
    pub task: String,
    /// The situation's id, when that walk took one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<String>,
    /// The step that mattered, counted from 0.
    pub step: u16,
    /// What the team says it changed; may be empty.
    pub changed: String,
    /// Walks of the reader's that walked the same again before this was asked. Any other is the answer to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<WalkId>,
}

impl Rewalk {
    /// The step a re-walk begins at, in a task of so many steps now.
    #[must_use]
    pub fn first_step(&self, steps: u16) -> u16 {
        self.step.min(steps.saturating_sub(1))
    }

    /// True when this walk of the reader's was begun as the answer.
    #[must_use]
    pub fn is_answered_by(&self, id: WalkId, walk: &Walk) -> bool {
        let again = walk.started.as_ref().and_then(|started| started.again);
        again == Some(self.friction) && !self.before.contains(&id)
    }
}

/// `GET /api/v1/walks/{id}`: the whole log of one walk, for its author.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct WalkLog {
    /// Every fact the server has, each as it was recorded; an erased one without its content.
    pub facts: Vec<Fact>,
}

/// `PUT /api/v1/photos/{id}?from=N`: how much of a photo the server has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct PhotoReply {
    /// Bytes the server has, from the first on: where to go on from.
    pub have: u32,
    /// True once the whole photo was checked, made anew and is durable.
    pub done: bool,
}

/// Every refusal of the API: one shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A fixed code, such as `not_signed_in`.
    pub error: String,
    /// What happened and what to do, in the reader's language.
    pub message: String,
}

//! One fact of a walk's log, as it is stored and as it travels.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{FactId, Kind, Millis, WalkId};

/// The most bytes one fact may take as JSON. The longest note of 4,000 characters fits several times over.
pub const MAX_FACT_BYTES: usize = 64 * 1024;

/// Something that happened in a walk. Facts are only ever added.
///
/// JSON: `{"id": uuid, "walk": uuid, "at": milliseconds, "kind": "step_opened", "data": {"step": 1}}`.
/// `data` is kept byte for byte as it was sent, and read when the log is folded, so that a fact from a newer
/// phone survives an older server.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Fact {
    /// Made on the phone; sorts in the order things happened there.
    pub id: FactId,
    /// The walk it belongs to.
    pub walk: WalkId,
    /// The phone's wall clock.
    pub at: Millis,
    /// What kind of fact: a name that never changes its meaning.
    pub kind: String,
    /// The content, by kind.
    #[cfg_attr(feature = "ssr", schema(value_type = Object))]
    pub data: Box<RawValue>,
}

impl Fact {
    /// A new fact of a known kind.
    #[must_use]
    pub fn new(id: FactId, walk: WalkId, at: Millis, kind: &Kind) -> Self {
        let (name, data) = kind.write();
        Self {
            id,
            walk,
            at,
            kind: name.to_owned(),
            data,
        }
    }

    /// What it says; `None` when this version does not know the kind or cannot read the content.
    #[must_use]
    pub fn read(&self) -> Option<Kind> {
        Kind::read(&self.kind, self.data.get())
    }
}

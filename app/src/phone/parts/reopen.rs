//! Which sheet is open: should the page be ended in the middle of it, the sheet opens again with what was written.

use uuid::Uuid;

use crate::phone::store;
use crate::walk::WalkId;

const OPEN: &str = "open";

/// The sheet about a friction point or a bright spot of a walk is open.
pub fn remember(walk: WalkId, id: Uuid) {
    store::note(OPEN, &[&walk.to_string(), " ", &id.to_string()].concat());
}

/// No sheet is open.
pub fn forget() {
    store::note(OPEN, "");
}

/// What the sheet that was open in a walk was about.
pub fn remembered(walk: WalkId) -> Option<Uuid> {
    let open = store::noted(OPEN);
    let (of, id) = open.split_once(' ')?;
    (of == walk.to_string()).then(|| Uuid::try_parse(id).ok())?
}

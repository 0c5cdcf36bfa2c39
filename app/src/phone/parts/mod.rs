//! Parts that several screens of the leader's app share.

pub mod again;
pub mod ask;
pub mod away;
pub mod dialog;
pub mod faces;
pub mod feelings;
pub mod field;
pub mod head;
pub mod hinted;
pub mod points;
pub mod press;
pub mod reopen;
pub mod said;
pub mod steps;
pub mod tabs;
pub mod told;
pub mod undo;

/// "true" or "false", for aria.
pub fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

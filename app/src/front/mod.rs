//! Pages for everybody: the way in, and what to do when something is wrong.

mod confirm;
mod frame;
mod problem;
mod shell;
mod sign_in;
mod stand_in;
mod welcome;

pub use confirm::{Confirm, confirm};
pub use frame::{Frame, Section, Who, document};
pub use problem::{Wrong, problem};
pub use shell::{ShellFiles, shell};
pub use sign_in::{CodeFault, invitation, invitation_gone, sign_in};
pub use stand_in::stand_in;
pub use welcome::welcome;

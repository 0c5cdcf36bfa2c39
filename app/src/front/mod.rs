//! Pages for everybody: the way in, and what to do when something is wrong.

mod confirm;
mod footer;
mod frame;
mod made_for;
mod nav;
mod passkey;
mod problem;
mod shell;
mod sign_in;
mod single_sign_on;
mod stand_in;
mod welcome;

pub use confirm::{Confirm, confirm};
pub use frame::{Frame, Section, Who, document};
pub use made_for::MADE_FOR;
pub use passkey::{Purpose, Why, make, passkey};
pub use problem::{Wrong, problem};
pub use shell::{ShellFiles, shell};
pub use sign_in::{CodeFault, Leads, Ways, erased, invitation, invitation_gone, sign_in};
pub use single_sign_on::{
    SsoOffer, SsoWrong, single_sign_on, sso_confirm, sso_confirmed, sso_going, sso_invitation,
    sso_invited_too, sso_wrong, sso_wrong_title,
};
pub use stand_in::stand_in;
pub use welcome::welcome;

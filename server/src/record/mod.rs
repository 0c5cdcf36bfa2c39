//! Records of published months: how they are spelled, signed and checked. No database here.

mod canonical;
mod check;
mod commit;
mod file;
mod sign;

pub use canonical::{hash, is_canonical, spell};
pub use check::{Fault, Found, Kept, KeptWalk, KeptWord, check};
pub use commit::{commit_said, commit_walk};
pub use file::{NoRecord, check_file, write_file};
pub use sign::{Key, is_signed, key_id};

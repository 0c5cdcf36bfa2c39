//! Records of published months: how they are spelled, signed and checked. No database here.

mod canonical;
mod check;
mod commit;
mod fault;
mod file;
mod sign;

pub use canonical::{hash, is_canonical, spell};
pub use check::{Kept, KeptWalk, KeptWord, check, taken_back};
pub use commit::{commit_said, commit_walk};
pub use fault::{Fault, Found};
pub use file::{NoRecord, check_file, write_file};
pub use sign::{Key, is_key, is_signed, key_id};

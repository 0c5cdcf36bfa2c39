//! The floor: the leader's walk as plain forms, one page a step, without a line of script and with nothing kept on the
//! phone. The same questions in the same words as the app.

mod address;
mod brief;
mod bright;
mod data;
mod finish;
mod form;
mod friction;
mod leaving;
mod list;
mod parts;
mod receipt;
mod reflect;
mod step;

pub use address::Address;
pub use brief::brief;
pub use bright::{BrightPage, bright};
pub use data::{Own, Told};
pub use finish::finish;
pub use form::{BrightForm, EndForm, Fault, FrictionForm, MOST_NOTE, Said, Spoken};
pub use friction::{FrictionPage, PhotoFault, friction};
pub use leaving::leaving;
pub use list::list;
pub use receipt::{MOST_ANSWER, Receipt, receipt};
pub use reflect::{ReflectPage, reflect};
pub use step::{StepPage, step};

//! Pages of one's own: what is mine, who reads it, what is held about me. All of it works with forms and links alone.

mod about;
mod data;
mod export;
mod held;
mod home;
mod mail;
mod quotes;
mod shared;
mod shares;
mod sign_in;
mod take_in;
mod year;

pub use about::{AboutPage, Erasure, about};
pub use data::{Appears, Choosing, Home, Item, Own, Person, Preview, Said, Shared, Wrote};
pub use export::{export_html, export_json};
pub use held::{Cell, Held, Section};
pub use home::home;
pub use mail::{
    CalendarFault, Digest, MailChoice, MailFault, MailForm, MailPage, mail, mail_answer, mail_done,
};
pub use quotes::{Promise, Quotable, QuotesPage, quotes};
pub use shared::{shared, shared_list, shared_title};
pub use shares::{choose, preview, shares};
pub use sign_in::{ForDevice, OwnPasskey, OwnSession, OwnWays, for_device, own_ways};
pub use take_in::{FileFault, TakenIn, take_in};
pub use year::{OwnPoint, OwnWalk, WALKS_A_PAGE, YearPage, year, year_title};

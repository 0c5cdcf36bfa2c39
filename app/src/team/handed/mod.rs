//! Handing on: a share page for whoever has its address, an offer to another organisation, and what waits where.

mod data;
mod fields;
mod gone;
mod list;
mod one;
mod onward;
mod packet;
mod share;
#[cfg(test)]
mod tests;
mod told;

pub use data::{
    Answer, Choice, DAYS, Fault, Handed, MOST_DAYS, MOST_SAID, Made, Neighbour, Offered, Packet,
    Sharing, Stands, ToUs, Told, Typed, Verdict, read_choice, read_said,
};
pub use gone::{handed_gone, handed_gone_title};
pub use list::handed;
pub use one::handed_one;
pub use onward::handed_on;
pub use packet::{Opened, packet_closed, packet_emptied, packet_gone, packet_made, packet_opened};
pub use share::sharing;
pub use told::{told_names, told_title};

//! Handing on. All of it works with forms and links alone.

mod packet;
mod received;
mod share;

use app::team::handed::read_choice;
use app::walk::FrictionId;

pub use packet::{look, open};
pub use received::{answer, list, one};
pub use share::{end_packet, from_friction, make_packet, offer, page, take_back};

/// The fields of a form, in their order.
type Fields = axum::Form<Vec<(String, String)>>;

/// The first field of this name; empty when there is none.
fn field<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    let found = fields.iter().find(|(field, _)| field == name);
    found.map_or("", |(_, value)| value)
}

/// What was ticked to go along, as it was sent and as it reads.
fn ticked(fields: &[(String, String)]) -> (Vec<String>, Vec<(FrictionId, i64)>) {
    let sent = fields.iter().filter(|(field, _)| field == "words");
    let sent: Vec<String> = sent.map(|(_, value)| value.clone()).collect();
    let read = sent.iter().filter_map(|it| read_choice(it)).collect();
    (sent, read)
}

//! Handing on. All of it works with forms and links alone.

mod packet;
mod received;
mod share;

use app::{
    team::{
        handed::{Told, Typed, read_choice, told_names},
        named, nobodies,
    },
    walk::{FrictionId, Text},
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{seat::Reader, store::Desk, token};

pub use packet::{look, open};
pub use received::{answer, list, one};
pub use share::{end_packet, from_friction, make_packet, offer, page, take_back};

/// The fields of a form, in their order.
type Fields = axum::Form<Vec<(String, String)>>;

/// Fewer characters than an id of a form has.
const SHORT: usize = 32;

/// The first field of this name; empty when there is none.
pub(super) fn field<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
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

/// A form that nothing was typed into yet, with an id of its own.
fn untouched() -> Typed {
    Typed {
        form: token::fresh(),
        ..Typed::default()
    }
}

/// An id for what a form asks for: the same when the same person sends the same again, another for anything else. The
/// form's own id is random and kept nowhere, so nobody can find out from this one what was typed.
pub(super) fn once(desk: &Desk, place: &str, fields: &[(String, String)]) -> String {
    if field(fields, "form").len() < SHORT {
        return token::fresh();
    }
    let mut all = vec![desk.viewer().person.as_str(), place];
    for (name, value) in fields {
        all.extend([name.as_str(), value]);
    }
    token::hash(&all.join("\0"))
}

/// Somebody whom a text seems to name, unless it is meant. What is told bears names of nobody, as these do.
pub(super) fn seems_to_name(
    desk: &Desk,
    fields: &[(String, String)],
    text: &str,
    told: Option<&Told>,
    nobody: &[&Text],
) -> Option<String> {
    let mut known = nobodies(&desk.viewer().organisation_name, None);
    known.extend(told.into_iter().flat_map(told_names));
    known.extend(nobody.iter().flat_map(|it| [it.en.as_str(), &it.cy]));
    named(text, &known).filter(|_| field(fields, "as_it_is").is_empty())
}

/// The page with what was typed, at the address it is read at.
pub(super) fn at(address: String, reader: Reader) -> Reader {
    Reader {
        path: address,
        ..reader
    }
}

/// A page that says what is wrong with what was sent.
pub(super) fn refused(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// To a part of a page.
fn back(address: &str, part: &str) -> Redirect {
    Redirect::to(&[address, part].concat())
}

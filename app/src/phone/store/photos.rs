//! The functions of `public/photo.js`, which is read when a photo first matters.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{js, now};
use crate::walk::{FactId, FrictionId, PhotoId};

/// A picture made small and covered, in this page's memory.
pub struct Drawn {
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// How many bytes.
    pub bytes: u32,
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
    content: JsValue,
}

/// What a sheet's photo section is told.
pub enum Told {
    /// A picture was made ready to be kept.
    Photo(Drawn),
    /// Something else, by its name in `public/photo.js`; `missing` when that could not be read.
    Word(String),
}

/// Listens to the file fields, the Paste button and the pasting of a section, and takes pictures in. With `shared` it
/// takes what another app has shared first.
pub async fn take_photos(
    section: &JsValue,
    words: Vec<String>,
    shared: bool,
    tell: impl Fn(Told) + 'static,
) {
    let tell: Closure<dyn Fn(String, JsValue)> = Closure::new(move |what: String, photo| {
        tell(if what == "photo" {
            Told::Photo(drawn(photo))
        } else {
            Told::Word(what)
        });
    });
    let tell = tell.into_js_value();
    let how = if shared { "shared" } else { "gather" };
    if js::take_photos(how, section, words, &tell).await.is_err() {
        let tell: js_sys::Function = tell.unchecked_into();
        let _ = tell.call1(&JsValue::NULL, &"missing".into());
    }
}

/// Whether the browser lets a button paste.
pub fn can_paste() -> bool {
    js::can_paste()
}

/// Whether the server answered a share itself, and kept nothing, because the worker was not ready.
pub fn shared_too_soon() -> bool {
    js::search() == "?later"
}

/// Lets go of what another app has shared.
pub async fn drop_shared() {
    let _ = js::photo("shared", "", "").await;
}

/// Holds the bytes of a photo for its fact, which keeps both when it is appended.
pub fn hold(fact: FactId, friction: FrictionId, photo: &Drawn) {
    js::hold(&fact.to_string(), &friction.to_string(), &photo.content);
}

/// Shows the photos that are named on the screen.
pub async fn show_photos(person: &str) {
    let _ = js::photo("show", person, "").await;
}

/// Hands a photo over as a file.
pub async fn save_photo(person: &str, id: PhotoId) {
    let _ = js::photo("save", person, &id.to_string()).await;
}

/// Sends the next piece of a photo: `more`, `sent`, `later`, `refused` or `gone`, as `public/photo.js` says.
pub async fn send_photo(person: &str, id: PhotoId) -> String {
    let answer = js::send_photo("send", person, &id.to_string(), now() as f64).await;
    answer
        .ok()
        .and_then(|answer| answer.as_string())
        .unwrap_or_default()
}

fn drawn(parts: JsValue) -> Drawn {
    let parts = js_sys::Array::from(&parts);
    let number = |at| parts.get(at).as_f64().unwrap_or(0.0);
    Drawn {
        sha256: parts.get(0).as_string().unwrap_or_default(),
        bytes: number(1) as u32,
        width: number(2) as u16,
        height: number(3) as u16,
        content: parts.get(4),
    }
}

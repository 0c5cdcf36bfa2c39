//! The only room that touches the browser's database, network, clock, randomness and events.

mod js;
mod photos;

use std::pin::Pin;

use serde::Deserialize;
use serde_json::value::RawValue;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::walk::{Fact, Lang, Millis, PhotoId};
use crate::words::When;
pub use photos::{
    Drawn, Told, can_paste, drop_shared, hold, save_photo, send_photo, shared_too_soon,
    show_photos, take_photos,
};

/// Why something could not be kept on this phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser gives us no storage (private mode, Lockdown Mode, storage switched off).
    Missing,
    /// The phone is full.
    Full,
    /// Anything else: the database was closed twice, or broke.
    Failed,
}

/// Everything one person has on this phone.
#[derive(Default, Deserialize)]
pub struct Loaded {
    /// All facts.
    pub facts: Vec<LoadedFact>,
    /// Kept values by key.
    pub kept: Vec<Kept>,
    /// Photos whose bytes are here, each with its state: `saved`, `sent` and when, or `refused`.
    #[serde(default)]
    pub photos: Vec<(PhotoId, String)>,
}

/// A fact and where it is.
#[derive(Deserialize)]
pub struct LoadedFact {
    /// `saved`, `private`, `sent` or `refused`.
    pub state: String,
    /// When it was sent, or 0.
    pub at: Millis,
    /// Why it was refused, or empty.
    pub why: String,
    /// The fact.
    pub fact: Fact,
}

/// A value kept under a key.
#[derive(Deserialize)]
pub struct Kept {
    /// The key.
    pub key: String,
    /// JSON.
    pub value: Box<RawValue>,
}

/// What a server said: status 0 when nothing answered.
pub struct Answer {
    /// HTTP status, or 0.
    pub status: u16,
    /// The body as text.
    pub body: String,
    /// The ETag, or empty.
    pub etag: String,
}

/// Runs something by itself, from now on.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    // One type for all of them: each kind of future would bring its own copy of what runs it.
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Reads all this person has on this phone.
pub async fn load(person: &str) -> Result<Loaded, Trouble> {
    let text = js::load(person)
        .await
        .map_err(trouble)?
        .as_string()
        .unwrap_or_default();
    serde_json::from_str(&text).map_err(|_| Trouble::Failed)
}

/// Adds facts as JSON, each with its state (`saved` or `private`), and lets go of the draft they came from (empty for
/// none), all or nothing. Durable when it answers.
pub async fn append(
    person: &str,
    facts: Vec<String>,
    states: Vec<String>,
    draft: &str,
) -> Result<(), Trouble> {
    js::append(person, facts, states, draft)
        .await
        .map_err(trouble)
}

/// Notes that facts were sent, by the phone's clock.
pub async fn mark_sent(person: &str, ids: Vec<String>, at: Millis) -> Result<(), Trouble> {
    js::mark(person, ids, "sent", at as f64, "")
        .await
        .map_err(trouble)
}

/// Notes that a fact was refused, and why.
pub async fn mark_refused(person: &str, id: String, why: &str) -> Result<(), Trouble> {
    js::mark(person, vec![id], "refused", 0.0, why)
        .await
        .map_err(trouble)
}

/// Takes facts off this phone for good.
pub async fn remove(person: &str, ids: Vec<String>) -> Result<(), Trouble> {
    js::remove(person, ids).await.map_err(trouble)
}

/// Keeps JSON text under a key; an empty text lets it go.
pub async fn keep(person: &str, key: &str, value: &str) -> Result<(), Trouble> {
    js::keep(person, key, value).await.map_err(trouble)
}

/// Who was last signed in on this phone; empty when nobody was, or it is not known who is now.
pub fn last_person() -> String {
    js::last_person()
}

/// Signs out: seals what was not sent and deletes the rest, after asking where something would be lost. `whole` is false
/// while this phone could not even keep something.
pub async fn leave(person: &str, words: &[&str], whole: bool) {
    let words = words.iter().map(|&word| word.to_owned()).collect();
    js::leave(person, words, whole).await;
}

/// Sends what somebody who signed out here left sealed: how many walks still wait.
pub async fn send_sealed() -> u32 {
    js::send_sealed().await.as_f64().unwrap_or(0.0) as u32
}

/// Remembers who is signed in; empty forgets.
pub fn remember_person(person: &str) {
    js::remember("person", person);
}

/// The newest reply already looked at, or empty.
pub fn replies_seen() -> String {
    js::remembered("reply")
}

/// Remembers the newest reply looked at.
pub fn see_reply(id: &str) {
    js::remember("reply", id);
}

/// The language of the screen.
pub fn language() -> Lang {
    Lang::from_code(&js::language()).unwrap_or(Lang::En)
}

/// Chooses the language of the screen, here and on the server's pages.
pub fn choose_language(lang: Lang) {
    js::choose_language(lang.code());
}

/// One request. Never fails: a network that does not answer is status 0.
pub async fn exchange(method: &str, path: &str, body: &str, etag: &str) -> Answer {
    let parts = js_sys::Array::from(&js::exchange(method, path, body, etag).await);
    let text = |at| parts.get(at).as_string().unwrap_or_default();
    Answer {
        status: parts.get(0).as_f64().unwrap_or(0.0) as u16,
        body: text(1),
        etag: text(2),
    }
}

/// What the browser believes about the network: for wording, never for decisions.
pub fn online() -> bool {
    js::online()
}

/// Our turn at something only one page may do at a time; `None` while another page has it.
pub async fn turn(name: &str) -> Option<Turn> {
    js::turn(name).await.dyn_into().ok().map(Turn)
}

/// Ends when dropped.
pub struct Turn(js_sys::Function);

impl Drop for Turn {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// The phone's wall clock.
pub fn now() -> Millis {
    js_sys::Date::now() as Millis
}

/// Random bits for an id.
pub fn random() -> [u8; 10] {
    js::random().try_into().unwrap_or_default()
}

/// Waits.
pub async fn sleep(ms: u32) {
    js::sleep(ms).await;
}

/// Whether the page is in view.
pub fn visible() -> bool {
    js::visible()
}

/// A time on the phone's calendar.
pub fn local(at: Millis) -> When {
    let parts = js::local(at as f64);
    let part = |index: usize| parts.get(index).copied().unwrap_or(0);
    let small = |index| u8::try_from(part(index)).unwrap_or(0);
    When {
        year: i16::try_from(part(0)).unwrap_or(0),
        month: small(1),
        day: small(2),
        weekday: small(3),
        hour: small(4),
        minute: small(5),
        days_ago: part(6),
    }
}

/// A day on the phone's calendar: `2026-10-28`.
pub fn date(at: Millis) -> String {
    let day = local(at);
    let two = |n: u8| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
    [
        &day.year.to_string(),
        "-",
        &two(day.month),
        "-",
        &two(day.day),
    ]
    .concat()
}

/// The number of the last day of a month.
pub fn days_in_month(of: When) -> u8 {
    match of.month {
        2 if of.year % 4 == 0 && (of.year % 100 != 0 || of.year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Calls back for as long as the page lives: see `watch` in `public/store.js` for the names.
pub fn watch(callback: impl Fn(String) + 'static) {
    let callback: Closure<dyn Fn(String)> = Closure::new(callback);
    js::watch(&callback);
    callback.forget();
}

/// The path of the address.
pub fn place() -> String {
    js::place()
}

/// Changes the address; `instead` replaces the entry in the history.
pub fn go(path: &str, instead: bool) {
    js::go(path, instead);
}

/// Says that the screen has changed: title, scroll and focus follow its heading. The first screen takes no focus.
pub fn arrive(lang: Lang, first: bool) {
    js::arrive(lang.code(), first);
}

/// Puts the focus on an element.
pub fn focus(element: &JsValue) {
    js::focus(element);
}

/// Opens a dialog over the screen, with the focus inside it.
pub fn show(dialog: &JsValue) {
    js::show(dialog);
}

/// A short buzz, where there is one.
pub fn buzz() {
    js::buzz();
}

/// Whether the browser promised to keep our database: `yes`, `no` or `unknown`. `ask` asks for it.
pub async fn persist(ask: bool) -> String {
    js::persist(ask).await.as_string().unwrap_or_default()
}

/// True where the app itself can be kept, to open with no signal.
pub fn keeps_app() -> bool {
    js::keeps_app()
}

/// True where the browser clears what is kept after 7 days without a visit: on an iPhone, off its home screen.
pub fn cleared_after_a_week() -> bool {
    js::cleared_after_a_week()
}

/// Hands a text over as a file.
pub async fn hand_over(name: &str, text: &str) {
    js::hand_over(name, text).await;
}

/// Hands a walk over as a file: the facts given, with their photos.
pub async fn save_walk(person: &str, walk: String, facts: Vec<String>) {
    js::save_walk(person, &walk, facts).await;
}

/// A small note kept under a name; empty when there is none.
pub fn noted(name: &str) -> String {
    js::remembered(name)
}

/// Keeps a small note under a name; an empty one forgets.
pub fn note(name: &str, value: &str) {
    js::remember(name, value);
}

fn trouble(error: JsValue) -> Trouble {
    match error.as_string().as_deref() {
        Some("missing") => Trouble::Missing,
        Some("full") => Trouble::Full,
        _ => Trouble::Failed,
    }
}

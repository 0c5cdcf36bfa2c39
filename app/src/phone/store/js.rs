//! The functions of `public/store.js`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "/store.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    pub(super) async fn load(person: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    pub(super) async fn append(
        person: &str,
        texts: Vec<String>,
        states: Vec<String>,
        draft: &str,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    pub(super) async fn mark(
        person: &str,
        ids: Vec<String>,
        state: &str,
        at: f64,
        why: &str,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    pub(super) async fn remove(person: &str, ids: Vec<String>) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    pub(super) async fn keep(person: &str, key: &str, value: &str) -> Result<(), JsValue>;

    pub(super) fn last_person() -> String;
    pub(super) async fn leave(person: &str, words: Vec<String>, whole: bool);
    pub(super) async fn send_sealed() -> JsValue;
    pub(super) fn remembered(name: &str) -> String;
    pub(super) fn remember(name: &str, value: &str);
    pub(super) fn language() -> String;
    pub(super) fn choose_language(code: &str);

    pub(super) async fn exchange(method: &str, path: &str, body: &str, etag: &str) -> JsValue;
    pub(super) fn online() -> bool;
    pub(super) async fn turn(name: &str) -> JsValue;

    pub(super) fn random() -> Vec<u8>;
    pub(super) async fn sleep(ms: u32);
    pub(super) fn visible() -> bool;
    pub(super) fn local(ms: f64) -> Vec<i32>;
    pub(super) fn watch(callback: &Closure<dyn Fn(String)>);
    pub(super) fn place() -> String;
    pub(super) fn search() -> String;
    pub(super) fn go(path: &str, instead: bool);
    pub(super) fn arrive(lang: &str, first: bool);
    pub(super) fn focus(element: &JsValue);
    pub(super) fn show(dialog: &JsValue);
    pub(super) fn buzz();
    pub(super) async fn persist(ask: bool) -> JsValue;
    pub(super) fn keeps_app() -> bool;
    pub(super) fn cleared_after_a_week() -> bool;
    pub(super) async fn hand_over(name: &str, text: &str);
    pub(super) async fn save_walk(person: &str, walk: &str, facts: Vec<String>);

    pub(super) fn can_paste() -> bool;
    pub(super) fn hold(id: &str, friction: &str, bytes: &JsValue);
    #[wasm_bindgen(catch, js_name = photo)]
    pub(super) async fn take_photos(
        how: &str,
        section: &JsValue,
        words: Vec<String>,
        tell: &JsValue,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = photo)]
    pub(super) async fn send_photo(
        what: &str,
        person: &str,
        id: &str,
        now: f64,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = photo)]
    pub(super) async fn photo(what: &str, person: &str, id: &str) -> Result<JsValue, JsValue>;
}

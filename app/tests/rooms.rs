//! Who may know whom. The rooms of the house are folders; this reads the sources and holds the lines between them.

use std::{
    fs,
    path::{Path, PathBuf},
};

#[test]
fn the_core_knows_nothing_of_ours() {
    for room in [
        "phone", "plain", "team", "board", "office", "mine", "front", "ui", "words", "wire",
    ] {
        nobody(
            "app/src/walk",
            &[&format!("crate::{room}"), &format!("crate::{{{room}")],
        );
    }
    nobody(
        "app/src/walk",
        &["leptos", "web_sys", "js_sys", "SystemTime", "Instant::now"],
    );
}

#[test]
fn the_rooms_of_pages_do_not_know_each_other() {
    let rooms = ["phone", "plain", "team", "board", "office", "mine"];
    for room in rooms {
        for other in rooms.iter().filter(|other| **other != room) {
            nobody(
                &format!("app/src/{room}"),
                &[&format!("crate::{other}::"), &format!("crate::{other};")],
            );
        }
    }
}

#[test]
fn only_the_phones_store_knows_the_browser() {
    let browser = ["web_sys::", "js_sys::", "gloo_", "wasm_bindgen"];
    for file in sources("app/src") {
        // `phone/mod.rs` is where the browser starts the app.
        if file.starts_with(root().join("app/src/phone/store"))
            || file.ends_with("app/src/phone/mod.rs")
        {
            continue;
        }
        holds_none(&file, &browser);
    }
}

#[test]
fn only_the_store_writes_sql() {
    for file in sources("server/src") {
        if !file.starts_with(root().join("server/src/store")) {
            holds_none(&file, &["sqlx::", "SELECT ", "INSERT INTO", "DELETE FROM"]);
        }
    }
}

#[test]
fn pages_never_know_the_server() {
    nobody("app/src", &["axum", "sqlx", "tokio", "server::"]);
}

fn nobody(folder: &str, words: &[&str]) {
    let files = sources(folder);
    assert!(!files.is_empty(), "{folder} is not where it was");
    for file in files {
        holds_none(&file, words);
    }
}

fn holds_none(file: &Path, words: &[&str]) {
    let text = fs::read_to_string(file).expect("a readable source");
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
    {
        for word in words {
            assert!(
                !line.contains(word),
                "{}:{} may not use `{word}`: {line}",
                file.display(),
                number + 1
            );
        }
    }
}

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace")
        .to_owned()
}

//! The built site, the phone's shell and its worker.

use server::{routes, site::Site, state::App};
use tower::ServiceExt;

use crate::{House, house::built_site};

#[tokio::test]
async fn the_shell_is_the_same_for_everybody_at_every_address() {
    let house = House::new().await;
    let shell = house.get("/walk").send().await;
    assert_eq!(shell.header("content-type"), "text/html; charset=utf-8");
    for (path, person) in [
        ("/walk/", "ann"),
        ("/walk/shell", "tom"),
        ("/walk/a/b/c?d=e", "ada"),
        ("/walk/history", "stranger"),
    ] {
        let answer = house
            .get(path)
            .by(person)
            .header("accept-language", "cy")
            .send()
            .await;
        assert_eq!(answer.bytes, shell.bytes, "{path}");
        assert_eq!(
            (answer.header("set-cookie"), answer.header("location")),
            ("", "")
        );
    }
    for file in [
        &house.app.site.js,
        &house.app.site.wasm,
        &house.app.site.css,
    ] {
        assert!(shell.text().contains(file.as_str()), "{file}");
    }
    let again = house
        .get("/walk")
        .header("if-none-match", shell.header("etag"))
        .send()
        .await;
    assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
}

#[tokio::test]
async fn files_come_as_pressed_as_the_browser_takes_them() {
    let house = House::new().await;
    let path = "/pkg/firsthand.Ab12.wasm";
    let pressed = house
        .get(path)
        .header("accept-encoding", "gzip, br")
        .send()
        .await;
    assert_eq!(
        (pressed.header("content-encoding"), pressed.text()),
        ("br", "pressed")
    );
    let plain = house.get(path).send().await;
    assert_eq!(
        (plain.header("content-encoding"), plain.text()),
        ("", "wasm")
    );
    assert_eq!(plain.header("content-type"), "application/wasm");
    let refused = house
        .get(path)
        .header("accept-encoding", "br;q=0")
        .send()
        .await;
    assert_eq!(refused.text(), "wasm");
}

#[tokio::test]
async fn a_missing_file_of_the_app_is_never_a_page() {
    let house = House::new().await;
    for path in [
        "/pkg/firsthand.Old1.wasm",
        "/pkg/",
        "/pkg/../boot.js",
        "/pkg/firsthand.Ab12.wasm.br",
    ] {
        let answer = house.get(path).send().await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(
            answer.header("content-type").starts_with("text/plain"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_worker_keeps_the_files_that_are_there_and_changes_with_them() {
    let house = House::new().await;
    let worker = house.get("/sw.js").send().await;
    assert!(worker.header("content-type").starts_with("text/javascript"));
    let source = worker.text();
    let files = source
        .lines()
        .find_map(|line| line.strip_prefix("const FILES = "))
        .expect("the list");
    let files: Vec<String> = serde_json::from_str(files.trim_end_matches(';')).expect("a list");
    assert_eq!(files[0], "/walk/shell");
    for file in &files {
        let answer = house.get(file).send().await;
        assert_eq!(answer.status, 200, "{file}");
        assert!(answer.header("cache-control") != "no-store", "{file}");
    }
    for never in ["/api/", "/team", "/board", "/office", ".txt"] {
        assert!(
            !files.iter().any(|file| file.contains(never)),
            "{never} in {files:?}"
        );
    }
    let site = built_site(&house.folder);
    let same = Site::read(&site).expect("a site");
    assert_eq!(same.build, house.app.site.build);
    std::fs::write(site.join("boot.js"), "// starts otherwise").expect("a file");
    let other = Site::read(&site).expect("a site");
    assert_ne!(other.build, house.app.site.build);
}

#[tokio::test]
async fn a_faulty_worker_can_be_taken_back() {
    let house = House::new().await;
    let router = routes::router(App {
        worker: false,
        ..house.app.clone()
    });
    let request = axum::http::Request::get("/sw.js")
        .body(axum::body::Body::empty())
        .expect("a request");
    let response = router.oneshot(request).await.expect("an answer");
    assert_eq!(response.headers()["cache-control"], "no-cache");
    let body = http_body_util::BodyExt::collect(response.into_body())
        .await
        .expect("a body")
        .to_bytes();
    let source = std::str::from_utf8(&body).expect("text");
    assert!(
        source.contains("registration.unregister()") && !source.contains("'fetch'"),
        "{source}"
    );
}

#[test]
fn a_folder_that_is_no_site_says_what_is_missing() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = Site::read(folder.path())
        .expect_err("nothing there")
        .to_string();
    assert!(error.contains("pkg/firsthand*.css"), "{error}");
    assert!(Site::read(&folder.path().join("gone")).is_err());
}

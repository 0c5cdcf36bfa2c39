//! Files that a team keeps with a thread: what is taken, how it is given back, and who never sees it.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{Answer, House, phone::Phone, photos::picture};

const ID: &str = "0197c0de-0000-4000-8000-000000000001";
const PDF: &[u8] = b"%PDF-1.7\nplan\n%%EOF\n";

/// A house with something felt at Tom's service; and its thread.
async fn house() -> (House, String) {
    let house = House::new().await;
    let mut phone = Phone::new(1, crate::house::NOON);
    phone.start("missed-bin");
    phone.feel("Which form?");
    phone.finish();
    assert_eq!(house.sync("ann", phone.body()).await.status, 200);
    let row = house.db.row("SELECT id FROM thread", &[]).await;
    let id = row.expect("rows").expect("a thread").text(0);
    let thread = format!("/team/thread/{}", id.expect("an id"));
    (house, thread)
}

async fn add(house: &House, thread: &str, id: &str, name: &str, file: &[u8]) -> Answer {
    house
        .attach("tom", &format!("{thread}/file"), id, name, file)
        .await
}

/// The only file's own id.
async fn only(house: &House) -> String {
    let row = house.db.row("SELECT id FROM thread_file", &[]).await;
    row.expect("rows").expect("a file").text(0).expect("an id")
}

async fn kept(house: &House) -> Vec<String> {
    let rows = house.db.rows("SELECT name FROM thread_file", &[]).await;
    let rows = rows.expect("rows");
    rows.iter()
        .map(|row| row.text(0).expect("a name"))
        .collect()
}

/// An archive with these files in it.
fn archive(files: &[&str]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in files {
        let begun = zip.start_file(*name, SimpleFileOptions::default());
        begun.expect("begun");
        zip.write_all(b"<xml/>").expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

#[tokio::test]
async fn a_file_is_kept_given_back_to_be_saved_and_removed() {
    let (house, thread) = house().await;
    for _ in 0..2 {
        let sent = add(&house, &thread, ID, "Cynllun ŵ.pdf", PDF).await;
        assert_eq!(sent.header("location"), format!("{thread}#files"));
    }
    assert_eq!(kept(&house).await, ["Cynllun ŵ.pdf"], "one form, one file");
    let other = [PDF, b"\n"].concat();
    let sent = add(&house, &thread, ID, "Cynllun ŵ.pdf", &other).await;
    assert_eq!(sent.status, 303);
    assert_eq!(kept(&house).await.len(), 2, "something else is another");
    let gone = "DELETE FROM thread_file WHERE size > 20";
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(gone, &[]).await.expect("done");
    tx.commit().await.expect("committed");
    let page = house.get(&thread).by("tom").send().await;
    for says in [
        "Files of your team",
        "Cynllun ŵ.pdf",
        "PDF, 20 B",
        "Added a file",
    ] {
        assert!(page.text().contains(says), "{says}: {}", page.text());
    }
    let id = only(&house).await;
    let path = format!("/team/file/{id}");
    let file = house.get(&path).by("tom").send().await;
    assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, PDF));
    for (header, value) in [
        ("content-type", "application/pdf"),
        (
            "content-disposition",
            "attachment; filename=\"file.pdf\"; filename*=UTF-8''Cynllun%20%C5%B5.pdf",
        ),
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "private, no-store"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(file.header(header), value, "{header}");
    }
    let remove = format!("{thread}/file/{id}/remove");
    for _ in 0..2 {
        let gone = house.post(&remove).by("tom").send().await;
        assert_eq!(gone.header("location"), format!("{thread}#files"));
    }
    assert!(kept(&house).await.is_empty());
    assert_eq!(house.get(&path).by("tom").send().await.status, 404);
    let page = house.get(&thread).by("tom").send().await;
    assert!(page.text().contains("Removed a file"), "{}", page.text());
}

#[tokio::test]
async fn trust_20_what_could_run_or_is_not_what_it_says_is_refused_with_a_sentence() {
    const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    let (house, thread) = house().await;
    let docm = archive(&[
        "[Content_Types].xml",
        "word/document.xml",
        "word/vbaProject.bin",
    ]);
    let large = vec![b'a'; 5_000_001];
    let not_taken = "Only a PDF, a picture";
    let otherwise = "not what its name says";
    for (name, file, says) in [
        ("", b"".as_slice(), "Choose a file"),
        ("plan.pdf", b"", "Choose a file"),
        ("plan.svg", SVG, not_taken),
        ("plan.html", b"<script>alert(1)</script>", not_taken),
        ("plan.pdf.html", PDF, not_taken),
        ("plan.docm", &docm, not_taken),
        ("plan.docx", &docm, "has macros in it"),
        ("plan.pdf", SVG, otherwise),
        ("plan.png", SVG, otherwise),
        ("plan.jpg", PDF, otherwise),
        ("plan.txt", b"MZ\x90\x00", otherwise),
        ("plan.xlsx", PDF, otherwise),
        ("plan.txt", &large, "larger than 5 MB"),
    ] {
        let sent = add(&house, &thread, ID, name, file).await;
        assert_eq!(sent.status, 422, "{name}");
        assert!(sent.text().contains(says), "{name}: {}", sent.text());
        assert!(sent.text().contains("Nothing was saved."), "{name}");
    }
    let huge = vec![b'a'; 20_100_000];
    let sent = add(&house, &thread, ID, "plan.txt", &huge).await;
    assert_eq!(sent.status, 422, "{}", sent.text());
    assert!(kept(&house).await.is_empty());
    let docx = archive(&["[Content_Types].xml", "word/document.xml"]);
    let xlsx = archive(&["[Content_Types].xml", "xl/workbook.xml"]);
    for (at, (name, file)) in [("plan.docx", docx), ("plan.xlsx", xlsx)]
        .iter()
        .enumerate()
    {
        let id = ID.replace("0001", &format!("100{at}"));
        let sent = add(&house, &thread, &id, name, file).await;
        assert_eq!(sent.status, 303, "{name}: {}", sent.text());
    }
}

#[tokio::test]
async fn trust_20_a_picture_is_made_anew_and_nothing_behind_it_is_kept() {
    let (house, thread) = house().await;
    let polyglot = [&picture(), b"<script>alert(1)</script>".as_slice()].concat();
    let sent = add(&house, &thread, ID, "shot.png.jpeg", &polyglot).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let file = house
        .get(&format!("/team/file/{}", only(&house).await))
        .by("tom");
    let file = file.send().await;
    assert_eq!(file.header("content-type"), "image/jpeg");
    assert!(file.bytes.starts_with(b"\xff\xd8\xff"));
    assert!(!file.bytes.windows(8).any(|it| it == b"<script>"));
    let saved = file.header("content-disposition");
    assert!(saved.ends_with("''shot.png.jpg"), "{saved}");
}

#[tokio::test]
async fn trust_22_a_files_name_is_shown_as_text_and_leads_nowhere() {
    let (house, thread) = house().await;
    let nasty = "../../<img src=x onerror=alert(1)>\u{202e}fdp.txt";
    let sent = add(&house, &thread, ID, nasty, b"A plan").await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    // A form that was for another thread puts nothing over it.
    assert_eq!(kept(&house).await, ["img src=x onerror=alert(1)fdp.txt"]);
    let page = house.get(&thread).by("tom").send().await;
    assert!(!page.text().contains("<img"), "{}", page.text());
    let file = house
        .get(&format!("/team/file/{}", only(&house).await))
        .by("tom");
    let saved = file.send().await;
    let saved = saved.header("content-disposition");
    assert!(!saved.contains("..") && !saved.contains('<'), "{saved}");
}

#[tokio::test]
async fn a_teams_file_is_seen_by_nobody_else_anywhere() {
    let (house, thread) = house().await;
    let sent = add(&house, &thread, ID, "secret-plan.txt", b"the hidden plan").await;
    assert_eq!(sent.status, 303);
    let row = house.db.row("SELECT id FROM friction_row", &[]).await;
    let friction = row.expect("rows").expect("one").text(0).expect("an id");
    let friction = friction.parse().expect("an id");
    let sql = "INSERT INTO takes_offers (organisation, service) VALUES ('cwm', 'ramps')";
    house.write(sql).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let sql = "SELECT walk FROM friction_row";
    let row = house.db.row(sql, &[]).await.expect("rows");
    let walk = row.expect("one").text(0).expect("an id");
    for (who, path) in [
        ("ann", "/api/v1/briefing".to_owned()),
        ("ann", format!("/walk/plain/{walk}")),
        ("ann", "/me/about/export.json".to_owned()),
        ("bob", "/board/2026-06".to_owned()),
        ("bob", format!("/board/walk/{walk}")),
        ("uma", format!("/team/handed/{}", handed.offer)),
        ("tom", "/team".to_owned()),
        ("tom", "/team?words=secret".to_owned()),
        (
            "tom",
            "/team/export/file?what=threads&format=json".to_owned(),
        ),
        (
            "tom",
            "/team/export/file?what=friction&format=csv".to_owned(),
        ),
        ("ada", "/office/audit".to_owned()),
    ] {
        let page = house.get(&path).by(who).send().await;
        assert_eq!(page.status, 200, "{who} at {path}");
        let body = String::from_utf8_lossy(&page.bytes);
        assert!(!body.contains("secret-plan"), "{who} at {path}");
        assert!(!body.contains("hidden plan"), "{who} at {path}");
    }
    let id = only(&house).await;
    for who in ["ann", "una", "uma", "tia", "bob", "ada"] {
        let file = house.get(&format!("/team/file/{id}")).by(who).send().await;
        assert_eq!(file.status, 404, "{who}");
    }
}

//! Copies of what was felt: every format holds the same, and nothing in them is a formula.

use std::io::{Cursor, Read};

use axum::body::Body;
use http_body_util::BodyExt;

use crate::{
    Answer, House,
    house::{HOUR, NOON},
    phone::Phone,
};

/// What a spreadsheet would run, or a page draw.
const NASTY: [&str; 9] = [
    "=HYPERLINK(\"https://evil.example\",\"Click\")",
    "+44 29",
    "-2+3",
    "@SUM(A1)",
    "\u{202e}txt.exe",
    "<script>alert(1)</script>",
    "'=1",
    "a,b\"c\"\nd",
    "<svg onload=alert(1)>&amp;",
];

async fn house() -> House {
    let house = House::new().await;
    for (seed, note) in (1..).zip(NASTY) {
        let mut phone = Phone::new(seed, NOON);
        phone.start("missed-bin");
        phone.feel(note);
        phone.finish();
        assert_eq!(house.sync("ann", phone.body()).await.status, 200);
    }
    house
}

async fn take(house: &House, who: &str, query: &str) -> Answer {
    let path = format!("/team/export/file?{query}");
    house.get(&path).by(who).send().await
}

fn csv_rows(answer: &Answer) -> Vec<csv::StringRecord> {
    let text = answer.text().strip_prefix('\u{feff}').expect("the mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row")).collect()
}

fn sheet(answer: &Answer) -> String {
    let mut book = zip::ZipArchive::new(Cursor::new(&answer.bytes)).expect("a zip");
    let mut sheet = book.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    let mut text = String::new();
    sheet.read_to_string(&mut text).expect("text");
    text
}

fn json(answer: &Answer) -> Vec<serde_json::Value> {
    answer.json()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_23_no_cell_of_a_copy_is_a_formula_and_every_value_comes_back() {
    let house = house().await;
    let copy = take(&house, "tom", "what=friction&format=csv").await;
    assert_eq!(copy.header("content-type"), "text/csv; charset=utf-8");
    let name = "attachment; filename=\"firsthand-friction.csv\"";
    assert_eq!(copy.header("content-disposition"), name);
    let rows = csv_rows(&copy);
    assert_eq!(rows.len(), NASTY.len());
    let mut notes: Vec<String> = Vec::new();
    for row in &rows {
        for cell in row {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
        let bare = |cell: &str| cell.strip_prefix('\'').map(str::to_owned);
        notes.push(bare(&row[19]).unwrap_or_else(|| row[19].to_owned()));
    }
    notes.sort();
    let mut felt = NASTY.map(str::to_owned);
    felt.sort();
    assert_eq!(notes, felt);

    let copy = take(&house, "tom", "what=friction&format=json").await;
    let mut notes: Vec<String> = json(&copy)
        .iter()
        .map(|it| it["note"].as_str().expect("a note").to_owned())
        .collect();
    notes.sort();
    assert_eq!(notes, felt);

    let sheet = sheet(&take(&house, "tom", "what=friction&format=xlsx").await);
    assert!(
        !sheet.contains("<f>") && !sheet.contains("<f "),
        "a formula"
    );
    assert!(sheet.contains("+44 29"));
    assert!(sheet.contains("=HYPERLINK(\"https://evil.example\",\"Click\")"));
    assert_eq!(sheet.matches("<row ").count(), NASTY.len() + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_the_threads_says_when_and_how_often() {
    let house = house().await;
    let copy = take(&house, "tom", "what=threads&format=json&service=bins").await;
    let threads = json(&copy);
    assert_eq!(threads.len(), 1);
    let thread = &threads[0];
    assert_eq!(thread["felt"], NASTY.len());
    assert_eq!(
        (&thread["leaders"], &thread["state"]),
        (&1.into(), &"new".into())
    );
    assert_eq!(thread["burdens"], serde_json::json!(["compliance"]));
    let first = thread["first_felt"].as_str().expect("a time");
    assert!(
        first.starts_with("2026-06-15T13:00:0") && first.ends_with("+01:00"),
        "{first}"
    );
    assert_eq!(thread["task_name"]["en"], "Report a missed bin");
    for (query, count) in [
        ("service=ramps", 0),
        ("until=2026-06-14", 0),
        ("from=2026-06-16", 0),
        ("from=2026-06-15&until=2026-06-15", 1),
    ] {
        let query = format!("what=threads&format=json&{query}");
        assert_eq!(
            json(&take(&house, "tom", &query).await).len(),
            count,
            "{query}"
        );
    }
    let welsh = house
        .get("/team/export/file?format=csv")
        .by("tom")
        .header("cookie", "lang=cy");
    assert_eq!(welsh.send().await.status, 200);
    assert_eq!(csv_rows(&take(&house, "una", "format=csv").await).len(), 0);
    assert_eq!(csv_rows(&take(&house, "tia", "format=csv").await).len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_taken_by_who_is_there_and_is_noted() {
    let house = house().await;
    let page = house
        .get("/team/export?service=bins")
        .by("tom")
        .send()
        .await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("action=\"/team/export/file\""));
    assert!(
        house
            .get("/team")
            .by("tom")
            .send()
            .await
            .text()
            .contains("href=\"/team/export\"")
    );
    let narrow = "?q=bin&amp;category=asked&amp;sort=waiting";
    let asked = narrow.replace("&amp;", "&");
    let inbox = house.get(&format!("/team{asked}")).by("tom").send().await;
    let link = format!("href=\"/team/export{narrow}\"");
    assert!(inbox.text().contains(&link), "{}", inbox.text());
    let page = house.get(&format!("/team/export{asked}"));
    let page = page.by("tom").send().await;
    for said in [
        "name=\"q\" value=\"bin\"",
        "name=\"category\" value=\"asked\"",
        "name=\"sort\" value=\"waiting\"",
        "“bin”",
        "What is not settled",
        "href=\"/team/export?category=asked&amp;sort=waiting\"",
    ] {
        assert!(page.text().contains(said), "{said} in {}", page.text());
    }
    take(&house, "tom", "what=friction&format=xlsx").await;
    let sql = "SELECT about FROM audit WHERE what = 'friction_exported'";
    let noted = house.db.rows(sql, &[]).await.expect("rows");
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].text(0).expect("text"), "friction.xlsx");
    house.clock.set(NOON + HOUR);
    let later = take(&house, "tom", "what=friction&format=csv").await;
    assert_eq!(later.status, 303);
    assert!(later.header("location").starts_with("/confirm?next="));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_narrowed_as_the_inbox_is() {
    let house = house().await;
    let mut phone = Phone::new(99, NOON);
    phone.start("missed-bin");
    phone.feel_at(2, "Nobody wrote back about the skip");
    phone.finish();
    assert_eq!(house.sync("ann", phone.body()).await.status, 200);
    for (query, threads, points) in [
        ("", 2, NASTY.len() + 1),
        ("q=skip", 1, 1),
        ("state=new", 2, NASTY.len() + 1),
        ("state=settled", 0, 0),
        ("category=wait", 0, 0),
        ("unseen=1&task=missed-bin", 2, NASTY.len() + 1),
        ("risk=1", 0, 0),
    ] {
        for (what, count) in [("threads", threads), ("friction", points)] {
            let query = format!("what={what}&format=json&{query}");
            let copy = take(&house, "tom", &query).await;
            assert_eq!(json(&copy).len(), count, "{query}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_that_cannot_be_read_makes_no_copy_and_is_said() {
    let house = house().await;
    let all = json(&take(&house, "tom", "what=friction&format=json").await).len();
    for (query, day) in [
        ("from=soon", "soon"),
        ("until=2026-02-30", "2026-02-30"),
        ("from=2026-06-01&until=9999-12-31", "9999-12-31"),
        ("from=0001-01-01", "0001-01-01"),
        ("from=%3Cscript%3E", "&lt;script&gt;"),
    ] {
        let query = format!("what=friction&format=xlsx&category=asked&{query}");
        let answer = take(&house, "tom", &query).await;
        assert_eq!(answer.status, 422, "{query}");
        let said = format!("“{day}” is not a day between 2000 and 2199. Nothing was copied.");
        assert!(answer.text().contains(&said), "{}", answer.text());
        // What else was typed is still there.
        for kept in [
            "value=\"friction\" checked",
            "value=\"xlsx\" checked",
            "name=\"category\" value=\"asked\"",
        ] {
            assert!(answer.text().contains(kept), "{kept} in {}", answer.text());
        }
    }
    let noted = "SELECT about FROM audit WHERE what = 'friction_exported'";
    let noted = house.db.rows(noted, &[]).await.expect("rows");
    assert_eq!(noted.len(), 1, "none of these was taken");
    for (query, count) in [
        ("from=&until=", all),
        ("from=2026-06&until=2026-06", all),
        ("from=2026-06-16&until=2026-06-01", all),
        ("from=2026-06-16", 0),
    ] {
        let query = format!("what=friction&format=json&{query}");
        let copy = take(&house, "tom", &query).await;
        assert_eq!(json(&copy).len(), count, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_filter_that_is_not_known_makes_no_copy_and_is_named() {
    let house = house().await;
    for (query, said) in [
        ("servce=bins", "“servce”"),
        ("organisation=aber", "“organisation”"),
        ("%3Cb%3E=1", "“&lt;b&gt;”"),
        ("category=asks", "“category=asks”"),
        ("state=fixed", "“state=fixed”"),
        ("severity=bad", "“severity=bad”"),
        ("risk=yes", "“risk=yes”"),
        ("unseen=true", "“unseen=true”"),
        ("sort=oldest", "“sort=oldest”"),
        ("state=&state=new", "“state=new”"),
        ("q=bag", "“q=bag”"),
        ("what=all", "“what=all”"),
        ("format=pdf", "“format=pdf”"),
    ] {
        let asked = format!("from=2026-06-01&q=bin&{query}");
        let answer = take(&house, "tom", &asked).await;
        assert_eq!(answer.status, 422, "{query}");
        let said =
            format!("{said} is not something that can be asked for here. Nothing was copied.");
        let page = answer.text();
        assert!(page.contains(&said), "{said} in {page}");
        for kept in ["name=\"q\" value=\"bin\"", "value=\"2026-06-01\""] {
            assert!(page.contains(kept), "{kept} in {page}");
        }
        let path = format!("/team/export/file?{asked}");
        let welsh = house.get(&path).by("tom").header("accept-language", "cy");
        let welsh = welsh.send().await;
        assert!(welsh.text().contains("Ni chopïwyd dim."));
    }
    let noted = "SELECT about FROM audit WHERE what = 'friction_exported'";
    let noted = house.db.rows(noted, &[]).await.expect("rows");
    assert_eq!(noted.len(), 0, "none of these was taken");
    // What a form sends empty, and where the inbox stood, narrow nothing.
    for query in [
        "state=&category=&severity=&risk=&sort=&service=",
        "after=5.x",
    ] {
        let query = format!("what=friction&format=json&{query}");
        let copy = take(&house, "tom", &query).await;
        assert_eq!(json(&copy).len(), NASTY.len(), "{query}");
    }
}

const MANY: usize = 20_000;

/// So many points beside those that are there.
async fn many(house: &House) {
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
         INSERT INTO friction_row (id, walk, organisation, author, service, task, month, felt_at, step, category, second,
         severity, mood, feelings, note, risk, contacted_again, own, thread)
         SELECT id || '-' || n.i, walk, organisation, author, service, task, month, felt_at + n.i, step, category,
         second, severity, mood, feelings, note, risk, contacted_again, own, thread
         FROM n, (SELECT * FROM friction_row LIMIT 1)",
        &[i64::try_from(MANY - NASTY.len()).expect("some").into()],
    )
    .await
    .expect("copied");
    tx.commit().await.expect("committed");
}

async fn piece(body: &mut Body) -> Option<Vec<u8>> {
    let frame = body.frame().await?.expect("a frame");
    Some(frame.into_data().expect("data").to_vec())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_copy_comes_piece_by_piece_and_is_read_no_further_than_it_is_taken() {
    let house = house().await;
    many(&house).await;
    let begin = async |format: &str, more: &str| {
        let path = format!("/team/export/file?what=friction&format={format}{more}");
        let answer = house.get(&path).by("tom").begin().await;
        assert_eq!(answer.status(), 200);
        answer.into_body()
    };
    for (format, ends) in [("csv", "\n"), ("json", "\n]\n")] {
        let mut body = begin(format, "").await;
        let (mut all, mut pieces) = (Vec::new(), 0);
        while let Some(piece) = piece(&mut body).await {
            assert!(piece.len() < 512 * 1024, "{} bytes at once", piece.len());
            all.extend(piece);
            pieces += 1;
        }
        let text = String::from_utf8(all).expect("text");
        assert!(
            text.ends_with(ends) && pieces > MANY / 1_000,
            "{pieces} pieces"
        );
        match format {
            "csv" => {
                let mut rows = csv::Reader::from_reader(text.as_bytes());
                assert_eq!(rows.records().count(), MANY);
            }
            _ => assert_eq!(text.matches("{\"id\":").count(), MANY),
        }
    }
    // What is gone when its piece is asked for is not in it: nobody read ahead.
    let mut body = begin("json", "&category=asked").await;
    let first = piece(&mut body).await.expect("a piece");
    house.write("DELETE FROM friction_row").await;
    let mut lines = first.iter().filter(|it| **it == b'\n').count();
    while let Some(piece) = piece(&mut body).await {
        lines += piece.iter().filter(|it| **it == b'\n').count();
    }
    assert!((500..MANY / 4).contains(&lines), "{lines} lines");
}

//! Copies of what was felt: every format holds the same, and nothing in them is a formula.

use std::io::{Cursor, Read};

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

//! Services have friction, people are not blamed: nothing is kept, asked for, filtered or handed out by who works
//! there.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read},
};

use serde_json::Value;

use crate::{House, phone::Phone};

/// What a column, a field or a filter for a member of staff would be called.
const STAFF: [&str; 16] = [
    "staff",
    "employee",
    "officer",
    "agent",
    "adviser",
    "advisor",
    "handler",
    "caseworker",
    "receptionist",
    "clerk",
    "blame",
    "culprit",
    "staff_name",
    "spoke_to",
    "served_by",
    "swyddog",
];

/// True for a name in which one of these words stands by itself: `officer_id`, not `reagent`.
fn staff(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|it: char| !it.is_alphanumeric());
    STAFF.contains(&name.as_str()) || words.any(|it| STAFF.contains(&it))
}

#[test]
fn the_words_that_are_looked_for_are_found() {
    assert!(staff("officer_id") && staff("Staff") && staff("served_by"));
    assert!(!staff("reagent") && !staff("owner") && !staff("person"));
}

#[tokio::test]
async fn no_column_is_for_a_member_of_staff() {
    let house = House::new().await;
    let sql = "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'";
    let columns = house.db.rows(sql, &[]).await.expect("columns");
    let columns: Vec<String> = columns
        .iter()
        .map(|row| row.text(0).expect("a name"))
        .collect();
    assert!(columns.len() > 100, "{} columns", columns.len());
    let found: Vec<_> = columns.iter().filter(|it| staff(it)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[tokio::test]
async fn no_page_of_a_team_or_a_board_asks_for_or_filters_by_a_member_of_staff() {
    let house = House::new().await;
    let (phone, friction) = Phone::whole_walk(1);
    house.sync("ann", phone.body()).await;
    let pages = [
        ("tom", "/team".to_owned()),
        ("tom", format!("/team/friction/{friction}")),
        ("tom", format!("/team/walk/{}", phone.walk)),
        ("tom", "/team/journey/missed-bin".to_owned()),
        ("tom", "/team/journey/missed-bin/cost".to_owned()),
        ("tom", "/team/export".to_owned()),
        ("bob", "/board/2026-06".to_owned()),
        ("bob", "/board/2026-06/walks".to_owned()),
    ];
    let mut asked = BTreeSet::new();
    for (person, path) in &pages {
        let page = house.get(path).by(person).send().await;
        assert_eq!(page.status, 200, "{path}");
        asked.extend(names(page.text()));
    }
    for known in ["text", "split", "source"] {
        assert!(asked.contains(known), "{known} is found: {asked:?}");
    }
    let found: Vec<_> = asked.iter().filter(|it| staff(it)).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// Whatever is handed out: files of every kind, what keys read, calendars, and what the description says of the API.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_is_handed_out_has_a_column_for_a_member_of_staff_or_names_anybody() {
    let house = House::new().await;
    let (phone, friction) = Phone::whole_walk(1);
    house.sync("ann", phone.body()).await;
    let seen = format!("/team/friction/{friction}/seen");
    house.post(&seen).by("tom").send().await;
    house
        .write("UPDATE thread SET owner = 'tom', due_on = '2026-06-20'")
        .await;
    let mut columns = BTreeSet::new();
    for what in ["threads", "friction"] {
        for lang in ["en", "cy"] {
            let file = format!("/team/export/file?what={what}&format=");
            let csv = house.get(&format!("{file}csv")).by("tom");
            let csv = csv.header("accept-language", lang).send().await;
            let heads = csv.text().lines().next().expect("heads");
            let heads = heads.trim_start_matches('\u{feff}').split(',');
            columns.extend(heads.map(str::to_owned));
            unnamed(csv.text());
            let json = house.get(&format!("{file}json")).by("tom").send().await;
            keys(&json.json::<Value>(), &mut columns);
            unnamed(json.text());
        }
        let file = format!("/team/export/file?what={what}&format=xlsx");
        let xlsx = house.get(&file).by("tom").send().await;
        let mut book = zip::ZipArchive::new(Cursor::new(&xlsx.bytes)).expect("a zip");
        let mut sheet = String::new();
        let mut part = book.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
        part.read_to_string(&mut sheet).expect("text");
        let heads = sheet.split("</row>").next().expect("a row");
        let heads = heads.split("<t>").skip(1);
        columns.extend(heads.filter_map(|it| Some(it.split_once("</t>")?.0.to_owned())));
        unnamed(&sheet);
    }
    let month = house.get("/board/2026-06.csv").by("bob").send().await;
    assert_eq!(month.status, 200);
    let cells = month.text().split([',', '\n']);
    columns.extend(cells.map(|it| it.trim_matches('"').to_owned()));
    unnamed(month.text());
    let made = house.post("/office/systems/keys").by("ada");
    let made = made.form("name=Reports&days=30").send().await;
    let (_, key) = made.text().split_once("value=\"fh_").expect("a key");
    let key = format!("Bearer fh_{}", &key[..64]);
    let read = house.get("/api/v1/threads").header("authorization", &key);
    let read = read.send().await;
    keys(&read.json::<Value>(), &mut columns);
    unnamed(read.text());
    let calendar = house.post("/me/calendar").by("tom").form("").send().await;
    let (_, at) = calendar.text().split_once("localhost:3000").expect("one");
    let at = at.split('"').next().expect("its end");
    let calendar = house.get(at).send().await;
    assert!(calendar.text().contains("SUMMARY"), "{}", calendar.text());
    let names = calendar.text().lines().filter_map(|it| it.split_once(':'));
    columns.extend(names.map(|(name, _)| name.to_owned()));
    unnamed(calendar.text());
    let described = house.get("/api/v1/openapi.json").send().await;
    keys(&described.json::<Value>(), &mut columns);
    for known in [
        "felt_at",
        "Felt at",
        "Teimlwyd am",
        "due_on",
        "DTSTAMP",
        "ThreadOut",
    ] {
        assert!(columns.contains(known), "{known} is found: {columns:?}");
    }
    let found: Vec<_> = columns.iter().filter(|it| staff(it)).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// Nobody in the house is named.
fn unnamed(text: &str) {
    assert!(
        !text.contains("Person ") && !text.contains("\"tom\""),
        "{text}"
    );
}

/// Every key of every object.
fn keys(json: &Value, into: &mut BTreeSet<String>) {
    match json {
        Value::Object(all) => {
            for (key, value) in all {
                into.insert(key.clone());
                keys(value, into);
            }
        }
        Value::Array(all) => all.iter().for_each(|it| keys(it, into)),
        _ => {}
    }
}

/// The names of every field, and of every question in an address.
fn names(html: &str) -> BTreeSet<String> {
    let fields = html.split(" name=\"").skip(1);
    let mut names: BTreeSet<String> = fields
        .filter_map(|it| Some(it.split_once('"')?.0.to_owned()))
        .collect();
    for href in html.split("href=\"").skip(1) {
        let query = href.split('"').next().and_then(|it| it.split_once('?'));
        let pairs = query.map_or("", |it| it.1).replace("&amp;", "&");
        names.extend(
            pairs
                .split('&')
                .filter_map(|it| Some(it.split_once('=')?.0.to_owned())),
        );
    }
    names
}

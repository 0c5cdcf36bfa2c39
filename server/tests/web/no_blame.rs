//! Services have friction, people are not blamed: nothing is kept, asked for, filtered or handed out by who works
//! there.

use std::collections::BTreeSet;

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

//! What is one's own: shares, what is held about a person, and its end.

use std::collections::BTreeSet;

use app::{
    mine::{Appears, Erasure, Item},
    walk::{Category, Commitment, Kind, Reflected},
};
use server::{
    erasures::{Entry, Journal},
    store::{Db, Done, ERASURE_WAITS, Erase, Erasing, PLACES, Pictures},
};
use sqlx::AssertSqlSafe;

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::{Phone, tally},
    photos::Shot,
};

on_both![
    an_item_is_shared_with_those_who_are_named,
    a_share_ends_with_what_it_shares,
    every_table_that_names_a_person_is_shown_to_them,
    trust_50_an_erased_person_is_gone_and_a_backup_forgets_them_again,
    trust_50_nothing_more_is_kept_for_somebody_erased,
    an_erasure_waits_and_can_be_withdrawn_or_held,
    an_erasure_that_cannot_be_written_down_is_not_done,
];

const WORDS: [&str; 6] = [
    "I was asked for the same thing again",
    "A person who listened",
    "I did not know whom to ask",
    "Ring the team on",
    "ANN",
    "Somebody",
];

/// What Ben wrote; it stays.
const BENS: &str = "I could not sign in";

fn reflection() -> Item {
    Item::Reflection("least_sure".into())
}

/// Ann's whole walk with a photo, sent.
async fn walked(house: &House, seed: u64) -> Phone {
    let desk = house.desk("ann").await;
    let mut phone = Phone::whole_walk(seed, "missed-bin");
    let friction = phone.feel(1, Category::Form);
    let shot = Shot::of(&mut phone, friction);
    phone.send(&desk).await;
    let sent = shot.send(&desk, 0, shot.bytes.len()).await;
    assert!(sent.expect("sent").1, "the photo is here");
    phone
}

async fn an_item_is_shared_with_those_who_are_named(house: House) {
    let phone = walked(&house, 1).await;
    let (ann, ben, tom) = (
        house.desk("ann").await,
        house.desk("ben").await,
        house.desk("tom").await,
    );
    let all = ann.my_items(NOON).await.expect("items");
    let said: Vec<&str> = all.iter().map(|it| it.said.text.as_str()).collect();
    assert_eq!(
        said,
        ["I did not know whom to ask", "Ring the team on Tuesday"]
    );
    let with = |id: &str| [id.to_owned()];
    ann.share(phone.walk, &reflection(), &with("ben"), NOON)
        .await
        .expect("shared");
    ann.share(phone.walk, &reflection(), &with("ben"), NOON)
        .await
        .expect("sharing again is harmless");
    let shared = ben.shared_with_me(NOON).await.expect("shared");
    assert_eq!(shared.len(), 1);
    assert_eq!(shared[0].said.text, "I did not know whom to ask");
    assert!(tom.shared_with_me(NOON).await.expect("none").is_empty());
    assert!(tom.shared(&shared[0].id, NOON).await.is_err());
    for nobody in ["cat", "ann", "nobody"] {
        let to = with(nobody);
        let refused = ann.share(phone.walk, &Item::Commitment, &to, NOON);
        assert!(refused.await.is_err(), "{nobody}");
    }
    let (item, tom) = (reflection(), with("tom"));
    let not_mine = ben.share(phone.walk, &item, &tom, NOON);
    assert!(not_mine.await.is_err());
    let no_such = Item::Reflection("alone".into());
    let nothing = ann.share(phone.walk, &no_such, &tom, NOON);
    assert!(nothing.await.is_err(), "there is nothing to share");
    assert!(ben.take_back(&shared[0].id, NOON).await.is_err());
    ann.take_back(&shared[0].id, NOON)
        .await
        .expect("taken back");
    assert!(ben.shared(&shared[0].id, NOON).await.is_err());
    assert!(ann.take_back(&shared[0].id, NOON).await.is_err(), "once");
}

async fn a_share_ends_with_what_it_shares(house: House) {
    let mut phone = walked(&house, 1).await;
    let (ann, ben) = (house.desk("ann").await, house.desk("ben").await);
    ann.share(phone.walk, &reflection(), &["ben".to_owned()], NOON)
        .await
        .expect("shared");
    let unkept = |text: &str| {
        Kind::Reflected(Reflected {
            question: "least_sure".into(),
            text: text.into(),
            keep: false,
        })
    };
    phone.note(&unkept("I did not know whom to ask"));
    phone.send(&ann).await;
    assert!(ben.shared_with_me(NOON).await.expect("none").is_empty());
    phone.reflect("for me alone");
    phone.send(&ann).await;
    assert!(ben.shared_with_me(NOON).await.expect("none").is_empty());
    assert_eq!(house.number("SELECT COUNT(*) FROM share").await, 0);
}

/// The columns of every table, by the database's own account, and those that refer to a person or a walk.
async fn tables(house: &House) -> Vec<(String, Vec<String>, bool)> {
    let names = match &house.db {
        Db::Sqlite { .. } => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        }
        Db::Postgres(_) => {
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
             WHERE table_schema = current_schema() ORDER BY table_name"
        }
    };
    let mut tables = Vec::new();
    for row in house.db.rows(names, &[]).await.expect("tables") {
        let table = row.text(0).expect("a name");
        if table.starts_with("_sqlx") {
            continue;
        }
        let columns = match &house.db {
            Db::Sqlite { .. } => format!("SELECT name FROM pragma_table_info('{table}')"),
            Db::Postgres(_) => format!(
                "SELECT CAST(column_name AS TEXT) FROM information_schema.columns
                 WHERE table_schema = current_schema() AND table_name = '{table}'"
            ),
        };
        let rows = house.db.rows(AssertSqlSafe(columns), &[]).await;
        let columns: Vec<String> = rows
            .expect("columns")
            .iter()
            .map(|row| row.text(0).expect("a name"))
            .collect();
        let refers = table == "person" || refers_to_somebody(house, &table, &columns).await;
        tables.push((table, columns, refers));
    }
    tables
}

async fn refers_to_somebody(house: &House, table: &str, columns: &[String]) -> bool {
    const NAMES: [&str; 9] = [
        "person", "author", "reader", "owner", "walk", "friction", "by", "about", "subject",
    ];
    if columns.iter().any(|it| NAMES.contains(&it.as_str())) {
        return true;
    }
    let sql = match &house.db {
        Db::Sqlite { .. } => format!(
            "SELECT COUNT(*) FROM pragma_foreign_key_list('{table}') WHERE \"table\" IN ('person', 'walk')"
        ),
        Db::Postgres(_) => format!(
            "SELECT COUNT(*) FROM pg_constraint WHERE conrelid = '{table}'::regclass AND contype = 'f'
             AND confrelid IN ('person'::regclass, 'walk'::regclass)"
        ),
    };
    let row = house.db.row(AssertSqlSafe(sql), &[]).await;
    row.expect("an answer")
        .expect("a row")
        .int(0)
        .expect("a number")
        > 0
}

async fn every_table_that_names_a_person_is_shown_to_them(house: House) {
    let mut missing = Vec::new();
    for (table, columns, refers) in tables(&house).await {
        let place = PLACES.iter().find(|it| it.table == table);
        let Some(place) = place else {
            assert!(!refers, "{table} names people: give it its place");
            continue;
        };
        let known: BTreeSet<&str> = place
            .shown
            .iter()
            .map(|it| it.name())
            .chain(place.hidden.iter().copied())
            .collect();
        let columns: BTreeSet<&str> = columns.iter().map(String::as_str).collect();
        missing.extend(
            columns
                .symmetric_difference(&known)
                .map(|it| format!("{table}.{it}")),
        );
    }
    assert!(
        missing.is_empty(),
        "shown or hidden, but not forgotten: {missing:?}"
    );
    // Every section and column has a name for people.
    for place in PLACES {
        use app::{walk::Lang, words::held};
        assert_ne!(held::section(Lang::Cy, place.table), place.table);
        for column in place.shown {
            let name = held::column(Lang::Cy, column.name());
            let same = ["person"].contains(&column.name());
            assert!(same || name != column.name(), "{}", column.name());
        }
    }
    walked(&house, 1).await;
    let held = house.desk("ann").await.held(Pictures::Whole, NOON).await;
    let held = held.expect("held").json().to_string();
    for words in WORDS {
        assert!(held.contains(words), "{words}");
    }
    assert!(held.contains("data:image/jpeg;base64,/9j/"));
    let tom = house.desk("tom").await.held(Pictures::Whole, NOON).await;
    let tom = tom.expect("held").json().to_string();
    assert!(!tom.contains("ANN") && !tom.contains("listened"), "{tom}");
}

/// The tables in which anything of these words, or a picture, is left.
async fn left(house: &House) -> Vec<String> {
    let mut left = Vec::new();
    for (table, columns, _) in tables(house).await {
        for column in columns {
            let sql = match (column.as_str(), &house.db) {
                ("jpeg" | "bytes", _) => {
                    format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table} HAVING COUNT(*) > 0")
                }
                _ => {
                    format!("SELECT CAST({column} AS TEXT) FROM {table} WHERE {column} IS NOT NULL")
                }
            };
            let rows = house.db.rows(AssertSqlSafe(sql), &[]).await.expect("rows");
            for row in rows {
                let text = row.text(0).expect("text");
                let said = WORDS.iter().take(5).any(|words| text.contains(words));
                if said || ["jpeg", "bytes"].contains(&column.as_str()) {
                    left.push(format!("{table}.{column}: {text}"));
                }
            }
        }
    }
    left
}

/// What every house here has: Ann's walk, shared, answered and seen; and one of Ben's.
async fn lived_in(house: &House) {
    let phone = walked(house, 1).await;
    let (ann, ben, tom) = (
        house.desk("ann").await,
        house.desk("ben").await,
        house.desk("tom").await,
    );
    ann.share(phone.walk, &reflection(), &["ben".to_owned()], NOON)
        .await
        .expect("shared");
    ann.appear(Appears::Title, NOON).await.expect("chosen");
    let mut bens = Phone::new(2);
    bens.start("missed-bin");
    let friction = bens.feel(0, Category::Door);
    bens.describe(friction, BENS);
    bens.note(&Kind::Committed(Commitment {
        text: BENS.into(),
        by: None,
    }));
    bens.send(&ben).await;
    ben.share(bens.walk, &Item::Commitment, &["ann".to_owned()], NOON)
        .await
        .expect("shared");
    let sql = "SELECT id FROM friction_row WHERE author = 'ann' ORDER BY id";
    let friction = house.db.row(sql, &[]).await.expect("rows").expect("one");
    let friction = friction.text(0).expect("an id").parse().expect("an id");
    tom.mark_seen(friction, NOON).await.expect("seen");
    let text = app::team::ReplyText::parse("We changed the form.").expect("words");
    let reply = uuid::Uuid::from_u128(7);
    tom.reply(friction, &text, reply, NOON).await.expect("sent");
}

async fn trust_50_an_erased_person_is_gone_and_a_backup_forgets_them_again(house: House) {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    // The same people, walks and photos once more: what a backup of that day holds.
    let backup = house.twin().await;
    for house in [&house, &backup] {
        lived_in(house).await;
        assert!(!left(house).await.is_empty(), "there is something to erase");
    }
    let ben = house
        .number("SELECT COUNT(*) FROM fact WHERE body <> ''")
        .await;
    let facts = house.number("SELECT COUNT(*) FROM fact").await;

    let done = house.store.erase("ann", Erase::Now, &journal, NOON).await;
    assert_eq!(done.expect("erased"), Done::Erased);
    gone(&house).await;
    assert_eq!(
        house.number("SELECT COUNT(*) FROM fact").await,
        facts,
        "facts keep their ids"
    );
    assert!(
        house
            .number("SELECT COUNT(*) FROM fact WHERE body <> ''")
            .await
            < ben
    );
    let before = house.read_rows().await;
    house.store.rebuild().await.expect("rebuilt");
    assert_eq!(
        house.read_rows().await,
        before,
        "computed anew it is the same"
    );
    assert_eq!(
        journal.read().expect("read"),
        [Entry {
            person: "ann".into(),
            at: NOON
        }]
    );
    let written = std::fs::read_to_string(folder.path().join("erasures.jsonl")).expect("text");
    assert_eq!(
        written, "{\"person\":\"ann\",\"at\":1781524800000}\n",
        "ids and times only"
    );

    let again = backup.store.replay_erasures(&journal).await;
    assert_eq!(again.expect("replayed"), 1);
    gone(&backup).await;
    let again = backup.store.replay_erasures(&journal).await;
    assert_eq!(again.expect("replayed"), 0, "once is enough");
    assert_eq!(journal.read().expect("read").len(), 1);
}

/// Nothing of Ann is left but that there was somebody.
async fn gone(house: &House) {
    let left = left(house).await;
    assert!(left.is_empty(), "{left:?}");
    for table in [
        "friction_row",
        "bright_row",
        "photo_row",
        "photo",
        "photo_part",
    ] {
        let sql = format!(
            "SELECT COUNT(*) FROM {table} WHERE walk IN (SELECT id FROM walk WHERE author = 'ann')"
        );
        let row = house.db.row(AssertSqlSafe(sql), &[]).await.expect("rows");
        assert_eq!(row.expect("a row").int(0).expect("a number"), 0, "{table}");
    }
    // By name, so that the list itself cannot say too little.
    for sql in [
        "SELECT COUNT(*) FROM session WHERE person = 'ann' AND (device <> '' OR confirmed_at <> 0)",
        "SELECT COUNT(*) FROM invitation WHERE person = 'ann'",
        "SELECT COUNT(*) FROM share WHERE author = 'ann' OR reader = 'ann'",
    ] {
        assert_eq!(house.number(sql).await, 0, "{sql}");
    }
    for place in PLACES.iter().filter(|it| it.erasing == Erasing::Gone) {
        let sql = format!("SELECT COUNT(*) FROM {} WHERE {}", place.table, place.rows);
        let row = house.db.row(AssertSqlSafe(sql), &["ann".into()]).await;
        let row = row.expect("rows").expect("a row");
        assert_eq!(row.int(0).expect("a number"), 0, "{}", place.table);
    }
    let sql = "SELECT name || title_en || title_cy || roles FROM person WHERE id = 'ann'";
    let row = house
        .db
        .row(sql, &[])
        .await
        .expect("rows")
        .expect("her row");
    assert_eq!(row.text(0).expect("text"), "");
    assert_eq!(
        house.number("SELECT COUNT(*) FROM reply").await,
        1,
        "the team's answer stays"
    );
    let log = house.read_rows().await.concat();
    assert!(log.contains(BENS), "somebody else's walk is as it was");
    let viewer = house.store.viewer("session of ann", NOON).await;
    assert!(
        viewer.expect("an answer").is_none(),
        "she is signed in nowhere"
    );
    let tom = house.desk("tom").await;
    let sql = "SELECT friction FROM reply";
    let friction = house.db.row(sql, &[]).await.expect("rows").expect("one");
    let friction = friction.text(0).expect("an id").parse().expect("an id");
    assert!(tom.friction(friction, NOON).await.is_err());
}

async fn trust_50_nothing_more_is_kept_for_somebody_erased(house: House) {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let mut phone = walked(&house, 1).await;
    // A request that was let in a moment before.
    let desk = house.desk("ann").await;
    let done = house.store.erase("ann", Erase::Now, &journal, NOON).await;
    assert_eq!(done.expect("erased"), Done::Erased);
    phone.reflect("I did not know whom to ask");
    let items = phone.send(&desk).await;
    assert_eq!(tally(&items), (0, 0, items.len()), "nothing is taken");
    let new = Phone::whole_walk(9, "missed-bin");
    let items = new.send(&desk).await;
    assert_eq!(tally(&items), (0, 0, items.len()));
    assert!(left(&house).await.is_empty());
    assert_eq!(house.number("SELECT COUNT(*) FROM walk").await, 1);
}

async fn an_erasure_waits_and_can_be_withdrawn_or_held(house: House) {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let phone = walked(&house, 1).await;
    let (store, ann) = (&house.store, house.desk("ann").await);
    let due = NOON + ERASURE_WAITS;
    assert_eq!(ERASURE_WAITS, 7 * DAY);
    let erased = async |now| store.erase_due(&journal, now).await.expect("done");
    let asked = ann.ask_erasure(NOON).await.expect("asked");
    assert_eq!(asked, Ok(()));
    let again = ann.ask_erasure(NOON + DAY).await.expect("asked again");
    assert_eq!(again, Ok(()));
    assert_eq!(erased(due - 1).await, 0, "not before its time");
    ann.withdraw_erasure(NOON + DAY).await.expect("withdrawn");
    assert_eq!(ann.erasure(NOON).await.expect("known"), Erasure::NotAsked);
    assert_eq!(erased(due).await, 0, "it was withdrawn");

    let asked = ann.ask_erasure(NOON).await.expect("asked");
    assert_eq!(asked, Ok(()));
    assert!(store.hold_erasure("ann", true, NOON).await.expect("held"));
    assert!(
        !store
            .hold_erasure("nobody", true, NOON)
            .await
            .expect("known")
    );
    assert_eq!(ann.erasure(NOON).await.expect("known"), Erasure::Held);
    assert_eq!(erased(due).await, 0, "an operator holds it");
    let now = store.erase("ann", Erase::Now, &journal, due).await;
    assert_eq!(now.expect("known"), Done::Held, "whoever asks");
    // A journal written before the hold was lifted and set again does not overrule it.
    journal
        .add(&Entry {
            person: "ann".into(),
            at: NOON - 1,
        })
        .expect("written");
    assert_eq!(store.replay_erasures(&journal).await.expect("read"), 0);
    assert!(ann.own_log(phone.walk).await.is_ok());

    assert!(store.hold_erasure("ann", false, due).await.expect("lifted"));
    assert!(matches!(
        ann.erasure(NOON).await.expect("known"),
        Erasure::Due(_)
    ));
    assert_eq!(erased(due).await, 1);
    assert_eq!(erased(due).await, 0, "once");
    let sql = "SELECT COUNT(*) FROM audit WHERE about = 'ann' AND what IN
               ('erasure_asked', 'erasure_withdrawn', 'erasure_held', 'erasure_released', 'person_erased')";
    assert_eq!(house.number(sql).await, 6);
}

async fn an_erasure_that_cannot_be_written_down_is_not_done(house: House) {
    let phone = walked(&house, 1).await;
    let journal = Journal::at(std::path::Path::new("/no/such/folder/erasures.jsonl"));
    let failed = house.store.erase("ann", Erase::Now, &journal, NOON).await;
    assert!(failed.is_err());
    let log = house.desk("ann").await.own_log(phone.walk).await;
    let log = log.expect("it is all there");
    let kept = |fact: &app::walk::Fact| fact.data.get().contains("whom to ask");
    assert!(log.iter().any(kept));
}

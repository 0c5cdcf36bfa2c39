//! The program itself, on a live store, on a backup and on a file.

use server::{
    record::{self, Kept, Key, key_id, write_file},
    store::Db,
};

use super::{run, three_versions};
use crate::{House, desk, house::sqlite_url};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_49_the_command_reads_a_live_store_and_a_backup() {
    let (url, folder) = sqlite_url();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (data, backup, file) = (at("firsthand.db"), at("backup.db"), at("record.json"));
    let house = House::on(&url, None).await;
    let (status, said) = verify(&["--data", &data]);
    assert_eq!((status, said.as_str()), (Some(0), "there are no records\n"));
    let chain = three_versions(&house).await;
    std::fs::write(&file, write_file(&chain[2]).expect("a file")).expect("written");
    let copy = sqlx::AssertSqlSafe(format!("VACUUM INTO '{backup}'"));
    let Db::Sqlite { write, .. } = &house.db else {
        panic!("SQLite");
    };
    sqlx::query(copy).execute(write).await.expect("copied");
    let copied = std::fs::read(&backup).expect("bytes");
    for store in [&data, &backup] {
        let (status, said) = verify(&["--data", store, "--file", &file]);
        assert_eq!(status, Some(0), "{said}");
        assert!(
            said.contains("3 records of 1 organisations: whole\n"),
            "{said}"
        );
        let end = end_of(&chain[2]);
        assert_eq!(
            said.matches(&end).count(),
            2,
            "the chain's and the file's: {said}"
        );
        assert!(!said.contains("version 1:"), "{said}");
    }
    assert_eq!(std::fs::read(&backup).expect("bytes"), copied);
    for beside in ["backup.db-wal", "backup.db-shm"] {
        assert!(!folder.path().join(beside).exists(), "{beside}");
    }
    run(&house, "DROP TRIGGER month_record_is_not_changed".into()).await;
    run(&house, "DROP TRIGGER month_record_is_not_deleted".into()).await;
    let edited = "UPDATE month_record SET body = REPLACE(body, '\"late\":1', '\"late\":0') WHERE version = 2";
    run(&house, edited.into()).await;
    let (status, said) = verify(&["--data", &data]);
    assert_eq!(status, Some(1));
    assert!(
        said.contains("aber: 2026-06, version 2: the text does not give its fingerprint\n"),
        "{said}"
    );
    assert!(
        !said.contains("version 1:") && !said.contains("version 3: the"),
        "{said}"
    );
    // Cut off at its end, the chain is whole by itself; what was handed out shows it.
    for table in ["month_said_is_not_deleted", "month_walk_is_not_changed"] {
        run(&house, format!("DROP TRIGGER {table}")).await;
    }
    for table in ["month_said", "month_walk", "month_record"] {
        run(&house, format!("DELETE FROM {table} WHERE sequence > 1")).await;
    }
    assert_eq!(verify(&["--data", &data]).0, Some(0));
    let (status, said) = verify(&["--data", &data, "--file", &file]);
    assert_eq!(status, Some(1));
    assert!(
        said.contains("the store does not have this record"),
        "{said}"
    );
    assert_eq!(verify(&["--file", &file]).0, Some(0));
    assert_eq!(verify(&["--data", &at("nothing.db")]).0, Some(2));
    assert_eq!(verify(&[]).0, Some(2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_never_calls_whole_what_it_could_not_check() {
    let (url, folder) = sqlite_url();
    let data = folder.path().join("firsthand.db").display().to_string();
    let house = House::on(&url, None).await;
    three_versions(&house).await;
    let sung = "INSERT INTO month_said (organisation, sequence, position, said, task, at, text_en, text_cy, salt)
                VALUES ('aber', 2, 9, 'song', '', 0, 'La', 'La', 'salt')";
    run(&house, sung.into()).await;
    let (status, said) = verify(&["--data", &data]);
    assert_eq!(status, Some(1), "{said}");
    let named = "aber: 2026-06, version 2: sentence 10 was NOT CHECKED: this program does not know its kind\n";
    assert!(said.starts_with(named), "{said}");
    assert!(said.contains("nothing else is wrong"), "{said}");
    run(&house, "DROP TRIGGER month_record_is_not_changed".into()).await;
    let edited = "UPDATE month_record SET published_at = 0, signature = 'x' WHERE version = 3";
    run(&house, edited.into()).await;
    let (status, said) = verify(&["--data", &data]);
    assert_eq!(status, Some(1));
    for line in [named, "version 3: the signature is not"] {
        assert!(said.contains(line), "{said}");
    }
    assert!(
        !said.contains("nothing else is wrong") && !said.contains("whole"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_doctor_says_when_the_database_lets_what_was_published_be_changed() {
    let (url, folder) = sqlite_url();
    let data = folder.path().display().to_string();
    let house = House::on(&url, None).await;
    let doctor = || {
        firsthand(&[
            "doctor",
            "--data",
            &data,
            "--base-url",
            "http://127.0.0.1:9",
        ])
        .1
    };
    let good = "in order  the database refuses to change or delete what was published";
    assert!(doctor().contains(good), "{}", doctor());
    run(&house, "DROP TRIGGER month_said_is_not_deleted".into()).await;
    let said = doctor();
    let wrong = "WRONG     the database lets what was published be changed: month_said_is_not_deleted is gone";
    assert!(said.contains(wrong) && !said.contains(good), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_says_how_many_sentences_were_taken_back_and_calls_it_no_fault() {
    let (url, folder) = sqlite_url();
    let data = folder.path().join("firsthand.db").display().to_string();
    let house = House::on(&url, None).await;
    let chain = three_versions(&house).await;
    run(&house, "DROP TRIGGER month_said_is_its_authors".into()).await;
    let blanked = "UPDATE month_said SET text_en = NULL, text_cy = NULL, salt = NULL, person = NULL, walk = NULL
                   WHERE sequence = 2 AND said = 'secretary'";
    run(&house, blanked.into()).await;
    let all = house.number("SELECT COUNT(*) FROM month_said WHERE sequence = 2");
    let line = format!(
        "aber: 2026-06, version 2: 1 of {} sentences was taken back since\n",
        all.await
    );
    let whole = "3 records of 1 organisations: whole\n";
    let said = verify(&["--data", &data]);
    let end = end_of(&chain[2]);
    assert_eq!(said, (Some(0), [&line, &end, whole].concat()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_that_somebody_else_signed_shows_what_to_compare() {
    let (url, folder) = sqlite_url();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let house = House::on(&url, None).await;
    let mut kept = three_versions(&house).await.remove(0);
    let (theirs, ours) = (Key::make(), kept.key.clone().expect("a key"));
    let real = end_of(&kept);
    kept.body = kept.body.replace("\"late\":0", "\"late\":7");
    kept.hash = record::hash(&kept.body);
    kept.signature = theirs.sign(&kept.body).expect("signed");
    kept.key = Some(theirs.public.clone());
    std::fs::write(at("forged.json"), write_file(&kept).expect("a file")).expect("written");
    let file = at("forged.json");
    let (status, said) = verify(&["--file", &file]);
    assert_eq!(status, Some(0), "{said}");
    let forged = end_of(&kept);
    assert!(said.starts_with(&forged) && forged != real, "{said}");
    assert!(said.contains("compare"), "{said}");
    let (status, said) = verify(&["--file", &file, "--key", &ours]);
    assert_eq!(status, Some(1), "{said}");
    let loud = theirs.public.to_uppercase();
    assert_eq!(verify(&["--file", &file, "--key", &loud]).0, Some(0));
    for odd in ["", "abc", &ours[1..], &"x".repeat(64)] {
        let (status, said) = verify(&["--file", &file, "--key", odd]);
        assert_eq!((status, said.lines().count()), (Some(2), 1), "{said}");
        assert!(said.contains("it is no public key"), "{said}");
    }
    // Whatever a file says of itself is one line.
    let odd = kept
        .body
        .replace("\"aber\"", "\"aber\\n3 records of 1 organisations: whole\"");
    kept.hash = record::hash(&odd);
    kept.signature = theirs.sign(&odd).expect("signed");
    kept.body = odd;
    std::fs::write(&file, write_file(&kept).expect("a file")).expect("written");
    let (_, said) = verify(&["--file", &file]);
    assert!(
        !said.lines().any(|it| it.starts_with("3 records")),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_published_and_has_no_record_is_missing() {
    let (url, folder) = sqlite_url();
    let data = folder.path().join("firsthand.db").display().to_string();
    let house = House::on(&url, None).await;
    let sue = desk::sue(&house).await;
    desk::publish(&sue, desk::june(), desk::JULY).await;
    assert_eq!(verify(&["--data", &data]).0, Some(0));
    for table in ["month_said", "month_walk", "month_record"] {
        let named = format!(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
        );
        let named = house.db.rows(sqlx::AssertSqlSafe(named), &[]).await;
        for trigger in named.expect("triggers") {
            run(
                &house,
                format!("DROP TRIGGER {}", trigger.text(0).expect("a name")),
            )
            .await;
        }
        run(&house, format!("DELETE FROM {table}")).await;
    }
    let (status, said) = verify(&["--data", &data]);
    assert_eq!(status, Some(1), "{said}");
    let line = "aber: 2026-06, version 1: it was published, and its record is missing\n";
    assert!(said.starts_with(line) && !said.contains("whole"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_copy_is_not_called_whole() {
    let (url, folder) = sqlite_url();
    let house = House::on(&url, None).await;
    three_versions(&house).await;
    let copy = |name: &str| folder.path().join(name).display().to_string();
    let backup = copy("backup.db");
    let Db::Sqlite { write, .. } = &house.db else {
        panic!("SQLite");
    };
    let made = sqlx::AssertSqlSafe(format!("VACUUM INTO '{backup}'"));
    sqlx::query(made).execute(write).await.expect("copied");
    // A page of an index of walks: nothing that a record is read from.
    let sql = "SELECT rootpage FROM sqlite_master WHERE name = 'fact_by_walk' OR (type = 'index' AND tbl_name = 'fact')";
    let page = usize::try_from(number_in(&backup, sql).await).expect("a page");
    let whole = std::fs::read(&backup).expect("bytes");
    let mut bytes = whole.clone();
    let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    bytes[(page - 1) * size..page * size].fill(0xff);
    for (name, bytes) in [
        ("damaged.db", &bytes[..]),
        ("cut.db", &whole[..whole.len() / 2]),
        ("short.db", &whole[..100]),
        ("empty.db", &[]),
    ] {
        let file = copy(name);
        std::fs::write(&file, bytes).expect("written");
        let (status, said) = verify(&["--data", &file]);
        assert!(
            status != Some(0) && said.lines().count() == 1,
            "{name}: {said}"
        );
        assert!(said.contains(&file), "{name}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_only_looks_makes_nothing_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let nothing = at("nothing");
    let doctor =
        |data: &str| firsthand(&["doctor", "--data", data, "--base-url", "http://127.0.0.1:9"]);
    let audit = |data: &str| firsthand(&["audit", "--data", data, "--organisation", "aber"]);
    for (status, said) in [doctor(&nothing), audit(&nothing)] {
        assert_eq!((status, said.lines().count()), (Some(2), 1), "{said}");
        assert!(
            said.contains(&nothing) && said.contains("there is no such file"),
            "{said}"
        );
    }
    assert!(!folder.path().join("nothing").exists());
    // A store of before is not brought up to date by being looked at.
    let (url, data) = sqlite_url();
    let house = House::on(&url, None).await;
    run(
        &house,
        "DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)"
            .into(),
    )
    .await;
    let data = data.path().display().to_string();
    for (status, said) in [doctor(&data), audit(&data)] {
        assert_eq!((status, said.lines().count()), (Some(1), 1), "{said}");
        assert!(said.contains("another version of this program"), "{said}");
    }
}

/// What is said of a record, to be compared with its papers.
fn end_of(kept: &Kept) -> String {
    let key = key_id(kept.key.as_deref().expect("a key"));
    let digits = &kept.hash[..16];
    let fours = [&digits[..4], &digits[4..8], &digits[8..12], &digits[12..]].join(" ");
    let (month, version) = (&kept.month, kept.version);
    format!("aber: {month}, version {version}: fingerprint {fours}, key {key}\n")
}

/// A number out of a file.
async fn number_in(file: &str, sql: &'static str) -> i64 {
    let db = Db::open_to_read(&format!("sqlite:{file}"))
        .await
        .expect("opened");
    let row = db.row(sql, &[]).await.expect("an answer");
    row.expect("a row").int(0).expect("a number")
}

/// Runs it on a database; its exit status and all it said.
pub fn verify_at(database: &str) -> (Option<i32>, String) {
    verify(&["--database", database])
}

/// Runs `firsthand verify`; its exit status and all it said.
fn verify(arguments: &[&str]) -> (Option<i32>, String) {
    firsthand(&[&["verify"], arguments].concat())
}

fn firsthand(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_firsthand"));
    let command = command.args(arguments).env_remove("FIRSTHAND_DATABASE");
    let ran = command.output().expect("the program runs");
    let said = [ran.stdout, ran.stderr].concat();
    (ran.status.code(), String::from_utf8(said).expect("text"))
}

//! The program itself, on a live store, on a backup and on a file.

use server::{record::write_file, store::Db};

use super::{run, three_versions};
use crate::{House, house::sqlite_url};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_49_the_command_reads_a_live_store_and_a_backup() {
    let (url, folder) = sqlite_url();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (data, backup, file) = (at("firsthand.db"), at("backup.db"), at("record.json"));
    let house = House::on(&url, None).await;
    let (status, said) = verify(&["--data", &data]);
    assert_eq!(
        (status, said.as_str()),
        (Some(0), "0 records of 0 organisations: whole\n")
    );
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
            said.starts_with("3 records of 1 organisations: whole\n"),
            "{said}"
        );
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
        !said.contains("version 1:") && !said.contains("version 3:"),
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
    three_versions(&house).await;
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
    assert_eq!(said, (Some(0), [&line, whole].concat()));
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

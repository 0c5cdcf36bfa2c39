//! A full disk: nothing half-written, and all is well once there is room. SQLite only: PostgreSQL's disk is its own.

use std::{path::Path, process::Command};

use server::store::{Db, Desk, PhotoFault, StoreError};
use sqlx::{AssertSqlSafe, SqlitePool};

use crate::{
    House,
    house::{DAY, NOON},
    phone::{Phone, tally, try_send},
    photos::walk_with_picture,
};

/// Where walks stop fitting, the same request is refused every time, everything before it is there whole, and it is
/// taken once there is room.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_may_not_grow_says_so_and_recovers() {
    let house = House::on_sqlite().await;
    let desk = house.desk("ann").await;
    limit(&house, "SELECT page_count + 20 FROM pragma_page_count").await;
    let stopped = fill(&desk).await;
    for _ in 0..3 {
        // The connection that met the limit is gone, and the limit with it.
        limit(&house, "SELECT page_count FROM pragma_page_count").await;
        assert!(matches!(send(&desk, stopped).await, Err(StoreError::Full)));
    }
    recovers(&house, &desk, stopped).await;
}

/// The same on a real disk of 2 MB.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_says_so_and_recovers() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = Disk::mount(folder.path());
    let url = format!("sqlite:{}/firsthand.db", folder.path().display());
    let house = House::on(&url, None).await;
    let desk = house.desk("ann").await;
    let stopped = fill(&desk).await;
    std::fs::write(folder.path().join("rest"), vec![0; 4 << 20]).expect_err("the disk is full");
    for _ in 0..3 {
        assert!(matches!(send(&desk, stopped).await, Err(StoreError::Full)));
    }
    let viewer = house.store.viewer("session of ann", NOON + DAY).await;
    assert!(viewer.expect("reading goes on").is_some());
    disk.grow();
    recovers(&house, &desk, stopped).await;
}

/// A photo that does not fit: what was said to be here is here, and it goes on from there once there is room.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_photo_stops_at_a_full_disk_and_goes_on() {
    let house = House::on_sqlite().await;
    let desk = house.desk("ann").await;
    let (_, shot) = walk_with_picture(&desk, 300).await;
    limit(&house, "SELECT page_count + 10 FROM pragma_page_count").await;
    let mut have = 0;
    let fault = loop {
        match shot.send(&desk, have, have + 5_000).await {
            Ok(_) => have += 5_000,
            Err(fault) => break fault,
        }
    };
    assert!(
        matches!(fault, PhotoFault::Store(StoreError::Full)),
        "{fault:?}"
    );
    let here = desk.arriving(shot.id).await.expect("it").reply();
    assert_eq!((here.have as usize, here.done), (have, false));
    // The connection that met the limit is gone, and the limit with it.
    let whole = shot.bytes.len();
    shot.send(&desk, have, whole - 1)
        .await
        .expect("there is room");
    limit(&house, "SELECT page_count FROM pragma_page_count").await;
    let full = shot.send(&desk, whole - 1, whole).await;
    let full = full.expect_err("no room for the picture");
    assert!(
        matches!(full, PhotoFault::Store(StoreError::Full)),
        "{full:?}"
    );
    assert!(matches!(
        desk.photo(shot.id).await,
        Err(StoreError::NotFound)
    ));
    let have = desk.arriving(shot.id).await.expect("it").reply().have as usize;
    let done = shot.send(&desk, have, whole).await.expect("there is room");
    assert!(done.1);
    desk.photo(shot.id).await.expect("a picture");
}

/// What was answered is on the disk: the log is flushed at every commit.
#[tokio::test]
async fn every_commit_reaches_the_disk() {
    let house = House::on_sqlite().await;
    let setting = async |sql| {
        let value: i64 = sqlx::query_scalar(sql)
            .fetch_one(write(&house))
            .await
            .expect("set");
        value
    };
    let full = 2;
    assert_eq!(setting("PRAGMA synchronous").await, full);
    assert_eq!(setting("PRAGMA foreign_keys").await, 1);
    assert_eq!(setting("PRAGMA secure_delete").await, 1);
    let journal: String = sqlx::query_scalar("PRAGMA journal_mode")
        .fetch_one(write(&house))
        .await
        .expect("set");
    assert_eq!(journal, "wal");
}

async fn fill(desk: &Desk) -> u64 {
    for seed in 0..2000 {
        match send(desk, seed).await {
            Ok(stored) => assert_eq!(stored, 25),
            Err(StoreError::Full) => return seed,
            Err(error) => panic!("{error}"),
        }
    }
    panic!("the disk never filled");
}

async fn send(desk: &Desk, seed: u64) -> Result<usize, StoreError> {
    let phone = Phone::whole_walk(seed, "missed-bin");
    let items = try_send(desk, &phone.facts).await?;
    Ok(tally(&items).0)
}

async fn recovers(house: &House, desk: &Desk, stopped: u64) {
    let whole = i64::try_from(stopped).expect("few");
    assert!(whole > 0, "some walks fitted");
    assert_eq!(house.number("SELECT COUNT(*) FROM walk").await, whole);
    assert_eq!(house.number("SELECT COUNT(*) FROM fact").await, whole * 25);
    assert_eq!(send(desk, stopped).await.expect("there is room"), 25);
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM walk_row WHERE finished = 1")
            .await,
        whole + 1
    );
    let check: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(write(house))
        .await
        .expect("checked");
    assert_eq!(check, "ok");
}

async fn limit(house: &House, pages: &'static str) {
    let pages: i64 = sqlx::query_scalar(pages)
        .fetch_one(write(house))
        .await
        .expect("counted");
    let sql = AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
    sqlx::query(sql)
        .execute(write(house))
        .await
        .expect("limited");
}

fn write(house: &House) -> &SqlitePool {
    match &house.db {
        Db::Sqlite { write, .. } => write,
        Db::Postgres(_) => panic!("not SQLite"),
    }
}

/// A small disk in memory, gone when dropped.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn mount(at: &'a Path) -> Self {
        as_root(&["mount", "-t", "tmpfs", "-o", "size=4m", "none"], at);
        Self(at)
    }

    fn grow(&self) {
        as_root(&["mount", "-o", "remount,size=16m"], self.0);
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        as_root(&["umount", "-l"], self.0);
    }
}

/// Mounting is root's: directly, or through sudo.
fn as_root(command: &[&str], at: &Path) {
    let run = |command: &[&str]| {
        let (program, rest) = command.split_first().expect("a program");
        let done = Command::new(program).args(rest).arg(at).output();
        done.is_ok_and(|done| done.status.success())
    };
    let sudo = [&["sudo", "-n"], command].concat();
    let done = run(command) || run(&sudo);
    assert!(
        done,
        "this test needs root or sudo to {command:?} a small disk"
    );
}

//! A backup of a house, made and brought back as `docs/operating.md` says: `VACUUM INTO` a file, or `pg_dump`.

use std::{path::PathBuf, process::Command};

use server::store::Db;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tempfile::TempDir;

use crate::House;

/// A file that holds what was in the database.
pub struct Backup {
    file: PathBuf,
    /// Of a file that can be read where it lies.
    url: Option<String>,
    /// The name of what it was taken from, among others on the same server.
    schema: String,
    _folder: TempDir,
}

impl Backup {
    /// Of a house that is in use.
    pub async fn of(house: &House) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("backup.db");
        let (url, schema) = match &house.db {
            Db::Sqlite { write, .. } => {
                let sql = format!("VACUUM INTO '{}'", file.display());
                let made = sqlx::query(AssertSqlSafe(sql)).execute(write).await;
                made.expect("copied");
                (Some(format!("sqlite:{}", file.display())), String::new())
            }
            Db::Postgres(_) => {
                let row = house.db.row("SELECT current_schema()::TEXT", &[]).await;
                let row = row.expect("an answer").expect("a row");
                let schema = row.text(0).expect("a name");
                let schema_of = format!("--schema={schema}");
                let into = format!("--file={}", file.display());
                run("pg_dump", &[&schema_of, &into, &server()]);
                (None, schema)
            }
        };
        Self {
            file,
            url,
            schema,
            _folder: folder,
        }
    }

    /// Where it can be read without being brought back.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Brings it back somewhere else; where that is, and the house.
    pub async fn bring_back(&self) -> (String, House) {
        if self.url.is_some() {
            let (url, folder) = crate::house::sqlite_url();
            let file = folder.path().join("firsthand.db");
            std::fs::copy(&self.file, file).expect("copied");
            let house = House::as_it_is(&url, Some(folder)).await;
            return (url, house);
        }
        let server = server();
        let name = format!("back_{}", self.schema);
        let mut connection = PgConnection::connect(&server).await.expect("PostgreSQL");
        let sql = format!("DROP DATABASE IF EXISTS {name}; CREATE DATABASE {name}");
        for sql in sql.split("; ") {
            let done = connection.execute(sqlx::raw_sql(AssertSqlSafe(sql.to_owned())));
            done.await.expect("a database");
        }
        let (host, _) = server.rsplit_once('/').expect("the name of a database");
        let there = format!("{host}/{name}");
        let from = format!("--file={}", self.file.display());
        run("psql", &["--quiet", "--set=ON_ERROR_STOP=1", &from, &there]);
        let url = format!("{there}?options=-csearch_path%3D{}", self.schema);
        let house = House::as_it_is(&url, None).await;
        (url, house)
    }
}

/// The server that tests run on.
fn server() -> String {
    let server = std::env::var("FIRSTHAND_TEST_POSTGRES").expect("a PostgreSQL to test on");
    let plain = server.split_once('?').map(|(plain, _)| plain.to_owned());
    plain.unwrap_or(server)
}

fn run(program: &str, arguments: &[&str]) {
    let ran = Command::new(program).args(arguments).output();
    let ran = ran.unwrap_or_else(|error| panic!("{program}, which comes with PostgreSQL: {error}"));
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{program}: {said}");
}

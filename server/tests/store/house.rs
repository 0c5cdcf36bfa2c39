//! A fresh database with two organisations and their people in it.

use std::sync::atomic::{AtomicU32, Ordering};

use app::walk::{AttemptMode, Step, Task, Text};
use server::{
    store::{Db, Desk, NewPerson, Organisation, Row, Service, Store},
    viewer::{Role, Roles, Viewer},
};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tempfile::TempDir;

/// The server's clock at the start: 2026-06-15 12:00 UTC.
pub const NOON: i64 = 1_781_524_800_000;
pub const DAY: i64 = 86_400_000;

/// The read rows, with the columns that make an order.
pub const READ_ROWS: [(&str, &str); 8] = [
    ("walk_row", "walk"),
    ("friction_row", "id"),
    ("photo_row", "id"),
    ("bright_row", "walk, position"),
    ("withdrawn_row", "id"),
    ("thread_row", "thread"),
    ("journey_row", "walk"),
    (
        "month_count",
        "organisation, measure, place, month, value, part",
    ),
];

pub struct House {
    pub store: Store,
    pub db: Db,
    _folder: Option<TempDir>,
}

impl House {
    pub async fn on_sqlite() -> Self {
        let (url, folder) = sqlite_url();
        Self::on(&url, Some(folder)).await
    }

    pub async fn on_postgres() -> Self {
        Self::on(&postgres_url().await, None).await
    }

    /// A second database of the same kind with the same people.
    pub async fn twin(&self) -> Self {
        match &self.db {
            Db::Sqlite { .. } => Self::on_sqlite().await,
            Db::Postgres(_) => Self::on_postgres().await,
        }
    }

    pub async fn on(url: &str, folder: Option<TempDir>) -> Self {
        let house = Self::as_it_is(url, folder).await;
        house.furnish().await;
        house
    }

    /// A database with what is in it already.
    pub async fn as_it_is(url: &str, folder: Option<TempDir>) -> Self {
        let db = Db::open(url).await.expect("a database");
        Self {
            store: Store::on(db.clone()),
            db,
            _folder: folder,
        }
    }

    async fn furnish(&self) {
        for (id, name) in [("aber", "Aber Valley Council"), ("cwm", "Cwm Health Board")] {
            let organisation = Organisation {
                id: id.into(),
                name: text(name),
                time_zone: "Europe/London".into(),
                demonstration: false,
            };
            let added = self.store.create_organisation(&organisation, NOON).await;
            assert!(added.expect("added"));
        }
        self.person("ann", "aber", &[Role::Leader], &[]).await;
        self.person("ben", "aber", &[Role::Leader], &[]).await;
        self.person("tom", "aber", &[Role::ServiceTeam, Role::Board], &["bins"])
            .await;
        self.person("cat", "cwm", &[Role::Leader, Role::ServiceTeam], &["bins"])
            .await;
        self.put_tasks("aber", &[task("missed-bin"), task("ramp")])
            .await;
    }

    /// Somebody who is signed in.
    pub async fn person(&self, id: &str, organisation: &str, roles: &[Role], services: &[&str]) {
        let person = NewPerson {
            id: id.into(),
            organisation: organisation.into(),
            name: id.to_uppercase(),
            title: text("Somebody"),
            roles: Roles::new(roles),
            services: services.iter().map(|it| (*it).to_owned()).collect(),
        };
        let added = self.store.create_person(&person, NOON).await;
        assert!(added.expect("added"));
        let token = format!("invitation of {id}");
        let invited = self.store.invite(id, &token, None, NOON, NOON + DAY).await;
        invited.expect("invited");
        let session = format!("session of {id}");
        let spent = self.store.spend_invitation(&token, &session, NOON).await;
        assert!(spent.expect("spent"));
    }

    /// Lets a person of Aber's answer for every service there.
    pub async fn give_everything(&self, person: &str) {
        let mut tx = self.db.begin().await.expect("begun");
        for service in ["bins", "adaptations"] {
            let sql = "INSERT INTO person_service (person, service) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            let given = tx.execute(sql, &[person.into(), service.into()]).await;
            given.expect("given");
        }
        tx.commit().await.expect("committed");
    }

    pub async fn put_tasks(&self, organisation: &str, tasks: &[Task]) {
        let services = ["bins", "adaptations"].map(|id| Service {
            id: id.into(),
            name: text(id),
        });
        let put = self.store.put_tasks(organisation, &services, tasks).await;
        put.expect("put");
    }

    pub async fn viewer(&self, person: &str) -> Viewer {
        let session = format!("session of {person}");
        let viewer = self.store.viewer(&session, NOON).await;
        viewer.expect("the store answers").expect("signed in")
    }

    pub async fn desk(&self, person: &str) -> Desk {
        self.store.desk(&self.viewer(person).await)
    }

    /// A person's desk, as if they kept the board's record as well.
    #[allow(dead_code, reason = "the months' own suite uses it")]
    pub async fn keeping_the_record(&self, person: &str) -> Desk {
        let mut viewer = self.viewer(person).await;
        viewer.roles = Roles::new(&[Role::Board, Role::Secretary]);
        self.store.desk(&viewer)
    }

    /// One number.
    pub async fn number(&self, sql: &'static str) -> i64 {
        let row = self.db.row(sql, &[]).await.expect("an answer");
        row.expect("a row").int(0).expect("a number")
    }

    /// All read rows, written out.
    pub async fn read_rows(&self) -> Vec<String> {
        let mut written = Vec::new();
        for (table, order) in READ_ROWS {
            let sql = format!("SELECT * FROM {table} ORDER BY {order}");
            let rows = self.db.rows(AssertSqlSafe(sql), &[]).await.expect("rows");
            written.extend(rows.iter().map(|row| format!("{table} {}", write(row))));
        }
        written
    }
}

/// A place for a database in a folder of its own.
pub fn sqlite_url() -> (String, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}/firsthand.db", folder.path().display());
    (url, folder)
}

/// A place for a database in a schema of its own.
pub async fn postgres_url() -> String {
    let Ok(server) = std::env::var("FIRSTHAND_TEST_POSTGRES") else {
        panic!(
            "FIRSTHAND_TEST_POSTGRES names no PostgreSQL to test on: `make test` starts one and sets it"
        );
    };
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let schema = format!("house_{}_{next}", std::process::id());
    let mut connection = PgConnection::connect(&server).await.expect("PostgreSQL");
    let create = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
    connection
        .execute(sqlx::raw_sql(AssertSqlSafe(create)))
        .await
        .expect("a schema");
    let joint = if server.contains('?') { '&' } else { '?' };
    format!("{server}{joint}options=-csearch_path%3D{schema}")
}

/// A row, value by value, whatever its types.
fn write(row: &Row) -> String {
    let columns = match row {
        Row::Sqlite(row) => sqlx::Row::len(row),
        Row::Postgres(row) => sqlx::Row::len(row),
    };
    let value = |at: usize| match (row.opt_text(at), row.opt_int(at)) {
        (Ok(text), _) => format!("{text:?}"),
        (_, Ok(int)) => format!("{int:?}"),
        (Err(error), Err(_)) => panic!("{error}"),
    };
    (0..columns).map(value).collect::<Vec<_>>().join(" ")
}

pub fn text(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

/// A task of four steps; the third crosses to the health board.
pub fn task(id: &str) -> Task {
    let step = |name: &str, hand_off: Option<&str>| Step {
        name: text(name),
        short: text(name),
        hint: text(""),
        hand_off: hand_off.map(str::to_owned),
    };
    Task {
        id: id.into(),
        service: if id == "ramp" { "adaptations" } else { "bins" }.into(),
        service_name: text("A service"),
        name: text("Get something done"),
        about_minutes: 10,
        mode: AttemptMode::Real,
        stop_before: None,
        worked_if: text("it is done"),
        url: None,
        lgsl: None,
        steps: vec![
            step("Find", None),
            step("Ask", None),
            step("Wait", Some("Cwm Health Board")),
            step("Check", None),
        ],
        situations: Vec::new(),
    }
}

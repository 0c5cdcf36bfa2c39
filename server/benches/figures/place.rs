//! Where a measured server keeps what it holds: a folder, and in it SQLite, or beside it a PostgreSQL of its own.

use std::path::Path;

use server::store::Store;
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;

use crate::Result;

/// The two databases.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    /// The name of a figure, and which database it is of where that is not the one that comes with the server.
    pub(crate) fn name(self, figure: &str) -> String {
        match self {
            Self::Sqlite => figure.to_owned(),
            Self::Postgres => format!("{figure}.postgres"),
        }
    }
}

/// A fresh place.
pub(crate) struct Place {
    folder: TempDir,
    database: Option<String>,
}

impl Place {
    /// A folder and an empty database; `name` tells one PostgreSQL database from the next.
    pub(crate) async fn fresh(kind: Kind, name: &str) -> Result<Self> {
        let database = match kind {
            Kind::Sqlite => None,
            Kind::Postgres => Some(postgres(name).await?),
        };
        Ok(Self {
            folder: tempfile::tempdir()?,
            database,
        })
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The address of a database that is not in the folder.
    pub(crate) fn database(&self) -> Option<&str> {
        self.database.as_deref()
    }

    /// The store, as the server opens it.
    pub(crate) async fn store(&self) -> Result<Store> {
        Ok(Store::open(&self.address()).await?)
    }

    /// Where its database is, as the store takes it.
    pub(crate) fn address(&self) -> String {
        let file = self.folder().join("firsthand.db");
        let address = self.database.clone();
        address.unwrap_or_else(|| format!("sqlite:{}", file.display()))
    }
}

/// An empty database in the throw-away PostgreSQL of `scripts/with-postgres`.
async fn postgres(name: &str) -> Result<String> {
    let cluster = std::env::var("FIRSTHAND_TEST_POSTGRES")
        .map_err(|_| "no PostgreSQL to measure: begin with scripts/with-postgres")?;
    let name = format!("bench_{name}_{}", std::process::id());
    let mut connection = PgConnection::connect(&cluster).await?;
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&mut connection)
        .await?;
    let (server, _) = cluster
        .rsplit_once('/')
        .ok_or("no database in the address")?;
    Ok(format!("{server}/{name}"))
}

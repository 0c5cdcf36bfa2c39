//! The only SQL. SQLite and PostgreSQL behind one set of promises.
//!
//! A [`Store`] is the whole database; set-up and sign-in use it. Pages and the phone's sync use a [`Desk`]: the
//! store bound to one viewer, so that nothing can ask across organisations.

mod append;
pub mod audit;
mod bell;
mod board;
mod ceremony;
mod counts;
pub mod db;
mod doors;
mod error;
mod handed;
mod intake;
mod keep;
mod kept;
mod many;
mod mine;
mod moment;
mod office;
mod open;
mod outgoing;
mod own_ways;
mod passkeys;
mod people;
mod photos;
mod plain;
mod read_rows;
mod reads;
mod rebuild;
mod refold;
mod rewalk;
mod sealed;
mod sessions;
mod sign_in;
mod sso;
mod stand_in;
mod take_in;
mod tasks;
mod team;
mod threads;
mod tx;
mod version;
mod walks;
mod withdrawn;
mod words;
mod writer;

use std::sync::Arc;

pub use board::{Asking, Issue, KeptMonth, Paper, Pressed, PublicKey, PublishedWord, Publishing};
pub use ceremony::{Begun, Ceremony};
pub use db::{Db, Row, Value};
pub use doors::Doors;
pub use error::StoreError;
pub use handed::{Found, Offering, Opening, Ticked};
pub use mine::{
    Agreed, Column, Done, ERASURE_WAITS, Erase, EraseError, Erasing, PLACES, Pictures, Place,
};
pub use office::{AuditLine, AuditQuery, RawDeed};
pub use outgoing::{
    AT_ONCE, Copying, Dated, Diary, FrictionOut, Job, KEY, LEASE, LastCalendar, MOST_THREADS,
    MOST_TRIES, MailSecret, Making, PublishedMonth, Reach, ThreadOut, To, Wanted, Way,
    What as Copied,
};
pub use own_ways::Renewed;
pub use passkeys::{KeptPasskey, Made, Maker, Used};
pub use people::{Known, NewPerson, Organisation};
pub use photos::{Arriving, PhotoFault};
pub use rebuild::Far;
pub use sessions::{Begin, How, longest};
pub use sign_in::{Invited, Issued, Spend, Spent};
pub use sso::{Linked, SignIn, Vouched};
pub use tasks::Service;
pub use team::{INBOX_PAGE, MOST_FILES, NewFile, Reached};
pub use tx::Tx;

use crate::viewer::{Role, Viewer};
use db::Result;
use reads::{Reads, Within};
use writer::Writer;

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    db: Db,
    /// Only SQLite has one.
    writer: Option<Writer>,
    /// Months as they were last read.
    months: board::Months,
    /// The same of those that were published.
    published: board::PublishedMonths,
    maps: team::Maps,
    listening: bell::Listening,
}

/// The store as one viewer may use it. Every method looks at the roles first, and answers
/// [`StoreError::NotFound`] to whoever may not know.
#[derive(Clone, Debug)]
pub struct Desk {
    store: Store,
    viewer: Viewer,
    /// Set while it reads inside one transaction.
    within: Option<Within>,
}

impl Store {
    /// Opens `sqlite:PATH` or `postgres://…`, and brings its tables and what was computed up to date.
    pub async fn open(url: &str) -> Result<Self> {
        Self::on_current(Db::open(url).await?).await
    }

    /// A store on a database that is open already, once what was computed there is up to date.
    pub async fn on_current(db: Db) -> Result<Self> {
        let store = Self::on(db);
        store.rebuild_if_due().await?;
        Ok(store)
    }

    /// A store on a database that is open already.
    #[must_use]
    pub fn on(db: Db) -> Self {
        let writer = match &db {
            Db::Sqlite { .. } => Some(Writer::start(db.clone())),
            Db::Postgres(_) => None,
        };
        let (months, maps) = (board::Months::default(), team::Maps::default());
        Self(Arc::new(Shared {
            db,
            writer,
            months,
            published: board::PublishedMonths::default(),
            maps,
            listening: bell::Listening::default(),
        }))
    }

    /// The store as this viewer may use it.
    #[must_use]
    pub fn desk(&self, viewer: &Viewer) -> Desk {
        Desk {
            store: self.clone(),
            viewer: viewer.clone(),
            within: None,
        }
    }

    /// True when the database answers.
    pub async fn ready(&self) -> Result<()> {
        self.db().row("SELECT 1", &[]).await.map(drop)
    }

    /// Closes every connection, after what is under way; SQLite then puts all it wrote into its one file.
    pub async fn close(&self) {
        match self.db() {
            Db::Sqlite { read, write, watch } => {
                watch.close().await;
                read.close().await;
                write.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }

    pub(crate) fn db(&self) -> &Db {
        &self.0.db
    }

    fn writer(&self) -> Option<&Writer> {
        self.0.writer.as_ref()
    }
}

impl Desk {
    /// Whose desk it is.
    #[must_use]
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    pub(crate) fn db(&self) -> Reads<'_> {
        Reads::of(self.store.db(), self.within.as_ref())
    }

    /// The same desk, reading inside a transaction.
    fn within(&self, tx: &Within) -> Self {
        Self {
            within: Some(tx.clone()),
            ..self.clone()
        }
    }

    /// Refuses whoever does not have the role.
    pub(crate) fn only(&self, role: Role) -> Result<()> {
        if self.viewer.roles.has(role) {
            Ok(())
        } else {
            Err(StoreError::NotFound)
        }
    }
}

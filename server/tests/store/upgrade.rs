//! A database that the first version left is opened by this one: nothing is lost, and what is computed is computed anew.

use app::{
    team::{Filter, State},
    walk::{Fact, FactId, FrictionId, FrictionWithdrawn, Kind, WalkId, fold, next_id},
    wire::SyncRequest,
};
use server::store::{Desk, Store};
use sqlx::{
    Connection, Executor, PgConnection, SqlSafeStr, SqliteConnection,
    migrate::{Migration, MigrationType, Migrator},
};

use crate::{
    house::{DAY, postgres_url, sqlite_url},
    phone::{raw, reasons},
};

/// The day after the last answer in it.
const NOW: i64 = 1_771_305_159_949 + DAY;
const WALK: &str = "019c5245-0160-7b7b-bb42-8538d5417038";
const FRICTION: &str = "019c524f-bc72-7df8-9781-cf634d3d7e1b";

const FIRST: &str = include_str!("../../migrations/0001_start.sql");
/// Of the first migration, as that version wrote it down.
const FINGERPRINT: &str = "114e4331020d310a51caa124039c8b744bc32cd8dd904b2b02baa311adf90552b59fb39d24eef972b51e6c65be441465";
const LEFT: &str = include_str!("old/first.sql");
/// What was computed may have been computed otherwise then.
const STALE: &str =
    "UPDATE friction_row SET note = 'stale', month = '2000-01'; UPDATE walk_row SET frictions = 9";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_sqlite_is_brought_up_to_date() {
    let (url, _folder) = sqlite_url();
    let made = format!("{url}?mode=rwc");
    let mut old = SqliteConnection::connect(&made).await.expect("a database");
    first().run(&mut old).await.expect("migrated");
    for sql in [LEFT, STALE] {
        old.execute(sqlx::raw_sql(sql)).await.expect("written");
    }
    old.close().await.expect("closed");
    nothing_is_lost(&url).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_postgresql_is_brought_up_to_date() {
    let url = postgres_url().await;
    let mut old = PgConnection::connect(&url).await.expect("a database");
    first().run(&mut old).await.expect("migrated");
    for sql in [LEFT, STALE] {
        old.execute(sqlx::raw_sql(sql)).await.expect("written");
    }
    old.close().await.expect("closed");
    nothing_is_lost(&url).await;
}

/// Migrates as the first version did.
fn first() -> Migrator {
    let kind = MigrationType::Simple;
    let first = Migration::new(1, "start".into(), kind, FIRST.into_sql_str(), false);
    let fingerprint: String = first
        .checksum
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect();
    assert_eq!(
        fingerprint, FINGERPRINT,
        "what was released is never changed"
    );
    Migrator::with_migrations(vec![first])
}

async fn nothing_is_lost(url: &str) {
    let store = Store::open(url).await.expect("opened");
    let (huw, dafydd) = (
        desk(&store, "huw-bellis").await,
        desk(&store, "dafydd-orrin").await,
    );
    let walk: WalkId = WALK.parse().expect("an id");
    let friction: FrictionId = FRICTION.parse().expect("an id");

    let log = huw.own_log(walk).await.expect("the log");
    assert_eq!(log.len(), 19);
    let folded = fold(&log);
    assert_eq!(
        (
            folded.unknown,
            folded.frictions.len(),
            folded.bright_spots.len()
        ),
        (0, 2, 1)
    );
    assert!(folded.finished_at.is_some() && folded.commitment.is_some());

    let briefing = huw.briefing().await.expect("the briefing");
    assert_eq!((briefing.tasks.len(), briefing.replies.len()), (1, 2));

    let inbox = dafydd
        .inbox(&Filter::default(), None, NOW)
        .await
        .expect("the inbox");
    assert_eq!((inbox.lines.len(), inbox.new), (2, 0));
    let page = dafydd
        .friction(friction, NOW)
        .await
        .expect("the friction point");
    assert_eq!(page.item.state, State::Answered);
    assert!(
        page.item
            .friction
            .note
            .starts_with("I was asked for my bank details"),
        "computed anew"
    );
    assert_eq!(page.replies[0].name, "Dafydd Orrin");
    let around = page.around.walk;
    assert_eq!((around.frictions.len(), around.commitment), (2, None));

    once_and_not_again(&store, url).await;
    goes_on(&huw, walk, friction, &log).await;
    let page = dafydd.friction(friction, NOW).await.expect("its page");
    assert!(page.item.withdrawn.is_some() && page.replies.len() == 1);
    store.close().await;
}

/// What is up to date is left alone by the next start.
async fn once_and_not_again(store: &Store, url: &str) {
    let db = server::store::Db::open(url).await.expect("opened again");
    let due = "SELECT COUNT(*) FROM upkeep";
    let rows = "SELECT COUNT(*) FROM friction_row WHERE note <> 'stale' AND month = '2026-02'";
    let traces = "SELECT COUNT(*) FROM journey_row WHERE trace LIKE '%|%'";
    for (sql, expected) in [(due, 0), (rows, 2), (traces, 1)] {
        let row = db.row(sql, &[]).await.expect("an answer").expect("a row");
        assert_eq!(row.int(0).expect("a number"), expected, "{sql}");
    }
    Store::on(db).close().await;
    store.ready().await.expect("still open");
}

/// Its author takes a point back with a phone of today.
async fn goes_on(huw: &Desk, walk: WalkId, friction: FrictionId, log: &[Fact]) {
    let last = log.iter().map(|fact| fact.id.0).max();
    let id = FactId(next_id(last, NOW, [7; 10]));
    let gone = Kind::FrictionWithdrawn(FrictionWithdrawn { friction });
    let request = SyncRequest {
        sent_at: NOW,
        facts: vec![raw(&Fact::new(id, walk, NOW, &gone))],
    };
    let reply = huw.append(request, NOW).await.expect("kept");
    assert_eq!(reasons(&reply.items), [None]);
}

async fn desk(store: &Store, person: &str) -> Desk {
    let viewer = store.viewer(&format!("session of {person}"), NOW).await;
    store.desk(&viewer.expect("an answer").expect("still signed in"))
}

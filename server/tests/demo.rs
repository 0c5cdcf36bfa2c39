//! The demonstration's year, made through the real routes.

use app::walk::Millis;
use server::{
    clock::Clock,
    demo::{prepare, sign_ins},
    record::check,
    routes::router,
    site::Site,
    state::App,
    store::{Begin, Desk, How, Store},
    token,
    viewer::Role,
};

/// 21 November 2026, 19:00 in London.
const NOW: Millis = 1_795_287_600_000;

/// A built site of empty files: what is sent does not look at it.
fn site() -> Site {
    let folder = tempfile::tempdir().expect("a folder");
    let pkg = folder.path().join("pkg");
    std::fs::create_dir(&pkg).expect("a folder");
    for ending in ["js", "wasm", "css"] {
        std::fs::write(pkg.join("firsthand").with_extension(ending), "").expect("written");
    }
    Site::read(folder.path()).expect("a site")
}

fn serve(store: Store, clock: Clock) -> axum::Router {
    router(App {
        clock,
        ..App::new(store, site(), "http://127.0.0.1")
    })
}

#[tokio::test]
async fn the_year_goes_through_the_sync_route_and_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("firsthand.db");
    prepare(&file, NOW, serve).await.expect("a demonstration");
    let size = std::fs::metadata(&file).expect("the database").len();
    prepare(&file, NOW, serve).await.expect("it stays");
    assert_eq!(std::fs::metadata(&file).expect("the database").len(), size);

    let store = Store::open(&format!("sqlite:{}", file.display()))
        .await
        .expect("a store");
    // 113 attempts in twelve whole months, 3 in the present one; 24 of the neighbour.
    assert_eq!(store.rebuild().await.expect("rebuilt"), 113 + 3 + 24);

    let people = sign_ins(&store, NOW).await.expect("invitations");
    assert_eq!(
        people.first().map(|it| it.role),
        Some(Role::Leader),
        "the chief executive comes first"
    );
    // Whoever keeps the board's record is said to be of the board.
    for role in Role::ALL.into_iter().filter(|it| *it != Role::Secretary) {
        assert!(
            people.iter().any(|it| it.role == role),
            "somebody is a {}",
            role.code()
        );
    }
    let invited = store
        .peek_invitation(&token::hash(&people[0].token), NOW)
        .await
        .expect("an answer");
    assert_eq!(invited.map(|it| it.demonstration), Some(true));
}

#[tokio::test]
async fn one_that_was_only_begun_is_begun_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("firsthand.db");
    std::fs::write(file.with_extension("begun"), "half of it").expect("written");
    prepare(&file, NOW, serve).await.expect("a demonstration");
    assert!(file.exists() && !file.with_extension("begun").exists());
}

#[tokio::test]
async fn the_year_before_is_published_and_the_newest_month_has_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("firsthand.db");
    prepare(&file, NOW, serve).await.expect("a demonstration");
    let store = Store::open(&format!("sqlite:{}", file.display()))
        .await
        .expect("a store");
    let kept = store.chain("aber").await.expect("the chain");
    assert_eq!(kept.len(), 11, "all but the newest whole month");
    assert_eq!(check(&kept, None), []);

    let desk = desk(&store, "bethan-crowe").await;
    let october = "2026-10".parse().expect("a month");
    let kept = desk.month(october, NOW).await.expect("October");
    let month = &kept.month;
    assert_eq!((month.need_met.k(), month.need_met.n()), (7, 10));
    let changes = &month.changes;
    let counts = [
        changes.changed,
        changes.confirmed,
        changes.half_fixed,
        changes.waiting,
    ];
    assert_eq!(counts, [5, 3, 1, 1]);
}

/// Somebody's desk.
async fn desk(store: &Store, person: &str) -> Desk {
    let session = token::hash(&token::fresh());
    let begin = Begin {
        person,
        session_hash: &session,
        how: How::Invitation,
        device: "",
    };
    store.begin_session(begin, NOW).await.expect("a session");
    let viewer = store.viewer(&session, NOW).await.expect("an answer");
    store.desk(&viewer.expect("a viewer"))
}

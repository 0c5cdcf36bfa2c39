//! News for an open inbox, from one server to another on the same database.

use std::time::Duration;

use app::walk::Category;
use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode},
};
use http_body_util::BodyExt;
use server::{
    clock::Clock, routes::router, seat::SESSION, site::Site, state::App, store::Store, token,
};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::{
    House,
    house::{DAY, NOON, task},
    on_both,
    phone::Phone,
};

on_both![
    what_one_server_takes_in_another_tells_within_a_second,
    news_is_of_ones_own_services_and_ends_with_the_session,
    news_ends_with_the_role_although_the_session_goes_on,
];

/// A further server on the house's database.
struct Another {
    app: App,
    _site: TempDir,
}

impl Another {
    fn on(house: &House) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let pkg = folder.path().join("pkg");
        std::fs::create_dir(&pkg).expect("a folder");
        for ending in ["js", "wasm", "css"] {
            std::fs::write(pkg.join("firsthand.x").with_extension(ending), "").expect("a file");
        }
        let site = Site::read(folder.path()).expect("a site");
        let app = App::new(Store::on(house.db.clone()), site, "http://localhost:3000");
        Self {
            app: App {
                clock: Clock::set_at(NOON),
                ..app
            },
            _site: folder,
        }
    }

    async fn listen(&self, session: &str) -> (StatusCode, Body) {
        let request =
            Request::get("/team/news?since=0").header("cookie", format!("{SESSION}={session}"));
        let request = request.body(Body::empty()).expect("a request");
        let answer = router(self.app.clone()).oneshot(request).await;
        let (parts, body) = answer.expect("an answer").into_parts();
        (parts.status, body)
    }
}

async fn seat(house: &House, person: &str) -> String {
    let (secret, session) = (
        format!("invitation-{person}"),
        format!("session-of-{person}"),
    );
    let invited = house.store.invite(person, &secret, None, NOON, NOON + DAY);
    invited.await.expect("invited");
    let hash = token::hash(&session);
    let spent = house.store.spend_invitation(&secret, &hash, NOON).await;
    assert!(spent.expect("spent"));
    session
}

async fn felt(house: &House, seed: u64, who: &str, task: &str) {
    let mut phone = Phone::new(seed);
    phone.start(task);
    phone.feel(1, Category::Wait);
    phone.send(&house.desk(who).await).await;
}

/// What comes next; nothing once the stream has ended.
async fn next(body: &mut Body) -> Option<String> {
    let frame = tokio::time::timeout(Duration::from_secs(10), body.frame());
    let frame = frame.await.expect("not for ever")?;
    let line: Bytes = frame.expect("a frame").into_data().expect("data");
    Some(String::from_utf8_lossy(&line).into_owned())
}

async fn what_one_server_takes_in_another_tells_within_a_second(house: House) {
    let session = seat(&house, "tom").await;
    let other = Another::on(&house);
    let (status, mut body) = other.listen(&session).await;
    assert_eq!(status, 200);
    assert_eq!(next(&mut body).await.as_deref(), Some("retry: 3000\n\n"));
    for count in 1..4 {
        felt(&house, count, "ann", "missed-bin").await;
        let told = tokio::time::timeout(Duration::from_secs(1), next(&mut body)).await;
        let told = told.expect("within a second");
        assert_eq!(told, Some(format!("data: {count}\n\n")));
    }
}

async fn news_is_of_ones_own_services_and_ends_with_the_session(house: House) {
    let session = seat(&house, "tom").await;
    let (status, mut body) = Another::on(&house).listen(&session).await;
    assert_eq!(status, 200);
    next(&mut body).await;
    house.put_tasks("cwm", &[task("missed-bin")]).await;
    felt(&house, 1, "cat", "missed-bin").await;
    felt(&house, 2, "ann", "ramp").await;
    felt(&house, 3, "ann", "missed-bin").await;
    assert_eq!(
        next(&mut body).await.as_deref(),
        Some("data: 1\n\n"),
        "and not 3"
    );
    let hash = token::hash(&session);
    house.store.end_session(&hash, NOON).await.expect("ended");
    felt(&house, 4, "ann", "missed-bin").await;
    assert_eq!(next(&mut body).await, None, "nothing more is told");
    let (status, _) = Another::on(&house).listen(&session).await;
    assert_eq!(status, 303, "to sign in");
    let leader = seat(&house, "ann").await;
    let (status, _) = Another::on(&house).listen(&leader).await;
    assert_eq!(status, 404);
}

async fn news_ends_with_the_role_although_the_session_goes_on(house: House) {
    let session = seat(&house, "tom").await;
    let (status, mut body) = Another::on(&house).listen(&session).await;
    assert_eq!(status, 200);
    next(&mut body).await;
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "UPDATE person SET roles = 'board' WHERE id = 'tom'";
    tx.execute(sql, &[]).await.expect("changed");
    tx.commit().await.expect("committed");
    felt(&house, 1, "ann", "missed-bin").await;
    assert_eq!(
        next(&mut body).await,
        None,
        "it ends, and is not only silent"
    );
    let still = house.store.viewer(&token::hash(&session), NOON).await;
    assert!(still.expect("an answer").is_some(), "still signed in");
}

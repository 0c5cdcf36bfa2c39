//! News for an open inbox, from one server to another on the same database.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use app::walk::Category;
use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode},
};
use http_body_util::BodyExt;
use server::{
    clock::Clock,
    outgoing::{Listeners, MOST_OF_ONE, PAUSE},
    routes::router,
    seat::SESSION,
    site::Site,
    state::App,
    store::Store,
    token,
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
    what_comes_in_a_burst_is_told_as_one,
    what_is_taken_from_somebody_ends_what_they_are_told,
    a_ninth_page_of_one_person_ends_the_first_and_where_all_is_full_it_is_said,
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
    let (secret, session) = (token::fresh(), token::fresh());
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
        other
            .app
            .clock
            .set(NOON + 1000 * i64::try_from(count).expect("few"));
        felt(&house, count, "ann", "missed-bin").await;
        let told = tokio::time::timeout(Duration::from_secs(1), next(&mut body)).await;
        let told = told.expect("within a second");
        assert_eq!(told, Some(format!("data: {count}\n\n")));
    }
}

async fn what_comes_in_a_burst_is_told_as_one(house: House) {
    let session = seat(&house, "tom").await;
    let other = Another::on(&house);
    let (_, mut body) = other.listen(&session).await;
    next(&mut body).await;
    felt(&house, 1, "ann", "missed-bin").await;
    let first = next(&mut body).await;
    assert_eq!(first.as_deref(), Some("data: 1\n\n"), "at once");
    // The server's clock stands still: all of this is one moment.
    let (mut count, begun) = (1, Instant::now());
    while count < 12 || begun.elapsed() < Duration::from_millis(400) {
        count += 1;
        felt(&house, count, "ann", "missed-bin").await;
    }
    other.app.clock.set(NOON + PAUSE);
    let rest = next(&mut body).await;
    assert_eq!(rest, Some(format!("data: {count}\n\n")), "as one");
}

async fn what_is_taken_from_somebody_ends_what_they_are_told(house: House) {
    for (seed, taken) in (1..).zip([
        "UPDATE person SET roles = 'board' WHERE id = 'tom'",
        "UPDATE person SET disabled_at = 1 WHERE id = 'tom'",
        "DELETE FROM session",
    ]) {
        let back = "UPDATE person SET disabled_at = NULL, roles = 'service_team' WHERE id = 'tom'";
        write(&house, back).await;
        let session = seat(&house, "tom").await;
        let other = Another::on(&house);
        let (status, mut body) = other.listen(&session).await;
        assert_eq!((status.as_u16(), other.app.listeners.count()), (200, 1));
        next(&mut body).await;
        let desk = house.desk("ann").await;
        write(&house, taken).await;
        let mut phone = Phone::new(seed);
        phone.start("missed-bin");
        phone.feel(1, Category::Wait);
        phone.send(&desk).await;
        assert_eq!(next(&mut body).await, None, "{taken}");
    }
}

async fn a_ninth_page_of_one_person_ends_the_first_and_where_all_is_full_it_is_said(house: House) {
    let session = seat(&house, "tom").await;
    let other = Another::on(&house);
    let (_, mut first) = other.listen(&session).await;
    let retry = next(&mut first).await;
    assert_eq!(retry.as_deref(), Some("retry: 3000\n\n"));
    let mut more = Vec::new();
    for _ in 0..MOST_OF_ONE {
        more.push(other.listen(&session).await.1);
    }
    let later = next(&mut first).await;
    assert_eq!(later.as_deref(), Some("retry: 600000\n\n"));
    assert_eq!(next(&mut first).await, None);
    felt(&house, 1, "ann", "missed-bin").await;
    for body in &mut more {
        let mut told = next(body).await;
        if told.as_deref() == Some("retry: 3000\n\n") {
            told = next(body).await;
        }
        assert_eq!(told.as_deref(), Some("data: 1\n\n"));
    }
    let mut full = Another::on(&house);
    full.app.listeners = Arc::new(Listeners::of(1));
    let (_, held) = full.listen(&session).await;
    let (status, page) = full.listen(&session).await;
    assert_eq!(status, 503);
    let said = page.collect().await.expect("a page").to_bytes();
    assert!(
        said.starts_with(b"<!doctype html>"),
        "words, and not a stream"
    );
    drop(held);
}

async fn write(house: &House, sql: &'static str) {
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute(sql, &[]).await.expect("done");
    tx.commit().await.expect("committed");
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

//! The service team's pages over much: 40 thousand walks, 120 thousand friction points in 2,200 threads; and how soon
//! another server tells of what was felt.

use std::time::Instant;

use server::clock::Clock;

use crate::{
    Result,
    client::Client,
    month::{Running, views},
    percentile,
    place::Kind,
    print,
    running::Server,
    walks,
};

const TIMES: u64 = 50;

/// `team.inbox.p99_ms` and `team.search.p99_ms`: the first page of the inbox, and a search for words that are in all of it.
/// `team.journey.p99_ms` and `team.journey.walks.p99_ms`: the map of the task, and the walks behind one of its marks,
/// through HTTP. `team.news.other_server_ms`: from a walk's arrival at one server until another one's open page has heard.
pub(crate) async fn measure(kind: Kind, running: &Running) -> Result<()> {
    for (name, path) in [
        ("team.inbox.p99_ms", "/team"),
        ("team.search.p99_ms", "/team?q=asked+page"),
        ("team.journey.p99_ms", "/team/journey/task"),
        (
            "team.journey.walks.p99_ms",
            "/team/journey/task/walks?step=2&severity=stopped",
        ),
    ] {
        let mut waits = views(running, path).await?;
        print(&kind.name(name), percentile(&mut waits, 99.0), None);
    }
    match kind {
        Kind::Sqlite => Ok(()),
        Kind::Postgres => news(running).await,
    }
}

/// The longest of many times.
async fn news(running: &Running) -> Result<()> {
    let other = Server::start(&running.place).await?;
    let mut page = Client::connect(&other.host, &running.session).await?;
    let mut phone = Client::connect(&running.server.host, &running.session).await?;
    page.listen("/team/news").await?;
    page.heard("retry:").await?;
    let mut waits = Vec::new();
    for time in 1..=TIMES {
        let at = Clock::system().now() - 600_000;
        let walk = serde_json::to_vec(&walks::request(1_000_000_000 + time, at))?;
        let begin = Instant::now();
        if phone.post("/api/v1/sync", &walk).await?.status != 200 {
            return Err("a walk was not taken".into());
        }
        page.heard(&format!("data: {}", time * walks::FELT)).await?;
        waits.push(begin.elapsed().as_secs_f64() * 1000.0);
    }
    print(
        "team.news.other_server_ms",
        percentile(&mut waits, 100.0),
        None,
    );
    Ok(())
}

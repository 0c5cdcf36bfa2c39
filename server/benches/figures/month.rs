//! A board's month over little and over much.

use std::{sync::Arc, time::Instant};

use server::{
    clock::Clock,
    store::{Desk, Store},
    token,
};
use tempfile::TempDir;

use crate::{
    Result,
    client::Client,
    percentile, print,
    running::{Server, prepare, store},
    team, walks,
};

const VIEWS: usize = 200;
/// 40 thousand walks of one task, and three friction points in each.
const MUCH: u64 = 1_000_000;
const DAY: i64 = 86_400_000;

/// `month.10k.p99_ms`, `month.1m.p99_ms` and `month.growth`: the page, through HTTP, of an organisation with so many
/// facts in its last twelve months. And the service team's pages over the same.
pub(crate) async fn measure() -> Result<()> {
    let mut small = views(&begin(10_000).await?, &address()?).await?;
    let much = begin(MUCH).await?;
    let mut large = views(&much, &address()?).await?;
    print("month.10k.p99_ms", percentile(&mut small, 99.0), None);
    print("month.1m.p99_ms", percentile(&mut large, 99.0), None);
    let growth = percentile(&mut large, 50.0) / percentile(&mut small, 50.0);
    print(
        "month.growth",
        growth,
        Some(("the same month over 10 thousand facts (medians)", growth)),
    );
    team::measure(&much).await
}

/// A server over so many facts, and somebody who reads all of its pages.
pub(crate) struct Running {
    server: Server,
    session: String,
    _folder: TempDir,
}

async fn begin(facts: u64) -> Result<Running> {
    let (folder, session) = filled(facts).await?;
    Ok(Running {
        server: Server::start(folder.path()).await?,
        session,
        _folder: folder,
    })
}

/// How long a page takes, in milliseconds, again and again; the first views are not counted.
pub(crate) async fn views(running: &Running, path: &str) -> Result<Vec<f64>> {
    let mut client = Client::connect(&running.server.host, &running.session).await?;
    let mut waits = Vec::new();
    for _ in 0..VIEWS {
        let begin = Instant::now();
        let answer = client.get(path).await?;
        waits.push(begin.elapsed().as_secs_f64() * 1000.0);
        if answer.status != 200 {
            return Err(format!("{path} answered {}", answer.status).into());
        }
    }
    Ok(waits.split_off(VIEWS / 10))
}

/// A store with so many facts, spread evenly over the last twelve months, and the session of one who may read.
async fn filled(facts: u64) -> Result<(TempDir, String)> {
    let folder = tempfile::tempdir()?;
    let store = store(folder.path()).await?;
    let sessions = prepare(&store, 20).await?;
    let desks = desks(&store, &sessions).await?;
    let walks = facts / walks::FACTS;
    let now = Clock::system().now();
    let next = Arc::new(std::sync::atomic::AtomicU64::new(0));
    let filling: Vec<_> = desks
        .into_iter()
        .flat_map(|desk| (0..4).map(move |_| desk.clone()))
        .map(|desk| {
            let next = next.clone();
            tokio::spawn(async move {
                loop {
                    let number = next.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                    if number >= walks {
                        return Result::Ok(());
                    }
                    let at = now - 360 * DAY
                        + 360 * DAY / i64::try_from(walks)? * i64::try_from(number)?
                        - 3_600_000;
                    let request = walks::request(number, at);
                    let received_at = request.sent_at;
                    desk.append(request, received_at).await?;
                }
            })
        })
        .collect();
    for filler in filling {
        filler.await??;
    }
    Ok((folder, sessions.into_iter().next().ok_or("nobody")?))
}

async fn desks(store: &Store, sessions: &[String]) -> Result<Vec<Desk>> {
    let mut desks = Vec::new();
    for session in sessions {
        let viewer = store
            .viewer(&token::hash(session), Clock::system().now())
            .await?
            .ok_or("no session")?;
        desks.push(store.desk(&viewer));
    }
    Ok(desks)
}

/// A store of 10 thousand facts, for the pages.
pub(crate) async fn small() -> Result<(TempDir, String)> {
    filled(10_000).await
}

/// Where the present month is.
pub(crate) fn address() -> Result<String> {
    let now = jiff::Timestamp::from_millisecond(Clock::system().now())?;
    Ok(now.strftime("/board/%Y-%m").to_string())
}

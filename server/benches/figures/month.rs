//! A board's month over little and over much.

use std::{sync::Arc, time::Instant};

use server::{
    clock::Clock,
    store::{Desk, Store},
    token,
};

use crate::{
    Result,
    client::Client,
    copies, percentile,
    place::{Kind, Place},
    print,
    running::{Server, prepare},
    team, walks,
};

const VIEWS: usize = 200;
/// 40 thousand walks, with three friction points in each; 100 thousand of these at one task.
const MUCH: u64 = 1_000_000;
/// How many copies of these make ten million facts of them.
const COPIES: u8 = 9;
const COLD_VIEWS: u64 = 110;
const DAY: i64 = 86_400_000;

/// `month.10k.p99_ms`, `month.10m.p99_ms` and `month.growth`: the page, through HTTP, of an organisation with so many
/// facts in its last twelve months. A page that is kept proves nothing of how it was counted, so that each is measured
/// once more with a walk sent before every view: `month.10k.cold_p99_ms`, `month.10m.cold_p99_ms` and
/// `month.cold_growth`. Between, the service team's pages over a million facts.
pub(crate) async fn measure(kind: Kind) -> Result<()> {
    let small = begin(kind, 10_000).await?;
    let (mut small_kept, mut small_cold) = both(&small).await?;
    drop(small);
    let much = begin(kind, MUCH).await?;
    team::measure(kind, &much).await?;
    let Running {
        server,
        session,
        place,
    } = much;
    drop(server);
    copies::fill(kind, &place, COPIES).await?;
    let most = Running {
        server: Server::start(&place).await?,
        session,
        place,
    };
    let (mut kept, mut cold) = both(&most).await?;
    for (name, waits) in [
        ("month.10k.p99_ms", &mut small_kept),
        ("month.10k.cold_p99_ms", &mut small_cold),
        ("month.10m.p99_ms", &mut kept),
        ("month.10m.cold_p99_ms", &mut cold),
    ] {
        print(&kind.name(name), percentile(waits, 99.0), None);
    }
    for (name, small, large) in [
        ("month.growth", &mut small_kept, &mut kept),
        ("month.cold_growth", &mut small_cold, &mut cold),
    ] {
        let growth = percentile(large, 50.0) / percentile(small, 50.0);
        let against = "the same month over 10 thousand facts (medians)";
        print(&kind.name(name), growth, Some((against, growth)));
    }
    Ok(())
}

/// How long the present month takes: as it is kept, and after a walk that came in before each view.
async fn both(running: &Running) -> Result<(Vec<f64>, Vec<f64>)> {
    let path = address()?;
    let kept = views(running, &path).await?;
    let mut client = Client::connect(&running.server.host, &running.session).await?;
    let mut cold = Vec::new();
    for time in 0..COLD_VIEWS {
        let at = Clock::system().now() - 600_000;
        let walk = serde_json::to_vec(&walks::request(2_000_000_000 + time, at))?;
        if client.post("/api/v1/sync", &walk).await?.status != 200 {
            return Err("a walk was not taken".into());
        }
        let begin = Instant::now();
        let answer = client.get(&path).await?;
        cold.push(begin.elapsed().as_secs_f64() * 1000.0);
        if answer.status != 200 {
            return Err(format!("{path} answered {}", answer.status).into());
        }
    }
    Ok((kept, cold.split_off(10)))
}

/// A server over so many facts, and somebody who reads all of its pages.
pub(crate) struct Running {
    pub(crate) server: Server,
    pub(crate) session: String,
    pub(crate) place: Place,
}

async fn begin(kind: Kind, facts: u64) -> Result<Running> {
    let (place, session) = filled(kind, facts).await?;
    Ok(Running {
        server: Server::start(&place).await?,
        session,
        place,
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
async fn filled(kind: Kind, facts: u64) -> Result<(Place, String)> {
    let place = Place::fresh(kind, &format!("of_{facts}")).await?;
    let store = place.store().await?;
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
    Ok((place, sessions.into_iter().next().ok_or("nobody")?))
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
pub(crate) async fn small() -> Result<(Place, String)> {
    filled(Kind::Sqlite, 10_000).await
}

/// Where the present month is.
pub(crate) fn address() -> Result<String> {
    let now = jiff::Timestamp::from_millisecond(Clock::system().now())?;
    Ok(now.strftime("/board/%Y-%m").to_string())
}

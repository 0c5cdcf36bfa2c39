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
/// Views of each of two months in turns: enough that the slowest of a hundred is no accident.
const TURNS: u64 = 1_000;
/// The first views, which are not counted.
const FIRST: u64 = 50;
/// How many copies are made of what was sent to one server.
const COPIES: u8 = 9;
/// What is sent: 40 thousand walks, with three friction points in each; 100 thousand of these at one task. With their
/// copies they are ten million facts.
const MUCH: u64 = 1_000_000;
const LITTLE: u64 = 10_000;
/// So many facts, and as many copies of them, prove what copying makes.
const PROOF: u64 = 2_500;
const DAY: i64 = 86_400_000;

/// `month.10k.p99_ms`, `month.10m.p99_ms` and `month.growth`: the page, through HTTP, of an organisation with so many
/// facts in its last twelve months, asked for in turns. Something is written before every view, so that it is counted and
/// drawn anew. `month.10k.kept_p99_ms`, `month.10m.kept_p99_ms` and `month.kept_growth`: the same while nothing is
/// written and the page is kept. Before, the service team's pages over a million facts.
pub(crate) async fn measure(kind: Kind) -> Result<()> {
    let (proof, _) = filled(kind, PROOF).await?;
    copies::prove(kind, &proof, COPIES).await?;
    drop(proof);
    let sent = much()?;
    let much = begin(kind, sent).await?;
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
    let little = begin(kind, LITTLE).await?;
    let all = label(sent * (u64::from(COPIES) + 1));
    for (how, writing) in [("kept_", false), ("", true)] {
        let (mut small, mut large) = in_turns(&little, &most, writing).await?;
        let [small, large] = [&mut small, &mut large].map(|it| percentile(it, 99.0));
        print(&kind.name(&format!("month.10k.{how}p99_ms")), small, None);
        print(&kind.name(&format!("month.{all}.{how}p99_ms")), large, None);
        let growth = large / small;
        let against = "the same month over 10 thousand facts, in turns";
        let name = kind.name(&format!("month.{how}growth"));
        print(&name, growth, Some((against, growth)));
    }
    Ok(())
}

/// How many facts are sent to the larger server: fewer to try it out, where the environment says so.
fn much() -> Result<u64> {
    match std::env::var("FIRSTHAND_BENCH_FACTS") {
        Ok(facts) => Ok(facts.parse()?),
        Err(_) => Ok(MUCH),
    }
}

/// What a figure over so many facts is called.
fn label(facts: u64) -> String {
    if facts >= 1_000_000 {
        format!("{}m", facts / 1_000_000)
    } else {
        format!("{}k", facts / 1_000)
    }
}

/// How long the present month takes on each of two servers, in milliseconds. They are asked in turns, so that whatever
/// else the machine does meets both. When `writing`, a leader who is under way sends a fact to each before it is asked.
async fn in_turns(little: &Running, most: &Running, writing: bool) -> Result<(Vec<f64>, Vec<f64>)> {
    let path = address()?;
    let mut clients = [
        Client::connect(&little.server.host, &little.session).await?,
        Client::connect(&most.server.host, &most.session).await?,
    ];
    let mut waits = [Vec::new(), Vec::new()];
    for time in 0..TURNS + FIRST {
        for (client, waits) in clients.iter_mut().zip(&mut waits) {
            if writing {
                let at = Clock::system().now();
                let fact = serde_json::to_vec(&walks::going_on(time, at))?;
                if client.post("/api/v1/sync", &fact).await?.status != 200 {
                    return Err("a fact was not taken".into());
                }
            }
            let begin = Instant::now();
            let answer = client.get(&path).await?;
            if time >= FIRST {
                waits.push(begin.elapsed().as_secs_f64() * 1000.0);
            }
            if answer.status != 200 {
                return Err(format!("{path} answered {}", answer.status).into());
            }
        }
    }
    let [small, large] = waits;
    Ok((small, large))
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

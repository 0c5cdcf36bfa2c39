//! Sync: 500 phones at once.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use server::clock::Clock;

use crate::{
    Result,
    client::Client,
    percentile,
    place::{Kind, Place},
    print,
    running::{Server, prepare},
    sqlite, walks,
};

const PHONES: usize = 500;
/// Walks each phone sends, one after the other, when the question is how many go through.
const EACH: u64 = 6;
/// Walks a second that arrive, spread over the phones, when the question is how long one waits.
const ARRIVING: f64 = 200.0;

/// `sync.walks_per_s`, `sync.p99_ms`, `sync.ratio_to_sqlite`, `server.rss_mb`.
pub(crate) async fn measure() -> Result<()> {
    let place = Place::fresh(Kind::Sqlite, "sync").await?;
    let store = place.store().await?;
    let sessions = prepare(&store, PHONES).await?;
    drop(store);
    let server = Server::start(&place).await?;
    let mut phones = Vec::new();
    for session in &sessions {
        phones.push(Client::connect(&server.host, session).await?);
    }
    let numbers = Arc::new(AtomicU64::new(0));
    let (phones, rate) = all_at_once(phones, &numbers).await?;
    let mut waits = at_a_steady_rate(phones, &numbers).await?;
    let sent = numbers.load(Ordering::SeqCst);
    let memory = server.most_memory_mb()?;
    drop(server);

    let kept = sqlite::count_facts(&place.folder().join("firsthand.db")).await?;
    if kept != sent * walks::FACTS {
        return Err(format!(
            "{sent} walks of {} facts were accepted, and {kept} facts are there",
            walks::FACTS
        )
        .into());
    }
    let bare = sqlite::walks_per_second().await?;
    print("sync.walks_per_s", rate, None);
    print("sync.p99_ms", percentile(&mut waits, 99.0), None);
    print(
        "sync.ratio_to_sqlite",
        rate / bare,
        Some(("bare batched SQLite writes of the same rows", rate / bare)),
    );
    print("server.rss_mb", memory, None);
    Ok(())
}

/// Every phone sends its walks as fast as they are taken; walks accepted a second.
async fn all_at_once(phones: Vec<Client>, numbers: &Arc<AtomicU64>) -> Result<(Vec<Client>, f64)> {
    let begin = Instant::now();
    let sending: Vec<_> = phones
        .into_iter()
        .map(|mut phone| {
            let numbers = numbers.clone();
            tokio::spawn(async move {
                for _ in 0..EACH {
                    send(&mut phone, &numbers).await?;
                }
                Result::Ok(phone)
            })
        })
        .collect();
    let mut phones = Vec::new();
    for phone in sending {
        phones.push(phone.await??);
    }
    let walks = f64::from(u32::try_from(PHONES)?) * f64::from(u32::try_from(EACH)?);
    Ok((phones, walks / begin.elapsed().as_secs_f64()))
}

/// Walks arrive at a steady rate, whether or not earlier ones are answered; each one's wait in milliseconds.
async fn at_a_steady_rate(phones: Vec<Client>, numbers: &Arc<AtomicU64>) -> Result<Vec<f64>> {
    let begin = tokio::time::Instant::now() + Duration::from_millis(100);
    let gap = Duration::from_secs_f64(1.0 / ARRIVING);
    let sending: Vec<_> = (0_u32..)
        .zip(phones)
        .map(|(place, mut phone)| {
            let numbers = numbers.clone();
            tokio::spawn(async move {
                let mut waits = Vec::new();
                for round in 0..4 {
                    let due = begin + gap * (place + round * u32::try_from(PHONES)?);
                    tokio::time::sleep_until(due).await;
                    send(&mut phone, &numbers).await?;
                    waits.push(due.elapsed().as_secs_f64() * 1000.0);
                }
                Result::Ok(waits)
            })
        })
        .collect();
    let mut waits = Vec::new();
    for phone in sending {
        waits.extend(phone.await??);
    }
    Ok(waits)
}

async fn send(phone: &mut Client, numbers: &AtomicU64) -> Result<()> {
    let number = numbers.fetch_add(1, Ordering::SeqCst);
    let at = Clock::system().now() - 600_000;
    let body = serde_json::to_vec(&walks::request(number, at))?;
    let answer = phone.post("/api/v1/sync", &body).await?;
    let stored = String::from_utf8_lossy(&answer.body)
        .matches("\"stored\"")
        .count();
    if answer.status != 200 || stored != usize::try_from(walks::FACTS)? {
        return Err(format!(
            "{}: {}",
            answer.status,
            String::from_utf8_lossy(&answer.body)
        )
        .into());
    }
    Ok(())
}

//! A board's page against bare axum serving the same bytes.

use std::{
    path::Path,
    process::{Child, Command},
    time::{Duration, Instant},
};

use axum::{Router, http::header::CONTENT_TYPE, routing::get};

use crate::{Result, client::Client, month, print, running::Server};

const CONNECTIONS: usize = 8;
const ROUND: Duration = Duration::from_secs(3);
const ROUNDS: usize = 3;

/// `pages.ratio_to_axum`: requests a second of the month against the same bytes from memory, in turns, medians.
pub(crate) async fn measure() -> Result<()> {
    let (place, session) = month::small().await?;
    let path = month::address()?;
    let server = Server::start(&place).await?;
    let page = Client::connect(&server.host, &session)
        .await?
        .get(&path)
        .await?
        .body;
    let file = place.folder().join("page.html");
    std::fs::write(&file, page)?;
    let peer = Peer::start(&file).await?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(requests_per_second(&server.host, &session, &path).await?);
        theirs.push(requests_per_second(&peer.host, "", "/").await?);
    }
    let ratio = crate::percentile(&mut ours, 50.0) / crate::percentile(&mut theirs, 50.0);
    print(
        "pages.ratio_to_axum",
        ratio,
        Some(("bare axum serving the same bytes", ratio)),
    );
    print(
        "pages.board_per_s",
        crate::percentile(&mut ours, 50.0),
        None,
    );
    Ok(())
}

async fn requests_per_second(host: &str, session: &str, path: &str) -> Result<f64> {
    let begin = Instant::now();
    let mut asking = Vec::new();
    for _ in 0..CONNECTIONS {
        let mut client = Client::connect(host, session).await?;
        let path = path.to_owned();
        asking.push(tokio::spawn(async move {
            let mut answers = 0_u32;
            while begin.elapsed() < ROUND {
                if client.get(&path).await?.status != 200 {
                    return Err("not 200".into());
                }
                answers += 1;
            }
            Result::Ok(answers)
        }));
    }
    let mut answers = 0;
    for client in asking {
        answers += client.await??;
    }
    Ok(f64::from(answers) / begin.elapsed().as_secs_f64())
}

/// Bare axum in a process of its own: this program, started again.
struct Peer {
    child: Child,
    host: String,
}

impl Peer {
    async fn start(file: &Path) -> Result<Self> {
        let host = format!(
            "127.0.0.1:{}",
            std::net::TcpListener::bind("127.0.0.1:0")?
                .local_addr()?
                .port()
        );
        let child = Command::new(std::env::current_exe()?)
            .arg("--peer")
            .arg(&host)
            .arg(file)
            .spawn()?;
        let peer = Self { child, host };
        while Client::connect(&peer.host, "").await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(peer)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves the bytes of a file at `/`.
pub(crate) async fn serve_peer(host: &str, file: &str) -> Result<()> {
    let page: axum::body::Bytes = std::fs::read(file)?.into();
    let app = Router::new().route(
        "/",
        get(async move || ([(CONTENT_TYPE, "text/html; charset=utf-8")], page.clone())),
    );
    let listener = tokio::net::TcpListener::bind(host).await?;
    Ok(axum::serve(listener, app).await?)
}

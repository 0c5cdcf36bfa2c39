//! Two servers as they are run, processes of their own, on one PostgreSQL.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use app::{walk::Category, wire::SyncReply};
use reqwest::{Client, Response};
use serde_json::json;
use server::{seat::SESSION, store::Store, token};
use tempfile::TempDir;

use crate::{
    House,
    house::{DAY, postgres_url},
    phone::Phone,
};

/// A server that runs until it is dropped.
struct Running {
    child: Child,
    url: String,
    _folder: TempDir,
}

impl Running {
    fn on(database: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let pkg = folder.path().join("site/pkg");
        std::fs::create_dir_all(&pkg).expect("a folder");
        for ending in ["js", "wasm", "css"] {
            std::fs::write(pkg.join("firsthand.x").with_extension(ending), "").expect("a file");
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_firsthand"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.path().join("data"))
            .arg("--site")
            .arg(folder.path().join("site"))
            .env("FIRSTHAND_DATABASE", database)
            .env("RUST_LOG", "error")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut line = String::new();
        let mut said = BufReader::new(child.stderr.take().expect("its words"));
        said.read_line(&mut line).expect("a line");
        let ready = line.trim().strip_prefix("Firsthand is ready at ");
        let url = ready.expect(&line).replace("localhost", "127.0.0.1");
        Self {
            child,
            url,
            _folder: folder,
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_phone_sends_to_one_process_another_tells_within_a_second() {
    let database = postgres_url().await;
    let house = House::on(&database, None).await;
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = i64::try_from(since.expect("later").as_millis()).expect("soon");
    let (leader, team) = (
        seat(&house.store, "ann", now).await,
        seat(&house.store, "tom", now).await,
    );
    let (first, second) = (Running::on(&database), Running::on(&database));
    let client = Client::new();
    let news = client
        .get(format!("{}/team/news?since=0", second.url))
        .header("cookie", &team);
    let mut news = news.send().await.expect("an answer");
    assert_eq!(news.status(), 200);
    assert_eq!(next(&mut news).await, "retry: 3000\n\n");
    let mut took = Vec::new();
    for count in 1..=5_u64 {
        let mut phone = Phone::new(count);
        phone.start("missed-bin");
        phone.feel(1, Category::Wait);
        let sync = client
            .post(format!("{}/api/v1/sync", first.url))
            .header("cookie", &leader)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/json")
            .body(json!({ "sent_at": phone.now, "facts": phone.facts }).to_string());
        let sent = Instant::now();
        let answer = sync.send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
        let reply = answer.bytes().await.expect("a reply");
        let reply: SyncReply = serde_json::from_slice(&reply).expect("a reply");
        assert!(reply.items.iter().all(|it| it.reason.is_none()));
        assert_eq!(next(&mut news).await, format!("data: {count}\n\n"));
        took.push(sent.elapsed());
    }
    took.sort();
    eprintln!("news from one process to another: {took:?}");
    assert!(took[2] < Duration::from_secs(1), "{took:?}");
}

/// Signs somebody in; the cookie.
async fn seat(store: &Store, person: &str, now: i64) -> String {
    let (secret, session) = (token::fresh(), token::fresh());
    let invited = store.invite(person, &secret, None, now, now + DAY).await;
    invited.expect("invited");
    let hash = token::hash(&session);
    let spent = store.spend_invitation(&secret, &hash, now).await;
    assert!(spent.expect("spent"));
    format!("{SESSION}={session}")
}

async fn next(news: &mut Response) -> String {
    let chunk = tokio::time::timeout(Duration::from_secs(10), news.chunk());
    let chunk = chunk.await.expect("not for ever").expect("a chunk");
    let chunk = chunk.expect("not the end");
    String::from_utf8_lossy(&chunk).into_owned()
}

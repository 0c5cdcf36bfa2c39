//! A release server on a fresh folder, with an organisation, its people and their sessions.

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use app::walk::{AttemptMode, Step, Task, Text};
use server::{
    clock::Clock,
    store::{NewPerson, Organisation, Service, Store},
    token,
    viewer::Roles,
};

use crate::{Result, client::Client, place::Place, walks};

/// The organisation's id.
pub(crate) const ORGANISATION: &str = "bench";

/// A running server; killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) host: String,
}

impl Server {
    /// Starts the release server on a place and waits until it is ready.
    pub(crate) async fn start(place: &Place) -> Result<Self> {
        let host = format!(
            "127.0.0.1:{}",
            TcpListener::bind("127.0.0.1:0")?.local_addr()?.port()
        );
        let release = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/release/firsthand");
        let program = std::env::var_os("FIRSTHAND_BENCH_SERVER").map_or(release, PathBuf::from);
        let child = Command::new(program)
            .args(["serve", "--listen", &host, "--data"])
            .arg(place.folder())
            .args(
                place
                    .database()
                    .into_iter()
                    .flat_map(|url| ["--database", url]),
            )
            .env("RUST_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| {
                format!("the release server does not start ({error}); run `make build` first")
            })?;
        let server = Self { child, host };
        let patience = Instant::now();
        while !server.ready().await {
            if patience.elapsed() > Duration::from_secs(20) {
                return Err("the server did not become ready".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(server)
    }

    async fn ready(&self) -> bool {
        let Ok(mut client) = Client::connect(&self.host, "").await else {
            return false;
        };
        client
            .get("/readyz")
            .await
            .is_ok_and(|answer| answer.status == 200)
    }

    /// The most memory the server has held so far, in MB, by the operating system's own count.
    pub(crate) fn most_memory_mb(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))
            .ok_or("no VmHWM")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").trim().parse()?;
        Ok(kilobytes / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An organisation with its tasks and `people` leaders, who also read the board's pages and the team's; their session
/// tokens.
pub(crate) async fn prepare(store: &Store, people: usize) -> Result<Vec<String>> {
    let now = Clock::system().now();
    let name = Text {
        en: "Bench".into(),
        cy: "Mainc".into(),
    };
    let organisation = Organisation {
        id: ORGANISATION.into(),
        name,
        time_zone: "Europe/London".into(),
        demonstration: false,
    };
    store.create_organisation(&organisation, now).await?;
    let service = Service {
        id: "service".into(),
        name: organisation.name.clone(),
    };
    let tasks: Vec<Task> = walks::tasks().map(task).collect();
    store.put_tasks(ORGANISATION, &[service], &tasks).await?;
    let mut sessions = Vec::new();
    for number in 0..people {
        let id = format!("leader-{number}");
        let person = NewPerson {
            id: id.clone(),
            organisation: ORGANISATION.into(),
            name: id.clone(),
            title: Text::default(),
            roles: Roles::from_codes("leader,board,service_team"),
            services: vec!["service".into()],
        };
        store.create_person(&person, now).await?;
        let (invitation, session) = (token::fresh(), token::fresh());
        store
            .invite(&id, &token::hash(&invitation), None, now, now + 60_000)
            .await?;
        store
            .spend_invitation(&token::hash(&invitation), &token::hash(&session), now)
            .await?;
        sessions.push(session);
    }
    Ok(sessions)
}

fn task(id: String) -> Task {
    let text = |word: &str| Text {
        en: word.into(),
        cy: word.into(),
    };
    let step = Step {
        name: text("Step"),
        short: text("Step"),
        hint: Text::default(),
        hand_off: None,
    };
    let mut steps = vec![step; 4];
    // Somebody else's from the third step on: at these, what was felt waits at a boundary.
    if walks::crosses(&id) {
        steps[2].hand_off = Some("Somebody else".to_owned());
    }
    Task {
        id,
        service: "service".into(),
        service_name: text("Service"),
        name: text("Task"),
        about_minutes: 5,
        mode: AttemptMode::Real,
        stop_before: None,
        worked_if: text("it is done"),
        url: None,
        lgsl: None,
        steps,
        situations: Vec::new(),
    }
}

//! A whole server with two organisations in it, without a network.

use app::{
    walk::{
        AtStep, AttemptMode, Category, Commitment, Fact, FactId, FrictionDescribed, FrictionFelt,
        FrictionId, FrictionWithdrawn, Kind, Nothing, Reflected, Severity, Started, Step,
        StepFinished, StepResult, Task, Text, WalkId, next_id,
    },
    wire::SyncRequest,
};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use serde_json::value::to_raw_value;
use server::{
    clock::Clock,
    routes::router,
    site::Site,
    state::App,
    store::{Db, Desk, NewPerson, Organisation, Service, Store},
    token,
    viewer::{Role, Roles},
};
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;

/// The server's clock: 2026-06-15 12:00 UTC, 13:00 in Cardiff.
pub const NOON: i64 = 1_781_524_800_000;
pub const DAY: i64 = 86_400_000;

/// What a leader wrote and nobody else may read.
pub const PRIVATE: [&str; 2] = ["I did not know whom to ask", "Ring the team on Monday"];
/// What a leader wrote for the team.
pub const NOTE: &str = "It said <script>alert(1)</script> & stopped";

pub struct House {
    router: Router,
    pub store: Store,
    /// The server's; it moves when a test says so.
    pub clock: Clock,
    /// Felt at a service of Tom's.
    pub friction: FrictionId,
    /// Felt at a service nobody at Aber answers for.
    pub elsewhere: FrictionId,
    pub walk: WalkId,
    pub walk_elsewhere: WalkId,
    url: String,
    _folder: TempDir,
}

/// What a browser gets.
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    /// Where the page goes on to by itself.
    pub refresh: String,
    pub body: String,
}

impl House {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}/firsthand.db", folder.path().display());
        let store = Store::open(&url).await.expect("a store");
        let mut app = App::new(store.clone(), site(), "https://walk.example");
        app.clock = Clock::set_at(NOON);
        let clock = app.clock.clone();
        let mut house = Self {
            router: router(app),
            clock,
            store,
            friction: FrictionId(Uuid::nil()),
            elsewhere: FrictionId(Uuid::nil()),
            walk: WalkId(Uuid::nil()),
            walk_elsewhere: WalkId(Uuid::nil()),
            url,
            _folder: folder,
        };
        house.furnish().await;
        house
    }

    pub async fn desk(&self, person: &str) -> Desk {
        let session = token::hash(&format!("session of {person}"));
        let viewer = self.store.viewer(&session, NOON).await;
        let viewer = viewer.expect("an answer").expect("signed in");
        self.store.desk(&viewer)
    }

    pub async fn get(&self, person: &str, path: &str) -> Answer {
        self.ask(person, Request::get(path), Body::empty()).await
    }

    /// A form, posted from our own page.
    pub async fn post(&self, person: &str, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(person, request, Body::from(form.to_owned())).await
    }

    /// A form with room for files.
    pub async fn post_parts(&self, person: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_files(person, path, fields, &[]).await
    }

    /// A form with photos, each with its name.
    pub async fn post_files(
        &self,
        person: &str,
        path: &str,
        fields: &[(&str, &str)],
        photos: &[(&str, &[u8])],
    ) -> Answer {
        let head =
            |about: &str| format!("--edge\r\ncontent-disposition: form-data; {about}\r\n\r\n");
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(head(&format!("name=\"{name}\"")).into_bytes());
            body.extend([value.as_bytes(), b"\r\n"].concat());
        }
        for (name, bytes) in photos {
            body.extend(head(&format!("name=\"photos\"; filename=\"{name}\"")).into_bytes());
            body.extend([*bytes, b"\r\n"].concat());
        }
        body.extend(b"--edge--\r\n");
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.ask(person, request, Body::from(body)).await
    }

    /// Ann takes a friction point back, a minute after it had arrived.
    pub async fn withdraw(&self, walk: WalkId, friction: FrictionId) {
        let gone = Kind::FrictionWithdrawn(FrictionWithdrawn { friction });
        let id = FactId(next_id(None, NOON, [9; 10]));
        let fact = Fact::new(id, walk, NOON, &gone);
        let request = SyncRequest {
            sent_at: NOON,
            facts: vec![to_raw_value(&fact).expect("JSON")],
        };
        let ann = self.desk("ann").await;
        ann.append(request, NOON + 60_000).await.expect("kept");
    }

    /// Every team says that it changed everything at noon, and asks for it to be walked again.
    pub async fn asks_again(&self, changed: &str) {
        let db = Db::open(&self.url).await.expect("the database");
        let mut tx = db.begin().await.expect("begun");
        let sql = "UPDATE thread SET decision = 'rewalk_asked', decided_at = $1, judged_from = $1";
        tx.execute(sql, &[NOON.into()]).await.expect("changed");
        let sql = "INSERT INTO thread_event (id, thread, organisation, person, at, what, body)
                   SELECT id, id, organisation, 'tom', $1, 'changed', $2 FROM thread";
        let body = serde_json::json!({ "text": changed }).to_string();
        let args = [NOON.into(), body.into()];
        tx.execute(sql, &args).await.expect("noted");
        tx.commit().await.expect("committed");
        self.store.rebuild().await.expect("rebuilt");
    }

    /// Gives a task of Aber's an address on the web.
    pub async fn with_address(&self, id: &str, url: &str) {
        let service = id.trim_start_matches("aber-");
        let task = Task {
            url: Some(url.into()),
            ..task("aber", service)
        };
        let service = Service {
            id: service.into(),
            name: text(service),
        };
        let put = self.store.put_tasks("aber", &[service], &[task]).await;
        put.expect("put");
    }

    async fn ask(&self, person: &str, request: axum::http::request::Builder, body: Body) -> Answer {
        let request = request.header(
            header::COOKIE,
            format!("__Host-session=session of {person}"),
        );
        let request = request.body(body).expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let text = |name| {
            let value = response.headers().get(name);
            value
                .map_or("", |it| it.to_str().expect("an address"))
                .to_owned()
        };
        let (location, refresh) = (text(header::LOCATION), text(header::REFRESH));
        let status = response.status();
        let body = response
            .into_body()
            .collect()
            .await
            .expect("a body")
            .to_bytes();
        // A file need not be text.
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer {
            status,
            location,
            refresh,
            body,
        }
    }

    async fn furnish(&mut self) {
        for (id, demonstration) in [("aber", false), ("cwm", true)] {
            let organisation = Organisation {
                id: id.into(),
                name: text(id),
                time_zone: "Europe/London".into(),
                demonstration,
            };
            self.store
                .create_organisation(&organisation, NOON)
                .await
                .expect("added");
            let services = ["bins", "ramps"].map(|id| Service {
                id: id.into(),
                name: text(id),
            });
            let tasks = [task(id, "bins"), task(id, "ramps")];
            self.store
                .put_tasks(id, &services, &tasks)
                .await
                .expect("put");
        }
        self.person("ann", "aber", &[Role::Leader], &[]).await;
        self.person("lea", "cwm", &[Role::Leader], &[]).await;
        self.person("tom", "aber", &[Role::ServiceTeam], &["bins"])
            .await;
        self.person("non", "aber", &[Role::ServiceTeam], &[]).await;
        self.person("ada", "aber", &[Role::Administrator], &[])
            .await;
        self.person("bob", "aber", &[Role::Board], &[]).await;
        self.person("bea", "cwm", &[Role::Board], &[]).await;
        self.person(
            "cat",
            "cwm",
            &[Role::ServiceTeam, Role::Administrator],
            &["bins", "ramps"],
        )
        .await;
        (self.walk, self.friction) = self.walked("aber-bins", 1).await;
        (self.walk_elsewhere, self.elsewhere) = self.walked("aber-ramps", 2).await;
    }

    pub async fn person(&self, id: &str, organisation: &str, roles: &[Role], services: &[&str]) {
        let person = NewPerson {
            id: id.into(),
            organisation: organisation.into(),
            name: id.to_uppercase(),
            title: text("Somebody"),
            roles: Roles::new(roles),
            services: services.iter().map(|it| (*it).to_owned()).collect(),
        };
        self.store
            .create_person(&person, NOON)
            .await
            .expect("added");
        let session = token::hash(&format!("session of {id}"));
        self.store
            .invite(id, id, None, NOON, NOON + DAY)
            .await
            .expect("invited");
        assert!(
            self.store
                .spend_invitation(id, &session, NOON)
                .await
                .expect("spent")
        );
    }

    /// Ann walks a task, and feels friction at its first step.
    pub async fn walked(&self, task: &str, seed: u8) -> (WalkId, FrictionId) {
        let walk = WalkId(next_id(None, NOON - DAY, [seed; 10]));
        let (mut last, mut at, mut facts) = (None, NOON - DAY, Vec::new());
        let mut note = |kind: &Kind| {
            at += 60_000;
            let id = next_id(last, at, [seed; 10]);
            last = Some(id);
            let fact = Fact::new(FactId(id), walk, at, kind);
            facts.push(to_raw_value(&fact).expect("JSON"));
            id
        };
        note(&Kind::Started(Started {
            task: task.into(),
            steps: 2,
            situation: None,
            language: "en".into(),
            again: None,
        }));
        note(&Kind::StepOpened(AtStep { step: 0 }));
        let felt = FrictionFelt {
            step: 0,
            category: Some(Category::Asked),
            marker: None,
        };
        let friction = FrictionId(note(&Kind::FrictionFelt(felt)));
        note(&Kind::FrictionDescribed(FrictionDescribed {
            severity: Some(Some(Severity::Stopped)),
            note: Some(NOTE.into()),
            risk: Some(true),
            ..FrictionDescribed::of(friction)
        }));
        note(&Kind::StepFinished(StepFinished {
            step: 0,
            result: StepResult::Stuck,
        }));
        note(&Kind::Reflected(Reflected {
            question: "least_sure".into(),
            text: PRIVATE[0].into(),
            keep: true,
        }));
        note(&Kind::Committed(Commitment {
            text: PRIVATE[1].into(),
            by: None,
        }));
        note(&Kind::Finished(Nothing {}));
        self.desk("ann")
            .await
            .append(
                SyncRequest {
                    sent_at: NOON,
                    facts,
                },
                NOON,
            )
            .await
            .expect("kept");
        (walk, friction)
    }
}

/// A built site of empty files.
pub fn site() -> Site {
    let folder = tempfile::tempdir().expect("a folder");
    let pkg = folder.path().join("pkg");
    std::fs::create_dir(&pkg).expect("a folder");
    for ending in ["js", "wasm", "css"] {
        std::fs::write(pkg.join("firsthand").with_extension(ending), "").expect("written");
    }
    Site::read(folder.path()).expect("a site")
}

fn text(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

fn task(organisation: &str, service: &str) -> Task {
    let step = |name: &str| Step {
        name: text(name),
        short: text(name),
        hint: text(""),
        hand_off: None,
    };
    Task {
        id: format!("{organisation}-{service}"),
        service: service.into(),
        service_name: text(service),
        name: text("Get something done"),
        about_minutes: 10,
        mode: AttemptMode::Real,
        stop_before: None,
        worked_if: text("it is done"),
        url: None,
        lgsl: None,
        steps: vec![step("Find"), step("Ask")],
        situations: Vec::new(),
    }
}

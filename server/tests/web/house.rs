//! A server with two organisations and their people in it, and a way to ask it.

use app::walk::{AttemptMode, Step, Task, Text, WalkId};
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header, request::Builder},
    response::Response,
};
use http_body_util::BodyExt;
use server::{
    clock::Clock,
    routes,
    seat::SESSION,
    site::Site,
    state::App,
    store::{Db, NewPerson, Organisation, Row, Service, Store},
    token,
    viewer::{Role, Roles},
};
use tempfile::TempDir;
use tower::ServiceExt;

/// The server's clock at the start: 2026-06-15 12:00 UTC.
pub const NOON: i64 = 1_781_524_800_000;
pub const HOUR: i64 = 3_600_000;

/// Everybody: id, organisation, role, services.
pub const PEOPLE: [(&str, &str, Role, &[&str]); 12] = [
    ("ann", "aber", Role::Leader, &[]),
    ("ben", "aber", Role::Leader, &[]),
    ("tom", "aber", Role::ServiceTeam, &["bins"]),
    ("una", "aber", Role::ServiceTeam, &["ramps"]),
    ("bob", "aber", Role::Board, &[]),
    ("ada", "aber", Role::Administrator, &[]),
    ("col", "cwm", Role::Leader, &[]),
    ("dee", "cwm", Role::Leader, &[]),
    ("tia", "cwm", Role::ServiceTeam, &["bins"]),
    ("uma", "cwm", Role::ServiceTeam, &["ramps"]),
    ("bea", "cwm", Role::Board, &[]),
    ("abe", "cwm", Role::Administrator, &[]),
];

pub struct House {
    pub app: App,
    pub clock: Clock,
    pub db: Db,
    pub folder: TempDir,
    router: Router,
}

/// What the server answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl House {
    pub async fn new() -> Self {
        Self::at("http://localhost:3000").await
    }

    pub async fn at(base_url: &str) -> Self {
        Self::with(base_url, |app| app).await
    }

    /// With something else about it.
    pub async fn with(base_url: &str, change: impl FnOnce(App) -> App) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let site = Site::read(&built_site(&folder)).expect("a site");
        let url = format!("sqlite:{}/firsthand.db", folder.path().display());
        let db = Db::open(&url).await.expect("a database");
        let clock = Clock::set_at(NOON);
        let app = change(App {
            clock: clock.clone(),
            ..App::new(Store::on(db.clone()), site, base_url)
        });
        let house = Self {
            router: routes::router(app.clone()),
            app,
            clock,
            db,
            folder,
        };
        house.furnish().await;
        house
    }

    async fn furnish(&self) {
        let store = &self.app.store;
        for (id, name) in [("aber", "Aber Valley Council"), ("cwm", "Cwm Health Board")] {
            let organisation = Organisation {
                id: id.into(),
                name: text(name),
                time_zone: "Europe/London".into(),
                demonstration: false,
            };
            store
                .create_organisation(&organisation, NOON)
                .await
                .expect("an organisation");
            let services = ["bins", "ramps"].map(|id| Service {
                id: id.into(),
                name: text(id),
            });
            store
                .put_tasks(id, &services, &[task("missed-bin", "bins")])
                .await
                .expect("tasks");
        }
        for (id, organisation, role, services) in PEOPLE {
            let person = NewPerson {
                id: id.into(),
                organisation: organisation.into(),
                name: format!("Person {id}"),
                title: text("Somebody"),
                roles: Roles::new(&[role]),
                services: services.iter().map(|it| (*it).to_owned()).collect(),
            };
            store.create_person(&person, NOON).await.expect("a person");
            self.seat(id).await;
        }
    }

    /// Signs a person in (again) with the session `session of {id}`.
    pub async fn seat(&self, id: &str) {
        let (token, session) = (token::hash(&token::fresh()), token::hash(&session_of(id)));
        let now = self.clock.now();
        let store = &self.app.store;
        store.end_session(&session, now).await.expect("no session");
        store
            .invite(id, &token, None, now, now + HOUR)
            .await
            .expect("an invitation");
        assert!(
            store
                .spend_invitation(&token, &session, now)
                .await
                .expect("a session")
        );
    }

    pub fn get(&self, path: &str) -> Ask<'_> {
        self.ask(Method::GET, path)
    }

    /// A write from one of our own pages.
    pub fn post(&self, path: &str) -> Ask<'_> {
        self.ask(Method::POST, path)
            .header("sec-fetch-site", "same-origin")
    }

    pub fn ask(&self, method: Method, path: &str) -> Ask<'_> {
        let request = Request::builder().method(method).uri(path);
        Ask {
            router: &self.router,
            request,
            body: Vec::new(),
        }
    }

    /// A form with a file for a thread.
    pub async fn attach(
        &self,
        person: &str,
        to: &str,
        id: &str,
        name: &str,
        file: &[u8],
    ) -> Answer {
        let head = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"id\"\r\n\r\n{id}\r\n\
             --edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             content-type: text/html\r\n\r\n"
        );
        let body = [head.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
        let ask = self.post(to).by(person);
        let ask = ask.header("content-type", "multipart/form-data; boundary=edge");
        ask.bytes(&body).send().await
    }

    pub async fn sync(&self, person: &str, body: impl Into<Vec<u8>>) -> Answer {
        self.post("/api/v1/sync").by(person).json(body).send().await
    }

    /// Changes something in the database, as nobody may over a route.
    pub async fn write(&self, sql: &'static str) {
        let mut tx = self.db.begin().await.expect("a transaction");
        tx.execute(sql, &[]).await.expect("done");
        tx.commit().await.expect("committed");
    }

    /// Shares an item of a walk with somebody, by the forms; the share's id.
    pub async fn share(&self, author: &str, walk: WalkId, item: &str, reader: &str) -> String {
        let to = format!("/me/share/{walk}/{item}");
        let form = format!("reader={reader}&sure=1");
        let answer = self.post(&to).by(author).form(&form).send().await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let sql = "SELECT id FROM share WHERE author = $1 AND reader = $2 ORDER BY shared_at DESC";
        let row = self
            .db
            .row(sql, &[author.into(), reader.into()])
            .await
            .expect("an answer");
        row.expect("a share").text(0).expect("text")
    }

    /// All that people wrote or that was computed from it, row by row.
    pub async fn contents(&self) -> Vec<String> {
        const TABLES: &[&str] = &[
            "SELECT organisation, issuer FROM sso_provider",
            "SELECT person, subject FROM single_sign_on",
            "SELECT 'organisation', id FROM organisation",
            "SELECT id, roles FROM person",
            "SELECT token_hash, person FROM invitation",
            "SELECT id, name FROM passkey",
            "SELECT id, author FROM walk",
            "SELECT id, body FROM fact",
            "SELECT walk, body FROM walk_row",
            "SELECT walk, trace FROM journey_row",
            "SELECT organisation || ' ' || task || ' ' || year, source FROM task_volume",
            "SELECT id, note FROM friction_row",
            "SELECT friction, person FROM friction_seen",
            "SELECT walk, person FROM commitment_kept",
            "SELECT walk || ' ' || friction, person FROM quote_agreed",
            "SELECT id, text FROM reply",
            "SELECT id, friction FROM photo_row",
            "SELECT photo, walk FROM photo_part",
            "SELECT id, walk FROM photo",
            "SELECT id, reader FROM share",
            "SELECT person, 'asked' FROM erasure WHERE asked_at IS NOT NULL",
            "SELECT id, appears_as FROM person",
            "SELECT 'held', id FROM held_seal",
            "SELECT id, name || ' ' || title_en || ' ' || title_cy || ' ' || COALESCE(disabled_at, 0) FROM person",
            "SELECT person, service FROM person_service",
            "SELECT token_hash, expires_at || ' ' || COALESCE(spent_at, 0) FROM invitation",
            "SELECT id, person FROM session",
            "SELECT organisation || ' ' || id, name_en || ' ' || name_cy FROM service",
            "SELECT id, decision || ' ' || COALESCE(owner, '') || ' ' || COALESCE(merged_into, '') FROM thread",
            "SELECT id, thread FROM thread_event",
            "SELECT friction, thread FROM thread_pin",
            "SELECT id, view FROM thread",
            "SELECT id, text FROM thread_note",
            "SELECT id, name FROM thread_file",
            "SELECT organisation || ' ' || service, person FROM risk_contact",
            "SELECT id, CAST(reply_days AS TEXT) FROM organisation",
            "SELECT organisation, service FROM takes_offers",
            "SELECT id, openings || ' ' || COALESCE(ended_at, 0) || ' ' || expires_at FROM packet",
            "SELECT id, to_service || ' ' || message || ' ' || COALESCE(taken_back_at, 0) FROM offer",
            "SELECT id, answer || ' ' || text FROM offer_answer",
            "SELECT organisation || ' ' || month || ' ' || version, edition || ' ' || words_en || ' ' || COALESCE(reply_until, 0) || ' ' || COALESCE(approved_at, 0) || ' ' || COALESCE(published_at, 0) FROM month_draft",
            "SELECT id, text_en || ' ' || became_en FROM month_ask",
            "SELECT id, label || ' ' || COALESCE(revoked_at, 0) FROM paper_link",
            "SELECT holder, friction FROM told_words",
            "SELECT person, address FROM mail_choice",
            "SELECT person, token_hash || ' ' || COALESCE(ended_at, 0) FROM calendar_feed",
            "SELECT id, url || ' ' || COALESCE(ended_at, 0) FROM hook",
            "SELECT id, name || ' ' || COALESCE(ended_at, 0) FROM api_key",
            "SELECT id, topic FROM outbox",
            "SELECT friction, words FROM friction_words",
            "SELECT id, name FROM saved_view",
            "SELECT organisation || ' ' || sequence, hash FROM month_record",
            "SELECT organisation || ' ' || sequence || ' ' || position, COALESCE(text_en, '') FROM month_said",
            "SELECT organisation || ' ' || sequence, walk FROM month_walk",
            "SELECT organisation, id FROM signing_key",
        ];
        let mut contents = Vec::new();
        for sql in TABLES.iter().copied() {
            let rows = self.db.rows(sql, &[]).await.expect("rows");
            let line = |row: &Row| {
                format!(
                    "{} {}",
                    row.text(0).expect("text"),
                    row.text(1).expect("text")
                )
            };
            contents.extend(rows.iter().map(line));
        }
        contents.sort();
        contents
    }
}

/// A request being written.
pub struct Ask<'a> {
    router: &'a Router,
    request: Builder,
    body: Vec<u8>,
}

impl Ask<'_> {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    /// Over a connection from this end.
    pub fn over(mut self, peer: std::net::SocketAddr) -> Self {
        self.request = self.request.extension(axum::extract::ConnectInfo(peer));
        self
    }

    /// Signed in as a person; `stranger` is nobody.
    pub fn by(self, person: &str) -> Self {
        match person {
            "stranger" => self,
            person => self.header("cookie", &format!("{SESSION}={}", session_of(person))),
        }
    }

    pub fn form(mut self, body: &str) -> Self {
        self.body = body.as_bytes().to_vec();
        self.header("content-type", "application/x-www-form-urlencoded")
    }

    pub fn bytes(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self
    }

    pub fn json(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header("content-type", "application/json")
    }

    /// The answer, whose body is not read yet.
    pub async fn begin(self) -> Response {
        let request = self.request.body(Body::from(self.body)).expect("a request");
        let answer = self.router.clone().oneshot(request).await;
        answer.expect("an answer")
    }

    pub async fn send(self) -> Answer {
        let (parts, body) = self.begin().await.into_parts();
        let goes_on = parts
            .headers
            .get("content-type")
            .is_some_and(|it| it == "text/event-stream");
        let bytes = match goes_on {
            true => Vec::new(),
            false => body.collect().await.expect("a body").to_bytes().to_vec(),
        };
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("text")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("text"))
    }

    pub fn json<T: serde::de::DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.bytes).expect("the JSON promised")
    }

    /// The code of a refusal by the API.
    pub fn problem(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            "application/json",
            "{}",
            self.text()
        );
        self.json::<app::wire::Problem>().error
    }

    /// `name=value` of every cookie it sets, as a browser sends them on.
    pub fn cookies(&self) -> String {
        let set = self.headers.get_all(header::SET_COOKIE).iter();
        let pairs = set.map(|it| {
            it.to_str()
                .expect("text")
                .split(';')
                .next()
                .unwrap_or_default()
        });
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// `name=value` of the cookie it sets.
    pub fn cookie(&self) -> &str {
        self.header(header::SET_COOKIE.as_str())
            .split(';')
            .next()
            .unwrap_or_default()
    }
}

pub fn session_of(person: &str) -> String {
    format!("session of {person}").replace(' ', "-")
}

/// A folder like the one the build makes.
pub fn built_site(folder: &TempDir) -> std::path::PathBuf {
    let site = folder.path().join("site");
    let files: [(&str, &str); 8] = [
        ("pkg/firsthand.Ab12.js", "export default () => {};"),
        ("pkg/firsthand.Ab12.wasm", "wasm"),
        ("pkg/firsthand.Ab12.wasm.br", "pressed"),
        ("pkg/firsthand.Ab12.css", "body {}"),
        ("boot.js", "// starts"),
        ("store.js", "// keeps"),
        ("fonts/OFL.txt", "licence"),
        ("manifest.webmanifest", "{}"),
    ];
    for (path, text) in files {
        let file = site.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, text).expect("a file");
    }
    site
}

fn task(id: &str, service: &str) -> Task {
    let step = |name: &str| Step {
        name: text(name),
        short: text(name),
        hint: Text::default(),
        hand_off: None,
    };
    Task {
        id: id.into(),
        service: service.into(),
        service_name: text(service),
        name: text("Report a missed bin"),
        about_minutes: 8,
        mode: AttemptMode::Real,
        stop_before: None,
        worked_if: text("you have a reference"),
        url: None,
        lgsl: None,
        steps: vec![step("Find"), step("Fill"), step("Send")],
        situations: Vec::new(),
    }
}

pub fn text(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

/// All of them at the same time, on one task.
pub async fn together<F: Future>(all: Vec<F>) -> Vec<F::Output> {
    let mut all: Vec<_> = all.into_iter().map(Box::pin).collect();
    let mut done: Vec<Option<F::Output>> = all.iter().map(|_| None).collect();
    std::future::poll_fn(move |context| {
        for (one, slot) in all
            .iter_mut()
            .zip(&mut done)
            .filter(|(_, slot)| slot.is_none())
        {
            if let std::task::Poll::Ready(output) = one.as_mut().poll(context) {
                *slot = Some(output);
            }
        }
        if done.iter().all(Option::is_some) {
            std::task::Poll::Ready(done.drain(..).flatten().collect())
        } else {
            std::task::Poll::Pending
        }
    })
    .await
}

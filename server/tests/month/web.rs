//! The pages over a house, asked as a browser asks them.

use std::net::SocketAddr;

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use server::{clock::Clock, routes::router, seat::SESSION, state::App, token};
use tower::ServiceExt;

use crate::{House, house::DAY, pages::site};

/// A server over a house.
pub struct Web {
    router: Router,
    pub clock: Clock,
}

/// What it answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Web {
    /// With its clock at this moment, and these people signed in.
    pub async fn over(house: &House, now: i64, people: &[&str]) -> Self {
        let mut app = App::new(house.store.clone(), site(), super::papers::ADDRESS);
        app.clock = Clock::set_at(now);
        for person in people {
            let (invitation, session) = (token::fresh(), token::hash(&session_of(person)));
            let invited = house
                .store
                .invite(person, &invitation, None, now, now + DAY);
            invited.await.expect("invited");
            let spent = house.store.spend_invitation(&invitation, &session, now);
            assert!(spent.await.expect("spent"));
        }
        let clock = app.clock.clone();
        Self {
            router: router(app),
            clock,
        }
    }

    /// What this person gets in English; nobody in particular gets it as `""`.
    pub async fn get(&self, person: &str, path: &str) -> Answer {
        self.read(person, path, "en").await
    }

    pub async fn read(&self, person: &str, path: &str, lang: &str) -> Answer {
        let about = [("accept-language", lang)];
        self.ask(Method::GET, person, path, &about, None, "").await
    }

    /// What a key opens.
    pub async fn with_key(&self, key: &str, path: &str) -> Answer {
        let about = [("authorization", &*format!("Bearer {key}"))];
        self.ask(Method::GET, "", path, &about, None, "").await
    }

    /// What somebody without an account gets at this end of a connection.
    pub async fn get_over(&self, peer: SocketAddr, path: &str) -> Answer {
        self.ask(Method::GET, "", path, &[], Some(peer), "").await
    }

    /// An empty form from our own page.
    pub async fn post(&self, person: &str, path: &str) -> Answer {
        self.send(person, path, "").await
    }

    /// A form from our own page.
    pub async fn send(&self, person: &str, path: &str, form: &str) -> Answer {
        let about = [
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        self.ask(Method::POST, person, path, &about, None, form)
            .await
    }

    async fn ask(
        &self,
        method: Method,
        person: &str,
        path: &str,
        about: &[(&str, &str)],
        peer: Option<SocketAddr>,
        body: &str,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !person.is_empty() {
            let cookie = format!("{SESSION}={}", session_of(person));
            request = request.header(header::COOKIE, cookie);
        }
        for (name, value) in about {
            request = request.header(*name, *value);
        }
        if let Some(peer) = peer {
            request = request.extension(ConnectInfo(peer));
        }
        let request = request
            .body(Body::from(body.to_owned()))
            .expect("a request");
        let answer = self.router.clone().oneshot(request).await;
        let (parts, body) = answer.expect("an answer").into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: bytes.to_vec(),
        }
    }
}

impl Answer {
    /// Its body, of which what is no text is marked.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).expect("JSON")
    }

    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |it| it.to_str().expect("text"))
    }

    /// Every address that the page leads to.
    pub fn links(&self) -> Vec<String> {
        let text = self.text();
        let links = text.split("href=\"").skip(1);
        let links = links.filter_map(|it| it.split_once('"'));
        links.map(|it| it.0.replace("&amp;", "&")).collect()
    }
}

fn session_of(person: &str) -> String {
    format!("the browser of {person}")
}

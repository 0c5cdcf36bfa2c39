//! Photos over the routes: what a phone gets to hear, and how a picture is handed out.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use app::{
    walk::{FrictionId, Kind, PhotoAdded, PhotoId, PhotoRemoved},
    wire::PhotoReply,
};
use axum::{
    body::{Body, Bytes},
    http::{Method, Request},
};
use http_body::Frame;
use image::{Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use server::{routes, seat::SESSION};
use sha2::{Digest, Sha256};
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
};
use tower::ServiceExt;

use crate::{Answer, House, phone::Phone};

pub fn picture() -> Vec<u8> {
    picture_of(9)
}

/// A picture of this shade.
pub fn picture_of(shade: u8) -> Vec<u8> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 80)
        .encode_image(&RgbImage::from_pixel(40, 30, Rgb([shade, 90, 200])))
        .expect("a JPEG");
    file
}

pub fn hash(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Phone {
    /// Keeps a photo of a friction point.
    pub fn shoot(&mut self, friction: FrictionId, bytes: &[u8]) -> PhotoId {
        let added = PhotoAdded {
            friction,
            sha256: hash(bytes),
            bytes: u32::try_from(bytes.len()).expect("small"),
            width: 40,
            height: 30,
        };
        PhotoId(self.note(&Kind::PhotoAdded(added)).0)
    }
}

impl House {
    pub async fn put_photo(&self, person: &str, id: PhotoId, from: usize, bytes: &[u8]) -> Answer {
        self.ask(Method::PUT, &format!("/api/v1/photos/{id}?from={from}"))
            .header("sec-fetch-site", "same-origin")
            .by(person)
            .bytes(bytes)
            .send()
            .await
    }
}

/// Ann's walk with a friction point and a photo, of which only the facts are sent.
async fn walk_with_photo(house: &House) -> (Phone, PhotoId) {
    let (mut phone, friction) = Phone::whole_walk(1);
    let photo = phone.shoot(friction, &picture());
    house.sync("ann", phone.body()).await;
    (phone, photo)
}

fn reply(answer: &Answer) -> (u16, PhotoReply) {
    (answer.status.as_u16(), answer.json())
}

#[tokio::test]
async fn a_phone_sends_asks_and_goes_on() {
    let house = House::new().await;
    let (_, id) = walk_with_photo(&house).await;
    let bytes = picture();
    let size = u32::try_from(bytes.len()).expect("small");
    let said = |have, done| PhotoReply { have, done };
    let put = async |from: usize, to: usize| {
        let part = &bytes[from.min(to)..to];
        reply(&house.put_photo("ann", id, from, part).await)
    };
    assert_eq!(put(0, 0).await, (200, said(0, false)));
    assert_eq!(put(0, 100).await, (200, said(100, false)));
    assert_eq!(put(0, 100).await, (409, said(100, false)));
    assert_eq!(put(200, 300).await, (409, said(100, false)));
    assert_eq!(put(0, 0).await, (200, said(100, false)));
    assert_eq!(put(100, bytes.len()).await, (200, said(size, true)));
    assert_eq!(put(0, bytes.len()).await, (200, said(size, true)));
    assert_eq!(put(0, 0).await, (200, said(size, true)));
}

#[tokio::test]
async fn every_refusal_has_its_code() {
    let house = House::new().await;
    let (mut phone, friction) = Phone::whole_walk(1);
    let photo = phone.shoot(friction, &picture());
    let page = b"<svg onload=\"alert(1)\"/>";
    let no_image = phone.shoot(friction, page);
    let bytes = picture();
    let early = house.put_photo("ann", photo, 0, &bytes).await;
    assert_eq!(refusal(&early), (404, "photo_unknown".into()));
    house.sync("ann", phone.body()).await;
    let others = house.put_photo("ben", photo, 0, &bytes).await;
    assert_eq!(refusal(&others), (404, "photo_unknown".into()));
    let mut damaged = bytes.clone();
    damaged[40] ^= 1;
    let damaged = house.put_photo("ann", photo, 0, &damaged).await;
    assert_eq!(refusal(&damaged), (422, "photo_damaged".into()));
    let refused = house.put_photo("ann", no_image, 0, page).await;
    assert_eq!(refusal(&refused), (422, "not_an_image".into()));
    phone.note(&Kind::PhotoRemoved(PhotoRemoved { photo }));
    house.sync("ann", phone.body()).await;
    let gone = house.put_photo("ann", photo, 0, &bytes).await;
    assert_eq!(refusal(&gone), (410, "photo_gone".into()));
    let path = format!("/api/v1/photos/{photo}");
    let ask = house.ask(Method::PUT, &path).by("ann").bytes(&bytes);
    assert_eq!(refusal(&ask.send().await), (403, "cross_site".into()));
    let ask = house.ask(Method::PUT, &format!("{path}?from=-1")).by("ann");
    let ask = ask.header("sec-fetch-site", "same-origin");
    assert_eq!(refusal(&ask.send().await), (400, "unreadable".into()));
}

fn refusal(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.problem())
}

/// However long the body: what belongs to the photo is little, and the rest is not kept.
#[tokio::test]
async fn a_body_without_end_is_no_photo() {
    let house = House::new().await;
    let (_, id) = walk_with_photo(&house).await;
    let mut endless = picture();
    endless.resize(3_000_000, 0);
    let answer = house.put_photo("ann", id, 0, &endless).await;
    assert_eq!(refusal(&answer), (422, "photo_damaged".into()));
    let (_, asked) = reply(&house.put_photo("ann", id, 0, &[]).await);
    assert_eq!(asked.have, 0);
}

/// A body that is cut: what came before the cut is kept, and it goes on from there.
#[tokio::test]
async fn what_came_before_a_cut_is_kept() {
    let house = House::new().await;
    let (_, id) = walk_with_photo(&house).await;
    let bytes = picture();
    for cut in [1, 2, 64, bytes.len() - 1] {
        let (_, before) = reply(&house.put_photo("ann", id, 0, &[]).await);
        let from = before.have as usize;
        let part = Bytes::copy_from_slice(&bytes[from..cut]);
        let cut_off = std::io::Error::other("cut");
        let (sender, frames) = tokio::sync::mpsc::channel::<Result<Bytes, std::io::Error>>(2);
        sender.send(Ok(part)).await.expect("sent");
        sender.send(Err(cut_off)).await.expect("sent");
        let body = Body::new(Frames(frames));
        let request = Request::put(format!("/api/v1/photos/{id}?from={from}"))
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("{SESSION}=session-of-ann"))
            .body(body);
        let router = routes::router(house.app.clone());
        router.oneshot(request.expect("a request")).await.ok();
        let (_, after) = reply(&house.put_photo("ann", id, 0, &[]).await);
        assert_eq!(after.have as usize, cut);
    }
    let last = house.put_photo("ann", id, bytes.len() - 1, &bytes[bytes.len() - 1..]);
    assert!(reply(&last.await).1.done);
}

/// A request whose sender hung up in the middle of it, as a server sees it: the whole handler is dropped.
#[tokio::test]
async fn what_came_before_the_sender_hung_up_is_kept() {
    let house = House::new().await;
    let (_, id) = walk_with_photo(&house).await;
    let bytes = picture();
    let (sender, frames) = tokio::sync::mpsc::channel::<Result<Bytes, std::io::Error>>(2);
    let part = Bytes::copy_from_slice(&bytes[..77]);
    sender.send(Ok(part)).await.expect("sent");
    let body = Body::new(Frames(frames));
    let request = Request::put(format!("/api/v1/photos/{id}"))
        .header("sec-fetch-site", "same-origin")
        .header("cookie", format!("{SESSION}=session-of-ann"))
        .body(body);
    let router = routes::router(house.app.clone());
    let asked = tokio::spawn(router.oneshot(request.expect("a request")));
    // It has read what there is once there is room for two more.
    while sender.capacity() < 2 {
        tokio::task::yield_now().await;
    }
    asked.abort();
    assert!(asked.await.is_err());
    loop {
        let (_, here) = reply(&house.put_photo("ann", id, 0, &[]).await);
        if here.have == 77 {
            break;
        }
        assert_eq!(here.have, 0);
    }
}

/// The same over a real connection, closed half and closed whole.
#[tokio::test]
async fn what_came_before_a_connection_broke_is_kept() {
    let house = House::new().await;
    let (_, id) = walk_with_photo(&house).await;
    let bytes = picture();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let served = axum::serve(listener, routes::router(house.app.clone()));
    let served = tokio::spawn(served.into_future());
    for (from, to, half) in [(0, 70, true), (70, 140, false)] {
        let mut line = TcpStream::connect(address).await.expect("a connection");
        let head = format!(
            "PUT /api/v1/photos/{id}?from={from} HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
             Cookie: {SESSION}=session-of-ann\r\nContent-Length: {}\r\n\r\n",
            bytes.len() - from
        );
        line.write_all(head.as_bytes()).await.expect("sent");
        line.write_all(&bytes[from..to]).await.expect("sent");
        if half {
            line.shutdown().await.expect("half closed");
        } else {
            drop(line);
        }
        loop {
            let (_, here) = reply(&house.put_photo("ann", id, 0, &[]).await);
            if here.have as usize == to {
                break;
            }
            assert_eq!(here.have as usize, from);
        }
    }
    served.abort();
    let rest = house.put_photo("ann", id, 140, &bytes[140..]).await;
    assert!(reply(&rest).1.done);
}

/// The frames of a body as they come.
struct Frames(tokio::sync::mpsc::Receiver<Result<Bytes, std::io::Error>>);

impl http_body::Body for Frames {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        let next = self.0.poll_recv(context);
        next.map(|next| next.map(|bytes| bytes.map(Frame::data)))
    }
}

#[tokio::test]
async fn a_picture_is_handed_out_so_that_it_can_never_run() {
    let house = House::new().await;
    let (_, id) = walk_with_photo(&house).await;
    let path = format!("/api/v1/photos/{id}");
    let early = house.get(&path).by("ann").send().await;
    assert_eq!(
        early.problem(),
        "not_found",
        "only whole pictures are shown"
    );
    house.put_photo("ann", id, 0, &picture()).await;
    for person in ["ann", "tom"] {
        let answer = house.get(&path).by(person).send().await;
        assert_eq!(answer.status, 200, "{person}");
        let name = format!("inline; filename=\"photo-{id}.jpg\"");
        for (header, value) in [
            ("content-type", "image/jpeg"),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "sandbox; default-src 'none'"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "private, no-store"),
            ("content-disposition", &name),
        ] {
            assert_eq!(answer.header(header), value);
        }
        let shown = image::load_from_memory(&answer.bytes).expect("a JPEG");
        assert_eq!((shown.width(), shown.height()), (40, 30));
    }
    let twice = house.get("/api/v1/photos/never").by("ann").send().await;
    assert_eq!(twice.problem(), "not_found");
}

/// The phone's menu sends here when no worker is there to take it. Whoever sends, nothing is kept.
#[tokio::test]
async fn what_is_shared_without_a_worker_is_read_and_forgotten() {
    let house = House::new().await;
    let before = house.contents().await;
    let part = "--x\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"../../a.jpg\"\r\n\
                Content-Type: image/jpeg\r\n\r\n";
    let mut body = part.as_bytes().to_vec();
    body.extend(vec![7; 2_000_000]);
    for (name, value) in [
        ("sec-fetch-site", "none"),
        ("sec-fetch-site", "cross-site"),
        ("origin", "null"),
        ("x-nothing", ""),
    ] {
        for person in ["stranger", "ann"] {
            let ask = house.ask(Method::POST, "/walk/share").by(person);
            let ask = ask.header(name, value).bytes(&body);
            let answer = ask
                .header("content-type", "multipart/form-data; boundary=x")
                .send()
                .await;
            assert_eq!(answer.status, 303);
            assert_eq!(answer.header("location"), "/walk/share?later");
        }
    }
    assert_eq!(house.contents().await, before);
    let shell = house.get("/walk/share?later").send().await;
    assert_eq!(shell.status, 200);
}

/// The only writes that may come from anywhere: what is shared to the app, and a mail program that stops mail.
#[test]
fn nothing_else_may_be_caused_by_another_site() {
    let table = routes::table();
    let anywhere = table.iter().filter(|route| route.anywhere);
    let anywhere: Vec<_> = anywhere.map(|route| route.path).collect();
    assert_eq!(anywhere, ["/walk/share", "/mail/stop"]);
}

//! Mail: whom it reaches, what it holds, and what becomes of it while the mail server does not answer.

use std::time::Duration;

use server::{
    outgoing::{Post, post_due},
    state::App,
};

use super::{
    SAID,
    listeners::{BUSY, MailServer, SILENT, WELL},
    walked,
};
use crate::{
    House,
    house::{HOUR, NOON},
};

const FROM: &str = "firsthand@aber.example";
const DAY: i64 = 24 * HOUR;

async fn house(server: &MailServer) -> House {
    let post = Post::at(&server.url(), FROM).expect("a server");
    let post = post.patient(Duration::from_millis(500));
    House::with("http://localhost:3000", |app| App {
        post: Some(post),
        ..app
    })
    .await
}

/// Sends all that is due; how many messages were tried.
async fn send(house: &House) -> usize {
    let mut tried = 0;
    loop {
        match post_due(&house.app).await.expect("the store answers") {
            0 => return tried,
            some => tried += some,
        }
    }
}

/// Chooses mail and says that the address is right, as its reader does; the secret of the messages.
async fn choose(house: &House, server: &MailServer, who: &str, form: &str) -> String {
    let form = format!("address={who}%40aber.example&{form}");
    let chosen = house.post("/me/mail").by(who).form(&form).send().await;
    assert_eq!(chosen.status, 303, "{}", chosen.text());
    assert_eq!(send(house).await, 1);
    let message = server.took().remove(0);
    assert!(
        message.contains(&format!("RCPT TO:<{who}@aber.example>")),
        "{message}"
    );
    let secret = secret(&message);
    let opened = house.get(&format!("/mail?t={secret}")).send().await;
    assert_eq!(opened.status, 200);
    let right = house.post(&format!("/mail/right?t={secret}")).send().await;
    assert_eq!(right.status, 200);
    secret
}

fn secret(message: &str) -> String {
    let (_, rest) = message.split_once("/mail/stop?t=").expect("an address");
    rest.chars().take(64).collect()
}

async fn waiting(house: &House) -> i64 {
    let sql = "SELECT COUNT(*) FROM outbox WHERE done_at IS NULL";
    let row = house.db.row(sql, &[]).await.expect("an answer");
    row.expect("a row").int(0).expect("a number")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_risk_is_told_at_once_to_its_team_and_without_a_word_of_what_was_said() {
    let server = MailServer::start().await;
    let house = house(&server).await;
    choose(&house, &server, "tom", "alerts=1&digest=none").await;
    choose(&house, &server, "una", "alerts=1&digest=none").await;
    walked(&house, 1, false).await;
    assert_eq!(send(&house).await, 0, "no risk");
    let (phone, friction) = walked(&house, 2, true).await;
    assert_eq!(send(&house).await, 1);
    let took = server.took();
    let [message] = &took[..] else {
        panic!("one message, not {took:?}");
    };
    assert!(message.contains("RCPT TO:<tom@aber.example>"), "{message}");
    assert!(
        message.contains("Subject: A leader saw a risk: bins"),
        "{message}"
    );
    let plain = message.replace("=\r\n", "");
    assert!(
        plain.contains(&format!("http://localhost:3000/team/friction/{friction}")),
        "{message}"
    );
    assert!(
        plain.contains("List-Unsubscribe: <http://localhost:3000/mail/stop?t"),
        "{message}"
    );
    assert!(
        !plain.contains(SAID) && !plain.contains("Person"),
        "{message}"
    );
    // Told once, however often the phone sends.
    house.sync("ann", phone.body()).await;
    assert_eq!(send(&house).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_written_to_before_they_said_that_the_address_is_right_nor_after_they_ended_it() {
    let server = MailServer::start().await;
    let house = house(&server).await;
    let form = "address=tom%40aber.example&alerts=1&digest=daily";
    house.post("/me/mail").by("tom").form(form).send().await;
    assert_eq!(send(&house).await, 1);
    let asked = secret(&server.took().remove(0));
    walked(&house, 1, true).await;
    assert_eq!(send(&house).await, 0, "only asked");
    // A scanner opens what it finds.
    house.get(&format!("/mail?t={asked}")).send().await;
    house.get(&format!("/mail/stop?t={asked}")).send().await;
    walked(&house, 2, true).await;
    assert_eq!(send(&house).await, 0, "still only asked");
    house.post(&format!("/mail/right?t={asked}")).send().await;
    walked(&house, 3, true).await;
    walked(&house, 4, true).await;
    // From a mail program's own page, with no header of ours.
    let stop = house.ask(axum::http::Method::POST, &format!("/mail/stop?t={asked}"));
    assert_eq!(
        stop.form("List-Unsubscribe=One-Click").send().await.status,
        200
    );
    assert_eq!(send(&house).await, 0, "not even what waited");
    assert!(server.took().is_empty());
    assert_eq!(waiting(&house).await, 0);
    let gone = house.get(&format!("/mail?t={asked}")).send().await;
    assert_eq!(gone.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_47_a_dead_or_slow_mail_server_loses_nothing_and_holds_up_nothing() {
    let server = MailServer::start().await;
    let house = house(&server).await;
    choose(&house, &server, "tom", "alerts=1&digest=none").await;
    let mut now = NOON;
    for (seed, mood) in [(1, SILENT), (2, BUSY)] {
        server.is(mood);
        // The phone is answered all the same.
        walked(&house, seed, true).await;
        assert!(send(&house).await >= 1, "tried");
        assert_eq!(send(&house).await, 0, "not again at once");
        assert_eq!(server.took().len(), 0);
        assert_eq!(waiting(&house).await, i64::from(seed));
        now += 10 * 60_000;
        house.clock.set(now);
    }
    server.is(WELL);
    assert_eq!(send(&house).await, 2);
    assert_eq!(server.took().len(), 2, "each once");
    house.clock.set(now + DAY);
    assert_eq!((send(&house).await, waiting(&house).await), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_digest_comes_in_the_morning_when_anything_waits() {
    let server = MailServer::start().await;
    let house = house(&server).await;
    choose(&house, &server, "tom", "digest=daily").await;
    choose(&house, &server, "una", "digest=daily").await;
    walked(&house, 1, false).await;
    let digests = async || {
        house
            .app
            .store
            .make_digests(house.clock.now())
            .await
            .expect("made")
    };
    assert_eq!(digests().await, 0, "not yet");
    house.clock.set(NOON + 19 * HOUR);
    assert_eq!(digests().await, 2);
    assert_eq!(digests().await, 0, "each once");
    assert_eq!(send(&house).await, 1, "nothing waits for una");
    let message = server.took().remove(0);
    assert!(message.contains("RCPT TO:<tom@aber.example>"), "{message}");
    assert!(message.contains("Not looked at yet: 1"), "{message}");
    assert!(message.contains("http://localhost:3000/team"), "{message}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_is_refused_that_is_none_or_several() {
    let server = MailServer::start().await;
    let house = house(&server).await;
    for bad in [
        "tom",
        "tom%40aber.example%0d%0aBcc:+all%40aber.example",
        "a%40b.example,c%40d.example",
    ] {
        let form = format!("address={bad}&digest=daily");
        let answer = house.post("/me/mail").by("tom").form(&form).send().await;
        assert_eq!(answer.status, 422, "{bad}");
    }
    for at in 0..6 {
        let form = format!("address=t{at}%40aber.example&digest=daily");
        let answer = house.post("/me/mail").by("tom").form(&form).send().await;
        assert_eq!(
            answer.status,
            if at < 5 { 303 } else { 422 },
            "strangers are not written to for ever"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_asked_and_was_lost_is_sent_again_a_few_times() {
    let server = MailServer::start().await;
    let house = house(&server).await;
    let again = async |who: &str| {
        let asked = house.post("/me/mail/again").by(who).send().await;
        asked.status.as_u16()
    };
    assert_eq!(again("tom").await, 404, "nothing was asked yet");
    let form = "address=tom%40aber.example&alerts=1&digest=none";
    house.post("/me/mail").by("tom").form(form).send().await;
    let page = house.get("/me/mail").by("tom").send().await;
    assert!(
        page.text().contains("action=\"/me/mail/again"),
        "{}",
        page.text()
    );
    assert_eq!(send(&house).await, 1);
    server.took();
    // That one was lost.
    assert_eq!(again("tom").await, 303);
    let page = house.get("/me/mail?again=1").by("tom").send().await;
    assert!(page.text().contains("It is sent again."), "{}", page.text());
    assert_eq!(send(&house).await, 1);
    let message = server.took().remove(0);
    assert!(message.contains("RCPT TO:<tom@aber.example>"), "{message}");
    for status in [303, 303, 303, 422] {
        assert_eq!(again("tom").await, status, "five in a day");
    }
    assert_eq!(send(&house).await, 3);
    house.clock.set(NOON + DAY);
    house.seat("tom").await;
    assert_eq!(again("tom").await, 303, "on another day");
    let right = house.post(&format!("/mail/right?t={}", secret(&message)));
    assert_eq!(right.send().await.status, 200);
    assert_eq!(send(&house).await, 0, "it is known by now");
    assert_eq!(again("tom").await, 404, "nothing is to be asked");
    let page = house.get("/me/mail").by("tom").send().await;
    assert!(!page.text().contains("/me/mail/again"), "{}", page.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mail_that_does_not_arrive_is_told_on_the_page_until_some_does() {
    let server = MailServer::start().await;
    let house = house(&server).await;
    choose(&house, &server, "tom", "alerts=1&digest=none").await;
    let said = async || {
        let page = house.get("/me/mail").by("tom").send().await;
        page.text().contains("could not be delivered so far")
    };
    assert!(!said().await);
    server.is(BUSY);
    walked(&house, 1, true).await;
    assert_eq!(send(&house).await, 1);
    assert!(said().await);
    server.is(WELL);
    house.clock.set(NOON + 10 * 60_000);
    assert_eq!(send(&house).await, 1);
    assert!(!said().await);
}

//! What waits to be sent: written with what it tells, held by one server at a time, and gone with its person.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use app::{
    mine::{CalendarFault, Digest, MailForm},
    team::{Day, Decided},
    walk::{
        Category, FrictionDescribed, FrictionId, FrictionWithdrawn, Kind, Lang, thread::Decision,
    },
};
use server::{
    store::{AT_ONCE, Desk, Job, LEASE, MOST_TRIES, NewPerson, To, Wanted, Way},
    viewer::{Role, Roles},
};

use crate::{
    House,
    house::{DAY, NOON, text},
    on_both,
    phone::Phone,
};

on_both![
    several_servers_send_each_message_once,
    a_server_that_dies_leaves_its_messages_to_the_others,
    a_risk_tells_who_wants_it_and_each_system_once,
    whom_a_service_named_is_told_alone_while_they_can_be,
    a_digest_counts_what_waits,
    a_thread_that_stands_differently_is_told_of_once,
    what_is_taken_back_while_it_waits_is_told_to_nobody,
    a_thread_that_goes_is_told_of_and_so_is_each_change_and_back,
    a_key_and_a_calendar_read_on_this_database,
    each_system_is_called_by_one_server_at_a_time_and_in_order,
    however_much_waits_for_a_system_the_next_call_is_found_at_once,
    what_is_given_up_was_tried_so_often_and_is_told,
    a_day_in_the_calendar_was_changed_when_something_was_done_to_its_thread,
];

fn form(digest: Digest) -> MailForm {
    MailForm {
        months: false,
        address: "tom@aber.example".into(),
        digest,
        alerts: true,
    }
}

/// Tom is written to, and says that the address is right; his message that asked is sent.
async fn tom_is_written_to(house: &House, digest: Digest) -> Desk {
    let tom = house.desk("tom").await;
    let chosen = tom.choose_mail(&form(digest), Lang::Cy, NOON).await;
    assert_eq!(chosen.expect("the store answers"), Ok(()));
    let jobs = lease(house, Way::Mail, NOON).await;
    let [job] = &jobs[..] else {
        panic!("one message, not {jobs:?}");
    };
    let To::Mail { secret, lang, .. } = &job.to else {
        panic!("a message");
    };
    assert_eq!((job.topic.as_str(), *lang), ("confirm", Lang::Cy));
    house.store.sent(job, NOON).await.expect("noted");
    house.store.confirm_mail(secret, NOON).await.expect("right");
    tom
}

async fn hook(house: &House) {
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "INSERT INTO hook (id, organisation, url, secret, made_by, made_at) VALUES ('h', 'aber', 'https://a.example/', 's', 'tom', 1)";
    tx.execute(sql, &[]).await.expect("added");
    tx.commit().await.expect("committed");
}

async fn lease(house: &House, way: Way, now: i64) -> Vec<Job> {
    house
        .store
        .lease(way, AT_ONCE, now)
        .await
        .expect("the store answers")
}

async fn risky(house: &House, seed: u64) -> Phone {
    let mut phone = Phone::new(seed);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    phone.note(&Kind::FrictionDescribed(FrictionDescribed {
        risk: Some(true),
        note: Some("Somebody could fall".into()),
        ..FrictionDescribed::of(friction)
    }));
    phone.send(&house.desk("ann").await).await;
    phone
}

async fn several_servers_send_each_message_once(house: House) {
    tom_is_written_to(&house, Digest::None).await;
    for seed in 1..=30 {
        risky(&house, seed).await;
    }
    let later = NOON + DAY;
    let servers = (0..8).map(|_| {
        let store = house.store.clone();
        tokio::spawn(async move {
            let mut ids = Vec::new();
            loop {
                let jobs = store
                    .lease(Way::Mail, AT_ONCE, later)
                    .await
                    .expect("leased");
                if jobs.is_empty() {
                    return ids;
                }
                for job in jobs {
                    store.sent(&job, later).await.expect("noted");
                    ids.push(job.id);
                }
            }
        })
    });
    let mut sent = Vec::new();
    for server in servers.collect::<Vec<_>>() {
        sent.extend(server.await.expect("done"));
    }
    let each: BTreeSet<&String> = sent.iter().collect();
    assert_eq!((sent.len(), each.len()), (30, 30));
}

async fn a_server_that_dies_leaves_its_messages_to_the_others(house: House) {
    tom_is_written_to(&house, Digest::None).await;
    risky(&house, 1).await;
    let later = NOON + DAY;
    let held = lease(&house, Way::Mail, later).await;
    assert_eq!(held.len(), 1);
    assert_eq!(lease(&house, Way::Mail, later + LEASE - 1).await.len(), 0);
    let taken_over = lease(&house, Way::Mail, later + LEASE).await;
    assert_eq!(taken_over.len(), 1);
    assert_eq!(taken_over[0].id, held[0].id);
    let tried = house
        .store
        .not_sent(&taken_over[0], "slow", later + LEASE)
        .await;
    tried.expect("noted");
    assert_eq!(
        lease(&house, Way::Mail, later + LEASE + 1000).await.len(),
        0
    );
    let mut now = later + LEASE;
    for _ in 0..40 {
        now += DAY;
        for job in lease(&house, Way::Mail, now).await {
            house
                .store
                .not_sent(&job, "slow", now)
                .await
                .expect("noted");
        }
    }
    assert_eq!(
        lease(&house, Way::Mail, now + DAY).await.len(),
        0,
        "given up"
    );
    let forgotten = house.store.forget_sent(now + DAY).await;
    forgotten.expect("forgotten");
    assert_eq!(house.number("SELECT COUNT(*) FROM outbox").await, 0);
}

async fn a_risk_tells_who_wants_it_and_each_system_once(house: House) {
    tom_is_written_to(&house, Digest::None).await;
    hook(&house).await;
    let phone = risky(&house, 1).await;
    phone.send(&house.desk("ann").await).await;
    house.store.rebuild().await.expect("rebuilt");
    let told = "SELECT COUNT(*) FROM outbox WHERE topic = 'risk'";
    assert_eq!(house.number(told).await, 2);
    for way in [Way::Mail, Way::Hook] {
        let jobs = lease(&house, way, NOON + DAY).await;
        assert_eq!(jobs.len(), 1);
        assert_eq!(jobs[0].body["service"], "bins");
        assert!(!jobs[0].body.to_string().contains("fall"));
    }
    // Erased with the person.
    assert_eq!(
        house
            .number("SELECT COUNT(*) FROM outbox WHERE body LIKE '%fall%'")
            .await,
        0
    );
}

/// Runs some statements.
async fn write(house: &House, statements: &[&'static str]) {
    let mut tx = house.db.begin().await.expect("begun");
    for sql in statements {
        tx.execute(*sql, &[]).await.expect("done");
    }
    tx.commit().await.expect("committed");
}

async fn whom_a_service_named_is_told_alone_while_they_can_be(house: House) {
    tom_is_written_to(&house, Digest::None).await;
    let una = NewPerson {
        id: "una".into(),
        organisation: "aber".into(),
        name: "UNA".into(),
        title: text("Somebody"),
        roles: Roles::new(&[Role::ServiceTeam]),
        services: vec!["bins".into()],
    };
    assert!(house.store.create_person(&una, NOON).await.expect("added"));
    write(
        &house,
        &[
            "INSERT INTO mail_choice (person, address, lang, digest, alerts, secret, confirmed_at, changed_at, next_digest)
             VALUES ('una', 'una@aber.example', 'en', 'none', 1, 'u', 1, 1, 1)",
            "INSERT INTO risk_contact (organisation, service, person, set_at) VALUES ('aber', 'bins', 'una', 1)",
        ],
    )
    .await;
    let told = "SELECT COUNT(*) FROM outbox WHERE topic = 'risk'";
    let una_told = "SELECT COUNT(*) FROM outbox WHERE topic = 'risk' AND person = 'una'";
    risky(&house, 1).await;
    assert_eq!(
        (house.number(told).await, house.number(una_told).await),
        (1, 1)
    );
    write(
        &house,
        &["UPDATE mail_choice SET alerts = 0 WHERE person = 'una'"],
    )
    .await;
    risky(&house, 2).await;
    assert_eq!(
        (house.number(told).await, house.number(una_told).await),
        (2, 1),
        "the team"
    );
    write(
        &house,
        &[
            "UPDATE mail_choice SET alerts = 1 WHERE person = 'una'",
            "UPDATE person SET disabled_at = 1 WHERE id = 'una'",
        ],
    )
    .await;
    risky(&house, 3).await;
    assert_eq!(
        (house.number(told).await, house.number(una_told).await),
        (3, 1),
        "the team"
    );
}

async fn a_digest_counts_what_waits(house: House) {
    tom_is_written_to(&house, Digest::Weekly).await;
    risky(&house, 1).await;
    let monday = NOON + 7 * DAY;
    let digests = async || house.store.make_digests(monday).await.expect("made");
    assert_eq!(digests().await, 1);
    assert_eq!(digests().await, 0);
    let jobs = lease(&house, Way::Mail, monday).await;
    let digest = jobs.iter().find(|job| job.topic == "digest");
    let body = &digest.expect("a digest").body;
    let expected = serde_json::json!({ "days": 7, "felt": 1, "new": 1, "back": 0, "due": 0 });
    assert_eq!(*body, expected);
}

async fn a_thread_that_stands_differently_is_told_of_once(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    hook(&house).await;
    let tom = house.desk("tom").await;
    tom.mark_seen(friction, NOON).await.expect("seen");
    tom.mark_seen(friction, NOON).await.expect("seen");
    house.store.rebuild().await.expect("rebuilt");
    let jobs = lease(&house, Way::Hook, NOON + DAY).await;
    let [job] = &jobs[..] else {
        panic!("one call, not {jobs:?}");
    };
    assert_eq!(
        (&job.body["was"], &job.body["state"]),
        (&"new".into(), &"seen".into())
    );
}

async fn what_is_taken_back_while_it_waits_is_told_to_nobody(house: House) {
    tom_is_written_to(&house, Digest::None).await;
    hook(&house).await;
    let mut phone = risky(&house, 1).await;
    let friction = felt(&house).await;
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    phone.send(&house.desk("ann").await).await;
    assert_eq!(lease(&house, Way::Mail, NOON + DAY).await.len(), 0);
    while let [job] = &lease(&house, Way::Hook, NOON + DAY).await[..] {
        assert_ne!(job.topic, "risk", "{job:?}");
        house.store.sent(job, NOON + DAY).await.expect("noted");
    }
    let left = format!("SELECT COUNT(*) FROM outbox WHERE body LIKE '%{friction}%'");
    let row = house.db.row(sqlx::AssertSqlSafe(left), &[]).await;
    let left = row.expect("an answer").expect("a row").int(0);
    assert_eq!(left.expect("a number"), 0, "nothing of it stays");
}

/// The newest friction point.
async fn felt(house: &House) -> FrictionId {
    let row = house
        .db
        .row("SELECT id FROM friction_row ORDER BY id DESC LIMIT 1", &[])
        .await;
    let id = row.expect("an answer").expect("a row").text(0);
    id.expect("text").parse().expect("an id")
}

async fn a_thread_that_goes_is_told_of_and_so_is_each_change_and_back(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let first = phone.feel(1, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    hook(&house).await;
    let tom = house.desk("tom").await;
    tom.mark_seen(first, NOON).await.expect("seen");
    let taken = FrictionWithdrawn { friction: first };
    phone.note(&Kind::FrictionWithdrawn(taken));
    let second = phone.feel(2, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    let sql = "SELECT thread FROM friction_row WHERE id = $1";
    let row = house.db.row(sql, &[second.to_string().into()]).await;
    let thread = row.expect("an answer").expect("a row").text(0);
    let thread = thread.expect("text").parse().expect("an id");
    // A clock that is behind: what came last stays when it was felt.
    let said = [Decision::Accepted, Decision::NotNow, Decision::Accepted];
    for (later, decision) in (0..).zip(said) {
        let decided = Decided {
            decision,
            day: None,
            why: "So it is".into(),
        };
        let done = tom.decide(thread, &decided, NOON - DAY + later).await;
        done.expect("decided");
    }
    let mut told = Vec::new();
    // One after another.
    while let [job] = &lease(&house, Way::Hook, NOON + DAY).await[..] {
        told.push(job.body["state"].as_str().unwrap_or_default().to_owned());
        assert_eq!(lease(&house, Way::Hook, NOON + DAY).await.len(), 0);
        house.store.sent(job, NOON + DAY).await.expect("noted");
    }
    told.sort();
    assert_eq!(told, ["accepted", "accepted", "gone", "not_now", "seen"]);
}

async fn a_key_and_a_calendar_read_on_this_database(house: House) {
    risky(&house, 1).await;
    let mut tx = house.db.begin().await.expect("begun");
    for sql in [
        "INSERT INTO api_key (id, token_hash, organisation, name, made_by, made_at, expires_at) VALUES ('k', 'h', 'aber', 'n', 'tom', 1, 2)",
        "UPDATE thread SET due_on = '2026-06-20'",
    ] {
        tx.execute(sql, &[]).await.expect("done");
    }
    tx.commit().await.expect("committed");
    let secret = "fh_secret";
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "UPDATE api_key SET token_hash = $1, expires_at = $2";
    let args = [server::token::hash(secret).into(), (NOON + DAY).into()];
    tx.execute(sql, &args).await.expect("done");
    tx.commit().await.expect("committed");
    assert!(
        house
            .store
            .reach(secret, NOON + DAY)
            .await
            .expect("an answer")
            .is_none()
    );
    let reach = house.store.reach(secret, NOON).await.expect("an answer");
    let reach = reach.expect("a key");
    let wanted = Wanted {
        most: 10,
        ..Wanted::default()
    };
    let threads = house.store.threads(&reach, &wanted).await.expect("read");
    assert_eq!((threads.len(), threads[0].risk), (1, 1));
    let tom = house.desk("tom").await;
    let calendar = server::token::fresh();
    let made = tom.make_calendar(&calendar, None, NOON).await;
    assert_eq!(made.expect("an answer"), Ok(()));
    let days = house.store.calendar(&calendar).await.expect("read");
    let days: Vec<&str> = days.days.iter().map(|it| &*it.day).collect();
    assert_eq!(days, ["2026-06-20"]);
    tom.end_calendar(NOON).await.expect("ended");
    assert!(house.store.calendar(&calendar).await.is_err());
    // A form from before brings it back no more than one that follows on it.
    let last = tom.last_calendar().await.expect("an answer").expect("one");
    for before in [None, Some(last.mark())] {
        let again = tom.make_calendar(&calendar, before.as_deref(), NOON);
        assert_eq!(again.await.expect("an answer"), Err(CalendarFault::Ended));
    }
    assert!(house.store.calendar(&calendar).await.is_err());
}

const LEFT: &str = "SELECT COUNT(*) FROM outbox WHERE done_at IS NULL";

async fn however_much_waits_for_a_system_the_next_call_is_found_at_once(house: House) {
    hook(&house).await;
    write(
        &house,
        &["WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
           INSERT INTO outbox (id, organisation, hook, topic, body, made_at, due_at, leased_until, tries, fault)
           SELECT 'c' || i, 'aber', 'h', 'thread.state', '{}', i, i, 0, 0, '' FROM n"],
    )
    .await;
    let begun = Instant::now();
    let jobs = lease(&house, Way::Hook, NOON).await;
    // Looked at one against all others, this took most of a minute.
    assert!(
        begun.elapsed() < Duration::from_secs(3),
        "{:?}",
        begun.elapsed()
    );
    assert!(jobs.len() <= 1);
}

async fn each_system_is_called_by_one_server_at_a_time_and_in_order(house: House) {
    hook(&house).await;
    write(
        &house,
        &["INSERT INTO hook (id, organisation, url, secret, made_by, made_at) VALUES ('i', 'aber', 'https://b.example/', 's', 'tom', 1)"],
    )
    .await;
    for at in 1..=20_i64 {
        let mut tx = house.db.begin().await.expect("begun");
        let sql = "INSERT INTO outbox (id, organisation, hook, topic, body, made_at, due_at, leased_until, tries, fault)
                   VALUES ($1, 'aber', $2, 'thread.state', '{}', $3, $3, 0, 0, '')";
        // Later ones have ids that come first.
        let id = format!("{:02}", 99 - at);
        let to = if at % 2 == 0 { "h" } else { "i" };
        let args = [id.into(), to.into(), (NOON + at).into()];
        tx.execute(sql, &args).await.expect("added");
        tx.commit().await.expect("committed");
    }
    let later = NOON + DAY;
    let servers = (0..6).map(|_| {
        let (store, db) = (house.store.clone(), house.db.clone());
        tokio::spawn(async move {
            let mut called = Vec::new();
            loop {
                let jobs = store.lease(Way::Hook, AT_ONCE, later).await;
                let jobs = jobs.expect("leased");
                for job in &jobs {
                    let To::Hook { url, .. } = &job.to else {
                        panic!("a call");
                    };
                    called.push((url.clone(), job.made_at));
                    store.sent(job, later).await.expect("noted");
                }
                // Another may be at the last of each.
                let left = db.row(LEFT, &[]).await.expect("an answer");
                if left.expect("a row").int(0).expect("a number") == 0 {
                    return called;
                }
            }
        })
    });
    let mut all = Vec::new();
    for server in servers.collect::<Vec<_>>() {
        let called = server.await.expect("done");
        // What one server calls comes in order, each system by itself.
        for url in ["https://a.example/", "https://b.example/"] {
            let times = called.iter().filter(|(it, _)| it == url).map(|it| it.1);
            assert!(times.is_sorted(), "{called:?}");
        }
        all.extend(called);
    }
    assert_eq!(all.len(), 20, "each once");
}

async fn what_is_given_up_was_tried_so_often_and_is_told(house: House) {
    hook(&house).await;
    risky(&house, 1).await;
    let (mut now, mut tries) = (NOON, 0);
    loop {
        now += DAY;
        let jobs = lease(&house, Way::Hook, now).await;
        let [job] = &jobs[..] else {
            break;
        };
        tries += 1;
        house.store.not_sent(job, "slow", now).await.expect("noted");
    }
    assert_eq!(tries, MOST_TRIES);
    let left = "SELECT COUNT(*) FROM outbox WHERE done_at IS NOT NULL AND fault = 'slow'";
    assert_eq!(house.number(left).await, 1);
}

async fn a_day_in_the_calendar_was_changed_when_something_was_done_to_its_thread(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let friction = phone.feel(1, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    let sql = "SELECT thread FROM friction_row WHERE id = $1";
    let row = house.db.row(sql, &[friction.to_string().into()]).await;
    let thread = row.expect("an answer").expect("a row").text(0);
    let thread = thread.expect("text").parse().expect("an id");
    let tom = house.desk("tom").await;
    let planned = Decided {
        decision: Decision::Planned,
        day: Some(Day {
            year: 2026,
            month: 7,
            day: 1,
        }),
        why: "With the new form".into(),
    };
    tom.decide(thread, &planned, NOON + 5)
        .await
        .expect("decided");
    let secret = server::token::fresh();
    let made = tom.make_calendar(&secret, None, NOON).await;
    assert_eq!(made.expect("an answer"), Ok(()));
    let diary = house.store.calendar(&secret).await.expect("read");
    assert_eq!(diary.zone, "Europe/London");
    let days: Vec<_> = diary
        .days
        .iter()
        .map(|it| (&*it.day, it.changed_at))
        .collect();
    assert_eq!(days, [("2026-07-01", NOON + 5)]);
}

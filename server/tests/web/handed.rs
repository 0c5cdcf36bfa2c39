//! Handing on: share pages, offers between organisations, and what each may see of them.

use app::walk::{FrictionId, FrictionWithdrawn, Kind, WalkId};
use server::{
    store::{Organisation, Service},
    token,
};

use crate::{
    House,
    house::{NOON, text},
    phone::Phone,
};

const DAY: i64 = 86_400_000;
const SAID: &str = "Nobody at the desk knew of it.";

/// What was handed on of a friction point.
pub struct Handed {
    pub thread: String,
    pub packet: String,
    pub offer: String,
}

impl House {
    /// A team makes a share page of a friction point and offers it to another organisation, with its words.
    pub async fn hand_on(
        &self,
        team: &str,
        friction: FrictionId,
        to: &str,
        service: &str,
    ) -> Handed {
        let thread = self.thread_of(friction).await;
        self.packet(team, &thread, &format!("days=30&words={friction}.1"))
            .await;
        let form = format!("to={to}/{service}&message=Is+this+yours&words={friction}.1");
        let answer = self
            .post(&format!("/team/thread/{thread}/offer"))
            .by(team)
            .form(&form)
            .send()
            .await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let sql = "SELECT id FROM packet WHERE thread = $1 ORDER BY made_at DESC, id";
        let packet = self.first(sql, &thread).await;
        let sql = "SELECT id FROM offer WHERE thread = $1 AND taken_back_at IS NULL";
        let offer = self.first(sql, &thread).await;
        Handed {
            thread,
            packet,
            offer,
        }
    }

    async fn thread_of(&self, friction: FrictionId) -> String {
        let sql = "SELECT thread FROM friction_row WHERE id = $1";
        self.first(sql, &friction.to_string()).await
    }

    async fn first(&self, sql: &'static str, of: &str) -> String {
        let row = self.db.row(sql, &[of.into()]).await.expect("an answer");
        row.expect("a row").text(0).expect("text")
    }

    /// Makes a share page; its path.
    async fn packet(&self, team: &str, thread: &str, form: &str) -> String {
        let made = self
            .post(&format!("/team/thread/{thread}/packet"))
            .by(team)
            .form(form)
            .send()
            .await;
        assert_eq!(made.status, 200, "{}", made.text());
        let page = made.text();
        let at = page.find("/packet/").expect("an address");
        page[at..at + "/packet/".len() + 64].to_owned()
    }
}

/// A house in which everybody takes offers at their ramps, with a third organisation in it.
async fn house() -> House {
    let house = House::new().await;
    let third = Organisation {
        id: "ddu".into(),
        name: text("Ddu Fire Service"),
        time_zone: "Europe/London".into(),
        demonstration: false,
    };
    let store = &house.app.store;
    let made = store.create_organisation(&third, NOON).await;
    assert!(made.expect("made"));
    let ramps = Service {
        id: "ramps".into(),
        name: text("ramps"),
    };
    store
        .put_tasks("ddu", &[ramps], &[])
        .await
        .expect("a service");
    house.come_to("dan", "ddu", &["ramps"]).await;
    for (administrator, service) in [("ada", "ramps"), ("abe", "ramps")] {
        let kept = house
            .post("/office/neighbours")
            .by(administrator)
            .form(&format!("service={service}&service=unknown"))
            .send()
            .await;
        assert_eq!(kept.status, 303);
    }
    house
}

impl House {
    async fn come_to(&self, id: &str, organisation: &str, services: &[&str]) {
        let person = server::store::NewPerson {
            id: id.into(),
            organisation: organisation.into(),
            name: format!("Person {id}"),
            title: text("Somebody"),
            roles: server::viewer::Roles::new(&[server::viewer::Role::ServiceTeam]),
            services: services.iter().map(|it| (*it).to_owned()).collect(),
        };
        let added = self.app.store.create_person(&person, NOON).await;
        assert!(added.expect("a person"));
        self.seat(id).await;
    }
}

/// Ann feels friction at Aber's bins and says something about it.
async fn felt(house: &House, seed: u8, note: &str) -> (Phone, FrictionId) {
    let mut phone = Phone::new(seed, NOON);
    phone.start("missed-bin");
    let friction = phone.feel(note);
    phone.finish();
    house.sync("ann", phone.body()).await;
    (phone, friction)
}

#[tokio::test]
async fn trust_16_a_share_page_is_opened_by_a_button_and_looking_spends_nothing() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let path = house
        .packet("tom", &thread, &format!("days=30&words={friction}.1"))
        .await;
    let secret = path.trim_start_matches("/packet/");
    let sql = "SELECT token_hash FROM packet WHERE thread = $1";
    let kept = house.first(sql, &thread).await;
    assert_eq!(kept, token::hash(secret), "only its hash is kept");
    for _ in 0..3 {
        let closed = house.get(&path).send().await;
        assert_eq!(closed.status, 200);
        let page = closed.text();
        for of_it in [SAID, "missed bin", "Aber", "bins", "Person"] {
            assert!(!page.contains(of_it), "{of_it}: {page}");
        }
        assert_eq!(closed.header("cache-control"), "no-store");
        assert!(closed.header("x-robots-tag").contains("noindex"));
        assert_eq!(closed.header("referrer-policy"), "same-origin");
    }
    let shown = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(shown.text().contains("Not opened yet."), "{}", shown.text());
    let opened = house.post(&path).send().await;
    assert_eq!(opened.status, 200);
    let page = opened.text();
    for told in [
        SAID,
        "Report a missed bin",
        "Aber Valley Council",
        "Felt once",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    for not in ["Person ", "Somebody", "/team/", "/api/", "/me"] {
        assert!(!page.contains(not), "{not}: {page}");
    }
    assert_eq!(opened.header("cache-control"), "no-store");
    assert_eq!(opened.header("referrer-policy"), "no-referrer");
    assert!(opened.header("x-robots-tag").contains("noindex"));
    let shown = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(shown.text().contains("Opened: 1."), "{}", shown.text());
    let elsewhere = house
        .ask(axum::http::Method::POST, &path)
        .header("sec-fetch-site", "cross-site")
        .send()
        .await;
    assert_eq!(elsewhere.status, 403);
}

#[tokio::test]
async fn a_share_page_that_ended_is_over_or_never_was_is_the_same_nothing() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let form = |days: &str| format!("days={days}&words={friction}.1");
    let ended = house.packet("tom", &thread, &form("30")).await;
    let sql = "SELECT id FROM packet WHERE thread = $1";
    let id = house.first(sql, &thread).await;
    let over = house.packet("tom", &thread, &form("1")).await;
    let stands = house.packet("tom", &thread, &form("90")).await;
    let end = house
        .post(&format!("/team/packet/{id}/end"))
        .by("tom")
        .send()
        .await;
    assert_eq!(end.status, 303);
    house.clock.set(NOON + DAY);
    let never = format!("/packet/{}", token::fresh());
    let mut pages = Vec::new();
    for path in [&ended, &over, &never] {
        for answer in [house.get(path).send().await, house.post(path).send().await] {
            assert_eq!(answer.status, 404, "{path}");
            assert!(answer.header("x-robots-tag").contains("noindex"));
            pages.push(answer.text().replace(path.as_str(), ""));
        }
    }
    assert!(pages.windows(2).all(|two| two[0] == two[1]));
    assert_eq!(house.post(&stands).send().await.status, 200);
    house.seat("tom").await;
    for days in ["0", "91", "-1", "", "x"] {
        let refused = house
            .post(&format!("/team/thread/{thread}/packet"))
            .by("tom")
            .form(&form(days))
            .send()
            .await;
        assert_eq!(refused.status, 422, "{days}");
    }
}

#[tokio::test]
async fn trust_14_who_guesses_at_share_pages_waits() {
    let house = house().await;
    let peer = std::net::SocketAddr::from(([198, 51, 100, 7], 40_000));
    let guess = async || {
        let path = format!("/packet/{}", token::fresh());
        house.get(&path).over(peer).send().await.status
    };
    for _ in 0..server::limits::MOST_FAILED {
        assert_eq!(guess().await, 404);
    }
    assert_eq!(guess().await, 429);
}

#[tokio::test]
async fn what_is_taken_back_changed_or_erased_is_gone_from_what_was_handed_on() {
    let house = house().await;
    let (mut phone, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    // Ben felt the same; nobody ticked his words.
    let mut other = Phone::new(9, NOON);
    other.start("missed-bin");
    let others = other.feel("I asked three times.");
    house.sync("ben", other.body()).await;
    let path = house
        .packet("tom", &thread, &format!("days=30&words={friction}.1"))
        .await;
    let offer = house.hand_on("tom", friction, "cwm", "ramps").await.offer;
    let read = async || {
        let packet = house.post(&path).send().await;
        let offered = house
            .get(&format!("/team/handed/{offer}"))
            .by("uma")
            .send()
            .await;
        assert_eq!(
            (packet.status.as_u16(), offered.status.as_u16()),
            (200, 200)
        );
        [packet.text().to_owned(), offered.text().to_owned()]
    };
    for page in read().await {
        assert!(
            page.contains(SAID) && page.contains("Felt 2 times"),
            "{page}"
        );
        assert!(!page.contains("three times."), "{page}");
    }
    // Other words than those that were ticked do not go along.
    let described = app::walk::FrictionDescribed {
        note: Some("It was Mr Jones.".into()),
        ..app::walk::FrictionDescribed::of(friction)
    };
    phone.note(&Kind::FrictionDescribed(described));
    house.sync("ann", phone.body()).await;
    for page in read().await {
        assert!(!page.contains(SAID) && !page.contains("Jones"), "{page}");
    }
    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn { friction }));
    house.sync("ann", phone.body()).await;
    for page in read().await {
        assert!(page.contains("Felt once"), "{page}");
    }
    other.note(&Kind::FrictionWithdrawn(FrictionWithdrawn {
        friction: others,
    }));
    house.sync("ben", other.body()).await;
    assert_eq!(house.post(&path).send().await.status, 404);
    let gone = house.get(&format!("/team/handed/{offer}")).by("uma");
    assert_eq!(gone.send().await.status, 404);
}

#[tokio::test]
async fn what_was_handed_on_before_threads_were_put_together_is_seen_and_ended_from_the_whole() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let mut phone = Phone::new(2, NOON);
    phone.start("missed-bin");
    let other = phone.feel_at(3, "Elsewhere");
    phone.finish();
    house.sync("ann", phone.body()).await;
    let whole = house.thread_of(other).await;
    let form = format!("with={}", handed.thread);
    let merge = house.post(&format!("/team/thread/{whole}/merge")).by("tom");
    assert_eq!(merge.form(&form).send().await.status, 303);
    let share = house.get(&format!("/team/thread/{whole}/share")).by("tom");
    let share = share.send().await.text().to_owned();
    for there in ["Is this yours", &handed.packet, &handed.offer] {
        assert!(share.contains(there), "{there}: {share}");
    }
    // Nothing more is told of a part by itself.
    for (what, form) in [("packet", "days=30"), ("offer", "to=ddu/ramps&message=x")] {
        let more = house.post(&format!("/team/thread/{}/{what}", handed.thread));
        assert_eq!(more.by("tom").form(form).send().await.status, 404);
    }
    let back = house.post(&format!("/team/offer/{}/take-back", handed.offer));
    assert_eq!(back.by("tom").send().await.status, 303);
    let theirs = house.get(&format!("/team/handed/{}", handed.offer));
    assert_eq!(theirs.by("uma").send().await.status, 404);
}

#[tokio::test]
async fn trust_04_an_offer_taken_back_is_gone_everywhere_at_once() {
    let house = house().await;
    let (phone, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let (offer, thread) = (&handed.offer, &handed.thread);
    let page = house.get("/team/handed").by("uma").send().await;
    assert!(page.text().contains(offer.as_str()), "{}", page.text());
    let one = house
        .get(&format!("/team/handed/{offer}"))
        .by("uma")
        .send()
        .await;
    assert_eq!(one.status, 200);
    assert!(one.text().contains(SAID) && one.text().contains("Is this yours"));
    let answered = house
        .post(&format!("/team/handed/{offer}/answer"))
        .by("uma")
        .form("answer=accepted&text=We+look+at+it+on+Monday.")
        .send()
        .await;
    assert_eq!(answered.status, 303);
    // The team that offered it reads the answer, and nobody's name.
    let share = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(share.text().contains("We look at it on Monday."));
    assert!(!share.text().contains("Person uma"), "{}", share.text());
    let own = house
        .get(&format!("/team/thread/{thread}"))
        .by("tom")
        .send()
        .await;
    assert!(own.text().contains("We look at it on Monday."));
    let back = house
        .post(&format!("/team/offer/{offer}/take-back"))
        .by("tom")
        .send()
        .await;
    assert_eq!(back.status, 303);
    let walk = phone.walk;
    for path in everything(offer, thread, friction, walk) {
        let answer = house.get(&path).by("uma").send().await;
        // What was asked for stands on every page, to come back to.
        let page = String::from_utf8_lossy(&answer.bytes).replace(&path, "");
        for of_it in [SAID, "Is this yours", thread.as_str(), "/team/handed/"] {
            assert!(!page.contains(of_it), "{path} still has {of_it}");
        }
    }
    let late = house
        .post(&format!("/team/handed/{offer}/answer"))
        .by("uma")
        .form("answer=done");
    assert_eq!(late.send().await.status, 404);
    // What was said stays with the team that offered it.
    let share = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(share.text().contains("We look at it on Monday."));
    assert!(share.text().contains("Taken back"));
}

/// Every address at which something of an offer could be.
fn everything(offer: &str, thread: &str, friction: FrictionId, walk: WalkId) -> Vec<String> {
    let own = [
        "/team",
        "/team?q=desk",
        "/team/handed",
        "/me",
        "/me/about/export.html",
        "/me/about/export.json",
        "/shared",
        "/api/v1/briefing",
    ];
    let own = own.iter().map(|path| (*path).to_owned());
    let of_it = [
        format!("/team/handed/{offer}"),
        format!("/team/thread/{thread}"),
        format!("/team/thread/{thread}/share"),
        format!("/team/friction/{friction}"),
        format!("/team/walk/{walk}"),
        format!("/api/v1/walks/{walk}"),
    ];
    own.chain(of_it).collect()
}

#[tokio::test]
async fn an_offer_is_seen_by_those_it_is_made_to_and_by_nobody_else() {
    let house = house().await;
    let (phone, friction) = felt(&house, 1, SAID).await;
    let Handed {
        thread,
        packet,
        offer,
    } = house.hand_on("tom", friction, "cwm", "ramps").await;
    let one = format!("/team/handed/{offer}");
    let before = house.contents().await;
    // Of Cwm another team, the board, a leader; of Aber everybody; a third organisation; nobody.
    for other in [
        "tia", "bea", "abe", "col", "tom", "una", "ann", "ada", "dan",
    ] {
        assert_eq!(
            house.get(&one).by(other).send().await.status,
            404,
            "{other}"
        );
        let list = house.get("/team/handed").by(other).send().await;
        assert!(!list.text().contains(&offer), "{other}");
        let answer = house.post(&format!("{one}/answer")).by(other);
        assert_eq!(answer.form("answer=done").send().await.status, 404);
    }
    assert_eq!(house.get(&one).send().await.status, 303);
    for other in ["uma", "tia", "dan", "una"] {
        let gets = [
            format!("/team/thread/{thread}/share"),
            format!("/team/friction/{friction}/share"),
            format!("/team/friction/{friction}"),
            format!("/team/walk/{}", phone.walk),
        ];
        for path in gets {
            let answer = house.get(&path).by(other).send().await;
            assert_eq!(answer.status, 404, "{path} as {other}");
        }
        let posts = [
            format!("/team/thread/{thread}/offer"),
            format!("/team/thread/{thread}/packet"),
            format!("/team/offer/{offer}/take-back"),
            format!("/team/packet/{packet}/end"),
        ];
        for path in posts {
            let form = "to=cwm/ramps&days=30&message=a";
            let answer = house.post(&path).by(other).form(form).send().await;
            assert_eq!(answer.status, 404, "{path} as {other}");
        }
    }
    assert_eq!(house.contents().await, before);
    let page = house.get(&one).by("uma").send().await;
    for not in [
        "Person tom",
        "Person ann",
        "Somebody",
        &friction.to_string(),
        &phone.walk.to_string(),
        &thread,
    ] {
        assert!(!page.text().contains(not), "{not}: {}", page.text());
    }
}

#[tokio::test]
async fn trust_05_nothing_ticked_takes_no_offers() {
    let house = house().await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let thread = house.thread_of(friction).await;
    let to = format!("/team/thread/{thread}/offer");
    // A service that takes none, an organisation that takes none, one's own, and nothing at all.
    for nobody in ["cwm/bins", "ddu/ramps", "aber/ramps", "cwm", "", "/"] {
        let refused = house
            .post(&to)
            .by("tom")
            .form(&format!("to={nobody}&message=a"))
            .send()
            .await;
        assert_eq!(refused.status, 422, "{nobody}");
    }
    let none = house.post("/office/neighbours").by("abe").form("");
    assert_eq!(none.send().await.status, 303);
    let page = house
        .get(&format!("/team/thread/{thread}/share"))
        .by("tom")
        .send()
        .await;
    assert!(!page.text().contains("Cwm Health Board"), "{}", page.text());
    let refused = house.post(&to).by("tom").form("to=cwm/ramps");
    assert_eq!(refused.send().await.status, 422);
    let sql = "SELECT COUNT(*) FROM offer";
    let row = house.db.row(sql, &[]).await.expect("an answer");
    assert_eq!(row.expect("a row").int(0).expect("a number"), 0);
}

#[tokio::test]
async fn trust_40_two_answers_are_both_kept_and_seen() {
    let house = house().await;
    house.come_to("ute", "cwm", &["ramps"]).await;
    let (_, friction) = felt(&house, 1, SAID).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let one = format!("/team/handed/{}", handed.offer);
    let say = async |who: &str, form: &str| {
        let to = format!("{one}/answer");
        house.post(&to).by(who).form(form).send().await.status
    };
    let both = tokio::join!(
        say("uma", "answer=accepted&text=Ours."),
        say("ute", "answer=not_ours&text=Not+ours.")
    );
    assert_eq!((both.0.as_u16(), both.1.as_u16()), (303, 303));
    let ours = house.get(&one).by("uma").send().await;
    let theirs = house
        .get(&format!("/team/thread/{}/share", handed.thread))
        .by("tom")
        .send()
        .await;
    for page in [ours.text(), theirs.text()] {
        assert!(
            page.contains("“Ours.”") && page.contains("“Not ours.”"),
            "{page}"
        );
    }
    assert!(ours.text().contains("Person ute"));
    assert!(!theirs.text().contains("Person u"));
}

#[tokio::test]
async fn trust_19_what_is_handed_on_by_name_and_word_stays_text() {
    let house = house().await;
    let hostile = "<script>alert(1)</script><svg onload=x>";
    let (_, friction) = felt(&house, 1, hostile).await;
    let handed = house.hand_on("tom", friction, "cwm", "ramps").await;
    let path = house
        .packet("tom", &handed.thread, &format!("days=1&words={friction}.1"))
        .await;
    let form = format!("answer=done&text={}", "%3Cscript%3Ealert(1)%3C/script%3E");
    let one = format!("/team/handed/{}", handed.offer);
    let answered = house.post(&format!("{one}/answer")).by("uma").form(&form);
    assert_eq!(answered.send().await.status, 303);
    let pages = [
        house.post(&path).send().await,
        house.get(&one).by("uma").send().await,
        house
            .get(&format!("/team/thread/{}/share", handed.thread))
            .by("tom")
            .send()
            .await,
    ];
    for page in &pages {
        let page = page.text();
        assert!(page.contains("&lt;script&gt;"), "{page}");
        assert!(!page.contains("<script>alert") && !page.contains("<svg onload"));
    }
}

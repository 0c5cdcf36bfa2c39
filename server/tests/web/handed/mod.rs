//! Handing on: share pages, offers between organisations, and what each may see of them.

mod gone;
mod live;
mod offers;
mod once;
mod pages;

use app::walk::FrictionId;
use server::store::{Organisation, Service};

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
        // Another friction point of the same thread may be with them already.
        let offered = [303, 422].contains(&answer.status.as_u16());
        assert!(offered, "{}", answer.text());
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

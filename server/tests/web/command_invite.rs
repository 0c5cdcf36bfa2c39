//! `firsthand invite` for people who are there already.

use serde_json::Value;
use server::{
    clock::Clock,
    store::{Db, NewPerson, Store},
    token,
    viewer::{Role, Roles},
};
use tempfile::TempDir;

use crate::command::{assert_one_line, firsthand, text};

struct Place {
    folder: TempDir,
    data: String,
}

impl Place {
    /// With an organisation, and its administrator Ada Lewis; the secret of her invitation.
    fn new() -> (Self, String) {
        let folder = tempfile::tempdir().expect("a folder");
        let data = text(&folder.path().join("data"));
        let init = ["init", "--data", &data, "--name", "Aber"];
        let made = firsthand(&[&init[..], &["--admin", "Ada Lewis"]].concat());
        let secret = secret(&made.stdout);
        (Self { folder, data }, secret)
    }

    fn invite<'a>(&'a self, more: &[&'a str]) -> Vec<&'a str> {
        let invite = ["invite", "--data", &self.data, "--organisation", "aber"];
        [&invite[..], more].concat()
    }

    async fn store(&self) -> Store {
        let file = self.folder.path().join("data/firsthand.db");
        let db = Db::open(&format!("sqlite:{}", file.display())).await;
        Store::on(db.expect("the database"))
    }

    async fn works(&self, secret: &str) -> bool {
        let store = self.store().await;
        let found = store
            .peek_invitation(&token::hash(secret), Clock::system().now())
            .await;
        store.close().await;
        found.expect("an answer").is_some()
    }

    /// What was done to whom, by the operator.
    fn done(&self, what: &str) -> Vec<String> {
        let asked = ["audit", "--data", &self.data, "--organisation", "aber"];
        let said = String::from_utf8(firsthand(&asked).stdout).expect("text");
        let deeds = said
            .lines()
            .map(|line| -> Value { serde_json::from_str(line).expect("JSON on each line") });
        deeds
            .filter(|it| it["what"] == what && it["person"].is_null())
            .map(|it| it["about"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    async fn people(&self, name: &str) -> Vec<(String, String)> {
        let store = self.store().await;
        let people = store.people_named("aber", name).await.expect("people");
        store.close().await;
        people
            .into_iter()
            .map(|it| (it.id, it.roles.codes()))
            .collect()
    }

    async fn write(&self, sql: &'static str) {
        let file = self.folder.path().join("data/firsthand.db");
        let db = Db::open(&format!("sqlite:{}", file.display())).await;
        let db = db.expect("the database");
        let mut tx = db.begin().await.expect("a transaction");
        tx.execute(sql, &[]).await.expect("done");
        tx.commit().await.expect("kept");
        Store::on(db).close().await;
    }
}

/// The secret in the address that was printed.
fn secret(printed: &[u8]) -> String {
    let said = String::from_utf8_lossy(printed);
    let (_, after) = said.split_once("/invite/").expect("an address");
    after.chars().take(64).collect()
}

#[tokio::test]
async fn an_invitation_of_the_operators_is_noted_and_ends_those_before() {
    let (place, first) = Place::new();
    assert!(place.works(&first).await);
    let again = firsthand(&place.invite(&["--name", "Ada Lewis"]));
    assert!(again.status.success(), "{again:?}");
    assert!(!place.works(&first).await, "the one before has ended");
    assert!(place.works(&secret(&again.stdout)).await);
    let ada = place.people("Ada Lewis").await.remove(0).0;
    assert_eq!(place.done("invitation_made"), [&*ada, &*ada]);
}

#[tokio::test]
async fn what_is_said_of_somebody_who_is_here_is_never_left_out_in_silence() {
    let (place, _) = Place::new();
    let ben = ["--name", "Ben Owen", "--roles", "leader"];
    assert!(firsthand(&place.invite(&ben)).status.success());
    let before = place.done("invitation_made").len();
    let other = ["--name", "Ben Owen", "--roles", "administrator"];
    assert_one_line(&place.invite(&other), "as leader");
    assert_one_line(&place.invite(&other), "--add-roles administrator");
    let services = ["--name", "Ben Owen", "--services", "bins"];
    assert_one_line(&place.invite(&services), "for somebody new");
    assert_eq!(place.done("invitation_made").len(), before);
    assert!(place.done("roles_changed").is_empty());
    assert!(firsthand(&place.invite(&ben)).status.success(), "the same");

    let more = ["--name", "Ben Owen", "--add-roles", "administrator"];
    for _ in 0..2 {
        assert!(firsthand(&place.invite(&more)).status.success());
    }
    let (id, roles) = place.people("Ben Owen").await.remove(0);
    assert_eq!(roles, "leader,administrator");
    assert_eq!(place.done("roles_changed"), [id], "once");

    place
        .write("UPDATE person SET disabled_at = 1 WHERE name = 'Ben Owen'")
        .await;
    assert_one_line(
        &place.invite(&["--name", "Ben Owen"]),
        "Ben Owen is disabled",
    );
    assert_one_line(&place.invite(&[]), "--name");
}

#[tokio::test]
async fn of_two_of_one_name_the_operator_says_which() {
    let (place, _) = Place::new();
    let store = place.store().await;
    let second = NewPerson {
        id: "0-second".into(),
        organisation: "aber".into(),
        name: "Ada Lewis".into(),
        title: app::walk::Text::default(),
        roles: Roles::new(&[Role::Leader]),
        services: Vec::new(),
    };
    assert!(store.create_person(&second, 0).await.expect("added"));
    store.close().await;
    let ask = place.invite(&["--name", "Ada Lewis"]);
    assert_one_line(&ask, "--person: 0-second (leader), ");
    let which = firsthand(&place.invite(&["--person", "0-second"]));
    let said = String::from_utf8_lossy(&which.stdout).into_owned();
    assert!(said.contains("Ada Lewis"), "{said}");
    let invited = place.done("invitation_made");
    assert_eq!(invited.last().map(String::as_str), Some("0-second"));
    assert_one_line(
        &place.invite(&["--person", "nobody"]),
        "has no person nobody",
    );
}

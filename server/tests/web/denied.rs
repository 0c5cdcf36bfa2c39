//! What a signed-in person is denied is noted: once, and without a word of what they asked or sent.

use server::denials::STANDS_FOR;

use crate::{Answer, House, house::NOON, phone::Phone};

/// Words in everything that is asked here: none of them may be kept.
const WORDS: &str = "hunted-words";

async fn audit(house: &House) -> Vec<String> {
    let sql = "SELECT organisation || ' ' || COALESCE(person, '-') || ' ' || what || ' ' || about FROM audit";
    let rows = house.db.rows(sql, &[]).await.expect("rows");
    rows.iter().map(|row| row.text(0).expect("text")).collect()
}

#[tokio::test]
async fn what_is_denied_leaves_one_line_and_none_of_its_contents() {
    let house = House::new().await;
    let (phone, friction) = Phone::whole_walk(1);
    house.sync("ann", phone.body()).await;
    let get = async |person: &str, path: &str| -> Answer {
        let path = format!("{path}?q={WORDS}");
        let ask = house.get(&path).by(person).header("referer", WORDS);
        ask.send().await
    };
    let post = async |person: &str, path: &str| -> Answer {
        let form = format!("name={WORDS}&text={WORDS}");
        house.post(path).by(person).form(&form).send().await
    };
    let walk = phone.walk;
    let team = format!("/team/friction/{friction}");
    let reply = format!("{team}/reply");
    // By the gate, by the store, and by the API; who, what was answered, and what is noted.
    let all = [
        ("ann", get("ann", "/office").await, 404, "/office"),
        ("una", get("una", &team).await, 404, "/team/friction/{id}"),
        (
            "una",
            post("una", &reply).await,
            404,
            "/team/friction/{id}/reply",
        ),
        (
            "bob",
            post("bob", &format!("/office/people/{WORDS}")).await,
            404,
            "/office/people/{id}",
        ),
        (
            "ben",
            get("ben", &format!("/walk/plain/{walk}")).await,
            404,
            "/walk/plain/{walk}",
        ),
        (
            "tom",
            get("tom", &format!("/api/v1/walks/{walk}")).await,
            403,
            "/api/v1/walks/{id}",
        ),
    ];
    let mut expected = Vec::new();
    for (person, answer, status, route) in &all {
        assert_eq!(answer.status, *status, "{person} at {route}");
        expected.push(format!("aber {person} denied {route}"));
    }
    let kept = audit(&house).await;
    let denied: Vec<_> = kept.iter().filter(|it| it.contains(" denied ")).collect();
    assert_eq!(denied.len(), all.len(), "{denied:?}");
    for line in &expected {
        assert!(kept.contains(line), "{line} is not in {denied:?}");
    }
    assert!(!kept.concat().contains(WORDS), "{denied:?}");

    // A stranger is nobody of the organisation, and what is given is not denied.
    get("stranger", "/office").await;
    get("ada", "/office").await;
    assert_eq!(audit(&house).await.len(), kept.len());
}

#[tokio::test]
async fn one_who_tries_the_same_again_and_again_leaves_one_line_in_a_while() {
    let house = House::new().await;
    let denied = async || {
        let kept = audit(&house).await;
        let mut denied: Vec<_> = kept
            .into_iter()
            .filter(|it| it.contains(" denied "))
            .collect();
        denied.sort();
        denied
    };
    let tries = async || {
        for at in 0..30 {
            let path = format!("/office/people/{at}");
            for person in ["ann", "ben"] {
                assert_eq!(house.get(&path).by(person).send().await.status, 404);
            }
            assert_eq!(house.get("/team").by("ann").send().await.status, 404);
        }
    };
    tries().await;
    let once = [
        "aber ann denied /office/people/{id}",
        "aber ann denied /team",
        "aber ben denied /office/people/{id}",
    ];
    assert_eq!(denied().await, once);
    house.clock.set(NOON + STANDS_FOR);
    tries().await;
    assert_eq!(denied().await.len(), 2 * once.len());
}

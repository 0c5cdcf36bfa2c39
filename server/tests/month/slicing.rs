//! TRUST 51: a month answers no question about a person.

use std::collections::BTreeSet;

use app::{board::figures, walk::Lang};

use crate::{
    House,
    house::NOON,
    on_both,
    pages::House as Site,
    papers::Twice,
    plan::{at_random, walk_all},
};

on_both! {
    trust_51_no_figure_changes_when_leaders_change_places,
    trust_51_a_published_month_takes_no_question_about_a_person,
}

/// The same walks twice, once with their leaders exchanged: whoever reads the months cannot tell which is which.
async fn trust_51_no_figure_changes_when_leaders_change_places(house: House) {
    let mut plans = at_random(60);
    let by: BTreeSet<&str> = plans.iter().map(|it| it.author).collect();
    assert_eq!(by.len(), 2, "two leaders walked");
    let twin = house.twin().await;
    walk_all(&house, &plans).await;
    for plan in &mut plans {
        plan.author = if plan.author == "ann" { "ben" } else { "ann" };
    }
    walk_all(&twin, &plans).await;
    let (here, there) = (house.desk("tom").await, twin.desk("tom").await);
    let mut compared = 0;
    for month in here.newest_month(NOON).await.expect("a month").last(12) {
        let (Ok(one), Ok(other)) = (
            here.month(month, NOON).await,
            there.month(month, NOON).await,
        ) else {
            continue;
        };
        let written = |month| serde_json::to_string(month).expect("JSON");
        let counts = written(&one.month);
        assert_eq!(counts, written(&other.month), "{month}");
        for id in ["ann", "ben", "ANN", "BEN"] {
            assert!(!counts.contains(&format!("\"{id}\"")), "{month}: {id}");
        }
        for lang in [Lang::En, Lang::Cy] {
            assert_eq!(figures(lang, &one), figures(lang, &other), "{month}");
        }
        compared += 1;
    }
    assert!(compared >= 10, "{compared} months");
}

/// What somebody might ask with, each with an id, a name and a job.
const ASKED: [&str; 12] = [
    "author", "person", "leader", "by", "walker", "who", "user", "name", "title", "role", "group",
    "slice",
];

#[tokio::test]
async fn trust_51_a_month_takes_no_question_about_a_person() {
    let site = Site::new().await;
    for form in ["", ".csv", ".xlsx", ".json", ".pdf"] {
        let path = ["/board/2026-06", form].concat();
        let whole = site.get("bob", &path).await;
        assert_eq!(whole.status, 200, "{path}");
        for asked in questions() {
            let asked = [&*path, "?", &asked].concat();
            let answer = site.get("bob", &asked).await;
            assert_eq!(answer.status, 200, "{asked}");
            assert_eq!(main(&answer.body), main(&whole.body), "{asked}");
        }
    }
    // The walks behind a figure take no question they do not know.
    for asked in questions() {
        let asked = ["/board/2026-06/walks?", &asked].concat();
        assert_eq!(site.get("bob", &asked).await.status, 404, "{asked}");
    }
}

/// The same of what is published: each version, and the address for who has no account.
async fn trust_51_a_published_month_takes_no_question_about_a_person(house: House) {
    let twice = Twice::published(&house).await;
    for (address, _) in twice.addresses() {
        let reader = if address.starts_with("/paper") {
            ""
        } else {
            "sue"
        };
        for form in ["", ".csv", ".xlsx", ".json", ".pdf"] {
            let path = [&*address, form].concat();
            let whole = twice.web.get(reader, &path).await;
            assert_eq!(whole.status, 200, "{path}");
            for asked in questions() {
                let asked = [&*path, "?", &asked].concat();
                let answer = twice.web.get(reader, &asked).await;
                assert_eq!(answer.status, 200, "{asked}");
                assert_eq!(main(&answer.text()), main(&whole.text()), "{asked}");
            }
        }
        let walks = [&*address, "/walks?"].concat();
        for asked in questions() {
            let asked = [&*walks, &asked].concat();
            let answer = twice.web.get("sue", &asked).await;
            assert_eq!(answer.status, 404, "{asked}");
        }
    }
}

/// Each thing somebody might ask with, of somebody who walked and of somebody else's.
fn questions() -> impl Iterator<Item = String> {
    let each = |name| ["ann", "lea"].map(|value| format!("{name}={value}"));
    ASKED.into_iter().flat_map(each)
}

/// The part of a page that says something of the month; a file as it is.
fn main(body: &str) -> &str {
    body.find("<main").map_or(body, |at| &body[at..])
}

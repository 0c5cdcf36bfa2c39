//! TRUST 51: a month answers no question about a person.

use std::collections::BTreeSet;

use app::{board::figures, walk::Lang};

use crate::{
    House,
    house::NOON,
    on_both,
    pages::House as Site,
    plan::{at_random, walk_all},
};

on_both! { trust_51_no_figure_changes_when_leaders_change_places, }

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
    for form in ["/board/2026-06", "/board/2026-06.csv"] {
        let whole = site.get("bob", form).await;
        assert_eq!(whole.status, 200, "{form}");
        for name in ASKED {
            for value in ["ann", "ANN", "Somebody", "lea"] {
                let asked = format!("{form}?{name}={value}");
                let answer = site.get("bob", &asked).await;
                assert_eq!(answer.status, 200, "{asked}");
                assert_eq!(main(&answer.body), main(&whole.body), "{asked}");
            }
        }
    }
    // The walks behind a figure take no question they do not know.
    for name in ASKED {
        let asked = format!("/board/2026-06/walks?{name}=ann");
        assert_eq!(site.get("bob", &asked).await.status, 404, "{asked}");
    }
}

/// The part of a page that says something of the month; a file as it is.
fn main(body: &str) -> &str {
    body.find("<main").map_or(body, |at| &body[at..])
}

//! A leader's own walks over time: what they led to, and that they are nobody else's.

use app::{
    mine::{Item, OwnWalk, WALKS_A_PAGE},
    team::ReplyText,
    walk::{
        Answer, Category, Commitment, Erased, Feeling, FrictionDescribed, FrictionId,
        FrictionWithdrawn, Kind, Nothing, Outcome, Started, thread::State,
    },
    wire::SyncRequest,
};
use server::{
    erasures::Journal,
    store::{Erase, StoreError},
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
    plan::{Plan, at_random, walk_all},
};

on_both! {
    a_walk_stands_with_what_it_led_to_and_what_its_author_wrote,
    a_rewalk_by_somebody_else_shows_as_a_state_alone,
    the_calendar_and_the_pages_are_what_was_walked,
    nobody_else_finds_anything_there,
    what_is_taken_back_is_gone_at_once,
    of_somebody_erased_nothing_is_left_there,
}

/// The only walk of somebody.
async fn only_walk(house: &House, who: &str) -> OwnWalk {
    let page = house.desk(who).await.my_year(None, 1, NOON).await;
    let page = page.expect("their walks");
    assert_eq!((page.times(), page.walks.len()), (1, 1));
    page.walks.into_iter().next().expect("one walk")
}

/// Friction points of a walk, in the order in which they were felt.
async fn points(house: &House) -> Vec<FrictionId> {
    let sql = "SELECT id FROM friction_row WHERE author = 'ann' ORDER BY felt_at, id";
    let rows = house.db.rows(sql, &[]).await.expect("rows");
    let id = |row: &server::store::Row| row.text(0).expect("text").parse().expect("an id");
    rows.iter().map(id).collect()
}

/// The team says of everything that it was changed, and asks for it to be walked again from noon on.
async fn changed(house: &House) {
    let mut tx = house.db.begin().await.expect("begun");
    let sql = "UPDATE thread SET decision = 'rewalk_asked', judged_from = $1";
    tx.execute(sql, &[NOON.into()]).await.expect("changed");
    tx.commit().await.expect("committed");
    house.store.rebuild().await.expect("rebuilt");
}

async fn a_walk_stands_with_what_it_led_to_and_what_its_author_wrote(house: House) {
    let mut phone = Phone::whole_walk(1, "missed-bin");
    let felt = phone.feel(3, Category::Trust);
    phone.note(&Kind::FrictionDescribed(FrictionDescribed {
        feelings: Some(vec![Feeling::Anxious, Feeling::Ignored]),
        ..FrictionDescribed::of(felt)
    }));
    phone.note(&Kind::Committed(Commitment {
        text: "Ring the team on Tuesday".into(),
        by: Some("2026-06-30".into()),
    }));
    phone.send(&house.desk("ann").await).await;
    let tom = house.desk("tom").await;
    let first = points(&house).await[0];
    tom.mark_seen(first, NOON).await.expect("seen");
    for n in [7, 8] {
        let text = ReplyText::parse("We changed the form.").expect("words");
        let reply = tom.reply(first, &text, uuid::Uuid::from_u128(n), NOON);
        reply.await.expect("sent");
    }

    let walk = only_walk(&house, "ann").await;
    assert!(walk.finished);
    assert_eq!(walk.need_met, Some(Answer::No));
    assert_eq!(walk.feelings, [Feeling::Anxious, Feeling::Ignored]);
    assert_eq!(walk.worked, ["A person who listened"]);
    assert_eq!(
        (&*walk.task.en, &*walk.service.en),
        ("Get something done", "bins")
    );
    let said: Vec<_> = walk
        .points
        .iter()
        .map(|it| (&*it.step.en, it.replies))
        .collect();
    assert_eq!(said, [("Find", 2), ("Ask", 0), ("Wait", 0), ("Check", 0)]);
    assert_ne!(walk.points[0].state, Some(State::New), "somebody looked");
    assert_eq!(walk.points[1].state, Some(State::New));
    let own: Vec<_> = walk
        .own
        .iter()
        .map(|it| (it.said.item.code(), &*it.said.text, it.said.by.as_deref()))
        .collect();
    let reflection = Item::Reflection("least_sure".into()).code();
    assert_eq!(
        own,
        [
            (reflection, "I did not know whom to ask", None),
            (
                Item::Commitment.code(),
                "Ring the team on Tuesday",
                Some("2026-06-30")
            ),
        ]
    );
}

async fn a_rewalk_by_somebody_else_shows_as_a_state_alone(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let felt = phone.feel(1, Category::Unclear);
    phone.send(&house.desk("ann").await).await;
    changed(&house).await;
    assert_eq!(
        only_walk(&house, "ann").await.points[0].state,
        Some(State::RewalkAsked)
    );
    let mut again = Phone::new(2);
    again.now += DAY;
    again.note(&Kind::Started(Started {
        task: "missed-bin".into(),
        steps: 4,
        situation: None,
        language: "en".into(),
        again: Some(felt),
    }));
    again.note(&Kind::OutcomeGiven(Outcome {
        held: Some(Answer::Yes),
        ..Outcome::default()
    }));
    again.note(&Kind::Finished(Nothing {}));
    let request = SyncRequest {
        sent_at: again.now,
        ..again.request()
    };
    let ben = house.desk("ben").await;
    ben.append(request, again.now).await.expect("kept");

    let walk = only_walk(&house, "ann").await;
    assert_eq!(walk.points[0].state, Some(State::Confirmed));
    let shown = format!("{walk:?}");
    assert!(!shown.contains("ben") && !shown.contains("BEN"), "{shown}");
    assert_eq!(only_walk(&house, "ben").await.held, Some(Answer::Yes));
}

async fn the_calendar_and_the_pages_are_what_was_walked(house: House) {
    let mut plans = at_random(80);
    // Distinct moments, so that their order is known.
    for (seconds, plan) in (0_i64..).zip(&mut plans) {
        plan.at -= seconds * 1_000;
    }
    walk_all(&house, &plans).await;
    let mut mine: Vec<&Plan> = plans.iter().filter(|it| it.author == "ann").collect();
    mine.sort_by_key(|it| -it.at);
    assert!(mine.len() > 2 * WALKS_A_PAGE, "more than two pages");
    let ann = house.desk("ann").await;
    for year in [None, Some(2025), Some(2026), Some(1999)] {
        let here: Vec<&&Plan> = mine
            .iter()
            .filter(|it| year.is_none_or(|year| it.month().year() == year))
            .collect();
        let first = ann.my_year(year, 1, NOON).await.expect("the first page");
        assert_eq!(first.times(), here.len(), "{year:?}");
        assert_eq!(first.years, [2026, 2025], "every year, whichever is open");
        for (month, ends) in &first.months {
            let walked = here.iter().rev().filter(|it| it.month() == *month);
            let walked: Vec<_> = walked.map(|it| it.need.filter(|_| it.finished)).collect();
            assert_eq!(*ends, walked, "{month}");
        }
        let mut shown = Vec::new();
        for page in 1..=first.pages {
            let page = ann.my_year(year, page, NOON).await.expect("a page");
            assert!(page.walks.len() <= WALKS_A_PAGE);
            shown.extend(page.walks);
        }
        assert_eq!(shown.len(), here.len(), "each walk on one page");
        for (walk, plan) in shown.iter().zip(&here) {
            let service = if plan.task == "ramp" {
                "adaptations"
            } else {
                "bins"
            };
            assert_eq!(walk.service.en, service);
            assert_eq!(walk.finished, plan.finished);
            assert_eq!(walk.points.len(), plan.felt.len(), "the newest first");
        }
        let beyond = ann.my_year(year, usize::MAX, NOON).await.expect("a page");
        assert_eq!(beyond.page, first.pages, "beyond the last is the last");
    }
}

async fn nobody_else_finds_anything_there(house: House) {
    house
        .person("ada", "aber", &[server::viewer::Role::Administrator], &[])
        .await;
    Phone::whole_walk(1, "missed-bin")
        .send(&house.desk("ann").await)
        .await;
    for who in ["ben", "cat"] {
        let page = house.desk(who).await.my_year(None, 1, NOON).await;
        let page = page.expect("an empty page");
        assert_eq!((page.times(), page.services), (0, 0), "{who}");
        assert!(page.walks.is_empty() && page.years.is_empty(), "{who}");
    }
    for who in ["tom", "ada"] {
        let asked = house.desk(who).await.my_year(None, 1, NOON).await;
        assert!(matches!(asked, Err(StoreError::NotFound)), "{who}");
    }
}

async fn what_is_taken_back_is_gone_at_once(house: House) {
    let mut phone = Phone::new(1);
    phone.start("missed-bin");
    let felt = phone.feel(1, Category::Unclear);
    let reflection = phone.reflect("I did not know whom to ask");
    phone.note(&Kind::Committed(Commitment {
        text: "Ring the team".into(),
        by: None,
    }));
    let ann = house.desk("ann").await;
    phone.send(&ann).await;
    let walk = only_walk(&house, "ann").await;
    assert_eq!((walk.points.len(), walk.own.len()), (1, 2));

    phone.note(&Kind::FrictionWithdrawn(FrictionWithdrawn {
        friction: felt,
    }));
    phone.note(&Kind::Erased(Erased { fact: reflection }));
    phone.send(&ann).await;
    let walk = only_walk(&house, "ann").await;
    assert!(walk.points.is_empty());
    let own: Vec<_> = walk.own.iter().map(|it| &it.said.item).collect();
    assert_eq!(own, [&Item::Commitment], "the reflection is erased");

    phone.note(&Kind::Committed(Commitment {
        text: String::new(),
        by: None,
    }));
    phone.send(&ann).await;
    assert!(only_walk(&house, "ann").await.own.is_empty());
}

async fn of_somebody_erased_nothing_is_left_there(house: House) {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let ann = house.desk("ann").await;
    Phone::whole_walk(1, "missed-bin").send(&ann).await;
    let erased = house.store.erase("ann", Erase::Now, &journal, NOON).await;
    erased.expect("erased");
    // A request that was let in a moment before.
    let page = ann.my_year(None, 1, NOON).await.expect("a page");
    for walk in &page.walks {
        assert!(walk.task.en.is_empty() && walk.need_met.is_none());
        assert!(walk.feelings.is_empty() && walk.worked.is_empty());
        assert!(walk.points.is_empty() && walk.own.is_empty());
    }
}

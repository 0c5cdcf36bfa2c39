//! How exactly a published sentence says when it was written: to the day, and no more.

use app::{
    board::sentences,
    mine::Wrote,
    walk::{Lang, month::YearMonth},
};
use server::{
    record::{check_file, write_file},
    store::Publishing,
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
};

on_both! { a_sentence_of_a_walk_says_its_day_and_no_more, }

const HOUR: i64 = DAY / 24;

async fn a_sentence_of_a_walk_says_its_day_and_no_more(house: House) {
    let ann = house.desk("ann").await;
    Phone::whole_walk(1, "missed-bin").send(&ann).await;
    let mine = ann.my_quotes(NOON).await.expect("a page").items;
    for it in &mine {
        let agreed = ann.agree_quote(it.walk, it.of, &it.words, true, NOON);
        agreed.await.expect("agreed");
    }
    assert!(mine.iter().any(|it| it.of == Wrote::Commitment));
    let (tom, july) = (house.keeping_the_record("tom").await, NOON + 20 * DAY);
    let june: YearMonth = "2026-06".parse().expect("a month");
    let live = tom.month(june, july).await.expect("June");
    let live = sentences(Lang::En, &live);
    let made = tom.publish(june, Vec::new(), july).await;
    assert!(matches!(made, Ok(Publishing::Done(_))), "{made:?}");
    let page = tom.published(june, None, july).await.expect("read");
    assert_eq!(
        sentences(Lang::En, &page.expect("published")),
        live,
        "the day is the same"
    );
    let chain = house.store.chain("aber").await.expect("a chain");
    let file = write_file(&chain[0]).expect("a file");
    let (_, found) = check_file(&file, None).expect("a file");
    assert_eq!(found.len(), 0, "{found:?}");
    let file: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    let words = file["words"].as_array().expect("words");
    for kind in ["bright", "quote", "commitment"] {
        assert!(
            words.iter().any(|it| it["said"] == kind),
            "{kind}: {words:?}"
        );
    }
    for word in words {
        let at = word["at"].as_i64().expect("a moment");
        // In June midnight in Cardiff is an hour before that in Greenwich.
        assert_eq!((at + HOUR) % DAY, 0, "{word}");
    }
}

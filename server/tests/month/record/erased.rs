//! Who is erased, and what is taken back, after it was published.

use app::{
    board::{self, Filter},
    walk::{BrightSpotWithdrawn, Kind, Lang},
};
use leptos::prelude::{Owner, RenderHtml};
use server::{erasures::Journal, record::taken_back, store::Erase};

use super::{JULY, SECRETARY, chain, done, drawn, faults, june, publish, published, walked};
use crate::{House, on_both, phone::Phone};

on_both! {
    trust_50_somebody_erased_leaves_the_chain_whole,
    a_bright_spot_taken_back_is_gone_from_the_page,
}

async fn trust_50_somebody_erased_leaves_the_chain_whole(house: House) {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    // The restored copy is of before the erasure.
    let restored = house.twin().await;
    for house in [&house, &restored] {
        walked(house, "ann", 1).await;
        walked(house, "ben", 2).await;
        done(publish(house, JULY).await);
    }
    let before = published(&house, None).await;
    let kept = chain(&house).await.remove(0);
    assert_eq!(taken_back(&kept), None);
    let (body, sentences) = (kept.body, kept.words.len());
    for private in ["A person who listened", SECRETARY, "\"ann\"", "\"tom\""] {
        assert!(!body.contains(private), "{private}");
    }
    for phone in [1, 2] {
        let walk = Phone::whole_walk(phone, "ramp").walk.to_string();
        assert!(!body.contains(&walk), "no walk is named");
    }
    for person in ["ann", "tom"] {
        let erased = house.store.erase(person, Erase::Now, &journal, JULY).await;
        erased.expect("erased");
    }
    let replayed = restored.store.replay_erasures(&journal).await;
    assert_eq!(replayed.expect("replayed"), 2);
    for house in [&house, &restored] {
        let chain = chain(house).await;
        assert_eq!(faults(&chain), []);
        let (gone, all) = taken_back(&chain[0]).expect("not silently");
        assert_eq!((gone, all), (sentences - 1, sentences));
        // Ben's bright spot is what is left.
        assert_eq!((chain[0].words.len(), chain[0].walks.len()), (1, 1));
        let left = house
            .number("SELECT COUNT(*) FROM month_said WHERE salt IS NOT NULL OR person = 'ann'");
        assert_eq!(left.await, 1);
    }
    // Tom is gone: somebody else of the board reads.
    house
        .person("eve", "aber", &[server::viewer::Role::Board], &[])
        .await;
    let board = house.desk("eve").await;
    let after = board
        .published(june(), None, JULY)
        .await
        .expect("an answer");
    let after = (**after.expect("still published")).clone();
    assert_eq!(after.month, before.month, "the figures stay");
    let html = drawn(&after);
    assert!(html.contains("One more was published here and has been taken back."));
    assert!(!html.contains(SECRETARY));
    let evidence = board.published_evidence(june(), 1, Filter::default(), JULY);
    let evidence = evidence.await.expect("evidence");
    let still = evidence.still_there.expect("of a version");
    assert_eq!((evidence.all, still.kept, still.of), (1, 1, 2));
    let html = Owner::new().with(|| board::walks_page(Lang::En, &evidence).to_html());
    assert!(html.contains("1 of the 2 walkthroughs behind this version can still be opened."));
    let stamp = after.stamp.expect("stamped");
    assert_eq!(stamp.late, 0, "an erased walk is none that came late");
}

async fn a_bright_spot_taken_back_is_gone_from_the_page(house: House) {
    let mut phone = walked(&house, "ann", 1).await;
    done(publish(&house, JULY).await);
    assert!(drawn(&published(&house, None).await).contains("A person who listened"));
    let noted = phone.facts.iter().find(|it| it.kind == "bright_spot_noted");
    let spot = noted.expect("a bright spot").id;
    phone.note(&Kind::BrightSpotWithdrawn(BrightSpotWithdrawn { spot }));
    phone.send(&house.desk("ann").await).await;
    assert!(!drawn(&published(&house, None).await).contains("A person who listened"));
    assert_eq!(faults(&chain(&house).await), []);
}

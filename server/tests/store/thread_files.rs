//! Files of a team's own: with the thread wherever it goes, and nobody else's.

use app::team::{FileFault, FileKind, Happened};
use server::{
    erasures::Journal,
    store::{Desk, Done, Erase, MOST_FILES, NewFile, StoreError},
    viewer::Role,
};
use uuid::Uuid;

use crate::{
    House,
    house::NOON,
    on_both,
    team_thread::{felt, thread_of},
};

on_both![
    a_file_is_the_teams_and_sent_twice_it_is_one,
    a_thread_has_so_many_files_and_no_more,
    a_file_goes_with_its_thread_into_a_whole_and_out_again,
    anybody_of_the_team_removes_a_file_and_the_history_says_so,
    a_file_of_somebody_erased_stays_without_their_name,
];

fn plan(name: &str) -> NewFile {
    NewFile {
        name: name.into(),
        kind: FileKind::Text,
        bytes: b"A plan".to_vec(),
    }
}

fn form(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// What a thread's files are called and who added them, newest first.
async fn files(desk: &Desk, id: app::walk::ThreadId) -> Vec<(String, String)> {
    let page = desk.thread(id, NOON).await.expect("the thread");
    let files = page.care.files.into_iter();
    files.map(|it| (it.name, it.by)).collect()
}

fn named(all: &[(&str, &str)]) -> Vec<(String, String)> {
    let one = |(name, by): &(&str, &str)| ((*name).to_owned(), (*by).to_owned());
    all.iter().map(one).collect()
}

async fn a_file_is_the_teams_and_sent_twice_it_is_one(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    for _ in 0..2 {
        let kept = tom.keep_file(id, form(1), plan("plan.txt"), NOON).await;
        assert_eq!(kept.expect("an answer"), Ok(id));
    }
    assert_eq!(files(&tom, id).await, named(&[("plan.txt", "TOM")]));
    let page = tom.thread(id, NOON).await.expect("the thread");
    assert_eq!(page.events.len(), 1, "added once");
    let file = &page.care.files[0];
    assert_eq!((file.size, file.kind), (6, FileKind::Text));
    let fetched = tom.team_file(&file.id).await.expect("the file");
    assert_eq!(fetched.bytes, b"A plan");
    // Cat is of the neighbour's team; Ann walks.
    for who in ["ann", "cat"] {
        let desk = house.desk(who).await;
        let fetched = desk.team_file(&file.id).await;
        assert!(matches!(fetched, Err(StoreError::NotFound)), "{who}");
        let kept = desk.keep_file(id, form(2), plan("a.txt"), NOON).await;
        assert!(matches!(kept, Err(StoreError::NotFound)), "{who}");
        let gone = desk.remove_file(id, &file.id, NOON).await;
        assert!(matches!(gone, Err(StoreError::NotFound)), "{who}");
    }
    // A team that answers for something else.
    house
        .person("una", "aber", &[Role::ServiceTeam], &["adaptations"])
        .await;
    let una = house.desk("una").await;
    assert!(una.team_file(&file.id).await.is_err());
    assert_eq!(files(&tom, id).await.len(), 1);
}

async fn a_thread_has_so_many_files_and_no_more(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    let tom = house.desk("tom").await;
    for number in 1..=MOST_FILES.unsigned_abs().into() {
        let kept = tom.keep_file(id, form(number), plan("a.txt"), NOON).await;
        assert_eq!(kept.expect("an answer"), Ok(id), "{number}");
    }
    let kept = tom.keep_file(id, form(99), plan("a.txt"), NOON).await;
    assert_eq!(kept.expect("an answer"), Err(FileFault::TooMany));
    // Sent again, the last of them is there.
    let kept = tom.keep_file(id, form(1), plan("a.txt"), NOON).await;
    assert_eq!(kept.expect("an answer"), Ok(id));
    tom.remove_file(id, &form(1).to_string(), NOON)
        .await
        .expect("removed");
    let kept = tom.keep_file(id, form(99), plan("a.txt"), NOON).await;
    assert_eq!(kept.expect("an answer"), Ok(id));
}

async fn a_file_goes_with_its_thread_into_a_whole_and_out_again(house: House) {
    let (_, one) = felt(&house, "ann", 1, "Which form?").await;
    let mut phone = crate::phone::Phone::new(2);
    phone.start("missed-bin");
    let other = phone.feel(2, app::walk::Category::Asked);
    phone.send(&house.desk("ben").await).await;
    let (one, other) = (thread_of(&house, one).await, thread_of(&house, other).await);
    let tom = house.desk("tom").await;
    for (id, number, name) in [(one, 1, "one.txt"), (other, 2, "other.txt")] {
        let at = NOON + i64::try_from(number).expect("a number");
        let kept = tom.keep_file(id, form(number), plan(name), at).await;
        assert_eq!(kept.expect("an answer"), Ok(id));
    }
    tom.join(one, other, NOON + 3).await.expect("joined");
    let both = named(&[("other.txt", "TOM"), ("one.txt", "TOM")]);
    assert_eq!(files(&tom, one).await, both);
    assert!(tom.team_file(&form(2).to_string()).await.is_ok());
    // A form that was open before they were put together.
    let kept = tom
        .keep_file(other, form(3), plan("late.txt"), NOON + 4)
        .await;
    assert_eq!(kept.expect("an answer"), Ok(one));
    tom.take_apart(one, other, NOON + 5).await.expect("apart");
    assert_eq!(files(&tom, other).await, named(&[("other.txt", "TOM")]));
    assert_eq!(files(&tom, one).await.len(), 2);
}

async fn anybody_of_the_team_removes_a_file_and_the_history_says_so(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    house
        .person("tim", "aber", &[Role::ServiceTeam], &["bins"])
        .await;
    let (tom, tim) = (house.desk("tom").await, house.desk("tim").await);
    let kept = tom.keep_file(id, form(1), plan("plan.txt"), NOON).await;
    assert_eq!(kept.expect("an answer"), Ok(id));
    for _ in 0..2 {
        let removed = tim.remove_file(id, &form(1).to_string(), NOON + 1).await;
        assert_eq!(removed.expect("removed"), id, "again is harmless");
    }
    assert!(files(&tom, id).await.is_empty());
    assert!(tom.team_file(&form(1).to_string()).await.is_err());
    let page = tom.thread(id, NOON + 1).await.expect("the thread");
    let said: Vec<_> = page
        .events
        .iter()
        .map(|it| (&it.what, it.name.as_str(), it.why.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (&Happened::FileRemoved, "TIM", ""),
            (&Happened::FileAdded, "TOM", ""),
        ]
    );
    let bytes = "SELECT COUNT(*) FROM thread_file";
    assert_eq!(house.number(bytes).await, 0);
    let name = "SELECT COUNT(*) FROM thread_event WHERE body LIKE '%plan%'";
    assert_eq!(house.number(name).await, 0, "nothing of it stays");
}

async fn a_file_of_somebody_erased_stays_without_their_name(house: House) {
    let (_, friction) = felt(&house, "ann", 1, "Which form?").await;
    let id = thread_of(&house, friction).await;
    house
        .person("tim", "aber", &[Role::ServiceTeam], &["bins"])
        .await;
    let tom = house.desk("tom").await;
    let kept = tom.keep_file(id, form(1), plan("plan.txt"), NOON).await;
    assert_eq!(kept.expect("an answer"), Ok(id));
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let erased = house.store.erase("tom", Erase::Now, &journal, NOON).await;
    assert_eq!(erased.expect("an answer"), Done::Erased);
    let tim = house.desk("tim").await;
    assert_eq!(files(&tim, id).await, named(&[("plan.txt", "")]));
    assert!(tim.team_file(&form(1).to_string()).await.is_ok());
}

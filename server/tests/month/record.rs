//! Published months: what is frozen stays, and what is wrong is named.

use app::{
    board::{self, Filter, MonthPage, Record},
    walk::{
        BrightSpotWithdrawn, Kind, Lang, WalkId,
        measures::KofN,
        month::{Attempt, Context, Month, Records, Said, SaidAs, YearMonth},
    },
};
use leptos::prelude::{Owner, RenderHtml};
use proptest::prelude::*;
use server::{
    erasures::Journal,
    record::{Fault, Kept, check, check_file, write_file},
    store::{Db, Erase, Issue, PublishedWord, Publishing},
};
use uuid::Uuid;

use crate::{
    House,
    house::{DAY, NOON, task, text},
    on_both,
    phone::Phone,
};

on_both! {
    trust_49_the_database_refuses_to_change_what_was_published,
    trust_49_the_verifier_names_what_was_tampered_with,
    trust_49_a_file_shows_by_itself_that_it_was_edited,
    trust_50_somebody_erased_leaves_the_chain_whole,
    of_two_who_publish_at_once_one_does,
    a_late_walk_goes_into_the_next_version_and_the_first_stays,
    a_renamed_service_leaves_the_published_page_as_it_was,
    a_bright_spot_taken_back_is_gone_from_the_page,
    only_the_board_publishes_and_only_what_is_over,
}

/// After the end of June.
const JULY: i64 = NOON + 20 * DAY;

const SECRETARY: &str = "June was a short month for walking";

fn june() -> YearMonth {
    YearMonth::new(2026, 6).expect("a month")
}

fn words() -> Vec<PublishedWord> {
    vec![PublishedWord {
        said: Said {
            is: SaidAs::Secretary,
            text: Some(text(SECRETARY)),
            task: String::new(),
            step: None,
            at: NOON,
            walk: None,
        },
        person: Some("tom".into()),
    }]
}

async fn walked(house: &House, person: &str, seed: u64) -> Phone {
    let phone = Phone::whole_walk(seed, "ramp");
    phone.send(&house.desk(person).await).await;
    phone
}

async fn publish(house: &House, now: i64) -> Publishing {
    let board = house.keeping_the_record("tom").await;
    board
        .publish(june(), words(), now)
        .await
        .expect("an answer")
}

fn done(publishing: Publishing) -> Issue {
    match publishing {
        Publishing::Done(issue) => issue,
        other => panic!("not published: {other:?}"),
    }
}

async fn published(house: &House, version: Option<u32>) -> MonthPage {
    let board = house.desk("tom").await;
    let page = board
        .published(june(), version, JULY)
        .await
        .expect("an answer");
    (**page.expect("published")).clone()
}

/// The page but for its stamp, which tells of later versions.
fn drawn(page: &MonthPage) -> String {
    let page = MonthPage {
        stamp: None,
        ..page.clone()
    };
    Owner::new().with(|| board::month_page(Lang::En, &page).to_html())
}

/// Nothing is wrong with any record of the organisation.
pub async fn assert_whole(house: &House) {
    assert_eq!(faults(&chain(house).await), []);
}

async fn chain(house: &House) -> Vec<Kept> {
    house.store.chain("aber").await.expect("a chain")
}

fn faults(chain: &[Kept]) -> Vec<(u32, Fault)> {
    let found = check(chain, None);
    found.into_iter().map(|it| (it.version, it.fault)).collect()
}

/// Three versions of June, each with one walk more.
async fn three_versions(house: &House) -> Vec<Kept> {
    for version in 1..=3 {
        walked(house, "ann", version).await;
        done(publish(house, JULY).await);
    }
    let chain = chain(house).await;
    assert_eq!(faults(&chain), []);
    chain
}

async fn refused(house: &House, sql: &'static str) {
    let mut tx = house.db.begin().await.expect("begun");
    let done = tx.execute(sql, &[]).await;
    assert!(done.is_err(), "{sql}");
}

async fn trust_49_the_database_refuses_to_change_what_was_published(house: House) {
    walked(&house, "ann", 1).await;
    done(publish(&house, JULY).await);
    for sql in [
        "UPDATE month_record SET body = '{}'",
        "UPDATE month_record SET published_at = 0",
        "DELETE FROM month_record",
        "UPDATE month_said SET text_en = 'something else'",
        "UPDATE month_said SET text_en = NULL, text_cy = NULL, salt = NULL, person = NULL, walk = NULL, task = 'x'",
        "DELETE FROM month_said",
        "UPDATE month_walk SET salt = 'x'",
    ] {
        refused(&house, sql).await;
    }
    if matches!(house.db, Db::Postgres(_)) {
        for sql in [
            "TRUNCATE month_record CASCADE",
            "TRUNCATE month_said",
            "TRUNCATE month_walk",
        ] {
            refused(&house, sql).await;
        }
    }
    assert_eq!(faults(&chain(&house).await), []);
}

async fn trust_49_the_verifier_names_what_was_tampered_with(house: House) {
    let whole = three_versions(&house).await;
    let tampered = |change: &dyn Fn(&mut Vec<Kept>)| {
        let mut chain = whole.clone();
        change(&mut chain);
        faults(&chain)
    };
    let edited = tampered(&|it| it[0].body = it[0].body.replace("\"late\":0", "\"late\":9"));
    assert_eq!(edited, [(1, Fault::Hash), (1, Fault::Signature)]);
    let spaced = tampered(&|it| it[1].body.push(' '));
    assert!(spaced.contains(&(2, Fault::Spelling)), "{spaced:?}");
    let hashed_anew = tampered(&|it| {
        it[1].body = it[1].body.replace("\"late\":1", "\"late\":9");
        it[1].hash = server::record::hash(&it[1].body);
    });
    let broken = [
        (2, Fault::Signature),
        (3, Fault::Previous),
        (3, Fault::Corrects),
    ];
    assert_eq!(hashed_anew, broken);
    let cut = tampered(&|it| drop(it.remove(1)));
    assert_eq!(cut, [(3, Fault::Gap), (3, Fault::Version)]);
    let beheaded = tampered(&|it| drop(it.remove(0)));
    assert_eq!(beheaded, [(2, Fault::Gap), (2, Fault::Version)]);
    let signature = tampered(&|it| it[0].signature = it[1].signature.clone());
    assert_eq!(signature, [(1, Fault::Signature)]);
    let swapped = tampered(&|it| {
        let (first, second) = (it[0].clone(), it[1].clone());
        for (kept, other) in [(0, second), (1, first)] {
            it[kept].body = other.body;
            it[kept].hash = other.hash;
            it[kept].signature = other.signature;
        }
    });
    assert!(swapped.contains(&(1, Fault::Filed)) && swapped.contains(&(2, Fault::Filed)));
    let another_month = tampered(&|it| it[2].month = "2026-05".into());
    assert!(
        another_month.contains(&(3, Fault::Filed)),
        "{another_month:?}"
    );
    let word = tampered(&|it| {
        let said = &mut it[0].words[0].said;
        said.text = Some(text("I said no such thing"));
    });
    assert_eq!(word, [(1, Fault::Word(0))]);
    let walk = tampered(&|it| it[0].walks[0].finished = false);
    assert_eq!(walk, [(1, Fault::Walk)]);
    let no_key = tampered(&|it| it[0].key = None);
    assert_eq!(no_key, [(1, Fault::Key)]);
    let other_key = server::record::Key::make();
    assert_eq!(check(&whole, Some(&other_key.public)).len(), 3);
}

async fn trust_49_a_file_shows_by_itself_that_it_was_edited(house: House) {
    let chain = three_versions(&house).await;
    let key = chain[0].key.clone().expect("a key");
    let file = write_file(&chain[1]).expect("a file");
    assert!(file.contains(SECRETARY));
    let (hash, found) = check_file(&file, Some(&key)).expect("a file");
    assert_eq!((hash, found.len()), (chain[1].hash.clone(), 0));
    let laid_out = file.replace("\n", " ");
    assert_eq!(check_file(&laid_out, None).expect("a file").1.len(), 0);
    for (from, to) in [("\"late\": 1", "\"late\": 0"), (SECRETARY, "June was long")] {
        let (_, found) = check_file(&file.replace(from, to), Some(&key)).expect("a file");
        assert!(!found.is_empty(), "{from}");
        assert!(found[0].to_string().contains("2026-06, version 2: "));
    }
    assert!(check_file("{}", None).is_err());
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
    let body = chain(&house).await[0].body.clone();
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

async fn of_two_who_publish_at_once_one_does(house: House) {
    walked(&house, "ann", 1).await;
    let (one, other) = tokio::join!(publish(&house, JULY), publish(&house, JULY));
    let mut both = [one, other];
    both.sort_by_key(|it| matches!(it, Publishing::Same(_)));
    let [Publishing::Done(issue), Publishing::Same(same)] = &both else {
        panic!("{both:?}");
    };
    assert_eq!(issue, same);
    assert_eq!(faults(&chain(&house).await), []);
    assert_eq!(house.number("SELECT COUNT(*) FROM month_record").await, 1);
    assert_eq!(house.number("SELECT COUNT(*) FROM signing_key").await, 1);
}

async fn a_late_walk_goes_into_the_next_version_and_the_first_stays(house: House) {
    walked(&house, "ann", 1).await;
    done(publish(&house, JULY).await);
    let first = published(&house, None).await;
    assert_eq!(first.address(), "2026-06");
    let stamp = first.stamp.clone().expect("stamped");
    assert_eq!((stamp.version, stamp.late, stamp.sequence), (1, 0, 1));
    walked(&house, "ben", 2).await;
    let waiting = published(&house, None).await;
    assert_eq!(waiting.stamp.as_ref().map(|it| it.late), Some(1));
    assert_eq!(waiting.month.need_met.n(), 1);
    let html = Owner::new().with(|| board::month_page(Lang::En, &waiting).to_html());
    assert!(html.contains("One walkthrough reached us after this version was published."));
    let issue = done(publish(&house, JULY + DAY).await);
    assert_eq!((issue.version, issue.sequence), (2, 2));
    let (old, new) = (
        published(&house, Some(1)).await,
        published(&house, None).await,
    );
    assert_eq!(drawn(&old), drawn(&first));
    assert_eq!(old.address(), "2026-06.v1");
    assert_eq!(new.month.need_met.n(), 2);
    let stamp = new.stamp.expect("stamped");
    assert_eq!((stamp.version, stamp.late, stamp.came_late), (2, 0, 1));
    let numbers: Vec<u32> = stamp.versions.iter().map(|it| it.0).collect();
    assert_eq!(numbers, [2, 1]);
    let board = house.desk("tom").await;
    for (version, walks) in [(1, 1), (2, 2)] {
        let page = board.published_evidence(june(), version, Filter::default(), JULY);
        assert_eq!(page.await.expect("evidence").all, walks);
        let counted = board.counted_walks(june(), version, JULY).await;
        assert_eq!(counted.expect("walks").0.len(), walks);
    }
    let none = board
        .published(june(), Some(3), JULY)
        .await
        .expect("an answer");
    assert!(none.is_none());
    let record: Record = serde_json::from_str(&chain(&house).await[1].body).expect("a record");
    assert_eq!((record.late, record.corrects.is_some()), (1, true));
}

async fn a_renamed_service_leaves_the_published_page_as_it_was(house: House) {
    walked(&house, "ann", 1).await;
    done(publish(&house, JULY).await);
    let before = drawn(&published(&house, None).await);
    assert!(before.contains("A service"));
    let mut renamed = task("ramp");
    renamed.service_name = text("Another name");
    house
        .put_tasks("aber", &[task("missed-bin"), renamed])
        .await;
    assert_eq!(drawn(&published(&house, None).await), before);
    let board = house.desk("tom").await;
    let live = board.month(june(), JULY).await.expect("the month");
    assert!(drawn(&live).contains("Another name"));
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

async fn only_the_board_publishes_and_only_what_is_over(house: House) {
    walked(&house, "ann", 1).await;
    let leader = house.desk("ann").await;
    assert!(leader.publish(june(), Vec::new(), JULY).await.is_err());
    assert!(leader.published(june(), None, JULY).await.is_err());
    assert_eq!(publish(&house, NOON).await, Publishing::NotOver);
    let board = house.desk("tom").await;
    let none = board
        .published(june(), None, JULY)
        .await
        .expect("an answer");
    assert!(none.is_none());
}

fn attempt(n: u128, author: usize, met: bool) -> Attempt {
    use app::walk::Answer;
    Attempt {
        walk: WalkId(Uuid::from_u128(n)),
        author: author.to_string(),
        service: "adaptations".into(),
        task: "ramp".into(),
        counted_at: NOON,
        finished: true,
        need_met: Some(if met { Answer::Yes } else { Answer::No }),
        did_should: None,
        why_not: None,
        ease: Some(3),
        satisfaction: None,
        others_would: None,
        spent_ms: i64::try_from(n).unwrap_or_default() * 60_000,
        frictions: 0,
        committed: met,
        held: None,
        crossing: None,
    }
}

fn counted(attempts: Vec<Attempt>) -> Month {
    Month::of(&Records {
        context: Context {
            month: june(),
            from: JULY - 30 * DAY,
            until: JULY,
            over: true,
            leaders: 8,
            before: Vec::new(),
            felt_often: Vec::new(),
            threads: Vec::new(),
            kept: KofN::default(),
            month_before: None,
            year_ago: None,
        },
        attempts,
        felt: Vec::new(),
        bright_spots: Vec::new(),
    })
}

proptest! {
    /// Who walked which walk is nowhere in the figures.
    #[test]
    fn whose_a_walk_is_makes_no_other_month(
        authors in prop::collection::vec((0_usize..6, any::<bool>()), 1..24)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let (walks, others) = authors;
        let of = |by: &[(usize, bool)]| {
            let each = (1..).zip(&walks).zip(by);
            counted(each.map(|((n, (_, met)), (author, _))| attempt(n, *author, *met)).collect())
        };
        let (one, other) = (of(&walks), of(&others));
        prop_assert_eq!(&one, &other);
        let spelled = server::record::spell(&one).expect("spelled");
        let read: Month = serde_json::from_str(&spelled).expect("read");
        prop_assert_eq!(read, one);
    }
}

/// Runs `firsthand verify`; its exit status and all it said.
fn verify(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_firsthand"));
    let command = command.arg("verify").args(arguments);
    let ran = command.env_remove("FIRSTHAND_DATABASE").output();
    let ran = ran.expect("the program runs");
    let said = [ran.stdout, ran.stderr].concat();
    (ran.status.code(), String::from_utf8(said).expect("text"))
}

async fn run(house: &House, sql: String) {
    let mut tx = house.db.begin().await.expect("begun");
    let done = tx.execute(sqlx::AssertSqlSafe(sql), &[]).await;
    done.expect("done");
    tx.commit().await.expect("committed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_49_the_command_reads_a_live_store_and_a_backup() {
    let (url, folder) = crate::house::sqlite_url();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (data, backup, file) = (at("firsthand.db"), at("backup.db"), at("record.json"));
    let house = House::on(&url, None).await;
    let (status, said) = verify(&["--data", &data]);
    assert_eq!(
        (status, said.as_str()),
        (Some(0), "0 records of 0 organisations: whole\n")
    );
    let chain = three_versions(&house).await;
    std::fs::write(&file, write_file(&chain[2]).expect("a file")).expect("written");
    let copy = sqlx::AssertSqlSafe(format!("VACUUM INTO '{backup}'"));
    let Db::Sqlite { write, .. } = &house.db else {
        panic!("SQLite");
    };
    sqlx::query(copy).execute(write).await.expect("copied");
    let copied = std::fs::read(&backup).expect("bytes");
    for store in [&data, &backup] {
        let (status, said) = verify(&["--data", store, "--file", &file]);
        assert_eq!(status, Some(0), "{said}");
        assert!(
            said.starts_with("3 records of 1 organisations: whole\n"),
            "{said}"
        );
    }
    assert_eq!(std::fs::read(&backup).expect("bytes"), copied);
    for beside in ["backup.db-wal", "backup.db-shm"] {
        assert!(!folder.path().join(beside).exists(), "{beside}");
    }
    run(&house, "DROP TRIGGER month_record_is_not_changed".into()).await;
    run(&house, "DROP TRIGGER month_record_is_not_deleted".into()).await;
    let edited = "UPDATE month_record SET body = REPLACE(body, '\"late\":1', '\"late\":0') WHERE version = 2";
    run(&house, edited.into()).await;
    let (status, said) = verify(&["--data", &data]);
    assert_eq!(status, Some(1));
    assert!(
        said.contains("aber: 2026-06, version 2: the text does not give its fingerprint\n"),
        "{said}"
    );
    assert!(
        !said.contains("version 1:") && !said.contains("version 3:"),
        "{said}"
    );
    // Cut off at its end, the chain is whole by itself; what was handed out shows it.
    for table in ["month_said_is_not_deleted", "month_walk_is_not_changed"] {
        run(&house, format!("DROP TRIGGER {table}")).await;
    }
    for table in ["month_said", "month_walk", "month_record"] {
        run(&house, format!("DELETE FROM {table} WHERE sequence > 1")).await;
    }
    assert_eq!(verify(&["--data", &data]).0, Some(0));
    let (status, said) = verify(&["--data", &data, "--file", &file]);
    assert_eq!(status, Some(1));
    assert!(
        said.contains("the store does not have this record"),
        "{said}"
    );
    assert_eq!(verify(&["--file", &file]).0, Some(0));
    assert_eq!(verify(&["--data", &at("nothing.db")]).0, Some(2));
    assert_eq!(verify(&[]).0, Some(2));
}

//! A year of walks, published month by month, with what happens in a year: walks that arrive late, a correction, a
//! change that a re-walk confirms, a backup, a person erased, and the backup brought back. Every count is worked out a
//! second time from what was walked.

use app::{
    board::MonthPage,
    walk::{Answer, Category, FrictionId, month::YearMonth, thread::Decision},
};
use server::{
    erasures::Journal,
    period::period,
    store::{Desk, Erase, Publishing},
};

use crate::{
    House,
    backup::Backup,
    content,
    house::DAY,
    on_both,
    plan::{Plan, at_random},
    record,
    recount::compare,
};

on_both! { a_year_is_published_month_by_month, }

/// In which month of the year something happens, counted from its first.
const FELT: usize = 1;
const LATE: usize = 3;
const CHANGED: usize = 4;
const AGAIN: usize = 6;
const BACKED_UP: usize = 7;
const ERASED: usize = 8;

/// A step at which nobody else feels anything.
const STEP: u16 = 3;

async fn a_year_is_published_month_by_month(house: House) {
    let plans = at_random(150);
    let board = house.keeping_the_record("tom").await;
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::at(&folder.path().join("erasures.jsonl"));
    let mut year = Year::of(&plans);
    let mut backup = None;
    for (place, month) in year.months.clone().into_iter().enumerate() {
        let more = year.change(&house, place).await;
        let here: Vec<(u64, &Plan)> = (1_u64..)
            .zip(&plans)
            .filter(|(_, it)| it.month() == month)
            .filter(|(_, it)| place < ERASED || it.author == "ann")
            .collect();
        let (late, in_time) = here.split_at(if place == LATE { 2 } else { 0 });
        let over = period("Europe/London", month).expect("a month").to;
        send(&house, in_time, 0).await;
        let walked = in_time.iter().map(|(_, it)| *it).chain(&more).collect();
        year.publish(&house, &board, place, over + 5 * DAY, walked)
            .await;
        if !late.is_empty() {
            send(&house, late, over + 20 * DAY).await;
            let page = read(&board, month, 1, over + 21 * DAY).await;
            let came = late.iter().filter(|(_, it)| it.finished).count() as u64;
            assert_eq!(page.stamp.as_ref().map(|it| it.late), Some(came));
            let walked = here.iter().map(|(_, it)| *it).collect();
            year.publish(&house, &board, place, over + 25 * DAY, walked)
                .await;
        }
        if place == BACKED_UP {
            backup = Some((Backup::of(&house).await, year.published.len()));
        }
        if place == ERASED {
            let erased = house
                .store
                .erase("ben", Erase::Now, &journal, over + 6 * DAY);
            erased.await.expect("erased");
        }
        as_they_were_published(&board, &year.published, over + 30 * DAY).await;
    }
    assert_eq!(year.published.len(), 13, "twelve months, one of them twice");
    record::assert_whole(&house).await;
    let (backup, published) = backup.expect("a backup was made");
    is_brought_back(&backup, &journal, &year.published[..published]).await;
}

/// A version of a month, with its figures as they were when it was published.
type Version = (YearMonth, u32, String);

/// The year, with one change in it: something is felt, the team says that it changed it, and somebody walks it again.
struct Year {
    months: Vec<YearMonth>,
    felt: Option<FrictionId>,
    published: Vec<Version>,
}

impl Year {
    /// The twelve months in which anything was walked first.
    fn of(plans: &[Plan]) -> Self {
        let mut months: Vec<YearMonth> = plans.iter().map(Plan::month).collect();
        months.sort_unstable();
        months.dedup();
        months.truncate(12);
        Self {
            months,
            felt: None,
            published: Vec::new(),
        }
    }

    /// Noon of the tenth day of a month.
    fn tenth(&self, place: usize) -> i64 {
        let month = period("Europe/London", self.months[place]);
        month.expect("a month").from + 9 * DAY + DAY / 2
    }

    /// What happens of the change in this month; the walks of it.
    async fn change(&mut self, house: &House, place: usize) -> Vec<Plan> {
        let at = self.tenth(place);
        match (place, self.felt) {
            (FELT, _) => {
                self.felt = Some(content::felt(house, "ann", at, STEP).await.1);
                let felt = vec![Category::Unclear];
                vec![Plan {
                    felt,
                    ..Plan::at(at)
                }]
            }
            (CHANGED, Some(friction)) => {
                content::says(house, at, friction, Decision::Changed).await;
                Vec::new()
            }
            (AGAIN, Some(friction)) => {
                content::rewalk(house, "ben", at, friction, Answer::Yes).await;
                vec![Plan {
                    author: "ben",
                    ..Plan::at(at)
                }]
            }
            _ => Vec::new(),
        }
    }

    /// The month says of the change what there was to say when it ended.
    fn compare_change(&self, page: &MonthPage, place: usize) {
        let it = &page.month.changes;
        let said = [it.changed, it.waiting, it.confirmed];
        let expected = match place {
            CHANGED => [1, 1, 0],
            AGAIN => [0, 0, 1],
            it if (CHANGED..AGAIN).contains(&it) => [0, 1, 0],
            // Whoever found that it holds is erased, and with them that it was found: somebody has to walk it again.
            it if it > ERASED => [0, 1, 0],
            _ => [0, 0, 0],
        };
        assert_eq!(said, expected, "{}", page.month.month);
        assert_eq!((it.half_fixed, it.not_fixed), (0, 0));
        let days = (self.tenth(AGAIN) - self.tenth(FELT)) / DAY;
        let days: Vec<u64> = (place == AGAIN)
            .then(|| days.unsigned_abs())
            .into_iter()
            .collect();
        assert_eq!(it.days_to_confirmed, days, "{}", page.month.month);
    }

    /// Publishes a month, which then says what was walked.
    async fn publish(
        &mut self,
        house: &House,
        board: &Desk,
        place: usize,
        now: i64,
        walked: Vec<&Plan>,
    ) {
        let month = self.months[place];
        let made = board.publish(month, Vec::new(), now).await;
        let Ok(Publishing::Done(made)) = made else {
            panic!("{month}: {made:?}");
        };
        let page = read(board, month, made.version, now).await;
        compare(&page, &walked);
        self.compare_change(&page, place);
        self.published.push((month, made.version, counts(&page)));
        record::assert_whole(house).await;
    }
}

/// Each is sent as it is walked, or not before a moment.
async fn send(house: &House, plans: &[(u64, &Plan)], not_before: i64) {
    for (seed, plan) in plans {
        let desk = house.desk(plan.author).await;
        plan.walk_and_send(*seed, &desk, plan.at.max(not_before))
            .await;
    }
}

async fn read(board: &Desk, month: YearMonth, version: u32, now: i64) -> MonthPage {
    let page = board.published(month, Some(version), now).await;
    let page = page.expect("read").expect("published");
    MonthPage::clone(&page)
}

/// What was published says today what it said then, whatever has come since.
async fn as_they_were_published(board: &Desk, published: &[Version], now: i64) {
    for (month, version, then) in published {
        let today = counts(&read(board, *month, *version, now).await);
        assert_eq!(&today, then, "{month}, version {version}");
    }
}

fn counts(page: &MonthPage) -> String {
    serde_json::to_string(&page.month).expect("JSON")
}

/// The backup is whole as it lies there. Brought back, it forgets whom the year forgot, and is whole still.
async fn is_brought_back(backup: &Backup, journal: &Journal, published: &[Version]) {
    let whole = format!("{} records of 1 organisations: whole\n", published.len());
    let (url, house) = backup.bring_back().await;
    for store in [backup.url().unwrap_or(&url), &url] {
        let (status, said) = record::verify_at(store);
        assert!(
            status == Some(0) && said.ends_with(&whole),
            "{store}: {said}"
        );
    }
    assert!(walks_of_ben(&house).await > 0, "he is back");
    let erased = house.store.replay_erasures(journal).await;
    assert_eq!(erased.expect("replayed"), 1);
    assert_eq!(walks_of_ben(&house).await, 0);
    record::assert_whole(&house).await;
    let (status, said) = record::verify_at(&url);
    assert!(status == Some(0) && said.ends_with(&whole), "{said}");
    let (last, ..) = published.last().expect("something was published");
    let later = period("Europe/London", *last).expect("a month").to + 60 * DAY;
    let board = house.keeping_the_record("tom").await;
    as_they_were_published(&board, published, later).await;
}

/// How many of Ben's walks stand behind what was published.
async fn walks_of_ben(house: &House) -> i64 {
    let sql =
        "SELECT COUNT(*) FROM month_walk m JOIN walk w ON w.id = m.walk WHERE w.author = 'ben'";
    house.number(sql).await
}
